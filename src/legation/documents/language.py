"""The language of a text: what its metadata says, else its script and its commonest small words."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

_SMALL_WORDS: Final = {
    "en": "the of and to in that is was for with on as by it at from this have are has be its which will",
    "fr": "le la les des et est une dans pour que qui sur par avec du au aux cette sont ont été plus il elle",
    "es": "el la los las y es una para que con por del se en su como más sus fue este esta al son ha",
    "de": "der die das und ist den von mit zu des für auf ein eine dem sich nicht im auch wird als am hat",
    "pt": "o os as e é uma para que com por do da dos das se no na em ao mais foi são sua pelo não",
    "it": "il la le gli e è una per che con del della dei delle si nel nella di da al alla sono ha più come",
    "vi": "và của các là trong với cho được những một có đã này không để về tại sẽ đến người khi trên nước",
    "id": "yang dan di dengan untuk dari pada ini dalam itu akan tidak adalah oleh ke juga telah sebagai",
}
_PROFILES: Final = {language: frozenset(words.split()) for language, words in _SMALL_WORDS.items()}
_SCRIPTS: Final = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af\u1100-\u11ff]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
)
_UKRAINIAN: Final = re.compile("[іїєґ]")
_WORD: Final = re.compile(r"[^\W\d_]+")
_TAG: Final = re.compile(r"([A-Za-z]{2})(?:[-_].*)?\Z")
_NAMES: Final = {
    "english": "en",
    "vietnamese": "vi",
    "french": "fr",
    "spanish": "es",
    "german": "de",
    "portuguese": "pt",
    "italian": "it",
    "russian": "ru",
    "chinese": "zh",
    "japanese": "ja",
    "korean": "ko",
    "arabic": "ar",
}
_SAMPLE: Final = 10_000
_FEWEST_HITS: Final = 3


def declared_language(declared: str | None) -> str | None:
    """The ISO 639-1 code of a language as metadata writes it (``en-US``, ``vi_VN``, ``English``), or None."""
    if not declared:
        return None
    match = _TAG.match(declared.strip())
    return match[1].lower() if match else _NAMES.get(declared.strip().lower())


def detect_language(text: str) -> str | None:
    """The ISO 639-1 code of the language that a text is most likely in, or None where it can't be told.

    Scripts that serve one language settle it; for the Latin script the language with the largest share of
    its small words among the words of the text does, if it has a third more of them than the next.
    """
    sample = text[:_SAMPLE]
    if sample.isascii():
        return _by_small_words(sample)
    letters = sum(map(str.isalpha, sample))
    for language, pattern in _SCRIPTS:
        found = len(pattern.findall(sample))
        if found * (20 if language == "ja" else 3) > letters:
            return "uk" if language == "ru" and len(_UKRAINIAN.findall(sample)) * 50 > found else language
    return _by_small_words(sample)


def _by_small_words(sample: str) -> str | None:
    words = Counter(_WORD.findall(sample.lower()))
    hits = {language: sum(words[word] for word in profile) for language, profile in _PROFILES.items()}
    (best, most), (_, second) = sorted(hits.items(), key=lambda item: -item[1])[:2]
    if most < _FEWEST_HITS or most * 20 < words.total() or most * 3 < second * 4:
        return None
    return best
