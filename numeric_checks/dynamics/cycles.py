"""All cycles of a given period in an interval: subdivision and interval Newton on T^k(x) − x, in logit coordinates."""

from dataclasses import dataclass

from flint import arb, ctx

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
    product = arb(1)
    for y in t.orbit(x, period):
        product = product * t.multiplier(y)
    return product


def verify(t: LogitMap, guess: arb, period: int, bits: int = 128) -> Cycle | None:
    """The cycle of minimal period ``period`` through a point near ``guess``, certified; None where there is none to be shown."""
    root = certify(lambda x: returns(t, x, period), lambda x: growth(t, x, period) - 1, guess)
    return None if root is None else _cycle(t, root, period, bits)


def _cycle(t: LogitMap, root: arb, period: int, bits: int) -> Cycle | None:
    root = sharpen(lambda x: returns(t, x, period), lambda x: growth(t, x, period) - 1, root, bits)
    with ctx.workprec(bits + 64):
        points = t.orbit(root, period)
        if any(not _apart(points[i], points[j]) for i in range(period) for j in range(i)):
            return None
        first = min(range(period), key=lambda i: float(points[i]))
        return Cycle(tuple(points[first:] + points[:first]), growth(t, root, period))


def _apart(a: arb, b: arb) -> bool:
    return bool(a < b or a > b)


def periodic_points(t: LogitMap, period: int, low: arb, high: arb) -> list[arb] | None:
    """A ball around each solution of T^period(x) = x in [low, high], each with exactly one; None if some piece stays undecided.

    A piece is dropped where T^period(x) ≠ x on all of it, or where the function is monotone there and has at most the one zero
    that interval Newton certifies; else it is halved.
    """
    pieces = [(middle(low), middle(high))]
    found: list[arb] = []
    for _ in range(_MOST_PIECES):
        if not pieces:
            return found
        a, b = pieces.pop()
        x = a.union(b)
        gap = returns(t, x, period)
        if gap.is_finite() and not gap.contains(0):
            continue
        rise = growth(t, x, period) - 1
        if rise.is_finite() and not rise.contains(0):
            at_a, at_b = returns(t, a, period), returns(t, b, period)
            if (at_a > 0 and at_b > 0) or (at_a < 0 and at_b < 0):
                continue
            if (at_a > 0 and at_b < 0) or (at_a < 0 and at_b > 0):
                found.append(_narrow(t, period, a, b, bool(at_a < 0)))
                continue
        if b - a < abs(a) * arb(2) ** (20 - ctx.prec) + arb(2) ** (20 - ctx.prec):
            return None
        center = middle((a + b) / 2)
        pieces += [(a, center), (center, b)]
    return None


def _narrow(t: LogitMap, period: int, a: arb, b: arb, rising: bool) -> arb:
    """A ball within [a, b] around the one zero there."""
    x = a.union(b)
    while True:
        better = step(lambda y: returns(t, y, period), lambda y: growth(t, y, period) - 1, x)
        if better is not None:
            return better
        center = middle((a + b) / 2)
        value = returns(t, center, period)
        if not (value > 0 or value < 0):
            return x
        a, b = (center, b) if (value < 0) == rising else (a, center)
        x = a.union(b)


def cycles(t: LogitMap, period: int, low: arb, high: arb, bits: int = 128) -> tuple[Cycle, ...] | None:
    """All cycles of minimal period ``period`` with a point in [low, high], each once; None where the search is not complete."""
    points = periodic_points(t, period, low, high)
    if points is None:
        return None
    found: list[Cycle] = []
    for x in points:
        least = _minimal_period(t, x, period)
        if least is None:
            return None
        if least < period or any(_meets(c, x) for c in found):
            continue
        cycle = _cycle(t, x, period, bits)
        if cycle is None:
            return None
        found.append(cycle)
    return tuple(sorted(found, key=lambda c: float(c.logits[0])))


def _minimal_period(t: LogitMap, x: arb, period: int) -> int | None:
    """The least k with T^k(x) = x for the one solution in the ball x of T^period(x) = x; None where it cannot be told."""
    for k in range(1, period):
        if period % k:
            continue
        gap = returns(t, x, k)
        if gap.is_finite() and not gap.contains(0):
            continue
        # A zero of T^k(x) − x in this ball is a zero of T^period(x) − x, of which there is one only.
        return k if _solved_inside(t, x, k) else None
    return period


def _solved_inside(t: LogitMap, x: arb, period: int) -> bool:
    """Whether T^period(x) = x has a certain solution inside the ball x."""
    root = certify(lambda y: returns(t, y, period), lambda y: growth(t, y, period) - 1, x)
    return root is not None and bool(x.contains(root))


def _meets(cycle: Cycle, x: arb) -> bool:
    return any(y.overlaps(x) for y in cycle.logits)
