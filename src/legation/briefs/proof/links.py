"""Whether a text says that a person acts for an actor.

"Vietnamese General Secretary To Lam", "President Xi Jinping of China" and "Ilham Aliyev, President of Azerbaijan"
say so; "Putin left Vietnam" does not, and a bare "Prime Minister Lawrence Wong" leaves it open. For whom a person
with a bare title acts is told by the other documents of the ledger, where they all tie the person to one state.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Final

from legation.actors import NameMention, register
from legation.actors.words import fold
from legation.errors import ActorError

_OFFICES: Final = (
    r"presidents?|ministers?|secretar(?:y|ies)|premiers?|chancellors?|king|queen|prince|princess|emir|sultan"
    r"|chair(?:man|woman|person)?|leaders?|chief|ambassadors?|envoy|representative|speaker|governor|head"
    r"|director|commissioner|general|spokes\w+|commander|vice|deputy|taoiseach|pope"
)
OFFICE: Final = re.compile(rf"\b(?:{_OFFICES})\b", re.IGNORECASE)
_BETWEEN: Final = re.compile(
    r"(?:['’]s?)?(?:[\s,(]+(?:[^\W\d_a-z][\w.&-]*|of|the|for|new|newly|then|former|current|top|state|party"
    rf"|elected|prime|foreign|is|was|as|became|becomes|{_OFFICES}))*[\s,(]*"
)
_ENDS: Final = re.compile(r"\w{3,}[.!?][”’\")]*\s|\n\s*\n")
_OF_BEFORE: Final = re.compile(r"\bof (?:the )?$")
_TWO: Final = re.compile(r"\band\b", re.IGNORECASE)
_ENOUGH: Final = 40
_RUN: Final = re.compile(r"(?:[^\W\d_a-z][\w’'-]*[ ]+)+$")
_TITLES: Final = re.compile(
    r"(?:(?:[^\W\d_a-z][\w’'&-]*|of|the|and|for|newly|elected|president|minister|secretary)[, ]+)+$"
)
_OF: Final = re.compile(r"(?:,[^.;]{0,40})? of (?:the )?[A-Z]")
_TITLE_WORDS: Final = frozenset(
    "prime foreign defence defense finance trade party state national assembly interior mr mrs ms dr madam sir former "
    "new the of and a in on after since when as while with joint his her h e he excellency acting under assistant "
    "commerce industry health justice treasury security affairs special adviser advisor".split()
)
_PARTING: Final = re.compile(r"([^\W\d_]+)(?:,| and)(?= )")
_NAME: Final = re.compile(r"[^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*)*")
_FARTHEST: Final = 90


def links(person: str, actor: str, text: str) -> Iterator[tuple[int, int]]:
    """The stretches of a text that say that a person acts for an actor.

    Args:
        person: The person's name; a last or first part of it will do in the text.
        actor: Id of the actor, or of the state whose party or organ it is.
        text: The text.
    """
    state = state_of(actor)
    for mention, stretch in _ties(person, text):
        if mention.actor.id in (actor, state) or mention.actor.state == actor:
            yield stretch


@lru_cache(maxsize=64)
def folded_text(text: str) -> str:
    """A text in plain lower case, letter for letter, so that offsets into it are offsets into the text."""
    letters = {c: fold(c) for c in set(text)}
    return text.translate({ord(c): folded for c, folded in letters.items() if len(folded) == 1})


def ties(person: str, text: str) -> frozenset[str]:
    """Ids of the states (or of bodies without one) to which a text ties a person, by the name as it is given."""
    return frozenset(
        mention.actor.state or mention.actor.id for mention, _ in _ties(person, text, in_full=True)
    )


def person_in(words: str) -> str | None:
    """The person whom words name with a title, "President Lee Myung-bak" or "To Lam, General Secretary"; else None."""
    head = words.split(",")[0]
    runs = _NAME.findall(" ".join("|" if _titles(w) else w for w in head.split()))
    return str(runs[-1]).strip() if runs and OFFICE.search(words) else None


def _first(clause: str) -> str:
    """A clause up to where it goes on to another: "of Laos and President Kham" ends at "Laos"."""
    ends = [m.end() for m in _PARTING.finditer(clause) if not _titles(m.group(1))]
    return clause[: ends[0]] if ends else clause


def strange(words: str, person: str) -> bool:
    """Whether words name more with capitals than a person and titles: a state that nobody knows, it may be."""
    own = {fold(part) for part in re.findall(r"[^\W\d_]+", person)}
    told = re.findall(r"\b[^\W\d_a-z][^\W\d_]+", words)  # two letters or more: initials tell nothing
    return any(fold(word) not in own and not _titles(word) for word in told)


def _titles(word: str) -> bool:
    return bool(OFFICE.fullmatch(word)) or word.lower() in _TITLE_WORDS


def beside(person: str, text: str) -> Iterator[str]:
    """The words beside a person's name that may say the office: the titles before it, the clause after it."""
    for start, end in _places(person, text, in_full=False):
        before = _TITLES.search(text[max(0, start - _FARTHEST) : start])
        after = re.match(r"(?!,? (?:and|or|with|to|met|by)\b)[^.;]*", text[end : end + _FARTHEST])
        yield f"{_last(before.group()) if before else ''} | {_first(after.group()) if after else ''}"


def _last(titles: str) -> str:
    """The titles of the last person only: "General Secretary To Lam and President" ends in one's own."""
    ends = [m.end() for m in _PARTING.finditer(titles) if not _titles(m.group(1))]
    return titles[ends[-1] :] if ends else titles


def contrary(person: str, text: str) -> bool:
    """Whether words that are no office stand beside a person's name: an actor whom nobody knows, it may be."""
    for start, end in _places(person, text, in_full=False):
        before = _RUN.search(text[max(0, start - _FARTHEST) : start])
        words = re.findall(r"[^\W\d_]+", before.group()) if before else []
        strange = [w for w in words if not OFFICE.fullmatch(w) and w.lower() not in _TITLE_WORDS]
        if any(w not in person.split() for w in strange) or _OF.match(text[end:]):
            return True
    return False


def _ties(person: str, text: str, *, in_full: bool = False) -> Iterator[tuple[NameMention, tuple[int, int]]]:
    """The names of actors that a text ties to a person, each with the stretch over both."""
    for start, end in islice(_places(person, text, in_full=in_full), _ENOUGH):
        low = max(0, start - _FARTHEST)
        window = text[low : end + _FARTHEST]
        mentions = register().find(window)
        for mention in mentions:
            if mention.form == "capital":
                continue
            stretch = _joined(mention, (start - low, end - low), window, mentions)
            if stretch:
                yield mention, (low + stretch[0], low + stretch[1])


def state_of(actor: str) -> str | None:
    """Id of the state that an actor belongs to; None where it is a state, or belongs to none."""
    try:
        return register().get(actor).state
    except ActorError:
        return None


def _places(person: str, text: str, *, in_full: bool) -> Iterator[tuple[int, int]]:
    """Where a text writes a person's name, whole or its last or first part."""
    parts = person.split()
    names = (person,) if in_full else (person, parts[-1], parts[0])
    folded = folded_text(text)
    for name in dict.fromkeys(names):
        if len(name) > 2:
            for found in re.finditer(rf"\b{re.escape(fold(name))}\b", folded):
                if text[found.start()].isupper():
                    yield found.span()


def _joined(
    mention: NameMention, place: tuple[int, int], text: str, mentions: list[NameMention]
) -> tuple[int, int] | None:
    """The stretch over both, where only titles stand between them and one of them is an office."""
    start, end = min(mention.start, place[0]), max(mention.end, place[1])
    between = text[min(mention.end, place[1]) : max(mention.start, place[0])]
    if end - start > _FARTHEST or (mention.start < place[1] and place[0] < mention.end):
        return None
    inner = [m for m in mentions if start <= m.start and m.end <= end and m is not mention]
    if any(mention.actor.id not in (m.actor.id, m.actor.state) for m in inner):
        return None
    if _ENDS.search(between) or (_TWO.search(between) and not _two_offices(between)):
        return None
    if mention.end <= place[0] and _OF_BEFORE.search(text[: mention.start]):
        return None  # "of Turkmenistan President Biden": the state is another's
    plain = _TWO.sub("", between) if _two_offices(between) else between
    if not _BETWEEN.fullmatch(plain):
        return None
    after = place[0] < mention.start
    if "," in between and not after:
        return None
    direct = after and re.fullmatch(r" of (?:the )?| \(", between)
    return (start, end) if direct or OFFICE.search(between) else None


def _two_offices(between: str) -> bool:
    """Whether "and" joins two offices of one person: "Deputy Prime Minister and Foreign Minister"."""
    halves = _TWO.split(between)
    return len(halves) == 2 and all(OFFICE.search(half) for half in halves)
