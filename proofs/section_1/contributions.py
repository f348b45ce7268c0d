"""Section 1: the list of contributions, held against what the sections show."""

from symbolic.claim import Erratum, Fault, Kind, Remark, Severity
from symbolic.group import Group

_REMARK = Group("section-1", Kind.REMARK, "Section 1")

CLAIMS = (
    _REMARK.remark(
        "whitening",
        "Whitening standardises the reward's mean and variance",
        Remark("True of the advantage of Equation (1); with smoothing the variance comes out below 1."),
        line="third paragraph",
        uses=("equation-1.mean", "equation-1.variance"),
    ),
    _REMARK.remark(
        "contribution-1",
        "An adaptive weighted contrastive loss",
        Remark("Shown, for any finite number of outcomes; the weights adapt by the success probability of the old policy."),
        line="first contribution",
        uses=("section-2.1.contrastive", "section-2.2.contrastive", "equation-5"),
    ),
    _REMARK.remark(
        "contribution-2",
        "A closed form of the optimal policy",
        Remark("Shown; the old policy enters by its success probability only, which a group's frequency of reward 1 estimates."),
        line="second contribution",
        uses=("theorem-1",),
    ),
    _REMARK.remark(
        "contribution-3",
        "The success probability converges under mild assumptions",
        Remark(
            "Theorem 4 assumes that p_ref lies in a neighbourhood of p*, of unknown size, and that |h'(p*)| < 1: conditions on the limit "
            "itself. Without them the sequence may go to another fixed point, or to none. That the probability satisfies a recursion, and "
            "that limits are fixed points, is shown.",
            "converges to a fixed point if it starts near one at which |h'| < 1",
        ),
        Erratum(Fault.PROSE, Severity.SLIP, "A summary: Theorem 4 itself claims only local convergence."),
        line="third contribution",
        uses=("section-3.limit", "abstract.converges.corrected"),
        superseded_by="beyond.n4-contraction",
    ),
    _REMARK.remark(
        "contribution-4",
        "The fixed point exceeds the reference's success probability, so GRPO amplifies",
        Remark(
            "The first half is Theorem 3 and true for 0 < p_ref < 1. That GRPO amplifies follows from it only where the sequence "
            "converges; it is true without, as h(p) > p_ref for every p.",
            "every iterate, and every fixed point, exceeds p_ref",
        ),
        Erratum(Fault.PROSE, Severity.SLIP, "Amplification holds after every step, by another argument, and without a condition on β."),
        line="fourth contribution",
        uses=("abstract.amplifies.corrected",),
        superseded_by="beyond.n1-amplification.iterates",
    ),
    _REMARK.remark(
        "contribution-5",
        "Approximate policies stay close",
        Remark("Shown where the errors have a small sum; see section-5.remains-close for what is wrong with the wording."),
        line="fifth contribution",
        uses=("theorem-5.corrected", "section-5.remains-close.corrected"),
        superseded_by="beyond.n10-approximation",
    ),
)
