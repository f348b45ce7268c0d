"""Proof of Theorem 3: the minimum of h, which proves the theorem, and the signs of f for p_ref > 1/2."""

import sympy as sp

from symbolic.claim import INEQUALITY, Kind, Remark
from symbolic.derivations.amplification import ABOVE_HALF, HALF
from symbolic.group import Group
from symbolic.notation import BETA, CLOSED, EPS, PARAMETERS, REFERENCE, f, h, p_ref
from symbolic.statement import Statement, conj, gt, le

_AT_HALF = (
    r"h_{\varepsilon}\left(\frac{1}{2}\right) = \frac{1}{1 + \frac{1 - p_{\text{ref}}}{p_{\text{ref}}} "
    r"\exp\left(-\frac{1}{\beta} \frac{1}{\sqrt{\frac{1}{4} + \varepsilon}}\right)} > p_{\text{ref}}"
)
_margin = sp.Rational(1, 1000)
_least = Statement((*PARAMETERS, *CLOSED), le(h(HALF), h()))
_least_value = Statement(PARAMETERS, gt(h(HALF), p_ref))
_chain = Statement(ABOVE_HALF, conj(gt(h(p_ref), h(HALF)), gt(h(HALF), p_ref), gt(p_ref, HALF)))
_both = Statement(ABOVE_HALF, conj(gt(f(HALF), 0), gt(f(p_ref), 0)))

_STEP = Group("theorem-3.proof", Kind.STEP, "Proof of Theorem 3")

CLAIMS = (
    _STEP.proved("minimum", "h is least at 1/2", _least, _least.but(le(h(HALF) + _margin, h())), uses=("proposition-1.minimum",)),
    _STEP.proved(
        "minimum.value",
        "The least value of h exceeds p_ref",
        _least_value,
        _least_value.but(gt(h(HALF), p_ref + _margin)),
        printed=_AT_HALF,
        families=INEQUALITY,
        note="With the line before it this is the theorem, for every β and every p_ref.",
    ),
    _STEP.remark(
        "minimum.brace",
        "A fraction closed before the exponential",
        Remark(
            "The OCR's fault, not the paper's: it leaves one brace too many after the exponential, which no compiler of the paper would "
            "have taken. Read so, the value would be p_ref e^{−…} < p_ref. With the brace moved the line is theorem-3.proof.minimum.value.",
            "",
        ),
        printed=r"h_{\varepsilon}\left(\frac{1}{2}\right) = \frac{1}{1 + \frac{1 - p_{\text{ref}}}{p_{\text{ref}}}}",
        uses=("theorem-3.proof.minimum.value",),
    ),
    _STEP.proved(
        "above",
        "For p_ref > 1/2: h(p_ref) > h(1/2) > p_ref > 1/2",
        _chain,
        _chain.but(given=(*REFERENCE, *BETA, *EPS)),
        printed=r"h_{\varepsilon}(p_{\text{ref}}) > h_{\varepsilon}\left(\frac{1}{2}\right) > p_{\text{ref}} > \frac{1}{2}",
        uses=("proposition-1.increasing",),
    ),
    _STEP.proved(
        "signs",
        "For p_ref > 1/2: f(1/2) > 0 and f(p_ref) > 0",
        _both,
        _both.but(given=PARAMETERS),
        printed=r"f(\frac{1}{2}) > 0 and f(p_{\text{ref}}) > 0",
        by_hand="two formulas joined by and",
        uses=("lemma-2",),
    ),
    _STEP.remark(
        "detour",
        "What follows the minimum of h is a detour",
        Remark(
            "Once h(p) ≥ h(1/2) > p_ref stands there, a fixed point p* = h(p*) exceeds p_ref: the proof is complete, for every p_ref and "
            "β. The rest, from the signs of f at 1/2 and p_ref on, bounds f' under a condition on β that the theorem then inherits: longer "
            "than it need be, and no erratum.",
            "Hence p* = h(p*) ≥ h(1/2) > p_ref.",
        ),
        uses=("theorem-3.derivation", "theorem-3.proof.minimum.value"),
        superseded_by="beyond.n1-amplification",
    ),
)
