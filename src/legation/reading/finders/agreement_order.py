"""What is done to an agreement, read off the words right before and behind its title, whatever the parse makes of them.

Where the tree says nothing of an agreement, the order of words often does: "put their names to a treaty", "the treaty,
initialled in May, has been in force since".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from legation.reading.finders.agreement_acts import Act
from legation.reading.modality import modality_of
from legation.reading.parse import Token

_REACH: Final = 9
"""Tokens before or behind a title that are looked at."""
_TO_COME: Final = frozenset("due expected scheduled yet await awaits awaiting waiting waits ready".split())
"""Words by which what is done is still to come."""
_CLOSE: Final = 6
_GAP: Final = (
    r"(?:(?:a|an|the|its|their|his|no|this|new|first|joint|another|both|some|several|further|with|him|her"
    r"|separate|similar|landmark"
    r"|historic|“|\"|-|,|and|\w+teen|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+ty|\d+"
    r"|\w+ly|\w+al|\w+ic|also"
    r"|on \w+day|yesterday|today|down|off|up) )*$"
)
_BEFORE: Final = tuple(
    (re.compile(rf"(?<= )(?P<w>{words}) {_GAP}"), action)
    for action, words in (
        (
            "signed",
            r"sign(?:s|ed|ing)?|ink(?:s|ed)?|penn?e?[ds]?|(?:put|set) (?:their|his|her|its) (?:names?|signatures?"
            r"|hands?|pens?) (?:on \w+ )?to|signatories (?:of|to)",
        ),
        ("signed", r"exchang(?:ed|es|ing)|traded"),
        (
            "concluded",
            r"conclud(?:ed|es|ing)|initial(?:led|ed|s)|struck|strik(?:es|ing)|clinch(?:ed|es)|seal(?:ed"
            r"|s)|reach(?:ed|es)|sh(?:ook|ake|akes) hands on",
        ),
        (
            "concluded",
            r"agreed (?:on|to|upon)|wrapped up (?:talks|negotiations) on|finalised|finalized|settled(?:"
            r" on)?|hammered out|sewed up|completed",
        ),
        (
            "adopted",
            r"(?:end(?:ed|s)|clos(?:ed|es)|concluded|wound up) (?:on \w+ )?with"
            r"|adopt(?:ed|s)|issu(?:ed|es)|publish(?:ed|es)|releas(?:ed|es)|accepted|endorsed",
        ),
        (
            "ratified",
            r"ratif(?:ied|ies|ying)|(?:gave|given) (?:its|their) (?:assent|consent|approval) to|acceded"
            r" to|ratification of",
        ),
        (
            "amended",
            r"renew(?:ed|s|ing)|prolong(?:ed|s)|extend(?:ed|s)|amend(?:ed|s)|revis(?:ed|es)|renewal of",
        ),
        ("suspended", r"suspend(?:ed|s|ing)|fr(?:oze|ozen|eezes)|shelv(?:ed|es)|mothballed"),
        (
            "ended",
            r"denounc(?:ed|es)|terminat(?:ed|es)|tore up|cancel(?:led|s|ed)|scrapp?(?:ed|s)|withdr[ae]wn?"
            r" from|walked away from|pulled out of|quit|let run out|abrogated|replac(?:es|ed)"
            r"|supersed(?:es|ed)",
        ),
        (
            "negotiating",
            r"negotiat(?:ed|es|ing)|work(?:s|ing|ed)? on|draft(?:s|ing)|discuss(?:es|ed|ing)?|preparing"
            r"|(?:talks|negotiations|bargaining) (?:on|about|for|over|towards?)|open negotiations on",
        ),
    )
)
_MADE: Final = re.compile(
    r"^ (?:, )?(?:that|which) (?:\S+ ){1,6}?(?P<w>signed|initialled|initialed|concluded|struck) "
)
"""As in "the memorandum that Peru and Chile signed in Lima", where the agreement is what was made."""
_CONCLUDING: Final = frozenset({"initialled", "initialed", "concluded", "struck"})
_HAS: Final = (
    r"(?:(?:,|which|that|was|were|is|are|be|been|being|has|have|had|and|already|also|then|later|finally|only|formally"
    r"|provisionally|not|to|due|expected|set|scheduled|yet|still|waits?|now) )*"
)
_BEHIND: Final = tuple(
    (re.compile(rf"^ (?:\( [^()]* \) )?{_HAS}(?P<w>{words})(?= )"), action)
    for action, words in (
        (
            "in_force",
            r"entered into force|entered in force|came into (?:force|effect|operation)|took effect|takes effect|in"
            r" force|applied|in effect|go(?:es)? into effect",
        ),
        (
            "signed",
            r"signed|inked|exchanged|(?:due|up|ready|waiting) (?:for signature|(?:next|in|on|this|by|before))",
        ),
        (
            "concluded",
            r"initialled|initialed|concluded|struck|reached|agreed|settled|sealed|clinched|came out of"
            r"|followed in",
        ),
        ("adopted", r"adopted|issued|released|published"),
        ("ratified", r"ratified|passed (?:the )?parliament|(?:awaits?|awaiting) ratification"),
        (
            "negotiating",
            r"under negotiation|under discussion|negotiated|drafted|prepared|in preparation|on the table"
            r"|in the works|(?:almost|nearly) ready|still to be concluded",
        ),
        ("ended", r"lapsed|expired|ran out|terminated|repealed|denounced|cancelled|fell through|collapsed"),
        ("suspended", r"suspended|shelved|frozen|put on ice"),
        ("amended", r"renewed|prolonged|extended|amended|revised"),
    )
)


def acts_in_order(noun: Token, start: int, end: int) -> Iterator[Act]:
    """What the words around an agreement's title say is done to it.

    Args:
        noun: The agreement.
        start: First token of its title.
        end: Token after its title.
    """
    sentence = noun.sent
    before = _words(noun, max(sentence.start, start - _REACH), start)
    for pattern, action in _BEFORE:
        if found := pattern.search(before):
            yield _act(noun, max(sentence.start, start - _REACH), before, found, action)
            break
    behind = _words(noun, end, min(sentence.end, end + _REACH))
    for pattern, action in _BEHIND:
        if found := pattern.search(behind):
            yield _act(noun, end, behind, found, action)
            break
    if (found := _MADE.search(behind)) and _is_plain(noun, end, behind, found):
        yield _act(noun, end, behind, found, "concluded" if found["w"] in _CONCLUDING else "signed")


def _is_plain(noun: Token, end: int, behind: str, found: re.Match[str]) -> bool:
    """Whether but names stand between "which" and the verb of those who made it."""
    between = noun.doc[end : end + behind[1 : found.start("w")].count(" ")]
    return not any(t.pos_ in ("VERB", "AUX") for t in between)


def _words(noun: Token, start: int, end: int) -> str:
    return " " + "".join(f"{t.lower_} " for t in noun.doc[start:end])


def _act(noun: Token, first: int, text: str, found: re.Match[str], action: str) -> Act:
    token = noun.doc[first + text[1 : found.start("w")].count(" ")]
    said = modality_of(token) if token.pos_ in ("VERB", "AUX") else "actual"
    near = text[: found.end()].split()
    if {"not", "no", "never", "neither"} & set(near):
        said = "denied"
    elif said == "actual" and action != "negotiating" and _TO_COME & set(near[-_CLOSE:]):
        said = "planned"
    return Act(action, token, said)
