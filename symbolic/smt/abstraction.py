"""Rewrites a statement as polynomials over atoms: an unknown number for each reciprocal, root, exponential, logarithm and so on.

Two terms share an atom only if their arguments are the same polynomial in the atoms below them.  So exp, log, 1/x, … extended in any
way to all arguments give the atoms values, and what holds for all values of the atoms holds for the statement.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial, reduce

import sympy as sp
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean

from symbolic.smt.unsupported import UnsupportedError
from symbolic.statement import connect

MAX_POWER = 64
"""SMT-LIB's reals have no power: x**n is written out."""
MAX_TERMS = 2_000
"""Arguments that expand to more terms are compared as they are written."""

RESERVED = frozenset(["and", "or", "not", "xor", "true", "false", "ite", "distinct", "abs", "forall", "exists", "as"])
"""Words of which a solver allows no other use, not even in bars."""
MAX_NAME = 48
"""Longer names are replaced by a number; the query's comments then tell the meaning."""

Environment = Mapping[sp.Symbol, sp.Expr]
_FUNCTIONS = {sp.exp: "exp", sp.log: "log", sp.cosh: "cosh", sp.sinh: "sinh", sp.tanh: "tanh", sp.Abs: "abs", sp.Min: "min", sp.Max: "max"}


@dataclass(frozen=True)
class Atom:
    """``kind`` applied to ``arguments`` (polynomials over atoms); ``symbol`` stands for its value and is named by its meaning."""

    symbol: sp.Symbol
    kind: str
    arguments: tuple[sp.Expr, ...]
    index: int = 0


@dataclass
class Abstraction:
    """The atoms and variables met so far.  Symbols of polynomials are plain ones: nothing is assumed that the query does not say."""

    variables: dict[sp.Symbol, sp.Symbol] = field(default_factory=dict)
    atoms: dict[sp.Symbol, Atom] = field(default_factory=dict)
    not_negative: Callable[[sp.Expr], bool] = lambda _: False
    """Whether a polynomial is visibly not negative where the statement could fail."""
    _by_key: dict[tuple[object, ...], Atom] = field(default_factory=dict)

    def formula(self, f: Boolean, env: Environment | None = None) -> Boolean:
        """The formula over atoms; ``env`` gives values for variables (those of a lemma).

        Raises:
            UnsupportedError: where it goes beyond what can be written for a solver.
        """
        if isinstance(f, Relational):
            return type(f)(self.term(f.lhs, env), self.term(f.rhs, env), evaluate=False)
        return connect(type(f), tuple(self.formula(a, env) for a in f.args))

    def term(self, e: sp.Expr, env: Environment | None = None) -> sp.Expr:
        """The expression as a polynomial over atoms.

        Raises:
            UnsupportedError: as `formula`.
        """
        match e:
            case sp.Symbol():
                return env[e] if env is not None and e in env else self._variable(e)
            case sp.Rational():
                return e
            case sp.core.numbers.Exp1():
                return self.atom("exp", sp.Integer(1))
            case sp.core.numbers.Pi():
                return self.atom("pi")
            case sp.Add() | sp.Mul():
                return e.func(*(self.term(a, env) for a in e.args))
            case sp.exp():
                return self.atom("exp", self.term(e.exp, env))
            case sp.Pow():
                return self._power(self.term(e.base, env), e.exp, env)
            case sp.Derivative():
                return self.term(e.doit(), env)
            case sp.Min() | sp.Max():
                return reduce(partial(self.atom, _FUNCTIONS[e.func]), (self.term(a, env) for a in e.args))
            case _ if e.func in _FUNCTIONS:
                return self.atom(_FUNCTIONS[e.func], *(self.term(a, env) for a in e.args))
        raise UnsupportedError(f"{type(e).__name__} cannot be written for a solver")

    def atom(self, kind: str, *arguments: sp.Expr, index: int = 0) -> sp.Expr:
        """The atom's symbol; exp(0), log(1) and the like are the numbers that they are."""
        keys = tuple(normal(a) for a in arguments)
        if keys == (0,) and kind in ("exp", "cosh", "sinh", "tanh", "abs"):
            return sp.Integer(kind in ("exp", "cosh"))
        if keys == (1,) and kind == "log":
            return sp.Integer(0)
        key = (kind, index, *(sorted(keys, key=sp.default_sort_key) if kind in ("min", "max") else keys))
        if key not in self._by_key:
            found = Atom(self._name({0: kind, 2: "sqrt"}.get(index, f"root{index}"), arguments), kind, arguments, index)
            self._by_key[key] = self.atoms[found.symbol] = found
        return self._by_key[key].symbol

    def inverse(self, base: sp.Expr) -> sp.Expr:
        """1/base; a product's is the product of its factors', with 1/0 the same unknown number everywhere."""
        if isinstance(base, sp.Rational) and base != 0:
            return 1 / base
        if isinstance(base, sp.Mul):
            return sp.Mul(*(self.inverse(a) for a in base.args))
        if isinstance(base, sp.Pow):
            return self.inverse(base.base) ** base.exp
        return self.atom("inverse", base)

    def root(self, base: sp.Expr, n: int) -> sp.Expr:
        """The n-th root of ``base``; factors that are visibly not negative have roots of their own."""
        if isinstance(base, sp.Rational) and base > 0 and sp.root(base, n).is_Rational:
            return sp.root(base, n)
        if isinstance(base, sp.Mul):
            apart = [a for a in base.args if self.not_negative(a)]
            rest = [a for a in base.args if a not in apart]
            if apart and rest:
                return sp.Mul(*(self.root(a, n) for a in apart), self.root(sp.Mul(*rest), n))
            if apart:
                return sp.Mul(*(self.root(a, n) for a in apart))
        if base in self.atoms and self.atoms[base].kind == "inverse" and self.not_negative(base):
            return self.inverse(self.root(self.atoms[base].arguments[0], n))
        return self.atom("root", base, index=n)

    def _variable(self, s: sp.Symbol) -> sp.Symbol:
        if s not in self.variables:
            plain = s.name.isascii() and s.name.replace("'", "").isidentifier() and s.name not in RESERVED
            self.variables[s] = sp.Symbol(s.name if plain else f"variable{len(self.variables)}()")
        return self.variables[s]

    def _name(self, kind: str, arguments: tuple[sp.Expr, ...]) -> sp.Symbol:
        """A name that tells the meaning where this is short; the brackets keep it apart from variables and from solvers' own names."""
        name = f"{kind}({', '.join(map(sp.sstr, arguments))})"
        if len(name) > MAX_NAME or sp.Symbol(name) in self.atoms:
            name = f"{kind}#{len(self.atoms)}()"
        return sp.Symbol(name)

    def _power(self, base: sp.Expr, exponent: sp.Expr, env: Environment | None) -> sp.Expr:
        if not isinstance(exponent, sp.Rational):
            return self.atom("power", base, self.term(exponent, env))
        times, n = abs(int(exponent.p)), int(exponent.q)
        if max(times, n) > MAX_POWER:
            raise UnsupportedError(f"the exponent {exponent} is too large")
        if n > 1:
            base = self.root(base, n)
        return (base if exponent > 0 else self.inverse(base)) ** times


@lru_cache(maxsize=10_000)
def normal(e: sp.Expr) -> sp.Expr:
    """The expanded polynomial, or ``e`` itself where that is too long: equal normal forms are equal polynomials."""
    return sp.expand(e) if _terms(e) <= MAX_TERMS else e


def _terms(e: sp.Expr) -> int:
    """At most so many terms has the expanded polynomial."""
    match e:
        case sp.Add():
            return sum(map(_terms, e.args))
        case sp.Mul():
            count = 1
            for a in e.args:
                count *= _terms(a)
            return count
        case sp.Pow():
            return int(_terms(e.base) ** min(int(e.exp), MAX_POWER))
    return 1
