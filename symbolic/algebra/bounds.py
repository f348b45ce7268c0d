"""Bounds of one generator by expressions in the others: from hypotheses, and from what exp, log and roots are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flint import fmpq, fmpz_mpoly

from symbolic.algebra import sign
from symbolic.algebra.generators import Exponential, Logarithm, Root
from symbolic.algebra.ring import Quotient

if TYPE_CHECKING:
    from symbolic.algebra.order import Order


DEEPEST_TANGENT = 3


@dataclass(frozen=True, slots=True)
class Bound:
    """g ≥ num/den, or g ≤ num/den if ``upper``; never equal if ``strict``; ``den`` > 0."""

    num: fmpz_mpoly
    den: fmpz_mpoly
    upper: bool
    strict: bool

    def rational(self) -> fmpq | None:
        """The bound, if it is a number."""
        if not (self.num.is_constant() and self.den.is_constant()):
            return None
        return fmpq(self.num.leading_coefficient() if len(self.num) else 0, self.den.leading_coefficient())


def bounds(order: "Order", index: int, depth: int) -> list[Bound]:
    """The bounds known of a generator, numbers reduced to the tightest on either side."""
    if index in order.bounded:
        return order.bounded[index]
    nested, cuts = index in order.bounding, order.cuts
    if nested:
        return _tightest((*_from_sign(order, index), *_from_facts(order, index, None)))
    order.bounding.add(index)
    try:
        found = _tightest((*_from_sign(order, index), *_from_facts(order, index, depth), *_from_meaning(order, index, depth)))
    finally:
        order.bounding.remove(index)
    if order.cuts == cuts:
        order.bounded[index] = found
    return found


def _tightest(found: Iterable[Bound]) -> list[Bound]:
    numbers: dict[bool, tuple[fmpq, Bound]] = {}
    others: list[Bound] = []
    for b in found:
        value = b.rational()
        if value is None:
            others.append(b)
            continue
        before = numbers.get(b.upper)
        tighter = before is None or (value < before[0] if b.upper else value > before[0])
        if tighter or (before is not None and value == before[0] and b.strict):
            numbers[b.upper] = (value, b)
    return [*(b for _, b in numbers.values()), *others]


def rational_range(order: "Order", index: int, depth: int) -> tuple[fmpq | None, fmpq | None]:
    """The tightest bounds of a generator by numbers."""
    low = high = None
    for b in bounds(order, index, depth):
        value = b.rational()
        if value is not None and b.upper:
            high = value
        elif value is not None:
            low = value
    return low, high


def _from_sign(order: "Order", index: int) -> Iterator[Bound]:
    ring = order.field.ring
    kind = order.field.generators[index].kind
    if isinstance(kind, Exponential):
        yield Bound(ring.zero, ring.one, upper=False, strict=True)
    elif isinstance(kind, Root):
        yield Bound(ring.zero, ring.one, upper=False, strict=False)


def _from_facts(order: "Order", index: int, depth: int | None) -> Iterator[Bound]:
    """A fact c₁ g + c₀ ≥ 0 with c₁ of known sign; without a depth, only where c₁ is a number."""
    ring = order.field.ring
    for f, mask in list(order.facts.values()):
        if f.degrees()[index] != 1 or not sign.weak(mask):
            continue
        c0, c1 = ring.coefficients(f, index)
        if depth is None and not c1.is_constant():
            continue
        slope = order.of(c1, (depth or 0) + 2)
        if slope not in (sign.POS, sign.NEG):
            continue
        side = sign.times(mask, slope)
        num, den = (-c0, c1) if slope == sign.POS else (c0, -c1)
        if not side & sign.NEG:
            yield Bound(num, den, upper=False, strict=side == sign.POS)
        if not side & sign.POS:
            yield Bound(num, den, upper=True, strict=side == sign.NEG)


def _from_meaning(order: "Order", index: int, depth: int) -> Iterator[Bound]:
    ring = order.field.ring
    one = ring.number(1)
    match order.field.generators[index].kind:
        case Exponential(exponent):
            yield from _against(one, order.of_quotient(exponent, depth + 1))
            if depth <= DEEPEST_TANGENT:
                yield from _tangents(order, exponent, depth)
            for k, g in list(order.field.generators.items()):
                if k != index and isinstance(g.kind, Exponential):
                    yield from _against(ring.variable(k), order.of_quotient(exponent - g.kind.exponent, depth + 2))
        case Root(_, radicand):
            for k, g in list(order.field.generators.items()):
                if k != index and isinstance(g.kind, Root):
                    yield from _against(ring.variable(k), order.of(radicand - g.kind.radicand, depth + 2))
        case Logarithm(argument):
            yield from _against(ring.number(0), order.of(argument - ring.one, depth + 1))


def _tangents(order: "Order", exponent: Quotient, depth: int) -> Iterator[Bound]:
    """exp b ≥ 1 + b, and exp b ≤ 1/(1 − b) for b < 1, equal only at b = 0; exp b ≥ e b where e is about."""
    one = order.field.ring.number(1)
    strict = not order.of_quotient(exponent, depth + 1) & sign.ZERO
    yield from _positive_denominator(order, one + exponent, upper=False, strict=strict, depth=depth)
    if order.of_quotient(one - exponent, depth + 1) == sign.POS:
        yield from _positive_denominator(order, one / (one - exponent), upper=True, strict=strict, depth=depth)
    for k, g in list(order.field.generators.items()):
        if isinstance(g.kind, Exponential) and g.constant and (c := g.kind.exponent.as_number()) and c.numerator == 1:
            tangent = order.field.ring.variable(k) ** c.denominator * exponent
            apart = not order.of_quotient(exponent - one, depth + 1) & sign.ZERO
            yield from _positive_denominator(order, tangent, upper=False, strict=apart, depth=depth)


def _positive_denominator(order: "Order", q: Quotient, *, upper: bool, strict: bool, depth: int) -> Iterator[Bound]:
    below = order.of(q.den, depth + 1)
    if below in (sign.POS, sign.NEG):
        num, den = (q.num, q.den) if below == sign.POS else (-q.num, -q.den)
        yield Bound(num, den, upper=upper, strict=strict)


def _against(other: Quotient, difference: int) -> Iterator[Bound]:
    """The bound by ``other`` of a generator whose difference from it has that sign."""
    if not difference & sign.NEG:
        yield Bound(other.num, other.den, upper=False, strict=difference == sign.POS)
    if not difference & sign.POS:
        yield Bound(other.num, other.den, upper=True, strict=difference == sign.NEG)
