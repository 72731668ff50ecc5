"""Sides told by company: companions, receivers of letters, two under one title."""

from __future__ import annotations

from collections.abc import Callable

from legation.records import Statement

Read = Callable[..., list[Statement]]


def of_each(statements: list[Statement]) -> dict[object, object]:
    return {s.fields["person"]: s.fields["of"] for s in statements if s.kind == "appointment"}


def test_companion_is_of_the_side_of_the_one_accompanied(read: Read) -> None:
    text = "Chilean Foreign Minister Juan Paz came to Suva. He was accompanied by Trade Minister Ana Silva."

    assert of_each(read(text))["Ana Silva"] == "CHL"


def test_second_of_two_ministers_is_of_the_other_side(read: Read) -> None:
    text = (
        "Chile and Peru held talks. Chilean Defence Minister Juan Paz spoke first. "
        "The defence ministers, Juan Paz and Ana Silva, then signed the plan of Chile and Peru."
    )

    assert of_each(read(text))["Ana Silva"] == "PER"
