"""Quotients of polynomials in generators, in lowest terms, reduced by the relations of roots and absolute values."""

from typing import Any, TypeAlias

from flint import Ordering, fmpq, fmpq_mpoly_ctx

Poly: TypeAlias = Any
Fraction: TypeAlias = tuple[Poly, Poly]

GENERATORS = 24
MAX_TERMS = 4000
MAX_DEGREE = 400
CONTEXT = fmpq_mpoly_ctx.get([f"g{i}" for i in range(GENERATORS)], Ordering.lex)


class TooLargeError(Exception):
    """The normal form is beyond the limits of this module."""


class Quotients:
    """Arithmetic with quotients over one table of generators, which grows as it is asked for new ones.

    ``generators`` holds the kind, key, order and source of each; the power of a root that is its order, and the square of an absolute
    value, are expressed by the others.
    """

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Begin a new table: forms made before mean nothing over it."""
        self.generators: list[tuple[Any, ...]] = []
        self.index: dict[Any, int] = {}
        self.relations: list[int] = []
        self.one, self.zero = CONTEXT.constant(1), CONTEXT.constant(0)

    def reduced(self, poly: Poly) -> tuple[Poly, Poly]:
        """The polynomial times a multiplier, with higher powers of roots and absolute values taken out; and the multiplier, not 0."""
        multiplier = self.one
        for k in self.relations:
            poly, factor = self._take_out(poly, k)
            multiplier = multiplier * factor
        return poly, multiplier

    def _take_out(self, poly: Poly, k: int) -> tuple[Poly, Poly]:
        kind, (n, d), order = self.generators[k][:3]
        top = poly.degrees()[k]
        if top < order:
            return poly, self.one
        if kind == "abs":
            n, d = n * n, d * d
        result = self.zero
        for monomial, coefficient in poly.terms():
            times, rest = divmod(int(monomial[k]), order)
            kept = list(monomial)
            kept[k] = rest
            result += CONTEXT.from_dict({tuple(kept): coefficient}) * self._limit(n**times * d ** (top // order - times))
        return result, d ** (top // order)

    def generator(self, kind: str, key: Any, order: int, source: int | None = None) -> Poly:
        """The generator of that kind and key.  ``source``: the node whose value it is, if there is one."""
        name = (kind, str(key) if kind != "v" else key)
        if name not in self.index:
            if len(self.generators) == GENERATORS:
                raise TooLargeError("too many generators")
            self.index[name] = len(self.generators)
            if kind in ("root", "abs"):
                # a later generator may stand over an earlier one: its powers are taken out first
                self.relations.insert(0, len(self.generators))
            self.generators.append((kind, key, order, source))
        return CONTEXT.gen(self.index[name])

    def _limit(self, poly: Poly) -> Poly:
        if len(poly) > MAX_TERMS or max(poly.degrees()) > MAX_DEGREE:
            raise TooLargeError("too many terms")
        return poly

    def over(self, n: Poly, d: Poly) -> Fraction:
        """n/d in lowest terms, no root dividing d, the leading coefficient of d being 1."""
        if d == 0:
            raise TooLargeError("a denominator that is 0")
        self._limit(n), self._limit(d)
        if self.relations:
            n, d = self._over_reduced(n, d)
            for k in self.relations:  # a root that divides d is not 0 where n/d is defined: 1/w and w/w² become the same
                if self.generators[k][0] == "root" and (least := min(int(m[k]) for m in d.monoms())):
                    w = CONTEXT.gen(k) ** (self.generators[k][2] - least)
                    n, d = self._over_reduced(n * w, d * w)
        g = n.gcd(d)
        if g != 1:
            n, d = n / g, d / g
        c = d.leading_coefficient()
        return (n / c, d / c) if c != 1 else (n, d)

    def _over_reduced(self, n: Poly, d: Poly) -> Fraction:
        (n, up), (d, down) = self.reduced(n), self.reduced(d)
        n, d = self._limit(n * down), self._limit(d * up)
        if d == 0:
            raise TooLargeError("a denominator that is 0")
        return n, d

    def times(self, a: Fraction, b: Fraction) -> Fraction:
        """Product."""
        return self.over(self._limit(a[0] * b[0]), self._limit(a[1] * b[1]))

    def plus(self, a: Fraction, b: Fraction) -> Fraction:
        """Sum."""
        if a[1] == b[1]:
            return self.over(a[0] + b[0], a[1])
        return self.over(self._limit(a[0] * b[1]) + self._limit(b[0] * a[1]), self._limit(a[1] * b[1]))

    def to(self, a: Fraction, n: int) -> Fraction:
        """Whole power."""
        if n < 0:
            a, n = self.over(a[1], a[0]), -n
        if n > MAX_DEGREE or (n > 1 and max(len(a[0]), len(a[1])) ** min(n, 20) > 10**7):
            raise TooLargeError("too high a power")
        return self.over(self._limit(a[0] ** n), self._limit(a[1] ** n))

    def constant(self, value: fmpq) -> Fraction:
        """A rational number."""
        return CONTEXT.constant(value), self.one
