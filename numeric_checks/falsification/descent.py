"""Walks from points where an inequality is tight to where it is tighter: a near miss fails close to where the truth has contact."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import combinations

import sympy as sp

from numeric_checks.points.bounds import Approximate, Interval
from numeric_checks.points.domains import Coordinates, Plan

_DIGITS = 6
_COARSEST, _FINEST = Fraction(1, 2), Fraction(1, 1 << 20)


def descend(plan: Plan, approximate: Approximate, start: Coordinates, margin: Callable[[Coordinates], float | None], looks: int) -> None:
    """Minimises ``margin`` by a pattern search of at most ``looks`` points: one coordinate at a time, by smaller steps where none improves.

    ``margin`` is where the caller sees each point; None from it rejects the point.
    """
    best, least, step = dict(start), margin(start), _COARSEST
    while least is not None and step > _FINEST and looks > 0:
        improved = False
        for changed in _neighbours(plan, approximate, best, step):
            looks -= 1
            found = margin(changed)
            if found is not None and found < least:
                best, least, improved = changed, found, True
                break
            if looks <= 0:
                return
        if not improved:
            step /= 4


def _neighbours(plan: Plan, approximate: Approximate, point: Coordinates, step: Fraction) -> Iterator[Coordinates]:
    """The point moved along each axis, then along the diagonals of each two axes."""
    moves: dict[sp.Symbol, tuple[Fraction, Fraction]] = {}
    for k, variable in enumerate(plan.order):
        earlier = {s: point[s] for s in plan.order[:k]}
        interval = plan.interval(variable, earlier, approximate)
        moves[variable] = _moved(point[variable], interval, step)
        yield from ({**point, variable: v} for v in moves[variable] if v in interval)
    for one, other in combinations(plan.order, 2):
        yield from ({**point, one: v, other: w} for v in moves[one] for w in moves[other])


def _moved(v: Fraction, interval: Interval, step: Fraction) -> tuple[Fraction, Fraction]:
    """The coordinate moved either way: by a part of its distance to the nearest end, or of its own size where there is no end."""
    low, high = interval.low, interval.high
    if low is not None and (high is None or v - low <= high - v):
        return low + _rounded((v - low) * (1 + step)), low + _rounded((v - low) / (1 + step))
    if high is not None:
        return high - _rounded((high - v) * (1 + step)), high - _rounded((high - v) / (1 + step))
    reach = step * max(abs(v), Fraction(1))
    return _rounded(v + reach), _rounded(v - reach)


def _rounded(v: Fraction) -> Fraction:
    """With few digits: coordinates must not grow longer at each step."""
    if abs(v.numerator) < 10**_DIGITS and v.denominator < 10**_DIGITS:
        return v
    size = len(str(abs(v.numerator))) - len(str(v.denominator)) - _DIGITS
    unit = Fraction(10) ** size
    return round(v / unit) * unit
