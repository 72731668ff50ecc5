"""`legation demo`: the main job on the sample dossier that comes with the program."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

from legation.briefs import render, write_brief
from legation.cli.briefing import print_sections, print_written
from legation.cli.printing import out
from legation.cli.reading import keep, print_kept
from legation.errors import UsageError
from legation.ledger import Ledger
from legation.samples import dossier

PARTNER = "KOR"
DAY = date(2025, 8, 10)


def run_demo(folder: Path) -> int:
    """Read the dossier into a ledger in a folder, print what was found, and write the brief three ways.

    Returns:
        The exit code: 0, although one document of the dossier is damaged on purpose.

    Raises:
        UsageError: There can be no such folder.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"--out {folder}: no folder can be made there ({error.strerror})") from error
    target = folder / "demo.ledger"
    with Ledger.open(target) as ledger:
        kept = list(keep([str(dossier())], ledger))
        view = ledger.view()
        print_kept(kept, Counter(s.kind for s in view.statements()))
        brief = write_brief(view, of="VNM", with_=PARTNER, on=DAY)
    paths = [folder / f"brief-{PARTNER.lower()}{ending}" for ending in (".html", ".docx", ".pdf")]
    for path in paths:
        render(brief, path)
    out.print()
    print_sections(brief)
    out.print()
    print_written(brief, paths)
    out.print(f"\nOpen the brief:  {paths[0]}", markup=False)
    out.print(f"Open the desk:   .venv/bin/legation serve --ledger {target}", markup=False)
    return 0
