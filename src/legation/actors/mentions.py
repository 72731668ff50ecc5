"""The names of actors in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from legation.actors.actor import Actor, Form, FormType
from legation.actors.ambiguity import NOBODY, Ambiguity, Counts
from legation.actors.surroundings import names_no_actor
from legation.actors.trie import Hit, Trie
from legation.actors.words import key


@dataclass(frozen=True, slots=True)
class NameMention:
    """A place in a text that names an actor.

    Attributes:
        start: Offset of its first character; a leading "the" is not part of it.
        end: Offset after its last; a possessive ending is not part of it.
        actor: Who is meant.
        form: What kind of form it is.
        others: Who else goes by that form; empty where it can mean one actor only.
    """

    start: int
    end: int
    actor: Actor
    form: FormType
    others: tuple[Actor, ...] = ()


RANKING: Final[Mapping[FormType, int]] = {
    "name": 0,
    "short": 1,
    "code": 2,
    "official": 3,
    "alias": 4,
    "demonym": 5,
    "capital": 6,
}


@dataclass(frozen=True, slots=True, eq=False)
class _Named:
    actor: Actor
    form: Form


_ACCENTED: Final = frozenset(("Réunion", "La Réunion", "Malé"))  # without accents they are English words
_GAP: Final = 3
_LONG: Final = 120
_SMALL: Final = frozenset(("of", "the", "and", "for", "on", "in", "to"))

UNSPACED: Final = frozenset(("zh", "ja", "ko", "th", "lo", "km", "my"))


def redefined(text: str, mentions: Iterable[NameMention]) -> Iterator[str]:
    """Abbreviations that a text itself gives another meaning: "Industrial Development Agenda (IDA)".

    Args:
        text: The text.
        mentions: The names found in it, in order.
    """
    before: NameMention | None = None
    for mention in mentions:
        code = text[mention.start : mention.end]
        if (
            code.isupper()
            and text[mention.start - 1 : mention.start] == "("
            and text[mention.end : mention.end + 1] == ")"
        ):
            named = (
                before is not None and mention.start - before.end <= _GAP and before.actor is mention.actor
            )
            if not named and _spells(text[max(0, mention.start - 1 - _LONG) : mention.start - 1], code):
                yield code
        before = mention


def _spells(words: str, code: str) -> bool:
    initials = [word[0].upper() for word in re.findall(r"[^\W\d_][\w’'&-]*", words) if word not in _SMALL]
    return "".join(initials[-len(code) :]) == code


def _sought(ambiguity: Ambiguity, actors: Mapping[str, Actor]) -> Ambiguity:
    """The ambiguity without the actors whom the form only resolves to, such as a country by its code."""
    kept = []
    for candidate in ambiguity.candidates:
        forms = actors[candidate.id].forms if candidate.id in actors else ()
        own = [form.findable for form in forms if key(form.text) == ambiguity.key]
        if any(own) or not own:
            kept.append(candidate)
    return replace(ambiguity, candidates=tuple(kept))


class Finder:
    """Finds names in texts of one language.

    Languages of `UNSPACED` part words by no spaces, or glue endings to names: there a name is found wherever
    its letters stand.
    """

    def __init__(
        self,
        actors: Mapping[str, Actor],
        *,
        blocking: Iterable[str],
        ambiguities: Mapping[str, Ambiguity],
        language: str,
    ) -> None:
        self._actors = actors
        self._ambiguities = {form: _sought(each, actors) for form, each in ambiguities.items()}
        self._trie: Trie[_Named | None] = Trie()
        self._unspaced: dict[str, list[_Named | None]] = {}
        for phrase in blocking:
            self._trie.add(phrase, None)
        for actor in actors.values():
            self._add(actor, language)

    def _add(self, actor: Actor, language: str) -> None:
        for form in actor.forms:
            native = form.language == language
            if native and language in UNSPACED and len(form.text) > 1:
                self._unspaced.setdefault(form.text, []).append(_Named(actor, form))
            elif form.findable and (native or (form.language == "en" and form.type != "demonym")):
                strict = form.text in _ACCENTED or (form.language != "en" and len(form.text) < 7)
                self._trie.add(form.text, _Named(actor, form), strict=strict)

    def find(self, text: str) -> list[NameMention]:
        """Every mention, in order, none overlapping another."""
        counted: Counts = {}
        mentions = (self._mention(text, hit, counted) for hit in self._hits(text))
        found = [mention for mention in mentions if mention is not None]
        elsewhere = set(redefined(text, found))
        return (
            [each for each in found if text[each.start : each.end] not in elsewhere] if elsewhere else found
        )

    def _hits(self, text: str) -> Iterable[Hit[_Named | None]]:
        if not self._unspaced:
            return self._trie.scan(text)
        glued = [
            Hit(match.start(), match.end(), tuple(self._unspaced[match.group()]))
            for match in self._letters.finditer(text)
        ]
        taken = [(hit.start, hit.end) for hit in glued]
        spaced = (
            hit for hit in self._trie.scan(text) if not any(hit.start < e and s < hit.end for s, e in taken)
        )
        return sorted((*glued, *spaced), key=lambda hit: hit.start)

    @cached_property
    def _letters(self) -> re.Pattern[str]:
        return re.compile("|".join(map(re.escape, sorted(self._unspaced, key=len, reverse=True))))

    def _mention(self, text: str, hit: Hit[_Named | None], counted: Counts) -> NameMention | None:
        forms = [named for named in hit.payloads if named is not None]
        if len(forms) < len(hit.payloads):
            return None
        forms.sort(key=lambda named: RANKING[named.form.type])
        chosen, others = forms[0].actor, {named.actor.id: named.actor for named in forms}
        ambiguity = self._ambiguities.get(key(forms[0].form.text))
        if ambiguity is not None:
            ident = ambiguity.in_text(text, hit.start, hit.end, counted)
            if ident == NOBODY:
                return None
            chosen, others = self._actors[ident], {each: self._actors[each] for each in ambiguity.ids}
        others.pop(chosen.id, None)
        form = next((named.form for named in forms if named.actor.id == chosen.id), forms[0].form)
        place = chosen.kind == "region" and form.type != "demonym"
        if names_no_actor(text, hit.start, hit.end, "capital" if place else form.type):
            return None
        return NameMention(hit.start, hit.end, chosen, form.type, tuple(others.values()))
