"""Figure 4: the bound 𝓑 on β, its shape, its peak, and what it is a bound for."""

import sympy as sp

from symbolic.claim import Erratum, Fault, Kind, Remark, Severity
from symbolic.group import Group
from symbolic.notation import CLOSED, EPS, beta_bound, p
from symbolic.statement import Statement, conj, disj, eq, gt, iff, le

_half, _eps = sp.Rational(1, 2), sp.Rational(1, 100000)
_zeros = Statement((*CLOSED, *EPS), iff(eq(beta_bound(), 0), disj(eq(p, 0), eq(p, _half), eq(p, 1))))
_ceiling = Statement(CLOSED, le(beta_bound(p, _eps), 61))
_peaks = Statement((disj(eq(p, sp.Rational(1, 50000)), eq(p, 1 - sp.Rational(1, 50000))),), gt(beta_bound(p, _eps), 60))

_FIGURE = Group("figure-4", Kind.FIGURE, "Figure 4")

CLAIMS = (
    _FIGURE.remark(
        "",
        "What the bound is a bound for",
        Remark(
            "The bound is plotted over the fixed point p*, which itself depends on β and p_ref: β > 𝓑(p*) cannot be read off as a choice "
            "of β. It ensures |h'(p*)| < 1, and nothing less does; that it is required for convergence is not shown (at β = 𝓑(p*) an orbit "
            "may still converge). Its largest value, 1/(3√3 √ε (1 + 4ε)), serves every p* at once.",
            "the bound above which |h'(p*)| < 1 at a fixed point p*; if β exceeds its maximum B_max(ε) every orbit converges",
        ),
        Erratum(
            Fault.PROSE,
            Severity.SLIP,
            "Shown as a bound on β, it bounds the pair of β and p*; and the text says required where Lemma 1 shows sufficient. No proof "
            "uses the figure.",
        ),
        uses=("lemma-1.condition", "figure-4.zeros", "figure-4.peaks", "beyond.n3-threshold"),
        superseded_by="beyond.n3-threshold",
    ),
    _FIGURE.proved(
        "zeros",
        "The bound vanishes at 0, 1/2 and 1 alone: everywhere else there is a condition on β",
        _zeros,
        _zeros.but(iff(eq(beta_bound(), 0), disj(eq(p, 0), eq(p, 1)))),
    ),
    _FIGURE.proved(
        "ceiling",
        "For ε = 10⁻⁵ the bound is at most 61",
        _ceiling,
        _ceiling.but(le(beta_bound(p, _eps), 60)),
        superseded_by="beyond.n3-threshold",
        note="The smoothing is that of Figures 2 and 5; the text gives none for this figure.",
    ),
    _FIGURE.proved(
        "peaks",
        "For ε = 10⁻⁵ it exceeds 60 at 2·10⁻⁵ from 0 and from 1",
        _peaks,
        _peaks.but(conj(gt(beta_bound(p, _eps), 60), gt(p, _half))),
        note="So steep are the two peaks that a plot on a linear scale of p shows them as spikes at the edges.",
    ),
)
