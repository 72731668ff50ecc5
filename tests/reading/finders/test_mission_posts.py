"""Posts in the histories of two states' ties: opened, raised, closed and opened again."""

from __future__ import annotations

from collections.abc import Callable

from legation.records import Statement

Read = Callable[..., list[Statement]]


def steps(statements: list[Statement]) -> list[tuple[str, ...]]:
    told = [s for s in statements if s.kind == "relation"]
    return [(str(s.fields["tier"]), str(s.fields["action"]), str(s.date)) for s in told]


def test_steps_of_a_post_follow_it_over_sentences(read: Read) -> None:
    text = (
        "The post at Arica opened as a Consulate January 16, 1946, became a Consulate General May 1, 1947, "
        "and was closed August 31, 1951. It reopened in 1959."
    )

    assert steps(read(text, title="History of relations between Chile and Togo", published=None)) == [
        ("consulate in Arica", "established", "1946-01-16"),
        ("consulate general in Arica", "upgraded", "1947-05-01"),
        ("consulate general in Arica", "severed", "1951-08-31"),
        ("consulate general in Arica", "restored", "1959"),
    ]
