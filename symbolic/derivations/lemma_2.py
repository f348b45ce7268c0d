"""Lemma 2: f(p_ref) > 0, by the display of its proof with the left side put right."""

import sympy as sp

from symbolic.derivation import Argument, Chain, Step
from symbolic.notation import CLOSED, PARAMETERS, f, h, odds_against, p, p_ref
from symbolic.statement import Statement, gt
from symbolic.theorems import instance

POSITIVE = Chain(
    PARAMETERS,
    f(p_ref),
    (
        Step(">", 1 / (1 + odds_against()) - p_ref, "the exponential is less than 1, and (1 − p_ref)/p_ref is positive"),
        Step("=", sp.Integer(0), "1/(1 + (1 − p_ref)/p_ref) = p_ref"),
    ),
)
"""f(p_ref) = h(p_ref) − p_ref > 1/(1 + A) − p_ref = 0."""

ABOVE = Statement((*PARAMETERS, *CLOSED), gt(h(), p_ref))
"""h > p_ref on all of [0, 1]."""

AT_REFERENCE = Argument((instance(ABOVE, {p: p_ref}, PARAMETERS),), ("h exceeds p_ref everywhere, at p_ref too",))
"""h(p_ref) > p_ref, in which p_ref stands twice, from the statement in which it and p vary apart: a box of that has no margin lost."""
