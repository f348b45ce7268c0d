"""Section 6: the conclusion, sentence by sentence."""

from symbolic.claim import Erratum, Fault, Kind, Remark, Severity
from symbolic.group import Group

_REMARK = Group("section-6", Kind.REMARK, "Section 6")

CLAIMS = (
    _REMARK.remark(
        "contrastive", "A contrastive loss", Remark("Shown."), uses=("section-2.1.contrastive", "section-2.2.contrastive", "equation-5")
    ),
    _REMARK.remark("closed-form", "A recursion for the optimal policy", Remark("Shown."), uses=("theorem-1", "theorem-2")),
    _REMARK.remark(
        "convergence",
        "The success probability converges under mild assumptions",
        Remark(
            "As in the third contribution of Section 1: local convergence to a fixed point with |h'| < 1 is what Section 4 has.",
            "converges to a fixed point if it starts near one at which |h'| < 1",
        ),
        Erratum(Fault.PROSE, Severity.SLIP, "Theorem 4 claims only local convergence, and that stands."),
        uses=("abstract.converges.corrected",),
        superseded_by="beyond.n4-contraction",
    ),
    _REMARK.remark(
        "amplification",
        "GRPO amplifies the success probability of the reference",
        Remark("True for 0 < p_ref < 1, at every step and for every β."),
        uses=("abstract.amplifies.corrected",),
        superseded_by="beyond.n1-amplification.iterates",
    ),
    _REMARK.remark(
        "approximation",
        "Approximate policies stay close to the fixed point",
        Remark(
            "Close in the upper limit, where the exact sequence converges and the errors have a small sum; that each error is small is "
            "not enough.",
            "as long as the sum of the errors is small",
        ),
        Erratum(Fault.PROSE, Severity.SLIP, "Theorem 5 has the sum among its hypotheses."),
        uses=("theorem-5.corrected", "section-5.remains-close.corrected"),
        superseded_by="beyond.n10-approximation",
    ),
)
