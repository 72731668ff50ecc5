"""Offices told by a clause, not by a title: "who heads UNAMA", "holds the foreign brief", "her successor is …".

Read off the words around a person, whatever the parse. What is headed must be a body, an organ of state or a
portfolio: who leads a delegation or chairs a meeting holds no office by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
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
    r"(?:foreign affairs(?: and [a-z]+(?: [a-z]+)?)?|foreign policy|foreign relations|diplomacy|external (?:affairs|relations)|trade(?: and industry)?"
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
    rf"|has (?P<since>led|headed|run|chaired|directed|been leading|been heading)|(?P<charge>is in charge of|looks after|oversees|is responsible for|was in charge of)) "
    r"(?P<what>(?:the |its |their |his |her )?[^,.;:()]+)"
)
_HOLDING: Final = re.compile(
    rf"{_WHO}{_NOW}(?:(?P<holds>holds|keeps|kept|retains|retained|has|combines)|(?P<gets>takes|took|gets|got|receives|received|was given|was handed|is given|assumes|assumed|inherits)) "
    r"(?:the |his |her )?(?P<what>[a-z ]{4,30}?) (?:portfolio|brief|ministry|file)\b"
)
_RUN_BY: Final = re.compile(
    r"(?P<what>[Ff]oreign policy|[Dd]iplomacy|[Tt]he (?:[a-z]+ ){1,2}(?:portfolio|ministry|brief)|[Tt]he ministry of [a-z ]+?)"
    r" (?:is|has been|was|lies|remains) (?:now |currently |still )?(?:held by|in the hands of|led by|headed by|run by|entrusted to|with) $"
)
_CHOSEN: Final = re.compile(r"\b(?:picked|chose|chosen|named|appointed|tapped|put|selected|installed) $")
_TO_RUN: Final = re.compile(
    rf"^ (?:to (?:run|lead|head|take over|take charge of)|at the head of|in charge of) (?P<what>{_MINISTRY}|{_PORTFOLIO})\b"
)
_ORGAN: Final = re.compile(
    r"\b(?:ministry|department|commission|committee|agency|division|bureau|council|secretariat|office|authority|bank|cabinet|army|navy"
    r"|air force|armed forces|forces|police|service|party|government|parliament|assembly|court|directorate|mission|delegation in|embassy)$",
    re.IGNORECASE,
)
_NO_OFFICE: Final = re.compile(
    r"\b(?:delegation|side|team|talks|meeting|session|round|negotiations|panel|group|visit|efforts?|race|polls|coalition|list|drive|way|campaign)\b",
    re.IGNORECASE,
)


def roles(sentence: Sentence) -> Iterator[Found]:
    """The offices that clauses at the persons of a sentence tell."""
    for mention in sentence.mentions:
        if (
            mention.form != "person"
            or not mention.person
            or sentence.doc[mention.start].lower_ in ("his", "her")
        ):
            continue
        behind = _behind(sentence, mention)
        if match := _HEADING.match(behind):
            yield from _headed(sentence, mention, match)
        elif match := _HOLDING.match(behind):
            office = _minister(match["what"])
            if office:
                yield _found(sentence, mention, match, office, None, "holds" if match["holds"] else "assumed")
        elif (match := _TO_RUN.match(behind)) and _CHOSEN.search(_ahead(sentence, mention)):
            office = _minister(match["what"])
            if office:
                yield _found(sentence, mention, match, office, None, "appointed")
        if (match := _RUN_BY.search(_ahead(sentence, mention))) and (office := _minister(match["what"])):
            yield _found(sentence, mention, match, office, None, "holds", before=True)


def _headed(sentence: Sentence, mention: Mention, match: re.Match[str]) -> Iterator[Found]:
    what = re.split(
        r" (?:since|from|as|in [A-Z0-9]|at|on|and (?:has|is|was|had)|for the|which|that|until|opened|told|said) ?",
        match["what"],
    )[0].strip()
    if _NO_OFFICE.search(what):
        return
    office = _minister(what)
    if office:
        yield _found(sentence, mention, match, office, None, "holds", what=what)
        return
    if match["charge"]:
        return
    body = _body_in(sentence, mention, match, what)
    if body is not None:
        yield _found(
            sentence,
            mention,
            match,
            "chair" if match["verb"] == "chairs" else "head",
            body,
            "holds",
            what=what,
        )
    elif _ORGAN.search(what):
        word = (
            "chair" if match["verb"] == "chairs" else "commander" if match["verb"] == "commands" else "head"
        )
        plain = re.sub(r"^(?:its|their|his|her) ", "the ", what)
        yield _found(sentence, mention, match, f"{word} of {plain}", None, "holds", what=what)


def _minister(what: str) -> str | None:
    """The office of one who has a ministry or a portfolio: "the foreign brief" is the foreign minister's."""
    plain = re.sub(r"^(?:the|its|his|her|their) ", "", what.strip())
    plain = re.sub(r" (?:portfolio|brief|ministry)$", "", plain)
    if plain.lower() in ("foreign", "diplomatic", "diplomacy", "foreign policy", "external"):
        return "Foreign Minister"
    of = re.fullmatch(rf"[Mm]inistry (?:of|for) (.+)", plain)
    if of:
        return f"Minister of {of[1]}"
    if re.fullmatch(_PORTFOLIO, plain, re.IGNORECASE):
        return f"Minister of {plain}"
    return (
        f"{plain.title()} Minister"
        if re.fullmatch(r"defen[cs]e|finance|interior|trade|economic", plain.lower())
        else None
    )


def _body_in(sentence: Sentence, mention: Mention, match: re.Match[str], what: str) -> str | None:
    """The body that a person heads, where the register knows it and the words name nothing but it."""
    offset = sentence.doc[mention.end - 1].idx + len(sentence.doc[mention.end - 1].text)
    start = token_at(sentence, offset + match.start("what"))
    end = token_at(sentence, offset + match.start("what") + len(what) - 1) + 1
    if sentence.doc[start].lower_ == "the":
        start += 1
    for other in sentence.mentions:
        whole = other.start <= start and other.end >= end
        if whole and other.form == "name" and other.body and not is_state(other.body):
            known = register().get(other.body) if other.body in register() else None
            return (
                None if known is not None and known.kind in ("region", "state", "territory") else other.body
            )
    return None


def _found(
    sentence: Sentence,
    mention: Mention,
    match: re.Match[str],
    office: str,
    of: str | None,
    action: str,
    *,
    before: bool = False,
    what: str = "",
) -> Found:
    doc = sentence.doc
    if before:
        start, end = token_at(sentence, doc[sentence.start].idx + match.start()), mention.end
    else:
        base = doc[mention.end - 1].idx + len(doc[mention.end - 1].text)
        last = match.start("what") + len(what) if what else match.end()
        start, end = mention.start, token_at(sentence, base + last - 1) + 1
    at = date_for(sentence, doc[end - 1], whole=False) if action != "holds" else None
    return Found(
        "appointment",
        sentence,
        start,
        end,
        {
            "person": mention.person,
            "office": office,
            "of": of or whose(sentence, mention, start, office),
            "action": action,
        },
        date=at.when if at else None,
        evidence=(f"action:{action}", f"of:{'said' if of else 'side'}", "pattern:role"),
        weight=0.75,
    )


def _behind(sentence: Sentence, mention: Mention) -> str:
    last = sentence.doc[mention.end - 1]
    start = last.idx + len(last.text)
    return sentence.block.text[start : _end_of(sentence)]


def _ahead(sentence: Sentence, mention: Mention) -> str:
    return sentence.block.text[sentence.doc[sentence.start].idx : sentence.doc[mention.start].idx]


def _end_of(sentence: Sentence) -> int:
    last = sentence.doc[sentence.end - 1]
    return last.idx + len(last.text)
