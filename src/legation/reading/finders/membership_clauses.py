"""Standing told by the order of words: who "joined", "belongs to", "took over the chair of" which body.

A sentence is written down as a line (`legation.reading.finders.membership_line`), so that a wording
(`legation.reading.finders.membership_predicates`) is one pattern over it. Laws: the subject of a wording is the list of
actors right before it, past adverbs and asides, else that of the clause before it which shares its verb; a body that
goes unnamed is the one named last. Where no subject can be told, nothing is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from legation.reading.finders.membership_bodies import Body
from legation.reading.finders.membership_later import WORDED_LATER
from legation.reading.finders.membership_line import Line, Memory, Predicate, line_of
from legation.reading.finders.membership_predicates import PREDICATES
from legation.reading.finders.membership_rolls import term_in
from legation.reading.found import Found
from legation.reading.mention import DateAt
from legation.reading.text import Sentence
from legation.reading.timing import settled

_TRIGGERS: Final = re.compile(
    r" (?:"
    r"(?:re ?-? ?)?join|acced|accepted|accession|admi|allies|ally|appl|are in|ask|been in|belong|bid"
    r"|brings|brought|came|candidate|canvass|chair|compet|composed|compris|consist|contrib|countries of"
    r"|counts|embrac|enter|exclu|exit|expel|formed by|froze|frozen|gavel|group|hand|head|helm|host|invite"
    r"|is in|leading|leav|led |left|let |link|made up|member|notice|observer|oust|part |part[yi]|particip"
    r"|partner|pass|presid|pull|quit|remain|run|sat|seat|seek|serv|sign|sit|sought|stand|states of|status"
    r"|stay|return|founded|fail|lost|turned|pulls|out since|barred"
    r"|suspen|take|taken|took|unit|vie|voted|walked|welcomed|withdr"
    r")"
)
"""A quick look at whether a sentence can say any of it."""
_BUT: Final = re.compile(
    r"(?:(?:also|already|still|now|then|later|since|formally|officially|finally|only|currently|soon|recently|thus|itself"
    r"|both|all|each|meanwhile|however|again|duly|eventually|therefore|himself|subsequently|today|has|have|had|who|which"
    r"|that|,|in D|on D|D|in turn|by contrast|for its part|too|will|would|is|are|was|were|being|been|to|s|yesterday"
    r"|respectively|alone|together) )*$"
)
"""What may stand between a subject and what is said of it."""
_ASIDE: Final = re.compile(r"(?P<a>A )(?:\( [^()]* \) )?, [^,;:]{0,90} ,? ?$")
_ALSO: Final = re.compile(
    r"(?:(?:in|on) D )?(?:, )?(?:as|so) (?:has|have|did|does|do|is|are|was|were|had) (?P<a>A )"
)
_TWO: Final = re.compile(r" (?:both|the two|the pair)(?: [a-z' ,D]{0,20})?$")
_THREE: Final = re.compile(
    r" (?:all three|the three|all of them|all four|the four|all five)(?: [a-z' ,D]{0,20})?$"
)
_SHARED: Final = re.compile(
    r"(?: ,)? (?:and|but|or|then|yet) (?:also |now |still |then |later |has |have |had |is |are |in D |, )*$"
)
_IT: Final = re.compile(
    r" (?:it|they|the country|the republic|the kingdom|the island|the sultanate|the emirate|the state|its|their"
    r"|the (?:\w+ ){0,2}(?:state|republic|kingdom|nation|country|island)"
    r")"
    r"(?: [a-z' ,D]{0,30})?$"
)
_FROM_THE_START: Final = 12
"""Characters of a line within which "it" begins the sentence."""
_UNDER: Final = frozenset({"with", "against", "from", "for", "unlike", "to"})
_NEXT: Final = re.compile(r"[^,;:]{0,40}, (?P<a>A )")
_AMONG: Final = re.compile(r", (?P<a>A )(?:among them|included) , $")
_NOTED: Final = re.compile(r"(?P<a>A )\( [^()]* \) $")
_TAIL: Final = re.compile(
    r"(?:, |again |back |only |early |late |as early as |itself |together with A |starting )*"
    r"(?:(?:in|at) (?:A |[a-z]+ (?:[a-z]+ )?)(?:, )?(?=(?:on |in |last |this )?D ))?"
    r"(?:in|on|since|from|as of|at the end of|by|during|until|this|for)? ?"
    r"(?:early |late |mid-? ?|the end of |the beginning of )?(?P<d>D )"
)
_LEAD: Final = re.compile(
    r"(?:^ |[,;] |and |but |while |that )(?:(?:in|on|since|by|from|only|early|late|the|end|of) )*"
    r"(?P<d>D )(?:, )?(?P<r>[^,;]*)$"
)
_RIGHT_BEFORE: Final = re.compile(
    r"A (?:, )?(?:(?:in|on|since|only|early|late) )*(?P<d>D )(?:, )?(?:[a-z]+ )?$"
)
_CLAUSE: Final = re.compile(r" (?:and|but|while) ")
_HOPES: Final = frozenset("hope hopes hoping wants wish urged urges".split())
_TO_BE: Final = (["is", "to"], ["are", "to"], ["due", "to"], ["set", "to"])


def told_in_order(sentence: Sentence, bodies: list[Body], memory: Memory) -> Iterator[Found]:
    """The standing that the wordings of a sentence tell.

    Args:
        sentence: The sentence.
        bodies: The bodies that it names.
        memory: What the sentences before were about; this one is added to it.
    """
    line = line_of(sentence, bodies, memory)
    if _TRIGGERS.search(sentence.spelt) and (line.bodies() or memory.recent() is not None):
        yield from _read(line, memory)
    memory.keep(line, bodies)


def _read(line: Line, memory: Memory) -> Iterator[Found]:
    subject: tuple[str, ...] = ()
    for match, predicate in _wordings(line):
        actors = actors_of(line, match, predicate, subject or (), memory)
        subject = actors or subject
        if actors and (too := _ALSO.match(line.text, match.end())):
            actors = tuple(dict.fromkeys((*actors, *line.item(too.start("a")).actors)))
        yield from _each(line, match, predicate, actors, _bodies(line, match, memory)) if actors else ()


def _wordings(line: Line) -> list[tuple[re.Match[str], Predicate]]:
    """The wordings in a line, in its order; of two that overlap, the one that stands first in the table."""
    taken: list[tuple[int, int]] = []
    kept: list[tuple[re.Match[str], Predicate]] = []
    for predicate in (*PREDICATES, *WORDED_LATER):
        for match in predicate.pattern.finditer(line.text):
            body = match.groupdict().get("b") is not None and match.start("b") == match.start()
            begin, end = match.end("b") if body else match.start(), match.end() - 1
            if not any(begin < other and start < end for start, other in taken):
                taken.append((begin, end))
                kept.append((match, predicate))
    return sorted(kept, key=lambda k: k[0].start())


def _each(
    line: Line, match: re.Match[str], predicate: Predicate, actors: tuple[str, ...], bodies: tuple[Body, ...]
) -> Iterator[Found]:
    sentence = line.sentence
    first, last = line.item(match.start()), line.item(max(match.start(), match.end() - 2))
    at = date_near(line, match)
    modality = modality_near(line, match, predicate, at)
    date = at.when if at is not None else None
    if date is not None and modality == "actual":
        date = settled(sentence, date, sentence.doc[first.start])
    before = at is not None and at.start < first.start
    term = term_in(sentence)
    if predicate.action == "member" and (modality == "planned" or predicate.kind == "list" or before):
        date = None
    for body in bodies:
        inside = body in line.bodies()
        for actor in (a for a in actors if a != body.name):
            yield Found(
                "membership",
                sentence,
                min(first.start, body.start) if inside else first.start,
                max(last.end, body.end) if inside else last.end,
                {
                    "actor": actor,
                    "body": body.name,
                    "action": predicate.action,
                    "role": predicate.role,
                    "term": term,
                },
                modality=modality,
                date=date,
                evidence=("wording", f"action:{predicate.action}"),
                weight=0.75,
            )


def modality_near(line: Line, match: re.Match[str], predicate: Predicate, at: DateAt | None) -> str:
    """The modality of a wording: its own, else what the words before it and its date say."""
    if predicate.modality != "actual":
        return predicate.modality
    before = line.text[max(0, match.start() - 40) : match.start()].split()
    if {"if", "unless"} & set(before):
        return "conditional"
    if _HOPES & set(before[-7:]):
        return "called_for"
    if {"not", "never", "n't"} & set(before[-2:]):
        return "denied"
    if {"will", "shall", "would"} & set(before[-4:]) or before[-2:] in _TO_BE:
        return "planned"
    return "planned" if predicate.action != "candidate" and _is_ahead(line, match, at) else "actual"


def _is_ahead(line: Line, match: re.Match[str], at: DateAt | None) -> bool:
    """Whether a date is after the document's own day, and the verb does not say that it is past."""
    published = line.sentence.text.document.published
    if at is None or at.when.first is None or published is None or published.after is None:
        return False
    return (
        at.when.first >= published.after and line.sentence.doc[line.item(match.start()).start].tag_ != "VBD"
    )


def date_near(line: Line, match: re.Match[str]) -> DateAt | None:
    """The date of a wording: in it, right behind it, or before it in its clause; an end of a term is none."""
    at = _any_date(line, match)
    return at if at is not None and at.sense in ("point", "since", "from") else None


def _any_date(line: Line, match: re.Match[str]) -> DateAt | None:
    first, last = line.item(match.start()).start, line.item(match.end() - 2).end
    inside = [i.date for i in line.items if i.date and first <= i.start < last]
    if inside:
        return inside[0]
    whole = line.text[match.end() - 1] == " "
    tail = _TAIL.match(line.text, match.end() if whole else line.text.find(" ", match.end()) + 1)
    if tail:
        return line.item(tail.start("d")).date
    clause = line.text[: match.start()]
    for found in _LEAD.finditer(clause):
        if not _CLAUSE.search(found["r"]):
            return line.item(found.start("d")).date
    direct = _RIGHT_BEFORE.search(clause)
    return line.item(direct.start("d")).date if direct else None


def _bodies(line: Line, match: re.Match[str], memory: Memory) -> tuple[Body, ...]:
    for group in ("b", "c"):
        if match.groupdict().get(group):
            found = line.item(match.start(group)).bodies
            return found[-1:] if match.start(group) == match.start() else found
    before = line.bodies(match.start())
    recent = before[-1] if before else memory.recent()
    return (recent,) if recent is not None else ()


def actors_of(
    line: Line, match: re.Match[str], predicate: Predicate, subject: tuple[str, ...], memory: Memory
) -> tuple[str, ...]:
    """Whose a wording is: by its own group, else its subject; `subject` is that of the clause before."""
    if predicate.kind in ("own", "list"):
        actors = line.item(match.start("a")).actors
        return actors if predicate.kind == "own" or len(actors) > 1 else ()
    if predicate.kind == "topic":
        return subject or memory.topic
    if predicate.kind == "noun" and match.group().startswith(", "):
        return _apposed(line, match.start())
    before = line.text[: match.start()]
    between = _BUT.search(before)
    stem = before[: between.start()] if between else before
    near = _right_before(line, stem, before[len(stem) :])
    if near is not None:
        return near
    if _TWO.search(before.rstrip()) or _THREE.search(before.rstrip()):
        return _meant(line, before, match.start(), subject, memory)
    if not stem.strip() or (predicate.kind == "noun" and stem.endswith((" as ", " once "))):
        behind = _NEXT.match(line.text, match.end()) if predicate.kind == "noun" else None
        return line.item(behind.start("a")).actors if behind else ()
    return _meant(line, stem, match.start(), subject, memory) or _farther(
        line, stem, before, match.start(), subject
    )


def _right_before(line: Line, stem: str, between: str) -> tuple[str, ...] | None:
    """The actors at the end of a stem, unless a preposition takes them."""
    if not stem.endswith(" A "):
        return None
    number = line.items.index(line.item(len(stem) - 2))
    ahead = line.items[number - 1].text if number else ""
    free = ahead not in _UNDER or "which" in between or "that" in between
    return line.items[number].actors if free else None


def _meant(line: Line, stem: str, until: int, subject: tuple[str, ...], memory: Memory) -> tuple[str, ...]:
    """Whom "it", "the two" at the end of a stem mean."""
    several = _THREE.search(stem.rstrip()) is not None
    if several or _TWO.search(stem.rstrip()):
        lists = [
            i.actors
            for at, i in zip(line.at, line.items, strict=True)
            if at < until and (len(i.actors) > 2 if several else len(i.actors) == 2)
        ]
        if lists:
            return lists[-1]
        return memory.topic if len(memory.topic) == 2 and not several else memory.several if several else ()
    it = _IT.search(stem.rstrip())
    if it is None:
        return ()
    if (about := line.sentence.text.context.topic) and it.start() < _FROM_THE_START and not subject:
        return (about,)
    opens = it.start() < _FROM_THE_START or stem[: it.start()].endswith((" and", " but", ";", ","))
    return subject or line.topic(until) or (memory.topic if opens else ())


def _farther(line: Line, stem: str, before: str, until: int, subject: tuple[str, ...]) -> tuple[str, ...]:
    """The actors before an aside, those of the clause that shares its subject, or "Peru and Togo among them"."""
    closed = ", " in before[len(stem) :] or stem.endswith(", ")
    if closed and (aside := _ASIDE.search(stem)):
        return line.item(aside.start("a")).actors
    if _SHARED.search(before) or _SHARED.search(stem):
        return subject or line.topic(until)
    among = _AMONG.search(stem)
    return line.item(among.start("a")).actors if among else ()


def _apposed(line: Line, comma: int) -> tuple[str, ...]:
    """The actors right before a comma that opens an apposition."""
    before = line.text[:comma]
    if before.endswith(" A "):
        return line.item(comma - 2).actors
    note = _NOTED.search(before)
    return line.item(note.start("a")).actors if note else ()
