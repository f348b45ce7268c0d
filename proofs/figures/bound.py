"""Figure 4: the lower bound 𝓑 on β for local convergence, and its peak in closed form."""

from collections.abc import Sequence
from fractions import Fraction
from functools import partial

from flint import arb
from matplotlib.figure import Figure

from numeric_checks.dynamics.fixed_points import threshold
from numeric_checks.dynamics.logit_map import ball, success
from proofs.figures.certified import curve, drawn, evenly
from proofs.figures.style import BLUE, GREEN, VERMILION, sheet, spelled, tidy

EPSILONS = (Fraction(1, 100000), Fraction(1, 1000), Fraction(1, 10))


def figure_4(epsilons: Sequence[Fraction] = EPSILONS) -> Figure:
    """𝓑 over p, and over logit p where the peaks can be seen; dashed, its largest value 1/(3√3 √ε (1 + 4ε)).  At most three ε > 0."""
    note = (
        "The smoothings are our choice; the first is that of Figures 2 and 5.  Dashed: the largest value, above which all orbits converge."
    )
    figure = sheet(10, 4.4, "Figure 4: the least β for |h'(p*)| < 1 at a fixed point p*", note)
    left, right = figure.subplots(1, 2)
    at = evenly(Fraction(-16), Fraction(16), 641)
    across = curve(success, at)
    for eps, color in zip(epsilons, (BLUE, VERMILION, GREEN), strict=False):
        heights = curve(partial(_bound, eps), at)
        peak = drawn(partial(threshold, eps))
        left.plot(across, heights, color=color, label=f"ε = {spelled(eps)}, at most {peak:.3g}")
        right.plot([float(x) for x in at], heights, color=color)
        right.axhline(peak, color=color, linewidth=0.9, linestyle="--")
    left.set(xlim=(0, 1), ylim=(0, 10))
    right.set(xlim=(-16, 16), ylim=(1e-2, 100), yscale="log")
    left.legend(frameon=False, fontsize=8, loc="upper center")
    tidy(left, "fixed point p*", "𝓑(p*)".replace("𝓑", "$\\mathcal{B}$"))
    tidy(right, "logit p*", "$\\mathcal{B}$(p*)")
    return figure


def _bound(eps: Fraction, x: arb) -> arb:
    """𝓑(σ(x)) = |sinh(x/2)|/(1 + 4ε cosh²(x/2))^{3/2}."""
    c = (x / 2).cosh()
    v = 1 + 4 * ball(eps) * c * c
    return abs((x / 2).sinh()) / (v * v.sqrt())
