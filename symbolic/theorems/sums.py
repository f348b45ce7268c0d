"""Finite sums over any number of outcomes: linearity, and what holds of the sums because it holds of each term."""

from collections.abc import Sequence
from functools import cache

import sympy as sp
from sympy.logic.boolalg import Boolean

from symbolic.declaration import DeclarationError
from symbolic.statement import RELATE, Statement, ge, gt, ne, substitute
from symbolic.theorems.schema import Application, SumRelation, Theorem
from symbolic.theorems.scope import reserved, under

SUMMATION = Theorem(
    "finite-sums",
    "A finite sum, of one term at least, is linear and (strictly) monotone in its terms; of terms ≥ 0 it is 0 only if each is 0.",
)

TRIANGLE = Theorem("triangle-inequality", "A finite sum is linear in its terms, and its absolute value is at most the sum of theirs.")

i, n = sp.symbols("i n", integer=True)


@cache
def outcome(variable: sp.Symbol) -> sp.Expr:
    """The value at outcome i of what ``variable`` stands for in a pointwise statement."""
    return sp.IndexedBase(variable.name, real=True)[i]


def total(term: sp.Expr, per_outcome: Sequence[sp.Symbol]) -> sp.Expr:
    """The sum of ``term`` over the outcomes 1..n, for any n ≥ 1; the variables in ``per_outcome`` vary with the outcome.

    Raises:
        DeclarationError: if the term knows of outcomes otherwise than by these variables.
    """
    if _knows_outcomes(term):
        raise DeclarationError(f"the term {term} names an outcome; write it pointwise, in the variables that vary")
    return sp.Sum(substitute(term, {v: outcome(v) for v in per_outcome}), (i, 1, n))


def _knows_outcomes(e: sp.Expr) -> bool:
    return any(s.name in (i.name, n.name) for s in sp.sympify(e).free_symbols if isinstance(s, sp.Symbol))


def _constant(c: sp.Expr, per_outcome: Sequence[sp.Symbol]) -> None:
    if set(sp.sympify(c).free_symbols) & set(per_outcome) or _knows_outcomes(c):
        raise DeclarationError(f"the coefficient {c} varies with the outcome")


def termwise(left: sp.Expr, relation: str, right: sp.Expr, given: Sequence[Boolean], per_outcome: Sequence[sp.Symbol]) -> Application:
    """Σ left relation Σ right, from left relation right at every outcome (``given`` holds at each).

    Raises:
        DeclarationError: for ≠, which sums do not inherit.
    """
    if relation == "!=":
        raise DeclarationError("terms that differ may have equal sums")
    condition = Statement(tuple(given), RELATE[relation](left, right))
    everywhere = tuple(substitute(g, {v: outcome(v) for v in per_outcome}) for g in given)
    return Application(SUMMATION, (condition,), SumRelation(total(left, per_outcome), relation, total(right, per_outcome), everywhere))


def linearity(combination: Sequence[tuple[sp.Expr, sp.Expr]], per_outcome: Sequence[sp.Symbol], *, gather: bool = False) -> Application:
    """Σ (c₁t₁ + c₂t₂ + …) = c₁ Σ t₁ + c₂ Σ t₂ + … for pairs (cₖ, tₖ) whose cₖ do not vary with the outcome.

    ``gather`` reads it from right to left.

    Raises:
        DeclarationError: if a coefficient varies with the outcome.
    """
    for c, _ in combination:
        _constant(c, per_outcome)
    whole = total(sp.Add(*(sp.Mul(c, t) for c, t in combination)), per_outcome)
    parts = sp.Add(*(sp.Mul(c, total(t, per_outcome)) for c, t in combination))
    return Application(SUMMATION, (), SumRelation(parts, "=", whole) if gather else SumRelation(whole, "=", parts))


def triangle(combination: Sequence[tuple[sp.Expr, sp.Expr]], per_outcome: Sequence[sp.Symbol]) -> Application:
    """|c₁ Σ t₁ + c₂ Σ t₂ + …| ≤ Σ |c₁t₁ + c₂t₂ + …| for pairs (cₖ, tₖ) whose cₖ do not vary with the outcome.

    Raises:
        DeclarationError: if a coefficient varies with the outcome.
    """
    for c, _ in combination:
        _constant(c, per_outcome)
    parts = sp.Add(*(sp.Mul(c, total(t, per_outcome)) for c, t in combination))
    whole = sp.Add(*(sp.Mul(c, t) for c, t in combination))
    right = total(sp.Abs(whole, evaluate=False), per_outcome)
    return Application(TRIANGLE, (), SumRelation(sp.Abs(parts, evaluate=False), "<=", right))


def vanishing(term: sp.Expr, left: sp.Symbol, right: sp.Expr, given: Sequence[Boolean], per_outcome: Sequence[sp.Symbol]) -> Application:
    """Σ term = 0 only where left = right at every outcome, from term ≥ 0, and term > 0 where left ≠ right."""
    given = tuple(given)
    conditions = (Statement(given, ge(term, 0)), Statement((*given, ne(left, right)), gt(term, 0)))
    at = {v: outcome(v) for v in per_outcome}
    reserved(("i", "n", *(sp.latex(o) for o in at.values())), term, left, right, *given)
    everywhere = f"{sp.latex(substitute(left, at))} = {sp.latex(substitute(right, at))}"
    pointwise = [substitute(g, at) for g in given]
    vanishes = f"if ${sp.latex(total(term, per_outcome))} = 0$ then ${everywhere}$ for every $i$"
    return Application(SUMMATION, conditions, under(pointwise, vanishes))
