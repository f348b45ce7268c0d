"""Expression trees compiled to straight-line programs: every distinct subexpression once, parents after children."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import product as choices
from math import perm
from typing import TypeAlias

import sympy as sp
from flint import arb, arb_series, ctx, fmpq

from numeric_checks.balls import arithmetic as exact
from numeric_checks.balls.arithmetic import NAN, Value

Place: TypeAlias = Mapping[sp.Symbol, fmpq | arb]


@dataclass(frozen=True)
class Germ:
    """A place, and a direction in which series are expanded there: each variable is its value + coefficient · t, up to t^(order−1)."""

    place: Place
    direction: Mapping[sp.Symbol, fmpq]
    order: int

    def value(self, s: sp.Symbol) -> Value:
        """The variable's value, a series where the direction moves it.

        Raises:
            ValueError: if the place gives it no value.
        """
        if s not in self.place:
            raise ValueError(f"no value is given for {s}")
        c = self.direction.get(s)
        if not c:
            return self.place[s]
        return arb_series([exact.ball(self.place[s]), arb(c)], prec=self.order)


_Step: TypeAlias = Callable[[list[Value], Germ], Value]
_MOST_POLARISED = 6
"""A mixed derivative of order n costs 2ⁿ series."""


@dataclass(frozen=True)
class Program:
    """Steps, each a function of the values before it; the last is the result."""

    steps: tuple[_Step, ...]

    def run(self, germ: Germ) -> Value:
        """The value at ``germ``, at flint's working precision."""
        values: list[Value] = []
        for step in self.steps:
            values.append(step(values, germ))
        return values[-1]


@lru_cache(maxsize=4096)
def compiled(e: sp.Expr) -> Program:
    """The program of ``e``, whose tree is read as it stands."""
    where: dict[sp.Basic, int] = {}
    steps: list[_Step] = []
    pending: list[tuple[sp.Basic, bool]] = [(e, False)]
    while pending:
        node, ready = pending.pop()
        if node in where:
            continue
        parts = _parts(node)
        if ready or not parts:
            steps.append(_step(node, [where[a] for a in parts]))
            where[node] = len(steps) - 1
        else:
            pending.append((node, True))
            pending.extend((a, False) for a in reversed(parts))
    return Program(tuple(steps))


def _parts(node: sp.Basic) -> tuple[sp.Basic, ...]:
    if isinstance(node, sp.Derivative):
        return ()
    if isinstance(node, sp.Pow) and isinstance(node.exp, sp.Rational):
        return (node.base,)
    return tuple(node.args)


_UNARY: dict[type, Callable[[Value], Value]] = {
    sp.exp: exact.exponential,
    sp.log: exact.logarithm,
    sp.cosh: exact.hyperbolic_cosine,
    sp.sinh: exact.hyperbolic_sine,
    sp.tanh: exact.hyperbolic_tangent,
    sp.Abs: exact.absolute,
}


_NOT_REAL = (sp.I, sp.zoo, sp.nan, sp.oo, -sp.oo)
"""What sympy's own arithmetic makes of what is undefined, when a hypothesis is rearranged."""


def _step(node: sp.Basic, at: list[int]) -> _Step:
    match node:
        case sp.Symbol():
            return lambda _, germ: germ.value(node)
        case sp.Rational():
            constant = exact.rational(node)
            return lambda _values, _germ: constant
        case sp.core.numbers.Pi():
            return lambda _values, _germ: arb.pi()
        case sp.core.numbers.Exp1():
            return lambda _values, _germ: arb(1).exp()
        case sp.Derivative():
            return partial(_derivative, node)
        case sp.Add() | sp.Mul() if len(at) == 2:
            pair = exact.add if isinstance(node, sp.Add) else exact.multiply
            i, j = at
            return lambda values, _: pair(values[i], values[j])
        case sp.Add():
            return lambda values, _: exact.total([values[k] for k in at])
        case sp.Mul():
            return lambda values, _: exact.product([values[k] for k in at])
        case sp.Pow() if isinstance(node.exp, sp.Integer):
            n, i = int(node.exp), at[0]
            return lambda values, _: exact.integer_power(values[i], n)
        case sp.Pow() if isinstance(node.exp, sp.Rational):
            q, i = exact.rational(node.exp), at[0]
            return lambda values, _: exact.rational_power(values[i], q)
        case sp.Pow():
            i, j = at
            return lambda values, _: exact.power(values[i], values[j])
        case sp.Min():
            return lambda values, _: exact.minimum([values[k] for k in at])
        case sp.Max():
            return lambda values, _: exact.maximum([values[k] for k in at])
        case _ if type(node) in _UNARY:
            function, i = _UNARY[type(node)], at[0]
            return lambda values, _: function(values[i])
        case _ if node in _NOT_REAL:
            return lambda _values, _germ: NAN
        case _:
            raise ValueError(f"{node} ({type(node).__name__}) cannot be evaluated")


def _derivative(node: sp.Derivative, _values: list[Value], germ: Germ) -> Value:
    """The derivative from Taylor coefficients; where it would need series in two variables at once, NAN."""
    taken = [(v, int(k)) for v, k in node.variable_count]
    order = sum(k for _, k in taken)
    moving = {s for s, c in germ.direction.items() if c} & node.expr.free_symbols
    if moving and not (len(taken) == 1 and moving == {taken[0][0]} and germ.direction[taken[0][0]] == 1):
        return NAN
    if len(taken) > 1:
        return _polarised(node.expr, [v for v, k in taken for _ in range(k)], germ)
    length = germ.order if moving else 1
    series = _along(node.expr, germ, {taken[0][0]: fmpq(1)}, order + length)
    # not flint's derivative(): it cuts at ctx.cap
    terms = [series[k + order] * perm(k + order, order) for k in range(length)]
    return arb_series(terms, prec=length) if moving else terms[0]


def _along(e: sp.Expr, germ: Germ, direction: Mapping[sp.Symbol, fmpq], length: int) -> arb_series:
    """The Taylor series of ``e`` at the germ's place in ``direction``, up to t^(length−1)."""
    before = ctx.cap
    ctx.cap = max(before, length)
    try:
        value = compiled(e).run(Germ(germ.place, direction, length))
        if not exact.is_finite(value) or (isinstance(value, arb_series) and value.prec < length):
            return arb_series([NAN] * length, prec=length)
        return value if isinstance(value, arb_series) else arb_series([exact.ball(value)], prec=length)
    finally:
        ctx.cap = before


def _polarised(e: sp.Expr, variables: list[sp.Symbol], germ: Germ) -> Value:
    """∂₁…∂ₙ e = Σ over signs s of (s₁⋯sₙ) · (coefficient of tⁿ along s₁x₁ + … + sₙxₙ) / 2ⁿ."""
    n = len(variables)
    if n > _MOST_POLARISED:
        return NAN
    terms = []
    for signs in choices((1, -1), repeat=n):
        direction: dict[sp.Symbol, fmpq] = {}
        for s, v in zip(signs, variables, strict=True):
            direction[v] = direction.get(v, fmpq(0)) + s
        sign = -1 if signs.count(-1) % 2 else 1
        terms.append(exact.multiply(fmpq(sign, 2**n), _along(e, germ, direction, n + 1)[n]))
    return exact.total(terms)
