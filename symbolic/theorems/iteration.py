"""What becomes of the iterates of a map."""

from collections.abc import Sequence

import sympy as sp
from sympy.logic.boolalg import Boolean

from symbolic.declaration import DeclarationError
from symbolic.obligations import of_expression
from symbolic.statement import Statement, ge, substitute
from symbolic.theorems.schema import Application, Theorem
from symbolic.theorems.scope import ends, under, unshared

LIMIT_OF_ITERATES = Theorem(
    "limit-of-iterates",
    "If f maps a closed set continuously into itself, and x_n = f(x_{n−1}) from a point of the set converges to L, "
    "L lies in the set and f(L) = L.",
)


def limit_of_iterates(f: sp.Expr, x: sp.Symbol, given: Sequence[Boolean]) -> Application:
    """The limit L of x_n = f(x_{n−1}), if there is one, satisfies f(L) = L, for x_0 in the closed set that ``given`` makes of x.

    f is continuous there and maps the set into itself, so that every x_n lies in it, and L, the set being closed, too.

    Raises:
        DeclarationError: if a hypothesis on x is no bound of x, or a strict one (a limit may then leave the set), f differentiates, or
            anything has a name that the conclusion keeps for itself.
    """
    given = tuple(given)
    about = tuple(g for g in given if x in g.free_symbols)
    parameters = tuple(g for g in given if g not in about)
    if strict := [g for g in about if not isinstance(g, (sp.Le, sp.Ge))]:
        raise DeclarationError(f"{strict[0]} does not define a closed set, which a limit of iterates could leave")
    if sp.sympify(f).has(sp.Derivative):
        raise DeclarationError(f"{f} differentiates: state the derivative's formula first")
    unshared(x, f, *given)
    limits = ends(x, about)
    known = set().union(*(e.free_symbols for e in (f, *parameters)))
    if hidden := set().union(*(e.free_symbols for side in limits for e in side)) - known:
        raise DeclarationError(f"the bound {hidden.pop()} of {x} is fixed by nothing else")
    continuity = tuple(o.statement for o in of_expression(f, given))
    invariance = tuple(Statement(given, substitute(g, {x: f})) for g in about)
    # A polynomial on the whole line owes nothing; that the hypotheses make sense together is asked all the same.
    conditions = (*continuity, *invariance) or (Statement(given, ge(f**2, 0)),)
    name = sp.latex(x)
    start, limit = sp.Symbol(f"{name}_{{0}}", real=True), sp.Symbol(rf"{name}_{{\infty}}", real=True)
    begins = "".join(f"${sp.latex(substitute(g, {x: start}))}$, " for g in about)
    converges = f"${name}_n = f({name}_{{n-1}})$, with $f({name}) = {sp.latex(f)}$, converges to ${sp.latex(limit)}$"
    fixed = f"${sp.latex(substitute(f, {x: limit}))} = {sp.latex(limit)}$"
    says = f"if {begins}and {converges}, then {fixed}" if about else f"if {converges}, then {fixed}"
    return Application(LIMIT_OF_ITERATES, tuple(dict.fromkeys(conditions)), under(parameters, says))
