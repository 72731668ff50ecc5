"""The words of an act: "streamline requirements for medical devices", cut before it trails off."""

from __future__ import annotations

from legation.reading.finders.commitment_words import CUTTING, VERBS_TOO
from legation.reading.parse import Token
from legation.reading.text import Sentence

_LONGEST = 34
_WORDS = 24
_ENOUGH = 5
"""Words after which a looser addition ("in accordance with …") is left out."""
_LOOSE = frozenset({"pursuant", "consistent", "accordance", "thereby"})
_SEAMS = frozenset({"prep", "cc", "mark", "relcl", "aux", "advcl"})


def act_span(sentence: Sentence, act: Token, *, stop: int | None = None) -> tuple[int, int]:
    """Tokens of an act, from its word to the end of what hangs on it.

    Args:
        sentence: Its sentence.
        act: Its verb or noun.
        stop: First token of the next act of a list, if there is one.
    """
    start = act.i if is_verb(act) else act.left_edge.i
    reach = _reach(act) if not is_verb(act) or _is_parsed(act) else sentence.end
    end = min(reach, act.i + _LONGEST, sentence.end, sentence.end if stop is None else stop)
    for token in sentence.doc[act.i + 1 : end]:
        if _cuts(token, act):
            end = token.i
            break
    while end > act.i + 1 and _hangs_over(sentence.doc[end - 1]):
        end -= 1
    return start, end


def is_verb(act: Token) -> bool:
    """Whether an act is a verb, also where the tagger took it for a noun at the head of its part ("Support victims")."""
    return _is_parsed(act) or (
        act.lower_ in VERBS_TOO and (act.dep_ in ("compound", "ROOT", "nmod") or act.i == act.sent.start)
    )


def _is_parsed(act: Token) -> bool:
    """Whether the parse takes an act for a verb, so that what belongs to it hangs on it."""
    return act.pos_ in ("VERB", "AUX") or any(c.dep_ == "aux" for c in act.children)


def _reach(act: Token) -> int:
    """The token after the last that hangs on an act, clauses that only accompany it left out."""
    end = act.i + 1
    stack = [c for c in act.children if c.i > act.i]
    while stack:
        child = stack.pop()
        if child.head == act and (child.dep_ in ("punct", "parataxis", "agent") or _accompanies(child)):
            continue
        if (
            child.dep_ == "relcl"
            and child.i > act.i + _ENOUGH
            and child.left_edge.tag_ in ("WDT", "WP", "WRB")
        ):
            continue  # what only describes a thing further is no part of the act's short name
        end = max(end, child.i + 1)
        stack.extend(child.children)
    return end


def _accompanies(child: Token) -> bool:
    """Whether a clause stands behind its act for reason or condition: "as …", "if …", ", thereby …"."""
    return child.dep_ == "advcl" and not any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children)


def _cuts(token: Token, act: Token) -> bool:
    if token.text in (";", ":"):
        return True
    if token.text in ("–", "—", "--"):
        return token.i > act.i + 2 and bool(token.nbor(-1).whitespace_)
    if token.lower_ in _LOOSE:
        return token.i > act.i + _ENOUGH
    if token.text in (",", "and") and _begins_anew(token):
        return True
    if token.text == "," and token.i + 1 < len(token.doc):
        return token.nbor().lower_ in CUTTING
    return False


def _begins_anew(token: Token) -> bool:
    """Whether behind a comma or "and" something else is told: "ensure supplies and briefed the King", "… and will …"."""
    ahead = next((t for t in token.doc[token.i + 1 : token.i + 3] if t.pos_ != "ADV"), None)
    return ahead is not None and ahead.tag_ in ("VBD", "MD") and ahead.dep_ in ("conj", "aux")


def _hangs_over(token: Token) -> bool:
    if token.is_punct:
        return token.text not in (")", "”", '"', "’")
    return token.lower_ in (
        "and",
        "or",
        "to",
        "in",
        "of",
        "also",
        "by",
        "the",
        "as",
        "will",
        "shall",
        "while",
        "including",
        "for",
        "example",
        "from",
        "with",
        "than",
        "that",
    )


def act_words(sentence: Sentence, act: Token, start: int, end: int) -> str:
    """The act as a short phrase that begins with the plain form of its verb, without remarks in brackets."""
    tokens = [t for t in _outside_brackets(sentence, start, end) if t.i != act.i]
    kept = _shortened(tokens)
    words = "".join(_plain(t, act) for t in kept)
    if not is_verb(act):
        return "".join(t.text_with_ws for t in _shortened([*_outside_brackets(sentence, start, end)])).strip()
    denied = "not " if _is_denied(sentence, act) else ""
    done_to = _patient(sentence, act)
    return f"{denied}{act.lemma_.lower()} {done_to}{words}{_object_before(sentence, act)}".strip()


def _is_denied(sentence: Sentence, act: Token) -> bool:
    """Whether an act is not to be done: "not to sell", "vowed never to recognise"."""
    if any(c.dep_ == "neg" for c in act.children):
        return True
    to = act.i - 1 if sentence.doc[act.i - 1].lower_ == "to" else act.i
    return to > sentence.start and sentence.doc[to - 1].lower_ in ("not", "never")


def _patient(sentence: Sentence, act: Token) -> str:
    """What a passive act is done to: "two ships will be handed over" is to hand over two ships."""
    passive = any(c.dep_ == "auxpass" for c in act.children)
    due = act.head.children if passive and act.dep_ == "xcomp" and act.head.lemma_ == "be" else ()
    subject = (
        next((c for c in (*act.children, *due) if c.dep_ in ("nsubjpass", "nsubj")), None)
        if passive
        else None
    )
    if subject is None:
        return ""
    end = min(subject.right_edge.i + 1, act.i)
    words = "".join(t.text_with_ws for t in sentence.doc[subject.left_edge.i : end]).strip() + " "
    return words if subject.left_edge.pos_ == "PROPN" else words[0].lower() + words[1:]


def _plain(token: Token, act: Token) -> str:
    """A word as it stands, but a gerund coordinated with the act in the plain form: "broaden and deepen"."""
    if token.tag_ == "VBG" == act.tag_ and token in act.conjuncts:
        return token.lemma_.lower() + token.whitespace_
    return token.text_with_ws


def _outside_brackets(sentence: Sentence, start: int, end: int) -> list[Token]:
    kept = []
    depth = 0
    for token in sentence.doc[start:end]:
        depth += token.text == "("
        if depth <= 0:
            kept.append(token)
        depth -= token.text == ")" and depth > 0
    return kept


def _shortened(tokens: list[Token]) -> list[Token]:
    """At most `_WORDS` words, cut at a seam between phrases where one is near."""
    if len(tokens) <= _WORDS:
        return tokens
    for at in range(_WORDS, _WORDS - 6, -1):
        if tokens[at].dep_ in _SEAMS or tokens[at].text == ",":
            return tokens[:at]
    return tokens[:_WORDS]


def _object_before(sentence: Sentence, act: Token) -> str:
    """The noun that a relative clause's act is done to: "the talks, which Egypt stands ready to host"."""
    clause = act
    while clause.dep_ in ("xcomp", "acomp", "ccomp") and clause.head != clause:
        clause = clause.head
    if clause.dep_ != "relcl" or any(c.dep_ in ("dobj", "obj", "ccomp", "xcomp") for c in act.children):
        return ""
    noun = clause.head
    if noun.i >= act.i:
        return ""
    end = min(clause.left_edge.i, noun.i + 8)
    return " " + "".join(t.text_with_ws for t in sentence.doc[noun.left_edge.i : end]).strip(" ,")
