"""The logit form: in y = logit p the map h is T, even, smooth and bounded."""

import sympy as sp

from symbolic.claim import Kind
from symbolic.derivations.logit_form import LOGIT
from symbolic.group import Group
from symbolic.notation import BETA, EPS, PARAMETERS, PROBABILITY, T, b_of, beta, eps, g_slope, h, logit, p, p_ref, sigma
from symbolic.statement import Statement, eq, le, lt, real

y = real("y")
"""The logit of p."""

_form = Statement((*PARAMETERS, *PROBABILITY), eq(logit(h()), T(logit(p))))
_back = Statement(PARAMETERS, eq(h(sigma(y)), sigma(T(y))))
_whose = 1 / (1 + (1 - p) / p * sp.exp(b_of() / beta))
"""The one p_ref for which p is a fixed point."""
_multiplier = Statement((*BETA, *EPS, *PROBABILITY, eq(p_ref, _whose)), eq(sp.Derivative(h(), p), g_slope(logit(p)) / beta))
_least = Statement(PARAMETERS, le(T(sp.Integer(0)), T(y)))
_bounded = Statement(PARAMETERS, lt(T(y), logit(p_ref) + 1 / (beta * sp.sqrt(eps))))

_LOGITS = Group("beyond.logit-form", Kind.EXTENSION, "Theorem 2, in logits")

CLAIMS = (
    _LOGITS.proved("", "logit h(p) = T(logit p)", _form, _form.but(eq(logit(h()), T(2 * logit(p)))), uses=("theorem-2",)),
    _LOGITS.proved("derivation", "The logit form, step by step", LOGIT, LOGIT.but(end=T(2 * logit(p))), uses=("lemma-4.identity",)),
    _LOGITS.proved("back", "h(σ(y)) = σ(T(y))", _back, _back.but(eq(h(sigma(y)), sigma(T(y / 2))))),
    _LOGITS.proved(
        "multiplier",
        "At a fixed point p* h' is g'(logit p*)/β, the derivative of T there",
        _multiplier,
        _multiplier.but(eq(_multiplier.holds.lhs, g_slope(logit(p)))),
        uses=("lemma-1.fixed-point", "beyond.n3-threshold.slope"),
        families=("algebra", "sampling"),
    ),
    _LOGITS.proved("least", "T is least at 0", _least, _least.but(le(T(sp.Integer(0)) + sp.Rational(1, 1000), T(y)))),
    _LOGITS.proved(
        "bounded",
        "T stays below logit p_ref + 1/(β√ε)",
        _bounded,
        _bounded.but(lt(T(y), logit(p_ref) + 1 / (2 * beta * sp.sqrt(eps)))),
    ),
)
