"""Draws exact points from a plan: special values and ties first, then points spread evenly, many of them close to the ends."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import count, product
from math import prod
from random import Random
from typing import TypeAlias

import sympy as sp

from numeric_checks.points.bounds import Approximate, Interval
from numeric_checks.points.domains import Coordinates, Plan

Choose: TypeAlias = Callable[[sp.Symbol, Interval, Coordinates], Fraction | None]

_SIMPLE = tuple(Fraction(v) for v in ("1/2", "1", "0", "2", "-1", "1/3", "3/4", "-1/2", "10", "1/10", "-2", "100", "1/1000", "-10"))
_FINEST = 12
"""Points are drawn as close as 10⁻¹² of the width to an end; special ones as close as 10⁻⁴⁰."""
_NEAR = Fraction(1, 10**40)
_BESIDE = tuple(Fraction(sign, 10**k) for k in (4, 2, 7) for sign in (1, -1))
_CLOSE = 8
"""Neighbours of special values lie up to 10⁻⁸ away."""
_CORNERS = 72


def draw(plan: Plan, approximate: Approximate, choose: Choose) -> Coordinates | None:
    """A point whose coordinates ``choose`` takes from their intervals one after the other; None where an interval is empty."""
    point: Coordinates = {}
    for variable in plan.order:
        interval = plan.interval(variable, point, approximate)
        v = None if interval.empty else choose(variable, interval, point)
        if v is None or v not in interval:
            return None
        point[variable] = v
    return point


def special(plan: Plan, variable: sp.Symbol, interval: Interval, earlier: Coordinates) -> list[Fraction]:
    """Values to try: closed ends, turning points, simple numbers, the middle, values tied to earlier coordinates, almost the ends."""
    first, then = _notable(interval)
    turning = [v for v in plan.notable.get(variable, ()) if v in interval]
    ties = [t for v in reversed(earlier.values()) for t in (v, 1 - v, -v) if t in interval]
    return list(dict.fromkeys((*first, *ties[:1], *turning, *then, *ties[1:])))


@lru_cache(maxsize=1024)
def _notable(interval: Interval) -> tuple[tuple[Fraction, ...], tuple[Fraction, ...]]:
    low, high = interval.low, interval.high
    ends = [v for v, is_open in ((low, interval.open_low), (high, interval.open_high)) if v is not None and not is_open]
    middle = [(low + high) / 2] if low is not None and high is not None else []
    almost = [end + sign * _NEAR for end, sign in ((low, 1), (high, -1)) if end is not None]
    far = [quantile(interval, Fraction(k, 16)) for k in (1, 15)]
    first = tuple(v for v in (*ends, *_SIMPLE[:2], *middle) if v in interval)
    beside = [v + d for d in _BESIDE for v in (Fraction(0), Fraction(1, 2), Fraction(1)) if v in interval]
    return first, tuple(v for v in (*_SIMPLE[2:], *far, *almost, *beside) if v in interval)


def quantile(interval: Interval, u: Fraction) -> Fraction:
    """A short rational of the interval for u in (0, 1); logarithmic towards the ends, where a quarter each of all u goes."""
    low, high = interval.low, interval.high
    if low is None and high is None:
        return _size(2 * u - 1, 6) if 2 * u >= 1 else -_size(1 - 2 * u, 6)
    if low is None or high is None:
        return low + _size(u, 10) if low is not None else high - _size(1 - u, 10) if high is not None else Fraction(0)
    width = high - low
    if 4 * u < 1:
        return low + width * _small(4 * u)
    if 4 * u > 3:
        return high - width * _small(4 - 4 * u)
    return low + width * Fraction(round(u * 120), 120)


def _small(u: Fraction) -> Fraction:
    """From 10⁻¹² to 1/4 as u goes from 0 to 1, with one digit."""
    return min(Fraction(1, 4), _digit(-_FINEST * (1 - u)))


def _size(u: Fraction, decades: int) -> Fraction:
    """From 10^−decades/2 to 10^+decades/2, for u from 0 to 1, with one digit."""
    return _digit(decades * (u - Fraction(1, 2)))


def _digit(exponent: Fraction) -> Fraction:
    whole = exponent.numerator // exponent.denominator
    lead = round(10 ** float(exponent - whole))
    return Fraction(lead) * Fraction(10) ** whole


def corners(plan: Plan, approximate: Approximate) -> Iterator[Coordinates]:
    """Points of special values only, the simplest first."""
    dimension = len(plan.order)
    each = max((k for k in range(2, 40) if k**dimension <= _CORNERS), default=2)
    for choice in sorted(product(range(each), repeat=dimension), key=sum)[:_CORNERS]:
        ranks = dict(zip(plan.order, choice, strict=True))

        def choose(variable: sp.Symbol, interval: Interval, earlier: Coordinates, ranks: dict[sp.Symbol, int] = ranks) -> Fraction | None:
            values = special(plan, variable, interval, earlier)
            return values[ranks[variable]] if ranks[variable] < len(values) else None

        if (point := draw(plan, approximate, choose)) is not None:
            yield point


def spread(plan: Plan, approximate: Approximate, seed: int) -> Iterator[Coordinates | None]:
    """Points without end, None for one that could not be drawn: Halton's sequence in the quantiles, special values and their neighbours."""
    bases = dict(zip(plan.order, _primes(len(plan.order)), strict=True))
    random = Random(seed)
    for index in count(1 + 1009 * (seed % 997)):
        yield draw(plan, approximate, _chooser(plan, bases, index, {s: random.random() for s in plan.order}))


def _chooser(plan: Plan, bases: Mapping[sp.Symbol, int], index: int, picks: Mapping[sp.Symbol, float]) -> Choose:
    def choose(variable: sp.Symbol, interval: Interval, earlier: Coordinates) -> Fraction:
        u, pick = _halton(index, bases[variable]), picks[variable]
        if 3 * pick >= 1:
            return quantile(interval, u)
        values = special(plan, variable, interval, earlier)
        exactly = values[int(3 * pick * len(values))]
        beside = exactly + (1 if index % 4 == 1 else -1) * _digit(-_CLOSE * u)
        return beside if index % 2 and beside in interval else exactly

    return choose


def _halton(index: int, base: int) -> Fraction:
    """The index's digits in ``base``, mirrored at the point; in (0, 1)."""
    numerator, denominator = 0, 1
    while index:
        index, digit = divmod(index, base)
        numerator, denominator = numerator * base + digit, denominator * base
    return Fraction(numerator, denominator)


def _primes(number: int) -> Sequence[int]:
    found: list[int] = []
    candidate = 2
    while len(found) < number:
        if prod(candidate % q for q in found):
            found.append(candidate)
        candidate += 1
    return found
