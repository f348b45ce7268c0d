"""The logit form of h: with y = logit p the map is T(y) = logit p_ref + 2c/(β√(1 + 4εc²)), c = cosh(y/2)."""

import sympy as sp

from symbolic.derivation import Chain, Step
from symbolic.notation import PARAMETERS, PROBABILITY, B, T, beta, eps, h, logit, p, p_ref, variance

_c = 1 / (2 * sp.sqrt(variance()))

LOGIT = Chain(
    (*PARAMETERS, *PROBABILITY),
    logit(h()),
    (
        Step("=", logit(p_ref) + B(), "h = σ(logit p_ref + B(p))"),
        Step("=", logit(p_ref) + 2 * _c / (beta * sp.sqrt(1 + 4 * eps * _c**2)), "with c = 1/(2√(p(1 − p)))"),
        Step("=", T(logit(p)), "c = cosh(logit(p)/2), as in Lemma 4"),
    ),
)
"""logit h(p) = T(logit p) on 0 < p < 1."""
