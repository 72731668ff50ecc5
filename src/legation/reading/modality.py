"""Modality: actual, planned, called for, denied or conditional, read from a clause's verbs.

Law: planned is not held; urged is not promised. A word is `actual` only where nothing in its clause, nor in
the verb that governs it, says otherwise.
"""

from __future__ import annotations

from legation.reading.parse import Token
from legation.reading.polarity import is_inverted, polarity_of

_PLANNERS = frozenset(
    "plan schedule expect suppose intend prepare aim due set slate agree decide announce look arrange await "
    "hope hop pledge promise commit want seek strive endeavour endeavor".split()
)
"""Verbs whose infinitive is yet to come; "hop" is how the lemmatiser reads "hopes"."""
_URGERS = frozenset(
    "urge call ask request demand appeal encourage recommend suggest advise hope wish want propose invite press "
    "insist advocate need require expect".split()
)
_DENIERS = frozenset(
    "deny refuse reject cancel fail decline rule avoid refute dismiss postpone scrap block bar ban prevent forbid".split()
)
_UPWARD = frozenset({"xcomp", "ccomp", "conj", "pcomp", "advcl", "acl"})


def modality_of(verb: Token, *, promise: bool = False) -> str:
    """The modality of what a verb (or the noun of an act) says.

    Args:
        verb: The word that names the act.
        promise: Whether the statement is a commitment: then the future tense is the actor's own word and so
            ``actual``, not ``planned``.

    Returns:
        One of `legation.records.MODALITIES`.
    """
    given = polarity_of(verb)
    if given is not None:
        return given
    own = _own(verb, promise=promise)
    if own != "actual":
        return own
    return _governed(verb, promise=promise)


def _own(verb: Token, *, promise: bool) -> str:
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass", "neg")]
    words = {c.lower_ for c in helpers} | {c.lemma_.lower() for c in helpers}
    future = "actual" if promise else "planned"
    if any(c.dep_ == "neg" for c in helpers) and not words & {"only"} and not _is_as_never_before(verb):
        return "denied"
    if words & {"should", "must", "ought"}:
        return "called_for"
    if any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "provided") for c in verb.children):
        return "conditional"
    if words & {"would", "could", "might"}:
        return "conditional" if _hangs_on_if(verb) else future
    if words & {"will", "shall", "'ll", "’ll"} or ("may" in words and not promise):
        return future
    if "to" in words and verb.dep_ == "ROOT":
        return future
    return "actual"


def _is_as_never_before(verb: Token) -> bool:
    """Whether "never" praises: "ties have never been stronger", "have never been closer partners"."""
    if not any(c.lower_ == "never" for c in verb.children):
        return False
    said = [c for c in verb.children if c.dep_ in ("acomp", "attr", "advmod", "oprd")]
    return any(t.tag_ in ("JJR", "RBR") for c in said for t in (c, *c.children))


def _hangs_on_if(verb: Token) -> bool:
    if any(child.dep_ in ("advcl", "ccomp") and is_inverted(child) for child in verb.children):
        return True
    return any(
        child.dep_ == "advcl" and any(mark.lower_ in ("if", "unless", "provided") for mark in child.children)
        for child in verb.children
    )


def _governed(verb: Token, *, promise: bool) -> str:
    """What the verbs above say of an act: "is scheduled to visit", "urged Seoul to raise", "denied having met"."""
    token = verb
    while token.dep_ in _UPWARD or (
        token.dep_ in ("dobj", "pobj", "prep", "nsubjpass") and token.head != token
    ):
        above = token.head
        lemma = above.lemma_.lower()
        infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in token.children)
        if above.pos_ in ("VERB", "ADJ", "AUX", "NOUN"):
            if lemma in _DENIERS and token.dep_ != "conj":
                return "denied"
            if not promise and _is_ahead(token, above, infinitive=infinitive):
                return "planned"
            if infinitive and lemma in _URGERS and (_urges(above) or _has_subject(token)):
                return "called_for"
            if lemma == "be" and infinitive and not any(c.dep_ == "attr" for c in above.children):
                return "actual" if promise else "planned"
            if token.dep_ in ("conj", "xcomp"):
                own = _own(above, promise=promise)
                if own != "actual":
                    return own
        if token.dep_ == "ccomp" or above == token:
            break
        token = above
    return "actual"


def _is_ahead(token: Token, above: Token, *, infinitive: bool) -> bool:
    """Whether the verb above plans or awaits an act."""
    planned = infinitive and above.lemma_.lower() in _PLANNERS and not _urges(above)
    return planned or (token.lower_ == "to" and looks_forward(above))


def looks_forward(verb: Token) -> bool:
    """Whether a verb awaits what its "to" tells: "looked forward to meeting in Oslo"."""
    return verb.lemma_.lower() == "look" and any(c.lower_ == "forward" for c in verb.children)


def _has_subject(verb: Token) -> bool:
    """Whether an infinitive has a subject of its own: "invited Lee to visit", as the parser may take it."""
    return any(c.dep_ == "nsubj" for c in verb.children)


def _urges(verb: Token) -> bool:
    """Whether a verb calls on somebody: it has an object or "on" beside the infinitive."""
    return any(
        c.dep_ in ("dobj", "dative") or (c.dep_ == "prep" and c.lower_ in ("on", "upon", "for"))
        for c in verb.children
    )
