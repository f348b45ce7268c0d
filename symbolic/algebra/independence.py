"""Whether the generators of a case are proved algebraically independent, apart from the relations of its roots.

The criterion is Ax's theorem in the form of Risch: let a tower of fields be made from rational functions by adjoining, one after the
other, exp(b) and log(f) of algebraic elements; if the exponents b and the logarithms are linearly independent over the rationals modulo
constants, all that was adjoined is algebraically independent.  Then only the zero polynomial in normal form is the zero function.
"""

from flint import fmpz_mpoly

from symbolic.algebra.case import Case
from symbolic.algebra.generators import CircleNumber, Exponential, Logarithm, Root
from symbolic.algebra.linear import independent


def independent_generators(case: Case) -> bool:
    """Whether a normal form that is not 0 is a function that is not 0; False also where this is only not known."""
    field, ring = case.field, case.field.ring
    towers, numbers = [ring.number(1)], 0
    for k, g in field.generators.items():
        match g.kind:
            case Exponential() | Logarithm() | CircleNumber() if g.constant:
                numbers += 1
            case Exponential(exponent):
                towers.append(exponent)
            case Logarithm():
                towers.append(ring.variable(k))
            case Root(_, radicand):
                # Roots of distinct irreducible polynomials: each is of full degree over the field of the others.
                if any(isinstance(field.generators[j].kind, Root) for j in ring.used(radicand)) or not prime_or_not_constant(radicand):
                    return False
                _, factors = ring.factor(radicand)
                if len(factors) > 1 or any(m > 1 for _, m in factors):
                    return False
    # One transcendental number is independent of all; of two (e and π, log 2 and log 3) that is not known.
    if numbers > 1 or not _one_constant_is_transcendental(case):
        return False
    # Linear independence modulo constants is checked modulo rational numbers, so no other constant may stand in the exponents.
    if any(field.generators[j].constant for q in towers for f in (q.num, q.den) for j in ring.used(f)):
        return False
    return independent(ring, towers)


def prime_or_not_constant(radicand: fmpz_mpoly) -> bool:
    """Numbers under roots were split into primes where they are small enough for that."""
    return not radicand.is_constant() or radicand.leading_coefficient().bit_length() <= 64


def _one_constant_is_transcendental(case: Case) -> bool:
    """exp of a rational number but 0, log of one but 1, and π: Lindemann's theorem."""
    field = case.field
    for g in field.generators.values():
        if not g.constant:
            continue
        match g.kind:
            case Exponential(exponent) if exponent.as_number() is None:
                return False
            case Logarithm(argument) if not argument.is_constant():
                return False
    return True
