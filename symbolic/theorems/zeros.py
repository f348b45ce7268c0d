"""Several zeros of one function, from changes of its sign."""

from collections.abc import Sequence
from itertools import pairwise

import sympy as sp
from sympy.logic.boolalg import Boolean

from symbolic.declaration import DeclarationError
from symbolic.obligations import of_expression
from symbolic.statement import Statement, gt, le, lt, substitute
from symbolic.theorems.analysis import INTERMEDIATE_VALUE
from symbolic.theorems.schema import Application
from symbolic.theorems.scope import apart, under


def sign_changes(f: sp.Expr, x: sp.Symbol, points: Sequence[sp.Expr], given: Sequence[Boolean] = ()) -> Application:
    """f has a zero between any two neighbours of ``points``, at the first of which it is > 0, at the next < 0, and so on in turn.

    Raises:
        DeclarationError: if ``given`` or a point speaks of x, f differentiates, or there are fewer than two points.
    """
    given, points = tuple(given), tuple(sp.sympify(point) for point in points)
    if len(points) < 2:
        raise DeclarationError("a change of sign wants two points at least")
    apart((x,), *points, *given)
    if sp.sympify(f).has(sp.Derivative):
        raise DeclarationError(f"{f} differentiates: state the derivative's formula first")
    continuity = (o.statement for o in of_expression(f, (*given, le(points[0], x), le(x, points[-1]))))
    # The points are ordered, so that the intervals between them are disjoint and the zeros distinct.
    order = (Statement(given, lt(a, b)) for a, b in pairwise(points))
    signs = (Statement(given, (lt if k % 2 else gt)(substitute(f, {x: point}), 0)) for k, point in enumerate(points))
    name, count = sp.latex(x), len(points) - 1
    places = ", ".join(f"$({sp.latex(a)}, {sp.latex(b)})$" for a, b in pairwise(points))
    found = f"at least {count} solutions ${name}$, one in each of {places}" if count > 1 else f"a solution ${name}$ in {places}"
    says = f"${sp.latex(f)} = 0$ has {found}"
    return Application(INTERMEDIATE_VALUE, (*continuity, *order, *signs), under(given, says))
