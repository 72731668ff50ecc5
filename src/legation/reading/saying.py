"""Who says it: the subject of a verb of saying over a clause or beside a quotation, or whom it is "according to"."""

from __future__ import annotations

from legation.reading.clauses import subjects_of
from legation.reading.mention import Mention
from legation.reading.parse import Token
from legation.reading.text import Sentence

SAYING = frozenset(
    "say state announce declare tell add note affirm confirm stress emphasise emphasize underline reaffirm reiterate claim "
    "report write argue explain warn deny acknowledge describe assert highlight remark insist".split()
)


def says_of(sentence: Sentence, start: int) -> str | None:
    """Who is quoted or speaking at a token of a sentence, or None where it is the document's own voice."""
    token = sentence.doc[start]
    for above in (token, *token.ancestors):
        verb = _saying_over(above)
        if verb is not None and (speaker := _speaker(sentence, verb)):
            return speaker
    return _according_to(sentence)


def _saying_over(token: Token) -> Token | None:
    if token.dep_ in ("ccomp", "xcomp") and token.head.lemma_.lower() in SAYING:
        return token.head
    for child in token.children:
        if child.dep_ in ("parataxis", "ccomp") and child.lemma_.lower() in SAYING and token.dep_ != "xcomp":
            return child
    return None


def _speaker(sentence: Sentence, verb: Token) -> str | None:
    for subject in subjects_of(verb):
        mention = sentence.mention_at(subject)
        if mention:
            return _name(mention)
        words = " ".join(t.text for t in subject.subtree if t.dep_ not in ("relcl", "appos", "punct"))
        if subject.pos_ in ("NOUN", "PROPN") and len(words) <= 80:
            return words
    return None


def _according_to(sentence: Sentence) -> str | None:
    for token in sentence.with_word({"according"}):
        if token.i + 2 < sentence.end and token.nbor().lower_ == "to":
            for inner in token.nbor().subtree:
                mention = sentence.mention_at(inner)
                if mention:
                    return _name(mention)
    return None


def _name(mention: Mention) -> str | None:
    return mention.person or next(iter(mention.actors), None)
