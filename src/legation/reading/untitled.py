"""Persons who stand without a title: with an honorific, named before, or doing what only persons do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from legation.actors.leaders import first_word, leaders
from legation.reading.homonyms import is_plain
from legation.reading.mention import Mention
from legation.reading.parse import Parse, Token
from legation.reading.person_names import (
    HONORIFICS,
    LONGEST,
    THINGS,
    may_go_on,
    name_after,
    plain_name,
    plain_word,
)

_PERSON_VERBS = frozenset(
    "say visit meet sign tell hold arrive travel fly call congratulate receive welcome attend lead chair announce urge thank "
    "express stress affirm speak discuss agree land depart invite host pay note reiterate underline propose emphasise emphasize "
    "confirm stay see declare pledge "
    "warn talk phone write accompany greet reaffirm return head conclude co-chair praise hail applaud reply argue "
    "add address brief deliver insist recall remark confer tour travelled traveled chat dine send inspect".split()
)
_TO_PERSONS = frozenset(
    "meet receive welcome greet host congratulate thank invite phone telephone brief see consult join accompany".split()
)
"""Verbs whose object, where it is a name, is a person."""
_OF_PERSONS = frozenset(
    "visit trip tour journey speech remark talk meeting call letter visits talks remarks".split()
)
"""What a name followed by "'s" and one of these nouns must be a person for."""
_AT_WHOSE = frozenset({"invitation", "guest", "behest"})
"""What is of a person: "at the invitation of"."""
_THEY = frozenset({"he", "she"})
_WITH_PERSONS = frozenset(
    "talk talks meeting call conversation discussion summit conference dinner lunch breakfast dialogue phone-call".split()
)
_OF_OFFICE = frozenset(
    "be become serve elect re-elect reelect appoint name nominate swear inaugurate resign step confirm choose pick replace "
    "succeed dismiss remove oust designate take assume".split()
)
"""Verbs by which one comes to an office, where a title follows."""
_NOT_PERSONS = THINGS | frozenset(
    "club corp democrats group inc journal league limited ltd news office party post press republicans school "
    "senate society street system task times union valley war world dialogue act plan conference congress assembly "
    "st st. saint san santa new port fort mount "
    "airport square palace hall day agenda vision strategy island islands lake river mountain mountains port base camp "
    "bridge dam stadium avenue boulevard prize medal building cathedral mosque church basin canal channel falls hotel "
    "oblast region governorate district province county city town village pipeline stream bay cup games pact accord "
    "railway line shipyard refinery mine plant zone park field fields corridor guard army navy force forces front "
    "hospital library museum theatre theater opera temple shrine memorial cemetery express airlines airways".split()
)
"""Words of names of things, wherever they stand in the name."""
_ADVERBS = r"(?:also |officially |formally |later |then )*"
_OF_CAREERS = re.compile(
    rf"(?:, )?(?:who )?{_ADVERBS}(?:(?:was|were|is|had been|has been) {_ADVERBS}(?:re ?- ?)?"
    r"(?:appointed|named|elected|nominated|commissioned|sworn|accredited|promoted|inaugurated|chosen|designated)"
    r"|(?:presented|presents|handed over|submitted|tendered) (?:his|her|their) (?:new )?(?:credentials|letters?|papers)"
    r"|(?:took|assumed|takes|assumes) (?:office|charge|up (?:his|her|the) (?:post|duties))"
    r"|(?:heads|chairs|leads|commands|presides over) the "
    r"|, who (?:heads|leads|chairs|runs|commands|presides|looks|is|was|has|had|served|serves) )"
)
"""What is told of persons alone, right behind their name."""
_LETTERS = re.compile(r"[\w\u0300-\u036f]+")


@dataclass(frozen=True, slots=True)
class Names:
    """Names of persons to look for, with the full name that each stands for.

    Attributes:
        full: The full name by each name as commonly written, in lower case.
        first: What the names' letters begin with, up to the first sign that is no letter.
    """

    full: Mapping[str, str]
    first: frozenset[str]

    @classmethod
    def of(cls, full: Mapping[str, str]) -> Names:
        """Names by which a document calls persons."""
        return cls(full, frozenset(found.group() for name in full if (found := _LETTERS.match(name))))

    def begins_none(self, doc: Parse, at: int) -> bool:
        """Whether no name can begin at a token, by its first letters."""
        letters = _LETTERS.match(doc.text, doc.tokens[at].idx)
        return letters is not None and plain_word(letters.group()) not in self.first


def honoured(doc: Parse, taken: Sequence[bool]) -> Iterator[Mention]:
    """Persons with an honorific: "Mr. Lam", "Madam Pham Thi Thanh Tra"."""
    for token in map(doc.tokens.__getitem__, doc.capitals):
        if token.lower_ in HONORIFICS and token.i + 1 < len(doc):
            end = name_after(doc, token.i + 1, taken)
            if end > token.i + 1:
                yield Mention(token.i, end, (), "person", plain_name(doc[token.i + 1 : end].text))


def known(doc: Parse, names: Names, taken: Sequence[bool]) -> Iterator[Mention]:
    """Persons whom the document names elsewhere: full names and, where they are not common words, surnames."""
    done = 0
    for at in doc.capitals if names.full else ():
        if at < done or taken[at] or names.begins_none(doc, at):
            continue
        for end in range(min(len(doc), at + LONGEST), at, -1):
            full = names.full.get(plain_name(doc[at:end].text).lower())
            if full and not any(taken[at:end]):
                yield Mention(at, end, (), "person", full)
                done = end
                break


@cache
def _first_words() -> frozenset[str]:
    """First words of persons' names the world over, in lower case."""
    table = files("legation.reading").joinpath("data/given_names.txt").read_text(encoding="utf-8")
    return frozenset(word for line in table.splitlines() if not line.startswith("#") for word in line.split())


def renowned(doc: Parse, taken: Sequence[bool], year: int | None) -> Iterator[Mention]:
    """Persons whom the table of leaders knows: by their full names, and by a family name that is theirs alone.

    Args:
        doc: The parsed block.
        taken: For each token whether it is part of an actor's name, an office or a person named so far.
        year: The year of the document, or None.
    """
    known_by, firsts = leaders(), leaders().firsts
    done = 0
    for at in doc.capitals:
        if at < done or taken[at] or first_word(doc.tokens[at].text) not in firsts:
            continue
        for end in range(min(len(doc), at + LONGEST), at, -1):
            words = doc[at:end].text
            if any(taken[at:end]) or not words[-1].isalnum() or doc.tokens[end - 1].text in ("'s", "’s"):
                continue
            if known_by.named(words, year) or (
                _stands_alone(doc, at, end) and known_by.alone_named(words, year)
            ):
                yield Mention(at, end, (), "person", plain_name(words))
                done = end
                break


def _stands_alone(doc: Parse, start: int, end: int) -> bool:
    """Whether a family name is no part of a longer name, of a person or of a thing."""
    tokens = doc.tokens
    before = tokens[start - 1] if start else None
    behind = tokens[end] if end < len(tokens) else None
    beside = [t for t in (before, behind) if t is not None and t.text[0].isupper() and t.pos_ == "PROPN"]
    return not beside and not (behind is not None and behind.text == "-")


def bare(
    doc: Parse, taken: Sequence[bool], titles: Sequence[int] = (), sides: Mapping[int, Mention] | None = None
) -> Iterator[Mention]:
    """Persons named without any title, by what only persons do ("Xi Jinping told …"), their state or their name.

    Args:
        doc: The parsed block.
        taken: For each token whether it is part of an actor's name, an office or a person named so far.
        titles: The first tokens of the titles in the block, for "became prime minister".
        sides: The actors named, by token, for "Kenya's Amina Said" and "Amina Said of Kenya".
    """
    found: list[tuple[int, int]] = []
    done = 0
    for at in doc.capitals:
        if at < done or taken[at] or not may_go_on(doc, at + 1):
            continue
        done = name_after(doc, at, taken)
        if done - at >= 2 and _proper(doc, at, done):
            found.append((at, done))
    heads = {doc[start:end].root.i: (start, end) for start, end in found}
    for start, end in found:
        root = doc[start:end].root
        alike = [root, *(c for c in root.conjuncts if c.i in heads or c.lower_ in _THEY)]
        side = _side(doc, start, end, sides or {})
        known = _is_named(doc, start) or (side and _are_strange(doc, start, end))
        if (known and not _is_thing(doc, start, end)) or any(
            _acts_as_person(t) or _comes_to_office(t, titles) or _is_who(t) for t in alike
        ):
            name = plain_name(doc[start:end].text)
            yield Mention(start, end, (side,) if side else (), "person", name, body=side)


def _side(doc: Parse, start: int, end: int, sides: Mapping[int, Mention]) -> str | None:
    """Whose a name says to be that no title stands with: "Kenya's Amina Said", "Amina Said of Kenya"."""
    tokens = doc.tokens
    owned = start > 1 and tokens[start - 1].text in ("'s", "’s", "'", "’") and start - 2 in sides
    ends = end < len(tokens) and tokens[end - 1].text.endswith(("'s", "’s"))
    of = not ends and end + 1 < len(tokens) and tokens[end].lower_ == "of" and end + 1 in sides
    mention = sides[start - 2] if owned else sides[end + 1] if of else None
    if mention is None or len(mention.actors) != 1 or mention.form not in ("name", "capital"):
        return None
    return mention.body or mention.actors[0]


def _is_named(doc: Parse, start: int) -> bool:
    """Whether a name begins as names of persons do: with a given name, or an initial."""
    word = doc.tokens[start].text
    return plain_word(word) in _first_words() or (len(word) == len("J.") and word[1] == ".")


def _are_strange(doc: Parse, start: int, end: int) -> bool:
    """Whether no word of a name is plain English."""
    return not any(is_plain(t.lower_) for t in doc.tokens[start:end])


def _is_thing(doc: Parse, start: int, end: int) -> bool:
    """Whether what looks like a person's name names a thing: "the Anna Lindh", "José Martí airport", "in San Remo"."""
    tokens = doc.tokens
    if start and tokens[start - 1].lower_ in ("the", "in", "at", "near", "aboard", "a", "an"):
        return True
    behind = tokens[end] if end < len(tokens) else None
    if behind is not None and behind.text == "," and end + 1 < len(tokens) and tokens[end + 1].lower_ == "of":
        return True  # a nomination tells of one who is of a place
    if behind is None or tokens[end - 1].text.endswith(("'s", "’s")):
        return False
    noun = behind.text.islower() and behind.pos_ == "NOUN" and behind.lower_ not in _OF_PERSONS
    return noun and doc[start:end].root.head == behind


def _ahead(doc: Parse, end: int) -> str:
    """The next words behind a name, in lower case."""
    return "".join(f"{t.lower_} " for t in doc.tokens[end : end + 7])


def _proper(doc: Parse, start: int, end: int) -> bool:
    words = [t for t in doc[start:end] if t.text[0].isalpha()]
    return (
        2 <= len(words) <= 5
        and all(t.pos_ == "PROPN" or (t.text[0].isupper() and not is_plain(t.lower_)) for t in words)
        and not any(t.lower_ in _NOT_PERSONS or (t.text.isupper() and t.text[-1] != ".") for t in words)
    )


def _acts_as_person(token: Token) -> bool:
    above = token.head.lemma_.lower()
    if token.dep_ in ("nsubj", "nsubjpass"):
        return above in _PERSON_VERBS or (above == "be" and _is_somewhere(token.head))
    if token.dep_ == "pobj" and token.head.lower_ in ("by", "with", "between"):
        return token.head.head.lemma_.lower() in _PERSON_VERBS | _WITH_PERSONS
    if token.dep_ == "pobj" and token.head.lower_ == "of":
        return token.head.head.lemma_.lower() in _AT_WHOSE
    if token.dep_ == "dobj":
        return above in _TO_PERSONS
    return token.dep_ == "poss" and above in _OF_PERSONS


def _is_who(token: Token) -> bool:
    """Whether a clause with "who" tells of a name: "Ana Silva, who served as …"."""
    clauses = (c for c in token.children if c.dep_ == "relcl" and c.i > token.i)
    return any(t.lower_ == "who" and t.i <= token.i + 3 for clause in clauses for t in clause.children)


def _comes_to_office(token: Token, titles: Sequence[int]) -> bool:
    """Whether a name is of one who comes to an office, holds or leaves it: "Friedrich Merz was sworn in as chancellor"."""
    verb = token.head
    if (
        not titles
        or token.dep_ not in ("nsubj", "nsubjpass", "dobj")
        or verb.lemma_.lower() not in _OF_OFFICE
    ):
        return False
    return any(token.i < at <= verb.right_edge.i for at in titles) and (
        token.dep_ != "dobj" or verb.lemma_ != "be"
    )


def _is_somewhere(verb: Token) -> bool:
    """Whether "be" says where somebody is: "was in Beijing from …", "is back from …"."""
    return any(
        (c.dep_ == "prep" and c.lower_ in ("in", "at")) or (c.dep_ == "advmod" and c.lower_ == "back")
        for c in verb.children
    ) and not any(c.dep_ in ("attr", "acomp") for c in verb.children)
