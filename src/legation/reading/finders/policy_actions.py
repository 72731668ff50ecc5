"""What is done with a policy, read from the verb or noun that governs its title."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legation.reading.parse import Token
from legation.reading.text import Sentence

if TYPE_CHECKING:
    from legation.reading.finders.policy_titles import Title

_ACTIONS: Final[dict[str, str]] = {
    **dict.fromkeys(
        "sign issue adopt pass approve enact promulgate declare endorse ratify codify establish amend expand strengthen "
        "continue "
        "modify pen introduce impose vote order update revise extend take".split(),
        "adopted",
    ),
    **dict.fromkeys(
        "announce unveil propose present publish release outline launch table draft submit plan".split(),
        "announced",
    ),
    **dict.fromkeys(
        "implement execute pursue follow enforce carry operationalize operationalise apply advance translate deploy leadership "
        "implementation enforcement execution".split(),
        "implemented",
    ),
    **dict.fromkeys(
        "repeal revoke rescind terminate lift withdraw abolish scrap annul overturn revocation repeal end".split(),
        "repealed",
    ),
    **dict.fromkeys("complete finish conclude finalize finalise completion".split(), "completed"),
}
_DONE: Final = frozenset({"adopted", "repealed", "completed"})
_LEANING: Final = frozenset(
    "under pursuant accordance per section article annex by compliance consistent authority provide vest require reaffirm "
    "restate affirm adhere uphold respect support commitment".split()
)
_DEFAULTS: Final = {
    "order": "in_force",
    "law": "in_force",
    "resolution": "in_force",
    "strategy": "implemented",
    "signed": "adopted",
    "emergency": "adopted",
}
_STEPS = 7


def action_on(sentence: Sentence, title: Title, *, dated: bool) -> tuple[str, Token | None]:
    """What is done with a titled policy.

    Args:
        sentence: Its sentence.
        title: Where its title stands.
        dated: Whether its own date stands with the title: "Executive Order 14257 of April 2, 2025" was adopted then.

    Returns:
        One of the policy actions, and the word that says it, if one does.
    """
    if (told := _told_behind(sentence, title)) is not None:
        return _ACTIONS[told.lemma_.lower()], told
    word = _acting_word(sentence, title)
    if word is not None and word.lemma_.lower() in _ACTIONS:
        action = _ACTIONS[word.lemma_.lower()]
        return ("adopted" if dated and action == "implemented" else action), word
    if word is None and _is_means(sentence, title):
        return "implemented", None
    if title.sort == "signed" or dated:
        return "adopted", None
    return ("in_force" if word is not None else _DEFAULTS[title.sort]), None


def _told_behind(sentence: Sentence, title: Title) -> Token | None:
    """The verb of a clause on the title that says what was done with it: "…, which he signed in 2021", "passed in 1994"."""
    head = sentence.doc[title.start : title.end].root
    for clause in head.children:
        if (
            clause.dep_ in ("relcl", "acl")
            and clause.i >= title.end
            and _ACTIONS.get(clause.lemma_.lower()) in _DONE
        ):
            return clause if clause.tag_ in ("VBD", "VBN") else None
    return None


def _is_means(sentence: Sentence, title: Title) -> bool:
    """Whether something is done by means of it: "investments through the recovery plan"."""
    before = [t.lower_ for t in sentence.doc[max(sentence.start, title.start - 3) : title.start]]
    return "through" in before


def _acting_word(sentence: Sentence, title: Title) -> Token | None:
    """The nearest word above a title, or before it as its object, that says what is done with it."""
    here = sentence.doc[title.start : title.end].root
    for _ in range(_STEPS):
        above = here.head
        if above == here or above.i < sentence.start:
            return None
        lemma = above.lemma_.lower()
        if lemma in _LEANING:
            return above
        if lemma in _ACTIONS:
            return above if _bears_on(here) else None
        if here.dep_ in ("relcl", "advcl", "ccomp", "acl"):
            return None
        here = above
    return None


def _bears_on(below: Token) -> bool:
    """Whether a word is what a verb acts on: its object, its passive subject, or the paper in which it acts."""
    if below.dep_ == "nsubj":
        return False
    return below.dep_ != "prep" or below.lower_ in ("of", "in", "through", "by", "on", "with", "out", "to")
