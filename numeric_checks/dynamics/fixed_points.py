"""All fixed points of T: how many, and a verified interval for each.

ψ(x) = x − T(x) rises up to x₁, falls to x₂ and rises again (claim beyond.n6), where sinh²(xᵢ/2) are the two positive roots of
y = β²(1 + 4ε + 4εy)³; for β ≥ B_max it rises throughout.  For ε = 0 it rises up to 2 asinh β and falls beyond (beyond.n11).
"""

from dataclasses import dataclass
from fractions import Fraction

from flint import arb, ctx

from numeric_checks.dynamics.logit_map import LogitMap, Parameters, ball
from numeric_checks.dynamics.newton import bisect, certify, middle, sharpen

_PRECISIONS = (64, 128, 256, 1024, 4096)


@dataclass(frozen=True)
class FixedPoint:
    """A fixed point in logit coordinates (``inf`` for p = 1) and the multiplier h'(p*) there."""

    logit: arb
    multiplier: arb

    @property
    def stability(self) -> str:
        """attracting, repelling, or undecided where |h'(p*)| cannot be told from 1."""
        size = abs(self.multiplier)
        return "attracting" if size < 1 else "repelling" if size > 1 else "undecided"


CERTAIN = FixedPoint(arb.pos_inf(), arb(0))
"""p = 1, where h is flat: a fixed point for p_ref = 1, and for ε = 0 once h is extended by 1."""


def above_threshold(q: Parameters) -> bool:
    """β ≥ B_max(ε) = 1/(3√3·√ε·(1 + 4ε)), decided exactly; false for ε = 0."""
    return 27 * q.eps * (1 + 4 * q.eps) ** 2 * q.beta**2 >= 1


def turning_points(q: Parameters) -> tuple[arb, ...] | None:
    """Where ψ turns, from left to right, at the working precision; None where they cannot be told apart at it."""
    if q.eps == 0:
        return (2 * ball(q.beta).asinh(),)
    if above_threshold(q):
        return ()
    e, b2 = ball(q.eps), ball(q.beta**2)

    def excess(y: arb) -> arb:
        u = 1 + 4 * e + 4 * e * y
        return y - b2 * u * u * u

    def slope(y: arb) -> arb:
        u = 1 + 4 * e + 4 * e * y
        return 1 - 12 * e * b2 * u * u

    found = []
    # The excess is concave: Newton's method runs monotonically into the left root from 0, and into the right one from far out.
    for y in (arb(0), 1 / (8 * ball(q.beta) * e * e.sqrt()) + 1):
        for _ in range(200):
            y = middle(y)
            nearer = middle(y - excess(y) / slope(y))
            if not nearer.is_finite() or abs(nearer - y) <= abs(y) * arb(2) ** (12 - ctx.prec):
                break
            y = nearer
        root = certify(excess, slope, y)
        if root is None:
            return None
        found.append(2 * root.sqrt().asinh())
    return (found[0], found[1]) if found[0] < found[1] else None


def _brackets(t: LogitMap) -> list[tuple[arb, arb, bool]] | None:
    """An interval and the direction of ψ for each fixed point, or None where a sign is uncertain at this precision."""
    turns = turning_points(t.parameters)
    if turns is None:
        return None
    ends = [t.low - 1, *turns, (t.high + 1) if t.parameters.eps else _far_right(t, turns[0])]
    signs = [_sign(x - t(x)) for x in ends]
    if None in signs:
        return None
    pairs = zip(zip(ends, signs, strict=True), zip(ends[1:], signs[1:], strict=True), strict=False)
    return [(a, b, bool(sb and sb > 0)) for (a, sa), (b, sb) in pairs if sa != sb]


def _far_right(t: LogitMap, start: arb) -> arb:
    """For ε = 0: a point right of ``start`` where ψ < 0 for certain."""
    x = middle(start) + 1
    while not x - t(x) < 0:
        x = 2 * x
    return x


def _sign(x: arb) -> int | None:
    return 1 if x > 0 else -1 if x < 0 else None


def count(q: Parameters) -> int | None:
    """The number of fixed points in (0, 1), certain; None at a saddle-node that 4096 bits do not resolve."""
    if q.p_ref == 1:
        return 0
    for bits in _PRECISIONS:
        with ctx.workprec(bits):
            brackets = _brackets(LogitMap(q))
        if brackets is not None:
            return len(brackets)
    return None


def fixed_points(q: Parameters, bits: int = 128) -> tuple[FixedPoint, ...] | None:
    """All fixed points in [0, 1], from left to right, with about ``bits`` bits each; None where the count is undecided.

    p = 1 is among them for p_ref = 1, and for ε = 0 where h is extended by 1 (Remark 1's singularity is removable).
    """
    if q.p_ref == 1:
        return (CERTAIN,)
    t = LogitMap(q)
    for precision in _PRECISIONS:
        with ctx.workprec(precision):
            brackets = _brackets(t)
            if brackets is None:
                continue
            roots = [
                bisect(lambda x: x - t(x), low, high, rising=rising, slope=lambda x: 1 - t.multiplier(x)) for low, high, rising in brackets
            ]
        certain = [r for r in roots if r is not None]
        if len(certain) == len(roots):
            return (*(_sharp(t, r, bits, precision) for r in certain), *((CERTAIN,) if q.eps == 0 else ()))
    return None


def _sharp(t: LogitMap, root: arb, bits: int, precision: int) -> FixedPoint:
    with ctx.workprec(precision):
        root = sharpen(lambda x: x - t(x), lambda x: 1 - t.multiplier(x), root, bits)
    with ctx.workprec(max(bits, precision) + 64):
        return FixedPoint(root, t.multiplier(root))


def threshold(eps: Fraction) -> arb:
    """B_max(ε) = 1/(3√3·√ε·(1 + 4ε)) at the working precision (claim beyond.n3); ε > 0."""
    e = ball(eps)
    return 1 / (3 * arb(3).sqrt() * e.sqrt() * (1 + 4 * e))
