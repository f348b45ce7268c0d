"""Where fixed points are born (saddle-nodes) and where the left one starts to repel (period doublings), in p_ref and in β.

A fixed point x of T has multiplier g'(x)/β.  For given β the saddle-nodes lie at logit p_ref = ψ(xᵢ), ψ(x) = x − g(x)/β, and the
period doublings at ψ(−xᵢ), where x₁ < x₂ are the turning points, g'(xᵢ) = β.  For given p_ref put β = g'(x):

    saddle-node      logit p_ref = x − g/g',   whose derivative in x is g g''/g'²
    period doubling  logit p_ref = −x − g/g',  whose derivative in x is g g''/g'² − 2

With s = sinh²(x/2), g g''/g'² = (1 + 4ε)/s + 1 − 4ε − 8εs falls in x from ∞ to −∞ (to 1 for ε = 0), so that each right side rises to
one greatest value, the cusp, and then falls: each equation has two solutions below its cusp and none above.
"""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from flint import arb, ctx

from numeric_checks.dynamics.fixed_points import above_threshold, turning_points
from numeric_checks.dynamics.logit_map import LogitMap, Parameters, ball
from numeric_checks.dynamics.newton import bisect, middle

_PRECISIONS = (64, 128, 256, 1024)


@dataclass(frozen=True)
class Bifurcations:
    """Positions in increasing order; None where they are not told apart (next to a cusp).

    In p_ref these are logits.  With two saddle-nodes there are three fixed points between them and one outside; with two period
    doublings the left fixed point repels between them and attracts outside.  For ε = 0 there may be one alone: below it in p_ref
    (above it in β) there are two fixed points in (0, 1), and of the period doublings the one in p_ref has the repelling side below.
    """

    saddle_nodes: tuple[arb, ...] | None
    period_doublings: tuple[arb, ...] | None


def in_reference(beta: Fraction, eps: Fraction, bits: int = 128) -> Bifurcations:
    """The logits of p_ref at which a bifurcation happens, for given β > 0 and ε ≥ 0."""
    q = Parameters(Fraction(1, 2), beta, eps)
    if above_threshold(q):
        return Bifurcations((), ())
    for precision in (max(64, bits + 64), 1024 + bits, 4096 + bits):
        with ctx.workprec(precision):
            turns = turning_points(q)
            if turns is None:
                continue
            t = LogitMap(q)
            nodes = [x - t.gain(x) / t.beta for x in turns]
            doublings = [-x - t.gain(x) / t.beta for x in turns]
        if all(b < a or len(nodes) == 1 for a, b in ((nodes[0], nodes[-1]), (doublings[0], doublings[-1]))):
            return Bifurcations(tuple(reversed(nodes)), tuple(reversed(doublings)))
    return Bifurcations(None, None)


def in_beta(p_ref: Fraction, eps: Fraction, bits: int = 128) -> Bifurcations:
    """The β at which a bifurcation happens, for given p_ref in (0, 1] and ε ≥ 0; none for p_ref = 1."""
    if p_ref == 1:
        return Bifurcations((), ())
    t = LogitMap(Parameters(p_ref, Fraction(1), eps))
    return Bifurcations(_solutions(t, 1, bits), _solutions(t, -1, bits))


def _solutions(t: LogitMap, side: int, bits: int) -> tuple[arb, ...] | None:
    """g' at the solutions x > 0 of side·x − g(x)/g'(x) = logit p_ref; the position of the cusp parts the two."""
    for precision in _PRECISIONS:
        with ctx.workprec(precision):
            found = _both_sides(t, side)
        if found is None:
            continue
        with ctx.workprec(bits + 64):
            excess, slope = _equation(t, side)
            sharp = [_refined(excess, slope, x) for x in found]
            betas = sorted((t.slope(x) for x in sharp), key=float)
        if all(a < b for a, b in pairwise(betas)):
            return tuple(betas)
    return None


def _refined(excess: Callable[[arb], arb], slope: Callable[[arb], arb], root: arb) -> arb:
    """Interval Newton within ``root``, which holds one solution, until it stops to help."""
    for _ in range(60):
        image = middle(root) - excess(middle(root)) / slope(root)
        if not image.is_finite():
            return root
        nearer = root.intersection(image)
        if not nearer.rad() < root.rad() / 2:
            return nearer
        root = nearer
    return root


def _equation(t: LogitMap, side: int) -> tuple[Callable[[arb], arb], Callable[[arb], arb]]:
    """side·x − g/g' − logit p_ref and its derivative, for x > 0."""
    e = ball(t.parameters.eps)

    def excess(x: arb) -> arb:
        c = (x / 2).cosh()
        return side * x - 2 * c * (1 + 4 * e * c * c) / (x / 2).sinh() - t.reference

    def slope(x: arb) -> arb:
        s = (x / 2).sinh()
        s = s * s
        return (1 + 4 * e) / s + side - 4 * e - 8 * e * s

    return excess, slope


def _cusp(t: LogitMap, side: int) -> arb | None:
    """Where the right side is greatest; None where it rises for ever (saddle-nodes for ε = 0)."""
    e = ball(t.parameters.eps)
    if side > 0:
        return 2 * ((1 + 4 * e) / (8 * e)).sqrt().asinh() if t.parameters.eps else None
    k = 1 + 4 * e  # the positive root of 8εs² + ks = k
    return 2 * (2 * k / (k + (k * k + 32 * e * k).sqrt())).sqrt().asinh()


def _both_sides(t: LogitMap, side: int) -> list[arb] | None:
    """A ball around each solution, left and right of the cusp; None where a sign is uncertain."""
    excess, slope = _equation(t, side)
    cusp = _cusp(t, side)
    near, far = arb(1), (middle(cusp) if cusp is not None else arb(1)) + 1
    while not excess(near) < 0:
        near = near / 2
    if cusp is None:
        while not excess(far) > 0:
            far = 2 * far
        return _listed(bisect(excess, near, far, rising=True, slope=slope))
    top = excess(cusp)
    if top < 0:
        return []
    if not top > 0:
        return None
    while not excess(far) < 0:
        far = 2 * far
    near = near if near < cusp else middle(cusp) / 2
    while not excess(near) < 0:
        near = near / 2
    return _listed(
        bisect(excess, near, cusp, rising=True, slope=slope),
        bisect(excess, cusp, far, rising=False, slope=slope),
    )


def _listed(*roots: arb | None) -> list[arb] | None:
    return None if None in roots else [x for x in roots if x is not None]
