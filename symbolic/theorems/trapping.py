"""Where all orbits of a map go: to a fixed point (Coppel), or into a trap where the map decreases."""

from collections.abc import Sequence

import sympy as sp
from sympy.logic.boolalg import Boolean

from symbolic.declaration import DeclarationError
from symbolic.obligations import of_expression
from symbolic.statement import Statement, between, ge, gt, le, lt, ne, substitute
from symbolic.theorems.schema import Application, Theorem
from symbolic.theorems.scope import apart, under

COPPEL = Theorem(
    "coppel",
    "If a continuous map of a compact interval into itself has no 2-cycle, every orbit converges to a fixed point.",
)
TRAPPED = Theorem(
    "decreasing-trap",
    "Let f map [l, h] continuously into itself, decrease on [l, m] with f(l) ≤ m, and have no fixed point in [m, h].  Then every orbit "
    "tends to the fixed point or to a 2-cycle in [l, m], f² being monotone there.",
)
SCHWARZIAN_TRAP = Theorem(
    "negative-schwarzian-trap",
    "If moreover f is C³ with f' < 0 and negative Schwarzian derivative inside [l, m], and f' ≥ −1 at the fixed point, every orbit tends "
    "to it: with a 2-cycle the minimum principle for (f²)' would give f'² > 1 there.",
)


def coppel(
    f: sp.Expr, x: sp.Symbol, low: sp.Expr, high: sp.Expr, given: Sequence[Boolean] = (), *, barring: sp.Expr | None = None
) -> Application:
    """Every orbit of f in [low, high] converges to a fixed point, from 1 + f' > 0 inside: x + f(x) increases, and so no 2-cycle exists.

    ``barring``: an expression increasing in x, at whose zero, if it has one, nothing is asked of f'.

    Raises:
        DeclarationError: if ``given`` or an end speaks of x.
    """
    given = tuple(given)
    apart((x,), low, high, *given)
    inside = (*given, *between(low, x, high))
    barred = () if barring is None else (Statement(inside, gt(sp.Derivative(barring, x), 0)),)
    where = inside if barring is None else (*inside, ne(barring, 0))
    conditions = (*_into(f, x, low, high, given), *barred, Statement(where, gt(1 + sp.Derivative(f, x), 0)))
    says = f"every orbit of ${sp.latex(x)} \\mapsto {sp.latex(f)}$ {_within(low, high)} converges to a fixed point"
    return Application(COPPEL, conditions, under(given, says))


def trapped(
    f: sp.Expr,
    x: sp.Symbol,
    ends: tuple[sp.Expr, sp.Expr, sp.Expr],
    given: Sequence[Boolean] = (),
    *,
    descends: bool = False,
    schwarzian: bool = False,
    stable: tuple[sp.Expr, sp.Expr] | None = None,
) -> Application:
    """Every orbit of f in [low, high], with ``ends`` low, mid, high, tends to the fixed point or to a 2-cycle in [low, mid].

    That f has no fixed point in [mid, high] is a hypothesis of the conclusion, or with ``descends`` a condition, f(x) < x there.
    ``schwarzian``: with a negative Schwarzian derivative on [low, mid] only the fixed point z is left if f'(z) ≥ −1.  That is a
    hypothesis of the conclusion, or with ``stable`` a condition: f has its fixed point between these two ends, and f' ≥ −1 there.

    Raises:
        DeclarationError: if ``given`` or an end speaks of x, or with ``stable`` without ``schwarzian``.
    """
    given, (low, mid, high) = tuple(given), ends
    if stable is not None and not schwarzian:
        raise DeclarationError("without a negative Schwarzian derivative a stable fixed point may have a 2-cycle around it")
    apart((x,), *ends, *given, *(stable or ()))
    falls = (*given, *between(low, x, mid))
    conditions = [
        Statement(given, lt(low, mid)),
        Statement(given, lt(mid, high)),
        *_into(f, x, low, high, given),
        Statement(falls, lt(sp.Derivative(f, x), 0)),
        Statement(given, le(substitute(f, {x: low}), mid)),
        *(_bends(f, x, low, mid, given) if schwarzian else ()),
        *(_stable(f, x, (low, mid), stable, given) if stable is not None else ()),
    ]
    if descends:
        conditions.append(Statement((*given, le(mid, x), le(x, high)), lt(f, x)))
    trap = f"$[{sp.latex(low)}, {sp.latex(mid)}]$"
    suppose = [] if descends else [f"it has no fixed point in $[{sp.latex(mid)}, {sp.latex(high)}]$"]
    left = f"to the fixed point in {trap}" if schwarzian else f"to the fixed point in {trap} or to a 2-cycle there"
    if stable is not None:
        left = f"to the one fixed point in $[{sp.latex(stable[0])}, {sp.latex(stable[1])}]$"
    elif schwarzian:
        suppose.append(f"its derivative is at least $-1$ at its fixed point in {trap}")
    where = f"where {' and '.join(suppose)}, " if suppose else ""
    says = f"{where}every orbit of ${sp.latex(x)} \\mapsto {sp.latex(f)}$ {_within(low, high)} tends {left}"
    return Application(SCHWARZIAN_TRAP if schwarzian else TRAPPED, tuple(dict.fromkeys(conditions)), under(given, says))


def _within(low: sp.Expr, high: sp.Expr) -> str:
    return f"that starts in $[{sp.latex(low)}, {sp.latex(high)}]$"


def _into(f: sp.Expr, x: sp.Symbol, low: sp.Expr, high: sp.Expr, given: tuple[Boolean, ...]) -> tuple[Statement, ...]:
    """f maps [low, high], an interval of more than one point, continuously into itself."""
    closed = (*given, le(low, x), le(x, high))
    continuity = (o.statement for o in of_expression(f, closed))
    return (Statement(given, lt(low, high)), *continuity, Statement(closed, ge(f, low)), Statement(closed, le(f, high)))


def _bends(f: sp.Expr, x: sp.Symbol, low: sp.Expr, mid: sp.Expr, given: tuple[Boolean, ...]) -> list[Statement]:
    """f is C³ on [low, mid], and 2f'f''' < 3f''² inside."""
    first, second, third = sp.Derivative(f, x), sp.Derivative(f, (x, 2)), sp.Derivative(f, (x, 3))
    smooth = (o.statement for o in of_expression(third, (*given, le(low, x), le(x, mid))))
    return [*smooth, Statement((*given, *between(low, x, mid)), lt(2 * first * third, 3 * second**2))]


def _stable(
    f: sp.Expr, x: sp.Symbol, trap: tuple[sp.Expr, sp.Expr], fixed: tuple[sp.Expr, sp.Expr], given: tuple[Boolean, ...]
) -> list[Statement]:
    """A fixed point between the ends ``fixed``, within ``trap``, and f' ≥ −1 between them."""
    (low, mid), (a, b) = trap, fixed
    return [
        *(Statement(given, bound) for bound in (le(low, a), le(a, b), le(b, mid))),
        Statement(given, ge(substitute(f, {x: a}), a)),
        Statement(given, le(substitute(f, {x: b}), b)),
        Statement((*given, le(a, x), le(x, b)), ge(sp.Derivative(f, x), -1)),
    ]
