"""Proposition 1: continuity, range, existence of a fixed point, and monotonicity of h on both sides of 1/2."""

import sympy as sp

from symbolic.claim import INEQUALITY, Claim, Erratum, Fault, Kind, Severity
from symbolic.derivation import Argument
from symbolic.derivations.monotonicity import EXISTENCE, FALLS, HALF, LEAST, RISES, SLOPE
from symbolic.group import Group
from symbolic.notation import BETA, CLOSED, EPS, PARAMETERS, POSSIBLE, f, h, p, slope
from symbolic.obligations import of_expression
from symbolic.statement import Statement, conj, eq, ge, gt, le, lt
from symbolic.theorems import intermediate_value, monotone

_DERIVATIVE = (
    r"h_{\varepsilon,p_{\mathrm{ref}}}'(p) &= "
    r"-h_{\varepsilon,p_{\mathrm{ref}}}(p)(1-h_{\varepsilon,p_{\mathrm{ref}}}(p))\frac{1-2p}{2\beta "
    r"\left[p(1-p)+\varepsilon\right]^{3/2}}"
)
_FALLING = r"if \ p < \frac{1}{2}, \ h_{\varepsilon,p_{\mathrm{ref}}}'(p) < 0 \ and \ h_{\varepsilon,p_{\mathrm{ref}}}(p) \ is \ decreasing"
_RISING = r"if \ p > \frac{1}{2} \ h_{\varepsilon,p_{\mathrm{ref}}}'(p) > 0 \ and \ h_{\varepsilon,p_{\mathrm{ref}}}(p) \ is \ increasing"
_LEAST = r"if \ p = \frac{1}{2} \ h_{\varepsilon,p_{\mathrm{ref}}}'(p) = 0 \ and \ p = \frac{1}{2} \ achieves \ its \ minimum"
_slope = sp.Derivative(h(), p)
_zero, _one = sp.Integer(0), sp.Integer(1)
_derivative = Statement((*POSSIBLE, *BETA, *EPS, *CLOSED), eq(_slope, -h() * (1 - h()) * slope()))
_falling = Statement((*PARAMETERS, ge(p, 0), lt(p, HALF)), lt(_slope, 0))
_rising = Statement((*PARAMETERS, gt(p, HALF), le(p, 1)), gt(_slope, 0))
_flat = Statement((*PARAMETERS, eq(p, HALF)), eq(_slope, 0))
_least = Statement((*POSSIBLE, *BETA, *EPS, *CLOSED), le(h(HALF), h()))
_range = Statement((*PARAMETERS, *CLOSED), conj(gt(h(), 0), lt(h(), 1)))


def _continuity(eps: sp.Expr) -> Argument:
    conditions = of_expression(h(eps=eps), (*POSSIBLE, *BETA, *(EPS if eps else ()), *CLOSED))
    return Argument(tuple(o.statement for o in conditions), tuple(o.what for o in conditions))


_PROPOSITION = Group("proposition-1", Kind.PROPOSITION, "Proposition 1", families=INEQUALITY)

CLAIMS = (
    _PROPOSITION.proved(
        "continuity",
        "h is continuous on [0, 1]: no denominator vanishes, no radicand is negative",
        _continuity(sp.Symbol("epsilon", real=True)),
        _continuity(_zero),
        note="A composition of continuous functions is continuous where it is defined.",
    ),
    _PROPOSITION.proved("range", "h maps [0, 1] into (0, 1)", _range, _range.but(given=(*POSSIBLE, *BETA, *EPS, *CLOSED))),
    _PROPOSITION.proved(
        "existence",
        "h has a fixed point, inside (0, 1)",
        EXISTENCE,
        Argument((intermediate_value(-f(), p, _zero, _one, PARAMETERS),), ("signs the wrong way round",)),
        uses=("theorem-2.certain",),
        superseded_by="beyond.n6-count",
        note="By the intermediate value theorem, Brouwer's in one dimension. With p_ref = 1 the one fixed point is 1.",
    ),
    _PROPOSITION.proved(
        "derivative",
        "The derivative of h",
        _derivative,
        _derivative.but(eq(_slope, h() * (1 - h()) * slope())),
        printed=_DERIVATIVE,
        families=Claim.families,
    ),
    _PROPOSITION.proved(
        "derivative.derivation",
        "The derivative of h, step by step",
        SLOPE,
        SLOPE.but(end=h() * (1 - h()) * slope()),
        printed=_DERIVATIVE,
        families=Claim.families,
    ),
    _PROPOSITION.refuted(
        "sign",
        "h' < 0 below 1/2, for every p_ref that Theorem 2 admits",
        _falling.but(given=(*POSSIBLE, *BETA, *EPS, ge(p, 0), lt(p, HALF))),
        Erratum(
            Fault.HYPOTHESIS,
            Severity.SLIP,
            "A hypothesis left unsaid: Theorem 2 says p_ref > 0 only, and with p_ref = 1 the map is constant. The signs are strict for "
            "p_ref < 1, which the paper assumes in the proof of Theorem 2 and in Theorem 3.",
        ),
        printed=_FALLING,
        correction="proposition-1.falling",
        families=Claim.families,
    ),
    _PROPOSITION.proved(
        "falling",
        "h' < 0 below 1/2",
        _falling,
        _falling.but(given=(*PARAMETERS, ge(p, 0), le(p, HALF))),
        printed=_FALLING,
        note="With p_ref < 1.",
    ),
    _PROPOSITION.proved(
        "rising",
        "h' > 0 above 1/2",
        _rising,
        _rising.but(given=(*PARAMETERS, ge(p, HALF), le(p, 1))),
        printed=_RISING,
        note="With p_ref < 1.",
    ),
    _PROPOSITION.proved(
        "decreasing",
        "h decreases strictly on [0, 1/2]",
        FALLS,
        Argument((monotone(h(), p, _zero, sp.Rational(3, 5), increasing=False, given=PARAMETERS),), ("too long an interval",)),
        printed=_FALLING,
    ),
    _PROPOSITION.proved(
        "increasing",
        "h increases strictly on [1/2, 1]",
        RISES,
        Argument((monotone(h(), p, sp.Rational(2, 5), _one, increasing=True, given=PARAMETERS),), ("too long an interval",)),
        printed=_RISING,
    ),
    _PROPOSITION.proved(
        "stationary",
        "h' = 0 at 1/2",
        _flat,
        _flat.but(given=(*PARAMETERS, eq(p, sp.Rational(51, 100)))),
        printed=_LEAST,
        families=Claim.families,
    ),
    _PROPOSITION.proved(
        "minimum",
        "h is least at 1/2",
        _least,
        _least.but(le(h(HALF) + sp.Rational(1, 1000), h())),
        printed=_LEAST,
        by_hand="that 1/2 achieves the minimum is h(1/2) ≤ h(p)",
        families=Claim.families,
    ),
    _PROPOSITION.proved(
        "minimum.monotone",
        "h is least at 1/2, by its monotonicity on both sides",
        LEAST,
        Argument((monotone(h(), p, sp.Rational(2, 5), _one, increasing=True, strict=False, given=PARAMETERS),), ("too long an interval",)),
        families=("algebra", "enclosure"),
        note="With p_ref < 1. In this form enclosures prove it.",
    ),
)
