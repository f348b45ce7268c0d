"""Theorem 1: the Gibbs policy is the one maximiser, over any finite number of outcomes and pointwise."""

import sympy as sp

from symbolic.claim import Claim, Kind, Source
from symbolic.derivation import Argument, Chain
from symbolic.derivations.gibbs import (
    ATTAINED,
    DENSITY,
    DIVERGENCE,
    GIBBS,
    IDENTITY,
    MAXIMISER,
    MAXIMUM,
    NORMALISED,
    OUTCOME,
    POINTWISE,
    POSITIVE_GAP,
    STRICT,
    UNIQUE,
    best,
    bound,
    by_divergence,
    gap,
    objective_term,
    s,
    t,
)
from symbolic.derivations.success import NORMALISER
from symbolic.notation import BETA, Z, beta, gibbs, kl_term, partition, policy, v
from symbolic.statement import Statement, eq, gt, le
from symbolic.theorems import vanishing

_POLICY = (
    r"\pi_n(o|q) = \frac{1}{Z_{n-1}(q)} \pi_{\text{ref}}(o|q) \exp\left(\frac{1}{\beta} "
    r"\left(\omega_{\varepsilon}^+(p_{n-1}(q))\mathbb{1}_{r(q,o)=1} - "
    r"\omega_{\varepsilon}^-(p_{n-1}(q))\mathbb{1}_{r(q,o)=0}\right)\right)"
)
_Z = (
    r"Z_{n-1}(q) = p_{\mathrm{ref}}(q) \exp\left(\frac{1}{\beta}\omega_{\varepsilon}^{+}(p_{n-1}(q))\right) + (1 - p_{\mathrm{ref}}(q)) "
    r"\exp\left(-\frac{1}{\beta}\omega_{\varepsilon}^{-}(p_{n-1}(q))\right)"
)
_positive = (gt(t, 0), gt(s, 0))
_inequality = Statement(_positive, le(t - s, t * sp.log(t / s)))
_rewritten = Statement(POINTWISE, eq(objective_term, by_divergence))
_bounded = Statement(POINTWISE, le(by_divergence, bound))
_touch = Statement((*BETA, gt(Z, 0)), eq(best * v - beta * best * sp.log(best), beta * best * sp.log(Z)))


def _outcomes(label: str, title: str, chain: Chain, mutant: Chain, *uses: str, note: str = "") -> Claim:
    return Claim(
        label=label,
        kind=Kind.THEOREM,
        title=title,
        source=Source("Theorem 1", _POLICY),
        content=chain,
        mutants=(mutant,),
        uses=uses,
        note=note,
    )


CLAIMS = (
    Claim(
        label="theorem-1.gibbs-pointwise",
        kind=Kind.THEOREM,
        title="Gibbs' inequality at one outcome: t log(t/s) ≥ t − s",
        source=Source("Theorem 1"),
        content=_inequality,
        mutants=(_inequality.but(given=(gt(t, 0), gt(s, 0)), holds=le(t - s + (t - s) ** 2 / 2, t * sp.log(t / s))),),
    ),
    Claim(
        label="theorem-1.gibbs-pointwise.strict",
        kind=Kind.THEOREM,
        title="Gibbs' inequality is strict unless t = s",
        source=Source("Theorem 1"),
        content=STRICT,
        mutants=(STRICT.but(end=t - s + (t - s) ** 2 / 2),),
    ),
    Claim(
        label="theorem-1.gap",
        kind=Kind.THEOREM,
        title="The gap π log(π/π_n) − π + π_n is positive unless π = π_n",
        source=Source("Theorem 1"),
        content=POSITIVE_GAP,
        mutants=(POSITIVE_GAP.but(end=(policy - gibbs()) ** 2 / 2),),
    ),
    Claim(
        label="theorem-1.identity.pointwise",
        kind=Kind.THEOREM,
        title="One outcome of the objective: πv − βπ log(π/ρ) = β log Z π − βπ log(π/π_n)",
        source=Source("Theorem 1"),
        content=_rewritten,
        mutants=(_rewritten.but(eq(objective_term, sp.log(Z) * policy - beta * kl_term(policy, gibbs()))),),
    ),
    Claim(
        label="theorem-1.maximum.pointwise",
        kind=Kind.THEOREM,
        title="One outcome of the bound, by t log(t/s) ≥ t − s",
        source=Source("Theorem 1"),
        content=_bounded,
        mutants=(_bounded.but(le(by_divergence, bound - beta * (policy - gibbs()) ** 2)),),
    ),
    _outcomes(
        "theorem-1.identity",
        "The objective is β log Z − β KL(π‖π_n), for any finite number of outcomes",
        IDENTITY,
        IDENTITY.but(end=beta * sp.log(Z) - DIVERGENCE),
        "theorem-1.identity.pointwise",
        note="v stands for the bracket ω⁺ 1_{r=1} − ω⁻ 1_{r=0}; nothing but that it is a number is used.",
    ),
    _outcomes("theorem-1.gibbs", "KL(π‖π_n) ≥ 0, for any finite number of outcomes", GIBBS, GIBBS.but(end=sp.Rational(1, 1000))),
    _outcomes("theorem-1.normalised", "The Gibbs policy sums to 1", NORMALISED, NORMALISED.but(end=Z)),
    _outcomes("theorem-1.attained", "The objective of the Gibbs policy is β log Z", ATTAINED, ATTAINED.but(end=sp.log(Z))),
    _outcomes(
        "theorem-1.maximum",
        "No policy's objective exceeds β log Z",
        MAXIMUM,
        MAXIMUM.but(relation="<"),
        "theorem-1.identity.pointwise",
        "theorem-1.maximum.pointwise",
    ),
    Claim(
        label="theorem-1.unique",
        kind=Kind.THEOREM,
        title="A policy whose objective is β log Z is the Gibbs policy",
        source=Source("Theorem 1", _POLICY),
        content=Argument((UNIQUE,), ("a sum of gaps vanishes only where each gap does",)),
        mutants=(Argument((vanishing(gap - (policy - gibbs()) ** 2, policy, gibbs(), POINTWISE, OUTCOME),), ("a gap made too small",)),),
        uses=("theorem-1.gap",),
    ),
    Claim(
        label="theorem-1",
        kind=Kind.THEOREM,
        title="The Gibbs policy is the one maximiser",
        source=Source("Theorem 1", _POLICY),
        content=MAXIMISER,
        mutants=(Argument((ATTAINED, MAXIMUM.but(end=beta * sp.log(Z) - 1)), ("attained", "a bound too small")),),
        uses=("theorem-1.identity.pointwise", "theorem-1.maximum.pointwise", "theorem-1.gap"),
        note="The derivation proves the parts: the Gibbs policy sums to 1 and attains β log Z, no policy exceeds that, what one misses is "
        "β times a sum of gaps, and, the sentence concluded, where these add up to 0 the policy is the Gibbs policy. The statement about "
        "all policies, objective and Σπ = 1 included, is what the Rocq kernel states (GRPO.Paper.theorem_1); without Rocq these parts, "
        "which make it up, are what is proved. "
        "For one prompt; the objective averages over prompts, so it is maximal where it is so for almost every prompt. "
        "Outcomes that π_ref excludes are excluded by a finite KL; a policy with probability 0 elsewhere is covered by 0 log 0 = 0.",
    ),
    Claim(
        label="theorem-1.density",
        kind=Kind.THEOREM,
        title="The general pointwise form: with t = dπ/dπ_ref, tv − βt log t ≤ βt log Z + β(e^{v/β}/Z − t)",
        source=Source("Theorem 1", _POLICY),
        content=DENSITY,
        mutants=(DENSITY.but(end=beta * t * sp.log(Z)),),
        note="Integrated against π_ref it bounds the objective by β log Z, whatever the outcomes are.",
    ),
    Claim(
        label="theorem-1.density.attained",
        kind=Kind.THEOREM,
        title="The general pointwise form is an equality at t = e^{v/β}/Z",
        source=Source("Theorem 1", _POLICY),
        content=_touch,
        mutants=(_touch.but(eq(_touch.holds.lhs, beta * sp.log(Z))),),
    ),
    Claim(
        label="theorem-1.normaliser",
        kind=Kind.THEOREM,
        title="Z for a binary reward, for any finite number of outcomes",
        source=Source("Theorem 1, Z", _Z),
        content=NORMALISER,
        mutants=(NORMALISER.but(end=partition(p_ref=1 - sp.Symbol("p_ref", real=True))),),
    ),
)
