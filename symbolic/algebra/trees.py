"""sympy trees read and written as they stand, never evaluated: nodes, formal derivatives, substitution."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

import sympy as sp
from flint import fmpz_mpoly

from symbolic.algebra.field import Field
from symbolic.algebra.generators import CircleNumber, Exponential, Generator, Logarithm, Root, Variable
from symbolic.algebra.ring import OutOfReach, Quotient

PIECES = (sp.Abs, sp.Min, sp.Max)
"""Functions that are one expression or another, by a sign."""
EXPONENTIALS = (sp.exp, sp.cosh, sp.sinh, sp.tanh)
Rewrite: TypeAlias = Callable[[sp.Expr], sp.Expr]


def add(*parts: sp.Expr) -> sp.Expr:
    """The sum, unevaluated but for zeros."""
    kept = [p for p in parts if p != 0]
    return sp.Integer(0) if not kept else kept[0] if len(kept) == 1 else sp.Add(*kept, evaluate=False)


def mul(*parts: sp.Expr) -> sp.Expr:
    """The product, unevaluated but for zeros and ones."""
    if any(p == 0 for p in parts):
        return sp.Integer(0)
    kept = [p for p in parts if p != 1]
    return sp.Integer(1) if not kept else kept[0] if len(kept) == 1 else sp.Mul(*kept, evaluate=False)


def power(base: sp.Expr, exponent: sp.Expr) -> sp.Expr:
    """The power, unevaluated but for the exponent 1."""
    return base if exponent == 1 else sp.Pow(base, exponent, evaluate=False)


def rebuild(e: sp.Expr, args: tuple[sp.Expr, ...]) -> sp.Expr:
    """The node ``e`` with other arguments, unevaluated."""
    if args == e.args:
        return e
    if isinstance(e, (sp.Add, sp.Mul, sp.Pow, sp.log, *EXPONENTIALS, *PIECES)):
        return e.func(*args, evaluate=False)
    raise OutOfReach(f"{type(e).__name__} is not known here")


def replacing(values: Mapping[sp.Basic, sp.Expr]) -> Rewrite:
    """The function that puts ``values`` in for nodes, all at once; derivatives must have been taken before."""
    done: dict[sp.Expr, sp.Expr] = {}

    def replace(e: sp.Expr) -> sp.Expr:
        if e in values:
            return values[e]
        if not e.args:
            return e
        if e not in done:
            if isinstance(e, sp.Derivative):
                done[e] = sp.Derivative(replace(e.expr), *e.variable_count)
            else:
                done[e] = rebuild(e, tuple(replace(a) for a in e.args))
        return done[e]

    return replace


def differentiating() -> Rewrite:
    """The function that takes every derivative in a tree, formally; no Abs, Min or Max may stand under one."""
    known: dict[tuple[sp.Expr, sp.Symbol], sp.Expr] = {}
    done: dict[sp.Expr, sp.Expr] = {}

    def take(e: sp.Expr) -> sp.Expr:
        if not e.args or not e.has(sp.Derivative):
            return e
        if e not in done:
            if isinstance(e, sp.Derivative):
                result = take(e.expr)
                for variable, times in e.variable_count:
                    for _ in range(int(times)):
                        result = _derivative(result, variable, known)
                done[e] = result
            else:
                done[e] = rebuild(e, tuple(take(a) for a in e.args))
        return done[e]

    return take


def _derivative(e: sp.Expr, x: sp.Symbol, known: dict[tuple[sp.Expr, sp.Symbol], sp.Expr]) -> sp.Expr:
    if x not in e.free_symbols:
        return sp.Integer(0)
    if e == x:
        return sp.Integer(1)
    if (e, x) in known:
        return known[e, x]

    def d(a: sp.Expr) -> sp.Expr:
        return _derivative(a, x, known)

    match e:
        case sp.Add():
            result = add(*(d(a) for a in e.args))
        case sp.Mul():
            result = add(*(mul(*e.args[:k], d(a), *e.args[k + 1 :]) for k, a in enumerate(e.args)))
        case sp.Pow():
            base, n = e.args
            if isinstance(n, sp.Rational):
                result = mul(n, power(base, n - 1), d(base))
            else:
                result = mul(e, add(mul(d(n), sp.log(base, evaluate=False)), mul(n, power(base, sp.Integer(-1)), d(base))))
        case sp.exp():
            result = mul(e, d(e.args[0]))
        case sp.log():
            result = mul(power(e.args[0], sp.Integer(-1)), d(e.args[0]))
        case sp.cosh():
            result = mul(sp.sinh(e.args[0], evaluate=False), d(e.args[0]))
        case sp.sinh():
            result = mul(sp.cosh(e.args[0], evaluate=False), d(e.args[0]))
        case sp.tanh():
            result = mul(add(sp.Integer(1), mul(sp.Integer(-1), power(e, sp.Integer(2)))), d(e.args[0]))
        case _:
            raise OutOfReach(f"the derivative of {type(e).__name__}")
    known[e, x] = result
    return result


def written(field: Field, q: Quotient | fmpz_mpoly) -> sp.Expr:
    """The tree of a normal form."""
    if isinstance(q, Quotient):
        return mul(written(field, q.num), sp.Integer(1) if q.den.is_one() else power(written(field, q.den), sp.Integer(-1)))
    terms = []
    for exponents, c in q.terms():
        powers = (power(_generator(field, field.generators[k]), sp.Integer(m)) for k, m in enumerate(exponents) if m)
        terms.append(mul(sp.Integer(int(c)), *powers))
    return add(*terms)


def _generator(field: Field, g: Generator) -> sp.Expr:
    match g.kind:
        case Variable(symbol):
            return symbol
        case CircleNumber():
            return sp.pi
        case Exponential(exponent):
            return sp.exp(written(field, exponent), evaluate=False)
        case Root(order, radicand):
            return power(written(field, radicand), sp.Rational(1, order))
        case Logarithm(argument):
            return sp.log(written(field, argument), evaluate=False)
