"""The map of Theorem 2 in the logit coordinate, with logit p_ref or a fixed point as its parameter: any real number is one."""

from collections.abc import Callable

import sympy as sp

from symbolic.notation import beta, eps, g
from symbolic.statement import real

rho = real("rho")
"""logit p_ref, which takes every real value as p_ref runs through (0, 1)."""
fixed = real("q")
"""A fixed point of T: any real number is one, for one value of logit p_ref."""


def move(y: sp.Expr, rho: sp.Expr = rho, eps: sp.Expr = eps) -> sp.Expr:
    """T(y) = ρ + g(y)/β with ρ = logit p_ref (claim beyond.logit-form); needs β ≠ 0 and ε ≥ 0."""
    return rho + g(y, eps) / beta


def through(y: sp.Expr, q: sp.Expr = fixed, g: Callable[[sp.Expr], sp.Expr] = g) -> sp.Expr:
    """T(y) = q + (g(y) − g(q))/β, the one with the fixed point q: its ρ is q − g(q)/β.  ``g`` is another gain for another smoothing."""
    return q + (g(y) - g(q)) / beta
