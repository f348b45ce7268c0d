"""Theorem 3: fixed points exceed p_ref; both parts as printed, and that part (2) needs no condition on β."""

import sympy as sp

from symbolic.claim import INEQUALITY, Kind, Remark
from symbolic.derivations.amplification import ABOVE_HALF, AMPLIFIED, HALF, condition, excess
from symbolic.group import Group
from symbolic.notation import BETA, CLOSED, EPS, PARAMETERS, POSSIBLE, PROBABILITY, REFERENCE, B, beta_bound, h, p, p_ref
from symbolic.statement import Statement, conj, eq, gt, implies, le, lt

_FIXED, _BELOW = eq(p, h()), le(p, h())
_CONDITION = (
    r"\beta \cosh^2\left(\frac{1}{2\beta}\frac{1}{\sqrt{\frac{1}{4}+\varepsilon}}\right) \geq "
    r"\frac{p_{\text{ref}}(1-p_{\text{ref}})(2p_{\text{ref}}-1)}{2[p_{\text{ref}}(1-p_{\text{ref}})+\varepsilon]^{3/2}}"
)
_LOW = (*REFERENCE, le(p_ref, HALF), *BETA, *EPS)
_margin = sp.Rational(1, 1000)
_above = gt(p, p_ref)
_much_above = gt(p, p_ref + _margin)
_first = Statement((*_LOW, *CLOSED), implies(_FIXED, _above))
_second = Statement((*ABOVE_HALF, condition(), *CLOSED), implies(_FIXED, _above))
_free = Statement((*ABOVE_HALF, *CLOSED), implies(_FIXED, _above))
_wrongly = implies(_BELOW, _above)
"""Near miss: wherever h(p) ≥ p."""
_inside = Statement((*PARAMETERS, *CLOSED), implies(_FIXED, conj(gt(p, 0), lt(p, 1))))
_its_reference = 1 / (1 + (1 - p) / p * sp.exp(B()))
_parametrised = Statement((*BETA, *EPS, *PROBABILITY), gt(p, _its_reference))
_unsmoothed = h(eps=sp.Integer(0))
_no_smoothing = Statement((*REFERENCE, *BETA, *PROBABILITY, eq(p, _unsmoothed)), _above)
_right_side = Statement(ABOVE_HALF, eq(excess(p_ref), beta_bound(p_ref)))

_THEOREM = Group("theorem-3", Kind.THEOREM, "Theorem 3")
_COROLLARY = Group("theorem-3", Kind.COROLLARY, "Theorem 3")
_EXTENSION = Group("theorem-3", Kind.EXTENSION, "Theorem 3")

CLAIMS = (
    _THEOREM.proved(
        "1",
        "Part (1): for p_ref ≤ 1/2 every fixed point exceeds p_ref",
        _first,
        _first.but(_wrongly),
        _first.but(given=(*POSSIBLE, *BETA, *EPS, *CLOSED)),
        printed=r"p^* > p_{ref}\text{, if:}\text{(1)}p_{\text{ref}} \leq \frac{1}{2} \text{ for all } \beta > 0.",
        superseded_by="beyond.n1-amplification.fixed-points",
        note="Fixed points in [0, 1]; there is at least one (proposition-1.existence).",
    ),
    _THEOREM.proved(
        "2",
        "Part (2): for p_ref > 1/2, under the condition on β, every fixed point exceeds p_ref",
        _second,
        _second.but(_wrongly),
        printed=r"p^* > p_{\text{ref}} \text{, if } p_{\text{ref}} > \frac{1}{2} \text{ and } " + _CONDITION,
        superseded_by="beyond.n1-amplification.fixed-points",
        note="True as printed. The condition is not needed: theorem-3.2.unconditional is the same without it.",
    ),
    _COROLLARY.proved(
        "2.unconditional",
        "Part (2) without its condition on β",
        _free,
        _free.but(_wrongly),
        superseded_by="beyond.n1-amplification.fixed-points",
    ),
    _THEOREM.remark(
        "2.condition",
        "The condition on β is superfluous",
        Remark(
            "h(p) ≥ h(1/2) > p_ref for every p in [0, 1] and every β > 0: the minimum of Proposition 1 and the display in the proof that "
            "bounds it already give p* = h(p*) > p_ref. The derivative of f is not needed. The theorem is true as printed, no erratum, and "
            "could be sharper; what the text concludes about β from that condition is another matter (section-4.condition).",
            "Let 0 < p_ref < 1 and β > 0. Every fixed point of h exceeds p_ref.",
        ),
        printed=_CONDITION,
        uses=("theorem-3.2.unconditional", "theorem-3.derivation"),
        superseded_by="beyond.n1-amplification",
    ),
    _THEOREM.proved(
        "derivation",
        "For 0 < p_ref < 1 and all β: h(p) ≥ h(1/2) > p_ref, and so p* = h(p*) > p_ref",
        AMPLIFIED,
        AMPLIFIED.but(end=p_ref + _margin),
        uses=("proposition-1.minimum",),
        families=INEQUALITY,
        superseded_by="beyond.n1-amplification",
        note="At p_ref = 1 the one fixed point is 1: the sign is strict because p_ref < 1.",
    ),
    _COROLLARY.proved("inside", "Fixed points lie inside (0, 1)", _inside, _inside.but(given=(*POSSIBLE, *BETA, *EPS, *CLOSED))),
    _COROLLARY.proved(
        "parametrised",
        "The one p_ref for which p is a fixed point is less than p",
        _parametrised,
        _parametrised.but(gt(p, _its_reference + _margin)),
        families=INEQUALITY,
        note="lemma-1.fixed-point.only says that it is the one. In this form enclosures prove the theorem.",
    ),
    _EXTENSION.proved(
        "no-smoothing",
        "Fixed points inside (0, 1) exceed p_ref without smoothing too",
        _no_smoothing,
        _no_smoothing.but(_much_above),
        note="ε = 0.",
    ),
    _COROLLARY.proved(
        "2.right-side",
        "The right side of the condition is 𝓑(p_ref), with the 𝓑 of Lemma 1",
        _right_side,
        _right_side.but(eq(excess(p_ref), beta_bound(p_ref) / 2)),
    ),
)
