"""The contact that a document is about, told by its title: remarks at a meeting, a letter.

"Remarks by President X and Prime Minister Y before Bilateral Meeting" tells of a meeting that the text itself
need not name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from legation.reading.clauses import actors_in, persons_in
from legation.reading.found import Found
from legation.reading.text import Sentence, Text

_MET = re.compile(
    r"\b(?:bilateral|trilateral|expanded|meeting|talks|call|summit|press (?:conference|availability|statements?)|"
    r"arrival ceremony|signing ceremony|joint (?:remarks|appearance))\b",
    re.I,
)
_CALLED = re.compile(r"\b(?:call|phone|virtual|video)", re.I)
_LETTER = re.compile(r"(?:a |the |text of a )?(?:letters?|message) (?:to|from)\b", re.I)
_DOMESTIC = re.compile(r"\bspeaker of the house\b|\bcongress\w*\b|\bsenate\b", re.I)


def told_by_title(text: Text) -> Iterator[Found]:
    """The contact of a document's title, where the title alone tells it."""
    if not text.blocks or text.blocks[0].block.kind != "title" or not text.sentences:
        return
    title = text.sentences[0]
    words = text.blocks[0].block.text
    if _LETTER.match(words):
        yield from _letter(title, words)
    elif _is_of_two(text) and _MET.search(words):
        mode = "call" if _CALLED.search(words) else "meeting"
        persons = persons_in(m for m in title.mentions if set(m.actors) & set(text.context.between))
        if persons:
            yield _found(title, text.context.between, persons, mode, "title:remarks")


def _is_of_two(text: Text) -> bool:
    """Whether two sides speak in a document, not in one voice."""
    return text.context.spoken and not text.context.joint and len(text.context.between) == 2


def _letter(title: Sentence, words: str) -> Iterator[Found]:
    home = title.text.context.home
    about = next(
        (t.i for t in title.tokens if t.lower_ in ("on", "regarding", "about", "concerning")), title.end
    )
    named = actors_in(m for m in title.mentions if m.start < about)
    actors = tuple(dict.fromkeys(a for a in (home, *named) if a))
    if len(actors) >= 2 or (actors and _DOMESTIC.search(words)):
        yield _found(title, actors, (), "letter", "title:letter")


def _found(
    title: Sentence, participants: tuple[str, ...], persons: tuple[str, ...], mode: str, pattern: str
) -> Found:
    return Found(
        "contact",
        title,
        title.start,
        title.end,
        {"participants": participants, "persons": persons, "mode": mode, "count": None},
        evidence=(f"pattern:{pattern}",),
        weight=0.75,
    )
