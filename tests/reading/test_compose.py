"""One thing said twice is one statement, and the fuller one is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from legation.reading.compose import compose
from legation.reading.found import Found
from legation.reading.text import Text
from legation.records import FieldValue, Statement
from legation.values.when import When

Analysed = Callable[..., Text]

BODY = "Kenya and Peru signed a treaty. The treaty was signed in May 2023. A pact was signed too."


def believed(found: Found, values: Mapping[str, FieldValue]) -> float:
    del values
    return found.weight


def finding(
    text: Text, number: int, date: str | None = None, *, weight: float = 0.7, **fields: FieldValue
) -> Found:
    sentence = text.sentences[number]
    known = {"parties": ("KEN", "PER"), "title": "treaty", "action": "signed", "field": None, "count": None}
    when = When.parse(date) if date else None
    return Found(
        "agreement", sentence, sentence.start, sentence.end - 1, known | fields, date=when, weight=weight
    )


def composed(*findings: Found) -> list[Statement]:
    return compose([("test.v1", found) for found in findings], judge=believed)


def test_one_thing_said_twice_is_told_once_in_its_fuller_form(analysed: Analysed) -> None:
    text = analysed(BODY)
    statements = composed(finding(text, 0, parties=("PER", "KEN")), finding(text, 1, "2023-05"))
    assert [str(s.date) for s in statements] == ["2023-05"]


def test_order_of_findings_does_not_matter(analysed: Analysed) -> None:
    text = analysed(BODY)
    one, two = finding(text, 0), finding(text, 1, "2023-05")
    assert composed(one, two) == composed(two, one)


def test_two_things_are_two_statements_in_the_order_of_their_quotes(analysed: Analysed) -> None:
    text = analysed(BODY)
    statements = composed(finding(text, 2, title="pact"), finding(text, 0))
    assert [s.fields["title"] for s in statements] == ["treaty", "pact"]


def test_what_is_too_unlikely_is_not_told(analysed: Analysed) -> None:
    assert composed(finding(analysed(BODY), 0, weight=0.01)) == []


def test_values_are_cleaned(analysed: Analysed) -> None:
    (statement,) = composed(
        finding(analysed(BODY), 0, title="  the\n treaty, ", parties=("KEN", "KEN", "PER"))
    )
    assert (statement.fields["title"], statement.fields["parties"]) == ("the treaty", ("KEN", "PER"))
