"""Clears the denominators of a relation, where the hypotheses visibly show their signs: solvers are faster without reciprocals."""

from collections.abc import Mapping

import sympy as sp
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean

from symbolic.smt.abstraction import Atom
from symbolic.smt.signs import Signs, SignSet, signs_of_product
from symbolic.statement import connect

Powers = dict[sp.Expr, int]
_EITHER = (sp.Eq, sp.Ne)


class Denominators:
    """Fractions of polynomials over the atoms, with denominators of which ``signs`` shows that they are not zero."""

    def __init__(self, atoms: Mapping[sp.Symbol, Atom], signs: Signs) -> None:
        self._atoms = atoms
        self._signs = signs
        self._sign: dict[sp.Expr, SignSet] = {}
        self._seen: dict[sp.Expr, tuple[sp.Expr, Powers]] = {}

    def cleared(self, f: Boolean) -> Boolean:
        """A formula that is equivalent wherever the hypotheses hold, its relations multiplied by their denominators."""
        if not isinstance(f, Relational):
            return connect(type(f), tuple(self.cleared(a) for a in f.args))
        if any(s in self._atoms and self._atoms[s].kind == "log" for s in f.free_symbols):
            return f  # lemmas compare sums of logarithms as they stand
        if isinstance(f, sp.Eq) and any(side.is_Symbol and side not in self._atoms for side in f.args):
            return f  # solvers put the other side in for a variable
        (left, below_left), (right, below_right) = self._fraction(f.lhs), self._fraction(f.rhs)
        common = _least_multiple(below_left, below_right)
        if not common:
            return f
        if not isinstance(f, _EITHER):
            common = {b: k + (k % 2 if len(self._sign[b]) > 1 else 0) for b, k in common.items()}
        sides = left * _quotient(common, below_left), right * _quotient(common, below_right)
        negative = not isinstance(f, _EITHER) and sum(k for b, k in common.items() if self._sign[b] == {-1}) % 2
        return type(f)(*(reversed(sides) if negative else sides), evaluate=False)

    def _fraction(self, e: sp.Expr) -> tuple[sp.Expr, Powers]:
        """Numerator, and the powers of the denominator."""
        if e not in self._seen:
            self._seen[e] = self._by_form(e)
        return self._seen[e]

    def _by_form(self, e: sp.Expr) -> tuple[sp.Expr, Powers]:
        match e:
            case sp.Add():
                parts = [self._fraction(a) for a in e.args]
                common = _least_multiple(*(below for _, below in parts))
                return sp.Add(*(n * _quotient(common, below) for n, below in parts)), common
            case sp.Mul():
                whole: Powers = {}
                for _, below in map(self._fraction, e.args):
                    whole = {b: whole.get(b, 0) + below.get(b, 0) for b in {**whole, **below}}
                return sp.Mul(*(self._fraction(a)[0] for a in e.args)), whole
            case sp.Pow():
                above, below = self._fraction(e.base)
                return above**e.exp, {b: k * int(e.exp) for b, k in below.items()}
            case sp.Symbol() if e in self._atoms and self._atoms[e].kind == "inverse":
                return self._reciprocal(e, self._atoms[e].arguments[0])
        return e, {}

    def _reciprocal(self, e: sp.Symbol, base: sp.Expr) -> tuple[sp.Expr, Powers]:
        if not self._signs.not_zero(base):
            return e, {}
        above, below = self._fraction(base)
        if isinstance(above, sp.Rational):
            return _quotient(below, {}) / above, {}
        self._sign[above] = signs_of_product(self._signs.of(base), *(self._sign[b] for b, k in below.items() if k % 2))
        return _quotient(below, {}), {above: 1}


def _least_multiple(*below: Powers) -> Powers:
    common: Powers = {}
    for powers in below:
        for b, k in powers.items():
            common[b] = max(common.get(b, 0), k)
    return common


def _quotient(above: Powers, below: Powers) -> sp.Expr:
    return sp.Mul(*(b ** (k - below.get(b, 0)) for b, k in above.items()))
