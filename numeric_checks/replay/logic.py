"""Rules of logic: enclosures on boxes, splits, cases, hypotheses."""

from collections.abc import Callable
from dataclasses import replace

from numeric_checks.replay.formulas import RELATIONS, Formula, holds, normal
from numeric_checks.replay.judging import (
    Proof,
    Rules,
    atom,
    goal_of,
    normal_of,
    polynomial,
    range_of,
    require_defined,
    where,
)
from numeric_checks.replay.states import State
from numeric_checks.replay.terms import RefusedError, rational


def enclosure(rules: Rules, state: State, goal: Formula) -> None:
    """The goal is certainly true in interval arithmetic."""
    rules.leaves += 1
    if state.truth(goal) is not True:
        raise RefusedError(f"the enclosure does not show the goal on {where(state)}")


def outside(rules: Rules, state: State, _: Formula) -> None:
    """No point of the state satisfies all hypotheses: one is certainly false, or a range is empty."""
    rules.leaves += 1
    if not any(r.empty() for r in state.ranges.values()) and not any(state.truth(h) is False for h in state.hypotheses):
        raise RefusedError(f"no hypothesis is certainly false on {where(state)}")


def split(rules: Rules, state: State, goal: Formula, name: str, at: str, left: Proof, right: Proof, to_right: bool = False) -> None:
    """The range of a variable is cut at a number, which belongs to the left part, or ``to_right``."""
    r, c = range_of(state, name), rational(at)
    if (r.low is not None and not c > r.low) or (r.high is not None and not c < r.high):
        raise RefusedError(f"{name} = {at} does not cut {r}")
    rules.prove(state.within(name, r._replace(high=c, high_open=bool(to_right))), goal, left)
    rules.prove(state.within(name, r._replace(low=c, low_open=not to_right)), goal, right)


def cases(rules: Rules, state: State, goal: Formula, number: int, least: Proof, less: Proof) -> None:
    """A term is at least 0, or less."""
    t = rules.term_on(state, number)
    require_defined(state, t)
    rules.prove(state.suppose(goal_of(state, ">=", t)), goal, least)
    rules.prove(state.suppose(goal_of(state, "<", t)), goal, less)


def everyone(rules: Rules, state: State, goal: Formula, *proofs: Proof) -> None:
    """Each part of a conjunction."""
    if goal[0] != "and" or len(proofs) != len(goal) - 1:
        raise RefusedError("all: not as many proofs as parts")
    for part, proof in zip(goal[1:], proofs, strict=True):
        rules.prove(state, part, proof)


def some(rules: Rules, state: State, goal: Formula, k: int, proof: Proof) -> None:
    """One part of a disjunction."""
    if goal[0] != "or" or not isinstance(k, int) or not 0 <= k < len(goal) - 1:
        raise RefusedError("some: no such part")
    rules.prove(state, goal[1 + k], proof)


def suppose(rules: Rules, state: State, goal: Formula, proof: Proof) -> None:
    """The conclusion of an implication under its hypothesis."""
    if goal[0] != "=>":
        raise RefusedError("suppose: not an implication")
    rules.prove(state.suppose(goal[1]), goal[2], proof)


def either(rules: Rules, state: State, goal: Formula, *proofs: Proof) -> None:
    """Under each part of the first hypothesis that is a disjunction."""
    h = next((h for h in state.hypotheses if h[0] == "or"), ("or",))
    if len(proofs) != len(h) - 1 or not proofs:
        raise RefusedError("either: not as many proofs as parts")
    others = replace(state, hypotheses=tuple(x for x in state.hypotheses if x != h), values={})
    for part, proof in zip(h[1:], proofs, strict=True):
        rules.prove(others.suppose(part), goal, proof)


def at_precision(rules: Rules, state: State, goal: Formula, bits: int, proof: Proof) -> None:
    """The same in a higher precision."""
    if not isinstance(bits, int) or not 32 <= bits <= 65536:
        raise RefusedError("a precision that is not between 32 and 65536 bits")
    rules.prove(state.at(bits), goal, proof)


def hypothesis(_: Rules, state: State, goal: Formula) -> None:
    """The goal is a multiple of a hypothesis, by a term that certainly has the right sign."""
    op, t = atom(state, goal)
    for h in state.hypotheses:
        if h[0] not in RELATIONS:
            continue
        given, s = atom(state, h)
        n = normal_of(state)
        above, below = n.forms(t, s)
        if above[0] == 0 or below[0] == 0:
            continue
        ratio = n.times(above, n.over(*reversed(below)))
        upper, lower = polynomial(state, n, ratio[0]), polynomial(state, n, ratio[1])
        if upper is None or lower is None or not (holds("!=", upper) and holds("!=", lower)):
            continue
        same = holds(">", upper) is holds(">", lower)
        if (
            (op in (">", ">=") and same and given in (">", op))
            or (given == "=" and op in ("=", ">="))
            or (op == "!=" and given in (">", "!="))
        ):
            require_defined(state, t)
            return
    raise RefusedError("no hypothesis says so")


def squeeze(rules: Rules, state: State, goal: Formula, least: Proof, most: Proof) -> None:
    """A term that is at least 0 and at most 0 is 0."""
    _, t = atom(state, goal, "=")
    rules.prove(state, goal_of(state, ">=", t), least)
    rules.prove(state, ("<=", t, state.terms.q(0)), most)


def absurd(rules: Rules, state: State, _: Formula, k: int, proof: Proof) -> None:
    """There is no such point: the k-th hypothesis fails wherever the others hold."""
    if not isinstance(k, int) or not 0 <= k < len(state.hypotheses):
        raise RefusedError("absurd: no such hypothesis")
    h = state.hypotheses[k]
    others = tuple(x for place, x in enumerate(state.hypotheses) if place != k)
    rules.prove(replace(state, hypotheses=others, known=frozenset(), values={}), normal(h, True), proof)


def either_sign(rules: Rules, state: State, goal: Formula, relation: str, proof: Proof) -> None:
    """What is positive, or negative, is not 0; what is positive is at least 0."""
    op, t = atom(state, goal, "!=", ">=")
    if relation not in ((">", "<") if op == "!=" else (">",)):
        raise RefusedError("sign: neither > nor <")
    rules.prove(state, goal_of(state, relation, t), proof)


RULES: dict[str, Callable[..., None]] = {
    "enclosure": enclosure,
    "outside": outside,
    "split": split,
    "cases": cases,
    "all": everyone,
    "some": some,
    "suppose": suppose,
    "either": either,
    "at": at_precision,
    "hypothesis": hypothesis,
    "squeeze": squeeze,
    "absurd": absurd,
    "sign": either_sign,
}
