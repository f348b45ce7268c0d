"""Signs that can be read off a polynomial's own shape: its terms, its real roots, its discriminant, its numerical value."""

from typing import TYPE_CHECKING

from flint import acb, arb, ctx, fmpq, fmpz_mpoly, fmpz_poly

from symbolic.algebra import sign
from symbolic.algebra.bounds import rational_range
from symbolic.algebra.generators import CircleNumber, Exponential, Logarithm, Root

if TYPE_CHECKING:
    from symbolic.algebra.order import Order

UNKNOWN = (sign.ANY, "")


def kind(order: "Order", f: fmpz_mpoly, depth: int, strict: bool) -> tuple[int, str]:
    """A generator alone: exp is positive, a root is not negative, and positive where its radicand is."""
    if len(f) != 1 or f.total_degree() != 1:
        return UNKNOWN
    match order.field.generators[order.field.ring.used(f)[0]].kind:
        case Exponential() | CircleNumber():
            return sign.POS, "an exponential, or π"
        case Root(_, radicand):
            if strict and order.of(radicand, depth + 1) == sign.POS:
                return sign.POS, "the root of a positive number"
            return sign.NONNEG, "a root"
        case _:
            return UNKNOWN


def constant(order: "Order", f: fmpz_mpoly, depth: int, strict: bool) -> tuple[int, str]:  # noqa: ARG001
    """A number: enclosed in ball arithmetic, at growing precision."""
    if not order.field.constant(f):
        return UNKNOWN
    before = ctx.prec
    try:
        for bits in (64, 256, 1024):
            ctx.prec = bits
            value = _value(order, f, {})
            if value > 0:
                return sign.POS, "by its numerical value"
            if value < 0:
                return sign.NEG, "by its numerical value"
    finally:
        ctx.prec = before
    return UNKNOWN


def _value(order: "Order", f: fmpz_mpoly, known: dict[int, arb]) -> arb:
    result = arb(0)
    for exponents, c in f.terms():
        term = arb(c)
        for k, m in enumerate(exponents):
            if m:
                value = _generator_value(order, k, known)
                for _ in range(m):  # a power of a ball around 0 is not reliable
                    term = term * value
        result = result + term
    return result


def _generator_value(order: "Order", index: int, known: dict[int, arb]) -> arb:
    if index not in known:
        match order.field.generators[index].kind:
            case Exponential(exponent):
                known[index] = (_value(order, exponent.num, known) / _value(order, exponent.den, known)).exp()
            case Root(n, radicand):
                known[index] = _value(order, radicand, known).root(n)
            case Logarithm(argument):
                known[index] = _value(order, argument, known).log()
            case _:
                known[index] = arb.pi()
    return known[index]


def monomials(order: "Order", f: fmpz_mpoly, depth: int, strict: bool) -> tuple[int, str]:
    """All terms of one sign."""
    if len(f) == 1:
        return UNKNOWN
    result = sign.ZERO
    for exponents, c in f.terms():
        mask = sign.of_number(int(c))
        for k, m in enumerate(exponents):
            if m:
                s = order.generator(k, depth + 1, strict=strict) if m % 2 or strict else sign.ANY
                mask = sign.times(mask, sign.power(s, m))
        result = sign.plus(result, mask)
        if result == sign.ANY:
            return UNKNOWN
    return result, "each term has this sign"


def one_variable(order: "Order", f: fmpz_mpoly, depth: int, strict: bool) -> tuple[int, str]:  # noqa: ARG001
    """One generator alone: no real root lies in its range, all of them isolated exactly."""
    used = order.field.ring.used(f)
    if len(used) != 1 or f.total_degree() < 2:
        return UNKNOWN
    low, high = rational_range(order, used[0], depth)
    coefficients = [0] * (f.total_degree() + 1)
    for exponents, c in f.terms():
        coefficients[exponents[used[0]]] = int(c)
    p = fmpz_poly(coefficients)
    isolated: list[tuple[acb, int]] = p.complex_roots()  # type: ignore[assignment]  # the stub says less than the function returns
    for root, _ in isolated:
        if root.imag.contains(0) and not ((low is not None and root.real < low) or (high is not None and root.real > high)):
            return UNKNOWN
    inside = (
        (low + high) / 2
        if low is not None and high is not None
        else low + 1
        if low is not None
        else high - 1
        if high is not None
        else fmpq(0)
    )
    value = p(inside)
    return (sign.POS if value > 0 else sign.NEG), "no real root in the range"


def quadratic(order: "Order", f: fmpz_mpoly, depth: int, strict: bool) -> tuple[int, str]:
    """a x² + b x + c with b² − 4ac ≤ 0: the sign of a."""
    best = UNKNOWN
    degrees = f.degrees()
    for k in order.field.ring.used(f):
        if degrees[k] != 2:
            continue
        c, b, a = order.field.ring.coefficients(f, k)
        leading = order.of(a, depth + 1)
        if leading not in (sign.POS, sign.NEG):
            continue
        s = order.of(order.field.ring.reduce(b * b - 4 * a * c), depth + 1, strict=strict)
        name = order.field.generators[k].name
        if s == sign.NEG:
            return leading, f"a quadratic in {name} of negative discriminant"
        if s in (sign.NONPOS, sign.ZERO):
            best = leading | sign.ZERO, f"a quadratic in {name} of discriminant ≤ 0"
    return best
