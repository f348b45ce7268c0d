"""Theorems of analysis in one variable: monotonicity from the derivative, intermediate values, squeezing."""

from collections.abc import Sequence

import sympy as sp
from sympy.logic.boolalg import Boolean

from symbolic.obligations import of_expression
from symbolic.statement import Statement, between, eq, ge, gt, le, lt, substitute
from symbolic.theorems.schema import Application, Theorem
from symbolic.theorems.scope import apart, ends, under

INTERMEDIATE_VALUE = Theorem(
    "intermediate-value", "A continuous function on [a, b] with values of opposite sign at a and b vanishes in (a, b)."
)
MONOTONICITY = Theorem(
    "sign-of-derivative",
    "A function continuous on an interval whose derivative is > 0 (< 0) inside increases (decreases) strictly there; ≥ 0 (≤ 0), weakly.",
)
SQUEEZE = Theorem("squeeze", "If |f(x) − L| ≤ g(x) near a point and g tends to 0 there, f tends to L there.")


def monotone(
    f: sp.Expr, x: sp.Symbol, low: sp.Expr, high: sp.Expr, *, increasing: bool, strict: bool = True, given: Sequence[Boolean] = ()
) -> Application:
    """f increases (or decreases) on the closed interval [low, high], from the sign of its derivative inside.

    ``strict``: from a derivative > 0, f(x) < f(x') for x < x'; otherwise from a derivative ≥ 0, f(x) ≤ f(x') for x ≤ x'.

    Raises:
        DeclarationError: if ``given`` or an end point speaks of x (the set would be no interval), or anything of x'.
    """
    given = tuple(given)
    y = sp.Symbol(x.name + "'", real=True)
    apart((x, y), low, high, *given)
    apart((y,), f)
    inside = (*given, *between(low, x, high))
    closed = (*given, le(low, x), le(x, high))
    continuity = tuple(o.statement for o in of_expression(f, closed))
    below, above = (lt, gt) if strict else (le, ge)
    slope = Statement(inside, (above if increasing else below)(sp.Derivative(f, x), 0))
    at_y = substitute(f, {x: y})
    two = (*given, le(low, x), below(x, y), le(y, high))
    return Application(MONOTONICITY, (*continuity, slope), Statement(two, (below if increasing else above)(f, at_y)))


def intermediate_value(f: sp.Expr, x: sp.Symbol, low: sp.Expr, high: sp.Expr, given: Sequence[Boolean] = ()) -> Application:
    """f has a zero in (low, high), from f(low) > 0 > f(high) (take −f for the other order) and its continuity in between.

    Raises:
        DeclarationError: if ``given`` or an end point speaks of x.
    """
    given = tuple(given)
    apart((x,), low, high, *given)
    continuity = tuple(o.statement for o in of_expression(f, (*given, le(low, x), le(x, high))))
    signs = (
        Statement(given, lt(low, high)),
        Statement(given, gt(substitute(f, {x: low}), 0)),
        Statement(given, lt(substitute(f, {x: high}), 0)),
    )
    zero = f"there is ${sp.latex(x)}$ with ${sp.latex(low)} < {sp.latex(x)} < {sp.latex(high)}$ and ${sp.latex(f)} = 0$"
    return Application(INTERMEDIATE_VALUE, (*continuity, *signs), under(given, zero))


def squeeze(f: sp.Expr, x: sp.Symbol, at: sp.Expr, limit: sp.Expr, bound: sp.Expr, given: Sequence[Boolean]) -> Application:
    """f tends to ``limit`` as x tends to ``at`` within ``given``, from |f − limit| ≤ bound there and bound continuous and 0 at ``at``.

    What ``given`` says of x makes an interval, of more than one point and with ``at`` in it or at its end.

    Raises:
        DeclarationError: if a hypothesis on x is no bound of x, or ``at`` or ``limit`` speaks of x.
    """
    given = tuple(given)
    apart((x,), at, limit)
    others = tuple(g for g in given if x not in g.free_symbols)
    lows, highs = ends(x, (g for g in given if x in g.free_symbols))
    conditions = (
        *(Statement(others, le(low, at)) for low in lows),
        *(Statement(others, le(at, high)) for high in highs),
        *(Statement(others, lt(low, high)) for low in lows for high in highs),
        *(o.statement for o in of_expression(f, given)),
        *(o.statement for o in of_expression(limit, others)),
        Statement(given, le(f - limit, bound)),
        Statement(given, ge(f - limit, -bound)),
        *(o.statement for o in of_expression(bound, (*others, eq(x, at)))),
        Statement(others, eq(substitute(bound, {x: at}), 0)),
    )
    tends = f"${sp.latex(f)} \\to {sp.latex(limit)}$ as ${sp.latex(x)} \\to {sp.latex(at)}$"
    return Application(SQUEEZE, tuple(dict.fromkeys(conditions)), under(given, tends))
