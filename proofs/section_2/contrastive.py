"""The contrastive form of the clipped objective with the plain advantage, 0 < p < 1 (Section 2.1), for any finite number of outcomes."""

import sympy as sp

from symbolic.claim import Claim, Declared, Erratum, Fault, Kind, Remark, Severity, Source
from symbolic.derivation import Chain
from symbolic.derivations.contrastive import CAPPED, FLOORED, RATIO, clipped_form, failures, split, standardised, successes
from symbolic.notation import CLIP, PROBABILITY, A, advantage, clip, f_clip, greatest, least, on_failure, on_success, p, r, variance, x
from symbolic.statement import Statement, eq, gt, real

_zero = sp.Integer(0)
_plus, _minus = sp.sqrt((1 - p) / p), sp.sqrt(p / (1 - p))
_WHOLE = clipped_form(PROBABILITY, _zero, _plus, _minus)
_SPLIT = split()
_SUCCESSES = successes(PROBABILITY, _zero, _plus)
_FAILURES = failures(PROBABILITY, _zero, _minus)

_PLACE = "Section 2.1, display of the conditional objective"
_RATIO = r"\frac{\pi_{\theta}(o|q)}{\pi_{\theta_{\text{old}}}(o|q)}"
_OLD = r"\mathbb{E}_{o \sim \pi_{\theta_{\text{old}}}(.|q)} "
_F = _OLD + r"f_{\epsilon} \left(" + _RATIO + r", "
_LINE_1 = _F + r"A(q, o) \right) \mathbb{1}_{r(q, o)=1} + " + _F + r"A(q, o) \right) \mathbb{1}_{r(q, o)=0}"
_SUCCESS_2 = _F + r"\sqrt{\frac{1-p}{p}} \right) \mathbb{1}_{r(q, o)=1}"
_FAILURE_2 = _F + r"-\sqrt{\frac{p}{(1-p)}} \right) \mathbb{1}_{r(q, o)=0}"
_LINE_3 = (
    r"\sqrt{\frac{1-p}{p}} \mathbb{E}_{o \sim \pi_{\theta_{\text{old}}}(.|q), r(q, o)=1} \min \left(" + _RATIO + r", 1+\epsilon \right) - "
    r"\sqrt{\frac{p}{(1-p)}} \mathbb{E}_{o \sim \pi_{\theta_{\text{old}}}(.|q), r(q, o)=0} \max \left(" + _RATIO + r", 1-\epsilon \right)"
)
_one = Statement(
    (*standardised(PROBABILITY, _zero), *CLIP, *RATIO),
    eq(f_clip(x, A), _plus * CAPPED * on_success() - _minus * FLOORED * on_failure()),
)

_s, _t = real("x_1"), real("x_0")
_two = p * f_clip(_s, advantage(1, p, variance())) + (1 - p) * f_clip(_t, advantage(0, p, variance()))
_read = Statement((*PROBABILITY, *CLIP, gt(_s, 0), gt(_t, 0)), eq(_two, _plus * least(_s, 1 + clip) - _minus * greatest(_t, 1 - clip)))


def _chain(label: str, title: str, place: str, printed: str, chain: Chain, *uses: str) -> Claim:
    return Claim(
        label=label,
        kind=Kind.TEXT,
        title=title,
        source=Source(place, printed),
        content=chain,
        mutants=(chain.but(end=2 * chain.end),),
        uses=uses,
    )


CLAIMS = (
    Claim(
        label="section-2.1.contrastive.pointwise",
        kind=Kind.TEXT,
        title="One outcome: a capped reward where r = 1, a floored penalty where r = 0",
        source=Source(_PLACE, _LINE_3),
        content=_one,
        mutants=(_one.but(eq(f_clip(x, A), _one.holds.rhs + r / 1000)), _one.but(eq(f_clip(x, A), _plus * CAPPED - _minus * FLOORED))),
        uses=("section-2.1.clip-positive", "section-2.1.clip-negative"),
    ),
    _chain("section-2.1.contrastive.split", "Split by reward", _PLACE + ", first line", _LINE_1, _SPLIT),
    _chain("section-2.1.contrastive.success", "The right answers' part", _PLACE + ", second and third line", _SUCCESS_2, _SUCCESSES),
    _chain("section-2.1.contrastive.failure", "The wrong answers' part", _PLACE + ", second and third line", _FAILURE_2, _FAILURES),
    _chain(
        "section-2.1.contrastive",
        "GRPO with clipping is a weighted contrastive loss, for any finite number of outcomes",
        _PLACE,
        _LINE_3,
        _WHOLE,
        "section-2.1.contrastive.pointwise",
    ),
    Claim(
        label="section-2.1.contrastive.conditional",
        kind=Kind.TEXT,
        title="The third line for one right and one wrong answer, its expectations read as conditional on the reward",
        source=Source(_PLACE + ", third line", _LINE_3),
        content=_read,
        declared=Declared.REFUTED,
        erratum=Erratum(
            Fault.NOTATION,
            Severity.SLIP,
            "The condition in the subscript stands for the indicator inside, as the next display prints it; a conditional expectation "
            "would lack the factors p and 1 − p.",
        ),
        correction="section-2.1.contrastive",
    ),
    Claim(
        label="section-2.1.overall",
        kind=Kind.REMARK,
        title="The overall cost",
        source=Source(
            "Section 2.1, display of the overall cost",
            r"\mathbb{E}_{q \sim \rho_{\mathcal{Q}}} \sqrt{\frac{1 - p_{\theta_{\text{old}}}(q)}{p_{\theta_{\text{old}}}(q)}}",
        ),
        content=Remark(
            "The expectation over prompts of section-2.1.contrastive, with p = p(q): by linearity nothing is left to decide. The KL term "
            "is already averaged over prompts."
        ),
        declared=None,
        uses=("section-2.1.contrastive",),
    ),
)
