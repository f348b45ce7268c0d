"""Fixed points on the whole line: one where the map contracts; how often a function that rises, falls and rises takes a value."""

from collections.abc import Sequence

import sympy as sp
from sympy.logic.boolalg import Boolean

from symbolic.declaration import DeclarationError
from symbolic.obligations import of_expression
from symbolic.statement import Statement, ge, gt, le, lt, ne, substitute
from symbolic.theorems.schema import Application, Theorem
from symbolic.theorems.scope import apart, reserved, under, unshared

BANACH = Theorem(
    "banach",
    "If |f'| ≤ q < 1 on the whole line, f has one fixed point x*, and |x_n − x*| ≤ qⁿ |x_0 − x*| for x_n = f(x_{n−1}) from any x_0.",
)
EDELSTEIN = Theorem(
    "edelstein",
    "If f is continuous with values in [a, b], and |f'| < 1 but at finitely many points, f has one fixed point, "
    "and every orbit converges to it, since |f(x) − f(y)| < |x − y| for x ≠ y.",
)
RISE_FALL_RISE = Theorem(
    "rise-fall-rise",
    "A continuous function that stays within a bounded distance of x, rises up to a, falls from a to b, and rises from b on, "
    "takes a value three times if it lies between the values at b and at a, twice if it is one of them, else once.",
)

INCREASING_VALUES = Theorem("increasing-values", "Where a function increases strictly, the order of its values is that of the points.")
_OPPOSITE = {sp.Lt: sp.Ge, sp.Ge: sp.Lt, sp.Gt: sp.Le, sp.Le: sp.Gt}


def contraction(f: sp.Expr, x: sp.Symbol, factor: sp.Expr, given: Sequence[Boolean] = ()) -> Application:
    """f has one fixed point on the line, and orbits approach it by ``factor`` < 1 a step, from |f'(x)| ≤ factor for every real x.

    Raises:
        DeclarationError: if ``given`` or the factor speaks of x: the bound would not be uniform, or not hold on the whole line.
    """
    given, factor = tuple(given), sp.sympify(factor)
    apart((x,), factor, *given)
    unshared(x, f, factor, *given)
    slope = sp.Derivative(f, x)
    conditions = (
        *(o.statement for o in of_expression(f, given)),
        Statement(given, ge(factor, 0)),
        Statement(given, lt(factor, 1)),
        Statement(given, ge(slope, -factor)),
        Statement(given, le(slope, factor)),
    )
    return Application(
        BANACH,
        tuple(dict.fromkeys(conditions)),
        under(given, f"{_one(f, x)}, and ${_rate(x, factor)}$ for every $n \\ge 0$ and real ${sp.latex(x)}_0$"),
    )


def shrinking(
    f: sp.Expr, x: sp.Symbol, low: sp.Expr, high: sp.Expr, given: Sequence[Boolean] = (), *, but_at: Sequence[sp.Expr] = ()
) -> Application:
    """f has one fixed point on the line, and every orbit converges to it, from low ≤ f ≤ high and |f'| < 1 ``but_at`` these points.

    Raises:
        DeclarationError: if ``given``, a bound or one of the points speaks of x.
    """
    given = tuple(given)
    apart((x,), low, high, *but_at, *given)
    unshared(x, f, low, high, *but_at, *given)
    elsewhere = (*given, *(ne(x, point) for point in but_at))
    slope = sp.Derivative(f, x)
    conditions = (
        *(o.statement for o in of_expression(f, given)),
        *(o.statement for point in but_at for o in of_expression(sp.sympify(point), given)),
        Statement(given, le(low, f)),
        Statement(given, le(f, high)),
        Statement(elsewhere, gt(slope, -1)),
        Statement(elsewhere, lt(slope, 1)),
    )
    return Application(EDELSTEIN, conditions, under(given, f"{_one(f, x)}, to which every orbit converges"))


def rise_fall_rise(
    f: sp.Expr, x: sp.Symbol, first: sp.Expr, second: sp.Expr, level: sp.Expr, near: sp.Expr, given: Sequence[Boolean] = ()
) -> Application:
    """How often f = ``level`` on the line, by where the level lies between f(second) and f(first), f' changing its sign there alone.

    f is continuous, |f(x) − x| ≤ ``near`` for every real x, f' > 0 below ``first`` and above ``second``, f' < 0 in between.

    Raises:
        DeclarationError: if ``given``, a turning point, the level or the distance speaks of x.
    """
    given = tuple(given)
    apart((x,), first, second, level, near, *given)
    reserved(("f",), x, f, first, second, level, *given)
    slope = sp.Derivative(f, x)
    conditions = (
        *(o.statement for o in of_expression(f, given)),
        Statement(given, lt(first, second)),
        Statement(given, le(f - x, near)),
        Statement(given, ge(f - x, -near)),
        Statement((*given, lt(x, first)), gt(slope, 0)),
        Statement((*given, lt(first, x), lt(x, second)), lt(slope, 0)),
        Statement((*given, lt(second, x)), gt(slope, 0)),
        *(o.statement for e in (first, second, level) for o in of_expression(sp.sympify(e), given)),
    )
    value, a, b = (sp.latex(e) for e in (level, first, second))
    name = sp.latex(x)
    at_a, at_b = f"f({a})", f"f({b})"
    says = (
        f"for $f({name}) = {sp.latex(f)}$ the equation $f({name}) = {value}$ has "
        f"exactly three real solutions if ${at_b} < {value} < {at_a}$, "
        f"one below ${a}$, one between ${a}$ and ${b}$, one above ${b}$; exactly two if ${value} = {at_a}$, ${a}$ and one above ${b}$; "
        f"exactly two if ${value} = {at_b}$, ${b}$ and one below ${a}$; exactly one if ${value} < {at_b}$, below ${a}$; "
        f"exactly one if ${value} > {at_a}$, above ${b}$"
    )
    return Application(RISE_FALL_RISE, conditions, under(given, says))


def by_values(
    holds: Boolean, f: sp.Expr, x: sp.Symbol, first: sp.Expr, second: sp.Expr, top: sp.Expr, given: Sequence[Boolean] = ()
) -> Application:
    """For x ≤ ``top``: ``holds`` exactly where f(first) < f(x) < f(second), as it does for first < x < second alone.

    f is continuous on the line, and f' > 0 below ``top``.

    Raises:
        DeclarationError: if ``given`` or one of the points speaks of x, or ``holds`` is no inequality.
    """
    given = tuple(given)
    apart((x,), first, second, top, *given)
    if type(holds) not in _OPPOSITE:
        raise DeclarationError(f"{holds} is no inequality")
    fails = _OPPOSITE[type(holds)](holds.lhs, holds.rhs, evaluate=False)
    conditions = (
        *(o.statement for o in of_expression(f, given)),
        *(o.statement for e in (first, second, top) for o in of_expression(sp.sympify(e), given)),
        Statement(given, lt(first, second)),
        Statement(given, le(second, top)),
        Statement((*given, lt(x, top)), gt(sp.Derivative(f, x), 0)),
        Statement((*given, lt(first, x), lt(x, second)), holds),
        Statement((*given, le(x, first)), fails),
        Statement((*given, le(second, x)), fails),
    )
    low, value, high = (sp.latex(e) for e in (substitute(f, {x: first}), f, substitute(f, {x: second})))
    says = f"for ${sp.latex(x)} \\le {sp.latex(top)}$: ${sp.latex(holds)}$ exactly where ${low} < {value} < {high}$"
    return Application(INCREASING_VALUES, conditions, under(given, says))


def _one(f: sp.Expr, x: sp.Symbol) -> str:
    return f"${sp.latex(f)} = {sp.latex(x)}$ has exactly one real solution ${sp.latex(x)}_*$"


def _rate(x: sp.Symbol, factor: sp.Expr) -> str:
    name = sp.latex(x)
    return f"|{name}_n - {name}_*| \\le \\left({sp.latex(factor)}\\right)^n |{name}_0 - {name}_*|"
