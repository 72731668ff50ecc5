"""The verbs and nouns of acts between actors, each with its PLOVER type.

Source: A. Halterman, B. E. Bagozzi, A. Beger, P. Schrodt and G. Scraborough, "PLOVER and POLECAT: A New
Political Event Ontology and Dataset" (2023), https://doi.org/10.31235/osf.io/rm5dw
"""

from __future__ import annotations

from typing import Final


def _table(**types: str) -> dict[str, str]:
    return {word: kind for kind, words in types.items() for word in words.split()}


VERBS: Final = _table(
    ASSAULT="attack invade bomb shell annex occupy raid ambush bombard",
    ACCUSE="accuse condemn denounce deplore criticize criticise blame decry",
    SANCTION="sanction blacklist embargo boycott designate",
    THREATEN="threaten",
    PROTEST="protest",
    SUPPORT="back endorse support",
    COERCE="arrest detain expel blockade besiege",
    COOPERATE="collaborate cooperate",
    REJECT="reject oppose veto",
)
"""Verbs that are acts by themselves: their object is the target."""

ACTS: Final = _table(
    ASSAULT="aggression invasion war attack strike bombardment annexation occupation",
    ACCUSE="condemnation denunciation",
    SANCTION="embargo blockade boycott",
    SUPPORT="support solidarity",
    AID="assistance aid",
)
"""Nouns that are acts by themselves: whose they are is the source, whom they are against the target."""

GIVEN: Final = {
    "SUPPORT": (
        frozenset(
            "express voice reaffirm reiterate affirm underscore underline stress restate repeat pledge offer extend".split()
        ),
        frozenset("support solidarity backing sympathy condolence condolences".split()),
        frozenset({"for", "with", "to"}),
    ),
    "SANCTION": (
        frozenset("impose levy slap place announce extend tighten introduce apply".split()),
        frozenset("sanction sanctions tariff embargo restriction ban countermeasure duty penalty".split()),
        frozenset({"on", "against", "upon"}),
    ),
    "AID": (
        frozenset("provide give donate deliver send supply grant extend ship".split()),
        frozenset(
            "aid assistance help relief weapon equipment vaccine ammunition loan grant support training".split()
        ),
        frozenset({"to", "for"}),
    ),
    "MOBILIZE": (
        frozenset("deploy send mobilise mobilize mass station".split()),
        frozenset("troop troops force forces warship soldier ship aircraft missile battalion".split()),
        frozenset({"to", "in", "near", "against", "along"}),
    ),
    "PROTEST": (
        frozenset("lodge file make deliver hand summon recall".split()),
        frozenset("protest complaint ambassador envoy".split()),
        frozenset({"with", "to", "against", "of", "from"}),
    ),
    "ASSAULT": (
        frozenset("launch carry conduct fire mount".split()),
        frozenset("attack strike invasion missile assault offensive raid rocket drone war".split()),
        frozenset({"on", "against", "at", "into", "of"}),
    ),
}
"""Acts told by a verb and its object together: verbs, nouns, and the prepositions before the target."""

JOINT: Final = frozenset({"exercise", "drill", "patrol", "manoeuvre", "maneuver"})
"""Nouns of what forces do together, where two sides are named."""

DECREES: Final = frozenset({"order", "proclamation", "measure", "decree", "action", "decision", "sanction"})
"""What a state acts by: the subject of "the order imposes sanctions on"."""

SPOKEN: Final = frozenset({"ACCUSE", "SUPPORT", "REJECT", "THREATEN"})
"""Acts of the tongue: a statement or readout does them on its own day."""
