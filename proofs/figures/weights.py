"""Figure 1: the weights of successes and failures over the success probability of the old policy."""

from fractions import Fraction

from flint import arb
from matplotlib.figure import Figure

from proofs.figures.certified import curve, evenly
from proofs.figures.style import BLUE, GREY, VERMILION, sheet, tidy

_HIGHEST = 6


def figure_1() -> Figure:
    """√((1 − p)/p) and √(p/(1 − p)): Section 2.1, before smoothing."""
    at = evenly(Fraction(1, 60), Fraction(59, 60), 237)
    figure = sheet(6.2, 4.2, "Figure 1: weights of right and wrong answers", "Without smoothing, as in Section 2.1.")
    axes = figure.add_subplot()
    for label, weight, color in (
        (r"success, $\sqrt{(1-p)/p}$", lambda p: ((1 - p) / p).sqrt(), BLUE),
        (r"failure, $\sqrt{p/(1-p)}$", lambda p: (p / (1 - p)).sqrt(), VERMILION),
    ):
        axes.plot([float(p) for p in at], curve(weight, at), color=color, label=label)
    axes.axvline(0.5, color=GREY, linewidth=0.8, linestyle=":")
    axes.plot([0.5], [float(arb(1))], "o", color=GREY, markersize=4)
    axes.annotate("equal at p = 1/2 alone", (0.5, 1), (0.53, 2.2), fontsize=8, arrowprops={"arrowstyle": "-", "color": GREY})
    axes.set(xlim=(0, 1), ylim=(0, _HIGHEST))
    axes.legend(framealpha=1, edgecolor="none", loc="upper center")
    tidy(axes, "success probability p of the old policy", "weight of an answer")
    return figure
