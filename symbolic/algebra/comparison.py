"""Signs by comparing values of a monotone function: of roots by their powers, of exponentials by their exponents."""

from typing import TYPE_CHECKING

from flint import fmpz_mpoly

from symbolic.algebra import sign
from symbolic.algebra.generators import Exponential, Root
from symbolic.algebra.ring import total

if TYPE_CHECKING:
    from symbolic.algebra.order import Order

UNKNOWN = (sign.ANY, "")


def roots(order: "Order", f: fmpz_mpoly, depth: int, strict: bool) -> tuple[int, str]:
    """c₁ w + c₀ with a root w: compare (c₁ w)ⁿ with (−c₀)ⁿ."""
    best, reason = UNKNOWN
    ring, degrees = order.field.ring, f.degrees()
    for k in ring.used(f):
        kind = order.field.generators[k].kind
        if not isinstance(kind, Root) or degrees[k] != 1:
            continue
        c0, c1 = ring.coefficients(f, k)
        if c0.is_zero():
            continue
        n = kind.order
        high = ring.product(ring.power(c1, n), kind.radicand)
        low = ring.power(c0, n)
        if n % 2:
            found = order.of(ring.reduce(high + low), depth + 1, strict=strict)
        else:
            found = _even(order, c0, c1, ring.reduce(high - low), depth, strict)
        if best & found != best:
            best &= found
            difference = ring.reduce(high + low if n % 2 else high - low)
            reason = f"{order.field.text(ring.variables[k])} compared by the power {n}, which leaves {_factored(order, difference)}"
        if best in sign.SINGLE or (not strict and sign.weak(best)):
            break
    return best, reason


def _factored(order: "Order", f: fmpz_mpoly) -> str:
    content, factors = order.field.ring.factor(f)
    parts = [str(content)] if content != 1 or not factors else []
    return " · ".join([*parts, *(f"({order.field.text(g)})" + (f"**{m}" if m > 1 else "") for g, m in factors)])


def _even(order: "Order", c0: fmpz_mpoly, c1: fmpz_mpoly, norm: fmpz_mpoly, depth: int, strict: bool) -> int:
    """The sign of c₁ w + c₀ from that of (c₁ w)ⁿ − c₀ⁿ, n even: the larger of the two terms decides."""
    larger = order.of(norm, depth + 1, strict=strict)
    if larger & sign.NONZERO == sign.NONZERO:
        return sign.ANY
    if larger == sign.ZERO:
        one, other = order.of(c0, depth + 1, strict=False), order.of(c1, depth + 1, strict=False)
        opposite = not sign.times(one, other) & sign.POS
        return sign.ZERO if opposite else one | sign.ZERO
    decides = order.of(c1 if larger & sign.POS else c0, depth + 1, strict=strict)
    return decides | sign.ZERO if larger & sign.ZERO else decides & sign.NONZERO


def exponentials(order: "Order", f: fmpz_mpoly, depth: int, strict: bool) -> tuple[int, str]:
    """a·exp(A) − b·exp(B) with numbers a, b > 0: log a + A against log b + B."""
    if len(f) != 2:
        return UNKNOWN
    field, ring = order.field, order.field.ring
    (left, a), (right, b) = f.terms()
    if a < 0 or b > 0:
        return UNKNOWN
    powers = [(k, int(m - n)) for k, (m, n) in enumerate(zip(left, right, strict=True)) if m != n]
    parts = []
    for k, m in powers:
        kind = field.generators[k].kind
        if not isinstance(kind, Exponential):
            return UNKNOWN
        parts.append(kind.exponent * ring.number(m))
    numbers = sign.of_number(int(a + b))
    exponents = order.of_quotient(total(ring, parts), depth + 1, strict=strict)
    return sign.plus(numbers, exponents), "the exponents compare this way"
