"""Who is bound: the actors that a promise's subject means.

An actor's name binds where it is the subject itself or where the subject acts for it ("the Korean government",
"leaders of France"); goods, firms' workers and policies bind nobody ("Korean exports will …").
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from legation.reading.clauses import listed, subjects_of, who
from legation.reading.finders.commitment_words import ACTING, GROUPS, PAPERS
from legation.reading.mention import Mention
from legation.reading.text import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_THEY = frozenset({"they", "both", "each", "all"})
_PLURAL = frozenset({"NNS", "NNPS"})
_PLAIN = frozenset({"two", "both", "all", "foreign", "prime", "defense", "defence", "security", "national", "three", "vice"})
_INSIDE = frozenset({"amod", "compound", "poss", "nmod", "nummod"})


def promisors(sentence: Sentence, tokens: Iterable[Token]) -> tuple[Mention, ...]:
    """The actors that some tokens, the subjects of a promise, mean."""
    found: list[Mention] = []
    for token in tokens:
        for head in listed(token):
            found.extend(m for m in _bound(sentence, head) if m not in found)
    return tuple(found)


def owners(sentence: Sentence, tokens: Iterable[Token]) -> tuple[Mention, ...]:
    """The actors that own a noun of promising: "Seoul's", "their", "the Korean"."""
    return tuple(m for token in tokens for part in listed(token) if (m := sentence.mention_at(part)) and m.actors)


def _bound(sentence: Sentence, head: Token) -> list[Mention]:
    mention = sentence.mention_at(head)
    if mention:
        return [mention] if mention.actors and not _is_owner(head) else []
    if head.lemma_.lower() in ACTING:
        found = [m for m in who(sentence, head) if m.actors]
        if found:
            return found
    if head.lower_ == "it":
        return _it(sentence, head)
    return _sides(sentence, head)


def _is_owner(head: Token) -> bool:
    return head.dep_ == "poss"


def _sides(sentence: Sentence, head: Token) -> list[Mention]:
    """Those whom the document is between, for "they", "the leaders", "each Party", "the joint statement"."""
    context = sentence.text.context
    sides = context.between or context.pair
    if not sides:
        return []
    word, lemma = head.lower_, head.lemma_.lower()
    group = lemma in GROUPS and (head.tag_ in _PLURAL or _has(head, "each")) and _is_plain(head)
    paper = lemma in PAPERS and context.between
    if word in _THEY or group or paper:
        return [Mention(head.i, head.i + 1, sides, "pair")]
    return []


def _has(head: Token, word: str) -> bool:
    return any(c.lower_ == word for c in head.children)


def _is_plain(head: Token) -> bool:
    """Whether nothing says that other leaders or sides are meant than the document's own."""
    return all(
        c.lower_ in _PLAIN or c.dep_ not in (*_INSIDE, "prep", "relcl") for c in head.children if c.dep_ != "det"
    )


def _it(sentence: Sentence, head: Token) -> list[Mention]:
    """What "it" means: the speaker above its clause, else the subject before it."""
    verb = head.head
    if verb.dep_ in ("ccomp", "advcl", "conj") and verb.head is not verb:
        return [m for s in subjects_of(verb.head) if s is not head for m in _named(sentence, s)]
    before = [t for t in sentence.tokens if t.i < head.i and t.dep_ in ("nsubj", "nsubjpass")]
    previous = sentence.before()
    if not before and previous is not None and previous.number == sentence.number:
        sentence, before = previous, [t for t in previous.tokens if t.dep_ in ("nsubj", "nsubjpass")][:1]
    return [m for s in before[-1:] for m in _named(sentence, s)]


def _named(sentence: Sentence, subject: Token) -> list[Mention]:
    mention = sentence.mention_at(subject)
    if mention:
        return [mention] if mention.actors and len(mention.actors) == 1 else []
    return [m for m in who(sentence, subject) if m.actors][:1] if subject.lemma_.lower() in ACTING else []
