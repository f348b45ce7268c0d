"""Decides a statement: refute by a confirmed point, or prove by a certificate that the replay accepts, or say why it stays open."""

import time
from collections.abc import Mapping
from concurrent.futures import Executor
from pathlib import Path
from typing import Any

from flint import ctx

from numeric_checks import certificate as writing
from numeric_checks.falsify import falsify, instance
from numeric_checks.outcome import Falsified
from numeric_checks.prover.refute import refute
from numeric_checks.prover.result import Enclosed, Found, Open, Witnessed
from numeric_checks.prover.search import OutOfTime, Search
from numeric_checks.replay import formulas as language
from numeric_checks.replay import obligations, replay
from numeric_checks.replay.formulas import Formula
from numeric_checks.replay.states import State, whole
from numeric_checks.replay.terms import Refused, Terms
from symbolic.statement import Statement

PRECISION = 128
FALSIFY = 300


def prove(statement: Statement, *, seconds: float = 20, executor: Executor | None = None, frontier: Path | None = None) -> Found:
    """Decide the statement within about ``seconds``; the same arguments give the same answer, if the time suffices."""
    before = ctx.prec
    try:
        return _prove(statement, time.monotonic() + seconds, executor, frontier)
    finally:
        ctx.prec = before


def _prove(statement: Statement, deadline: float, executor: Executor | None, frontier: Path | None) -> Found:
    terms = Terms()
    try:
        given, holds = writing.statement(statement, terms)
    except (writing.Beyond, Refused) as error:
        return Open(str(error))
    names = sorted(s.name for s in statement.symbols)
    goal = language.normal(holds)
    search = Search(terms, deadline, executor)
    state = State(terms, whole(names), bits=PRECISION).suppose(*map(language.normal, given))
    point = _instance(statement, state, terms)
    if point is None:
        return Open("no point was found that satisfies the hypotheses: they may contradict each other, and the statement say nothing")
    quick = search.scalar(state, goal)
    if quick is None and (witness := refute(statement, state, goal)):
        return Witnessed(witness)
    try:
        conditions, known = _conditions(search, given, holds, names)
        if isinstance(conditions, str):
            return Open(conditions)
        full = State(terms, whole(names), known=known, bits=PRECISION).suppose(*map(language.normal, given))
        proof = search.deepening(full, goal)
        reason = "no proof was found"
    except OutOfTime:
        conditions, proof, reason = [], None, "the time is up"
    if proof is None:
        found = falsify(statement, examples=FALSIFY)
        return Witnessed(found.witness) if isinstance(found, Falsified) else Open(reason)
    return _certified(terms, given, holds, conditions, proof, point)


def _instance(statement: Statement, state: State, terms: Terms) -> dict[str, int] | None:
    if not statement.given:
        return {}
    found: Mapping[Any, Any] | None = instance(statement.given)
    if found is None:
        return None
    here = {s.name: writing.term(value, terms) for s, value in found.items()}
    return {name: here.get(name, terms.q(0)) for name in state.ranges}


def _conditions(search: Search, given: tuple[Formula, ...], holds: Formula, names: list[str]) -> tuple[list[Any] | str, frozenset[int]]:
    """Proofs of the domain conditions, in order, and the nodes that the hypotheses then make defined."""
    proofs, established = list[Any](), list[tuple[set[Formula], int]]()
    for hypotheses, condition, j in obligations(given, holds, search.terms):
        known = frozenset(k for before, k in established if before <= set(hypotheses))
        state = State(search.terms, whole(names), known=known, bits=PRECISION).suppose(*map(language.normal, hypotheses))
        proof = search.deepening(state, condition, 1)
        if proof is None:
            return f"it may be undefined: {language.text(condition, search.terms)} is not seen to follow from the hypotheses", frozenset()
        proofs.append(proof)
        established.append((set(hypotheses), j))
    return proofs, frozenset(j for before, j in established if before <= set(given))


def _certified(
    terms: Terms, given: tuple[Formula, ...], holds: Formula, conditions: list[Any], proof: list[Any], point: dict[str, int]
) -> Found:
    data = writing.certificate(terms, given, holds, conditions=conditions, proof=proof, instance=point, precision=PRECISION)
    try:
        replay(data)
    except Refused as error:
        return Open(f"the replay refused the proof that was found: {error}")
    return Enclosed({}, data)
