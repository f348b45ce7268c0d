"""Reads the sign of a polynomial off the hypotheses of a query, to leave out a case that cannot occur: x = 0 where x > 0 is given."""

from collections.abc import Iterable, Mapping
from itertools import product

import sympy as sp
from sympy.logic.boolalg import Boolean

from symbolic.smt.abstraction import Atom, normal

SignSet = frozenset[int]
ANY: SignSet = frozenset({-1, 0, 1})
_DIFFERENCE: dict[type, SignSet] = {
    sp.Eq: frozenset({0}),
    sp.Ne: frozenset({-1, 1}),
    sp.Lt: frozenset({-1}),
    sp.Le: frozenset({-1, 0}),
    sp.Gt: frozenset({1}),
    sp.Ge: frozenset({0, 1}),
}


class Signs:
    """The signs that a polynomial can have, by the hypotheses ``given``, the definitions of ``atoms``, and a few lemmas.

    ``relied`` collects the atoms that a lemma says are positive.
    """

    def __init__(self, given: Iterable[Boolean], atoms: Mapping[sp.Symbol, Atom]) -> None:
        self._atoms = atoms
        self.relied: set[sp.Symbol] = set()
        self._seen: dict[sp.Expr, tuple[SignSet, set[sp.Symbol]]] = {}
        self._known: dict[sp.Expr, SignSet] = {}
        for relation in given:
            self._learn(relation)

    def positive(self, e: sp.Expr) -> bool:
        """Whether e > 0 is seen."""
        return self.of(e) == {1}

    def not_negative(self, e: sp.Expr) -> bool:
        """Whether e ≥ 0 is seen."""
        return -1 not in self.of(e)

    def not_zero(self, e: sp.Expr) -> bool:
        """Whether e ≠ 0 is seen."""
        return 0 not in self.of(e)

    def of(self, e: sp.Expr) -> SignSet:
        """The signs that ``e`` can have, as far as is seen."""
        if e not in self._seen:
            outer, self.relied = self.relied, set()
            self._seen[e] = self._known.get(normal(e), ANY) & self._by_form(e), self.relied
            self.relied = outer
        signs, relied = self._seen[e]
        self.relied |= relied
        return signs

    def _learn(self, relation: Boolean) -> None:
        if isinstance(relation, sp.And):
            for part in relation.args:
                self._learn(part)
        elif type(relation) in _DIFFERENCE:
            signs, difference = _DIFFERENCE[type(relation)], normal(relation.lhs - relation.rhs)
            self._known[difference] = self._known.get(difference, ANY) & signs
            self._known[normal(-difference)] = frozenset(-s for s in self._known[difference])

    def _by_form(self, e: sp.Expr) -> SignSet:
        match e:
            case sp.Rational():
                return frozenset({int(sp.sign(e))})
            case sp.Add():
                total: SignSet = frozenset({0})
                for a in e.args:
                    total = _sums(total, self.of(a))
                return total
            case sp.Mul():
                return signs_of_product(*map(self.of, e.args))
            case sp.Pow():
                return frozenset(s ** int(e.exp) for s in self.of(e.base))
            case sp.Symbol() if e in self._atoms:
                return self._of_atom(self._atoms[e])
        return ANY

    def _of_atom(self, atom: Atom) -> SignSet:
        match atom.kind:
            case "root" if self.not_negative(atom.arguments[0]):
                return self.of(atom.arguments[0])
            case "inverse" if self.not_zero(atom.arguments[0]):
                return self.of(atom.arguments[0])
            case "exp" | "cosh":
                self.relied.add(atom.symbol)
                return frozenset({1})
            case "sinh" if self.positive(atom.arguments[0]):
                self.relied.add(atom.symbol)
                return frozenset({1})
            case "abs":
                return frozenset(abs(s) for s in self.of(atom.arguments[0]))
        return ANY


def signs_of_product(*signs: SignSet) -> SignSet:
    """The signs of a product of numbers of these signs."""
    whole: SignSet = frozenset({1})
    for one in signs:
        whole = frozenset(s * t for s, t in product(whole, one))
    return whole


def _sums(left: SignSet, right: SignSet) -> SignSet:
    """The signs of a sum of two numbers of these signs."""
    found: set[int] = set()
    for s, t in product(left, right):
        found |= ANY if s * t < 0 else {s or t}
    return frozenset(found)
