"""Standing told by set phrases around a body: read off the words in their order, whatever the parse.

Each phrase is a row of a table: what stands between the states and the body, or behind the body, and what that
says. The states are the list nearest to the phrase; where another actor stands between, there are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from legation.reading.finders.membership_bodies import Body, is_outside
from legation.reading.finders.membership_rolls import Election, term_in
from legation.reading.finders.sides import listed_from, parties_only
from legation.reading.found import Found
from legation.reading.mention import Mention
from legation.reading.text import Sentence
from legation.reading.timing import date_for


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase: the words before a body, from the states on, and behind it; and the standing that they tell."""

    before: re.Pattern[str]
    behind: re.Pattern[str]
    action: str
    modality: str = "actual"
    role: str | None = None


def _phrase(
    before: str, behind: str, action: str, *, modality: str = "actual", role: str | None = None
) -> _Phrase:
    return _Phrase(re.compile(before + r"$"), re.compile(behind), action, modality, role)


_ARTICLE: Final = (
    r"(?:(?:a|an|the|its|their|full|new|current|rotating|official|founding|outgoing|incoming|\d+) )*"
)
_BE: Final = r"(?:(?:is|are|was|were|be|been|being|has|have|had|also|now|currently|already|officially|formally|recently) )+"
_GIVEN: Final = rf"(?:{_BE})?(?:grant|given|award|gain|receiv|obtain|secur|win|won|accord|hold|held|enjoy|has|have)\w* {_ARTICLE}"
_BECOME: Final = r"(?:has |have )?bec[ao]m(?:e|ing)(?: a| an| the)? "
_OWN: Final = r"(?:(?:'s|’s|'|’) )?(?:\w+ ){0,3}?"
_WISH: Final = rf"{_OWN}(?:aspirations?|ambitions?|desire|interest|wish|hopes?|efforts|quest|drive) "
_BID: Final = rf"{_OWN}(?:bid|application|candidacy|candidature|request) "
_JOIN: Final = (
    r"(?:(?:to|in|of|for) join(?:ing)?|to accede to|for (?:membership (?:of|in)|accession to)|to become a member of)"
    r" (?:the )?"
)
_COUNTRIES: Final = r"(?: (?:country|countries|state|states|status))?\b"
_SITS: Final = r"(?:serv(?:es?|ed|ing)|sat|sits?|sitting)"
_PERMANENT: Final = r"(?:(?:non - )?permanent |active |fellow |full )?"

_TOLD: Final = (
    _phrase(
        rf"(?:,|\() {_ARTICLE}{_PERMANENT}members? (?:state |country )?(?:of|in) (?:the )?", "", "member"
    ),
    _phrase(rf"(?:,|\() {_ARTICLE}observers? (?:of|to|in|at) (?:the )?", "", "observer"),
    _phrase(rf",? ?as {_ARTICLE}(?:co - )?(?:chair|chairman)s? of (?:the )?", "", "chairs", role="chair"),
    _phrase(rf",? ?as {_ARTICLE}", r"(?:co - )?chairs?\b", "chairs", role="chair"),
    _phrase(
        rf"(?:,|\() ?(?:which |that |currently )*(?:hold|assum|occupy|exercis)(?:s|e|es|ing|ying)? {_ARTICLE}",
        r"(?:presidency|chair(?:man|person)?(?:ship)?)\b",
        "chairs",
        role="presidency",
    ),
    _phrase(rf"(?:,? ?(?:who|which) )?(?:{_BE})?{_SITS} on (?:the )?", "", "member"),
    _phrase(r"(?:also )?belongs? to (?:the )?", "", "member"),
    _phrase(r"(?:is|are) (?:also )?part of (?:the )?", "", "member"),
    _phrase(r"(?:won|gained|obtained|achieved|secured) (?:full )?", r"membership\b", "joined"),
    _phrase(_GIVEN, r"candidate (?:country )?status", "candidate"),
    _phrase(
        rf"{_GIVEN}candidate (?:country )?status (?:for|of|in|to) (?:the |membership of the )?",
        "",
        "candidate",
    ),
    _phrase(rf"{_GIVEN}(?:permanent )?observer status (?:in|at|with|of|to|by) (?:the )?", "", "observer"),
    _phrase(rf"{_BE}(?:a |an |the )?", rf"(?:membership )?candidates?{_COUNTRIES}", "candidate"),
    _phrase(_BECOME, rf"(?:\w+ ){{0,2}}partners?{_COUNTRIES}", "joined", role="partner"),
    _phrase(_BECOME, rf"(?:full )?members?{_COUNTRIES}", "joined"),
    _phrase(rf"(?:{_BE})?(?:admitted|accepted|welcomed|received) (?:in|into|to) (?:the )?", "", "joined"),
    _phrase(rf"{_WISH}{_JOIN}", "", "joined", modality="called_for"),
    _phrase(rf"{_BID}{_JOIN}", "", "candidate", modality="planned"),
    _phrase(rf"{_OWN}decision (?:to join|on joining) (?:the )?", "", "joined", modality="planned"),
    _phrase(
        rf"{_OWN}(?:path|road|progress|way|journey|course|steps) (?:to|towards?) (?:the )?",
        r"(?:membership|accession)",
        "candidate",
    ),
    _phrase(
        r"(?:'s|’s) (?:\w+ )?(?:future|place) (?:is|lies) (?:in|with) (?:the )?",
        "",
        "joined",
        modality="planned",
    ),
    _phrase(
        r"(?:(?:have|has|jointly|also|today|formally) )*(?:launch|establish|found|form|creat)(?:ed)? (?:the |a )?",
        "",
        "joined",
    ),
)
_FOUNDING: Final = re.compile(r"(?:launch|establish|found|form|creat)(?:ed)? (?:the |a )?$")
_ONE_CHAIR: Final = re.compile(r"\bchair\b")
_COMPOSED: Final = re.compile(
    r"(?:,? (?:which|that))? ?(?:consists? of|is composed of|composed of|comprises?|comprising|is made up of|made up of|groups"
    r"|brings together|grouping|bringing together|is formed by|formed by) (?:the )?$"
)
_LEADING: Final = re.compile(
    r"^,? ?\(? ?(?:which is )?(?:co - ?|jointly )?(?:led|chaired|co - ?chaired) by (?:the )?$"
)
_UNITS: Final = frozenset(
    "pillar group force platform committee cluster stream track centre center council subcommittee".split()
)
_GOALS: Final = re.compile(
    r"(?:accession|membership) (?:goals?|aspirations?|ambitions?|path|bid|prospects?|perspective)\b"
)
_NOT_IN: Final = re.compile(
    r"(?:members?|countr(?:y|ies)|states?|nations?)(?: (?:states?|countries))? ?(?:[-–—,:(] ?)?"
    r"(?:such as |like |including |namely )?(?:the )?$"
)
_FAR: Final = 7
"""Tokens between a body and the list of its members."""
_LONGEST: Final = 12
"""Tokens of a phrase between the states and the body."""


def worded(sentence: Sentence, bodies: list[Body]) -> Iterator[Found]:
    """The standing that set phrases of a sentence tell."""
    for body in bodies:
        behind = _words(sentence, body.end, min(sentence.end, body.end + 5))
        for states in _lists(sentence, body):
            end = states[-1].end
            if body.start < end or body.start - end > _LONGEST:
                continue
            before = _words(sentence, end, body.start)
            told = next((p for p in _TOLD if p.before.match(before) and p.behind.match(behind)), None)
            if told is not None and (len(states) > 1 or not _FOUNDING.search(before)):
                one = told.role == "chair" and _ONE_CHAIR.search(f"{before}{behind}")
                yield from _each(sentence, body, states[-1:] if one else states, told)
        yield from _owned(sentence, body, behind)
    yield from _composed(sentence, bodies)


def _owned(sentence: Sentence, body: Body, behind: str) -> Iterator[Found]:
    """As in "its EU accession goals": of the last state that the sentence, or the one before, names."""
    if body.start == sentence.start or sentence.doc[body.start - 1].lower_ not in ("its", "their"):
        return
    wished = _GOALS.match(behind)
    before = sentence.before()
    named = [m for m in (*(before.mentions if before else ()), *sentence.mentions) if parties_only(m.actors)]
    named = [m for m in named if m.start < body.start or m not in sentence.mentions]
    if wished is None or not named:
        return
    for actor in parties_only(named[-1].actors)[:1]:
        if actor != body.name:
            yield Found(
                "membership",
                sentence,
                body.start - 1,
                body.end + 1,
                {"actor": actor, "body": body.name, "action": "joined"},
                modality="planned",
                evidence=("wording", "owned"),
                weight=0.6,
            )


def _words(sentence: Sentence, start: int, end: int) -> str:
    """Words in small letters, each with a blank behind it."""
    return "".join(f"{t.lower_} " for t in sentence.doc[start:end])


def _lists(sentence: Sentence, body: Body) -> Iterator[list[Mention]]:
    """The list of states nearest before a body."""
    named = [m for m in sentence.mentions if m.end <= body.start and parties_only(m.actors)]
    if not named:
        return
    run = [named[-1]]
    for mention in reversed(named[:-1]):
        gap = {t.lower_ for t in sentence.doc[mention.end : run[0].start]}
        if not gap or not gap <= {",", "and", "the", "&"}:
            break
        run.insert(0, mention)
    yield run


def _each(sentence: Sentence, body: Body, states: list[Mention], told: _Phrase) -> Iterator[Found]:
    head = sentence.doc[states[-1].end]
    date = date_for(sentence, head)
    term = term_in(sentence)
    actors = dict.fromkeys(a for m in states for a in parties_only(m.actors) if a != body.name)
    for actor in actors:
        yield Found(
            "membership",
            sentence,
            states[0].start,
            body.end,
            {"actor": actor, "body": body.name, "action": told.action, "role": told.role, "term": term},
            modality=told.modality,
            date=date.when if date and date.when != term else None,
            evidence=("wording", f"action:{told.action}"),
            weight=0.75,
        )


def _list_behind(sentence: Sentence, at: int) -> list[Mention]:
    """The list of actors that begins a few words behind a token."""
    first = next((m for m in sentence.mentions if m.start >= at), None)
    if first is None or first.start - at > _FAR:
        return []
    return listed_from(sentence, first.start, reach=0)


def outside(sentence: Sentence) -> Iterator[Found]:
    """As in "non-EU members Norway and Switzerland": those who are not in a body."""
    for mention in sentence.mentions:
        if mention.form != "name" or not is_outside(sentence, mention.start):
            continue
        run = _list_behind(sentence, mention.end)
        if not run or not _NOT_IN.match(_words(sentence, mention.end, run[0].start)):
            continue
        for actor in dict.fromkeys(a for m in run for a in parties_only(m.actors)):
            yield Found(
                "membership",
                sentence,
                mention.start - 2,
                run[-1].end,
                {"actor": actor, "body": mention.body or mention.actors[0], "action": "member"},
                modality="denied",
                evidence=("outside",),
                weight=0.6,
            )


def _composed(sentence: Sentence, bodies: list[Body]) -> Iterator[Found]:
    """As in "The group comprises Peru, Chile and Togo"."""
    for body in bodies:
        run = _list_behind(sentence, body.end)
        if len(run) < 2 or not _COMPOSED.match(_words(sentence, body.end, run[0].start)):
            continue
        for actor in dict.fromkeys(a for m in run for a in parties_only(m.actors) if a != body.name):
            yield Found(
                "membership",
                sentence,
                body.start,
                run[-1].end,
                {"actor": actor, "body": body.name, "action": "member"},
                evidence=("composed",),
                weight=0.75,
            )


def led(sentence: Sentence, bodies: list[Body]) -> Iterator[Found]:
    """As in "the Policy Pillar, led by Peru and Togo": a working group of a body, and who leads it."""
    for token in sentence.tokens:
        if token.lower_ not in _UNITS or not token.text[0].isupper() or token.i + 3 >= sentence.end:
            continue
        run = _list_behind(sentence, token.i + 1)
        if not run or not _LEADING.match(_words(sentence, token.i + 1, run[0].start)):
            continue
        start = token.i
        while start > sentence.start and (
            sentence.doc[start - 1].text[0].isupper() or sentence.doc[start - 1].lower_ in ("and", "&", "-")
        ):
            start -= 1
        while sentence.doc[start].lower_ in ("the", "and", "&", "-"):
            start += 1
        name = next((b.name for b in bodies if b.end == token.i + 1), sentence.words(start, token.i + 1))
        for actor in dict.fromkeys(a for m in run for a in parties_only(m.actors) if a != name):
            yield Found(
                "membership",
                sentence,
                start,
                run[-1].end,
                {"actor": actor, "body": name, "action": "chairs", "role": "lead"},
                evidence=("led",),
                weight=0.7,
            )


_GROUPS: Final = re.compile(
    r"\b(working group|task force|workstream|pillar|cluster|sub-?committee)s?\b", re.IGNORECASE
)
_IN_BRACKETS: Final = re.compile(r"\( (?:co - ?)?(?:led|chaired) by (?:the )?$")


def groups(sentence: Sentence, last: Body | None) -> Iterator[Found]:
    """As in "five working groups: resilience (led by Peru and Togo), trade (led by Chile)": groups of the body named last."""
    kind = _GROUPS.search(sentence.words(sentence.start, sentence.end))
    if kind is None:
        return
    for token in sentence.tokens:
        run = _list_behind(sentence, token.i + 1) if token.text == "(" else []
        if not run or not _IN_BRACKETS.match(_words(sentence, token.i, run[0].start)):
            continue
        start = token.i
        while (
            start > sentence.start
            and sentence.doc[start - 1].text not in ",;:"
            and token.i - start < _LONGEST
        ):
            start -= 1
        while sentence.doc[start].lower_ in ("and", "the", "on"):
            start += 1
        name = sentence.words(start, token.i)
        name = name if kind.group(1).lower() in name.lower() else f"{name} {kind.group(1).lower()}"
        name = f"{last.name} {name}" if last else name
        for actor in dict.fromkeys(a for m in run for a in parties_only(m.actors)):
            yield Found(
                "membership",
                sentence,
                start,
                run[-1].end,
                {"actor": actor, "body": name, "action": "chairs", "role": "lead"},
                evidence=("led", "bracket"),
                weight=0.6,
            )


_CHOOSING: Final = re.compile(
    r"(?:(?:re - ?)?elected|chosen|voted in)(?: (?:states|countries|members|member states|were|are|include|included|today"
    r"|yesterday|for an additional term|for another term|to the body))*:? (?:the )?$"
)


def chosen(sentence: Sentence, bodies: list[Body], election: Election | None) -> Iterator[Found]:
    """As in "The Assembly elected Peru, Chile and Togo to the Council", "Those elected are …": states elected to a body."""
    for token in sentence.tokens:
        if token.lower_ not in ("elected", "re-elected", "chosen"):
            continue
        run = _list_behind(sentence, token.i + 1)
        if len(run) < 2 or not _CHOOSING.match(_words(sentence, token.i, run[0].start)):
            continue
        body = next((b for b in bodies if b.start >= run[-1].end), election.body if election else None)
        if body is None:
            continue
        term = term_in(sentence) or (election.term if election else None)
        at = date_for(sentence, token)
        date = at.when if at and at.when != term else election.date if election else None
        for actor in dict.fromkeys(a for m in run for a in parties_only(m.actors) if a != body.name):
            yield Found(
                "membership",
                sentence,
                token.i,
                run[-1].end,
                {"actor": actor, "body": body.name, "action": "elected", "term": term},
                date=date,
                evidence=("chosen",),
                weight=0.7,
            )
