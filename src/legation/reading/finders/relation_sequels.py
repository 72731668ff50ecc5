"""Sequels: sentences that carry a level on to further partners without naming it again.

"Peru became a strategic partner in 2013. Chile followed in 2016, Brazil in November 2024."
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from legation.reading.context import is_state
from legation.reading.finders.relation_tiers import HEADS
from legation.reading.found import Found
from legation.reading.text import Sentence

_FOLLOWING: Final = frozenset("follow join come do be then next so likewise".split())
_CLOSE: Final = 5
"""Tokens between a partner and the date of its turn."""


def sequels(sentence: Sentence, first: list[Found]) -> Iterator[Found]:
    """What a sentence adds to the level that the sentence before it named.

    Args:
        sentence: The sentence after it.
        first: What was found in the sentence before; all of one level, done by one actor.
    """
    model = first[-1] if first else None
    if model is None or model.fields["action"] not in ("established", "upgraded") or model.date is None:
        return
    if len({f.fields["tier"] for f in first}) > 1 or not _carries_on(sentence):
        return
    parties = model.fields["parties"]
    own = parties[0] if isinstance(parties, tuple) and len(parties) == 2 else None
    for mention in sentence.mentions:
        dates = [d for d in sentence.dates if mention.end <= d.start <= mention.end + _CLOSE]
        if own and dates and mention.form == "name" and len(mention.actors) == 1:
            partner = mention.actors[0]
            if partner != own and is_state(partner):
                yield replace(
                    model,
                    sentence=sentence,
                    start=mention.start,
                    end=dates[0].end,
                    fields={**model.fields, "parties": (own, partner)},
                    modality="actual",
                    date=dates[0].when,
                    evidence=(*model.evidence, "sequel"),
                    weight=0.75,
                )


def _carries_on(sentence: Sentence) -> bool:
    """Whether a sentence says no more than who was next and when."""
    verbs = [t for t in sentence.tokens if t.pos_ in ("VERB", "AUX")]
    if any(t.lower_ in HEADS for t in sentence.tokens) or not sentence.dates:
        return False
    return all(v.lemma_.lower() in _FOLLOWING for v in verbs)
