"""Cycles that attract: a contraction of intervals onto one another, and an orbit that alternates between two limits."""

from collections.abc import Sequence
from itertools import combinations, pairwise

import sympy as sp
from sympy.logic.boolalg import Boolean

from symbolic.declaration import DeclarationError
from symbolic.obligations import of_expression
from symbolic.statement import Statement, disj, ge, gt, le, lt, substitute
from symbolic.theorems.analysis import monotone
from symbolic.theorems.schema import Application, Theorem
from symbolic.theorems.scope import apart, under, unshared

CYCLE_CONTRACTION = Theorem(
    "cycle-contraction",
    "If f maps each of k disjoint compact intervals into the next, the last into the first, and the product of |f'| at a point of each "
    "is at most q < 1, then exactly one cycle of f has its points one in each; its minimal period is k, and it attracts all of them.",
)
ALTERNATING_ORBITS = Theorem(
    "alternating-orbits",
    "If f is continuous and decreases on [a, d], f(a) ≤ d, f(m) > m, f²(m) ≤ m and f² > id on [a, b], a ≤ b ≤ m, then from x_0 = a the "
    "even iterates increase to a point c in (b, m] and the odd ones decrease to f(c) > m, with f²(c) = c.",
)


def attracting_cycle(
    f: sp.Expr, x: sp.Symbol, intervals: Sequence[tuple[sp.Expr, sp.Expr]], rate: sp.Expr, given: Sequence[Boolean] = ()
) -> Application:
    """One cycle through the disjoint closed ``intervals``, in their order, with |multiplier| ≤ rate < 1; it attracts every point of them.

    Raises:
        DeclarationError: if ``given``, the rate or an end point speaks of x, anything has a name that the conclusion keeps for itself,
            f differentiates, or there is no interval.
    """
    given, rate = tuple(given), sp.sympify(rate)
    intervals = tuple((sp.sympify(low), sp.sympify(high)) for low, high in intervals)
    if not intervals:
        raise DeclarationError("a cycle wants at least one interval")
    points = tuple(sp.Symbol(f"{x.name}_{k}", real=True) for k in range(len(intervals)))
    apart((x, *points), rate, *(end for pair in intervals for end in pair), *given)
    apart(points, f)
    unshared(sp.Symbol("x"), x, f, rate, *(end for pair in intervals for end in pair), *given)
    _plain(f)

    def inside(k: int, at: sp.Symbol) -> tuple[Boolean, ...]:
        return le(intervals[k][0], at), le(at, intervals[k][1])

    conditions: list[Statement] = [Statement(given, ge(rate, 0)), Statement(given, lt(rate, 1))]
    for k, (low, high) in enumerate(intervals):
        here, (below, above) = (*given, *inside(k, x)), intervals[(k + 1) % len(intervals)]
        conditions += [Statement(given, le(low, high)), *(o.statement for o in of_expression(f, here))]
        conditions += [Statement(here, le(below, f)), Statement(here, le(f, above))]
    conditions += [Statement(given, disj(lt(b, c), lt(d, a))) for (a, b), (c, d) in combinations(intervals, 2)]
    slopes = sp.Mul(*(sp.Derivative(substitute(f, {x: at}), at) for at in points))
    everywhere = (*given, *(bound for k, at in enumerate(points) for bound in inside(k, at)))
    conditions += [Statement(everywhere, le(-rate, slopes)), Statement(everywhere, le(slopes, rate))]
    name, period = sp.latex(x), len(intervals)
    places = ", ".join(f"$[{sp.latex(a)}, {sp.latex(b)}]$" for a, b in intervals)
    says = (
        f"exactly one cycle of $f({name}) = {sp.latex(f)}$ has its points, in this order, one in each of {places}; its minimal period "
        f"is {period}, its multiplier at most ${sp.latex(rate)}$ in absolute value, and "
        f"$x_n = f(x_{{n-1}})$ tends to it from every point there"
    )
    return Application(CYCLE_CONTRACTION, tuple(dict.fromkeys(conditions)), under(given, says))


def alternating_orbit(
    f: sp.Expr,
    x: sp.Symbol,
    start: sp.Expr,
    low: sp.Expr,
    high: sp.Expr,
    top: sp.Expr,
    given: Sequence[Boolean] = (),
) -> Application:
    """From x_0 = start even iterates increase to c in (low, high], odd ones decrease to f(c) in (high, top]: a 2-cycle, and no limit.

    f decreases strictly on [start, top], as `monotone` concludes with the same arguments.

    Raises:
        DeclarationError: if ``given`` or one of the numbers speaks of x, or f differentiates.
    """
    given = tuple(given)
    start, low, high, top = (sp.sympify(number) for number in (start, low, high, top))
    apart((x,), start, low, high, top, *given)
    _plain(f)
    unshared(sp.Symbol("x"), x, f, start, low, high, top, *given)
    falls = monotone(f, x, start, top, increasing=False, given=given).conclusion
    assert isinstance(falls, Statement)
    twice = substitute(f, {x: f})
    at_high = substitute(f, {x: high})
    conditions = (
        *(o.statement for o in of_expression(f, (*given, le(start, x), le(x, top)))),
        falls,
        *(Statement(given, le(a, b)) for a, b in pairwise((start, low, high, top))),
        Statement(given, le(substitute(f, {x: start}), top)),
        Statement(given, gt(at_high, high)),
        Statement(given, le(substitute(f, {x: at_high}), high)),
        Statement((*given, le(start, x), le(x, low)), lt(x, twice)),
    )
    name = sp.latex(x)
    says = (
        f"$x_n = f(x_{{n-1}})$ with $f({name}) = {sp.latex(f)}$ and $x_0 = {sp.latex(start)}$ does not converge: $x_{{2n}}$ increases to a "
        f"point $x_*$ with ${sp.latex(low)} < x_* \\le {sp.latex(high)}$ and $x_{{2n+1}}$ decreases to $f(x_*)$, "
        f"${sp.latex(high)} < f(x_*) \\le {sp.latex(top)}$, where $f(f(x_*)) = x_*$"
    )
    return Application(ALTERNATING_ORBITS, tuple(dict.fromkeys(conditions)), under(given, says))


def _plain(f: sp.Expr) -> None:
    """Refuse derivatives inside f, whose variable a substitution would capture."""
    if sp.sympify(f).has(sp.Derivative):
        raise DeclarationError(f"{f} differentiates: state the derivative's formula first")
