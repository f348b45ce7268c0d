"""The weights of right and wrong answers around p = 1/2, what the text says of them, and Figure 1."""

import sympy as sp

from symbolic.claim import DEFAULT, KERNEL, Claim, Kind, Source
from symbolic.derivation import Argument
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
_BULLETS, _SUMMARY = "Section 2.1, bullets on the weights", "Section 2.1, summary"
_KERNEL = frozenset({"section-2.2.weights.high"})
"""The claims to which a theorem of the Rocq development is pinned."""


def _text(label: str, title: str, place: str, printed: str, content: Statement, mutant: Statement, note: str = "") -> Claim:
    return Claim(
        label=label,
        kind=Kind.TEXT,
        title=title,
        source=Source(place, printed),
        content=content,
        mutants=(mutant,),
        note=note,
        families=KERNEL if label in _KERNEL else DEFAULT,
    )


CLAIMS = (
    _text(
        "section-2.1.weights.high",
        "For p > 1/2 successes weigh less than 1 and failures more than 1",
        _BULLETS,
        "(p > 0.5)",
        _high,
        _high.but(given=PROBABILITY),
    ),
    _text(
        "section-2.1.weights.low",
        "For p < 1/2 successes weigh more than 1 and failures less than 1",
        _BULLETS,
        "(p < 0.5)",
        _low,
        _low.but(given=PROBABILITY),
    ),
    _text(
        "section-2.1.weights.more-penalized",
        "For p > 1/2 a wrong answer weighs more than a right one",
        _SUMMARY,
        "",
        _more_penalized,
        _more_penalized.but(given=PROBABILITY),
        "Answer by answer; in total the two sides weigh the same, see section-2.1.weights.balance.",
    ),
    _text(
        "section-2.1.weights.more-reinforced",
        "For p < 1/2 a right answer weighs more than a wrong one",
        _SUMMARY,
        "",
        _more_reinforced,
        _more_reinforced.but(given=PROBABILITY),
    ),
    Claim(
        label="section-2.1.weights.balance",
        kind=Kind.EXTENSION,
        title="Weighed by how often they occur, right and wrong answers balance",
        source=Source(_SUMMARY),
        content=_balance,
        mutants=(_balance.but(eq(p * _weights[1], (1 - p) * _weights[0])),),
        note="This is the advantage's mean 0; the contrast of the summary is between single answers.",
    ),
    _text(
        "section-2.2.weights.high",
        "For p > 1/2 the smoothed weight of failures is the greater one",
        "Section 2.2, Equation (4)",
        "",
        _smooth_high,
        _smooth_high.but(given=(*CLOSED, *EPS)),
    ),
    _text(
        "section-2.2.weights.low",
        "For p < 1/2 the smoothed weight of successes is the greater one",
        "Section 2.2, Equation (4)",
        "",
        _smooth_low,
        _smooth_low.but(given=(*CLOSED, *EPS)),
    ),
    Claim(
        label="figure-1.success",
        kind=Kind.FIGURE,
        title="The weight of successes decreases in p",
        source=Source("Figure 1"),
        content=_falls,
        mutants=(_not_rising,),
        note="With smoothing, on all of [0, 1].",
    ),
    Claim(
        label="figure-1.failure",
        kind=Kind.FIGURE,
        title="The weight of failures increases in p",
        source=Source("Figure 1"),
        content=_rises,
        mutants=(_not_falling,),
        note="With smoothing, on all of [0, 1].",
    ),
)
