"""Reads the report of a real run, and refuses one that is not of the claims as they stand."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from proofs.ledger import whole_key
from symbolic.claim import Claim


class StaleReportError(Exception):
    """The report says nothing of a claim, or was made before the claim or its deciders changed; the message says what to do."""


@dataclass(frozen=True)
class Found:
    """What one decider found of a claim, or of one part of its derivation."""

    decider: str
    family: str
    verdict: str
    seconds: float
    where: str
    detail: str
    evidence: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reported:
    """What the run found of a claim; ``verdict`` is proved, refuted, corroborated, undecided, not_run, or empty for a remark."""

    claim: Claim
    verdict: str
    as_declared: bool | None
    seconds: float
    families: tuple[str, ...] = ()
    findings: tuple[Found, ...] = ()
    assumptions: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()

    @property
    def witness(self) -> str:
        """The point at which a refuted claim fails, and what is seen there."""
        return next((f.detail for f in self.findings if f.verdict == "refuted"), "")


@dataclass(frozen=True)
class Account:
    """A run's account of every claim, in the order of the paper, and of the run itself."""

    results: Mapping[str, Reported]
    summary: Mapping[str, Any]
    environment: Mapping[str, str]
    not_run: tuple[tuple[str, str], ...] = ()
    used_by: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def claims(self) -> dict[str, Claim]:
        """The claims by label."""
        return {label: r.claim for label, r in self.results.items()}


def account(report: Mapping[str, Any], claims: Mapping[str, Claim]) -> Account:
    """The report's account of ``claims``.

    Raises:
        StaleReportError: where it lacks a claim, or its digest of one is not that of the claim as it stands.
    """
    rows = {row["label"]: row for row in report["claims"]}
    if absent := [label for label in claims if label not in rows]:
        raise StaleReportError(f"the report says nothing of {', '.join(absent[:3])}: make it again by `grpo-companion check --json`")
    found = {label: _reported(rows[label], claim, whole_key(claim, claims)) for label, claim in claims.items()}
    used_by: dict[str, list[str]] = {label: [] for label in claims}
    for label, r in found.items():
        for used in r.uses:
            used_by[used].append(label)
    not_run = tuple((row["family"], row["reason"]) for row in report["not_run"])
    users = {label: tuple(by) for label, by in used_by.items()}
    return Account(found, report["summary"], report["environment"], not_run, users)


def _reported(row: Mapping[str, Any], claim: Claim, digest: str) -> Reported:
    declared = claim.declared.value if claim.declared else None
    if row.get("digest") != digest or row["declared"] != declared:
        raise StaleReportError(f"the report is older than {claim.label}: make it again by `grpo-companion check --json`")
    findings = tuple(
        Found(f["decider"], f["family"], f["verdict"], f["seconds"], f["where"], f["detail"], tuple(f["evidence"]), tuple(f["assumptions"]))
        for f in row["findings"]
    )
    return Reported(
        claim,
        row["verdict"] or "",
        row["as_declared"],
        row["seconds"],
        tuple(row["families"]),
        findings,
        tuple(row["assumptions"]),
        tuple(row["uses"]),
    )
