"""Branch and bound: boxes that cover the state, on each of which bounds show the goal; the tree is a proof for the replay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from flint import fmpq

from numeric_checks.prover import bounds as b
from numeric_checks.prover.bounds import Array, Bounds
from numeric_checks.prover.tape import Tape, enclosing
from numeric_checks.replay.formulas import RELATIONS
from numeric_checks.replay.rules import atom
from numeric_checks.replay.states import State
from numeric_checks.replay.terms import Refused

if TYPE_CHECKING:
    from numeric_checks.prover.search import Search

MOST_BOXES = 60_000
BATCH = 4096
_FLOOR = 1e-11


def cover(search: Search, state: State, op: str, t: int, names: list[str], depth: int, most: int = MOST_BOXES) -> list[Any] | None:
    """A tree of splits whose leaves are proved by enclosure, mean value form or monotonicity; None where none is found.

    Unbounded ranges are cut first, their tails being goals of their own.
    """
    for name in names:
        r = state.ranges[name]
        if r.low is None or r.high is None:
            return tails(search, state, op, t, name, depth)
    try:
        return Cover(search, state, op, t, names, min(most, search.most, MOST_BOXES >> min(depth, 6))).proof()
    except Refused:
        return None


def tails(search: Search, state: State, op: str, t: int, name: str, depth: int) -> list[Any] | None:
    """Cut an unbounded range where the tail can be proved."""
    r = state.ranges[name]
    if name in search.cut:
        return None
    if r.low is None and r.high is None:
        return _cut(search, state, op, t, name, fmpq(0), depth, both=True)
    for reach in (1, 4, 16, 64):
        c = r.low + reach if r.low is not None else r.high - reach
        search.cut.add(name)
        try:
            tail = r._replace(low=c, low_open=True) if r.high is None else r._replace(high=c, high_open=False)
            proof = search.sign(state.within(name, tail), op, t, depth + 2)
        finally:
            search.cut.discard(name)
        if proof is not None:
            head = r._replace(high=c, high_open=False) if r.high is None else r._replace(low=c, low_open=True)
            other = search.sign(state.within(name, head), op, t, depth + 1)
            if other is None:
                return None
            return ["split", name, str(c), other, proof] if r.high is None else ["split", name, str(c), proof, other]
    return None


def _cut(search: Search, state: State, op: str, t: int, name: str, c: fmpq, depth: int, both: bool) -> list[Any] | None:
    r = state.ranges[name]
    left = search.sign(state.within(name, r._replace(high=c, high_open=False)), op, t, depth + 1)
    right = None if left is None else search.sign(state.within(name, r._replace(low=c, low_open=True)), op, t, depth + 1)
    return None if right is None else ["split", name, str(c), left, right]


class Cover:
    """One run of branch and bound.  ``tree[k]`` is the proof at node k, with node numbers in place of the proofs of its parts."""

    def __init__(self, search: Search, state: State, op: str, t: int, names: list[str], most: int) -> None:
        self.search, self.state, self.op, self.t, self.names, self.most = search, state, op, t, names, most
        terms = state.terms
        self.hypotheses = [atom(state, h) for h in state.hypotheses if h[0] in RELATIONS]
        self.value = Tape(terms, [t, *(h for _, h in self.hypotheses)])
        self.slopes = Tape(terms, [terms.derivative(t, name) for name in names])
        self.point = search.tape(t)
        tied = {name for _, h in self.hypotheses for name in terms.free(h)} if len(self.hypotheses) == len(state.hypotheses) else set(names)
        self.free = [name not in tied for name in names]
        self.fixed = {n: (np.array([low]), np.array([high])) for n, r in state.ranges.items() if n not in names for low, high in [_ends(r)]}
        self.root = np.array([_ends(state.ranges[n]) for n in names])
        self.open = np.array([[state.ranges[n].low_open, state.ranges[n].high_open] for n in names])
        self.tree: list[Any] = [None]
        self.open_boxes = 1

    def proof(self) -> list[Any] | None:
        """The proof, or None where the boxes became too many or too small."""
        low, high, node = self.root[:, 0][None, :].copy(), self.root[:, 1][None, :].copy(), np.array([0])
        while len(node):
            self.search.tick()
            if len(self.tree) > self.most:
                return None
            take = slice(max(0, len(node) - BATCH), None)
            rest = slice(0, max(0, len(node) - BATCH))
            made = self.step(low[take], high[take], node[take])
            if made is None:
                return None
            low, high, node = (np.concatenate([x[rest], y]) for x, y in zip((low, high, node), made, strict=True))
        return self.assemble()

    def step(self, low: Array, high: Array, node: Any) -> tuple[Array, Array, Any] | None:
        """Prove what can be proved of these boxes and halve the others."""
        keep = self.enclosed(low, high, node)
        low, high, node = low[keep], high[keep], node[keep]
        if not len(node):
            return low, high, node
        slopes = self.slopes.bounds(self.box(low, high))
        slopes = [(np.broadcast_to(x, (len(node),)), np.broadcast_to(y, (len(node),))) for x, y in slopes]
        if self.collapse(low, high, node, slopes):
            keep = self.enclosed(low, high, node)
            low, high, node, slopes = low[keep], high[keep], node[keep], [(x[keep], y[keep]) for x, y in slopes]
        if not len(node):
            return low, high, node
        keep = self.mean(low, high, node, slopes)
        low, high, node, slopes = low[keep], high[keep], node[keep], [(x[keep], y[keep]) for x, y in slopes]
        return self.halve(low, high, node, slopes) if len(node) else (low, high, node)

    def box(self, low: Array, high: Array) -> dict[str, Bounds]:
        """The boxes as bounds by variable."""
        return {**self.fixed, **{n: (low[:, k], high[:, k]) for k, n in enumerate(self.names)}}

    def enclosed(self, low: Array, high: Array, node: Any) -> Any:
        """Enter the leaves that bounds prove or put outside; which boxes remain."""
        found = [(np.broadcast_to(x, (len(node),)), np.broadcast_to(y, (len(node),))) for x, y in self.value.bounds(self.box(low, high))]
        done = _shows(self.op, found[0][0])
        out = np.zeros(len(node), dtype=bool)
        for (op, _), (x, y) in zip(self.hypotheses, found[1:], strict=True):
            out |= (y < 0) if op in (">=", "=") else (y <= 0) if op == ">" else np.zeros(len(node), dtype=bool)
            out |= (x > 0) if op == "=" else False
        for k in node[done]:
            self.tree[k] = ["enclosure"]
        for k in node[out & ~done]:
            self.tree[k] = ["outside"]
        return ~(done | out)

    def collapse(self, low: Array, high: Array, node: Any, slopes: list[Bounds]) -> bool:
        """Keep only the face on which the term is least, where a slope has one sign."""
        some = False
        for k, (x, y) in enumerate(slopes):
            if not self.free[k]:
                continue
            wide = low[:, k] < high[:, k]
            up, down = wide & (x >= 0), wide & (y <= 0) & ~(x >= 0)
            up &= ~((low[:, k] <= self.root[k, 0]) & self.open[k, 0])
            down &= ~((high[:, k] >= self.root[k, 1]) & self.open[k, 1])
            for chosen, way in ((up, "up"), (down, "down")):
                for j in np.flatnonzero(chosen):
                    self.tree.append(None)
                    self.tree[node[j]] = ["monotone", self.names[k], way, ["enclosure"], len(self.tree) - 1]
                    node[j] = len(self.tree) - 1
            high[:, k] = np.where(up, low[:, k], high[:, k])
            low[:, k] = np.where(down, high[:, k], low[:, k])
            some = some or bool(up.any() or down.any())
        return some

    def mean(self, low: Array, high: Array, node: Any, slopes: list[Bounds]) -> Any:
        """Enter the leaves that the mean value form proves; which boxes remain."""
        middle = 0.5 * (low + high)
        with np.errstate(all="ignore"):
            (total,) = Tape.bounds(self.point, self.box(middle, middle))
            for k, slope in enumerate(slopes):
                away = b.out(low[:, k] - middle[:, k], high[:, k] - middle[:, k])
                total = b.add(total, b.mul(slope, away))
        done = np.broadcast_to(_shows(self.op, total[0]), (len(node),))
        for k in node[done]:
            self.tree[k] = ["mean value"]
        return ~done

    def halve(self, low: Array, high: Array, node: Any, slopes: list[Bounds]) -> tuple[Array, Array, Any] | None:
        """Cut each box in the direction that contributes most to the width of its bounds."""
        width = high - low
        size = np.stack([np.maximum(np.abs(x), np.abs(y)) for x, y in slopes], axis=1)
        with np.errstate(all="ignore"):
            smear = np.where(np.isfinite(size), size, 1e6) * width
        # A width relative to the root keeps a slope that is 0 or infinite from starving the other directions.
        smear = smear + 1e-9 * width / np.maximum(self.root[:, 1] - self.root[:, 0], 1e-300)
        smear = np.where(width > 0, smear, -1.0)
        k = np.argmax(smear, axis=1)
        row = np.arange(len(node))
        cut = _middle(low[row, k], high[row, k])
        narrow = width[row, k] <= _FLOOR * np.maximum(np.abs(cut), 1e-3)
        if narrow.any() or self.violated(low, high):
            return None
        first = len(self.tree)
        for j in row:
            self.tree[node[j]] = ["split", self.names[k[j]], _text(cut[j]), first + 2 * j, first + 2 * j + 1]
        self.tree += [None] * (2 * len(node))
        left_high, right_low = high.copy(), low.copy()
        left_high[row, k] = cut
        right_low[row, k] = cut
        new = first + 2 * row
        return np.concatenate([low, right_low]), np.concatenate([left_high, high]), np.concatenate([new, new + 1])

    def violated(self, low: Array, high: Array) -> bool:
        """Whether the goal seems to fail in the middle of a box: then no cover can be found."""
        if self.hypotheses:
            return False
        middle = 0.5 * (low + high)
        point = {**{n: x for n, (x, _) in self.fixed.items()}, **{n: middle[:, k] for k, n in enumerate(self.names)}}
        (value,) = self.point.points(point)
        return bool(np.any(value < -1e-13 * (1 + np.abs(value))))

    def assemble(self) -> list[Any]:
        """The tree as one nested proof."""
        for k in range(len(self.tree) - 1, -1, -1):
            entry = self.tree[k]
            self.tree[k] = [self.tree[x] if isinstance(x, int | np.integer) else x for x in entry]
        return list(self.tree[0])


def _middle(low: Array, high: Array) -> Array:
    """Where to cut: geometrically where the range spans much more than a factor of 2."""
    with np.errstate(all="ignore"):
        return np.where((low > 0) & (high > 4 * low), np.sqrt(low * high), 0.5 * (low + high))


def _shows(op: str, low: Array) -> Any:
    return low > 0 if op == ">" else low >= 0


def _ends(r: Any) -> tuple[float, float]:
    low = enclosing(r.low)[0] if r.low is not None else -np.inf
    return low, enclosing(r.high)[1] if r.high is not None else np.inf


def _text(x: float) -> str:
    p, q = float(x).as_integer_ratio()
    return f"{p}/{q}" if q != 1 else str(p)
