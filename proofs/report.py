"""Writes what a run found: the JSON object, and JUnit's XML."""

from collections import Counter
from typing import Any
from xml.etree import ElementTree

from proofs.environment import environment
from proofs.finding import as_json, detail, name
from proofs.ledger import whole_key
from proofs.result import Result
from proofs.run import Run
from symbolic.claim import Declared, Remark
from symbolic.verdict import Corroborated, Proved, Undecided

OPPOSED, OPEN, WRONG = 1, 3, 2
"""Exit codes: a verdict opposes its declaration; a claim came out undecided or only corroborated; the input is wrong."""


def verdict_name(result: Result) -> str:
    """The word for the result: a verdict's, ``remark`` or ``not_run``."""
    if result.verdict is not None:
        return name(result.verdict)
    return "remark" if isinstance(result.claim.content, Remark) else "not_run"


def exit_code(run: Run) -> int:
    """1 if a verdict opposes its declaration; else 2 for a malformed declaration or open domain condition; else 3 for an open claim."""
    results = run.results.values()
    if any(r.opposed for r in results):
        return OPPOSED
    if run.faults or any(r.undischarged for r in results):
        return WRONG
    return 0 if all(r.as_declared for r in results) else OPEN


def families_that_proved(result: Result) -> tuple[str, ...]:
    """The families that proved the claim: as a whole, or of a derivation every part."""
    places = {f.where for f in result.findings} - {""}
    proved = {(f.family, f.where) for f in result.findings if isinstance(f.verdict, Proved)}
    able = (f for f in result.claim.families if (f, "") in proved or (places and all((f, where) in proved for where in places)))
    return tuple(able)


def to_json(run: Run, version: str) -> dict[str, Any]:
    """The object that ``check --json`` writes; by ``digest`` a reader knows whether a claim has changed since."""
    words = Counter(verdict_name(r) for r in run.results.values())
    verdicts = {word: words[word] for word in ("proved", "corroborated", "refuted", "undecided", "not_run")}
    unexpected = sum(not r.as_declared for r in run.results.values())
    summary = {
        "claims": len(run.results),
        **verdicts,
        "remarks": words["remark"],
        "unexpected": unexpected,
        "seconds": round(run.seconds, 3),
    }
    claims = {label: r.claim for label, r in run.results.items()}
    corrects: dict[str, list[str]] = {}
    for r in run.results.values():
        if r.claim.correction:
            corrects.setdefault(r.claim.correction, []).append(r.claim.label)
    return {
        "schema": 1,
        "version": version,
        "environment": environment(),
        "not_run": [{"family": family, "reason": reason} for family, reason in run.not_run],
        "summary": summary,
        "claims": [_claim(r, corrects.get(label), whole_key(r.claim, claims)) for label, r in run.results.items()],
    }


def _claim(r: Result, corrects: list[str] | None, digest: str) -> dict[str, Any]:
    c = r.claim
    return {
        "label": c.label,
        "kind": c.kind.value,
        "title": c.content.reason if isinstance(c.content, Remark) else c.title,
        "source": {"place": c.source.place, "printed": c.source.printed},
        "declared": c.declared.value if c.declared else None,
        "verdict": None if isinstance(c.content, Remark) else verdict_name(r),
        "as_declared": None if r.not_run else r.as_declared,
        "seconds": round(r.seconds, 4),
        "findings": [as_json(f) for f in r.findings],
        "assumptions": list(r.assumptions),
        "uses": list(r.uses),
        "correction": c.correction,
        "corrects": corrects,
        "superseded_by": c.superseded_by,
        "families": list(families_that_proved(r)),
        "digest": digest,
    }


def to_junit(run: Run) -> str:
    """One test case a claim: a failure where a verdict opposes its declaration, an error where none was reached, skipped where not run."""
    suite = ElementTree.Element("testsuite", name="grpo-companion", tests=str(len(run.results)), time=f"{run.seconds:.3f}")
    counts = Counter[str]()
    for label, r in run.results.items():
        case = ElementTree.SubElement(suite, "testcase", classname=r.claim.kind.value, name=label, time=f"{r.seconds:.3f}")
        outcome = "skipped" if r.verdict is None else "failure" if r.opposed else "error" if not r.as_declared else ""
        if outcome:
            counts[outcome] += 1
            ElementTree.SubElement(case, outcome, message=_valid(said(r)))
    for fault in run.faults:
        counts["error"] += 1
        case = ElementTree.SubElement(suite, "testcase", classname="declaration", name=fault.message)
        ElementTree.SubElement(case, "error", message=_valid(fault.message))
    suite.set("tests", str(len(run.results) + len(run.faults)))
    suite.set("failures", str(counts["failure"]))
    suite.set("errors", str(counts["error"]))
    suite.set("skipped", str(counts["skipped"]))
    ElementTree.indent(suite)
    return str(ElementTree.tostring(suite, encoding="unicode", xml_declaration=True)) + "\n"


def _valid(text: str) -> str:
    return "".join(c for c in text if c.isprintable())


def said(r: Result) -> str:
    """One line: what came out of the claim, against what was declared."""
    if r.verdict is None:
        return r.not_run or (r.claim.content.reason if isinstance(r.claim.content, Remark) else "")
    declared = r.claim.declared.value if r.claim.declared else ""
    return f"declared {declared}, came out {name(r.verdict)}: {detail(r.verdict)}" if not r.as_declared else detail(r.verdict)


def unexpected(run: Run) -> list[Result]:
    """The results that are not as declared, those that oppose their declaration first."""
    wrong = [r for r in run.results.values() if not r.as_declared]
    return sorted(
        wrong, key=lambda r: (not r.opposed, isinstance(r.verdict, Undecided | Corroborated) and r.claim.declared is Declared.REFUTED)
    )
