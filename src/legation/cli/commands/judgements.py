"""Commands by which a person decides."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from legation.cli.ending import end_with
from legation.cli.options import DEFAULT_LEDGER, JsonOption, LedgerOption, app


class JudgementVerb(StrEnum):
    """What a person decides."""

    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"
    MERGE = "merge"
    SPLIT = "split"
    ASSIGN = "assign"
    COMMENT = "comment"
    CONFIDENTIAL = "confidential"
    UNDO = "undo"


@app.command()
def judge(
    verb: Annotated[JudgementVerb, typer.Argument(help="What you decide.")],
    target: Annotated[
        str,
        typer.Argument(help="Id of the record or statement (to undo: of the judgement), or its beginning."),
    ],
    by: Annotated[str, typer.Option(envvar="LEGATION_USER", help="Who decides.")],
    why: Annotated[str, typer.Option(help="Why.")] = "",
    field: Annotated[str | None, typer.Option(help="To correct: the field, or date, or modality.")] = None,
    value: Annotated[
        str | None, typer.Option(help="To correct: the right value; several are parted by ';'.")
    ] = None,
    with_: Annotated[
        list[str] | None,
        typer.Option("--with", help="To merge or split: the other record (repeat for several)."),
    ] = None,
    to: Annotated[str | None, typer.Option(help="To assign: who takes it on.")] = None,
    text: Annotated[str | None, typer.Option(help="To comment: the comment.")] = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    *,
    as_json: JsonOption = False,
) -> None:
    """Accept, correct, reject, merge, split, assign or comment; nothing is overwritten, and undo undoes."""
    from legation.cli.judging import Decision
    from legation.cli.judging import judge as decide

    decision = Decision(verb.value, target, by, why, field, value, tuple(with_ or ()), to, text)
    end_with(lambda: decide(ledger, decision, as_json=as_json))
