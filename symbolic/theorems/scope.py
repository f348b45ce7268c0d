"""What the variables of a theorem may stand for, and how its hypotheses are read and written."""

from collections.abc import Iterable, Sequence

import sympy as sp
from sympy.logic.boolalg import Boolean

from symbolic.declaration import DeclarationError


def apart(variables: Sequence[sp.Symbol], *others: sp.Basic) -> None:
    """Refuse expressions that speak of the theorem's own variables.

    Raises:
        DeclarationError: naming the first that does.
    """
    for other in others:
        if taken := set(variables) & sp.sympify(other).free_symbols:
            raise DeclarationError(f"{other} may not speak of {taken.pop()}, the variable of the theorem")


def unshared(x: sp.Symbol, *formulas: sp.Basic) -> None:
    """Refuse expressions with a name that the theorem gives to a member or a limit of the sequence x_0, x_1, …

    Raises:
        DeclarationError: naming the first that has one.
    """
    own = {x.name + index for index in ("_0", "_n", "_{n}", "_n-1", "_{n-1}", "_*", "^*", "_infty")}
    for formula in formulas:
        if taken := {s.name for s in sp.sympify(formula).free_symbols if isinstance(s, sp.Symbol)} & own:
            raise DeclarationError(f"{taken.pop()} is a name that the theorem gives to something of its own: rename it")


def under(given: Iterable[Boolean], sentence: str) -> str:
    """The sentence with its hypotheses before it."""
    hypotheses = ", ".join(f"${sp.latex(g)}$" for g in given)
    return f"if {hypotheses}, then {sentence}" if hypotheses else sentence


def ends(x: sp.Symbol, bounds: Iterable[Boolean]) -> tuple[list[sp.Expr], list[sp.Expr]]:
    """The lower and the upper bounds of x.

    Raises:
        DeclarationError: where a hypothesis is no bound of x.
    """
    lows: list[sp.Expr] = []
    highs: list[sp.Expr] = []
    for g in bounds:
        if not isinstance(g, (sp.Lt, sp.Le, sp.Gt, sp.Ge)) or x not in (g.lhs, g.rhs) or x in (g.lhs + g.rhs - x).free_symbols:
            raise DeclarationError(f"{g} is no bound of {x}")
        (highs if (g.lhs == x) == isinstance(g, (sp.Lt, sp.Le)) else lows).append(g.rhs if g.lhs == x else g.lhs)
    return lows, highs
