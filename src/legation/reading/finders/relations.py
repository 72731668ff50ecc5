"""Relations: the level of ties between two actors, and what was done to it.

A level is a noun with its rank ("comprehensive strategic partnership", "diplomatic relations", "alliance"). Who
stands on its two sides is read from the words around it, its verb, and where these are silent from the pair that
the document is about. One statement a pair.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from legation.reading.context import is_party
from legation.reading.finders.membership_line import Memory
from legation.reading.finders.missions import missions
from legation.reading.finders.recognition import recognitions
from legation.reading.finders.relation_acts import Act, act_on, told_behind
from legation.reading.finders.relation_dates import date_behind, date_of_act, founding
from legation.reading.finders.relation_sequels import REACH, carried, items, sequels
from legation.reading.finders.relation_sides import TieSides, peers, sides_of
from legation.reading.finders.relation_tiers import HEADS, PARTNERS, TIES, Tier, same_level, tier_at
from legation.reading.finders.relation_wordings import worded
from legation.reading.finders.sides import before_noun, own_state
from legation.reading.found import Found
from legation.reading.mention import DateAt
from legation.reading.modality import modality_of
from legation.reading.parse import Token
from legation.reading.text import Sentence, Text
from legation.reading.timeline import past_occasion_of
from legation.reading.timing import settled
from legation.values.when import When

_MAKING: Final = frozenset(
    {"become", "make", "name", "designate", "declare", "move", "upgrade", "elevate", "raise"}
)
"""Verbs that make somebody a partner or ally."""
_SETTLING: Final = frozenset({"agree", "decide", "announce", "resolve", "decision", "consensus", "agreement"})
_FORUMS: Final = frozenset(
    "dialogue commission committee council forum group program programme talks plan declaration charter".split()
)
"""What may be founded in the name of a level."""
_FORMAL: Final = frozenset(
    {"normalised", "normalized", "official", "formal", "full", "normal", "bilateral", "countries", "nations"}
)
_PLAIN: Final = frozenset({"ties", "relations", "relationship"})
_BARE: Final = frozenset({"established", "restored", "severed", "downgraded", "anniversary"})
"""What done to plain "ties" or "relations" means diplomatic relations."""


class Relations:
    """Finds the level of ties between two actors."""

    name = "relations.v1"

    def find(self, text: Text) -> Iterator[Found]:
        """Each pair, level and act once for each time; where something was done to a level, that."""
        best: dict[tuple[object, ...], list[Found]] = {}
        before: list[Found] = []
        topic: list[Found] = []
        last = ""
        since = 0
        memory = Memory()
        for sentence in text.sentences:
            here = [f for token in sentence.with_word(HEADS) for f in _found(sentence, token, last)]
            said = {(f.fields["parties"], f.fields["action"]) for f in here}
            posts = [
                f
                for f in missions(sentence)
                if (f.fields["parties"], f.fields["action"]) not in said or " " in str(f.fields["tier"])
            ]
            here = [*here, *carried(sentence, here)]
            known = {_deed(f) for f in here}
            phrases = [f for f in worded(sentence, here or before, memory) if _deed(f) not in known]
            before = here or before
            here += phrases
            here += [f for f in recognitions(sentence) if _deed(f) not in {_deed(h) for h in here}]
            here = [*here, *posts] or list(sequels(sentence, before or topic))
            here = here or list(items(sentence))
            for found in here:
                _keep(best, found)
            since = 0 if here else since + 1
            before = before if since < REACH else []
            topic = _topic(sentence) if sentence.block.kind == "title" else topic if since < REACH else []
            last = str(before[-1].fields["tier"]) if before else last
        done = {key[:3] for key in best if key[3] != "described"}
        for key, same in best.items():
            if key[3] != "described" or key[:3] not in done:
                yield from same


def _deed(found: Found) -> tuple[frozenset[str], object]:
    """Whose ties, and what was done to them."""
    parties = found.fields["parties"]
    return frozenset(parties if isinstance(parties, tuple) else ()), found.fields["action"]


def _keep(best: dict[tuple[object, ...], list[Found]], found: Found) -> None:
    """Add a finding; one dated within another's date, or not dated where another is, says the same thing."""
    parties = found.fields["parties"]
    members = frozenset(parties) if isinstance(parties, tuple) else frozenset()
    key = (members, found.fields["tier"], found.fields.get("count"), found.fields["action"])
    same = best.setdefault(key, [])
    for number, other in enumerate(same):
        if found.date is None or (other.date is not None and found.date.contains(other.date)):
            return
        if other.date is None or other.date.contains(found.date):
            same[number] = found
            return
    same.append(found)


def _topic(title: Sentence) -> list[Found]:
    """The level that a title speaks of, for sentences that only say who was next: "Peru's strategic partners"."""
    tiers = (t for n in title.with_word(HEADS) if (t := tier_at(title, n)) is not None)
    tier = next((t for t in tiers if t.official and t.plural), None)
    own = (before_noun(title, tier.noun)[:1] or own_state(title)) if tier is not None else ()
    if tier is None or not own:
        return []
    count = Decimal(1)  # a model that is dated or counted carries on
    sides = TieSides(own, source="count", count=count)
    return [_statement(title, tier, Act("described"), sides, own)]


def _found(sentence: Sentence, noun: Token, last: str) -> Iterator[Found]:
    tier = (same_level(sentence, noun, last) if last else None) or tier_at(sentence, noun)
    act = act_on(noun, tier.start if tier else noun.i, official=tier is None or tier.official)
    if act is None and tier is not None and date_behind(sentence, noun) is not None:
        act = Act("described")  # the level that is left behind, with the date of its own
    if act is None:
        return
    if tier is None or (not tier.official and noun.lower_ in TIES):
        tier = _bare(sentence, noun, act) or tier
    sides = sides_of(sentence, tier, act) if tier is not None else None
    if tier is None or sides is None or not _is_level(tier, sides):
        return
    if act.word is None and sides.source == "document" and sentence.block.kind in ("title", "heading"):
        return  # a heading that only names its subject
    yield from _statements(sentence, tier, _held(noun, act), sides)


def _held(noun: Token, act: Act) -> Act:
    """The act on ties; of partners only what makes them so, nothing else that is done with them."""
    if noun.dep_ == "compound" and noun.head.lower_ in _FORUMS:
        return Act("described")  # "the Peru–Chile Strategic Partnership Dialogue"
    if noun.lower_ not in PARTNERS or act.word is None:
        return act
    made = noun.dep_ != "appos" and act.word.lemma_.lower() in _MAKING
    return act if made else Act("described")


def _statements(sentence: Sentence, tier: Tier, act: Act, sides: TieSides) -> Iterator[Found]:
    if sides.count is not None:
        yield _statement(sentence, tier, act, sides, sides.own[:1])
        return
    earlier = told_behind(tier.noun) if tier.official else ()
    acts = [a for a in earlier if act.action != a.action]
    if not acts or act.word is not None:
        acts.insert(0, act)
    for each in acts:
        for pair in sides.pairs():
            if not any(_is_organ(side) for side in pair):
                yield _statement(sentence, tier, each, sides, pair)
    for pair in peers(sentence, tier, sides):
        yield _statement(sentence, tier, Act("described"), sides, pair)


def _is_organ(side: str) -> bool:
    """Whether a side is an organ of the United Nations, which has no ties of its own."""
    return side == "UN" or side.startswith("UN ")


def _is_level(tier: Tier, sides: TieSides) -> bool:
    """Whether words that anyone may use of friends ("partnership", "close ties") are here a level of ties."""
    if tier.official:
        return True
    if tier.label == "partnership":
        return sides.count is not None
    if sides.count is not None or not all(is_party(a) for pair in sides.pairs() for a in pair):
        return False
    return sides.source != "document" or tier.noun.lower_ == "level" or tier.plural


def _bare(sentence: Sentence, noun: Token, act: Act) -> Tier | None:
    """Plain "ties" and "relations" that are established, cut or restored are diplomatic ones."""
    if act.action not in _BARE or noun.lower_ not in _PLAIN:
        return None
    before = sentence.doc[noun.i - 1] if noun.i > sentence.start else None
    if (
        before is not None
        and noun.text.istitle()
        and noun.i + 1 < sentence.end
        and noun.nbor().lower_ == "of"
    ):
        return None  # in a title: "Agreement for a Relationship of Friendship"
    named = before is None or before.lower_ in _FORMAL or sentence.mention_at(before) is not None
    if noun.lower_ == "relationship":
        named = before is not None and (before.lower_ in _FORMAL or before.lower_.endswith("year"))
        return Tier(noun.i, noun, "diplomatic_relations", official=True, plural=False) if named else None
    if not named and before is not None and before.pos_ in ("ADJ", "NOUN", "PROPN"):
        return None
    return Tier(noun.i, noun, "diplomatic_relations", official=True, plural=False)


def _statement(sentence: Sentence, tier: Tier, act: Act, sides: TieSides, parties: tuple[str, ...]) -> Found:
    action, date = _action_and_date(sentence, tier, act, sides, parties)
    start, end = _quote(sentence, tier, act, sides)
    return Found(
        "relation",
        sentence,
        start,
        end,
        {"parties": parties, "tier": tier.label, "action": action, "count": sides.count},
        modality="denied" if _is_denied(tier.noun, alone=act.word is None) else _modality(act),
        date=date,
        evidence=(f"act:{act.action}", f"sides:{sides.source}", "official" if tier.official else "quality"),
        weight=_weight(tier, act, sides),
    )


def _modality(act: Act) -> str:
    if act.word is None or act.action == "anniversary":
        return "actual"
    if act.word.tag_ == "VBN" and act.word.dep_ == "acl":
        return "actual"
    said = _said(act.word)
    if said == "planned" and act.action in ("upgraded", "established") and _is_settled(act.word):
        said = "actual"
    return "planned" if act.planned and said == "actual" else said


def _said(word: Token) -> str:
    """The modality of an act, with what is said of the one that does it: "would be the first country to …"."""
    over = word.head
    if word.dep_ in ("relcl", "acl") and over.dep_ == "attr":
        return modality_of(over.head)
    if word.i > 1 and word.nbor(-1).lower_ == "to" and word.nbor(-2).lower_ == "time":
        return "called_for"
    return modality_of(word)


def _is_denied(noun: Token, *, alone: bool) -> bool:
    """As in "have no alliance" and, where nothing is said to be done (`alone`), "are not allies"."""
    over = noun.head
    if any(c.lower_ == "no" for c in noun.children):
        return True
    return (
        alone
        and over.pos_ in ("VERB", "AUX")
        and any(c.dep_ == "neg" for c in (*over.children, *noun.children))
    )


def _is_settled(word: Token) -> bool:
    """Whether a level is raised by the very word: who "agreed to elevate ties" or "decided to" has done it."""
    over = word.head
    future = any(
        c.lower_ in ("will", "would", "to", "not", "n't") for c in over.children if c.dep_ in ("aux", "neg")
    )
    return word.dep_ in ("xcomp", "ccomp", "acl") and over.lemma_.lower() in _SETTLING and not future


def _action_and_date(
    sentence: Sentence, tier: Tier, act: Act, sides: TieSides, parties: tuple[str, ...]
) -> tuple[str, When | None]:
    if act.action == "anniversary" and act.word is not None:
        behind = date_behind(sentence, tier.noun)
        single = behind is not None and behind.when.precision != "interval"
        founded = behind.when if behind and single else founding(sentence, act.word)
        return ("established", founded) if founded else ("described", None)
    own = sides.dates.get(parties[-1]) if len(parties) > 1 else None
    if own is not None:
        return ("established" if act.action == "described" else act.action), own
    if act.word is not None:
        at = date_of_act(sentence, act.word)
        many = _is_one_of_many(sentence, tier)
        at = (date_behind(sentence, tier.noun, one_of_many=True) if many else None) or at
        if at is not None and _is_of_earlier(at, tier, act):
            return act.action, None
        return act.action, settled(sentence, at.when, act.word) if at else _occasion(sentence, act)
    behind = date_behind(sentence, tier.noun, one_of_many=_is_one_of_many(sentence, tier))
    return ("established", behind.when) if behind else (act.action, None)


def _is_one_of_many(sentence: Sentence, tier: Tier) -> bool:
    """Whether a sentence tells of several levels, one after the other."""
    return any(t != tier.noun and t.lower_ in HEADS and t.i < tier.start for t in sentence.tokens)


def _is_of_earlier(at: DateAt, tier: Tier, act: Act) -> bool:
    """Whether a date is of what was done earlier to the ties: "restored the ties severed in 2016"."""
    earlier = [a.word for a in told_behind(tier.noun) if a.word is not None and a.word != act.word]
    return any(at.start in {t.i for t in word.subtree} for word in earlier)


def _occasion(sentence: Sentence, act: Act) -> When | None:
    if act.word is None or act.word.pos_ == "PROPN" or _modality(act) != "actual":
        return None
    earlier = any(c.lower_ == "had" for c in act.word.children)
    return None if earlier else past_occasion_of(sentence)


def _weight(tier: Tier, act: Act, sides: TieSides) -> float:
    weight = 0.8 if tier.official else 0.5
    weight += 0.1 if act.word is not None else 0.0
    return weight - (0.25 if sides.source == "document" else 0.0)


def _quote(sentence: Sentence, tier: Tier, act: Act, sides: TieSides) -> tuple[int, int]:
    """The shortest stretch with the level, the act on it and the actors named."""
    spots = [tier.start, tier.noun.i]
    if act.word is not None:
        spots.append(act.word.i)
    named = {a for pair in sides.pairs() for a in pair} or set(sides.own)
    for mention in sentence.mentions:
        near = min(abs(mention.start - s) for s in spots) <= (12 if mention.form == "we" else 25)
        if near and named & set(mention.actors):
            spots += [mention.start, mention.end - 1]
    return min(spots), max(spots) + 1
