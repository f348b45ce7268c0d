"""What a pin is: the statement of a claim as Rocq reads it, and the short script by which it follows from a theorem of the development."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from proofs.kernel.printer import proposition
from symbolic.claim import Claim
from symbolic.statement import Statement


@dataclass(frozen=True)
class Generated:
    """The statement is printed from the claim's own ``Statement``; ``proof`` derives it from ``theorem`` of the development."""

    theorem: str
    proof: str


@dataclass(frozen=True)
class Written:
    """A claim that is not first-order: its statement is written out by hand, over the terms of the standard library and Coquelicot."""

    theorem: str
    statement: str
    proof: str


Pin: TypeAlias = Generated | Written


@dataclass(frozen=True)
class Pinned:
    """One pin as the audit checks it: the claim's label, the theorem it rests on, the proposition, its proof, whether written by hand."""

    label: str
    theorem: str
    proposition: str
    proof: str
    written: bool

    @property
    def module(self) -> str:
        """The module of the development that holds the theorem."""
        return self.theorem.rpartition(".")[0]


def pinned(claims: Mapping[str, Claim], pins: Mapping[str, Pin]) -> tuple[Pinned, ...]:
    """The pins of those claims that ask for the kernel, in the order of the claims.

    Raises:
        PrinterError: if a generated pin's statement cannot be printed.
    """
    return tuple(_pinned(claims[label], pins[label]) for label in claims if label in pins and "kernel" in claims[label].families)


def _pinned(claim: Claim, pin: Pin) -> Pinned:
    match pin:
        case Generated(theorem=theorem, proof=proof):
            if not isinstance(claim.content, Statement):
                raise TypeError(f"{claim.label}: only a Statement can be printed; write the pin out")
            return Pinned(claim.label, theorem, proposition(claim.content), proof, False)
        case Written(theorem=theorem, statement=statement, proof=proof):
            return Pinned(claim.label, theorem, statement, proof, True)
