"""Evaluates expressions in mpmath at any number of digits: ordinary rounding, no bounds on errors, and no code shared with the balls."""

from collections.abc import Callable, Mapping
from fractions import Fraction

import sympy as sp
from mpmath import MPContext, mpf

_MOST_MAGNITUDE = 2000
"""exp of what has more bits than this before the point is not computed: its exponent alone would fill the memory."""
_MOST_POWER = 10**9


class UndefinedError(ArithmeticError):
    """The expression has no value at the point, or none that can be computed."""


def evaluate(e: sp.Expr, point: Mapping[sp.Symbol, mpf], ctx: MPContext) -> mpf:
    """The value of ``e`` at ``point`` in the arithmetic of ``ctx``; derivatives by mpmath's differences.

    Raises:
        UndefinedError: where ``e`` has no value there: a zero denominator, log of what is not positive, 0**0, a root of what is negative.
    """
    known: dict[sp.Basic, mpf] = {}
    for node in _outside_derivatives(e) if e.has(sp.Derivative) else sp.postorder_traversal(e):
        if node not in known:
            known[node] = point[node] if isinstance(node, sp.Symbol) else _node(node, [known.get(a) for a in node.args], point, ctx)
    return known[e]


def _outside_derivatives(e: sp.Basic) -> list[sp.Basic]:
    if isinstance(e, sp.Derivative):
        return [e]
    return [node for a in e.args for node in _outside_derivatives(a)] + [e]


def _node(node: sp.Basic, args: list[mpf], point: Mapping[sp.Symbol, mpf], ctx: MPContext) -> mpf:
    match node:
        case sp.Rational():
            return ctx.mpf(int(node.p)) / int(node.q)
        case sp.core.numbers.Pi():
            return +ctx.pi
        case sp.core.numbers.Exp1():
            return +ctx.e
        case sp.Derivative():
            return _derivative(node, point, ctx)
        case sp.Add():
            return ctx.fsum(args)
        case sp.Mul():
            return ctx.fprod(args)
        case sp.Pow():
            return _power(node, args, ctx)
        case sp.log():
            if args[0] <= 0:
                raise UndefinedError(f"log of {args[0]}")
            return ctx.log(args[0])
        case sp.Abs():
            return abs(args[0])
        case sp.Min():
            return min(args)
        case sp.Max():
            return max(args)
        case sp.exp() | sp.cosh() | sp.sinh() | sp.tanh():
            return _bounded(_FUNCTIONS[type(node)](ctx), args[0], ctx)
        case _:
            raise UndefinedError(f"{node} is not in the language of statements")


_FUNCTIONS: dict[type, Callable[[MPContext], Callable[[mpf], mpf]]] = {
    sp.exp: lambda ctx: ctx.exp,
    sp.cosh: lambda ctx: ctx.cosh,
    sp.sinh: lambda ctx: ctx.sinh,
    sp.tanh: lambda ctx: ctx.tanh,
}


def _bounded(function: Callable[[mpf], mpf], a: mpf, ctx: MPContext) -> mpf:
    if a != 0 and ctx.mag(a) > _MOST_MAGNITUDE:
        raise UndefinedError("astronomic argument")
    return function(a)


def _power(node: sp.Pow, args: list[mpf], ctx: MPContext) -> mpf:
    base, exponent = args
    if isinstance(node.exp, sp.Integer):
        n = int(node.exp)
        if n <= 0 and base == 0:
            raise UndefinedError("a power of zero")
        if base != 0 and abs(n * ctx.mag(base)) > _MOST_POWER:
            raise UndefinedError("astronomic power")
        return base**n
    if isinstance(node.exp, sp.Rational) and base == 0 and exponent > 0:
        return ctx.zero
    if base <= 0:
        raise UndefinedError(f"a root of {base}")
    if node.exp == sp.S.Half:
        return ctx.sqrt(base)
    return _bounded(ctx.exp, exponent * ctx.log(base), ctx)


def _derivative(node: sp.Derivative, point: Mapping[sp.Symbol, mpf], ctx: MPContext) -> mpf:
    variables = [v for v, _ in node.variable_count]
    orders = [int(k) for _, k in node.variable_count]

    def at(*values: mpf) -> mpf:
        return evaluate(node.expr, {**point, **dict(zip(variables, values, strict=True))}, ctx)

    return ctx.diff(at, tuple(point[v] for v in variables), tuple(orders))


def number(v: Fraction, ctx: MPContext) -> mpf:
    """The rational, rounded to the precision of ``ctx``."""
    return ctx.mpf(v.numerator) / v.denominator
