"""Orbits x_n = f(x_{n−1}): where they stay, when they are monotone and converge, and how they look in another coordinate."""

from collections.abc import Sequence

import sympy as sp
from sympy.logic.boolalg import Boolean

from symbolic.declaration import DeclarationError
from symbolic.obligations import of_expression
from symbolic.statement import Statement, eq, ge, gt, le, lt, substitute
from symbolic.theorems.analysis import monotone
from symbolic.theorems.schema import Application, Theorem
from symbolic.theorems.scope import apart, under, unshared

INDUCTION = Theorem(
    "orbit-induction", "What holds of x_1 whenever x_0 is allowed, and implies that x_1 is allowed too, holds of x_n for every n ≥ 1."
)
MONOTONE_ORBITS = Theorem(
    "monotone-orbits",
    "A continuous nondecreasing map of [a, b] into itself has monotone orbits, each with a fixed point as its limit; "
    "the one from a has the smallest, the one from b the largest.",
)
CLIMBING_ORBITS = Theorem(
    "climbing-orbits",
    "If f is continuous on [a, b], f ≤ b = f(b) there, and f(x) > x for x < b, every orbit increases to b, strictly until it is there.",
)
ARCHIMEDES = Theorem(
    "archimedes", "If f(x) ≥ x + d for every real x, with d > 0, then x_n ≥ x_0 + nd, and x_n increases strictly to infinity."
)


def absorbed(f: sp.Expr, x: sp.Symbol, start: Sequence[Boolean], lands: Sequence[Boolean], given: Sequence[Boolean] = ()) -> Application:
    """x_n satisfies ``lands`` for every n ≥ 1 if x_0 satisfies ``start``: f takes ``start`` to ``lands``, which lies in ``start``.

    Raises:
        DeclarationError: if ``given`` speaks of x, a hypothesis on x does not, or one differentiates.
    """
    given, start, lands = tuple(given), tuple(start), tuple(lands)
    apart((x,), *given)
    unshared(x, f, *start, *lands, *given)
    _of(x, *start, *lands)
    inside = (*given, *start)
    conditions = (
        *(o.statement for o in of_expression(f, inside)),
        *(Statement(inside, substitute(land, {x: f})) for land in lands),
        *(Statement((*given, *lands), s) for s in start),
    )
    first, every = _indexed(x, "0", start), _indexed(x, "n", lands)
    says = (
        f"{_recursion(f, x)} satisfies ${every}$ for every $n \\ge 1$ if ${first}$"
        if start
        else f"{_recursion(f, x)} satisfies ${every}$ for every $n \\ge 1$"
    )
    return Application(INDUCTION, conditions, under(given, says))


def conjugate(
    f: sp.Expr, x: sp.Symbol, domain: Sequence[Boolean], coordinate: sp.Expr, F: sp.Expr, y: sp.Symbol, given: Sequence[Boolean] = ()
) -> Application:
    """In the coordinate y(x) an orbit of f within ``domain`` is the orbit of F from y(x_0): y(f(x)) = F(y(x)), and f keeps the domain.

    Raises:
        DeclarationError: if ``given`` speaks of x or y, F of x, the coordinate of y, a hypothesis on x does not, or one differentiates.
    """
    given, domain = tuple(given), tuple(domain)
    apart((x, y), *given)
    apart((x,), F)
    apart((y,), f, coordinate, *domain)
    unshared(x, f, coordinate, F, *domain, *given)
    unshared(y, f, coordinate, F, *domain, *given)
    _of(x, *domain, coordinate)
    if F.has(sp.Derivative):
        raise DeclarationError(f"{F} differentiates: state the derivative's formula first")
    inside = (*given, *domain)
    conditions = (
        *(o.statement for o in of_expression(f, inside)),
        *(Statement(inside, substitute(d, {x: f})) for d in domain),
        Statement(inside, eq(substitute(coordinate, {x: f}), substitute(F, {y: coordinate}))),
    )
    at = f"${sp.latex(y)}_n = {sp.latex(substitute(coordinate, {x: _at(x, 'n')}))}$"
    whence = f"where {_recursion(f, x)}, from any ${_indexed(x, '0', domain)}$" if domain else f"where {_recursion(f, x)}"
    return Application(INDUCTION, conditions, under(given, f"{at}, {whence}, is {_recursion(F, y)}"))


def monotone_orbits(
    f: sp.Expr, x: sp.Symbol, low: sp.Expr, high: sp.Expr, given: Sequence[Boolean] = (), *, strict: bool = True
) -> Application:
    """Every orbit from [low, high] is monotone and converges to a fixed point there: f is continuous, nondecreasing, and stays there.

    With ``strict`` f increases strictly, as `monotone` concludes with the same arguments; else weakly.

    Raises:
        DeclarationError: if ``given`` or an end point speaks of x.
    """
    given = tuple(given)
    where = f"$[{sp.latex(low)}, {sp.latex(high)}]$"
    says = (
        f"{_recursion(f, x)} from any ${_at(x, '0')}$ in {where} stays there, is monotone and converges to a fixed point; "
        f"from ${sp.latex(low)}$ it increases to the smallest one in {where}, from ${sp.latex(high)}$ it decreases to the largest"
    )
    ends = (Statement(given, le(low, high)), Statement(given, le(low, substitute(f, {x: low}))))
    return Application(MONOTONE_ORBITS, (*_rising(f, x, low, high, given, strict), *ends), under(given, says))


def increasing_orbit(f: sp.Expr, x: sp.Symbol, low: sp.Expr, high: sp.Expr, given: Sequence[Boolean] = ()) -> Application:
    """From ``low`` the orbit increases strictly to the smallest fixed point in [low, high]: f(low) > low, and f increases strictly.

    Raises:
        DeclarationError: if ``given`` or an end point speaks of x.
    """
    given = tuple(given)
    says = (
        f"{_recursion(f, x)} from ${_at(x, '0')} = {sp.latex(low)}$ increases strictly, and converges to the smallest "
        f"fixed point in $[{sp.latex(low)}, {sp.latex(high)}]$"
    )
    ends = (Statement(given, le(low, high)), Statement(given, lt(low, substitute(f, {x: low}))))
    return Application(MONOTONE_ORBITS, (*_rising(f, x, low, high, given, True), *ends), under(given, says))


def climbing(f: sp.Expr, x: sp.Symbol, low: sp.Expr, high: sp.Expr, given: Sequence[Boolean] = ()) -> Application:
    """Every orbit from [low, high] increases to ``high``, since f is continuous, f(x) > x below it, and f = ``high`` there and at most.

    Raises:
        DeclarationError: if ``given`` or an end point speaks of x.
    """
    given = tuple(given)
    apart((x,), low, high, *given)
    unshared(x, f, low, high, *given)
    closed = (*given, le(low, x), le(x, high))
    conditions = (
        Statement(given, le(low, high)),
        *(o.statement for o in of_expression(f, closed)),
        Statement(closed, le(f, high)),
        Statement(given, ge(substitute(f, {x: high}), high)),
        Statement((*given, le(low, x), lt(x, high)), lt(x, f)),
    )
    where = f"$[{sp.latex(low)}, {sp.latex(high)}]$"
    says = f"{_recursion(f, x)} from any ${_at(x, '0')}$ in {where} increases to ${sp.latex(high)}$, strictly until it is there"
    return Application(CLIMBING_ORBITS, conditions, under(given, says))


def growing(f: sp.Expr, x: sp.Symbol, step: sp.Expr, given: Sequence[Boolean] = ()) -> Application:
    """x_n ≥ x_0 + n·step for every n, so that x_n increases strictly to infinity, from f(x) ≥ x + step for every real x and step > 0.

    Raises:
        DeclarationError: if ``given`` or the step speaks of x.
    """
    given = tuple(given)
    apart((x,), step, *given)
    unshared(x, f, step, *given)
    conditions = (*(o.statement for o in of_expression(f, given)), Statement(given, gt(step, 0)), Statement(given, ge(f, x + step)))
    bound = sp.latex(_at(x, "0") + sp.Symbol("n") * step)
    grows = f"${_at(x, 'n')} \\ge {bound}$ for every $n$, and increases strictly to infinity"
    says = f"{_recursion(f, x)} from any real ${_at(x, '0')}$ satisfies {grows}"
    return Application(ARCHIMEDES, conditions, under(given, says))


def _rising(f: sp.Expr, x: sp.Symbol, low: sp.Expr, high: sp.Expr, given: tuple[Boolean, ...], strict: bool) -> tuple[Statement, ...]:
    """f is continuous and increases on [low, high], and does not leave it upwards."""
    unshared(x, f, low, high, *given)
    rises = monotone(f, x, low, high, increasing=True, strict=strict, given=given).conclusion
    assert isinstance(rises, Statement)
    continuity = (o.statement for o in of_expression(f, (*given, le(low, x), le(x, high))))
    return (*continuity, rises, Statement(given, le(substitute(f, {x: high}), high)))


def _of(x: sp.Symbol, *formulas: sp.Basic) -> None:
    for formula in formulas:
        if x not in formula.free_symbols:
            raise DeclarationError(f"{formula} does not speak of {x}")
        if formula.has(sp.Derivative):
            raise DeclarationError(f"{formula} differentiates: state the derivative's formula first")


def _at(x: sp.Symbol, n: str) -> sp.Symbol:
    return sp.Symbol(f"{x.name}_{n}")


def _indexed(x: sp.Symbol, n: str, formulas: Sequence[Boolean]) -> str:
    return ", ".join(sp.latex(substitute(f, {x: _at(x, n)})) for f in formulas)


def _recursion(f: sp.Expr, x: sp.Symbol) -> str:
    return f"${_at(x, 'n')} = {sp.latex(substitute(f, {x: _at(x, 'n-1')}))}$"
