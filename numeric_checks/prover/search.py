"""Searches for a proof of a goal on a state, in the rules of `numeric_checks.replay`: cheap steps first, deeper ones where samples allow."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np
from flint import fmpq

from numeric_checks.prover import boxes, contact, curves, factors
from numeric_checks.prover.samples import draw, exactly, inside, margins, sides
from numeric_checks.prover.tape import Tape
from numeric_checks.replay.formulas import RELATIONS, Formula
from numeric_checks.replay.interval import Undefined
from numeric_checks.replay.rules import Rules, atom, face, goal_of, normal_of
from numeric_checks.replay.states import Range, State
from numeric_checks.replay.terms import Refused, Terms

Proof: TypeAlias = list[Any]
DEEPEST = 9
STAGES = ((3, 1000), (5, 8000), (7, 60_000), (DEEPEST, 60_000))
"""How deep proofs may be, and how many boxes may be used, from one attempt to the next."""
SAMPLES = 192
QUICK = 400
ENCLOSURE: Proof = ["enclosure"]


def simpler(c: fmpq) -> Iterator[tuple[fmpq, fmpq]]:
    """Numbers near c that are simpler to write."""
    exact = Fraction(int(c.p), int(c.q))
    found = {exact}
    for bound in (1, 2, 4, 12, 30):
        near = exact.limit_denominator(bound)
        if near not in found and near.denominator * 4 <= exact.denominator and abs(near - exact) < abs(exact) / 20:
            found.add(near)
            yield c, fmpq(near.numerator, near.denominator)


class OutOfTime(Exception):
    """The time is up."""


class Search:
    """One search.  ``failed`` remembers goals that were given up, ``irreducible`` terms that are factors already."""

    def __init__(self, terms: Terms, deadline: float, workers: Any = None) -> None:
        self.terms, self.deadline, self.workers = terms, deadline, workers
        self.failed: set[Any] = set()
        self.cut: set[str] = set()
        self.deepest = DEEPEST
        self.most = boxes.MOST_BOXES
        self.irreducible: set[int] = set()
        self.tapes: dict[tuple[int, ...], Tape] = {}

    def tick(self) -> None:
        """Stop when the time is up."""
        if time.monotonic() > self.deadline:
            raise OutOfTime

    def solve(self, state: State, goal: Formula, depth: int = 0) -> Proof | None:
        """A proof of the goal on the state, or None."""
        self.tick()
        if (found := self.hypothetical(state, goal, depth)) is not None:
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
        return self.alternatives(state, goal, depth)

    def scalar(self, state: State, goal: Formula) -> Proof | None:
        """The goal by one enclosure of the whole state."""
        return ENCLOSURE if state.truth(goal) is True else None

    def orthants(self, state: State, goal: Formula, depth: int) -> Proof | None:
        """A hypothesis about a product of variables: each variable less than, equal to or greater than 0."""
        if depth > 6:
            return None
        for h in state.hypotheses:
            if h[0] in RELATIONS and self.terms.value(h[2]) == 0 and self.terms.nodes[h[1]][0] == "*":
                for j in self.terms.nodes[h[1]][1:]:
                    name = self.terms.nodes[j][1] if self.terms.nodes[j][0] == "v" else None
                    r = state.ranges.get(str(name))
                    if name is None or r is None or r.low == r.high is not None:
                        continue
                    for u in (j, self.terms.product((self.terms.q(-1), j))):
                        least, less = state.suppose(goal_of(state, ">=", u)), state.suppose(goal_of(state, "<", u))
                        if least.ranges[name] != r and less.ranges[name] != r:
                            one = self.solve(least, goal, depth + 1)
                            two = None if one is None else self.solve(less, goal, depth + 1)
                            return None if two is None else ["cases", u, one, two]
        return None

    def hypothetical(self, state: State, goal: Formula, depth: int) -> tuple[Proof | None] | None:
        """What the hypotheses ask for first: no point, one of several cases, an equation that gives a variable."""
        if any(r.empty() for r in state.ranges.values()) or any(state.truth(h) is False for h in state.hypotheses):
            return (["outside"],)
        h = next((h for h in state.hypotheses if h[0] == "or"), None)
        if h is not None:
            others = replace(state, hypotheses=tuple(x for x in state.hypotheses if x != h), values={})
            proofs = []
            for part in h[1:]:
                proof = self.solve(others.suppose(part), goal, depth + 1)
                if proof is None:
                    return (None,)
                proofs.append(proof)
            return (["either", *proofs],)
        for h in state.hypotheses:
            if h[0] == "=" and depth < self.deepest and (proof := curves.solved(self, state, goal, h, depth)) is not None:
                return (proof,)
        proof = self.orthants(state, goal, depth)
        return None if proof is None else (proof,)

    def deepening(self, state: State, goal: Formula, depth: int = 0) -> Proof | None:
        """A proof with as few steps in depth as possible."""
        for self.deepest, self.most in STAGES:
            self.failed.clear()
            if (proof := self.solve(state, goal, depth)) is not None:
                return proof
        return None

    def alternatives(self, state: State, goal: Formula, depth: int) -> Proof | None:
        """A part of a disjunction that seems to hold; else the case that a part fails, where one of the others must hold."""
        for k, part in enumerate(goal[1:]):
            if self.plausible(state, part) and (proof := self.solve(state, part, depth + 1)) is not None:
                return ["some", k, proof]
        if depth > 5:
            return None
        for k, part in enumerate(goal[1:]):
            if part[0] in (">=", ">", "<", "<="):
                op, t = atom(state, part)
                least = t if op == ">=" else self.terms.product((self.terms.q(-1), t))
                yes, no = state.suppose(goal_of(state, ">=", least)), state.suppose(goal_of(state, "<", least))
                mine, other = (yes, no) if op == ">=" else (no, yes)
                if any(h in state.hypotheses for h in other.hypotheses[len(state.hypotheses) :]):
                    continue
                direct = self.solve(mine, part, depth + 1)
                rest = None if direct is None else self.solve(other, goal, depth + 2)
                if direct is not None and rest is not None:
                    pair = [["some", k, direct], rest] if op == ">=" else [rest, ["some", k, direct]]
                    return ["cases", least, *pair]
        for u in [u for t in sides(goal) for u in self.kinks(t)]:
            if self.seems(state, u) == 0:
                one = self.solve(state.suppose(goal_of(state, ">=", u)), goal, depth + 1)
                two = None if one is None else self.solve(state.suppose(goal_of(state, "<", u)), goal, depth + 1)
                return None if two is None else ["cases", u, one, two]
        return None

    def plausible(self, state: State, goal: Formula) -> bool:
        """Whether no sample speaks against a formula."""
        points = self.points(state)
        (margin,) = margins(self.terms, [goal], points) if "" not in points else (np.zeros(0),)
        return bool(np.all(~(margin < -1e-9)))

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
        if self.seems(state, t) != 1 or self.seems(state, self.opposite(t)) != 1:
            return None
        if state.hypotheses:
            sides = [["hypothesis"], ["hypothesis"]]
            if self.accepted(state, goal, ["squeeze", *sides]):
                return ["squeeze", *sides]
        if (proof := self.pieces(state, goal, t, depth)) is not None:
            return proof
        return self.squared(state, "=", t, depth)

    def inequation(self, state: State, goal: Formula, t: int, depth: int) -> Proof | None:
        """A term that is not 0."""
        if state.hypotheses and self.accepted(state, goal, ["hypothesis"]):
            return ["hypothesis"]
        for relation in (">", "<"):
            part = t if relation == ">" else self.terms.product((self.terms.q(-1), t))
            if (proof := self.sign(state, ">", part, depth + 1)) is not None:
                return ["sign", relation, proof]
        if (proof := self.factored(state, "!=", t, depth)) is not None:
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

    def pieces(self, state: State, goal: Formula, t: int, depth: int) -> Proof | None:
        """On either side of the place where an absolute value, a minimum or a maximum changes its form."""
        if depth > 6:
            return None
        for u in self.kinks(t):
            seems = self.seems(state, u)
            if seems == 0:
                least, less = state.suppose(goal_of(state, ">=", u)), state.suppose(goal_of(state, "<", u))
                one = self.relation(least, goal, depth + 1)
                two = None if one is None else self.relation(less, goal, depth + 1)
                return None if two is None else ["cases", u, one, two]
            least_u = u if seems == 1 else self.opposite(u)
            if seems == 2 or self.resolved(state, u):
                continue
            never = self.sign(state, ">=", least_u, depth + 1)
            least, less = state.suppose(goal_of(state, ">=", least_u)), state.suppose(goal_of(state, "<", least_u))
            if never is None or len(less.hypotheses) == len(state.hypotheses):
                continue
            one = self.relation(least, goal, depth + 1)
            return None if one is None else ["cases", least_u, one, ["absurd", len(less.hypotheses) - 1, never]]
        return None

    def resolved(self, state: State, u: int) -> bool:
        """Whether the normal form sees the sign of a term."""
        absolute = self.terms.node("abs", u)
        same = self.terms.minus(absolute, u), self.terms.sum((absolute, u))
        return any(normal_of(state).is_zero(t) for t in same)

    def kinks(self, t: int) -> list[int]:
        """The terms at whose zeros a term changes its form, inner ones first."""
        found = []
        for j in self.terms.needed(t):
            node = self.terms.nodes[j]
            if node[0] in ("abs", "sign"):
                found.append(node[1])
            elif node[0] in ("min", "max"):
                found += [self.terms.minus(a, b) for k, a in enumerate(node[1:]) for b in node[k + 2 :]]
        return list(dict.fromkeys(found))

    def accepted(self, state: State, goal: Formula, proof: Proof) -> bool:
        """Whether the checker accepts a proof: the search may always ask it."""
        try:
            Rules(list(range(len(self.terms.nodes)))).prove(state, goal, proof)
        except Refused:
            return False
        return True

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
        signs = []
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

    def sign(self, state: State, op: str, t: int, depth: int = 0) -> Proof | None:
        """A proof that the term is > 0 or ≥ 0 on the state."""
        self.tick()
        goal = goal_of(state, op, t)
        if state.truth(goal) is True:
            return ENCLOSURE
        if state.limits:
            return None
        if (found := self.hypothetical(state, goal, depth)) is not None:
            return found[0]
        names = sorted(self.terms.free(t) - set(state.constants()))
        if not names:
            return self.constant(state, op, t)
        if state.hypotheses and self.accepted(state, goal, ["hypothesis"]):
            return ["hypothesis"]
        key = (op, t, tuple((n, str(r)) for n, r in sorted(state.ranges.items())), state.hypotheses)
        if depth > self.deepest or key in self.failed:
            return None
        if not self.defined_at(state, t):
            return curves.shift(self, state, op, t, names, depth)
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
        if (proof := self.collapse(state, op, t, names, depth)) is not None:
            return proof
        if (proof := self.pieces(state, goal_of(state, op, t), t, depth)) is not None:
            return proof
        if (proof := self.slack(state, op, t, depth)) is not None:
            return proof
        if self.clear(state, t) and (proof := boxes.cover(self, state, op, t, names, depth, QUICK)) is not None:
            return proof
        if (proof := self.squared(state, op, t, depth)) is not None:
            return proof
        if (proof := self.factored(state, op, t, depth)) is not None:
            return proof
        if (proof := self.logged(state, op, t, depth)) is not None:
            return proof
        if (proof := self.descend(state, op, t, names, depth)) is not None:
            return proof
        if len(names) == 1 and (proof := contact.touch(self, state, op, t, names[0], depth)) is not None:
            return proof
        if (proof := curves.bend(self, state, op, t, names, depth)) is not None:
            return proof
        return boxes.cover(self, state, op, t, names, depth)

    def collapse(self, state: State, op: str, t: int, names: list[str], depth: int) -> Proof | None:
        """A variable in which the term is monotone by enclosure of the derivative."""
        for name in names:
            lines, d = self.derivative(state, t, name)
            if lines is None:
                continue
            for way in ("up", "down"):
                proof = self.toward(state, lines, op, t, d, name, way, None, depth)
                if proof is not None:
                    return proof
        return None

    def derivative(self, state: State, t: int, name: str) -> tuple[State | None, int]:
        """The lines of the state along a variable and the derivative, if the term is defined on these lines and has one."""
        try:
            d = self.terms.derivative(t, name)
        except Refused:
            return None, t
        lines = state.along(name)
        return (lines if lines.defined(t) else None), d

    def toward(
        self, state: State, lines: State, op: str, t: int, d: int, name: str, way: str, depth_of_slope: int | None, depth: int
    ) -> Proof | None:
        """Monotone in one variable: the slope's proof (by enclosure if ``depth_of_slope`` is None), then the face's."""
        r = state.ranges[name]
        value, is_open = (r.low, r.low_open) if way == "up" else (r.high, r.high_open)
        attained = value is not None and not is_open
        slope = d if way == "up" else self.terms.product((self.terms.q(-1), d))
        strictly = op == ">" and not attained
        relation = ">" if strictly else ">="
        within = lines.inside(name)
        if depth_of_slope is None:
            if within.truth(goal_of(state, relation, slope)) is not True:
                return None
            proof_of_slope: Proof | None = ENCLOSURE
        at = face(lines, name, way)
        target = ">=" if strictly else op
        if value is None:
            on = ENCLOSURE if at.truth(goal_of(state, target, t)) is True else None
        else:
            on = self.sign(at, target, t, depth + 1) if at.defined(t) else None
        if on is None:
            return None
        if depth_of_slope is not None:
            proof_of_slope = self.sign(within, relation, slope, depth_of_slope)
        if proof_of_slope is None:
            return None
        return ["monotone", name, way, proof_of_slope, on, *([True] if strictly else [])]

    def descend(self, state: State, op: str, t: int, names: list[str], depth: int) -> Proof | None:
        """A variable in which the term seems monotone: its derivative's sign is a goal of its own."""
        for name in names:
            lines, d = self.derivative(state, t, name)
            if lines is None:
                continue
            seems = self.seems(lines.inside(name), d)
            for way in {1: ("up",), -1: ("down",), 2: (), 0: ()}[seems]:
                proof = self.toward(state, lines, op, t, d, name, way, depth + 1, depth)
                if proof is not None:
                    return proof
        return None

    def factored(self, state: State, op: str, t: int, depth: int) -> Proof | None:
        """A product: the sign of each factor is a goal of its own."""
        if t in self.irreducible:
            return None
        found = factors.factors(state, t)
        if found is None:
            return None
        constant, parts = found
        if len(parts) == 1 and parts[0][0] == t:
            return None
        made, hard = list[Any](), list[tuple[int, str, int]]()
        for f, k, kind in parts:
            if kind == "exp":
                made.append([f, k, ">", ENCLOSURE])
                continue
            seems = self.seems(state, f)
            strict = op != ">=" or k < 0
            if k % 2 == 0 and (not strict or seems == 0):
                made.append([f, k, "!=" if strict else "any", None])
                hard += [(len(made) - 1, "!=", f)] if strict else []
                continue
            if op == "!=":
                made.append([f, k, "!=", None])
                hard.append((len(made) - 1, "!=", f))
                continue
            if seems == 0:
                return self.by_cases(state, op, t, f, depth)
            if seems == -1:
                f, constant = self.opposite(f), constant * (-1 if k % 2 else 1)
            self.irreducible.add(f)
            if len(parts) == 1 and self.size(f) > 1.5 * self.size(t):
                return None
            made.append([f, k, ">" if strict else ">=", None])
            hard.append((len(made) - 1, made[-1][2], f))
        if (constant < 0 and op != "!=") or (len(made) == 1 and made[0][0] == t):
            return None
        for place, relation, f in sorted(hard, key=lambda h: len(self.terms.needed(h[2]))):
            proof = self.relation(state, goal_of(state, relation, f), depth + 1)
            if proof is None:
                return None
            made[place][3] = proof
        return ["factor", str(constant), made]

    def slack(self, state: State, op: str, t: int, depth: int) -> Proof | None:
        """A sharper goal with a simpler coefficient, and a rest that is plainly at least 0."""
        node = self.terms.nodes[t]
        if depth > 2 or node[0] != "+":
            return None
        for part in node[1:]:
            for c, simple in simpler(self.coefficient(part)):
                rest = self.terms.product((self.terms.q((c - simple) / c), part))
                if state.truth(goal_of(state, ">=", rest)) is not True:
                    continue
                sharper = self.terms.sum(
                    self.terms.product((self.terms.q(simple / c), part)) if other == part else other for other in node[1:]
                )
                if self.seems(state, sharper) != 1:
                    continue
                relation = ">=" if state.truth(goal_of(state, ">", rest)) is True else op
                proof = self.shortly(0.25, lambda relation=relation, sharper=sharper: self.sign(state, relation, sharper, depth + 1))
                if proof is not None:
                    strict = ">" if relation != op else ">="
                    return ["sum", [[sharper, relation, proof], [rest, strict, ENCLOSURE]]]
        return None

    def coefficient(self, part: int) -> fmpq:
        """The rational factor of a term."""
        node = self.terms.nodes[part]
        first = self.terms.value(node[1]) if node[0] == "*" else self.terms.value(part)
        return fmpq(1) if first is None else first

    def shortly(self, share: float, attempt: Callable[[], Proof | None]) -> Proof | None:
        """The attempt, within a share of the time that is left."""
        deadline = self.deadline
        now = time.monotonic()
        self.deadline = now + share * (deadline - now)
        try:
            return attempt()
        except OutOfTime:
            return None
        finally:
            self.deadline = deadline

    def logged(self, state: State, op: str, t: int, depth: int) -> Proof | None:
        """A difference P − N of positive terms: the difference of their logarithms."""
        node = self.terms.nodes[t]
        if node[0] != "+" or depth > 2 or not any(self.terms.nodes[j][0] in ("exp", "cosh", "**") for j in self.terms.needed(t)):
            return None
        sides: dict[int, list[int]] = {1: [], -1: []}
        for part in node[1:]:
            seems = self.seems(state, part)
            if seems in (0, 2):
                return None
            sides[seems].append(part if seems == 1 else self.opposite(part))
        p, n = self.terms.sum(sides[1]), self.terms.sum(sides[-1])
        proofs = [ENCLOSURE if state.truth(goal_of(state, ">", side)) is True else None for side in (p, n)]
        gap = self.terms.minus(self.terms.node("log", p), self.terms.node("log", n))
        if None in proofs or gap in self.irreducible:
            return None
        self.irreducible.add(gap)
        form = factors.simplified(state, gap)
        if form is None:
            return None
        proof = self.sign(state, op, form, depth + 2)
        return None if proof is None else ["powers", p, n, *proofs, ["rewrite", form, proof]]

    def squared(self, state: State, op: str, t: int, depth: int) -> Proof | None:
        """A difference P − N of terms at least 0 with square roots: the difference of their squares."""
        node = self.terms.nodes[t]
        if node[0] != "+" or depth > 5 or not (count := factors.roots(state, t)):
            return None
        sides: dict[int, list[int]] = {1: [], -1: []}
        for part in node[1:]:
            seems = self.seems(state, part)
            if seems in (0, 2):
                return None
            sides[seems].append(part if seems == 1 else self.opposite(part))
        p, n = self.terms.sum(sides[1]), self.terms.sum(sides[-1])
        gap = self.terms.minus(self.terms.power(p, fmpq(2)), self.terms.power(n, fmpq(2)))
        after = factors.roots(state, gap)
        if after is None or after >= count:
            return None
        proofs = [self.sign(state, ">=", side, depth + 1) for side in (p, n)]
        if None in proofs:
            return None
        proof = self.relation(state, goal_of(state, op, gap), depth + 1)
        return None if proof is None else ["squares", p, n, *proofs, proof]

    def size(self, t: int) -> int:
        """How many nodes a term has."""
        return len(self.terms.needed(t))

    def opposite(self, f: int) -> int:
        """−f, with the sign taken into a sum."""
        node = self.terms.nodes[f]
        minus = self.terms.q(-1)
        if node[0] != "+":
            return self.terms.product((minus, *(node[1:] if node[0] == "*" and f not in self.terms.parabolas else (f,))))
        return self.terms.sum(self.opposite(part) for part in node[1:])

    def by_cases(self, state: State, op: str, t: int, f: int, depth: int) -> Proof | None:
        """Where two factors change sign together: on each side of the zero of one of them."""
        if len(self.terms.free(t) - set(state.constants())) == 1 or depth > 4 or any(h[1:2] == (f,) for h in state.hypotheses):
            return None
        halves = []
        for relation in (">=", "<"):
            proof = self.sign(state.suppose(goal_of(state, relation, f)), op, t, depth + 1)
            if proof is None:
                return None
            halves.append(proof)
        return ["cases", f, *halves]

    def defined_at(self, state: State, t: int) -> bool:
        """Whether the term is certainly defined on the state."""
        try:
            return state.defined(t)
        except Undefined:
            return False
