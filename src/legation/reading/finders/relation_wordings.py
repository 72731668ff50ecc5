"""Ties told by set phrases: "broke with", "exchanged ambassadors", "recalled its envoy from", "switched from … to".

Each phrase is a pattern over a sentence written down as a line (`legation.reading.finders.membership_line`), so that a
word which the parse hangs elsewhere does no harm. The group ``o`` is the other side, ``p`` one that is left; without them
the sides are the two of the subject, of the clause before, or of the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from legation.reading.context import is_state
from legation.reading.finders.membership_clauses import actors_of, date_near, modality_near
from legation.reading.finders.membership_line import Line, Memory, Predicate, line_of
from legation.reading.found import Found
from legation.reading.text import Sentence
from legation.reading.timing import settled

_TWO: Final = 2
_RECOGNITION: Final = "recognition"
_TIES: Final = "diplomatic_relations"
_KIND: Final = r"(?:(?:all|its|their|the|diplomatic|formal|official|full|[\w-]+ - year|long|any|- ) )*"
_NOUN: Final = r"(?:ties|relations|links|bonds?|contacts)"
_WITH: Final = r"(?:with|to) (?:the )?(?P<o>A )"


def _say(pattern: str, action: str, tier: str = _TIES, *, kind: str = "verb") -> Predicate:
    return Predicate(re.compile(rf"(?<= ){pattern}"), action, role=tier, kind=kind)


_PHRASES: Final = (
    _say(rf"(?:broke|breaks|break|broken|breaking) (?:off )?(?:{_KIND}{_NOUN} )?{_WITH}", "severed"),
    _say(
        rf"(?:cut|cuts|severed|severs|ended|ending|cutting|severing) (?:off )?{_KIND}{_NOUN} {_WITH}",
        "severed",
    ),
    _say(r"(?:broke|broken|cut|severed|breaking) them(?: off)? ", "severed"),
    _say(r"(?:resumed|restored|renewed|re ?-? ?established|reestablished|mended) them ", "restored"),
    _say(
        rf"(?:reduced|downgraded|lowered|downgrades|reduces) {_KIND}(?:representation|{_NOUN}) "
        r"(?:in|with|to) (?:the )?(?P<o>A )",
        "downgraded",
    ),
    _say(
        r"(?:recall(?:ed|s|ing)?|withdr[ae]wn?|withdrew|withdraws|summoned|called|ordered|pulled) (?:home"
        r" |back |out )?(?:its|their|his|her) (?:ambassadors?|envoys?) "
        r"(?:home |back )?(?:to|from|in) (?:the )?(?P<o>A )",
        "downgraded",
        "ambassador recalled",
    ),
    _say(
        r"(?:sent|sends|returned|returns) (?:its|their|an) ambassadors? (?:back )?to (?:the )?(?P<o>A )",
        "restored",
    ),
    _say(r"exchang(?:e|ed|ing|es) (?:ambassadors|envoys)(?: with (?:the )?(?P<o>A ))?", "established"),
    _say(
        r"(?:took up|takes up|take up|set up|opened|entered into|began|formed) (?:diplomatic |official "
        rf"|formal |full )*(?:ties|relations)(?: {_WITH})?",
        "established",
    ),
    _say(
        r"switch(?:ed|es|ing)? (?:its |diplomatic |recognition |ties |relations |allegiance )*from"
        r" (?P<p>A )to (?P<o>A )",
        "established",
    ),
    _say(
        r"(?:ties|relations) (?:with (?P<o>A )|between (?:the two|them|both|the two countries|A)"
        r" )?(?:were (?:formalised|formalized|opened|taken up)|date|dates|dating|go back|goes back|"
        r"began|were established) ",
        "established",
        kind="pair",
    ),
    _say(r"(?:ha[sd]|have) had (?:diplomatic |full |official )*(?:ties|relations) since ", "established"),
    _say(
        r"(?:is|are|remains?|has been|have been|was|were) (?:an? |the |one of )?(?:[\w-]+ ){0,3}?(?:ally"
        r"|allies) of (?:the )?(?P<o>A )",
        "described",
        "alliance",
    ),
    _say(r"recogni[sz]ed each other ", "established", _RECOGNITION),
    _say(
        r"recogni[sz](?:ed|es|e) (?:the (?:independence|state|republic) of )?(?:the )?(?P<o>A )(?=[.,;]|in D|on D|D |as an? )",
        "established",
        _RECOGNITION,
    ),
)
_QUICK: Final = re.compile(
    r" (?:br[eo]|cut|sever|end|resum|restor|renew|reduc|downgrad|lower|recall|withdr|summon|called|order"
    r"|pulled|sent|return|"
    r"exchang|took|take|set up|open|enter|began|form|switch|ties|relations|ally|allies|recogn)"
)


_UNNAMED = re.compile(r"[a-z]+ ,? ?with (?:which|whom) [^,;.]*$")
"""The other side where the text does not name it: "the northern neighbour, with which Peru has had relations since"."""


def worded(sentence: Sentence, told: Sequence[Found], memory: Memory) -> Iterator[Found]:
    """The ties that set phrases of a sentence tell.

    Args:
        sentence: The sentence.
        told: What was found of ties in this sentence or the one before.
        memory: What the sentences before were about; this one is added to it.
    """
    if sentence.block.kind == "title":
        return
    line = line_of(sentence, [], memory)
    if _QUICK.search(sentence.spelt):
        for phrase in _PHRASES:
            for match in phrase.pattern.finditer(line.text):
                if not _UNNAMED.search(line.text[: match.start()]):
                    yield from _found(line, match, phrase, told, memory)
    memory.keep(line, [])


def _found(
    line: Line, match: re.Match[str], phrase: Predicate, told: Sequence[Found], memory: Memory
) -> Iterator[Found]:
    pairs = _pairs(line, match, phrase, told, memory)
    sentence = line.sentence
    at = date_near(line, match)
    modality = modality_near(line, match, phrase, at)
    first, last = line.item(match.start()), line.item(max(match.start(), match.end() - 2))
    date = settled(sentence, at.when, sentence.doc[first.start]) if at else None
    for pair in pairs:
        yield Found(
            "relation",
            sentence,
            first.start,
            last.end,
            {"parties": pair, "tier": phrase.role, "action": phrase.action, "count": None},
            modality=modality,
            date=date,
            evidence=(f"act:{phrase.action}", "sides:words", "official"),
            weight=0.8,
        )


def _pairs(
    line: Line, match: re.Match[str], phrase: Predicate, told: Sequence[Found], memory: Memory
) -> list[tuple[str, str]]:
    others = line.item(match.start("o")).actors if match.groupdict().get("o") else ()
    own = () if phrase.kind == "pair" else actors_of(line, match, phrase, (), memory)
    own = tuple(a for a in own if is_state(a))
    if others:
        own = own or (_beside(line, others) if phrase.role != _RECOGNITION else ())
        return [(a, b) for a in own for b in others if a != b]
    if len(own) > 1:
        return list(combinations(own, 2))
    sides = next((f.fields["parties"] for f in reversed(told) if isinstance(f.fields["parties"], tuple)), ())
    near = sides or line.sentence.text.context.pair
    whole = isinstance(near, tuple) and len(near) == len([a for a in near if is_state(str(a))]) == _TWO
    return (
        [(str(near[0]), str(near[1]))] if whole and isinstance(near, tuple) and set(own) <= set(near) else []
    )


def _beside(line: Line, others: tuple[str, ...]) -> tuple[str, ...]:
    """The other side of the document's pair, where the phrase names one."""
    pair = line.sentence.text.context.pair
    return tuple(a for a in pair if a not in others and is_state(a)) if set(others) & set(pair) else ()
