"""Runs a check: reads what the ledger knows, decides the rest in processes, and composes the results."""

import os
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from proofs.audited import Audit
from proofs.catalogue import CatalogueError, Fault, load, shown
from proofs.checking import agree, results
from proofs.environment import missing
from proofs.finding import CHANGED, Finding, detail
from proofs.ledger import Ledger, folder, key
from proofs.result import Result
from symbolic.claim import Claim, Remark
from symbolic.verdict import Proved

Progress = Callable[[int, int, str], None]
"""Told how many claims are decided, of how many, and the label of the last."""


@dataclass(frozen=True)
class Run:
    """A check that came to its end: the results in the order of the paper, families that could not run, faults of the catalogue.

    A claim that changed during the run is a fault too.
    """

    results: dict[str, Result]
    not_run: tuple[tuple[str, str], ...]
    faults: tuple[Fault, ...]
    seconds: float


class Interrupted(KeyboardInterrupt):
    """The run was stopped by hand after ``done`` of ``total`` claims were decided; these are kept."""

    def __init__(self, done: int, total: int) -> None:
        super().__init__(f"interrupted: {done} of {total} claims were decided and are kept; run it again to go on")


def run(
    labels: Iterable[str] = (),
    *,
    alone: bool = False,
    jobs: int | None = None,
    seconds: float = 60.0,
    fresh: bool = False,
    progress: Progress | None = None,
) -> Run:
    """Check all claims, or those named with what they use and the solver lemmas that their proofs rest on.

    Args:
        labels: labels, or prefixes that name groups; none for all claims.
        alone: the labels are whole ones and name no groups.
        jobs: processes to use; by default one a core.
        seconds: time allowed for each claim.
        fresh: take nothing from the ledger.
        progress: called after each claim.

    Raises:
        CatalogueError: for an unknown or malformed label among ``labels``, and where there are no claims.
        ContradictionError: where one decider proves what another refutes.
        Interrupted: on Ctrl-C.
    """
    start = time.perf_counter()
    found = load()
    labels = tuple(labels)
    selected = found.closure(labels) if alone else found.select(labels) if labels else tuple(found.claims)
    if not selected:
        raise CatalogueError("; ".join(f.message for f in found.faults) or "there are no claims here: nothing to check")
    findings: dict[str, tuple[Finding, ...]] = {}
    ignored = fresh or bool(os.environ.get("CI"))
    audit = None
    try:
        audit = Audit(found.claims, selected, jobs, ignored)
        while todo := [label for label in selected if label not in findings]:
            _decide(found.claims, todo, findings, jobs, seconds, ignored, progress)
            lemmas = {a for fs in findings.values() for f in fs if isinstance(f.verdict, Proved) for a in f.verdict.assumptions}
            selected = found.closure((*selected, *(lemmas & found.claims.keys())))
        for label, fs in audit.findings(seconds, progress):
            findings[label] = (*findings[label], *fs)
            agree(found.claims[label], findings[label])
    except KeyboardInterrupt:
        raise Interrupted(len(findings), len(selected)) from None
    finally:
        if audit is not None:
            audit.stop()
    done = results({label: found.claims[label] for label in selected}, findings)
    families = dict.fromkeys(family for r in done.values() if not isinstance(r.claim.content, Remark) for family in r.claim.families)
    not_run = tuple((family, reason) for family in families if (reason := missing(family)))
    faults = (*(() if labels else found.faults), *_changed(done))
    return Run(done, not_run, faults, time.perf_counter() - start)


def _changed(done: Mapping[str, Result]) -> tuple[Fault, ...]:
    """The fault, one for all, of claims that were not as they had been when they came to be decided."""
    labels = [label for label, r in done.items() if any(detail(f.verdict) == CHANGED for f in r.findings)]
    if not labels:
        return ()
    more = f" and {len(labels) - 1} more" if labels[1:] else ""
    return (Fault(f"{shown(done[labels[0]].claim.declared_at)}: claim {labels[0]!r}{more}: {CHANGED}", frozenset(labels)),)


def _decide(
    claims: Mapping[str, Claim],
    todo: list[str],
    findings: dict[str, tuple[Finding, ...]],
    jobs: int | None,
    seconds: float,
    ignored: bool,
    progress: Progress | None,
) -> None:
    """Fill in the findings of ``todo``: from the ledger where it fits and is not ignored, else by the deciders."""
    ledger = Ledger(folder())
    keys = {label: key(claims[label], claims) for label in todo}
    for label in todo:
        known = () if isinstance(claims[label].content, Remark) else None if ignored else ledger.read(label, keys[label])
        if known is not None:
            agree(claims[label], known)
            findings[label] = known
    total = len(findings) + len(left := [label for label in todo if label not in findings])
    if not left:
        return
    from proofs.pool import cores, decide_all

    left.sort(key=ledger.seconds, reverse=True)
    for label, fs in decide_all({label: keys[label] for label in left}, jobs or cores(), seconds):
        agree(claims[label], fs)
        findings[label] = fs
        ledger.write(label, keys[label], fs)
        if progress is not None:
            progress(len(findings), total, label)
