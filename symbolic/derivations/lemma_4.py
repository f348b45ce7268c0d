"""Lemma 4: cosh² of half the log-odds, by the corrected lines of its proof."""

import sympy as sp

from symbolic.derivation import Chain, Step
from symbolic.notation import REFERENCE, a_of, p_ref

_odds, _against = p_ref / (1 - p_ref), (1 - p_ref) / p_ref

IDENTITY = Chain(
    REFERENCE,
    sp.cosh(a_of() / 2) ** 2,
    (
        Step("=", ((sp.sqrt(_odds) + sp.sqrt(_against)) / 2) ** 2, "a/2 = log √(p_ref/(1 − p_ref))"),
        Step("=", (_odds + _against + 2) / 4, "the two roots multiply to 1"),
        Step("=", (p_ref**2 + (1 - p_ref) ** 2 + 2 * p_ref * (1 - p_ref)) / (p_ref * (1 - p_ref)) / 4, "a common denominator"),
        Step("=", 1 / (4 * p_ref * (1 - p_ref)), "p_ref² + (1 − p_ref)² + 2 p_ref (1 − p_ref) = 1"),
    ),
)
"""cosh²(a/2) = 1/(4 p_ref (1 − p_ref)), for all 0 < p_ref < 1."""
