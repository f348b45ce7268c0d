"""Floating-point sample points, only to give up early: where a polynomial takes both signs, no proof of one is sought."""

import math
import random
from typing import TYPE_CHECKING

from flint import fmpz_mpoly

from symbolic.algebra import sign
from symbolic.algebra.generators import CircleNumber, Exponential, Logarithm, Root, Variable

if TYPE_CHECKING:
    from symbolic.algebra.facts import Product
    from symbolic.algebra.field import Field

WANTED, TRIES, MOST_TRIES = 8, 20, 60
NOISE = 1e-7
LARGEST = 10**300
Terms = list[tuple[float, list[tuple[int, int]]]]


class Samples:
    """A few points that seem to satisfy the facts of a case.  They decide nothing."""

    def __init__(self, field: "Field", facts: dict[str, tuple[fmpz_mpoly, int]], products: "list[Product]") -> None:
        self.field, self.facts, self.products = field, facts, products
        self._points: list[dict[int, float]] = []
        self._random, self._tries, self._fresh = random.Random(1), 0, False
        self._ranges: dict[int, tuple[float | None, float | None]] = {}
        self._seen: dict[str, int] = {}

    def forget(self) -> None:
        """A fact was added: look at the points again when next asked."""
        self._fresh = False

    def undecided(self, f: fmpz_mpoly) -> bool:
        """Whether the polynomial is seen to take both signs."""
        return self.observed(f) & sign.NONZERO == sign.NONZERO

    def observed(self, f: fmpz_mpoly) -> int:
        """The signs seen."""
        points = self._chosen()
        key = str(f)
        if key not in self._seen:
            terms, seen = _terms(f), 0
            for point in points:
                seen |= self._sign(terms, point)
            self._seen[key] = seen
        return self._seen[key]

    def _chosen(self) -> list[dict[int, float]]:
        if not self._fresh:
            self._fresh = True
            self._ranges, self._seen = {}, {}
            if any(mask == sign.ZERO for _, mask in self.facts.values()):
                self._points = []
                return []
            facts = [(_terms(f), mask) for f, mask in self.facts.values()]
            products = [([(_terms(f), abs(m)) for f, m in known.factors], known.mask) for known in self.products]
            self._points = [point for point in self._points if self._satisfies(point, facts, products)]
            for _ in range(TRIES):
                if len(self._points) == WANTED or self._tries == MOST_TRIES:
                    break
                self._tries += 1
                point = self._draw(self._random, self._tries)
                if self._satisfies(point, facts, products):
                    self._points.append(point)
        return self._points

    def _satisfies(
        self, point: dict[int, float], facts: list[tuple[Terms, int]], products: list[tuple[list[tuple[Terms, int]], int]]
    ) -> bool:
        """Whether the facts seem to hold at the point, none of them within rounding of failing."""
        for terms, mask in facts:
            if not self._sign(terms, point) & mask:
                return False
        for factors, mask in products:
            s = sign.POS
            for terms, m in factors:
                s = sign.times(s, sign.power(self._sign(terms, point), m))
            if not s & mask:
                return False
        return True

    def _draw(self, draw: random.Random, k: int) -> dict[int, float]:
        point: dict[int, float] = {}
        for index, g in self.field.generators.items():
            if isinstance(g.kind, Variable):
                low, high = self._range(index)
                if low is not None and high is not None:
                    point[index] = low + (high - low) * draw.random()
                elif low is not None:
                    point[index] = low + math.exp(draw.uniform(-2, 2))
                elif high is not None:
                    point[index] = high - math.exp(draw.uniform(-2, 2))
                else:
                    point[index] = draw.uniform(-3, 3) if k % 2 else draw.uniform(-0.5, 1.5)
        return point

    def _range(self, index: int) -> tuple[float | None, float | None]:
        if index not in self._ranges:
            self._ranges[index] = self._new_range(index)
        return self._ranges[index]

    def _new_range(self, index: int) -> tuple[float | None, float | None]:
        low: float | None = None
        high: float | None = None
        for f, mask in self.facts.values():
            if f.total_degree() == 1 and f.degrees()[index] == 1 and len(f) <= 2 and sign.weak(mask):
                terms = {max(e): int(c) for e, c in f.terms()}
                if 1 in terms and set(terms) <= {0, 1}:
                    at = -terms.get(0, 0) / terms[1]
                    if (terms[1] > 0) == bool(mask & sign.POS):
                        low = at if low is None else max(low, at)
                    else:
                        high = at if high is None else min(high, at)
        return low, high

    def _sign(self, terms: Terms, point: dict[int, float]) -> int:
        """The sign at the point; no sign where rounding may have lost it."""
        total = size = 0.0
        try:
            for c, powers in terms:
                value = c
                for k, m in powers:
                    value *= self._value(k, point) ** m
                total += value
                size += abs(value)
        except (OverflowError, ValueError, ZeroDivisionError):
            return 0
        if not math.isfinite(size) or abs(total) <= NOISE * size:
            return 0
        return sign.POS if total > 0 else sign.NEG

    def _value(self, index: int, point: dict[int, float]) -> float:
        if index not in point:
            match self.field.generators[index].kind:
                case Exponential(exponent):
                    point[index] = math.exp(self._polynomial(exponent.num, point) / self._polynomial(exponent.den, point))
                case Root(order, radicand):
                    value = self._polynomial(radicand, point)
                    if value < 0:
                        raise ValueError("a root of a negative number")
                    point[index] = value ** (1 / order)
                case Logarithm(argument):
                    point[index] = math.log(self._polynomial(argument, point))
                case CircleNumber():
                    point[index] = math.pi
                case Variable():
                    point[index] = self._random.uniform(-2, 2)  # a variable of which no hypothesis speaks, met late
        return point[index]

    def _polynomial(self, f: fmpz_mpoly, point: dict[int, float]) -> float:
        return math.fsum(c * math.prod(self._value(k, point) ** m for k, m in powers) for c, powers in _terms(f))


def _terms(f: fmpz_mpoly) -> Terms:
    return [(float(int(c)) if abs(c) < LARGEST else math.inf, [(k, int(m)) for k, m in enumerate(e) if m]) for e, c in f.terms()]
