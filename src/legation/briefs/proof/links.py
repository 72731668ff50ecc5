"""Whether a text says that a person acts for an actor.

"Vietnamese General Secretary To Lam", "President Xi Jinping of China" and "Ilham Aliyev, President of Azerbaijan"
say so; "Putin left Vietnam" does not. A bare title ("President Luong Cuong") is read as its publisher's own
country writes it, and only there: a newspaper under .vn, a government under .gov.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
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
    r"(?:['’]s?)?(?:[\s,(-]+(?:[^\W\d_a-z][\w.&-]*|of|the|for|new|newly|then|former|current|top|state|party"
    rf"|elected|prime|foreign|is|was|as|became|becomes|{_OFFICES}))*[\s,(-]*"
)
_TWO: Final = re.compile(r"\band\b", re.IGNORECASE)
_AMERICAN: Final = re.compile(
    r"\b(?:vice president|president|secretary|ambassador|attorney general|trade representative|envoy|senator)\b",
    re.IGNORECASE,
)
_FOREIGN: Final = re.compile(
    r"\b(?:general secretary|foreign secretary|secretary[- ]general)\b", re.IGNORECASE
)
_ELSEWHERE: Final = frozenset("co io ai tv me fm eu ly cc to".split())
_FARTHEST: Final = 90


def links(person: str, actor: str, text: str) -> Iterator[tuple[int, int]]:
    """The stretches of a text that say that a person acts for an actor.

    Args:
        person: The person's name; a last or first part of it will do in the text.
        actor: Id of the actor, or of the state whose party or organ it is.
        text: The text.
    """
    places = list(_places(person, text))
    if not places:
        return
    mentions = register().find(text)
    state = _state(actor)
    for mention in mentions:
        if mention.actor.id in (actor, state) or mention.actor.state == actor:
            for place in places:
                stretch = _joined(mention, place, text, mentions)
                if stretch:
                    yield stretch


def linked(person: str, actor: str, texts: Iterable[str], publisher: str | None) -> bool:
    """Whether one of the texts says that a person acts for an actor, or its publisher's country implies it."""
    passages = list(texts)
    if any(True for text in passages for _ in links(person, actor, text)):
        return True
    home = home_of(publisher)
    return (
        home is not None and home in (actor, _state(actor)) and any(_bare(person, home, t) for t in passages)
    )


def home_of(publisher: str | None) -> str | None:
    """Id of the state in which a publisher stands, as its host tells; None where it does not tell."""
    if not publisher or "." not in publisher or " " in publisher:
        return None
    last = publisher.rsplit(".", 1)[1].lower()
    if last in ("gov", "mil"):
        return "USA"
    if len(last) != 2 or last in _ELSEWHERE:
        return None
    try:
        return register().resolve(last.upper()).id
    except ActorError:
        return None


def _state(actor: str) -> str | None:
    try:
        return register().get(actor).state
    except ActorError:
        return None


def _places(person: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a text writes a person's name, whole or its last or first part."""
    parts = person.split()
    folded = "".join(f if len(f := fold(c)) == 1 else c for c in text)
    for name in dict.fromkeys((person, parts[-1], parts[0])):
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
    if any(m.actor.state != mention.actor.id and m.actor.id != mention.actor.id for m in inner):
        return None
    plain = _TWO.sub("", between) if _two_offices(between) else between
    if not _BETWEEN.fullmatch(plain):
        return None
    after = place[0] < mention.start
    direct = after and re.fullmatch(r" of (?:the )?| \(", between)
    return (start, end) if direct or OFFICE.search(between) else None


def _two_offices(between: str) -> bool:
    """Whether "and" joins two offices of one person: "Deputy Prime Minister and Foreign Minister"."""
    halves = _TWO.split(between)
    return len(halves) == 2 and all(OFFICE.search(half) for half in halves)


def _bare(person: str, home: str, text: str) -> bool:
    """Whether a text writes a title straight before a person, as a country writes its own people."""
    for start, _ in _places(person, text):
        title = text[max(0, start - 60) : start]
        words = re.search(r"((?:[A-Z][\w.-]*|of|and|the)\s+)+$", title)
        if words and OFFICE.search(words.group()) and not register().find(words.group()):
            american = _AMERICAN.search(words.group()) and not _FOREIGN.search(words.group())
            return bool(american) if home == "USA" else True
    return False
