"""Persons in a block: names with an office before or behind them, with an honorific, or known from before.

A name is a run of capitalised words that is no actor's name. An office is what `legation.actors.offices`
finds. What an office is of is read from the words around it; where they are silent it stays open for the
document's context to settle.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from legation.reading.mention import Mention
from legation.reading.parser import is_word

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PARTICLES = frozenset(
    "bin bint ibn al el de da do dos das del della der den van von la le du ter ten y".split()
)
_HONORIFICS = frozenset(
    "mr mrs ms mr. mrs. ms. dr dr. madam madame sir comrade h.e. he excellency president-elect".split()
)
_NO_NAMES = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday today the a an and of in on at his her their our its joint statement press "
    "government ministry republic kingdom state party central committee congress council assembly conference "
    "university institute bank agreement treaty house office department north south east west general president minister "
    "ministers presidents secretary advisors advisers".split()
)
_HEADLINE_VERBS = frozenset(
    "meets hosts announces holds welcomes visits signs speaks calls says urges attends delivers travels receives convenes joins "
    "launches marks met hails pledges vows wraps heads arrives leaves returns begins ends concludes tells warns thanks lauds "
    "praises greets pays kicks leads chairs addresses backs seeks".split()
)
_LETTERS = str.maketrans(
    {
        "đ": "d",
        "Đ": "D",
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "ı": "i",
        "ß": "ss",
        "æ": "ae",
        "ð": "d",
        "þ": "th",
    }
)
_JOINTS = frozenset({"and", ",", "&", "/", "-", "–", "the", "a", "also", "concurrently", ";"})
_BETWEEN = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "PART"})
"""What may stand between a state and a title that it owns: "South Korea's newly elected President"."""
_OWNING = frozenset({"compound", "poss", "amod", "nmod", "case", "npadvmod", "nummod"})
"""How a state hangs on a title that it owns; "a visit to Italy President Trump made" is none."""
_LONGEST = 6


@dataclass(frozen=True, slots=True)
class Title:
    """An office in a block by token: ``[start, end)``, its canonical name, rank and what it is of, if said."""

    start: int
    end: int
    office: str
    rank: str
    of: str | None


def named_body(mention: Mention) -> str:
    """The actor that a name names, which may act for another: the party, not its state."""
    return mention.body or mention.actors[0]


def plain_name(words: str) -> str:
    """A person's name as commonly written in English: no accents, no middle initials, no "Jr."

    Example:
        >>> plain_name("Joseph R. Biden, Jr."), plain_name("Tô Lâm")
        ('Joseph Biden', 'To Lam')
    """
    words = re.sub(r",?\s+(?:Jr|Sr)\b\.?|[“\"(][^”\")]*[”\")]", "", words)
    words = re.sub(r"(?<=\w)\s+[A-Z]\.(?:\s*[A-Z]\.)*(?=\s+\w)", "", words)
    words = re.sub(r"\s*-\s*", "-", words)
    folded = unicodedata.normalize("NFKD", words.translate(_LETTERS))
    return " ".join("".join(c for c in folded if not unicodedata.combining(c)).split()).strip(" ,.")


def name_after(doc: Doc, start: int, taken: Sequence[bool]) -> int:
    """The token after a name that begins at a token; the token itself where none does."""
    end = start
    while end < len(doc) and end - start < _LONGEST + 2:
        token = doc[end]
        if taken[end] or not _continues(doc, start, end) or _is_title_verb(doc[end].lower_):
            break
        end += 1
        if token.text.endswith(("’s", "'s")):
            break
    while end > start and not doc[end - 1].text[0].isupper() and not _hyphenated(doc, start, end - 1):
        end -= 1
    if end > start and doc[end - 1].text in ("Jr.", "Jr", "Sr."):
        return end
    return end if _is_name(doc, start, end) else start


def _hyphenated(doc: Doc, start: int, at: int) -> bool:
    """Whether a word is the later part of a hyphenated name: "Tae-yul"."""
    return (
        at - 2 >= start
        and doc[at - 1].text == "-"
        and not doc[at - 1].whitespace_
        and doc[at].text[0].isalpha()
    )


def _is_title_verb(word: str) -> bool:
    """ "Leading", "Visiting": a headline's capitals make verbs look like names."""
    return word in _HEADLINE_VERBS or (len(word) > 5 and word.endswith("ing") and is_word(word))


def _continues(doc: Doc, start: int, at: int) -> bool:
    text = doc[at].text
    if text[0].isupper() or (text[0] == "‘" and len(text) > 1):
        return text.lower() not in _NO_NAMES or (at == start and text == "May")
    if at == start:
        return False
    if text == "-" or (text == "," and at + 1 < len(doc) and doc[at + 1].text in ("Jr.", "Jr", "Sr.")):
        return at + 1 < len(doc) and doc[at + 1].text[0].isalnum()
    if doc[at - 1].text == "-" and not doc[at - 1].whitespace_:
        return text[0].isalpha()
    ahead = at + 2 if at + 2 < len(doc) and doc[at + 1].text == "-" else at + 1
    return text.lower() in _PARTICLES and ahead < len(doc) and doc[ahead].text[0].isupper()


def _is_name(doc: Doc, start: int, end: int) -> bool:
    words = [t.text for t in doc[start:end] if t.text[0].isalpha()]
    return bool(words) and any(len(w.rstrip(".")) > 1 for w in words) and len(words) <= _LONGEST


def name_before(doc: Doc, end: int, taken: Sequence[bool]) -> int:
    """The first token of a name that ends before a token; the token itself where none does."""
    for start in range(max(0, end - _LONGEST - 1), end):
        if doc[start].text[0].isupper() and (
            start == 0 or not doc[start - 1].text[0].isupper() or taken[start - 1]
        ):
            if name_after(doc, start, taken) == end and end - start >= 2:
                return start
    return end


def titled(
    doc: Doc, titles: Sequence[Title], taken: Sequence[bool], sides: Mapping[int, Mention]
) -> Iterator[Mention]:
    """Persons with an office in a block.

    Args:
        doc: The parsed block.
        titles: The offices in it, in order.
        taken: For each token whether it is part of an actor's name or an office.
        sides: The actors named, by token, for reading what an office is of.
    """
    used: set[int] = set()
    for chain in _chains(doc, titles):
        start, end = _holder(doc, chain, taken)
        if start == end or start in used:
            continue
        used.update(range(start, end))
        offices = [(title.office, title.of or _of(doc, title, end, sides)) for title in chain]
        first, last = chain[0], chain[-1]
        (office, body), *also = offices
        yield Mention(
            start=min(start, first.start) if start >= last.end else start,
            end=max(end, last.end) if start >= last.end else end,
            actors=(body,) if body else (),
            form="person",
            person=plain_name(doc[start:end].text),
            office=office,
            body=body,
            also=tuple(also),
        )


def _chains(doc: Doc, titles: Sequence[Title]) -> Iterator[list[Title]]:
    """Offices that stand together: "Deputy Prime Minister and Foreign Minister", "General Secretary of … and President"."""
    chain: list[Title] = []
    for title in titles:
        between = [t.lower_ for t in doc[chain[-1].end : title.start]] if chain else []
        if chain and (len(between) > 4 or not between or not _JOINTS.issuperset(between)):
            yield chain
            chain = []
        chain.append(title)
    if chain:
        yield chain


def _holder(doc: Doc, chain: Sequence[Title], taken: Sequence[bool]) -> tuple[int, int]:
    """Tokens of the name that offices stand with: behind them, or before them with a comma."""
    title, behind = chain[0], chain[-1].end
    at = behind
    while (
        at < len(doc)
        and (doc[at].text in (",", "(", "-", "–") or doc[at].lower_ in _HONORIFICS)
        and at - behind < 2
    ):
        at += 1
    direct = at == behind or doc[at - 1].lower_ in _HONORIFICS
    end = name_after(doc, at, taken)
    if end > at and (direct or end - at >= 2):
        return at, end
    before = title.start - 1
    while before > 0 and title.start - before < 6 and doc[before].text != ",":
        before -= 1
    if before > 0 and doc[before].text == ",":
        start = name_before(doc, before, taken)
        if start < before:
            return start, before
    return 0, 0


def _of(doc: Doc, title: Title, end: int, sides: Mapping[int, Mention]) -> str | None:
    """What an office is of: "Korean President", "President of Korea", "President Lee of Korea"."""
    for at in range(title.start - 1, max(-1, title.start - 5), -1):
        if at in sides:
            owns = sides[at].form == "adjective" or doc[at].dep_ in _OWNING
            return named_body(sides[at]) if owns else None
        if doc[at].pos_ not in _BETWEEN and doc[at].text not in ("'s", "’s", "’", "'", "-"):
            break
    for at in (max(end, title.end), title.end):
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


def honoured(doc: Doc, taken: Sequence[bool]) -> Iterator[Mention]:
    """Persons with an honorific: "Mr. Lam", "Madam Pham Thi Thanh Tra"."""
    for token in doc:
        if token.lower_ in _HONORIFICS and token.text[0].isupper() and token.i + 1 < len(doc):
            end = name_after(doc, token.i + 1, taken)
            if end > token.i + 1:
                yield Mention(token.i, end, (), "person", plain_name(doc[token.i + 1 : end].text))


def known(doc: Doc, names: dict[str, str], taken: Sequence[bool]) -> Iterator[Mention]:
    """Persons whom the document names elsewhere: full names and, where they are not common words, surnames."""
    at = 0
    while at < len(doc):
        if doc[at].text[:1].isupper() and not taken[at]:
            for end in range(min(len(doc), at + _LONGEST), at, -1):
                full = names.get(plain_name(doc[at:end].text).lower())
                if full and not any(taken[at:end]):
                    yield Mention(at, end, (), "person", full)
                    at = end - 1
                    break
        at += 1


_PERSON_VERBS = frozenset(
    "say visit meet sign tell hold arrive travel fly call congratulate receive welcome attend lead chair announce urge thank "
    "express stress affirm speak discuss agree land depart invite host pay note reiterate underline propose emphasise emphasize "
    "declare pledge warn talk phone write accompany greet reaffirm return head conclude co-chair praise hail applaud reply argue "
    "add address brief deliver insist recall remark confer tour travelled traveled chat dine send inspect".split()
)
_TO_PERSONS = frozenset(
    "meet receive welcome greet host congratulate thank invite phone telephone brief".split()
)
"""Verbs whose object, where it is a name, is a person."""
_OF_PERSONS = frozenset(
    "visit trip tour journey speech remark talk meeting call letter visits talks remarks".split()
)
"""What a name followed by "'s" and one of these nouns must be a person for."""
_WITH_PERSONS = frozenset(
    "talk talks meeting call conversation discussion summit conference dinner lunch breakfast dialogue phone-call".split()
)
_NOT_PERSONS = frozenset(
    "agency airlines alliance association authority board bureau centre center club college commission committee company "
    "corporation corp council court democrats department fund foundation forum group inc initiative institute journal league "
    "limited ltd ministry movement news network office organization organisation partnership party post press project "
    "republicans school senate society street summit system task times treaty tribunal union university valley war world dialogue act plan "
    "conference congress assembly airport square palace hall day agenda vision strategy programme program".split()
)


def bare(doc: Doc, taken: Sequence[bool]) -> Iterator[Mention]:
    """Persons named without any title, where a verb that only persons do says so: "Xi Jinping told …"."""
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(doc):
        end = name_after(doc, at, taken) if doc[at].text[:1].isupper() and not taken[at] else at
        if end - at >= 2 and _proper(doc, at, end):
            found.append((at, end))
        at = max(at + 1, end)
    heads = {doc[start:end].root.i: (start, end) for start, end in found}
    for start, end in found:
        root = doc[start:end].root
        if _acts_as_person(root) or any(c.i in heads and _acts_as_person(c) for c in root.conjuncts):
            yield Mention(start, end, (), "person", plain_name(doc[start:end].text))


def _proper(doc: Doc, start: int, end: int) -> bool:
    words = [t for t in doc[start:end] if t.text[0].isalpha()]
    return (
        2 <= len(words) <= 4
        and all(t.pos_ == "PROPN" or (t.i == start and _is_name_to(doc, start, end)) for t in words)
        and not any(t.lower_ in _NOT_PERSONS or t.text.isupper() for t in words)
    )


def _is_name_to(doc: Doc, start: int, end: int) -> bool:
    """Whether "To" begins a Vietnamese name ("To Lam landed …"), which parsers take for the preposition.

    It does where a finite verb or "'s" follows the name, or a capital stands on it within a sentence.
    """
    if doc[start].text != "To" or end - start > 3 or end >= len(doc):
        return False
    follows = doc[end].tag_ in ("VBD", "VBZ", "MD", "POS")
    within = start > 0 and doc[start - 1].text[0].islower()
    return follows or within


def _acts_as_person(token: Token) -> bool:
    above = token.head.lemma_.lower()
    if token.dep_ in ("nsubj", "nsubjpass"):
        return above in _PERSON_VERBS or (above == "be" and _is_somewhere(token.head))
    if token.dep_ == "pobj" and token.head.lower_ in ("by", "with", "between"):
        return token.head.head.lemma_.lower() in _PERSON_VERBS | _WITH_PERSONS
    if token.dep_ == "dobj":
        return above in _TO_PERSONS
    return token.lower_ == "to" or (token.dep_ == "poss" and above in _OF_PERSONS)


def _is_somewhere(verb: Token) -> bool:
    """Whether "be" says where somebody is: "was in Beijing from …", "is back from …"."""
    return any(
        (c.dep_ == "prep" and c.lower_ in ("in", "at")) or (c.dep_ == "advmod" and c.lower_ == "back")
        for c in verb.children
    ) and not any(c.dep_ in ("attr", "acomp") for c in verb.children)
