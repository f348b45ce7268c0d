"""What the sign of a logarithm, of a difference of exponentials, or of a comparison with a root says about simpler things."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flint import fmpz_mpoly

from symbolic.algebra import sign
from symbolic.algebra.facts import SHALLOW
from symbolic.algebra.generators import Exponential, Logarithm, Root
from symbolic.algebra.ring import OutOfReach, Quotient, total

if TYPE_CHECKING:
    from symbolic.algebra.order import Order


def consequences(order: "Order", f: fmpz_mpoly, mask: int) -> Iterator[tuple[Quotient, int]]:
    """Quotients and signs that they must have where ``f`` has its sign in ``mask``."""
    field, ring = order.field, order.field.ring
    if len(f) == 1:
        kind = field.generators[ring.used(f)[0]].kind
        if isinstance(kind, Logarithm):
            yield ring.quotient(kind.argument - ring.one), mask
        return
    try:
        if (exponents := _exponents(order, f)) is not None:
            yield exponents, mask
        yield from _powers(order, f, mask)
    except OutOfReach:
        return


def _exponents(order: "Order", f: fmpz_mpoly) -> Quotient | None:
    """A − B for exp(A) − exp(B)."""
    field, ring = order.field, order.field.ring
    if len(f) != 2:
        return None
    (left, a), (right, b) = f.terms()
    if a != -b:
        return None
    parts = []
    for k, (m, n) in enumerate(zip(left, right, strict=True)):
        if m != n:
            kind = field.generators[k].kind
            if not isinstance(kind, Exponential):
                return None
            parts.append(kind.exponent * ring.number(int(m - n)))
    return total(ring, parts) * ring.number(1 if a > 0 else -1)


def _powers(order: "Order", f: fmpz_mpoly, mask: int) -> Iterator[tuple[Quotient, int]]:
    """c₁ⁿ R − c₀ⁿ for c₁ w + c₀ with wⁿ = R, c₁ > 0 and c₀ ≤ 0, where both have the same sign."""
    ring, degrees = order.field.ring, f.degrees()
    for k in ring.used(f):
        kind = order.field.generators[k].kind
        if not isinstance(kind, Root) or degrees[k] != 1:
            continue
        c0, c1 = ring.coefficients(f, k)
        upper, lower = order.of(c1, SHALLOW), order.of(c0, SHALLOW, strict=False)
        if upper == sign.NEG and not lower & sign.NEG:
            upper, lower, mask = sign.minus(upper), sign.minus(lower), sign.minus(mask)
        if upper == sign.POS and not lower & sign.POS:
            n = kind.order
            norm = ring.product(ring.power(c1, n), kind.radicand) - (-1) ** n * ring.power(c0, n)
            yield ring.quotient(norm), mask
            return
