"""The report of the last whole check that came out as declared, kept while nothing changed: to show it again needs no sympy.

Like the ledger it is a cache, not evidence: ``check --fresh`` and CI ignore it.
"""

import time
from collections.abc import Mapping, Sequence
from typing import Any

from proofs.environment import NEEDS, environment, missing
from proofs.kernel import coq
from proofs.places import LAYERS, cache, digest, first_sources, read, write


def key(*, now: bool = False) -> list[Any]:
    """Everything on which a report depends: every source file, the versions of what decides, the families that can run.

    The files are as this process saw them first, or as they are ``now``.
    """
    able = {family: missing(family) for family in NEEDS}
    return [digest(LAYERS, files=None if now else first_sources()), environment(), able, "" if able["kernel"] else coq.version()]


def kept() -> dict[str, Any] | None:
    """The report, if everything is as it was; its time is that of finding this out."""
    start = time.perf_counter()
    match read(cache() / "kept.json"):
        case {"key": known, "report": dict(report)} if known == key() and _is_report(report):
            report["summary"]["seconds"] = round(time.perf_counter() - start, 3)
            return report
    return None


def keep(report: Mapping[str, Any], made_of: Sequence[Any]) -> None:
    """Keep a report of all claims, each of which came out as declared, under the `key` taken before the first of them was read.

    Not where a file has changed since; and not where Rocq fell silent, which may fare better again.
    """
    findings = (f for c in report["claims"] for f in c["findings"])
    if any(f["family"] == "kernel" and f["verdict"] not in ("proved", "refuted") for f in findings):
        return
    if key(now=True) == made_of:
        write(cache() / "kept.json", {"key": made_of, "report": report})


def _is_report(report: Mapping[str, Any]) -> bool:
    """Whether it has the form of a report in which all is as declared."""
    match report:
        case {
            "schema": 1,
            "version": str(),
            "environment": dict(),
            "not_run": [*absent],
            "summary": {"unexpected": 0, "seconds": int() | float()},
            "claims": [_, *_] as claims,
        }:
            return all(map(_is_family, absent)) and all(map(_is_claim, claims))
    return False


def _is_family(row: Any) -> bool:
    match row:
        case {"family": str(), "reason": str()}:
            return True
    return False


def _is_claim(row: Any) -> bool:
    match row:
        case {
            "label": str(),
            "verdict": None | "proved" | "refuted" | "corroborated" | "undecided" | "not_run",
            "as_declared": None | True,
            "seconds": int() | float(),
            "families": [*families],
            "findings": [*findings],
        }:
            return all(isinstance(family, str) for family in families) and all(map(_is_finding, findings))
    return False


def _is_finding(row: Any) -> bool:
    match row:
        case {"family": str(), "verdict": str()}:
            return True
    return False
