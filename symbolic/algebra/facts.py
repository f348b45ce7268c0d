"""What is known in a case and may be spent on a query: the terms in which signs are sought."""

from dataclasses import dataclass
from typing import TypeAlias

from flint import fmpz_mpoly

from symbolic.algebra.factoring import Factored
from symbolic.algebra.formula import Atom

DEEPEST = 7
"""Bound on how far the sign of one polynomial is sought in those of others."""
SHALLOW = DEEPEST
"""The depth from which hypotheses are looked at as they are loaded."""
Reason: TypeAlias = Atom | str
"""A hypothesis, or words."""


class Contradictory(Exception):  # noqa: N818
    """The hypotheses of the case exclude each other: it is empty, and everything holds in it."""


class Effort:
    """How much a whole query may still do, in polynomials looked at (about 50 µs each), and what it factored, by size of ring."""

    def __init__(self, limit: int) -> None:
        self.left = limit
        self.factored: dict[int, Factored] = {}


@dataclass(frozen=True, slots=True)
class Product:
    """A hypothesis on the sign of a product whose factors' own signs are not known: f**m, each with its multiplicity."""

    factors: tuple[tuple[fmpz_mpoly, int], ...]
    mask: int
    reason: Reason
