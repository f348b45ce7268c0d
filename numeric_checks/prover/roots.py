"""Where a polynomial in generators, linear in the one that holds a variable, vanishes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flint import fmpq

from numeric_checks.prover.factors import fraction_term, generator
from numeric_checks.replay.normal import Normal

if TYPE_CHECKING:
    pass


def linear_root(n: Normal, poly: Any, name: str) -> int | None:
    """The term g for which the polynomial, linear in one generator that holds the variable, vanishes at ``variable = g``."""
    terms = n.terms
    used = [k for k in range(len(n.generators)) if any(m[k] for m in poly.monoms())]
    holding = [k for k in used if name in terms.free(generator(n, k))]
    if len(holding) != 1 or max(int(m[holding[0]]) for m in poly.monoms()) != 1:
        return None
    k = holding[0]
    with_it, without = n.zero, n.zero
    for monomial, c in poly.terms():
        rest = list(monomial)
        rest[k] = 0
        piece = type(poly)({tuple(int(e) for e in rest): c}, poly.context())
        if monomial[k]:
            with_it += piece
        else:
            without += piece
    value = n.over(-without, with_it)
    kind, key = n.generators[k][:2]
    target = fraction_term(n, value)
    if kind == "v":
        return target
    inner = fraction_term(n, key)
    if terms.nodes[inner] != ("v", name):
        return None
    if kind == "exp":
        if value[0].is_constant() and value[1] == 1 and not value[0].leading_coefficient() > 0:
            return None
        made = n.logarithm(value)
        return terms.product((terms.q(n.unit), fraction_term(n, made)))
    if kind == "log":
        return fraction_term(n, n.exponential(value))
    return terms.power(target, fmpq(n.root)) if kind == "root" else None
