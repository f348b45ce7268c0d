"""Rigorous evaluation of expressions and formulas at exact points, in ball arithmetic (Arb).

A value is a ball that contains the true one, or not finite where the expression is undefined or not certainly defined; a
formula is true or false only where that is certain.
"""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import TypeAlias

import sympy as sp
from flint import arb, ctx, fmpq
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean

from numeric_checks.balls import arithmetic as exact
from numeric_checks.balls.exactness import exactly_zero
from numeric_checks.balls.program import Germ, Place, compiled

Coordinate: TypeAlias = sp.Expr | Fraction | int | fmpq | arb
"""An exact rational, a closed expression (sympy), or a ball."""
Point: TypeAlias = Mapping[sp.Symbol, Coordinate]

_FIRST_BITS = 64
_EXACT_FROM = 256
"""Precision at which two sides that still cannot be told apart are compared exactly, which costs more than a ball."""


def enclose(e: sp.Expr, point: Point, bits: int = 128) -> arb:
    """A ball that contains the value of ``e`` at ``point``, computed at ``bits``; not finite where ``e`` is not certainly defined.

    ``e`` is read as it stands.  Derivatives come from Taylor coefficients.  0**0 is undefined, as are powers that are not whole of
    what may be negative.

    Raises:
        ValueError: if a variable has no value, or ``e`` leaves the vocabulary of statements.
    """
    return exact.ball(value(e, point, bits))


def value(e: sp.Expr, point: Point, bits: int) -> fmpq | arb:
    """Like ``enclose``, but an exact rational where every operation on the way was exact."""
    with ctx.workprec(bits):
        return run(e, place(point))


def place(point: Point) -> Place:
    """The point's coordinates at the working precision; rationals stay exact."""
    return {s: _coordinate(v) for s, v in point.items()}


def _coordinate(v: Coordinate) -> fmpq | arb:
    match v:
        case fmpq() | arb():
            return v
        case sp.Expr():
            return run(v, {})
        case _:
            return exact.rational(v)


def run(e: sp.Expr, at: Place) -> fmpq | arb:
    """The value of ``e`` at ``at``, at flint's working precision: exact, a ball, or not finite."""
    result = exact.constant(compiled(e).run(Germ(at, {}, 1)))
    return result if exact.is_finite(result) else exact.NAN


def truth(formula: Boolean, point: Point, max_bits: int = 4096) -> bool | None:
    """Whether ``formula`` holds at ``point``: True or False only where certain, else None.

    A relation with an undefined side is neither.  ``and``, ``or``, ``not``, ``⇒`` and ``⇔`` follow Kleene's strong three-valued logic.
    The precision is raised from 64 bits to ``max_bits``; sides that are equal as closed forms are seen to be so (``exactly_zero``).

    Raises:
        ValueError: if a variable has no value.
    """
    return _kleene(formula, lambda r: _relation(r, point, max_bits))


def truth_at(formula: Boolean, at: Place, bits: int) -> bool | None:
    """Like ``truth``, at one precision and without comparing closed forms: what balls alone say, quickly."""

    def decide(relation: Relational) -> bool | None:
        d = difference_at(relation, at, bits)
        return None if d is None else _BY_SIGN[type(relation)](d)

    return _kleene(formula, decide)


def _kleene(formula: Boolean, decide: Callable[[Relational], bool | None]) -> bool | None:
    parts = formula.args
    match formula:
        case Relational():
            return decide(formula)
        case sp.Not():
            return _not(_kleene(parts[0], decide))
        case sp.And():
            return _all(_kleene(p, decide) for p in parts)
        case sp.Or():
            return _not(_all(_not(_kleene(p, decide)) for p in parts))
        case sp.Implies():
            return _not(_all(v if k == 0 else _not(v) for k, v in enumerate(_kleene(p, decide) for p in parts)))
        case sp.Equivalent():
            values = [_kleene(p, decide) for p in parts]
            return None if None in values else len(set(values)) == 1
        case _:
            raise ValueError(f"{formula} is not a formula")


def _not(v: bool | None) -> bool | None:
    return None if v is None else not v


def _all(values: Iterator[bool | None]) -> bool | None:
    unknown = False
    for v in values:
        if v is False:
            return False
        unknown |= v is None
    return None if unknown else True


_BY_SIGN: dict[type, Callable[[fmpq | arb], bool | None]] = {
    sp.Lt: lambda d: _either(d < 0, d >= 0),
    sp.Le: lambda d: _either(d <= 0, d > 0),
    sp.Gt: lambda d: _either(d > 0, d <= 0),
    sp.Ge: lambda d: _either(d >= 0, d < 0),
    sp.Eq: lambda d: _either(d == 0, d != 0),
    sp.Ne: lambda d: _either(d != 0, d == 0),
}
"""What the difference of the sides says; comparisons of balls are true only where certain."""


def _either(yes: bool, no: bool) -> bool | None:
    return True if yes else False if no else None


def _relation(relation: Relational, point: Point, max_bits: int) -> bool | None:
    decide = _BY_SIGN[type(relation)]
    bits, compared = _FIRST_BITS, False
    while bits <= max_bits:
        d = difference(relation, point, bits)
        if d is not None and (found := decide(d)) is not None:
            return found
        if d is not None and bits >= _EXACT_FROM and not compared:
            compared = True
            if _same(relation.lhs, relation.rhs, point):
                return decide(fmpq(0))
        bits *= 2
    return None


def _same(left: sp.Expr, right: sp.Expr, point: Point) -> bool:
    coordinates = {s: _closed_form(v) for s, v in point.items()}
    known = {s: c for s, c in coordinates.items() if c is not None}
    return len(known) == len(coordinates) and exactly_zero(left - right, known)


def _closed_form(v: Coordinate) -> sp.Expr | None:
    match v:
        case arb():
            return None
        case sp.Expr():
            return v
        case _:
            q = v if isinstance(v, fmpq) else exact.rational(v)
            return sp.Rational(int(q.p), int(q.q))


def difference(relation: Relational, point: Point, bits: int) -> fmpq | arb | None:
    """Left side less right side: exact, or a ball at ``bits``; None where one of the two is not certainly defined."""
    with ctx.workprec(bits):
        at = place(point)
    return difference_at(relation, at, bits)


def difference_at(relation: Relational, at: Place, bits: int) -> fmpq | arb | None:
    """``difference`` where the coordinates are values already."""
    with ctx.workprec(bits):
        left, right = run(relation.lhs, at), run(relation.rhs, at)
        d = exact.constant(exact.subtract(left, right))
    return d if exact.is_finite(d) else None
