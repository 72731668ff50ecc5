"""Parts of speech and lemmas of tagged words, from tables: the coarse part of speech, and the dictionary form.

The rules are those of English inflection; a rule's result counts only where the word list has it. The first rule
that fits wins, so "hoped" is from "hope" and not from "hop": what doubles its letter stands among the irregular forms.

Source: word lists of WordNet 3.0, and the tag map of spaCy's small English pipeline (MIT).
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("data") / "parser" / "lemmas.json.gz"

_BY_TAG = {
    tag: pos
    for pos, tags in {
        "PUNCT": ". , -LRB- -RRB- `` \"\" '' : HYPH NFP",
        "SYM": "$ # SYM",
        "ADJ": "AFX JJ JJR JJS",
        "CCONJ": "CC",
        "NUM": "CD",
        "DET": "DT PDT WDT WP$",
        "PRON": "EX PRP PRP$ WP",
        "X": "FW LS NIL ADD GW XX",
        "ADP": "IN RP",
        "AUX": "MD",
        "NOUN": "NN NNS",
        "PROPN": "NNP NNPS",
        "PART": "POS TO",
        "ADV": "RB RBR RBS",
        "SCONJ": "WRB",
        "INTJ": "UH",
        "VERB": "VB VBD VBG VBN VBP VBZ BES HVS",
        "SPACE": "_SP",
    }.items()
    for tag in tags.split()
}
_BE_HAVE_DO = {
    "VB": "be do have 've",
    "VBP": "do are 're am 'm have 've 's",
    "VBN": "been had",
    "VBG": "being",
    "VBZ": "is 's has does",
    "VBD": "was were did had 'd",
}
_BY_WORD = {
    (tag, word): pos
    for pos, rows in {
        "AUX": _BE_HAVE_DO,
        "PRON": {
            "NN": "something anyone anything nothing someone everything everyone everybody nobody somebody anybody"
        },
        "PART": {"RB": "not n't nt n’t"},
        "SCONJ": {
            "IN": "that if because while since so whether although though unless once upon till whereas whilst except "
            "despite but albeit save besides til"
        },
    }.items()
    for tag, words in rows.items()
    for word in words.split()
}
_MAIN = frozenset("ROOT advcl ccomp conj relcl xcomp".split())
_MAIN_VERBS = frozenset("do does did 'd have has had".split())
_IRREGULAR = {
    (pos, word): lemma
    for pos, rows in {
        "AUX": {
            "be": "is 's ’s are 're am 'm was were been being",
            "have": "has had 've having",
            "do": "does did done doing",
            "will": "'ll wo",
            "would": "'d",
            "can": "ca",
            "shall": "sha",
        },
        "PRON": {"I": "i me", "he": "him", "we": "us", "they": "them"},
        "VERB": {"be": "’s are"},
        "NOUN": {"other": "others"},
        "ADV": {"well": "better"},
        "PART": {"not": "n't nt n’t"},
    }.items()
    for lemma, words in rows.items()
    for word in words.split()
}
_QUOTES = str.maketrans("“”‘’", "\"\"''")
_RULES = {
    "noun": (
        ("s", ""),
        ("ses", "s"),
        ("ves", "f"),
        ("xes", "x"),
        ("zes", "z"),
        ("ches", "ch"),
        ("shes", "sh"),
        ("men", "man"),
        ("ies", "y"),
    ),
    "verb": (
        ("s", ""),
        ("ies", "y"),
        ("es", "e"),
        ("es", ""),
        ("ed", "e"),
        ("ed", ""),
        ("ing", "e"),
        ("ing", ""),
    ),
    "adj": (("er", "e"), ("er", ""), ("est", "e"), ("est", "")),
    "adv": (),
}
_UNLISTED_PLURAL = re.compile(r"[^\Wsui]s$")
_BASE = frozenset({"VB", "VBP", "NN", "JJ", "RB", "MD"})
"""Tags of words that are their own lemma."""


@cache
def words(kind: str) -> frozenset[str]:
    """The plain English words of a kind, all lower-case: "noun", "verb", "adj", "adv"."""
    return frozenset(_tables().words[kind])


@cache
def irregular(kind: str) -> Mapping[str, str]:
    """Lemmas of the forms of a kind that rules do not lead to: "went" to "go"."""
    return dict(zip(*_tables().forms[kind], strict=True))


@dataclass(frozen=True, slots=True)
class _Tables:
    words: Mapping[str, list[str]]
    forms: Mapping[str, tuple[list[str], list[str]]]


@cache
def _tables() -> _Tables:
    with gzip.open(_FILE, "rt", encoding="utf-8") as file:
        return _Tables(**json.load(file))


def part_of_speech(tag: str, word: str, dep: str) -> str:
    """The coarse part of speech of a lower-case word with a tag, in its relation to its head.

    Example:
        >>> part_of_speech("VBD", "had", "aux"), part_of_speech("VBD", "had", "ROOT")
        ('AUX', 'VERB')
    """
    if tag in ("DT", "WDT") and dep not in ("det", "quantmod"):
        return "PRON"
    if tag == "IN" and dep == "mark":
        return "SCONJ"
    if dep in _MAIN and word in _MAIN_VERBS:
        return "VERB"
    if dep in ("aux", "auxpass") and tag != "TO":
        return "AUX"
    return _BY_WORD.get((tag, word)) or _BY_TAG.get(tag, "X")


def lemma_of(word: str, tag: str, pos: str) -> str:
    """The dictionary form of a word as it stands in a text; names keep their capitals.

    Example:
        >>> [lemma_of(*row) for row in (("hoped", "VBD", "VERB"), ("Ministers", "NNPS", "PROPN"))]
        ['hope', 'Minister']
    """
    lower = word.lower()
    if pos == "PROPN":
        return _singular_name(word, lower) if tag == "NNPS" else word
    if pos == "PUNCT":
        return word.translate(_QUOTES)
    if tag == "PRP" and lower == "her":
        return "she"
    found = _IRREGULAR.get((pos, lower))
    if found is not None:
        return found
    kind = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adj", "ADV": "adv"}.get(pos)
    return lower if kind is None or tag in _BASE else _inflected_from(lower, kind)


def _singular_name(word: str, lower: str) -> str:
    """A capitalised plural without its ending: "Ministers", but "Philippines" and "Emirates Airlines" by list alone."""
    single = _inflected_from(lower, "noun")
    return word[: len(single)] if single in words("noun") and lower.startswith(single) else word


def _inflected_from(lower: str, kind: str) -> str:
    special = irregular(kind).get(lower)
    if special is not None:
        return special
    known = words(kind)
    fits = (lower[: len(lower) - len(a)] + b for a, b in _RULES[kind] if lower.endswith(a))
    found = next((form for form in fits if form in known), lower)
    if found == lower and kind == "noun" and _UNLISTED_PLURAL.search(lower) and lower not in known:
        return lower[:-1]
    return found
