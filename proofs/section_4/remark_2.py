"""Remark 2: results that hold for all prompts at once, by suprema over the prompts."""

import sympy as sp

from symbolic.claim import INEQUALITY, Claim, Erratum, Fault, Kind, Remark, Severity, Source
from symbolic.derivations.beta_conditions import BOUNDED, PEAK
from symbolic.notation import eps
from symbolic.statement import lt

_PLACE = "Remark 2"

CLAIMS = (
    Claim(
        label="remark-2",
        kind=Kind.REMARK,
        title="Suprema over prompts in both conditions on β",
        source=Source(_PLACE),
        content=Remark(
            "Of Theorem 3's condition no supremum is needed, since the condition is not; it is no lower bound on β either, although with "
            "the supremum of its right side it would be sufficient for all prompts. In β > 𝓑(p*) the supremum over prompts is finite, as "
            "𝓑 is bounded, but it moves with β, since every p*(q) does: it is no bound that β could be chosen by. The maximum of 𝓑 over "
            "p, which depends on ε alone, is one. Strictly above the supremum the intervals of Theorem 4 may be chosen of one length for "
            "all prompts, as h'' is bounded whatever p_ref is (not decided here); β > 𝓑(p*(q)) for each q would not give that, where the "
            "supremum is not attained.",
            "for results that hold for all prompts it is enough that β exceeds the maximum of 𝓑 over [0, 1]",
        ),
        declared=None,
        erratum=Erratum(
            Fault.HYPOTHESIS,
            Severity.SLIP,
            "The first condition is not needed, the second circular in β; a uniform bound exists for ε > 0.",
        ),
        uses=("remark-2.bounded", "lemma-1.condition", "theorem-3.2.unconditional"),
        superseded_by="beyond.n3-threshold.uniform",
    ),
    Claim(
        label="remark-2.bounded",
        kind=Kind.COROLLARY,
        title="𝓑(p) < 1/(5√ε) for every p: β ≥ 1/(5√ε) makes every fixed point attracting, for every prompt",
        source=Source(_PLACE),
        content=BOUNDED,
        mutants=(BOUNDED.but(end=1 / (6 * sp.sqrt(eps))),),
        uses=("remark-2.peak",),
        families=INEQUALITY,
        note="The constant 1/5 stands for 1/(3√3) = 0.192…, the best one as ε tends to 0.",
        superseded_by="beyond.n3-threshold",
    ),
    Claim(
        label="remark-2.peak",
        kind=Kind.COROLLARY,
        title="v/(2(v + ε)^{3/2}) < 1/(5√ε)",
        source=Source(_PLACE),
        content=PEAK,
        mutants=(PEAK.but(lt(PEAK.holds.lhs, 1 / (6 * sp.sqrt(eps)))),),
        families=INEQUALITY,
    ),
)
