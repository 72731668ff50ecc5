"""Words of measuring: verbs of level and change, what a tariff hangs on, what is counted elsewhere or not at all."""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


LEVELS: Final = _words(
    "reach total be hit stand amount exceed surpass top become remain value estimate come account represent average number "
    "approach near record register cover cross comprise constitute make attain touch equal run pass hover measure form "
    "provide meet supply bring range stay hold reckon fetch yield settle go"
)
_RISING: Final = (
    "grow rise increase jump surge climb expand soar gain double "
    "triple quadruple raise widen accelerate improve swell rocket spike leap"
)
_FALLING: Final = (
    "fall drop decrease decline shrink slump slip plunge cut reduce "
    "lower narrow contract ease dip tumble halve slow weaken shed recede"
)
CHANGES: Final = _words(f"{_RISING} {_FALLING} lift")
GROWTH: Final = {
    **dict.fromkeys([*_RISING.split(), "up", "lift"], "growth of"),
    **dict.fromkeys([*_FALLING.split(), "down"], "decrease of"),
}
"""How the indicator of a change begins, by its verb or adverb."""
TARIFFS: Final = _words("tariff tariffs duty duties levy levies")
IMPOSING: Final = _words(
    "impose put levy apply charge slap set announce maintain lower reduce cut raise increase lift remove eliminate keep hit "
    "place introduce threaten hike drop scrap modify waive suspend enact slash"
)
VOWS: Final = _words("commit pledge promise undertake agree vow")
"""Verbs by which a tariff that is to be set is promised."""
PAYING: Final = _words("face pay accept suffer incur be subject bear attract receive agree endure")
PROMISES: Final = _words(
    "pledge promise commit undertake vow plan intend aim target seek agree propose want urge call ask encourage strive "
    "endeavour endeavor mean bind oblige offer hope wish"
)
"""Verbs whose quantities are the content of a commitment or a wish, not measured."""
FORECASTS: Final = _words(
    "expect project forecast predict estimate anticipate likely reckon see poise set believe think could may might"
)
"""Words by which a quantity to come is foretold by somebody, and promised by nobody."""
GOALS: Final = _words("target goal objective ambition aim proposal offer request cap ceiling")
ORDERING: Final = _words("order buy purchase procure acquire contract")
"""What is done to things that are counted in an order of them."""
DEALERS: Final = _words("company firm business enterprise corporation")
"""Who makes deals."""
DEALINGS: Final = _words("purchase sale procurement acquisition import export delivery transfer order")
"""Acts whose object money measures."""
MONEY_NOUNS: Final = _words(
    "trade turnover investment investments loan loans aid fund funds funding assistance grant grants remittance remittances "
    "capital revenue revenues export exports import imports surplus deficit gdp debt budget contribution contributions support "
    "cost costs price prices value worth volume sale sales purchase purchases order orders income savings loss losses reserve "
    "reserves spending expenditure package credit financing fdi oda tax taxes fine penalty market economy output assets stock "
    "commitments pledges relief"
)
"""Nouns that money measures; any other that it stands before has a value: "a 150 billion dollar project"."""
DOINGS: Final = {
    "invest": "investment",
    "export": "exports",
    "import": "imports",
    "contribute": "contribution",
    "donate": "donation",
    "lend": "loans",
    "borrow": "borrowing",
    "spend": "spending",
    "remit": "remittances",
    "sell": "sales",
    "buy": "purchases",
    "purchase": "purchases",
    "earn": "earnings",
    "owe": "debt",
    "produce": "production",
    "disburse": "disbursement",
    "put": "investment",
    "inject": "investment",
    "pour": "investment",
    "plough": "investment",
    "allocate": "allocation",
    "earmark": "allocation",
    "appropriate": "appropriation",
    "grant": "grant",
    "give": "aid",
    "receive": "funding received",
    "get": "funding received",
    "obtain": "funding received",
    "secure": "funding received",
    "pay": "payment",
    "cost": "cost",
    "save": "savings",
    "lose": "losses",
    "mobilise": "funds mobilised",
    "mobilize": "funds mobilised",
    "trade": "trade",
}
"""Verbs whose direct object is a sum, and what the sum measures."""
WORTH: Final = _words("worth valued")
VALUES: Final = _words("value cost price total sum amount volume figure number rate level")
"""Nouns that say no more than that something is measured."""
COUNTED_ELSEWHERE: Final = _words(
    "visit visits trip trips agreement agreements mou mous memorandum memorandums memoranda treaty treaties document documents "
    "accord accords protocol protocols instrument instruments paper papers "
    "deal deals pact pacts partnership partnerships fta ftas delegation delegations meeting meetings call calls conversation "
    "conversations round rounds partner partners mechanism mechanisms nation memberships summit summits"
)
MEMBERS: Final = _words("member members observer observers signatories")
"""Who is counted of a body."""
HAVING: Final = _words(
    "have unite group comprise include number count bring gather embrace consist link join encompass total"
)
"""Verbs between a body and the number of its members."""
SHORTFALLS: Final = _words("missing lacking wanting short outstanding")
"""What is said of a quantity that is not there."""
NOT_COUNTED: Final = _words(
    "state states ceo ceos "
    "country countries nation nations leader leaders side sides party parties day days week weeks month months year years hour "
    "hours minute minutes decade decades century centuries way ways time times step steps pillar pillars point points part "
    "parts priority priorities area areas continent continents president presidents minister ministers thing things question "
    "questions goal goals objective objectives element elements principle principles issue issues track tracks statement "
    "statements article articles section sections chapter chapters page pages resolution resolutions order orders u.s.c usc "
    "act code fr cfr regulation regulations stage stages phase phases level levels person one ones other others anniversary "
    "guest guests secretary secretaries session sessions generation generations men women child children "
    "half dozen type types kind kinds category categories group groups team teams subparagraph paragraph paragraphs annex "
    "subheading subheadings heading headings executive eo senator senators representative representatives official officials "
    "tool tools message messages lesson lessons reason reasons fact facts example examples number numbers degree degrees"
)
ANYBODY: Final = _words("people americans persons folks")
"""Who a number of tells nothing of a state by itself: "on behalf of 60 million Americans"."""
LOSSES: Final = {
    "kill": "people killed",
    "die": "people killed",
    "injure": "people injured",
    "wound": "people injured",
    "displace": "people displaced",
    "evacuate": "people evacuated",
    "rescue": "people rescued",
    "detain": "people detained",
    "arrest": "people arrested",
    "employ": "people employed",
    "visit": "visitors",
    "live": "people living there",
    "reside": "people living there",
    "dwell": "people living there",
    "flee": "people fled",
    "uproot": "people displaced",
    "settle": "people settled",
}
"""Verbs by which a number of people is a measure, and of what."""
REALMS: Final = _words(
    "country nation market bloc region island state city territory population economy community"
)
"""What has so many people: "a country of 7 million people"."""
CROWDS: Final = _words(
    "people americans lives families workers infections students entrepreneurs citizens persons families households patients "
    "communities farmers veterans youth participants victims refugees civilians others businesses americans leaders families"
)
"""Whom a vague number ("millions of Americans") does not count but conjure up."""
PASSED_UNITS: Final = _words(
    "day week month year hour minute second decade fraction degree degree_celsius degree_fahrenheit"
)
UNITS: Final = {
    "tonne": "tonnes",
    "ton": "tons",
    "percentage_points": "percentage points",
    "year": "years",
    "mile": "miles",
    "pound": "pounds",
    "kilometre": "kilometres",
    "hectare": "hectares",
    "barrel": "barrels",
    "gigawatt": "GW",
    "megawatt": "MW",
}
"""How the annotation guide writes units, where the values have another name."""
UNIT_NOUNS: Final = _words("pounds barrels ounces gallons acres bushels kilograms carats litres liters")
"""Nouns that are units when "of" follows: "100,000 pounds of powder"."""
OWN_INDICATORS: Final = _words(
    "economy exporter importer producer donor investor market buyer supplier contributor lender"
)
PAIR_MEASURES: Final = _words("trade turnover bilateral two-way mutual")
"""What is measured between two: with one of them named, the other is whom the text is about."""
TRADED: Final = _words("export import sale shipment delivery aid assistance")
"""What goes from one to another: with the other alone named, the text tells whose it is."""
HOME_MEASURES: Final = _words(
    "trade exports imports export import gdp economy growth deficit surplus unemployment inflation jobs reserves debt "
    "remittances tourists arrivals fdi investment revenue output population"
)
"""What a state's own text says of its state without naming it."""
DOMESTIC: Final = _words(
    "gdp economy inflation unemployment population debt budget deficit spending votes voters seats poverty reserves output "
    "growth jobs tax revenue revenues wages households electorate turnout income prices area coastline emissions target"
)
"""What a state has by itself: nobody else's, though a text is about two."""
MEASURES: Final = _words(
    "trade turnover exports imports export import investment investments remittances deficit surplus gdp debt aid fdi "
    "assets reserves revenue revenues loans inflation unemployment growth arrivals spending budget sales purchases volume "
    "assistance stock output production"
)
"""Nouns that a sum nearby is the value of, even where the parse does not join them."""
FIRMS: Final = _words(
    "group company corporation corp inc ltd plc bank airlines airways holdings motors energy electronics fund foundation "
    "petroleum oil steel industries shipbuilding telecom heavy agency initiative facility programme program"
)
"""Last words of the names of firms, funds and programmes."""
CANONICAL: Final = (
    (
        r"(?:value of )?(?:total )?(?:imports? and exports?|exports? and imports?|import[ -]export)(?: turnover| value)?",
        "goods trade",
    ),
    (r"(?:inter\w+|foreign|overseas) (?:tourists?|visitors?|arrivals|tourist arrivals)", "tourist arrivals"),
    (r"(?:foreign |overseas )?visitor arrivals", "tourist arrivals"),
    (
        r"compatriots?(?: (?:living |residing )?(?:abroad|overseas).*)?|overseas (?:compatriots|citizens|nationals|workers)",
        "overseas citizens",
    ),
    (r"(?:\w+ )?diaspora", "overseas citizens"),
    (
        r"(?:total |registered |accumulated |cumulative |combined )+(?:fdi|foreign direct investment)(?: capital)?",
        "FDI stock",
    ),
)
"""Wordings of what is measured, and the one that they come out as."""
