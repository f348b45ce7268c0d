"""The report of the last whole check that came out as declared, kept while nothing changed: to show it again needs no sympy.

Like the ledger it is a cache, not evidence: ``check --fresh`` and CI ignore it.
"""

import time
from collections.abc import Mapping
from typing import Any

from proofs.environment import NEEDS, environment, missing
from proofs.kernel import coq
from proofs.places import cache, digest, read, write


def _key() -> list[Any]:
    """Everything on which a report depends: every source file, the versions of what decides, the families that can run."""
    able = {family: missing(family) for family in NEEDS}
    return [digest(("symbolic", "numeric_checks", "proofs")), environment(), able, "" if able["kernel"] else coq.version()]


def kept() -> dict[str, Any] | None:
    """The report, if everything is as it was; its time is that of finding this out."""
    start = time.perf_counter()
    match read(cache() / "kept.json"):
        case {"key": key, "report": dict(report)} if key == _key():
            report["summary"]["seconds"] = round(time.perf_counter() - start, 3)
            return report
    return None


def keep(report: Mapping[str, Any]) -> None:
    """Keep a report of all claims, each of which came out as declared; not where Rocq fell silent, which may fare better again."""
    findings = (f for c in report["claims"] for f in c["findings"])
    if any(f["family"] == "kernel" and f["verdict"] not in ("proved", "refuted") for f in findings):
        return
    write(cache() / "kept.json", {"key": _key(), "report": report})
