"""Factors: a term as a constant times powers of simpler terms, read off its normal form."""

from typing import Any

from flint import fmpq

from numeric_checks.replay.judging import normal_of
from numeric_checks.replay.normal import Normal
from numeric_checks.replay.quotients import CONTEXT, Fraction, Poly, TooLargeError
from numeric_checks.replay.states import State
from numeric_checks.replay.terms import Terms

MAX_FACTORED = 300


def factors(state: State, t: int) -> tuple[fmpq, list[tuple[int, int, str]]] | None:
    """A constant, and triples of a factor, its power and its kind (``exp`` where it is an exponential); None beyond the limits."""
    if state.limits:
        return None
    n = normal_of(state)
    try:
        numerator, denominator = n.form(t)
        if numerator == 0 or len(numerator) > MAX_FACTORED or len(denominator) > MAX_FACTORED:
            return None
        constant, found = fmpq(1), list[tuple[int, int, str]]()
        for poly, sign in ((numerator, 1), (denominator, -1)):
            c, parts = poly.factor()
            constant = constant * c if sign > 0 else constant / c
            for part, k in parts:
                # the leading monomial in the order of the generators may carry a minus sign: the factor is taken as it is, monic
                found.append((as_term(n, part), sign * int(k), _kind(n, part)))
    except TooLargeError:
        return None
    return constant, found


def _kind(n: Normal, part: Poly) -> str:
    if len(part) == 1:
        degrees = [int(e) for e in part.monoms()[0]]
        if sum(degrees) == 1:
            return str(n.generators[degrees.index(1)][0])
    return "sum"


def as_term(n: Normal, poly: Poly) -> int:
    """A polynomial in generators as a term; −A·v² + A·v becomes A·v(1 − v), whose range is known."""
    terms = n.terms
    for k, degree in enumerate(poly.degrees()):
        if degree == 2 and n.generators[k][0] == "v":
            square, line, rest = (_part(poly, k, e) for e in (2, 1, 0))
            if square == -line:
                v = generator(n, k)
                pair = terms.node("*", v, terms.node("+", terms.q(1), terms.scaled(v)))
                return terms.sum((terms.product((as_term(n, line), pair)), as_term(n, rest)))
    parts = []
    for monomial, c in poly.terms():
        factors_ = [terms.power(generator(n, k), fmpq(int(e))) for k, e in enumerate(monomial) if e]
        parts.append(terms.product([terms.q(c), *factors_]))
    return terms.sum(parts)


def _part(poly: Poly, k: int, degree: int) -> Poly:
    """The coefficient of a power of one generator."""
    found = {}
    for monomial, c in poly.terms():
        if int(monomial[k]) == degree:
            kept = [int(e) for e in monomial]
            kept[k] = 0
            found[tuple(kept)] = c
    return CONTEXT.from_dict(found)


def fraction_term(n: Normal, f: Fraction) -> int:
    """A fraction as a term."""
    terms = n.terms
    top = as_term(n, f[0])
    return top if f[1] == 1 else terms.product((top, terms.power(as_term(n, f[1]), fmpq(-1))))


def generator(n: Normal, k: int) -> int:
    """The term that a generator stands for."""
    terms: Terms = n.terms
    kind, key, order, source = n.generators[k]
    made: Any = None
    match kind:
        case "exp" if source is not None and abs(order) == 1:
            made = terms.power(source, fmpq(order))
        case "exp":
            made = terms.node("exp", terms.product((terms.q(fmpq(1, n.unit)), fraction_term(n, key))))
        case "log":
            made = terms.node("log", fraction_term(n, key))
        case "root":
            made = terms.power(fraction_term(n, key), fmpq(1, n.root))
        case "abs":
            made = terms.node("abs", fraction_term(n, key))
        case _:
            made = source
    return int(made)


def roots(state: State, t: int) -> int | None:
    """How many roots the numerator of a term holds; None beyond the limits."""
    if state.limits:
        return None
    n = normal_of(state)
    try:
        numerator, _ = n.form(t)
        degrees = numerator.degrees()
    except TooLargeError:
        return None
    return 0 if numerator == 0 else sum(1 for k, g in enumerate(n.generators) if g[0] == "root" and degrees[k])


def simplified(state: State, t: int) -> int | None:
    """The term that spells the normal form; None beyond the limits."""
    n = normal_of(state)
    try:
        return fraction_term(n, n.form(t))
    except TooLargeError:
        return None
