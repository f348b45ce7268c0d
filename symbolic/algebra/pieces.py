"""Abs, Min and Max: what each of them is in which case, and which case the hypotheses leave."""

from collections.abc import Sequence
from dataclasses import dataclass

import sympy as sp

from symbolic.algebra import sign
from symbolic.algebra.case import Branches, Case, Solved, make_case
from symbolic.algebra.field import NeedsSign
from symbolic.algebra.formula import Atom
from symbolic.algebra.order import Effort
from symbolic.algebra.ring import OutOfReach
from symbolic.algebra.trees import PIECES, differentiating, mul

ZERO = sp.Integer(0)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a piece is where the conditions hold; the conditions of a piece's meanings together leave out nothing."""

    value: sp.Expr
    conditions: tuple[Atom, ...]


def innermost_piece(trees: Sequence[sp.Expr]) -> sp.Expr | None:
    """A piece with no other inside it."""
    for tree in trees:
        for node in sp.postorder_traversal(tree):
            if isinstance(node, PIECES):
                return node
    return None


def meanings(piece: sp.Expr) -> list[Meaning]:
    """What the piece is, by cases."""
    if isinstance(piece, sp.Abs):
        a = piece.args[0]
        return [Meaning(a, (Atom(a, ">=", ZERO),)), Meaning(mul(sp.Integer(-1), a), (Atom(a, "<=", ZERO),))]
    relation = "<=" if isinstance(piece, sp.Min) else ">="
    return [Meaning(a, tuple(Atom(a, relation, b) for b in piece.args if b is not a)) for a in piece.args]


def known_meaning(choices: list[Meaning], atoms: list[Atom], effort: Effort) -> Meaning | None:
    """The meaning that the hypotheses give, if they are seen to give one.

    Raises:
        Contradictory: if the hypotheses exclude each other.
    """
    take = differentiating()
    conditions = [[c.map(take) for c in choice.conditions] for choice in choices]
    usable = [a.map(take) for a in atoms if a.relation != "=" and not (a.left.has(*PIECES) or a.right.has(*PIECES))]
    try:
        case = make_case(usable, [t for cs in conditions for c in cs for t in (c.left, c.right)], effort)
        for choice, cs in zip(choices, conditions, strict=True):
            if all(_holds(case, c) for c in cs):
                return choice
    except (OutOfReach, NeedsSign, Solved, Branches):
        return None
    return None


def _holds(case: Case, c: Atom) -> bool:
    return not case.order.of_quotient(case.normal_form(c), strict=False) & ~sign.ALLOWED[c.relation]
