"""Cycles of a map of the line: how many attract, loops of intervals that force them or trap an orbit, chaos from an odd period."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

import sympy as sp
from sympy.logic.boolalg import Boolean

from symbolic.declaration import DeclarationError
from symbolic.obligations import of_expression
from symbolic.statement import Statement, eq, ge, gt, le, lt, ne, substitute
from symbolic.theorems.schema import Application, Theorem
from symbolic.theorems.scope import apart, under

SINGER = Theorem(
    "singer",
    "Where a C³ map of the line has negative Schwarzian derivative away from its critical points, the immediate basin of each "
    "attracting cycle contains a critical point or an unbounded end of the line.",
)
COVERING = Theorem(
    "covering-loop",
    "If f is continuous and f(I_0) ⊇ I_1, …, f(I_{n−1}) ⊇ I_0 for compact intervals, some x has f^n(x) = x and f^k(x) in I_k for k < n.",
)
LI_YORKE = Theorem(
    "li-yorke",
    "A continuous map of a compact interval into itself with a cycle of odd period > 1 (as a loop of intervals that cover one another "
    "gives) has an uncountable scrambled set: by Sharkovskii its second iterate has a point of period 3.",
)
LASSO = Theorem(
    "nested-loop",
    "If f(I_k) lies in I_{k+1} and f(I_{n−1}) in I_0, an orbit that enters I_0 visits these closed intervals in turn for ever.",
)

Link: TypeAlias = tuple[sp.Expr, sp.Expr, bool]
"""One interval of a loop: its ends, and whether f carries them to the next interval in their order (else in the reverse)."""
Interval: TypeAlias = tuple[sp.Expr, sp.Expr]


def attracting_cycles(f: sp.Expr, x: sp.Symbol, given: Sequence[Boolean] = (), *, escape: sp.Expr | None = None) -> Application:
    """The even map f of the line has at most two attracting cycles: by Singer one that attracts 0, one that attracts both ends.

    Conditions: f is C³, even, increases for x > 0 (so that 0 alone is critical), and 2f'f''' < 3f''² there, which says that the
    Schwarzian derivative is negative.  ``escape``: where f(x) ≥ x + 1 from there on, both ends tend to infinity, and one cycle remains.

    Raises:
        DeclarationError: if ``given`` or ``escape`` speaks of x.
    """
    given = tuple(given)
    apart((x,), *given, *(() if escape is None else (escape,)))
    right = (*given, gt(x, 0))
    first, second, third = sp.Derivative(f, x), sp.Derivative(f, (x, 2)), sp.Derivative(f, (x, 3))
    conditions = [
        *(o.statement for o in of_expression(third, given)),
        Statement(given, eq(substitute(f, {x: -x}), f)),
        Statement(right, gt(first, 0)),
        Statement(right, lt(2 * first * third, 3 * second**2)),
    ]
    often = "at most two attracting cycles (multiplier less than 1 in absolute value)"
    if escape is not None:
        conditions.append(Statement((*given, ge(x, escape)), ge(f, x + 1)))
        often = "at most one attracting cycle (multiplier less than 1 in absolute value), and it attracts 0"
    return Application(SINGER, tuple(conditions), under(given, f"${sp.latex(x)} \\mapsto {sp.latex(f)}$ has {often}"))


def covering_loops(f: sp.Expr, x: sp.Symbol, loops: Sequence[Sequence[Link]], given: Sequence[Boolean] = ()) -> Application:
    """At least one cycle of f for each loop, with a point in the loop's first interval and minimal period the loop's length.

    Each interval's image covers the next one, and the last one's the first, by the intermediate values between the images of the ends.
    The first interval lies above those that the point would share with it had it a smaller period; it may touch the second if
    their common end is no fixed point.  Loops follow one another from the topmost down, so that their cycles differ.

    Raises:
        DeclarationError: if loops are missing, shorter than 2 or of different lengths, or ``given`` or an end speaks of x.
    """
    given = tuple(given)
    conditions = tuple(dict.fromkeys(_loops(f, x, loops, given)))
    (period,) = {len(loop) for loop in loops}
    places = ", ".join(f"$[{sp.latex(loop[0][0])}, {sp.latex(loop[0][1])}]$" for loop in loops)
    count, where = ("a cycle", "with a point in") if len(loops) == 1 else (f"at least {len(loops)} cycles", "one with a point in each of")
    says = f"${sp.latex(x)} \\mapsto {sp.latex(f)}$ has {count} of minimal period {period}, {where} {places}"
    return Application(COVERING, conditions, under(given, says))


def odd_period_chaos(
    f: sp.Expr, x: sp.Symbol, low: sp.Expr, high: sp.Expr, loop: Sequence[Link], given: Sequence[Boolean] = ()
) -> Application:
    """f is chaotic on [low, high] in the sense of Li and Yorke, from a loop of odd length within it and f's mapping it into itself.

    Raises:
        DeclarationError: if the length of the loop is even, and as `covering_loops`.
    """
    given = tuple(given)
    if len(loop) % 2 == 0:
        raise DeclarationError(f"a period of {len(loop)} is not odd: no chaos follows")
    apart((x,), low, high)
    inside = (*given, le(low, x), le(x, high))
    conditions = (
        *_loops(f, x, [loop], given),
        *(Statement(given, c) for a, b, _ in loop for c in (le(low, a), le(b, high))),
        Statement(inside, ge(f, low)),
        Statement(inside, le(f, high)),
    )
    where = f"on $[{sp.latex(low)}, {sp.latex(high)}]$, which it maps into itself,"
    chaotic = f"${sp.latex(x)} \\mapsto {sp.latex(f)}$ has a cycle of period {len(loop)} and is chaotic in the sense of Li and Yorke"
    return Application(LI_YORKE, tuple(dict.fromkeys(conditions)), under(given, f"{where} {chaotic}"))


def lasso(
    f: sp.Expr, x: sp.Symbol, start: sp.Expr, path: Sequence[Interval], loop: Sequence[Interval], given: Sequence[Boolean] = ()
) -> Application:
    """The orbit of ``start`` runs through ``path`` into ``loop`` and round it for ever; it converges to no fixed point and no 2-cycle.

    The images of each interval lie in the next; the first interval of the loop lies above the third, and so two points two steps
    apart never come together.

    Raises:
        DeclarationError: if the loop has fewer than three intervals, or ``given``, ``start`` or an end speaks of x.
    """
    given, stations = tuple(given), [*path, *loop]
    if len(loop) < 3:
        raise DeclarationError("a loop of fewer than three intervals does not exclude a limit")
    apart((x,), *given, start, *(e for station in stations for e in station))
    conditions = [*_continuous(f, given), Statement(given, ge(start, stations[0][0])), Statement(given, le(start, stations[0][1]))]
    for (a, b), (low, high) in zip(stations, [*stations[1:], loop[0]], strict=True):
        inside = (*given, le(a, x), le(x, b))
        conditions += [Statement(inside, ge(f, low)), Statement(inside, le(f, high))]
    conditions.append(Statement(given, lt(loop[2][1], loop[0][0])))
    orbit = f"the orbit of ${sp.latex(start)}$ under ${sp.latex(x)} \\mapsto {sp.latex(f)}$"
    says = f"{orbit} visits {len(loop)} intervals in turn for ever and converges neither to a fixed point nor to a 2-cycle"
    return Application(LASSO, tuple(dict.fromkeys(conditions)), under(given, says))


def _continuous(f: sp.Expr, given: tuple[Boolean, ...]) -> Iterator[Statement]:
    """f is continuous on the whole line."""
    return (o.statement for o in of_expression(f, given))


def _loops(f: sp.Expr, x: sp.Symbol, loops: Sequence[Sequence[Link]], given: tuple[Boolean, ...]) -> Iterator[Statement]:
    if len(lengths := {len(loop) for loop in loops}) != 1 or min(lengths) < 2:
        raise DeclarationError("loops are of one length, 2 at least")
    apart((x,), *given, *(e for loop in loops for a, b, _ in loop for e in (a, b)))
    yield from _continuous(f, given)
    for loop in loops:
        yield from _covers(f, x, loop, given)
        yield from _least(f, x, loop, given)
    for upper, lower in pairwise(loops):
        top = lower[0][1]
        yield Statement(given, lt(top, upper[0][0]))
        yield from (Statement(given, le(b, top)) for _, b, _ in lower[1:])


def _covers(f: sp.Expr, x: sp.Symbol, loop: Sequence[Link], given: tuple[Boolean, ...]) -> Iterator[Statement]:
    for (a, b, rising), (low, high, _) in zip(loop, [*loop[1:], loop[0]], strict=True):
        at_low, at_high = (a, b) if rising else (b, a)
        yield Statement(given, lt(a, b))
        yield Statement(given, le(substitute(f, {x: at_low}), low))
        yield Statement(given, ge(substitute(f, {x: at_high}), high))


def _least(f: sp.Expr, x: sp.Symbol, loop: Sequence[Link], given: tuple[Boolean, ...]) -> Iterator[Statement]:
    """No proper divisor d of the length is a period: the d-th interval is disjoint from the first."""
    first = loop[0][0]
    for d in (d for d in range(1, len(loop)) if len(loop) % d == 0):
        if d == 1 and loop[1][1] == first:
            yield Statement(given, ne(substitute(f, {x: first}), first))
        else:
            yield Statement(given, lt(loop[d][1], first))
