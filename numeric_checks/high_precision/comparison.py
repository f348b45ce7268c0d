"""Compares the two sides of relations in mpmath, with ever more digits until two computations agree on the sign of the difference."""

from collections.abc import Callable

import sympy as sp
from mpmath import mpf
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean

from numeric_checks.high_precision.multiprecision import DigitsError, Number, UndefinedError, context, evaluate, evaluate_exactly, to_mpf
from numeric_checks.points.domains import Coordinates, Plan

_ROUNDS = 8
"""How often the digits are doubled where two computations of a difference do not agree."""
_CHEAP_ROUNDS = 3
_SHORT = context(15)


class Comparison:
    """One point, at which formulas are judged by the signs of differences.

    ``measured`` collects, for each relation compared, the difference relative to its sides, and whether it counts as zero.
    ``go_on`` is asked before each computation with very many digits.
    """

    def __init__(self, plan: Plan, free: Coordinates, digits: int, go_on: Callable[[], bool]) -> None:
        self.plan, self.free, self.digits, self._go_on = plan, free, digits, go_on
        self.measured: list[tuple[mpf, bool]] = []
        self._places: dict[int, dict[sp.Symbol, Number]] = {}

    def holds(self, formula: Boolean) -> bool:
        """Whether the formula seems to hold.

        Raises:
            UndefinedError: where a side of one of its relations that matter has no value.
            DigitsError: where two sides agree, but only because terms are too small to show.
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
        rounds = _CHEAP_ROUNDS if slope else _ROUNDS
        sign, relative = None, _SHORT.zero
        for k in range(rounds):
            digits = self.digits << k
            if k >= _CHEAP_ROUNDS and not self._go_on():
                break
            try:
                (left, right), (finer_left, finer_right) = self._sides(relation, digits), self._sides(relation, 2 * digits)
            except DigitsError:
                continue
            # mpf of two contexts do not mix: the rough values are read again with all digits
            ctx = context(2 * digits)
            rough, fine = ctx.mpf(left) - ctx.mpf(right), finer_left - finer_right
            size = abs(finer_left) + abs(finer_right)
            relative = _SHORT.mpf(abs(fine) / size) if size else _SHORT.zero
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
        if strict and sign == 0:
            self._sides(relation, self.digits, every_term=True)
        self.measured.append((relative, sign == 0))
        return bool(_BY_SIGN[type(relation)](sign))

    def _sides(self, relation: Relational, digits: int, *, every_term: bool = False) -> tuple[mpf, mpf]:
        at, ctx = self._place(digits), context(digits)
        left, right = (evaluate(side, at, ctx, every_term=every_term) for side in (relation.lhs, relation.rhs))
        return left, right

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
            at[d.variable] = evaluate_exactly(d.expression, at, context(digits))
        return at


_BY_SIGN = {
    sp.Lt: lambda s: s < 0,
    sp.Le: lambda s: s <= 0,
    sp.Gt: lambda s: s > 0,
    sp.Ge: lambda s: s >= 0,
    sp.Eq: lambda s: s == 0,
    sp.Ne: lambda s: s != 0,
}
