"""New variables: along a hypothesis, relative to another variable, inside an exponential, or out of an equation."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np
from flint import fmpq

from numeric_checks.prover.factors import fraction_term
from numeric_checks.prover.roots import linear_root
from numeric_checks.prover.samples import draw
from numeric_checks.replay.formulas import RELATIONS
from numeric_checks.replay.interval import UndefinedError
from numeric_checks.replay.judging import Rules, atom, goal_of, normal_of
from numeric_checks.replay.quotients import TooLargeError
from numeric_checks.replay.rules import RULES
from numeric_checks.replay.states import Range, State
from numeric_checks.replay.terms import RefusedError, Terms

if TYPE_CHECKING:
    from numeric_checks.prover.search import Search


def shift(search: Search, state: State, op: str, t: int, _: list[str], depth: int) -> list[Any] | None:
    """A hypothesis c·(v − g) > 0 gives the variable v = g + u with u > 0 (or v = g − u)."""
    if depth > 6 or state.limits:
        return None
    for h in state.hypotheses:
        if h[0] not in RELATIONS or h[0] in ("=", "!="):
            continue
        s = atom(state, h)[1]
        for name in sorted(search.terms.free(s)):
            n = normal_of(state)
            try:
                g = linear_root(n, n.form(s)[0], name)
            except TooLargeError:
                continue
            for way in (1, -1) if g is not None else ():
                proof = _replace(search, state, op, t, name, int(g or 0), way, depth)
                if proof is not None:
                    return proof
    return None


def _replace(search: Search, state: State, op: str, t: int, name: str, g: int, way: int, depth: int) -> list[Any] | None:
    terms = search.terms
    new = fresh(state, name)
    v, u = terms.v(name), terms.v(new)
    phi = terms.minus(v, g) if way > 0 else terms.minus(g, v)
    psi = terms.sum((g, u)) if way > 0 else terms.minus(g, u)
    return caught(search, state, goal_of(state, op, t), ["substitute", name, new, phi, psi], depth, lambda s: s.ranges[new].low == 0)


def fresh(state: State, name: str) -> str:
    """A name that is not taken."""
    new = f"{name}_"
    while new in state.ranges:
        new += "_"
    return new


def unwrap(search: Search, state: State, op: str, t: int, names: list[str], depth: int) -> list[Any] | None:
    """A variable that the hypotheses hold only inside exp: the exponential becomes the variable."""
    if depth > 4:
        return None
    terms = search.terms
    for name in names:
        inside_exp = terms.node("exp", terms.v(name))
        if any(inside_exp in terms.needed(s) for h in state.hypotheses for s in h[1:] if isinstance(s, int)):
            new = fresh(state, name)
            proof = replaced(search, state, op, t, name, new, inside_exp, terms.node("log", terms.v(new)), depth)
            if proof is not None:
                return proof
    return None


def solved(search: Search, state: State, goal: Any, h: Any, depth: int) -> list[Any] | None:
    """A hypothesis that is an equation, linear in one variable: that variable goes."""
    _, s = atom(state, h)
    terms = search.terms
    for name in sorted(terms.free(s)):
        n = normal_of(state)
        try:
            poly, d = n.form(s)
            if ("v", name) not in n.index or (g := linear_root(n, poly, name)) is None or not state.defined(g):
                continue
            k = n.index["v", name]
            slope = n.zero
            for monomial, c in poly.terms():
                if monomial[k]:
                    kept = [int(e) for e in monomial]
                    kept[k] = 0
                    slope += type(poly)({tuple(kept): c}, poly.context())
            multiplier = fraction_term(n, n.over(d, slope))
        except (TooLargeError, UndefinedError, RefusedError):
            continue
        proof = caught(search, state, goal, ["solve", name, g, multiplier], depth - 1)  # no step deeper, since a variable goes
        if proof is not None:
            return proof
    return None


def replaced(search: Search, state: State, op: str, t: int, name: str, new: str, phi: int, psi: int, depth: int) -> list[Any] | None:
    """The goal in the new variable."""
    return caught(search, state, goal_of(state, op, t), ["substitute", name, new, phi, psi], depth)


def caught(
    search: Search, state: State, goal: Any, step: list[Any], depth: int, fits: Callable[[State], bool] = lambda _: True
) -> list[Any] | None:
    """A proof that begins with a step: the checker says what remains to be shown after it."""
    remaining = After(search.terms)
    try:
        remaining.prove(state, goal, [*step, None])
    except (RefusedError, UndefinedError, TooLargeError):
        return None
    if remaining.state is None or not fits(remaining.state):
        return None
    proof = search.solve(remaining.state, remaining.goal, depth + 1)
    return None if proof is None else [*step, proof]


class After(Rules):
    """Checks one step and keeps what it leaves to be shown."""

    def __init__(self, terms: Terms) -> None:
        super().__init__(list(range(len(terms.nodes))), RULES)
        self.state: State | None = None
        self.goal: Any = None

    def prove(self, state: State, goal: Any, proof: Any) -> None:
        """Check the step; what comes without a proof is kept."""
        if proof is None:
            self.state, self.goal = state, goal
        else:
            super().prove(state, goal, proof)


def scale(search: Search, state: State, op: str, t: int, names: list[str], depth: int) -> list[Any] | None:
    """Homogeneous in positive variables: all of them relative to one."""
    positive = [n for n in names if state.ranges[n] == Range(fmpq(0), None, True, True)]
    if len(positive) < 2 or len(positive) < len(names) or not _homogeneous(search, state, t, positive):
        return None
    terms, w = search.terms, positive[-1]
    v = positive[0]
    new = fresh(state, v)
    phi = terms.product((terms.v(v), terms.power(terms.v(w), fmpq(-1))))
    return replaced(search, state, op, t, v, new, phi, terms.product((terms.v(w), terms.v(new))), depth)


def _homogeneous(search: Search, state: State, t: int, names: list[str]) -> bool:
    points = draw(state, 64)
    tape = search.tape(t)
    (at,) = tape.points(points)
    (twice,) = tape.points({n: 2 * x if n in names else x for n, x in points.items()})
    (four,) = tape.points({n: 4 * x if n in names else x for n, x in points.items()})
    with np.errstate(all="ignore"):
        fine = np.isfinite(at) & np.isfinite(four) & (np.abs(at) > 1e-9)
        ratio = (twice / at)[fine]
        again = (four / twice)[fine]
    return bool(len(ratio) and np.allclose(ratio, ratio[0], rtol=1e-6) and np.allclose(again, ratio[0], rtol=1e-6))
