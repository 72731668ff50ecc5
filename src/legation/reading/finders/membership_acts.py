"""Words of standing in a body: verbs ("joined"), nouns ("member", "presidency"), and what they say of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from legation.reading.modality import modality_of
from legation.reading.parse import Token

_VERBS: Final = {
    "join": "joined",
    "rejoin": "joined",
    "re-join": "joined",
    "accede": "joined",
    "enter": "joined",
    "leave": "left",
    "quit": "left",
    "withdraw": "left",
    "exit": "left",
    "chair": "chairs",
    "co-chair": "chairs",
    "cochair": "chairs",
    "preside": "chairs",
    "host": "hosts",
    "co-host": "hosts",
    "organize": "hosts",
    "organise": "hosts",
    "elect": "elected",
    "re-elect": "elected",
    "reelect": "elected",
    "run": "candidate",
    "apply": "candidate",
    "campaign": "candidate",
    "participate": "participates",
    "admit": "joined",
}
_NOUNS: Final = {
    "member": "member",
    "members": "member",
    "membership": "member",
    "signatory": "member",
    "observer": "observer",
    "observers": "observer",
    "chair": "chairs",
    "chairs": "chairs",
    "co-chair": "chairs",
    "co-chairs": "chairs",
    "chairman": "chairs",
    "chairmanship": "chairs",
    "chairpersonship": "chairs",
    "chairship": "chairs",
    "presidency": "chairs",
    "host": "hosts",
    "hosts": "hosts",
    "hosting": "hosts",
    "candidate": "candidate",
    "candidacy": "candidate",
    "candidature": "candidate",
    "bid": "candidate",
    "applicant": "candidate",
    "accession": "candidate",
    "withdrawal": "left",
    "exit": "left",
    "departure": "left",
    "seat": "member",
    "participant": "participates",
    "partner": "member",
    "status": "observer",
}
HEADS: Final = frozenset(_VERBS) | frozenset(_NOUNS) | {"re-elect", "re-elected", "reelected", "country"}
WISHES: Final = frozenset(
    "interest desire wish hope bid aspiration ambition importance intention invitation want seek hope aspire "
    "wish ask request invite hop".split()
)


_NEWLY: Final = frozenset({"new", "newest", "latest", "newly"})


@dataclass(frozen=True, slots=True)
class Standing:
    """A word of standing in a body.

    Attributes:
        word: The word.
        action: The guide's action.
        modality: Its modality.
        role: The role it names, if any.
    """

    word: Token
    action: str
    modality: str
    role: str | None = None


def standings(tokens: Iterable[Token]) -> Iterator[Standing]:
    """The words of standing among the tokens of a sentence."""
    for token in tokens:
        lemma = token.lemma_.lower()
        if lemma.startswith(("re-elect", "reelect")):
            lemma = "elect"
        if token.pos_ == "VERB" and (action := _VERBS.get(lemma)):
            said = _wished(token) or modality_of(token)
            if _applied(token):
                action, said = "candidate", "actual"
            elif action == "candidate" and said == "actual":
                said = "planned"
            yield Standing(token, action, said)
        elif token.pos_ in ("NOUN", "PROPN") and (action := _noun_action(token)):
            if action == "member" and token.head.lemma_.lower() == "become":
                action = "joined"
            if action == "member" and any(c.lower_ in _NEWLY for c in token.children):
                action = "joined"
            yield Standing(token, action, _modality_of_noun(token), role_of(token))


def _noun_action(noun: Token) -> str | None:
    """The action of a noun; "status" and "partner" only with the words that make them a standing."""
    word = noun.lower_
    before = noun.nbor(-1).lower_ if noun.i else ""
    if word == "status":
        return {
            "observer": "observer",
            "candidate": "candidate",
            "member": "member",
            "partner": "member",
        }.get(before)
    if word in ("partner", "country", "state"):
        named = word == "partner" and noun.head.lemma_.lower() == "become"
        return "joined" if named or (before == "partner" and noun.head.lemma_.lower() == "become") else None
    if (
        word == "member"
        and noun.dep_ == "compound"
        and noun.nbor().lower_ in ("states", "state", "countries", "nations")
    ):
        return None
    return _NOUNS.get(word)


def _applied(verb: Token) -> bool:
    """As in "Applied to join", "its application to join"."""
    return verb.head.lemma_.lower() in ("apply", "application", "applications") and verb.head != verb


def _wished(verb: Token) -> str | None:
    """As in "Expressed interest in joining", "wants to join", "invited to join": not joined yet."""
    head = verb.head
    if head.pos_ == "ADP":
        head = head.head
    if head == verb:
        return None
    if head.lemma_.lower() in ("offer", "plan", "volunteer", "agree", "prepare"):
        return "planned"
    return "called_for" if head.lemma_.lower() in WISHES else None


def _modality_of_noun(noun: Token) -> str:
    words = {c.lower_ for c in noun.children}
    if noun.lower_ in ("candidacy", "candidature", "bid"):
        return "planned"
    if words & {"upcoming", "forthcoming", "incoming", "next", "future", "prospective"}:
        return "planned"
    return modality_of(noun)


def role_of(noun: Token) -> str | None:
    """The role with its qualifiers: "non-permanent member", "co-chair", "presidency"; plain members have none."""
    if noun.lower_ in ("member", "members", "membership", "seat", "accession", "hosting"):
        words = [c.text for c in noun.children if c.dep_ in ("amod", "compound") and c.lower_ in _QUALIFIERS]
        if any(t.lower_ == "non" for t in noun.doc[max(0, noun.i - 4) : noun.i]):
            words = ["non-permanent"]
        return " ".join([*words, "member"]) if words else None
    if noun.lower_ in ("status", "country", "state"):
        return noun.nbor(-1).lower_
    return noun.lower_.removesuffix("s")


_QUALIFIERS: Final = frozenset(
    "founding permanent non-permanent nonpermanent full associate elected founder inaugural observer "
    "alternate".split()
)
