"""Documents to texts: parse the blocks, find what stands in them, settle what points back.

The order matters: names first, then titles and persons (who need names), then the document's context and whose
side each person is on (which need persons), then the words that point back ("we", "the two sides", "he"), block by
block, for in a transcript "we" changes with the speaker.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from legation.actors.leaders import leaders
from legation.actors.mentions import NameMention
from legation.actors.offices import OfficeMention, find_offices
from legation.actors.register import register
from legation.actors.state_offices import may_hold
from legation.documents.document import Document
from legation.reading.cast import Stage
from legation.reading.context import context_of, is_state, side_of
from legation.reading.layout import Block, blocks_of
from legation.reading.mention import DateAt, Form, Mention, QuantityAt, by_token
from legation.reading.parse import Parse
from legation.reading.parser import parse
from legation.reading.people import Title, counterparts, grouped, named_body, titled
from legation.reading.pointing import pointing
from legation.reading.siding import sides_known
from legation.reading.standing import can_act_for, full_name, offices_of
from legation.reading.tenses import seasoned
from legation.reading.text import Context, ParsedBlock, Text
from legation.reading.timeline import year_over
from legation.reading.timing import ahead
from legation.reading.turns import contexts
from legation.reading.untitled import Names, bare, honoured, known, renowned
from legation.values.amounts import find_quantities
from legation.values.dates import DateMention, find_dates

_BATCH = 32
"""Documents whose blocks are parsed together."""

_SENT = frozenset({"Envoy", "Coordinator", "Representative", "Rapporteur", "Adviser", "Advisor"})
"""Heads of offices that are for a place which they are not of: "UN special envoy for Yemen"."""
_TOP = re.compile(r"(?:Prime Minister|Vice President|President|King|Queen|Chancellor|Minister)\b")
_FORMS: dict[str, Form] = {"demonym": "adjective", "capital": "capital"}


def analyse(documents: Iterable[Document]) -> Iterator[Text]:
    """Read documents into texts, in order, parsing in batches."""
    source = iter(documents)
    while batch := list(islice(source, _BATCH)):
        layouts = [blocks_of(document) for document in batch]
        parses = parse(block.text for blocks in layouts for block in blocks)
        for document, blocks in zip(batch, layouts, strict=True):
            yield _text(document, blocks, list(islice(parses, len(blocks))))


def _text(document: Document, blocks: list[Block], docs: list[Parse]) -> Text:
    language = document.language or "en"
    named = [register().find(doc.text, language=language) for doc in docs]
    names = [_actors(doc, found) for doc, found in zip(docs, named, strict=True)]
    titles = [_titles(doc, found, at) for doc, found, at in zip(docs, named, names, strict=True)]
    year = document.published.first.year if document.published and document.published.first else None
    leads = (None, *map(_group, titles))
    people = [_people(*block, year) for block in zip(docs, names, titles, leads, strict=False)]
    merged = [_merged(n, p) for n, p in zip(names, people, strict=True)]
    draft = context_of(document, merged)
    headings = [block.heading for block in blocks]
    led = _led(merged, draft, year)
    draft = replace(draft, sides=sides_known(zip(docs, merged, strict=True), headings, draft, led=led))
    calls = Names.of(draft.persons)
    wholes = [_with_known(doc, found, calls, draft) for doc, found in zip(docs, merged, strict=True)]
    stage = Stage.of(zip(docs, wholes, strict=True))
    parsed: list[ParsedBlock] = []
    year_told: int | None = None
    turns = contexts(draft, (block.text for block in blocks), wholes[0] if wholes and document.title else ())
    for block, doc, whole, offices, here in zip(blocks, docs, wholes, titles, turns, strict=True):
        whole = _merged(whole, pointing(doc, whole, here, stage, offices))
        stage = stage.after(doc, whole)
        spoken_of = year_over(blocks, block)
        dates, quantities = tuple(_dates(doc, document, spoken_of, year_told)), tuple(_quantities(doc))
        year_told = next((d.when.first.year for d in reversed(dates) if d.when.first), year_told)
        parsed.append(ParsedBlock(block, doc, tuple(whole), dates, quantities, tuple(offices)))
    return Text(document, tuple(parsed), draft)


def _led(blocks: Iterable[list[Mention]], context: Context, year: int | None) -> dict[str, tuple[str, ...]]:
    """For whom the persons of a document act by what the table of leaders knows, by their full names."""
    names = {
        full_name(m, context) for mentions in blocks for m in mentions if m.form == "person" and m.person
    }
    known_by = leaders()
    found = {name: known_by.named(name, year) or known_by.alone_named(name, year) for name in names}
    return {name: (leader.actor,) for name, leader in found.items() if leader}


def _tokens(doc: Parse, start: int, end: int) -> tuple[int, int]:
    span = doc.char_span(start, end)
    if span is None:  # a block that was cut at its longest ends before the words
        return len(doc), len(doc)
    return span.start, span.end


def _actors(doc: Parse, names: list[NameMention]) -> list[Mention]:
    found: list[Mention] = []
    for name in names:
        start, end = _tokens(doc, name.start, name.end)
        if doc.text[name.end : name.end + 1] == "$":
            continue  # "US$" is money
        if doc.text[name.start : name.end] == "Hague" and (not start or doc[start - 1].lower_ != "the"):
            continue  # the city is always "The Hague"; without the article it is somebody's name
        actors = side_of(name.actor.id) if _is_organ(name) else (name.actor.id,)
        if found and start < found[-1].end:  # "U.S.-Israel" is one word with two actors
            last = found.pop()
            found.append(replace(last, end=max(end, last.end), actors=(*last.actors, *actors)))
        else:
            found.append(Mention(start, end, actors, _FORMS.get(name.form, "name"), body=name.actor.id))
    return found


def _is_organ(name: NameMention) -> bool:
    """Whether an actor acts for its state: a ministry, an office, a parliament."""
    return name.actor.kind in ("ministry", "office")


def _titles(doc: Parse, known: list[NameMention], names: list[Mention]) -> list[Title]:
    sides = by_token(names)
    titles = []
    for office in find_offices(doc.text, known):
        start, end = _tokens(doc, office.start, office.end)
        if _describes(doc, start, end):
            continue
        of = _title_body(doc, office, (start, end), sides)
        titles.append(
            Title(start, end, office.office, office.rank, of, office.status, office.plural, office.head)
        )
    return titles


def _describes(doc: Parse, start: int, end: int) -> bool:
    """Whether a title's word only describes the noun behind it ("chief negotiator"), or an hour ("3 PM")."""
    last = doc[end - 1] if start < end else None
    if last is None or (last.text == "PM" and start > 0 and doc[start - 1].like_num):
        return True
    behind = doc[end] if end < len(doc) else None
    adjoins = behind is not None and behind.text.islower() and behind.pos_ == "NOUN"
    return adjoins and last.dep_ in ("compound", "amod", "nmod") and last.head == behind


def _title_body(
    doc: Parse, office: OfficeMention, at: tuple[int, int], sides: dict[int, Mention]
) -> str | None:
    """What a title says it is of, in its own words or by a body right before it; none where it is sent "for" another."""
    start, end = at
    inside = [i for i in range(start, end) if i in sides]
    beside = sides.get(start - 1)
    if inside and office.head in _SENT and doc[inside[0] - 1].lower_ in ("for", "to", "on"):
        return None
    if inside:
        return office.of or _body_in(doc, start, end, sides)
    body = beside is not None and beside.body == office.of and not is_state(office.of or "")
    return office.of if body else None


def _group(titles: list[Title]) -> str | None:
    """The office of a block's plural titles, where all are one: "the foreign ministers … the ministers"."""
    offices = {title.office for title in titles if title.plural}
    fullest = max(offices, key=len, default="")
    return fullest if fullest and all(fullest.endswith(office) for office in offices) else None


def _people(
    doc: Parse, names: list[Mention], titles: list[Title], lead: str | None, published: int | None
) -> list[Mention]:
    sides = by_token(names)
    taken = [i in sides for i in range(len(doc))]
    _take(taken, titles)
    found: list[Mention] = []
    steps: tuple[Callable[[], Iterable[Mention]], ...] = (
        lambda: titled(doc, titles, taken, sides),
        lambda: counterparts(doc, tuple(found), taken, sides),
        lambda: grouped(doc, titles, taken, sides, lead=lead),
        lambda: honoured(doc, taken),
        lambda: renowned(doc, taken, published),
        lambda: bare(doc, taken, [t.start for t in titles], sides),
    )
    for step in steps:
        fresh = list(step())
        _take(taken, fresh)
        found.extend(fresh)
        found.sort(key=lambda m: m.start)
    return [_of_possible(m) for m in found]


def _take(taken: list[bool], found: Iterable[Mention | Title]) -> None:
    for one in found:
        taken[one.start : one.end] = [True] * (one.end - one.start)


def _of_possible(mention: Mention) -> Mention:
    """A person with the side that the title names, unless that can have no such office: "in Japan, Chancellor Merz"."""
    actors = side_of(mention.body)
    if actors and not _can_be_of(actors[0], offices_of(mention)):
        return replace(mention, actors=(), body=None)
    return replace(mention, actors=actors)


def _can_be_of(actor: str, offices: Sequence[str]) -> bool:
    """Whether an actor can have such offices: no part of the world has any, and a forum has no ministers."""
    kind = register().get(actor).kind if actor in register() else ""
    if kind == "region" and register().get(actor).state is None:
        return False
    return can_act_for(actor, offices) and not (kind == "forum" and any(map(_TOP.match, offices)))


def _body_in(doc: Parse, start: int, end: int, sides: dict[int, Mention]) -> str | None:
    """What a title names its office to be of: "President of China", but not "Ambassador to Mexico"."""
    for at in range(start, end):
        if at in sides:
            before = [t.lower_ for t in doc[start:at]]
            link = next((word for word in reversed(before) if word in ("of", "for", "to", "at", "in")), None)
            return named_body(sides[at]) if link in (None, "of", "for", "in") else None
    return None


def _with_known(doc: Parse, found: list[Mention], calls: Names, context: Context) -> list[Mention]:
    """Names and persons of a block, with persons known from elsewhere in the document and everyone's side."""
    taken = [False] * len(doc)
    _take(taken, found)
    found = _merged(found, list(known(doc, calls, taken)))
    return [_settled(m, context) if m.form == "person" else m for m in found]


def _settled(mention: Mention, context: Context) -> Mention:
    full = full_name(mention, context)
    offices = offices_of(mention)
    actors = mention.actors
    if not actors and full in context.sides:
        actors = tuple(s for s in context.sides[full] if can_act_for(s, offices))
    elif not actors and offices and context.seat and _can_be_seated(offices, context):
        actors = (context.seat,)
    return replace(mention, person=full, actors=actors)


def _can_be_seated(offices: Sequence[str], context: Context) -> bool:
    """Whether a title without a country is the seat's own; among three parties or more only one that it surely has."""
    seat = context.seat or ""
    if len(context.between) > 2:
        return any(may_hold(seat, office) for office in offices) and can_act_for(seat, offices)
    return can_act_for(seat, offices)


def _merged(first: list[Mention], second: list[Mention]) -> list[Mention]:
    """Two lists of mentions as one, by start; where they overlap, a person swallows the names in its title."""
    if not second:
        return first
    both = [*first, *second]
    covered = {i for m in both if m.form == "person" for i in range(m.start, m.end)}
    kept = [m for m in both if m.form == "person" or covered.isdisjoint(range(m.start, m.end))]
    return sorted(kept, key=lambda m: (m.start, m.end, m.form != "person"))


def _dates(doc: Parse, document: Document, year: int | None, told: int | None) -> Iterator[DateAt]:
    dates = find_dates(doc.text, reference=document.published, context_year=year)
    if document.published is None and year is None:
        dates = sorted([*dates, *_yearless(doc.text, dates, told)], key=lambda d: d.start)
    for found in dates:
        start, end = _tokens(doc, found.start, found.end)
        at = ahead(doc, DateAt(start, end, found.when, found.sense, found.relative), document.published)
        yield at if year is not None else seasoned(doc, at, document.published)


def _yearless(text: str, dates: Sequence[DateMention], told: int | None) -> Iterator[DateMention]:
    """Days without a year in an undated text, a history: of the year that was told last before them."""
    year, begin = told, 0
    for start, end, first in [*((d.start, d.end, d.when.first) for d in dates), (len(text), len(text), None)]:
        if year is not None:
            for found in find_dates(text[begin:start], context_year=year):
                yield replace(found, start=found.start + begin, end=found.end + begin)
        year, begin = first.year if first else year, end


def _quantities(doc: Parse) -> Iterator[QuantityAt]:
    for found in find_quantities(doc.text):
        start, end = _tokens(doc, found.start, found.end)
        yield QuantityAt(start, end, found.quantity)
