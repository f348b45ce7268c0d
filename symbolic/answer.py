"""What an exact language answers when asked about a statement: not yet a verdict.

Only ``proofs/deciders.py`` turns an answer into a verdict, after the domain conditions are discharged, the hypotheses are seen
to be satisfiable, and a candidate is confirmed in rigorous arithmetic.
"""

from dataclasses import dataclass
from typing import TypeAlias

import sympy as sp


@dataclass(frozen=True, slots=True)
class Holds:
    """The statement follows, provided its domain conditions hold.

    ``by`` names the argument, ``evidence`` tells it in lines, ``assumptions`` are labels of the solver lemmas used.
    """

    by: str
    evidence: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """Points at which the statement may fail; each is nothing until rigorous evaluation has confirmed it."""

    points: tuple[dict[sp.Symbol, sp.Rational], ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """No answer, and why."""

    reason: str


Answer: TypeAlias = Holds | Candidate | Unknown
