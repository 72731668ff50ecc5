"""Persons called again without their names: "the Italian president", "the Indian", "the guest", "both ministers".

The law: somebody is called again only where the text has named one who can be meant: of that state, of that rank,
in that part. The one named last is taken; where nobody can be meant, nobody is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from legation.actors.ranks import rank_of
from legation.reading.context import is_state
from legation.reading.mention import Mention, by_token
from legation.reading.people import Title, title_of
from legation.reading.person_names import plain_word

if TYPE_CHECKING:
    from legation.reading.parse import Parse, Token

_OPENERS = frozenset({"the", "its", "'s", "’s", "'", "’"})
_OTHERS = frozenset({"former", "elect", "late"})
_SAYING_WHAT = frozenset({"attr", "oprd", "appos", "compound", "nmod", "poss"})
_OPEN_RANKS = {
    "minister": frozenset({"minister", "foreign_minister"}),
    "Leader": frozenset({"head_of_state", "head_of_government", "party_leader"}),
}
"""What a vague title may call: a minister a foreign minister, a leader anybody at the head."""
_MAIN = frozenset({"ROOT", "conj", "ccomp"})
_THRONES = frozenset("pope king queen emperor empress sultan emir prince chancellor taoiseach".split())
"""Titles of which a rank alone makes nobody one: a president is no king."""
_HIGH = frozenset({"head_of_state", "head_of_government", "foreign_minister"})
_SHORT = 2
"""Tokens of a lesser title that calls somebody again: "the defence minister"."""
_MANY = ("s", "ese", "sh", "ch", "ss")
"""Endings of words for a people: "the Russians", "the British"."""
_SINGULAR = frozenset({"was", "is", "has", "himself", "herself"})
_BEHIND_ONE = frozenset({"VERB", "AUX", "ADV", "PUNCT", "ADP", "PRON", "PART"})
_GOING = frozenset(
    "arrive travel fly go come visit land reach tour leave depart head pay begin start set embark call return".split()
)
_TAKING_IN = frozenset({"receive", "welcome", "host", "greet", "meet", "await", "entertain", "see"})
_MADAM = frozenset(
    {"mrs", "ms", "miss", "mrs.", "ms.", "queen", "princess", "madam", "madame", "lady", "baroness"}
)
_SIR = frozenset({"mr", "mr.", "king", "prince", "sultan", "emir", "sir", "lord", "sheikh", "pope"})
_SHE, _HE = frozenset({"she", "her", "hers", "herself"}), frozenset({"he", "him", "his", "himself"})


@dataclass(frozen=True, slots=True)
class Stage:
    """The persons of a document, as far as a block may call them again.

    Attributes:
        before: Those named in the blocks before, in order.
        last: What the block before named, the person whom it was about last.
        ranks: The ranks of the offices that the document gives each person, and their names in lower case.
        guests: Those of whom it says that they travel or are received.
        women: Those whom it or their given names tell to be women.
        men: Those of whom a form of address tells that they are men.
    """

    before: tuple[Mention, ...] = ()
    last: Sequence[Mention] = ()
    ranks: Mapping[str, frozenset[str]] = field(default_factory=dict)
    guests: frozenset[str] = frozenset()
    women: frozenset[str] = frozenset()
    men: frozenset[str] = frozenset()

    @classmethod
    def of(cls, blocks: Iterable[tuple[Parse, Sequence[Mention]]]) -> Stage:
        """The stage of a document before its first block."""
        ranks: dict[str, set[str]] = {}
        guests: set[str] = set()
        women: set[str] = set()
        men: set[str] = set()
        for doc, mentions in blocks:
            for m in mentions:
                if m.form != "person" or not m.person or m.end > len(doc):
                    continue
                known = ranks.setdefault(m.person, set())
                if m.office:
                    for office, body in ((m.office, m.body), *m.also):
                        known.update((rank_of(office, body), office.lower()))
                if _travels(doc[m.start : m.end].root):
                    guests.add(m.person)
                if _is_she(doc, m):
                    women.add(m.person)
                elif _is_he(doc, m):
                    men.add(m.person)
        told = {name: frozenset(found) for name, found in ranks.items()}
        return cls((), (), told, frozenset(guests), frozenset(women), frozenset(men - women))

    def after(self, doc: Parse, mentions: Sequence[Mention]) -> Stage:
        """The stage behind a block."""
        named = (m for m in mentions if m.form == "person" and m.person)
        return replace(self, before=(*self.before, *named), last=in_mind(doc, mentions))

    def can_be(self, token: Token, person: str | None) -> bool:
        """Whether a pronoun can mean a person, by what is known of being a man or a woman."""
        if token.lower_ in _SHE:
            return person not in self.men
        return person not in self.women or token.lower_ not in _HE


@cache
def _women() -> frozenset[str]:
    """Given names of women the world over, in lower case."""
    table = files("legation.reading").joinpath("data/women.txt").read_text(encoding="utf-8")
    return frozenset(word for line in table.splitlines() if not line.startswith("#") for word in line.split())


def _is_she(doc: Parse, mention: Mention) -> bool:
    before = doc[mention.start - 1].lower_ if mention.start else ""
    first = (mention.person or "").split()[0]
    return bool({before, doc[mention.start].lower_} & _MADAM) or plain_word(first) in _women()


def _is_he(doc: Parse, mention: Mention) -> bool:
    before = doc[mention.start - 1].lower_ if mention.start else ""
    return bool({before, doc[mention.start].lower_} & _SIR)


def _travels(root: Token) -> bool:
    """Whether somebody is said to travel, or to be received."""
    while root.dep_ == "conj" and root.head.pos_ in ("PROPN", "NOUN"):
        root = root.head
    lemma = root.head.lemma_.lower()
    if root.dep_ == "nsubjpass" or root.dep_ == "dobj":
        return lemma in _TAKING_IN
    return (root.dep_ == "nsubj" and lemma in _GOING) or (
        root.dep_ == "poss" and lemma in ("visit", "trip", "tour")
    )


def in_mind(doc: Parse, mentions: Sequence[Mention]) -> Sequence[Mention]:
    """The mentions of a block as the next block remembers them: the person whom it was about comes last.

    That is the subject of its last sentence that has a person for one, else the first person it names.
    """
    persons = [m for m in mentions if m.form == "person" and m.end <= len(doc)]
    subjects = [
        m for m in persons if doc[m.end - 1].dep_ in ("nsubj", "nsubjpass") and doc[m.start].tag_ != "PRP$"
    ]
    main = [m for m in subjects if doc[m.end - 1].head.dep_ in _MAIN]
    chosen = main or subjects or persons
    if not chosen:
        return mentions
    sentence = doc[chosen[-1].start].sent
    topic = next(m for m in chosen if m.start >= sentence.start) if main or subjects else chosen[0]
    return [*(m for m in mentions if m is not topic), topic]


def called_again(
    doc: Parse, named: Sequence[Mention], titles: Sequence[Title], stage: Stage
) -> Iterator[Mention]:
    """The persons of a block who are called by their office or their people alone.

    Args:
        doc: The parsed block.
        named: What it names, by start.
        titles: The titles of office in it.
        stage: The persons of the document.
    """
    persons = [m for m in named if m.form == "person"]
    taken = {i for m in persons for i in range(m.start, m.end)}
    sides = by_token(m for m in named if m.form != "person")
    for title in titles:
        found = None if _is_no_call(doc, title, taken) else _by_title(doc, title, persons, sides, stage)
        if found:
            taken.update(range(found.start, found.end))
            yield found
    for mention in named:
        if mention.form == "adjective" and mention.start not in taken and _is_one_of_a_people(doc, mention):
            earlier = _earlier(mention.start, persons, stage)
            meant = next((m for m in earlier if m.actors[:1] == mention.actors[:1]), None)
            if meant:
                yield _again(meant, mention.start, mention.end)


def _earlier(at: int, persons: Sequence[Mention], stage: Stage) -> Iterator[Mention]:
    """The persons named before a token, the last first."""
    yield from reversed([m for m in persons if m.end <= at])
    yield from reversed(stage.before)


def _again(meant: Mention, start: int, end: int) -> Mention:
    return Mention(start, end, meant.actors, "person", meant.person)


def _is_no_call(doc: Parse, title: Title, taken: set[int]) -> bool:
    """Whether a title stands with a name, is of several, or says what somebody is, was or becomes."""
    if title.plural or title.status in _OTHERS or title.start == 0 or title.end - 1 in taken:
        return True
    if title.rank not in _HIGH and title.end - title.start > _SHORT:
        return True  # "Minister to the United States" says what somebody is
    if title.start in taken or title.end in taken:
        return True
    root = doc[title.start : title.end].root
    return root.dep_ in _SAYING_WHAT or (root.dep_ == "pobj" and root.head.lower_ == "as")


def _by_title(
    doc: Parse, title: Title, persons: Sequence[Mention], sides: Mapping[int, Mention], stage: Stage
) -> Mention | None:
    owner = title_of(doc, title, title.end, sides)
    start = title.start
    if owner and title.of is None:
        start = next(
            (sides[i].start for i in range(title.start - 1, max(-1, title.start - 7), -1) if i in sides),
            start,
        )
    opener = doc[start - 1].lower_ if start else ""
    genitive = start < title.start and any(t.text in ("'s", "’s") for t in doc[start : title.start])
    if owner is None and (opener not in _OPENERS or title.rank == "other"):
        return None
    if owner and not genitive and opener not in _OPENERS:
        return None
    for person in _earlier(title.start, persons, stage):
        ranks = stage.ranks.get(person.person or "", frozenset())
        if owner and person.actors[:1] != (owner,):
            continue
        if (ranks or not owner) and not _may_call(title, ranks):
            continue
        if not ranks and not is_state(owner or ""):
            continue
        again = _again(person, start, title.end)
        told = owner is not None and title.head != "Leader" and title.rank in _HIGH
        return replace(again, office=title.office, body=owner) if told else again
    return None


def _may_call(title: Title, ranks: frozenset[str]) -> bool:
    if title.head.lower() in _THRONES:
        return any(title.head.lower() in known.split() for known in ranks)
    rank = title.office.lower() if title.rank == "other" else title.rank
    wanted = _OPEN_RANKS.get(title.head, _OPEN_RANKS.get(rank, frozenset({rank})))
    return bool(wanted & ranks)


def _is_one_of_a_people(doc: Parse, mention: Mention) -> bool:
    """Whether a word for a people means one of it: "the Russian will pay", "the Indian, on the second day"."""
    if mention.start == 0 or doc[mention.start - 1].lower_ != "the" or len(mention.actors) != 1:
        return False
    if mention.end >= len(doc) or not is_state(mention.actors[0]):
        return False
    behind = doc[mention.end]
    if doc[mention.start].text.endswith(_MANY) and behind.lower_ not in _SINGULAR and behind.tag_ != "VBZ":
        return False
    alone = behind.pos_ in _BEHIND_ONE and behind.text not in ("-", "/", "'s", "’s", "(")
    return alone and doc[mention.start].dep_ not in ("amod", "compound", "nmod")


ROLES = frozenset({"guest", "visitor", "host"})
_HIS = frozenset({"his", "her"})


def role_of(
    token: Token, persons: Sequence[Mention], stage: Stage, beside: Callable[[Token, Mention], bool]
) -> Mention | None:
    """Whom "the guest", "his host", "the visitor" mean.

    Args:
        token: The word.
        persons: The persons of the block so far, pronouns included.
        stage: The persons of the document.
        beside: Whether a person is named in the word's own clause, and so is another one.
    """
    if not _is_role(token):
        return None
    owner = next((m for m in persons if m.start == token.i - 1), None)
    others = [m for m in _earlier(token.i, persons, stage) if not beside(token, m)]
    if owner:
        others = [m for m in others if m.person != owner.person and m.actors[:1] != owner.actors[:1]]
    chosen = _hosts(others, stage) if token.lower_ == "host" else _guests(others, stage, owned=bool(owner))
    return _again(chosen[0], token.i, token.i + 1) if chosen else None


def _is_role(token: Token) -> bool:
    """Whether "guest" and the like call one person who was named before: not "the host country", "the guest, Ana Silva"."""
    behind = token.doc[token.i + 1 : token.i + 2]
    owned = token.i > 0 and token.nbor(-1).lower_ in _HIS | {"the"}
    describes = token.dep_ in ("compound", "attr") or any(t.pos_ in ("NOUN", "PROPN", "ADJ") for t in behind)
    told = any(c.dep_ in ("appos", "prep", "relcl") for c in token.children if c.i > token.i)
    return owned and not describes and not told


def _hosts(others: Sequence[Mention], stage: Stage) -> list[Mention]:
    """Those who may be a host: not the guest, nor of the guest's side."""
    guest = next((m for m in others if m.person in stage.guests), None)
    return [m for m in others if guest is None or m.actors[:1] != guest.actors[:1]]


def _guests(others: Sequence[Mention], stage: Stage, *, owned: bool) -> list[Mention]:
    """Those who may be a guest: who travel, else whoever is not the one whose guest it is."""
    return [m for m in others if m.person in stage.guests] or (list(others) if owned else [])
