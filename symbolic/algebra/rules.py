"""The rules by which the sign of an irreducible polynomial is sought, in the order in which they are tried."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from flint import fmpz_mpoly

from symbolic.algebra import comparison, elimination, logarithmic, shapes

if TYPE_CHECKING:
    from symbolic.algebra.order import Order

Apply: TypeAlias = "Callable[[Order, fmpz_mpoly, int, bool], tuple[int, str]]"


@dataclass(frozen=True, slots=True)
class Rule:
    """(order, polynomial, depth, strict) → the signs left, and why; a ``cheap`` rule is tried before any sampling."""

    apply: Apply
    cheap: bool


RULES = (
    Rule(shapes.kind, cheap=True),
    Rule(shapes.constant, cheap=True),
    Rule(shapes.monomials, cheap=True),
    Rule(logarithmic.guarded, cheap=False),
    Rule(comparison.exponentials, cheap=False),
    Rule(shapes.one_variable, cheap=False),
    Rule(comparison.roots, cheap=False),
    Rule(shapes.quadratic, cheap=False),
    Rule(elimination.elimination, cheap=False),
    Rule(elimination.difference, cheap=False),
)
