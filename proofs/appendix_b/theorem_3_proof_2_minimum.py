"""Proof of Theorem 3: the minimum of h, which proves the theorem, and the signs of f for p_ref > 1/2."""

import sympy as sp

from symbolic.claim import INEQUALITY, Claim, Erratum, Fault, Kind, Remark, Severity, Source
from symbolic.derivation import Derivation
from symbolic.derivations.amplification import ABOVE_HALF, HALF
from symbolic.notation import BETA, CLOSED, EPS, PARAMETERS, REFERENCE, f, h, p_ref
from symbolic.statement import Statement, conj, gt, le

_PLACE = "Proof of Theorem 3"
_AT_HALF = (
    r"h_{\varepsilon}\left(\frac{1}{2}\right) = \frac{1}{1 + \frac{1 - p_{\text{ref}}}{p_{\text{ref}}} "
    r"\exp\left(-\frac{1}{\beta} \frac{1}{\sqrt{\frac{1}{4} + \varepsilon}}\right)} > p_{\text{ref}}"
)
_margin = sp.Rational(1, 1000)
_least = Statement((*PARAMETERS, *CLOSED), le(h(HALF), h()))
_least_value = Statement(PARAMETERS, gt(h(HALF), p_ref))
_chain = Statement(ABOVE_HALF, conj(gt(h(p_ref), h(HALF)), gt(h(HALF), p_ref), gt(p_ref, HALF)))
_both = Statement(ABOVE_HALF, conj(gt(f(HALF), 0), gt(f(p_ref), 0)))


def _line(
    number: str,
    title: str,
    printed: str,
    content: Statement | Derivation,
    *mutants: Statement | Derivation,
    families: tuple[str, ...] = Claim.families,
    uses: tuple[str, ...] = (),
    note: str = "",
    by_hand: str = "",
) -> Claim:
    return Claim(
        label=f"theorem-3.proof.{number}",
        kind=Kind.STEP,
        title=title,
        source=Source(_PLACE, printed, by_hand=by_hand),
        content=content,
        mutants=mutants,
        families=families,
        uses=uses,
        note=note,
    )


CLAIMS = (
    _line(
        "minimum",
        "h is least at 1/2",
        "",
        _least,
        _least.but(le(h(HALF) + _margin, h())),
        uses=("proposition-1.minimum",),
    ),
    _line(
        "minimum.value",
        "The least value of h exceeds p_ref",
        _AT_HALF,
        _least_value,
        _least_value.but(gt(h(HALF), p_ref + _margin)),
        families=INEQUALITY,
        note="With the line before it this is the theorem, for every β and every p_ref.",
    ),
    Claim(
        label="theorem-3.proof.minimum.brace",
        kind=Kind.REMARK,
        title="A fraction closed before the exponential",
        source=Source(_PLACE, r"h_{\varepsilon}\left(\frac{1}{2}\right) = \frac{1}{1 + \frac{1 - p_{\text{ref}}}{p_{\text{ref}}}}"),
        content=Remark(
            "The OCR's fault, not the paper's: it leaves one brace too many after the exponential, which no compiler of the paper would "
            "have taken. Read so, the value would be p_ref e^{−…} < p_ref. With the brace moved the line is theorem-3.proof.minimum.value.",
            "",
        ),
        declared=None,
        uses=("theorem-3.proof.minimum.value",),
    ),
    _line(
        "above",
        "For p_ref > 1/2: h(p_ref) > h(1/2) > p_ref > 1/2",
        r"h_{\varepsilon}(p_{\text{ref}}) > h_{\varepsilon}\left(\frac{1}{2}\right) > p_{\text{ref}} > \frac{1}{2}",
        _chain,
        _chain.but(given=(*REFERENCE, *BETA, *EPS)),
        uses=("proposition-1.increasing",),
    ),
    _line(
        "signs",
        "For p_ref > 1/2: f(1/2) > 0 and f(p_ref) > 0",
        r"f(\frac{1}{2}) > 0 and f(p_{\text{ref}}) > 0",
        _both,
        _both.but(given=PARAMETERS),
        uses=("lemma-2",),
        by_hand="two formulas joined by and",
    ),
    Claim(
        label="theorem-3.proof.detour",
        superseded_by="beyond.n1-amplification",
        kind=Kind.REMARK,
        title="What follows the minimum of h is a detour",
        source=Source(_PLACE),
        content=Remark(
            "Once h(p) ≥ h(1/2) > p_ref stands there, a fixed point p* = h(p*) exceeds p_ref: the proof is complete, for every p_ref and "
            "β. The rest, from the signs of f at 1/2 and p_ref on, bounds f' under a condition on β that the theorem then inherits.",
            "Hence p* = h(p*) ≥ h(1/2) > p_ref.",
        ),
        declared=None,
        erratum=Erratum(Fault.HYPOTHESIS, Severity.STEP, "The theorem holds without the condition that the detour brings in."),
        uses=("theorem-3.derivation", "theorem-3.proof.minimum.value"),
    ),
)
