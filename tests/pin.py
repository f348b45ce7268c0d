"""Pins what every claim rests on and which families proved it: ``python -m tests.pin`` or ``make golden``; labels pin those alone.

Read the difference before you commit it: an assumption that appears is something the paper's result now rests on.
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from proofs.catalogue import catalogue
from proofs.report import families_that_proved
from proofs.result import Result
from proofs.run import run
from symbolic.claim import Declared

HOME = Path(__file__).parent / "golden"
ASSUMPTIONS, FAMILIES = HOME / "assumptions.json", HOME / "families.json"

Pins = dict[str, list[str]]


def read(file: Path) -> Pins:
    """The pinned lists, by label."""
    return json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}


def assumptions(result: Result) -> list[str]:
    """On what the claim's proof rests."""
    return list(result.assumptions)


def families(result: Result) -> list[str]:
    """Who proved all of the claim, less the kernel, which not every machine has; where different families proved its parts, none."""
    return [family for family in families_that_proved(result) if family != "kernel"]


def write(results: Mapping[str, Result]) -> None:
    """Pin the claims declared proved among ``results``, and forget labels that are no more."""
    HOME.mkdir(exist_ok=True)
    known = catalogue()
    for file, pin in ((ASSUMPTIONS, assumptions), (FAMILIES, families)):
        pins = {**read(file), **{label: pin(r) for label, r in results.items() if r.claim.declared is Declared.PROVED}}
        rows = (f"{json.dumps(label)}: {json.dumps(pins[label])}" for label in sorted(pins) if label in known)
        file.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    done = run(sys.argv[1:], fresh=True).results
    wrong = [label for label, r in done.items() if not r.as_declared]
    if wrong:
        sys.exit(f"not as declared, nothing is pinned: {', '.join(wrong)}")
    write({label: done[label] for label in (sys.argv[1:] or done)})
