"""An encounter that a clause tells of, and what all its wordings have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from legation.reading.clauses import (
    actors_in,
    persons_in,
    who,
)
from legation.reading.context import is_party, is_state
from legation.reading.finders.encounter_runs import (
    fuller,
    run_before,
)
from legation.reading.finders.encounter_sides import (
    beside,
    doers_at,
    of_its_state,
    places_at,
)
from legation.reading.finders.encounter_words import (
    ASKING,
    mode_of,
)
from legation.reading.mention import Mention
from legation.reading.parse import Token
from legation.reading.text import Sentence


@dataclass(frozen=True, slots=True)
class Encounter:
    """Sides in touch with each other, as a clause has it.

    Attributes:
        sentence: Where it stands.
        trigger: The word that names the encounter.
        verb: The word whose verbs tell modality and date.
        sides: Everyone named as taking part.
        places: The states that it took place in, where the clause tells.
        mode: A label of the field ``mode``.
        pattern: The name of the wording, for the confidence model.
        weight: How often that wording is right.
    """

    sentence: Sentence
    trigger: Token
    verb: Token
    sides: tuple[Mention, ...]
    places: tuple[str, ...]
    mode: str | None
    pattern: str
    weight: float

    @property
    def participants(self) -> tuple[str, ...]:
        """The states and bodies that take part."""
        return tuple(a for a in actors_in(self.sides) if is_party(a))

    @property
    def persons(self) -> tuple[str, ...]:
        """The persons who take part."""
        return persons_in(self.sides)

    @property
    def start(self) -> int:
        """The first token of its words."""
        inside = [m.start for m in self._near()]
        return min([self.trigger.i, *inside])

    @property
    def end(self) -> int:
        """The token after the last of its words."""
        inside = [m.end for m in self._near()]
        return max([self.trigger.i + 1, *inside])

    def _near(self) -> list[Mention]:
        first, last = self.sentence.start, self.sentence.end
        return [m for m in self.sides if first <= m.start < last and abs(m.start - self.trigger.i) < 40]


def encounter(
    sentence: Sentence, words: tuple[Token, Token], sides: Iterable[Mention], *, pattern: str, weight: float
) -> Iterator[Encounter]:
    """The encounter of some sides, with its places and its mode.

    Args:
        sentence: Where it stands.
        words: The word that names it, and the word whose verbs tell modality and date.
        sides: Everyone named as taking part.
        pattern: The name of the wording.
        weight: How often that wording is right.
    """
    trigger, verb = words
    sides = tuple(dict.fromkeys(sides))
    spots = [p for word in dict.fromkeys((trigger, verb)) for p in beside(word, {"in", "at"})]
    places = tuple(dict.fromkeys(p for s in spots for p in places_at(sentence, s) if is_state(p)))
    sides = tuple(of_its_state(sentence, side) for side in sides)
    actors = actors_in(sides)
    bilateral = len(actors) == 2 and all(is_state(a) for a in actors)
    mode = mode_of(sentence, trigger, verb, bilateral=bilateral)
    yield Encounter(sentence, trigger, verb, sides, places, mode, pattern, weight)


def subjects_at(sentence: Sentence, verb: Token) -> list[Mention]:
    """Who does what a verb says, those asked to do it included."""
    head = verb.head
    tokens = doers_at(verb)
    if verb.dep_ == "xcomp" and head.lemma_.lower() in ASKING:
        tokens = [c for c in head.children if c.dep_ in ("dobj", "dative")] or tokens
    return fuller([m for t in tokens for m in who(sentence, t)], run_before(sentence, verb.i))


def objects_at(verb: Token) -> list[Token]:
    """The objects of a verb."""
    return [c for c in verb.children if c.dep_ in ("dobj", "obj", "dative")]
