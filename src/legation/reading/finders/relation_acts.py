"""What was done to ties: established, upgraded, downgraded, severed, restored; else they are described."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from legation.reading.parse import Token

_UP: Final = (
    "upgrade elevate raise lift promote advance move go take bring become transform uplift deepen boost push "
    "evolve "
    "transition grow step turn reach attain upgrading elevation upgradation".split()
)
_MOVES: Final = frozenset(
    "promote advance move take bring become transform deepen boost push evolve transition grow step turn go "
    "raise lift".split()
)
"""Verbs that mean an upgrade only where the new level follows: "took relations to …", "became a …"."""
ACTS: Final = {
    **dict.fromkeys(_UP, "upgraded"),
    **dict.fromkeys(
        "establish form forge found launch create set establishment formation founding establishing "
        "inaugurate open "
        "conclude enter sign announce declare proclaim agree begin commence initiate follow".split(),
        "established",
    ),
    **dict.fromkeys("downgrade lower reduce downgrading scale demote".split(), "downgraded"),
    **dict.fromkeys(
        "sever cut break suspend terminate interrupt discontinue termination interruption suspension "
        "severance severing rupture end severed cutting".split(),
        "severed",
    ),
    **dict.fromkeys(
        "restore resume normalise normalize re-establish renewal reestablish normalisation normalization "
        "restoration resumption "
        "re-establishment reestablishment renew unfreeze".split(),
        "restored",
    ),
}
_UPWARD: Final = frozenset(
    "dobj pobj prep nsubjpass attr oprd conj appos pcomp nsubj compound nmod poss dep obj amod agent "
    "dative".split()
)
_HELPING: Final = frozenset({"aux", "auxpass"})
_BETWEEN: Final = frozenset(
    "the its their his all full formal normal official bilateral off up out with".split()
)
"""Words between a verb and the ties that it is done to."""
_ANNIVERSARIES: Final = frozenset(
    {"anniversary", "bicentennial", "centenary", "centennial", "jubilee", "bicentenary"}
)
_TARGETS: Final = frozenset({"to", "into", "as", "towards", "toward"})
_RAISED: Final = frozenset(
    "relations ties relationship relationships partnership cooperation it them this links alliance status level friendship "
    "framework partnerships bond bonds engagement".split()
)
_INSIDE: Final = frozenset("- – “ ” ‘ ’ ' \" `` '' *".split())
"""Marks inside or around the name of a level."""
_STEPS = 6
_REACH = 12


@dataclass(frozen=True, slots=True)
class Act:
    """What is done to ties, and the word that says it (None where they are only described)."""

    action: str
    word: Token | None = None
    planned: bool = False


def act_on(noun: Token, start: int, *, official: bool = True) -> Act | None:
    """What is done to the ties that a noun names.

    Args:
        noun: The noun of the level.
        start: First token of the level's words.
        official: Whether it is the name of a level: friends who "became close partners" changed no level.

    Returns:
        The act; None where the level is only the one that is left behind ("from a comprehensive partnership to …").
    """
    before = noun.doc[start - 1] if start else noun
    lead = _before_level(noun, start)
    governors = _governors(noun)
    if lead is not None and lead.lower_ == "from" and (_goes_on(noun) or any(map(_raises, governors))):
        return None
    for word in governors:
        years = _years_since(word)
        if word.lower_ in _ANNIVERSARIES or _years_of(word) or years is not None:
            return Act("anniversary", years or word)
    for word in (*_raisers(lead), *governors):
        action = (
            ACTS.get(word.lemma_.lower()) or ACTS.get(word.lower_) or ACTS.get(word.lower_.removesuffix("d"))
        )
        if action == "established" and _again(word):
            action = "restored"
        if action == "upgraded" and _is_source(noun, word, lead):
            return None if _reaches(noun) else Act("described")
        if action == "upgraded" and word.lemma_.lower() == "become" and not official:
            continue
        if action and _fits(word, noun, lead):
            return Act(action, word, planned=lead is not None and lead.lower_ in ("toward", "towards"))
    if before.lower_ in ("establishing", "upgraded", "elevated") and before.i:
        return Act(
            ACTS[{"establishing": "establish", "upgraded": "upgrade", "elevated": "elevate"}[before.lower_]],
            before,
        )
    return _just_before(noun, start) or Act("described")


def _just_before(noun: Token, start: int) -> Act | None:
    """The verb right before ties, whatever the parse takes it for: "Chile normalised relations with …"."""
    for at in range(start - 1, max(noun.sent.start, start - 4) - 1, -1):
        token = noun.doc[at]
        action = ACTS.get(token.lemma_.lower())
        if token.tag_.startswith("VB") and action in ("severed", "restored", "established", "downgraded"):
            return Act(action, token)
        if token.lower_ not in _BETWEEN:
            return None
    return None


def told_behind(noun: Token) -> Iterator[Act]:
    """What was done earlier to the ties, as told behind their noun: "the ties that were severed in 2016"."""
    for child in noun.children:
        action = ACTS.get(child.lemma_.lower())
        if (
            child.dep_ in ("acl", "relcl")
            and child.tag_ == "VBN"
            and action in ("severed", "established", "restored")
        ):
            yield Act(action, child)


def _before_level(noun: Token, start: int) -> Token | None:
    """The preposition that leads in to a level: "to a comprehensive …", "from the …"."""
    for at in range(start - 1, max(-1, start - 8), -1):
        token = noun.doc[at]
        if token.pos_ in ("ADP", "SCONJ") or token.lower_ in _TARGETS or token.lower_ == "from":
            return token
        if token.pos_ in ("VERB", "PUNCT") and token.text not in _INSIDE:
            return None
    return None


def _raises(word: Token) -> bool:
    return ACTS.get(word.lemma_.lower()) in ("upgraded", "downgraded")


def _again(word: Token) -> bool:
    """As in "re-established", which the tokenizer parts."""
    return word.i >= 2 and word.nbor(-1).text == "-" and word.nbor(-2).lower_ == "re"


def _raisers(lead: Token | None) -> list[Token]:
    """The word before "to" that raises ties to a level, where it stands in the same part of the sentence."""
    if lead is None or lead.lower_ not in ("to", "into"):
        return []
    for at in range(lead.i - 1, max(lead.sent.start, lead.i - _REACH) - 1, -1):
        token = lead.doc[at]
        if token.text in ";:.":
            break
        if token.lower_.startswith(("upgrad", "elevat", "uplift", "downgrad")) or token.lower_ in (
            "raised",
            "lifted",
        ):
            return [token]
    return []


def _is_source(noun: Token, word: Token, lead: Token | None) -> bool:
    """Whether a level is the one that is raised, not the one that is reached: "elevate our partnership"."""
    reached = lead is not None and lead.i > word.i and lead.lower_ in _TARGETS
    if word.pos_ == "NOUN" and word.lower_.startswith("upgrad") and not reached:
        return True  # "an upgrade in our alliance"
    return word.lemma_.lower() != "become" and _is_object(noun, word) and not reached


def _reaches(noun: Token) -> bool:
    """Whether another level follows, to which the first one is raised."""
    rest = [t.lower_ for t in noun.doc[noun.i + 1 : noun.sent.end]]
    return any(w in ("to", "into") for w in rest) and any(
        "partnership" in w or w in ("level", "alliance") for w in rest
    )


def _years_of(word: Token) -> bool:
    """As in "75 years of relations"."""
    return word.lower_ == "years" and any(c.dep_ == "nummod" for c in word.children)


def _years_since(word: Token) -> Token | None:
    """The "years" of "75 years since the establishment of ties"."""
    before = word.doc[max(word.sent.start, word.i - 4) : word.i]
    since = any(t.lower_ in ("since", "after", "from") for t in before)
    return next((t for t in before if t.lower_ == "years" and since), None)


def _goes_on(noun: Token) -> bool:
    return any(t.lower_ in ("to", "into") for t in noun.doc[noun.i + 1 : noun.i + 5])


def _governors(noun: Token) -> list[Token]:
    """The words that a noun hangs on, nearest first, up to its second verb."""
    found: list[Token] = []
    token, verbs = noun, 0
    while token.head != token and len(found) < _STEPS and verbs < 1 and token.dep_ in _UPWARD | _HELPING:
        token = token.head
        found.append(token)
        verbs += token.pos_ == "VERB"
    return found


def _fits(word: Token, noun: Token, lead: Token | None) -> bool:
    lemma = word.lemma_.lower()
    if lemma == "become":
        return noun.dep_ != "pobj" or noun.head.lower_ in _TARGETS or noun.head.head != word
    if lemma == "follow":
        return noun.dep_ == "nsubj" and noun.head == word
    if lemma in _MOVES:
        return lead is not None and lead.lower_ in _TARGETS and lead.i > word.i and _moves_ties(word)
    if lemma in (
        "sign",
        "conclude",
        "enter",
        "open",
        "end",
        "reduce",
        "lower",
        "create",
        "launch",
        "set",
        "suspend",
    ):
        return word.pos_ == "VERB" and _is_object(noun, word)
    return word.pos_ in ("VERB", "NOUN", "PROPN")


def _moves_ties(word: Token) -> bool:
    """Whether what is raised or taken to a level is ties, not glasses."""
    objects = [c for c in word.children if c.dep_ in ("dobj", "obj")]
    return not objects or any(o.lower_ in _RAISED for o in objects)


def _is_object(noun: Token, verb: Token) -> bool:
    token = noun
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    if token.dep_ in ("dobj", "nsubjpass"):
        return token.head == verb
    if verb.lemma_.lower() == "agree":
        return token.dep_ == "pobj" and token.head.lower_ in ("on", "to") and token.head.head == verb
    return verb.lemma_.lower() == "enter" and token.dep_ == "pobj"
