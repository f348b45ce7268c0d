"""Cases: hypotheses with several parts, disjunctions, and the pieces of absolute values, minima and maxima."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from numeric_checks.prover import ranges, variables
from numeric_checks.prover.products import opposite
from numeric_checks.prover.samples import sides
from numeric_checks.replay.formulas import RELATIONS, Formula
from numeric_checks.replay.judging import atom, goal_of, normal_of
from numeric_checks.replay.states import State

if TYPE_CHECKING:
    from numeric_checks.prover.search import Proof, Search


def orthants(search: Search, state: State, goal: Formula, depth: int) -> Proof | None:
    """A hypothesis about a product of variables: each variable less than, equal to or greater than 0."""
    if depth > 6:
        return None
    for h in state.hypotheses:
        if h[0] in RELATIONS and search.terms.value(h[2]) == 0 and search.terms.nodes[h[1]][0] == "*":
            for j in search.terms.nodes[h[1]][1:]:
                name = search.terms.nodes[j][1] if search.terms.nodes[j][0] == "v" else None
                r = state.ranges.get(str(name))
                if name is None or r is None or r.low == r.high is not None:
                    continue
                for u in (j, search.terms.product((search.terms.q(-1), j))):
                    least, less = state.suppose(goal_of(state, ">=", u)), state.suppose(goal_of(state, "<", u))
                    if least.ranges[name] != r and less.ranges[name] != r:
                        one = search.solve(least, goal, depth + 1)
                        two = None if one is None else search.solve(less, goal, depth + 1)
                        return None if two is None else ["cases", u, one, two]
    return None


def hypothetical(search: Search, state: State, goal: Formula, depth: int) -> tuple[Proof | None] | None:
    """What the hypotheses ask for first: no point, one of several cases, an equation that gives a variable."""
    if any(r.empty() for r in state.ranges.values()) or any(state.truth(h) is False for h in state.hypotheses):
        return (["outside"],)
    h = next((h for h in state.hypotheses if h[0] == "or"), None)
    if h is not None:
        others = replace(state, hypotheses=tuple(x for x in state.hypotheses if x != h), values={})
        proofs = []
        for part in h[1:]:
            proof = search.solve(others.suppose(part), goal, depth + 1)
            if proof is None:
                return (None,)
            proofs.append(proof)
        return (["either", *proofs],)
    if (narrower := ranges.bounded(search, state, goal, depth)) is not None:
        return narrower
    for h in state.hypotheses:
        if h[0] == "=" and depth < search.deepest and (proof := variables.solved(search, state, goal, h, depth)) is not None:
            return (proof,)
    proof = orthants(search, state, goal, depth)
    return None if proof is None else (proof,)


def alternatives(search: Search, state: State, goal: Formula, depth: int) -> Proof | None:
    """A part of a disjunction that seems to hold; else the case that a part fails, where one of the others must hold."""
    for k, part in enumerate(goal[1:]):
        if search.plausible(state, part) and (proof := search.solve(state, part, depth + 1)) is not None:
            return ["some", k, proof]
    if depth > 5:
        return None
    for k, part in enumerate(goal[1:]):
        if part[0] in (">=", ">", "<", "<="):
            op, t = atom(state, part)
            least = t if op == ">=" else search.terms.product((search.terms.q(-1), t))
            yes, no = state.suppose(goal_of(state, ">=", least)), state.suppose(goal_of(state, "<", least))
            mine, other = (yes, no) if op == ">=" else (no, yes)
            if any(h in state.hypotheses for h in other.hypotheses[len(state.hypotheses) :]):
                continue
            direct = search.solve(mine, part, depth + 1)
            rest = None if direct is None else search.solve(other, goal, depth + 2)
            if direct is not None and rest is not None:
                pair = [["some", k, direct], rest] if op == ">=" else [rest, ["some", k, direct]]
                return ["cases", least, *pair]
    for u in [u for t in sides(goal) for u in kinks(search, t)]:
        if search.seems(state, u) == 0:
            one = search.solve(state.suppose(goal_of(state, ">=", u)), goal, depth + 1)
            two = None if one is None else search.solve(state.suppose(goal_of(state, "<", u)), goal, depth + 1)
            return None if two is None else ["cases", u, one, two]
    return None


def pieces(search: Search, state: State, goal: Formula, t: int, depth: int) -> Proof | None:
    """On either side of the place where an absolute value, a minimum or a maximum changes its form."""
    if depth > 6:
        return None
    for u in kinks(search, t):
        seems = search.seems(state, u)
        if seems == 0:
            least, less = state.suppose(goal_of(state, ">=", u)), state.suppose(goal_of(state, "<", u))
            one = search.relation(least, goal, depth + 1)
            two = None if one is None else search.relation(less, goal, depth + 1)
            return None if two is None else ["cases", u, one, two]
        least_u = u if seems == 1 else opposite(search, u)
        if seems == 2 or resolved(search, state, u):
            continue
        never = search.sign(state, ">=", least_u, depth + 1)
        least, less = state.suppose(goal_of(state, ">=", least_u)), state.suppose(goal_of(state, "<", least_u))
        if never is None or len(less.hypotheses) == len(state.hypotheses):
            continue
        one = search.relation(least, goal, depth + 1)
        return None if one is None else ["cases", least_u, one, ["absurd", len(less.hypotheses) - 1, never]]
    return None


def smooth(search: Search, state: State, t: int) -> int:
    """The term with each absolute value, minimum and maximum replaced by the part that it is equal to on the state, where that is seen."""
    terms, new = search.terms, dict[int, int]()
    if not any(terms.nodes[j][0] in ("abs", "min", "max") for j in terms.needed(t)):
        return t
    for j in terms.needed(t):
        node = terms.nodes[j]
        if node[0] in ("v", "q", "pi", "e"):
            new[j] = j
            continue
        new[j] = terms.node("^", new[node[1]], node[2]) if node[0] == "^" else terms.node(node[0], *(new[a] for a in node[1:]))
        parts: tuple[int, ...] = node[1:] if node[0] in ("min", "max") else ()
        parts = (node[1], opposite(search, node[1])) if node[0] == "abs" else parts
        for part in parts:
            if normal_of(state).is_zero(terms.minus(j, part)):
                new[j] = new.get(part, part)
                break
    return new[t]


def resolved(search: Search, state: State, u: int) -> bool:
    """Whether the normal form sees the sign of a term."""
    absolute = search.terms.node("abs", u)
    same = search.terms.minus(absolute, u), search.terms.sum((absolute, u))
    return any(normal_of(state).is_zero(t) for t in same)


def kinks(search: Search, t: int) -> list[int]:
    """The terms at whose zeros a term changes its form, simple ones first: their sign may decide that of others."""
    found = []
    for j in search.terms.needed(t):
        node = search.terms.nodes[j]
        if node[0] in ("abs", "sign"):
            found.append(node[1])
        elif node[0] in ("min", "max"):
            found += [search.terms.minus(a, b) for k, a in enumerate(node[1:]) for b in node[k + 2 :]]
    return sorted(dict.fromkeys(found), key=lambda u: len(search.terms.needed(u)))
