"""One case: hypotheses that are relations between smooth expressions, loaded into a field and an order."""

from collections.abc import Sequence
from dataclasses import dataclass

import sympy as sp
from flint import fmpz_mpoly

from symbolic.algebra import sign
from symbolic.algebra.bounds import bounds
from symbolic.algebra.consequences import consequences
from symbolic.algebra.elementary import prepare
from symbolic.algebra.facts import SHALLOW, Contradictory, Effort
from symbolic.algebra.field import Field, NeedsRoots
from symbolic.algebra.formula import Atom, trees
from symbolic.algebra.generators import Root, Variable
from symbolic.algebra.order import Order
from symbolic.algebra.ring import Crowded, OutOfReach, Quotient
from symbolic.algebra.translate import Translation, exponents_by_depth, root_order
from symbolic.algebra.trees import EXPONENTIALS, written

SIZES = (24, 64)
LARGEST_ORDER = 12


class Solved(Exception):  # noqa: N818
    """An equation among the hypotheses gives the value of a variable."""

    def __init__(self, equation: Atom, symbol: sp.Symbol, value: sp.Expr) -> None:
        super().__init__(f"{symbol} has a value")
        self.equation, self.symbol, self.value = equation, symbol, value


class Branches(Exception):  # noqa: N818
    """An equation among the hypotheses is that of a product, or of a root: it is the same as one of these alternatives."""

    def __init__(self, equation: Atom, alternatives: Sequence[tuple[Atom, ...]]) -> None:
        super().__init__("an equation splits")
        self.equation, self.alternatives = equation, alternatives


@dataclass(frozen=True, slots=True)
class Rewriting:
    """A generator that an equation expresses by the others."""

    index: int
    value: Quotient


class Case:
    """The field and the order of a case.

    Raises:
        Contradictory: if the hypotheses exclude each other.
        Solved, Branches: if a hypothesis is an equation by which the case is better stated otherwise.
        NeedsSign, NeedsRoots, Crowded: if the normal form of some formula wants more than there is.
        OutOfReach: if one of the trees in ``more`` cannot be read.
    """

    def __init__(self, atoms: list[Atom], more: list[sp.Expr], effort: Effort, *, size: int, order: int) -> None:
        everything = [*trees(atoms), *more]
        symbols = sorted(set().union(*(t.free_symbols for t in everything)), key=lambda s: s.name)
        self.field = Field(symbols, root_order=order, size=size, factored=effort.factored.setdefault(size, {}))
        self.order = Order(self.field, effort)
        self.translate = Translation(self.field)
        self.rewritings: list[Rewriting] = []
        self.unread: list[str] = []
        plain = [a for a in atoms if not any(_transcendental(t) for t in (a.left, a.right))]
        rest = [a for a in atoms if a not in plain]
        self._load(plain)
        for level in exponents_by_depth(everything):
            prepare(self.field, [self.translate(e) for e in level])
        self._load(rest)
        self._close()
        for tree in more:
            self.translate(tree)

    def _load(self, atoms: list[Atom]) -> None:
        for equation in (False, True):
            for atom in atoms:
                if (atom.relation == "=") != equation:
                    continue
                try:
                    q = self.normal_form(atom)
                    if equation:
                        self._equation(atom, q)
                    else:
                        self.order.assume(q, sign.ALLOWED[atom.relation], atom)
                except OutOfReach as reason:
                    self.unread.append(f"hypothesis {atom} is not used: {reason}")

    def normal_form(self, atom: Atom) -> Quotient:
        """The normal form of left − right."""
        q = self.translate(atom.left) - self.translate(atom.right)
        for r in self.rewritings:
            q = _substituted(q, r)
        return q

    # Equations

    def _equation(self, atom: Atom, q: Quotient) -> None:
        if q.is_zero():
            return
        ring = self.field.ring
        factors = [f for f, _ in ring.factor(q.num)[1] if self.order.of(f) & sign.ZERO]
        if not factors:
            raise Contradictory(atom)
        if len(factors) > 1:
            raise Branches(atom, [(self._vanishes(f),) for f in factors])
        f = factors[0]
        for simpler, _ in consequences(self.order, f, sign.ZERO):
            raise Branches(atom, [(Atom(written(self.field, simpler), "=", sp.Integer(0)),)])
        used = ring.used(f)
        for k in sorted(used, key=lambda k: not isinstance(self.field.generators[k].kind, Variable)):
            if f.degrees()[k] != 1:
                continue
            c0, c1 = ring.coefficients(f, k)
            if self.order.of(c1) & sign.ZERO:
                continue
            value = ring.quotient(-c0, c1)
            match self.field.generators[k].kind:
                case Variable(symbol):
                    tree = written(self.field, value)
                    if symbol not in tree.free_symbols:
                        raise Solved(atom, symbol, tree)
                    continue
                case Root(n, radicand):
                    norm = value**n - ring.quotient(radicand)
                    powers = Atom(written(self.field, norm), "=", sp.Integer(0))
                    raise Branches(atom, [(powers, Atom(written(self.field, value), ">=", sp.Integer(0)))])
            before = self.order.generator(k), self.order.of(ring.variables[k] - ring.one)
            self._rewrite(Rewriting(k, value), before, atom)
            return
        self.order.assume(ring.quotient(f), sign.ZERO, atom)

    def _rewrite(self, r: Rewriting, before: tuple[int, int], reason: Atom) -> None:
        """Put the value in everywhere, and keep what was known of the generator as facts about its value."""
        self.rewritings.append(r)
        self.order.assume(r.value, before[0], reason)
        self.order.assume(r.value - self.field.ring.number(1), before[1], reason)
        for f, mask in list(self.order.facts.values()):
            if f.degrees()[r.index]:
                self.order.assume(_substituted(self.field.ring.quotient(f), r), mask, reason)

    def _vanishes(self, f: fmpz_mpoly) -> Atom:
        return Atom(written(self.field, f), "=", sp.Integer(0))

    def _close(self) -> None:
        """What lies above one bound of a variable and below another tells which bound is the larger."""
        self.order.revisit()
        ring = self.field.ring
        for k, g in list(self.field.generators.items()):
            if not isinstance(g.kind, Variable) or not any(
                f.degrees()[k] == 1 and len(ring.used(f)) > 1 for f, _ in self.order.facts.values()
            ):
                continue
            known = bounds(self.order, k, SHALLOW - 2)
            for low in (b for b in known if not b.upper):
                for high in (b for b in known if b.upper):
                    if low.rational() is not None and high.rational() is not None:
                        continue
                    try:
                        gap = ring.quotient(high.num, high.den) - ring.quotient(low.num, low.den)
                    except OutOfReach:
                        continue
                    if len(gap.num) <= 12:
                        self.order.assume(gap, sign.POS if low.strict or high.strict else sign.NONNEG, f"between the bounds of {g.name}")


def make_case(atoms: list[Atom], more: list[sp.Expr], effort: Effort) -> Case:
    """The case, with as many generators and roots as it takes."""
    order, sizes = root_order([*trees(atoms), *more]), list(SIZES)
    while order <= LARGEST_ORDER:
        try:
            return Case(atoms, more, effort, size=sizes[0], order=order)
        except NeedsRoots as wanted:
            order = int(sp.ilcm(order, wanted.order))
        except Crowded:
            if len(sizes) == 1:
                raise OutOfReach(f"more than {sizes[0]} generators") from None
            sizes.pop(0)
    raise OutOfReach(f"roots of order {order}")


def _transcendental(e: sp.Expr) -> bool:
    return any(
        isinstance(node, (*EXPONENTIALS, sp.log)) or node == sp.E or (isinstance(node, sp.Pow) and not isinstance(node.args[1], sp.Integer))
        for node in sp.preorder_traversal(e)
    )


def _substituted(q: Quotient, r: Rewriting) -> Quotient:
    """The quotient with a generator's value put in."""
    ring = q.ring

    def value(f: fmpz_mpoly) -> Quotient:
        result = ring.number(0)
        for c in reversed(ring.coefficients(f, r.index)):
            result = result * r.value + ring.quotient(c)
        return result

    return value(q.num) / value(q.den)
