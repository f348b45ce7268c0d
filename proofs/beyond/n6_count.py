"""N6: for β < B_max there are exactly one, two or three fixed points, by where logit p_ref lies between the turning values of ψ."""

import sympy as sp

from proofs.beyond.n6_turning_points import PAIR, TURNS, a, b, in_sinh, s, t, turn, w, y_1, y_2
from symbolic.claim import Claim, Kind
from symbolic.derivation import Argument, Chain, Step
from symbolic.group import Group
from symbolic.notation import EPS, REFERENCE, T, beta, eps, g, logit, p_ref, psi
from symbolic.statement import Statement, conj, eq, gt, iff, lt, real
from symbolic.theorems import either, instance
from symbolic.theorems.fixed_points import rise_fall_rise

y, rho = real("y"), real("rho")
"""The logit of p, and that of p_ref, which may be any real number."""
_slope = sp.Derivative(psi(y), y)
_at = sp.sinh(y / 2)
_near = 1 / (beta * sp.sqrt(eps))

SINH = Statement((lt(y, y_1),), lt(sp.sinh(y / 2), sp.sinh(y_1 / 2)))
"""sinh increases."""
_height = 1 - in_sinh(s) / beta
"""ψ' in s = sinh(y/2)."""
BELOW = Statement((*PAIR, eq(t, a**3), lt(s, t)), gt(_height, 0))
BETWEEN = Statement((*PAIR, eq(t, a**3), eq(w, b**3), lt(t, s), lt(s, w)), lt(_height, 0))
BEYOND = Statement((*PAIR, eq(w, b**3), lt(w, s)), gt(_height, 0))


def _region(sign: Statement, where: tuple[sp.Basic, ...], *ordered: tuple[sp.Symbol, sp.Symbol]) -> Argument:
    """The sign of ψ' under ``where``, from that in s; ``ordered`` are neighbours in the order of the line."""
    given = (*TURNS, *where)
    orders = tuple(instance(SINH, {y: low, y_1: high}, given) for low, high in ordered)
    here = instance(sign, {s: _at, t: sp.sinh(y_1 / 2), w: sp.sinh(y_2 / 2)}, given)
    steps = (
        Step("=", 1 - in_sinh(_at) / beta, "ψ = y − g/β, and cosh² = 1 + sinh²"),
        Step(">" if isinstance(sign.holds, sp.Gt) else "<", sp.Integer(0), "its sign in s", here),
    )
    return Argument((*orders, Chain(given, _slope, steps)), (*("sinh increases" for _ in orders), "and so the sign of ψ'"))


RISES = _region(BELOW, (lt(y, y_1),), (y, y_1))
FALLS = _region(BETWEEN, (lt(y_1, y), lt(y, y_2)), (y_1, y), (y, y_2))
RISES_AGAIN = _region(BEYOND, (lt(y_2, y),), (y_2, y))


def _wrong(where: tuple[sp.Basic, ...], sign: str) -> Chain:
    return Chain((*TURNS, *where), _slope, (Step(sign, sp.Integer(0), "the wrong sign"),))


def _count(first: sp.Expr, second: sp.Expr) -> Argument:
    return Argument((rise_fall_rise(psi(y), y, first, second, rho, _near, TURNS),), ("ψ rises, falls and rises",))


_fixed = Statement((*REFERENCE, gt(beta, 0), *EPS), iff(eq(T(y), y), eq(psi(y), logit(p_ref))))
_bend = Statement(
    EPS,
    eq(
        sp.Derivative(g(y), (y, 2)),
        sp.cosh(y / 2) * (1 + 4 * eps - 8 * eps * _at**2) / (2 * (1 + 4 * eps * sp.cosh(y / 2) ** 2) ** sp.Rational(5, 2)),
    ),
)
_saddle = Statement((*PAIR, eq(y, turn(a))), conj(eq(sp.Derivative(psi(y), y), 0), lt(sp.Derivative(psi(y), (y, 2)), 0)))
_saddle_again = Statement((*PAIR, eq(y, turn(b))), conj(eq(sp.Derivative(psi(y), y), 0), gt(sp.Derivative(psi(y), (y, 2)), 0)))

_N6 = Group("beyond.n6-count", Kind.EXTENSION, "Proposition 1, sharpened", families=("algebra", "sampling"))

CLAIMS = (
    _N6.proved(
        "",
        "For β < B_max, ρ = logit p_ref: three fixed points if ψ(y_2) < ρ < ψ(y_1), two at equality, else one; and where they lie",
        _count(y_1, y_2),
        _count(-y_1, y_2),
        uses=(
            "beyond.n6-count.fixed",
            "beyond.n6-count.rises",
            "beyond.n6-count.falls",
            "beyond.n6-count.rises-again",
            "beyond.n6-count.turning.exist",
            "beyond.n6-count.turning.second",
            "beyond.n6-count.turning.weight",
            "beyond.n6-count.turning.threshold",
            "beyond.n4-contraction",
            "beyond.n4-contraction.borderline",
        ),
        note="For β ≥ B_max there is one, by N4. Here ε and β are written by a and b, as all ε > 0 and β < B_max can be.",
    ),
    _N6.proved(
        "fixed",
        "y is a fixed point of T exactly where ψ(y) = logit p_ref",
        _fixed,
        _fixed.but(iff(eq(T(y), y), lt(psi(y), logit(p_ref)))),
        families=Claim.families,
    ),
    _N6.proved(
        "below",
        "ψ' > 0 where sinh(y/2) < a³",
        Argument((either(BELOW, s),), ("s ≤ 0 or s ≥ 0",)),
        Argument((BELOW.but(gt(_height, sp.Rational(1, 2))),), ("too high",)),
    ),
    _N6.proved("between", "ψ' < 0 where a³ < sinh(y/2) < b³", BETWEEN, BETWEEN.but(lt(_height, -1))),
    _N6.proved("beyond", "ψ' > 0 where sinh(y/2) > b³", BEYOND, BEYOND.but(gt(_height, sp.Rational(1, 2)))),
    _N6.proved("rises", "ψ' > 0 below y_1", RISES, _wrong((lt(y, y_1),), "<"), uses=("beyond.n6-count.below",)),
    _N6.proved("falls", "ψ' < 0 between y_1 and y_2", FALLS, _wrong((lt(y_1, y), lt(y, y_2)), ">"), uses=("beyond.n6-count.between",)),
    _N6.proved("rises-again", "ψ' > 0 above y_2", RISES_AGAIN, _wrong((lt(y_2, y),), "<"), uses=("beyond.n6-count.beyond",)),
    _N6.proved("bend", "g'' has the sign of 1 + 4ε − 8ε sinh²(y/2)", _bend, _bend.but(eq(_bend.holds.lhs, 2 * _bend.holds.rhs))),
    _N6.proved(
        "saddle-node",
        "At y_1 ψ' = 0 and ψ'' < 0: where ρ = ψ(y_1) two fixed points meet in a saddle-node",
        _saddle,
        _saddle.but(conj(eq(sp.Derivative(psi(y), y), 0), lt(sp.Derivative(psi(y), (y, 2)), -1))),
    ),
    _N6.proved(
        "saddle-node.again",
        "At y_2 ψ' = 0 and ψ'' > 0: another where ρ = ψ(y_2)",
        _saddle_again,
        _saddle_again.but(conj(eq(sp.Derivative(psi(y), y), 0), gt(sp.Derivative(psi(y), (y, 2)), 1))),
    ),
)
