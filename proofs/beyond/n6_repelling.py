"""N6, the left fixed point: where logit p_ref lies between ψ(−y_2) and ψ(−y_1) its multiplier is below −1, elsewhere it is not."""

import sympy as sp

from proofs.beyond.n6_count import SINH, y
from proofs.beyond.n6_turning_points import PAIR, TURNS, a, b, in_sinh, s, t, turn, w, y_1, y_2
from symbolic.claim import Kind
from symbolic.derivation import Argument, Chain, Step
from symbolic.group import Group
from symbolic.notation import beta, g_slope, psi
from symbolic.statement import RELATE, Statement, eq, ge, le, lt
from symbolic.theorems import either, instance
from symbolic.theorems.fixed_points import by_values

_at = sp.sinh(y / 2)
_multiplier = in_sinh(s) / beta

_SINH_WEAKLY = Statement((le(y, y_1),), le(sp.sinh(y / 2), sp.sinh(y_1 / 2)))
STEEP = Statement((*PAIR, eq(t, a**3), eq(w, b**3), lt(-w, s), lt(s, -t)), lt(_multiplier, -1))
FLAT = Statement((*PAIR, eq(w, b**3), le(s, -w)), ge(_multiplier, -1))
FLAT_AGAIN = Statement((*PAIR, eq(t, a**3), le(-t, s)), ge(_multiplier, -1))
"""The multiplier g'/β in s = sinh(y/2)."""

_BETWEEN = (*TURNS, lt(-y_2, y), lt(y, -y_1))
_LEFT, _RIGHT = (*TURNS, le(y, -y_2)), (*TURNS, le(-y_1, y))
_doubling = Statement((*PAIR, eq(y, -turn(a))), eq(g_slope(y) / beta, -1))
_doubling_again = Statement((*PAIR, eq(y, -turn(b))), eq(g_slope(y) / beta, -1))


def _region(bound: Statement, given: tuple[sp.Basic, ...], sinh: Statement, *ordered: tuple[sp.Expr, sp.Expr]) -> Argument:
    """The multiplier under ``given``, from that in s; ``ordered`` are neighbours in the order of the line."""
    orders = tuple(instance(sinh, {y: left, y_1: right}, given) for left, right in ordered)
    here = instance(bound, {s: _at, t: sp.sinh(y_1 / 2), w: sp.sinh(y_2 / 2)}, given)
    sign = "<" if isinstance(bound.holds, sp.Lt) else ">="
    steps = (Step("=", in_sinh(_at) / beta, "cosh² = 1 + sinh²"), Step(sign, sp.Integer(-1), "the multiplier in s", here))
    return Argument((*orders, Chain(given, g_slope(y) / beta, steps)), (*("sinh increases" for _ in orders), "and so the multiplier"))


BETWEEN = _region(STEEP, _BETWEEN, SINH, (-y_2, y), (y, -y_1))
LEFT = _region(FLAT, _LEFT, _SINH_WEAKLY, (y, -y_2))
RIGHT = _region(FLAT_AGAIN, _RIGHT, _SINH_WEAKLY, (-y_1, y))


_REPELS = lt(g_slope(y) / beta, -1)


def _repels(first: sp.Expr, second: sp.Expr) -> Argument:
    return Argument((by_values(_REPELS, psi(y), y, first, second, y_1, TURNS),), ("ψ increases up to y_1",))


def _wrong(given: tuple[sp.Basic, ...], sign: str) -> Argument:
    return Argument((Statement(given, RELATE[sign](g_slope(y) / beta, sp.Integer(-1))),), ("the wrong way round",))


_N6 = Group("beyond.n6-count.left", Kind.EXTENSION, "Lemma 1, sharpened", families=("algebra", "sampling"))

CLAIMS = (
    _N6.proved("steep", "g'/β < −1 where −b³ < sinh(y/2) < −a³", STEEP, STEEP.but(lt(_multiplier, -2))),
    _N6.proved("flat", "g'/β ≥ −1 where sinh(y/2) ≤ −b³", FLAT, FLAT.but(ge(_multiplier, sp.Rational(-1, 2)))),
    _N6.proved(
        "flat-again",
        "g'/β ≥ −1 where sinh(y/2) ≥ −a³",
        Argument((either(FLAT_AGAIN, s),), ("s ≤ 0 or s ≥ 0",)),
        Argument((FLAT_AGAIN.but(ge(_multiplier, sp.Rational(-1, 2))),), ("too high",)),
    ),
    _N6.proved("between", "T' < −1 between −y_2 and −y_1", BETWEEN, _wrong(_BETWEEN, ">="), uses=("beyond.n6-count.left.steep",)),
    _N6.proved("below", "T' ≥ −1 up to −y_2", LEFT, _wrong(_LEFT, "<"), uses=("beyond.n6-count.left.flat",)),
    _N6.proved("above", "T' ≥ −1 from −y_1 on", RIGHT, _wrong(_RIGHT, "<"), uses=("beyond.n6-count.left.flat-again",)),
    _N6.proved(
        "",
        "The left fixed point, y ≤ y_1 with ψ(y) = ρ, has T' < −1 exactly where ψ(−y_2) < ρ < ψ(−y_1)",
        _repels(-y_2, -y_1),
        _repels(-y_2, y_1),
        uses=(
            "beyond.n6-count.left.between",
            "beyond.n6-count.left.below",
            "beyond.n6-count.left.above",
            "beyond.n6-count.rises",
            "beyond.logit-form.multiplier",
        ),
        note="ρ = logit p_ref, and h' there is T'. Since T' ≤ 1 up to y_1, elsewhere |T'| ≤ 1. At the two ends T' = −1, as at a period "
        "doubling.",
    ),
    _N6.proved("ends", "T' = −1 at −y_1", _doubling, _doubling.but(eq(g_slope(y) / beta, 1))),
    _N6.proved("ends.again", "T' = −1 at −y_2", _doubling_again, _doubling_again.but(eq(g_slope(y) / beta, 1))),
)
