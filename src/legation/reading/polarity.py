"""Polarity: whether a clause says that something was, that it was not, or nothing of it at all.

Laws: a denied thing is not told as done, whether the verb, its subject, its object or what is said of the report
denies it. A question states nothing, and what almost happened did not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Final

from legation.reading.clauses import agents_of
from legation.reading.found import Found
from legation.reading.parse import Token
from legation.reading.text import Sentence

_NONE: Final = frozenset("no none nobody neither nor nothing few hardly".split())
_EXCEPT: Final = frozenset(
    "but except save besides fewer less more later sooner doubt other short matter".split()
)
"""Words behind a "no" that turn it: "nobody but the envoy", "no fewer than three", "no doubt"."""
_ALMOST: Final = frozenset("hardly scarcely barely almost nearly".split())
_FALSELY: Final = frozenset("falsely wrongly erroneously mistakenly incorrectly".split())
_FALSE: Final = frozenset(
    "false unfounded untrue wrong baseless groundless incorrect inaccurate fabricated fake denied refuted mistaken "
    "erroneous untruthful fiction fabrication lie".split()
)
_TRUE: Final = frozenset("true correct accurate right case".split())
_REPORTS: Final = frozenset(
    "report reports rumour rumours rumor rumors claim claims allegation allegations assertion assertions suggestion "
    "suggestions speculation story stories notion accusation accusations statement news idea".split()
)
_DENY: Final = frozenset("deny dismiss reject refute rebut rubbish disprove debunk contradict".split())
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "csubj"})
_INVERTED: Final = frozenset({"had", "should", "were"})
_CLOSING: Final = frozenset({'"', "'", "”", "’", ")", "]", "''"})
_HIGHEST: Final = 12
"""Steps up from a word in which the report that tells it is looked for."""
_PLAIN: Final = frozenset({"actual", "planned"})
_DONE: Final = frozenset({"visit", "contact", "agreement", "relation", "membership", "event", "policy"})
"""Kinds whose thing is not done where the object of the verb is none: a promise to leave nobody behind is one."""


def polar(found: Found) -> Found | None:
    """A finding as the polarity of its clause leaves it; None where the clause states nothing.

    Args:
        found: What a finder found. That somebody holds an office is told by naming it, in whatever clause.
    """
    if found.kind == "appointment" and found.fields.get("action") == "holds":
        return found
    if is_question(found.sentence):
        return None
    if found.modality not in _PLAIN:
        return found
    act = found.sentence.doc[found.start : found.end].root
    if found.kind in _DONE and is_almost(act):
        return None
    given = polarity_of(act, objects=found.kind in _DONE) if found.kind != "figure" else _told_of(act)
    return replace(found, modality=given) if given else found


def polarity_of(act: Token, *, objects: bool = False) -> str | None:
    """The modality that the polarity of a clause gives an act.

    Args:
        act: The verb, or the noun, that names it.
        objects: Whether an object that is none denies it too.

    Returns:
        ``denied``, ``conditional``, or None where nothing is amiss.
    """
    if is_inverted(act):
        return "conditional"
    if any(_is_none(noun) for noun in _doers(act)) or _is_joined_by_nor(act):
        return "denied"
    if objects and any(_is_none(c) for c in act.children if c.dep_ == "dobj"):
        return "denied"
    return _told_of(act)


def is_question(sentence: Sentence) -> bool:
    """Whether a sentence ends in a question mark."""
    last = next((t for t in reversed(sentence.tokens) if t.text not in _CLOSING), None)
    return last is not None and last.text.endswith("?")


def is_almost(act: Token) -> bool:
    """Whether a verb is told with hardly or almost: then it is no telling whether it was done."""
    verbs = [act, act.head] if act.dep_ in ("conj", "ccomp") and act.head.lemma_ == "have" else [act]
    return any(c.dep_ in ("advmod", "neg") and c.lower_ in _ALMOST for verb in verbs for c in verb.children)


def is_inverted(act: Token) -> bool:
    """Whether a verb's clause opens as a condition does: "Had Chile signed …", "should Chile sign …"."""
    tokens = act.doc.tokens
    first = act.i
    while (
        first > 0
        and tokens[first - 1].text not in (",", ";", ":", "—", "–", ".")
        and act.i - first < _HIGHEST
    ):
        first -= 1
        if tokens[first].lower_ in _INVERTED and _opens(tokens[first]):
            return any(c.dep_ in _SUBJECTS and c.i > first for c in act.children)
    return False


def _opens(helper: Token) -> bool:
    """Whether a helper stands first in its sentence or right behind a comma."""
    before = helper.doc.tokens[helper.i - 1] if helper.i else None
    return before is None or helper.text[0].isupper() or before.text == ","


def _doers(act: Token) -> Iterator[Token]:
    """The subjects of a verb, those of the verbs that it is joined to or hangs on as an infinitive, and its agents."""
    yield from agents_of(act)
    verb = act
    for _ in range(_HIGHEST):
        own = [c for c in verb.children if c.dep_ in _SUBJECTS]
        yield from own
        if own or verb.dep_ not in ("conj", "xcomp"):
            break
        verb = verb.head
    if verb.dep_ == "relcl" and verb.head.pos_ in ("NOUN", "PRON"):
        yield verb.head


def _is_none(noun: Token) -> bool:
    """Whether a noun phrase means nobody: its head or what stands before it says so."""
    before = [c for c in noun.children if c.i < noun.i and c.dep_ not in ("acl", "relcl", "prep", "punct")]
    return any(_says_none(token) for token in (noun, *before))


def _says_none(token: Token) -> bool:
    if token.lower_ not in _NONE:
        return False
    tokens = token.doc.tokens
    behind = {t.lower_ for t in tokens[token.i + 1 : token.i + 3]}
    if token.lower_ == "few":
        return tokens[token.i - 1].lower_ not in ("a", "the", "last", "past", "next") if token.i else True
    return not behind & _EXCEPT


def _is_joined_by_nor(act: Token) -> bool:
    if any(c.lower_ in ("nor", "neither") and c.i < act.i and c.dep_ != "det" for c in act.children):
        return True
    return act.dep_ == "conj" and any(
        c.lower_ == "neither" or (c.lower_ == "nor" and c.i < act.i) for c in act.head.children
    )


def _told_of(act: Token) -> str | None:
    """Denied, where what is said of the report that tells an act denies it."""
    if _is_told_falsely(act):
        return "denied"
    below = act
    for above in islice(act.ancestors, _HIGHEST):
        told = (
            below.dep_ in ("ccomp", "acl", "relcl", "csubj", "prep", "dobj", "advcl") and above.i != below.i
        )
        if told and above.lower_ in _REPORTS and _is_false_report(above):
            return "denied"
        if below.dep_ in ("ccomp", "csubj", "advcl") and _is_false(above):
            return "denied"
        below = above
    return None


def _is_told_falsely(act: Token) -> bool:
    """Whether a verb before an act tells it falsely, however they hang together: "falsely claimed that …"."""
    for token in reversed(act.doc.tokens[max(0, act.i - _HIGHEST) : act.i]):
        if token.text in (";", ".", ",") or token.lower_ in ("and", "but"):
            return False
        if token.lower_ in _FALSELY:
            return any(t.lower_ == "that" for t in act.doc.tokens[token.i + 1 : token.i + 4])
    return False


def _is_false_report(noun: Token) -> bool:
    if any(c.lower_ in _FALSE for c in noun.children if c.dep_ in ("amod", "acl")):
        return True
    above = noun.head
    if noun.dep_ in _SUBJECTS:
        return _is_false(above) or above.lower_ in _FALSE or above.lemma_.lower() in _DENY
    return noun.dep_ in ("dobj", "pobj") and (above.lemma_.lower() in _DENY or _calls_false(above))


def _calls_false(verb: Token) -> bool:
    """Whether a verb or its complement calls a thing false: "called the reports baseless", "dismissed as untrue"."""
    return any(
        c.lower_ in _FALSE
        for c in verb.subtree
        if c.dep_ in ("oprd", "acomp", "dobj", "amod", "pobj", "attr")
    )


def _is_false(verb: Token) -> bool:
    """Whether a verb says of its clause that it is false: "is untrue", "is not the case", "wrongly reported"."""
    said = {c.lower_ for c in verb.children if c.dep_ in ("acomp", "attr", "oprd", "advmod", "dobj")}
    denied = any(c.dep_ == "neg" for c in verb.children)
    if verb.lemma_.lower() == "be" and (said & _FALSE) and not denied:
        return True
    falsely = any(c.lower_ in _FALSELY for c in verb.children if c.dep_ == "advmod")
    return falsely or (denied and bool(said & _TRUE)) or (verb.lower_ in _FALSE and verb.pos_ == "ADJ")
