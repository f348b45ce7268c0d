"""Instances of the named lemmas, made from the lemmas' own Statements so that the text a solver reads and the lemma cannot differ."""

from dataclasses import dataclass

import sympy as sp
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean

from symbolic.lemmas import LEMMAS
from symbolic.smt.abstraction import Abstraction
from symbolic.statement import conj, implies, real


@dataclass(frozen=True)
class Instance:
    """The lemma ``label`` with ``values`` (polynomials over atoms) for its variables; ``formula`` is what it says then."""

    label: str
    values: tuple[tuple[str, sp.Expr], ...]
    formula: Boolean

    def __str__(self) -> str:
        at = ", ".join(f"{v} = {sp.sstr(value)}" for v, value in self.values)
        return f"{self.label} at {at}" if at else self.label


def instance(abstraction: Abstraction, label: str, **values: sp.Expr) -> Instance:
    """The lemma at these values; hypotheses ``t = t`` are left out.

    Raises:
        KeyError: if there is no such lemma, or a variable of it has no value.
        UnsupportedError: as `Abstraction.formula`.
    """
    lemma = LEMMAS[label]
    env = {s: sp.sympify(values[s.name]) for s in lemma.symbols}
    given = [g for g in (abstraction.formula(g, env) for g in lemma.given) if not _says_nothing(g)]
    holds = abstraction.formula(lemma.holds, env)
    used = tuple((s.name, env[real(s.name)]) for s in lemma.symbols)
    return Instance(label, used, implies(conj(*given), holds) if given else holds)


def _says_nothing(g: Boolean) -> bool:
    return isinstance(g, Relational) and isinstance(g, sp.Eq) and g.lhs == g.rhs
