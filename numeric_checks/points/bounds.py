"""Reads inequalities as bounds on single variables, and carries constant bounds along chains such as 0 < y < x.

What is read here only guides the choice of points: a bound overlooked costs points, never truth.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

import sympy as sp
from sympy.core.relational import Relational

Approximate: TypeAlias = Callable[[sp.Expr, Mapping[sp.Symbol, Fraction]], tuple[Fraction, bool] | None]
"""The value of an expression as a rational and whether that is exact, or None where it is undefined."""


@dataclass(frozen=True)
class Interval:
    """Between ``low`` and ``high``, None for an infinite end; ``open_low`` and ``open_high`` say that the end does not belong to it."""

    low: Fraction | None = None
    high: Fraction | None = None
    open_low: bool = True
    open_high: bool = True

    def __contains__(self, v: Fraction) -> bool:
        above = self.low is None or v > self.low or (v == self.low and not self.open_low)
        below = self.high is None or v < self.high or (v == self.high and not self.open_high)
        return above and below

    @property
    def empty(self) -> bool:
        """Whether nothing lies in it."""
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (self.low == self.high and (self.open_low or self.open_high))

    def above(self, low: Fraction, is_open: bool) -> "Interval":
        """The part above ``low``."""
        if self.low is not None and (self.low > low or (self.low == low and (self.open_low or not is_open))):
            return self
        return Interval(low, self.high, is_open, self.open_high)

    def below(self, high: Fraction, is_open: bool) -> "Interval":
        """The part below ``high``."""
        if self.high is not None and (self.high < high or (self.high == high and (self.open_high or not is_open))):
            return self
        return Interval(self.low, high, self.open_low, is_open)


@dataclass(frozen=True)
class Bound:
    """``variable`` lies above (``lower``) or below ``expression``, strictly where ``is_open``."""

    variable: sp.Symbol
    expression: sp.Expr
    lower: bool
    is_open: bool


def bounds(relation: Relational) -> Iterator[Bound]:
    """``relation`` read as a bound on each variable in which it is linear with a rational coefficient."""
    if isinstance(relation, sp.Ne) or relation.has(sp.Derivative):
        return
    for difference in _below_zero(relation):
        for variable in sorted(difference.free_symbols, key=lambda s: str(s.name)):
            coefficient = difference.as_coefficients_dict().get(variable, 0)
            rest = difference - coefficient * variable
            if coefficient == 0 or not coefficient.is_Rational or variable in rest.free_symbols:
                continue
            yield Bound(variable, -rest / coefficient, lower=bool(coefficient < 0), is_open=isinstance(relation, (sp.Lt, sp.Gt)))


def turning_points(formula: sp.Basic, variable: sp.Symbol) -> tuple[Fraction, ...]:
    """Where linear terms of the formula, or differences of sides, in this one variable alone vanish: there signs and cases change."""
    found: dict[Fraction, None] = {}
    for node in sp.preorder_traversal(formula):
        e = node.lhs - node.rhs if isinstance(node, Relational) else node
        if not isinstance(e, sp.Add) or e.free_symbols != {variable} or len(e.args) != 2:
            continue
        terms = e.as_coefficients_dict()
        slope, constant = terms.get(variable), terms.get(sp.S.One)
        if slope is not None and constant is not None and slope.is_Rational and constant.is_Rational:
            root = -constant / slope
            found[Fraction(int(root.p), int(root.q))] = None
    return tuple(found)


def _below_zero(relation: Relational) -> Iterator[sp.Expr]:
    """Expressions that are < 0, or ≤ 0, where ``relation`` holds."""
    left, right = (relation.rhs, relation.lhs) if isinstance(relation, (sp.Gt, sp.Ge)) else (relation.lhs, relation.rhs)
    if isinstance(relation, sp.Eq):
        yield from (left - right, right - left)
    elif isinstance(left, sp.Abs):
        yield from (left.args[0] - right, -left.args[0] - right)
    else:
        yield left - right


def hull(symbols: tuple[sp.Symbol, ...], bounds: tuple[Bound, ...], approximate: Approximate) -> dict[sp.Symbol, Interval]:
    """Constant bounds of each variable, carried along chains such as 0 < y < x."""
    found = {s: Interval() for s in symbols}
    for _ in range(len(symbols) + 1):
        for b in bounds:
            if (end := _end(b, found, approximate)) is not None:
                narrow = found[b.variable].above if b.lower else found[b.variable].below
                found[b.variable] = narrow(*end)
    return found


def _end(b: Bound, hull: Mapping[sp.Symbol, Interval], approximate: Approximate) -> tuple[Fraction, bool] | None:
    """The least (for a lower bound; else the greatest) value of a linear bound over the hull, and whether it is open."""
    at, is_open = Fraction(0), b.is_open
    for term, coefficient in b.expression.as_coefficients_dict().items():
        if not coefficient.is_Rational:
            return None
        c = Fraction(int(coefficient.p), int(coefficient.q))
        if not term.free_symbols:
            if (known := approximate(term, {})) is None:
                return None
            at, is_open = at + c * known[0], is_open or not known[1]
        elif term in hull:
            low = b.lower == (c > 0)
            end = hull[term].low if low else hull[term].high
            if end is None:
                return None
            at, is_open = at + c * end, is_open or (hull[term].open_low if low else hull[term].open_high)
        else:
            return None
    return at, is_open
