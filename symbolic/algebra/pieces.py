"""Abs, Min and Max: what each of them is in which case, and which case the hypotheses leave."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import sympy as sp

from symbolic.algebra import sign
from symbolic.algebra.case import Branches, Case, Solved, make_case
from symbolic.algebra.facts import Effort
from symbolic.algebra.field import NeedsRoots, NeedsSign
from symbolic.algebra.formula import Atom
from symbolic.algebra.ring import Crowded, OutOfReach
from symbolic.algebra.trees import PIECES, differentiating, mul

ZERO = sp.Integer(0)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a piece is where the conditions hold; the conditions of a piece's meanings together leave out nothing."""

    value: sp.Expr
    conditions: tuple[Atom, ...]


def innermost_pieces(trees: Iterable[sp.Expr]) -> list[sp.Expr]:
    """The pieces with no other inside them, the simplest first."""
    found: dict[sp.Expr, None] = {}
    for tree in trees:
        _find(tree, found)
    return sorted(found, key=lambda piece: sum(1 for _ in sp.preorder_traversal(piece)))


def _find(tree: sp.Expr, found: dict[sp.Expr, None]) -> bool:
    """Whether a piece stands in the tree; those with no other inside them are put into ``found``."""
    inside = False
    for a in tree.args:
        inside |= isinstance(a, sp.Expr) and bool(a.args) and _find(a, found)
    if isinstance(tree, PIECES):
        if not inside:
            found.setdefault(tree)
        return True
    return inside


def meanings(piece: sp.Expr) -> list[Meaning]:
    """What the piece is, by cases."""
    if isinstance(piece, sp.Abs):
        a = piece.args[0]
        return [Meaning(a, (Atom(a, ">=", ZERO),)), Meaning(mul(sp.Integer(-1), a), (Atom(a, "<=", ZERO),))]
    relation = "<=" if isinstance(piece, sp.Min) else ">="
    return [Meaning(a, tuple(Atom(a, relation, b) for b in piece.args if b is not a)) for a in piece.args]


@dataclass(slots=True)
class MadeCases:
    """The last case made, to ask it again where the hypotheses are the same."""

    effort: Effort
    atoms: list[Atom] = field(default_factory=list)
    last: Case | None = None

    def case(self, atoms: list[Atom], more: list[sp.Expr]) -> Case:
        """The case of the hypotheses, whose field has room for ``more``.

        Raises:
            as `make_case` does.
        """
        if self.last is not None and self.atoms == atoms:
            try:
                for tree in more:
                    self.last.translate(tree)
                return self.last
            except (NeedsRoots, Crowded):
                pass
        self.last, self.atoms = make_case(atoms, more, self.effort), atoms
        return self.last


def known_values(pieces: Sequence[sp.Expr], atoms: list[Atom], made: "MadeCases") -> dict[sp.Expr, sp.Expr]:
    """The values of those pieces of which the hypotheses are seen to give one.

    Raises:
        Contradictory: if the hypotheses exclude each other.
    """
    take = differentiating()
    choices = {piece: [Meaning(m.value, tuple(c.map(take) for c in m.conditions)) for m in meanings(piece)] for piece in pieces}
    conditions = [c for options in choices.values() for m in options for c in m.conditions]
    usable = [a.map(take) for a in atoms if a.relation != "=" and not (a.left.has(*PIECES) or a.right.has(*PIECES))]
    values: dict[sp.Expr, sp.Expr] = {}
    try:
        case = made.case(usable, [t for c in conditions for t in (c.left, c.right)])
        for piece, options in choices.items():
            for option in options:
                if all(_holds(case, c) for c in option.conditions):
                    # The value as it stands in the piece, its derivatives not taken.
                    values[piece] = meanings(piece)[options.index(option)].value
                    break
    except (OutOfReach, NeedsSign, Solved, Branches):
        pass
    return values


def _holds(case: Case, c: Atom) -> bool:
    return not case.order.of_quotient(case.normal_form(c), strict=False) & ~sign.ALLOWED[c.relation]
