"""Mean and variance of the binary reward, and what standardising by them does: Equations (1) and (2)."""

import sympy as sp

from symbolic.claim import Claim, Kind, Remark, Source
from symbolic.derivations.reward import MEAN, VARIANCE
from symbolic.notation import CLOSED, PROBABILITY, advantage, mu, p, variance
from symbolic.statement import Statement, eq, real

_MOMENTS = (
    r"\mathbb{E}_{o' \sim \pi_{\theta_{\text{old}}}(.|q)} r(q, o') = p \text{ and } \mathsf{Var}_{o' \sim "
    r"\pi_{\theta_{\text{old}}}(.|q)} r(q, o') = p(1-p)"
)
_EQUATION_1 = (
    r"A(q,o) = \frac{r(q,o) - \mathbb{E}_{o' \sim \pi_{\theta_{\text{old}}}(.|q)} r(q,o')}{\sqrt{\mathsf{Var}_{o' \sim "
    r"\pi_{\theta_{\text{old}}}(.|q)} r(q,o'))}},\tag{1}"
)
_success, _failure = real("A_1"), real("A_0")
"""The two values of the advantage."""
_values = (*PROBABILITY, eq(_success, advantage(1, p, variance())), eq(_failure, advantage(0, p, variance())))
_mean = sp.Add(sp.Mul(p, 1, evaluate=False), sp.Mul(1 - p, 0, evaluate=False), evaluate=False)
_centred = Statement(_values, eq(p * _success + (1 - p) * _failure, 0))
_scaled = Statement(_values, eq(p * _success**2 + (1 - p) * _failure**2, 1))
_spread = Statement(CLOSED, eq(p * (1 - p) ** 2 + (1 - p) * (0 - p) ** 2, variance()))

CLAIMS = (
    Claim(
        label="section-2.kl",
        kind=Kind.REMARK,
        title="The KL divergence, averaged over prompts",
        source=Source(
            "Section 2, KL divergence",
            r"\mathsf{KL}(\pi || \pi_{\mathrm{ref}}) = \mathbb{E}_{q \sim \rho_{\mathcal{Q}}} \mathbb{E}_{o \sim \pi(.|q)} \log "
            r"\left(\frac{\pi(o|q)}{\pi_{\mathrm{ref}}(o|q)} \right)",
        ),
        content=Remark(
            "A definition. As usual it is +∞ unless π(·|q) is absolutely continuous with respect to π_ref(·|q), as the maximisers of "
            "Theorem 1 are; already averaged over prompts, it stands outside the expectation over q in the objectives below."
        ),
        declared=None,
    ),
    Claim(
        label="equation-1.mean",
        kind=Kind.EQUATION,
        title="The advantage has mean 0",
        source=Source("Equation (1)", _EQUATION_1),
        content=_centred,
        mutants=(_centred.but(eq(p * _success - (1 - p) * _failure, 0)),),
        note="Where p is 0 or 1 the advantage is 0/0; the paper assumes 0 < p < 1 further on. One bracket too many is printed.",
    ),
    Claim(
        label="equation-1.variance",
        kind=Kind.EQUATION,
        title="The advantage has variance 1: the reward is whitened",
        source=Source("Equation (1)", _EQUATION_1),
        content=_scaled,
        mutants=(_scaled.but(eq(p * _success**2 + (1 - p) * _failure**2, 1 + variance() / 100)),),
    ),
    Claim(
        label="equation-2",
        kind=Kind.EQUATION,
        title="The mean of a binary reward is its probability of success, for any finite number of outcomes",
        source=Source("Equation (2)", r"p := p_{\theta_{\text{old}}}(q) = \mathbb{P}_{o \sim \pi_{\theta_{\text{old}}}(.|q)}(r(q, o) = 1)"),
        content=MEAN,
        mutants=(MEAN.but(end=2 * MEAN.end),),
    ),
    Claim(
        label="section-2.1.mean",
        kind=Kind.TEXT,
        title="Mean of the reward, two-point law",
        source=Source("Section 2.1, mean and variance", _MOMENTS),
        content=Statement(CLOSED, eq(_mean, p)),
        mutants=(Statement(CLOSED, eq(_mean, 1 - p)),),
        uses=("equation-2",),
    ),
    Claim(
        label="section-2.1.variance",
        kind=Kind.TEXT,
        title="Variance of the reward, two-point law",
        source=Source("Section 2.1, mean and variance", _MOMENTS),
        content=_spread,
        mutants=(_spread.but(eq(_spread.holds.lhs, p**2)),),
    ),
    Claim(
        label="section-2.1.variance.outcomes",
        kind=Kind.TEXT,
        title="Variance of the reward, for any finite number of outcomes",
        source=Source("Section 2.1, mean and variance", _MOMENTS),
        content=VARIANCE,
        mutants=(VARIANCE.but(end=mu * (1 + mu)),),
    ),
)
