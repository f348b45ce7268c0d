"""Searches for a proof of a goal on a state, in the rules of `numeric_checks.replay`: cheap steps first, deep ones where samples allow."""

import time
from collections.abc import Callable
from concurrent.futures import Executor
from typing import Any, TypeAlias

from numeric_checks.prover import boxes, cases, contact, curves, edges, products, ranges, slopes, variables
from numeric_checks.prover.evidence import Evidence
from numeric_checks.prover.frontier import Frontier
from numeric_checks.replay.formulas import RELATIONS, Formula
from numeric_checks.replay.interval import UndefinedError
from numeric_checks.replay.judging import atom, goal_of, normal_of
from numeric_checks.replay.rules import checker
from numeric_checks.replay.states import State
from numeric_checks.replay.terms import RefusedError, Terms

Proof: TypeAlias = list[Any]
DEEPEST = 9
STAGES = ((3, 1000), (5, 8000), (7, 60_000), (DEEPEST, 60_000))
"""How deep proofs may be, and how many boxes may be used, from one attempt to the next."""
SMALL, SMALLER = 12, 3
"""A term of so few nodes may lie so much deeper: it is soon decided."""
QUICK = 400
ENCLOSURE: Proof = ["enclosure"]


class OutOfTimeError(Exception):
    """The time is up."""


class Search(Evidence):
    """One search.  ``failed`` remembers goals that were given up, ``irreducible`` terms that are factors already."""

    def __init__(self, terms: Terms, deadline: float, executor: Executor | None = None, frontier: Frontier | None = None) -> None:
        super().__init__(terms)
        self.deadline, self.given, self.frontier = deadline, executor, frontier or Frontier(None)
        self.failed: set[Any] = set()
        self.cut: set[str] = set()
        self.irreducible: set[int] = set()
        self.deepest, self.most = STAGES[-1]

    def executor(self) -> Executor:
        """Who does the work of many boxes."""
        if self.given is None:
            self.given = boxes.threads()
        return self.given

    def tick(self) -> None:
        """Stop when the time is up."""
        if time.monotonic() > self.deadline:
            raise OutOfTimeError

    def solve(self, state: State, goal: Formula, depth: int = 0) -> Proof | None:
        """A proof of the goal on the state, or None."""
        self.tick()
        if (found := cases.hypothetical(self, state, goal, depth)) is not None:
            return found[0]
        if goal[0] in RELATIONS:
            return self.relation(state, goal, depth)
        if state.truth(goal) is True:
            return ENCLOSURE
        if goal[0] == "and":
            parts = []
            for part in goal[1:]:
                proof = self.solve(state, part, depth)
                if proof is None:
                    return None
                parts.append(proof)
            return ["all", *parts]
        if goal[0] == "=>":
            proof = self.solve(state.suppose(goal[1]), goal[2], depth + 1)
            return None if proof is None else ["suppose", proof]
        return cases.alternatives(self, state, goal, depth)

    def scalar(self, state: State, goal: Formula) -> Proof | None:
        """The goal by one enclosure of the whole state."""
        return ENCLOSURE if state.truth(goal) is True else None

    def deepening(self, state: State, goal: Formula, depth: int = 0) -> Proof | None:
        """A proof with as few steps in depth as possible."""
        for self.deepest, self.most in STAGES:
            self.failed.clear()
            self.irreducible.clear()
            if (proof := self.solve(state, goal, depth)) is not None:
                return proof
        return None

    def relation(self, state: State, goal: Formula, depth: int) -> Proof | None:
        """A proof of one relation."""
        op, t = atom(state, goal)
        if state.truth(goal) is True:
            return ENCLOSURE
        if op == "=":
            return self.equation(state, goal, t, depth)
        if op == "!=":
            return self.inequation(state, goal, t, depth)
        return self.sign(state, op, t, depth)

    def equation(self, state: State, goal: Formula, t: int, depth: int) -> Proof | None:
        """A term that is 0: by normal form, by squares, or piece by piece."""
        if self.accepted(state, goal, ["identity"]):
            return ["identity"]
        if self.seems(state, t) != 1 or self.seems(state, products.opposite(self, t)) != 1:
            return None
        if state.hypotheses:
            sides = [["hypothesis"], ["hypothesis"]]
            if self.accepted(state, goal, ["squeeze", *sides]):
                return ["squeeze", *sides]
        if (proof := cases.pieces(self, state, goal, t, depth)) is not None:
            return proof
        return products.squared(self, state, "=", t, depth)

    def inequation(self, state: State, goal: Formula, t: int, depth: int) -> Proof | None:
        """A term that is not 0."""
        if state.hypotheses and self.accepted(state, goal, ["hypothesis"]):
            return ["hypothesis"]
        for relation in (">", "<"):
            part = t if relation == ">" else self.terms.product((self.terms.q(-1), t))
            if (proof := self.sign(state, ">", part, depth + 1)) is not None:
                return ["sign", relation, proof]
        if (proof := products.factored(self, state, "!=", t, depth)) is not None:
            return proof
        for h in state.hypotheses:
            value = self.terms.value(h[2]) if h[0] == "!=" and self.terms.nodes[h[1]][0] == "v" else None
            name = self.terms.nodes[h[1]][1] if value is not None else ""
            r = state.ranges.get(name)
            if value is not None and r is not None and (r.low is None or r.low < value) and (r.high is None or r.high > value):
                left = self.relation(state.within(name, r._replace(high=value, high_open=True)), goal, depth + 1)
                right = None if left is None else self.relation(state.within(name, r._replace(low=value, low_open=True)), goal, depth + 1)
                # the hypothesis takes the point itself out of either part
                return None if right is None else ["split", name, str(value), left, right]
        return None

    def accepted(self, state: State, goal: Formula, proof: Proof) -> bool:
        """Whether the checker accepts a proof: the search may always ask it."""
        try:
            checker(list(range(len(self.terms.nodes)))).prove(state, goal, proof)
        except RefusedError:
            return False
        return True

    def sign(self, state: State, op: str, t: int, depth: int = 0) -> Proof | None:
        """A proof that the term is > 0 or ≥ 0 on the state."""
        self.tick()
        goal = goal_of(state, op, t)
        if state.truth(goal) is True:
            return ENCLOSURE
        if state.limits:
            return None
        if (found := cases.hypothetical(self, state, goal, depth)) is not None:
            return found[0]
        names = sorted(self.terms.free(t) - set(state.constants()))
        if not names:
            return self.constant(state, op, t)
        if state.hypotheses and self.accepted(state, goal, ["hypothesis"]):
            return ["hypothesis"]
        key = (op, t, tuple((n, str(r)) for n, r in sorted(state.ranges.items())), state.hypotheses)
        if depth > self.deepest + SMALLER * (len(self.terms.needed(t)) <= SMALL) or key in self.failed:
            return None
        if not self.defined_at(state, t):
            return variables.shift(self, state, op, t, names, depth)
        if self.seems(state, t) in (0, -1) and not self.vanishes(state, op, t):
            return None
        proof = self.steps(state, op, t, names, depth)
        if proof is None:
            self.failed.add(key)
        return proof

    def vanishes(self, state: State, op: str, t: int) -> bool:
        """Whether the term is 0 on the whole state by normal form."""
        return op == ">=" and not state.limits and normal_of(state).is_zero(t)

    def constant(self, state: State, op: str, t: int) -> Proof | None:
        """A term without variables: higher and higher precision."""
        bits = state.bits
        if self.vanishes(state, op, t):
            return ["identity"]
        while bits <= 16384:
            self.tick()
            bits *= 2
            truth = state.at(bits).truth(goal_of(state, op, t))
            if truth is not None:
                return ["at", bits, ENCLOSURE] if truth else None
        return None

    def steps(self, state: State, op: str, t: int, names: list[str], depth: int) -> Proof | None:
        """The steps, cheap ones first."""
        if self.vanishes(state, op, t):
            return ["identity"]
        node = self.terms.nodes[t]
        if op == ">=" and node[0] == "^" and node[2].q != 1:
            return ["root"]
        if (proof := slopes.collapse(self, state, op, t, names, depth)) is not None:
            return proof
        if (plain := cases.smooth(self, state, t)) != t:
            proof = self.sign(state, op, plain, depth)
            return None if proof is None else ["rewrite", plain, proof]
        for step in (variables.scale, ranges.share):
            if (proof := curves.attempted(step, self, state, op, t, names, depth)) is not None:
                return proof
        if len(names) == 1 and (proof := contact.touch(self, state, op, t, names[0], depth)) is not None:
            return proof
        if (proof := cases.pieces(self, state, goal_of(state, op, t), t, depth)) is not None:
            return proof
        if (proof := products.slack(self, state, op, t, depth)) is not None:
            return proof
        if self.clear(state, t) and (proof := boxes.cover(self, state, op, t, names, depth, QUICK)) is not None:
            return proof
        if (proof := products.squared(self, state, op, t, depth)) is not None:
            return proof
        if (proof := products.factored(self, state, op, t, depth)) is not None:
            return proof
        if (proof := products.logged(self, state, op, t, depth)) is not None:
            return proof
        if (proof := slopes.descend(self, state, op, t, names, depth)) is not None:
            return proof
        if (proof := curves.bend(self, state, op, t, names, depth)) is not None:
            return proof
        if len(names) == 1 and (proof := edges.edge(self, state, op, t, names[0], depth)) is not None:
            return proof
        return boxes.cover(self, state, op, t, names, depth)

    def shortly(self, share: float, attempt: Callable[[], Proof | None]) -> Proof | None:
        """The attempt, within a share of the time that is left."""
        deadline = self.deadline
        now = time.monotonic()
        self.deadline = now + share * (deadline - now)
        try:
            return attempt()
        except OutOfTimeError:
            return None
        finally:
            self.deadline = deadline

    def defined_at(self, state: State, t: int) -> bool:
        """Whether the term is certainly defined on the state."""
        try:
            return state.defined(t)
        except UndefinedError:
            return False
