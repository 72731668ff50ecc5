"""What is lost when things go wrong: figures on kills, full disks, two writers and damaged files.

    python -m bench.faults [--kills 100] [--postgres ADDRESS]

A process of its own adds documents and says of each that it is recorded; it is killed at a random moment, and what it
said is looked for. *Lost* are documents that were said to be recorded and are not there; *half* are those of which only a part
is. The same with a limit on the size of files (a full disk), and with two writers at once. Then bytes of a copy are
flipped, and `verify` must tell of it. With an address, the kills are tried on a PostgreSQL server too.
"""

from __future__ import annotations

import argparse
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from legation.errors import LedgerError
from legation.ledger import Ledger

STATEMENTS = 25
READER = "faults"
SEED = 20261122

WRITER = f"""
import hashlib, sys
from datetime import UTC, datetime
from legation.documents.document import Document
from legation.errors import LedgerError
from legation.ledger import Ledger
from legation.records import Statement
from legation.values.passage import Passage

place, first, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
try:
    with Ledger.open(place) as ledger:
        print("ready", flush=True)
        for number in range(first, first + count):
            content = f"Document {{number}} tells of many visits. ".encode() * 40
            key = hashlib.sha256(content).hexdigest()
            document = Document(
                key, f"d{{number}}", f"/d{{number}}", "text/plain", content, content.decode(), (),
                datetime(2026, 1, 1, tzinfo=UTC),
            )
            found = [
                Statement("visit", Passage(key, at, at + 5), {{"from": "KOR", "to": ("VNM",)}})
                for at in range({STATEMENTS})
            ]
            ledger.add(document, found, reader="{READER}")
            print(key, flush=True)
    print("done", flush=True)
except LedgerError as error:
    print(f"refused: {{error}}", flush=True)
"""


@dataclass
class Told:
    """What writers said: the documents that are recorded, and why one was refused."""

    recorded: set[str] = field(default_factory=set)
    refused: list[str] = field(default_factory=list)
    kills: int = 0

    def hear(self, line: str) -> None:
        if line.startswith("refused: "):
            self.refused.append(line.removeprefix("refused: ").strip())
        elif len(line.strip()) == len(sha256().hexdigest()):
            self.recorded.add(line.strip())


def start(place: str, first: int, count: int, *, limit: int | None = None) -> subprocess.Popen[str]:
    """A writer; `limit` is the most bytes that a file of its may have."""

    def confine() -> None:
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    command = [sys.executable, "-c", WRITER, place, str(first), str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, preexec_fn=confine)


def listen(process: subprocess.Popen[str], told: Told) -> None:
    assert process.stdout is not None
    for line in process.stdout:
        told.hear(line)
    process.wait()


def kill_often(place: str, kills: int, told: Told) -> None:
    """Kill writers at random moments, between and inside entries."""
    chance = random.Random(SEED)
    for number in range(kills):
        process = start(place, number * 1000, 1000)
        assert process.stdout is not None
        process.stdout.readline()
        timer = threading.Timer(chance.uniform(0.0, 0.15), process.send_signal, [signal.SIGKILL])
        timer.start()
        listen(process, told)
        timer.cancel()
        told.kills += 1


def together(place: str, writers: int, each: int, told: Told) -> None:
    """Several writers at once; the first two add the same documents."""
    running = [start(place, max(0, number - 1) * each, each) for number in range(writers)]
    threads = [threading.Thread(target=listen, args=(process, told)) for process in running]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def missing(place: str, told: Told) -> tuple[int, int, int, int]:
    """How many entries there are, and how many documents are lost, half, and problems found."""
    with Ledger.open(place, create=False, read_only=True) as ledger:
        view = ledger.view()
        there = {document.id for document in view.documents()}
        half = sum(len(view.statements(document=key)) != STATEMENTS for key in sorted(there)[:200])
        soundness = ledger.verify()
        return soundness.entries, len(told.recorded - there), half, len(soundness.problems)


def flips_told(path: Path, flips: int) -> int:
    """How many times of some a byte flipped inside what a ledger holds is told by `verify`."""
    chance, found = random.Random(SEED), 0
    whole = path.read_bytes()
    marks = [at for at in range(0, len(whole) - 64, 7) if whole[at : at + 4] == b"tell"]
    for number in range(flips):
        copy = path.with_name(f"flipped{number}.ledger")
        damaged = bytearray(whole)
        damaged[chance.choice(marks)] ^= 0x01
        copy.write_bytes(damaged)
        try:
            with Ledger.open(copy, read_only=True) as ledger:
                found += bool(ledger.verify().problems)
        except LedgerError:
            found += 1
        copy.unlink()
    return found


def report(name: str, place: str, work: Callable[[Told], None]) -> Told:
    told = Told()
    work(told)
    entries, lost, half, problems = missing(place, told)
    kills = f"{told.kills} kills, " if told.kills else ""
    print(
        f"{name}: {kills}{len(told.recorded)} documents told as recorded, {entries} entries, "
        f"{lost} lost, {half} half, {problems} problems found"
    )
    for message in told.refused[:1]:
        print(f"  {message.replace(place, 'LEDGER')}")
    return told


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--flips", type=int, default=50)
    parser.add_argument("--postgres", help="address of a server and an empty database")
    wanted = parser.parse_args()
    folder = Path(tempfile.mkdtemp())
    try:
        killed, full, shared = (str(folder / f"{name}.ledger") for name in ("killed", "full", "shared"))
        report("killed (SQLite)", killed, lambda told: kill_often(killed, wanted.kills, told))
        report("full disk", full, lambda told: listen(start(full, 0, 1000, limit=2_000_000), told))
        report("four writers", shared, lambda told: together(shared, 4, 100, told))
        copy = folder / "whole.ledger"
        with Ledger.open(shared) as ledger:  # closing it brings its write-ahead log into the file
            ledger.view()
        shutil.copy(shared, copy)
        print(f"bytes flipped: {wanted.flips}, told: {flips_told(copy, wanted.flips)}")
        if wanted.postgres:
            report(
                "killed (PostgreSQL)",
                wanted.postgres,
                lambda told: kill_often(wanted.postgres, wanted.kills, told),
            )
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
