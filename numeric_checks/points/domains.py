"""Reads a statement's hypotheses as a region to draw points from: bounds, ties between variables, definitions.

What is read here only guides the choice of points; whether a point satisfies the hypotheses is decided by evaluation.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import islice, product
from typing import TypeAlias

import sympy as sp
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean

from numeric_checks.points.bounds import Approximate, Bound, Interval, bounds, hull, turning_points
from numeric_checks.points.definitions import Definition, definitions
from symbolic.obligations import obligations
from symbolic.statement import Statement

Coordinates: TypeAlias = dict[sp.Symbol, Fraction]
_MOST_PLANS = 8


@dataclass(frozen=True)
class Plan:
    """In which order to choose variables, within which bounds, and which ones then follow by definition.

    ``edge``: the last definition puts a variable on an irrational closed end of its interval.  ``notable``: values to try.
    """

    order: tuple[sp.Symbol, ...]
    hull: Mapping[sp.Symbol, Interval]
    bounds: tuple[Bound, ...]
    defined: tuple[Definition, ...]
    edge: bool = False
    notable: Mapping[sp.Symbol, tuple[Fraction, ...]] = field(default_factory=dict)

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

    There is none where the bounds leave a variable no value.
    """
    # a domain condition behind an implication need not hold at every point
    owed = [o.statement.holds for o in obligations(statement) if len(o.statement.given) <= len(statement.given)]
    conditions = [*_conjuncts(statement.given), *owed]
    limits = tuple(b for c in conditions if isinstance(c, Relational) for b in bounds(c))
    widest = hull(statement.symbols, limits, approximate)
    if any(i.empty for i in widest.values()):
        return ()

    notable = {s: turning_points(statement.holds, s) for s in statement.symbols}

    def plan(defined: tuple[Definition, ...], edge: bool) -> Plan:
        chosen = {d.variable for d in defined}
        return Plan(_order([s for s in statement.symbols if s not in chosen], limits), widest, limits, defined, edge, notable)

    readings = list(_definitions(statement)) or [()]
    known = {d.variable for d in readings[0]}
    ends = dict.fromkeys(Definition(b.variable, b.expression) for b in limits if not b.is_open and _is_irrational(b.expression))
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


def _definitions(statement: Statement) -> Iterator[tuple[Definition, ...]]:
    choices = [c for g in _conjuncts(statement.given) if (c := _readings(g))]
    for choice in islice(product(*choices), _MOST_PLANS):
        if (ordered := _in_order(choice)) is not None:
            yield ordered


def _readings(hypothesis: Boolean) -> tuple[Definition, ...]:
    """An equation as a definition, in one way where it is plainly one, else in all ways; of ``x = 0 or x = 1`` each case."""
    if isinstance(hypothesis, sp.Or) and all(isinstance(part, sp.Eq) for part in hypothesis.args):
        return tuple(d for part in hypothesis.args for d in definitions(part)[:1])
    found = definitions(hypothesis)
    is_plain = bool(found) and found[0].variable in (hypothesis.lhs, hypothesis.rhs)
    return found[:1] if is_plain else found


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
