"""What becomes of the iterates of a map."""

from collections.abc import Sequence

import sympy as sp
from sympy.logic.boolalg import Boolean

from symbolic.declaration import DeclarationError
from symbolic.obligations import of_expression
from symbolic.statement import Statement, ge, substitute
from symbolic.theorems.schema import Application, Theorem
from symbolic.theorems.scope import ends, under, unshared

LIMIT_OF_ITERATES = Theorem("limit-of-iterates", "If x_n = f(x_{n−1}) converges to L and f is continuous at L, then f(L) = L.")


def limit_of_iterates(f: sp.Expr, x: sp.Symbol, given: Sequence[Boolean]) -> Application:
    """The limit L of x_n = f(x_{n−1}), if there is one, satisfies f(L) = L, from the continuity of f within the closed set ``given``.

    Raises:
        DeclarationError: if a hypothesis on x is no bound of x, or a strict one: a limit may then leave the set.
    """
    given = tuple(given)
    about = [g for g in given if x in g.free_symbols]
    if strict := [g for g in about if not isinstance(g, (sp.Le, sp.Ge))]:
        raise DeclarationError(f"{strict[0]} does not define a closed set, which a limit of iterates could leave")
    unshared(x, f, *given)
    limits = ends(x, about)
    parameters = set().union(*(e.free_symbols for e in (f, *(g for g in given if g not in about))))
    if hidden := set().union(*(e.free_symbols for side in limits for e in side)) - parameters:
        raise DeclarationError(f"the bound {hidden.pop()} of {x} is fixed by nothing else")
    # A polynomial is continuous everywhere; that the hypotheses make sense together is asked all the same.
    continuity = tuple(o.statement for o in of_expression(f, given)) or (Statement(given, ge(f**2, 0)),)
    limit = sp.Symbol(x.name + "_infty")
    converges = f"${sp.latex(x)}_n = f({sp.latex(x)}_{{n-1}})$ converges to ${sp.latex(limit)}$"
    fixed = f"${sp.latex(substitute(f, {x: limit}))} = {sp.latex(limit)}$"
    return Application(LIMIT_OF_ITERATES, continuity, under(given, f"if {converges} then {fixed}"))
