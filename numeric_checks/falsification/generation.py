"""Points of a plan's region generated and shrunk by Hypothesis."""

from collections.abc import Callable
from fractions import Fraction
from random import Random

import sympy as sp

from numeric_checks.points.bounds import Approximate, Interval
from numeric_checks.points.domains import Coordinates, Plan
from numeric_checks.points.sampling import draw, quantile, special

_FEW = 4
_MANY = 10


def found(
    plan: Plan, approximate: Approximate, condition: Callable[[Coordinates], bool], *, examples: int, seed: int
) -> Coordinates | None:
    """A point of the plan that satisfies ``condition``, shrunk by Hypothesis; None if none was met.

    Nothing is kept on disk, and the outcome depends on the arguments only: coordinates are built from booleans because, for every
    other kind of choice, Hypothesis reads constants from the modules that happen to be loaded, and caches them in files.
    """
    # imported late: a refutation by special values does not pay for it
    from hypothesis import Phase, find, settings
    from hypothesis import strategies as st
    from hypothesis.errors import NoSuchExample

    @st.composite
    def points(pick: st.DrawFn) -> Coordinates | None:
        def number(bits: int) -> int:
            return sum(pick(st.booleans()) << k for k in reversed(range(bits)))

        def choose(variable: sp.Symbol, interval: Interval, earlier: Coordinates) -> Fraction:
            if pick(st.booleans()):
                return quantile(interval, Fraction(2 * number(_MANY) + 1, 2 << _MANY))
            values = special(plan, variable, interval, earlier)
            return values[number(_FEW) % len(values)]

        return draw(plan, approximate, choose)

    quiet = settings(
        max_examples=examples, derandomize=True, database=None, deadline=None, phases=(Phase.generate, Phase.shrink), print_blob=False
    )
    try:
        return find(points(), lambda p: p is not None and condition(p), settings=quiet, random=Random(seed))
    except NoSuchExample:
        return None
