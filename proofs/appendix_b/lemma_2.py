"""Lemma 2: f(p_ref) > 0, with each line of its printed proof."""

import sympy as sp

from symbolic.claim import INEQUALITY, Claim, Erratum, Fault, Kind, Severity, Source
from symbolic.derivation import Argument
from symbolic.derivations.lemma_2 import ABOVE, AT_REFERENCE, POSITIVE
from symbolic.group import Group
from symbolic.notation import BETA, EPS, PARAMETERS, POSSIBLE, B, f, h, odds_against, p, p_ref
from symbolic.statement import Statement, eq, ge, gt, le, lt, real
from symbolic.theorems import instance

_EXP = r"\exp\left(-\frac{1}{\beta}\frac{1}{\sqrt{p_{\text{ref}}(1-p_{\text{ref}})+\varepsilon}}\right)"
_H = r"\frac{1}{1 + \frac{1-p_{\text{ref}}}{p_{\text{ref}}} " + _EXP + "}"
_ODDS = r"\frac{1}{1 + \frac{1-p_{\text{ref}}}{p_{\text{ref}}}}"
_damp = sp.exp(-B(p_ref))
_base = 1 / (1 + odds_against())
_E = real("E")
"""The exponential of the proof, of which only its bound is used."""
_lemma = Statement(PARAMETERS, gt(f(p_ref), 0))
_at_most = Statement((*POSSIBLE, *BETA, *EPS), le(_damp, 1))
_less = Statement((*POSSIBLE, *BETA, *EPS), lt(_damp, 1))
_strict = Statement(PARAMETERS, gt(h(p_ref) - p_ref, _base - p_ref))
_cancel = Statement(PARAMETERS, eq(_base - p_ref, 0))


_too_much = ABOVE.but(gt(h(), p_ref + sp.Rational(1, 1000)))

_LEMMA = Group("lemma-2", Kind.LEMMA, "Lemma 2")
_STEP = Group("lemma-2.proof", Kind.STEP, "Proof of Lemma 2")

CLAIMS = (
    _LEMMA.proved(
        "",
        "h exceeds p_ref at p_ref",
        _lemma,
        _lemma.but(given=(*POSSIBLE, *BETA, *EPS)),
        _lemma.but(gt(f(p_ref), sp.Rational(1, 1000))),
        printed=r"f(p_{\text{ref}}) > 0",
        superseded_by="beyond.n1-amplification",
        note="0 < p_ref < 1, as in Theorem 3; at p_ref = 1 there is equality.",
    ),
    Claim(
        label="lemma-2.derivation",
        kind=Kind.LEMMA,
        title="Lemma 2 by its proof, put right",
        source=Source("Proof of Lemma 2"),
        content=POSITIVE,
        mutants=(POSITIVE.but(end=sp.Rational(1, 1000)),),
        uses=("lemma-2.proof.1.strict", "lemma-2.proof.3", "lemma-2.proof.4"),
    ),
    _LEMMA.proved(
        "everywhere",
        "Lemma 2 as an instance of h > p_ref on [0, 1]",
        AT_REFERENCE,
        Argument((instance(_too_much, {p: p_ref}, PARAMETERS),), ("too much",)),
        families=INEQUALITY,
        note="In this form enclosures prove it.",
    ),
    _STEP.proved(
        "1",
        "The exponential is at most 1",
        _at_most,
        _at_most.but(le(_damp, sp.Rational(9, 10))),
        line="first line",
        printed=_EXP + r" \le 1",
        families=INEQUALITY,
    ),
    _STEP.proved(
        "1.strict",
        "The exponential is less than 1",
        _less,
        _less.but(lt(_damp, sp.Rational(9, 10))),
        line="first line",
        families=INEQUALITY,
    ),
    _STEP.refuted(
        "2",
        "The display's first line, with f(p_ref) − p_ref on its left",
        Statement(PARAMETERS, eq(f(p_ref) - p_ref, h(p_ref) - p_ref)),
        Erratum(
            Fault.FORMULA,
            Severity.STEP,
            "p_ref is subtracted twice, as f(p) = h(p) − p; what the display then bounds is f(p_ref), so the lemma stands.",
        ),
        line="display, first line",
        printed=r"f(p_{\text{ref}}) - p_{\text{ref}} = " + _H + r" - p_{\text{ref}}",
        correction="lemma-2.derivation",
    ),
    _STEP.refuted(
        "inference",
        "From the exponential ≤ 1 to a strict >",
        Statement((gt(p_ref, 0), lt(p_ref, 1), gt(_E, 0), le(_E, 1)), gt(1 / (1 + odds_against() * _E), _base)),
        Erratum(
            Fault.BOUND,
            Severity.SLIP,
            "From ≤ 1 only ≥ follows. The exponent is negative, so the exponential is less than 1 and the strict sign is right.",
        ),
        line="display, second line",
        printed=r"> " + _ODDS + r" - p_{\text{ref}}",
        correction="lemma-2.proof.3",
    ),
    _STEP.proved(
        "3",
        "Without the exponential the fraction is smaller",
        _strict,
        _strict.but(given=(*POSSIBLE, *BETA, *EPS)),
        line="display, second line",
        printed=r"> " + _ODDS + r" - p_{\text{ref}}",
    ),
    _STEP.proved(
        "4",
        "1/(1 + (1 − p_ref)/p_ref) = p_ref",
        _cancel,
        _cancel.but(ge(_base - p_ref, sp.Rational(1, 1000))),
        line="display, third and fourth line",
        printed=r"p_{\text{ref}} - p_{\text{ref}}",
    ),
)
