"""Who a noun phrase means, as PLOVER codes it: "Israeli soldiers" is ISRMIL, "the Kremlin" RUSGOV.

A phrase has a country by its own name, by an adjective, owner or place in it ("rebels in Uganda"), or by a
well-known person; its sector by its noun. Where a group has no country of its own, the act gives it one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Final

from legation.actors.register import register
from legation.coding.event import Party
from legation.coding.names import Named, coded_name, find_names
from legation.reading.acts.lexicon import nouns, sector_of
from legation.reading.mention import Mention
from legation.reading.parse import Token
from legation.reading.text import Sentence

_PLACES: Final = frozenset({"of", "from", "in", "at", "near", "for", "on", "outside", "across"})
_OWN_SECTOR: Final = frozenset({"REB", "OPP", "PTY"})
"""Sectors that a group's own name tells, whatever its people are called."""
_POINTING: Final = frozenset({"pair", "we", "back"})
_WHERE: Final = frozenset({"in", "at", "near", "outside", "around", "inside"})
_WITHIN: Final = frozenset({"amod", "compound", "nmod", "poss", "nummod", "det", "quantmod"})
_VAGUE: Final = frozenset(
    "leader chief group official spokesman spokeswoman member force fighter source side head movement faction".split()
)
_STRONG: Final = frozenset("REB OPP MIL COP JUD UAF REF LAB EDU BUS JRN MED AGR REL CRM".split())
_FORMER: Final = {
    "Soviet Union": "SUN", "Czechoslovakia": "CSK", "Yugoslavia": "YUG", "Serbia and Montenegro": "SCG",
    "East Germany": "DDR", "South Vietnam": "VDR", "South Yemen": "YMD",
}  # fmt: skip
_REGIONS: Final = {
    "Africa": "AFR", "North Africa": "NAF", "West Africa": "WAF", "East Africa": "EAF", "Central Africa": "CFR",
    "Southern Africa": "SAF", "Asia": "ASA", "Southeast Asia": "SEA", "East Asia": "EAS", "South Asia": "SAS",
    "Central Asia": "CAS", "Middle East": "MEA", "Gulf": "GLF", "Caucasus": "CAU", "Europe": "EUR",
    "Western Europe": "WEU", "Eastern Europe": "EEU", "Balkans": "BLK", "Scandinavia": "SCN", "Latin America": "LAM",
    "Central America": "CAM", "South America": "SAM", "North America": "NMR", "Caribbean": "CRB",
}  # fmt: skip
REGIONS: Final = frozenset({*_REGIONS.values(), "WST"})
"""Codes of parts of the world: an actor only where the text names no other."""
_NGOS: Final = frozenset(
    {"ICRC", "IFRC", "Red Cross", "Medecins Sans Frontieres", "Amnesty International", "Human Rights Watch"}
)
_COUNTRY: Final = 3


@cache
def party_of(actor: str) -> Party | None:
    """The code of an actor of the register; None for one that PLOVER has no code for, such as a sea.

    Args:
        actor: The actor's id.
    """
    if actor in _FORMER or actor in _REGIONS:
        return Party(_FORMER.get(actor) or _REGIONS[actor])
    if actor in _NGOS:
        return Party("NGO")
    if actor not in register():
        return None
    known = register().get(actor)
    if known.is_country:
        return Party(known.id)
    if named := coded_name(known.name):
        return named
    return _of_kind(known.kind, known.state)


def _of_kind(kind: str, state: str | None) -> Party | None:
    sector = {"party": "PTY", "firm": "BUS", "ministry": "GOV", "office": "GOV"}.get(kind, "")
    if state:
        return Party(_FORMER.get(state, state), sector)
    if kind == "firm":
        return Party("MNC")
    return Party("IGO") if kind in ("body", "forum", "bloc") else None


_OFFICES: Final = (
    (frozenset("opposition".split()), "OPP"),
    (frozenset("rebel guerrilla".split()), "REB"),
    (frozenset("general admiral colonel marshal commander brigadier lieutenant commodore".split()), "MIL"),
    (frozenset("senator congressman congresswoman lawmaker assemblymember speaker".split()), "LEG"),
    (frozenset("justice judge prosecutor".split()), "JUD"),
)


def _office_sector(office: str | None) -> str:
    words = set((office or "").lower().replace("-", " ").split())
    if "secretary" in words or "minister" in words:
        return "GOV"
    return next((sector for heads, sector in _OFFICES if words & heads), "GOV")


class Cast:
    """Who is who in one sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self._sentence = sentence
        self._named = {i: n for n in find_names(list(sentence.tokens)) for i in range(n.start, n.end)}

    def meant(self, token: Token, *, depth: int = 0) -> tuple[Party, ...]:
        """Whom a noun phrase and those listed with it mean, each once; a group of no country has an empty one."""
        found: dict[Party, None] = {}
        for head in (token, *(t for t in token.conjuncts if t.i > token.i)):
            for party in self._of(head, depth):
                found.setdefault(party)
        return tuple(p for p in found if p.country or len(found) == 1)

    def place(self, verb: Token) -> str:
        """The country of the first place that a clause names as where it happens; empty if it names none."""
        for token in verb.subtree:
            if token.dep_ == "pobj" and (_is_where(token) or self._is_town_hit(token)):
                for each in (token, *token.children):
                    own = (p.country for p in self._own(each))
                    if country := next((c for c in own if c and c not in REGIONS), ""):
                        return country
        return ""

    def _is_town_hit(self, token: Token) -> bool:
        """Whether a word is the place that something is aimed at: "the attack on Kharkiv"."""
        named = self._named.get(token.i)
        return token.head.lower_ == "on" and named is not None and named.sort == "place"

    def acts(self, token: Token) -> bool:
        """Whether a word is the name of an actor or a noun for people, not a thing of theirs ("his views")."""
        return self.names_something(token) or bool(sector_of(token))

    def names_something(self, token: Token) -> bool:
        """Whether a token is part of a name, or of words that point back to one."""
        return token.i in self._named or self._sentence.mention_at(token) is not None

    def _own(self, token: Token) -> tuple[Party, ...]:
        """Whom the name at a token means."""
        named = self._named.get(token.i)
        mention = self._sentence.mention_at(token)
        if mention and mention.form == "person":
            return self._person(mention)
        if named and not (mention and _longer(mention, named)):
            return (named.party,)
        if mention is None or (mention.form in _POINTING and not self._named_before(mention)):
            return ()
        found = (party_of(actor) for actor in mention.actors)
        sector = "GOV" if mention.form == "capital" else ""
        return tuple(p if p.sector or not sector else replace(p, sector=sector) for p in found if p)

    def _named_before(self, mention: Mention) -> bool:
        """Whether those whom words point back to are named before: in one sentence nothing can be known of "we"."""
        block = self._sentence.parsed.mentions
        before = {a for m in block if m.start < mention.start and m.form not in _POINTING for a in m.actors}
        return before >= set(mention.actors)

    def _person(self, mention: Mention) -> tuple[Party, ...]:
        named = next((self._named[i] for i in range(mention.start, mention.end) if i in self._named), None)
        if named and named.sort != "place" and not mention.body:
            return (named.party,)
        sides = [p for actor in mention.actors if (p := party_of(actor))]
        if not sides and named:
            return (named.party,)
        sector = _office_sector(mention.office)
        return tuple(
            p if p.sector or len(p.country) != _COUNTRY or p.country in _BODIES else replace(p, sector=sector)
            for p in sides
        )

    def _of(self, head: Token, depth: int) -> tuple[Party, ...]:
        own = () if self._is_ethnic(head) else self._own(head)
        noun_sector = self._sector(head)
        if own:
            mention = self._sentence.mention_at(head)
            people = mention is not None and mention.form == "adjective" and head.tag_ in ("NNS", "NNPS")
            pointing = mention is not None and mention.form in _POINTING
            sector = "CVL" if people else noun_sector if pointing else ""
            return tuple(replace(p, sector=p.sector or sector) for p in own)
        countries = self._nations(head, depth)
        if countries:
            return tuple(
                c if c.sector in _OWN_SECTOR else replace(c, sector=noun_sector or c.sector)
                for c in countries
            )
        if any(c.lower_ in ("rights", "charity") for c in head.children):
            return (Party("NGO"),)
        if noun_sector and (named := self._somewhere(head)):
            return (Party(named.country, noun_sector),)
        return (Party("", noun_sector or "CVL"),) if noun_sector or self._is_ethnic(head) else ()

    def _somewhere(self, head: Token) -> Party | None:
        """The first country named in what is said of a group: "refugees fleeing the war in Liberia"."""
        behind = (t for t in head.subtree if t.i > head.i and t.dep_ != "conj" and self.names_something(t))
        behind = (
            t for t in behind if not any(a.lemma_.lower() == "border" for a in t.ancestors if a.i > head.i)
        )
        return next((p for t in behind for p in self._own(t) if p.country), None)

    def _is_ethnic(self, head: Token) -> bool:
        """Whether a name tells a people and not a state: "ethnic Albanians", "Bosnian Serbs", "the Albanians of Serbia"."""
        mention = self._sentence.mention_at(head)
        if mention is None or mention.form != "adjective" or not head.text.endswith("s"):
            return False
        before = [c for c in head.children if c.i < head.i and c.dep_ in ("amod", "compound", "nmod")]
        if any(c.lower_ == "ethnic" or self.names_something(c) for c in before):
            return True
        return any(
            c.lower_ in ("of", "in") and any(map(self.names_something, c.children)) for c in head.children
        )

    def _sector(self, head: Token) -> str:
        """The sector that the noun and the words before it tell: "rebel leaders" are rebels."""
        own = sector_of(head)
        if own and head.lemma_.lower() not in _VAGUE and own != "GOV":
            return own
        for child in head.children:
            if child.dep_ in ("compound", "amod", "nmod") and child.i < head.i:
                inner = sector_of(child)
                if inner in _STRONG:
                    return inner
        if head.lemma_.lower().removesuffix("s") in _VAGUE | _COUNTING:
            for child in head.children:
                if child.lower_ == "of" and child.children:
                    inner = next((self._sector(t) for t in child.children), "")
                    return inner if not own or inner in _STRONG else own
        return own

    def _nations(self, head: Token, depth: int) -> tuple[Party, ...]:
        """The countries that a phrase names: by adjective or owner before its noun, else by a place after it."""
        before = [t for t in self._inside(head) if self.names_something(t)]
        if not before and head.i > self._sentence.start and self.names_something(head.doc[head.i - 1]):
            before = [head.doc[head.i - 1]]  # the parser takes "Ivory Coast rebels" for a clause now and then
        found = self._distinct(before)
        if found:
            return found
        for child in head.children:
            if child.dep_ == "prep" and child.lower_ in _PLACES and depth < 3:
                found = self._located([c for c in child.children if c.dep_ == "pobj"], depth)
            elif child.dep_ in ("appos", "acl", "relcl") and depth < 2:
                found = self._placed(child, depth)
            if found:
                return found
        return ()

    def _located(self, tokens: Iterable[Token], depth: int) -> tuple[Party, ...]:
        """The first of the parties with a country that words mean."""
        for token in tokens:
            if parties := tuple(p for p in self.meant(token, depth=depth + 1) if p.country):
                return parties
        return ()

    def _placed(self, child: Token, depth: int) -> tuple[Party, ...]:
        """The country in what is added to a noun: "a group based in Trinidad"."""
        if child.dep_ == "appos":
            return self._located([child], depth)
        preps = (p for p in child.children if p.dep_ == "prep" and p.lower_ in ("in", "from", "of"))
        return self._located((t for prep in preps for t in prep.children), depth)

    def _inside(self, head: Token) -> Iterator[Token]:
        """The words before a noun that belong to it, in order."""
        for child in head.children:
            if child.i < head.i and child.dep_ in _WITHIN:
                yield from (t for t in child.subtree if t.i < head.i)

    def _distinct(self, tokens: Iterable[Token]) -> tuple[Party, ...]:
        """The parties named at tokens; of two adjectives side by side ("Bosnian Serb") the first alone."""
        found: dict[Party, None] = {}
        last: Token | None = None
        for token in tokens:
            if last is not None and last.i == token.i - 1:
                last = token
                continue
            last = token
            for party in self._own(token):
                found.setdefault(party)
        return tuple(found)


_COUNTING: Final = frozenset(
    "thousand hundred dozen score number group million some many most several two three majority crowd wave people "
    "resident member".split()
)
_BODIES: Final = frozenset({"IMG", "MNC"})


def _is_where(token: Token) -> bool:
    """Whether a word is the place of something: "in Kharkiv", "the attack on Kharkiv", not "near the border"."""
    prep = token.head
    if token.lemma_.lower() == "border":
        return False
    return prep.lower_ in _WHERE or (prep.lower_ == "on" and prep.head.lemma_.lower() in nouns())


def _longer(mention: Mention, named: Named) -> bool:
    return mention.form != "person" and mention.end - mention.start > named.end - named.start
