"""Cited theorems, as schemas: each function makes, from one set of data, the side conditions and the conclusion.

The two come from the same arguments, so a citation cannot claim more than its conditions carry.  The conditions are
Statements that deciders check; the theorem itself is an assumption, listed by its name in every verdict that rests on it.
"""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import sympy as sp
from sympy.logic.boolalg import Boolean

from symbolic.declaration import DeclarationError
from symbolic.obligations import obligations, of_expression
from symbolic.statement import RELATE, Statement, between, eq, ge, gt, le, lt, ne, substitute


@dataclass(frozen=True)
class Theorem:
    """A theorem of mathematics that is cited, not proved here: its name among the assumptions, and what it says."""

    name: str
    says: str


@dataclass(frozen=True)
class Application:
    """A theorem applied: once every condition is proved, the conclusion holds.

    ``conclusion`` is a Statement where it is first-order over the reals, else a relation between finite sums
    (``SumRelation``) or a sentence (LaTeX allowed) that the schema composed.
    """

    theorem: Theorem
    conditions: tuple[Statement, ...]
    conclusion: "Statement | SumRelation | str"

    def __post_init__(self) -> None:
        # The conclusion is only as good as the schema that made it together with its conditions: nobody else may pair the two.
        if sys._getframe(2).f_globals.get("__name__") != __name__:
            raise DeclarationError("a theorem is applied by its schema in symbolic/theorems.py, not by hand")


@dataclass(frozen=True)
class SumRelation:
    """``left relation right`` between expressions with finite sums over an unspecified number of outcomes, under ``given``."""

    left: sp.Expr
    relation: str
    right: sp.Expr
    given: tuple[Boolean, ...] = ()


SUMMATION = Theorem(
    "finite-sums",
    "A finite sum, of one term at least, is linear and (strictly) monotone in its terms; of terms ≥ 0 it is 0 only if each is 0.",
)
INTERMEDIATE_VALUE = Theorem(
    "intermediate-value", "A continuous function on [a, b] with values of opposite sign at a and b vanishes in (a, b)."
)
MONOTONICITY = Theorem(
    "sign-of-derivative",
    "A function continuous on an interval whose derivative is > 0 (< 0) inside increases (decreases) strictly there; ≥ 0 (≤ 0), weakly.",
)
SQUEEZE = Theorem("squeeze", "If |f(x) − L| ≤ g(x) near a point and g tends to 0 there, f tends to L there.")
LIMIT_OF_ITERATES = Theorem("limit-of-iterates", "If x_n = f(x_{n−1}) converges to L and f is continuous at L, then f(L) = L.")
ORDER = Theorem("ordered-field", "The order of two reals is the sign of their difference, is kept by factors > 0, and is total.")
INSTANTIATION = Theorem("instance", "What holds for all values of its variables holds for those that are substituted.")

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
    return bool({i, n} & sp.sympify(e).free_symbols)


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
        if set(sp.sympify(c).free_symbols) & set(per_outcome) or _knows_outcomes(c):
            raise DeclarationError(f"the coefficient {c} varies with the outcome")
    whole = total(sp.Add(*(sp.Mul(c, t) for c, t in combination)), per_outcome)
    parts = sp.Add(*(sp.Mul(c, total(t, per_outcome)) for c, t in combination))
    return Application(SUMMATION, (), SumRelation(parts, "=", whole) if gather else SumRelation(whole, "=", parts))


def monotone(
    f: sp.Expr, x: sp.Symbol, low: sp.Expr, high: sp.Expr, *, increasing: bool, strict: bool = True, given: Sequence[Boolean] = ()
) -> Application:
    """f increases (or decreases) on the closed interval [low, high], from the sign of its derivative inside.

    ``strict``: from a derivative > 0, f(x) < f(x') for x < x'; otherwise from a derivative ≥ 0, f(x) ≤ f(x') for x ≤ x'.

    Raises:
        DeclarationError: if ``given`` or an end point speaks of x (the set would be no interval), or anything of x'.
    """
    given = tuple(given)
    y = sp.Symbol(x.name + "'", real=True)
    _apart((x, y), low, high, *given)
    _apart((y,), f)
    inside = (*given, *between(low, x, high))
    closed = (*given, le(low, x), le(x, high))
    continuity = tuple(o.statement for o in of_expression(f, closed))
    below, above = (lt, gt) if strict else (le, ge)
    slope = Statement(inside, (above if increasing else below)(sp.Derivative(f, x), 0))
    at_y = substitute(f, {x: y})
    two = (*given, le(low, x), below(x, y), le(y, high))
    return Application(MONOTONICITY, (*continuity, slope), Statement(two, (below if increasing else above)(f, at_y)))


def _apart(variables: Sequence[sp.Symbol], *others: sp.Basic) -> None:
    for other in others:
        if taken := set(variables) & sp.sympify(other).free_symbols:
            raise DeclarationError(f"{other} may not speak of {taken.pop()}, the variable of the theorem")


def _under(given: Iterable[Boolean], sentence: str) -> str:
    """The sentence with its hypotheses before it."""
    hypotheses = ", ".join(f"${sp.latex(g)}$" for g in given)
    return f"if {hypotheses}, then {sentence}" if hypotheses else sentence


def intermediate_value(f: sp.Expr, x: sp.Symbol, low: sp.Expr, high: sp.Expr, given: Sequence[Boolean] = ()) -> Application:
    """f has a zero in (low, high), from f(low) > 0 > f(high) (take −f for the other order) and its continuity in between.

    Raises:
        DeclarationError: if ``given`` or an end point speaks of x.
    """
    given = tuple(given)
    _apart((x,), low, high, *given)
    continuity = tuple(o.statement for o in of_expression(f, (*given, le(low, x), le(x, high))))
    signs = (
        Statement(given, lt(low, high)),
        Statement(given, gt(substitute(f, {x: low}), 0)),
        Statement(given, lt(substitute(f, {x: high}), 0)),
    )
    zero = f"there is ${sp.latex(x)}$ with ${sp.latex(low)} < {sp.latex(x)} < {sp.latex(high)}$ and ${sp.latex(f)} = 0$"
    return Application(INTERMEDIATE_VALUE, (*continuity, *signs), _under(given, zero))


def squeeze(f: sp.Expr, x: sp.Symbol, at: sp.Expr, limit: sp.Expr, bound: sp.Expr, given: Sequence[Boolean]) -> Application:
    """f tends to ``limit`` as x tends to ``at`` within ``given``, from |f − limit| ≤ bound there and bound continuous and 0 at ``at``.

    What ``given`` says of x makes an interval, of more than one point and with ``at`` in it or at its end.

    Raises:
        DeclarationError: if a hypothesis on x is no bound of x, or ``at`` or ``limit`` speaks of x.
    """
    given = tuple(given)
    _apart((x,), at, limit)
    others = tuple(g for g in given if x not in g.free_symbols)
    lows, highs = _ends(x, (g for g in given if x in g.free_symbols))
    conditions = (
        *(Statement(others, le(low, at)) for low in lows),
        *(Statement(others, le(at, high)) for high in highs),
        *(Statement(others, lt(low, high)) for low in lows for high in highs),
        Statement(given, le(f - limit, bound)),
        Statement(given, ge(f - limit, -bound)),
        *(o.statement for o in of_expression(bound, (*others, eq(x, at)))),
        Statement(others, eq(substitute(bound, {x: at}), 0)),
    )
    tends = f"${sp.latex(f)} \\to {sp.latex(limit)}$ as ${sp.latex(x)} \\to {sp.latex(at)}$"
    return Application(SQUEEZE, conditions, _under(given, tends))


def _ends(x: sp.Symbol, bounds: Iterable[Boolean]) -> tuple[list[sp.Expr], list[sp.Expr]]:
    """The lower and the upper bounds of x."""
    lows: list[sp.Expr] = []
    highs: list[sp.Expr] = []
    for g in bounds:
        if not isinstance(g, (sp.Lt, sp.Le, sp.Gt, sp.Ge)) or x not in (g.lhs, g.rhs) or x in (g.lhs + g.rhs - x).free_symbols:
            raise DeclarationError(f"{g} is no bound of {x}")
        (highs if (g.lhs == x) == isinstance(g, (sp.Lt, sp.Le)) else lows).append(g.rhs if g.lhs == x else g.lhs)
    return lows, highs


def instance(statement: Statement, values: dict[sp.Symbol, sp.Expr], given: Sequence[Boolean]) -> Application:
    """``statement`` with ``values`` for its variables, under ``given``.

    Conditions are the statement itself, that the values are defined (x² ≥ 0 at √y says y ≥ 0), and the hypotheses at these values.

    Raises:
        DeclarationError: if a variable by which the statement differentiates is replaced, or stands in a value.
    """
    given = tuple(given)
    touched = set(values).union(*(sp.sympify(value).free_symbols for value in values.values()))
    for formula in (*statement.given, statement.holds):
        for d in formula.atoms(sp.Derivative):
            if taken := {v for v, _ in d.variable_count} & touched:
                raise DeclarationError(f"{taken.pop()} is a variable of differentiation: state the derivative's formula first")
    defined = (o.statement for value in values.values() for o in of_expression(value, given))
    conditions = (statement, *dict.fromkeys(defined), *(Statement(given, substitute(g, values)) for g in statement.given))
    return Application(INSTANTIATION, conditions, Statement(given, substitute(statement.holds, values)))


def rearranged(statement: Statement, holds: Boolean, *, factor: sp.Expr = sp.S.One) -> Application:
    """``holds`` under the hypotheses of ``statement``, its difference of sides being that of ``statement`` times ``factor``.

    a < b says b − a > 0, and so c > d if c − d = factor·(b − a) and factor > 0; < may be weakened to ≤, = to ≤, but nothing sharpened.

    Raises:
        DeclarationError: if the relation of ``holds`` does not follow from that of ``statement``.
    """
    given, old = statement.given, statement.holds
    follows = {sp.Eq: (sp.Eq, sp.Le, sp.Ge), sp.Le: (sp.Le, sp.Ge), sp.Lt: (sp.Lt, sp.Gt, sp.Le, sp.Ge)}
    follows |= {sp.Ge: follows[sp.Le], sp.Gt: follows[sp.Lt]}
    if type(holds) not in follows.get(type(old), ()):
        raise DeclarationError(f"{holds} does not follow from {old} by rearranging")
    sign = gt if isinstance(holds, (sp.Lt, sp.Gt)) else ge
    conditions = (
        statement,
        *(o.statement for o in (*obligations(Statement(given, holds)), *of_expression(factor, given))),
        *(() if factor == 1 or isinstance(old, sp.Eq) else (Statement(given, sign(factor, 0)),)),
        Statement(given, eq(factor * _excess(old), _excess(holds))),
    )
    return Application(ORDER, tuple(dict.fromkeys(conditions)), Statement(given, holds))


def _excess(relation: Boolean) -> sp.Expr:
    """What the relation says is > 0, ≥ 0 or 0."""
    return relation.rhs - relation.lhs if isinstance(relation, (sp.Lt, sp.Le)) else relation.lhs - relation.rhs


def either(statement: Statement, e: sp.Expr) -> Application:
    """``statement``, from itself where e ≤ 0 and where e ≥ 0."""
    given, holds = statement.given, statement.holds
    defined = tuple(o.statement for o in of_expression(e, given))
    return Application(ORDER, (*defined, Statement((*given, le(e, 0)), holds), Statement((*given, ge(e, 0)), holds)), statement)


def vanishing(term: sp.Expr, left: sp.Symbol, right: sp.Expr, given: Sequence[Boolean], per_outcome: Sequence[sp.Symbol]) -> Application:
    """Σ term = 0 only where left = right at every outcome, from term ≥ 0, and term > 0 where left ≠ right."""
    given = tuple(given)
    conditions = (Statement(given, ge(term, 0)), Statement((*given, ne(left, right)), gt(term, 0)))
    at = {v: outcome(v) for v in per_outcome}
    everywhere = f"{sp.latex(substitute(left, at))} = {sp.latex(substitute(right, at))}"
    pointwise = [substitute(g, at) for g in given]
    vanishes = f"if ${sp.latex(total(term, per_outcome))} = 0$ then ${everywhere}$ for every $i$"
    return Application(SUMMATION, conditions, _under(pointwise, vanishes))


def limit_of_iterates(f: sp.Expr, x: sp.Symbol, given: Sequence[Boolean]) -> Application:
    """The limit L of x_n = f(x_{n−1}), if there is one, satisfies f(L) = L, from the continuity of f within the closed set ``given``.

    Raises:
        DeclarationError: if a hypothesis on x is no bound of x, or a strict one: a limit may then leave the set.
    """
    given = tuple(given)
    about = [g for g in given if x in g.free_symbols]
    if strict := [g for g in about if not isinstance(g, (sp.Le, sp.Ge))]:
        raise DeclarationError(f"{strict[0]} does not define a closed set, which a limit of iterates could leave")
    ends = _ends(x, about)
    parameters = set().union(*(e.free_symbols for e in (f, *(g for g in given if g not in about))))
    if hidden := set().union(*(e.free_symbols for side in ends for e in side)) - parameters:
        raise DeclarationError(f"the bound {hidden.pop()} of {x} is fixed by nothing else")
    continuity = tuple(o.statement for o in of_expression(f, given))
    limit = sp.Symbol(x.name + "_infty")
    converges = f"${sp.latex(x)}_n = f({sp.latex(x)}_{{n-1}})$ converges to ${sp.latex(limit)}$"
    fixed = f"${sp.latex(substitute(f, {x: limit}))} = {sp.latex(limit)}$"
    return Application(LIMIT_OF_ITERATES, continuity, _under(given, f"if {converges} then {fixed}"))
