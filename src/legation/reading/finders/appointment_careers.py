"""Careers told step by step: "was appointed March 8, presented his credentials on May 24, and served until 1932".

Histories and lists of envoys tell an office once and its steps by date, over clauses and sentences. The holder is
the subject of the step, or whom the text was about; the office is the holder's own as told so far, else the one
that the text was about. The law: a step counts only with a date of its own or an office at its holder's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from legation.reading.finders.appointment_bodies import STYLES
from legation.reading.found import Found
from legation.reading.mention import DateAt, Mention
from legation.reading.person_names import name_after, plain_name
from legation.reading.text import Sentence, Text

_POST: Final = r"(?:his|her|the|their|this|that) (?:post|office|duties|position|post as \w+|mission|appointment|job|seat)"
_PAPERS: Final = (
    r"(?:(?:his|her|the|their) )?(?:new )?"
    r"(?:credentials|letters? of (?:credence|credentials)|letters|papers|copies of (?:his|her) credentials)"
)
_STEPS: Final = re.compile(
    r"\b(?:"
    rf"(?P<assumed>(?:presented|presents|present|handed (?:over|in)|submitted|tendered|delivered) {_PAPERS}"
    rf"|(?:took up|takes up|assumed|entered upon|entered) {_POST}"
    r"|(?:took|assumed|entered|assumes|takes) (?:office|charge)|entered on duty"
    r"|(?:was|were|is) (?:officially |formally )?(?:recogni[sz]ed|received in audience|sworn in|inaugurated)"
    r"|took the oath(?: of office)?|put on the presidential sash|(?:who )?acceded(?: to the throne)?"
    r"|credentials were accepted)"
    r"|(?P<appointed>(?:was|were|is|had been|has been|been) (?:re-?)?"
    r"(?:appointed|commissioned|nominated|accredited|named|chosen|designated))"
    r"|(?P<left>(?:served|remained|stayed|continued|serving|held (?:the|this|that) (?:post|office)|was in office)"
    r"(?: there| on| in [A-Z]\w+| in office| at (?:his|her) post)* (?:until|till|up to|through)"
    rf"|left (?:{_POST}|post|office)|departed (?:post|{_POST})|vacated {_POST}|relinquished {_POST}"
    r"|(?:terminated|ended) (?:his|her|the) (?:mission|tour)|stepped down|resigned|was recalled|retired)"
    r")(?!\w)"
)
_SAID_NO: Final = re.compile(r"\b(?:not|never|before (?:he|she|they) could|did not|without)\b[\w ]{0,20}$")
_NEAR: Final = 7
"""Tokens between a step and its date."""
_ENVOY: Final = re.compile(
    r"\b(?:Ambassador|Minister|Envoy|Charg|Consul|Commissioner|Plenipotentiary|Representative)"
)
_OBJECTS: Final = frozenset(
    {"to", "by", "with", "from", "for", "under", "of", "before", "replacing", "succeeding"}
)


@dataclass(slots=True)
class _Told:
    """What a text has told so far: each person's office, and the person and office that it is about."""

    offices: dict[str, tuple[str, str | None]] = field(default_factory=dict)
    person: str | None = None
    office: tuple[str, str | None] | None = None

    def learn(self, found: Found) -> None:
        """Take in an appointment."""
        person, office = str(found.fields["person"]), str(found.fields["office"])
        of = found.fields["of"]
        held = (office, str(of) if of else None)
        best = self.offices.get(person)
        if best is None or found.fields["action"] != "holds" or best[1] is None:
            self.offices[person] = held
        if _ENVOY.search(office):
            self.person, self.office = person, held


@dataclass(frozen=True, slots=True)
class _Step:
    start: int
    end: int
    action: str


def steps(text: Text, found: Sequence[Found]) -> Iterator[Found]:
    """The steps of careers that a text tells.

    Args:
        text: The text.
        found: The appointments found so far, which tell who holds which office.
    """
    told = _Told()
    by_sentence: dict[int, list[Found]] = {}
    for one in found:
        by_sentence.setdefault(one.sentence.order, []).append(one)
    for sentence in text.sentences:
        here = by_sentence.get(sentence.order, [])
        for one in sorted(here, key=lambda f: f.end):
            told.learn(one)
        for more in _of(sentence, told, here):
            told.learn(more)
            yield more


def _of(sentence: Sentence, told: _Told, here: Sequence[Found]) -> Iterator[Found]:
    words = sentence.words(sentence.start, sentence.end)
    base = sentence.doc[sentence.start].idx
    subject: Mention | None = None
    for match in _STEPS.finditer(words):
        if _SAID_NO.search(words[: match.start()]):
            continue
        step = _Step(
            token_at(sentence, base + match.start()),
            token_at(sentence, base + match.end() - 1) + 1,
            match.lastgroup or "",
        )
        date = _date(sentence, step)
        subject = _subject(sentence, step, told) or subject
        if subject is None or not subject.person or _is_said(here, subject.person, step, date):
            continue
        office = _office(sentence, subject, step, told, dated=date is not None)
        if office is None or (date is None and not subject.office):
            continue
        yield _found(sentence, step, subject, office, date)


def token_at(sentence: Sentence, offset: int) -> int:
    """The token of a sentence's block in which a character stands."""
    for token in sentence.tokens:
        if token.idx + len(token.text) > offset:
            return token.i
    return sentence.end - 1


def _subject(sentence: Sentence, step: _Step, told: _Told) -> Mention | None:
    """Whose step it is: the person named before it who is no object of what stands before, or whom "he" means."""
    persons = [m for m in sentence.mentions if m.form == "person" and m.person and m.end <= step.start]
    persons = [m for m in persons if sentence.doc[m.start].lower_ not in ("his", "her", "him")]
    free = [
        m for m in persons if m.start == sentence.start or sentence.doc[m.start - 1].lower_ not in _OBJECTS
    ]
    if free and not _is_of_another(sentence, free[-1], step):
        return free[-1]
    start = sentence.start
    while start < step.start and not sentence.doc[start].text[:1].isupper():
        start += 1
    for at in range(max(start, step.start - 8), step.start):
        end = name_after(sentence.doc, at, [False] * len(sentence.doc))
        if (
            end - at >= 2
            and end <= step.start
            and all(t.lower_ in ("was", "had", ",", "who", "been") for t in sentence.doc[end : step.start])
        ):
            return Mention(at, end, (), "person", plain_name(sentence.doc[at:end].text))
    begins = sentence.doc[sentence.start].lower_ in ("he", "she")
    if begins and told.person:
        return Mention(sentence.start, sentence.start + 1, (), "person", told.person)
    return None


def _is_of_another(sentence: Sentence, person: Mention, step: _Step) -> bool:
    """Whether "who" before a step follows somebody else than the person: "Li follows Wen, who had resigned"."""
    for token in sentence.doc[person.end : step.start]:
        if token.lower_ == "who":
            return token.i - person.end > 1
    return False


def _office(
    sentence: Sentence, subject: Mention, step: _Step, told: _Told, *, dated: bool
) -> tuple[str, str | None] | None:
    """The office of a step: one named right behind it is told elsewhere; else the holder's, else the text's."""
    ahead = next((t for t in sentence.titles if step.end <= t.start <= step.end + 4), None)
    if ahead is not None and step.action == "appointed":
        return None
    own = told.offices.get(subject.person or "")
    if own is None and subject.office and subject.office not in STYLES:
        own = (subject.office, subject.body or next(iter(subject.actors), None))
    if own is None and dated and told.office:
        own = told.office
    if own is not None and step.action == "appointed" and step.end < len(sentence.doc):
        told_where = sentence.doc[step.end].lower_ == "to"
        own = None if told_where else own
    return own


def _date(sentence: Sentence, step: _Step) -> DateAt | None:
    """The date right behind a step, or the one that opens its clause."""
    behind = [d for d in sentence.dates if step.end <= d.start <= step.end + _NEAR]
    for date in behind:
        between = [t.lower_ for t in sentence.doc[step.end : date.start]]
        if not {"and", "but", "when", "who", ";"} & set(between) and "," not in between[:-1]:
            return date
    for date in reversed([d for d in sentence.dates if d.end <= step.start]):
        between = [t.lower_ for t in sentence.doc[date.end : step.start]]
        if "when" in between or date.start <= sentence.start + 3:
            return date if not {"and", "but", ";"} & set(between) else None
    return None


def _is_said(here: Iterable[Found], person: str, step: _Step, date: DateAt | None) -> bool:
    """Whether the sentence's act says this step already."""
    when = date.when if date else None
    return any(
        f.fields["person"] == person
        and f.fields["action"] == step.action
        and (f.date == when or f.date is not None)
        for f in here
    )


def _found(
    sentence: Sentence, step: _Step, subject: Mention, office: tuple[str, str | None], date: DateAt | None
) -> Found:
    end = max(step.end, date.end if date and date.start >= step.end else 0)
    return Found(
        "appointment",
        sentence,
        min(subject.start, step.start),
        end,
        {"person": subject.person, "office": office[0], "of": office[1], "action": step.action},
        date=date.when if date else None,
        evidence=(f"action:{step.action}", "of:told", "pattern:career"),
        weight=0.75,
    )
