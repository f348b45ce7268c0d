"""Decides a statement typed in: refutes first, asks the exact languages, then encloses, in a process of its own.

What that process has found when it ends, crashes or runs out of time is kept; verdicts come from `proofs.deciders` alone.
"""

import time
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from proofs import cluster, deciders
from proofs.cluster import SchedulerError
from proofs.finding import Finding
from proofs.isolation import Ended, messages
from symbolic.language import parse_statement
from symbolic.statement import Statement
from symbolic.verdict import Corroborated, Proved, Refuted, Verdict, combine

_GRACE = 1.0
"""Seconds beyond the limit, for a stage that stops by itself to say what it found."""
_SEARCH = {False: 0.8, True: 0.6}
"""The search's share of the time that is left: with a certificate to write it comes before the exact languages."""


def _by_more_falsification(statement: Statement) -> Verdict:
    return deciders.by_falsification(statement, examples=50 * deciders.EXAMPLES)


_DECIDERS = {
    "falsification": (deciders.by_falsification, "sampling"),
    "algebra": (deciders.by_algebra, "algebra"),
    "smt": (deciders.by_smt, "smt"),
    "high-precision": (deciders.by_high_precision, "sampling"),
    "more falsification": (_by_more_falsification, "sampling"),
}
Message: TypeAlias = Finding | dict[str, Any] | Verdict | Ended


@dataclass(frozen=True)
class Question:
    """A statement as typed, and how to go about it; texts, because a pickled relation would be evaluated as it is read.

    ``certify`` looks first for a proof that has a certificate; ``scheduler`` is the address of a Dask cluster to search on;
    ``frontier`` keeps an interrupted search.
    """

    statement: str
    given: tuple[str, ...] = ()
    seconds: float = 20.0
    certify: bool = False
    scheduler: str | None = None
    frontier: Path | None = None


@dataclass(frozen=True)
class Proof:
    """What came of a question: the verdict, the findings behind it, how a proof goes, and its certificate if it has one."""

    verdict: Verdict
    findings: tuple[Finding, ...]
    plan: Any
    certificate: dict[str, Any] | None
    seconds: float


def prove(question: Question) -> Proof:
    """Decide the statement within about ``question.seconds``.

    Raises:
        LanguageError: if the texts are no statement.
        SchedulerError: if there is no such scheduler.
    """
    parse_statement(question.statement, question.given)
    start = time.monotonic()
    findings, parts, verdict, ended = list[Finding](), dict[str, Any](), None, "no decider spoke"
    for message in messages(attempt, question, question.seconds + _GRACE):
        match message:
            case Finding():
                findings.append(message)
            case dict():
                parts |= message
            case Ended(reason=reason):
                ended = reason
            case _:
                verdict = message
    if "scheduler" in parts and not isinstance(verdict, Proved | Refuted):
        raise SchedulerError(parts["scheduler"])
    if verdict is None:
        verdict = combine([*(f.verdict for f in findings), deciders.withheld(ended)])
    if question.frontier is not None and isinstance(verdict, Proved | Refuted):
        with suppress(OSError):  # none was kept, or its folder is no folder
            question.frontier.unlink()
    return Proof(verdict, tuple(findings), parts.get("plan"), parts.get("certificate"), time.monotonic() - start)


def attempt(question: Question) -> Iterator[Message]:
    """The findings as they come, the parts of a proof, and at the end the verdict."""
    deadline = time.monotonic() + question.seconds
    try:
        with cluster.executor(question.scheduler) as executor:
            yield from _attempt(question, deadline, executor)
    except SchedulerError as error:
        yield {"scheduler": str(error)}


def _attempt(question: Question, deadline: float, executor: Executor | None) -> Iterator[Message]:
    statement = parse_statement(question.statement, question.given)
    spoken: list[Verdict] = []
    stages = ("enclosure", "algebra", "smt") if question.certify else ("algebra", "smt", "enclosure")
    for stage in ("falsification", *stages, "more falsification", "high-precision"):
        if stage == "enclosure":
            left = max(_SEARCH[question.certify] * (deadline - time.monotonic()), 0.1)
            finding, plan, certificate = deciders.enclose(statement, left, executor, question.frontier)
            yield {"plan": plan, "certificate": certificate}
        else:
            finding = deciders.find(*_DECIDERS[stage], statement)
            yield {"plan": _argument(finding.verdict)}
        yield finding
        spoken.append(finding.verdict)
        if isinstance(finding.verdict, Proved | Refuted):
            break
        if stage == "falsification" and (obstacle := deciders.obstacle(statement)):
            yield deciders.withheld(obstacle)
            return
    verdict = combine(spoken)
    if isinstance(verdict, Corroborated) and (undefined := deciders.undischarged(statement)):
        verdict = deciders.withheld(undefined)
    yield verdict


def _argument(verdict: Verdict) -> dict[str, Any] | None:
    match verdict:
        case Proved(by=by, evidence=evidence, assumptions=assumptions):
            return {"step": by, "because": list(evidence), "rests on": list(assumptions)}
        case _:
            return None
