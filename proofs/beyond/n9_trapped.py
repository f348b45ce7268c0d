"""N9: for β ≥ b_esc the iterates from p_ref < 1/2 end in a trap below 1/2, at its fixed point if that one is stable, or below 1 − p_ref."""

import sympy as sp
from sympy.logic.boolalg import Boolean

from symbolic.claim import Claim, Kind
from symbolic.derivation import Argument, Chain, Step
from symbolic.derivations.logit_map import fixed, rho, through
from symbolic.group import Group
from symbolic.notation import BETA, EPS, beta, g
from symbolic.statement import Statement, ge, le, lt, real, substitute
from symbolic.theorems import monotone
from symbolic.theorems.cycles import covering_loops
from symbolic.theorems.orbits import monotone_orbits
from symbolic.theorems.trapping import trapped

_x = real("x")
_zero = sp.Integer(0)
_bottom = real("m")
_map = rho + (_bottom - rho) * g(_x) / g(_zero)
"""T with β expressed by its least value m = T(0) > ρ: β = g(0)/(m − ρ)."""
_second = substitute(_map, {_x: _bottom})
_third = substitute(_map, {_x: _second})
_SLOW = (*EPS, lt(rho, _bottom), lt(_bottom, 0), le(substitute(_map, {_x: rho}), -rho))
"""ρ < T(0) < 0, and β ≥ b_esc: T(ρ) ≤ −ρ (claim beyond.n8-transition.logit)."""
_TRAP = (*_SLOW, le(_second, 0))
"""And h(h(1/2)) ≤ 1/2."""
_THREE = (*EPS, lt(rho, _bottom), lt(_bottom, 0), lt(0, _second), ge(_third, 0))
"""h(1/2) < 1/2 < h²(1/2) and h³(1/2) ≥ 1/2."""
_floor = Statement((*_TRAP, le(_bottom, _x), le(_x, -rho)), ge(_map, _bottom))
_known = through(_x)
_known_rho = fixed - g(fixed) / beta
_ABOVE = (*BETA, *EPS, ge(fixed, 0), lt(_known_rho, 0), le(fixed, -_known_rho), le(g(_known_rho), 2 * beta * -_known_rho))
"""β ≥ b_esc and a fixed point between 1/2 and 1 − p_ref."""


def _trap(given: tuple[Boolean, ...], schwarzian: bool) -> Argument:
    within = Chain(
        (*given, le(_bottom, _x), le(_x, -rho)),
        _map,
        (Step("<=", substitute(_map, {_x: rho}), "|x| ≤ |ρ|"), Step("<=", -rho, "β ≥ b_esc")),
    )
    return Argument(
        (within, trapped(_map, _x, (_bottom, _zero, -rho), given, schwarzian=schwarzian)),
        ("T maps [T(0), |ρ|] into itself", "T decreases on [T(0), 0], and maps that into itself too"),
    )


def _descent(given: tuple[Boolean, ...]) -> Argument:
    return Argument(
        (
            monotone(_known, _x, fixed, -_known_rho, increasing=True, given=given),
            monotone_orbits(_known, _x, fixed, -_known_rho, given),
        ),
        ("T increases on x > 0", "from |ρ| down to the largest fixed point"),
    )


def _period_three(given: tuple[Boolean, ...]) -> Argument:
    loop = ((_zero, _second, True), (_bottom, _zero, False), (_bottom, _zero, False))
    return Argument((covering_loops(_map, _x, [loop], given),), ("[0, T²(0)] → [T(0), 0] → [T(0), 0] → [0, T²(0)]",))


_N9 = Group("beyond.n9-trapped", Kind.EXTENSION, "Goes past the paper: Section 3", families=("algebra", "sampling"))

CLAIMS = (
    _N9.proved(
        "floor",
        "T(0) is the least value of T",
        _floor,
        _floor.but(ge(_map, _bottom / 2)),
        uses=("beyond.logit-form", "beyond.n8-transition.logit", "beyond.n8-transition.below"),
        families=Claim.families,
    ),
    _N9.proved(
        "",
        "If h(h(1/2)) ≤ 1/2 and no fixed point lies in [1/2, 1 − p_ref], the iterates tend to the fixed point or to a 2-cycle below 1/2",
        _trap(_TRAP, False),
        _trap(_SLOW, False),
        uses=("beyond.logit-form", "beyond.n8-transition.logit", "beyond.n8-transition.below", "beyond.n9-trapped.floor"),
        note="For p_ref < 1/2 and β ≥ b_esc. In logits, with m = T(0) in place of β; h(1/2) < 1/2 follows where no fixed point lies there.",
    ),
    _N9.proved(
        "stable",
        "They tend to the fixed point below 1/2 if moreover |h'| ≤ 1 there",
        _trap(_TRAP, True),
        _trap(_SLOW, True),
        uses=(
            "beyond.logit-form",
            "beyond.n8-transition.logit",
            "beyond.n8-transition.below",
            "beyond.n9-trapped.floor",
            "beyond.n7-schwarzian.negative",
            "beyond.logit-form.multiplier",
        ),
        note="Local stability is global there. |h'| at the fixed point is |T'|.",
    ),
    _N9.proved(
        "largest",
        "With fixed points between 1/2 and 1 − p_ref the iterates decrease, from n = 1 on, to the largest of them",
        _descent(_ABOVE),
        _descent((*_ABOVE[:2], *_ABOVE[3:])),
        uses=("beyond.logit-form", "beyond.n8-transition.logit", "beyond.n8-transition.below"),
        note="From n = 1 on the iterates from p_ref are those from 1 − p_ref. The map is given by its fixed point q: any of them, so that "
        "the limit is the largest. That h(1/2) < 1/2 is not needed.",
    ),
    _N9.proved(
        "period-three",
        "h(1/2) < 1/2 < h²(1/2) and h³(1/2) ≥ 1/2 give a cycle of period 3",
        _period_three(_THREE),
        _period_three(_THREE[:-1]),
        uses=("beyond.logit-form", "beyond.n8-transition.logit", "beyond.n8-transition.below"),
    ),
)
