"""What happens to a statement at one point, in balls of one precision: the quick look by which a search goes."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

import sympy as sp
from flint import arb, ctx, fmpq
from sympy.core.relational import Relational

from numeric_checks.balls import arithmetic as exact
from numeric_checks.balls.evaluation import difference_at, place, run, truth, truth_at, value
from numeric_checks.balls.exactness import closed_form
from numeric_checks.balls.program import Place
from numeric_checks.points.domains import Coordinates, Plan
from symbolic.statement import Statement

_BITS = 128
_MORE_BITS = 640
"""Precision at which an inequality is looked at again where balls of ``_BITS`` leave it open: tails cancel hundreds of digits."""
_HUGE = 4096
_ROUGH_BITS = 64


class Fate(Enum):
    """What balls show of a statement at a point."""

    OUTSIDE = "a hypothesis does not certainly hold"
    UNDEFINED = "the conclusion is not certainly defined"
    HOLDS = "the conclusion certainly holds"
    FAILS = "the conclusion certainly fails"
    EQUAL = "balls do not tell the two sides apart"


@dataclass(frozen=True, slots=True)
class Seen:
    """The fate of a statement at a point; ``margin`` is by how much an inequality holds there, relative to its sides (a guide only)."""

    fate: Fate
    margin: float | None = None


def approximate(e: sp.Expr, point: Mapping[sp.Symbol, Fraction]) -> tuple[Fraction, bool] | None:
    """The value of ``e`` at ``point`` as a rational, and whether it is exact; None where it is undefined or astronomic."""
    v = value(e, point, _ROUGH_BITS)
    if isinstance(v, fmpq):
        return Fraction(int(v.p), int(v.q)), True
    if not v.is_finite():
        return None
    mantissa, exponent = (int(k) for k in v.mid().man_exp())
    return (mantissa * Fraction(2) ** exponent, False) if abs(exponent) < _HUGE else None


def exact_point(plan: Plan, free: Coordinates) -> dict[sp.Symbol, sp.Expr] | None:
    """The point in closed form, with the coordinates that the plan defines; None where one of them has none."""
    point: dict[sp.Symbol, sp.Expr] = {s: sp.Rational(v.numerator, v.denominator) for s, v in free.items()}
    for d in plan.defined:
        v = closed_form(d.expression, point)
        if v is None:
            return None
        point[d.variable] = v
    return point


def look(statement: Statement, plan: Plan, free: Coordinates) -> Seen:
    """What happens at the point with the coordinates ``free`` and those that the plan defines by them.

    Where the plan defines variables, equations and inequalities that are not strict count as satisfied where balls do not exclude them.
    """
    at = _place(plan, free, _BITS)
    for g in statement.given:
        known = truth_at(g, at, _BITS)
        if known is None and _is_defined(g, at):
            known = not isinstance(g, (sp.Lt, sp.Gt, sp.Ne)) if plan.defined else truth(g, free)
        if not known:
            return Seen(Fate.OUTSIDE)
    holds = statement.holds
    known = truth_at(holds, at, _BITS)
    if known is None and not isinstance(holds, sp.Eq):
        known = truth_at(holds, _place(plan, free, _MORE_BITS), _MORE_BITS)
    if known is None:
        return Seen(Fate.EQUAL if _is_defined(holds, at) else Fate.UNDEFINED)
    if not known:
        return Seen(Fate.FAILS)
    return Seen(Fate.HOLDS, _margin(holds, at) if isinstance(holds, (sp.Lt, sp.Le, sp.Gt, sp.Ge)) else None)


def _place(plan: Plan, free: Coordinates, bits: int) -> Place:
    with ctx.workprec(bits):
        at = dict(place(free))
        for d in plan.defined:
            at[d.variable] = run(d.expression, at)
    return at


def _is_defined(formula: sp.Basic, at: Place) -> bool:
    relations = [formula] if isinstance(formula, Relational) else formula.atoms(Relational)
    return all(difference_at(r, at, _BITS) is not None for r in relations)


def _margin(inequality: Relational, at: Place) -> float:
    with ctx.workprec(_ROUGH_BITS):
        left, right = (exact.ball(run(side, at)) for side in (inequality.lhs, inequality.rhs))
        scale = abs(left) + abs(right)
        share = abs(left - right) / scale if scale > 0 else arb(0)
        return float(share.mid())
