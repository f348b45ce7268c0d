"""Powers, exponentials and logarithms of normal forms, split under the known signs so that equal functions meet in equal normal forms."""

from collections.abc import Sequence
from fractions import Fraction

from flint import fmpz, fmpz_mpoly

from symbolic.algebra import sign
from symbolic.algebra.field import Field, NeedsRoots, NeedsSign
from symbolic.algebra.generators import Exponential, Logarithm, Root
from symbolic.algebra.linear import choose_basis, combination
from symbolic.algebra.ring import OutOfReach, Quotient

LARGEST_EXPONENT, LARGEST_DENOMINATOR = 24, 12
"""exp(q log f) is written f**q up to this size of q."""
Factors = list[tuple[fmpz_mpoly, int, int]]
"""Polynomials f, the m of f**m (negative in a denominator), and the signs that f may have."""


def prepare(field: Field, exponents: Sequence[Quotient]) -> None:
    """Make the few exponentials of which those of ``exponents`` are products of powers."""
    rest = {q.key: q for q in (_without_logarithms(field, e)[0] for e in exponents) if not q.is_zero()}
    for base in choose_basis(field.ring, list(rest.values()), [b for _, b in field.bases()]):
        field.new_exponential(base)


def exponential(field: Field, exponent: Quotient) -> Quotient:
    """exp of the exponent: a product of powers of generators."""
    if (found := field.exponentials.get(exponent.key)) is not None:
        return found
    rest, powers = _without_logarithms(field, exponent)
    result = field.ring.number(1)
    for index, q in powers:
        kind = field.generators[index].kind
        assert isinstance(kind, Logarithm)
        result = result * power(field, Quotient(field.ring, kind.argument, field.ring.one), q)
    if not rest.is_zero():
        bases = field.bases()
        used = combination(field.ring, rest, [b for _, b in bases])
        if used is None:
            base = rest if rest.num.leading_coefficient() > 0 else -rest
            field.new_exponential(base)
            bases, used = field.bases(), {len(bases): Fraction(1 if base is rest else -1)}
        for k, q in used.items():
            result = result * power(field, field.ring.variable(bases[k][0]), q)
    field.exponentials[exponent.key] = result
    return result


def _without_logarithms(field: Field, exponent: Quotient) -> tuple[Quotient, list[tuple[int, Fraction]]]:
    """The exponent less its rational multiples q L of logarithms, and the pairs of L's index and q."""
    leading, scale = next(iter(exponent.den.terms()))
    powers = []
    for monomial, c in exponent.num.terms():
        difference = [m - n for m, n in zip(monomial, leading, strict=True)]
        if sum(map(abs, difference)) == 1 and max(difference) == 1:
            index = difference.index(1)
            q = Fraction(int(c), int(scale))
            if isinstance(field.generators[index].kind, Logarithm) and abs(q) <= LARGEST_EXPONENT and q.denominator <= LARGEST_DENOMINATOR:
                powers.append((index, q))
    for index, q in powers:
        exponent = exponent - field.ring.variable(index) * field.ring.number(q)
    return exponent, powers


def power(field: Field, base: Quotient, exponent: Fraction) -> Quotient:
    """The base, which is ≥ 0, to a rational power.

    Raises:
        NeedsSign: where the sign of a factor decides what the root is.
        NeedsRoots: if the field's roots do not contain this one.
    """
    if exponent.denominator == 1:
        return base ** int(exponent)
    if field.root_order % exponent.denominator:
        raise NeedsRoots(exponent.denominator)
    return _root(field, base) ** (exponent.numerator * (field.root_order // exponent.denominator))


def _root(field: Field, base: Quotient) -> Quotient:
    """The root of the field's order of a base that is ≥ 0 where it is met."""
    if base.is_zero():
        return base
    n, ring = field.root_order, field.ring
    negative, factors = signed_factors(field, base)
    unknown = [(f, m) for f, m, s in factors if not s & sign.POS or s & sign.NEG]
    if unknown or negative:
        # √(fg) = √f √g wants f > 0, or f ≥ 0 and g ≥ 0: where f = 0, g may be negative.
        loose = [(f, m) for f, m, s in factors if s != sign.POS]
        if not loose:
            raise OutOfReach("a radicand is negative")
        split = [(f, m) for f, m, s in factors if s == sign.POS]
        for f, m in loose:
            if m < 0 or m >= n:
                raise NeedsSign(field, f)
        radicand = ring.one if not negative else -ring.one
        for f, m in loose:
            radicand = ring.product(radicand, ring.power(f, m))
        result = field.radical(radicand)
    else:
        split, result = [(f, m) for f, m, _ in factors], ring.number(1)
    for f, m in split:
        whole, part = divmod(m, n)
        result = result * Quotient(ring, f, ring.one) ** whole
        if part:
            result = result * field.radical(f) ** part
    return result


def signed_factors(field: Field, q: Quotient) -> tuple[bool, Factors]:
    """Whether a minus sign stands before q, and its factors f**m (m < 0 in the denominator) with their signs.

    Factors known to be ≤ 0 are replaced by their negatives; the content is split into primes.
    """
    (above, num), (below, den) = field.ring.factor(q.num), field.ring.factor(q.den)
    negative = above < 0
    result = [(field.ring.context.constant(prime), m, sign.POS) for prime, m in _primes(abs(above))]
    result += [(field.ring.context.constant(prime), -m, sign.POS) for prime, m in _primes(below)]
    for f, m in [*num, *((f, -m) for f, m in den)]:
        s = field.signs.of(f)
        if s in (sign.NEG, sign.NONPOS):
            negative ^= bool(m % 2)
            result.append((-f, m, sign.minus(s)))
        else:
            result.append((f, m, s))
    return negative, result


def logarithm(field: Field, argument: Quotient) -> Quotient:
    """log of an argument that is > 0 where it is met, so that each of its factors is not 0 there.

    Raises:
        NeedsSign: where two factors of unknown sign stand in it.
    """
    if argument.is_zero():
        raise OutOfReach("the argument of a logarithm is 0")
    negative, factors = signed_factors(field, argument)
    unknown = [(f, m) for f, m, s in factors if not s & sign.POS or s & sign.NEG]
    if negative and not unknown:
        raise OutOfReach("the argument of a logarithm is not positive")
    result = field.ring.number(0)
    if len(unknown) == 1 and unknown[0][1] % 2:
        f, m = unknown[0]
        result = _log(field, -f if negative else f) * field.ring.number(m)
    elif unknown:
        if len(unknown) == 1 or any(m < 0 for _, m in unknown):
            raise NeedsSign(field, unknown[0][0])
        group = field.ring.one if not negative else -field.ring.one
        for f, m in unknown:
            group = field.ring.product(group, field.ring.power(f, m))
        result = _log(field, group)
    for f, m, s in factors:
        if s in (sign.POS, sign.NONNEG):
            result = result + _log(field, f) * field.ring.number(m)
    return result


def _log(field: Field, f: fmpz_mpoly) -> Quotient:
    if f.is_one():
        return field.ring.number(0)
    if len(f) == 1 and f.total_degree() == 1 and f.leading_coefficient() == 1:
        match field.generators[field.ring.used(f)[0]].kind:
            case Exponential(exponent):
                return exponent
            case Root(order, radicand):
                return logarithm(field, field.ring.quotient(radicand)) * field.ring.number(Fraction(1, order))
    return field.log_generator(f)


def _primes(n: int) -> list[tuple[int, int]]:
    """The prime factors of n ≥ 1 if n is small enough to factor at once, else n itself."""
    if n == 1:
        return []
    if n.bit_length() > 64:
        return [(n, 1)]
    return [(int(p), int(m)) for p, m in fmpz(n).factor()]
