"""Theorem 3's condition on β for small β and for small 𝓑(p_ref), and a bound on 𝓑 that is free of p."""

import sympy as sp
from sympy.logic.boolalg import Boolean

from symbolic.derivation import Argument, Chain, Step
from symbolic.derivations.amplification import ABOVE_HALF, excess, least
from symbolic.notation import CLOSED, EPS, beta, beta_bound, eps, p_ref, variance
from symbolic.statement import Statement, ge, gt, le, lt, real
from symbolic.theorems import instance, rearranged

y, v = real("y"), real("v")

SQUARE = Statement((gt(y, 0),), ge(sp.cosh(y) ** 2, y**2))
LINE = Statement((gt(y, 0),), ge(sp.cosh(y) ** 2, sp.Rational(11, 5) * y))
"""The least value of cosh²(y)/y is 2.239…, at y tanh y = 1/2."""

_argument = 1 / (2 * beta) * (1 / sp.sqrt(sp.Rational(1, 4) + eps))
"""κ/β with κ = 1/√(1 + 4ε), the argument of cosh in the condition."""
_small = (*ABOVE_HALF, le(beta * excess(p_ref), 1 / (1 + 4 * eps)))
_mild = (*ABOVE_HALF, le(excess(p_ref), sp.Rational(11, 5) / sp.sqrt(1 + 4 * eps)))


def _holds(given: tuple[Boolean, ...], bound: Statement, middle: sp.Expr, why: str) -> Argument:
    at = instance(bound, {y: _argument}, given)
    assert isinstance(at.conclusion, Statement)
    by = rearranged(at.conclusion, le(middle, beta * least()), factor=beta)
    chain = Chain(given, excess(p_ref), (Step("<=", middle, "the hypothesis"), Step("<=", beta * least(), why, by)))
    return Argument((at, chain), (why, "the condition, read from right to left"))


SMALL = _holds(_small, SQUARE, beta * _argument**2, "cosh y ≥ y")
"""If β 𝓑(p_ref) ≤ κ², the condition holds."""
MILD = _holds(_mild, LINE, sp.Rational(11, 5) * beta * _argument, "cosh² y ≥ 11y/5")
"""If 𝓑(p_ref) ≤ 11κ/5, the condition holds for every β."""

PEAK = Statement((*EPS, ge(v, 0)), lt(v / (2 * (v + eps) ** sp.Rational(3, 2)), 1 / (5 * sp.sqrt(eps))))
BOUNDED = Chain(
    (*EPS, *CLOSED),
    beta_bound(),
    (
        Step("<=", variance() / (2 * (variance() + eps) ** sp.Rational(3, 2)), "|2p − 1| ≤ 1"),
        Step("<", 1 / (5 * sp.sqrt(eps)), "the largest value is 1/(3√3 √ε), at v = 2ε", instance(PEAK, {v: variance()}, (*EPS, *CLOSED))),
    ),
)
"""𝓑(p) < 1/(5√ε), whatever p is."""
