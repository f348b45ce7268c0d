"""Further cases worth trying where one case did not settle the goal: signs of factors of a product, of variables, of the goal's factors."""

from collections.abc import Iterator, Sequence
from itertools import product

import sympy as sp
from flint import fmpz_mpoly

from symbolic.algebra import sign
from symbolic.algebra.case import Case
from symbolic.algebra.facts import Product
from symbolic.algebra.formula import All, Atom, Formula
from symbolic.algebra.generators import Variable
from symbolic.algebra.trees import written

ZERO = sp.Integer(0)
MOST_FACTORS = 3


def further_cases(case: Case, unknown: Sequence[fmpz_mpoly]) -> Iterator[list[Formula]]:
    """Lists of alternatives, each of which leaves out nothing."""
    for known in case.order.products:
        if len(known.factors) <= MOST_FACTORS and (alternatives := _of_product(case, known)):
            yield alternatives
    for symbol, mask in _variables(case, unknown):
        yield [Atom(symbol, relation, ZERO) for relation, s in (("=", sign.ZERO), (">", sign.POS), ("<", sign.NEG)) if mask & s]
    if len(unknown) > 1:
        for f in unknown:
            yield [Atom(written(case.field, f), relation, ZERO) for relation in (">", "=", "<")]


def _of_product(case: Case, known: Product) -> list[Formula]:
    """The signs of the factors under which the product has its sign.

    Where one factor of a product ≥ 0 vanishes, it may be counted as ≥ 0 or as ≤ 0, so weak signs of one parity are all there is.
    """
    trees = [written(case.field, f) for f, _ in known.factors]
    if known.mask == sign.ZERO:
        return [Atom(t, "=", ZERO) for t in trees]
    if known.mask in (sign.ANY, sign.NONZERO):
        return []
    even = [t for t, (_, m) in zip(trees, known.factors, strict=True) if m % 2 == 0]
    odd = [t for t, (_, m) in zip(trees, known.factors, strict=True) if m % 2]
    strict = not known.mask & sign.ZERO
    up, down = (">", "<") if strict else (">=", "<=")
    result: list[Formula] = [] if strict else [Atom(t, "=", ZERO) for t in even]
    for signs in product((up, down), repeat=len(odd)):
        if signs.count(down) % 2 == (0 if known.mask & sign.POS else 1):
            result.append(All(tuple(Atom(t, s, ZERO) for t, s in zip(odd, signs, strict=True))))
    return result


def _variables(case: Case, unknown: Sequence[fmpz_mpoly]) -> Iterator[tuple[sp.Symbol, int]]:
    """The variables in the factors whose sign is not known."""
    field = case.field
    queue, seen = [k for f in unknown for k in field.ring.used(f)], set[int]()
    while queue:
        k = queue.pop(0)
        if k in seen:
            continue
        seen.add(k)
        queue += field.inside(k)
        kind = field.generators[k].kind
        if isinstance(kind, Variable) and (mask := case.order.generator(k)) not in sign.SINGLE:
            yield kind.symbol, mask
