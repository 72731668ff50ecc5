"""Commitments both ways, overdue first; and, apart from them, what each side was asked to do.

Law: a deadline that has passed without a trace says "no evidence found", never "broken". What others urge is
no promise and stands in a section of its own.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from legation.actors import register
from legation.briefs.dossier import Dossier, Fact, actors_field, text_field, when_field
from legation.briefs.quote import quoted
from legation.briefs.sections.last_contact import between
from legation.briefs.sections.plan import Plan, day_of
from legation.briefs.support import sentence
from legation.briefs.word import Clause, Draft, Told, actors, on_day, plain, quantity
from legation.ledger.record import StoredStatement
from legation.values.when import When

_ADVERB: Final = r"(?:\w+ly\s+|also\s+|jointly\s+)?"
_MODAL: Final = rf"(?:will|shall|would|must|should|can|may)\s+{_ADVERB}"
_NOUN: Final = re.compile(
    r"(?:ed|ion|ment|ity|ism|ship|ness|ance|ence)$|^(?:the|a|an|its|their|our|this|that|all|any|more|peace|trade)$"
)
"""Words that follow "to" without being verbs: "committed to peace"."""

_AIM: Final = re.compile(r"\b(?:aim|goal|target|seek|intend|strive|aspir|hope|ambition|plan)", re.IGNORECASE)
_WORD: Final = re.compile(
    r"\b(?:pledg|commit|promis|agree|undert|vow|guarantee|will\b|shall\b|oblig|reaffirm)", re.IGNORECASE
)

_LEANS: Final = re.compile(
    r"\b(?:we|us|our|ours|my|me|you|your|ourselves|it|them|this|these|those|herein|thereof)\b"
    r"|\b(?:today|tomorrow|tonight|yesterday|(?:next|last|coming) (?:week|month|year|quarter|summer|round))\b"
    r"|\(?https?:|^not\b|\bthat$| -\w|[—–]",
    re.IGNORECASE,
)
"""Words that another sentence, or the source's own day, must explain; and what is promised not to be done."""

_BOTH: Final = re.compile(r"\b(?:they|both|the two) ", re.IGNORECASE)

_OWN: Final = frozenset("we us our ours ourselves".split())

_FIELDS: Final = ("by", "to", "what", "value", "bound", "deadline", "date")


def ours(dossier: Dossier) -> Plan:
    """What the side that the brief is for promised the other."""
    return _promises(dossier, "commitments_ours", dossier.of, dossier.with_)


def theirs(dossier: Dossier) -> Plan:
    """What the partner promised."""
    return _promises(dossier, "commitments_theirs", dossier.with_, dossier.of)


def asked(dossier: Dossier) -> Plan:
    """What each side was urged to do."""
    facts = [
        f
        for f in dossier.pair("commitment", "called_for")
        if dossier.side(actors_field(f.lead, "by")) and not _of_itself(dossier, f)
    ]
    facts.sort(key=lambda f: (day_of(dossier.published(f.lead)), f.lead.id), reverse=True)
    invited = [f for f in dossier.pair("visit", "called_for") if between(dossier, f.lead)]
    drafts = [Draft((Clause(f, _tell, undated=True, otherwise=_quoted),)) for f in facts]
    return Plan(
        "asked",
        "What each side was asked",
        (*drafts, *(Draft((Clause(f, quoted),)) for f in invited)),
        6,
        "No source was found that asks either side for anything towards the other.",
    )


def _promises(dossier: Dossier, key: str, by: str, to: str) -> Plan:
    facts = [
        f
        for f in dossier.pair("commitment", "actual", "conditional")
        if _gives(dossier, f, by) and not _bare(dossier, f)
    ]
    facts.sort(key=lambda f: _urgency(dossier, f))
    names = f"{actors([by])} to {actors([to])}"
    both = ", and of both" if by == dossier.of else ""
    return Plan(
        key,
        f"Commitments of {names}{both}",
        tuple(Draft((Clause(f, _tell, undated=True, otherwise=_quoted),)) for f in facts),
        7,
        f"No commitment of {names} was found.",
    )


def _gives(dossier: Dossier, fact: Fact, by: str) -> bool:
    """Whether a side gives its word; a word given together is listed once, under our side."""
    givers = dossier.side(actors_field(fact.lead, "by"))
    return by in givers and (len(givers) == 1 or by == dossier.of)


def _urgency(dossier: Dossier, fact: Fact) -> tuple[int, int, str]:
    """Overdue ones first, then by deadline, then those without one, the newest first."""
    deadline = when_field(fact.lead, "deadline")
    if deadline:
        return (0 if overdue(deadline, dossier.on) else 1), day_of(deadline).toordinal(), fact.lead.id
    given = fact.date or dossier.published(fact.lead)
    return 2, -day_of(given).toordinal(), fact.lead.id


def overdue(deadline: When | None, on: date) -> bool:
    """Whether a deadline lies wholly before the day."""
    return deadline is not None and deadline.after is not None and deadline.after <= on


def _tell(dossier: Dossier, statement: StoredStatement) -> Told | None:
    what = plain(text_field(statement, "what"))
    words = dossier.view.passage_text(statement.quote)
    if not what or _LEANS.search(what) or not _whole(dossier, statement):
        return None
    if statement.modality == "called_for":
        both = len(dossier.side(actors_field(statement, "by"))) == 2
        if both or not _is_verb(what.split(" ", 1)[0], words):
            return None  # what both stress was not asked of them
    who = actors(dossier.ordered(actors_field(statement, "by")))
    text = f"{who} {_promised(statement, what, words)}"
    amount = quantity(statement)
    if amount and not any(c.isdigit() for c in what):
        text += f" ({amount})"
    when = on_day(dossier, statement)
    whole = f"{text}{when}" if when.startswith(" (") else f"{when.strip()} {text}"
    return Told(whole + _due(dossier, statement, what), _FIELDS)


def _whole(dossier: Dossier, statement: StoredStatement) -> bool:
    """Whether what is promised is told to its end: "on goods", cut before "that are only shipped through it", is not."""
    places = statement.statement.passages.get("what", (statement.quote,))
    sentence_end = sentence(statement, dossier.view).end
    at = max(p.end for p in places)
    rest = dossier.view.text(statement.document)[at : max(at, sentence_end)]
    return bool(re.match(r"[\s”’\"')*_]*(?:[.;:!?—–]|$|\[\d)", rest))


def _bare(dossier: Dossier, fact: Fact) -> bool:
    """Whether a commitment is to a mere thing ("commitment to peace"), without an act, an amount or a deadline."""
    fields = fact.lead.fields
    words = dossier.view.passage_text(fact.lead.quote)
    act = _is_verb(text_field(fact.lead, "what").split(" ", 1)[0], words)
    return not (act or fields["value"] or fields["deadline"])


def _of_itself(dossier: Dossier, fact: Fact) -> bool:
    """Whether a speaker urges "us" to do something: nobody has asked the other side for anything then."""
    places = fact.lead.statement.passages.get("by", ())
    return any(dossier.view.passage_text(p).strip().lower() in _OWN for p in places)


def _quoted(dossier: Dossier, statement: StoredStatement) -> Told | None:
    """The source's own words, where they name who gives its word: the heading tells whose it is."""
    words = dossier.view.passage_text(sentence(statement, dossier.view))
    named = {m.actor.id for m in register().find(words)}
    by = set(actors_field(statement, "by"))
    both = len(dossier.side(by)) == 2 and _BOTH.search(words)
    return quoted(dossier, statement) if named & by or both else None


def _due(dossier: Dossier, statement: StoredStatement, what: str) -> str:
    deadline = when_field(statement, "deadline")
    if deadline is None:
        return ""
    due = "" if deadline.words() in what else f"; deadline {deadline.words()}"
    return due + ("; no evidence of delivery was found" if overdue(deadline, dossier.on) else "")


def _promised(statement: StoredStatement, what: str, words: str) -> str:
    """The verb of a commitment with its content, fitted to the content's own grammar."""
    verb = _is_verb(what.split(" ", 1)[0], words)
    several = len(actors_field(statement, "by")) > 1
    if statement.modality == "called_for":
        was = "were" if several else "was"
        return f"{was} urged to {what}" if verb else f"{was} asked for: {what}"
    own = "themselves" if several else "itself"
    if statement.modality == "conditional":
        return f"would, on a condition, {what}" if verb else f"committed {own}, on a condition, to {what}"
    if _AIM.search(words) and not _WORD.search(words):
        return f"{'aim' if several else 'aims'} to {what}" if verb else f"set {own} an aim: {what}"
    return f"undertook to {what}" if verb else f"committed {own} to {what}"


def _is_verb(word: str, words: str) -> bool:
    """Whether a passage uses a word as a verb: after "to" or "will", or with another ending."""
    if not word.islower():
        return False
    if re.search(rf"\b{_MODAL}{re.escape(word)}\b", words, re.IGNORECASE):
        return True
    after = rf"\bto\s+{_ADVERB}{re.escape(word)}\b"
    if re.search(rf"\bthat\b[^.;]{{0,60}}\b{re.escape(word)}\b", words):
        return True  # "asked that Seoul go on"
    going = rf"\b(?:{re.escape(word)}|{re.escape(word.removesuffix('e'))})ing\b"
    return not _NOUN.search(word) and bool(re.search(rf"{after}|{going}", words, re.IGNORECASE))
