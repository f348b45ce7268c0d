"""Branch and bound: boxes that cover the state, on each of which bounds show the goal; the tree is a proof for the replay."""

from __future__ import annotations

import hashlib
import json
import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import astuple
from typing import TYPE_CHECKING, Any

import numpy as np
from flint import fmpq

from numeric_checks.prover import certificate as writing
from numeric_checks.prover.batch import ENCLOSURE, MEAN, OUTSIDE, SPLIT, Outcome, Problem, advance
from numeric_checks.prover.bounds import Array
from numeric_checks.prover.tape import enclosing
from numeric_checks.replay.formulas import RELATIONS
from numeric_checks.replay.judging import atom
from numeric_checks.replay.states import Range, State
from numeric_checks.replay.terms import RefusedError

if TYPE_CHECKING:
    from numeric_checks.prover.search import Search

MOST_BOXES = 60_000
BATCH = 16_384
SHARE = 1024
"""Boxes of a batch that one worker takes."""


def cover(search: Search, state: State, op: str, t: int, names: list[str], depth: int, most: int = MOST_BOXES) -> list[Any] | None:
    """A tree of splits whose leaves are proved by enclosure, mean value form or monotonicity; None where none is found.

    Unbounded ranges are cut first, their tails being goals of their own.
    """
    for name in names:
        r = state.ranges[name]
        if r.low is None or r.high is None:
            return tails(search, state, op, t, name, depth)
    try:
        problem = posed(state, op, t, names)
    except RefusedError:
        return None
    return Cover(search, problem).proof(min(most, search.most, MOST_BOXES >> min(depth, 6)))


def tails(search: Search, state: State, op: str, t: int, name: str, depth: int) -> list[Any] | None:
    """Cut an unbounded range where the tail can be proved."""
    r = state.ranges[name]
    if name in search.cut:
        return None
    base = r.low if r.low is not None else r.high
    if base is None:
        return split(search, state, op, t, name, fmpq(0), depth)
    for reach in (fmpq(1), fmpq(4), fmpq(16), fmpq(64)):
        c = base + reach if r.low is not None else base - reach
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


def split(search: Search, state: State, op: str, t: int, name: str, c: fmpq, depth: int) -> list[Any] | None:
    """A proof on both sides of c, which belongs to the left one; None where a side has none."""
    r = state.ranges[name]
    left = search.sign(state.within(name, r._replace(high=c, high_open=False)), op, t, depth + 1)
    right = None if left is None else search.sign(state.within(name, r._replace(low=c, low_open=True)), op, t, depth + 1)
    return None if right is None else ["split", name, str(c), left, right]


def posed(state: State, op: str, t: int, names: list[str]) -> Problem:
    """The problem as plain data.

    Raises:
        RefusedError: if the term has no derivative.
    """
    terms = state.terms
    hypotheses = [atom(state, h) for h in state.hypotheses if h[0] in RELATIONS]
    slopes = [terms.derivative(t, name) for name in names]
    tied = {name for _, h in hypotheses for name in terms.free(h)} if len(hypotheses) == len(state.hypotheses) else set(names)
    new = writing.Numbering(terms)
    goal, slopes, numbered = new[t], [new[d] for d in slopes], [(relation, new[h]) for relation, h in hypotheses]
    return Problem(
        json.dumps(writing.table(new.table)),
        op,
        goal,
        tuple(slopes),
        tuple(names),
        tuple(numbered),
        tuple((n, *_ends(r)) for n, r in sorted(state.ranges.items()) if n not in names),
        tuple(name not in tied for name in names),
        tuple(_ends(state.ranges[n]) for n in names),
        tuple((state.ranges[n].low_open, state.ranges[n].high_open) for n in names),
    )


class Cover:
    """One run of branch and bound, which goes on from where the frontier left it.

    ``tree[k]`` is the proof at node k, with node numbers in place of the proofs of its parts.
    """

    def __init__(self, search: Search, problem: Problem) -> None:
        self.search, self.problem = search, problem
        self.key = hashlib.sha256(repr(astuple(problem)).encode()).hexdigest()
        root = np.array(problem.root)
        self.between = True
        self.tree: list[Any] = [None]
        self.low, self.high, self.node = root[:, 0][None, :].copy(), root[:, 1][None, :].copy(), np.array([0])
        self.hopeless = False
        if (kept := search.frontier.get(self.key)) is not None and _is_cover(kept, len(problem.names)):
            self.tree, self.hopeless, self.node = list(kept["tree"]), kept["hopeless"], np.array(kept["node"], dtype=int)
            self.low, self.high = (np.array(kept[end], dtype=float).reshape(-1, len(problem.names)) for end in ("low", "high"))

    def proof(self, most: int) -> list[Any] | None:
        """The proof, or None where the boxes became too many or too small."""
        try:
            while len(self.node) and not self.hopeless and len(self.tree) <= most:
                self.search.tick()
                if self.search.frontier.due():
                    self.keep()
                self.step()
        finally:
            if len(self.tree) > 1 and self.between:
                self.keep()
        return self.assemble() if not len(self.node) and not self.hopeless else None

    def step(self) -> None:
        """Prove what can be proved of the last boxes and halve the others; the boxes change all at once, after the work is done."""
        first = max(0, len(self.node) - BATCH)
        self.between = False
        outcome = self.outcome(self.low[first:], self.high[first:])
        low, high, node = self.entered(outcome, self.node[first:])
        self.low, self.high = np.concatenate([self.low[:first], low]), np.concatenate([self.high[:first], high])
        self.node, self.hopeless = np.concatenate([self.node[:first], node]), self.hopeless or outcome.hopeless
        self.between = True

    def keep(self) -> None:
        """Keep the boxes that are left, and the tree above them."""
        kept = {"tree": self.tree, "hopeless": self.hopeless, "node": self.node.tolist()}
        self.search.frontier.keep(self.key, {**kept, "low": self.low.tolist(), "high": self.high.tolist()})

    def outcome(self, low: Array, high: Array) -> Outcome:
        """What becomes of the boxes, by the workers where there are many; the same whoever does the work."""
        if len(low) <= SHARE:
            return advance(self.problem, low, high)
        parts = [(low[k : k + SHARE], high[k : k + SHARE]) for k in range(0, len(low), SHARE)]
        found = [f.result() for f in [self.search.executor().submit(advance, self.problem, x, y) for x, y in parts]]
        joined = {
            field: np.concatenate([getattr(o, field) for o in found]) for field in ("kind", "low", "high", "ways", "direction", "cut")
        }
        return Outcome(**joined, hopeless=any(o.hopeless for o in found))

    def entered(self, outcome: Outcome, node: Any) -> tuple[Array, Array, Any]:
        """Enter the outcome in the tree; the boxes that remain."""
        names, leaves = self.problem.names, {ENCLOSURE: "enclosure", OUTSIDE: "outside", MEAN: "mean value"}
        low, high, nodes = [], [], list[int]()
        for j, place in enumerate(node.tolist()):
            for k in np.flatnonzero(outcome.ways[j]).tolist():
                self.tree.append(None)
                self.tree[place] = ["monotone", names[k], "up" if outcome.ways[j, k] > 0 else "down", ["enclosure"], len(self.tree) - 1]
                place = len(self.tree) - 1
            if outcome.kind[j] != SPLIT:
                self.tree[place] = [leaves[int(outcome.kind[j])]]
                continue
            k, cut = int(outcome.direction[j]), float(outcome.cut[j])
            self.tree += [None, None]
            self.tree[place] = ["split", names[k], _text(cut), len(self.tree) - 2, len(self.tree) - 1]
            nodes += [len(self.tree) - 2, len(self.tree) - 1]
            for side in (0, 1):
                ends = outcome.low[j].copy(), outcome.high[j].copy()
                ends[1 - side][k] = cut
                low.append(ends[0])
                high.append(ends[1])
        shape = (-1, len(names))
        return np.array(low).reshape(shape), np.array(high).reshape(shape), np.array(nodes, dtype=int)

    def assemble(self) -> list[Any]:
        """The tree as one nested proof."""
        made: list[Any] = list(self.tree)
        for k in range(len(made) - 1, -1, -1):
            made[k] = [made[x] if isinstance(x, int) else x for x in made[k]]
        return list(made[0])


def _is_cover(kept: dict[str, Any], directions: int) -> bool:
    """Whether what a file says has the shape of a cover: a tree whose open nodes are those of the boxes; more the replay will see."""
    tree, node, hopeless = (kept.get(name) for name in ("tree", "node", "hopeless"))
    if not isinstance(tree, list) or not isinstance(node, list) or not isinstance(hopeless, bool) or not tree:
        return False
    if any(not isinstance(kept.get(end), list) or np.shape(kept[end]) != (len(node), directions) for end in ("low", "high") if node):
        return False
    if any(x is not None and not isinstance(x, list) for x in tree) or [k for k, x in enumerate(tree) if x is None] != sorted(node):
        return False
    return all(k < x < len(tree) for k, step in enumerate(tree) for x in step or () if isinstance(x, int))


def threads() -> ThreadPoolExecutor:
    """The machine's cores: numpy works outside Python's lock."""
    return ThreadPoolExecutor(os.cpu_count() or 1)


def _ends(r: Range) -> tuple[float, float]:
    low = enclosing(r.low)[0] if r.low is not None else float("-inf")
    return low, enclosing(r.high)[1] if r.high is not None else float("inf")


def _text(x: float) -> str:
    p, q = x.as_integer_ratio()
    return f"{p}/{q}" if q != 1 else str(p)
