"""Products, squares and logarithms: a goal as the signs of simpler terms."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING, Any

from flint import fmpq

from numeric_checks.prover import factors
from numeric_checks.replay.judging import goal_of
from numeric_checks.replay.states import State

if TYPE_CHECKING:
    from numeric_checks.prover.search import Proof, Search

ENCLOSURE: list[Any] = ["enclosure"]


def simpler(c: fmpq) -> Iterator[tuple[fmpq, fmpq]]:
    """Numbers near c that are simpler to write."""
    exact = Fraction(int(c.p), int(c.q))
    found = {exact}
    for bound in (1, 2, 4, 12, 30):
        near = exact.limit_denominator(bound)
        if near not in found and near.denominator * 4 <= exact.denominator and abs(near - exact) < abs(exact) / 20:
            found.add(near)
            yield c, fmpq(near.numerator, near.denominator)


def factored(search: Search, state: State, op: str, t: int, depth: int) -> Proof | None:
    """A product: the sign of each factor is a goal of its own."""
    if t in search.irreducible:
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
        seems = search.seems(state, f)
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
            return by_cases(search, state, op, t, f, depth)
        if seems == -1:
            f, constant = opposite(search, f), constant * (-1 if k % 2 else 1)
        search.irreducible.add(f)
        if len(parts) == 1 and size(search, f) > 1.5 * size(search, t):
            return None
        made.append([f, k, ">" if strict else ">=", None])
        hard.append((len(made) - 1, made[-1][2], f))
    if (constant < 0 and op != "!=") or (len(made) == 1 and made[0][0] == t):
        return None
    for place, relation, f in sorted(hard, key=lambda h: len(search.terms.needed(h[2]))):
        proof = search.relation(state, goal_of(state, relation, f), depth + 1)
        if proof is None:
            return None
        made[place][3] = proof
    return ["factor", str(constant), made]


def by_cases(search: Search, state: State, op: str, t: int, f: int, depth: int) -> Proof | None:
    """Where two factors change sign together: on each side of the zero of one of them."""
    if len(search.terms.free(t) - set(state.constants())) == 1 or depth > 4 or any(h[1:2] == (f,) for h in state.hypotheses):
        return None
    halves = []
    for relation in (">=", "<"):
        proof = search.sign(state.suppose(goal_of(state, relation, f)), op, t, depth + 1)
        if proof is None:
            return None
        halves.append(proof)
    return ["cases", f, *halves]


def slack(search: Search, state: State, op: str, t: int, depth: int) -> Proof | None:
    """A sharper goal with a simpler coefficient, and a rest that is plainly at least 0."""
    node = search.terms.nodes[t]
    if depth > 2 or node[0] != "+":
        return None
    for part in node[1:]:
        for c, simple in simpler(coefficient(search, part)):
            rest = search.terms.product((search.terms.q((c - simple) / c), part))
            if state.truth(goal_of(state, ">=", rest)) is not True:
                continue
            sharper = search.terms.sum(
                search.terms.product((search.terms.q(simple / c), part)) if other == part else other for other in node[1:]
            )
            if search.seems(state, sharper) != 1:
                continue
            relation = ">=" if state.truth(goal_of(state, ">", rest)) is True else op
            proof = search.shortly(0.25, partial(search.sign, state, relation, sharper, depth + 1))
            if proof is not None:
                strict = ">" if relation != op else ">="
                return ["sum", [[sharper, relation, proof], [rest, strict, ENCLOSURE]]]
    return None


def coefficient(search: Search, part: int) -> fmpq:
    """The rational factor of a term."""
    node = search.terms.nodes[part]
    first = search.terms.value(node[1]) if node[0] == "*" else search.terms.value(part)
    return fmpq(1) if first is None else first


def logged(search: Search, state: State, op: str, t: int, depth: int) -> Proof | None:
    """A difference P − N of positive terms: the difference of their logarithms."""
    node = search.terms.nodes[t]
    if node[0] != "+" or depth > 2 or not any(search.terms.nodes[j][0] in ("exp", "cosh", "**") for j in search.terms.needed(t)):
        return None
    if (sides := _sides(search, state, t)) is None:
        return None
    p, n = sides
    proofs = [ENCLOSURE if state.truth(goal_of(state, ">", side)) is True else None for side in (p, n)]
    gap = search.terms.minus(search.terms.node("log", p), search.terms.node("log", n))
    if None in proofs or gap in search.irreducible:
        return None
    search.irreducible.add(gap)
    form = factors.simplified(state, gap)
    if form is None:
        return None
    proof = search.sign(state, op, form, depth + 2)
    return None if proof is None else ["powers", p, n, *proofs, ["rewrite", form, proof]]


def squared(search: Search, state: State, op: str, t: int, depth: int) -> Proof | None:
    """A difference P − N of terms at least 0 with square roots: the difference of their squares."""
    if search.terms.nodes[t][0] != "+" or depth > 5 or not (count := factors.roots(state, t)):
        return None
    if (sides := _sides(search, state, t)) is None:
        return None
    p, n = sides
    gap = search.terms.minus(search.terms.power(p, fmpq(2)), search.terms.power(n, fmpq(2)))
    after = factors.roots(state, gap)
    if after is None or after >= count:
        return None
    proofs = [search.sign(state, ">=", side, depth + 1) for side in (p, n)]
    if None in proofs:
        return None
    proof = search.relation(state, goal_of(state, op, gap), depth + 1)
    return None if proof is None else ["squares", p, n, *proofs, proof]


def _sides(search: Search, state: State, t: int) -> tuple[int, int] | None:
    """The sum t as P − N, both of terms that seem positive; None where the sign of a term cannot be guessed."""
    sides: dict[int, list[int]] = {1: [], -1: []}
    for part in search.terms.nodes[t][1:]:
        seems = search.seems(state, part)
        if seems in (0, 2):
            return None
        sides[seems].append(part if seems == 1 else opposite(search, part))
    return search.terms.sum(sides[1]), search.terms.sum(sides[-1])


def opposite(search: Search, f: int) -> int:
    """−f, with the sign taken into a sum."""
    node = search.terms.nodes[f]
    minus = search.terms.q(-1)
    if node[0] != "+":
        return search.terms.product((minus, *(node[1:] if node[0] == "*" and f not in search.terms.parabolas else (f,))))
    return search.terms.sum(opposite(search, part) for part in node[1:])


def size(search: Search, t: int) -> int:
    """How many nodes a term has."""
    return len(search.terms.needed(t))
