"""The phase diagram over (β, p_ref): certified regions, and the curves on which fixed points are born or turn unstable."""

from collections.abc import Callable
from concurrent.futures import Executor
from fractions import Fraction
from functools import partial
from pathlib import Path

import numpy as np
from flint import arb
from matplotlib.axes import Axes
from matplotlib.colors import ListedColormap
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from numeric_checks.dynamics.bifurcations import in_reference
from numeric_checks.dynamics.diagram import phase_diagram
from numeric_checks.dynamics.logit_map import success
from numeric_checks.dynamics.phase import Cell, Grid, Regime, logarithmic
from proofs.figures.certified import drawn
from proofs.figures.style import BLUE, DARK, GREEN, GREY, LIGHT, ORANGE, P_REF, PURPLE, SKY, VERMILION, YELLOW, sheet, spelled, tidy

REGIMES = {
    Regime.CONTRACTING: (LIGHT, "contracting: to the one fixed point from anywhere"),
    Regime.MONOTONE: (SKY, "monotone from n = 1 on"),
    Regime.ESCAPING: (BLUE, "escaping: increases past 1 − $p_{\\mathrm{ref}}$"),
    Regime.DESCENDING: (PURPLE, "decreases to a fixed point above 1/2"),
    Regime.SETTLING: (GREEN, "trapped below 1/2, to the left fixed point"),
    Regime.CYCLING: (ORANGE, "trapped below 1/2, to a 2-cycle (*)"),
    Regime.TRAPPED: (VERMILION, "trapped below 1 − $p_{\\mathrm{ref}}$, more not decided"),
    Regime.UNDECIDED: ("white", "undecided cell"),
}
COUNTS = {1: (LIGHT, "one fixed point"), 3: (YELLOW, "three fixed points"), None: ("white", "undecided cell")}


def grid(cells: int = 200, eps: Fraction = Fraction(1, 100000)) -> Grid:
    """``cells`` × ``cells`` cells, evenly spaced in the logarithms of β in [0.1, 100] and of p_ref in [10⁻⁵, 0.999]."""
    return Grid(logarithmic(Fraction(1, 10), Fraction(100), cells), logarithmic(Fraction(1, 10**5), Fraction(999, 1000), cells), eps)


def phase_figure(
    on: Grid | None = None,
    *,
    executor: Executor | None = None,
    save: Path | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Figure:
    """What p_n does from p_0 = p_ref, and how many fixed points there are, cell by cell; each answer holds on the whole cell."""
    on = on or grid()
    cells = phase_diagram(on, executor=executor, save=save, progress=progress)
    number = sum(len(column) for column in cells)
    open_ = sum(c.regime is Regime.UNDECIDED for column in cells for c in column)
    figure = sheet(
        11.5,
        6.2,
        f"What $p_n$ does from $p_0$ = {P_REF}, and the number of fixed points: ε = {spelled(on.eps)}",
        f"{number} cells, each certified as a whole; {open_} regimes undecided.  (*) Unless some $p_n$ is the repelling fixed point itself."
        "\nε is that of Figures 2 and 5, the ranges are our choice.",
    )
    left, right = figure.subplots(1, 2, sharey=True)
    seen = {c.regime for column in cells for c in column}
    _painted(left, on, cells, list(REGIMES), lambda c: c.regime, [color for color, _ in REGIMES.values()])
    _painted(right, on, cells, list(COUNTS), lambda c: c.fixed_points, [color for color, _ in COUNTS.values()])
    _curves(left, on, "period_doublings", DARK)
    _curves(right, on, "saddle_nodes", DARK)
    left.plot([5], [0.001], "x", color="black", markersize=7, markeredgewidth=1.8)
    left.annotate("Figure 5's panel", (5, 0.001), (6.5, 0.00125), fontsize=8)
    for axes in (left, right):
        axes.set(xscale="log", yscale="log", xlim=_ends(on.betas), ylim=_ends(on.p_refs))
        tidy(axes, "β", P_REF)
        axes.grid(False)
    right.set_ylabel("")
    line = Line2D([], [], color=DARK, linewidth=1.1)
    patches = [Patch(facecolor=color, edgecolor=GREY, linewidth=0.5, label=name) for r, (color, name) in REGIMES.items() if r in seen]
    below = {"loc": "upper center", "bbox_to_anchor": (0.5, -0.14), "fontsize": 8, "frameon": False}
    line.set_label("the left fixed point turns unstable")
    left.legend(handles=[*patches, line], ncols=2, **below)
    counted = [Patch(facecolor=color, edgecolor=GREY, linewidth=0.5, label=name) for color, name in COUNTS.values()]
    right.legend(handles=[*counted, Line2D([], [], color=DARK, linewidth=1.1, label="two fixed points meet and vanish")], ncols=2, **below)
    return figure


def _painted(
    axes: Axes, on: Grid, cells: tuple[tuple[Cell, ...], ...], keys: list[object], of: Callable[[Cell], object], colors: list[str]
) -> None:
    values = np.array([[keys.index(of(c)) for c in column] for column in cells])
    edges = [float(b) for b in on.betas], [float(r) for r in on.p_refs]
    axes.pcolormesh(*edges, values.T, cmap=ListedColormap(colors), vmin=-0.5, vmax=len(keys) - 0.5, rasterized=True)


def _curves(axes: Axes, on: Grid, name: str, color: str) -> None:
    """The certified positions in p_ref at each boundary of β, as curves within the diagram."""
    rows: list[list[tuple[float, float]]] = [[], []]
    for beta in on.betas:
        places: tuple[arb, ...] | None = getattr(in_reference(beta, on.eps), name)
        for row, x in zip(rows, places or (), strict=False):
            if x > -30:
                row.append((float(beta), drawn(partial(success, x))))
    for row in rows:
        if row:
            axes.plot(*zip(*row, strict=True), color=color, linewidth=1.1)


def _ends(values: tuple[Fraction, ...]) -> tuple[float, float]:
    return float(values[0]), float(values[-1])
