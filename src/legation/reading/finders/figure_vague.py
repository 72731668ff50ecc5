"""Quantities without digits: "billions in investment", "more than half of exports"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from legation.reading.finders.figure_words import MONEY_NOUNS
from legation.reading.mention import QuantityAt
from legation.reading.text import Sentence
from legation.values.quantity import Quantity

_PLURALS: Final = {"millions": Decimal(10) ** 6, "billions": Decimal(10) ** 9, "trillions": Decimal(10) ** 12}
_OWN_MONEY: Final = {"USA": "USD", "GBR": "GBP", "JPN": "JPY", "CAN": "CAD", "AUS": "AUD", "IND": "INR"}
"""The money that a state's own page means without a word."""


_MONEY: Final = {
    "franc": "CHE:CHF SEN:XOF CIV:XOF MLI:XOF BFA:XOF NER:XOF BEN:XOF TGO:XOF GNB:XOF CMR:XAF TCD:XAF CAF:XAF COG:XAF GAB:XAF "
    "GNQ:XAF RWA:RWF BDI:BIF DJI:DJF GIN:GNF COM:KMF COD:CDF",
    "crown": "CZE:CZK SWE:SEK NOR:NOK DNK:DKK ISL:ISK",
    "krona": "SWE:SEK ISL:ISK",
    "kronor": "SWE:SEK",
    "kronur": "ISL:ISK",
    "krone": "NOR:NOK DNK:DKK",
    "kroner": "NOR:NOK DNK:DKK",
    "rupee": "MUS:MUR NPL:NPR LKA:LKR PAK:PKR IND:INR SYC:SCR",
    "dirham": "MAR:MAD ARE:AED",
    "lira": "TUR:TRY",
    "lari": "GEO:GEL",
    "tenge": "KAZ:KZT",
    "forint": "HUN:HUF",
    "zloty": "POL:PLN",
    "baht": "THA:THB",
    "ringgit": "MYS:MYR",
    "birr": "ETH:ETB",
    "naira": "NGA:NGN",
    "cedi": "GHA:GHS",
    "rand": "ZAF:ZAR",
    "taka": "BGD:BDT",
    "kip": "LAO:LAK",
    "tala": "WSM:WST",
    "hryvnia": "UKR:UAH",
    "hryvnias": "UKR:UAH",
    "peso": "MEX:MXN ARG:ARS CHL:CLP COL:COP CUB:CUP PHL:PHP URY:UYU DOM:DOP",
    "dinar": "IRQ:IQD JOR:JOD KWT:KWD DZA:DZD TUN:TND SRB:RSD LBY:LYD BHR:BHD",
    "shilling": "KEN:KES UGA:UGX TZA:TZS SOM:SOS",
    "riyal": "SAU:SAR QAT:QAR OMN:OMR YEM:YER",
    "rial": "IRN:IRR OMN:OMR YEM:YER",
    "leu": "ROU:RON MDA:MDL",
    "lei": "ROU:RON MDA:MDL",
    "pound": "EGY:EGP SYR:SYP LBN:LBP SDN:SDG SSD:SSP",
    "som": "KGZ:KGS UZB:UZS",
    "kwacha": "ZMB:ZMW MWI:MWK",
}
"""Names that several states give to their money, and whose it is in each."""


def local_money(sentence: Sentence, at: QuantityAt) -> QuantityAt:
    """A sum in the money of one of those whom a text is about: "22 million francs" in one about Switzerland."""
    behind = sentence.doc[at.end].lower_ if at.end < sentence.end else ""
    noun = (at.quantity.noun or behind).split()[-1:]
    own = [
        a
        for m in sentence.mentions
        if at.start < m.start < at.end and m.form == "adjective"
        for a in m.actors
    ]
    held = _MONEY.get(noun[0].lower()) or _MONEY.get(noun[0].lower().removesuffix("s")) if noun else None
    if held is None or at.quantity.unit != "count":
        return at
    context = sentence.text.context
    near = [a for m in sentence.mentions for a in m.actors]
    codes = dict(pair.split(":") for pair in held.split())
    owner = next((a for a in (*own, context.home, *near, *context.pair) if a in codes), None)
    end = at.end if at.quantity.noun else at.end + 1
    return replace(at, end=end, quantity=replace(at.quantity, unit=codes[owner], noun=None)) if owner else at


def vague_money(sentence: Sentence) -> Iterator[QuantityAt]:
    """The sums that a sentence gives as bare plurals before "in" and a noun of money."""
    currency = _OWN_MONEY.get(sentence.text.context.seat or "")
    for token in sentence.with_word(_PLURALS.keys()) if currency else ():
        least = _PLURALS[token.lower_]
        if currency is None or sentence.quantity_at(token) is not None or token.i + 1 >= sentence.end:
            continue
        noun = (
            next((c for c in token.nbor().children if c.dep_ == "pobj"), None)
            if token.nbor().lower_ == "in"
            else None
        )
        if noun is not None and noun.lemma_.lower() in MONEY_NOUNS:
            yield QuantityAt(token.i, token.i + 1, Quantity(least, currency, bound="at_least"))


def shared(sentence: Sentence, at: QuantityAt) -> QuantityAt:
    """A fraction of something as a percentage: "a quarter of output", "cut by half"; anything else as it is."""
    quantity = at.quantity
    if quantity.unit != "fraction" or not quantity.out_of:
        return at
    of = at.end < sentence.end and sentence.doc[at.end].lower_ == "of"
    by = at.start > sentence.start and sentence.doc[at.start - 1].lower_ == "by"
    if not (of or by) or quantity.value >= quantity.out_of:
        return at
    share = (100 * quantity.value / quantity.out_of).quantize(Decimal("0.1"))
    return replace(at, quantity=replace(quantity, value=share, unit="percent", out_of=None))
