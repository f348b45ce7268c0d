"""Rational normal form: decides exactly whether two terms are equal as rational functions of independent generators.

Generators are the variables, π, exp of a monomial, log of what does not split further, roots, absolute values and signs.  Equal normal
forms mean equal values wherever both terms are defined; unequal ones mean nothing, since generators may be related.
"""

from collections.abc import Callable, Sequence
from math import lcm
from typing import Any

from flint import fmpq

from numeric_checks.replay.quotients import CONTEXT, Fraction, Poly, Quotients, TooLargeError
from numeric_checks.replay.terms import Terms


class _FinerError(Exception):
    """An exponent needs a finer unit, or a finer root, than the table of generators has."""

    def __init__(self, unit: int, root: int) -> None:
        super().__init__()
        self.unit, self.root = unit, root


class Normal(Quotients):
    """The normal forms of the nodes of one table, with ``constants`` in place of some variables.

    All forms that it hands out are over the same generators: once there is one, none is made that would need others.
    ``apart`` takes exp of a sum as the product over its terms as they are written, instead of those over a common denominator.
    ``sign(fraction)`` is 1 where it is certainly at least 0, −1 where at most 0, and 0 else.
    ``positive(poly)`` says whether a polynomial in the generators is certainly positive: its logarithm may then be split off.
    """

    def __init__(
        self,
        terms: Terms,
        constants: dict[str, fmpq] | None = None,
        positive: Callable[["Normal", Poly], bool] | None = None,
        sign: Callable[["Normal", Fraction], int] | None = None,
        *,
        apart: bool = False,
    ) -> None:
        self.terms, self.constants, self.positive, self.sign = terms, constants or {}, positive, sign
        self.apart, self.handed_out = apart, False
        self.unit, self.root = 1, 1
        super().__init__()

    def clear(self) -> None:
        """Begin a new table, and make every form anew."""
        super().clear()
        self.made: dict[int, Fraction] = {}

    def form(self, i: int) -> Fraction:
        """Numerator and denominator of a node, without common factor.

        Raises:
            TooLargeError: beyond the limits, or if it needs other generators than forms that were handed out before.
        """
        return self.forms(i)[0]

    def forms(self, *nodes: int) -> tuple[Fraction, ...]:
        """The forms of several nodes, over the same generators.

        Raises:
            TooLargeError: as for `form`.
        """
        while True:
            try:
                found = tuple(self.within(i) for i in nodes)
            except _FinerError as finer:
                if self.handed_out:
                    raise TooLargeError("forms of other generators are in use") from finer
                self.unit, self.root = finer.unit, finer.root
                self.clear()
            else:
                self.handed_out = True
                return found

    def within(self, i: int) -> Fraction:
        """The same, asked for while another form is being worked out."""
        for j in self.terms.needed(i):
            if j not in self.made:
                self.made[j] = self._form(j)
        return self.made[i]

    def is_zero(self, i: int) -> bool:
        """Whether the node is 0 wherever it is defined; False where this cannot be seen."""
        return any(Normal(self.terms, self.constants, self.positive, self.sign, apart=apart)._vanishes(i) for apart in (False, True))

    def _vanishes(self, i: int) -> bool:
        try:
            return bool(self.form(i)[0] == 0)
        except TooLargeError:
            return False

    def _form(self, j: int) -> Fraction:
        node = self.terms.nodes[j]
        parts = [self.made[a] for a in self.terms.args(j)]
        self.source: int | None = None
        match node[0]:
            case "v" if node[1] in self.constants:
                return self.constant(self.constants[node[1]])
            case "v" | "pi":
                return self.generator(node[0], node[1] if node[0] == "v" else "", 0, j), self.one
            case "q":
                return self.constant(node[1])
            case "e":
                self.source = j
                return self._exponential(self.constant(fmpq(1)))
            case "+" | "*":
                result = parts[0]
                for part in parts[1:]:
                    result = self.plus(result, part) if node[0] == "+" else self.times(result, part)
                return result
            case "^":
                return self._root(parts[0], node[2], node[1]) if node[2].q != 1 else self.to(parts[0], int(node[2].p))
            case "**":
                self.source = j
                return self._exponential(self.times(parts[1], self.logarithm(parts[0])))
            case "exp":
                self.source = j
                if self.apart and self.terms.nodes[self.terms.args(j)[0]][0] == "+":
                    return self._exponential_apart(self.terms.args(j)[0])
                return self._exponential(parts[0])
            case "log":
                return self.logarithm(parts[0])
            case "cosh" | "sinh" | "tanh":
                return self._hyperbolic(node[0], parts[0])
            case "abs":
                return self._absolute(parts[0], j)
            case "sign":
                return self.generator("sign", parts[0], 0, j), self.one
            case "min" | "max":
                half, result = self.constant(fmpq(1, 2)), parts[0]
                for part in parts[1:]:
                    gap = self._absolute(self.plus(result, self.times(self.constant(fmpq(-1)), part)), None)
                    gap = gap if node[0] == "max" else self.times(self.constant(fmpq(-1)), gap)
                    result = self.times(half, self.plus(self.plus(result, part), gap))
                return result
        raise TooLargeError(f"no normal form of {node[0]}")

    def _hyperbolic(self, op: str, a: Fraction) -> Fraction:
        u = self._exponential(a)
        v = self.over(u[1], u[0])
        minus = self.times(self.constant(fmpq(-1)), v)
        half = self.constant(fmpq(1, 2))
        c, s = self.times(half, self.plus(u, v)), self.times(half, self.plus(u, minus))
        return c if op == "cosh" else s if op == "sinh" else self.times(s, self.over(c[1], c[0]))

    def exponential(self, a: Fraction) -> Fraction:
        """exp of a form that was handed out.

        Raises:
            TooLargeError: if it needs other generators.
        """
        self.source = None
        try:
            return self._exponential(a)
        except _FinerError as finer:
            raise TooLargeError("forms of other generators are in use") from finer

    def _exponential(self, a: Fraction) -> Fraction:
        """exp of a sum, as a product over its monomials: exp(m/unit) is the generator; exp(c log b) is b to the power c."""
        n, d = a
        result = self.constant(fmpq(1))
        for monomial, c in n.terms():
            over = self.over(CONTEXT.from_dict({monomial: fmpq(1)}), d)
            if (base := self._log_of(over)) is not None:
                result = self.times(result, self.to(base, int(c.p)) if c.q == 1 else self._root(base, c, None))
                continue
            if self.unit % int(c.q):
                raise _FinerError(lcm(self.unit, int(c.q)), self.root)
            power = int((c * self.unit).p)
            g = self.generator("exp", over, power if len(n) == 1 else 0, self.source if len(n) == 1 else None), self.one
            result = self.times(result, self.to(g, power))
        return result

    def _exponential_apart(self, total: int) -> Fraction:
        self.source, result = None, self.constant(fmpq(1))
        for part in self.terms.args(total):
            result = self.times(result, self._exponential(self.made[part]))
        return result

    def _log_of(self, a: Fraction) -> Fraction | None:
        """b where a is log b."""
        if a[1] == 1 and len(a[0]) == 1 and a[0].leading_coefficient() == 1 and sum(degrees := [int(e) for e in a[0].monoms()[0]]) == 1:
            kind, key = self.generators[degrees.index(1)][:2]
            return key if kind == "log" else None
        return None

    def logarithm(self, a: Fraction) -> Fraction:
        """log of a product, split over exponentials, prime numbers and the factors that are certainly positive."""
        result, rest = self.constant(fmpq(0)), self.constant(fmpq(1))
        for poly, sign in ((a[0], 1), (a[1], -1)):
            if poly == 0:
                raise TooLargeError("log of 0")
            constant, factors = poly.factor()
            split = self._log_of_number(abs(constant))
            rest = rest if constant > 0 else self.times(rest, self.constant(fmpq(-1)))
            for factor, k in factors:
                c = fmpq(sign * int(k))
                if (known := self._exponent(factor)) is not None:
                    split = self.plus(split, self.times(self.constant(c * sign), known))
                elif self.positive is not None and self.positive(self, factor):
                    split = self.plus(split, self.times(self.constant(c * sign), self._log_atom((factor, self.one))))
                elif self.positive is not None and self.positive(self, -factor):
                    rest = rest if k % 2 == 0 else self.times(rest, self.constant(fmpq(-1)))
                    split = self.plus(split, self.times(self.constant(c * sign), self._log_atom((-factor, self.one))))
                else:
                    rest = self.times(rest, self.to((factor, self.one), int(k) * sign))
            result = self.plus(result, self.times(self.constant(fmpq(sign)), split))
        return result if rest == self.constant(fmpq(1)) else self.plus(result, self._log_atom(rest))

    def _log_atom(self, a: Fraction) -> Fraction:
        return self.generator("log", a, 0), self.one

    def _exponent(self, factor: Poly) -> Fraction | None:
        """The exponent of a factor that is one exponential generator."""
        if len(factor) == 1 and sum(degrees := [int(e) for e in factor.monoms()[0]]) == 1 and factor.leading_coefficient() == 1:
            kind, key = self.generators[degrees.index(1)][:2]
            if kind == "exp":
                return self.times(key, self.constant(fmpq(1, self.unit)))
        return None

    def _log_of_number(self, value: fmpq) -> Fraction:
        result = self.constant(fmpq(0))
        for whole, sign in ((value.p, 1), (value.q, -1)):
            for prime, k in _primes(whole):
                result = self.plus(result, self.times(self.constant(fmpq(sign * k)), self._log_atom(self.constant(fmpq(prime)))))
        return result

    def _root(self, a: Fraction, exponent: fmpq, base: int | None) -> Fraction:
        """A power that is not whole of what is at least 0: split over prime numbers, positive factors and even powers."""
        if self.root % int(exponent.q):
            raise _FinerError(self.unit, lcm(self.root, int(exponent.q)))
        if a[0] == 0:
            return self.constant(fmpq(0))
        result, rest = self.constant(fmpq(1)), self.constant(fmpq(1))
        for poly, sign in ((a[0], 1), (a[1], -1)):
            constant, factors = poly.factor()
            rest = rest if constant > 0 else self.times(rest, self.constant(fmpq(-1)))
            for whole, way in ((abs(constant).p, sign), (abs(constant).q, -sign)):
                for prime, k in _primes(whole):
                    result = self.times(result, self._root_of(self.constant(fmpq(prime)), exponent * (k * way), None))
            for factor, k in factors:
                power = exponent * (sign * int(k))
                if self.positive is not None and self.positive(self, factor):
                    result = self.times(result, self._root_of((factor, self.one), power, None))
                elif k % 2 == 0 and power.q == 1:
                    result = self.times(result, self.to(self._absolute((factor, self.one), None), int(power.p)))
                else:
                    rest = self.times(rest, self.to((factor, self.one), sign * int(k)))
        if rest == self.constant(fmpq(1)):
            return result
        return self.times(result, self._root_of(rest, exponent, base if rest == a else None))

    def _root_of(self, a: Fraction, exponent: fmpq, base: int | None) -> Fraction:
        whole, rest = divmod(int((exponent * self.root).p), self.root)
        w = (self.generator("root", a, self.root, base), self.one) if rest else self.constant(fmpq(1))
        return self.times(self.to(a, whole), self.to(w, rest))

    def _absolute(self, a: Fraction, source: int | None) -> Fraction:
        if a[0].is_constant() and a[1] == 1:
            return self.constant(abs(a[0].leading_coefficient())) if a[0] != 0 else a
        known = self.sign(self, a) if self.sign is not None else 0
        if known:
            return a if known > 0 else (-a[0], a[1])
        if a[0].leading_coefficient() < 0:
            a = -a[0], a[1]
        return self.generator("abs", a, 2, source), self.one


def _primes(whole: Any) -> Sequence[tuple[int, int]]:
    """Prime factors of a positive whole number; the number itself where it is too large to factor at once."""
    if whole.bit_length() > 100:
        return ((int(whole), 1),)
    return tuple((int(p), int(k)) for p, k in whole.factor())
