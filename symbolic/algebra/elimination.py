"""Signs by substitution: a generator between bounds is put as low + t, high − t or (s·low + t·high)/(s + t), with s, t ≥ 0."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flint import fmpz_mpoly

from symbolic.algebra import sign
from symbolic.algebra.bounds import Bound, bounds
from symbolic.algebra.ring import OutOfReach, Ring

if TYPE_CHECKING:
    from symbolic.algebra.order import Order

LARGEST_DEGREE = 10
MOST_DIFFERENCES = 20


@dataclass(frozen=True, slots=True)
class Expansion:
    """A polynomial, up to a positive factor, as Σ cⱼ tʲ with t ≥ 0, or as Σ cⱼ sᵈ⁻ʲ tʲ with s, t ≥ 0 and s + t = 1.

    ``decisive``: sets of coefficients; where all of one set are not 0 (and no coefficient has the other sign) the sum is not 0.
    """

    coefficients: list[fmpz_mpoly]
    decisive: tuple[tuple[int, ...], ...]
    how: str


def elimination(order: "Order", f: fmpz_mpoly, depth: int, strict: bool) -> tuple[int, str]:
    """The sign that all coefficients in t have, for some generator and some of its bounds."""
    best, reason = sign.ANY, ""
    towards = order.samples.observed(f)
    for k in order.field.ring.used(f):
        for expansion in _expansions(order, f, k, depth):
            order.effort.left -= 1 + sum(map(len, expansion.coefficients)) // 16
            if order.effort.left <= 0:
                return best, reason
            found = _sign(order, expansion, depth, strict, towards)
            if best & found != best:
                best &= found
                reason = f"{expansion.how}, each coefficient has this sign"
            if best in sign.SINGLE or (not strict and sign.weak(best)):
                return best, reason
    return best, reason


def _sign(order: "Order", e: Expansion, depth: int, strict: bool, towards: int) -> int:
    side = {sign.POS: sign.NONNEG, sign.NEG: sign.NONPOS}.get(towards, sign.ANY)
    masks = [sign.ZERO] * len(e.coefficients)
    for j in sorted(range(len(masks)), key=lambda j: min(j, len(masks) - 1 - j)):
        if e.coefficients[j].is_zero():
            continue
        masks[j] = order.of(e.coefficients[j], depth + 1, strict=False)
        side &= masks[j] | sign.ZERO
        if not side & sign.NONZERO and masks[j] != sign.ZERO:
            return sign.ANY
        if not sign.weak(masks[j]):
            return sign.ANY
    if side == sign.ANY:
        return sign.ZERO

    def nonzero(j: int) -> bool:
        if masks[j] & sign.ZERO and strict and not e.coefficients[j].is_zero():
            masks[j] = order.of(e.coefficients[j], depth + 1)
        return not masks[j] & sign.ZERO

    return side & sign.NONZERO if any(all(map(nonzero, js)) for js in e.decisive) else side


def _expansions(order: "Order", f: fmpz_mpoly, index: int, depth: int) -> Iterator[Expansion]:
    ring, field = order.field.ring, order.field
    cs = ring.coefficients(f, index)
    top = len(cs) - 1
    if top > LARGEST_DEGREE:
        return
    name, known = field.generators[index].name, bounds(order, index, depth)
    every = tuple((j,) for j in range(top + 1))
    for b in known:
        how = f"with {name} = {field.text(ring.quotient(b.num, b.den))} {'−' if b.upper else '+'} t"
        step = -b.den if b.upper else b.den
        try:
            expanded = _compose(ring, cs, b.den, [b.num, step], [ring.one]) if not b.num.is_zero() or b.upper else cs
        except OutOfReach:
            continue
        yield Expansion(expanded, every if b.strict else ((0,),), how)
    for low in (b for b in known if not b.upper):
        for high in (b for b in known if b.upper):
            how = f"with {name} between {' and '.join(field.text(ring.quotient(b.num, b.den)) for b in (low, high))}"
            try:
                line = [ring.product(low.num, high.den), ring.product(high.num, low.den)]
                expanded = _compose(ring, cs, ring.product(low.den, high.den), line, [ring.one, ring.one])
            except OutOfReach:
                continue
            yield Expansion(expanded, _inside(top, low, high, every), how)
    if top and all(c.is_zero() for c in cs[1::2]):
        nonzero = not order.generator(index, depth + 1) & sign.ZERO
        yield Expansion(cs[::2], every[: top // 2 + 1] if nonzero else ((0,),), f"in powers of {name}**2")


def _inside(top: int, low: Bound, high: Bound, every: tuple[tuple[int, ...], ...]) -> tuple[tuple[int, ...], ...]:
    """t > 0 where the lower bound is strict, s > 0 where the upper one is; s and t are never both 0."""
    if low.strict and high.strict:
        return every
    if low.strict:
        return ((top,),)
    return ((0,),) if high.strict else ((0, top),)


def _compose(ring: Ring, cs: list[fmpz_mpoly], scale: fmpz_mpoly, line: list[fmpz_mpoly], one: list[fmpz_mpoly]) -> list[fmpz_mpoly]:
    """The coefficients of Σ cₖ lineᵏ (scale·one)ᵈ⁻ᵏ, where ``line`` and ``one`` are linear in t (or forms in s and t)."""
    unit = [ring.product(c, scale) for c in one]
    power, result = [ring.one], [cs[-1]]
    for c in reversed(cs[:-1]):
        power = _convolve(ring, power, unit)
        result = _sum(ring, _convolve(ring, result, line), [ring.product(c, q) for q in power])
    return [ring.reduce(c) for c in result]


def _convolve(ring: Ring, left: list[fmpz_mpoly], right: list[fmpz_mpoly]) -> list[fmpz_mpoly]:
    result = [ring.zero] * (len(left) + len(right) - 1)
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            result[i + j] = result[i + j] + ring.product(a, b)
    return result


def _sum(ring: Ring, left: list[fmpz_mpoly], right: list[fmpz_mpoly]) -> list[fmpz_mpoly]:
    return [a + b for a, b in zip(left, right + [ring.zero] * (len(left) - len(right)), strict=True)]


def difference(order: "Order", f: fmpz_mpoly, depth: int, strict: bool) -> tuple[int, str]:
    """f = (positive multiple of a hypothesis) + (a rest of the same sign)."""
    if depth > 0:
        return sign.ANY, ""
    attempts = MOST_DIFFERENCES
    ring, towards = order.field.ring, order.samples.observed(f)
    terms = list(f.terms())
    for fact, mask in list(order.facts.values()):
        if len(fact) < 2 or not sign.weak(mask) or mask == sign.ZERO:
            continue
        for exponents, c in fact.terms():
            for goal, d in terms:
                shift = tuple(m - n for m, n in zip(goal, exponents, strict=True))
                if min(shift) < 0:
                    continue
                monomial = ring.context.from_dict({shift: 1})
                taken = sign.times(sign.times(sign.of_number(int(c) * int(d)), order.of(monomial, depth + 1)), mask)
                if not sign.weak(taken) or not taken & sign.NONZERO & (towards or sign.ANY):
                    continue
                rest = ring.reduce(abs(c) * f - (d if c > 0 else -d) * ring.product(monomial, fact))
                if len(rest) > len(f) + 1 or order.samples.undecided(rest):
                    continue
                attempts -= 1
                if attempts < 0:
                    return sign.ANY, ""
                found = sign.plus(taken, order.of(rest, depth + 2, strict=strict))
                if sign.weak(found):
                    return found, f"a multiple of {order.field.text(fact)} added to what has this sign"
    return sign.ANY, ""
