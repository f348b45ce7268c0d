"""Numbers fit to be drawn: the middle of a ball that is narrower than any pixel, or an error."""

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from functools import partial

from flint import arb, ctx

_FINEST = 1e-6
"""Far below a pixel, of which an axis has some thousand."""
_PRECISIONS = (64, 256, 1024, 4096)


class TooWideError(Exception):
    """A number is not known well enough to be drawn."""


def drawn(value: Callable[[], arb]) -> float:
    """The value to an error of 10⁻⁶, relative to 1 or to its size; computed at the precision that this takes.

    Raises:
        TooWideError: if 4096 bits do not suffice.
    """
    for bits in _PRECISIONS:
        with ctx.workprec(bits):
            x = value()
            if x.is_finite() and x.rad() <= _FINEST * max(1.0, abs(float(x.mid()))):
                return float(x.mid())
    raise TooWideError(f"{x} is not known to {_FINEST:g}")


def curve(f: Callable[[arb], arb], at: Iterable[Fraction]) -> list[float]:
    """The values of f at exact places, each `drawn`."""
    return [drawn(partial(_at, f, x)) for x in at]


def _at(f: Callable[[arb], arb], x: Fraction) -> arb:
    return f(arb(x.numerator) / x.denominator)


def evenly(low: Fraction, high: Fraction, count: int) -> Sequence[Fraction]:
    """``count`` places from low to high, exactly."""
    return [low + (high - low) * k / (count - 1) for k in range(count)]
