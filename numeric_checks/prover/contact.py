"""Contact in one variable: the exact order where a term touches 0, the enclosure of that derivative nearby, and a search outside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from flint import fmpq

from numeric_checks.prover import boxes
from numeric_checks.prover.samples import end, line
from numeric_checks.replay.judging import goal_of
from numeric_checks.replay.normal import Normal
from numeric_checks.replay.states import Range, State
from numeric_checks.replay.terms import RefusedError

if TYPE_CHECKING:
    from numeric_checks.prover.search import Search

HIGHEST_ORDER = 12
_WIDEST = 16
FEW = 100
"""Nodes of a cover that is tried first."""


def touch(search: Search, state: State, op: str, t: int, name: str, depth: int) -> list[Any] | None:
    """A proof around the point of contact, and on the rest of the line; None where there is no contact or no proof."""
    if not search.defined_at(state.along(name), t):
        return None
    c = place(search, state, t, name)
    if c is None:
        return None
    r = state.ranges[name]
    if not (c == r.low or c == r.high):
        whole = _taylor(search, state, op, t, name, c)
        if whole is not None:
            return whole
        middle = _middle(search, state, op, t, name, c, depth)
        return middle if middle is not None else boxes.split(search, state, op, t, name, c, depth)
    for reach in _reaches(r):
        edge = c + reach if c == r.low else c - reach
        near = r._replace(high=edge, high_open=False) if c == r.low else r._replace(low=edge, low_open=False)
        covers = (r.high is not None and edge >= r.high) if c == r.low else (r.low is not None and edge <= r.low)
        proof = _taylor(search, state.within(name, r if covers else near), op, t, name, c)
        if proof is None:
            continue
        if covers:
            return proof
        rest = r._replace(low=edge, low_open=True) if c == r.low else r._replace(high=edge, high_open=False)
        other = _rest(search, state.within(name, rest), op, t, name, depth)
        if other is None:
            return None
        return ["split", name, str(edge), proof, other] if c == r.low else ["split", name, str(edge), other, proof]
    return None


def _rest(search: Search, state: State, op: str, t: int, name: str, depth: int) -> list[Any] | None:
    """Away from the contact: by a few boxes, where the range is bounded, before anything else."""
    r = state.ranges[name]
    if r.low is not None and r.high is not None and (proof := boxes.cover(search, state, op, t, [name], depth, FEW)) is not None:
        return proof
    return search.sign(state, op, t, depth + 1)


def _middle(search: Search, state: State, op: str, t: int, name: str, c: fmpq, depth: int) -> list[Any] | None:
    """Contact of even order inside the range: a neighbourhood of the point, and what lies left and right of it."""
    r = state.ranges[name]
    for reach in _reaches(r):
        left, right = c - reach, c + reach
        if (r.low is not None and left <= r.low) or (r.high is not None and right >= r.high):
            continue
        near = _taylor(search, state.within(name, Range(left, right, True, False)), op, t, name, c)
        if near is None:
            continue
        before = _rest(search, state.within(name, r._replace(high=left, high_open=False)), op, t, name, depth)
        after = None if before is None else _rest(search, state.within(name, r._replace(low=right, low_open=True)), op, t, name, depth)
        return None if after is None else ["split", name, str(left), before, ["split", name, str(right), near, after]]
    return None


def _reaches(r: Range) -> list[fmpq]:
    widest = fmpq(_WIDEST) if r.low is None or r.high is None else r.high - r.low
    return [widest / 2**k for k in range(0, 16)]


def place(search: Search, state: State, t: int, name: str) -> fmpq | None:
    """A rational point in the closure of the range where the term is exactly 0 and seems least."""
    r = state.ranges[name]
    tape = search.tape(t)
    low, high = end(r.low, -1e3), end(r.high, 1e3)
    x = np.unique(line(r, 256, np.random.default_rng(2)))
    for _ in range(12):
        (y,) = tape.points({**_others(state), name: x})
        y = np.where(np.isfinite(y), y, np.inf)
        k = int(np.argmin(y))
        if not np.isfinite(y[k]):
            return None
        least, best = y[k], x[k]
        x = np.unique(np.clip(np.concatenate([[best], np.linspace(x[max(k - 1, 0)], x[min(k + 1, len(x) - 1)], 33)]), low, high))
    candidates = [r.low] if r.low is not None and abs(best - low) < 1e-3 * (1 + abs(low)) else []
    candidates += [r.high] if r.high is not None and abs(best - high) < 1e-3 * (1 + abs(high)) else []
    if abs(least) > 1e-7 * (1 + abs(best)):
        return _zero(search, state, t, name, candidates)
    for bound in (1, 2, 4, 12, 60, 1000):
        numerator, denominator = float(best).as_integer_ratio()
        rounded = _limit(numerator, denominator, bound)
        if abs(float(int(rounded.p) / int(rounded.q)) - best) < 2e-2 * (1 + abs(best)) / bound:
            candidates.append(rounded)
    return _zero(search, state, t, name, candidates)


def _zero(search: Search, state: State, t: int, name: str, candidates: list[fmpq]) -> fmpq | None:
    r = state.ranges[name]
    for c in dict.fromkeys(candidates):
        if (r.low is None or c >= r.low) and (r.high is None or c <= r.high):
            here = state.constants() | {name: c}
            if Normal(search.terms, here).is_zero(t):
                return c
    return None


def _others(state: State) -> dict[str, Any]:
    return {n: np.array([end(c, 0.0)]) for n, c in state.constants().items()}


def _limit(numerator: int, denominator: int, bound: int) -> fmpq:
    from fractions import Fraction

    f = Fraction(numerator, denominator).limit_denominator(bound)
    return fmpq(f.numerator, f.denominator)


def order(search: Search, state: State, t: int, name: str, c: fmpq) -> tuple[int, int] | None:
    """The order of contact at a point where the term is 0, and its derivative of that order; None beyond the highest."""
    here = Normal(search.terms, state.constants() | {name: c})
    d = t
    for k in range(HIGHEST_ORDER + 1):
        if not here.is_zero(d):
            return k, d
        try:
            d = search.terms.derivative(d, name)
        except RefusedError:
            return None
    return None


def _taylor(search: Search, state: State, op: str, t: int, name: str, c: fmpq) -> list[Any] | None:
    """Contact of exact order n at c: the n-th derivative has one sign on the whole range."""
    found = order(search, state, t, name, c)
    if found is None or found[0] == 0:
        return None
    n, d = found
    r = state.ranges[name]
    if n % 2 and not (c == r.low or c == r.high):
        return None
    if op == ">" and not ((c == r.low and r.low_open) or (c == r.high and r.high_open)):
        return None
    if n % 2 and c == r.high:
        d = search.terms.product((search.terms.q(-1), d))
    if state.along(name).inside(name).truth(goal_of(state, op, d)) is not True:
        return None
    proof = ["taylor", name, str(c), n, ["enclosure"]]
    return proof if search.accepted(state, goal_of(state, op, t), proof) else None
