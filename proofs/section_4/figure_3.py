"""Figure 3: where condition (2) of Theorem 3 holds, against what the caption says."""

import sympy as sp

from symbolic.claim import INEQUALITY, Erratum, Fault, Kind, Remark, Severity
from symbolic.derivations.amplification_condition import COSH, EVERY_BETA, LARGE_BETA, LEFT, RIGHT, SMALL_BETA
from symbolic.group import Group
from symbolic.notation import BETA, EPS, beta, eps, p_ref
from symbolic.statement import Statement, eq, gt, lt

_point = {p_ref: sp.Rational(99, 100), beta: sp.Integer(1), eps: sp.Rational(1, 100000)}
_convex = Statement((*BETA, *EPS), gt(sp.Derivative(LEFT, (beta, 2)), 0))
_violated = Statement(tuple(eq(name, value) for name, value in _point.items()), lt(LEFT, RIGHT))

_FIGURE = Group("figure-3", Kind.FIGURE, "Figure 3")

CLAIMS = (
    _FIGURE.remark(
        "",
        "Where the condition on β holds",
        Remark(
            "The caption says that the condition is satisfied mostly for high p and small β alone. It is the other way round: it holds for "
            "every β unless p_ref is high (p_ref(1 − p_ref) < 1/20, so p_ref > 0.947), and there it fails only for β in one interval, "
            "away from small and from large β. The caption also contradicts the text, which calls the condition mild.",
            "the condition fails only for high p_ref and β in an interval in between; amplification needs no condition",
        ),
        Erratum(
            Fault.PROSE,
            Severity.SLIP,
            "Theorem 3 stands: every fixed point exceeds p_ref for every β, so that it does not matter where the condition holds.",
        ),
        uses=("figure-3.every-beta", "figure-3.small-beta", "figure-3.large-beta", "figure-3.interval", "figure-3.fails"),
        superseded_by="beyond.n1-amplification",
    ),
    _FIGURE.proved("cosh", "cosh² t ≥ 1 + t², times β", COSH, COSH.but(gt(COSH.holds.lhs, COSH.holds.rhs)), families=INEQUALITY),
    _FIGURE.proved(
        "every-beta",
        "For p_ref(1 − p_ref) ≥ 1/20, which is p_ref ≤ 0.947…, the condition holds for every β and ε",
        EVERY_BETA,
        EVERY_BETA.but(end=RIGHT + sp.Rational(1, 2)),
        uses=("figure-3.cosh",),
    ),
    _FIGURE.proved(
        "small-beta",
        "For β ≤ 3√3 √ε the condition holds for every p_ref",
        SMALL_BETA,
        SMALL_BETA.but(end=RIGHT + 1 / (2 * sp.sqrt(eps))),
        uses=("figure-3.cosh",),
        note="How small is small depends on the smoothing.",
    ),
    _FIGURE.proved(
        "large-beta",
        "For β ≥ B_max(ε) = 1/(3√3 √ε (1 + 4ε)) the condition holds for every p_ref",
        LARGE_BETA,
        LARGE_BETA.but(end=RIGHT + beta + sp.Rational(1, 10)),
    ),
    _FIGURE.proved(
        "interval",
        "The left side is convex in β, so that for each p_ref and ε the condition fails on one interval of β, or nowhere",
        _convex,
        _convex.but(gt(sp.Derivative(LEFT, (beta, 2)), 1)),
        families=INEQUALITY,
    ),
    _FIGURE.proved(
        "fails",
        "It fails at p_ref = 0.99, β = 1, ε = 10⁻⁵",
        _violated,
        _violated.but(given=(eq(p_ref, sp.Rational(9, 10)), *_violated.given[1:])),
        families=INEQUALITY,
        note="The parameters are our choice; the text gives none for this figure.",
    ),
)
