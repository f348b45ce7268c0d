"""Lemma 2: f(p_ref) > 0, with each line of its printed proof."""

import sympy as sp

from symbolic.claim import INEQUALITY, Claim, Declared, Erratum, Fault, Kind, Severity, Source
from symbolic.derivation import Argument
from symbolic.derivations.lemma_2 import ABOVE, AT_REFERENCE, POSITIVE
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


def _line(
    label: str, title: str, place: str, printed: str, content: Statement, mutant: Statement, families: tuple[str, ...] = Claim.families
) -> Claim:
    source = Source(f"Proof of Lemma 2, {place}", printed)
    return Claim(label=label, kind=Kind.STEP, title=title, source=source, content=content, mutants=(mutant,), families=families)


CLAIMS = (
    Claim(
        label="lemma-2",
        superseded_by="beyond.n1-amplification",
        kind=Kind.LEMMA,
        title="h exceeds p_ref at p_ref",
        source=Source("Lemma 2", r"f(p_{\text{ref}}) > 0"),
        content=_lemma,
        mutants=(_lemma.but(given=(*POSSIBLE, *BETA, *EPS)), _lemma.but(gt(f(p_ref), sp.Rational(1, 1000)))),
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
    Claim(
        label="lemma-2.everywhere",
        kind=Kind.LEMMA,
        title="Lemma 2 as an instance of h > p_ref on [0, 1]",
        source=Source("Lemma 2"),
        content=AT_REFERENCE,
        mutants=(Argument((instance(_too_much, {p: p_ref}, PARAMETERS),), ("too much",)),),
        families=INEQUALITY,
        note="In this form enclosures prove it.",
    ),
    _line(
        "lemma-2.proof.1",
        "The exponential is at most 1",
        "first line",
        _EXP + r" \le 1",
        _at_most,
        _at_most.but(le(_damp, sp.Rational(9, 10))),
        INEQUALITY,
    ),
    _line(
        "lemma-2.proof.1.strict",
        "The exponential is less than 1",
        "first line",
        "",
        _less,
        _less.but(lt(_damp, sp.Rational(9, 10))),
        INEQUALITY,
    ),
    Claim(
        label="lemma-2.proof.2",
        kind=Kind.STEP,
        title="The display's first line, with f(p_ref) − p_ref on its left",
        source=Source("Proof of Lemma 2, display, first line", r"f(p_{\text{ref}}) - p_{\text{ref}} = " + _H + r" - p_{\text{ref}}"),
        content=Statement(PARAMETERS, eq(f(p_ref) - p_ref, h(p_ref) - p_ref)),
        declared=Declared.REFUTED,
        erratum=Erratum(
            Fault.FORMULA,
            Severity.STEP,
            "p_ref is subtracted twice, as f(p) = h(p) − p; what the display then bounds is f(p_ref), so the lemma stands.",
        ),
        correction="lemma-2.derivation",
    ),
    Claim(
        label="lemma-2.proof.inference",
        kind=Kind.STEP,
        title="From the exponential ≤ 1 to a strict >",
        source=Source("Proof of Lemma 2, display, second line", r"> " + _ODDS + r" - p_{\text{ref}}"),
        content=Statement((gt(p_ref, 0), lt(p_ref, 1), gt(_E, 0), le(_E, 1)), gt(1 / (1 + odds_against() * _E), _base)),
        declared=Declared.REFUTED,
        erratum=Erratum(
            Fault.BOUND,
            Severity.SLIP,
            "From ≤ 1 only ≥ follows. The exponent is negative, so the exponential is less than 1 and the strict sign is right.",
        ),
        correction="lemma-2.proof.3",
    ),
    _line(
        "lemma-2.proof.3",
        "Without the exponential the fraction is smaller",
        "display, second line",
        r"> " + _ODDS + r" - p_{\text{ref}}",
        _strict,
        _strict.but(given=(*POSSIBLE, *BETA, *EPS)),
    ),
    _line(
        "lemma-2.proof.4",
        "1/(1 + (1 − p_ref)/p_ref) = p_ref",
        "display, third and fourth line",
        r"p_{\text{ref}} - p_{\text{ref}}",
        _cancel,
        _cancel.but(ge(_base - p_ref, sp.Rational(1, 1000))),
    ),
)
