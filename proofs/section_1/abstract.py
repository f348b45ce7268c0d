"""The abstract: what it says of the policies, of convergence, and of the fixed point."""

import sympy as sp

from symbolic.claim import Claim, Declared, Erratum, Fault, Kind, Remark, Severity, Source
from symbolic.notation import BETA, CLOSED, EPS, PARAMETERS, POSSIBLE, PROBABILITY, B, beta, beta_bound, h, p, p_ref
from symbolic.statement import Statement, conj, eq, gt, lt

_whose = 1 / (1 + (1 - p) / p * sp.exp(B()))
"""The one p_ref for which p is a fixed point."""
_FIXED = (*BETA, *EPS, *PROBABILITY, eq(p_ref, _whose))
_slope = sp.Derivative(h(), p)
_damped = Statement((*_FIXED, gt(beta, beta_bound())), conj(eq(h(), p), lt(_slope, 1), gt(_slope, -1)))
_exceeds = Statement((*POSSIBLE, *BETA, *EPS, *CLOSED), gt(h(), p_ref))
_inside = _exceeds.but(given=(*PARAMETERS, *CLOSED))

CLAIMS = (
    Claim(
        label="abstract.contrastive",
        kind=Kind.REMARK,
        title="GRPO as a contrastive loss with a KL term",
        source=Source("Abstract"),
        content=Remark("A summary of Section 2: true of the objective with and without clipping, for any finite number of outcomes."),
        declared=None,
        uses=("section-2.1.contrastive", "section-2.2.contrastive", "equation-5"),
    ),
    Claim(
        label="abstract.policy",
        kind=Kind.REMARK,
        title="The optimal policy in closed form",
        source=Source("Abstract"),
        content=Remark(
            "A summary of Theorem 1, and true: the reference policy enters as it stands and by p_ref, the old policy by the mean p of its "
            "reward alone, of which the variance p(1 − p) is a function. What Section 2 calls π_ref is here already π_0."
        ),
        declared=None,
        uses=("theorem-1", "theorem-1.normaliser"),
    ),
    Claim(
        label="abstract.converges",
        kind=Kind.REMARK,
        title="The recurrence converges to a fixed point",
        source=Source("Abstract"),
        content=Remark(
            "A summary of Section 4 that leaves out its hypothesis. At a fixed point p* the derivative of h is 𝓑(p*)/β in size, and more "
            "than 1 for small β: such a fixed point repels, and where there is no other the sequence converges only if it meets it "
            "exactly.",
            "converges to a fixed point if it starts near one at which |h'| < 1",
        ),
        declared=None,
        erratum=Erratum(Fault.PROSE, Severity.SLIP, "Theorem 4 has the hypothesis, and claims local convergence only; that stands."),
        uses=("lemma-1.parametrised", "abstract.converges.corrected"),
        superseded_by="beyond.n4-contraction",
    ),
    Claim(
        label="abstract.converges.corrected",
        kind=Kind.TEXT,
        title="At a fixed point p* with β > 𝓑(p*), |h'(p*)| < 1",
        source=Source("Abstract"),
        content=_damped,
        mutants=(_damped.but(given=(*_FIXED, gt(beta, beta_bound() / 2))),),
        uses=("lemma-1.fixed-point", "lemma-1.condition"),
        note="Each p in (0, 1) is the fixed point for the p_ref that is put in. So it attracts what starts near it, by Theorem 4.",
        superseded_by="beyond.n4-contraction",
    ),
    Claim(
        label="abstract.amplifies",
        kind=Kind.TEXT,
        title="The fixed point exceeds p_0, for every p_0 = p_ref that Theorem 2 admits: h(p) > p_ref at every p",
        source=Source("Abstract"),
        content=_exceeds,
        declared=Declared.REFUTED,
        erratum=Erratum(
            Fault.HYPOTHESIS,
            Severity.SLIP,
            "A policy that always succeeds cannot be amplified: for p_ref = 1 the fixed point is p_ref. Theorem 3 says 0 < p_ref < 1.",
        ),
        correction="abstract.amplifies.corrected",
    ),
    Claim(
        label="abstract.amplifies.corrected",
        kind=Kind.TEXT,
        title="h(p) > p_ref at every p, and so at every fixed point and after every step",
        source=Source("Abstract, and Section 1, fourth contribution"),
        content=_inside,
        families=("algebra", "smt", "enclosure", "sampling"),
        mutants=(_inside.but(gt(h(), p_ref + (1 - p_ref) * p_ref / 2)),),
        note="For every β, p_ref and ε: no condition on β is needed.",
        superseded_by="beyond.n1-amplification",
    ),
)
