"""The words that quantities are written with: numbers, scales, currencies, units and bounds."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from legation.values.dates_words import NUMBERS


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
CARDINALS: Final[dict[str, int]] = {word: n for word, n in NUMBERS.items() if word not in ("a", "an")} | _TENS
ORDINALS: Final = {
    word: i
    for i, word in enumerate(
        ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"), 1
    )
}

SCALES: Final = {
    word: Decimal(10) ** power
    for power, words in {
        2: "hundred",
        3: "thousand nghìn ngàn mille",
        5: "lakh lakhs",
        6: "million millions mn mln triệu",
        7: "crore crores",
        9: "billion billions bn bln milliard milliards tỷ tỉ",
        12: "trillion trillions tn trn",
    }.items()
    for word in words.split()
}
TIGHT_SCALES: Final = {
    "k": Decimal(10) ** 3,
    "K": Decimal(10) ** 3,
    "m": Decimal(10) ** 6,
    "M": Decimal(10) ** 6,
    "b": Decimal(10) ** 9,
    "B": Decimal(10) ** 9,
    "T": Decimal(10) ** 12,
}
"""Single letters are scales only against the digits of an amount of money ("$5B")."""

VAGUE: Final = {
    "dozens": Decimal(12),
    "tens": Decimal(10),
    "scores": Decimal(20),
    "hundreds": Decimal(100),
    "thousands": Decimal(1000),
    "millions": Decimal(10) ** 6,
    "billions": Decimal(10) ** 9,
    "trillions": Decimal(10) ** 12,
}
"""A plural without a number is at least one of its unit: "tens of billions" is at least 1e10."""

_SIGNS = """
    US$=USD U.S.$=USD $=USD A$=AUD AU$=AUD C$=CAD CA$=CAD NZ$=NZD S$=SGD HK$=HKD NT$=TWD R$=BRL €=EUR
    £=GBP ¥=JPY ₫=VND ₹=INR ₩=KRW ₽=RUB ฿=THB ₱=PHP ₺=TRY ₪=ILS ₦=NGN ₴=UAH Rs=INR RMB=CNY CN¥=CNY
    KSh=KES Ksh=KES Sh=KES Rp=IDR RM=MYR Tk=BDT
"""
SIGNS: Final = dict(pair.split("=") for pair in _SIGNS.split())

CODES: Final = _words("""
    AED AUD AZN BDT BRL CAD CHF CLP CNY CZK DKK EGP EUR GBP HKD HUF IDR ILS INR IQD IRR JOD JPY KES KHR
    KRW KWD KZT LAK LKR MAD MMK MXN MYR NGN NOK NPR NZD OMR PEN PHP PKR PLN QAR RON RUB SAR SEK SGD THB
    TRY TWD UAH USD UZS VND XAF XOF ZAR SDR
""")

_CURRENCY_NAMES = """
    USD us dollar|u.s. dollar|american dollar|united states dollar|dollar|greenback
    AUD australian dollar; CAD canadian dollar; NZD new zealand dollar
    SGD singapore dollar|singaporean dollar; HKD hong kong dollar; TWD new taiwan dollar|taiwan dollar
    EUR euro; GBP pound sterling|british pound; JPY yen|japanese yen; CNY yuan|chinese yuan|renminbi|rmb
    KRW korean won|south korean won; INR rupee|indian rupee; PKR pakistani rupee; LKR sri lankan rupee
    NPR nepalese rupee; IDR rupiah|indonesian rupiah; VND dong|vietnamese dong|vietnam dong|đồng
    THB baht|thai baht; RUB ruble|rouble|russian ruble|russian rouble; PHP philippine peso
    MXN mexican peso; ARS argentine peso; CLP chilean peso; COP colombian peso; CUP cuban peso
    CHF swiss franc; XOF cfa franc; SAR saudi riyal; QAR qatari riyal; AED dirham|uae dirham
    TRY lira|turkish lira; BRL brazilian real|brazilian reai|reai; ZAR south african rand; NGN naira
    KES kenyan shilling; EGP egyptian pound; MYR ringgit|malaysian ringgit; LAK kip|lao kip
    KHR riel|cambodian riel; MMK kyat; KWD kuwaiti dinar; SEK swedish krona|swedish kronor
    NOK norwegian krone|norwegian kroner; DKK danish krone|danish kroner; PLN zloty|zlotie
    CZK koruna|czech koruna; HUF forint; UAH hryvnia; KZT tenge; ILS shekel; BDT taka; AZN manat|azerbaijani manat
    GEL lari; AMD dram; ETB birr; GHS cedi; MNT tugrik; MAD moroccan dirham; DZD algerian dinar; IQD iraqi dinar
    IRR iranian rial; OMR omani rial; JOD jordanian dinar; UGX ugandan shilling; TZS tanzanian shilling
    RON romanian leu|romanian lei; BGN bulgarian lev|bulgarian leva
"""
SCALED_CURRENCIES: Final = {"won": "KRW", "pound": "GBP", "pounds": "GBP", "rand": "ZAR", "quid": "GBP"}
"""Words of other meanings, which name a currency only behind "million" and its like."""

_MEASURES = """
    percent percent|per cent|pct|phần trăm|pour cent; percentage_points percentage point|percent point
    basis_points basis point; tonne tonne|metric ton|tấn; ton ton; kilogram kilogram|kg; gram gram
    kilometre kilometre|kilometer|km; metre metre|meter; mile mile; nautical_mile nautical mile
    square_kilometre square kilometre|square kilometer|sq km|sq. km|km2|km²; hectare hectare|ha; acre acre
    square_metre square metre|square meter; cubic_metre cubic metre|cubic meter; litre litre|liter
    megawatt megawatt|MW; gigawatt gigawatt|GW; kilowatt kilowatt|kW; megawatt_hour MWh|megawatt hour
    gigawatt_hour GWh|gigawatt hour; terawatt_hour TWh|terawatt hour; kilowatt_hour kWh|kilowatt hour
    barrels_per_day barrels a day|barrels per day|bpd; barrel barrel; ounce ounce; teu TEU
    degree_celsius °C|degree celsius|degrees celsius; degree degree
    year year|năm; month month; week week; day day; hour hour; minute minute; times times|lần; fold fold
"""


def _plural_table(rows: str) -> dict[str, str]:
    """Each phrase, and its plural, with the unit at the head of its row."""
    table: dict[str, str] = {}
    for row in re.split(r";|\n", rows):
        unit, _, phrases = row.strip().partition(" ")
        for phrase in filter(None, phrases.split("|")):
            table |= {phrase: unit, f"{phrase}s": unit}
    return table


PHRASES: Final = _plural_table(_CURRENCY_NAMES) | _plural_table(_MEASURES) | {"pounds sterling": "GBP"}
"""Names of units, in lower case but for abbreviations, at most three words long."""

_BOUND_WORDS = {
    "over": "over|more than|above|in excess of|upwards of|exceeding|exceeded|exceeds|exceed|surpassing|surpassed|topped|"
    "beyond|hơn|trên|plus de",
    "at_least": "at least|no less than|not less than|no fewer than|not fewer than|(?:a )?minimum of|ít nhất|"
    "au moins",
    "at_most": "up to|at most|no more than|not more than|as many as|as much as|(?:a )?maximum of|tối đa|"
    "jusqu'à|jusqu’à",
    "nearly": "nearly|almost|close to|approaching|just under|just below|just short of|gần|près de",
    "about": "around|about|some|approximately|approx\\.|roughly|an estimated(?: \\w+){0,2} of|an estimated|estimated at|circa|"
    "in the region of|khoảng|environ",
    "under": "less than|fewer than|under|below|dưới|moins de",
    "average": "an average of|averaging|on average|average of|trung bình|en moyenne",
}
BOUND_BEFORE: Final = re.compile(
    "(?:\\b(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _BOUND_WORDS.items())
    + r")\s+(?:(?:a total of|a|another)\s+)?|(?P<about_sign>[~≈])\s?)$",
    re.IGNORECASE,
)
BOUND_ENDS: Final = frozenset(
    phrase.split(" ")[-1].replace("\\", "") for words in _BOUND_WORDS.values() for phrase in words.split("|")
) | {"of", "a", "another"}
"""The last words of what `BOUND_BEFORE` finds: most numbers have none of them before, which is quick to see."""

BOUND_AFTER: Final = re.compile(
    r"(?P<at_least>\s?\+|-plus\b|\s+(?:or|and) (?:more|above|over|higher|greater)\b|\s+at least\b)"
    r"|(?P<at_most>\s+or (?:less|fewer|below|lower)\b|\s+at (?:the )?most\b)"
    r"|(?P<about>\s+or so\b)|(?P<average>\s+on average\b)"
)

STOPS: Final = _words("""
    a an the and or but nor of to in on at by for from with without into onto over under about as than
    per via within through during since until before after between among against towards toward across
    around along despite amid is are was were be been being am has have had do does did will would shall
    should can could may might must that which who whom whose this these those it its they their them he
    his she her we our you your i not no also only just still already yet both each every all any more
    most less fewer so if when while where because then there here out up down off ago later earlier
    further respectively each annually yearly including such like said says say signed came went took
    made gave held met visited agreed joined remain remains became become
""")
"""Words that end a noun phrase."""

MODIFIERS: Final = _words("more other further signed agreed joined")
"""Stop words that belong to the noun where they come first: "six more titles", "17 signed agreements"."""

PLURALS: Final = _words("""
    people persons men women children personnel staff aircraft media criteria data phenomena police
    youth cattle fish spacecraft warcraft offspring alumni người memoranda fora referenda
""")
"""Plurals without an s."""

NOT_PLURALS: Final = _words("""
    is was has does says its this thus plus perhaps always towards news us versus per-cent besides
    across as
""")

OF_HEADS: Final = _words("""
    memorandums memoranda memorandum heads head members rounds letters ministers ministries chiefs
    points bodies codes areas fields pieces types kinds means rules
""")
"""Plurals that keep the "of" after them: memorandums of understanding, heads of state."""

FIGURES_OF_SPEECH: Final = _words("""
    continents corners seas oceans winds
""")
"""Nouns whose number is a manner of speaking: all five continents, the four seas."""

PAIRED: Final = _words("""
    sides countries nations leaders parties peoples governments states economies neighbours neighbors
    capitals ministers ministries presidents sectors foreign prime defence defense
""")
"""What "the two …" names without counting."""

BEFORE_CODES: Final = _words("""
    article articles resolution regulation decree decision directive circular order section rule law no
    nos number page pages paragraph para chapter annex appendix room line route highway flight bill
    phase level type zone district ward track schedule table figure item part volume version class
    category goal group protocol act boeing airbus covid season episode grade round point clause
    amendment session nghị quyết số điều khoản
""")
"""Words that make the number after them a name, not an amount."""
