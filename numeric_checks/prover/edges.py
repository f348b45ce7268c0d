"""Near an end of a range, where a logarithm or a quotient has no value: the terms that share a factor, taken together, have a sign."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flint import fmpq

from numeric_checks.replay.judging import goal_of
from numeric_checks.replay.states import State

if TYPE_CHECKING:
    from numeric_checks.prover.search import Search

ENCLOSURE: list[Any] = ["enclosure"]


def edge(search: Search, state: State, op: str, t: int, name: str, depth: int) -> list[Any] | None:
    """A piece at an open end of a bounded range by `grouped`, as wide as it can be, and a search on the rest."""
    r = state.ranges[name]
    if r.low is None or r.high is None or search.terms.nodes[t][0] != "+":
        return None
    if (proof := grouped(search, state, op, t)) is not None:
        return proof
    for low, is_open in ((True, r.low_open), (False, r.high_open)):
        for k in range(1, 9) if is_open else ():
            reach = (r.high - r.low) / fmpq(2) ** k
            c = r.low + reach if low else r.high - reach
            left, right = r._replace(high=c, high_open=False), r._replace(low=c, low_open=True)
            near, rest = (left, right) if low else (right, left)
            proof = grouped(search, state.within(name, near), op, t)
            if proof is None:
                continue
            other = search.sign(state.within(name, rest), op, t, depth + 1)
            return None if other is None else ["split", name, str(c), *((proof, other) if low else (other, proof))]
    return None


def grouped(search: Search, state: State, op: str, t: int) -> list[Any] | None:
    """The sum as f·A + B, f a factor of several of its terms: enclosures show the signs of f, A and B."""
    terms = search.terms
    parts = _parts(search, t, "+")
    products = [_parts(search, part, "*") for part in parts]
    shared = [f for f in dict.fromkeys(f for p in products for f in p) if terms.value(f) is None and sum(f in p for p in products) > 1]
    for f in shared:
        if state.truth(goal_of(state, ">", f)) is not True:
            continue
        inside, outside = list[int](), list[int]()
        for part, p in zip(parts, products, strict=True):
            if f in p:
                k = p.index(f)
                inside.append(terms.product(p[:k] + p[k + 1 :]))
            else:
                outside.append(part)
        a, b = terms.sum(inside), terms.sum(outside)
        signs = [next((s for s in (">", ">=") if state.truth(goal_of(state, s, x)) is True), None) for x in (a, b)]
        if None not in signs and (op == ">=" or ">" in signs):
            group = ["factor", "1", [[f, 1, ">", ENCLOSURE], [a, 1, signs[0], ENCLOSURE]]]
            return ["sum", [[terms.product((f, a)), signs[0], group], [b, signs[1], ENCLOSURE]]]
    return None


def _parts(search: Search, t: int, op: str) -> list[int]:
    """The terms of a sum, or the factors of a product."""
    node = search.terms.nodes[t]
    return [x for part in node[1:] for x in _parts(search, part, op)] if node[0] == op else [t]
