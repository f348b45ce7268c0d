"""Figure 1: the weights of successes and failures as they are before smoothing, on (0, 1)."""

import sympy as sp

from symbolic.claim import Kind
from symbolic.derivation import Argument
from symbolic.group import Group
from symbolic.notation import PROBABILITY, p
from symbolic.statement import Statement, between, eq, iff, lt, real
from symbolic.theorems import monotone

_half = sp.Rational(1, 2)
_plus, _minus = sp.sqrt((1 - p) / p), sp.sqrt(p / (1 - p))
_low, _high = real("a"), real("b")
_given = (*between(0, _low, _high), lt(_high, 1))
_cross = Statement(PROBABILITY, iff(eq(_plus, _minus), eq(p, _half)))


def _monotone(weight: sp.Expr, increasing: bool) -> Argument:
    return Argument((monotone(weight, p, _low, _high, increasing=increasing, given=_given),), ("the sign of its derivative",))


_FIGURE = Group("figure-1.unsmoothed", Kind.FIGURE, "Figure 1")

CLAIMS = (
    _FIGURE.proved(
        "success",
        "Without smoothing the weight of successes decreases in p",
        _monotone(_plus, False),
        _monotone(_plus, True),
        note="On every closed part [a, b] of (0, 1); at 0 the weight has no bound.",
    ),
    _FIGURE.proved("failure", "Without smoothing the weight of failures increases in p", _monotone(_minus, True), _monotone(_minus, False)),
    _FIGURE.proved("crossing", "The two weights are equal at p = 1/2 alone", _cross, _cross.but(iff(eq(_plus, _minus), lt(p, _half)))),
)
