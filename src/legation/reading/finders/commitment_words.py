"""Words of promising, aiming, urging and acting."""

from __future__ import annotations

from typing import Final

PROMISES: Final = frozenset(
    "commit recommit pledge promise vow undertake agree aim intend plan resolve decide guarantee swear opt "
    "look concur wish want hope strive endeavour endeavor consent offer like mean expect propose seek bind oblige "
    "undertook".split()
)
"""Verbs with an act behind "to" (or "on", "that"): the subject gives its word."""

STANCES: Final = frozenset(
    "committed recommitted determined ready willing prepared dedicated resolved bound obliged obligated eager "
    "unanimous keen bent".split()
)
"""Words of a stance with an act behind "to": "stands ready to", "remains committed to"."""

SURE: Final = frozenset("undertook vowed pledged promised agreed pledges vows promises".split())
"""Forms that are verbs of promising beside another verb, whatever the tagger takes them for."""

WEAK: Final = frozenset(
    "look plan decide strive endeavour endeavor willing eager keen opt aim wish want hope offer like mean expect "
    "propose seek".split()
)
"""Words that promise less than a pledge."""

WISHES: Final = frozenset("wish want hope like offer mean expect propose seek".split())
"""Verbs that aim at an act by "to" alone."""

HOPING_SELF: Final = frozenset({"hope"})
"""Wishes that leave the act to others as well: "hopes to sell beef to Japan" is asked for rather than promised."""

OBJECTS: Final = frozenset("pledge promise commit vow guarantee".split())
"""Verbs whose object may be what is promised: "pledged 30 million dollars"."""

NOUNS: Final = frozenset(
    "commitment pledge promise determination goal target aim ambition intention intent objective readiness "
    "willingness obligation resolve undertaking plan vow wish desire consensus assurance offer preparedness "
    "eagerness word mind deadline".split()
)
"""Nouns with an act behind "to" or "of"."""

COUNTED_NOUNS: Final = frozenset("goal target aim pledge promise offer commitment".split())
"""Nouns behind which "of" with a number names what is aimed at: "a target of 10 gigawatts"."""

IDIOMS: Final = frozenset({"word", "mind"})
"""Nouns that promise only in a turn of phrase: "gave its word to", "has in mind to"."""

FIRM_NOUNS: Final = frozenset("commitment pledge obligation".split())
"""Nouns behind which "to" with a plain noun names what is promised: "its commitment to Article 5"."""

PURSUITS: Final = {
    **dict.fromkeys("aim try strive hope push look go press bid".split(), frozenset({"for", "at"})),
    **dict.fromkeys("target eye plan envisage".split(), frozenset({""})),
}
"""Verbs that aim at a number, with what stands before it: "aims for 70 percent", "targets 5 million visitors"."""

SET_ASIDE: Final = {"set": "aside", "put": "aside forward up", "hold": "out"}
"""Verbs by which money is promised with the word behind them."""

GIVERS: Final = frozenset(
    "provide contribute invest allocate donate give offer lend grant earmark spend mobilise mobilize "
    "devote dedicate disburse work".split()
)
"""Verbs that promise what they give where they stand in the present continuous with an amount."""

HANDING: Final = GIVERS | frozenset(
    "hand deliver send supply transfer build train equip pay waive deploy".split()
)
"""What one side does for the other where it is said only that it will be done."""

ANNOUNCING: Final = frozenset("announce unveil approve earmark allocate offer".split())
"""Verbs by which money is promised: "announced an additional 10 million dollars"."""

ORDERS: Final = frozenset("direct instruct task charge order tell".split())
"""Verbs by which leaders bind their own: "directed their ministers to set up"."""

OWN: Final = frozenset(
    "minister ministers team teams official officials ministry ministries agency agencies government "
    "governments delegation delegations cabinet adviser advisers advisor advisors expert experts group "
    "secretary counterpart side sides".split()
)
"""Those whom leaders bind by their orders."""

BINDING: Final = frozenset("commit bind oblige obligate require".split())
"""Verbs by which a paper binds whom it names."""

CALLS: Final = frozenset(
    "urge call ask press demand exhort implore appeal request suggest propose recommend encourage advise invite expect "
    "want insist beg plead entreat counsel count warn tell".split()
)
"""Verbs that call on an actor to act."""

DEEDS: Final = frozenset(
    "establishment creation extension opening reopening resumption expansion exchange implementation introduction reduction "
    "increase launch formation development strengthening removal withdrawal release delivery construction abolition "
    "suspension lifting joint".split()
)
"""Nouns of an act that may stand behind "agreed on": "the establishment of a fund"."""

CALL_NOUNS: Final = frozenset("call appeal request demand plea urging".split())
"""Nouns that call on an actor to act: "its call on Lima to ratify", "India's request that Seoul open its market"."""

NEEDS: Final = frozenset("need importance necessity urgency".split())
"""Nouns of what has to be done: "reiterated the need to", "stressed the importance of India raising"."""

OUGHTS: Final = frozenset({"should", "must", "ought"})
"""Helpers by which a writer asks something of an actor."""

STRESSING: Final = frozenset(
    "stress emphasise emphasize underscore underline reiterate highlight agree reaffirm affirm urge".split()
)

SAYING: Final = frozenset(
    "say tell announce state declare confirm add note pledge promise reiterate reaffirm affirm stress vow "
    "indicate agree signal insist assure emphasise emphasize underline underscore commit settle arrange decide disclose "
    "report know".split()
)
"""Verbs behind which "would" is a promise told later."""

STEPS: Final = frozenset("step measure action initiative effort".split())
"""What is taken in order to do the act itself."""

MEETINGS: Final = frozenset(
    "visit trip tour talk talks meeting summit call conversation consultation dialogue round session question conference "
    "forum seminar ceremony exhibition".split()
)
"""What is made or held rather than promised: visits and contacts are kinds of their own."""

JOINT_ACTS: Final = frozenset(
    "establish create set form launch hold organise organize exchange appoint convene publish open build sign implement "
    "finalise finalize agree complete strengthen expand extend intensify develop explore promote enhance draw put resume "
    "reopen restore introduce abolish lift waive connect link add double".split()
)
"""Acts that the parties of a joint statement do where it says only that they will be done."""

HELPING: Final = frozenset("support assist help aid back equip supply arm defend protect train fund".split())
"""Acts done for whom they name."""

HOSTILE: Final = frozenset(
    "sanction impose ban prohibit counter combat restrict target condemn punish deter hold fight oppose stop "
    "disrupt limit block suspend isolate deny cut phase end reduce retaliate respond revoke".split()
)
"""Acts done against whom they name: nothing is promised to them."""

LIGHT: Final = frozenset(
    "make pay hold have conduct begin start undertake attend convene schedule arrange join participate engage "
    "take host lead open address chair".split()
)
"""Verbs with which a visit or a meeting is made or held."""

HOPING: Final = frozenset("hope hop wish want trust demand insist".split())
"""Verbs by which somebody else's act is asked for: "hopes that Tokyo will honour …"; its lemma comes out as "hop"."""

LEADING: Final = frozenset("continue begin start proceed seek".split())
"""Verbs of going on or setting about, with the act behind them."""

CUTTING: Final = frozenset(
    "including such where which who whose as so while but because although when if after before with".split()
)
"""Words that, behind a comma, begin what no longer belongs to an act's short name."""

NO_ACTS: Final = frozenset(
    "be have visit travel arrive meet host attend welcome receive face mark celebrate see become mean require "
    "depend allow come go say talk listen speak hear know need want like think feel get fall rise grow reach exceed "
    "happen occur run last sit benefit accompany enter feature prove represent show tell thank pay "
    "depart discuss address_to pose constitute expire play expect remember miss lose win find believe love "
    "hope wish do look note seem appear suffer live die forget understand learn congratulate recall hail "
    "praise regard succeed fail try let bring leave stay contain consist comprise announce reaffirm endorse "
    "highlight underscore emphasise emphasize stress reiterate convene outline showcase sign chair serve "
    "involve concern affect honour_to amount total cost near approach urge condemn demonstrate acknowledge "
    "recognise recognize rally include burn shine bear commend applaud regret deplore echo".split()
)
"""Verbs that after "will" tell what comes rather than what is promised."""

NO_PLEDGES: Final = frozenset(
    "be have hear talk listen get face thank greet visit meet travel attend come see welcome receive discuss "
    "differ disagree nominate appoint convene".split()
)
"""Verbs that after a promise are no commitment of their own: visits and meetings are other kinds."""

WITH_NAMES: Final = frozenset("recognise recognize let reach pay".split())
"""Verbs that are acts on purpose only where they name an actor or an amount: "recognise Palestine", "reach 2 percent"."""

NEED_OBJECT: Final = frozenset("lead hold result take bring follow apply".split())
"""Verbs that are acts on purpose only with an object: "lead new efforts", "hold Russia accountable"."""

ACTING: Final = frozenset(
    "government administration authority leader side party official president minister ministry delegation "
    "country nation state leadership cabinet parliament congress assembly council commission agency "
    "department member chief chairman premier chancellor king ruler military army force navy regime republic "
    "kingdom federation bloc alliance union secretary adviser advisor ally partner team".split()
)
"""Nouns that act for the actor that stands with them: "the Korean government", "leaders of France"."""

GROUPS: Final = frozenset(
    "leader side party president minister official advisor adviser delegation country nation government "
    "participant member principal secretary attendee premier chief signatory state ally partner counterpart assembly "
    "ministry lawmaker parliamentarian negotiator diplomat".split()
)
"""Nouns that in the plural mean those whom a document is between."""

HOLDERS: Final = frozenset(
    "president minister secretary chancellor premier taoiseach king queen emir sultan leader chairman "
    "vice-president amir".split()
)
"""Nouns of one who speaks for a side."""

OFFICERS: Final = frozenset(
    "secretary administrator general director head agency department assistant commissioner council bureau "
    "minister ministry commission government authority office representative committee service".split()
)
"""Nouns of those whom an order of their own state binds by "shall"."""

DEPARTMENTS: Final = frozenset(
    {"State", "Treasury", "Commerce", "Defense", "Justice", "Energy", "Agriculture"}
)
"""American departments as American papers call them for short."""

VERBS_TOO: Final = frozenset(
    "abolish accelerate accept accede address adhere adopt advance advocate aid align allocate allow amend "
    "apply appoint approve assess assist assure audit authorise authorize ban begin boost bolster broaden "
    "build bring buy cap carry cease celebrate champion close combat commence complete comply conclude "
    "conduct confront consider consolidate construct consult continue contribute convene cooperate coordinate "
    "counter create cut deepen defend deliver demonstrate deploy design designate detect deter determine "
    "develop devote disburse discourage disrupt diversify donate double draft drive ease educate elevate "
    "eliminate embed empower enable encourage end enforce engage enhance ensure establish evaluate examine "
    "exchange exempt expand expedite explore extend facilitate finalise finalize finance focus formalise "
    "formalize formulate foster fulfil fulfill fund give grant guarantee halve harmonise harmonize help hold "
    "honor honour host identify implement import improve increase inform initiate instal install institute "
    "integrate intensify introduce invest investigate invite issue join keep launch lead leverage liberalise "
    "liberalize lift limit link lower maintain make manage map market meet mitigate mobilise mobilize "
    "modernise modernize monitor negotiate open operationalise operationalize optimise optimize organise "
    "organize oppose outline participate partner permit phase pilot plan prepare preserve prevent prioritise "
    "prioritize process procure produce prohibit promote protect provide publish purchase pursue raise ratify "
    "reaffirm recognise recognize recruit redouble reduce reform refrain reinforce release remain remove "
    "renew repeal report resolve respect respond restore restrict resume retain review revise revive "
    "safeguard scale secure seek send set share sign simplify speed stand standardise standardize step stop "
    "streamline strengthen study submit supply support suspend sustain tackle take target test track train "
    "transfer transform transition treat trial triple undertake update upgrade uphold use utilise utilize "
    "verify waive welcome withdraw work".split()
)
"""Verbs with which an act begins; a tagger may take them for nouns or names at the head of a bullet."""

COINS: Final = frozenset(
    "kroner kronor krona krone pesos dinars francs dirhams riyals rials shillings pounds lira liras crowns".split()
)
"""Currencies of several countries, whose amounts are money though their code is not known."""

PAPERS: Final = frozenset(
    "statement communique communiqué declaration agreement deal pact memorandum treaty accord framework".split()
)
"""What promises in the name of its parties."""

BINDERS: Final = PAPERS | frozenset(
    "compact convention protocol arrangement programme program text document article clause charter alliance "
    "resolution".split()
)
"""What binds those whom it names: "the compact obliges Chad to"."""

DEADLINES: Final = frozenset({"by", "until"})
"""Senses of a date that is a deadline."""

REGULAR: Final = frozenset(
    "regular regularly annual annually yearly biennial biannual quarterly monthly every once twice".split()
)
"""Words of meetings that are to be held again and again."""

LOOSE_VERBS: Final = frozenset(
    "strengthen promote advance address work support deepen enhance continue cooperate foster ensure build "
    "uphold respect protect pursue tackle counter encourage facilitate improve explore develop advocate "
    "combat fight collaborate consider".split()
)
"""Verbs that promise much and little alike."""

EMPTY: Final = frozenset(
    "relationship relation tie bond partnership friendship cooperation collaboration coordination engagement "
    "security stability peace prosperity future value challenge issue threat effort order world democracy "
    "interest principle problem area matter goal objective approach dialogue contact unity solidarity freedom "
    "right progress development growth rule role way action measure step pressure hunger poverty resilience "
    "other need driver cause condition".split()
)
"""Nouns of values and states of affairs, which name no thing that could be counted or seen."""
