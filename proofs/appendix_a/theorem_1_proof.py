"""The proof of Theorem 1 (Appendix A): concavity, the stationarity conditions, and each line of the display of Z."""

import sympy as sp

from symbolic.claim import Kind, Remark
from symbolic.derivation import Chain
from symbolic.derivations.gibbs import ABOVE, BELOW, NORMAL, objective_term
from symbolic.derivations.success import NORMALISER, Z_FAILURES, Z_SPLIT, Z_SUCCESSES
from symbolic.group import Group
from symbolic.notation import BETA, Z, beta, gibbs, partition, policy, reference, v
from symbolic.statement import Statement, eq, gt, lt

_W = r"\left(\omega_{\varepsilon}^{+}(p_{n-1}(q))\mathbbm{1}_{r(q,o)=1} - \omega_{\varepsilon}^{-}(p_{n-1}(q))\mathbbm{1}_{r(q,o)=0}\right)"
_EXP = r"\exp\left(\frac{1}{\beta} " + _W + r"\right)"
_POLICY = (
    r"\pi_n(o|q) = \frac{1}{Z_{n-1}(q)} \pi_{\text{ref}}(o|q) \exp\left(\frac{1}{\beta} "
    r"\left(\omega_{\varepsilon}^+(p_{n-1}(q))\mathbb{1}_{r(q,o)=1} - \omega_{\varepsilon}^-(p_{n-1}(q))\mathbb{1}_{r(q,o)=0}\right)\right)"
)
_REF = r"\mathbb{E}_{o \sim \pi_{\rm ref}(\cdot|q)} "
_LINE_2 = _REF + r"\mathbbm{1}_{r(q,o)=1} " + _EXP + " + " + _REF + r"\mathbbm{1}_{r(q,o)=0} " + _EXP
_LINE_3 = (
    r"\exp\left(\frac{1}{\beta}\omega_{\varepsilon}^{+}(p_{n-1}(q))\right) " + _REF + r"\mathbbm{1}_{r(q,o)=1}",
    r"\exp\left(-\frac{1}{\beta}\omega_{\varepsilon}^{-}(p_{n-1}(q))\right) " + _REF + r"\mathbbm{1}_{r(q,o)=0}",
)
_LINE_4 = (
    r"p_{\rm ref}(q) \exp\left(\frac{1}{\beta}\omega_{\varepsilon}^{+}(p_{n-1}(q))\right) + (1 - p_{\rm ref}(q)) "
    r"\exp\left(-\frac{1}{\beta}\omega_{\varepsilon}^{-}(p_{n-1}(q))\right)"
)
_marginal = v - beta * sp.log(policy / reference) - beta
"""The derivative of the objective at one outcome."""
_multiplier = beta * sp.log(Z) - beta
"""The Lagrange multiplier of Σ π = 1."""
_given = (*BETA, gt(policy, 0), gt(reference, 0))
_slope = Statement(_given, eq(sp.Derivative(objective_term, policy), _marginal))
_bend = Statement(_given, eq(sp.Derivative(objective_term, (policy, 2)), -beta / policy))
_concave = Statement(_given, lt(sp.Derivative(objective_term, (policy, 2)), 0))
_stationary = Statement((*NORMAL, gt(reference, 0)), eq(v - beta * sp.log(gibbs() / reference) - beta, _multiplier))

_STEP = Group("theorem-1.proof", Kind.STEP, "Proof of Theorem 1")

CLAIMS = (
    _STEP.proved("slope", "The derivative of the objective at one outcome", _slope, _slope.but(eq(_slope.holds.lhs, _marginal + beta))),
    _STEP.proved("bend", "Its second derivative is −β/π", _bend, _bend.but(eq(_bend.holds.lhs, -beta / reference))),
    _STEP.proved(
        "concave",
        "It is negative: the objective is strictly concave, outcome by outcome",
        _concave,
        _concave.but(lt(_concave.holds.lhs, -beta)),
        uses=("theorem-1.proof.bend",),
    ),
    _STEP.proved(
        "stationary",
        "At the Gibbs policy all derivatives equal the multiplier β log Z − β",
        _stationary,
        _stationary.but(eq(_stationary.holds.lhs, beta * sp.log(Z))),
        uses=("theorem-1.proof.slope",),
    ),
    _STEP.proved("below", "Below the Gibbs weight the derivative exceeds the multiplier", BELOW, BELOW.but(relation="<")),
    _STEP.proved("above", "Above the Gibbs weight the derivative falls short of it", ABOVE, ABOVE.but(relation=">")),
    _STEP.remark(
        "",
        "First-order conditions of a concave objective",
        Remark(
            "That a stationary point of a concave objective maximises it is a theorem of convex analysis, and policies on the boundary "
            "of the simplex need a word of their own. Theorem 1 is proved here by the variational identity, which wants neither."
        ),
        printed=_POLICY,
        uses=("theorem-1.proof.stationary", "theorem-1.proof.below", "theorem-1.proof.above", "theorem-1.identity"),
    ),
    _STEP.proved("z.1", "Z split by reward", Z_SPLIT, Z_SPLIT.but(end=2 * Z_SPLIT.end), line="Z, first to second line", printed=_LINE_2),
    _STEP.proved(
        "z.2.success",
        "The successes' part of Z",
        Z_SUCCESSES,
        Z_SUCCESSES.but(end=2 * Z_SUCCESSES.end),
        line="Z, second to third line",
        printed=_LINE_3[0],
    ),
    _STEP.proved(
        "z.2.failure",
        "The failures' part of Z",
        Z_FAILURES,
        Z_FAILURES.but(end=2 * Z_FAILURES.end),
        line="Z, second to third line",
        printed=_LINE_3[1],
    ),
    _STEP.proved(
        "z.3",
        "Z in closed form",
        Chain(NORMALISER.given, NORMALISER.steps[1].to, (NORMALISER.steps[2],)),
        Chain(NORMALISER.given, NORMALISER.steps[1].to, (NORMALISER.steps[2],)).but(end=2 * partition()),
        line="Z, fourth line",
        printed=_LINE_4,
    ),
)
