"""Proof of Theorem 3: the function f, its derivative, and its sign for p_ref ≤ 1/2."""

import sympy as sp

from symbolic.claim import INEQUALITY, Erratum, Fault, Kind, Severity
from symbolic.derivation import Argument
from symbolic.derivations.amplification import HALF, SLOPE, SPREAD
from symbolic.group import Group
from symbolic.notation import BETA, CLOSED, EPS, PARAMETERS, POSSIBLE, REFERENCE, f, h, p, p_ref, slope
from symbolic.statement import Statement, conj, eq, ge, gt, iff, implies, le, lt
from symbolic.theorems import monotone

_INTERVAL = r"[0, p_{\text{ref}}] \subset (0, \frac{1}{2})"
_zero = sp.Integer(0)
_margin = sp.Rational(1, 1000)
_LOW = (*PARAMETERS, lt(p_ref, HALF))
_UP_TO = (*_LOW, ge(p, 0), le(p, p_ref))
_claimed = Statement((*PARAMETERS, *CLOSED), implies(eq(h(), p), gt(p, p_ref)))
_zeros = Statement((*PARAMETERS, *CLOSED), iff(eq(f(), 0), eq(h(), p)))
_derivative = Statement((*PARAMETERS, *CLOSED), conj(eq(SLOPE, sp.Derivative(h(), p) - 1), eq(SLOPE, -SPREAD * slope() - 1)))
_falling = Statement((*PARAMETERS, ge(p, 0), le(p, HALF)), lt(SLOPE, 0))
_falls = Argument((monotone(f(), p, _zero, HALF, increasing=False, given=PARAMETERS),), ("f' < 0 inside",))
_too_far = Argument((monotone(f(), p, _zero, sp.Integer(1), increasing=False, given=PARAMETERS),), ("too long an interval",))
_at_zero = Statement(PARAMETERS, gt(f(_zero), 0))
_below_one = Statement(PARAMETERS, lt(f(_zero), 1))
_inside = Statement((*REFERENCE, lt(p_ref, HALF), ge(p, 0), le(p, p_ref)), conj(ge(p, 0), lt(p, HALF)))
_positive = Statement(_UP_TO, gt(f(), 0))
_roots = Statement((*_LOW, *CLOSED), implies(eq(f(), 0), conj(gt(p, p_ref), le(p, 1))))
_at_one_half = Statement((*REFERENCE, eq(p_ref, HALF), *BETA, *EPS, ge(p, 0), le(p, p_ref)), gt(f(), 0))

_STEP = Group("theorem-3.proof", Kind.STEP, "Proof of Theorem 3")

CLAIMS = (
    _STEP.proved(
        "claim",
        "What the proof sets out to show: every fixed point exceeds p_ref",
        _claimed,
        _claimed.but(implies(ge(h(), p), gt(p, p_ref))),
        printed=r"p^* > p_{\text{ref}}",
        superseded_by="beyond.n1-amplification.fixed-points",
        note="Without the condition of part (2), and rightly so.",
    ),
    _STEP.proved(
        "f",
        "The zeros of f = h − p are the fixed points",
        _zeros,
        _zeros.but(iff(ge(f(), 0), eq(h(), p))),
        printed=r"f(p) = h_{\varepsilon}(p) - p",
        families=INEQUALITY,
    ),
    _STEP.proved(
        "f-prime",
        "The derivative of f",
        _derivative,
        _derivative.but(conj(eq(SLOPE, sp.Derivative(h(), p) - 1), eq(SLOPE, SPREAD * slope() - 1))),
        printed=r"f'(p) = h'_{\varepsilon}(p) - 1 = -\sigma(z(p))(1 - \sigma(z(p)))\frac{1 - 2p}{2\beta \left[p(1-p) + "
        r"\varepsilon\right]^{3/2}} - 1",
        families=("algebra", "sampling"),
    ),
    _STEP.proved(
        "falling",
        "f' < 0 below 1/2",
        _falling,
        _falling.but(given=(*PARAMETERS, *CLOSED)),
        printed=r"f'(p) < 0",
        families=("smt", "enclosure", "sampling"),
        note="The condition before it, 0 < p < 1/2, is lost in the text at hand (“If 0 we have <math>”), a fault of the OCR, which "
        "read < … < as a tag. It holds at 0 and 1/2 too.",
    ),
    _STEP.proved("decreasing", "f decreases strictly on [0, 1/2]", _falls, _too_far, families=("smt", "enclosure", "sampling")),
    _STEP.refuted(
        "f-at-0",
        "f(0) = 1",
        Statement(_LOW, conj(eq(f(_zero), 1), gt(sp.Integer(1), 0))),
        Erratum(
            Fault.FORMULA,
            Severity.SLIP,
            "f(0) = h(0) = 1/(1 + A e^{−1/(β√ε)}) lies strictly between 0 and 1. Only f(0) > 0 is used, and not even that: f decreases "
            "to f(p_ref) > 0.",
        ),
        printed=r"f(0) = 1 > 0",
        correction="theorem-3.proof.f-at-0.corrected",
    ),
    _STEP.proved("f-at-0.corrected", "f(0) > 0", _at_zero, _at_zero.but(gt(f(_zero), HALF)), families=INEQUALITY),
    _STEP.proved("f-at-0.below-1", "f(0) < 1", _below_one, _below_one.but(lt(f(_zero), sp.Rational(9, 10))), families=INEQUALITY),
    _STEP.refuted(
        "interval",
        "[0, p_ref] lies in (0, 1/2)",
        Statement(_inside.given, conj(gt(p, 0), lt(p, HALF))),
        Erratum(Fault.DOMAIN, Severity.SLIP, "0 is in the one and not in the other. f decreases on [0, 1/2], ends included."),
        printed=_INTERVAL,
        by_hand="that one interval lies in another is said of its points",
        correction="theorem-3.proof.interval.corrected",
    ),
    _STEP.proved(
        "interval.corrected",
        "[0, p_ref] lies in [0, 1/2)",
        _inside,
        _inside.but(given=(*REFERENCE, le(p_ref, HALF), ge(p, 0), le(p, p_ref))),
        families=INEQUALITY,
    ),
    _STEP.proved(
        "positive",
        "For p_ref < 1/2: f > 0 on [0, p_ref]",
        _positive,
        _positive.but(gt(f(), _margin)),
        _positive.but(given=(*_LOW, *CLOSED)),
        note="f decreases on [0, p_ref], and Lemma 2 says f(p_ref) > 0.",
    ),
    _STEP.proved(
        "roots",
        "For p_ref < 1/2: zeros of f lie in (p_ref, 1]",
        _roots,
        _roots.but(implies(ge(f(), 0), conj(gt(p, p_ref), le(p, 1)))),
        printed=r"(p_{\text{ref}}, 1]",
        by_hand="that zeros lie in the interval is said of p",
        note="Indeed in (p_ref, 1), as h(1) < 1.",
    ),
    _STEP.refuted(
        "case",
        "The case p_ref ≤ 1/2 of part (1) is treated as p_ref < 1/2",
        Statement((*POSSIBLE, le(p_ref, HALF)), lt(p_ref, HALF)),
        Erratum(
            Fault.DOMAIN,
            Severity.STEP,
            "p_ref = 1/2 is neither in this case nor in the one of p_ref > 1/2. The argument covers it, f decreasing on [0, 1/2].",
        ),
        printed=r"p_{\text{ref}} < \frac{1}{2}",
        correction="theorem-3.proof.case.half",
    ),
    _STEP.proved("case.half", "For p_ref = 1/2: f > 0 on [0, p_ref]", _at_one_half, _at_one_half.but(gt(f(), _margin))),
)
