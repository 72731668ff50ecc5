"""Names as they are formed in a language: a guard against taking a foreigner for an official of the publisher's state.

A few languages draw nearly all family names from a short list. Where a paper of such a state names an official
without a state, the name must be of that form; one without an office counts for the paper's own only by it. The
law: this answers only whether a name can be one of that language, for other states nothing; it speaks for a state
that the publisher's address names already, never for another.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from legation.actors.load import rows

_SYLLABLE: Final = r"(?:(?:[kgsztdnhbpmyrwjf]|[kgnhbpmr]y|sh|ch|ts|tch|kk|ss|ssh|tt|pp|nn|mm)?[aiueo]h?|n)"
_JAPANESE: Final = re.compile(rf"{_SYLLABLE}+")
_VIETNAMESE: Final = re.compile(
    r"(?:ngh?|kh|th|tr|ch|gi|gh|nh|ph|qu|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?"
)
_SHORTEST: Final = 2


def fits(name: str, state: str) -> bool | None:
    """Whether a person's name is formed as names are in the language of a state; None where no list tells.

    Args:
        name: The name as commonly written in English, without accents.
        state: Id of the state.

    Example:
        >>> fits("Nguyen Van An", "VNM"), fits("Marta Holm", "VNM"), fits("Marta Holm", "SWE")
        (True, False, None)
    """
    words = name.casefold().replace("-", " ").split()
    if state == "JPN":
        return all(len(word) >= _SHORTEST and _JAPANESE.fullmatch(word) is not None for word in words)
    form = _forms().get(state)
    if form is None or not words:
        return None
    place, families = form
    if state == "VNM" and not all(map(_VIETNAMESE.fullmatch, words)):
        return False
    if state == "VNM" and len(words) == 1:  # officials go by their given names there
        return True
    return words[0] in families or (place == "either" and words[-1] in families)


@lru_cache(maxsize=1)
def _forms() -> dict[str, tuple[str, frozenset[str]]]:
    return {row["state"]: (row["place"], frozenset(row["names"].split())) for row in rows("name_forms.csv")}
