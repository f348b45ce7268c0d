"""Looks for a point that refutes a statement: special values, evenly spread points, then Hypothesis, all judged in Arb.

Only certain violations count, and each is confirmed; a statement that survives is not proved.
"""

from collections.abc import Iterator, Sequence
from itertools import chain, islice

import sympy as sp
from sympy.logic.boolalg import Boolean

from numeric_checks.balls.evaluation import truth
from numeric_checks.confirm import Exact, confirm, satisfies
from numeric_checks.falsification.descent import descend
from numeric_checks.falsification.generation import found
from numeric_checks.falsification.judging import Fate, Seen, approximate, exact_point, look
from numeric_checks.falsification.shrinking import shrunk
from numeric_checks.outcome import Falsified, NoSample, Survived
from numeric_checks.points.domains import Coordinates, Plan, plans
from numeric_checks.points.sampling import corners, spread
from symbolic.statement import Statement, eq
from symbolic.verdict import Witness

__all__ = ["Falsified", "NoSample", "Survived", "falsify", "instance"]

_MOST_COMPARED = 12
"""Points where two sides look equal that are compared exactly, which costs milliseconds each."""
_ATTEMPTS = 10
"""Points drawn for each trial that is wanted, where the hypotheses reject many."""
_INSTANCE_ATTEMPTS = 3000
_STARTS = 2
_ON_AN_EDGE = 20


def falsify(statement: Statement, *, examples: int = 200, seed: int = 0) -> Falsified | Survived | NoSample:
    """Tries ``statement`` at about ``examples`` points of its domain; the same arguments give the same answer.

    The coordinates of a witness are as simple as shrinking makes them.
    """
    search = _Search(statement)
    if not search.plans:
        return NoSample("the bounds that the hypotheses set leave some variable no value")
    whole = max(1, examples // sum(1 for plan in search.plans if not plan.edge))
    for plan in search.plans:
        share = min(whole, _ON_AN_EDGE) if plan.edge else whole
        witness = (
            search.directly(plan, share - share // 2, seed)
            or search.downhill(plan, 3 * share // 10)
            or search.by_hypothesis(plan, share // 5, seed)
        )
        if witness:
            return Falsified(witness)
    return search.summary()


def instance(given: Sequence[Boolean]) -> dict[sp.Symbol, Exact] | None:
    """A point that certainly satisfies all of ``given``; None where none was found, which does not mean that there is none.

    Coordinates are rationals, or closed expressions where an equation defines a variable.
    """
    statement = Statement(tuple(given), eq(sp.S.Zero, sp.S.Zero))
    for plan in plans(statement, approximate):
        for free in islice(_points(plan, seed=0), _INSTANCE_ATTEMPTS):
            if free is not None and look(statement, plan, free).fate is not Fate.OUTSIDE:
                point = exact_point(plan, free)
                if point is not None and satisfies(statement, point):
                    return point
    return None


def _points(plan: Plan, seed: int) -> Iterator[Coordinates | None]:
    if not plan.order:
        return iter([{}])
    return chain(corners(plan, approximate), spread(plan, approximate, seed))


class _Search:
    """The search for a witness against one statement, and the count of the points looked at."""

    def __init__(self, statement: Statement) -> None:
        self.statement = statement
        self.plans = plans(statement, approximate)
        self.count = dict.fromkeys(Fate, 0)
        self._compared = 0
        self._may_fail_where_equal = statement.holds.has(sp.Lt, sp.Gt, sp.Ne)
        self._tightest: list[tuple[float, Coordinates]] = []

    @property
    def trials(self) -> int:
        return self.count[Fate.HOLDS] + self.count[Fate.EQUAL]

    def directly(self, plan: Plan, wanted: int, seed: int) -> Witness | None:
        """Looks at points until ``wanted`` of them satisfied the hypotheses."""
        enough = self.trials + wanted
        self._tightest.clear()
        for free in islice(_points(plan, seed), wanted * _ATTEMPTS):
            if free is not None and self._look(plan, free).fate is Fate.FAILS and (witness := self._witness(plan, free)):
                return witness
            if self.trials >= enough:
                break
        return None

    def downhill(self, plan: Plan, looks: int) -> Witness | None:
        """Walks from the tightest points seen to tighter ones."""
        failing: list[Coordinates] = []

        def margin(free: Coordinates) -> float | None:
            seen = self._look(plan, free)
            if seen.fate is Fate.FAILS:
                failing.append(free)
            return seen.margin

        starts = [point for _, point in sorted(self._tightest, key=lambda pair: pair[0])[:_STARTS]]
        for start in starts:
            descend(plan, approximate, start, margin, looks // len(starts))
        return next((w for free in failing if (w := self._witness(plan, free))), None)

    def by_hypothesis(self, plan: Plan, examples: int, seed: int) -> Witness | None:
        """Lets Hypothesis look for a point, and shrink it."""
        if not plan.order or not examples:
            return None
        free = found(plan, approximate, lambda p: self._look(plan, p).fate is Fate.FAILS, examples=examples, seed=seed)
        return None if free is None else self._witness(plan, free)

    def _look(self, plan: Plan, free: Coordinates) -> Seen:
        seen = look(self.statement, plan, free)
        matters = self._may_fail_where_equal or not self.statement.symbols
        if seen.fate is Fate.EQUAL and matters and self._compared < _MOST_COMPARED:
            self._compared += 1
            point = exact_point(plan, free)
            known = None if point is None else truth(self.statement.holds, point)
            seen = Seen({True: Fate.HOLDS, False: Fate.FAILS, None: Fate.EQUAL}[known])
        self.count[seen.fate] += 1
        if seen.margin is not None:
            self._tightest.append((seen.margin, free))
        return seen

    def _witness(self, plan: Plan, free: Coordinates) -> Witness | None:
        simple = shrunk(free, lambda p: look(self.statement, plan, p).fate is Fate.FAILS)
        for candidate in (simple, free):
            point = exact_point(plan, candidate)
            if point is not None and (witness := confirm(self.statement, point)):
                return witness
        return None

    def summary(self) -> Survived | NoSample:
        """What to say of a statement that no point refuted."""
        if not self.trials:
            counts = ", ".join(f"at {n} {f.value}" for f, n in self.count.items() if n) or "none could be drawn"
            return NoSample(f"no point satisfied the hypotheses and gave the conclusion a value ({counts})")
        detail = f"the conclusion certainly holds at {self.count[Fate.HOLDS]} points"
        if self.count[Fate.EQUAL]:
            detail += f"; at {self.count[Fate.EQUAL]} {Fate.EQUAL.value}"
        return Survived(self.trials, detail)
