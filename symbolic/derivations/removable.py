"""Remark 1 looked into: without smoothing h tends to 1 at both ends, so that the singularity is removable."""

import sympy as sp

from symbolic.derivation import Argument, Chain, Step
from symbolic.notation import BETA, PROBABILITY, REFERENCE, beta, h, odds_against, p, variance
from symbolic.theorems import squeeze

UNSMOOTHED = h(eps=sp.Integer(0))
"""h with ε = 0, defined on 0 < p < 1."""
BOUND = odds_against() * beta * sp.sqrt(variance())
"""A β √(p(1 − p)), which bounds 1 − h since e^{−y} ≤ 1/y."""
GIVEN = (*REFERENCE, *BETA, *PROBABILITY)

_damped = odds_against() * sp.exp(-1 / (beta * sp.sqrt(variance())))

NEAR_ONE = Chain(
    GIVEN,
    UNSMOOTHED - 1,
    (
        Step("=", -_damped / (1 + _damped), "h = 1/(1 + A e^{−y}) with y = 1/(β√(p(1 − p)))"),
        Step(">=", -_damped, "a denominator above 1"),
        Step(">=", -BOUND, "e^{−y} ≤ 1/y"),
    ),
)
"""h − 1 ≥ −A β √(p(1 − p))."""

AT_ZERO = Argument(
    (squeeze(UNSMOOTHED, p, sp.Integer(0), sp.Integer(1), BOUND, GIVEN),), ("0 ≤ 1 − h ≤ A e^{−y} ≤ A/y with y = 1/(β√(p(1 − p)))",)
)
"""h → 1 as p → 0."""
AT_ONE = Argument((squeeze(UNSMOOTHED, p, sp.Integer(1), sp.Integer(1), BOUND, GIVEN),), ("the same bound vanishes at 1",))
"""h → 1 as p → 1."""


_root = sp.sqrt(variance())

NO_INTERIOR = Chain(
    PROBABILITY,
    h(p, sp.Rational(1, 2), sp.Rational(1, 2), sp.Integer(0)),
    (
        Step(">", 1 / (1 + _root * sp.exp(-1 / _root)), "e^{−2y} < e^{−y}/y with y = 1/√(p(1 − p))"),
        Step(">", 1 / (1 + variance()), "e^{−y} < 1/y"),
        Step(">=", 1 / (1 + (1 - p) / p), "p² ≤ 1"),
        Step("=", p, "p + (1 − p) = 1"),
    ),
)
"""With p_ref = 1/2 and β = 1/2 the unsmoothed h stays above the diagonal: no fixed point in (0, 1)."""
