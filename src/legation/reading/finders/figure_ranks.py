"""Ranks: "Korea is Vietnam's largest investor", who ranks, among whose."""

from __future__ import annotations

from legation.reading.clauses import actors_in, listed, subjects_of, who
from legation.reading.finders.encounter_sides import is_region
from legation.reading.finders.figure_phrases import verb_over
from legation.reading.finders.figure_words import OWN_INDICATORS
from legation.reading.found import Found
from legation.reading.mention import Mention, QuantityAt
from legation.reading.parse import Token
from legation.reading.text import Sentence
from legation.records import FieldValue

_OWNING = frozenset({"its", "their", "'s", "’s", "’"})
_NEAR = 15
_OF_NOUN = frozenset({"det", "poss", "case", "amod", "advmod", "compound", "punct"})


def rank_of(sentence: Sentence, at: QuantityAt) -> Found | None:
    """The rank that a quantity of a sentence gives somebody."""
    quantity = at.quantity
    if not quantity.noun:
        return _by_verb(sentence, at)
    noun = sentence.doc[at.end - 1]
    ranked, of = _ranked(sentence, noun, at), actors_in(_owning(sentence, noun, at))
    of = tuple(a for a in of if a not in ranked and not is_region(a))
    if len(ranked) == 1 and not of and _owned(sentence, noun, at):
        of = tuple(a for a in sentence.text.context.pair if a != ranked[0])[:1]
    subject = tuple(dict.fromkeys((*ranked, *of)))
    alone = len(subject) == 1 and quantity.noun.split()[-1] not in OWN_INDICATORS and not of
    if not ranked or alone:
        return None
    if "each" in {t.lower_ for t in noun.subtree}:
        subject = tuple(dict.fromkeys(ranked))[:2]
    words = f"rank as {singular(quantity.noun)}{_scope(sentence, noun)}"
    return _found(sentence, at, subject=subject[:2], words=words, end=max(at.end, noun.i + 1))


def _owned(sentence: Sentence, noun: Token, at: QuantityAt) -> bool:
    """Whether somebody not named has the partner: "the Confederation's second biggest partner", "its largest donor"."""
    before = sentence.doc[at.start - 1] if at.start > sentence.start else noun
    return before.lower_ in _OWNING or any(c.dep_ == "poss" for c in noun.children)


def _found(sentence: Sentence, at: QuantityAt, *, subject: tuple[str, ...], words: str, end: int) -> Found:
    near = (
        m.start for m in sentence.mentions if set(m.actors) & set(subject) and abs(m.start - at.start) < _NEAR
    )
    fields: dict[str, FieldValue] = {
        "subject": subject,
        "indicator": words,
        "value": at.quantity.value,
        "unit": "rank",
    }
    return Found(
        "figure",
        sentence,
        min([at.start, *near]),
        end,
        fields,
        spots={"value": (at.start, at.end)},
        evidence=("unit:rank", f"subject:{len(subject)}"),
        weight=0.7,
    )


def _by_verb(sentence: Sentence, at: QuantityAt) -> Found | None:
    """ "Australia ranks third among foreign investors in Laos"."""
    inside = sentence.doc[at.start : at.end]
    verb = next((t for t in inside if _ranks(t)), None) or verb_over(sentence.doc[at.start])
    if verb is None or not _ranks(verb):
        return None
    above = next((a for a in verb.ancestors if a.pos_ == "VERB"), verb)
    tokens = subjects_of(verb) or subjects_of(above)
    ranked = actors_in(m for t in tokens for m in who(sentence, t))
    links = (
        c
        for c in sentence.doc[at.end : min(at.end + 4, sentence.end)]
        if c.dep_ == "prep" and c.lower_ in ("among", "in", "for")
    )
    among = next((c for c in links if c.i >= at.end - 1), None)
    if len(ranked) != 1 or among is None:
        return None
    end = min(among.right_edge.i + 1, among.i + 6, sentence.end)
    others = actors_in(m for m in sentence.mentions if among.i < m.start < end + 3 and m.form != "capital")
    subject = (*ranked, *(a for a in others if a not in ranked))[:2]
    return _found(sentence, at, subject=subject, words=f"rank {sentence.words(among.i, end)}", end=end)


def _ranks(token: Token) -> bool:
    return token.lower_.startswith("rank")


def _ranked(sentence: Sentence, noun: Token, at: QuantityAt) -> tuple[str, ...]:
    if beside := _beside(sentence, at):
        return beside
    if noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN"):
        return _ranked(sentence, noun.head, at)
    if noun.dep_ == "appos":
        return actors_in(who(sentence, noun.head))
    made = next(
        (s for s in noun.children if s.dep_ in ("nsubj", "poss") and noun.head.lemma_ == "make"), None
    )
    if made is not None:
        return actors_in(who(sentence, made))  # "which makes Chad its third partner"
    as_noun = noun.dep_ == "pobj" and noun.head.lower_ == "as"
    verb = verb_over(noun)
    if verb is None or not (as_noun or noun.dep_ in ("attr", "oprd")):
        return ()
    return actors_in(m for t in subjects_of(verb) for m in who(sentence, t))


def _beside(sentence: Sentence, at: QuantityAt) -> tuple[str, ...]:
    """Whom a rank is put beside by a comma: "Kazakhstan, the largest economy of the region"."""
    start = at.start
    while start > sentence.start and (t := sentence.doc[start - 1]).text != "," and t.dep_ in _OF_NOUN:
        start -= 1
    if start - 2 < sentence.start or sentence.doc[start - 1].text != ",":
        return ()
    mention = sentence.mention_at(sentence.doc[start - 2])
    return mention.actors if mention is not None and mention.form == "name" else ()


def _owning(sentence: Sentence, noun: Token, at: QuantityAt) -> list[Mention]:
    """Whose rank it is: who stands right before it ("Peru's main partner"), else by the parse."""
    last = at.start - 1
    if last > sentence.start and sentence.doc[last].text in ("'s", "’s", "’", "'"):
        last -= 1
    before = sentence.mention_at(sentence.doc[last]) if last >= sentence.start else None
    found = _owners(sentence, noun)
    return [before, *found] if before is not None and before.form in ("name", "adjective") else found


def _owners(sentence: Sentence, noun: Token) -> list[Mention]:
    if noun.dep_ == "conj" and any(c.lower_ in ("its", "their") for c in noun.children):
        return _owners(sentence, noun.head)
    found: list[Mention] = []
    for child in noun.children:
        if child.dep_ in ("poss", "amod", "compound", "nmod"):
            found += [m for part in (child, *child.conjuncts) if (m := sentence.mention_at(part))]
        elif child.dep_ == "prep" and child.lower_ in ("of", "for", "to"):
            inner = [c for c in child.children if c.dep_ == "pobj"]
            found += [
                m
                for c in inner
                for part in listed(c)
                if (m := sentence.mention_at(part)) and m.form != "capital"
            ]
    return found


def _scope(sentence: Sentence, noun: Token) -> str:
    """Among whom: "in ASEAN", "in Southeast Asia", "in the world"."""
    for child in noun.children:
        if (
            child.dep_ == "prep"
            and child.lower_ in ("in", "among")
            and child.i > noun.i
            and child.right_edge.i - child.i <= 4
            and not any(sentence.date_at(c) for c in child.children)
        ):
            return f" {sentence.words(child.i, child.right_edge.i + 1)}"
    return ""


def singular(noun: str) -> str:
    """A noun phrase with its last word in the singular."""
    words = noun.split()
    if words and words[-1].endswith("s") and not words[-1].endswith("ss"):
        words[-1] = words[-1][:-3] + "y" if words[-1].endswith("ies") else words[-1][:-1]
    return " ".join(words)
