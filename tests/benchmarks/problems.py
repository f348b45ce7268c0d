"""The problem set of the prover: 24 named problems on boxes, of which 19 statements are true and 5 false, and I1–I7 on full domains."""

from dataclasses import dataclass

import sympy as sp

from symbolic.notation import B, h, sigma, slope
from symbolic.statement import Statement, ge, gt, le, lt, real

p, r, b, e = (real(n) for n in ("p", "r", "b", "e"))
z, a, x = (real(n) for n in ("z", "a", "x"))
Q = sp.Rational


@dataclass(frozen=True)
class Problem:
    """A statement of the set and whether it is true."""

    label: str
    statement: Statement
    true: bool


def within(low: object, v: sp.Symbol, high: object) -> tuple[sp.Basic, ...]:
    """low ≤ v ≤ high."""
    return ge(v, sp.sympify(low)), le(v, sp.sympify(high))


PROBABILITIES = (*within(Q(1, 100), p, Q(99, 100)), *within(Q(1, 100), r, Q(99, 100)))
PARAMETERS = (*within(Q(1, 10), b, 10), *within(Q(1, 100000), e, 1))
H = h(p, r, b, e)
BERNOULLI = sigma(z) * (1 - sigma(z))
LEMMA_3_LEFT = sigma(z + a) * (1 - sigma(z + a))
LEMMA_3_RIGHT = 1 / (4 * sp.cosh(z / 2) ** 2 * sp.cosh(a / 2) ** 2)
LEMMA_4 = sp.cosh(-sp.log((1 - r) / r) / 2) ** 2 - 1 / (4 * r * (1 - r))
SLOPE = (2 * p - 1) / (p * (1 - p) + e) ** Q(3, 2)
B_OF_P = p * (1 - p) * (2 * p - 1) / (2 * (p * (1 - p) + e) ** Q(3, 2))
B_MAX = 1 / (3 * sp.sqrt(3) * sp.sqrt(e) * (1 + 4 * e))
ON_B = (*within(Q(1, 2), p, 1), *within(Q(1, 1000), e, 1))
ON_LEMMA_3 = (*within(Q(1, 100), z, 10), *within(Q(1, 100), a, 10))
TINY = Q(1, 10**12)


def _one(label: str, given: tuple[sp.Basic, ...], holds: sp.Basic, true: bool = True) -> Problem:
    return Problem(label, Statement(given, holds), true)


PROBLEMS = (
    _one("I1", (*PROBABILITIES, *PARAMETERS), gt(H, r)),
    _one("I1 factored", (*PROBABILITIES, *PARAMETERS), gt((1 - r) * (1 - sp.exp(-1 / (b * sp.sqrt(p * (1 - p) + e)))), 0)),
    _one("I2 upper", within(-20, z, 20), le(BERNOULLI - 1 / (4 * sp.cosh(z / 2) ** 2), TINY)),
    _one("I2 lower", within(-20, z, 20), ge(BERNOULLI - 1 / (4 * sp.cosh(z / 2) ** 2), -TINY)),
    _one("I3", ON_LEMMA_3, le(LEMMA_3_LEFT, LEMMA_3_RIGHT)),
    _one("I3 ratio", ON_LEMMA_3, le(LEMMA_3_LEFT / LEMMA_3_RIGHT, 1)),
    _one("I4", within(Q(1, 100), r, Q(99, 100)), le(sp.Abs(LEMMA_4), Q(1, 10**9))),
    _one("I5", (*within(Q(1, 100), p, Q(49, 100)), *PROBABILITIES[2:], *PARAMETERS), lt(sp.Derivative(H, p), 0)),
    _one("I5 factored", (*within(Q(1, 100), p, Q(49, 100)), *PROBABILITIES[2:], *PARAMETERS), lt(-H * (1 - H) * slope(p, b, e), 0)),
    _one("I6", (*within(Q(501, 1000), p, Q(999, 1000)), *PARAMETERS[2:]), gt(sp.Derivative(SLOPE, p), 0)),
    _one("I6 factored", (*within(Q(501, 1000), p, Q(999, 1000)), *PARAMETERS[2:]),
         gt((2 * (p * (1 - p) + e) + Q(3, 2) * (2 * p - 1) ** 2) / (p * (1 - p) + e) ** Q(5, 2), 0)),
    _one("I7 tight", ON_B, le(B_OF_P, B_MAX)),
    _one("I7 slack", ON_B, le(B_OF_P, Q(101, 100) * B_MAX)),
    _one("I9 log", within(0, x, 100), le(sp.log(1 + x), x)),
    _one("I9 exp", within(-3, x, 3), ge(sp.exp(x), 1 + x + x**2 / 2 + x**3 / 6)),
    _one("I9 tanh", within(0, x, 50), le(sp.tanh(x), x)),
    _one("I9 quotient", within(0, x, 100), le(x / (1 + x), sp.log(1 + x))),
    _one("I9 cosh", within(-5, x, 5), le(sp.cosh(x), sp.exp(x**2 / 2))),
    _one("I9 Padé", within(0, x, 10), le(2 * x / (2 + x), sp.log(1 + x))),
    _one("false exp", within(-1, x, 1), ge(sp.exp(x), 1 + x + x**2 / 2), False),
    _one("false cosh", within(0, x, 1), le(sp.cosh(x), 1 + x**2 / 2), False),
    _one("false I1", (*PROBABILITIES, *PARAMETERS), gt(H, r + Q(1, 1000)), False),
    _one("false I3", ON_LEMMA_3, le(LEMMA_3_LEFT, Q(4, 5) * LEMMA_3_RIGHT), False),
    _one("false I7", ON_B, le(B_OF_P, Q(999, 1000) * B_MAX), False),
)  # fmt: skip
"""The set on boxes."""

_OPEN = (gt(p, 0), lt(p, 1), gt(r, 0), lt(r, 1), gt(b, 0), gt(e, 0))
FULL = (
    _one("I1 full", _OPEN, gt(H, r)),
    _one("I2 full", (), sp.Eq(BERNOULLI, 1 / (4 * sp.cosh(z / 2) ** 2), evaluate=False)),
    _one("I3 full", (gt(z, 0), gt(a, 0)), le(LEMMA_3_LEFT, LEMMA_3_RIGHT)),
    _one("I4 full", _OPEN[2:4], sp.Eq(LEMMA_4, 0, evaluate=False)),
    _one("I5 full", (gt(p, 0), lt(p, Q(1, 2)), *_OPEN[2:]), lt(sp.Derivative(H, p), 0)),
    _one("I6 full", (gt(p, Q(1, 2)), lt(p, 1), gt(e, 0)), gt(sp.Derivative(SLOPE, p), 0)),
    _one("I7 full", (ge(p, Q(1, 2)), le(p, 1), gt(e, 0)), le(B_OF_P, B_MAX)),
)
"""I1–I7 on their full domains; B of `symbolic.notation` carries the scale β, which plays no part here."""

assert B is not None
