"""Assumption 1 and what the text of Section 5 says around it."""

import sympy as sp

from symbolic.claim import Claim, Declared, Erratum, Fault, Kind, Remark, Severity, Source
from symbolic.derivation import Argument
from symbolic.derivations.total_variation import TELESCOPED, delta, tv, tv_next
from symbolic.notation import CLOSED, PARAMETERS, h, p
from symbolic.statement import Statement, eq, ge, le, real
from symbolic.theorems import induction

_ASSUMPTION = r"\mathrm{TV}(\tilde{\pi}_n || \pi_n) \le \mathrm{TV}(\tilde{\pi}_{n-1} || \pi_{n-1}) + \delta_n"
_SUM = r"\sum_{i=1}^n \delta_i \to \delta^*"
_other = real("q")
"""The probability of success of the approximate policy."""
_expands = Statement((*PARAMETERS, *CLOSED, ge(_other, 0), le(_other, 1)), le(sp.Abs(h(_other) - h(p)), sp.Abs(_other - p)))
_small = real("d")
"""What each single error is at most."""
_TWO = (ge(tv, 0), le(tv, _small), ge(delta, 0), le(delta, _small), le(tv_next, tv + delta))
_adds_up = Statement(_TWO, le(tv_next, 2 * _small))
_budget, _budget_next, _delta_next, _half = real("D"), real("D'"), real("delta'"), sp.Rational(1, 2)
_too_good = induction(
    le(tv, _half * _budget),
    {tv: tv_next, _budget: _budget_next, delta: _delta_next},
    (eq(tv, 0), eq(_budget, 0)),
    (le(tv_next, tv + _delta_next), eq(_budget_next, _budget + _delta_next)),
)

CLAIMS = (
    Claim(
        label="assumption-1",
        kind=Kind.REMARK,
        title="What Assumption 1 assumes",
        source=Source("Assumption 1", _ASSUMPTION),
        content=Remark(
            "An assumption on two sequences of policies, each iterated by itself: the approximate one need not be near the exact step "
            "from where it stands, but near the exact sequence. It is made for one prompt, as p_n is. That the partial sums converge "
            "follows from δ_n ≥ 0 where they are bounded."
        ),
        declared=None,
    ),
    Claim(
        label="assumption-1.telescoped",
        kind=Kind.STEP,
        title="Under Assumption 1 the total variation after n steps is at most δ_1 + … + δ_n",
        source=Source("Assumption 1", _ASSUMPTION),
        content=TELESCOPED,
        mutants=(Argument((_too_good,), ("half the sum",)),),
    ),
    Claim(
        label="assumption-1.range",
        kind=Kind.REMARK,
        title="The range of δ*",
        source=Source("Assumption 1", _SUM),
        content=Remark(
            "The proof uses nowhere that δ* < 1, and with the bound 2δ* the theorem says nothing from δ* = 1/2 on, two probabilities "
            "being at most 1 apart. With the bound δ*, [0, 1) is the range in which it can say something. The assumption is sound as "
            "printed, no erratum, and could be weaker: the theorem holds for every δ* ≥ 0.",
            "δ* ∈ [0, ∞), or the bound δ* in place of 2δ*",
        ),
        declared=None,
        uses=("beyond.n10-approximation",),
        superseded_by="beyond.n10-approximation",
    ),
    Claim(
        label="assumption-1.notation",
        kind=Kind.REMARK,
        title="Two bars for a distance",
        source=Source("Assumption 1 and Appendix C", r"\operatorname{TV}(\tilde{\pi}_0, \pi_0)"),
        content=Remark(
            "Total variation is symmetric; the sign ‖ suggests a divergence, and Appendix C writes a comma in one place.",
            "TV(π̃_n, π_n) throughout",
        ),
        declared=None,
        erratum=Erratum(Fault.NOTATION, Severity.SLIP, "Nothing depends on the sign."),
    ),
    Claim(
        label="section-5.descent",
        kind=Kind.REMARK,
        title="Gradient descent for a maximisation",
        source=Source("Section 5, first and last paragraph"),
        content=Remark(
            "Problem (6) is a maximisation, and Algorithm 1 ascends; here, and in the fifth contribution of Section 1, it is descent that "
            "produces the policies. Nor does a gradient method produce solutions of the problem, only approximations.",
            "approximate solutions of problem (6), produced by gradient ascent for example",
        ),
        declared=None,
        erratum=Erratum(Fault.PROSE, Severity.SLIP, "Assumption 1 asks nothing of how the policies were found."),
    ),
    Claim(
        label="section-5.errors",
        kind=Kind.TEXT,
        title="δ_n consists of the errors of step n alone: read as, an exact step from the approximate policy enlarges no distance",
        source=Source("Section 5, last paragraph", r"\delta_n", by_hand="a sentence; what it says of each step is read as what h does"),
        content=_expands,
        declared=Declared.REFUTED,
        families=("enclosure", "sampling"),
        erratum=Erratum(
            Fault.PROSE,
            Severity.SLIP,
            "Steps are taken from the approximate policy. Two policies of Theorem 1 that differ in their success probabilities p and q are "
            "|p − q| apart, and after an exact step |h(p) − h(q)|, which may be more: δ_n then has to pay for that too, though nothing "
            "was estimated or optimised badly. Theorem 5 stands, its assumption covering more than the text says. In logits an exact "
            "step enlarges no distance by more than the factor B_max/β.",
        ),
        correction="beyond.n10-approximation.slope",
    ),
    Claim(
        label="section-5.remains-close",
        kind=Kind.REMARK,
        title="Small errors keep the success probability close",
        source=Source("Section 5, last paragraph, and Section 1, fifth contribution"),
        content=Remark(
            "It is the sum of all errors that has to be small. Errors of one size, however small, add up beyond any bound, and the theorem "
            "then says nothing. Of errors that do not sum something else holds: where each approximate policy is within δ_n of the exact "
            "step from its predecessor, p̃_n ≥ h(1/2) − δ_n.",
            "as long as the sum of the errors remains small",
        ),
        declared=None,
        erratum=Erratum(Fault.PROSE, Severity.SLIP, "Theorem 5 has the sum among its hypotheses."),
        uses=("section-5.remains-close.corrected", "beyond.n10-approximation.floor"),
        superseded_by="beyond.n10-approximation.floor",
    ),
    Claim(
        label="section-5.remains-close.corrected",
        kind=Kind.TEXT,
        title="Two errors of at most d each leave the total variation at most 2d",
        source=Source("Section 5, last paragraph, and Section 1, fifth contribution"),
        content=_adds_up,
        mutants=(_adds_up.but(le(tv_next, sp.Rational(19, 10) * _small)),),
        superseded_by="beyond.n10-approximation.floor",
    ),
)
