"""Which lower-case words are plain English, by the word lists of the lemmas."""

from __future__ import annotations

from functools import cache

from legation.reading.lemmas import irregular, words

_MODALS = frozenset("will would can could may might shall should must".split())
_KINDS = ("noun", "verb", "adj", "adv")


@cache
def _vocabulary() -> frozenset[str]:
    return frozenset().union(*(table(kind) for kind in _KINDS for table in (words, irregular)))


def is_word(word: str) -> bool:
    """Whether a lower-case word is plain English: in the pipeline's lexicon, or inflected from one that is."""
    known = _vocabulary()
    if word in known:
        return True
    for ending, stems in (
        ("s", ("",)),
        ("es", ("", "e")),
        ("ies", ("y",)),
        ("ed", ("", "e")),
        ("ing", ("", "e")),
        ("ly", ("", "le")),
    ):
        if word.endswith(ending) and any(word[: -len(ending)] + stem in known for stem in stems):
            return True
    return any(_undoubled(word, ending) in known for ending in ("ed", "ing"))


def is_verb(word: str) -> bool:
    """Whether a lower-case word in -ing is the form of a verb that the pipeline's lexicon has."""
    stem = word.removesuffix("ing")
    verbs = words("verb")
    return stem in verbs or f"{stem}e" in verbs or _undoubled(word, "ing") in verbs


def is_infinitive(word: str) -> bool:
    """Whether a lower-case word is a verb as it stands behind "to"."""
    return word in words("verb")


def is_finite(word: str) -> bool:
    """Whether a lower-case word can be a verb with a third person as its subject: "met", "says", "arrived", "will"."""
    verbs = words("verb")
    if word in _MODALS or (word in irregular("verb") and not word.endswith("ing")):
        return True
    stems = {word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ed"), word.removesuffix("d")}
    return any(stem in verbs for stem in (stems - {word}) | {_undoubled(word, "ed")})


def _undoubled(word: str, ending: str) -> str:
    """The stem of a form that doubles its last letter: "stopped" gives "stop"; nothing for other forms."""
    stem = word.removesuffix(ending)
    doubled = stem != word and len(stem) > 3 and stem[-1] == stem[-2]
    return stem[:-1] if doubled else ""
