"""Words by which documents tell acts between actors, beyond the lexicon of acts: nouns, turns of phrase, who acts.

Source: A. Halterman, B. E. Bagozzi, A. Beger, P. Schrodt and G. Scraborough, "PLOVER and POLECAT: A New
Political Event Ontology and Dataset" (2023), https://doi.org/10.31235/osf.io/rm5dw
"""

from __future__ import annotations

from typing import Final

_FORCE = (
    "troop force soldier warship ship aircraft missile battalion brigade fleet contingent peacekeeper frigate carrier jet "
    "warplane plane bomber destroyer submarine marine"
)
ACTS: Final = {
    word: kind
    for kind, words in {
        "ASSAULT": "aggression invasion war attack strike bombardment annexation occupation assault offensive incursion shelling",
        "ACCUSE": "condemnation denunciation criticism",
        "SANCTION": "embargo boycott",
        "COERCE": "blockade",
        "AID": "assistance aid",
    }.items()
    for word in words.split()
}
"""Nouns that are acts by themselves: whose they are is the source, whom they are against the target."""

JOINT: Final = frozenset({"exercise", "drill", "patrol", "manoeuvre", "maneuver"})
"""Nouns of what forces do together, where two sides are named."""

NAMING: Final = frozenset("call brand describe label term declare denounce deem consider pronounce".split())
"""Verbs by which an act of another is given a name."""
WRONGS: Final = frozenset(
    "violation breach illegal unlawful unacceptable provocation aggression crime illegitimate provocative reckless "
    "genocide coercion outrage interference infringement unjustified unjustifiable inadmissible destabilising destabilizing "
    "irresponsible dangerous unprovoked affront".split()
)
"""Names that accuse."""
VOIDS: Final = frozenset("null void invalid baseless unfounded groundless".split())
"""Names that reject."""

THANKS: Final = {
    **dict.fromkeys(
        "aid assistance help relief donation vaccine loan grant contribution training scholarship food medicine".split(),
        "AID",
    ),
    **dict.fromkeys("support solidarity backing cooperation".split(), "SUPPORT"),
}
"""What somebody is thanked for, and what he or she did by it."""

CARRIERS: Final = frozenset(
    "message letter telegram word note cable tonne ton load shipment consignment".split()
)
"""What carries a feeling or a help: "a message of condolence", "30 tonnes of rice"."""

FORCES: Final = frozenset(f"{_FORCE} police policeman marine officer peacekeeper jet drone".split())
OFFICIALS: Final = FORCES | frozenset(
    "government authority ministry minister president parliament official leader forces cabinet administration navy "
    "army court ambassador embassy diplomat delegation".split()
)
"""Who acts for a state where a passive names the doer."""

SERVING: Final = frozenset(
    "serve station deploy send base remain patrol arrive fight operate stay dispatch".split()
)
"""What forces do abroad: "Polish troops served in Mali"."""

JOINTLY: Final = frozenset("together jointly side".split())
"""Adverbs of what two do together."""
SHARED: Final = frozenset("stand work cooperate collaborate exercise train patrol drill".split())
"""Verbs of what two do together."""

RECEIVING: Final = frozenset("receive get win gain secure enjoy obtain accept".split())
"""Verbs of those who are helped: "Chad received aid from Niger"."""
GRATEFUL: Final = frozenset({"grateful", "thankful", "indebted"})

GROUPS: Final = frozenset(
    "protester demonstrator rebel militant insurgent guerrilla pirate gunman attacker hacker separatist mob crowd".split()
)
"""Who acts without a name of their own."""

GOING_ON: Final = frozenset(
    "expand grow deepen continue develop intensify proceed advance flourish go broaden".split()
)
"""What cooperation does while it lasts."""

LASTING: Final = frozenset("deepening growing expanding ongoing flourishing".split())
"""How cooperation that lasts is described."""

DECREES: Final = frozenset({"order", "proclamation", "measure", "decree", "action", "decision", "sanction"})
"""What a state acts by: the subject of "the order imposes sanctions on"."""

SPOKEN: Final = frozenset({"ACCUSE", "SUPPORT", "REJECT", "THREATEN", "REQUEST"})
"""Acts of the tongue: a statement or readout does them on its own day."""
