"""What is known of a claim once it has been checked."""

from dataclasses import dataclass

from proofs.finding import UNDISCHARGED, Finding
from symbolic.claim import Claim, Declared
from symbolic.verdict import Proved, Refuted, Undecided, Verdict


@dataclass(frozen=True, slots=True)
class Result:
    """What is known of a claim.

    ``verdict`` is None for a Remark, and for a claim that was not run (then ``not_run`` says why); ``assumptions`` are those of a
    proved claim, down to the leaves; ``uses`` are the claims it rests on, solver lemmas included.
    """

    claim: Claim
    verdict: Verdict | None
    findings: tuple[Finding, ...] = ()
    assumptions: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()
    not_run: str = ""

    @property
    def seconds(self) -> float:
        """The time its deciders took."""
        return sum(f.seconds for f in self.findings)

    @property
    def as_declared(self) -> bool:
        """Whether it came out as its author declared; a Remark always does, and what was not run has not come out otherwise."""
        match self.verdict:
            case None:
                return True
            case Proved():
                return self.claim.declared is Declared.PROVED
            case Refuted():
                return self.claim.declared is Declared.REFUTED
            case _:
                return False

    @property
    def opposed(self) -> bool:
        """Whether the verdict is the opposite of the declaration."""
        return isinstance(self.verdict, Proved | Refuted) and not self.as_declared

    @property
    def undischarged(self) -> str:
        """The domain condition for want of which the claim was not decided; empty where that was not the reason."""
        if isinstance(self.verdict, Proved | Refuted):
            return ""
        reasons = [f.verdict.reason for f in self.findings if isinstance(f.verdict, Undecided)]
        return next((reason for reason in reasons if reason.startswith(UNDISCHARGED)), "")
