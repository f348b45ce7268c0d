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
    """The signs that a polynomial can have, by the hypotheses ``given`` and the definitions of ``atoms``; nothing else is used."""

    def __init__(self, given: Iterable[Boolean], atoms: Mapping[sp.Symbol, Atom]) -> None:
        self._atoms = atoms
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
        return self._known.get(normal(e), ANY) & self._by_form(e)

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
                whole: SignSet = frozenset({1})
                for a in e.args:
                    whole = frozenset(s * t for s, t in product(whole, self.of(a)))
                return whole
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
            case "abs":
                return frozenset(abs(s) for s in self.of(atom.arguments[0]))
        return ANY


def _sums(left: SignSet, right: SignSet) -> SignSet:
    """The signs of a sum of two numbers of these signs."""
    found: set[int] = set()
    for s, t in product(left, right):
        found |= ANY if s * t < 0 else {s or t}
    return frozenset(found)
