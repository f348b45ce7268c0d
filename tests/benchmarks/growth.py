"""How the prover's cost grows with the width of the box, the number of variables and the margin; ``--plot FILE`` draws it.

``python -m tests.benchmarks.growth [--seconds S] [--plot FILE]``; the plot needs the extra ``figures``.  Time is CPU time, replay included.
"""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from math import log2
from pathlib import Path

from symbolic.language import parse_statement
from tests.benchmarks.prover import measured, warm


@dataclass(frozen=True)
class Family:
    """Statements that differ in one number, ``along`` it; ``statements`` pairs it with the statement and its hypotheses."""

    name: str
    along: str
    statements: tuple[tuple[float, str, str], ...]


def box(n: int, low: str, high: str) -> str:
    """All of n variables between two numbers."""
    return " and ".join(f"{low} <= x{k} <= {high}" for k in range(n))


def _sum(n: int, term: str) -> str:
    return " + ".join(term.replace("#", f"x{k}").replace("@", f"x{(k + 1) % n}") for k in range(n))


FAMILIES = (
    Family("mild", "width", tuple(
        (w, f"exp(x0/10)*x1 - x0*x1**2/3 > -{w}**2*{w}", f"0 <= x0 <= {w} and 1/10 <= x1 <= {w}") for w in (1, 2, 4, 8, 16))),
    Family("near contact", "width", tuple(
        (w, "cosh(x0/4)*x1**2 - 2*x0*x1 + x0**2 > -1/10", box(2, f"-{w}", str(w))) for w in (1, 2, 4, 8))),
    Family("chain", "variables", tuple(
        (n, f"{_sum(n, '(# - @**2)**2')} + exp(-({'*'.join(f'x{k}' for k in range(n))})**2) > 1/10", box(n, "-1", "1"))
        for n in (1, 2, 3, 4))),
    Family("convex mean", "variables", tuple(
        (n, f"exp(({_sum(n, '#')})/{n}) < ({_sum(n, 'exp(#)')})/{n} + 1/20", box(n, "-1", "1")) for n in (1, 2, 3, 4))),
    Family("curve of contact", "margin", tuple(
        (k, f"(x0 - x1**2)**2 + (x0 - 3/7)**2*(2 + exp(x0*x1)) > -1e-{k}", box(2, "0", "1")) for k in (1, 3, 5, 7, 9))),
    Family("point of contact", "margin", tuple(
        (k, f"exp(x0 + x1**2) + exp(-x0 - x1**2) - 2 + (x0 - x1)**2 > -1e-{k}", box(2, "-1", "1")) for k in (1, 3, 5, 7, 9))),
)  # fmt: skip

Points = list[tuple[float, float, int]]


def growth(seconds: float) -> Iterator[tuple[Family, Points]]:
    """CPU seconds and leaves of each proof that was found in time."""
    for family in FAMILIES:
        points: Points = []
        for at, holds, given in family.statements:
            r = measured("prover", parse_statement(holds, [given]), seconds, 1)
            print(
                f"{family.along:10}{family.name:18}{at:>4} {r['verdict']:>8}{r['seconds'] * 1000:>9.1f} ms {r['boxes']:>7} leaves",
                flush=True,
            )
            if r["verdict"] == "proved":
                points.append((at, r["seconds"], max(r["boxes"], 1)))
        print(f"{'':10}{family.name}: {law(family, points)}")
        yield family, points


def law(family: Family, points: Points) -> str:
    """How the time grows from the first proof to the last, in words."""
    if len(points) < 2:
        return "too few proofs to tell"
    (first, short, _), (last, long, _) = points[0], points[-1]
    doublings = log2(long / short)
    if family.along == "width":
        return f"time grows as the power {doublings / log2(last / first):.2f} of the width"
    unit = "variable" if family.along == "variables" else "digit"
    return f"time grows by a factor of {2 ** (doublings / (last - first)):.2f} for each {unit}"


def plot(found: list[tuple[Family, Points]], path: Path) -> None:
    """One panel for each quantity: CPU seconds against it, on logarithmic scales where it is a width."""
    from matplotlib.figure import Figure  # type: ignore[import-not-found,import-untyped,unused-ignore]

    kinds = list(dict.fromkeys(family.along for family, _ in found))
    figure = Figure(figsize=(10, 3.2), layout="constrained")
    for axis, kind in zip(figure.subplots(1, len(kinds)), kinds, strict=True):
        for family, points in found:
            if family.along == kind:
                axis.semilogy([p[0] for p in points], [p[1] for p in points], "o-", label=family.name)
        if kind == "width":
            axis.set_xscale("log", base=2)
        axis.set_xlabel({"width": "width of the box", "variables": "number of variables", "margin": "digits of the margin"}[kind])
        axis.set_ylabel("CPU seconds")
        axis.legend()
    figure.savefig(path)


def main() -> None:
    """Measure, and draw where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--plot", type=Path)
    options = parser.parse_args()
    warm()
    found = list(growth(options.seconds))
    if options.plot:
        plot(found, options.plot)


if __name__ == "__main__":
    main()
