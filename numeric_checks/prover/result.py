"""What the prover answers: a proof by enclosure, a witness, or why the question stays open."""

from dataclasses import dataclass
from typing import Any, TypeAlias

from symbolic.verdict import Witness


@dataclass(frozen=True)
class Enclosed:
    """The statement is true: ``plan`` is the proof as a tree to be read, ``certificate`` the data that `numeric_checks.replay` accepted."""

    plan: dict[str, Any]
    certificate: dict[str, Any]


@dataclass(frozen=True)
class Witnessed:
    """The statement is false at the witness, by rigorous evaluation."""

    witness: Witness


@dataclass(frozen=True)
class Open:
    """Neither proved nor refuted, and why."""

    reason: str


Found: TypeAlias = Enclosed | Witnessed | Open
