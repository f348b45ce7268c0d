"""Sample points of a state in double precision: they guide the search and propose witnesses, and decide nothing."""

import numpy as np
from flint import fmpq

from numeric_checks.prover.bounds import Array
from numeric_checks.prover.tape import Tape
from numeric_checks.replay.formulas import RELATIONS, Formula
from numeric_checks.replay.states import Range, State
from numeric_checks.replay.terms import Terms

SPECIAL = (0.0, 1.0, -1.0, 2.0, 0.5, -2.0, 3.0, -0.5, 4.0, 0.25, 10.0, -10.0)


def end(value: object, unbounded: float) -> float:
    """An end point as a double."""
    if value is None:
        return unbounded
    try:
        return int(value.p) / int(value.q)  # type: ignore[attr-defined]
    except OverflowError:
        return unbounded


def exactly(x: float) -> fmpq:
    """A double as a rational number."""
    return fmpq(*x.as_integer_ratio())


def line(r: Range, n: int, rng: np.random.Generator) -> Array:
    """Points of one range: special values, evenly spread ones, and ones close to the ends or far out."""
    low, high = end(r.low, -np.inf), end(r.high, np.inf)
    if low == high:
        return np.full(n, low)
    special = np.array([s for s in SPECIAL if low < s < high])[: n // 8]
    k = n - len(special)
    if np.isfinite(low) and np.isfinite(high):
        width = high - low
        ends = width * 10.0 ** rng.uniform(-6, -0.5, k // 2)
        side = rng.random(k // 2) < 0.5
        near = np.where(side, low + ends, high - ends)
        points = [low + width * rng.random(k - k // 2 - 2), near, [low, high]]
    elif np.isfinite(low) or np.isfinite(high):
        far = 10.0 ** np.concatenate([rng.uniform(-4, 2.5, (k - 1) // 2), rng.uniform(-1, 1, k - 1 - (k - 1) // 2)])
        points = [low + far if np.isfinite(low) else high - far, [low if np.isfinite(low) else high]]
    else:
        far = 10.0 ** np.concatenate([rng.uniform(-3, 2.3, k // 2), rng.uniform(-1, 1, k - k // 2)])
        points = [far * np.where(rng.random(k) < 0.5, -1.0, 1.0)]
    x: Array = np.clip(np.concatenate([special, *points]), low, high)
    if r.low_open:
        x = np.where(x == low, low + 1e-9 * max(1.0, abs(low)), x)
    if r.high_open:
        x = np.where(x == high, high - 1e-9 * max(1.0, abs(high)), x)
    return x


def draw(state: State, n: int, seed: int = 0) -> dict[str, Array]:
    """n points of the box of the state; hypotheses are not looked at."""
    rng = np.random.default_rng(seed)
    points: dict[str, Array] = {}
    for name in sorted(state.ranges):
        x = line(state.ranges[name], n, rng)
        points[name] = x if len(points) == 0 else rng.permutation(x)
    _meet(state, points, rng)
    for name, s in state.limits.items():
        points[name] = np.full(n, s * 1e9)
    return points


def _meet(state: State, points: dict[str, Array], rng: np.random.Generator) -> None:
    """In the last third of the points some variables are equal: inequalities like to be tight there."""
    names = sorted(points)
    third = len(points[names[0]]) // 3 if names else 0
    for k, name in enumerate(names[1:], 1):
        other = names[int(rng.integers(k))]
        low, high = end(state.ranges[name].low, -np.inf), end(state.ranges[name].high, np.inf)
        copied = points[other][-third:]
        take = (rng.random(third) < 0.7) & (copied > low) & (copied < high)
        points[name][-third:] = np.where(take, copied, points[name][-third:])


def margin(f: Formula, tape: Tape, values: dict[int, Array]) -> Array:
    """How far the formula is from failing at each point: negative where it seems false."""
    op = f[0]
    if op in RELATIONS:
        left, right = values[f[1]], values[f[2]]
        gap = left - right if op in (">", ">=") else right - left if op in ("<", "<=") else np.abs(left - right)
        return np.asarray(gap if op != "=" else -gap)
    if op == "=>":
        return np.maximum(-margin(f[1], tape, values), margin(f[2], tape, values))
    parts = [margin(part, tape, values) for part in f[1:]]
    return np.asarray(np.minimum.reduce(parts) if op == "and" else np.maximum.reduce(parts))


def sides(f: Formula) -> list[int]:
    """The terms that the relations of a formula compare."""
    return [f[1], f[2]] if f[0] in RELATIONS else [t for part in f[1:] for t in sides(part)]


def margins(terms: Terms, formulas: list[Formula], points: dict[str, Array]) -> list[Array]:
    """The margins of formulas in normal form."""
    wanted = sorted({t for f in formulas for t in sides(f)})
    tape = Tape(terms, wanted)
    values = dict(zip(wanted, tape.points(points), strict=True))
    with np.errstate(all="ignore"):
        return [margin(f, tape, values) for f in formulas]


def inside(state: State, points: dict[str, Array]) -> dict[str, Array]:
    """The points that seem to satisfy the hypotheses of the state."""
    if not state.hypotheses:
        return points
    with np.errstate(all="ignore"):
        keep = np.logical_and.reduce([m >= -1e-12 for m in margins(state.terms, list(state.hypotheses), points)])
    return {name: x[keep] for name, x in points.items()}
