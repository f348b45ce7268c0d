"""Decides exactly whether a constant, built from rationals by arithmetic, roots, exp and log, is zero.

Balls tell two different numbers apart, given enough digits; that two closed forms are the same number they can never say.
"""

from collections.abc import Mapping

import sympy as sp
from flint import arb, ctx, fmpq

from numeric_checks.balls import arithmetic as exact
from numeric_checks.balls.program import Germ, Place, compiled
from symbolic.algebra import query
from symbolic.answer import Holds
from symbolic.declaration import DeclarationError
from symbolic.statement import Statement, check_expression, eq

_CHECK_BITS = 2048
_LONGEST = 400
"""Nodes of a constant beyond which exact comparison is not tried."""
_LARGEST_POWER_BITS = 1 << 12


def exactly_zero(e: sp.Expr, point: Mapping[sp.Symbol, sp.Expr]) -> bool:
    """Whether ``e`` is certainly 0 at ``point``; False where it is not, or where that cannot be told.

    The coordinates are rationals or closed expressions.  ``e`` must be defined at ``point``: what is undefined there may be taken for zero.
    """
    closed = closed_form(e, point)
    if closed is None or closed.free_symbols or not _contains_zero(e, point):
        return False
    return bool(closed == 0) or isinstance(query(Statement((), eq(closed, sp.S.Zero))), Holds)


def _contains_zero(e: sp.Expr, point: Mapping[sp.Symbol, sp.Expr]) -> bool:
    """Whether six hundred digits allow 0: where a symbolic step went wrong, they say so."""

    def run(e: sp.Expr, at: Place) -> fmpq | arb:
        return exact.constant(compiled(e).run(Germ(at, {}, 1)))

    with ctx.workprec(_CHECK_BITS):
        v = run(e, {s: run(c, {}) for s, c in point.items()})
        return bool(exact.is_finite(v) and (v == 0 or (isinstance(v, arb) and v.contains(0))))


def closed_form(e: sp.Expr, point: Mapping[sp.Symbol, sp.Expr]) -> sp.Expr | None:
    """``e`` with the coordinates put in and sympy's own evaluation; None where that might grow too large, or leaves the real numbers."""
    try:
        if e.has(sp.Derivative):
            e = e.doit()
            check_expression(e)
    except DeclarationError:
        return None
    built: dict[sp.Basic, sp.Expr] = {}
    for count, node in enumerate(sp.postorder_traversal(e)):
        if count > _LONGEST:
            return None
        if node in built:
            continue
        args = [built[a] for a in node.args]
        if isinstance(node, sp.Symbol):
            built[node] = point.get(node, node)
        elif not args:
            built[node] = node
        elif isinstance(node, sp.Pow) and not _is_small_power(*args):
            return None
        else:
            built[node] = node.func(*args)
        if built[node].has(sp.zoo, sp.nan, sp.oo, -sp.oo, sp.I):
            return None
    return built[e]


def _is_small_power(base: sp.Expr, exponent: sp.Expr) -> bool:
    """Whether sympy may be let to multiply the power out."""
    if not (isinstance(base, sp.Rational) and isinstance(exponent, sp.Rational)):
        return True
    bits = int(base.p).bit_length() + int(base.q).bit_length()
    return bits * max(abs(int(exponent.p)), int(exponent.q)) <= _LARGEST_POWER_BITS
