"""The field of normal forms of one case: its variables, exponentials, roots and logarithms, made as they are met."""

import re
from collections.abc import Iterable
from typing import Protocol

import sympy as sp
from flint import fmpz_mpoly

from symbolic.algebra.factoring import Factored
from symbolic.algebra.generators import NAMES, CircleNumber, Exponential, Generator, Kind, Logarithm, Root, Variable
from symbolic.algebra.ring import Quotient, Ring


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

    def __init__(self, variables: Iterable[sp.Symbol], *, root_order: int, size: int, factored: Factored | None = None) -> None:
        self.ring = Ring(size, factored)
        self.root_order = root_order
        self.generators: dict[int, Generator] = {}
        self.signs: Signs
        self._found: dict[tuple[str, str], int] = {}
        self.exponentials: dict[str, Quotient] = {}
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

    def bases(self) -> list[tuple[int, Quotient]]:
        """The exponentials and their exponents, in the order in which they were made."""
        return [(k, g.kind.exponent) for k, g in self.generators.items() if isinstance(g.kind, Exponential)]

    def new_exponential(self, base: Quotient) -> int:
        """A generator exp(base), for a base that no rational combination of the others is."""
        return self._generator(Exponential(base), ("exp", base.key), constant=self.constant(base.num, base.den))

    def radical(self, radicand: fmpz_mpoly) -> Quotient:
        """The root of the field's order of a polynomial, as one generator."""
        key = ("root", str(radicand))
        if key not in self._found:
            index = self._generator(Root(self.root_order, radicand), key, constant=self.constant(radicand))
            self.ring.relate(index, self.root_order, radicand)
        return self.ring.variable(self._found[key])

    def log_generator(self, argument: fmpz_mpoly) -> Quotient:
        """The logarithm of a polynomial, as one generator."""
        key = ("log", str(argument))
        if key not in self._found:
            self._generator(Logarithm(argument), key, constant=self.constant(argument))
        return self.ring.variable(self._found[key])

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
