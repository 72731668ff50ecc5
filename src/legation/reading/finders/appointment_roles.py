"""Offices told by a clause, not by a title: "who heads UNAMA", "holds the foreign brief", "her successor is …".

Read off the words around a person, whatever the parse. What is headed must be a body, an organ of state or a
portfolio: who leads a delegation or chairs a meeting holds no office by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from legation.actors.register import register
from legation.reading.context import is_state
from legation.reading.finders.appointment_bodies import whose
from legation.reading.finders.appointment_careers import token_at
from legation.reading.found import Found
from legation.reading.mention import Mention
from legation.reading.text import Sentence
from legation.reading.timing import date_for

_PORTFOLIO: Final = (
    r"(?:foreign affairs(?: and [a-z]+(?: [a-z]+)?)?|foreign policy|foreign relations|diplomacy"
    r"|external (?:affairs|relations)|trade(?: and industry)?"
    r"|commerce|industry|defen[cs]e|finance|the economy|economy|the treasury|treasury|the interior|the exchequer"
    r"|agriculture|energy|health|education|justice|transport|tourism|culture|the environment|climate|labour|security)"
)
_MINISTRY: Final = (
    rf"(?:(?:the )?(?:foreign|defen[cs]e|finance|economy|economics?|interior|trade|treasury|justice|health|energy) ministry"
    rf"|(?:the )?ministry (?:of|for) (?:the )?{_PORTFOLIO}|the treasury)"
)
_NOW: Final = r"(?:also |now |currently |still |today |alone |at present )*"
_WHO: Final = r"^,? ?(?:who |and )?"
_HEADING: Final = re.compile(
    rf"{_WHO}{_NOW}(?:(?P<verb>heads|leads|runs|chairs|directs|commands|presides over|is the head of|is at the head of)"
    rf"|has (?P<since>led|headed|run|chaired|directed|been leading|been heading)"
    r"|(?P<charge>is in charge of|looks after|oversees|is responsible for|was in charge of)) "
    r"(?P<what>(?:the |its |their |his |her )?[^,.;:()]+)"
)
_HOLDING: Final = re.compile(
    rf"{_WHO}{_NOW}(?:(?P<holds>holds|keeps|kept|retains|retained|has|combines)"
    r"|(?P<gets>takes|took|gets|got|receives|received|was given|was handed|is given|assumes|assumed|inherits)) "
    r"(?:the |his |her )?(?P<what>[a-z ]{4,30}?) (?:portfolio|brief|ministry|file)\b"
)
_RUN_BY: Final = re.compile(
    r"(?P<what>[Ff]oreign policy|[Dd]iplomacy|[Tt]he (?:[a-z]+ ){1,2}(?:portfolio|ministry|brief)"
    r"|[Tt]he ministry of [a-z ]+?)"
    r" (?:is|has been|was|lies|remains) (?:now |currently |still )?"
    r"(?:held by|in the hands of|led by|headed by|run by|entrusted to|with) $"
)
_CHOSEN: Final = re.compile(r"\b(?:picked|chose|chosen|named|appointed|tapped|put|selected|installed) $")
_TO_RUN: Final = re.compile(
    rf"^ (?:to (?:run|lead|head|take over|take charge of)|at the head of|in charge of) (?P<what>{_MINISTRY}|{_PORTFOLIO})\b"
)
_TAIL: Final = re.compile(
    r" (?:since|from|as|in [A-Z0-9]|at|on|and (?:has|is|was|had)|for the|which|that|until|opened|told|said) ?"
)
"""Where what is headed ends."""
_HEADS: Final = {"chairs": "chair", "commands": "commander"}
_ORGAN: Final = re.compile(
    r"\b(?:ministry|department|commission|committee|agency|division|bureau|council|secretariat|office|authority|bank|cabinet|army"
    r"|navy|air force|armed forces|forces|police|service|party|government|parliament|assembly|court"
    r"|directorate|mission|delegation in|embassy)$",
    re.IGNORECASE,
)
_NO_OFFICE: Final = re.compile(
    r"\b(?:delegation|side|team|talks|meeting|session|round|negotiations|panel|group|visit|efforts?"
    r"|race|polls|coalition|list|drive|way|campaign)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Role:
    """An office told by a clause: tokens of the words, the body named, what came of it."""

    office: str
    end: int
    start: int | None = None
    body: str | None = None
    action: str = "holds"


def roles(sentence: Sentence) -> Iterator[Found]:
    """The offices that clauses at the persons of a sentence tell."""
    for mention in sentence.mentions:
        if (
            mention.form != "person"
            or not mention.person
            or sentence.doc[mention.start].lower_ in ("his", "her")
        ):
            continue
        if role := _role_behind(sentence, mention) or _role_ahead(sentence, mention):
            yield _found(sentence, mention, role)


def _role_behind(sentence: Sentence, mention: Mention) -> _Role | None:
    last = sentence.doc[mention.end - 1]
    base = last.idx + len(last.text)
    behind = sentence.block.text[base : _end_of(sentence)]
    if match := _HEADING.match(behind):
        return _headed(sentence, match, base)
    action = "holds"
    match = _HOLDING.match(behind)
    if match is not None:
        action = "holds" if match["holds"] else "assumed"
    elif match := _TO_RUN.match(behind):
        action = "appointed"
        if not _CHOSEN.search(_ahead(sentence, mention)):
            return None
    office = _minister(match["what"]) if match else None
    if match is None or office is None:
        return None
    return _Role(office, token_at(sentence, base + match.end() - 1) + 1, action=action)


def _role_ahead(sentence: Sentence, mention: Mention) -> _Role | None:
    """As in "foreign policy is in the hands of Juan Paz"."""
    match = _RUN_BY.search(_ahead(sentence, mention))
    office = _minister(match["what"]) if match else None
    if match is None or office is None:
        return None
    return _Role(
        office, mention.end, start=token_at(sentence, sentence.doc[sentence.start].idx + match.start())
    )


def _headed(sentence: Sentence, match: re.Match[str], base: int) -> _Role | None:
    what = _TAIL.split(match["what"])[0].strip()
    if _NO_OFFICE.search(what) or not what:
        return None
    first = token_at(sentence, base + match.start("what"))
    end = token_at(sentence, base + match.start("what") + len(what) - 1) + 1
    if office := _minister(what):
        return _Role(office, end)
    if match["charge"]:
        return None
    word = _HEADS.get(match["verb"] or "", "head")
    if body := _body_in(sentence, first, end):
        return _Role("chair" if word == "chair" else "head", end, body=body)
    plain = re.sub(r"^(?:its|their|his|her) ", "the ", what)
    return _Role(f"{word} of {plain}", end) if _ORGAN.search(what) else None


def _minister(what: str) -> str | None:
    """The office of one who has a ministry or a portfolio: "the foreign brief" is the foreign minister's."""
    plain = re.sub(r"^(?:the|its|his|her|their|[A-Z]\w+(?: [A-Z]\w+)?[’']s?) ", "", what.strip())
    plain = re.sub(r" (?:portfolio|brief|ministry)$", "", plain, flags=re.IGNORECASE)
    if plain.lower() in ("foreign", "diplomatic", "diplomacy", "foreign policy", "external"):
        return "Foreign Minister"
    of = re.fullmatch(r"[Mm]inistry (?:of|for) (.+)", plain)
    if of:
        return f"Minister of {of[1]}"
    if re.fullmatch(_PORTFOLIO, plain, re.IGNORECASE):
        return f"Minister of {plain}"
    return (
        f"{plain.title()} Minister"
        if re.fullmatch(r"defen[cs]e|finance|interior|trade|economic", plain.lower())
        else None
    )


def _body_in(sentence: Sentence, start: int, end: int) -> str | None:
    """The body that a person heads, where the register knows it and the words name nothing but it."""
    start += sentence.doc[start].lower_ == "the"
    for other in sentence.mentions:
        whole = other.start <= start and other.end >= end
        if whole and other.form == "name" and other.body and not is_state(other.body):
            return None if register().kind_of(other.body) in ("region", "state", "territory") else other.body
    return None


def _found(sentence: Sentence, mention: Mention, role: _Role) -> Found:
    start = mention.start if role.start is None else role.start
    at = date_for(sentence, sentence.doc[role.end - 1], whole=False) if role.action != "holds" else None
    return Found(
        "appointment",
        sentence,
        start,
        role.end,
        {
            "person": mention.person,
            "office": role.office,
            "of": role.body or whose(sentence, mention, start, role.office),
            "action": role.action,
        },
        date=at.when if at else None,
        evidence=(f"action:{role.action}", f"of:{'said' if role.body else 'side'}", "pattern:role"),
        weight=0.75,
    )


def _ahead(sentence: Sentence, mention: Mention) -> str:
    return sentence.block.text[sentence.doc[sentence.start].idx : sentence.doc[mention.start].idx]


def _end_of(sentence: Sentence) -> int:
    last = sentence.doc[sentence.end - 1]
    return last.idx + len(last.text)
