"""The words of acts between actors, each wording with its PLOVER type: verbs with their objects, and nouns.

Source: A. Halterman, B. E. Bagozzi, A. Beger, P. Schrodt and G. Scraborough, "PLOVER and POLECAT: A New
Political Event Ontology and Dataset" (2023), https://doi.org/10.31235/osf.io/rm5dw
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to tell an act by a verb.

    Attributes:
        type: Its PLOVER type.
        objects: Nouns of which one must be the verb's object; empty where the verb is the act by itself.
        sides: Prepositions before the target; where there are no objects, also before what the verb needs.
        needs: Whether a verb without an object needs one of the prepositions: "stood by", not "stood".
        sought: Whether a target that the clause does not name is sought in what was told before.
    """

    type: str
    objects: frozenset[str]
    sides: frozenset[str]
    needs: bool = False
    sought: bool = False


_SPEAK = (
    "express voice convey offer extend send present reiterate reaffirm restate affirm confirm underscore stress declare "
    "repeat"
)
_FEEL = "support solidarity backing sympathy condolence congratulation felicitation greeting gratitude appreciation admiration"
_WORRY = "concern outrage anger dismay alarm disapproval condemnation displeasure regret indignation opposition criticism"
_AID = (
    "aid assistance help relief medicine vaccine dose food tent blanket rice wheat equipment expert rescuer doctor ambulance "
    "team boat vehicle parcel generator"
)
_ARMS = "weapon arm ammunition missile tank drone munition shell helicopter jet training"
_FORCE = (
    "troop force soldier warship ship aircraft missile battalion brigade fleet contingent peacekeeper frigate carrier jet "
    "warplane plane bomber destroyer submarine marine"
)
_BLOW = "attack strike invasion assault offensive raid war airstrike incursion operation bombardment rocket missile drone"
_ASKED = "support help backing assistance aid return extradition withdrawal apology release ruling"
_ONTO = "to in near against along into at toward towards around off"
_UPON = "on against at into of in towards toward over"
_HELD = "prisoner hostage soldier captive detainee sailor fisherman journalist citizen national"
_BAN = "sanction embargo restriction ban countermeasure penalty freeze"

_ROWS: Final = (
    "ACCUSE ? | accuse condemn denounce deplore criticise criticize blame decry lambast lambaste slam censure rebuke "
    "castigate chide rap berate fault | | over for about",
    f"ACCUSE | express voice raise convey reiterate repeat | {_WORRY} | about over at on regarding against to with",
    "ACCUSE | sue indict prosecute | | ",
    "ACCUSE | file bring launch lodge | case lawsuit suit complaint application | against",
    "SUPPORT | back endorse champion congratulate praise hail commend applaud laud salute compliment honour | | on for",
    "SUPPORT | support | | ",
    "SUPPORT | wish | success luck well recovery prosperity | to",
    f"SUPPORT | {_SPEAK} pledge | {_FEEL} | for with to on",
    "SUPPORT | pay | tribute | to",
    "SUPPORT ! | stand side rally unite | | by with behind alongside for",
    "REJECT ? | reject oppose veto dismiss repudiate spurn rebuff | | of by from",
    "REJECT ! | object | | to",
    "REJECT ? | dismiss deny decline rebuff refuse turn | request demand proposal offer bid claim accusation charge allegation "
    "plan wish | of from by",
    "REJECT | block obstruct | entry accession membership bid candidacy resolution proposal | of by",
    "REJECT | refuse | recognition talk dialogue negotiation | of with to",
    "REJECT | vote | | against",
    f"REQUEST | request seek solicit demand | {_ASKED} | of from by",
    "REQUEST ! | apply appeal turn petition | | to",
    "THREATEN | threaten warn | | with",
    "THREATEN | issue send give deliver | warning ultimatum threat | to",
    "PROTEST ! | protest demonstrate complain | | against to",
    "PROTEST | lodge file make deliver hand submit send | protest complaint demarche note | with to against",
    "PROTEST | summon call | ambassador envoy diplomat chargé consul attaché | of from",
    "SANCTION | sanction blacklist embargo boycott | | ",
    f"SANCTION | impose slap place extend tighten introduce apply announce adopt renew prolong | {_BAN} | on against upon",
    "SANCTION | suspend freeze halt cut withhold stop | aid assistance import export trade cooperation delivery supply "
    "shipment sale | to with from of",
    "SANCTION | join | sanction embargo boycott | against on",
    "SANCTION | ban block prohibit bar restrict | import export flight shipment trade | from of to with",
    "SANCTION | close | airspace border port | to with",
    "SANCTION | expel oust eject throw kick | diplomat ambassador envoy attaché embassy | of from",
    "COERCE | arrest detain blockade besiege seize confiscate deport | | from of",
    "COERCE | impose lift maintain | blockade siege | on of against",
    "ASSAULT ! | cross march | | into",
    "ASSAULT | attack invade bomb shell annex occupy raid ambush bombard storm strike overrun torpedo | | ",
    f"ASSAULT | launch carry conduct fire mount begin start wage unleash | {_BLOW} | {_UPON}",
    "MOBILIZE | deploy send mobilise mobilize mass station dispatch move rush keep fly sail base maintain have | "
    f"{_FORCE} | {_ONTO}",
    "RETREAT | withdraw pull evacuate | troop force soldier | from",
    f"RETREAT | release free repatriate | {_HELD} | of to from",
    "RETREAT | lift ease suspend waive | sanction embargo blockade siege | on against of",
    "CONCEDE ! | apologise apologize | | to for",
    f"AID | provide give donate deliver send supply grant extend ship dispatch airlift airdrop fly "
    f"rush offer | {_AID} {_ARMS} | to for over into",
    "AID | grant give offer | asylum refuge shelter sanctuary scholarship | to",
    "AID | train equip arm | troop soldier force police officer army | of",
    "AID | help assist aid | | ",
    "COOPERATE ! | collaborate cooperate partner work | | with",
    "COOPERATE | broker mediate facilitate | truce ceasefire exchange release talk negotiation | between",
    "COOPERATE ! | mediate | | between",
    "COOPERATE | hold conduct stage launch begin start | exercise drill patrol manoeuvre maneuver wargame | with between",
)


def _wordings() -> dict[str, tuple[Wording, ...]]:
    """The wordings of each verb, those with an object first."""
    found: dict[str, list[Wording]] = {}
    for row in _ROWS:
        head, verbs, objects, sides = (part.strip() for part in row.split("|"))
        kind, _, mark = head.partition(" ")
        wording = Wording(
            kind, frozenset(objects.split()), frozenset(sides.split()), needs=mark == "!", sought=mark == "?"
        )
        for verb in verbs.split():
            found.setdefault(verb, []).append(wording)
    return {verb: tuple(sorted(each, key=lambda w: not w.objects)) for verb, each in found.items()}


WORDINGS: Final = _wordings()

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
