"""CPU milliseconds of each exact decision by the solvers on the paper's statements, beside the start of their processes."""

import statistics
import time
from unittest.mock import patch

from symbolic.smt import query
from symbolic.smt.query import CVC5, Z3
from symbolic.smt.solver import Reply, Solver, ask
from tests.test_smt import PAPER

TRIVIAL = "(set-logic QF_NRA)\n(declare-fun |x| () Real)\n(assert (< (* |x| |x|) 0.0))\n(check-sat)\n"
TARGET = 100.0


def forked(solver: Solver) -> float:
    """Milliseconds of CPU for a question that needs no thought: what a process costs."""
    return 1000 * min(ask(solver, [TRIVIAL], seconds=5, memory_mb=1024)[-1].cpu for _ in range(5))


def main() -> None:
    """Print a line for each statement, then the median, the worst and those over the target."""
    start_of = {Z3.module: forked(Z3), CVC5.module: forked(CVC5)}
    print("a trivial question, its process included:", ", ".join(f"{name} {ms:.0f} ms" for name, ms in start_of.items()))
    totals: dict[str, float] = {}
    for name, statement in PAPER.items():
        spent = dict.fromkeys(start_of, 0.0)

        def counted(solver: Solver, scripts: list[str], spent: dict[str, float] = spent, **limits: object) -> list[Reply]:
            replies = ask(solver, scripts, **limits)  # type: ignore[arg-type]
            spent[solver.module] += max(0.0, 1000 * replies[-1].cpu - start_of[solver.module])
            return replies

        before = time.process_time()
        with patch.dict(query.__globals__, {"ask": counted}):
            answer = query(statement, seconds=20)
        own = 1000 * (time.process_time() - before)
        totals[name] = own + sum(spent.values())
        parts = ", ".join(f"{module} {ms:.0f}" for module, ms in spent.items())
        print(f"{name:38s} {type(answer).__name__:9s} {totals[name]:5.0f} ms (encoding {own:.0f}, {parts})")
    over = [name for name, ms in totals.items() if ms > TARGET]
    print(
        f"median {statistics.median(totals.values()):.0f} ms, worst {max(totals.values()):.0f} ms; over {TARGET:.0f} ms: {over or 'none'}"
    )


if __name__ == "__main__":
    main()
