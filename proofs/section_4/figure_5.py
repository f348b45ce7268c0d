"""Figure 5 and what the text reads off it: sharp transitions, convergence, and the panel that it calls divergent."""

import sympy as sp

from symbolic.claim import Claim, Erratum, Fault, Kind, Remark, Severity, Source
from symbolic.derivation import Argument
from symbolic.derivations.figure_5 import BETWEEN, HIGH, LOW, MAP, alternating, attracting, repelling, steep
from symbolic.group import Group
from symbolic.notation import B_max, h, p
from symbolic.statement import Statement, ge, gt, le, lt
from symbolic.theorems import monotone
from symbolic.theorems.orbits import increasing_orbit

_PANEL = r"p_{\text{ref}} = 0.001"
_eps, _one = sp.Rational(1, 100000), sp.Integer(1)
_start = sp.Rational(9, 10)
_sharp = h(p, _start, sp.Integer(2), _eps)
"""h with p_ref = 0.9, β = 2 and the caption's ε."""
_NEAR_ONE = 1 - sp.Rational(1, 10**9)


def _rising(start: sp.Expr) -> Argument:
    return Argument(
        (monotone(_sharp, p, start, _one, increasing=True), increasing_orbit(_sharp, p, start, _one)),
        ("h' > 0 above 1/2", "h increases from 0.9 on and stays below 1"),
    )


_passing = Statement((ge(p, _start), le(p, _NEAR_ONE)), gt(_sharp, p))
_steep = steep(*BETWEEN)
_smoothing = Statement((), lt(B_max(sp.exp(-5)), 5))

_FIGURE = Group("figure-5", Kind.FIGURE, "Section 4, on Figure 5", families=("algebra", "enclosure"))
"""Numbers and boxes: what solvers and samples would add is slow here."""

CLAIMS = (
    Claim(
        label="figure-5",
        kind=Kind.REMARK,
        title="Convergence to fixed points, but in one panel",
        source=Source("Figure 5", r"\varepsilon = 1e^{-5}"),
        content=Remark(
            "The caption says that the recursion converges to fixed points; in the panel β = 5, p_ref = 0.001 it converges to none, as the "
            "text itself says. The caption's smoothing is meant as 10⁻⁵: with e⁻⁵ every panel with that β would converge.",
            "the recursion for ε = 10⁻⁵, and its convergence to fixed points or to a 2-cycle",
        ),
        declared=None,
        erratum=Erratum(Fault.PROSE, Severity.SLIP, "Theorem 4 promises convergence under |h'(p*)| < 1 only, which fails in that panel."),
        uses=("figure-5.no-limit", "figure-5.cycle", "figure-5.repelling", "figure-5.smoothing"),
    ),
    _FIGURE.remark(
        "transition",
        "Fast convergence to 1 or to a fixed point",
        Remark(
            "The limit is never 1: it is a fixed point, and these are below h(1) < 1, though perhaps by less than a plot or double "
            "precision can show. “In most cases” could not be decided; but for p_ref < 1/2 the transition has its place: "
            "with β below 1/(2√(p_ref(1 − p_ref) + ε) log((1 − p_ref)/p_ref)) the sequence increases past 1 − p_ref, else it never does.",
            "in the cases shown there is a sharp transition to a fixed point, which may be very near 1",
        ),
        Erratum(Fault.PROSE, Severity.SLIP, "For p_ref < 1 and ε > 0 no orbit tends to 1. No result rests on it."),
        uses=("section-3.limit", "section-3.one.corrected", "figure-2.last", "figure-5.rising", "figure-5.beyond", "beyond.n8-transition"),
        superseded_by="beyond.n8-transition",
    ),
    _FIGURE.remark(
        "divergent",
        "The divergent behaviour",
        Remark(
            "The sequence has no limit, and in that sense diverges; but it stays in [0.001, 0.4] and is as regular as can be: even and odd "
            "iterates are monotone and tend to the two points of an attracting 2-cycle, 0.00233804… and 0.0587157…. The word is right, no "
            "erratum, and could say more.",
            "for β = 5 and p_ref = 0.001 the sequence tends to an attracting 2-cycle",
        ),
        printed=_PANEL,
        uses=("figure-5.no-limit", "figure-5.cycle", "figure-5.repelling"),
    ),
    Claim(
        label="figure-5.iteration",
        kind=Kind.REMARK,
        title="The recursion above the panels",
        source=Source("Section 4, in Figure 5", r"p_{n+1} = h_{\varepsilon, p_{ref}}(p_n)"),
        content=Remark("This is Equation (8) with n + 1 for n; both begin with p_0 = p_ref."),
        declared=None,
    ),
    _FIGURE.proved(
        "no-limit",
        "For p_ref = 0.001, β = 5, ε = 10⁻⁵ the sequence alternates between two limits",
        alternating(),
        alternating(sp.Rational("0.00233")),
        note="The lower limit is the point of figure-5.cycle in (0.0023, 0.00238], for h∘h has no other fixed point there.",
    ),
    _FIGURE.proved(
        "cycle",
        "Where the two limits are there is one 2-cycle; it attracts, with |multiplier| ≤ 9/10",
        attracting(),
        attracting(sp.Rational(3, 4)),
    ),
    _FIGURE.proved(
        "repelling",
        "Between them lies a fixed point, in (0.0086, 0.00863)",
        repelling(*BETWEEN),
        repelling(LOW, HIGH),
        uses=("figure-5.repelling.slope",),
        note="It repels, since h' < −1 on all of that interval: the first step. So Theorem 4 does not apply there.",
    ),
    _FIGURE.proved(
        "repelling.slope",
        "h' < −1 on [0.0086, 0.00863]",
        _steep,
        _steep.but(lt(sp.Derivative(MAP, p), sp.Rational(-11, 10))),
        note="A fixed point there repels.",
    ),
    _FIGURE.proved(
        "rising",
        "For p_ref = 0.9, β = 2, ε = 10⁻⁵ the sequence increases to the smallest fixed point in [0.9, 1]",
        _rising(_start),
        _rising(sp.Rational(2, 5)),
        note="A panel of our choice.",
    ),
    _FIGURE.proved(
        "beyond",
        "That fixed point lies above 1 − 10⁻⁹: h(p) > p from 0.9 up to there",
        _passing,
        _passing.but(gt(_sharp, p + sp.Rational(1, 10))),
        uses=("figure-5.rising",),
        note="It is 1 − 2.3865…·10⁻⁷⁰.",
    ),
    _FIGURE.proved(
        "smoothing",
        "With ε = e⁻⁵, as the captions print it, β = 5 is above B_max(ε), so that every orbit would converge",
        _smoothing,
        _smoothing.but(lt(B_max(sp.exp(-5)), 2)),
        uses=("beyond.n4-contraction",),
        note="That one panel does not converge shows that 10⁻⁵ is meant.",
    ),
)
