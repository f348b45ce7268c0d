"""Runs the problem set side by side: this prover, codac, mpmath.iv, Arb and coq-interval; CPU time, boxes, memory, ratios.

``python -m tests.benchmarks.prover [--seconds S] [--json FILE]``.  Each run has a process of its own; imports are not counted.
"""

import argparse
import json
import multiprocessing
import resource
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from symbolic.statement import Statement
from tests.benchmarks.problems import FULL, PROBLEMS

GOALS_MS = {"I1": 25, "I3": 25, "I3 ratio": 25, "I7 slack": 25, "I6 factored": 1} | {p.label: 50 for p in FULL}
GOALS_MS |= {p.label: 20 for p in PROBLEMS if p.label.startswith("I9")}
"""The figures to reach, in milliseconds."""


def ours(statement: Statement, seconds: float) -> tuple[str, int]:
    """This prover, the replay of its certificate included."""
    from numeric_checks.prover import Enclosed, Open, Witnessed, prove
    from numeric_checks.prover.plan import measure

    found = prove(statement, seconds=seconds)
    if isinstance(found, Enclosed):
        return "proved", measure(found.certificate["proof"])[0]
    return ("refuted", 0) if isinstance(found, Witnessed) else ("open", 0) if isinstance(found, Open) else ("proved", 0)


def rival(name: str) -> Callable[[Statement, float], tuple[str, int]]:
    """One of the other tools."""

    def run(statement: Statement, seconds: float) -> tuple[str, int]:
        from tests.benchmarks import rivals

        goal = rivals.goal_of(statement)
        if goal is None:
            return "open", 0
        if name in ("codac", "coq-interval"):
            result = rivals.codac_hc4(goal, seconds) if name == "codac" else rivals.coq_interval(goal, seconds)
        else:
            arithmetic = rivals.mpmath_iv() if name == "mpmath.iv" else rivals.arb_balls()
            result = rivals.branch_and_bound(goal, arithmetic, seconds)
        return result.verdict, result.boxes

    return run


TOOLS: dict[str, Callable[[Statement, float], tuple[str, int]]] = {"prover": ours}
TOOLS |= {name: rival(name) for name in ("codac", "mpmath.iv", "Arb", "coq-interval")}


def _measured(tool: str, statement: Statement, seconds: float, repeat: int, pipe: Any) -> None:
    times = []
    for _ in range(repeat):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.process_time()
        verdict, boxes = TOOLS[tool](statement, seconds)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(time.process_time() - start + after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    pipe.send({"verdict": verdict, "boxes": boxes, "seconds": min(times), "first": times[0], "megabytes": memory})


def measured(tool: str, statement: Statement, seconds: float, repeat: int) -> dict[str, Any]:
    """What a tool does with a statement, in a process of its own."""
    ours_end, its_end = multiprocessing.Pipe()
    process = multiprocessing.get_context("fork").Process(target=_measured, args=(tool, statement, seconds, repeat, its_end))
    process.start()
    its_end.close()
    try:
        found: dict[str, Any] = ours_end.recv() if ours_end.poll(seconds * repeat + 30) else {}
    except EOFError:
        found = {}
    process.kill()
    process.join()
    return found or {"verdict": "crashed", "boxes": 0, "seconds": float("nan"), "first": float("nan"), "megabytes": float("nan")}


def table(seconds: float) -> list[dict[str, Any]]:
    """All problems by all tools, printed as they come."""
    tools = [t for t in TOOLS if t != "codac" or find_spec("codac")]
    print(f"{'problem':14}" + "".join(f"{t:>26}" for t in tools) + "   goal")
    rows = list[dict[str, Any]]()
    for problem in PROBLEMS + FULL:
        row = {t: measured(t, problem.statement, seconds, 3 if t == "prover" else 1) for t in tools}
        rows.append({"problem": problem.label, "true": problem.true, **row})
        cells = "".join(f"{r['verdict']:>9}{r['seconds'] * 1000:>9.1f} {r['boxes']:>7}" for r in row.values())
        goal = GOALS_MS.get(problem.label)
        met = (
            ""
            if goal is None
            else f"   {goal} ms {'met' if row['prover']['verdict'] == 'proved' and row['prover']['seconds'] * 1000 <= goal else 'MISSED'}"
        )
        print(f"{problem.label:14}{cells}{met}", flush=True)
    print("(each cell: verdict, CPU milliseconds, boxes or leaves)")
    for t in tools:
        right = [r for r in rows[: len(PROBLEMS)] if r[t]["verdict"] == ("proved" if r["true"] else "refuted")]
        wrong = [r["problem"] for r in rows if r[t]["verdict"] == ("refuted" if r["true"] else "proved")]
        ratios = [r[t]["seconds"] / r["prover"]["seconds"] for r in right if r["prover"]["seconds"] > 0]
        memory = max(r[t]["megabytes"] for r in rows)
        spread = f"its time over the prover's {min(ratios):.2f} to {max(ratios):.1f}" if ratios and t != "prover" else ""
        proved, refuted = sum(r["true"] for r in right), sum(not r["true"] for r in right)
        print(f"{t}: proved {proved}/19, refuted {refuted}/5, wrong {wrong or 'none'}, at most {memory:.0f} MB; {spread}")
    return rows


def warm() -> None:
    """Import what the processes share, so that no import is counted."""
    from numeric_checks.prover import prove

    prove(PROBLEMS[0].statement)


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=5.0)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    warm()
    for tool in ("mpmath.iv", "Arb", *(["codac"] if find_spec("codac") else [])):
        rival(tool)(PROBLEMS[1].statement, 0.01)
    rows = table(options.seconds)
    if options.json:
        options.json.write_text(json.dumps(rows, indent=1))


if __name__ == "__main__":
    main()
