"""The contrastive form without clipping (GRPO, GRPO-No-Clip), and the importance sampling that leads to Equation (5)."""

import sympy as sp

from symbolic.claim import Claim, Erratum, Fault, Kind, Remark, Severity, Source
from symbolic.derivations.contrastive import unclipped_form
from symbolic.derivations.importance import FAILURES, SUCCESSES, WHOLE, reached
from symbolic.group import Group
from symbolic.notation import CLOSED, EPS, PROBABILITY, eps, omega_minus, omega_plus, p, smoothed
from symbolic.statement import Statement, eq

_RATIO = r"\frac{\pi_{\theta}(o|q)}{\pi_{\theta_{\text{old}}}(o|q)}"
_OLD = r"\mathbb{E}_{o \sim \pi_{\theta_{\text{old}}}(.|q)} "
_NO_CLIP = (
    r"\omega_{\varepsilon}^{+}(p_{\theta_{\text{old}}}(q)) " + _OLD + _RATIO + r" \mathbb{1}_{r(q,o)=1}",
    r"\omega_{\varepsilon}^{-}(p_{\theta_{\text{old}}}(q)) " + _OLD + _RATIO + r" \mathbb{1}_{r(q,o)=0}",
)
_EQUATION_5 = (
    r"\omega_{\varepsilon}^{+}(p_{\theta_{\text{old}}}(q)) \mathbb{E}_{o \sim \pi_{\theta}(.|q)} \mathbb{1}_{r(q,o)=1}",
    r"\omega_{\varepsilon}^{-}(p_{\theta_{\text{old}}}(q)) \mathbb{E}_{o \sim \pi_{\theta}(.|q)} \mathbb{1}_{r(q,o)=0}",
)
_plain = unclipped_form(PROBABILITY, sp.Integer(0), sp.sqrt((1 - p) / p), sp.sqrt(p / (1 - p)))
_smooth = unclipped_form((*CLOSED, *EPS), eps, omega_plus(), omega_minus())
_gain = Statement((*CLOSED, *EPS), eq(omega_plus() * reached - omega_minus() * (1 - reached), (reached - p) / smoothed()))

_EQUATION = Group("equation-5", Kind.EQUATION, "Equation (5)")
_SECTION_2 = Group("section-2", Kind.TEXT, "Section 2")
_SECTION_2_3 = Group("section-2.3", Kind.TEXT, "Section 2.3")

CLAIMS = (
    _SECTION_2.proved(
        "grpo",
        "Without clipping and smoothing: the contrastive form, for any finite number of outcomes",
        _plain,
        _plain.but(end=2 * _plain.end),
        line="(GRPO)",
        printed=_RATIO + r" A(q, o) - \beta \mathsf{KL}(\pi_{\theta}||\pi_{\text{ref}})",
    ),
    _SECTION_2_3.proved(
        "no-clipping",
        "Without clipping, smoothed: the contrastive form, for any finite number of outcomes",
        _smooth,
        _smooth.but(end=2 * _smooth.end),
        line="(GRPO-No-Clip)",
        printed=_NO_CLIP[0],
        uses=("section-2.no-clipping.corrected",),
    ),
    _EQUATION.proved(
        "success",
        "The right answers' ratio, averaged under the old policy, is their probability under the new",
        SUCCESSES,
        SUCCESSES.but(end=2 * SUCCESSES.end),
        printed=_EQUATION_5[0],
    ),
    _EQUATION.proved(
        "failure",
        "The wrong answers' ratio, averaged under the old policy, is their probability under the new",
        FAILURES,
        FAILURES.but(end=2 * FAILURES.end),
        printed=_EQUATION_5[1],
    ),
    _EQUATION.proved(
        "",
        "From importance sampling to the new policy's expectations",
        WHOLE,
        WHOLE.but(end=2 * WHOLE.end),
        printed=" - ".join(_EQUATION_5),
    ),
    Claim(
        label="equation-5.gain",
        kind=Kind.EXTENSION,
        title="What is maximised is the gain (s − p)/√(p(1 − p) + ε) in success probability, s that of the new policy",
        source=Source("Equation (5)"),
        content=_gain,
        mutants=(_gain.but(eq(_gain.holds.lhs, (reached - p) / (smoothed() + eps))),),
    ),
    Claim(
        label="equation-5.support",
        kind=Kind.REMARK,
        title="The old policy must reach what the new one reaches",
        source=Source("Section 2.3, from (GRPO-No-Clip) to Equation (5)"),
        content=Remark(
            "Where π_old(o|q) = 0 the ratio is not defined, and an outcome with π_θ(o|q) > 0 there counts in Equation (5) but not in "
            "(GRPO-No-Clip). The two agree if π_θ is absolutely continuous with respect to π_old. In the iterations it is: a finite KL "
            "keeps π within the support of π_ref, and by Theorem 1 π_{n−1} has just that support.",
            "π_θ(·|q) ≪ π_old(·|q) is assumed",
        ),
        declared=None,
        erratum=Erratum(Fault.HYPOTHESIS, Severity.SLIP, "Absolute continuity is not stated; the policies of Theorem 1 have it."),
    ),
    _SECTION_2_3.remark(
        "trl",
        "What the TRL library computes",
        Remark(
            "No formula. The library's first versions had no clipping, but they divide by the sample standard deviation, with Bessel's "
            "correction, plus 10⁻⁴: the smoothing stands outside the root there, as in Equation (3), not as in Equation (4).",
            "unclipped as in (GRPO-No-Clip), with another denominator",
        ),
        line="last sentence",
    ),
)
