"""Contact along curves: sections on which a term is least along every line in the direction of one variable."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from flint import fmpq

from numeric_checks.prover import slopes
from numeric_checks.prover.logarithms import exponentials, logarithms
from numeric_checks.prover.roots import linear_root
from numeric_checks.prover.samples import draw, inside
from numeric_checks.prover.variables import shift, unwrap
from numeric_checks.replay.interval import UndefinedError
from numeric_checks.replay.judging import goal_of, normal_of
from numeric_checks.replay.normal import Normal
from numeric_checks.replay.quotients import TooLargeError
from numeric_checks.replay.states import State
from numeric_checks.replay.terms import RefusedError

if TYPE_CHECKING:
    from numeric_checks.prover.search import Search

Step: TypeAlias = Callable[..., "list[Any] | None"]


def bend(search: Search, state: State, op: str, t: int, names: list[str], depth: int) -> list[Any] | None:
    """A comparison of logarithms, a section, or a shift along a hypothesis that leads to a proof."""
    for step in (logarithms, exponentials, section, shift, unwrap):
        if (proof := attempted(step, search, state, op, t, names, depth)) is not None:
            return proof
    return None


def attempted(step: Step, search: Search, state: State, op: str, t: int, names: list[str], depth: int) -> list[Any] | None:
    """A step, which leads to no proof where a normal form is beyond the limits."""
    try:
        return step(search, state, op, t, names, depth)
    except (TooLargeError, UndefinedError):
        return None


def section(search: Search, state: State, op: str, t: int, names: list[str], depth: int) -> list[Any] | None:
    """A curve on which the term is least along every line in the direction of one variable."""
    for name in names:
        lines, d = slopes.derivative(search, state, t, name)
        if lines is None or depth > 6:
            continue
        for g in _places(search, lines, d, name):
            if name in search.terms.free(g) or not _plausible(search, state, d, name, g):
                continue
            if (proof := _section(search, state, op, t, name, g, depth)) is not None:
                return proof
    return None


def _places(search: Search, state: State, d: int, name: str) -> list[int]:
    found: list[int] = []
    n = normal_of(state)
    try:
        numerator, _ = n.form(d)
        if numerator == 0:
            return []
        for part, _ in numerator.factor()[1]:
            if (g := linear_root(n, part, name)) is not None or (g := _log_root(n, part, name)) is not None:
                found.append(g)
    except (TooLargeError, RefusedError):
        return []
    found += [search.terms.v(other) for other in sorted(state.ranges) if other != name]
    return found


def _log_root(n: Normal, part: Any, name: str) -> int | None:
    """Where a sum of logarithms with whole coefficients vanishes."""
    top, bottom = (n.one, n.one), (n.one, n.one)
    for monomial, c in part.terms():
        degrees = [int(e) for e in monomial]
        if sum(degrees) != 1 or c.q != 1 or n.generators[degrees.index(1)][0] != "log" or abs(c) > 6:
            return None
        argument = n.generators[degrees.index(1)][1]
        if c > 0:
            top = n.times(top, n.to(argument, int(c.p)))
        else:
            bottom = n.times(bottom, n.to(argument, -int(c.p)))
    gap = n.plus(top, n.times(n.constant(fmpq(-1)), bottom))[0]
    if gap == 0:
        return None
    for factor, _ in gap.factor()[1]:
        if (g := linear_root(n, factor, name)) is not None:
            return g
    return None


def _plausible(search: Search, state: State, d: int, name: str, g: int) -> bool:
    """Whether samples allow that the term grows away from the section, inside the range."""
    points = inside(state, draw(state, 128))
    slope, place = search.tape(d, g).points(points)
    fine = np.isfinite(slope) & np.isfinite(place)
    if not fine.any():
        return False
    with np.errstate(all="ignore"):
        return bool(np.all(((points[name] - place) * slope)[fine] >= -1e-9 * (1 + np.abs(slope[fine]))))


def _section(search: Search, state: State, op: str, t: int, name: str, g: int, depth: int) -> list[Any] | None:
    terms = search.terms
    lines = state.along(name)
    r = state.ranges[name]
    base = State(terms, {n: x for n, x in lines.ranges.items() if n != name}, lines.hypotheses, lines.known, bits=state.bits)
    ends: list[Any] = [None, None]
    for k, (value, is_open) in enumerate(((r.low, r.low_open), (r.high, r.high_open))):
        if value is not None:
            gap = terms.minus(g, terms.q(value)) if k == 0 else terms.minus(terms.q(value), g)
            ends[k] = search.sign(base, ">" if is_open else ">=", gap, depth + 1)
            if ends[k] is None:
                return None
    if not base.defined(g):
        return None
    known = frozenset(terms.substitute(j, {name: g}) for j in lines.known)
    on_it = State(terms, base.ranges, base.hypotheses, known, bits=state.bits)
    on = search.sign(on_it, op, terms.substitute(t, {name: g}), depth + 1)
    if on is None:
        return None
    d = terms.derivative(t, name)
    gap = terms.minus(terms.v(name), g)
    above = search.sign(lines.suppose(goal_of(state, ">", gap)), ">=", d, depth + 1)
    if above is None:
        return None
    below = search.sign(lines.suppose(("<", gap, terms.q(0))), ">=", terms.product((terms.q(-1), d)), depth + 1)
    return None if below is None else ["section", name, g, *ends, above, below, on]
