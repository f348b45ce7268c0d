"""Lemma 3: both parts, by the corrected lines of their proof."""

import sympy as sp

from symbolic.derivation import Chain, Step
from symbolic.notation import a, sigma, z
from symbolic.statement import gt

cosh, sinh = sp.cosh, sp.sinh

LOGISTIC = Chain(
    (),
    sigma(z) * (1 - sigma(z)),
    (
        Step("=", sp.exp(-z) / (1 + sp.exp(-z)) ** 2, "1 − σ(z) = e^{−z}/(1 + e^{−z})"),
        Step("=", 1 / (4 * cosh(z / 2) ** 2), "cosh²(z/2) = e^z (1 + e^{−z})²/4"),
    ),
)
"""Part (1)."""

PRODUCT = Chain(
    (gt(z, 0), gt(a, 0)),
    sigma(z + a) * (1 - sigma(z + a)),
    (
        Step("=", 1 / (4 * cosh((z + a) / 2) ** 2), "part (1)"),
        Step("=", 1 / (4 * (cosh(z / 2) * cosh(a / 2) + sinh(z / 2) * sinh(a / 2)) ** 2), "addition formula"),
        Step("<=", 1 / (4 * cosh(z / 2) ** 2 * cosh(a / 2) ** 2), "sinh(z/2) sinh(a/2) ≥ 0"),
    ),
)
"""Part (2)."""
