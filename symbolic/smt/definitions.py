"""The polynomial definitions of reciprocals, roots, absolute values, minima and maxima: x·(1/x) = 1 where x ≠ 0, and so on."""

import sympy as sp
from sympy.logic.boolalg import Boolean

from symbolic.smt.abstraction import Atom
from symbolic.smt.signs import Signs
from symbolic.statement import conj, disj, eq, ge, gt, implies, le, lt, ne


def definition(atom: Atom, signs: Signs) -> Boolean | None:
    """What its definition says of the atom, wherever its arguments lie in the domain; None for a function that only lemmas describe.

    A condition that the hypotheses visibly meet is left out; that 1/x > 0 where x > 0 is said, for it spares cvc5 half its time.
    """
    value, arguments = atom.symbol, atom.arguments
    match atom.kind:
        case "inverse" if signs.positive(arguments[0]):
            return conj(eq(value * arguments[0], 1), gt(value, 0))
        case "inverse":
            return _where(ne(arguments[0], 0), eq(value * arguments[0], 1), signs.not_zero(arguments[0]))
        case "root":
            root = conj(ge(value, 0), eq(value**atom.index, arguments[0]))
            return _where(ge(arguments[0], 0), root, signs.not_negative(arguments[0]))
        case "abs":
            return _cases(ge(arguments[0], 0), lt(arguments[0], 0), value, arguments[0], -arguments[0])
        case "min":
            return _cases(le(*arguments), gt(*arguments), value, *arguments)
        case "max":
            return _cases(ge(*arguments), lt(*arguments), value, *arguments)
    return None


def _cases(condition: Boolean, otherwise: Boolean, value: sp.Expr, then: sp.Expr, else_: sp.Expr) -> Boolean:
    """``value`` is ``then`` or ``else_``; so cvc5 decides in a tenth of a second what it did not in five from bounds on ``value``."""
    return conj(disj(otherwise, eq(value, then)), disj(condition, eq(value, else_)))


def _where(condition: Boolean, meaning: Boolean, seen: bool) -> Boolean:
    return meaning if seen else implies(condition, meaning)
