"""Appointments: who holds which office, in whose name, since when.

A title before or behind a name is one; a verb of election, appointment or departure over it says more.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from legation.reading.found import Found
from legation.reading.mention import Mention
from legation.reading.modality import modality_of
from legation.reading.text import Sentence, Text
from legation.reading.timing import date_for
from legation.values.when import When

if TYPE_CHECKING:
    from spacy.tokens import Token

_ACTIONS = {
    "elect": "elected",
    "reelect": "elected",
    "re-elect": "elected",
    "appoint": "appointed",
    "name": "appointed",
    "nominate": "appointed",
    "designate": "appointed",
    "assume": "assumed",
    "inaugurate": "assumed",
    "swear": "assumed",
    "become": "assumed",
    "resign": "left",
    "step": "left",
    "depart": "left",
    "retire": "left",
    "oust": "left",
    "dismiss": "left",
}
_FORMER = frozenset({"former", "late", "ex", "outgoing", "then", "previous"})
_NEW = {"elected": "elected", "appointed": "appointed", "inaugurated": "assumed", "elect": "elected"}


class Appointments:
    """Finds who holds which office."""

    name = "appointments.v1"

    def find(self, text: Text) -> Iterator[Found]:
        """Each person and office once a document, the one that says most about it first."""
        best: dict[tuple[str, str], Found] = {}
        for sentence in text.sentences:
            for mention in sentence.mentions:
                for found in _found(sentence, mention):
                    key = (str(found.fields["person"]), str(found.fields["office"]))
                    if key not in best or _says_more(found, best[key]):
                        best[key] = found
        yield from sorted(best.values(), key=lambda f: (f.sentence.order, f.start))


def _says_more(new: Found, old: Found) -> bool:
    def weight(found: Found) -> tuple[bool, bool, bool]:
        return (found.fields["action"] != "holds", found.date is not None, found.fields["of"] is not None)

    return weight(new) > weight(old)


def _found(sentence: Sentence, mention: Mention) -> Iterator[Found]:
    if mention.form != "person" or not mention.office or not mention.person:
        return
    action, date = _action(sentence, mention)
    start = _quote_start(sentence, mention)
    for office, body in ((mention.office, mention.body), *mention.also):
        of = body or (mention.actors[0] if mention.actors else None)
        fields = {"person": mention.person, "office": office, "of": of, "action": action}
        yield Found(
            "appointment",
            sentence,
            start,
            mention.end,
            fields,
            date=date,
            evidence=(f"action:{action}",),
            weight=0.85,
        )


def _quote_start(sentence: Sentence, mention: Mention) -> int:
    """The title's own state belongs to the quote: "US President Donald Trump"."""
    before = sentence.doc[mention.start - 1] if mention.start > sentence.start else None
    other = sentence.mention_at(before) if before is not None else None
    return (
        other.start
        if other and other.form in ("adjective", "name") and other.end == mention.start
        else mention.start
    )


def _action(sentence: Sentence, mention: Mention) -> tuple[str, When | None]:
    before = [t.lower_ for t in sentence.doc[max(sentence.start, mention.start - 3) : mention.start]]
    inside = [t.lower_ for t in sentence.doc[mention.start : mention.end]]
    if _FORMER & set(before[-2:]) or _FORMER & set(inside):
        return "left", None
    for word in (*before[-2:], *inside):
        if word in _NEW:
            return _NEW[word], None
    verb = _verb(sentence, mention)
    if verb is not None and modality_of(verb) == "actual":
        at = date_for(sentence, verb, whole=False)
        return _ACTIONS[verb.lemma_.lower()], at.when if at else None
    return "holds", None


def _verb(sentence: Sentence, mention: Mention) -> Token | None:
    """A verb of taking or leaving office whose subject or object the person is."""
    root = sentence.doc[mention.start : mention.end].root
    head = root.head
    if root.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "oprd") and head.lemma_.lower() in _ACTIONS:
        if head.lemma_.lower() in ("become", "step", "name", "assume") and not _about_office(head):
            return None
        return head
    return None


def _about_office(verb: Token) -> bool:
    words = {t.lower_ for t in verb.subtree}
    return bool(
        words
        & {
            "office",
            "power",
            "down",
            "presidency",
            "premiership",
            "president",
            "minister",
            "secretary",
            "post",
            "leader",
            "position",
        }
    )
