"""N2: h' ≤ 1/(2e) < 1 on [1/2, p_ref], so that f = h − p falls on [0, p_ref] for every β: Theorem 3's condition is not needed."""

import sympy as sp

from symbolic.claim import Kind
from symbolic.derivation import Argument, Chain, Step
from symbolic.group import Group
from symbolic.notation import PARAMETERS, B, eps, f, h, odds_against, p, p_ref, slope, variance
from symbolic.statement import Statement, between, ge, le, lt
from symbolic.theorems import either, instance, monotone, rearranged

_half = sp.Rational(1, 2)
_UP_TO_REFERENCE = (*PARAMETERS, ge(p, 0), le(p, p_ref))
_UPPER, _LOWER = (*_UP_TO_REFERENCE, ge(p - _half, 0)), (*_UP_TO_REFERENCE, le(p - _half, 0))
_h_slope, _f_slope = sp.Derivative(h(), p), sp.Derivative(f(), p)
_damped = odds_against() * sp.exp(-B())
"""q = A e^{−y}, so that h = 1/(1 + q) and h(1 − h) = q/(1 + q)²; y = B(p)."""
_bound = (2 * p - 1) / (2 * sp.E * p**2)

SLOPE = Chain(
    _UPPER,
    _h_slope,
    (
        Step("=", h() * (1 - h()) * -slope(), "Proposition 1"),
        Step("<=", _damped * -slope(), "h(1 − h) = q/(1 + q)² ≤ q with q = A e^{−y}, y = 1/(β√(p(1 − p) + ε))"),
        Step("<=", odds_against() / sp.E * (2 * p - 1) / (2 * (variance() + eps)), "y e^{−y} ≤ 1/e"),
        Step("<=", (1 - p) / p / sp.E * (2 * p - 1) / (2 * variance()), "A falls with p_ref, and p ≤ p_ref; ε ≥ 0"),
        Step("=", _bound, "p(1 − p) cancels"),
    ),
)
"""h' ≤ (2p − 1)/(2e p²) on [1/2, p_ref]."""

BELOW_ONE = Chain(
    _UPPER,
    _h_slope,
    (
        Step("<=", _bound, "y e^{−y} ≤ 1/e, as before"),
        Step("<=", 1 / (2 * sp.E), "2p − 1 ≤ p²"),
        Step("<", sp.Integer(1), "e > 1/2"),
    ),
)
"""h' ≤ 1/(2e) < 1 there."""

ABOVE_HALF = Chain(
    _UPPER,
    _f_slope,
    (
        Step("=", _h_slope - 1, "f = h − p"),
        Step("<=", _bound - 1, "the bound on h'", rearranged(Statement(_UPPER, le(_h_slope, _bound)), le(_h_slope - 1, _bound - 1))),
        Step("<", sp.Integer(0), "2p − 1 ≤ p² and e > 1/2"),
    ),
)
"""f' < 0 on [1/2, p_ref]."""

BELOW_HALF = Chain(
    _LOWER,
    _f_slope,
    (
        Step("=", -h() * (1 - h()) * slope() - 1, "Proposition 1"),
        Step("<=", -sp.Integer(1), "h' ≤ 0 below 1/2"),
        Step("<", sp.Integer(0), "−1 < 0"),
    ),
)
"""f' ≤ −1 < 0 on [0, 1/2]."""

_falls = Statement(_UP_TO_REFERENCE, lt(_f_slope, 0))
FALLS = Argument(
    (ABOVE_HALF, BELOW_HALF, either(_falls, p - _half)),
    ("above 1/2, h' < 1", "below 1/2, h' ≤ 0", "p ≤ 1/2 or p ≥ 1/2"),
)
"""f' < 0 on [0, p_ref]."""

DECREASES = Argument(
    (
        instance(_falls, {}, (*PARAMETERS, *between(0, p, p_ref))),
        monotone(f(), p, sp.Integer(0), p_ref, increasing=False, given=PARAMETERS),
    ),
    ("f' < 0, inside (0, p_ref) too", "and so f falls"),
)
"""f falls strictly on [0, p_ref]."""

_N2 = Group("beyond.n2-derivative", Kind.EXTENSION, "Proof of Theorem 3, sharpened")

CLAIMS = (
    _N2.proved("bound", "h'(p) ≤ (2p − 1)/(2e p²) for 1/2 ≤ p ≤ p_ref, e = 2.718…", SLOPE, SLOPE.but(end=_bound / 2)),
    _N2.proved(
        "below-one",
        "h' ≤ 1/(2e) < 1 for 1/2 ≤ p ≤ p_ref",
        BELOW_ONE,
        BELOW_ONE.but(end=sp.Rational(-1, 1000)),
        uses=("beyond.n2-derivative.bound",),
    ),
    _N2.proved(
        "",
        "f' < 0 on all of [0, p_ref], for every β",
        FALLS,
        Argument((_falls.but(lt(_f_slope, -1)),), ("a slope too steep",)),
        uses=("beyond.n2-derivative.bound",),
        note="The printed proof has this under the condition on β; by N1 the conclusion p* > p_ref wants no derivative at all.",
    ),
    _N2.proved(
        "decreasing",
        "f = h − p falls strictly on [0, p_ref]",
        DECREASES,
        Argument((monotone(h(), p, sp.Integer(0), p_ref, increasing=False, given=PARAMETERS),), ("h, which rises beyond 1/2",)),
        uses=("beyond.n2-derivative",),
    ),
)
