"""Proposition 1: monotonicity of h from the sign of its derivative, existence of a fixed point, and the limit of the iteration."""

import sympy as sp

from symbolic.derivation import Argument, Chain, Step
from symbolic.notation import BETA, CLOSED, EPS, PARAMETERS, POSSIBLE, B, f, h, p, sigma, slope, z_of
from symbolic.statement import Statement, ge, gt, le, real
from symbolic.theorems import Application, either, instance, intermediate_value, limit_of_iterates, monotone, rearranged

HALF = sp.Rational(1, 2)


def _said(application: Application) -> Statement:
    assert isinstance(application.conclusion, Statement)
    return application.conclusion


DECREASING = monotone(h(), p, sp.Integer(0), HALF, increasing=False, given=PARAMETERS)
"""h decreases strictly on [0, 1/2]."""

INCREASING = monotone(h(), p, HALF, sp.Integer(1), increasing=True, given=PARAMETERS)
"""h increases strictly on [1/2, 1]."""

FIXED_POINT = intermediate_value(f(), p, sp.Integer(0), sp.Integer(1), PARAMETERS)
"""f = h − p vanishes somewhere in (0, 1)."""

LIMIT = limit_of_iterates(h(), p, (*POSSIBLE, *BETA, *EPS, *CLOSED))
"""A limit of the iteration is a fixed point."""

SLOPE = Chain(
    (*PARAMETERS, *CLOSED),
    sp.Derivative(h(), p),
    (
        Step("=", sp.Derivative(sigma(z_of()), p), "h = σ(z(p))"),
        Step("=", sigma(z_of()) * (1 - sigma(z_of())) * sp.Derivative(z_of(), p), "σ' = σ(1 − σ)"),
        Step("=", sigma(z_of()) * (1 - sigma(z_of())) * sp.Derivative(B(), p), "log A does not depend on p"),
        Step("=", -sigma(z_of()) * (1 - sigma(z_of())) * slope(), "B = (p(1 − p) + ε)^{−1/2}/β"),
        Step("=", -h() * (1 - h()) * slope(), "h = σ(z(p))"),
    ),
)
"""h' as the proof of Proposition 1 derives it."""

_GIVEN = (*PARAMETERS, *CLOSED)
_HERE = p - HALF
_other = real("p'")
_down = monotone(h(), p, sp.Integer(0), HALF, increasing=False, strict=False, given=PARAMETERS)
_up = monotone(h(), p, HALF, sp.Integer(1), increasing=True, strict=False, given=PARAMETERS)
_left = instance(_said(_down), {_other: HALF}, (*_GIVEN, le(_HERE, 0)))
_right = instance(_said(_up), {p: HALF, _other: p}, (*_GIVEN, ge(_HERE, 0)))
LEAST = Argument(
    (_down, _left, rearranged(_said(_left), le(h(HALF), h())), _up, _right, either(Statement(_GIVEN, le(h(HALF), h())), _HERE)),
    ("h' ≤ 0 on the left", "at p and 1/2", "turned round", "h' ≥ 0 on the right", "at 1/2 and p", "on either side"),
)
"""h(1/2) ≤ h(p), from the monotonicity of h on both sides."""

EXISTENCE = Argument((FIXED_POINT,), ("h − p is positive at 0 and negative at 1",))
FALLS = Argument((DECREASING,), ("h' < 0 inside",))
RISES = Argument((INCREASING,), ("h' > 0 inside",))
LIMIT_POINT = Argument((LIMIT,), ("h maps [0, 1] continuously into itself",))

__all__ = ["DECREASING", "EXISTENCE", "FALLS", "INCREASING", "LEAST", "LIMIT_POINT", "RISES", "SLOPE", "gt", "le"]
