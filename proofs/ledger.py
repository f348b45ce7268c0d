"""Remembers findings between runs: a cache, not evidence.

One file a claim.  An entry fits only if its key does: the content of every statement, the families asked, the code of the deciders and
the versions of the solvers.  What does not fit, or cannot be read, is decided again.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import cache as memo
from pathlib import Path
from typing import Any

import sympy as sp

from proofs.catalogue import SECTIONS
from proofs.checking import parts, rests
from proofs.deciders import restored
from proofs.environment import environment, missing
from proofs.finding import Finding, fields
from proofs.places import LAYERS, cache, digest, first_sources, read, write
from symbolic.claim import Claim
from symbolic.statement import Statement
from symbolic.verdict import Proved, Refuted

KERNEL = "kernel"
"""The family that decides claims as a whole, by one audit for all: its findings are kept apart."""
_CLAIMS = tuple(f"proofs/{section}" for section in SECTIONS)
_NOT_CODE = (
    "symbolic/derivations",
    "numeric_checks/dynamics",
    "proofs/cli",
    "proofs/figures",
    "proofs/pages",
    "proofs/rocq",
    "proofs/kernel",
    *_CLAIMS,
)
"""The folders whose content reaches a verdict only through the statements themselves, through the audit, which has a key of its own, or not
at all."""


def folder() -> Path:
    """Where the ledger lies."""
    return cache() / "ledger"


@memo
def code() -> str:
    """The digest of all code that decides, as this process saw it first; the claims' own files are not in it, their content is part of
    each key."""
    return digest(LAYERS, _NOT_CODE, first_sources())


def code_now() -> str:
    """The same of the code as it is now."""
    return digest(LAYERS, _NOT_CODE)


def key(claim: Claim, claims: Mapping[str, Claim], program: str | None = None) -> str:
    """The digest of everything on which the claim's findings depend, less those of the Rocq kernel; ``program`` by default is `code`."""
    resting = rests(claim, claims)
    asked = [(part.where, content(part.statement)) for part in parts(claim) if part.where not in resting]
    able = [(family, missing(family)) for family in claim.families if family != KERNEL]
    return _digest([asked, able, program or code(), environment()])


def whole_key(claim: Claim, claims: Mapping[str, Claim]) -> str:
    """The digest of everything on which any of the claim's findings depends, those of the Rocq kernel included."""
    return f"{key(claim, claims)}{kernel_key(claim)}"


def kernel_key(claim: Claim) -> str:
    """The digest of everything on which the Rocq kernel's finding depends; empty where it cannot speak of the claim."""
    from proofs.kernel.project import edition

    if KERNEL not in claim.families or missing(KERNEL) is not None or not (audited := edition(claim.label)):
        return ""
    return _digest([stated(claim), audited])


def stated(claim: Claim, now: bool = False) -> str:
    """The digest of what the claim says and of the code that compares it with what the kernel accepted: as it is ``now``, or was first."""
    from proofs.kernel.pins import concluded
    from proofs.kernel.project import code as kernel_code

    said = concluded(claim)
    program = [code_now(), kernel_code(now=True)] if now else [code(), kernel_code()]
    return _digest([content(said) if isinstance(said, Statement) else str(said), *program, environment()])


def _digest(parts: list[Any]) -> str:
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def content(statement: Statement) -> str:
    """The statement's expression trees, exactly as they stand."""
    return " ; ".join(_tree(formula) for formula in (*statement.given, statement.holds))


@memo
def _tree(e: sp.Basic) -> str:
    """As ``sympy.srepr``, without its sorting of terms: twenty times as fast."""
    if isinstance(e, sp.Symbol):
        return repr(e.name)
    return f"{type(e).__name__}({','.join(map(_tree, e.args))})" if e.args else str(sp.srepr(e))


class Ledger:
    """The entries in one folder."""

    def __init__(self, place: Path) -> None:
        self.place = place

    def read(self, label: str, key: str) -> tuple[Finding, ...] | None:
        """The findings kept for the claim, if the entry fits ``key``."""
        try:
            entry = read(self._file(label))
            return tuple(_finding(f) for f in entry["findings"]) if entry["key"] == key else None
        except (ValueError, KeyError, TypeError):
            return None

    def seconds(self, label: str) -> float:
        """The time the claim took when it was last decided, whatever has changed since: what takes long is begun first."""
        try:
            return float(sum(f["seconds"] for f in read(self._file(label))["findings"]))
        except (KeyError, TypeError):
            return 0.0

    def write(self, label: str, key: str, findings: Sequence[Finding]) -> None:
        """Keep the findings if each part of the claim was proved or refuted: what is undecided may fare better next time."""
        places = {f.where for f in findings}
        if places == {f.where for f in findings if isinstance(f.verdict, Proved | Refuted)}:
            write(self._file(label), {"key": key, "findings": [_entry(f) for f in findings]})

    def _file(self, label: str) -> Path:
        return self.place / f"{label}.json"


def _entry(finding: Finding) -> dict[str, Any]:
    return {
        "decider": finding.decider,
        "family": finding.family,
        "seconds": finding.seconds,
        "where": finding.where,
        **fields(finding.verdict),
    }


def _finding(entry: dict[str, Any]) -> Finding:
    return Finding(entry["decider"], entry["family"], restored(entry), entry["seconds"], entry["where"])
