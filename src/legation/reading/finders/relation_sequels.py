"""Sequels: a level carried on to further partners, each with its date, without being named again.

"Peru became a strategic partner in 2013. Chile followed in 2016, Brazil in November 2024."
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from legation.reading.context import is_state
from legation.reading.finders.relation_acts import ACTS
from legation.reading.finders.relation_tiers import ALLIANCES, PARTNERSHIPS, tier_at
from legation.reading.finders.sides import dated_states, listed_from, own_state
from legation.reading.found import Found
from legation.reading.mention import DateAt, Mention
from legation.reading.modality import modality_of
from legation.reading.text import Sentence
from legation.reading.timing import date_for

_FOLLOWING: Final = frozenset(
    "follow join come do be have reach arrive gain move rise go add enter get make sign bring complete "
    "upgrade raise "
    "elevate lift establish agree".split()
)
_NAMED: Final = PARTNERSHIPS | ALLIANCES
_LASTING: Final = frozenset(
    "diplomatic_relations comprehensive_partnership strategic_partnership comprehensive_strategic_partnership alliance "
    "recognition".split()
)
"""Levels that carry on: not that of a mission, which stands in one place."""
_INSTRUMENTS: Final = frozenset(
    "agreement treaty deal accord arrangement convention pact memorandum declaration".split()
)
_THESE: Final = frozenset({"they", "these", "those", "others", "rest", "list", "first"})
_SHORT: Final = 12
"""Tokens of an item that names a partner and its date."""
_ITEMS: Final = 40
"""Items under one name, at most."""
REACH: Final = 4
"""Sentences over which a level carries on."""


def carried(sentence: Sentence, here: list[Found]) -> list[Found]:
    """What is done further on to the same ties: "broke off relations in 2009 and restored them in 2019"."""
    found = []
    for token in sentence.tokens if here else ():
        verb = token.head
        earlier = [f for f in here if f.end <= verb.i]
        action = ACTS.get(verb.lemma_.lower())
        if token.lower_ == "them" and token.dep_ == "dobj" and earlier and action in ("restored", "severed"):
            at = date_for(sentence, verb)
            model = earlier[-1]
            found.append(
                replace(
                    model,
                    start=verb.i,
                    end=token.i + 1,
                    fields={**model.fields, "action": action},
                    modality=modality_of(verb),
                    date=at.when if at else None,
                    evidence=(*model.evidence, "carried"),
                )
            )
    return found


def items(sentence: Sentence) -> Iterator[Found]:
    """A partner as an item under the name of a level: the heading "Strategic partnerships", the bullet "Peru, 2011"."""
    first = sentence.mentions[0] if sentence.mentions else None
    if first is None or first.start > sentence.start or sentence.end - sentence.start > _SHORT:
        return
    above = _name_above(sentence)
    own = own_state(sentence)
    if above is None or not own or any(t.pos_ in ("VERB", "AUX") for t in sentence.tokens):
        return
    tier = next((t for n in above.tokens if (t := tier_at(above, n)) is not None and t.official), None)
    if tier is None or len(first.actors) != 1 or first.actors == own or not is_state(first.actors[0]):
        return
    when = sentence.dates[0].when if sentence.dates else None
    yield Found(
        "relation",
        sentence,
        sentence.start,
        sentence.dates[0].end if sentence.dates else first.end,
        {
            "parties": (*own, *first.actors),
            "tier": tier.label,
            "action": "established" if when else "described",
            "count": None,
        },
        date=when,
        evidence=("item", "sides:document", "official"),
        weight=0.7,
    )


def _name_above(sentence: Sentence) -> Sentence | None:
    """The heading or lead-in of a bullet, as a sentence."""
    text, parsed = sentence.text, sentence.parsed
    if parsed.block.kind != "bullet":
        return None
    above = text.lead_of(parsed) or text.heading_of(parsed)
    earlier = reversed(text.sentences[max(0, sentence.order - _ITEMS) : sentence.order])
    return next((s for s in earlier if s.parsed is above), None) if above is not None else None


def sequels(sentence: Sentence, first: list[Found]) -> Iterator[Found]:
    """What a sentence adds to the level that the sentence before it named.

    Args:
        sentence: The sentence after it.
        first: What was found in the sentence before; all of one level.
    """
    model = first[-1] if first else None
    if model is None or model.fields["action"] not in ("established", "upgraded", "described"):
        return
    if (
        len({f.fields["tier"] for f in first}) > 1
        or model.fields["tier"] not in _LASTING
        or not _carries_on(sentence)
    ):
        return
    if model.date is None and model.fields.get("count") is None:
        return
    parties = model.fields["parties"]
    if not isinstance(parties, tuple) or not parties:
        return
    home = sentence.text.context.home
    own = home if home in parties else parties[0]
    action = "established" if model.fields["action"] == "described" else model.fields["action"]
    for mention, date in _turns(sentence):
        partner = mention.actors[0]
        if own and partner != own and is_state(partner):
            yield replace(
                model,
                sentence=sentence,
                start=min(mention.start, date.start if date else mention.start),
                end=max(mention.end, date.end if date else mention.end),
                fields={**model.fields, "parties": (own, partner), "action": action, "count": None},
                modality="actual",
                date=date.when if date else None,
                evidence=(*model.evidence, "sequel"),
                weight=0.75,
            )


def _turns(sentence: Sentence) -> list[tuple[Mention, DateAt | None]]:
    """The partners named, each with its date; without dates where the sentence only says who "they are"."""
    dated = dated_states(sentence, sentence.start)
    if dated or not any(t.lower_ in _THESE for t in sentence.doc[sentence.start : sentence.start + 4]):
        return [(m, d) for m, d in dated]
    root = sentence.span.root
    return [(m, None) for m in listed_from(sentence, root.i + 1) if len(m.actors) == 1]


def _carries_on(sentence: Sentence) -> bool:
    """Whether a sentence says no more than who was next and when."""
    verbs = [t for t in sentence.tokens if t.pos_ in ("VERB", "AUX")]
    if any(t.lower_ in _NAMED or t.lower_ in _INSTRUMENTS for t in sentence.tokens):
        return False
    return bool(verbs) and all(v.lemma_.lower() in _FOLLOWING for v in verbs)
