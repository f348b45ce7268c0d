"""Quotients of integer polynomials in generators g0, g1, …, reduced by the relations wⁿ = radicand of the roots among them."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from flint import Ordering, fmpz_mpoly, fmpz_mpoly_ctx

from symbolic.algebra.factoring import Factored, Factors, factor

LARGEST_PRODUCT = 60_000
"""Bound on the number of products of terms in one multiplication."""
LARGEST_POWER = 64


class OutOfReach(Exception):  # noqa: N818
    """The expression is outside what this decider handles; the message says why."""


class Crowded(Exception):  # noqa: N818
    """More generators are wanted than the ring has."""


@dataclass(frozen=True, slots=True)
class Relation:
    """``modulus`` = wⁿ − radicand vanishes, for the generator w of that index."""

    index: int
    order: int
    modulus: fmpz_mpoly


class Ring:
    """Integer polynomials in at most ``size`` generators.

    Later generators stand first in the lexicographic order, so that the remainder modulo wⁿ − radicand lowers the degree in w.
    """

    def __init__(self, size: int, factored: Factored | None = None) -> None:
        self.size = size
        self.context = fmpz_mpoly_ctx.get([f"g{k}" for k in range(size)], Ordering.lex)
        self.variables = self.context.gens()
        self.free = size
        self.relations: list[Relation] = []
        self.zero, self.one = self.context.constant(0), self.context.constant(1)
        self._factored: Factored = {} if factored is None else factored

    def fresh(self) -> int:
        """The index of a generator not used yet.

        Raises:
            Crowded: if all are in use.
        """
        if self.free == 0:
            raise Crowded
        self.free -= 1
        return self.free

    def relate(self, index: int, order: int, radicand: fmpz_mpoly) -> None:
        """Let the generator of that index to the power ``order`` be ``radicand``, in earlier generators only."""
        self.relations.insert(0, Relation(index, order, self.variables[index] ** order - radicand))

    def reduce(self, f: fmpz_mpoly) -> fmpz_mpoly:
        """The normal form of ``f`` modulo the relations."""
        if not self.relations:
            return f
        degrees = f.degrees()
        for r in self.relations:
            if degrees[r.index] >= r.order:
                f = f % r.modulus
                degrees = f.degrees()
        return f

    def product(self, f: fmpz_mpoly, g: fmpz_mpoly) -> fmpz_mpoly:
        """``f g``.

        Raises:
            OutOfReach: if it would be too large.
        """
        if len(f) * len(g) > LARGEST_PRODUCT:
            raise OutOfReach("the expression is too large to multiply out")
        return f * g

    def power(self, f: fmpz_mpoly, n: int) -> fmpz_mpoly:
        """``f**n`` for n ≥ 0, reduced.

        Raises:
            OutOfReach: if it would be too large.
        """
        if n > LARGEST_POWER:
            raise OutOfReach(f"a power above {LARGEST_POWER}")
        result = self.one
        for bit in bin(n)[2:]:
            result = self.reduce(self.product(result, result))
            if bit == "1":
                result = self.reduce(self.product(result, f))
        return result

    def factor(self, f: fmpz_mpoly) -> Factors:
        """The content of ``f`` with its sign, and its irreducible factors with multiplicities; leading coefficients positive."""
        key = str(f)
        found = self._factored.get(key)
        if found is None:
            found = factor(f)
            self._factored[key] = found
        return found

    def coefficients(self, f: fmpz_mpoly, index: int) -> list[fmpz_mpoly]:
        """The coefficients of ``f`` as a polynomial in one generator, the constant one first."""
        parts: dict[int, dict[tuple[int, ...], int]] = {}
        for exponents, c in f.terms():
            rest = (*exponents[:index], 0, *exponents[index + 1 :])
            parts.setdefault(int(exponents[index]), {})[rest] = int(c)
        top = max(parts, default=0)
        return [self.context.from_dict(parts[k]) if k in parts else self.zero for k in range(top + 1)]

    def quotient(self, num: fmpz_mpoly, den: fmpz_mpoly | None = None) -> "Quotient":
        """``num/den`` in normal form; every value of ``den`` met on the domain is assumed not to be 0.

        Raises:
            OutOfReach: if ``den`` is identically 0.
        """
        num = self.reduce(num)
        den = self.one if den is None else self.reduce(den)
        if den.is_zero():
            raise OutOfReach("a denominator is identically 0")
        if num.is_zero():
            return Quotient(self, num, self.one)
        if not den.is_one():
            common = num.gcd(den)
            if not common.is_one():
                num, den = num // common, den // common
            if den.leading_coefficient() < 0:
                num, den = -num, -den
        return Quotient(self, num, den)

    def number(self, value: Fraction | int) -> "Quotient":
        """An exact number."""
        q = Fraction(value)
        return Quotient(self, self.context.constant(q.numerator), self.context.constant(q.denominator))

    def variable(self, index: int) -> "Quotient":
        """The generator of that index."""
        return Quotient(self, self.variables[index], self.one)

    def used(self, f: fmpz_mpoly) -> list[int]:
        """The indices of the generators in ``f``, the latest first."""
        return [k for k, d in enumerate(f.degrees()) if d]


@dataclass(frozen=True, slots=True)
class Quotient:
    """``num/den``, reduced by the relations and freed of common factors; the leading coefficient of ``den`` is positive."""

    ring: Ring
    num: fmpz_mpoly
    den: fmpz_mpoly

    def __add__(self, other: "Quotient") -> "Quotient":
        r = self.ring
        if self.den == other.den:
            return r.quotient(self.num + other.num, self.den)
        common = self.den.gcd(other.den)
        left, right = self.den // common, other.den // common
        return r.quotient(r.product(self.num, right) + r.product(other.num, left), r.product(self.den, right))

    def __neg__(self) -> "Quotient":
        return Quotient(self.ring, -self.num, self.den)

    def __sub__(self, other: "Quotient") -> "Quotient":
        return self + -other

    def __mul__(self, other: "Quotient") -> "Quotient":
        r = self.ring
        return r.quotient(r.product(self.num, other.num), r.product(self.den, other.den))

    def __truediv__(self, other: "Quotient") -> "Quotient":
        r = self.ring
        return r.quotient(r.product(self.num, other.den), r.product(self.den, other.num))

    def __pow__(self, n: int) -> "Quotient":
        num, den = (self.num, self.den) if n >= 0 else (self.den, self.num)
        return self.ring.quotient(self.ring.power(num, abs(n)), self.ring.power(den, abs(n)))

    @property
    def key(self) -> str:
        """Equal for equal normal forms."""
        return f"{self.num}/{self.den}"

    def is_zero(self) -> bool:
        """Whether the normal form is 0."""
        return self.num.is_zero()

    def as_number(self) -> Fraction | None:
        """The exact number that it is, if it is one."""
        if not (self.num.is_constant() and self.den.is_constant()):
            return None
        return Fraction(int(self.num.leading_coefficient()) if len(self.num) else 0, int(self.den.leading_coefficient()))


def total(ring: Ring, parts: Iterable[Quotient]) -> Quotient:
    """The sum."""
    result = ring.number(0)
    for part in parts:
        result = result + part
    return result


def product(ring: Ring, parts: Iterable[Quotient]) -> Quotient:
    """The product."""
    result = ring.number(1)
    for part in parts:
        result = result * part
    return result
