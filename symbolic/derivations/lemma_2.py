"""Lemma 2: f(p_ref) > 0, by the display of its proof with the left side put right."""

import sympy as sp

from symbolic.derivation import Chain, Step
from symbolic.notation import PARAMETERS, f, odds_against, p_ref

POSITIVE = Chain(
    PARAMETERS,
    f(p_ref),
    (
        Step(">", 1 / (1 + odds_against()) - p_ref, "the exponential is less than 1, and (1 − p_ref)/p_ref is positive"),
        Step("=", sp.Integer(0), "1/(1 + (1 − p_ref)/p_ref) = p_ref"),
    ),
)
"""f(p_ref) = h(p_ref) − p_ref > 1/(1 + A) − p_ref = 0."""
