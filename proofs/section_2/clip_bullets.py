"""What the text says clipping does to the cost of one answer: the weights, and for wrong answers the sign, are missing."""

import sympy as sp

from symbolic.claim import Claim, Declared, Erratum, Fault, Kind, Severity, Source
from symbolic.notation import CLIP, PROBABILITY, clip, f_clip, p, x
from symbolic.statement import Statement, eq, ge, gt, le

_plus, _minus = sp.sqrt((1 - p) / p), sp.sqrt(p / (1 - p))
_far = (*PROBABILITY, *CLIP, ge(x, 1 + clip))
_near = (*PROBABILITY, *CLIP, gt(x, 0), le(x, 1 - clip))
_right = Statement(_far, eq(f_clip(x, _plus), _plus * (1 + clip)))
_wrong = Statement(_near, eq(f_clip(x, -_minus), -_minus * (1 - clip)))
_PLACE = "Section 2.1, bullets on clipping"
_NOTE = "Right up to the weight{}: what is constant is the clipped ratio inside the expectation."

CLAIMS = (
    Claim(
        label="section-2.1.clip-bullet.success",
        kind=Kind.TEXT,
        title="The cost of a right answer is 1 + ϵ where its ratio is at least 1 + ϵ",
        source=Source(_PLACE, r"(1 + \epsilon) \text{ if } \pi_{\theta}(o|q) \ge (1 + \epsilon)\pi_{\theta_{\text{old}}}(o|q)"),
        content=_right.but(eq(f_clip(x, _plus), 1 + clip)),
        declared=Declared.REFUTED,
        erratum=Erratum(Fault.FORMULA, Severity.SLIP, _NOTE.format("")),
        correction="section-2.1.clip-bullet.success.corrected",
    ),
    Claim(
        label="section-2.1.clip-bullet.success.corrected",
        kind=Kind.TEXT,
        title="The contribution of a right answer is √((1−p)/p) (1 + ϵ) where its ratio is at least 1 + ϵ",
        source=Source(_PLACE),
        content=_right,
        mutants=(_right.but(given=(*PROBABILITY, *CLIP, gt(x, 0))),),
    ),
    Claim(
        label="section-2.1.clip-bullet.failure",
        kind=Kind.TEXT,
        title="The cost of a wrong answer is 1 − ϵ where its ratio is at most 1 − ϵ",
        source=Source(_PLACE, r"(1-\epsilon) \text{ if } \pi_{\theta}(o|q) \leq (1-\epsilon)\pi_{\theta_{\text{old}}}(o|q)"),
        content=_wrong.but(eq(f_clip(x, -_minus), 1 - clip)),
        declared=Declared.REFUTED,
        erratum=Erratum(
            Fault.SIGN,
            Severity.SLIP,
            _NOTE.format(" and the sign") + " The optical reading of the line had lost its two minus signs, which are put back here.",
        ),
        correction="section-2.1.clip-bullet.failure.corrected",
    ),
    Claim(
        label="section-2.1.clip-bullet.failure.corrected",
        kind=Kind.TEXT,
        title="The contribution of a wrong answer is −√(p/(1−p)) (1 − ϵ) where its ratio is at most 1 − ϵ",
        source=Source(_PLACE),
        content=_wrong,
        mutants=(_wrong.but(given=(*PROBABILITY, *CLIP, gt(x, 0))),),
    ),
)
