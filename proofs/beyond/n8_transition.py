"""N8: from p_0 = p_ref < 1/2 the iteration climbs above 1 − p_ref if β < b_esc = S(p_ref)/(2 log((1 − p_ref)/p_ref)), else never."""

import sympy as sp

from symbolic.claim import Kind
from symbolic.derivation import Argument
from symbolic.derivations.logit_map import move, rho
from symbolic.group import Group
from symbolic.notation import BETA, EPS, PARAMETERS, b_of, beta, eps, g, h, logit, odds_against, p_ref
from symbolic.statement import Statement, eq, ge, gt, iff, le, lt, real
from symbolic.theorems import monotone
from symbolic.theorems.orbits import absorbed, increasing_orbit

_x = real("x")
_zero, _half = sp.Integer(0), sp.Rational(1, 2)
_map = move(_x)
_low = (*PARAMETERS, lt(p_ref, _half))
ESCAPE = b_of(p_ref) / (2 * sp.log(odds_against()))
"""b_esc."""
_opposite = sp.log(odds_against())
"""logit(1 − p_ref)."""
_first = logit(h(p_ref))
_escapes = Statement(_low, iff(gt(_first, _opposite), lt(beta, ESCAPE)))
_order = Statement(_low, iff(gt(_first, _opposite), gt(h(p_ref), 1 - p_ref)))
_stays = Statement(_low, iff(eq(_first, _opposite), eq(beta, ESCAPE)))
_BELOW = (*BETA, *EPS, lt(rho, 0))
"""p_ref < 1/2 in the logit coordinate."""
FAST = (*_BELOW, lt(2 * beta * -rho, g(rho)))
"""β < b_esc: x_1 > |ρ|."""
SLOW = (*_BELOW, le(g(rho), 2 * beta * -rho))
"""β ≥ b_esc: x_1 ≤ |ρ|."""
_top = rho + 1 / (beta * sp.sqrt(eps))
_coordinates = Statement(_BELOW, iff(lt(2 * beta * -rho, g(rho)), gt(move(rho), -rho)))


def _climb(given: tuple[sp.Basic, ...]) -> Argument:
    return Argument(
        (
            monotone(_map, _x, -rho, _top, increasing=True, given=given),
            increasing_orbit(_map, _x, -rho, _top, given),
        ),
        (
            "T increases on x > 0",
            "x_1 > |ρ|, and T is bounded by ρ + 1/(β√ε)",
        ),
    )


def _stay(given: tuple[sp.Basic, ...]) -> Argument:
    lands = (ge(_x, move(_zero)), le(_x, move(rho)))
    return Argument(
        (Statement(given, le(move(rho), -rho)), absorbed(_map, _x, (ge(_x, rho), le(_x, -rho)), lands, given)),
        ("p_1 ≤ 1 − p_ref", "where |x| ≤ |ρ|, T(0) ≤ T(x) ≤ T(ρ), which again lies between ρ and |ρ|"),
    )


_N8 = Group("beyond.n8-transition", Kind.EXTENSION, "Goes past the paper: Section 3")

CLAIMS = (
    _N8.proved(
        "",
        "logit p_1 > logit(1 − p_ref) if and only if β < b_esc",
        _escapes,
        _escapes.but(iff(gt(_first, _opposite), lt(beta, 2 * ESCAPE))),
        uses=("beyond.logit-form",),
        families=("algebra", "sampling"),
        note="With b_esc = S(p_ref)/(2 log((1 − p_ref)/p_ref)), for p_ref < 1/2.",
    ),
    _N8.proved(
        "order",
        "logit p_1 > logit(1 − p_ref) says p_1 > 1 − p_ref",
        _order,
        _order.but(iff(gt(_first, _opposite), gt(h(p_ref), 1 - p_ref / 2))),
        uses=("beyond.logit-form",),
    ),
    _N8.proved(
        "at",
        "At β = b_esc, and there alone, p_1 = 1 − p_ref",
        _stays,
        _stays.but(iff(le(_first, _opposite), eq(beta, ESCAPE))),
        uses=("beyond.logit-form",),
        families=("algebra", "sampling"),
        note="h takes one value at p_ref and 1 − p_ref, so that p_n = 1 − p_ref for every n ≥ 1.",
    ),
    _N8.proved(
        "logit",
        "The same in the logit coordinate: 2β|ρ| < g(ρ) if and only if x_1 > |ρ|",
        _coordinates,
        _coordinates.but(iff(lt(beta * -rho, g(rho)), gt(move(rho), -rho))),
        uses=("beyond.logit-form",),
    ),
    _N8.proved(
        "above",
        "If β < b_esc, p_n increases from n = 1 on to the smallest fixed point above 1 − p_ref",
        _climb(FAST),
        _climb(SLOW),
        uses=("beyond.logit-form",),
        note="The orbit from 1 − p_ref, which from n = 1 on is that of p_ref: h takes one value at both.",
    ),
    _N8.proved(
        "below", "If β ≥ b_esc, h(1/2) ≤ p_n ≤ p_1 ≤ 1 − p_ref for every n ≥ 1", _stay(SLOW), _stay(FAST), uses=("beyond.logit-form",)
    ),
)
