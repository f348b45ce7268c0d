"""What a cited theorem is, and its application: conditions that deciders check, and the conclusion that they carry."""

import sys
from dataclasses import dataclass

import sympy as sp
from sympy.logic.boolalg import Boolean

from symbolic.declaration import DeclarationError
from symbolic.statement import Statement
from symbolic.theorems.scope import as_printed


@dataclass(frozen=True)
class Theorem:
    """A theorem of mathematics that is cited, not proved here: its name among the assumptions, and what it says."""

    name: str
    says: str


@dataclass(frozen=True)
class Application:
    """A theorem applied: once every condition is proved, the conclusion holds.

    ``conclusion`` is a Statement where it is first-order over the reals, else a relation between finite sums
    (``SumRelation``) or a sentence (LaTeX allowed) that the schema composed.
    """

    theorem: Theorem
    conditions: tuple[Statement, ...]
    conclusion: "Statement | SumRelation | str"

    def __post_init__(self) -> None:
        # The conclusion is only as good as the schema that made it together with its conditions: nobody else may pair the two.
        if not str(sys._getframe(2).f_globals.get("__name__")).startswith(f"{__package__}."):
            raise DeclarationError("a theorem is applied by its schema in symbolic/theorems/, not by hand")
        if not isinstance(self.conclusion, str):
            return
        symbols = sorted({s for c in self.conditions for s in c.symbols}, key=str)
        named = {as_printed(sp.latex(s)): s for s in symbols}
        if alike := [s for s in symbols if named[as_printed(sp.latex(s))] != s]:
            raise DeclarationError(f"{alike[0]} is printed like another symbol: rename it")
        if taken := set(named) & _OWN:
            raise DeclarationError(f"{taken.pop()} is a name that the conclusion of {self.theorem.name} keeps for itself: rename it")


_OWN = frozenset(("n", "i", "f"))
"""What a conclusion in words calls an index and a map."""


@dataclass(frozen=True)
class SumRelation:
    """``left relation right`` between expressions with finite sums over an unspecified number of outcomes, under ``given``."""

    left: sp.Expr
    relation: str
    right: sp.Expr
    given: tuple[Boolean, ...] = ()
