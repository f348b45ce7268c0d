"""Where condition (2) of Theorem 3 holds: certified for whole cells of (β, p_ref), for Figure 3."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from flint import arb, ctx

from numeric_checks.dynamics.logit_map import ball

_BITS = 80


def left_side(beta: arb, eps: Fraction) -> arb:
    """β cosh²(κ/β), κ = 1/√(1 + 4ε), which is the condition's left side."""
    c = (1 / (beta * (1 + 4 * ball(eps)).sqrt())).cosh()
    return beta * c * c


def right_side(p_ref: arb, eps: Fraction) -> arb:
    """𝓑(p_ref) for p_ref ≥ 1/2, the condition's right side."""
    u = p_ref * (1 - p_ref)
    v = u + ball(eps)
    return u * (2 * p_ref - 1) / (2 * v * v.sqrt())


def holds(betas: Sequence[Fraction], p_refs: Sequence[Fraction], eps: Fraction) -> tuple[tuple[bool | None, ...], ...]:
    """For each cell between neighbouring boundaries, a tuple for each β: True or False on all of it, None where a boundary passes.

    The boundaries increase, β > 0, 1/2 ≤ p_ref ≤ 1, ε > 0.

    Raises:
        ValueError: outside that domain.
    """
    if list(betas) != sorted(set(betas)) or list(p_refs) != sorted(set(p_refs)) or len(betas) < 2 or len(p_refs) < 2:
        raise ValueError("the boundaries of a grid increase, and there are at least two")
    if betas[0] <= 0 or p_refs[0] < Fraction(1, 2) or p_refs[-1] > 1 or eps <= 0:
        raise ValueError("the condition is for β > 0, 1/2 ≤ p_ref ≤ 1 and ε > 0")
    with ctx.workprec(_BITS):
        lefts = [_left(a, b, eps) for a, b in pairwise(betas)]
        rights = [_right(a, b, eps) for a, b in pairwise(p_refs)]
        return tuple(tuple(_compared(left, right) for right in rights) for left in lefts)


def _left(low: Fraction, high: Fraction, eps: Fraction) -> arb:
    """On [low, high] the side is convex in β (claim figure-3.interval): at most its ends, at least its tangent at one of them."""
    a, b = left_side(ball(low), eps), left_side(ball(high), eps)
    k = 1 / (1 + 4 * ball(eps)).sqrt()
    slopes = [(x.cosh() - 2 * x * x.sinh()) * x.cosh() for x in (k / ball(low), k / ball(high))]
    width = ball(high - low)
    lowest = [v if v < w else w for v, w in ((a, a + slopes[0] * width), (b, b - slopes[1] * width))]
    return arb.max(*lowest).union(arb.max(a, b))


def _right(low: Fraction, high: Fraction, eps: Fraction) -> arb:
    """By rational bounds of each factor: p(1 − p) falls and 2p − 1 rises, u/(u + ε)^{3/2} rises up to u = 2ε and falls beyond."""
    e = ball(eps)
    u_high, u_low = low * (1 - low), high * (1 - high)

    def factor(u: Fraction) -> arb:
        v = ball(u) + e
        return ball(u) / (v * v.sqrt())

    ends = factor(u_low).union(factor(u_high))
    if u_low <= 2 * eps <= u_high:
        ends = ends.union(factor(2 * eps))
    return ends * ball(2 * low - 1).union(ball(2 * high - 1)) / 2


def _compared(left: arb, right: arb) -> bool | None:
    return True if left >= right else False if left < right else None
