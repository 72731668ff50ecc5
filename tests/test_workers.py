"""Work in several processes: the order of results, and what a worker that dies costs."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from legation.workers import Work, in_order

WORK_SOURCE = """
import os, signal

def job(share):
    if "deadly" in share:
        os.kill(os.getpid(), signal.SIGKILL)
    return [item.upper() for item in share]

def told_pids(share):
    return [str(os.getpid()) for item in share]

def lost(item):
    return f"lost {item}"
"""


@pytest.fixture
def jobs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Work[str, str]:
    """Work that workers can import."""
    (tmp_path / "jobs_of_test.py").write_text(WORK_SOURCE, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "jobs_of_test", raising=False)
    import jobs_of_test  # type: ignore[import-not-found]

    return Work(jobs_of_test.job, jobs_of_test.lost)


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_order(jobs: Work[str, str], workers: int) -> None:
    shares = [[f"{i}a", f"{i}b"] for i in range(9)]

    assert list(in_order(jobs, shares, workers=workers)) == [[f"{i}A", f"{i}B"] for i in range(9)]


def test_no_shares_start_no_workers(jobs: Work[str, str]) -> None:
    assert list(in_order(jobs, [], workers=2)) == []


def test_item_on_which_a_worker_dies_is_lost_alone(jobs: Work[str, str]) -> None:
    shares: list[Sequence[str]] = [["a", "b"], ["c", "deadly", "d"], ["e"], ["deadly"]]

    found = list(in_order(jobs, shares, workers=2))

    assert found == [["A", "B"], ["C", "lost deadly", "D"], ["E"], ["lost deadly"]]


def test_workers_end_when_nobody_asks_further(jobs: Work[str, str]) -> None:
    from jobs_of_test import told_pids

    with closing(in_order(Work(told_pids, jobs.lost), [["a"]] * 50, workers=2)) as found:
        pid = int(next(found)[0])

    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def script(body: str, folder: Path) -> subprocess.Popen[str]:
    path = folder / "script.py"
    head = (
        "import sys\nfrom jobs_of_test import told_pids, lost\nfrom legation.workers import Work, in_order\n"
    )
    path.write_text(head + textwrap.dedent(body), encoding="utf-8")
    place = {**os.environ, "PYTHONPATH": str(folder)}
    return subprocess.Popen(
        [sys.executable, str(path)], text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=place
    )


def test_script_without_a_guard_is_not_run_by_its_workers(jobs: Work[str, str], tmp_path: Path) -> None:
    del jobs
    with script(
        "print('once')\nprint(len(list(in_order(Work(told_pids, lost), [['a']] * 5, workers=2))))\n", tmp_path
    ) as process:
        told, _ = process.communicate(timeout=60)

    assert told == "once\n5\n"


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL to send")
def test_workers_end_with_a_killed_caller(jobs: Work[str, str], tmp_path: Path) -> None:
    del jobs
    body = """
        found = in_order(Work(told_pids, lost), [['a']] * 50, workers=2)
        print(next(found)[0], flush=True)
        sys.stdin.read()
    """
    with script(body, tmp_path) as process:
        assert process.stdout
        pid = int(process.stdout.readline())
        process.send_signal(signal.SIGKILL)

    assert has_ended(pid)


def has_ended(pid: int) -> bool:
    for _ in range(100):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False
