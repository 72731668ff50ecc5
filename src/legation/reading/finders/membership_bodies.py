"""International bodies in a sentence: those of the register, and capitalised names that end in such a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from legation.actors.register import register
from legation.reading.context import is_state
from legation.reading.mention import Mention
from legation.reading.parse import Token
from legation.reading.text import Sentence

_KINDS: Final = frozenset({"body", "forum", "bloc"})
_ENDINGS: Final = frozenset(
    "council board committee commission forum summit group platform partnership coalition organization "
    "organisation association "
    "conference union assembly community agency tribunal court bank initiative".split()
)
_REGIONAL: Final = frozenset({"mekong subregion"})
_ARMED: Final = frozenset(
    (
        "Hamas",
        "Hezbollah",
        "Houthis",
        "Taliban",
        "ISIS",
        "Al-Qaeda",
        "Al-Shabaab",
        "Boko Haram",
        "M23",
        "PKK",
        "FARC",
        "ELN",
    )
)
"""Armed groups, which the register has among bodies and no state joins."""
_INTERNATIONAL: Final = frozenset(
    "international global world regional leaders ministerial multi-agency multi transatlantic "
    "trilateral multilateral "
    "intergovernmental parties donor donors commonwealth".split()
)
_TAILS: Final = frozenset(
    "summit forum council conference meeting meetings board committee chairmanship presidency".split()
)
_ANY_BODY: Final = frozenset({"bloc", "grouping", "organisation", "organization"})
_POINTING: Final = _ANY_BODY | _ENDINGS | {"alliance"}
_JOINING: Final = re.compile(
    r"\b(?:join(?:s|ed|ing)?|acced\w+ to|(?:member|members|membership|observer|chair) (?:of|in|to)(?: the)?)$"
)
_HOUSEHOLD: Final = frozenset(
    "UN EU AU WTO WHO IMF NATO ASEAN APEC OECD OPEC UNESCO IAEA BRICS G7 G8 G20 NAM ITLOS UNICEF ICC".split()
)
"""Bodies that go by their letters, however a text writes them."""
_BEFORE: Final = frozenset(
    {"the", "to", "of", "join", "joined", "joins", "joining", "in", "into", "and", "from", "left", "entered"}
)
_BODIES: Final = (
    _ENDINGS
    | frozenset(
        "pact alliance league area zone market system fund treaty convention agreement compact coalition club accords "
        "network bloc triangle corporation cooperation programme".split()
    )
    | {"partnership", "statute", "regime", "quartet"}
)
_NATIONAL: Final = frozenset(
    "national supreme state federal central parliament cabinet house senate ministry constitutional municipal "
    "city royal president minister "
    "party court".split()
)
"""Words of a name that is one state's own."""
_SHORTEST: Final = 3
_INNER: Final = frozenset({"of", "the", "for", "and", "on", "to", "&", "-"})
_LONGEST: Final = 14


@dataclass(frozen=True, slots=True)
class Body:
    """An international body in a sentence: tokens ``[start, end)`` of its block, and its usual name."""

    start: int
    end: int
    name: str
    known: bool = True


def bodies_in(sentence: Sentence, last: Body | None = None) -> list[Body]:
    """The international bodies that a sentence names, in order; where it names none, "the bloc" means the last one.

    Args:
        sentence: The sentence.
        last: The last body that the document named before.
    """
    found = [
        Body(m.start, m.end, _called(sentence, m))
        for m in sentence.mentions
        if m.form == "name"
        and _is_body(m.body or "".join(m.actors[:1]))
        and not _is_national(sentence, m.start)
        and not is_outside(sentence, m.start)
    ]
    starts = {b.start for b in found}
    found = [b for b in found if b.end not in starts]  # of "UNESCO World Heritage Committee" the last
    taken = {i for b in found for i in range(b.start, b.end)}
    for token in sentence.with_word(_ENDINGS):
        if token.text[0].isupper() and token.i not in taken:
            body = _named(sentence, token)
            if body is not None:
                taken.update(range(body.start, body.end))
                found = [b for b in found if not body.start <= b.start < body.end]
                found.append(body)
    found += [b for b in _acronyms(sentence) if b.start not in taken]
    if not found and last is not None:
        found += _pointed(sentence, last)
    return sorted(found, key=lambda b: b.start)


def _called(sentence: Sentence, mention: Mention) -> str:
    """What a body is called: by its letters where the text gives them, else as the text calls it; household names by theirs."""
    name = mention.body or mention.actors[0]
    words = sentence.words(mention.start, mention.end).removeprefix("the ").removeprefix("The ")
    if name in _HOUSEHOLD or words.lower() == name.lower():
        return name
    behind = sentence.doc[mention.end + 1].text if mention.end + 2 < sentence.end else ""
    if words.isupper() and " " in name and " " not in words:
        return name if _is_spelt(sentence, name) else words  # "OAS"
    spelt = name.isupper() and " " not in name and " " in words and words[0].isupper()
    return words if spelt and behind.upper() != name else name


def _is_spelt(sentence: Sentence, name: str) -> bool:
    """Whether a document writes the name of a body out anywhere."""
    whole = (m for b in sentence.text.blocks for m in b.mentions if m.body == name)
    return any(m.end - m.start > 1 for m in whole)


def capitalised(sentence: Sentence, taken: set[int]) -> Iterator[Body]:
    """Capitalised names of several words with a word for a body among them: whether they name one, what is said tells."""
    at = sentence.start + 1
    while at < sentence.end:
        token = sentence.doc[at]
        if at in taken or not token.text[0].isupper() or sentence.doc[at - 1].lower_ not in _BEFORE:
            at += 1
            continue
        end = _capitals(sentence, at)
        words = {t.lower_ for t in sentence.doc[at:end]}
        whole = not any(i in taken for i in range(at, end))
        unknown = (
            sentence.mention_at(token) is None
        )  # a known one that is no body, a command or a ministry, is none
        letters = unknown and end - at == 1 and token.text.isupper() and len(token.text) > _SHORTEST
        if whole and (letters or (end - at > 1 and words & _BODIES and not words & _NATIONAL)):
            yield Body(at, end, sentence.words(at, end), known=False)
        at = max(end, at + 1)


def _acronyms(sentence: Sentence) -> Iterator[Body]:
    """Acronyms that the register does not know, where a word of standing stands at them: "as ABCTF co-chairs"."""
    for token in sentence.tokens:
        if not token.text.isupper() or len(token.text.replace("-", "")) < _SHORTEST:
            continue
        if sentence.mention_at(token) is not None:
            continue
        before = [t.lower_ for t in sentence.doc[max(sentence.start, token.i - 3) : token.i]]
        behind = [t.lower_ for t in sentence.doc[token.i + 1 : min(sentence.end, token.i + 4)]]
        joined = _JOINING.search(" ".join(before))
        if joined or "".join(behind[:3]).startswith(("chair", "co-chair", "presidency", "membership")):
            yield Body(token.i, token.i + 1, token.text, known=False)


def _pointed(sentence: Sentence, last: Body) -> Iterator[Body]:
    """As in "joined the bloc", "a seat on the Council": the body of the sentences before, if it can be called so."""
    for token in sentence.tokens:
        word = token.lower_
        if word not in _POINTING or token.i == sentence.start or sentence.mention_at(token) is not None:
            continue
        before = sentence.doc[token.i - 1].lower_
        behind = sentence.doc[token.i + 1].lower_ if token.i + 1 < sentence.end else "."
        plain = before in ("the", "this", "current") and behind not in ("of", "'s", "’s")
        named = word in last.name.lower().split() or (token.text == "Alliance" and last.name == "NATO")
        if plain and (word in _ANY_BODY or named):
            yield Body(token.i, token.i + 1, last.name, last.known)


def _is_body(actor: str) -> bool:
    if actor.lower() in _REGIONAL:
        return True
    if actor in _ARMED:
        return False
    return register().kind_of(actor) in _KINDS


def is_outside(sentence: Sentence, start: int) -> bool:
    """Whether a body is named for those who are not in it: "non-EU members"."""
    before = [t.lower_ for t in sentence.doc[max(sentence.start, start - 2) : start]]
    return before[-2:] == ["non", "-"] or before[-1:] == ["non"]


def _is_national(sentence: Sentence, start: int) -> bool:
    """Whether a body's name is one state's own: "Russia's Security Council"."""
    if start < sentence.start + 2 or sentence.doc[start - 1].text not in ("'s", "’s"):
        return False
    owner = sentence.mention_at(sentence.doc[start - 2])
    return (
        owner is not None
        and all(is_state(a) for a in owner.actors)
        and sentence.doc[start].lower_ == "security"
    )


def _named(sentence: Sentence, head: Token) -> Body | None:
    """A capitalised name around a word such as "Council": "the Arctic Youth Forum", "Committee of the Parties"."""
    start = head.i
    while start > sentence.start and head.i - start < 8:
        before = sentence.doc[start - 1]
        mention = sentence.mention_at(before)
        if mention is not None and mention.form == "person":
            break
        if not (before.text[0].isupper() and before.pos_ != "DET") and before.text not in ("-", "&"):
            break
        start -= 1
    while start < head.i and (
        sentence.doc[start].lower_ in _INNER or sentence.doc[start].lower_ in ("in", "at", "joint")
    ):
        start += 1
    end = head.i + 1
    if end + 1 < sentence.end and sentence.doc[end].lower_ in ("of", "on", "for"):
        end = _capitals(sentence, end)
    if end - start < 2 or not _is_international(sentence, start, end):
        return None
    return Body(start, end, sentence.words(start, end), known=False)


def _is_international(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a name tells that it is of several states: by its words, or by a region or body in it."""
    if any(t.lower_ in _INTERNATIONAL for t in sentence.doc[start:end]):
        return True
    inside = [m for m in sentence.mentions if start <= m.start and m.end <= end and m.form != "person"]
    return (
        any(not is_state(a) for m in inside for a in m.actors)
        or len({a for m in inside for a in m.actors}) > 1
    )


def _capitals(sentence: Sentence, at: int) -> int:
    """The token after the capitalised words that follow a preposition."""
    end = last = at
    while end < sentence.end and end - at < _LONGEST:
        token = sentence.doc[end]
        if sentence.date_at(token):
            break
        if token.text[0].isupper() or (token.text[0].islower() and "-" in sentence.words(end - 1, end + 1)):
            last = end + 1
        elif token.lower_ not in _INNER:
            break
        end += 1
    return last


def event_name(sentence: Sentence, body: Body) -> str:
    """The name of a body with the summit or forum of it that follows: "ASEAN" in "the ASEAN Future Forum"."""
    end = body.end
    while end < min(sentence.end, body.end + 4) and sentence.doc[end].text[0].isupper():
        end += 1
    if end > body.end and sentence.doc[end - 1].lower_ in _TAILS:
        return sentence.words(body.start, end)
    return body.name


def is_event(sentence: Sentence, body: Body) -> bool:
    """Whether a body is something that one hosts: a forum, a summit of a body, not the body itself."""
    name = event_name(sentence, body)
    if name != body.name or not body.known or body.name not in register():
        return True
    last = sentence.doc[body.end - 1].lower_
    return register().get(body.name).kind == "forum" or last in _TAILS
