"""What one decider found about one claim, or about one part of a derivation."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, assert_never

from symbolic.verdict import Corroborated, Proved, Refuted, Undecided, Verdict, Witness

UNDISCHARGED = "undischarged: "
"""How the reason begins where a domain condition does not follow from the hypotheses."""

CHANGED = "a file changed during the run: check it again"
"""The reason why findings are withheld of a claim that is not the one whose key was taken."""


@dataclass(frozen=True, slots=True)
class Finding:
    """The verdict of one decider: its name, its family, the seconds it took, and where in a derivation (empty for the whole claim)."""

    decider: str
    family: str
    verdict: Verdict
    seconds: float
    where: str = ""


def name(verdict: Verdict) -> str:
    """The word for a verdict: proved, corroborated, refuted or undecided."""
    return type(verdict).__name__.lower()


def detail(verdict: Verdict) -> str:
    """One line that says why."""
    match verdict:
        case Proved(by=by):
            return by
        case Corroborated(trials=trials, detail=more):
            return f"holds at {trials} points" + (f"; {more}" if more else "")
        case Refuted(witness=witness):
            return str(witness)
        case Undecided(reason=reason):
            return reason
        case _:
            assert_never(verdict)


def witness(verdict: Verdict) -> Witness | None:
    """The point at which a refuted statement fails."""
    return verdict.witness if isinstance(verdict, Refuted) else None


def as_json(finding: Finding) -> dict[str, Any]:
    """The finding as the reports write it."""
    shown = witness(finding.verdict)
    return {
        "decider": finding.decider,
        "family": finding.family,
        "verdict": name(finding.verdict),
        "seconds": round(finding.seconds, 4),
        "where": finding.where,
        "detail": detail(finding.verdict),
        "evidence": list(finding.verdict.evidence) if isinstance(finding.verdict, Proved) else [],
        "assumptions": list(finding.verdict.assumptions) if isinstance(finding.verdict, Proved) else [],
        "witness": None if shown is None else {"point": dict(shown.point), "shows": shown.shows},
    }


def fields(verdict: Verdict) -> Mapping[str, Any]:
    """Everything the verdict holds, for the ledger; `proofs.deciders.restored` reads it back."""
    match verdict:
        case Proved(by=by, evidence=evidence, assumptions=assumptions):
            return {"verdict": "proved", "by": by, "evidence": evidence, "assumptions": assumptions}
        case Corroborated(trials=trials, detail=more):
            return {"verdict": "corroborated", "trials": trials, "detail": more}
        case Refuted(witness=shown):
            return {"verdict": "refuted", "point": shown.point, "shows": shown.shows}
        case Undecided(reason=reason):
            return {"verdict": "undecided", "reason": reason}
        case _:
            assert_never(verdict)
