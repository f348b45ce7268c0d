"""Makes a witness readable: replaces its coordinates, one at a time, by simpler rationals as long as it stays a witness."""

from collections.abc import Callable, Iterator
from fractions import Fraction

from numeric_checks.points.domains import Coordinates

_POWERS = [Fraction(1, 10**k) for k in (1, 2, 3, 4, 6, 9)]
_PLAIN = (
    *(Fraction(v) for v in ("0", "1", "-1", "1/2", "2", "-2", "-1/2", "1/3", "3", "2/3", "-3", "1/4", "3/4", "4", "5", "10")),
    *_POWERS,
    *(1 - v for v in _POWERS),
)
_DENOMINATORS = (1, 2, 3, 4, 5, 8, 10, 16, 20, 100, 1000)
_SWEEPS = 3


def shrunk(point: Coordinates, fails: Callable[[Coordinates], bool]) -> Coordinates:
    """A point with coordinates no more complicated than those of ``point``, at which ``fails`` is true as it is at ``point``."""
    best = dict(point)
    for _ in range(_SWEEPS):
        before = dict(best)
        for variable in best:
            for candidate in _simpler(best[variable]):
                changed = {**best, variable: candidate}
                if fails(changed):
                    best = changed
                    break
        if best == before:
            break
    return best


def weight(v: Fraction) -> tuple[int, bool]:
    """How much there is to read: numerator and denominator, then the sign."""
    return abs(v.numerator) + v.denominator, v < 0


def _simpler(v: Fraction) -> Iterator[Fraction]:
    """Simpler rationals, the simplest first: plain ones, roundings, powers of ten of the same size."""
    near = [v.limit_denominator(d) for d in _DENOMINATORS]
    if v:
        digits = len(str(abs(v.numerator))) - len(str(v.denominator))
        near += [(1 if v > 0 else -1) * Fraction(10) ** (digits + k) for k in (-1, 0, 1)]
    yield from sorted({c for c in (*_PLAIN, *near) if weight(c) < weight(v)}, key=weight)
