"""Figure 5: the recursion from p_0 = p_ref, each point certified, with its certified limit."""

from collections.abc import Sequence
from fractions import Fraction
from functools import partial

from flint import arb, ctx
from matplotlib.figure import Figure

from numeric_checks.dynamics.cycles import Cycle
from numeric_checks.dynamics.fixed_points import FixedPoint, fixed_points
from numeric_checks.dynamics.logit_map import LogitMap, Parameters, success
from numeric_checks.dynamics.orbit import Limit, limit
from proofs.figures.certified import TooWideError, drawn
from proofs.figures.style import BLUE, GREEN, GREY, ORANGE, P_REF, VERMILION, sheet, spelled, tidy

EPS = Fraction(1, 100000)
"""The ε of the caption."""
P_REFS = (Fraction(1, 1000), Fraction(1, 100), Fraction(1, 10), Fraction(1, 2))
BETAS = (Fraction(1), Fraction(2), Fraction(5), Fraction(20))
_COLORS = (BLUE, ORANGE, VERMILION, GREEN)


def figure_5(p_refs: Sequence[Fraction] = P_REFS, betas: Sequence[Fraction] = BETAS, eps: Fraction = EPS, steps: int = 30) -> Figure:
    """A panel for each p_ref, a line for each β (at most four); marks at the right edge are the points of the certified limit."""
    figure = sheet(
        10,
        6.6,
        f"Figure 5: the recursion $p_n = h(p_{{n-1}})$ from $p_0$ = {P_REF}, ε = {spelled(eps)}",
        f"ε, and {P_REF} = 0.001 with β = 5, are the paper's; the rest is our choice.  Triangles at the right: the certified limit.",
    )
    panels = figure.subplots(2, -(-len(p_refs) // 2), sharex=True, sharey=True, squeeze=False)
    for axes, p_ref in zip(panels.flat, p_refs, strict=False):
        for beta, color in zip(betas, _COLORS, strict=False):
            q = Parameters(p_ref, beta, eps)
            found = limit(q, fixed_points(q))
            label = f"β = {spelled(beta)}: {_named(found)}"
            axes.plot(range(steps + 1), orbit(q, steps), ".-", color=color, linewidth=1, markersize=4, label=label)
            for x in _points(found):
                axes.plot([steps + 1], [drawn(partial(success, x))], "<", color=color, markersize=6, clip_on=False)
        axes.set(xlim=(0, steps + 1), ylim=(-0.02, 1.02))
        axes.axhline(float(p_ref), color=GREY, linewidth=0.8, linestyle=":")
        tidy(axes, "n", "$p_n$")
        axes.set_title(f"{P_REF} = {spelled(p_ref)}", fontsize=9)
        axes.legend(
            fontsize=7,
            loc="upper right" if p_ref < Fraction(1, 5) else "lower right",
            bbox_to_anchor=(1, 0.95, 0, 0) if p_ref < Fraction(1, 5) else None,
        )
    for axes in panels[0]:
        axes.set_xlabel("")
    return figure


def orbit(q: Parameters, steps: int) -> list[float]:
    """p_0, …, p_steps from p_0 = p_ref < 1, each to 10⁻⁶ at least; the precision grows where the recursion amplifies errors.

    Raises:
        TooWideError: if 4096 bits do not suffice.
    """
    for bits in (128, 512, 4096):
        with ctx.workprec(bits):
            t = LogitMap(q)
            points = t.orbit(t.reference, steps + 1)
            if all(x.is_finite() and x.rad() < 1e-6 * max(1, abs(float(x))) for x in points):
                return [drawn(partial(success, x)) for x in points]
    raise TooWideError(f"the orbit at {q} is not known for {steps} steps")


def _points(found: Limit) -> tuple[arb, ...]:
    match found.cycle:
        case FixedPoint() as f:
            return (f.logit,)
        case Cycle() as c:
            return c.logits
        case _:
            return ()


def _named(found: Limit) -> str:
    if isinstance(found.cycle, Cycle) and found.cycle.period > 1:
        return f"a {found.cycle.period}-cycle"
    if found.cycle is None:
        return "no limit decided"
    (x,) = _points(found)
    p = drawn(partial(success, x))
    return "just below 1" if p > 1 - 1e-6 else f"{p:.3g}"
