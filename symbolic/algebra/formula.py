"""Formulas as the decider works on them: relations joined by all, some and under, negations pushed inwards."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

import sympy as sp
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean

from symbolic.algebra.ring import OutOfReach
from symbolic.algebra.trees import Rewrite
from symbolic.algebra.words import tree_text

_RELATIONS = {sp.Eq: "=", sp.Ne: "!=", sp.Lt: "<", sp.Le: "<=", sp.Gt: ">", sp.Ge: ">="}
_OPPOSITE = {"=": "!=", "!=": "=", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
_PRINTED = {"=": "=", "!=": "≠", "<": "<", "<=": "≤", ">": ">", ">=": "≥"}


@dataclass(frozen=True, slots=True)
class Atom:
    """``left relation right``."""

    left: sp.Expr
    relation: str
    right: sp.Expr

    def __str__(self) -> str:
        return f"{tree_text(self.left)} {_PRINTED[self.relation]} {tree_text(self.right)}"

    def map(self, change: Rewrite) -> "Atom":
        """The atom with both sides changed."""
        return Atom(change(self.left), self.relation, change(self.right))


@dataclass(frozen=True, slots=True)
class All:
    """Every part."""

    parts: "tuple[Formula, ...]"


@dataclass(frozen=True, slots=True)
class Some:
    """At least one part."""

    parts: "tuple[Formula, ...]"


@dataclass(frozen=True, slots=True)
class Under:
    """``conclusion`` where ``hypothesis`` holds; the conclusion may mean nothing elsewhere."""

    hypothesis: "Formula"
    conclusion: "Formula"


Formula: TypeAlias = Atom | All | Some | Under


def read(formula: Boolean) -> Formula:
    """The formula of a statement.

    Raises:
        OutOfReach: if it is neither a relation nor one of and, or, not, implies, iff.
    """
    if isinstance(formula, Relational):
        return Atom(formula.lhs, _RELATIONS[type(formula)], formula.rhs)
    parts = tuple(read(part) for part in formula.args)
    match formula:
        case sp.And():
            return All(parts)
        case sp.Or():
            return Some(parts)
        case sp.Not():
            return negation(parts[0])
        case sp.Implies():
            return Under(parts[0], parts[1])
        case sp.Equivalent() if len(parts) == 2:
            return All((Under(parts[0], parts[1]), Under(parts[1], parts[0])))
        case _:
            raise OutOfReach(f"{type(formula).__name__} is not known here")


def negation(formula: Formula) -> Formula:
    """Not ``formula``."""
    match formula:
        case Atom(left, relation, right):
            return Atom(left, _OPPOSITE[relation], right)
        case All(parts):
            return Some(tuple(negation(part) for part in parts))
        case Some(parts):
            return All(tuple(negation(part) for part in parts))
        case Under(hypothesis, conclusion):
            return All((hypothesis, negation(conclusion)))


def flatten(hypotheses: tuple[Formula, ...]) -> tuple[list[Atom], list[Some]]:
    """The relations among the hypotheses, and the alternatives."""
    atoms: dict[Atom, None] = {}
    alternatives: list[Some] = []
    for formula in hypotheses:
        match formula:
            case Atom():
                atoms.setdefault(formula)
            case All(parts):
                inner, more = flatten(parts)
                atoms.update(dict.fromkeys(inner))
                alternatives += more
            case Some():
                alternatives.append(formula)
            case Under(hypothesis, conclusion):
                alternatives.append(Some((negation(hypothesis), All((hypothesis, conclusion)))))
    return list(atoms), alternatives


def trees(atoms: list[Atom]) -> Iterator[sp.Expr]:
    """Both sides of each atom."""
    for atom in atoms:
        yield atom.left
        yield atom.right
