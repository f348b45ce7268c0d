"""Sums of logarithms, and differences of exponentials: compare the products, and the exponents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flint import fmpq

from numeric_checks.prover.factors import fraction_term
from numeric_checks.replay.judging import normal_of
from numeric_checks.replay.states import State

if TYPE_CHECKING:
    from numeric_checks.prover.search import Search


def logarithms(search: Search, state: State, op: str, t: int, _: list[str], depth: int) -> list[Any] | None:
    """A sum of logarithms with whole coefficients, and a rest as the logarithm of its exponential: compare the products."""
    n = normal_of(state)
    poly, d = n.form(t)
    if d.is_constant() is False or depth > 6:
        return None
    products: dict[int, list[int]] = {1: [], -1: []}
    rest, logs = n.zero, list[tuple[int, fmpq]]()
    for monomial, c in poly.terms():
        degrees = [int(e) for e in monomial]
        if sum(degrees) == 1 and n.generators[degrees.index(1)][0] == "log":
            logs.append((degrees.index(1), c))
        else:
            rest += type(poly)({tuple(degrees): c}, poly.context())
    if not logs or any(n.generators[k][0] == "log" for k in range(len(n.generators)) if len(rest) and rest.degrees()[k]):
        return None
    scale_ = min(abs(c) for _, c in logs)
    if any((c / scale_).q != 1 or abs(c / scale_) > 12 for _, c in logs):
        return None
    for k, c in logs:
        power = c / scale_
        products[1 if power > 0 else -1].append(search.terms.power(fraction_term(n, n.generators[k][1]), abs(power)))
    if len(rest):
        products[1].append(search.terms.node("exp", fraction_term(n, n.over(rest, n.one * scale_))))
    x, y = search.terms.product(products[1]), search.terms.product(products[-1])
    proofs = [search.sign(state, ">", p, depth + 1) for p in (x, y)]
    last = search.sign(state, op, search.terms.minus(x, y), depth + 1) if all(proofs) else None
    if last is None:
        return None
    step = ["logarithms", x, y, *proofs, last]
    if scale_ == 1 and d == 1:
        return step
    gap = search.terms.minus(search.terms.node("log", x), search.terms.node("log", y))
    return ["factor", str(scale_ / d.leading_coefficient()), [[gap, 1, op, step]]]


def exponentials(search: Search, state: State, op: str, t: int, _: list[str], depth: int) -> list[Any] | None:
    """A difference of two exponentials: compare the exponents."""
    n = normal_of(state)
    poly, d = n.form(t)
    if d != 1 or len(poly) != 2:
        return None
    (m1, c1), (m2, c2) = poly.terms()
    if c1 + c2 != 0 or any(n.generators[k][0] != "exp" for k in range(len(n.generators)) if m1[k] or m2[k]):
        return None
    terms = search.terms
    logs = []
    for m in (m1, m2):
        parts = [terms.product((terms.q(fmpq(int(e), n.unit)), fraction_term(n, n.generators[k][1]))) for k, e in enumerate(m) if e]
        logs.append(terms.sum(parts))
    if c1 < 0:
        logs.reverse()
    u = terms.minus(*logs)
    proof = search.sign(state, op, u, depth + 1)
    if proof is None:
        return None
    gap = terms.minus(terms.node("exp", u), terms.q(1))
    return ["factor", str(abs(c1)), [[terms.node("exp", logs[1]), 1, ">", ["enclosure"]], [gap, 1, op, ["exponential", u, proof]]]]
