"""Measure the main job: python bench/main_job.py FOLDER [--documents 500] [--processes 1 2].

Reads the first documents of a folder into a fresh ledger, resolves them and writes a brief, each as a user would
from the command line. Prints as JSON: wall seconds of reading and of the brief, documents and words a second, and
peak memory of the whole process tree (sum of proportional set sizes, sampled ten times a second).
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

LEGATION = [sys.executable, "-c", "from legation.cli import run; run()"]


def memory_of(root: int) -> int:
    """Bytes of memory that a process and its children take, shared pages counted once."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                stat = (entry / "stat").read_text()
            except OSError:
                continue
            children.setdefault(int(stat.rpartition(")")[2].split()[1]), []).append(int(entry.name))
    total, stack = 0, [root]
    while stack:
        pid = stack.pop()
        stack.extend(children.get(pid, []))
        try:
            rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
        except OSError:
            continue
        total += sum(int(line.split()[1]) * 1024 for line in rollup.splitlines() if line.startswith("Pss:"))
    return total


def timed(command: list[str]) -> tuple[float, int]:
    """Wall seconds and peak bytes of a command; code 1 (some documents unreadable) is a success too."""
    started = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        peak = 0
        while process.poll() is None:
            peak = max(peak, memory_of(process.pid))
            time.sleep(0.1)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} ended with code {process.returncode}")
    return time.perf_counter() - started, peak


def run(paths: list[Path], processes: int, brief: tuple[str, str, str]) -> dict[str, object]:
    """One run with a fresh ledger."""
    words = sum(len(path.read_text(encoding="utf-8", errors="replace").split()) for path in paths)
    with tempfile.TemporaryDirectory() as folder:
        documents = Path(folder) / "documents"
        documents.mkdir()
        for path in paths:
            shutil.copy(path, documents / path.name)
        ledger = str(Path(folder) / "bench.ledger")
        read, read_peak = timed([*LEGATION, "read", str(documents), "--ledger", ledger, "-p", str(processes)])
        of, partner, on = brief
        out = str(Path(folder) / "brief.html")
        parts = ["brief", "--of", of, "--with", partner, "--on", on, "--ledger", ledger, "--out", out]
        wrote, brief_peak = timed([*LEGATION, *parts])
        size = Path(ledger).stat().st_size
    return {
        "processes": processes,
        "documents": len(paths),
        "words": words,
        "read_seconds": round(read, 1),
        "brief_seconds": round(wrote, 1),
        "wall_seconds": round(read + wrote, 1),
        "documents_per_second": round(len(paths) / read, 1),
        "words_per_second": round(words / read),
        "peak_megabytes": round(max(read_peak, brief_peak) / 2**20),
        "ledger_megabytes": round(size / 2**20, 1),
    }


def main() -> None:
    """Run from the command line."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("folder", type=Path)
    ap.add_argument("--documents", type=int, default=500)
    ap.add_argument("--processes", type=int, nargs="+", default=[1, 2])
    ap.add_argument("--brief", nargs=3, default=["USA", "IND", "2026-03-01"], metavar=("OF", "WITH", "ON"))
    a = ap.parse_args()
    found = sorted(p for p in a.folder.iterdir() if p.is_file())
    step = max(1, len(found) // a.documents)
    paths = found[::step][: a.documents]
    machine = {
        "machine": platform.machine(),
        "processors": os.cpu_count(),
        "python": platform.python_version(),
    }
    print(json.dumps(machine))
    for processes in a.processes:
        print(json.dumps(run(paths, processes, tuple(a.brief))), flush=True)


if __name__ == "__main__":
    main()
