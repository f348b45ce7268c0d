"""Reads a statement's hypotheses as a region to draw points from: bounds, ties between variables, definitions.

What is read here only guides the choice of points; whether a point satisfies the hypotheses is decided by evaluation.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from typing import TypeAlias

import sympy as sp
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean

from numeric_checks.definitions import Definition, definitions
from symbolic.obligations import obligations
from symbolic.statement import Statement

Coordinates: TypeAlias = dict[sp.Symbol, Fraction]
Approximate: TypeAlias = Callable[[sp.Expr, Mapping[sp.Symbol, Fraction]], tuple[Fraction, bool] | None]
"""The value of an expression as a rational and whether that is exact, or None where it is undefined."""
_MOST_PLANS = 8


@dataclass(frozen=True)
class Interval:
    """Between ``low`` and ``high``, None for an infinite end; ``open_low`` and ``open_high`` say that the end does not belong to it."""

    low: Fraction | None = None
    high: Fraction | None = None
    open_low: bool = True
    open_high: bool = True

    def __contains__(self, v: Fraction) -> bool:
        above = self.low is None or v > self.low or (v == self.low and not self.open_low)
        below = self.high is None or v < self.high or (v == self.high and not self.open_high)
        return above and below

    @property
    def empty(self) -> bool:
        """Whether nothing lies in it."""
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (self.low == self.high and (self.open_low or self.open_high))

    def above(self, low: Fraction, is_open: bool) -> "Interval":
        """The part above ``low``."""
        if self.low is not None and (self.low > low or (self.low == low and (self.open_low or not is_open))):
            return self
        return Interval(low, self.high, is_open, self.open_high)

    def below(self, high: Fraction, is_open: bool) -> "Interval":
        """The part below ``high``."""
        if self.high is not None and (self.high < high or (self.high == high and (self.open_high or not is_open))):
            return self
        return Interval(self.low, high, self.open_low, is_open)


@dataclass(frozen=True)
class Bound:
    """``variable`` lies above (``lower``) or below ``expression``, strictly where ``is_open``."""

    variable: sp.Symbol
    expression: sp.Expr
    lower: bool
    is_open: bool


@dataclass(frozen=True)
class Plan:
    """In which order to choose variables, within which bounds, and which ones then follow by definition.

    ``edge``: the last definition puts a variable on an irrational closed end of its interval.
    """

    order: tuple[sp.Symbol, ...]
    hull: Mapping[sp.Symbol, Interval]
    bounds: tuple[Bound, ...]
    defined: tuple[Definition, ...]
    edge: bool = False

    def interval(self, variable: sp.Symbol, earlier: Coordinates, approximate: Approximate) -> Interval:
        """Where ``variable`` may lie once ``earlier`` are chosen."""
        found = self.hull[variable]
        for b in self.bounds:
            if b.variable != variable or not b.expression.free_symbols or not b.expression.free_symbols <= earlier.keys():
                continue
            if (end := approximate(b.expression, earlier)) is not None:
                at, is_exact = end
                narrow = found.above if b.lower else found.below
                found = narrow(at, b.is_open or not is_exact)
        return found


def plans(statement: Statement, approximate: Approximate) -> tuple[Plan, ...]:
    """The ways to draw points: one for each reading of the equations among the hypotheses as definitions.

    None where the bounds leave a variable no value.
    """
    # a domain condition behind an implication need not hold at every point
    owed = [o.statement.holds for o in obligations(statement) if len(o.statement.given) <= len(statement.given)]
    conditions = [*_conjuncts(statement.given), *owed]
    bounds = tuple(b for c in conditions if isinstance(c, Relational) for b in _bounds(c))
    hull = _hull(statement.symbols, bounds, approximate)
    if any(i.empty for i in hull.values()):
        return ()

    def plan(defined: tuple[Definition, ...], edge: bool) -> Plan:
        chosen = {d.variable for d in defined}
        return Plan(_order([s for s in statement.symbols if s not in chosen], bounds), hull, bounds, defined, edge)

    readings = list(_definitions(statement)) or [()]
    known = {d.variable for d in readings[0]}
    ends = dict.fromkeys(Definition(b.variable, b.expression) for b in bounds if not b.is_open and _is_irrational(b.expression))
    edges = [(*readings[0], end) for end in ends if end.variable not in known]
    return (*(plan(defined, edge=False) for defined in readings), *(plan(defined, edge=True) for defined in edges))


def _is_irrational(e: sp.Expr) -> bool:
    return not e.free_symbols and not e.is_Rational


def _conjuncts(formulas: Iterable[Boolean]) -> Iterator[Boolean]:
    for f in formulas:
        if isinstance(f, sp.And):
            yield from _conjuncts(f.args)
        else:
            yield f


def _bounds(relation: Relational) -> Iterator[Bound]:
    """``relation`` read as a bound on each variable in which it is linear with a rational coefficient."""
    if isinstance(relation, sp.Ne) or relation.has(sp.Derivative):
        return
    for difference in _below_zero(relation):
        for variable in sorted(difference.free_symbols, key=lambda s: str(s.name)):
            coefficient = difference.as_coefficients_dict().get(variable, 0)
            rest = difference - coefficient * variable
            if coefficient == 0 or not coefficient.is_Rational or variable in rest.free_symbols:
                continue
            yield Bound(variable, -rest / coefficient, lower=bool(coefficient < 0), is_open=isinstance(relation, (sp.Lt, sp.Gt)))


def _below_zero(relation: Relational) -> Iterator[sp.Expr]:
    """Expressions that are < 0, or ≤ 0, where ``relation`` holds."""
    left, right = (relation.rhs, relation.lhs) if isinstance(relation, (sp.Gt, sp.Ge)) else (relation.lhs, relation.rhs)
    if isinstance(relation, sp.Eq):
        yield from (left - right, right - left)
    elif isinstance(left, sp.Abs):
        yield from (left.args[0] - right, -left.args[0] - right)
    else:
        yield left - right


def _definitions(statement: Statement) -> Iterator[tuple[Definition, ...]]:
    equations = [g for g in _conjuncts(statement.given) if isinstance(g, sp.Eq) and definitions(g)]
    for count, choice in enumerate(product(*(definitions(g) for g in equations))):
        if count >= _MOST_PLANS:
            return
        if (ordered := _in_order(choice)) is not None:
            yield ordered


def _in_order(choice: tuple[Definition, ...]) -> tuple[Definition, ...] | None:
    """The definitions, each after those it uses; None where they go round in circles or define a variable twice."""
    pending = list(choice)
    if len({d.variable for d in pending}) < len(pending):
        return None
    ordered: list[Definition] = []
    while pending:
        waiting = {d.variable for d in pending}
        ready = [d for d in pending if not d.expression.free_symbols & waiting]
        if not ready:
            return None
        ordered += ready
        pending = [d for d in pending if d not in ready]
    return tuple(ordered)


def _order(free: list[sp.Symbol], bounds: tuple[Bound, ...]) -> tuple[sp.Symbol, ...]:
    """Variables whose bounds need others come after them, as far as that goes."""
    left, order = list(free), []
    while left:
        needs = {s: {n for b in bounds if b.variable == s and not b.expression.is_Symbol for n in b.expression.free_symbols} for s in left}
        best = min(left, key=lambda s: (len(needs[s] & set(left)), str(s.name)))
        left.remove(best)
        order.append(best)
    return tuple(order)


def _hull(symbols: tuple[sp.Symbol, ...], bounds: tuple[Bound, ...], approximate: Approximate) -> dict[sp.Symbol, Interval]:
    """Constant bounds of each variable, carried along chains such as 0 < y < x."""
    hull = {s: Interval() for s in symbols}
    for _ in range(len(symbols) + 1):
        for b in bounds:
            if (end := _end(b, hull, approximate)) is not None:
                narrow = hull[b.variable].above if b.lower else hull[b.variable].below
                hull[b.variable] = narrow(*end)
    return hull


def _end(b: Bound, hull: Mapping[sp.Symbol, Interval], approximate: Approximate) -> tuple[Fraction, bool] | None:
    """The least (for a lower bound; else the greatest) value of a linear bound over the hull, and whether it is open."""
    at, is_open = Fraction(0), b.is_open
    for term, coefficient in b.expression.as_coefficients_dict().items():
        if not coefficient.is_Rational:
            return None
        c = Fraction(int(coefficient.p), int(coefficient.q))
        if not term.free_symbols:
            if (known := approximate(term, {})) is None:
                return None
            at, is_open = at + c * known[0], is_open or not known[1]
        elif term in hull:
            low = b.lower == (c > 0)
            end = hull[term].low if low else hull[term].high
            if end is None:
                return None
            at, is_open = at + c * end, is_open or (hull[term].open_low if low else hull[term].open_high)
        else:
            return None
    return at, is_open
