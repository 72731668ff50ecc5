"""`legation check`, `backup` and `restore`: is the ledger whole, and where is its copy?"""

from __future__ import annotations

from dataclasses import asdict
from datetime import timedelta
from typing import Final

from legation.cli.printing import counted, out, print_json, progress_bar, tell
from legation.errors import UsageError
from legation.ledger import Ledger, Soundness, copy_ledger

_LEAST_SEAL: Final = 8
"""Digits of a noted seal that tell it from others."""
_CLOCK_SLACK: Final = timedelta(minutes=1)
"""Clocks of two computers may differ by so much before it is told."""
_TOLD: Final = 20
"""Problems that are told one by one."""


def check_ledger(target: str, *, noted: str | None, as_json: bool) -> int:
    """Look at a whole ledger and say what is not as it was recorded.

    Returns:
        The exit code: 0 where all is whole, 1 where something is not.

    Raises:
        UsageError: The noted seal is too short to tell.
    """
    if noted is not None and len(noted) < _LEAST_SEAL:
        raise UsageError(f"--seal {noted}: give at least {_LEAST_SEAL} digits of the seal that you noted")
    with Ledger.open(target, create=False, read_only=True) as ledger, progress_bar() as bar:
        tell_clock(ledger)
        task = bar.add_task("checking entries", total=None)
        found = ledger.verify(
            noted=noted, progress=lambda done, total: bar.update(task, completed=done, total=total)
        )
    if as_json:
        print_json({"ledger": target, "whole": not found.problems, **asdict(found)})
    else:
        _print(target, found)
    return 1 if found.problems else 0


def tell_clock(ledger: Ledger) -> None:
    """Tell where the computer's clock lies behind the ledger's, which never goes back."""
    if (behind := ledger.behind()) >= _CLOCK_SLACK:
        tell(
            f"this computer's clock lies {str(behind).partition('.')[0]} behind the newest entry of {ledger.place}; entries "
            "keep their order, but their moments are not those of the day: set the clock right"
        )


def _print(target: str, found: Soundness) -> None:
    looked = f"{counted(found.entries, 'entry').replace('entrys', 'entries')}, {counted(found.rows, 'row')}"
    if not found.problems:
        out.print(f"{target} is whole: {looked}; hashes, chain and references hold", markup=False)
        out.print(f"newest seal {found.seal}", markup=False, soft_wrap=True)
        return
    out.print(f"{target} is not whole ({looked}):", markup=False)
    for problem in found.problems[:_TOLD]:
        out.print(f"  {problem.what}", markup=False, soft_wrap=True)
    if (more := len(found.problems) - _TOLD) > 0:
        out.print(f"  and {more} more (see --json)", markup=False)
    tell("keep this file as evidence, and go on with the last backup that is whole (legation restore)")


def copy(source: str, target: str, *, as_json: bool) -> int:
    """Copy a ledger to where there is none, and look at the copy.

    Returns:
        The exit code: 0 where the copy is whole, 1 where it is not, because the ledger was not.
    """
    with progress_bar() as bar:
        task = bar.add_task("copying", total=None)
        copy_ledger(
            source,
            target,
            progress=lambda table, done, total: bar.update(
                task, description=table, completed=done, total=total
            ),
        )
    return check_ledger(target, noted=None, as_json=as_json)
