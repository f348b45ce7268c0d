"""Asks the exact deciders, algebra and then the solvers, about a whole statement whose domain conditions are shown."""

from numeric_checks.confirm import confirm
from numeric_checks.prover.result import Exact, Witnessed
from symbolic import algebra, smt
from symbolic.answer import Candidate, Holds
from symbolic.statement import Statement

_SOLVERS = 10.0


def ask(statement: Statement, seconds: float) -> Exact | Witnessed | None:
    """The argument of the first that has one, or the first candidate that is confirmed; None if none has anything to say."""
    for decider in ("algebra", "smt"):
        answer = algebra.query(statement) if decider == "algebra" else smt.query(statement, seconds=min(seconds, _SOLVERS))
        match answer:
            case Holds(by=by, evidence=evidence, assumptions=assumptions):
                return Exact({"step": f"exact: {decider}", "by": by, "evidence": list(evidence)}, by, evidence, assumptions)
            case Candidate(points=points):
                for point in points:
                    if witness := confirm(statement, point):
                        return Witnessed(witness)
    return None
