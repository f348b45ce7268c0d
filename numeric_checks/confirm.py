"""Confirms a counterexample: at the point every hypothesis and domain condition certainly holds, and the statement certainly fails.

A point that a solver or a search proposes is nothing until it has passed here.
"""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import TypeAlias

import sympy as sp
from flint import arb, fmpq
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean

from numeric_checks.balls.evaluation import difference, enclose, truth, value
from numeric_checks.balls.exactness import closed_form
from numeric_checks.points.definitions import Definition, definitions
from symbolic.obligations import obligations
from symbolic.statement import Statement, text
from symbolic.verdict import Witness

Exact: TypeAlias = sp.Expr
"""A rational, or (for a variable that a hypothesis defines) a closed expression."""

_DIGITS = 12
_SHOWN_BITS = 128
_MOST_BITS = 4096


def confirm(statement: Statement, point: Mapping[sp.Symbol, Exact]) -> Witness | None:
    """The witness that ``statement`` fails at ``point``, or None where that is not certain.

    ``point`` gives variables rational values, or closed expressions.  No rational may satisfy a hypothesis such as ``x = exp(y)``:
    there the hypothesis is read as the definition of a variable, whose value at ``point`` (or whose absence from it) then does not matter.
    """
    for exact in completions(statement, point):
        if satisfies(statement, exact) and truth(statement.holds, exact) is False:
            return _witness(statement, exact)
    return None


def completions(statement: Statement, point: Mapping[sp.Symbol, Exact]) -> Iterator[dict[sp.Symbol, Exact]]:
    """The point as it stands, then with variables that equations among the hypotheses define set to their definitions."""
    here: dict[sp.Symbol, Exact] = {s: sp.sympify(v) for s, v in point.items() if s in statement.symbols}
    if len(here) == len(statement.symbols):
        yield dict(here)
    equations = [g for g in statement.given if isinstance(g, sp.Eq) and not _holds(g, here)]
    for chosen in product(*(definitions(g) for g in equations)):
        if chosen and (completed := _complete(here, chosen)) is not None and len(completed) == len(statement.symbols):
            yield completed


def _holds(formula: Boolean, point: Mapping[sp.Symbol, Exact]) -> bool:
    return formula.free_symbols <= point.keys() and truth(formula, point) is True


def _complete(point: Mapping[sp.Symbol, Exact], chosen: tuple[Definition, ...]) -> dict[sp.Symbol, Exact] | None:
    """Each chosen definition evaluated, those it depends on before it; None where two define one variable or they go round in circles."""
    pending = {d.variable: d.expression for d in chosen}
    if len(pending) < len(chosen):
        return None
    completed = {s: v for s, v in point.items() if s not in pending}
    while pending:
        ready = [s for s, e in pending.items() if e.free_symbols <= completed.keys()]
        if not ready:
            return None
        for s in ready:
            if (v := closed_form(pending.pop(s), completed)) is None:
                return None
            completed[s] = v
    return completed


def satisfies(statement: Statement, point: Mapping[sp.Symbol, Exact]) -> bool:
    """Whether every hypothesis and every domain condition certainly holds at ``point``."""
    if not all(truth(g, point) is True for g in statement.given):
        return False
    for o in obligations(statement):
        # what stands behind an implication is asked for only where its hypothesis may hold
        void = any(truth(g, point) is False for g in o.statement.given)
        if not void and truth(o.statement.holds, point) is not True:
            return False
    return True


def _witness(statement: Statement, point: Mapping[sp.Symbol, Exact]) -> Witness:
    coordinates = tuple((str(s.name), _coordinate(point[s])) for s in statement.symbols)
    return Witness(coordinates, shows(statement.holds, point))


def _coordinate(v: Exact) -> str:
    return str(v) if isinstance(v, sp.Rational) else f"{_number(enclose(v, {}, _SHOWN_BITS))} = {sp.sstr(v)}"


def shows(formula: Boolean, point: Mapping[sp.Symbol, Exact]) -> str:
    """What evaluation shows of ``formula`` at ``point``: the sides of each of its relations, and how they compare."""
    if isinstance(formula, Relational):
        return _sides(formula, point)
    relations = sorted(formula.atoms(Relational), key=sp.default_sort_key)
    return "; ".join(f"{text(r)} is {_WORD[truth(r, point)]}: {_sides(r, point)}" for r in relations)


_WORD = {True: "true", False: "false", None: "not decided"}


def _sides(relation: Relational, point: Mapping[sp.Symbol, Exact]) -> str:
    left, right = (_number(value(side, point, _SHOWN_BITS)) for side in (relation.lhs, relation.rhs))
    return f"left side {left}, right side {right}, {_comparison(relation, point)}"


def _comparison(relation: Relational, point: Mapping[sp.Symbol, Exact]) -> str:
    bits = _SHOWN_BITS
    while bits <= _MOST_BITS:
        d = difference(relation, point, bits)
        if d is not None and (d != 0 or d == 0):
            return "the two are equal" if d == 0 else f"left − right = {_number(d)} {'>' if d > 0 else '<'} 0"
        bits *= 2
    equal = truth(sp.Eq(relation.lhs, relation.rhs, evaluate=False), point) is True
    return "the two are equal" if equal else "their difference has no certain sign"


def _number(v: fmpq | arb) -> str:
    """A rational exactly where that is short, else a decimal enclosure."""
    if isinstance(v, fmpq):
        exact = str(v)
        if len(exact) <= 2 * _DIGITS:
            return exact
        v = arb(v)
    return str(v.str(_DIGITS)).replace("+/-", "±")
