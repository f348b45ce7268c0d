"""Looks for a point where a statement fails: samples, then descent from the best of them; each candidate is confirmed in Arb."""

from fractions import Fraction

import numpy as np
import sympy as sp

from numeric_checks.confirm import confirm
from numeric_checks.prover.bounds import Array
from numeric_checks.prover.samples import draw, end, inside, margins
from numeric_checks.replay.formulas import Formula
from numeric_checks.replay.states import State
from symbolic.statement import Statement, real
from symbolic.verdict import Witness

SAMPLES = 1024
ROUNDS = 24
_TRIED = 24
_TRIED_NEAR = 5
"""How many points are put to Arb: where the goal clearly seems to fail, and where both sides seem equal."""


def refute(statement: Statement, state: State, goal: Formula, samples: int = SAMPLES) -> Witness | None:
    """A confirmed witness against the statement, which is ``goal`` on ``state``; None where none was found."""
    points = inside(state, draw(state, samples))
    found = _best(state, goal, points)
    if found is None:
        return None
    points, margin = found
    if margin[0] < 0 and (witness := _confirmed(statement, points, margin)):
        return witness
    points, margin = _descend(state, goal, points)
    return _confirmed(statement, points, margin)


def _best(state: State, goal: Formula, points: dict[str, Array], keep: int = 48) -> tuple[dict[str, Array], Array] | None:
    if points and not len(next(iter(points.values()))):
        return None
    (margin,) = margins(state.terms, [goal], points)
    order = np.argsort(np.where(np.isnan(margin), np.inf, margin), kind="stable")[:keep]
    return {name: x[order] for name, x in points.items()}, margin[order]


def _descend(state: State, goal: Formula, points: dict[str, Array]) -> tuple[dict[str, Array], Array]:
    """Rounds of random steps around the best points, shorter and shorter."""
    rng = np.random.default_rng(1)
    for k in range(ROUNDS):
        step = 0.5 * 0.6**k
        moved = {}
        for name, x in points.items():
            r = state.ranges[name]
            low, high = end(r.low, -np.inf), end(r.high, np.inf)
            scale = np.minimum(np.abs(x) + 0.1, high - low)
            away = np.repeat(x, 6) + np.repeat(scale, 6) * step * rng.standard_normal(6 * len(x))
            moved[name] = np.concatenate([x, np.clip(away, low + 1e-300 * r.low_open, high)])
        found = _best(state, goal, inside(state, moved), 16)
        if found is None:
            break
        points, margin = found
    _, margin = _best(state, goal, points) or (points, np.zeros(0))
    return points, margin


def _confirmed(statement: Statement, points: dict[str, Array], margin: Array) -> Witness | None:
    """The first candidate that is confirmed: simple fractions near the best points first, then those points themselves."""
    tried: set[tuple[Fraction, ...]] = set()
    names = list(points)
    suspicious = [k for k in range(len(margin)) if margin[k] < 1e-9][:_TRIED]
    for bound in (1, 4, 100, 10_000, None):
        for k in suspicious[: 4 if bound != 4 else 8]:
            if bound is None and not margin[k] < 0:
                continue
            values = [Fraction(float(points[n][k])) for n in names]
            rounded = tuple(v if bound is None else v.limit_denominator(bound) for v in values)
            if rounded in tried or len(tried) >= (_TRIED if margin[k] < -1e-9 else _TRIED_NEAR):
                continue
            tried.add(rounded)
            point = {real(n): sp.Rational(v.numerator, v.denominator) for n, v in zip(names, rounded, strict=True)}
            if witness := confirm(statement, point):
                return witness
    return None
