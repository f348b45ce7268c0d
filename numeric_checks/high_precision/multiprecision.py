"""Evaluates expressions in mpmath at any number of digits: ordinary rounding, no bounds on errors, and no code shared with the balls."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import lru_cache, reduce
from operator import mul
from typing import TypeAlias

import sympy as sp
from mpmath import MPContext, mpf

Number: TypeAlias = "Fraction | mpf"
_MOST_MAGNITUDE = 2000
"""exp of what has more bits than this before the point is not computed: its exponent alone would fill the memory."""
_MOST_POWER = 10**9
_EXACT_POWER = 64


class UndefinedError(ArithmeticError):
    """The expression has no value at the point, or none that can be computed."""


class DigitsError(ArithmeticError):
    """A sum cancelled more than half of the digits: more are needed to believe in its value."""


@lru_cache(maxsize=32)
def context(digits: int) -> MPContext:
    """mpmath's arithmetic of that many digits."""
    ctx = MPContext()
    ctx.dps = digits
    return ctx


def evaluate(e: sp.Expr, point: Mapping[sp.Symbol, Number], ctx: MPContext, *, every_term: bool = False) -> mpf:
    """The value of ``e`` at ``point`` in the arithmetic of ``ctx``; derivatives by mpmath's differences.

    What only adds, multiplies and divides rationals is computed exactly.

    Raises:
        UndefinedError: where ``e`` has no value there: a zero denominator, log of what is not positive, 0**0, a root of what is negative.
        DigitsError: where rounding errors may outweigh the value; with ``every_term``, also where a term of a sum is too small to show.
    """
    return to_mpf(evaluate_exactly(e, point, ctx, every_term=every_term), ctx)


def to_mpf(v: Number, ctx: MPContext) -> mpf:
    """The number, rounded to the precision of ``ctx``."""
    return ctx.mpf(v.numerator) / v.denominator if isinstance(v, Fraction) else v


def evaluate_exactly(e: sp.Basic, point: Mapping[sp.Symbol, Number], ctx: MPContext, *, every_term: bool = False) -> Number:
    """Like ``evaluate``, but a fraction where every operation on the way was exact."""
    known: dict[sp.Basic, Number] = {}
    for node in _outside_derivatives(e) if e.has(sp.Derivative) else sp.postorder_traversal(e):
        if node not in known:
            args = [known[a] for a in _parts(node)]
            match node:
                case sp.Symbol():
                    known[node] = point[node]
                case sp.Add():
                    known[node] = _total(args, ctx, every_term)
                case _:
                    known[node] = _node(node, args, point, ctx)
    return known[e]


def _parts(node: sp.Basic) -> tuple[sp.Basic, ...]:
    return () if isinstance(node, sp.Derivative) else tuple(node.args)


def _outside_derivatives(e: sp.Basic) -> list[sp.Basic]:
    return [*(node for a in _parts(e) for node in _outside_derivatives(a)), e]


def _node(node: sp.Basic, args: list[Number], point: Mapping[sp.Symbol, Number], ctx: MPContext) -> Number:
    match node:
        case sp.Rational():
            return Fraction(int(node.p), int(node.q))
        case sp.core.numbers.Pi():
            return +ctx.pi
        case sp.core.numbers.Exp1():
            return +ctx.e
        case sp.Derivative():
            return _derivative(node, point, ctx)
        case sp.Mul():
            return reduce(mul, args) if _all_exact(args) else ctx.fprod(to_mpf(a, ctx) for a in args)
        case sp.Pow():
            return _power(node.exp, args[0], args[1], ctx)
        case sp.log():
            if args[0] <= 0:
                raise UndefinedError(f"log of {args[0]}")
            return ctx.log(to_mpf(args[0], ctx))
        case sp.Abs():
            return abs(args[0])
        case sp.Min():
            return min(args, key=lambda a: to_mpf(a, ctx))
        case sp.Max():
            return max(args, key=lambda a: to_mpf(a, ctx))
        case sp.exp() | sp.cosh() | sp.sinh() | sp.tanh():
            return _bounded(_FUNCTIONS[type(node)](ctx), to_mpf(args[0], ctx), ctx)
        case _:
            raise UndefinedError(f"{node} is not in the language of statements")


_FUNCTIONS: dict[type, Callable[[MPContext], Callable[[mpf], mpf]]] = {
    sp.exp: lambda ctx: ctx.exp,
    sp.cosh: lambda ctx: ctx.cosh,
    sp.sinh: lambda ctx: ctx.sinh,
    sp.tanh: lambda ctx: ctx.tanh,
}


def _all_exact(args: list[Number]) -> bool:
    return all(isinstance(a, Fraction) for a in args)


def _total(args: list[Number], ctx: MPContext, every_term: bool) -> Number:
    if _all_exact(args):
        return sum(args, Fraction(0))
    terms = [to_mpf(a, ctx) for a in args]
    result = ctx.fsum(terms)
    largest = max(ctx.mag(t) for t in terms)
    if largest != ctx.ninf and (result == 0 or largest - ctx.mag(result) > ctx.prec // 2):
        raise DigitsError
    if every_term and any(t != 0 and largest - ctx.mag(t) > ctx.prec for t in terms):
        raise DigitsError
    return result


def _bounded(function: Callable[[mpf], mpf], a: mpf, ctx: MPContext) -> mpf:
    if a != 0 and ctx.mag(a) > _MOST_MAGNITUDE:
        raise UndefinedError("astronomic argument")
    return function(a)


def _power(written: sp.Expr, base: Number, exponent: Number, ctx: MPContext) -> Number:
    """A power whose exponent is ``written`` as a whole number, as a rational, or as something that varies: their domains differ."""
    if isinstance(written, sp.Integer):
        n = int(written)
        if n <= 0 and base == 0:
            raise UndefinedError("a power of zero")
        if isinstance(base, Fraction) and abs(n) <= _EXACT_POWER:
            return base**n
        base = to_mpf(base, ctx)
        if base != 0 and abs(n * ctx.mag(base)) > _MOST_POWER:
            raise UndefinedError("astronomic power")
        return base**n
    if isinstance(written, sp.Rational) and base == 0 and exponent > 0:
        return Fraction(0)
    if base <= 0:
        raise UndefinedError(f"a root of {base}")
    base = to_mpf(base, ctx)
    if isinstance(written, sp.Rational) and written.q == 2 and abs(written.p) <= _EXACT_POWER:
        return ctx.sqrt(base) ** int(written.p)
    return _bounded(ctx.exp, to_mpf(exponent, ctx) * ctx.log(base), ctx)


def _derivative(node: sp.Derivative, point: Mapping[sp.Symbol, Number], ctx: MPContext) -> mpf:
    variables = [v for v, _ in node.variable_count]
    orders = tuple(int(k) for _, k in node.variable_count)

    def at(*values: mpf) -> mpf:
        return to_mpf(evaluate_exactly(node.expr, {**point, **dict(zip(variables, values, strict=True))}, ctx), ctx)

    return ctx.diff(at, tuple(to_mpf(point[v], ctx) for v in variables), orders)
