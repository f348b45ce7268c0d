"""Reads an equation among the hypotheses as the definition of one variable by the others."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import sympy as sp
from sympy.logic.boolalg import Boolean

_LARGEST = 300
"""Nodes of an equation beyond which only ``variable = expression`` is read."""


@dataclass(frozen=True)
class Definition:
    """``variable`` as an expression of other variables; whoever uses it checks that the equation then holds."""

    variable: sp.Symbol
    expression: sp.Expr


@lru_cache(maxsize=1024)
def definitions(equation: Boolean) -> tuple[Definition, ...]:
    """The ways to read ``equation`` as a definition, plainest first; none where it is no equation.

    A side that is a bare variable, a variable that occurs once, a variable in which the equation is linear after clearing
    denominators.  These are guesses: the equation may demand more than its solution (a sign, a domain).
    """
    if not isinstance(equation, sp.Eq):
        return ()
    left, right = equation.lhs, equation.rhs
    found: dict[Definition, None] = {}
    for bare, other in ((left, right), (right, left)):
        if isinstance(bare, sp.Symbol) and bare not in other.free_symbols:
            found[Definition(bare, other)] = None
    if not equation.has(sp.Derivative) and sum(1 for _ in sp.preorder_traversal(equation)) <= _LARGEST:
        for variable in sorted(equation.free_symbols, key=lambda s: str(s.name)):
            for expression in (*_peeled(left, right, variable), *_linear(left - right, variable)):
                found[Definition(variable, expression)] = None
    return tuple(found)


def _occurrences(e: sp.Expr, variable: sp.Symbol) -> int:
    return sum(1 for node in sp.preorder_traversal(e) if node == variable)


def _peeled(left: sp.Expr, right: sp.Expr, variable: sp.Symbol) -> Iterator[sp.Expr]:
    """Solves for a variable that occurs once by undoing the operations around it, one at a time."""
    if (_occurrences(left, variable), _occurrences(right, variable)) == (0, 1):
        left, right = right, left
    elif (_occurrences(left, variable), _occurrences(right, variable)) != (1, 0):
        return
    while left != variable:
        inner = next(a for a in left.args if variable in a.free_symbols)
        match left:
            case sp.Add():
                right = right - (left - inner)
            case sp.Mul():
                right = right / (left / inner)
            case sp.Pow() if left.exp.is_Rational:
                right = right ** (1 / left.exp)
            case sp.exp():
                right = sp.log(right)
            case sp.log():
                right = sp.exp(right)
            case _:
                return
        left = inner
    if not right.has(sp.zoo, sp.nan, sp.I):
        yield right


def _linear(difference: sp.Expr, variable: sp.Symbol) -> Iterator[sp.Expr]:
    if not difference.is_rational_function(variable) or variable not in difference.free_symbols:
        return
    numerator = sp.fraction(sp.together(difference))[0]
    try:
        polynomial = sp.Poly(numerator, variable)
    except sp.PolynomialError:
        return
    if polynomial.degree() == 1 and variable not in polynomial.coeff_monomial(1).free_symbols:
        yield -polynomial.coeff_monomial(1) / polynomial.coeff_monomial(variable)
