"""Figure 2: h and the diagonal, with every fixed point certified."""

from collections.abc import Sequence
from fractions import Fraction
from functools import partial

from flint import arb
from matplotlib.figure import Figure

from numeric_checks.dynamics.fixed_points import fixed_points
from numeric_checks.dynamics.logit_map import LogitMap, Parameters, success
from proofs.figures.certified import TooWideError, curve, drawn, evenly
from proofs.figures.style import BLUE, GREY, P_REF, VERMILION, sheet, spelled, tidy

EPS = Fraction(1, 100000)
"""The ε of the caption."""
P_REFS = (Fraction(1, 1000), Fraction(1, 10), Fraction(1, 2))
BETAS = (Fraction(1), Fraction(5), Fraction(20))


def figure_2(p_refs: Sequence[Fraction] = P_REFS, betas: Sequence[Fraction] = BETAS, eps: Fraction = EPS) -> Figure:
    """A panel for each β and p_ref in (0, 1): h, y = p, and all fixed points, full where they attract and empty where they repel.

    Raises:
        TooWideError: where the number of fixed points stays undecided.
    """
    figure = sheet(
        3.0 * len(p_refs) + 0.6,
        2.8 * len(betas) + 0.9,
        f"Figure 2: fixed points of h for ε = {spelled(eps)}",
        f"ε is the paper's, β and {P_REF} are our choice.  Full circles attract, empty ones repel; those in the corner are below 1.",
    )
    panels = figure.subplots(len(betas), len(p_refs), sharex=True, sharey=True, squeeze=False)
    # Evenly spaced logits: near 0 and 1 the curve turns within 10⁻⁴ of the edge.
    at = evenly(Fraction(-16), Fraction(16), 513)
    across = curve(success, at)
    for i, beta in enumerate(betas):
        for j, p_ref in enumerate(p_refs):
            axes, q = panels[i, j], Parameters(p_ref, beta, eps)
            t = LogitMap(q)
            found = fixed_points(q)
            if found is None:
                raise TooWideError(f"the number of fixed points at {q} is undecided")
            axes.plot([0, 1], [0, 1], color=GREY, linewidth=0.9)
            axes.plot(across, curve(partial(_image, t), at), color=BLUE, linewidth=1.4)
            for f in found:
                p = drawn(partial(success, f.logit))
                full = {"attracting": VERMILION, "repelling": "white"}.get(f.stability, GREY)
                axes.plot([p], [p], "o", markersize=6, markeredgecolor=VERMILION, markerfacecolor=full, zorder=4, clip_on=False)
            axes.set(xlim=(0, 1), ylim=(0, 1), aspect="equal")
            tidy(axes, "p" if i == len(betas) - 1 else "", "h(p)" if j == 0 else "")
            axes.set_title(f"β = {spelled(beta)}, {P_REF} = {spelled(p_ref)}: {len(found)} fixed point{'s' * (len(found) > 1)}", fontsize=8)
    return figure


def _image(t: LogitMap, x: arb) -> arb:
    """h(σ(x)) = σ(T(x))."""
    return success(t(x))
