"""The field of normal forms of one case: variables, exponentials, roots and logarithms, made as they are met.

Each generator is made once for each exponent, radicand or argument; what splits under the known signs is split first, so that
equal functions meet in equal normal forms.
"""

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Protocol

import sympy as sp
from flint import fmpz, fmpz_mpoly

from symbolic.algebra import sign
from symbolic.algebra.generators import NAMES, CircleNumber, Exponential, Generator, Kind, Logarithm, Root, Variable
from symbolic.algebra.linear import choose_basis, combination
from symbolic.algebra.ring import OutOfReach, Quotient, Ring

LARGEST_EXPONENT = 24
"""exp(q log f) is written f**q up to this size of q."""


class NeedsSign(Exception):  # noqa: N818
    """The normal form depends on the sign of ``factor``, which the hypotheses do not give."""

    def __init__(self, field: "Field", factor: fmpz_mpoly) -> None:
        super().__init__("the normal form depends on a sign")
        self.field, self.factor = field, factor


class NeedsRoots(Exception):  # noqa: N818
    """A root of this order is wanted, which the field's roots do not contain."""

    def __init__(self, order: int) -> None:
        super().__init__(f"a root of order {order}")
        self.order = order


class Signs(Protocol):
    """What the field asks about signs."""

    def of(self, f: fmpz_mpoly) -> int:
        """The possible signs of ``f``."""


class Field:
    """Normal forms over ``variables``; roots are of order ``root_order``."""

    def __init__(self, variables: Iterable[sp.Symbol], *, root_order: int, size: int) -> None:
        self.ring = Ring(size)
        self.root_order = root_order
        self.generators: dict[int, Generator] = {}
        self.signs: Signs
        self._found: dict[tuple[str, str], int] = {}
        self._exponentials: dict[str, Quotient] = {}
        for s in variables:
            self.variable(s)

    def _generator(self, kind: Kind, key: tuple[str, str], *, constant: bool, name: str | None = None) -> int:
        index = self.ring.fresh()
        if name is None:
            letter, taken = NAMES[type(kind)], {g.name for g in self.generators.values()}
            name = next(n for k in range(self.ring.size + 1) if (n := f"{letter}{k or ''}") not in taken)
        self.generators[index] = Generator(index, name, kind, constant)
        self._found[key] = index
        return index

    def constant(self, *polynomials: fmpz_mpoly) -> bool:
        """Whether no variable stands in the polynomials, not even inside their generators."""
        return all(self.generators[k].constant for f in polynomials for k in self.ring.used(f))

    def variable(self, symbol: sp.Symbol) -> Quotient:
        """The variable."""
        key = ("variable", symbol.name)
        if key not in self._found:
            self._generator(Variable(symbol), key, constant=False, name=symbol.name)
        return self.ring.variable(self._found[key])

    def pi(self) -> Quotient:
        """The number π."""
        key = ("pi", "")
        if key not in self._found:
            self._generator(CircleNumber(), key, constant=True, name="pi")
        return self.ring.variable(self._found[key])

    # Exponentials

    def _bases(self) -> list[tuple[int, Quotient]]:
        return [(k, g.kind.exponent) for k, g in self.generators.items() if isinstance(g.kind, Exponential)]

    def prepare(self, exponents: Sequence[Quotient]) -> None:
        """Make the few exponentials of which those of ``exponents`` are products of powers."""
        rest = {q.key: q for q in (self._without_logarithms(e)[0] for e in exponents) if not q.is_zero()}
        for base in choose_basis(self.ring, list(rest.values()), [b for _, b in self._bases()]):
            self._new_exponential(base)

    def _new_exponential(self, base: Quotient) -> int:
        return self._generator(Exponential(base), ("exp", base.key), constant=self.constant(base.num, base.den))

    def exponential(self, exponent: Quotient) -> Quotient:
        """exp of the exponent: a product of powers of generators."""
        if (found := self._exponentials.get(exponent.key)) is not None:
            return found
        rest, powers = self._without_logarithms(exponent)
        result = self.ring.number(1)
        for index, q in powers:
            kind = self.generators[index].kind
            assert isinstance(kind, Logarithm)
            result = result * self.power(Quotient(self.ring, kind.argument, self.ring.one), q)
        if not rest.is_zero():
            bases = self._bases()
            used = combination(self.ring, rest, [b for _, b in bases])
            if used is None:
                base = rest if rest.num.leading_coefficient() > 0 else -rest
                self._new_exponential(base)
                bases, used = self._bases(), {len(bases): Fraction(1 if base is rest else -1)}
            for k, q in used.items():
                result = result * self.power(self.ring.variable(bases[k][0]), q)
        self._exponentials[exponent.key] = result
        return result

    def _without_logarithms(self, exponent: Quotient) -> tuple[Quotient, list[tuple[int, Fraction]]]:
        """The exponent less its rational multiples q L of logarithms, and the pairs of L's index and q."""
        leading, scale = next(iter(exponent.den.terms()))
        powers = []
        for monomial, c in exponent.num.terms():
            difference = [m - n for m, n in zip(monomial, leading, strict=True)]
            if sum(map(abs, difference)) == 1 and max(difference) == 1:
                index = difference.index(1)
                q = Fraction(int(c), int(scale))
                if isinstance(self.generators[index].kind, Logarithm) and abs(q) <= LARGEST_EXPONENT:
                    powers.append((index, q))
        for index, q in powers:
            exponent = exponent - self.ring.variable(index) * self.ring.number(q)
        return exponent, powers

    # Roots

    def power(self, base: Quotient, exponent: Fraction) -> Quotient:
        """The base, which is ≥ 0, to a rational power.

        Raises:
            NeedsSign: where the sign of a factor decides what the root is.
            NeedsRoots: if the field's roots do not contain this one.
        """
        if exponent.denominator == 1:
            return base ** int(exponent)
        if self.root_order % exponent.denominator:
            raise NeedsRoots(exponent.denominator)
        return self._root(base) ** (exponent.numerator * (self.root_order // exponent.denominator))

    def _root(self, base: Quotient) -> Quotient:
        """The root of the field's order of a base that is ≥ 0 where it is met."""
        if base.is_zero():
            return base
        n, ring = self.root_order, self.ring
        negative, factors = self.signed_factors(base)
        unknown = [(f, m) for f, m, s in factors if not s & sign.POS or s & sign.NEG]
        if unknown or negative:
            # √(fg) = √f √g wants f > 0, or f ≥ 0 and g ≥ 0: where f = 0, g may be negative.
            loose = [(f, m) for f, m, s in factors if s != sign.POS]
            if not loose:
                raise OutOfReach("a radicand is negative")
            split = [(f, m) for f, m, s in factors if s == sign.POS]
            for f, m in loose:
                if m < 0 or m >= n:
                    raise NeedsSign(self, f)
            radicand = ring.one if not negative else -ring.one
            for f, m in loose:
                radicand = ring.product(radicand, ring.power(f, m))
            result = self._radical(radicand)
        else:
            split, result = [(f, m) for f, m, _ in factors], ring.number(1)
        for f, m in split:
            whole, part = divmod(m, n)
            result = result * Quotient(ring, f, ring.one) ** whole
            if part:
                result = result * self._radical(f) ** part
        return result

    def _radical(self, radicand: fmpz_mpoly) -> Quotient:
        key = ("root", str(radicand))
        if key not in self._found:
            index = self._generator(Root(self.root_order, radicand), key, constant=self.constant(radicand))
            self.ring.relate(index, self.root_order, radicand)
        return self.ring.variable(self._found[key])

    def signed_factors(self, q: Quotient) -> tuple[bool, list[tuple[fmpz_mpoly, int, int]]]:
        """Whether a minus sign stands before q, and its factors f**m (m < 0 in the denominator) with their signs.

        Factors known to be ≤ 0 are replaced by their negatives; the content is split into primes.
        """
        (above, num), (below, den) = self.ring.factor(q.num), self.ring.factor(q.den)
        negative = above < 0
        result = [(self.ring.context.constant(prime), m, sign.POS) for prime, m in _primes(abs(above))]
        result += [(self.ring.context.constant(prime), -m, sign.POS) for prime, m in _primes(below)]
        for f, m in [*num, *((f, -m) for f, m in den)]:
            s = self.signs.of(f)
            if s in (sign.NEG, sign.NONPOS):
                negative ^= bool(m % 2)
                result.append((-f, m, sign.minus(s)))
            else:
                result.append((f, m, s))
        return negative, result

    # Logarithms

    def logarithm(self, argument: Quotient) -> Quotient:
        """log of an argument that is > 0 where it is met, so that each of its factors is not 0 there.

        Raises:
            NeedsSign: where two factors of unknown sign stand in it.
        """
        if argument.is_zero():
            raise OutOfReach("the argument of a logarithm is 0")
        negative, factors = self.signed_factors(argument)
        unknown = [(f, m) for f, m, s in factors if not s & sign.POS or s & sign.NEG]
        if negative and not unknown:
            raise OutOfReach("the argument of a logarithm is not positive")
        result = self.ring.number(0)
        if len(unknown) == 1 and unknown[0][1] % 2:
            f, m = unknown[0]
            result = self._log(-f if negative else f) * self.ring.number(m)
        elif unknown:
            if len(unknown) == 1 or any(m < 0 for _, m in unknown):
                raise NeedsSign(self, unknown[0][0])
            group = self.ring.one if not negative else -self.ring.one
            for f, m in unknown:
                group = self.ring.product(group, self.ring.power(f, m))
            result = self._log(group)
        for f, m, s in factors:
            if s in (sign.POS, sign.NONNEG):
                result = result + self._log(f) * self.ring.number(m)
        return result

    def _log(self, f: fmpz_mpoly) -> Quotient:
        if f.is_one():
            return self.ring.number(0)
        if len(f) == 1 and f.total_degree() == 1 and f.leading_coefficient() == 1:
            match self.generators[self.ring.used(f)[0]].kind:
                case Exponential(exponent):
                    return exponent
                case Root(order, radicand):
                    return self.logarithm(self.ring.quotient(radicand)) * self.ring.number(Fraction(1, order))
        key = ("log", str(f))
        if key not in self._found:
            self._generator(Logarithm(f), key, constant=self.constant(f))
        return self.ring.variable(self._found[key])

    # Words

    def inside(self, index: int) -> list[int]:
        """The generators in the definition of that of the index."""
        match self.generators[index].kind:
            case Exponential(exponent):
                return [*self.ring.used(exponent.num), *self.ring.used(exponent.den)]
            case Root(_, f) | Logarithm(f):
                return self.ring.used(f)
            case _:
                return []

    def text(self, q: Quotient | fmpz_mpoly) -> str:
        """The normal form with the generators' names."""
        if isinstance(q, Quotient):
            if q.den.is_one():
                return self.text(q.num)
            num, den = self.text(q.num), self.text(q.den)
            single = all(c.isalnum() or c == "_" for c in den)
            return f"{num if len(q.num) == 1 else f'({num})'}/{den if single else f'({den})'}"
        named = re.sub(r"g(\d+)", lambda m: self.generators[int(m[1])].name, str(q))
        return named.replace("^", "**")

    def definition(self, index: int) -> str:
        """What the generator of that index is; empty for a variable."""
        g = self.generators[index]
        match g.kind:
            case Exponential(exponent):
                return f"{g.name} = exp({self.text(exponent)})"
            case Root(order, radicand):
                return f"{g.name} = {'sqrt' if order == 2 else f'root{order}'}({self.text(radicand)})"
            case Logarithm(argument):
                return f"{g.name} = log({self.text(argument)})"
            case _:
                return ""


def _primes(n: int) -> list[tuple[int, int]]:
    """The prime factors of n ≥ 1 if n is small enough to factor at once, else n itself."""
    if n == 1:
        return []
    if n.bit_length() > 64:
        return [(n, 1)]
    return [(int(p), int(m)) for p, m in fmpz(n).factor()]
