"""The contrastive form without clipping (GRPO, GRPO-No-Clip), and the importance sampling that leads to Equation (5)."""

import sympy as sp

from symbolic.claim import DEFAULT, KERNEL, Claim, Erratum, Fault, Kind, Remark, Severity, Source
from symbolic.derivation import Chain
from symbolic.derivations.contrastive import unclipped_form
from symbolic.derivations.importance import FAILURES, SUCCESSES, WHOLE, reached
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
_KERNEL = frozenset({"equation-5"})
"""The claims to which a theorem of the Rocq development is pinned."""


def _chain(label: str, kind: Kind, title: str, place: str, printed: str, chain: Chain, *uses: str) -> Claim:
    mutants = (chain.but(end=2 * chain.end),)
    return Claim(
        label=label,
        kind=kind,
        title=title,
        source=Source(place, printed),
        content=chain,
        mutants=mutants,
        uses=uses,
        families=KERNEL if label in _KERNEL else DEFAULT,
    )


CLAIMS = (
    _chain(
        "section-2.grpo",
        Kind.TEXT,
        "Without clipping and smoothing: the contrastive form, for any finite number of outcomes",
        "Section 2, (GRPO)",
        _RATIO + r" A(q, o) - \beta \mathsf{KL}(\pi_{\theta}||\pi_{\text{ref}})",
        _plain,
    ),
    _chain(
        "section-2.3.no-clipping",
        Kind.TEXT,
        "Without clipping, smoothed: the contrastive form, for any finite number of outcomes",
        "Section 2.3, (GRPO-No-Clip)",
        _NO_CLIP[0],
        _smooth,
        "section-2.no-clipping.corrected",
    ),
    _chain(
        "equation-5.success",
        Kind.EQUATION,
        "The right answers' ratio, averaged under the old policy, is their probability under the new",
        "Equation (5)",
        _EQUATION_5[0],
        SUCCESSES,
    ),
    _chain(
        "equation-5.failure",
        Kind.EQUATION,
        "The wrong answers' ratio, averaged under the old policy, is their probability under the new",
        "Equation (5)",
        _EQUATION_5[1],
        FAILURES,
    ),
    _chain("equation-5", Kind.EQUATION, "From importance sampling to the new policy's expectations", "Equation (5)", _EQUATION_5[0], WHOLE),
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
    Claim(
        label="section-2.3.trl",
        kind=Kind.REMARK,
        title="What the TRL library computes",
        source=Source("Section 2.3, last sentence"),
        content=Remark(
            "No formula. The library's first versions had no clipping, but they divide by the sample standard deviation, with Bessel's "
            "correction, plus 10⁻⁴: the smoothing stands outside the root there, as in Equation (3), not as in Equation (4).",
            "unclipped as in (GRPO-No-Clip), with another denominator",
        ),
        declared=None,
    ),
)
