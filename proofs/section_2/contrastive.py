"""The contrastive form of the clipped objective with the plain advantage, 0 < p < 1 (Section 2.1), for any finite number of outcomes."""

import sympy as sp

from symbolic.claim import Claim, Erratum, Fault, Kind, Remark, Severity, Source
from symbolic.derivations.contrastive import CAPPED, FLOORED, RATIO, clipped_form, failures, split, standardised, successes
from symbolic.group import Group
from symbolic.notation import CLIP, PROBABILITY, A, advantage, clip, f_clip, greatest, least, on_failure, on_success, p, r, variance, x
from symbolic.statement import Statement, eq, gt, real

_zero = sp.Integer(0)
_plus, _minus = sp.sqrt((1 - p) / p), sp.sqrt(p / (1 - p))
_WHOLE = clipped_form(PROBABILITY, _zero, _plus, _minus)
_SPLIT = split()
_SUCCESSES = successes(PROBABILITY, _zero, _plus)
_FAILURES = failures(PROBABILITY, _zero, _minus)

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

_TEXT = Group("section-2.1.contrastive", Kind.TEXT, "Section 2.1, display of the conditional objective")

CLAIMS = (
    _TEXT.proved(
        "pointwise",
        "One outcome: a capped reward where r = 1, a floored penalty where r = 0",
        _one,
        _one.but(eq(f_clip(x, A), _one.holds.rhs + r / 1000)),
        _one.but(eq(f_clip(x, A), _plus * CAPPED - _minus * FLOORED)),
        printed=_LINE_3,
        uses=("section-2.1.clip-positive", "section-2.1.clip-negative"),
    ),
    _TEXT.proved("split", "Split by reward", _SPLIT, _SPLIT.but(end=2 * _SPLIT.end), line="first line", printed=_LINE_1),
    _TEXT.proved(
        "success",
        "The right answers' part",
        _SUCCESSES,
        _SUCCESSES.but(end=2 * _SUCCESSES.end),
        line="second and third line",
        printed=_SUCCESS_2,
    ),
    _TEXT.proved(
        "failure",
        "The wrong answers' part",
        _FAILURES,
        _FAILURES.but(end=2 * _FAILURES.end),
        line="second and third line",
        printed=_FAILURE_2,
    ),
    _TEXT.proved(
        "",
        "GRPO with clipping is a weighted contrastive loss, for any finite number of outcomes",
        _WHOLE,
        _WHOLE.but(end=2 * _WHOLE.end),
        printed=_LINE_3,
        uses=("section-2.1.contrastive.pointwise",),
    ),
    _TEXT.refuted(
        "conditional",
        "The third line for one right and one wrong answer, its expectations read as conditional on the reward",
        _read,
        Erratum(
            Fault.NOTATION,
            Severity.SLIP,
            "The condition in the subscript stands for the indicator inside, as the next display prints it; a conditional expectation "
            "would lack the factors p and 1 − p.",
        ),
        line="third line",
        printed=_LINE_3,
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
