"""The contrastive form with the smoothed advantage, 0 ≤ p ≤ 1 (Section 2.2), for any finite number of outcomes."""

from symbolic.claim import Claim, Kind, Remark, Source
from symbolic.derivations.contrastive import CAPPED, FLOORED, RATIO, clipped_form, failures, split, standardised, successes
from symbolic.group import Group
from symbolic.notation import CLIP, CLOSED, EPS, A, eps, f_clip, omega_minus, omega_plus, on_failure, on_success, x
from symbolic.statement import Statement, eq

_GIVEN = (*CLOSED, *EPS)
_WHOLE = clipped_form(_GIVEN, eps, omega_plus(), omega_minus())
_SPLIT = split()
_SUCCESSES = successes(_GIVEN, eps, omega_plus())
_FAILURES = failures(_GIVEN, eps, omega_minus())

_RATIO = r"\frac{\pi_{\theta}(o|q)}{\pi_{\theta_{\text{old}}}(o|q)}"
_OLD = r"\mathbb{E}_{o\sim\pi_{\theta_{\text{old}}}(.|q)}"
_F = _OLD + r"f_{\epsilon}\left(" + _RATIO + ","
_LINE_1 = _F + r"A(q,o)\right)\mathbb{1}_{r(q,o)=1} + " + _F + r"A(q,o)\right)\mathbb{1}_{r(q,o)=0}"
_SUCCESS_2 = _F + r"\frac{1-p}{\sqrt{p(1-p)+\varepsilon}}\right)\mathbb{1}_{r(q,o)=1}"
_FAILURE_2 = _F + r"\frac{-p}{\sqrt{p(1-p)+\varepsilon}}\right)\mathbb{1}_{r(q,o)=0}"
_LINE_3 = (
    r"\omega_{\varepsilon}^{+}(p)" + _OLD + r"\min\left(" + _RATIO + r",1+\epsilon\right)\mathbb{1}_{r(q,o)=1} - "
    r"\omega_{\varepsilon}^{-}(p)" + _OLD + r"\max\left(" + _RATIO + r",1-\epsilon\right)\mathbb{1}_{r(q,o)=0}"
)
_one = Statement(
    (*standardised(_GIVEN, eps), *CLIP, *RATIO),
    eq(f_clip(x, A), omega_plus() * CAPPED * on_success() - omega_minus() * FLOORED * on_failure()),
)

_TEXT = Group("section-2.2.contrastive", Kind.TEXT, "Section 2.2, display of the contrastive loss")

CLAIMS = (
    _TEXT.proved(
        "pointwise",
        "One outcome, smoothed: ω⁺ times a capped ratio where r = 1, −ω⁻ times a floored one where r = 0",
        _one,
        _one.but(eq(f_clip(x, A), omega_plus() * CAPPED - omega_minus() * FLOORED)),
        printed=_LINE_3,
        uses=("section-2.1.clip-positive", "section-2.1.clip-negative", "section-2.1.clip-zero"),
    ),
    _TEXT.proved("split", "Split by reward, smoothed", _SPLIT, _SPLIT.but(end=2 * _SPLIT.end), line="first line", printed=_LINE_1),
    _TEXT.proved(
        "success",
        "The right answers' part, smoothed",
        _SUCCESSES,
        _SUCCESSES.but(end=2 * _SUCCESSES.end),
        line="second and third line",
        printed=_SUCCESS_2,
    ),
    _TEXT.proved(
        "failure",
        "The wrong answers' part, smoothed",
        _FAILURES,
        _FAILURES.but(end=2 * _FAILURES.end),
        line="second and third line",
        printed=_FAILURE_2,
    ),
    _TEXT.proved(
        "",
        "Stabilised GRPO with clipping is a weighted contrastive loss, for any finite number of outcomes",
        _WHOLE,
        _WHOLE.but(end=2 * _WHOLE.end),
        printed=_LINE_3,
        uses=("section-2.2.contrastive.pointwise",),
    ),
    Claim(
        label="section-2.2.overall",
        kind=Kind.REMARK,
        title="The contrastive optimisation",
        source=Source(
            "Section 2.2, display of the contrastive optimisation",
            r"\max_{\theta} \mathbb{E}_{q \sim \rho_{\mathcal{Q}}} \left\{ \omega_{\varepsilon}^{+}(p_{\theta_{\text{old}}}(q))",
        ),
        content=Remark("The expectation over prompts of section-2.2.contrastive less the KL term: by linearity nothing is left to decide."),
        declared=None,
        uses=("section-2.2.contrastive",),
    ),
)
