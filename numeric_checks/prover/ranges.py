"""Ranges out of hypotheses: bounds of one variable by the ranges of the others, and its share of a term that bounds it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from flint import fmpq

from numeric_checks.prover.roots import linear_root
from numeric_checks.prover.variables import caught, fresh
from numeric_checks.replay.formulas import RELATIONS, Formula
from numeric_checks.replay.interval import UndefinedError
from numeric_checks.replay.judging import atom, goal_of, normal_of
from numeric_checks.replay.quotients import TooLargeError
from numeric_checks.replay.states import State

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numeric_checks.prover.search import Proof, Search


def bounding(state: State) -> Iterator[tuple[str, int]]:
    """The variables and the terms, in the other variables, that hypotheses compare them with."""
    for h in state.hypotheses:
        if h[0] not in RELATIONS or h[0] == "!=":
            continue
        s, n = atom(state, h)[1], normal_of(state)
        for name in sorted(state.terms.free(s) & set(state.ranges)):
            try:
                g = linear_root(n, n.form(s)[0], name)
            except TooLargeError:
                continue
            if g is not None and name not in state.terms.free(g):
                yield name, g


def bounded(search: Search, state: State, goal: Formula, depth: int) -> tuple[Proof | None] | None:
    """A variable unbounded on a side, which a hypothesis bounds there: beyond that bound no point satisfies it."""
    open_ended = {name for name, r in state.ranges.items() if r.low is None or r.high is None}
    key = ("bounded", state.hypotheses, tuple((n, str(r)) for n, r in sorted(state.ranges.items())))
    if not state.hypotheses or not open_ended or state.limits or key in search.failed:
        return None
    terms = search.terms
    for name, g in bounding(state):
        if name not in open_ended:
            continue
        try:
            low, high, _, _ = state.enclose(g)
        except UndefinedError:
            continue
        r = state.ranges[name]
        ends = [(low, -1)] if low.is_finite() and r.low is None else []
        ends += [(high, 1)] if high.is_finite() and r.high is None else []
        for end, way in ends:
            beyond = terms.minus(*((terms.v(name), terms.q(end.fmpq())) if way > 0 else (terms.q(end.fmpq()), terms.v(name))))
            # the bound itself belongs to what is left out if the hypothesis is strict, or is not attained
            for u, outer in ((beyond, ">="), (terms.product((terms.q(-1), beyond)), "<")):
                out, rest = goal_of(state, outer, u), goal_of(state, "<" if outer == ">=" else ">=", u)
                outside = state.suppose(out)
                if any(outside.truth(h) is False for h in outside.hypotheses):
                    proof = search.solve(state.suppose(rest), goal, depth)
                    if proof is None:
                        return (None,)
                    return (["cases", u, *((["outside"], proof) if outer == ">=" else (proof, ["outside"]))],)
    search.failed.add(key)
    return None


def share(search: Search, state: State, op: str, t: int, _: list[str], depth: int) -> list[Any] | None:
    """A variable between 0 and a positive term of the others, by a hypothesis: its share of that term becomes the variable."""
    if depth > 6 or state.limits:
        return None
    terms = search.terms
    for name, g in bounding(state):
        if state.ranges[name].low != fmpq(0) or not terms.free(g) or state.truth(goal_of(state, ">", g)) is not True:
            continue
        new = fresh(state, name)
        phi = terms.product((terms.v(name), terms.power(g, fmpq(-1))))
        step = ["substitute", name, new, phi, terms.product((g, terms.v(new)))]
        # no step deeper, since a hypothesis goes
        proof = caught(search, state, goal_of(state, op, t), step, depth - 1, partial(_uncoupled, state, new))
        if proof is not None:
            return proof
    return None


def _uncoupled(before: State, new: str, after: State) -> bool:
    return after.ranges[new].high is not None and len(after.hypotheses) < len(before.hypotheses)
