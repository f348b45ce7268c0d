"""Figure 3: where condition (2) of Theorem 3 holds, on certified cells."""

from fractions import Fraction

import numpy as np
from matplotlib.colors import ListedColormap
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from numeric_checks.dynamics.condition import holds
from numeric_checks.dynamics.phase import logarithmic
from proofs.figures.certified import evenly
from proofs.figures.style import GREY, P_REF, SKY, VERMILION, sheet, spelled, tidy

_COLORS = (VERMILION, SKY, GREY)
_NAMES = ("the condition fails", "the condition holds", "undecided cell")


def figure_3(eps: Fraction = Fraction(1, 100000), cells: int = 200) -> Figure:
    """The cells of (β, p_ref) where the condition holds, fails, or changes: over p_ref, and over 1 − p_ref on a logarithmic scale."""
    betas = logarithmic(Fraction(1, 20), Fraction(200), cells)
    failing = logarithmic(eps / 100, Fraction(1, 2), cells)
    straight = evenly(Fraction(1, 2), Fraction(1), cells + 1)
    bent = tuple(1 - q for q in reversed(failing))
    figure = sheet(
        10,
        4.6,
        f"Figure 3: condition (2) of Theorem 3 for ε = {spelled(eps)}",
        "The parameters are our choice.  Amplification needs no condition.",
    )
    left, right = figure.subplots(1, 2)
    for axes, p_refs, heights in ((left, straight, straight), (right, bent, [1 - p for p in bent])):
        answers = np.array([[{False: 0, True: 1, None: 2}[answer] for answer in column] for column in holds(betas, p_refs, eps)])
        edges = [float(b) for b in betas], [float(p) for p in heights]
        axes.pcolormesh(*edges, answers.T, cmap=ListedColormap(_COLORS), vmin=-0.5, vmax=2.5, rasterized=True)
        axes.set_xscale("log")
    right.set_yscale("log")
    right.invert_yaxis()
    tidy(left, "β", P_REF)
    tidy(right, "β", f"1 − {P_REF} (upwards {P_REF} nears 1)")
    for axes in (left, right):
        axes.grid(False)
    patches = [Patch(color=color, label=name) for color, name in zip(_COLORS, _NAMES, strict=True)]
    left.legend(handles=patches, loc="lower left", fontsize=8, framealpha=0.95)
    return figure
