"""Acts of coming to an office, holding or leaving it, told by set phrases: read off the words, whatever the parse.

"Ana Silva was re-elected president of Togo", "before becoming prime minister in 2018, Ana Silva …", "who stepped down
as chancellor": a person, a phrase from the table, and the title right behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from legation.reading.finders.appointment_bodies import as_spelled, body_of, employer_behind, parted, whose
from legation.reading.found import Found
from legation.reading.mention import Mention
from legation.reading.people import Title, title_of
from legation.reading.person_names import name_before, plain_name
from legation.reading.text import Sentence
from legation.reading.timing import date_for

_HELP: Final = r"(?:(?:was|were|is|has|had|have|been|being|will|be|also|later|then|formally|officially|unanimously|recently) )*"
_AS: Final = (
    r"(?:as )?(?:to be )?(?:the |its |their |a |an )?(?:country ’s |nation ’s )?"
    r"(?:new |next |acting |interim |first |\d+\w* )*$"
)
_ACTS: Final = tuple(
    (re.compile(rf"(?:^|\W){_HELP}{words} {_AS}"), action)
    for words, action in (
        (r"(?:re ?- ?)?elected", "elected"),
        (r"(?:re ?- ?)?(?:appointed|named|designated|nominated|chosen|confirmed|reappointed)", "appointed"),
        (r"(?:promoted|commissioned|accredited)(?: to)?", "appointed"),
        (r"(?:sworn in|inaugurated|took office|assumed office|took over|taken over)", "assumed"),
        (r"(?:became|become|assumed the (?:post|office|position|role) of)", "assumed"),
        (r"(?:resigned|stepped down|retired|dismissed|removed|ousted|sacked)", "left"),
    )
)
_BEFORE_BECOMING: Final = re.compile(
    r"(?:^|\W)(?:before|since|after|on|upon) (?:becoming|assuming office as|taking office as) (?:the )?$"
)
_PLANNED: Final = re.compile(r"\b(?:will|to be|nominated|to)\b")
_REACH: Final = 14
"""Tokens of a phrase and the words between it and the person."""


def worded_acts(sentence: Sentence) -> Iterator[Found]:
    """The appointments that set phrases of a sentence tell."""
    held = {i for m in sentence.mentions if m.form == "person" and m.office for i in range(m.start, m.end)}
    for title in sentence.titles:
        if title.start in held or title.start == sentence.start:
            continue
        begin = _past_owner(sentence, title.start)
        first = max(sentence.start, begin - _REACH)
        words = "".join(f"{t.lower_} " for t in sentence.doc[first:begin])
        if _BEFORE_BECOMING.search(words):
            person = next((m for m in sentence.mentions if m.form == "person" and m.start > title.end), None)
            if person is not None:
                yield _found(sentence, title, person, "assumed", words)
            continue
        for pattern, action in _ACTS:
            match = pattern.search(words)
            person = _person(sentence, first + words[: match.start()].count(" ")) if match else None
            if match and person is not None:
                yield _found(sentence, title, person, action, match.group())
                break


def _past_owner(sentence: Sentence, start: int) -> int:
    """Where a title begins with the body whose it is: "NATO secretary general"."""
    while start > sentence.start:
        before = sentence.doc[start - 1]
        mention = sentence.mention_at(before)
        if mention is not None and mention.form != "person":
            start = mention.start
        elif before.lower_ in ("'s", "’s"):
            start -= 1
        else:
            break
    return start


def _person(sentence: Sentence, near: int) -> Mention | None:
    """The person right before a phrase, past "who" and a comma, or else a name that nothing else found."""
    doc = sentence.doc
    for end in range(near + 1, max(near - 3, sentence.start), -1):
        if end >= len(doc):
            continue
        mention = sentence.mention_at(doc[end - 1])
        if mention is not None:
            return mention if mention.form == "person" and mention.end in (end, end - 1) else None
        named = doc[end - 1].text[:1].isupper() or (end > 1 and doc[end - 2].text == "-")
        start = name_before(doc, end, [False] * len(doc)) if named else end
        if start < end:
            return Mention(start, end, (), "person", plain_name(doc[start:end].text))
    return None


def _found(sentence: Sentence, title: Title, person: Mention, action: str, words: str) -> Found:
    sides = {
        i: m for m in sentence.mentions if m.form != "person" and m.actors for i in range(m.start, m.end)
    }
    body = title_of(sentence.doc, title, title.end, sides) or employer_behind(sentence, title.end)
    office, said = parted(title.office, body)
    of, how = body_of(sentence.text, office, as_spelled(sentence, said), person.actors)
    if of is None and how == "none":
        of = whose(sentence, person, title.start, office)
    at = date_for(sentence, sentence.doc[title.start], whole=False)
    return Found(
        "appointment",
        sentence,
        min(person.start, title.start),
        max(person.end, title.end, at.end if at and 0 <= at.start - title.end <= 3 else 0),
        {"person": person.person, "office": office, "of": of, "action": action},
        modality="planned" if _PLANNED.search(words) else "actual",
        date=at.when if at else None,
        evidence=(f"action:{action}", f"of:{how}", "pattern:wording"),
        weight=0.75,
    )
