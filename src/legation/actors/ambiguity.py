"""Forms that several actors go by, and the words around them that tell which is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Final

from legation.actors.words import key

_REACHES: Final = ((60, 5), (300, 3))  # characters on either side, and how much a cue within them counts
_FAR_CAP: Final = 5

NOBODY: Final = "-"  # stands among the candidates where a form may well name no actor

Counts = dict[tuple[str, ...], int]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One actor that an ambiguous form may mean.

    Attributes:
        id: The actor's id.
        cues: Words that speak for it when they stand in the same text; a country code speaks for it when
            that country is named as context.
    """

    id: str
    cues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """A form and the actors that it may mean.

    Attributes:
        key: The form as names are compared.
        candidates: The actors, the likelier first.
        default: Id of the actor that is meant when nothing around tells; None where it would be a guess.
    """

    key: str
    candidates: tuple[Candidate, ...]
    default: str | None = None

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of the actors that may be meant."""
        return tuple(each.id for each in self.candidates if each.id != NOBODY)

    def in_text(self, text: str, start: int, end: int, counted: Counts) -> str:
        """Id of the candidate that the words around a place of a text speak for, else the first.

        Args:
            text: The text.
            start: Where the form starts.
            end: Where it ends.
            counted: How often each candidate's cues stand in the whole text, filled as they are counted.
        """
        around = [
            (text[max(0, start - reach) : start] + " " + text[end : end + reach], weight)
            for reach, weight in _REACHES
        ]
        best, most = self.candidates[0].id, 0
        for candidate in self.candidates:
            cues = _pattern(candidate.cues)
            if cues is None:
                continue
            if candidate.cues not in counted:
                counted[candidate.cues] = sum(1 for _ in islice(cues.finditer(text), _FAR_CAP))
            near = sum(weight * len(cues.findall(words)) for words, weight in around)
            score = near + counted[candidate.cues]
            if score > most:
                best, most = candidate.id, score
        return best

    def in_company(self, names: Iterable[str]) -> str | None:
        """Id of the one candidate that ids or names beside it speak for, else the default."""
        company = tuple(names)
        keys = {key(name) for name in company}
        joined = " ; ".join(company)
        scores = {c.id: _votes(c, company, keys, joined) for c in self.candidates if c.id != NOBODY}
        most = max(scores.values())
        leaders = [ident for ident, score in scores.items() if score == most]
        return leaders[0] if most and len(leaders) == 1 else self.default


def _votes(candidate: Candidate, company: tuple[str, ...], keys: set[str], joined: str) -> int:
    cues = _pattern(candidate.cues)
    votes = 2 * (candidate.id in company) + len({key(cue) for cue in candidate.cues} & keys)
    return votes + (len(cues.findall(joined)) if cues else 0)


@lru_cache(maxsize=1024)
def _pattern(cues: tuple[str, ...]) -> re.Pattern[str] | None:
    if not cues:
        return None
    choices = "|".join(re.escape(cue) for cue in sorted(cues, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{choices})(?!\w)")


def ambiguities(rows: Iterable[Mapping[str, str]]) -> dict[str, Ambiguity]:
    """The ambiguities of rows ``form,id,default,cues``, by the key of the form."""
    found: dict[str, Ambiguity] = {}
    for row in rows:
        form = key(row["form"])
        before = found.get(form, Ambiguity(form, ()))
        cues = tuple(cue.strip() for cue in row["cues"].split(";") if cue.strip())
        default = row["id"] if row["default"] else before.default
        found[form] = Ambiguity(form, (*before.candidates, Candidate(row["id"], cues)), default)
    return found
