"""sympy trees to normal forms."""

from fractions import Fraction

import sympy as sp

from symbolic.algebra.elementary import exponential, logarithm, power
from symbolic.algebra.field import Field
from symbolic.algebra.ring import LARGEST_POWER, OutOfReach, Quotient, product, total
from symbolic.algebra.trees import EXPONENTIALS, mul


class Translation:
    """The normal forms of trees over one field; ``granted`` collects the domain conditions that were taken for granted."""

    def __init__(self, field: Field) -> None:
        self.field = field
        self.granted: dict[tuple[sp.Expr, str], None] = {}
        self._done: dict[sp.Expr, Quotient] = {}

    def __call__(self, e: sp.Expr) -> Quotient:
        """The normal form of a tree without derivatives, Abs, Min and Max.

        Raises:
            OutOfReach: if it holds anything else this decider does not know.
            NeedsSign: if its normal form depends on a sign that is not known.
            NeedsRoots: if the field's roots do not suffice.
        """
        found = self._done.get(e)
        if found is None:
            found = self._done[e] = self._translate(e)
        return found

    def _translate(self, e: sp.Expr) -> Quotient:
        field, ring = self.field, self.field.ring
        match e:
            case sp.Rational():
                return ring.number(Fraction(int(e.p), int(e.q)))
            case sp.Symbol():
                return field.variable(e)
            case sp.Add():
                return total(ring, map(self, e.args))
            case sp.Mul():
                return product(ring, map(self, e.args))
            case sp.Pow():
                return self._power(*e.args)
            case sp.exp():
                return exponential(field, self(e.args[0]))
            case sp.log():
                argument = self(e.args[0])
                if argument.as_number() is None:
                    self.granted.setdefault((e.args[0], "> 0"))
                return logarithm(field, argument)
            case sp.cosh() | sp.sinh() | sp.tanh():
                up = exponential(field, self(e.args[0]))
                down = ring.number(1) / up
                if isinstance(e, sp.cosh):
                    return (up + down) * ring.number(Fraction(1, 2))
                if isinstance(e, sp.sinh):
                    return (up - down) * ring.number(Fraction(1, 2))
                return (up - down) / (up + down)
            case sp.core.numbers.Exp1():
                return exponential(field, ring.number(1))
            case sp.core.numbers.Pi():
                return field.pi()
            case _:
                raise OutOfReach(f"{type(e).__name__} is not known here")

    def _power(self, base: sp.Expr, exponent: sp.Expr) -> Quotient:
        if not isinstance(exponent, sp.Rational):
            return exponential(self.field, self(exponent_of(base, exponent)))
        if abs(exponent) > LARGEST_POWER:
            raise OutOfReach(f"a power above {LARGEST_POWER}")
        value = self(base)
        if value.as_number() is None:
            if exponent < 0:
                self.granted.setdefault((base, "≠ 0"))
            if not isinstance(exponent, sp.Integer):
                self.granted.setdefault((base, "≥ 0"))
        return power(self.field, value, Fraction(int(exponent.p), int(exponent.q)))


def exponent_of(base: sp.Expr, exponent: sp.Expr) -> sp.Expr:
    """What base**exponent = exp(exponent log base) is the exponential of."""
    return exponent if base == sp.E else mul(exponent, sp.log(base, evaluate=False))


def exponents_by_depth(trees: list[sp.Expr]) -> list[list[sp.Expr]]:
    """The arguments of all exponentials in the trees, those first in which no other exponential stands."""
    depths: dict[sp.Expr, int] = {}
    levels: list[dict[sp.Expr, None]] = []

    def depth(e: sp.Expr) -> int:
        if e not in depths:
            inside = max((depth(a) for a in e.args), default=0)
            argument = _argument(e)
            if argument is not None:
                if inside == len(levels):
                    levels.append({})
                levels[inside].setdefault(argument)
                inside += 1
            depths[e] = inside
        return depths[e]

    for tree in trees:
        depth(tree)
    return [list(level) for level in levels]


def _argument(e: sp.Expr) -> sp.Expr | None:
    # A power of e is an instance of sp.exp as well, with other arguments.
    if isinstance(e, sp.Pow):
        return None if isinstance(e.args[1], sp.Rational) else exponent_of(*e.args)
    if isinstance(e, EXPONENTIALS):
        return e.args[0]
    return sp.Integer(1) if e == sp.E else None


def root_order(trees: list[sp.Expr]) -> int:
    """The least order that contains the orders of all roots in the trees."""
    order = 1
    for tree in trees:
        for e in tree.atoms(sp.Pow):
            if isinstance(e.args[1], sp.Rational):
                order = int(sp.ilcm(order, e.args[1].q))
    return order
