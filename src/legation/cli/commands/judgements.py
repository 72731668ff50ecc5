"""Commands by which a person decides."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from legation.cli.ending import end_with
from legation.cli.options import (
    DEFAULT_LEDGER,
    AsOfOption,
    ByOption,
    ConfidentialOption,
    JsonOption,
    KindOption,
    LedgerOption,
    SeedOption,
    WhyOption,
    WithOption,
    app,
)

if TYPE_CHECKING:
    from legation.ledger.record import Verb

judges = typer.Typer(
    help="Decide about records and statements: nothing is overwritten, and undo undoes.", no_args_is_help=True
)
app.add_typer(judges, name="judge")

TargetArgument = Annotated[
    str, typer.Argument(help="Id of the record or statement (to undo: of the judgement), or its beginning.")
]
OthersOption = Annotated[list[str], typer.Option("--with", help="The other record (repeat for several).")]


def _decide(verb: Verb, target: str, by: str, why: str, **more: Any) -> None:  # noqa: ANN401 (options of several types)
    """Record a decision; `more` is its ledger, how to print, and what the verb needs."""
    from legation.cli.judging import Decision, judge

    ledger, as_json = more.pop("ledger"), more.pop("as_json")
    end_with(lambda: judge(ledger, Decision(verb, target, by, why, **more), as_json=as_json))


@judges.command()
def accept(
    target: TargetArgument,
    by: ByOption,
    why: WhyOption = "",
    ledger: LedgerOption = DEFAULT_LEDGER,
    *,
    as_json: JsonOption = False,
) -> None:
    """It is right as it was read; of a record, each of its statements."""
    _decide("accept", target, by, why, ledger=ledger, as_json=as_json)


@judges.command()
def correct(
    target: TargetArgument,
    by: ByOption,
    field: Annotated[str, typer.Option(help="The field, or date, or modality.")],
    value: Annotated[str, typer.Option(help="The right value; several are parted by ';', '' is none.")],
    why: WhyOption = "",
    ledger: LedgerOption = DEFAULT_LEDGER,
    *,
    as_json: JsonOption = False,
) -> None:
    """One of its fields has another value."""
    _decide("correct", target, by, why, field=field, value=value, ledger=ledger, as_json=as_json)


@judges.command()
def reject(
    target: TargetArgument,
    by: ByOption,
    why: WhyOption = "",
    ledger: LedgerOption = DEFAULT_LEDGER,
    *,
    as_json: JsonOption = False,
) -> None:
    """Its passage does not say so; of a record, each of its passages."""
    _decide("reject", target, by, why, ledger=ledger, as_json=as_json)


@judges.command()
def merge(
    target: TargetArgument,
    by: ByOption,
    with_: OthersOption,
    why: WhyOption = "",
    ledger: LedgerOption = DEFAULT_LEDGER,
    *,
    as_json: JsonOption = False,
) -> None:
    """It and another are one thing."""
    _decide("merge", target, by, why, others=tuple(with_), ledger=ledger, as_json=as_json)


@judges.command()
def split(
    target: TargetArgument,
    by: ByOption,
    with_: OthersOption,
    why: WhyOption = "",
    ledger: LedgerOption = DEFAULT_LEDGER,
    *,
    as_json: JsonOption = False,
) -> None:
    """It and another, that were held to be one, are two things."""
    _decide("split", target, by, why, others=tuple(with_), ledger=ledger, as_json=as_json)


@judges.command()
def assign(
    target: TargetArgument,
    by: ByOption,
    to: Annotated[str, typer.Option(help="Who takes it on.")],
    why: WhyOption = "",
    ledger: LedgerOption = DEFAULT_LEDGER,
    *,
    as_json: JsonOption = False,
) -> None:
    """Somebody takes it on."""
    _decide("assign", target, by, why, to=to, ledger=ledger, as_json=as_json)


@judges.command()
def comment(
    target: TargetArgument,
    by: ByOption,
    text: Annotated[str, typer.Option(help="The comment.")],
    why: WhyOption = "",
    ledger: LedgerOption = DEFAULT_LEDGER,
    *,
    as_json: JsonOption = False,
) -> None:
    """A remark for those who come later."""
    _decide("comment", target, by, why, text=text, ledger=ledger, as_json=as_json)


@judges.command()
def confidential(
    target: TargetArgument,
    by: ByOption,
    why: WhyOption = "",
    ledger: LedgerOption = DEFAULT_LEDGER,
    *,
    as_json: JsonOption = False,
) -> None:
    """It is not to be shown outside; of a record, each of its statements."""
    _decide("confidential", target, by, why, ledger=ledger, as_json=as_json)


@judges.command()
def undo(
    target: TargetArgument,
    by: ByOption,
    why: WhyOption = "",
    ledger: LedgerOption = DEFAULT_LEDGER,
    *,
    as_json: JsonOption = False,
) -> None:
    """An earlier judgement no longer counts; both are kept."""
    _decide("undo", target, by, why, ledger=ledger, as_json=as_json)


@judges.command()
def sample(
    to: Annotated[Path, typer.Argument(help="The list to write: .csv or .json.")],
    number: Annotated[int, typer.Option("--n", min=1, help="How many statements.")] = 50,
    seed: SeedOption = 0,
    kind: KindOption = None,
    with_: WithOption = None,
    as_of: AsOfOption = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    *,
    confidential: ConfidentialOption = False,
) -> None:
    """Draw statements for a reader to judge blind: as they were read, without anybody's verdict."""
    from legation.cli.reviewing import Draw, write_sample

    draw = Draw(number, seed, kind, tuple(with_ or ()), as_of, has_confidential=confidential)
    end_with(lambda: write_sample(ledger, to, draw))


@judges.command()
def record(
    file: Annotated[Path, typer.Argument(help="The list from `judge sample`, filled in.")],
    by: ByOption,
    ledger: LedgerOption = DEFAULT_LEDGER,
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Read and tell; record nothing.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Record the verdicts of a list that was filled in; they count for agreement and change no record."""
    from legation.cli.reviewing import record_sample

    end_with(lambda: record_sample(ledger, file, by=by, is_trial=dry_run, as_json=as_json))


@judges.command()
def agreement(
    kind: KindOption = None,
    with_: WithOption = None,
    seed: SeedOption = 0,
    as_of: AsOfOption = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    *,
    as_json: JsonOption = False,
) -> None:
    """Tell how far persons agree, by kind and field, and list what they disagree about."""
    from legation.cli.agreeing import show_agreement
    from legation.cli.filtering import Filters

    filters = Filters(tuple(with_ or ()), kind)
    end_with(lambda: show_agreement(ledger, filters, as_of=as_of, seed=seed, as_json=as_json))
