"""Times the certified dynamics against their goals: ``python tests/benchmarks/dynamics.py`` from the project's root."""

import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from fractions import Fraction
from multiprocessing import get_context
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from flint import arb, ctx

from numeric_checks.dynamics.bifurcations import in_beta
from numeric_checks.dynamics.cycles import all_cycles, verify
from numeric_checks.dynamics.diagram import phase_diagram
from numeric_checks.dynamics.fixed_points import count, fixed_points
from numeric_checks.dynamics.logit_map import LogitMap, Parameters
from numeric_checks.dynamics.orbit import limit
from numeric_checks.dynamics.phase import Grid, Regime, logarithmic

EPS = Fraction(1, 100000)
FIGURE_5 = Parameters(Fraction(1, 1000), Fraction(5), EPS)
GRID = Grid(logarithmic(Fraction(1, 10), Fraction(100), 200), logarithmic(Fraction(1, 10**5), Fraction(999, 1000), 200), EPS)


def milliseconds(work: Callable[[], object], times: int = 20) -> float:
    """The best of several."""
    best = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return 1000 * best


def line(name: str, value: float, unit: str, goal: float | None = None) -> None:
    """Print a figure, and its goal if it has one."""
    aim = "" if goal is None else f" goal ≤ {goal:g} {unit}{'' if value <= goal else '   MISSED'}"
    print(f"{name:58} {value:9.2f} {unit:2}{aim}")


def main() -> None:
    """All figures."""
    t, fixed = LogitMap(FIGURE_5), fixed_points(FIGURE_5)
    assert fixed is not None
    guess = arb("-6.056")
    with ctx.workprec(64):
        assert verify(t, guess, 2) is not None
        line("the number of fixed points", milliseconds(lambda: count(FIGURE_5)), "ms", 1)
        line("a 2-cycle, certified from a guess", milliseconds(lambda: verify(t, guess, 2)), "ms", 10)
    line("all 2-cycles there are", milliseconds(lambda: all_cycles(t, 2, fixed)), "ms", 10)
    line("all fixed points to 128 bits", milliseconds(lambda: fixed_points(FIGURE_5)), "ms")
    line("the bifurcations in β", milliseconds(lambda: in_beta(FIGURE_5.p_ref, EPS)), "ms")
    line("the limit from p_ref (Figure 5's 2-cycle)", milliseconds(lambda: limit(FIGURE_5, fixed), 5), "ms")
    start = time.perf_counter()
    cells = [c for column in phase_diagram(GRID) for c in column]
    line(f"phase diagram of {len(cells)} cells, one core", time.perf_counter() - start, "s", 360)
    start = time.perf_counter()
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as executor:
        phase_diagram(GRID, executor=executor)
    line(f"phase diagram of {len(cells)} cells, two processes", time.perf_counter() - start, "s", 180)
    line("  of them with an undecided count", sum(c.fixed_points is None for c in cells), "")
    line("  of them with an undecided regime", sum(c.regime is Regime.UNDECIDED for c in cells), "")


if __name__ == "__main__":
    main()
