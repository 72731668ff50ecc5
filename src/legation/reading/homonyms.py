"""Names of persons whose first word is a function word of English: To Lam, He Lifeng, Do Hung Viet, An Gyu-back.

Parsers take "To Lam landed" for the preposition and lose the sentence's subject; "Tô Lam" they take for a name.
So such a word is given an accent, letter for letter, before a text is parsed. Law: a word is a name's first only
where its place tells: capitalised words follow that are neither plain English nor an actor's name, and it stands
behind a word in lower case, a comma, a title or "'s"; at the start of a sentence, before a finite verb.
"""

from __future__ import annotations

import re
import unicodedata

from legation.actors.offices import find_offices
from legation.actors.register import register
from legation.reading.glue import FUNCTION_WORDS
from legation.reading.lexicon import is_finite, is_infinitive, is_word
from legation.reading.person_names import HONORIFICS

_ONLY_WITHIN = frozenset({"An", "In", "On", "So", "No", "Or"})
"""Words that begin a sentence before a name of anything: "In Geneva", "So Ruto went"; there their place tells nothing."""
_NAME = re.compile(
    r"(?<![\w’'-])(?P<first>To|Do|He|She|You|Am|Will|An|In|On|So|No|Or)(?= (?P<rest>[A-Z][a-z\u00c0-\u1ef9]+"
    r"(?:[ -][A-Z][a-z\u00c0-\u1ef9]+|-[a-z]+)*)(?:(?P<owner>['’]s)\b|[,.;:)]| (?P<next>[a-z]+)\b|$))"
)
_BEGINS = re.compile(r"(?:^|[.!?:;]\s|[“\"])$")
_LONGEST_NAME = 3
"""Letters of a name that may be a word of the lexicon too: "Lam", "Do"."""


def with_names(text: str) -> str:
    """A text of the same length, in which no name begins like a function word.

    Example:
        >>> with_names("It went to To Lam.")
        'It went to Tô Lam.'
    """
    return _NAME.sub(lambda match: _accented(match["first"]) if _is_name(match) else match["first"], text)


def _is_name(match: re.Match[str]) -> bool:
    words = match["rest"].lower().split()
    if words[0] in FUNCTION_WORDS or all(is_plain(word) for word in words):
        return False
    if is_plain(words[0]) and is_infinitive(words[0]):  # "President To Visit Gangneung"
        return False
    return _stands_as_name(match) and not register().find(match["rest"])


def is_plain(word: str) -> bool:
    """Whether a lower-case word is plain English, and too long to be a name that only looks so ("Lam", "Do")."""
    return len(word) > _LONGEST_NAME and is_word(word)


def _stands_as_name(match: re.Match[str]) -> bool:
    before = match.string[: match.start()]
    anywhere = match["first"] not in _ONLY_WITHIN
    if _BEGINS.search(before):
        return anywhere and bool(match["owner"] or (match["next"] and is_finite(match["next"])))
    word = before.split()[-1] if before.strip() else ""
    inner = word[:1].islower() or word.endswith(("'s", "’s")) or word.lower() in FUNCTION_WORDS | HONORIFICS
    return inner or (anywhere and word.endswith(",")) or _ends_title(match.string, match.start())


def _ends_title(text: str, at: int) -> bool:
    """Whether a title of office stands right before a place: "General Secretary | To Lam"."""
    return any(office.end + 1 == at for office in find_offices(text, register().find(text)))


def _accented(word: str) -> str:
    """The word with a circumflex on its first vowel, as one character."""
    at = next(i for i, letter in enumerate(word) if letter.lower() in "aeiou")
    return word[:at] + unicodedata.normalize("NFC", word[at] + "\u0302") + word[at + 1 :]
