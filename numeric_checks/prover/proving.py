"""Decides a statement: refute by a confirmed point, or prove by a certificate that the replay accepts, or say why it stays open."""

import time
from collections.abc import Mapping
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flint import ctx, fmpq

from numeric_checks.falsification.falsify import falsify, instance
from numeric_checks.outcome import Falsified
from numeric_checks.prover import certificate as writing
from numeric_checks.prover.frontier import Frontier
from numeric_checks.prover.plan import plan, renumbered
from numeric_checks.prover.refute import refute
from numeric_checks.prover.result import Enclosed, Found, Open, Witnessed
from numeric_checks.prover.search import OutOfTimeError, Search
from numeric_checks.replay import formulas as language
from numeric_checks.replay import obligations, replay
from numeric_checks.replay.formulas import Formula
from numeric_checks.replay.states import Range, State, whole
from numeric_checks.replay.terms import RefusedError, Terms
from symbolic.statement import Statement

PRECISION = 128
FALSIFY = 300
OWN_SHARE = 0.85
"""Of the time, what the search may use before a longer falsification is asked."""


def prove(statement: Statement, *, seconds: float = 20, executor: Executor | None = None, frontier: Path | None = None) -> Found:
    """Decide the statement within about ``seconds``; the same arguments give the same answer, if the time suffices.

    ``executor`` does the work of many boxes (any executor of `concurrent.futures`; by default threads on the machine's cores).  Where the
    search is interrupted or out of time, its boxes are kept in the file ``frontier``, and the next call with that file goes on from there.
    """
    before = ctx.prec
    kept = Frontier(frontier)
    try:
        found = _Attempt(statement, time.monotonic(), seconds, executor, kept).decide()
    except BaseException:
        kept.write()
        raise
    finally:
        ctx.prec = before
    if isinstance(found, Open):
        kept.write()
    else:
        kept.remove()
    return found


@dataclass
class _Attempt:
    statement: Statement
    start: float
    seconds: float
    executor: Executor | None
    frontier: Frontier

    def decide(self) -> Found:
        self.terms = Terms()
        try:
            self.given, self.holds = writing.statement(self.statement, self.terms)
        except (writing.BeyondError, RefusedError) as error:
            return Open(str(error))
        self.names = sorted(s.name for s in self.statement.symbols)
        self.search = Search(self.terms, self.start + OWN_SHARE * self.seconds, self.executor, self.frontier)
        goal = language.normal(self.holds)
        self.point = self.instance()
        if self.point is None:
            return Open("no point was found that satisfies the hypotheses: they may contradict each other, and the statement say nothing")
        state = self.state(self.given, frozenset())
        if self.search.scalar(state, goal) is None and (witness := refute(self.statement, state, goal)):
            return Witnessed(witness)
        try:
            owed = self.conditions()
        except OutOfTimeError:
            return Open("the time is up before the domain conditions are shown")
        if isinstance(owed, str):
            return Open(owed)
        return self.sought(goal, *owed)

    def sought(self, goal: Formula, conditions: list[Any], known: frozenset[int]) -> Found:
        """What the search for a proof of the goal finds."""
        try:
            proof = self.search.deepening(self.state(self.given, known), goal)
        except OutOfTimeError:
            return self.otherwise("the time is up")
        if proof is None:
            # nothing is left to go on from, unless the boxes of a file led astray
            return self.sought(goal, conditions, known) if self.frontier.forget() else self.otherwise("no proof was found")
        try:
            return self.certified(conditions, proof)
        except RefusedError as error:
            if self.frontier.forget():  # the boxes of a file may be anything: once more without them
                return self.sought(goal, conditions, known)
            return self.otherwise(f"the replay refused the proof that was found: {error}")

    def state(self, hypotheses: tuple[Formula, ...], known: frozenset[int]) -> State:
        """All points that satisfy the hypotheses."""
        return State(self.terms, whole(self.names), known=known, bits=PRECISION).suppose(*map(language.normal, hypotheses))

    def instance(self) -> dict[str, int] | None:
        """A point that satisfies the hypotheses, as constant terms."""
        if not self.statement.given:
            return {}
        state = self.state(self.given, frozenset())
        if not any(r.empty() for r in state.ranges.values()):
            middle = {name: _inner(r) for name, r in state.ranges.items()}
            at = State(self.terms, {name: Range(c, c, False, False) for name, c in middle.items()}, bits=PRECISION)
            if all(at.truth(language.normal(g)) is True for g in self.given):
                return {name: self.terms.q(c) for name, c in middle.items()}
        found: Mapping[Any, Any] | None = instance(self.statement.given)
        if found is None:
            return None
        here = {s.name: writing.term(value, self.terms) for s, value in found.items()}
        return {name: here.get(name, self.terms.q(0)) for name in self.names}

    def conditions(self) -> tuple[list[Any], frozenset[int]] | str:
        """Proofs of the domain conditions, in order, and the nodes that the hypotheses then make defined; or where it may be undefined."""
        proofs, established = list[Any](), list[tuple[set[Formula], int]]()
        for hypotheses, condition, j in obligations(self.given, self.holds, self.terms):
            known = frozenset(k for before, k in established if before <= set(hypotheses))
            proof = self.search.deepening(self.state(hypotheses, known), condition, 1)
            if proof is None:
                return f"it may be undefined: {language.text(condition, self.terms)} is not seen to follow from the hypotheses"
            proofs.append(proof)
            established.append((set(hypotheses), j))
        return proofs, frozenset(j for before, j in established if before <= set(self.given))

    def otherwise(self, reason: str) -> Found:
        """What a longer search for a witness finds."""
        falsified = falsify(self.statement, examples=FALSIFY)
        return Witnessed(falsified.witness) if isinstance(falsified, Falsified) else Open(reason)

    def certified(self, conditions: list[Any], proof: list[Any]) -> Found:
        """The certificate of a proof, which the replay has accepted.

        Raises:
            RefusedError: if the replay refuses it.
        """
        new = writing.Numbering(self.terms)
        given, holds = tuple(new.formula(g) for g in self.given), new.formula(self.holds)
        parts = {
            "conditions": [renumbered(c, new) for c in conditions],
            "proof": renumbered(proof, new),
            "instance": {name: new[value] for name, value in (self.point or {}).items()},
            "precision": PRECISION,
        }
        data = writing.certificate(new.table, given, holds, **parts)
        replay(data)
        return Enclosed(plan(proof, self.terms), data)


def _inner(r: Range) -> fmpq:
    """A number well inside a range."""
    if r.low is None or r.high is None:
        return fmpq(0) if r.low is None and r.high is None else r.low + 1 if r.low is not None else fmpq(r.high or 0) - 1
    return (r.low + r.high) / 2
