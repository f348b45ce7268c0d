"""All cycles of a given period in an interval: subdivision and interval Newton on T^k(x) − x, in logit coordinates."""

from dataclasses import dataclass

from flint import arb, ctx

from numeric_checks.dynamics.fixed_points import FixedPoint, above_threshold
from numeric_checks.dynamics.logit_map import LogitMap
from numeric_checks.dynamics.newton import certify, middle, sharpen, step

_MOST_PIECES = 200_000


@dataclass(frozen=True)
class Cycle:
    """A cycle of minimal period len(logits), its points in the order of T from the smallest, and its multiplier."""

    logits: tuple[arb, ...]
    multiplier: arb

    @property
    def period(self) -> int:
        """The minimal period."""
        return len(self.logits)

    @property
    def stability(self) -> str:
        """attracting, repelling, or undecided."""
        size = abs(self.multiplier)
        return "attracting" if size < 1 else "repelling" if size > 1 else "undecided"


def returns(t: LogitMap, x: arb, period: int) -> arb:
    """T^period(x) − x."""
    return t.orbit(x, period + 1)[-1] - x


def growth(t: LogitMap, x: arb, period: int) -> arb:
    """The derivative of T^period at x: the product of the multipliers along the orbit."""
    return _product(t, t.orbit(x, period))


def _product(t: LogitMap, points: list[arb]) -> arb:
    product = arb(1)
    for y in points:
        product = product * t.multiplier(y)
    return product


def verify(t: LogitMap, guess: arb, period: int, bits: int = 128) -> Cycle | None:
    """The cycle of minimal period ``period`` through a point near ``guess``, certified; None where there is none to be shown."""
    root = _solution(t, guess, period)
    return None if root is None else _cycle(t, root, period, bits)


def _solution(t: LogitMap, guess: arb, period: int) -> arb | None:
    return certify(lambda x: returns(t, x, period), lambda x: growth(t, x, period) - 1, guess)


def _apart(a: arb, b: arb) -> bool:
    return bool(a < b or a > b)


def _cycle(t: LogitMap, root: arb, period: int, bits: int) -> Cycle | None:
    root = sharpen(lambda x: returns(t, x, period), lambda x: growth(t, x, period) - 1, root, bits)
    with ctx.workprec(bits + 64):
        points = t.orbit(root, period)
        if any(not _apart(points[i], points[j]) for i in range(period) for j in range(i)):
            return None
        first = min(range(period), key=lambda i: float(points[i]))
        return Cycle(tuple(points[first:] + points[:first]), growth(t, root, period))


@dataclass(frozen=True)
class _Point:
    """A ball with exactly one solution of T^period(x) = x, which is also the only one in ``alone``."""

    ball: arb
    alone: arb


def periodic_points(t: LogitMap, period: int, low: arb, high: arb, beyond: arb | None = None) -> list[arb] | None:
    """A ball around each solution of T^period(x) = x in [low, high], each with exactly one; None if some piece stays undecided.

    A piece is dropped where T^period(x) ≠ x on all of it, where its orbit passes ``beyond`` (a point from which orbits never come
    back), or where the function is monotone there and has at most the one zero that interval Newton certifies; else it is halved.
    """
    found = _solutions(t, period, low, high, beyond)
    return None if found is None else [p.ball for p in found]


def _solutions(t: LogitMap, period: int, low: arb, high: arb, beyond: arb | None) -> list[_Point] | None:
    pieces = [(middle(low), middle(high))]
    found: list[_Point] = []
    for _ in range(_MOST_PIECES):
        if not pieces:
            return found
        a, b = pieces.pop()
        x = a.union(b)
        points = t.orbit(x, period + 1)
        if beyond is not None and any(y > beyond for y in points):
            continue
        gap = points.pop() - x
        if gap.is_finite() and not gap.contains(0):
            continue
        rise = _product(t, points) - 1
        if rise.is_finite() and not rise.contains(0):
            at_a, at_b = returns(t, a, period), returns(t, b, period)
            if (at_a > 0 and at_b > 0) or (at_a < 0 and at_b < 0):
                continue
            if (at_a > 0 and at_b < 0) or (at_a < 0 and at_b > 0):
                root = _narrow(t, period, a, b, bool(at_a < 0))
                if root is None:
                    return None
                found.append(_Point(root, x))
                continue
        if b - a < abs(a) * arb(2) ** (20 - ctx.prec) + arb(2) ** (20 - ctx.prec):
            return None
        center = middle((a + b) / 2)
        pieces += [(a, center), (center, b)]
    return None


def _narrow(t: LogitMap, period: int, a: arb, b: arb, rising: bool) -> arb | None:
    """A ball around the one zero in [a, b]; None where a sign is uncertain before interval Newton succeeds."""
    while True:
        better = step(lambda y: returns(t, y, period), lambda y: growth(t, y, period) - 1, a.union(b))
        if better is not None:
            return better
        center = middle((a + b) / 2)
        value = returns(t, center, period)
        if not (value > 0 or value < 0):
            return None
        a, b = (center, b) if (value < 0) == rising else (a, center)


def cycles(t: LogitMap, period: int, low: arb, high: arb, bits: int = 128, beyond: arb | None = None) -> tuple[Cycle, ...] | None:
    """All cycles of minimal period ``period`` with a point in [low, high], each once; None where the search is not complete."""
    points = _solutions(t, period, low, high, beyond)
    if points is None:
        return None
    found: list[Cycle] = []
    for x in points:
        least = _minimal_period(t, x, period)
        if least is None:
            return None
        if least < period:
            continue
        # A point of a cycle found before, where there is one solution only, is that solution; a mere touch tells nothing.
        if any(x.alone.contains(y) for c in found for y in c.logits):
            continue
        cycle = _cycle(t, x.ball, period, bits)
        if cycle is None or any(not _apart(y, z) for c in found for y in c.logits for z in cycle.logits):
            return None
        found.append(cycle)
    return tuple(sorted(found, key=lambda c: float(c.logits[0])))


def all_cycles(t: LogitMap, period: int, fixed: tuple[FixedPoint, ...] | None, bits: int = 128) -> tuple[Cycle, ...] | None:
    """All cycles of minimal period ``period`` ≥ 2 anywhere, each once; None where the search is not complete.

    T increases on [0, ∞), so that a cycle has a point below 0, and none is below T(0).  ``fixed`` are all fixed points (None if
    undecided): for ε = 0 an orbit that passes the last in (0, 1) rises to p = 1 for good (beyond.n11).

    Raises:
        ValueError: for a period below 2.
    """
    if period < 2:
        raise ValueError("a cycle that is no fixed point has period 2 at least")
    q = t.parameters
    if above_threshold(q):
        return ()  # T shrinks distances (beyond.n4)
    beyond = None
    if q.eps == 0:
        if fixed is None:
            return None
        inside = [f.logit for f in fixed if f.logit.is_finite()]
        if not inside:
            return ()
        beyond = inside[-1]
    for precision in (64, 256):
        with ctx.workprec(precision):
            if t.low >= 0:
                return ()
            found = cycles(t, period, t.low - 1, arb(0), bits, beyond)
        if found is not None:
            return found
    return None


def _minimal_period(t: LogitMap, x: _Point, period: int) -> int | None:
    """The least k with T^k(x) = x for the one solution in the ball of T^period(x) = x; None where it cannot be told."""
    for k in range(1, period):
        if period % k:
            continue
        gap = returns(t, x.ball, k)
        if gap.is_finite() and not gap.contains(0):
            continue
        # A solution for k is one for the period; where there is only one of these, the two are the same.
        root = _solution(t, x.ball, k)
        return k if root is not None and x.alone.contains(root) else None
    return period
