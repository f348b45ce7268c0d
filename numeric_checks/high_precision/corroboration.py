"""Corroborates a statement at deterministic points to fifty digits and more, in mpmath, independently of ball arithmetic.

Errors are not bounded, only seen: each value is computed with twice the digits too, and what changes is not believed.  So
nothing is refuted here, and what looks false is handed on to rigorous evaluation.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import chain, islice

import sympy as sp
from mpmath import mpf, nstr

from numeric_checks.high_precision.comparison import Comparison
from numeric_checks.high_precision.multiprecision import DigitsError, UndefinedError, context, evaluate
from numeric_checks.outcome import NoSample, Survived, Suspect
from numeric_checks.points.domains import Coordinates, Plan, plans
from numeric_checks.points.sampling import corners, spread
from symbolic.statement import Statement

_POINTS = 30
_ATTEMPTS = 10
_PATIENCE = 24
"""Computations with hundreds of digits and more, over all points of a statement: they cost milliseconds each."""
_MOST_SUSPECTS = 5
_ROUGH_DIGITS = 20
_HUGE = 4096


def corroborate(statement: Statement, *, digits: int = 50, examples: int = _POINTS) -> Survived | Suspect | NoSample:
    """Evaluates ``statement`` with ``digits`` and with twice as many digits at ``examples`` points of its domain; always the same points.

    ``Suspect`` holds points at which it seems to fail.  The detail of ``Survived`` gives the worst relative discrepancy between sides
    that should be equal, and the least relative distance between sides that should differ.
    """
    seen = _Seen(digits)
    for plan in plans(statement, _approximate):
        if plan.edge:
            continue
        enough = seen.trials + examples
        points = chain(corners(plan, _approximate), spread(plan, _approximate, seed=0)) if plan.order else iter([{}])
        for free in islice(points, examples * _ATTEMPTS):
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
    discrepancy: mpf | None = None
    distance: mpf | None = None
    patience: int = _PATIENCE

    def look(self, statement: Statement, plan: Plan, free: Coordinates) -> None:
        """Evaluates the statement at one point."""
        at = Comparison(plan, free, self.digits, self._go_on)
        try:
            if not all(at.holds(g) for g in statement.given):
                return
            measured = at.measured
            measured.clear()
            found = at.holds(statement.holds)
        except (UndefinedError, DigitsError):
            return
        self.trials += 1
        if not found:
            self.suspects.append({s: sp.Rational(v.numerator, v.denominator) for s, v in free.items()})
        for relative, equal in measured:
            if equal:
                self.discrepancy = relative if self.discrepancy is None else max(relative, self.discrepancy)
            else:
                self.distance = relative if self.distance is None else min(relative, self.distance)

    def _go_on(self) -> bool:
        self.patience -= 1
        return self.patience >= 0

    def detail(self) -> str:
        """How close equal sides came to each other, and how close different ones."""
        parts = [f"{self.digits} and {2 * self.digits} digits"]
        if self.discrepancy is not None:
            parts.append(f"equal sides differ by at most {nstr(self.discrepancy, 2)} of their size")
        if self.distance is not None:
            parts.append(f"different sides by at least {nstr(self.distance, 2)}")
        return ", ".join(parts)
