"""What trying a statement at many points can say: never that it is proved."""

from dataclasses import dataclass
from fractions import Fraction

import sympy as sp

from symbolic.verdict import Witness


@dataclass(frozen=True, slots=True)
class Falsified:
    """The statement fails at the witness, by rigorous evaluation."""

    witness: Witness


@dataclass(frozen=True, slots=True)
class Survived:
    """No failure at ``trials`` points (at least 1) that satisfy the hypotheses; ``detail`` says how they were chosen and decided."""

    trials: int
    detail: str


@dataclass(frozen=True, slots=True)
class Suspect:
    """Points at which the statement seems to fail; each is nothing until rigorous evaluation has confirmed it."""

    points: tuple[dict[sp.Symbol, Fraction], ...]
    detail: str


@dataclass(frozen=True, slots=True)
class NoSample:
    """No point that satisfies the hypotheses was found, and why: nothing was tried, and that is no success."""

    reason: str
