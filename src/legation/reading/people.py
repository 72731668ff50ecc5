"""Persons with an office in a block: a title before a name or behind it, over one name or over a list of them.

An office is what `legation.actors.offices` finds. What it is of is read from the words around it; where they are
silent it stays open for the document's context to settle.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from legation.actors.register import register
from legation.reading.mention import Mention
from legation.reading.parse import Parse
from legation.reading.person_names import HONORIFICS, THINGS, name_after, name_before, plain_name

_JOINTS = frozenset({"and", ",", "&", "/", "-", "–", "the", "a", "also", "concurrently", ";"})
_BETWEEN = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "PART"})
"""What may stand between a state and a title that it owns: "South Korea's newly elected President"."""
_OWNING = frozenset({"compound", "poss", "amod", "nmod", "case", "npadvmod", "nummod"})
"""How a state hangs on a title that it owns; "a visit to Italy President Trump made" is none."""
_STYLES = frozenset({"Sheikh", "Prince", "Princess", "General", "Admiral", "Colonel", "Marshal", "Sultan"})
"""Styles that stand between an office and the name of its holder: "Foreign Minister Prince Faisal"."""
_LISTING = frozenset({",", "and", "&"})
_CLAUSES = frozenset({"who", "whom", "which", "that", "whose", "and", "with", "together", "or", "including"})
"""Words that part a name from a title behind it: "Mike Pyle, together with the Finance Minister"."""
_BESIDE = 3
"""How far behind a name that has a title the second may stand: ", Commander of", ", the Chair of"."""
_COUNTERPARTS = frozenset(
    "counterpart counterparts colleague colleagues homologue homologues opposite-number".split()
)
_REACHING = frozenset("in of visit visits visiting visited leave left leaving reach reached".split())
_FARTHEST = 7
"""Tokens before a title within which its owner stands: "Chile's long-serving foreign minister"."""
_LISTED, _LONG_NAME, _LONGEST_PORTFOLIO = 2, 5, 8
_HIGHEST = frozenset({"head_of_state", "head_of_government"})


@dataclass(frozen=True, slots=True)
class Title:
    """An office in a block by token.

    Attributes:
        start: Its first token.
        end: The token after its last.
        office: Its canonical name, in the singular.
        rank: The rank of its holder.
        of: What it is of, if the title or the words at it say so.
        status: "former", "elect" and the like, if said.
        plural: Whether it is said of several.
        head: Its head noun, in the singular.
    """

    start: int
    end: int
    office: str
    rank: str
    of: str | None
    status: str | None = None
    plural: bool = False
    head: str = ""


def named_body(mention: Mention) -> str:
    """The actor that a name names, which may act for another: the party, not its state."""
    return mention.body or mention.actors[0]


def titled(
    doc: Parse, titles: Sequence[Title], taken: Sequence[bool], sides: Mapping[int, Mention]
) -> Iterator[Mention]:
    """Persons with an office in a block.

    Args:
        doc: The parsed block.
        titles: The offices in it, in order.
        taken: For each token whether it is part of an actor's name or an office.
        sides: The actors named, by token, for reading what an office is of.
    """
    found: dict[int, Mention] = {}
    for chain in _chains(doc, titles):
        names = _holders(doc, chain, taken)
        if not names:
            continue
        if names[0][0] >= chain[-1].end:
            chain = _own(doc, chain)
        for number, name in enumerate(names):
            person = _person(doc, chain, name, sides, listed=number > 0)
            known = found.get(name[0])
            beside = name[1] < chain[0].start <= name[1] + _BESIDE
            found[name[0]] = person if known is None else _with(known, person) if beside else known
    yield from found.values()


def _with(known: Mention, more: Mention) -> Mention:
    """A person with a title before the name and another behind it: "Admiral Paparo, Commander of …"."""
    also = (*known.also, (more.office or "", more.body), *more.also)
    return replace(known, start=min(known.start, more.start), end=max(known.end, more.end), also=also)


def _person(
    doc: Parse,
    chain: Sequence[Title],
    name: tuple[int, int],
    sides: Mapping[int, Mention],
    *,
    listed: bool,
) -> Mention:
    """The person of a name with the offices of a chain; one listed after another has a stretch of its own."""
    start, end = name
    bodies = [title_of(doc, title, end, sides) for title in chain]
    shared = {body for body in bodies if body and body in register() and register().get(body).is_country}
    last = shared.pop() if len(shared) == 1 else None
    (office, body), *also = [(t.office, body or last) for t, body in zip(chain, bodies, strict=True)]
    before = not listed and start >= chain[-1].end
    behind = not listed and start < chain[0].start
    return Mention(
        start=min(start, chain[0].start) if before else start,
        end=max(end, chain[-1].end) if behind else end,
        actors=(body,) if body else (),
        form="person",
        person=plain_name(doc[start:end].text),
        office=office,
        body=body,
        also=tuple(also),
        status=chain[0].status,
    )


def _chains(doc: Parse, titles: Sequence[Title]) -> Iterator[list[Title]]:
    """Offices that stand together: "Deputy Prime Minister and Foreign Minister", "General Secretary of … and President"."""
    chain: list[Title] = []
    for title in titles:
        between = [t.lower_ for t in doc[chain[-1].end : title.start]] if chain else []
        if chain and not between and title.head in _STYLES and not title.of:
            chain[-1] = replace(chain[-1], end=title.end)
            continue
        if chain and (len(between) > 4 or not between or not _JOINTS.issuperset(between)):
            yield chain
            chain = []
        chain.append(title)
    if chain:
        yield chain


def _own(doc: Parse, chain: list[Title]) -> list[Title]:
    """The offices of a chain that the name behind it holds: in "the Vice President and President Lee" the last alone."""
    for at in range(len(chain) - 1, 0, -1):
        before, title = chain[at - 1], chain[at]
        between = {t.lower_ for t in doc[before.end : title.start]}
        article = before.start > 0 and doc[before.start - 1].lower_ == "the"
        same = before.head == title.head or title.rank in _HIGHEST
        if title.end == chain[-1].end and (("and" in between and "the" in between) or (article and same)):
            return chain[at:]
    return chain


def _holders(doc: Parse, chain: Sequence[Title], taken: Sequence[bool]) -> list[tuple[int, int]]:
    """Tokens of the names that offices stand with: behind them, several after a plural, or before with a comma."""
    start, end = _behind(doc, chain[-1].end, taken)
    direct = end > start and doc[start - 1].text != ","
    if chain[-1].end < len(doc) and doc[chain[-1].end].text in ("'s", "’s"):
        return []  # "Li Wen, the president's adviser"
    ahead = (0, 0) if direct else _before(doc, chain[0], chain[-1], taken)
    if ahead[1] > ahead[0]:
        return [ahead]
    return [(start, end), *(_more(doc, end, taken) if chain[-1].plural else ())] if end > start else []


def _behind(doc: Parse, behind: int, taken: Sequence[bool]) -> tuple[int, int]:
    at = behind
    while (
        at < len(doc)
        and (doc[at].text in (",", "(", "-", "–") or doc[at].lower_ in HONORIFICS)
        and at - behind < 2
    ):
        at += 1
    direct = at == behind or doc[at - 1].lower_ in HONORIFICS
    end = name_after(doc, at, taken)
    return (at, end) if end > at and (direct or end - at >= 2) else (at, at)


def _more(doc: Parse, end: int, taken: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """The further names after a plural title: "Presidents Tokayev, Aliyev and Putin"."""
    while (end := _past_owner(doc, end, taken)) < len(doc) and doc[end].lower_ in _LISTING:
        start = end + 1
        while start < len(doc) and doc[start].lower_ in _LISTING | HONORIFICS:
            start += 1
        end = name_after(doc, start, taken)
        if end == start:
            return
        yield start, end


def _past_owner(doc: Parse, end: int, taken: Sequence[bool]) -> int:
    """The token after "of China" or "(Poland)" behind a name; the same token where nothing such stands."""
    if end + 1 >= len(doc) or doc[end].lower_ not in ("of", "("):
        return end
    past = end + 1 + (doc[end + 1].lower_ == "the")
    start = past
    while past < len(doc) and taken[past]:
        past += 1
    if past == start:
        return end
    return past + (past < len(doc) and doc[end].text == "(" and doc[past].text == ")")


def _before(doc: Parse, title: Title, last: Title, taken: Sequence[bool]) -> tuple[int, int]:
    before = title.start - 1
    while (
        before > 0
        and title.start - before < 6
        and doc[before].text != ","
        and doc[before].lower_ not in _CLAUSES
    ):
        before -= 1
    if before > 0 and doc[before].text == "," and not _is_subject(doc, title, last):
        start = name_before(doc, before, taken)
        if start < before:
            return start, before
    return 0, 0


def _is_subject(doc: Parse, title: Title, last: Title) -> bool:
    """Whether a bare title after a comma begins a clause of its own: "After meeting Xi Jinping, the President said …"."""
    single = title.end - title.start == 1 or doc[title.start].text.islower()
    bare = title is last and single and doc[title.start - 1].lower_ == "the"
    return bare and title.end < len(doc) and doc[title.end].pos_ in ("VERB", "AUX")


def title_of(doc: Parse, title: Title, end: int, sides: Mapping[int, Mention]) -> str | None:
    """What an office is of: "Korean President", "President of Korea", "President Lee of Korea".

    Args:
        doc: The parsed block.
        title: The title.
        end: The token after the name that stands behind it, or after the title.
        sides: The actors named, by token.
    """
    return title.of or _owner(doc, title, sides) or _behind_name(doc, max(end, title.end), title.end, sides)


def _owner(doc: Parse, title: Title, sides: Mapping[int, Mention]) -> str | None:
    for at in range(title.start - 1, max(-1, title.start - _FARTHEST), -1):
        if at in sides:
            genitive = doc[at + 1].text in ("'s", "’s")
            owned = genitive or (doc[at].dep_ in _OWNING and not _is_goal(doc, sides[at]))
            owns = sides[at].form == "adjective" or owned
            return named_body(sides[at]) if owns else None
        if doc[at].pos_ not in _BETWEEN and doc[at].text not in ("'s", "’s", "’", "'", "-"):
            break
    return None


def _is_goal(doc: Parse, mention: Mention) -> bool:
    """Whether a name right before a title ends the words before it: "in Italy President Trump", "of Togo President …"."""
    if mention.end < len(doc) and doc[mention.end].text in ("'s", "’s", "'", "’"):
        return False
    at = mention.start - 1
    while at > 0 and doc[at].lower_ in ("the", "republic", "kingdom"):
        at -= 1
    return at >= 0 and doc[at].lower_ in _REACHING


def _behind_name(doc: Parse, end: int, title_end: int, sides: Mapping[int, Mention]) -> str | None:
    for at in (end, title_end):
        if at < len(doc) and doc[at].lower_ in ("of", "("):
            ahead = at + 1
            while (
                ahead < len(doc)
                and ahead < at + 4
                and doc[ahead].lower_ in ("the", "government", "republic", "of")
            ):
                ahead += 1
            if ahead in sides:
                return named_body(sides[ahead])
    return None


_LIKE = frozenset({"counterpart", "counterparts", "colleague", "colleagues", "number"})
_MINISTERS = re.compile(r"(?:Cabinet Secretary|State Secretary|Secretary|Minister)\b")


def counterparts(
    doc: Parse, found: Sequence[Mention], taken: Sequence[bool], sides: Mapping[int, Mention]
) -> Iterator[Mention]:
    """Persons called a counterpart, a colleague or an opposite number hold the office of the first named with one.

    "Foreign Minister Penny Wong met her Japanese counterpart, Takeshi Iwaya" gives a foreign minister of Japan;
    "her colleague for trade, Betty Maina" a minister for trade of her own state.
    """
    for token in doc.with_word(_LIKE):
        if token.lower_ == "number" and (token.i == 0 or token.nbor(-1).lower_ != "opposite"):
            continue
        portfolio = _portfolio_behind(doc, token.i + 1)
        past = token.i + 1 + len(portfolio)
        start, end = _behind(doc, past, taken)
        first = next((m for m in found if m.office and token.sent.start <= m.start < token.i), None)
        if end == start or first is None:
            continue
        office = _for_portfolio(first.office or "", portfolio)
        if office is None:
            continue
        owner = Title(token.i, past, office, "", first.body if portfolio else None)
        names = [(start, end), *(_more(doc, end, taken) if token.lower_.endswith("s") else ())]
        for number, name in enumerate(names):
            yield _person(doc, [owner], name, sides, listed=number > 0)


def _portfolio_behind(doc: Parse, at: int) -> list[str]:
    """The words of "for trade", "in charge of defence" behind a colleague, up to the comma."""
    for link in (("in", "charge", "of"), ("responsible", "for"), ("for",), ("at",)):
        if tuple(t.lower_ for t in doc[at : at + len(link)]) == link:
            end = at + len(link)
            while end < len(doc) and end - at < _LONGEST_PORTFOLIO and doc[end].text not in (",", ".", ";"):
                end += 1
            return [t.text for t in doc[at:end]] if doc[end - 1].text != "," and end < len(doc) else []
    return []


def _for_portfolio(office: str, portfolio: Sequence[str]) -> str | None:
    """The office of a colleague: the same, or a minister's for what the words name."""
    if not portfolio:
        return office
    match = _MINISTERS.search(office)
    plain = " ".join(
        w for w in portfolio if w.lower() not in ("in", "charge", "of", "responsible", "for", "the")
    )
    return f"{match.group()} for {plain}" if match else None


def grouped(
    doc: Parse,
    titles: Sequence[Title],
    taken: Sequence[bool],
    sides: Mapping[int, Mention],
    *,
    lead: str | None,
) -> Iterator[Mention]:
    """Persons listed by their states under one plural title: "the ministers, Chile's Ana Silva and Juan Paz of Peru".

    Where no plural title leads the list, two such names in a sentence are persons without an office.

    Args:
        doc: The parsed block.
        titles: The offices in it, in order.
        taken: For each token whether it is part of an actor's name or an office.
        sides: The actors named, by token.
        lead: The office of the plural title of the block before, "the four ministers", where it has just one.
    """
    leading = lead
    for sentence in doc.sents:
        inside = [t for t in titles if sentence.start <= t.start < sentence.end]
        plural = next((t for t in inside if t.plural), None)
        items = list(_by_state(doc, sentence.start, sentence.end, taken, sides))
        over = leading if not inside else None
        leading = plural.office if plural else over if items else None
        if len(items) < (1 if plural else _LISTED):
            continue
        for start, end, state in items:
            office = plural.office if plural and plural.start < start else over
            name = plain_name(doc[start:end].text)
            yield Mention(start, end, (), "person", name, office=office, body=state)


def _by_state(
    doc: Parse, first: int, last: int, taken: Sequence[bool], sides: Mapping[int, Mention]
) -> Iterator[tuple[int, int, str]]:
    """The names that follow a state's "'s", or that "of" and a state follow, with the state."""
    for at in range(first, last):
        side = sides.get(at)
        owns = side is not None and side.form == "name" and side.end == at + 1 and len(side.actors) == 1
        if side is None or not owns or not _is_country(side):
            continue
        if at + 1 < last and doc[at + 1].text in ("'s", "’s"):
            end = name_after(doc, at + 2, taken)
            if _is_full_name(doc, at + 2, end):
                yield at + 2, end, named_body(side)
        elif side.start >= 1 and doc[side.start - 1].lower_ == "of":
            start = name_before(doc, side.start - 1, taken)
            listed = start > first and not doc[start - 1].text[:1].isupper()
            if listed and _is_full_name(doc, start, side.start - 1):
                yield start, side.start - 1, named_body(side)


def _is_full_name(doc: Parse, start: int, end: int) -> bool:
    """Whether words are a person's given and family name: two to four proper names that are no thing's."""
    words = [t for t in doc[start:end] if t.text[0].isalpha()]
    proper = all(t.pos_ == "PROPN" or not t.text[0].isupper() for t in words)
    things = any(t.lower_ in THINGS or t.text.isupper() for t in words)
    return _LISTED <= len(words) <= _LONG_NAME and proper and not things


def _is_country(mention: Mention) -> bool:
    body = named_body(mention)
    return body in register() and register().get(body).is_country
