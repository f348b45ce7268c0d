"""N6, the turning points of ψ = y − g/β: for β < B_max there are two, ±, and they parametrise the pairs (ε, β) by two numbers a < b.

With s = sinh(y/2), ψ' = 0 is s = β(1 + 4ε + 4εs²)^{3/2}; in w = s^{2/3} this is the cubic w = k(1 + 4ε + 4εw³), k = β^{2/3}.
Its positive roots a² < b² give ε and β back, so that whatever holds for all a < b holds for all ε > 0 and β < B_max.
"""

import sympy as sp

from symbolic.claim import Claim, Kind
from symbolic.derivation import Argument
from symbolic.group import Group
from symbolic.notation import EPS, B_max, beta, eps
from symbolic.statement import Statement, eq, gt, iff, lt, real
from symbolic.theorems import intermediate_value

a, b = real("a"), real("b")
"""s_1^{1/3} < s_2^{1/3}, with s_i = sinh(y_i/2) at the turning points y_1 < y_2."""
y_1, y_2 = real("y_1"), real("y_2")
s, t, k, w, w_1, w_2 = (real(name) for name in ("s", "t", "k", "w", "w_1", "w_2"))
_three_halves = sp.Rational(3, 2)
_PRODUCT = a**2 * b**2 * (a**2 + b**2)
_beta = ((_PRODUCT - 1) / (a**4 + a**2 * b**2 + b**4)) ** _three_halves
PAIR = (gt(a, 0), lt(a, b), gt(_PRODUCT, 1), eq(eps, 1 / (4 * (_PRODUCT - 1))), eq(beta, _beta))
"""ε and β with the turning points 2 arsinh a³ < 2 arsinh b³."""


def turn(a: sp.Expr) -> sp.Expr:
    """2 arsinh a³."""
    return 2 * sp.log(a**3 + sp.sqrt(a**6 + 1))


TURNS = (*PAIR, eq(y_1, turn(a)), eq(y_2, turn(b)))


def in_sinh(s: sp.Expr) -> sp.Expr:
    """g'(y) with s = sinh(y/2): cosh² = 1 + s²."""
    return s / (1 + 4 * eps + 4 * eps * s**2) ** _three_halves


def _cubic(w: sp.Expr) -> sp.Expr:
    return k * (1 + 4 * eps + 4 * eps * w**3)


_BELOW = (*EPS, gt(k, 0), lt(k**_three_halves, B_max()))
_least = 1 / sp.sqrt(12 * eps * k)
_far = 1 / sp.sqrt(eps * k)
_ROOT = (*EPS, gt(w_1, 0), lt(w_1, w_2), eq(k, w_1 / (1 + 4 * eps + 4 * eps * w_1**3)))
_sum = w_1 * w_2 * (w_1 + w_2)

_equation = Statement((*EPS, gt(k, 0), gt(w, 0)), iff(eq(in_sinh(w**_three_halves), k**_three_halves), eq(w, _cubic(w))))
_second = Statement(_ROOT, iff(eq(w_2, _cubic(w_2)), eq(4 * eps * (_sum - 1), 1)))
_weight = Statement(
    (gt(w_1, 0), lt(w_1, w_2), gt(_sum, 1), eq(eps, 1 / (4 * (_sum - 1)))),
    eq(w_1 / (1 + 4 * eps + 4 * eps * w_1**3), (_sum - 1) / (w_1**2 + w_1 * w_2 + w_2**2)),
)
_threshold = Statement(PAIR, lt(beta, B_max()))
_at_first, _at_second = Statement(PAIR, eq(in_sinh(a**3), beta)), Statement(PAIR, eq(in_sinh(b**3), beta))


def _roots(given: tuple[sp.Basic, ...]) -> Argument:
    difference = _cubic(w) - w
    return Argument(
        (intermediate_value(difference, w, sp.Integer(0), _least, given), intermediate_value(-difference, w, _least, _far, given)),
        ("the cubic is above w at 0 and below it at its least distance", "and above it again further on"),
    )


_N6 = Group("beyond.n6-count.turning", Kind.EXTENSION, "Proposition 1, sharpened", families=("algebra", "sampling"))

CLAIMS = (
    _N6.proved(
        "equation",
        "g' = β at s = sinh(y/2) = w^{3/2}, with β = k^{3/2}, exactly where w = k(1 + 4ε + 4εw³)",
        _equation,
        _equation.but(iff(lt(in_sinh(w**_three_halves), k**_three_halves), eq(w, _cubic(w)))),
        families=Claim.families,
    ),
    _N6.proved(
        "exist",
        "For β < B_max the cubic has a root on each side of 1/√(12εk)",
        _roots(_BELOW),
        _roots((*EPS, gt(k, 0))),
        families=Claim.families,
    ),
    _N6.proved(
        "second",
        "If w_1 is a root, w_2 > w_1 is another exactly where 4ε(w_1 w_2(w_1 + w_2) − 1) = 1: ε is given by the two",
        _second,
        _second.but(iff(lt(w_2, _cubic(w_2)), eq(4 * eps * (_sum - 1), 1))),
        families=Claim.families,
        note="So there are two at most: w_1 w_2(w_1 + w_2) increases with w_2.",
    ),
    _N6.proved(
        "weight",
        "and k = (w_1 w_2(w_1 + w_2) − 1)/(w_1² + w_1 w_2 + w_2²)",
        _weight,
        _weight.but(eq(_weight.holds.lhs, 1 / (w_1**2 + w_1 * w_2 + w_2**2))),
    ),
    _N6.proved("first", "With w_1 = a², w_2 = b²: g' = β at sinh(y/2) = a³", _at_first, _at_first.but(eq(in_sinh(a**2), beta))),
    _N6.proved("last", "and at b³", _at_second, _at_second.but(eq(in_sinh(b**2), beta))),
    _N6.proved("threshold", "For each such pair β < B_max(ε)", _threshold, _threshold.but(lt(beta, B_max() / 2))),
)
