"""Where a field's value stands in the text: every field opens to words that support it.

Searched from near to far: the quote, its sentence, its block, the lead-in and heading over it, the title, the
blocks before it backwards, then those behind it. A number is looked for in its own block alone, a date elsewhere
only as the very same one, and last of all on the line that dates the document. A value for which no words stand
anywhere is supported by the quote alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from legation.actors.words import fold
from legation.reading.context import side_of
from legation.reading.found import Found
from legation.reading.mention import Mention
from legation.reading.text import ParsedBlock, Text
from legation.records import KINDS, FieldType, FieldValue
from legation.values.passage import Passage
from legation.values.when import When


def passages_of(found: Found, values: dict[str, FieldValue]) -> dict[str, tuple[Passage, ...]]:
    """The passages of each field that has words of its own."""
    text = found.sentence.text
    passages: dict[str, tuple[Passage, ...]] = {}
    for spec in KINDS[found.kind].fields:
        value = values.get(spec.name)
        if value is None or spec.name in found.spots:
            continue
        each = value if isinstance(value, tuple) else (value,)
        if spots := tuple(spot for one in each if (spot := _spot(found, spec.type, one))):
            passages[spec.name] = spots
    if found.date and (spot := _when_spot(found, found.date)):
        passages["date"] = (spot,)
    known = {
        name: at for name, at in found.spots.items() if name == "date" or values.get(name) not in (None, ())
    }
    return passages | {name: (passage(text, found.sentence.parsed, *at),) for name, at in known.items()}


def passage(text: Text, parsed: ParsedBlock, start: int, end: int) -> Passage:
    """The passage of tokens ``[start, end)`` of a block."""
    first, last = parsed.doc[start], parsed.doc[end - 1]
    source = parsed.block.source(first.idx, last.idx + len(last.text))
    return Passage(text.document.id, *source)


def _spot(found: Found, kind: FieldType, value: str | Decimal | When) -> Passage | None:
    text = found.sentence.text
    if isinstance(value, When):
        return _when_spot(found, value)
    for parsed in _near(found):
        if kind in ("actor", "actors", "person", "people"):
            mention = _mention(parsed, found, str(value))
            if mention:
                start = mention.start - _has_article(parsed, mention)
                return _named_before(text, parsed, mention) or passage(text, parsed, start, mention.end)
        elif isinstance(value, Decimal):
            for at in parsed.quantities:
                if at.quantity.value == value:
                    return passage(text, parsed, at.start, at.end)
            return None
    return None


def _mention(parsed: ParsedBlock, found: Found, value: str) -> Mention | None:
    fits = [m for m in parsed.mentions if value in m.actors or m.person == value or m.body == value]
    fits = fits or [m for m in parsed.mentions if any(value in side_of(actor) for actor in m.actors)]
    if parsed is not found.sentence.parsed or not fits:
        return fits[-1] if fits else None
    return min(
        fits,
        key=lambda m: (
            not found.start <= m.start < found.end,
            not found.sentence.start <= m.start < found.sentence.end,
            abs(m.start - found.start),
        ),
    )


def _has_article(parsed: ParsedBlock, mention: Mention) -> bool:
    """Whether "the" or "both" stands before words that point ("leaders"), which mean nobody without it."""
    points = mention.form in ("pair", "back") and mention.start > 0
    return points and parsed.doc[mention.start - 1].lower_ in ("the", "both", "these", "our", "its", "their")


def _named_before(text: Text, parsed: ParsedBlock, mention: Mention) -> Passage | None:
    """The nearest place before "he" or "the Minister" that writes the person's name; None for other words."""
    if mention.person is None or _writes_name(parsed, mention):
        return None
    at = next(i for i, block in enumerate(text.blocks) if block is parsed)
    places = [(parsed, [m for m in parsed.mentions if m.start < mention.start])]
    places += [(block, list(block.mentions)) for block in reversed(text.blocks[:at])]
    for block, named in places:
        for other in reversed(named):
            if other.person == mention.person and _writes_name(block, other):
                return passage(text, block, other.start, other.end)
    return None


def _writes_name(parsed: ParsedBlock, mention: Mention) -> bool:
    words = fold(parsed.doc[mention.start : mention.end].text).split()
    return any(part in words for word in (mention.person or "").split() for part in fold(word).split())


def _when_spot(found: Found, when: When) -> Passage | None:
    text = found.sentence.text
    for parsed in _near(found):
        own = parsed is found.sentence.parsed
        fits = [d for d in parsed.dates if _alike(d.when, when) or (own and _agrees(d.when, when))]
        if fits:
            near = found.start if parsed is found.sentence.parsed else 0
            best = min(fits, key=lambda d: (d.when != when, abs(d.start - near)))
            return passage(text, parsed, best.start, best.end)
    published = text.document.published
    return text.dateline if published and _alike(published, when) else None


def _alike(one: When, other: When) -> bool:
    """Whether two dates are one, be it rough or not: "early October"."""
    return str(one).rstrip("~") == str(other).rstrip("~")


def _agrees(one: When, other: When) -> bool:
    return one.contains(other) or other.contains(one)


def _near(found: Found) -> Iterator[ParsedBlock]:
    sentence = found.sentence
    text = sentence.text
    seen: set[int] = set()
    for parsed in _candidates(text, sentence.parsed, sentence.number):
        if id(parsed) not in seen:
            seen.add(id(parsed))
            yield parsed


def _candidates(text: Text, parsed: ParsedBlock, number: int) -> Iterable[ParsedBlock]:
    yield parsed
    for above in (text.lead_of(parsed), text.heading_of(parsed)):
        if above:
            yield above
    if text.blocks:
        yield text.blocks[0]
    yield from reversed(text.blocks[:number])
    yield from text.blocks[number + 1 :]
