"""Signs of Σ c log P + r: exactly for one P and r = c times a combination of exponents, else by 1 − 1/P ≤ log P ≤ P − 1."""

from collections.abc import Iterator
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING

from flint import fmpz_mpoly

from symbolic.algebra import sign
from symbolic.algebra.elementary import power
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
    """A polynomial linear in logarithms, gathered by coefficient: Σ cₖ log Pₖ + r with cₖ of known sign."""
    parts = _parts(order, f)
    if parts is None:
        return UNKNOWN
    groups, rest = parts
    # Whether the arguments are positive is for the hypotheses to say, not for the logarithms in the statement.
    if any(order.of(g, depth + 1, strict=False) & sign.NEG for _, powers in groups for g, _ in powers):
        return UNKNOWN
    slopes = [order.of(c, depth + 1) for c, _ in groups]
    if any(s not in (sign.POS, sign.NEG) for s in slopes):
        return UNKNOWN
    found, reason = UNKNOWN
    if len(groups) == 1:
        c, powers = groups[0]
        found, reason = _exactly(order, powers, order.field.ring.quotient(rest, c), depth, strict)
        found = sign.times(slopes[0], found)
    if found == sign.ANY and depth <= DEEPEST_TANGENT:
        found, reason = _by_tangents(order, [(c, s, p) for (c, p), s in zip(groups, slopes, strict=True)], rest, depth, strict)
    return found, reason


def _parts(order: "Order", f: fmpz_mpoly) -> tuple[list[tuple[fmpz_mpoly, Powers]], fmpz_mpoly] | None:
    """The pairs of cₖ and the powers in Pₖ, and r, with f = Σ cₖ log Pₖ + r."""
    ring, generators = order.field.ring, order.field.generators
    groups: dict[str, tuple[fmpz_mpoly, Powers]] = {}
    for k in ring.used(f):
        kind = generators[k].kind
        if isinstance(kind, Logarithm):
            cs = ring.coefficients(f, k)
            if len(cs) > 2 or any(isinstance(generators[j].kind, Logarithm) for j in ring.used(cs[1])):
                return None
            f = cs[0]
            content, c = cs[1].primitive()
            n = int(content)
            if c.leading_coefficient() < 0:
                c, n = -c, -n
            if abs(n) > LARGEST_MULTIPLE:
                return None
            groups.setdefault(str(c), (c, []))[1].append((kind.argument, Fraction(n)))
    return (list(groups.values()), f) if groups else None


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
    found = order.of(ring.reduce(above - below), depth + 1, strict=strict)
    return found, f"as {order.field.text(above)} compares with {order.field.text(below)}, of which it is the logarithm of the quotient"


Group = tuple[fmpz_mpoly, int, Powers]
"""c, its sign, and the powers in P, of c log P."""


def _by_tangents(order: "Order", groups: list[Group], rest: fmpz_mpoly, depth: int, strict: bool) -> tuple[int, str]:
    ring = order.field.ring
    best, reason = UNKNOWN
    one = ring.number(1)
    for absorbed, remainder, k in _splittings(order, groups, ring.quotient(rest)):
        roots = [product(ring, [power(order.field, ring.quotient(g), q / k) for g, q in powers]) for _, _, powers in absorbed]
        scale = ring.number(k)
        for side, rising in ((sign.NONPOS, sign.POS), (sign.NONNEG, sign.NEG)):
            # An upper bound takes log t ≤ t − 1 where c > 0 and log t ≥ 1 − 1/t where c < 0; a lower bound the other way round.
            bound = remainder
            for (c, slope, _), t in zip(absorbed, roots, strict=True):
                bound = bound + scale * ring.quotient(c) * (t - one if slope == rising else one - one / t)
            found = order.of_quotient(bound, depth + 1, strict=False)
            if found & ~side:
                continue
            # No bound is attained but at t = 1.
            if found & sign.ZERO and strict:
                apart = any(not order.of_quotient(t - one, depth + 1) & sign.ZERO for t in roots)
                found = sign.NONZERO & side if apart else order.of_quotient(bound, depth + 1) & side
            best &= side if found & sign.ZERO else found
            reason = f"by 1 − 1/t ≤ log t ≤ t − 1 for t = {' and '.join(map(order.field.text, roots))}"
            if best in sign.SINGLE or not strict:
                return best, reason
    return best, reason


def _splittings(order: "Order", groups: list[Group], rest: Quotient) -> Iterator[tuple[list[Group], Quotient, int]]:
    """log P + r = k log t + r': exponentials may go into t (where there is one log P), and t may be a root of P."""
    ring = order.field.ring
    for k in sorted({1, order.field.root_order}):
        yield groups, rest, k
        if len(groups) == 1:
            c, slope, powers = groups[0]
            for u, exponent in _exponentials(order):
                for q in (1, -1):
                    moved = rest - ring.quotient(c) * exponent * ring.number(q)
                    yield [(c, slope, [*powers, (u, Fraction(q))])], moved, k


def guarded(order: "Order", f: fmpz_mpoly, depth: int, strict: bool) -> tuple[int, str]:
    """`logarithms`, giving up where it would want a new sign or root."""
    try:
        return logarithms(order, f, depth, strict)
    except (NeedsSign, NeedsRoots, Crowded):
        return UNKNOWN
