"""Corroborates a statement at deterministic points to fifty digits and more, in mpmath, independently of ball arithmetic.

Errors are not bounded, only seen: each value is computed with twice the digits too, and what changes is not believed.  So
nothing is refuted here, and what looks false is handed on to rigorous evaluation.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import chain, islice

import sympy as sp
from mpmath import mpf
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean

from numeric_checks.domains import Coordinates, Plan, plans
from numeric_checks.multiprecision import DigitsError, Number, UndefinedError, context, evaluate, to_mpf
from numeric_checks.outcome import NoSample, Survived, Suspect
from numeric_checks.sampling import corners, spread
from symbolic.statement import Statement

_POINTS = 30
_ATTEMPTS = 10
_ROUNDS = 6
"""How often the digits are doubled where two computations of a difference do not agree."""
_MOST_SUSPECTS = 5
_ROUGH_DIGITS = 20
_HUGE = 4096


def corroborate(statement: Statement, *, digits: int = 50) -> Survived | Suspect | NoSample:
    """Evaluates ``statement`` with ``digits`` and with twice as many digits at points of its domain; always the same points.

    ``Suspect`` holds points at which it seems to fail.  The detail of ``Survived`` gives the worst relative discrepancy between sides
    that should be equal, and the least relative distance between sides that should differ.
    """
    seen = _Seen(digits)
    for plan in plans(statement, _approximate):
        if plan.edge:
            continue
        enough = seen.trials + _POINTS
        points = chain(corners(plan, _approximate), spread(plan, _approximate, seed=0)) if plan.order else iter([{}])
        for free in islice(points, _POINTS * _ATTEMPTS):
            if free is not None:
                seen.look(statement, plan, free)
            if seen.trials >= enough or len(seen.suspects) >= _MOST_SUSPECTS:
                break
    if seen.suspects:
        return Suspect(tuple(seen.suspects), f"at {len(seen.suspects)} of {seen.trials} points the statement seems to fail")
    if not seen.trials:
        return NoSample("no point satisfied the hypotheses and gave the conclusion a value")
    return Survived(seen.trials, seen.detail())


def _approximate(e: sp.Expr, point: Mapping[sp.Symbol, Fraction]) -> tuple[Fraction, bool] | None:
    if isinstance(e, sp.Rational):
        return Fraction(int(e.p), int(e.q)), True
    if e in point:
        return point[e], True
    try:
        v = evaluate(e, point, context(_ROUGH_DIGITS))
    except (UndefinedError, DigitsError):
        return None
    sign, mantissa, exponent, _ = v._mpf_
    return ((-1 if sign else 1) * mantissa * Fraction(2) ** exponent, False) if abs(exponent) < _HUGE else None


@dataclass
class _Seen:
    """The points looked at, and what was found at them."""

    digits: int
    trials: int = 0
    suspects: list[dict[sp.Symbol, sp.Rational]] = field(default_factory=list)
    discrepancy: float | None = None
    distance: float | None = None

    def look(self, statement: Statement, plan: Plan, free: Coordinates) -> None:
        """Evaluates the statement at one point."""
        at = _Point(plan, free, self.digits)
        try:
            if not all(at.holds(g) for g in statement.given):
                return
            measured = at.measured
            measured.clear()
            found = at.holds(statement.holds)
        except UndefinedError:
            return
        self.trials += 1
        if not found:
            self.suspects.append({s: sp.Rational(v.numerator, v.denominator) for s, v in free.items()})
        for relative, equal in measured:
            if equal:
                self.discrepancy = max(relative, self.discrepancy or 0.0)
            else:
                self.distance = relative if self.distance is None else min(relative, self.distance)

    def detail(self) -> str:
        """How close equal sides came to each other, and how close different ones."""
        parts = [f"{self.digits} and {2 * self.digits} digits"]
        if self.discrepancy is not None:
            parts.append(f"equal sides differ by at most {self.discrepancy:.1e} of their size")
        if self.distance is not None:
            parts.append(f"different sides by at least {self.distance:.1e}")
        return ", ".join(parts)


class _Point:
    """One point, at which relations are compared; ``measured`` collects (relative difference, whether it counts as zero)."""

    def __init__(self, plan: Plan, free: Coordinates, digits: int) -> None:
        self.plan, self.free, self.digits = plan, free, digits
        self.measured: list[tuple[float, bool]] = []
        self._places: dict[int, dict[sp.Symbol, Number]] = {}

    def holds(self, formula: Boolean) -> bool:
        """Whether the formula seems to hold.

        Raises:
            UndefinedError: where a side of one of its relations that matter has no value.
        """
        parts = formula.args
        match formula:
            case Relational():
                return self._relation(formula)
            case sp.Not():
                return not self.holds(parts[0])
            case sp.And():
                return all(self.holds(p) for p in parts)
            case sp.Or():
                return any(self.holds(p) for p in parts)
            case sp.Implies():
                return not self.holds(parts[0]) or self.holds(parts[1])
            case _:
                return len({self.holds(p) for p in parts}) == 1

    def _relation(self, relation: Relational) -> bool:
        """The relation by the sign of left less right, computed with ever more digits until two computations agree on it.

        A difference counts as zero where doubling the digits makes it vanish as fast as rounding errors do.
        """
        strict = isinstance(relation, (sp.Lt, sp.Gt, sp.Ne))
        slope = relation.has(sp.Derivative)
        sign, relative = None, 0.0
        for digits in (self.digits << k for k in range(_ROUNDS)):
            try:
                (left, right), (finer_left, finer_right) = self._sides(relation, digits), self._sides(relation, 2 * digits)
            except DigitsError:
                continue
            # mpf of two contexts do not mix: the rough values are read again with all digits
            ctx = context(2 * digits)
            rough, fine = ctx.mpf(left) - ctx.mpf(right), finer_left - finer_right
            size = abs(finer_left) + abs(finer_right)
            relative = float(abs(fine) / size) if size else 0.0
            if abs(rough - fine) < abs(fine) / 4:
                sign = 1 if fine > 0 else -1
                break
            if abs(fine) <= size * ctx.mpf(10) ** (-digits):
                sign = 0
                if not strict or slope:
                    break
        if sign is None or (strict and sign == 0 and slope):
            # differences that saturate at the same digits show no slope, however steep the logarithm falls
            raise UndefinedError("rounding errors hide the difference")
        self.measured.append((relative, sign == 0))
        return bool(_BY_SIGN[type(relation)](sign))

    def _sides(self, relation: Relational, digits: int) -> tuple[mpf, mpf]:
        at, ctx = self._place(digits), context(digits)
        return evaluate(relation.lhs, at, ctx), evaluate(relation.rhs, at, ctx)

    def _place(self, digits: int) -> dict[sp.Symbol, Number]:
        if digits not in self._places:
            at, finer = self._coordinates(digits), self._coordinates(2 * digits)
            ctx = context(2 * digits)
            for d in self.plan.defined:
                rough, fine = ctx.mpf(to_mpf(at[d.variable], ctx)), to_mpf(finer[d.variable], ctx)
                if abs(rough - fine) > abs(fine) * ctx.mpf(10) ** (-digits // 2):
                    raise UndefinedError(f"rounding errors hide the value of {d.variable}")
            self._places[digits] = at
        return self._places[digits]

    def _coordinates(self, digits: int) -> dict[sp.Symbol, Number]:
        at: dict[sp.Symbol, Number] = dict(self.free)
        for d in self.plan.defined:
            at[d.variable] = evaluate(d.expression, at, context(digits))
        return at


_BY_SIGN = {
    sp.Lt: lambda s: s < 0,
    sp.Le: lambda s: s <= 0,
    sp.Gt: lambda s: s > 0,
    sp.Ge: lambda s: s >= 0,
    sp.Eq: lambda s: s == 0,
    sp.Ne: lambda s: s != 0,
}
