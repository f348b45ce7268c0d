"""The proof of Theorem 1 (Appendix A): concavity, the stationarity conditions, and each line of the display of Z."""

import sympy as sp

from symbolic.claim import Claim, Kind, Remark, Source
from symbolic.derivation import Chain
from symbolic.derivations.gibbs import ABOVE, BELOW, NORMAL, objective_term
from symbolic.derivations.success import NORMALISER, Z_FAILURES, Z_SPLIT, Z_SUCCESSES
from symbolic.notation import BETA, Z, beta, gibbs, partition, policy, reference, v
from symbolic.statement import Statement, eq, gt, lt

_PLACE = "Proof of Theorem 1"
_W = r"\left(\omega_{\varepsilon}^{+}(p_{n-1}(q))\mathbbm{1}_{r(q,o)=1} - \omega_{\varepsilon}^{-}(p_{n-1}(q))\mathbbm{1}_{r(q,o)=0}\right)"
_EXP = r"\exp\left(\frac{1}{\beta} " + _W + r"\right)"
_REF = r"\mathbb{E}_{o \sim \pi_{\rm ref}(\cdot|q)} "
_LINE_2 = _REF + r"\mathbbm{1}_{r(q,o)=1} " + _EXP
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


def _step(label: str, title: str, place: str, printed: str, content: Statement | Chain, mutant: Statement | Chain, *uses: str) -> Claim:
    return Claim(label=label, kind=Kind.STEP, title=title, source=Source(place, printed), content=content, mutants=(mutant,), uses=uses)


CLAIMS = (
    _step(
        "theorem-1.proof.slope",
        "The derivative of the objective at one outcome",
        _PLACE,
        "",
        _slope,
        _slope.but(eq(_slope.holds.lhs, _marginal + beta)),
    ),
    _step("theorem-1.proof.bend", "Its second derivative is −β/π", _PLACE, "", _bend, _bend.but(eq(_bend.holds.lhs, -beta / reference))),
    _step(
        "theorem-1.proof.concave",
        "The objective is strictly concave",
        _PLACE,
        "",
        _concave,
        _concave.but(lt(_concave.holds.lhs, -beta)),
        "theorem-1.proof.bend",
    ),
    _step(
        "theorem-1.proof.stationary",
        "At the Gibbs policy all derivatives equal the multiplier β log Z − β",
        _PLACE,
        "",
        _stationary,
        _stationary.but(eq(_stationary.holds.lhs, beta * sp.log(Z))),
        "theorem-1.proof.slope",
    ),
    _step(
        "theorem-1.proof.below",
        "Below the Gibbs weight the derivative exceeds the multiplier",
        _PLACE,
        "",
        BELOW,
        BELOW.but(relation="<"),
    ),
    _step("theorem-1.proof.above", "Above the Gibbs weight the derivative falls short of it", _PLACE, "", ABOVE, ABOVE.but(relation=">")),
    Claim(
        label="theorem-1.proof",
        kind=Kind.REMARK,
        title="First-order conditions of a concave objective",
        source=Source(_PLACE, r"\pi_n(o|q) = \frac{1}{Z_{n-1}(q)} \pi_{\text{ref}}(o|q)"),
        content=Remark(
            "That a stationary point of a concave objective maximises it is a theorem of convex analysis, and policies on the boundary "
            "of the simplex need a word of their own. Theorem 1 is proved here by the variational identity, which wants neither."
        ),
        declared=None,
        uses=("theorem-1.proof.stationary", "theorem-1.proof.below", "theorem-1.proof.above", "theorem-1.identity"),
    ),
    _step(
        "theorem-1.proof.z.1", "Z split by reward", _PLACE + ", Z, first to second line", _LINE_2, Z_SPLIT, Z_SPLIT.but(end=2 * Z_SPLIT.end)
    ),
    _step(
        "theorem-1.proof.z.2.success",
        "The successes' part of Z",
        _PLACE + ", Z, second to third line",
        _LINE_3[0],
        Z_SUCCESSES,
        Z_SUCCESSES.but(end=2 * Z_SUCCESSES.end),
    ),
    _step(
        "theorem-1.proof.z.2.failure",
        "The failures' part of Z",
        _PLACE + ", Z, second to third line",
        _LINE_3[1],
        Z_FAILURES,
        Z_FAILURES.but(end=2 * Z_FAILURES.end),
    ),
    _step(
        "theorem-1.proof.z.3",
        "Z in closed form",
        _PLACE + ", Z, fourth line",
        _LINE_4,
        Chain(NORMALISER.given, NORMALISER.steps[1].to, (NORMALISER.steps[2],)),
        Chain(NORMALISER.given, NORMALISER.steps[1].to, (NORMALISER.steps[2],)).but(end=2 * partition()),
    ),
)
