"""What samples say about terms and formulas: a guide for the search, which decides nothing."""

from typing import Any

import numpy as np

from numeric_checks.prover.samples import draw, exactly, inside, margins
from numeric_checks.prover.tape import Tape
from numeric_checks.replay.formulas import Formula
from numeric_checks.replay.judging import goal_of
from numeric_checks.replay.states import Range, State
from numeric_checks.replay.terms import Terms

SAMPLES = 192


class Evidence:
    """Sample values of the terms of one table; compiled terms are kept."""

    def __init__(self, terms: Terms) -> None:
        self.terms = terms
        self.tapes: dict[tuple[int, ...], Tape] = {}

    def points(self, state: State) -> dict[str, Any]:
        """Sample points of the state."""
        return inside(state, draw(state, SAMPLES)) or {"": np.zeros(1)}

    def sample(self, state: State, *wanted: int) -> list[Any]:
        """Values of terms at sample points of the state."""
        return self.tape(*wanted).points(self.points(state))

    def tape(self, *wanted: int) -> Tape:
        """The compiled terms."""
        tape = self.tapes.get(wanted)
        if tape is None:
            tape = self.tapes[wanted] = Tape(self.terms, list(wanted))
        return tape

    def seems(self, state: State, t: int) -> int:
        """1 if no sample is negative, −1 if none is positive, 0 if both occur; 2 if there is nothing to see.

        Doubles cancel: that a sample is negative, or positive, counts where Arb says so too.
        """
        node = self.terms.nodes[t]
        parts = node[1:] if node[0] == "+" else (t,)
        points = self.points(state)
        values, *sizes = self.tape(t, *parts).points(points)
        fine = np.isfinite(values)
        if not fine.any():
            return 2
        with np.errstate(all="ignore"):
            relative = np.where(fine, values / (np.sum([np.abs(s) for s in sizes], axis=0) + 1e-300), 0.0)
        signs: list[bool] = []
        for worst in (np.argsort(relative, kind="stable")[:3], np.argsort(-relative, kind="stable")[:3]):
            way = -1 if not signs else 1
            signs.append(any(way * relative[k] > 1e-10 and self.surely(state, t, points, int(k), way) for k in worst))
        negative, positive = signs
        return 0 if negative and positive else -1 if negative else 1

    def surely(self, state: State, t: int, points: dict[str, Any], k: int, way: int) -> bool:
        """Whether the term has that sign at the sample, in Arb."""
        here = {name: exactly(float(x[k])) for name, x in points.items() if name}
        at = State(self.terms, {name: Range(c, c, False, False) for name, c in here.items()}, bits=256)
        return at.truth(goal_of(state, ">" if way > 0 else "<", t)) is True

    def clear(self, state: State, t: int) -> bool:
        """Whether the box is bounded and the samples are all well above 0."""
        if any(r.low is None or r.high is None for r in state.ranges.values()):
            return False
        node = self.terms.nodes[t]
        values, *sizes = self.sample(state, t, *(node[1:] if node[0] == "+" else (t,)))
        with np.errstate(all="ignore"):
            return bool(len(values) and np.all(values > 3e-3 * np.sum([np.abs(s) for s in sizes], axis=0)))

    def plausible(self, state: State, goal: Formula) -> bool:
        """Whether no sample speaks against a formula."""
        points = self.points(state)
        (margin,) = margins(self.terms, [goal], points) if "" not in points else (np.zeros(0),)
        return bool(np.all(~(margin < -1e-9)))
