"""A document that is itself a joint statement, as its title says, and whose it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from legation.reading.context import is_party, is_state
from legation.reading.finders.agreement_names import Agreement
from legation.reading.finders.agreement_sides import document_sides
from legation.reading.finders.agreement_words import field_of
from legation.reading.found import Found
from legation.reading.mention import Mention
from legation.reading.text import Sentence
from legation.records import FieldValue

_CHORUS: Final = 12
"""States that speak as one body, at most, which a statement of theirs names one by one."""
_SPOKEN: Final = frozenset({"remarks", "readout", "transcript", "press", "interview"})
"""How the title of a document begins in which others speak before or after a joint statement."""


def in_title(sentence: Sentence, agreement: Agreement) -> Iterator[Found]:
    """A document that is itself a joint statement."""
    mentions = [m for m in sentence.mentions if not _is_venue(sentence, m)]
    named = tuple(dict.fromkeys(a for m in mentions for a in m.actors if is_party(a)))
    if sentence.doc[sentence.start].lower_ in _SPOKEN:
        return
    between = sentence.text.context.between
    speakers = tuple(
        dict.fromkeys(
            a for m in mentions if m.start < _topic(sentence, agreement) for a in m.actors if is_party(a)
        )
    )
    if speakers and set(speakers) <= set(between) and 1 < len(between) <= _CHORUS:
        named = between
    elif len(speakers) > 1:
        named = speakers
    parties = named if len(named) >= 2 else document_sides(sentence) or named
    if not any(map(is_state, named)) and len(parties) < len(between) <= _CHORUS:
        parties = between  # those who speak as one body: "Quad Leaders' Joint Statement"
    if not parties:
        return
    title = sentence.words(agreement.start, sentence.end)
    fields: dict[str, FieldValue] = {
        "parties": parties,
        "title": title,
        "action": "adopted",
        "field": field_of(title),
        "count": None,
    }
    published = sentence.text.document.published
    yield Found(
        "agreement",
        sentence,
        agreement.start,
        sentence.end,
        fields,
        date=published,
        evidence=("own title",),
        weight=0.9,
    )


def _topic(sentence: Sentence, agreement: Agreement) -> int:
    """The token from which a title tells what a statement is on."""
    tokens = sentence.doc[agreement.noun.i : sentence.end]
    return next(
        (t.i for t in tokens if t.lower_ in ("on", "regarding", "concerning", "following")), sentence.end
    )


def _is_venue(sentence: Sentence, mention: Mention) -> bool:
    """Whether a title names a state only as the place where its parties met: "in Lomé, Togo"."""
    before = [t.lower_ for t in sentence.doc[max(sentence.start, mention.start - 4) : mention.start]]
    return before[-1:] == ["in"] or ("in" in before and before[-1:] == [","])
