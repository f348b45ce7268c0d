"""Where the iterates from p_ref < 1/2 go if β ≥ b_esc (N9), for any gain g: into a trap below 1/2, or down to a fixed point above it."""

from collections.abc import Callable
from typing import TypeAlias

import sympy as sp
from sympy.logic.boolalg import Boolean

from symbolic.derivation import Argument, Chain, Step
from symbolic.derivations.logit_map import fixed, rho, through
from symbolic.notation import BETA, EPS, beta
from symbolic.statement import Statement, ge, le, lt, real, substitute
from symbolic.theorems import monotone
from symbolic.theorems.orbits import monotone_orbits
from symbolic.theorems.trapping import trapped

Gain: TypeAlias = Callable[[sp.Expr], sp.Expr]
Given: TypeAlias = tuple[Boolean, ...]
x = real("x")
bottom = real("m")
"""The least value of T, T(0) = logit h(1/2)."""
_zero = sp.Integer(0)


def by_least(g: Gain) -> sp.Expr:
    """T(x) with β expressed by its least value m = T(0) > ρ: β = g(0)/(m − ρ)."""
    return rho + (bottom - rho) * g(x) / g(_zero)


def slow(g: Gain) -> Given:
    """ρ < T(0) < 0, and β ≥ b_esc: T(ρ) ≤ −ρ (claim beyond.n8-transition.logit)."""
    return (*EPS, lt(rho, bottom), lt(bottom, 0), le(substitute(by_least(g), {x: rho}), -rho))


def folded(g: Gain) -> Given:
    """And h(h(1/2)) ≤ 1/2."""
    return (*slow(g), le(substitute(by_least(g), {x: bottom}), 0))


def floor(g: Gain) -> Statement:
    """T(0) is the least value of T between T(0) and |ρ|."""
    return Statement((*folded(g), le(bottom, x), le(x, -rho)), ge(by_least(g), bottom))


def trap(g: Gain, given: Given, *, schwarzian: bool) -> Argument:
    """The iterates tend to the fixed point below 1/2 or to a 2-cycle there; ``schwarzian``: to the fixed point, if it is stable."""
    map_ = by_least(g)
    within = Chain(
        (*given, le(bottom, x), le(x, -rho)),
        map_,
        (Step("<=", substitute(map_, {x: rho}), "|x| ≤ |ρ|"), Step("<=", -rho, "β ≥ b_esc")),
    )
    return Argument(
        (within, trapped(map_, x, (bottom, _zero, -rho), given, schwarzian=schwarzian)),
        ("T maps [T(0), |ρ|] into itself", "T decreases on [T(0), 0], and maps that into itself too"),
    )


def above(g: Gain) -> Given:
    """β ≥ b_esc and a fixed point between 1/2 and 1 − p_ref."""
    base = fixed - g(fixed) / beta
    return (*BETA, *EPS, ge(fixed, 0), lt(base, 0), le(fixed, -base), le(g(base), 2 * beta * -base))


def descent(g: Gain, given: Given) -> Argument:
    """The iterates decrease to that fixed point."""
    map_, top = through(x, g=g), -(fixed - g(fixed) / beta)
    return Argument(
        (monotone(map_, x, fixed, top, increasing=True, given=given), monotone_orbits(map_, x, fixed, top, given)),
        ("T increases on x > 0", "from |ρ| down to the largest fixed point"),
    )
