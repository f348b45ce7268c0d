"""Theorem 3: every fixed point exceeds p_ref, and the bound on f' by which its printed proof reaches a condition on β."""

import sympy as sp

from symbolic.derivation import Argument, Chain, Step
from symbolic.notation import BETA, CLOSED, EPS, PARAMETERS, UPPER, a, a_of, b_of, beta, eps, f, h, p, p_ref, sigma, variance, xi, z, z_of
from symbolic.statement import Statement, ge, gt, le, lt, real
from symbolic.theorems import Application, instance, monotone, rearranged

HALF, _ONE = sp.Rational(1, 2), sp.Integer(1)
ABOVE_HALF = (*UPPER, *BETA, *EPS)
"""1/2 < p_ref < 1, β > 0, ε > 0."""
INSIDE = (*ABOVE_HALF, lt(HALF, p), le(p, p_ref))
"""… and p in (1/2, p_ref]."""


def cube(p: sp.Expr = p, eps: sp.Expr = eps) -> sp.Expr:
    """[p(1 − p) + ε]^{3/2}."""
    return (variance(p) + eps) ** sp.Rational(3, 2)


def factor(p: sp.Expr = p) -> sp.Expr:
    """(2p − 1)/(2β[p(1 − p) + ε]^{3/2}), the second factor of h'."""
    return (2 * p - 1) / (2 * beta * cube(p))


def least(beta: sp.Expr = beta) -> sp.Expr:
    """cosh²(1/(2β√(1/4 + ε))), which is ξ(1/2)."""
    return sp.cosh(1 / (2 * beta) * (1 / sp.sqrt(sp.Rational(1, 4) + eps))) ** 2


def excess(p: sp.Expr = p) -> sp.Expr:
    """p(1 − p)(2p − 1)/(2[p(1 − p) + ε]^{3/2}), the right side of Theorem 3's condition at p = p_ref."""
    return variance(p) * (2 * p - 1) / (2 * cube(p))


def condition(beta: sp.Expr = beta) -> sp.Rel:
    """The condition on β of Theorem 3 (2)."""
    return ge(beta * least(beta), excess(p_ref))


AMPLIFIED = Chain(
    (*PARAMETERS, *CLOSED),
    h(),
    (
        Step(">=", h(HALF), "h is least at 1/2"),
        Step(">", p_ref, "e^{−1/(β√(1/4 + ε))} < 1"),
    ),
)
"""h > p_ref on [0, 1]; so every fixed point p = h(p) exceeds p_ref, whatever β is."""

SLOPE = sp.Derivative(f(), p)
SPREAD = sigma(z_of()) * (1 - sigma(z_of()))
_sum = a_of() + b_of() / beta
FIRST = 1 / (4 * sp.cosh(_sum / 2) ** 2)
"""1/(4 cosh²((a(p_ref) + b(p)/β)/2)), the first factor of h'."""
PRODUCT_OF_COSH = 1 / (4 * sp.cosh(a_of() / 2) ** 2 * sp.cosh(b_of() / (2 * beta)) ** 2)
CEILING = variance(p_ref) / least()
"""p_ref(1 − p_ref)/ξ(1/2)."""
LEMMA_3_2 = Statement((gt(z, 0), gt(a, 0)), le(sigma(z + a) * (1 - sigma(z + a)), 1 / (4 * sp.cosh(z / 2) ** 2 * sp.cosh(a / 2) ** 2)))

_X, _Y, _U, _W = real("X"), real("Y"), real("U"), real("W")
_other = real("p'")
_products = Statement((gt(_X, 0), le(_X, _Y), gt(_U, 0), le(_U, _W)), le(_X * _U - 1, _Y * _W - 1))
_reciprocals = Statement((gt(_X, 0), le(_X, _Y)), le(1 / _Y, 1 / _X))


def _increasing(e: sp.Expr, low: sp.Expr = HALF, *, strict: bool) -> Application:
    return monotone(e, p, low, _ONE, increasing=True, strict=strict, given=(*BETA, *EPS))


def _said(application: Application) -> Statement:
    assert isinstance(application.conclusion, Statement)
    return application.conclusion


FACTOR_RISES = Argument((_increasing(factor(), strict=True),), ("its derivative is positive",))
"""(2p − 1)/(2β[p(1 − p) + ε]^{3/2}) increases strictly on [1/2, 1]."""
_factor_weakly = _increasing(factor(), strict=False)
FACTOR_BOUND = Argument(
    (_factor_weakly, instance(_said(_factor_weakly), {_other: p_ref}, INSIDE)), ("its derivative is positive", "at p ≤ p_ref")
)
"""… so that on (1/2, p_ref] it is at most its value at p_ref."""

XI_RISES = Argument((_increasing(xi(), strict=True),), ("ξ' > 0 inside",))
"""ξ increases strictly on [1/2, 1]."""
_xi_weakly = _increasing(xi(), strict=False)
_xi_low = instance(_said(_xi_weakly), {p: HALF, _other: p}, INSIDE)
_xi_high = instance(_said(_xi_weakly), {_other: p_ref}, INSIDE)
XI_LOW = Argument((_xi_weakly, _xi_low), ("ξ' ≥ 0 inside", "at 1/2 ≤ p"))
"""ξ(1/2) ≤ ξ(p)."""
XI_HIGH = Argument((_xi_weakly, _xi_high), ("ξ' ≥ 0 inside", "at p ≤ p_ref"))
"""ξ(p) ≤ ξ(p_ref)."""
_over_low = instance(_reciprocals, {_X: xi(HALF), _Y: xi()}, INSIDE)
XI_RECIPROCAL = Argument((*XI_LOW.items, _over_low), (*XI_LOW.reasons, "reciprocals of positive numbers"))
"""1/ξ(p) ≤ 1/ξ(1/2)."""
XI_RECIPROCAL_LOW = Argument(
    (*XI_HIGH.items, instance(_reciprocals, {_X: xi(), _Y: xi(p_ref)}, INSIDE)), (*XI_HIGH.reasons, "reciprocals of positive numbers")
)
"""1/ξ(p_ref) ≤ 1/ξ(p)."""

LEMMA_3_USED = Chain(
    INSIDE,
    FIRST,
    (
        Step("=", sigma(_sum) * (1 - sigma(_sum)), "Lemma 3 (1)"),
        Step(
            "<=",
            PRODUCT_OF_COSH,
            "Lemma 3 (2) with z = a(p_ref) and a = b(p)/β",
            instance(LEMMA_3_2, {z: a_of(), a: b_of() / beta}, INSIDE),
        ),
    ),
)
"""The first factor, by Lemma 3 (2)."""

_ceiling = rearranged(_said(_over_low), le(variance(p_ref) / xi(), variance(p_ref) / xi(HALF)), factor=variance(p_ref))
FIRST_BOUND = Chain(
    INSIDE,
    FIRST,
    (
        Step("<=", PRODUCT_OF_COSH, "Lemma 3 (2)", instance(LEMMA_3_USED.conclusion, {}, INSIDE)),  # type: ignore[arg-type]
        Step("=", variance(p_ref) / xi(), "Lemma 4"),
        Step("<=", variance(p_ref) / xi(HALF), "ξ(1/2) ≤ ξ(p)", _ceiling),
        Step("=", CEILING, "ξ at 1/2"),
    ),
)
"""The first factor is at most p_ref(1 − p_ref)/ξ(1/2)."""

BOUND = Chain(
    INSIDE,
    SLOPE,
    (
        Step("=", SPREAD * factor() - 1, "f = h − p, and h = σ(z(p))"),
        Step("=", FIRST * factor() - 1, "Lemma 3 (1), and z(p) = a(p_ref) + b(p)/β"),
        Step(
            "<=",
            CEILING * factor(p_ref) - 1,
            "factor by factor",
            instance(_products, {_X: FIRST, _Y: CEILING, _U: factor(), _W: factor(p_ref)}, INSIDE),
        ),
    ),
)
"""The printed bound on f'."""

UNDER_CONDITION = (*ABOVE_HALF, condition(), lt(HALF, p), le(p, p_ref))
ENOUGH = Chain(
    UNDER_CONDITION,
    SLOPE,
    (
        Step("<=", BOUND.end, "the bound", instance(BOUND.conclusion, {}, UNDER_CONDITION)),  # type: ignore[arg-type]
        Step("<=", sp.Integer(0), "the condition, divided by β cosh²(…)"),
    ),
)
"""Under the condition f' ≤ 0 on (1/2, p_ref]."""

_given = (*ABOVE_HALF, condition())
_falls = monotone(f(), p, HALF, p_ref, increasing=False, strict=False, given=_given)
_inside = (*_given, lt(HALF, p), lt(p, p_ref))
_closed = (*_given, le(HALF, p), le(p, p_ref))
STAYS_POSITIVE = Chain(
    _closed,
    f(),
    (
        Step(">=", f(p_ref), "f does not increase", instance(_said(_falls), {_other: p_ref}, _closed)),
        Step(">", sp.Integer(0), "Lemma 2", instance(Statement(PARAMETERS, gt(f(p_ref), 0)), {}, _closed)),
    ),
)
CONCLUSION = Argument(
    (instance(ENOUGH.conclusion, {}, _inside), _falls, STAYS_POSITIVE),  # type: ignore[arg-type]
    ("under the condition f' ≤ 0", "so f does not increase", "and stays above f(p_ref) > 0"),
)
"""Under the condition f > 0 on [1/2, p_ref]: what the printed proof stops short of."""
