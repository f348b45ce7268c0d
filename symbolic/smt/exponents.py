"""Writes the exponentials of a query as products of powers of few generators, by instances of exp(x + y) = exp(x)·exp(y).

Which generators is a matter of taste and speed only; what the solver is told are the instances.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import lcm

import sympy as sp
from sympy.polys.domains import QQ
from sympy.polys.matrices import DomainMatrix

from symbolic.smt.abstraction import Abstraction, normal
from symbolic.smt.instances import Instance, instance

MAX_MULTIPLE = 64
"""Beyond this multiple of a generator an exponential is left unrelated."""


def generators(exponents: Sequence[sp.Expr]) -> list[sp.Expr]:
    """Exponents of which each of ``exponents`` is a combination with whole coefficients, chosen among them or as fractions of them."""
    chosen: list[sp.Expr] = []
    for e in sorted(map(normal, exponents), key=_size):
        found = coordinates(e, chosen)
        if found is None:
            chosen.append(e)
        else:
            chosen = [g / lcm(1, c.denominator) for g, c in zip(chosen, found, strict=True)]
    return chosen


def coordinates(e: sp.Expr, basis: Sequence[sp.Expr]) -> list[Fraction] | None:
    """The rational coefficients of ``e`` over the linearly independent ``basis``; None if it does not lie in its span."""
    columns = [normal(b).as_coefficients_dict() for b in basis] + [normal(e).as_coefficients_dict()]
    monomials = sorted(set().union(*columns), key=sp.default_sort_key)
    if not basis:
        return None
    rows = [[QQ.from_sympy(c.get(m, sp.S.Zero)) for c in columns] for m in monomials]
    reduced, pivots = DomainMatrix(rows, (len(monomials), len(columns)), QQ).rref()
    if len(basis) in pivots:
        return None
    last = reduced.to_Matrix().col(len(basis))
    return [Fraction(int(last[k].p), int(last[k].q)) for k in range(len(basis))]


def products(abstraction: Abstraction, exponents: Sequence[sp.Expr]) -> tuple[list[sp.Expr], list[Instance]]:
    """The generators, and the instances that make each exponential of ``exponents`` a product of powers of theirs."""
    basis = generators(exponents)
    made = _Products(abstraction)
    for e in exponents:
        found = coordinates(e, basis) or []
        if all(c.denominator == 1 and abs(c) <= MAX_MULTIPLE for c in found):
            made.combine([(g, int(c)) for g, c in zip(basis, found, strict=True) if c])
    return basis, list(made.instances.values())


class _Products:
    """The instances made so far, by their sum."""

    def __init__(self, abstraction: Abstraction) -> None:
        self._abstraction = abstraction
        self.instances: dict[tuple[sp.Expr, sp.Expr], Instance] = {}

    def combine(self, parts: Sequence[tuple[sp.Expr, int]]) -> None:
        total = sp.Integer(0)
        for g, times in parts:
            self._multiple(g, times)
            if total != 0:
                self._add(total, times * g)
            total = normal(total + times * g)

    def _multiple(self, g: sp.Expr, times: int) -> None:
        if times < 0:
            self._add(g, -g)
            self._multiple(-g, -times)
        elif times > 1:
            half = times // 2
            self._multiple(g, half)
            self._multiple(g, times - half)
            self._add(half * g, (times - half) * g)

    def _add(self, left: sp.Expr, right: sp.Expr) -> None:
        key = (normal(left), normal(right))
        if key not in self.instances and key[::-1] not in self.instances:
            self.instances[key] = instance(self._abstraction, "solver.exp-add", x=left, y=right)


def _size(e: sp.Expr) -> tuple[int, Fraction, str]:
    terms = e.as_coefficients_dict()
    return len(terms), sum((abs(Fraction(int(c.p), int(c.q))) for c in terms.values()), Fraction(0)), sp.sstr(e)
