"""Tiers: the words that name a level of ties, normalised to the guide's five or kept as the text's own label."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from legation.reading.parse import Token
from legation.reading.text import Sentence

PARTNERSHIPS: Final = frozenset({"partnership", "partnerships"})
PARTNERS: Final = frozenset(
    {"partner", "partners", "ally", "allies", "friend", "friends", "neighbour", "neighbor"}
)
ALLIANCES: Final = frozenset({"alliance", "alliances", "ally", "allies"})
TIES: Final = frozenset("relations ties relationship relationships relation recognition".split())
OTHERS: Final = frozenset({"community", "level", "tier", "status", "height", "entente", "brotherhood"})
HEADS: Final = PARTNERSHIPS | PARTNERS | ALLIANCES | TIES | OTHERS

_RANKED: Final = frozenset(
    "comprehensive strategic cooperative cooperation global special all-weather enhanced privileged "
    "extensive all-round "
    "inclusive innovative reciprocal integrated holistic expanded multidimensional multi-dimensional multifaceted "
    "advanced".split()
)
"""Words that make the official name of a partnership; any other adjective only praises it."""
_QUALITIES: Final = frozenset(
    "close strong traditional friendly special informal unofficial warm brotherly fraternal "
    "good-neighbourly good-neighborly neighbourly constructive stable ironclad iron-clad "
    "all-weather cordial amicable tense strained frosty unbreakable unshakeable unshakable excellent "
    "time-honoured "
    "time-honored cooperative vital essential indispensable trusted reliable important key natural major "
    "key valued closest "
    "top leading consular defence defense trading trade security development sister treaty dialogue sectoral "
    "non-nato military like-minded likeminded steadfast staunch".split()
)
_TIE_QUALITIES: Final = _QUALITIES - frozenset(
    "defence defense trading trade security development sister treaty dialogue sectoral military key "
    "major top leading "
    "vital essential important cooperative".split()
)
_GLUE: Final = frozenset({",", "and", "-", "–", "&", "most", "very", "truly"})
_FIELDS: Final = frozenset(
    "economic political military cultural personal social parliamentary public private regional global "
    "commercial digital "
    "international multilateral technological scientific academic industrial financial".split()
)
"""Ties of one field only are no level."""
_RANKS: Final = frozenset(
    "largest biggest top first second third fourth fifth sixth seventh eighth ninth tenth".split()
)
_BLOCS: Final = frozenset({"nato", "atlantic", "transatlantic", "euro-atlantic"})
_STEPS: Final = frozenset({"new", "higher", "highest", "top"})
"""Words that tell of a level only that it is above the one before."""
_LONGEST = 14


@dataclass(frozen=True, slots=True)
class Tier:
    """A level of ties where it stands: tokens ``[start, noun]``.

    Attributes:
        start: First token of its words.
        noun: Its noun.
        label: One of the guide's tiers, else the text's own words.
        official: Whether it is the name of a level, not a quality that anyone may praise.
        plural: Whether several such ties, or partners, are meant.
    """

    start: int
    noun: Token
    label: str
    official: bool
    plural: bool


def tier_at(sentence: Sentence, noun: Token) -> Tier | None:
    """The level of ties that a noun and the words before it name, or None where they name none."""
    if noun.lower_ not in HEADS or noun.pos_ not in ("NOUN", "PROPN", "ADJ", "VERB"):
        return None
    if noun.lower_ in ALLIANCES and sentence.mention_at(noun) is not None:
        return None  # the name of a body: "the Pacific Alliance"
    start, words = _words_before(sentence, noun)
    label, official = _label(noun, words)
    if label is None:
        return None
    return Tier(start, noun, label, official, noun.tag_ in ("NNS", "NNPS") and noun.lower_ not in TIES)


def same_level(sentence: Sentence, noun: Token, label: str) -> Tier | None:
    """The level told of last, where a noun only points to it: "that level", "the same status"."""
    before = sentence.doc[noun.i - 1] if noun.i > sentence.start else noun
    if noun.lower_ not in ("level", "status", "tier") or before.lower_ not in ("that", "this", "same"):
        return None
    return Tier(before.i, noun, label, official=True, plural=False)


def _words_before(sentence: Sentence, noun: Token) -> tuple[int, list[str]]:
    """The words of a level before its noun, hyphens joined, and where they begin."""
    known = (
        _RANKED
        | _QUALITIES
        | _TIE_QUALITIES
        | _STEPS
        | {"diplomatic", "official", "weather", "all", "round", "non", "nato"}
    )
    start = noun.i
    words: list[str] = []
    for at in range(noun.i - 1, max(sentence.start, noun.i - _LONGEST) - 1, -1):
        token = sentence.doc[at]
        word = token.lower_
        if word in known:
            words.append(word)
            start = at
        elif word not in _GLUE and not _praise(token) and sentence.mention_at(token) is None:
            break
    return start, list(reversed(words))


def _praise(token: Token) -> bool:
    """Words inside the name of a level that say nothing of it: "comprehensive bilateral partnership"."""
    return token.pos_ in ("ADJ", "ADV", "NUM") and token.lower_ not in _FIELDS


def _label(noun: Token, words: list[str]) -> tuple[str | None, bool]:
    word = noun.lower_
    have = set(words)
    if word in ALLIANCES:
        return _alliance(noun, words)
    if word in PARTNERSHIPS | PARTNERS:
        return _partnership(noun, words)
    if word in TIES:
        if "diplomatic" in have:
            return "diplomatic_relations", True
        chosen = [w for w in words if w in _TIE_QUALITIES]
        word = "relationship" if word == "relationships" else word
        return (
            (" ".join([*chosen, word]), "consular" in chosen)
            if chosen and word != "recognition"
            else (None, False)
        )
    if word in ("level", "height", "tier") and have & _STEPS:
        return f"{next(w for w in words if w in _STEPS)} {word}", False
    if word == "community" and _shares_future(noun):
        return " ".join(
            [*(["all-weather"] if "weather" in have or "all-weather" in have else []), _community(noun)]
        ), True
    return None, False


def _alliance(noun: Token, words: list[str]) -> tuple[str | None, bool]:
    if {"non", "nato"} <= set(words) or "non-nato" in words:
        return "major non-NATO ally", True
    if noun.text in ("Alliance", "Allies", "Ally") and not words:
        return None, False  # NATO
    before = [t.lower_ for t in noun.doc[max(0, noun.i - 3) : noun.i]]
    if any(t in _BLOCS for t in before):
        return None, False
    if before[-2:] == ["quasi", "-"]:
        return "quasi-alliance", True
    named = noun.lower_ in ("alliance", "alliances") or bool(
        set(words) & {"treaty", "defence", "defense", "sister"}
    )
    return "alliance", named


def _partnership(noun: Token, words: list[str]) -> tuple[str | None, bool]:
    ranked = [w for w in words if w in _RANKED]
    have = set(ranked)
    if "all" in words and "weather" in words and "all-weather" not in have:
        ranked, have = ["all-weather", *ranked], have | {"all-weather"}
    if have == {"comprehensive", "strategic"}:
        return "comprehensive_strategic_partnership", True
    if have == {"strategic"}:
        return "strategic_partnership", True
    if have == {"comprehensive"}:
        return "comprehensive_partnership", True
    if have & {"strategic", "comprehensive", "all-weather", "special", "cooperative"} and ranked:
        return " ".join([*dict.fromkeys(ranked), "partnership"]), True
    chosen = [w for w in words if w in _QUALITIES]
    if "trading" in chosen and _is_ranked(noun):
        return None, False  # "third largest trading partner" is a figure
    if noun.lower_ in PARTNERSHIPS:
        return " ".join([*(w for w in chosen if w in _TIE_QUALITIES), "partnership"]), False
    return (" ".join([*chosen, noun.lower_]), False) if chosen else (None, False)


def _is_ranked(noun: Token) -> bool:
    return any(t.lower_ in _RANKS or t.tag_ == "JJS" for t in noun.doc[max(0, noun.i - 5) : noun.i])


def _shares_future(noun: Token) -> bool:
    words = [t.lower_ for t in noun.doc[noun.i + 1 : noun.i + 7]]
    return ("future" in words or "destiny" in words) and ("shared" in words or "common" in words)


def _community(noun: Token) -> str:
    stop = noun.i + 1
    while stop < len(noun.doc) and stop < noun.i + 10 and noun.doc[stop].text not in ",.;:()":
        if noun.doc[stop].lower_ in ("that", "which", "in", "between", "and", "by", "to"):
            break
        stop += 1
    return str(noun.doc[noun.i : stop].text)
