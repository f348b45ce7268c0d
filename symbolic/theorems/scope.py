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


def as_printed(name: str) -> str:
    """What a reader tells names apart by: LaTeX without braces, spaces and the marks of commands."""
    return "".join(c for c in name.replace(r"\ast", "*").replace(r"\prime", "'") if c not in "{}\\ ").replace("^'", "'")


def reserved(names: Iterable[str], *formulas: sp.Basic) -> None:
    """Refuse expressions with a symbol that is printed as one of the ``names`` (LaTeX), which a conclusion gives to something of its own.

    Raises:
        DeclarationError: naming the first that has one.
    """
    own = {as_printed(name) for name in names}
    for formula in formulas:
        for s in sorted(sp.sympify(formula).atoms(sp.Symbol), key=str):
            if {as_printed(s.name), as_printed(sp.latex(s))} & own:
                raise DeclarationError(f"{s} is a name that the theorem gives to something of its own: rename it")


_MEMBERS = ("0", "n", "n-1", "n+1", "2n", "2n+1", "*", "infty")


def unshared(x: sp.Symbol, *formulas: sp.Basic) -> None:
    """Refuse expressions with a name that a theorem gives to a member or a limit of the sequence x_0, x_1, …, to its map or its index.

    Raises:
        DeclarationError: naming the first that has one.
    """
    sequence = (f"{name}_{index}" for name in (x.name, sp.latex(x)) for index in _MEMBERS)
    together = (sp.latex(sp.Symbol(f"{x.name}_{index}")) for index in _MEMBERS)
    reserved((*sequence, *together, f"{x.name}^*", f"{sp.latex(x)}^*", "f", "n"), x, *formulas)


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
