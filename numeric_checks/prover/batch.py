"""One step of branch and bound on a batch of boxes: a function of the problem and the boxes alone, so that any process may take it."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from numeric_checks.prover import bounds as b
from numeric_checks.prover.bounds import Array, Bounds
from numeric_checks.prover.tape import Tape
from numeric_checks.replay.formulas import read_terms

ENCLOSURE, OUTSIDE, MEAN, SPLIT = 0, 1, 2, 3
NARROW = 1e-11


@dataclass(frozen=True)
class Problem:
    """A goal ``relation`` of term ``goal`` to 0 on boxes, as plain data.

    ``terms`` is the table as JSON text; ``slopes`` are the derivatives by ``names``, the directions of the boxes; ``hypotheses`` pair a
    relation with a term; ``fixed`` gives the variables that have one value; ``free`` marks directions along which no hypothesis changes;
    ``root`` is the first box, ``opened`` its ends that do not belong to it.
    """

    terms: str
    relation: str
    goal: int
    slopes: tuple[int, ...]
    names: tuple[str, ...]
    hypotheses: tuple[tuple[str, int], ...]
    fixed: tuple[tuple[str, float, float], ...]
    free: tuple[bool, ...]
    root: tuple[tuple[float, float], ...]
    opened: tuple[tuple[bool, bool], ...]


@dataclass(frozen=True)
class Outcome:
    """What became of each box: its ``kind``, its ends and directions (1 up, −1 down) after collapsing, and where to cut it."""

    kind: NDArray[np.int8]
    low: Array
    high: Array
    ways: NDArray[np.int8]
    direction: NDArray[np.int64]
    cut: Array
    hopeless: bool


@lru_cache(maxsize=32)
def _compiled(problem: Problem) -> tuple[Tape, Tape, Tape]:
    import json

    terms, numbers = read_terms(json.loads(problem.terms))
    goal = numbers[problem.goal]
    value = Tape(terms, [goal, *(numbers[t] for _, t in problem.hypotheses)])
    return value, Tape(terms, [numbers[t] for t in problem.slopes]), Tape(terms, [goal])


def advance(problem: Problem, low: Array, high: Array) -> Outcome:
    """Prove what bounds prove of these boxes, collapse what is monotone, and say where to cut the others."""
    return _Step(problem, low.copy(), high.copy()).outcome()


class _Step:
    def __init__(self, problem: Problem, low: Array, high: Array) -> None:
        self.problem, self.low, self.high = problem, low, high
        self.value, self.slope, self.goal = _compiled(problem)
        self.root = np.array(problem.root)
        n, k = low.shape
        self.kind = np.full(n, SPLIT, dtype=np.int8)
        self.ways = np.zeros((n, k), dtype=np.int8)

    def outcome(self) -> Outcome:
        n, _ = self.low.shape
        self.enclose(np.arange(n))
        rest = np.flatnonzero(self.kind == SPLIT)
        direction, cut, hopeless = np.zeros(n, dtype=np.int64), np.zeros(n), False
        if len(rest):
            slopes = self.slopes(rest)
            if self.collapse(rest, slopes):
                self.enclose(rest)
            self.mean(rest, slopes)
            chosen = self.kind[rest] == SPLIT
            rest, slopes = rest[chosen], [(x[chosen], y[chosen]) for x, y in slopes]
        if len(rest):
            direction[rest], cut[rest], hopeless = self.cuts(rest, slopes)
        return Outcome(self.kind, self.low, self.high, self.ways, direction, cut, hopeless)

    def box(self, rows: NDArray[np.int64]) -> dict[str, Bounds]:
        """The boxes as bounds by variable."""
        fixed = {n: (np.array([x]), np.array([y])) for n, x, y in self.problem.fixed}
        return {**fixed, **{n: (self.low[rows, k], self.high[rows, k]) for k, n in enumerate(self.problem.names)}}

    def enclose(self, rows: NDArray[np.int64]) -> None:
        found = [_wide(x, len(rows)) for x in self.value.bounds(self.box(rows))]
        done = _shows(self.problem.relation, found[0][0])
        out = np.zeros(len(rows), dtype=bool)
        for (op, _), (x, y) in zip(self.problem.hypotheses, found[1:], strict=True):
            if op in (">=", "=", ">"):
                out |= (y <= 0) if op == ">" else (y < 0)
            if op == "=":
                out |= x > 0
        self.kind[rows[out]] = OUTSIDE
        self.kind[rows[done]] = ENCLOSURE

    def slopes(self, rows: NDArray[np.int64]) -> list[Bounds]:
        return [_wide(x, len(rows)) for x in self.slope.bounds(self.box(rows))]

    def collapse(self, rows: NDArray[np.int64], slopes: list[Bounds]) -> bool:
        """Keep only the face on which the term is least, where a slope has one sign and the face belongs to the box."""
        for k, (x, y) in enumerate(slopes):
            low, high = self.low[rows, k], self.high[rows, k]
            wide = (low < high) & self.problem.free[k]
            up = wide & (x >= 0) & ~((low <= self.root[k, 0]) & self.problem.opened[k][0])
            down = wide & (y <= 0) & ~(x >= 0) & ~((high >= self.root[k, 1]) & self.problem.opened[k][1])
            self.ways[rows, k] = up.astype(np.int8) - down.astype(np.int8)
            self.high[rows, k] = np.where(up, low, high)
            self.low[rows, k] = np.where(down, high, low)
        return bool(self.ways[rows].any())

    def mean(self, rows: NDArray[np.int64], slopes: list[Bounds]) -> None:
        """The mean value form about the middle of each box."""
        low, high = self.low[rows], self.high[rows]
        middle = 0.5 * (low + high)
        fixed = {n: (np.array([x]), np.array([y])) for n, x, y in self.problem.fixed}
        with np.errstate(all="ignore"):
            (total,) = self.goal.bounds({**fixed, **{n: (middle[:, k], middle[:, k]) for k, n in enumerate(self.problem.names)}})
            for k, slope in enumerate(slopes):
                total = b.add(total, b.mul(slope, b.out(low[:, k] - middle[:, k], high[:, k] - middle[:, k])))
        done = _wide(total, len(rows))[0]
        self.kind[rows[_shows(self.problem.relation, done) & (self.kind[rows] == SPLIT)]] = MEAN

    def cuts(self, rows: NDArray[np.int64], slopes: list[Bounds]) -> tuple[NDArray[np.int64], Array, bool]:
        """Cut each box in the direction that contributes most to the width of its bounds (smear)."""
        low, high = self.low[rows], self.high[rows]
        width = high - low
        size = np.stack([np.maximum(np.abs(x), np.abs(y)) for x, y in slopes], axis=1)
        with np.errstate(all="ignore"):
            smear = np.where(np.isfinite(size), size, 1e6) * width
        # A width relative to the root keeps a slope that is 0 or infinite from starving the other directions.
        smear = smear + 1e-9 * width / np.maximum(self.root[:, 1] - self.root[:, 0], 1e-300)
        k = np.argmax(np.where(width > 0, smear, -1.0), axis=1)
        row = np.arange(len(rows))
        cut = _middle(low[row, k], high[row, k])
        narrow = width[row, k] <= NARROW * np.maximum(np.abs(cut), 1e-3)
        return k, cut, bool(narrow.any()) or self.violated(low, high)

    def violated(self, low: Array, high: Array) -> bool:
        """Whether the goal seems to fail in the middle of a box: then no cover can be found."""
        if self.problem.hypotheses:
            return False
        middle = 0.5 * (low + high)
        point = {n: np.array([x]) for n, x, _ in self.problem.fixed}
        (value,) = self.goal.points({**point, **{n: middle[:, k] for k, n in enumerate(self.problem.names)}})
        return bool(np.any(value < -1e-13 * (1 + np.abs(value))))


def _wide(x: Bounds, n: int) -> Bounds:
    return np.broadcast_to(x[0], (n,)), np.broadcast_to(x[1], (n,))


def _shows(op: str, low: Array) -> NDArray[np.bool_]:
    return np.asarray(low > 0 if op == ">" else low >= 0)


def _middle(low: Array, high: Array) -> Array:
    """Where to cut: geometrically where the range spans much more than a factor of 2."""
    with np.errstate(all="ignore"):
        return np.where((low > 0) & (high > 4 * low), np.sqrt(low * high), 0.5 * (low + high))
