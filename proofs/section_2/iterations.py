"""The iterations of Section 2.4: Equations (6) and (7), and Algorithm 1 where it touches them."""

import sympy as sp

from symbolic.claim import Claim, Erratum, Fault, Kind, Remark, Severity, Source
from symbolic.derivations.reward import PROBABILITY

CLAIMS = (
    Claim(
        label="equation-6",
        kind=Kind.REMARK,
        title="The parametric iteration",
        source=Source(
            "Equation (6)",
            r"\omega_{\varepsilon}^{+}(p_{\theta_{n-1}}(q)) \mathbb{E}_{o \sim \pi_{\theta(\cdot|q)}} \mathbb{1}_{r(q,o)=1} - "
            r"\omega_{\varepsilon}^{-}(p_{\theta_{n-1}}(q)) \mathbb{E}_{o \sim \pi_{\theta}(\cdot|q)} \mathbb{1}_{r(q,o)=0}",
        ),
        content=Remark(
            "A definition: Equation (5) with the old policy of step n − 1. The first expectation has the prompt inside the subscript θ, "
            "a slip; and the maximiser over θ need neither exist nor be unique.",
            "π_θ(·|q) in both expectations, and θ_n any maximiser",
        ),
        declared=None,
        erratum=Erratum(Fault.NOTATION, Severity.SLIP, "A misplaced subscript."),
        uses=("equation-5",),
    ),
    Claim(
        label="section-2.4.grpo-iterations",
        kind=Kind.REMARK,
        title="The iteration over all policies",
        source=Source(
            "Section 2.4, (GRPO Iterations)",
            r"\pi_n = \operatorname*{arg\,max}_{\pi} \mathbb{E}_{q \sim \rho_{\mathcal{Q}}} \Big\{ \omega_{\varepsilon}^+ "
            r"\left(p_{n-1}(q)\right)",
        ),
        content=Remark("A definition; that there is one maximiser, for each prompt by itself, is Theorem 1."),
        declared=None,
    ),
    Claim(
        label="equation-7",
        kind=Kind.EQUATION,
        title="The success probability of a policy is at most 1, for any finite number of outcomes",
        source=Source("Equation (7)", r"p_{n-1}(q) = \mathbb{E}_{o \sim \pi_{n-1}(.|q)} \mathbb{1}_{r(q,o)=1}"),
        content=PROBABILITY,
        mutants=(PROBABILITY.but(end=sp.Rational(99, 100)),),
        uses=("equation-2",),
    ),
    Claim(
        label="algorithm-1.estimate",
        kind=Kind.REMARK,
        title="The group's estimate of p",
        source=Source("Algorithm 1, line 8", r"p = p_{\theta_{\text{old}}}(q) = \frac{1}{G} \sum_{i=1}^{G} \mathbb{1}_{r(q, o_i)=1}"),
        content=Remark(
            "The mean over a group estimates the success probability, to which it is set equal here. It refers to Equation (3), whose "
            "printed denominator is not that of Equation (4).",
            "p is estimated by (1/G) Σ 1_{r(q, o_i)=1}, and A is that of Equation (4)",
        ),
        declared=None,
        erratum=Erratum(Fault.NOTATION, Severity.SLIP, "An estimate under the name of what it estimates."),
        uses=("equation-4.success", "equation-4.failure"),
    ),
)
