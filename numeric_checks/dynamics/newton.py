"""Interval Newton in one variable: a ball in which a function has exactly one zero, or nothing."""

from collections.abc import Callable
from typing import TypeAlias

from flint import arb, ctx

Function: TypeAlias = Callable[[arb], arb]


def middle(x: arb) -> arb:
    """The midpoint, exactly."""
    return arb(x.mid())


def wide(center: arb, radius: arb) -> arb:
    """The ball around an exact centre."""
    return arb(middle(center), radius.abs_upper())


def certify(f: Function, slope: Function, guess: arb) -> arb | None:
    """A ball near ``guess`` that contains exactly one zero of f, or None where the test does not succeed.

    With m = mid X, N(X) = m − f(m)/f'(X) inside the interior of X implies one zero in X, and that it lies in N(X) (Moore).
    """
    m = middle(guess)
    value, rise = f(m), slope(m)
    if not (value.is_finite() and rise.is_finite()) or rise.contains(0):
        return None
    radius = 2 * abs(value / rise).abs_upper() + abs(m).abs_upper() * arb(2) ** (8 - ctx.prec) + arb(2) ** (8 - ctx.prec)
    for _ in range(6):
        found = step(f, slope, wide(m, radius))
        if found is not None:
            return found
        radius = radius * 4
    return None


def step(f: Function, slope: Function, x: arb) -> arb | None:
    """N(x) where it lies in the interior of x, else None."""
    rise = slope(x)
    if not rise.is_finite() or rise.contains(0):
        return None
    m = middle(x)
    image = m - f(m) / rise
    return image if image.is_finite() and x.contains_interior(image) else None


def sharpen(f: Function, slope: Function, root: arb, bits: int) -> arb:
    """A ball of relative radius about 2^(−bits) around the one zero that ``root`` contains, working at up to ``bits`` + 64."""
    precision = ctx.prec
    while True:
        precision = min(2 * precision, bits + 64)
        with ctx.workprec(precision):
            for _ in range(3):
                image = middle(root) - f(middle(root)) / slope(root)
                if not image.is_finite():
                    return root
                root = root.intersection(image)
        if precision >= bits + 64:
            return root


def bisect(f: Function, low: arb, high: arb, *, rising: bool, slope: Function, rounds: int = 4000) -> arb | None:
    """A ball with exactly one zero of f inside (low, high), where f is monotone with a certain change of sign.

    Halves the bracket until interval Newton succeeds; None where a sign stays uncertain at this precision.
    """
    for k in range(rounds):
        center = middle((low + high) / 2)
        value = f(center)
        # A centre that happens to be as good as the zero has no certain sign; Newton's test then succeeds around it.
        if k % 4 == 3 or k > 40 or value.contains(0):
            found = certify(f, slope, center)
            if found is not None and found > low and found < high:
                return found
        if value > 0:
            low, high = (low, center) if rising else (center, high)
        elif value < 0:
            low, high = (center, high) if rising else (low, center)
        else:
            return None
    return None
