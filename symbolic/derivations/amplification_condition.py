"""Condition (2) of Theorem 3 as Figure 3 shows it: where it holds for every β, and for every p_ref."""

import sympy as sp
from sympy.logic.boolalg import Boolean

from symbolic.derivation import Chain, Step
from symbolic.notation import BETA, EPS, UPPER, B_max, beta, eps, kappa, p_ref, variance
from symbolic.statement import Statement, ge, le, real
from symbolic.theorems import Application, instance

LEFT = beta * sp.cosh(1 / (2 * beta * sp.sqrt(sp.Rational(1, 4) + eps))) ** 2
"""β cosh²(1/(2β√(1/4 + ε))), the condition's left side."""
RIGHT = variance(p_ref) * (2 * p_ref - 1) / (2 * (variance(p_ref) + eps) ** sp.Rational(3, 2))
"""p_ref(1 − p_ref)(2p_ref − 1)/(2(p_ref(1 − p_ref) + ε)^{3/2}), its right side."""

t = real("t")
COSH = Statement(BETA, ge(beta * sp.cosh(t) ** 2, beta * (1 + t**2)))
"""cosh² t ≥ 1 + t², times β."""
_EVERY, _SMALL = ge(20 * variance(p_ref), 1), le(beta, 3 * sp.sqrt(3) * sp.sqrt(eps))
_given = (*UPPER, *BETA, *EPS)


def _cosh(*given: Boolean) -> Application:
    return instance(COSH, {t: kappa() / beta}, (*_given, *given))


_MOVED = Step("=", beta * sp.cosh(kappa() / beta) ** 2, "√(1/4 + ε) = √(1 + 4ε)/2")
_BOUND = beta * (1 + (kappa() / beta) ** 2)
_WHY = "cosh² t ≥ 1 + t²"

EVERY_BETA = Chain(
    (*_given, _EVERY),
    LEFT,
    (
        _MOVED,
        Step(">=", _BOUND, _WHY, _cosh(_EVERY)),
        Step(">=", 2 * kappa(), "β + κ²/β ≥ 2κ"),
        Step(">=", (2 * p_ref - 1) / (2 * sp.sqrt(variance(p_ref) + eps)), "20 p_ref(1 − p_ref) ≥ 1"),
        Step(">=", RIGHT, "p_ref(1 − p_ref) ≤ p_ref(1 − p_ref) + ε"),
    ),
)
"""The condition holds for every β where p_ref(1 − p_ref) ≥ 1/20."""

SMALL_BETA = Chain(
    (*_given, _SMALL),
    LEFT,
    (
        _MOVED,
        Step(">=", _BOUND, _WHY, _cosh(_SMALL)),
        Step(">=", 1 / (beta * (1 + 4 * eps)), "κ² = 1/(1 + 4ε)"),
        Step(">=", B_max(), "β ≤ 3√3 √ε"),
        Step(">=", RIGHT, "the right side is 𝓑(p_ref), at most B_max"),
    ),
)
"""The condition holds for every p_ref where β ≤ 3√3 √ε."""

LARGE_BETA = Chain(
    (*_given, ge(beta, B_max())),
    LEFT,
    (
        _MOVED,
        Step(">=", beta, "cosh ≥ 1"),
        Step(">=", B_max(), "the hypothesis"),
        Step(">=", RIGHT, "the right side is 𝓑(p_ref), at most B_max"),
    ),
)
"""The condition holds for every p_ref where β ≥ B_max."""
