"""Monotonicity: a variable in whose direction the term is least at an end of its range."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from numeric_checks.replay.calculus import face
from numeric_checks.replay.judging import goal_of
from numeric_checks.replay.states import State
from numeric_checks.replay.terms import RefusedError

if TYPE_CHECKING:
    from numeric_checks.prover.search import Proof, Search

ENCLOSURE: list[Any] = ["enclosure"]


def collapse(search: Search, state: State, op: str, t: int, names: list[str], depth: int) -> Proof | None:
    """A variable in which the term is monotone by enclosure of the derivative."""
    for name in names:
        lines, d = derivative(search, state, t, name)
        if lines is None:
            continue
        for way in ("up", "down"):
            proof = toward(search, state, lines, op, t, d, name, way, None, depth)
            if proof is not None:
                return proof
    return None


def derivative(search: Search, state: State, t: int, name: str) -> tuple[State | None, int]:
    """The lines of the state along a variable and the derivative, if the term is defined on these lines and has one."""
    try:
        d = search.terms.derivative(t, name)
    except RefusedError:
        return None, t
    lines = state.along(name)
    return (lines if lines.defined(t) else None), d


def toward(
    search: Search, state: State, lines: State, op: str, t: int, d: int, name: str, way: str, depth_of_slope: int | None, depth: int
) -> Proof | None:
    """Monotone in one variable: the slope's proof (by enclosure if ``depth_of_slope`` is None), then the face's."""
    r = state.ranges[name]
    value, is_open = (r.low, r.low_open) if way == "up" else (r.high, r.high_open)
    attained = value is not None and not is_open
    slope = d if way == "up" else search.terms.product((search.terms.q(-1), d))
    strictly = op == ">" and not attained
    relation = ">" if strictly else ">="
    within = lines.inside(name)
    if depth_of_slope is None:
        if within.truth(goal_of(state, relation, slope)) is not True:
            return None
        proof_of_slope: Proof | None = ENCLOSURE
    at = face(lines, name, way)
    target = ">=" if strictly else op
    if value is None:
        on = ENCLOSURE if at.truth(goal_of(state, target, t)) is True else None
    else:
        on = search.sign(at, target, t, depth + 1) if at.defined(t) else None
    if on is None:
        return None
    if depth_of_slope is not None:
        proof_of_slope = search.sign(within, relation, slope, depth_of_slope)
    if proof_of_slope is None:
        return None
    return ["monotone", name, way, proof_of_slope, on, *([True] if strictly else [])]


def descend(search: Search, state: State, op: str, t: int, names: list[str], depth: int) -> Proof | None:
    """A variable in which the term seems monotone: its derivative's sign is a goal of its own."""
    for name in names:
        lines, d = derivative(search, state, t, name)
        if lines is None:
            continue
        seems = search.seems(lines.inside(name), d)
        for way in {1: ("up",), -1: ("down",), 2: (), 0: ()}[seems]:
            proof = toward(search, state, lines, op, t, d, name, way, depth + 1, depth)
            if proof is not None:
                return proof
    return None
