"""The contrastive form with the smoothed advantage, 0 ≤ p ≤ 1 (Section 2.2), for any finite number of outcomes."""

from symbolic.claim import DEFAULT, KERNEL, Claim, Kind, Remark, Source
from symbolic.derivation import Chain
from symbolic.derivations.contrastive import CAPPED, FLOORED, RATIO, clipped_form, failures, split, standardised, successes
from symbolic.notation import CLIP, CLOSED, EPS, A, eps, f_clip, omega_minus, omega_plus, on_failure, on_success, x
from symbolic.statement import Statement, eq

_GIVEN = (*CLOSED, *EPS)
_WHOLE = clipped_form(_GIVEN, eps, omega_plus(), omega_minus())
_SPLIT = split()
_SUCCESSES = successes(_GIVEN, eps, omega_plus())
_FAILURES = failures(_GIVEN, eps, omega_minus())

_PLACE = "Section 2.2, display of the contrastive loss"
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
_KERNEL = frozenset({"section-2.2.contrastive"})
"""The claims to which a theorem of the Rocq development is pinned."""


def _chain(label: str, title: str, place: str, printed: str, chain: Chain, *uses: str) -> Claim:
    return Claim(
        label=label,
        kind=Kind.TEXT,
        title=title,
        source=Source(place, printed),
        content=chain,
        mutants=(chain.but(end=2 * chain.end),),
        uses=uses,
        families=KERNEL if label in _KERNEL else DEFAULT,
    )


CLAIMS = (
    Claim(
        label="section-2.2.contrastive.pointwise",
        kind=Kind.TEXT,
        title="One outcome, smoothed: ω⁺ times a capped ratio where r = 1, −ω⁻ times a floored one where r = 0",
        source=Source(_PLACE, _LINE_3),
        content=_one,
        mutants=(_one.but(eq(f_clip(x, A), omega_plus() * CAPPED - omega_minus() * FLOORED)),),
        uses=("section-2.1.clip-positive", "section-2.1.clip-negative", "section-2.1.clip-zero"),
    ),
    _chain("section-2.2.contrastive.split", "Split by reward, smoothed", _PLACE + ", first line", _LINE_1, _SPLIT),
    _chain(
        "section-2.2.contrastive.success", "The right answers' part, smoothed", _PLACE + ", second and third line", _SUCCESS_2, _SUCCESSES
    ),
    _chain(
        "section-2.2.contrastive.failure", "The wrong answers' part, smoothed", _PLACE + ", second and third line", _FAILURE_2, _FAILURES
    ),
    _chain(
        "section-2.2.contrastive",
        "Stabilised GRPO with clipping is a weighted contrastive loss, for any finite number of outcomes",
        _PLACE,
        _LINE_3,
        _WHOLE,
        "section-2.2.contrastive.pointwise",
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
