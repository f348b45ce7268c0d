"""What a pin is: the statement of a claim as Rocq reads it, and the short script by which it follows from a theorem of the development."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import TypeAlias

from proofs.kernel.printer import negation, proposition, relation
from symbolic.claim import Claim, Declared, Remark
from symbolic.statement import Statement
from symbolic.theorems import SumRelation


@dataclass(frozen=True)
class Generated:
    """The statement is printed from the claim's own ``Statement``; ``proof`` derives it from ``theorem`` of the development.

    ``theorem`` is empty where the proof needs none.  The statement of a claim declared refuted is the negation: some values satisfy
    the hypotheses and not the conclusion.
    """

    theorem: str
    proof: str


@dataclass(frozen=True)
class Written:
    """A claim that is not first-order: its statement is written out by hand, over the terms of the standard library and Coquelicot.

    ``reads`` is the digest (`read`) of the claim's conclusion as it was when the two were compared.
    """

    theorem: str
    statement: str
    proof: str
    reads: str


Pin: TypeAlias = Generated | Written


class PinError(Exception):
    """A pin does not fit its claim; the message says why."""


@dataclass(frozen=True)
class Pinned:
    """One pin as the audit checks it: the claim's label, the theorem it rests on, the proposition, its proof, whether written by hand."""

    label: str
    theorem: str
    proposition: str
    proof: str
    written: bool

    @property
    def modules(self) -> tuple[str, ...]:
        """The modules of the development that hold the theorem and whatever else the proof names."""
        return tuple(dict.fromkeys(re.findall(r"\bGRPO\.(\w+)\.", f"{self.theorem}. {self.proof}")))


def concluded(claim: Claim) -> Statement | SumRelation | str:
    """What the claim says: its statement, or the conclusion of its derivation; empty for a remark."""
    match claim.content:
        case Statement() as statement:
            return statement
        case Remark():
            return ""
        case derivation:
            return derivation.conclusion


def read(claim: Claim) -> str:
    """A digest of what the claim says."""
    return sha256(str(concluded(claim)).encode()).hexdigest()[:12]


def pinned(claim: Claim, pin: Pin) -> Pinned:
    """The pin with its statement.

    Raises:
        PinError: if a pin that is to be printed belongs to a claim that is no single statement, or the claim of one written by hand has
            changed since.
        PrinterError: if the statement cannot be printed.
    """
    match pin:
        case Generated(theorem=theorem, proof=proof):
            match concluded(claim):
                case Statement() as said:
                    printed = negation(said) if claim.declared is Declared.REFUTED else proposition(said)
                case SumRelation() as said if claim.declared is Declared.PROVED:
                    printed = relation(said)
                case _:
                    raise PinError(f"{claim.label}: only a Statement or a relation between sums can be printed; write the pin out")
            return Pinned(claim.label, theorem, printed, proof, False)
        case Written(theorem=theorem, statement=statement, proof=proof, reads=reads):
            if isinstance(concluded(claim), Statement):
                raise PinError(f"{claim.label}: a Statement is printed, not written by hand")
            if read(claim) != reads:
                raise PinError(f"{claim.label} has changed since its pin was written; compare the two, then let it read {read(claim)}")
            return Pinned(claim.label, theorem, statement, proof, True)


def pinned_all(claims: Mapping[str, Claim], pins: Mapping[str, Pin]) -> tuple[Pinned, ...]:
    """The pins of those claims that have one, in the order of the claims.

    Raises:
        PinError, PrinterError: as `pinned`.
    """
    return tuple(pinned(claim, pins[label]) for label, claim in claims.items() if label in pins)
