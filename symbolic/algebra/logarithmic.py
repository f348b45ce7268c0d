"""Signs of c log P + r: exactly where r is c times a combination of exponents, else by 1 − 1/P ≤ log P ≤ P − 1."""

from collections.abc import Iterator
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING

from flint import fmpz_mpoly

from symbolic.algebra import sign
from symbolic.algebra.field import NeedsRoots, NeedsSign
from symbolic.algebra.generators import Exponential, Logarithm
from symbolic.algebra.linear import combination
from symbolic.algebra.ring import Crowded, Quotient, product

if TYPE_CHECKING:
    from symbolic.algebra.order import Order

LARGEST_MULTIPLE = 12
DEEPEST_TANGENT = 2
UNKNOWN = (sign.ANY, "")
Powers = list[tuple[fmpz_mpoly, Fraction]]
"""Positive polynomials and their exponents: the factors of P."""


def logarithms(order: "Order", f: fmpz_mpoly, depth: int, strict: bool) -> tuple[int, str]:
    """A polynomial linear in logarithms whose coefficients are in whole ratios."""
    parts = _parts(order, f)
    if parts is None:
        return UNKNOWN
    c, powers, rest = parts
    slope = order.of(c, depth + 1)
    if slope not in (sign.POS, sign.NEG):
        return UNKNOWN
    ratio = order.field.ring.quotient(rest, c)
    found, reason = _exactly(order, powers, ratio, depth, strict)
    if found == sign.ANY and depth <= DEEPEST_TANGENT:
        found, reason = _by_tangents(order, powers, ratio, depth, strict)
    return sign.times(slope, found), reason


def _parts(order: "Order", f: fmpz_mpoly) -> tuple[fmpz_mpoly, Powers, fmpz_mpoly] | None:
    """c, the powers in P, and r with f = c log P + r."""
    ring, generators = order.field.ring, order.field.generators
    coefficients: list[tuple[fmpz_mpoly, fmpz_mpoly]] = []
    rest = f
    for k in ring.used(f):
        kind = generators[k].kind
        if isinstance(kind, Logarithm):
            cs = ring.coefficients(rest, k)
            if len(cs) == 1:
                continue
            if len(cs) > 2 or any(isinstance(generators[j].kind, Logarithm) for j in ring.used(cs[1])):
                return None
            rest = cs[0]
            coefficients.append((kind.argument, cs[1]))
    if not coefficients:
        return None
    c = coefficients[0][1]
    for _, other in coefficients[1:]:
        c = c.gcd(other)
    powers = []
    for g, coefficient in coefficients:
        n = coefficient // c
        if not n.is_constant() or abs(n.leading_coefficient()) > LARGEST_MULTIPLE:
            return None
        powers.append((g, Fraction(int(n.leading_coefficient()))))
    return c, powers, rest


def _exponentials(order: "Order") -> list[tuple[fmpz_mpoly, Quotient]]:
    generators = list(order.field.generators.items())
    return [(order.field.ring.variables[k], g.kind.exponent) for k, g in generators if isinstance(g.kind, Exponential)]


def _exactly(order: "Order", powers: Powers, ratio: Quotient, depth: int, strict: bool) -> tuple[int, str]:
    """The sign of log P + ratio, where the ratio is a rational combination of exponents: of one product of powers against 1."""
    ring = order.field.ring
    bases = _exponentials(order)
    used = {} if ratio.is_zero() else combination(ring, ratio, [b for _, b in bases])
    if used is None:
        return UNKNOWN
    whole = [*powers, *((bases[k][0], q) for k, q in used.items())]
    common = lcm(*(q.denominator for _, q in whole))
    above = below = ring.one
    for g, q in whole:
        n = int(q * common)
        if abs(n) > LARGEST_MULTIPLE:
            return UNKNOWN
        if n > 0:
            above = ring.product(above, ring.power(g, n))
        else:
            below = ring.product(below, ring.power(g, -n))
    # The arguments are positive: their logarithms stand in the statement.
    found = order.of(ring.reduce(above - below), depth + 1, strict=strict)
    return found, f"as {order.field.text(above)} compares with {order.field.text(below)}, of which it is the logarithm of the quotient"


def _by_tangents(order: "Order", powers: Powers, ratio: Quotient, depth: int, strict: bool) -> tuple[int, str]:
    ring = order.field.ring
    best, reason = UNKNOWN
    for whole, rest, k in _splittings(order, powers, ratio):
        root = product(ring, [order.field.power(ring.quotient(g), q / k) for g, q in whole])
        scale, one = ring.number(k), ring.number(1)
        for bound, side, word in (
            (scale * (root - one) + rest, sign.NONPOS, "log t ≤ t − 1"),
            (scale * (one - one / root) + rest, sign.NONNEG, "log t ≥ 1 − 1/t"),
        ):
            found = order.of_quotient(bound, depth + 1, strict=False)
            if found & ~side:
                continue
            # The bound is not attained but at t = 1.
            if found & sign.ZERO and strict and not order.of_quotient(root - one, depth + 1) & sign.ZERO:
                found = side & sign.NONZERO
            elif found & sign.ZERO and strict:
                found = order.of_quotient(bound, depth + 1) & side
            best &= found if not found & sign.ZERO else side
            reason = f"by {word} for t = {order.field.text(root)}"
            if best in sign.SINGLE or not strict:
                return best, reason
    return best, reason


def _splittings(order: "Order", powers: Powers, ratio: Quotient) -> Iterator[tuple[Powers, Quotient, int]]:
    """log P + ratio = k log t + rest: exponentials may go into t, and t may be a root of P."""
    ring = order.field.ring
    for k in sorted({1, order.field.root_order}):
        yield powers, ratio, k
        for u, exponent in _exponentials(order):
            for q in (1, -1):
                yield [*powers, (u, Fraction(q))], ratio - exponent * ring.number(q), k


def guarded(order: "Order", f: fmpz_mpoly, depth: int, strict: bool) -> tuple[int, str]:
    """`logarithms`, giving up where it would want a new sign or root."""
    try:
        return logarithms(order, f, depth, strict)
    except (NeedsSign, NeedsRoots, Crowded):
        return UNKNOWN
