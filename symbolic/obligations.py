"""Domain conditions: what must hold for a statement to mean anything.

A denominator is not 0, an argument of log is positive, a radicand is not negative, the base of a power with a variable
exponent is positive.  Each is a Statement of its own, to be discharged from the hypotheses that stand before it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import sympy as sp
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean

from symbolic.statement import Statement, ge, gt, ne


@dataclass(frozen=True)
class Obligation:
    """One domain condition: ``what`` it is for, and the statement that discharges it."""

    what: str
    statement: Statement


def obligations(statement: Statement) -> tuple[Obligation, ...]:
    """All domain conditions of ``statement``, inner terms first, so that each is itself meaningful once those before it hold."""
    found: dict[Statement, Obligation] = {}
    for i, hypothesis in enumerate(statement.given):
        for o in _of_formula(hypothesis, statement.given[:i]):
            found.setdefault(o.statement, o)
    for o in _of_formula(statement.holds, statement.given):
        found.setdefault(o.statement, o)
    return tuple(found.values())


def of_expression(e: sp.Expr, given: tuple[Boolean, ...]) -> tuple[Obligation, ...]:
    """The domain conditions of one expression under ``given``; all of them together say that it is continuous there."""
    return tuple(_of_expression(e, given, differentiated=frozenset()))


def _of_formula(formula: Boolean, given: tuple[Boolean, ...]) -> Iterator[Obligation]:
    if isinstance(formula, Relational):
        yield from _of_expression(formula.lhs, given, frozenset())
        yield from _of_expression(formula.rhs, given, frozenset())
    elif isinstance(formula, sp.Implies):
        hypothesis, conclusion = formula.args
        yield from _of_formula(hypothesis, given)
        yield from _of_formula(conclusion, (*given, hypothesis))
    else:
        for part in formula.args:
            yield from _of_formula(part, given)


def _of_expression(e: sp.Expr, given: tuple[Boolean, ...], differentiated: frozenset[sp.Symbol]) -> Iterator[Obligation]:
    """``differentiated``: the variables by which a derivative is taken around ``e``; there, conditions must hold in a neighbourhood."""

    def owe(what: str, condition: Boolean) -> Obligation:
        return Obligation(f"{what} in {sp.sstr(e)}", Statement(given, condition))

    if isinstance(e, sp.Derivative):
        yield from _of_expression(e.expr, given, differentiated | {v for v, _ in e.variable_count})
        return
    for a in e.args:
        yield from _of_expression(a, given, differentiated)
    inside = bool(differentiated & e.free_symbols)
    match e:
        case sp.log():
            if not _is_positive_number(e.args[0]):
                yield owe("argument of log", gt(e.args[0], 0))
        case sp.Pow():
            base, exponent = e.args
            if _is_positive_number(base):
                return
            if isinstance(exponent, sp.Integer):
                if exponent <= 0:
                    yield owe("denominator", ne(base, 0))
            elif isinstance(exponent, sp.Rational):
                strict = exponent < 0 or inside
                yield owe("radicand", gt(base, 0) if strict else ge(base, 0))
            else:
                yield owe("base of a power", gt(base, 0))
        case sp.Abs() if inside:
            yield owe("derivative of an absolute value", ne(e.args[0], 0))
        case sp.Min() | sp.Max() if inside:
            for i, a in enumerate(e.args):
                for b in e.args[i + 1 :]:
                    yield owe("derivative of a minimum or maximum", ne(a, b))


def _is_positive_number(e: sp.Expr) -> bool:
    return (isinstance(e, sp.Rational) and e > 0) or e in (sp.pi, sp.E)
