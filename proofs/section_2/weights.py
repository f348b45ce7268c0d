"""The weights of right and wrong answers around p = 1/2, what the text says of them, and Figure 1."""

import sympy as sp

from symbolic.claim import Claim, Kind, Source
from symbolic.derivation import Argument
from symbolic.group import Group
from symbolic.notation import CLOSED, EPS, PROBABILITY, omega_minus, omega_plus, p
from symbolic.statement import Statement, conj, eq, gt, lt, real
from symbolic.theorems import monotone

_half = sp.Rational(1, 2)
_plus, _minus = sp.sqrt((1 - p) / p), sp.sqrt(p / (1 - p))
_high = Statement((*PROBABILITY, gt(p, _half)), conj(lt(_plus, 1), gt(_minus, 1)))
_low = Statement((*PROBABILITY, lt(p, _half)), conj(gt(_plus, 1), lt(_minus, 1)))
_more_penalized = Statement((*PROBABILITY, gt(p, _half)), gt(_minus, _plus))
_more_reinforced = Statement((*PROBABILITY, lt(p, _half)), gt(_plus, _minus))
_weights = real("omega_plus"), real("omega_minus")
_balance = Statement(
    (*CLOSED, *EPS, eq(_weights[0], omega_plus()), eq(_weights[1], omega_minus())), eq(p * _weights[0], (1 - p) * _weights[1])
)
_smooth_high = Statement((*CLOSED, *EPS, gt(p, _half)), gt(omega_minus(), omega_plus()))
_smooth_low = Statement((*CLOSED, *EPS, lt(p, _half)), gt(omega_plus(), omega_minus()))
_falls = Argument((monotone(omega_plus(), p, sp.Integer(0), sp.Integer(1), increasing=False, given=EPS),), ("its derivative is negative",))
_rises = Argument((monotone(omega_minus(), p, sp.Integer(0), sp.Integer(1), increasing=True, given=EPS),), ("its derivative is positive",))
_not_rising = Argument((monotone(omega_plus(), p, sp.Integer(0), sp.Integer(1), increasing=True, given=EPS),), ("a wrong sign",))
_not_falling = Argument((monotone(omega_minus(), p, sp.Integer(0), sp.Integer(1), increasing=False, given=EPS),), ("a wrong sign",))

_TEXT = Group("section-2.1.weights", Kind.TEXT, "Section 2.1")
_SMOOTHED = Group("section-2.2.weights", Kind.TEXT, "Section 2.2, Equation (4)")
_FIGURE = Group("figure-1", Kind.FIGURE, "Figure 1")

CLAIMS = (
    _TEXT.proved(
        "high",
        "For p > 1/2 successes weigh less than 1 and failures more than 1",
        _high,
        _high.but(given=PROBABILITY),
        line="bullets on the weights",
        printed="(p > 0.5)",
    ),
    _TEXT.proved(
        "low",
        "For p < 1/2 successes weigh more than 1 and failures less than 1",
        _low,
        _low.but(given=PROBABILITY),
        line="bullets on the weights",
        printed="(p < 0.5)",
    ),
    _TEXT.proved(
        "more-penalized",
        "For p > 1/2 a wrong answer weighs more than a right one",
        _more_penalized,
        _more_penalized.but(given=PROBABILITY),
        line="summary",
        note="Answer by answer; in total the two sides weigh the same, see section-2.1.weights.balance.",
    ),
    _TEXT.proved(
        "more-reinforced",
        "For p < 1/2 a right answer weighs more than a wrong one",
        _more_reinforced,
        _more_reinforced.but(given=PROBABILITY),
        line="summary",
    ),
    Claim(
        label="section-2.1.weights.balance",
        kind=Kind.EXTENSION,
        title="Weighed by how often they occur, right and wrong answers balance",
        source=Source("Section 2.1, summary"),
        content=_balance,
        mutants=(_balance.but(eq(p * _weights[1], (1 - p) * _weights[0])),),
        note="This is the advantage's mean 0; the contrast of the summary is between single answers.",
    ),
    _SMOOTHED.proved(
        "high", "For p > 1/2 the smoothed weight of failures is the greater one", _smooth_high, _smooth_high.but(given=(*CLOSED, *EPS))
    ),
    _SMOOTHED.proved(
        "low", "For p < 1/2 the smoothed weight of successes is the greater one", _smooth_low, _smooth_low.but(given=(*CLOSED, *EPS))
    ),
    _FIGURE.proved("success", "The weight of successes decreases in p", _falls, _not_rising, note="With smoothing, on all of [0, 1]."),
    _FIGURE.proved("failure", "The weight of failures increases in p", _rises, _not_falling, note="With smoothing, on all of [0, 1]."),
)
