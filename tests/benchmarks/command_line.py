"""Times the command line and weighs a whole check: ``make benchmarks`` prints the figures against their goals.

Wall-clock seconds, the best of several; memory is the sum over all processes of the run of what each holds alone or its share.
"""

import ctypes
import os
import resource
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PROGRAM = [sys.executable, "-m", "proofs.cli.main"]
_PAUSE = 0.05
_SUBREAPER = 36
"""PR_SET_CHILD_SUBREAPER of Linux's prctl."""


@dataclass(frozen=True)
class Figure:
    """What was measured, and the goal."""

    name: str
    value: float
    goal: float
    unit: str = "s"

    def __str__(self) -> str:
        missed = "" if self.value <= self.goal else "   MISSED"
        return f"{self.name:34} {self.value:9.2f} {self.unit:3} goal ≤ {self.goal:g} {self.unit}{missed}"


def timed(*arguments: str, times: int = 1) -> float:
    """The best wall-clock time of the program."""
    best = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        subprocess.run([*PROGRAM, *arguments], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        best = min(best, time.perf_counter() - start)
    return best


def weighed(*arguments: str) -> tuple[float, float, float]:
    """Wall-clock seconds, CPU seconds and peak megabytes of the program with all its processes."""
    ctypes.CDLL(None).prctl(_SUBREAPER, 1)  # processes that outlive the program are waited for here, with the CPU time they took
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    process = subprocess.Popen([*PROGRAM, *arguments], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak = 0
    while process.poll() is None:
        peak = max(peak, sum(map(_share, _family(process.pid))))
        time.sleep(_PAUSE)
    wall = time.perf_counter() - start
    with suppress(ChildProcessError):
        while True:
            os.wait()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, peak / 1024


def _family(root: int) -> set[int]:
    """The process and all its descendants."""
    parents: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except OSError:  # it has ended
                continue
    family = {root}
    while more := {pid for pid, parent in parents.items() if parent in family and pid not in family}:
        family |= more
    return family


def _share(pid: int) -> int:
    """Kilobytes that the process holds alone, and its share of what it shares."""
    try:
        rows = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:  # it has ended
        return 0
    return sum(int(row.split()[1]) for row in rows if row.startswith("Pss:"))


def figures() -> list[Figure]:
    """All figures, each with its goal."""
    cold, cpu, memory = weighed("check", "--fresh")
    return [
        Figure("--help", timed("--help", times=5), 0.3),
        Figure("list", timed("list", times=5), 1.0),
        Figure(f"check, cold, {len(os.sched_getaffinity(0))} cores", cold, 30.0),
        Figure("check, cold, CPU", cpu, 60.0),
        Figure("check, nothing changed", timed("check", times=3), 2.0),
        Figure("check, cold, peak memory", memory, 1000.0, "MB"),
    ]


if __name__ == "__main__":
    print(*figures(), sep="\n")
