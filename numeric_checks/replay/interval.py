"""Interval arithmetic on Arb end points: each operation returns bounds that contain every value, and knows which bounds are attained.

An interval is ``(low, high, low_open, high_open)`` with exact Arb numbers (radius 0) as bounds.  Bounds are rounded outwards by
Arb's ``lower`` and ``upper``; an open bound is never attained, so that exp(x) > 0 and 1/x > 0 for x > 0 come out strict.
An infinite bound is open, except in a limit, where the point itself lies at infinity: there ∞ − ∞ and 0·∞ are undefined.
"""

from collections.abc import Callable
from typing import TypeAlias

from flint import arb, fmpq

Interval: TypeAlias = tuple[arb, arb, bool, bool]

ZERO, ONE, TWO, INF = arb(0), arb(1), arb(2), arb("inf")
QUARTER = arb(1) / 4
WHOLE: Interval = (-INF, INF, True, True)


class UndefinedError(Exception):
    """The expression is not certainly defined on the box, or a limit has an indeterminate form."""


def exact(value: fmpq) -> Interval:
    """The interval around one rational number."""
    x = arb(value)
    return x.lower(), x.upper(), False, False


def point(x: arb) -> Interval:
    """The interval of a ball."""
    return x.lower(), x.upper(), False, False


def add(a: Interval, b: Interval) -> Interval:
    """Sum."""
    low, high = a[0] + b[0], a[1] + b[1]
    if low.is_nan() or high.is_nan():
        raise UndefinedError("∞ − ∞")
    return _bounds(low.lower(), high.upper(), a[2] or b[2], a[3] or b[3])


def _bounds(low: arb, high: arb, low_open: bool, high_open: bool) -> Interval:
    """The interval; a lower bound ∞ or an upper bound −∞ is a limit, and closed."""
    return low, high, low_open and low != INF, high_open and high != -INF


def neg(a: Interval) -> Interval:
    """Opposite."""
    return -a[1], -a[0], a[3], a[2]


def _corner(x: arb, x_open: bool, y: arb, y_open: bool) -> tuple[arb, bool]:
    """The product of two end points, and whether it is *not* attained."""
    if x == 0 or y == 0:
        for value, is_open in ((x, x_open), (y, y_open)):
            if not value.is_finite() and not is_open:
                raise UndefinedError("0·∞")
        return ZERO, not ((x == 0 and not x_open) or (y == 0 and not y_open))
    return x * y, x_open or y_open


def mul(a: Interval, b: Interval) -> Interval:
    """Product."""
    if a[0] > 0 and b[0] > 0:
        return _bounds((a[0] * b[0]).lower(), (a[1] * b[1]).upper(), a[2] or b[2], a[3] or b[3])
    ends_a, ends_b = ((a[0], a[2]), (a[1], a[3])), ((b[0], b[2]), (b[1], b[3]))
    corners = [_corner(*x, *y) for x in ends_a for y in ends_b]
    lows = [(x.lower(), o) for x, o in corners]
    highs = [(x.upper(), o) for x, o in corners]
    low, high = lows[0], highs[0]
    for x in lows[1:]:
        if x[0] < low[0] or (x[0] == low[0] and not x[1]):
            low = x
    for x in highs[1:]:
        if x[0] > high[0] or (x[0] == high[0] and not x[1]):
            high = x
    return _bounds(low[0], high[0], low[1], high[1])


def inverse(a: Interval) -> Interval:
    """1/a, where a excludes 0."""
    if a[0] > 0 or (a[0] == 0 and a[2]):
        return _reciprocal(a)
    if a[1] < 0 or (a[1] == 0 and a[3]):
        return neg(_reciprocal(neg(a)))
    raise UndefinedError("a denominator that may be 0")


def _reciprocal(a: Interval) -> Interval:
    low = (ONE / a[1]).lower() if a[1].is_finite() else ZERO
    high = (ONE / a[0]).upper() if a[0] > 0 and a[0].is_finite() else (INF if a[0] == 0 else ZERO)
    return low, high, a[3], a[2] or not high.is_finite()


def _power(x: arb, n: int) -> arb:
    """xⁿ for n ≥ 1 by products."""
    result = ONE
    while True:
        if n & 1:
            result = result * x
        n >>= 1
        if not n:
            return result
        x = x * x


def power(a: Interval, n: int) -> Interval:
    """aⁿ for a whole number n ≥ 1."""
    if n % 2 == 0:
        a = magnitude(a)
    elif a[0] < 0:
        return _monotone(a, lambda x: -_power(-x, n) if x < 0 else _power(x, n))
    return _monotone(a, lambda x: _power(x, n))


def _monotone(a: Interval, f: Callable[[arb], arb]) -> Interval:
    low = a[0] if not a[0].is_finite() else f(a[0]).lower()
    high = a[1] if not a[1].is_finite() else f(a[1]).upper()
    if low.is_nan() or high.is_nan():
        return WHOLE
    return low, high, a[2], a[3]


def magnitude(a: Interval) -> Interval:
    """|a|."""
    if a[0] >= 0:
        return a
    if a[1] <= 0:
        return neg(a)
    low, high = -a[0], a[1]
    return (ZERO, low, False, a[2] and (high < low or a[3])) if low >= high else (ZERO, high, False, a[3])


def root_power(a: Interval, p: int, q: int) -> Interval:
    """a^(p/q) with q ≥ 2, for a ≥ 0, and a > 0 where p < 0."""
    if a[0] < 0 or (p < 0 and a[0] == 0 and not a[2]):
        raise UndefinedError("a radicand that may be negative" if p > 0 else "a base that may not be positive")
    rooted = _monotone(a, lambda x: x if x == 0 else x.sqrt() if q == 2 else x.root(q))
    if rooted[0] < 0:
        rooted = (ZERO, rooted[1], False, rooted[3])
    result = _monotone(rooted, lambda x: _power(x, abs(p)))
    return result if p > 0 else inverse(result if result[0] > 0 else (ZERO, result[1], True, result[3]))


def exp(a: Interval) -> Interval:
    """Exponential: positive also where it underflows."""
    low = ZERO if not a[0].is_finite() and a[0] < 0 else (INF if not a[0].is_finite() else a[0].exp().lower())
    high = ZERO if not a[1].is_finite() and a[1] < 0 else (INF if not a[1].is_finite() else a[1].exp().upper())
    if low.is_nan() or not low > 0:
        low, low_open = ZERO, a[0].is_finite() or a[2]
    else:
        low_open = a[2]
    if high.is_nan():
        high = INF
    return low, high, low_open, a[3] or (not high.is_finite() and a[1].is_finite())


def log(a: Interval) -> Interval:
    """Logarithm of what is certainly positive."""
    if a[0] < 0 or (a[0] == 0 and not a[2]):
        raise UndefinedError("an argument of log that may not be positive")
    low = -INF if a[0] == 0 else (a[0].log().lower() if a[0].is_finite() else INF)
    high = a[1].log().upper() if a[1].is_finite() else INF
    return low, high, a[2], a[3]


def sinh(a: Interval) -> Interval:
    """Hyperbolic sine."""
    return _monotone(a, lambda x: x.sinh())


def cosh(a: Interval) -> Interval:
    """Hyperbolic cosine."""
    low, high, low_open, high_open = _monotone(magnitude(a), lambda x: x.cosh())
    return (low, high, low_open, high_open) if low >= 1 else (ONE, high, False, high_open)


def tanh(a: Interval) -> Interval:
    """Hyperbolic tangent: strictly between −1 and 1."""
    low = (-ONE if a[0] < 0 else ONE) if not a[0].is_finite() else a[0].tanh().lower()
    high = (-ONE if a[1] < 0 else ONE) if not a[1].is_finite() else a[1].tanh().upper()
    low, low_open = (low, a[2]) if low > -1 else (-ONE, a[2] or a[0].is_finite())
    high, high_open = (high, a[3]) if high < 1 else (ONE, a[3] or a[1].is_finite())
    return low, high, low_open, high_open


def sign(a: Interval) -> Interval:
    """1, −1, or 0 at 0: the derivative of the absolute value."""
    if a[0] > 0 or (a[0] == 0 and a[2]):
        return ONE, ONE, False, False
    if a[1] < 0 or (a[1] == 0 and a[3]):
        return -ONE, -ONE, False, False
    return (ZERO if a[0] == 0 else -ONE), (ZERO if a[1] == 0 else ONE), False, False


def minimum(a: Interval, b: Interval) -> Interval:
    """The smaller of the two."""
    low, low_open = _least(a, b)
    high, high_open = (a[1], a[3]) if a[1] < b[1] else (b[1], b[3]) if b[1] < a[1] else (a[1], a[3] or b[3])
    return low, high, low_open, high_open


def _least(a: Interval, b: Interval) -> tuple[arb, bool]:
    if a[0] < b[0]:
        return a[0], a[2]
    return (b[0], b[2]) if b[0] < a[0] else (a[0], a[2] and b[2])


def maximum(a: Interval, b: Interval) -> Interval:
    """The larger of the two."""
    return neg(minimum(neg(a), neg(b)))


def parabola(a: Interval) -> Interval:
    """The exact range of a(1 − a), a concave parabola with its maximum 1/4 at 1/2."""
    ends = []
    for x, is_open in ((a[0], a[2]), (a[1], a[3])):
        ends.append((-INF, is_open) if not x.is_finite() else (x * (ONE - x), is_open))
    (left, left_open), (right, right_open) = ends
    low, low_open = (left.lower(), left_open) if left.lower() < right.lower() else (right.lower(), right_open)
    if left.lower() == right.lower():
        low_open = left_open and right_open
    if a[0] < ONE / 2 < a[1]:
        return low, QUARTER, low_open, False
    high, high_open = (left.upper(), left_open) if left.upper() > right.upper() else (right.upper(), right_open)
    if left.upper() == right.upper():
        high_open = left_open and right_open
    return low, high, low_open, high_open
