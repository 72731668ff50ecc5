"""Firms and institutions that the register does not know, as parties to an agreement: "MVM signed a deal with …"."""

from __future__ import annotations

from typing import Final

from legation.actors.register import register
from legation.reading.finders.agreement_words import HEADS
from legation.reading.mention import Mention
from legation.reading.parse import Token
from legation.reading.text import Sentence

_KINDS: Final = frozenset(
    "university college institute corporation company group bank foundation energy airlines airways industries holdings "
    "systems technologies center centre association federation fund healthcare motors steel electric power oil gas "
    "aerospace shipbuilding shipyard media press school hospital academy inc ltd llc corp limited partners".split()
)
"""Words by which an institution's name differs from a person's."""
_OFFICIAL: Final = frozenset(
    "ministry department government agency authority commission council bureau secretariat parliament administration "
    "congress senate navy army directorate office president highness majesty excellency minister secretary chancellor king "
    "prince ambassador committee court embassy republic state kingdom leader leaders premier".split()
)
"""Words of a name that stands for its state."""
_TITLES: Final = frozenset(
    "pm fm dpm ceo mp mps eam nsa mr mrs ms dr fta ftas mou mous gdp phd gen lt col vice deputy".split()
)
_FIRMS: Final = frozenset(
    "company companies firm firms corporation corporations group provider operator giant maker".split()
)
_OWNED: Final = 6
"""Tokens between a state and the name of its firm: "Hungary's electricity provider, MVM"."""


def with_firms(sentence: Sentence, actors: tuple[str, ...], start: int, end: int) -> tuple[str, ...]:
    """Actors, and the firms among the tokens ``[start, end)``, without the states that only say whose firms they are."""
    unknown = _firms_in(sentence, start, end)
    named = [
        a for m in sentence.mentions if start <= m.start and m.end <= end for a in m.actors if _is_known(a)
    ]
    if not unknown and not named:
        return actors
    owners = _owned_by(sentence, start, end)
    more = named if owners else ()
    return tuple(dict.fromkeys(a for a in (*actors, *more, *unknown) if a not in owners))


def _is_known(actor: str) -> bool:
    return actor in register() and register().get(actor).kind == "firm"


def lone_firm(sentence: Sentence, token: Token) -> tuple[str, ...]:
    """A firm of one word that acts and is no other's name: "Westinghouse signed"."""
    alone = token.i == sentence.start or not sentence.doc[token.i - 1].text[0].isupper()
    capital = alone and token.pos_ == "PROPN" and _is_capital(sentence, token)
    return (token.text,) if capital and not {token.lower_} & (_OFFICIAL | _TITLES) else ()


def _firms_in(sentence: Sentence, start: int, end: int) -> tuple[str, ...]:
    found: list[str] = []
    at = start
    while at < end:
        stop = _run(sentence, at, end)
        words = list(sentence.doc[at:stop])
        beside = stop < sentence.end and sentence.mention_at(sentence.doc[stop]) is not None
        if words and not (beside and len(words) == 1) and _is_firm(words):
            found.append(sentence.words(at, stop))
        at = max(stop, at + 1)
    return tuple(dict.fromkeys(found))


def _owned_by(sentence: Sentence, start: int, end: int) -> set[str]:
    """Actors that are named only as the home of a firm: "Hungary's electricity provider, MVM", "U.S. companies"."""
    found: set[str] = set()
    for mention in sentence.mentions:
        if start <= mention.start and mention.end <= end:
            behind = [t.lower_ for t in sentence.doc[mention.end : min(end, mention.end + _OWNED)]]
            listed = "and" in behind[:1] or behind[:1] == [","]
            if not listed and set(behind) & _FIRMS:
                found |= set(mention.actors)
    return found


def _run(sentence: Sentence, at: int, end: int) -> int:
    """The token after a run of capitalised words that begins at a token; the token itself where none does."""
    stop = at
    while stop < end and _is_capital(sentence, sentence.doc[stop]):
        stop += 1
        if (
            stop + 1 < end
            and sentence.doc[stop].lower_ in ("of", "&")
            and _is_capital(sentence, sentence.doc[stop + 1])
        ):
            stop += 1
    return stop


def _is_capital(sentence: Sentence, token: Token) -> bool:
    plain = token.text[0].isalnum() and any(c.isupper() for c in token.text)
    mention = sentence.mention_at(token)
    known = sentence.date_at(token) or (mention is not None and not _is_misread(mention))
    return plain and not known and token.lower_ not in HEADS and not set(token.text) & set("[]/:@")


def _is_misread(mention: Mention) -> bool:
    """Whether a name that was taken for a person's is that of a firm: "Acme Energy"."""
    return (
        mention.form == "person"
        and not mention.actors
        and bool(_KINDS & set((mention.person or "").lower().split()))
    )


def _is_firm(words: list[Token]) -> bool:
    names = {t.lower_ for t in words}
    if names & _OFFICIAL or names & _TITLES:
        return False
    if len(words) == 1:
        word = words[0]
        coded = sum(c.isupper() for c in word.text) > 1 or word.text[0].isdigit()
        called = word.i + 1 < len(word.doc) and word.nbor().lower_ in _FIRMS
        return (coded or called) and len(word.text) > 1 and word.pos_ == "PROPN"
    return (
        bool(names & _KINDS)
        or any(t.text.isupper() and len(t.text) > 1 for t in words)
        or words[0].text[-1].isdigit()
    )
