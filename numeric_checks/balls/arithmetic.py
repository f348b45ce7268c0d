"""Arithmetic on values known exactly or enclosed: rationals, balls, and truncated power series with balls for coefficients.

A rational stays a rational as long as an operation allows it.  What is undefined, or not certainly defined, is not a number
(``NAN``), and whatever is computed from it is not a number either.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import TypeAlias

import sympy as sp
from flint import arb, arb_series, fmpq

Value: TypeAlias = fmpq | arb | arb_series
NAN = arb("nan")
ZERO, ONE = fmpq(0), fmpq(1)
EXACT_BITS = 1 << 14
"""Rationals with more bits than this are rounded to balls: exact powers would otherwise fill the memory."""
_LARGEST_POWER = 1 << 20


def is_finite(v: Value) -> bool:
    """Whether ``v`` is a number at all (for a series: each of its coefficients)."""
    if isinstance(v, fmpq):
        return True
    if isinstance(v, arb):
        return bool(v.is_finite())
    return all(c.is_finite() for c in v.coeffs())


def constant(v: Value) -> fmpq | arb:
    """The value at the point itself: the constant term of a series."""
    return v[0] if isinstance(v, arb_series) else v


def ball(v: fmpq | arb) -> arb:
    """The value as a ball at the working precision."""
    return arb(v) if isinstance(v, fmpq) else v


def _tame(v: Value) -> Value:
    return arb(v) if isinstance(v, fmpq) and v.height_bits() > EXACT_BITS else v


def add(a: Value, b: Value) -> Value:
    """a + b."""
    return _tame(a + b)


def subtract(a: Value, b: Value) -> Value:
    """a − b."""
    return _tame(a - b)


def multiply(a: Value, b: Value) -> Value:
    """a · b; zero times a number is exactly zero, zero times what is no number is none."""
    for x, y in ((a, b), (b, a)):
        if isinstance(x, fmpq) and not isinstance(y, fmpq) and x == 0:
            return ZERO if is_finite(y) else NAN
    if isinstance(a, arb_series) or isinstance(b, arb_series):
        # flint's series products drop a factor that is exactly zero, even against nan
        return a * b if is_finite(a) and is_finite(b) else NAN
    return _tame(a * b)


def invert(a: Value) -> Value:
    """1/a, for a certainly not 0."""
    if constant(a) != 0:
        return a.inv() if isinstance(a, arb_series) else 1 / a
    return NAN


def total(values: Sequence[Value]) -> Value:
    """The sum."""
    result = values[0]
    for v in values[1:]:
        result = add(result, v)
    return result


def product(values: Sequence[Value]) -> Value:
    """The product."""
    result = values[0]
    for v in values[1:]:
        result = multiply(result, v)
    return result


def integer_power(a: Value, n: int) -> Value:
    """aⁿ; for n ≤ 0, a must be certainly not 0.  By products: ``arb(0, 1)**2`` is nan in python-flint 0.9."""
    if n < 0:
        return invert(integer_power(a, -n)) if constant(a) != 0 else NAN
    if n == 0:
        return ONE if constant(a) != 0 and is_finite(a) else NAN
    if isinstance(a, fmpq) and a.height_bits() * n > EXACT_BITS:
        a = arb(a)
    if n > _LARGEST_POWER:
        if constant(a) > 0:
            return exponential(multiply(fmpq(n), logarithm(a)))
        if constant(a) < 0:
            positive = exponential(multiply(fmpq(n), logarithm(-a)))
            return positive if n % 2 == 0 else -positive
        return a if isinstance(a, fmpq) else NAN
    result = a
    for bit in bin(n)[3:]:
        result = multiply(result, result)
        if bit == "1":
            result = multiply(result, a)
    return result


def _exact_root(a: fmpq, k: int) -> fmpq | None:
    numerator, denominator = a.p.root(k), a.q.root(k)
    return fmpq(numerator, denominator) if numerator**k == a.p and denominator**k == a.q else None


def rational_power(a: Value, e: fmpq) -> Value:
    """a to a rational, not whole, power; for a certainly > 0, or a exactly 0 and e > 0."""
    at = constant(a)
    if isinstance(a, fmpq) and a == 0:
        return ZERO if e > 0 else NAN
    if not (at >= 0 if e > 0 and not isinstance(a, arb_series) else at > 0):
        return NAN
    p, q = int(e.p), int(e.q)
    if isinstance(a, fmpq) and q < EXACT_BITS and (root := _exact_root(a, q)) is not None:
        return integer_power(root, p)
    a = ball(a) if isinstance(a, fmpq) else a
    if q == 2:
        return integer_power(a.sqrt(), p)
    if q < 64 and isinstance(a, arb):
        return integer_power(a.root(q), p)
    return exponential(multiply(e, logarithm(a)))


def power(a: Value, e: Value) -> Value:
    """a to a power that varies; a must be certainly > 0."""
    if not constant(a) > 0:
        return NAN
    if isinstance(e, fmpq):
        return integer_power(a, int(e.p)) if e.q == 1 else rational_power(a, e)
    return exponential(multiply(e, logarithm(a)))


def _finite(function: Callable[[arb], arb], a: arb) -> arb:
    return function(a) if a.is_finite() else NAN


def exponential(a: Value) -> Value:
    """eᵃ; exactly 1 at 0."""
    if isinstance(a, fmpq):
        return ONE if a == 0 else arb(a).exp()
    if isinstance(a, arb_series):
        return a.exp() if is_finite(a) else NAN
    return _finite(arb.exp, a)


def logarithm(a: Value) -> Value:
    """log a, for a certainly > 0; exactly 0 at 1."""
    if not constant(a) > 0 or not is_finite(a):
        return NAN
    if isinstance(a, fmpq):
        return ZERO if a == 1 else arb(a).log()
    return a.log()


def hyperbolic_cosine(a: Value) -> Value:
    """cosh a; exactly 1 at 0."""
    if isinstance(a, fmpq):
        return ONE if a == 0 else arb(a).cosh()
    if isinstance(a, arb_series):
        e = exponential(a)
        return multiply(fmpq(1, 2), add(e, invert(e)))
    return _finite(arb.cosh, a)


def hyperbolic_sine(a: Value) -> Value:
    """sinh a; exactly 0 at 0."""
    if isinstance(a, fmpq):
        return ZERO if a == 0 else arb(a).sinh()
    if isinstance(a, arb_series):
        e = exponential(a)
        return multiply(fmpq(1, 2), subtract(e, invert(e)))
    return _finite(arb.sinh, a)


def hyperbolic_tangent(a: Value) -> Value:
    """tanh a; exactly 0 at 0."""
    if isinstance(a, fmpq):
        return ZERO if a == 0 else arb(a).tanh()
    if isinstance(a, arb_series):
        return multiply(hyperbolic_sine(a), invert(hyperbolic_cosine(a)))
    return _finite(arb.tanh, a)


def absolute(a: Value) -> Value:
    """|a|; of a series only where it is certainly not 0, for |·| has no derivative there."""
    if isinstance(a, arb_series):
        return a if a[0] > 0 else -a if a[0] < 0 else NAN
    return abs(a) if isinstance(a, fmpq) else arb(abs(a))


def _extreme(values: Sequence[Value], first_wins: Callable[[fmpq | arb, fmpq | arb], bool], of_balls: Callable[[arb, arb], arb]) -> Value:
    result = values[0]
    for v in values[1:]:
        a, b = constant(result), constant(v)
        if not (is_finite(result) and is_finite(v)):
            return NAN
        if first_wins(a, b):
            continue
        if first_wins(b, a) or (isinstance(a, fmpq) and isinstance(b, fmpq)):
            result = v
        elif isinstance(result, arb_series) or isinstance(v, arb_series):
            return NAN
        else:
            result = of_balls(ball(a), ball(b))
    return result


def minimum(values: Sequence[Value]) -> Value:
    """The least; of series only where it is certain which one is least."""
    return _extreme(values, lambda a, b: bool(a < b), arb.min)


def maximum(values: Sequence[Value]) -> Value:
    """The greatest; of series only where it is certain which one is greatest."""
    return _extreme(values, lambda a, b: bool(a > b), arb.max)


def rational(v: sp.Rational | Fraction | int) -> fmpq:
    """The same number, as flint's rational."""
    if isinstance(v, sp.Rational):
        return fmpq(int(v.p), int(v.q))
    return fmpq(v.numerator, v.denominator)
