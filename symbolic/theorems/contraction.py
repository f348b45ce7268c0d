"""Contraction near a fixed point: Theorem 6 of the paper, and the facts that its proof rests on."""

from collections.abc import Sequence

import sympy as sp
from sympy.logic.boolalg import Boolean

from symbolic.declaration import DeclarationError
from symbolic.obligations import of_expression
from symbolic.statement import Statement, eq, ge, gt, le, lt, substitute
from symbolic.theorems.schema import Application, Theorem
from symbolic.theorems.scope import apart, reserved, under, unshared

LOCAL_CONTRACTION = Theorem(
    "local-contraction",
    "A function with a continuous derivative of size < 1 at its fixed point a maps some interval [a − r, a + r] into itself, "
    "contracts it, and its orbits from there converge to a (Theorem 6).",
)
MEAN_VALUE = Theorem("mean-value", "Between two points of an interval a differentiable function changes by f'(c) times their distance.")
CONTINUITY = Theorem("continuity", "A continuous function stays within any d > 0 of its value at a on some interval around a.")
_NAMED = tuple(sp.Symbol(name, real=True) for name in "rkn")
GEOMETRIC = Theorem("geometric", "If d_n ≥ 0 and d_{n+1} ≤ k d_n for every n, with 0 ≤ k < 1, then d_n ≤ kⁿ d_0, which tends to 0.")


def local_contraction(f: sp.Expr, x: sp.Symbol, at: sp.Expr, given: Sequence[Boolean] = ()) -> Application:
    """Orbits of f from near its fixed point ``at`` converge to it, from f(at) = at and |f'(at)| < 1.

    The domain conditions of f', at x = ``at``, are all strict: f then has a continuous derivative in a neighbourhood.

    Raises:
        DeclarationError: if ``given`` or ``at`` speaks of x, f differentiates, or anything has a name that the conclusion keeps:
            r, k, n, I, f, x_n.
    """
    given, at = tuple(given), sp.sympify(at)
    apart((x,), at, *given)
    apart(_NAMED, f, at, *given)
    unshared(x, f, at, *given)
    reserved(("r", "k", "I"), x, f, at, *given)
    if sp.sympify(f).has(sp.Derivative) or at.has(sp.Derivative):
        raise DeclarationError(f"{f} or {at} differentiates: state the derivative's formula first")
    slope = sp.Derivative(f, x)
    here = (*given, eq(x, at))
    conditions = (
        *(o.statement for o in of_expression(at, given)),
        *(o.statement for o in of_expression(slope, here)),
        Statement(given, eq(substitute(f, {x: at}), at)),
        Statement(here, gt(slope, -1)),
        Statement(here, lt(slope, 1)),
    )
    name, centre = sp.latex(x), sp.latex(at)
    says = (
        f"there are $r > 0$ and $k < 1$ such that $f({name}) = {sp.latex(f)}$ maps $I = [{centre} - r, {centre} + r]$ into itself, "
        f"$|f'| \\le k$ on $I$, ${centre}$ is the only fixed point in $I$, and ${name}_n = f({name}_{{n-1}})$ from any ${name}_0$ in $I$ "
        f"converges to it, with $|{name}_n - ({centre})| \\le k^n |{name}_0 - ({centre})|$"
    )
    return Application(LOCAL_CONTRACTION, tuple(dict.fromkeys(conditions)), under(given, says))


def near(value: sp.Symbol, at: sp.Symbol, distance: sp.Expr, holds: Boolean, given: Sequence[Boolean] = ()) -> Application:
    """``holds`` of g(x) for x close to a, from ``holds`` for every ``value`` within ``distance`` > 0 of ``at`` = g(a), g continuous at a.

    Raises:
        DeclarationError: if ``given`` or the distance speaks of the value nearby, or anything of g, x, a or r, which the conclusion names.
    """
    given, distance = tuple(given), sp.sympify(distance)
    apart((value,), at, distance, *given)
    reserved(("g", "x", "a", "r"), value, at, distance, holds, *given)
    within = (*given, le(value, at + distance), ge(value, at - distance))
    conditions = (*(o.statement for o in of_expression(distance, given)), Statement(given, gt(distance, 0)), Statement(within, holds))
    says = (
        f"${sp.latex(holds)}$ for ${sp.latex(value)} = g(x)$ on some $[a - r, a + r]$, where $g$ is continuous and ${sp.latex(at)} = g(a)$"
    )
    return Application(CONTINUITY, conditions, under(given, says))


def lipschitz(slope: sp.Symbol, bound: sp.Symbol) -> Application:
    """|f(x) − f(x')| ≤ bound |x − x'| where |f'| ≤ bound in between, from f(x) − f(x') = slope (x − x') with a slope that f' takes.

    Raises:
        DeclarationError: if the slope is the bound, or the bound is called f, x or x'.
    """
    apart((slope,), bound)
    x, other, y, image = (sp.Symbol(name, real=True) for name in ("x", "x'", "y", "y'"))
    apart((x, other, y, image), slope, bound)
    reserved(("f", "x", "x'"), bound)
    given = (le(sp.Abs(slope), bound), eq(y - image, slope * (x - other)))
    condition = Statement(given, le(sp.Abs(y - image), bound * sp.Abs(x - other)))
    name = sp.latex(bound)
    says = f"if $f$ is differentiable with $|f'| \\le {name}$ between $x$ and $x'$, then $|f(x) - f(x')| \\le {name} |x - x'|$"
    return Application(MEAN_VALUE, (condition,), says)


def geometric(distance: sp.Expr, x: sp.Symbol, following: sp.Symbol, factor: sp.Expr, given: Sequence[Boolean]) -> Application:
    """``distance`` tends to 0 along x_n where ``given`` links x_n (``x``) and x_{n+1} (``following``), from distance' ≤ factor · distance.

    What else ``given`` speaks of may change with n, but for the symbols of the distance and the factor.

    Raises:
        DeclarationError: if the factor speaks of x or x', the distance of x', or anything of a member of the sequence.
    """
    given, factor = tuple(given), sp.sympify(factor)
    apart((x, following), factor)
    apart((following,), distance)
    if distance.has(sp.Derivative) or factor.has(sp.Derivative):
        raise DeclarationError(f"{distance} or {factor} differentiates: state the derivative's formula first")
    unshared(x, distance, factor, following, *given)
    fixed = sorted((distance.free_symbols | factor.free_symbols) - {x}, key=str)
    conditions = (
        *(o.statement for e in (distance, substitute(distance, {x: following}), factor) for o in of_expression(e, given)),
        Statement(given, ge(factor, 0)),
        Statement(given, lt(factor, 1)),
        Statement(given, ge(distance, 0)),
        Statement(given, ge(substitute(distance, {x: following}), 0)),
        Statement(given, le(substitute(distance, {x: following}), factor * distance)),
    )
    size = substitute(distance, {x: sp.Symbol(f"{x.name}_n", real=True)})
    start = substitute(distance, {x: sp.Symbol(f"{x.name}_0", real=True)})
    linked = ", ".join(f"${sp.latex(g)}$" for g in given)
    kept = f" with the same ${', '.join(sp.latex(s) for s in fixed)}$" if fixed else ""
    name = sp.latex(x)
    says = (
        f"if ${name}_n$ and ${name}_{{n+1}}$, for ${name}$ and ${sp.latex(following)}$, satisfy {linked} for every $n$,{kept}, then "
        f"${sp.latex(size)} \\le \\left({sp.latex(factor)}\\right)^n {sp.latex(start)}$, which tends to 0"
    )
    return Application(GEOMETRIC, tuple(dict.fromkeys(conditions)), says)
