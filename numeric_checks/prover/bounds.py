"""Vectorised interval arithmetic in double precision: lower and upper bounds of many boxes at once, rounded outwards.

Sums, products, quotients and square roots are correctly rounded by IEEE 754, so one step of ``nextafter`` outwards encloses them.
exp, log, sinh, cosh, tanh and powers come from numpy, which proves no bound: its loops (SVML, or the C library) claim errors below 4
units in the last place (ulp).  Sixteen times that, 64 ulp, is allowed for here, and no proof rests on it: every leaf is replayed in Arb.
A bound that cannot be computed (NaN, a denominator or logarithm that may be undefined) becomes infinite: the bounds hold
wherever the expression is defined.
"""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float64]
Bounds: TypeAlias = tuple[Array, Array]

LIBRARY_ULPS = 64
_REACH = LIBRARY_ULPS * 2.0**-52
_TINY = LIBRARY_ULPS * 5e-324
INF = np.inf
_BELOW = -1e-300
"""What is less is negative; what is not may be 0, rounded outwards."""


def out(low: Array, high: Array) -> Bounds:
    """One step outwards; NaN becomes unbounded."""
    low, high = np.nextafter(low, -INF), np.nextafter(high, INF)
    low = np.where(np.isnan(low), -INF, low)
    return low, np.where(np.isnan(high), INF, high)


def widen(low: Array, high: Array) -> Bounds:
    """Outwards by the error allowed for library functions, also where the result is subnormal."""
    return out(low - (np.abs(low) * _REACH + _TINY), high + (np.abs(high) * _REACH + _TINY))


def add(a: Bounds, b: Bounds) -> Bounds:
    """Sum."""
    return out(a[0] + b[0], a[1] + b[1])


def neg(a: Bounds) -> Bounds:
    """Opposite."""
    return -a[1], -a[0]


def mul(a: Bounds, b: Bounds) -> Bounds:
    """Product; 0·∞ is 0, since an infinite bound is not attained."""
    corners = [x * y for x in a for y in b]
    corners = [np.where(np.isnan(c), 0.0, c) if np.isnan(c).any() else c for c in corners]
    low = np.minimum(np.minimum(corners[0], corners[1]), np.minimum(corners[2], corners[3]))
    high = np.maximum(np.maximum(corners[0], corners[1]), np.maximum(corners[2], corners[3]))
    return out(low, high)


def inverse(a: Bounds) -> Bounds:
    """1/a where a is not 0: unbounded where a takes both signs, and on one side where it ends at 0."""
    bad = (a[0] < 0) & (a[1] > 0)
    low, high = out(1.0 / a[1], 1.0 / a[0])
    return np.where(bad | (a[1] == 0), -INF, low), np.where(bad | (a[0] == 0), INF, high)


def power(a: Bounds, n: int) -> Bounds:
    """aⁿ for whole n ≥ 1."""
    if n == 2:
        m = magnitude(a)
        low, high = out(m[0] * m[0], m[1] * m[1])
        return np.maximum(low, 0.0), high
    m = magnitude(a) if n % 2 == 0 else a
    low, high = widen(m[0] ** n, m[1] ** n)
    return (np.maximum(low, 0.0), high) if n % 2 == 0 else (low, high)


def magnitude(a: Bounds) -> Bounds:
    """|a|."""
    low, high = np.abs(a[0]), np.abs(a[1])
    crosses = (a[0] < 0) & (a[1] > 0)
    return np.where(crosses, 0.0, np.minimum(low, high)), np.maximum(low, high)


def root_power(a: Bounds, p: int, q: int) -> Bounds:
    """a^(p/q), for a ≥ 0; unbounded where a may be negative."""
    bad = a[0] < _BELOW
    low, high = np.maximum(a[0], 0.0), np.maximum(a[1], 0.0)
    if q == 2:
        r = out(np.sqrt(low), np.sqrt(high))
        r = np.maximum(r[0], 0.0), r[1]
        r = r if abs(p) == 1 else power(r, abs(p))
    else:
        r = widen(low ** (abs(p) / q), high ** (abs(p) / q))
        r = np.maximum(r[0], 0.0), r[1]
    r = inverse(r) if p < 0 else r
    return np.where(bad, -INF, r[0]), np.where(bad, INF, r[1])


def exp(a: Bounds) -> Bounds:
    """Exponential."""
    low, high = widen(np.exp(a[0]), np.exp(a[1]))
    return np.maximum(low, 0.0), high


def log(a: Bounds) -> Bounds:
    """Logarithm; unbounded where the argument may be negative, and below where it may be 0."""
    low, high = np.maximum(a[0], 0.0), np.maximum(a[1], 0.0)
    low, high = widen(np.log(low), np.log(high))
    return low, np.where(a[0] < _BELOW, INF, high)


def sinh(a: Bounds) -> Bounds:
    """Hyperbolic sine."""
    return widen(np.sinh(a[0]), np.sinh(a[1]))


def cosh(a: Bounds) -> Bounds:
    """Hyperbolic cosine."""
    m = magnitude(a)
    low, high = widen(np.cosh(m[0]), np.cosh(m[1]))
    return np.maximum(low, 1.0), high


def tanh(a: Bounds) -> Bounds:
    """Hyperbolic tangent."""
    low, high = widen(np.tanh(a[0]), np.tanh(a[1]))
    return np.maximum(low, -1.0), np.minimum(high, 1.0)


def sign(a: Bounds) -> Bounds:
    """1, −1 or 0, and everything between where the sign is open."""
    return np.where(a[0] > 0, 1.0, np.where(a[0] == 0, 0.0, -1.0)), np.where(a[1] < 0, -1.0, np.where(a[1] == 0, 0.0, 1.0))


def minimum(a: Bounds, b: Bounds) -> Bounds:
    """The smaller of the two."""
    return np.minimum(a[0], b[0]), np.minimum(a[1], b[1])


def maximum(a: Bounds, b: Bounds) -> Bounds:
    """The larger of the two."""
    return np.maximum(a[0], b[0]), np.maximum(a[1], b[1])


def parabola(a: Bounds) -> Bounds:
    """a(1 − a): concave, at most 1/4, least at an end."""
    left, right = mul((a[0], a[0]), out(1 - a[0], 1 - a[0])), mul((a[1], a[1]), out(1 - a[1], 1 - a[1]))
    top = (a[0] <= 0.5) & (a[1] >= 0.5)
    return np.minimum(left[0], right[0]), np.where(top, 0.25, np.maximum(left[1], right[1]))
