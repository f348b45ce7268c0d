"""N9: for β ≥ b_esc the iterates from p_ref < 1/2 end in a trap below 1/2, at its fixed point if that one is stable, or below 1 − p_ref."""

import sympy as sp
from sympy.logic.boolalg import Boolean

from symbolic.claim import Claim, Kind
from symbolic.derivation import Argument
from symbolic.derivations.logit_map import rho
from symbolic.derivations.trapping import above, bottom, by_least, descent, floor, folded, slow, trap, x
from symbolic.group import Group
from symbolic.notation import EPS, g
from symbolic.statement import ge, lt, substitute
from symbolic.theorems.cycles import covering_loops

_zero = sp.Integer(0)
_map = by_least(g)
_second = substitute(_map, {x: bottom})
_third = substitute(_map, {x: _second})
_THREE = (*EPS, lt(rho, bottom), lt(bottom, 0), lt(0, _second), ge(_third, 0))
"""h(1/2) < 1/2 < h²(1/2) and h³(1/2) ≥ 1/2."""


def _period_three(given: tuple[Boolean, ...]) -> Argument:
    loop = ((_zero, _second, True), (bottom, _zero, False), (bottom, _zero, False))
    return Argument((covering_loops(_map, x, [loop], given),), ("[0, T²(0)] → [T(0), 0] → [T(0), 0] → [0, T²(0)]",))


_N9 = Group("beyond.n9-trapped", Kind.EXTENSION, "Goes past the paper: Section 3", families=("algebra", "sampling"))

CLAIMS = (
    _N9.proved(
        "floor",
        "T(0) is the least value of T",
        floor(g),
        floor(g).but(ge(_map, bottom / 2)),
        uses=("beyond.logit-form", "beyond.n8-transition.logit", "beyond.n8-transition.below"),
        families=Claim.families,
    ),
    _N9.proved(
        "",
        "If h(h(1/2)) ≤ 1/2 and no fixed point lies in [1/2, 1 − p_ref], the iterates tend to the fixed point or to a 2-cycle below 1/2",
        trap(g, folded(g), schwarzian=False),
        trap(g, slow(g), schwarzian=False),
        uses=("beyond.logit-form", "beyond.n8-transition.logit", "beyond.n8-transition.below", "beyond.n9-trapped.floor"),
        note="For p_ref < 1/2 and β ≥ b_esc. In logits, with m = T(0) in place of β; h(1/2) < 1/2 follows where no fixed point lies there.",
    ),
    _N9.proved(
        "stable",
        "They tend to the fixed point below 1/2 if moreover |h'| ≤ 1 there",
        trap(g, folded(g), schwarzian=True),
        trap(g, slow(g), schwarzian=True),
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
        descent(g, above(g)),
        descent(g, (*above(g)[:2], *above(g)[3:])),
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
