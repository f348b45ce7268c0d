"""The map T(x) = logit p_ref + g(x)/β, which is h in the coordinate x = logit p, in ball arithmetic.

With c = cosh(x/2) and s = sinh(x/2), g(x) = 2c/√(1 + 4εc²) and g'(x) = s/(1 + 4εc²)^{3/2} (claim beyond.logit-form).  Near p = 1
fixed points lie at distances such as 1e-137, which only this coordinate keeps apart.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction

from flint import arb, ctx, fmpq

_NUMBER = re.compile(r"[+-]?(\d{1,400}(\.\d{0,400})?|\.\d{1,400})(e[+-]?\d{1,3})?|[+-]?\d{1,400}/\d{1,400}", re.IGNORECASE)


class ParameterError(Exception):
    """A parameter is no number, or outside its domain; the message says which and what it may be."""


def rational(text: str, name: str) -> Fraction:
    """The exact rational that a decimal (``0.001``, ``1e-5``) or quotient (``1/3``) spells.

    Raises:
        ParameterError: if ``text`` is neither, or has an absurd number of digits.
    """
    if not _NUMBER.fullmatch(text.strip()):
        form = "a decimal such as 0.001 or 1e-5, nor a quotient such as 1/3, of at most 400 digits and with an exponent below 1000"
        raise ParameterError(f"{name}: {text[:40]!r} is not {form}")
    try:
        return Fraction(text.strip())
    except ZeroDivisionError:
        raise ParameterError(f"{name}: {text[:40]!r} divides by zero") from None


@dataclass(frozen=True)
class Parameters:
    """p_ref in (0, 1], β > 0 and ε ≥ 0, exact.

    Raises:
        ParameterError: outside that domain.
    """

    p_ref: Fraction
    beta: Fraction
    eps: Fraction

    def __post_init__(self) -> None:
        if not 0 < self.p_ref <= 1:
            raise ParameterError("p_ref: the probability of success of the reference lies in (0, 1]")
        if self.beta <= 0:
            raise ParameterError("beta: the weight of the KL term is > 0")
        if self.eps < 0:
            raise ParameterError("eps: the smoothing is ≥ 0")


def ball(value: Fraction) -> arb:
    """The rational at the working precision."""
    return arb(fmpq(value.numerator, value.denominator))


@dataclass(frozen=True)
class LogitMap:
    """T and its derivative at balls x, for p_ref < 1; every method works at the precision in force."""

    parameters: Parameters
    _known: dict[int, tuple[arb, arb, arb]] = field(default_factory=dict, compare=False, repr=False)

    def _constants(self) -> tuple[arb, arb, arb]:
        """logit p_ref, β and 4ε at the precision in force; a cycle's search asks for them thousands of times."""
        if ctx.prec not in self._known:
            q = self.parameters
            self._known[ctx.prec] = ball(q.p_ref / (1 - q.p_ref)).log(), ball(q.beta), 4 * ball(q.eps)
        return self._known[ctx.prec]

    @property
    def reference(self) -> arb:
        """logit p_ref."""
        return self._constants()[0]

    @property
    def beta(self) -> arb:
        """β."""
        return self._constants()[1]

    def gain(self, x: arb) -> arb:
        """g(x) = 2/√(1/c² + 4ε), even and increasing in |x|; from the end points where the ball is wide."""
        return _by_ends(abs(x), self._gain)

    def _gain(self, x: arb) -> arb:
        sech = 1 / (x / 2).cosh()
        return 2 / (sech * sech + self._constants()[2]).sqrt()

    def slope(self, x: arb) -> arb:
        """g'(x) = tanh(x/2) · sech²(x/2)/(sech²(x/2) + 4ε)^{3/2}, written so that large x does not overflow."""
        sech = 1 / (x / 2).cosh()
        square = sech * sech
        root = (square + self._constants()[2]).sqrt()
        return (x / 2).tanh() * square / (root * root * root)

    def __call__(self, x: arb) -> arb:
        """T(x)."""
        return self.reference + self.gain(x) / self.beta

    def multiplier(self, x: arb) -> arb:
        """T'(x) = g'(x)/β; at a fixed point it equals h'(p*)."""
        return self.slope(x) / self.beta

    def orbit(self, x: arb, length: int) -> list[arb]:
        """x, T(x), …, of ``length`` points."""
        points = [x]
        while len(points) < length:
            points.append(self(points[-1]))
        return points

    @property
    def low(self) -> arb:
        """T(0): a lower bound of every value of T (claim beyond.n1)."""
        return self(arb(0))

    @property
    def high(self) -> arb:
        """logit p_ref + 1/(β√ε), above every value of T; needs ε > 0."""
        return self.reference + 1 / (self.beta * ball(self.parameters.eps).sqrt())


def _by_ends(x: arb, increasing: Callable[[arb], arb]) -> arb:
    """The image of a ball in [0, ∞) under an increasing function, from its end points."""
    if x.is_exact():
        return increasing(x)
    return increasing(arb(x.abs_lower())).union(increasing(arb(x.abs_upper())))


def success(x: arb) -> arb:
    """p = σ(x)."""
    return 1 / (1 + (-x).exp())


def failure(x: arb) -> arb:
    """q = 1 − p = σ(−x), to full relative precision near p = 1."""
    return 1 / (1 + x.exp())
