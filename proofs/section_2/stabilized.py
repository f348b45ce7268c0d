"""The smoothed advantage (Section 2.2): Equation (3) as printed against the display above it, and Equation (4)."""

import sympy as sp

from symbolic.claim import Claim, Declared, Erratum, Fault, Kind, Remark, Severity, Source
from symbolic.notation import BINARY, CLIP, CLOSED, EPS, PROBABILITY, advantage, clip, eps, omega_minus, omega_plus, p, r, variance
from symbolic.statement import Statement, eq, iff, le, ne

_spread = p * (1 - p) ** 2 + (1 - p) * p**2
"""The variance as a two-point sum."""
_smooth = (*CLOSED, *EPS, le(eps, 1))
_success, _failure = advantage(1, p, _spread, eps), advantage(0, p, _spread, eps)
_outside = sp.sqrt(variance()) + eps
_letter = sp.sqrt(variance()) + clip
_EQUATION_3 = (
    r"\frac{1-p}{\sqrt{p(1-p)}+\epsilon} & \text{if } r(q, o) = 1",
    r"-\frac{p}{\sqrt{p(1-p)}+\epsilon} & \text{if } r(q, o) = 0",
)
_EQUATION_4 = (
    r"\omega_{\varepsilon}^{+}(p) = \frac{1-p}{\sqrt{p(1-p)+\varepsilon}}",
    r"\omega_{\varepsilon}^{-}(p) = \frac{p}{\sqrt{p(1-p)+\varepsilon}}",
)
_OUTSIDE = Erratum(
    Fault.FORMULA,
    Severity.SLIP,
    "ε belongs under the root, as in the display above and in Equation (4), from which everything later is derived. With ε outside, h is "
    "another map, not differentiable at 0 and 1. Algorithm 1 refers to this equation.",
)
_always = (*CLOSED, *EPS)
_smoothed = advantage(r, p, variance(), eps)
_neither = Statement((*CLOSED, *EPS, *BINARY), iff(eq(_smoothed, 0), eq(r, p)))
_right, _wrong = Statement(_always, eq(_success, omega_plus())), Statement(_always, eq(omega_minus(), -_failure))

CLAIMS = (
    Claim(
        label="section-2.2.assuming",
        kind=Kind.REMARK,
        title="The assumption lifted by smoothing",
        source=Source(
            "Section 2.2, first line", r"0 , we alleviate this in the following by adding a smoothing factor <math>\varepsilon \in (0, 1]"
        ),
        content=Remark("A fault of the optical reading: the assumption lost its signs < and the letter between them.", "0 < p < 1"),
        declared=None,
    ),
    Claim(
        label="section-2.2.advantage",
        kind=Kind.REMARK,
        title="The smoothed advantage",
        source=Source("Section 2.2, display of A(q, o)", r"A(q,o) = \frac{r(q,o) - \mu}{\sqrt{\sigma^2 + \varepsilon}}"),
        content=Remark(
            "A definition, with μ and σ² the mean and variance of the reward. Algorithm 1 uses μ for a number of steps, and Appendix A σ "
            "for the logistic function. Any ε > 0 will do for what follows, not only ε ≤ 1."
        ),
        declared=None,
    ),
    Claim(
        label="equation-3.success",
        kind=Kind.EQUATION,
        title="The smoothed advantage of a right answer, with ε outside the root",
        source=Source("Equation (3), first case", _EQUATION_3[0], ((clip, eps),)),
        content=Statement(_smooth, eq(_success, (1 - p) / _outside)),
        declared=Declared.REFUTED,
        erratum=_OUTSIDE,
        correction="equation-4.success",
        note="The printed letter, the clipping's, is read here as the smoothing; equation-3.letter takes it as it stands.",
    ),
    Claim(
        label="equation-3.failure",
        kind=Kind.EQUATION,
        title="The smoothed advantage of a wrong answer, with ε outside the root",
        source=Source("Equation (3), second case", _EQUATION_3[1], ((clip, eps),)),
        content=Statement(_smooth, eq(_failure, -p / _outside)),
        declared=Declared.REFUTED,
        erratum=_OUTSIDE,
        correction="equation-4.failure",
    ),
    Claim(
        label="equation-3.letter",
        kind=Kind.EQUATION,
        title="The smoothed advantage with the clipping's letter, as it stands",
        source=Source("Equation (3), its letter", _EQUATION_3[0]),
        content=Statement((*PROBABILITY, *EPS, *CLIP, le(clip, 1)), eq(_success, (1 - p) / _letter)),
        declared=Declared.REFUTED,
        erratum=Erratum(Fault.NOTATION, Severity.SLIP, "ϵ is the clipping of (GRPO-Clip); the smoothing of Section 2.2 is ε."),
        correction="equation-4.success",
    ),
    Claim(
        label="equation-4.success",
        kind=Kind.EQUATION,
        title="ω⁺ is the smoothed advantage of a right answer",
        source=Source("Equation (4), first line", _EQUATION_4[0]),
        content=_right,
        mutants=(_right.but(eq(_success, omega_minus())), _right.but(eq(_success, omega_plus(eps=eps / 2)))),
        uses=("section-2.1.mean", "section-2.1.variance"),
    ),
    Claim(
        label="equation-4.failure",
        kind=Kind.EQUATION,
        title="−ω⁻ is the smoothed advantage of a wrong answer",
        source=Source("Equation (4), second line", _EQUATION_4[1]),
        content=_wrong,
        mutants=(_wrong.but(eq(omega_minus(), _failure)),),
        uses=("section-2.1.mean", "section-2.1.variance"),
    ),
    Claim(
        label="section-2.2.case-split",
        kind=Kind.TEXT,
        title="The smoothed advantage is 0 where the outcome was sure, r = p, and only there",
        source=Source(
            "Section 2.1, cases of f_ϵ, as used in Section 2.2",
            r"A(q, o) > 0",
            by_hand="the text has the cases A > 0 and A < 0; when neither occurs is what is checked",
        ),
        content=_neither,
        mutants=(_neither.but(ne(_smoothed, 0)),),
        uses=("section-2.1.clip-zero",),
        note="So for p = 0 and r = 0, and for p = 1 and r = 1, which smoothing admits. With A = 0 both displays of f_ϵ hold.",
    ),
)
