"""Theorem 1: the Gibbs policy is the one maximiser, over any finite number of outcomes and pointwise."""

import sympy as sp

from symbolic.claim import Kind
from symbolic.derivation import Argument
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
from symbolic.group import Group
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

_THEOREM = Group("theorem-1", Kind.THEOREM, "Theorem 1")

CLAIMS = (
    _THEOREM.proved(
        "gibbs-pointwise",
        "Gibbs' inequality at one outcome: t log(t/s) ≥ t − s",
        _inequality,
        _inequality.but(given=(gt(t, 0), gt(s, 0)), holds=le(t - s + (t - s) ** 2 / 2, t * sp.log(t / s))),
    ),
    _THEOREM.proved("gibbs-pointwise.strict", "Gibbs' inequality is strict unless t = s", STRICT, STRICT.but(end=t - s + (t - s) ** 2 / 2)),
    _THEOREM.proved(
        "gap", "The gap π log(π/π_n) − π + π_n is positive unless π = π_n", POSITIVE_GAP, POSITIVE_GAP.but(end=(policy - gibbs()) ** 2 / 2)
    ),
    _THEOREM.proved(
        "identity.pointwise",
        "One outcome of the objective: πv − βπ log(π/ρ) = β log Z π − βπ log(π/π_n)",
        _rewritten,
        _rewritten.but(eq(objective_term, sp.log(Z) * policy - beta * kl_term(policy, gibbs()))),
    ),
    _THEOREM.proved(
        "maximum.pointwise",
        "One outcome of the bound, by t log(t/s) ≥ t − s",
        _bounded,
        _bounded.but(le(by_divergence, bound - beta * (policy - gibbs()) ** 2)),
    ),
    _THEOREM.proved(
        "identity",
        "The objective is β log Z − β KL(π‖π_n), for any finite number of outcomes",
        IDENTITY,
        IDENTITY.but(end=beta * sp.log(Z) - DIVERGENCE),
        printed=_POLICY,
        uses=("theorem-1.identity.pointwise",),
        note="v stands for the bracket ω⁺ 1_{r=1} − ω⁻ 1_{r=0}; nothing but that it is a number is used.",
    ),
    _THEOREM.proved(
        "gibbs", "KL(π‖π_n) ≥ 0, for any finite number of outcomes", GIBBS, GIBBS.but(end=sp.Rational(1, 1000)), printed=_POLICY
    ),
    _THEOREM.proved("normalised", "The Gibbs policy sums to 1", NORMALISED, NORMALISED.but(end=Z), printed=_POLICY),
    _THEOREM.proved("attained", "The objective of the Gibbs policy is β log Z", ATTAINED, ATTAINED.but(end=sp.log(Z)), printed=_POLICY),
    _THEOREM.proved(
        "maximum",
        "No policy's objective exceeds β log Z",
        MAXIMUM,
        MAXIMUM.but(relation="<"),
        printed=_POLICY,
        uses=("theorem-1.identity.pointwise", "theorem-1.maximum.pointwise"),
    ),
    _THEOREM.proved(
        "unique",
        "Where the gaps add up to 0 the policy is the Gibbs policy",
        Argument((UNIQUE,), ("a sum of gaps vanishes only where each gap does",)),
        Argument((vanishing(gap - (policy - gibbs()) ** 2, policy, gibbs(), POINTWISE, OUTCOME),), ("a gap made too small",)),
        printed=_POLICY,
        uses=("theorem-1.gap",),
    ),
    _THEOREM.proved(
        "",
        "The Gibbs policy is the one maximiser",
        MAXIMISER,
        Argument((ATTAINED, MAXIMUM.but(end=beta * sp.log(Z) - 1)), ("attained", "a bound too small")),
        printed=_POLICY,
        uses=("theorem-1.identity.pointwise", "theorem-1.maximum.pointwise", "theorem-1.gap"),
        note="The derivation proves the parts: the Gibbs policy sums to 1 and attains β log Z, no policy exceeds that, what one misses is "
        "β times a sum of gaps, and, the sentence concluded, where these add up to 0 the policy is the Gibbs policy. The statement about "
        "all policies, objective and Σπ = 1 included, is what the Rocq kernel states (GRPO.Paper.theorem_1); without Rocq these parts, "
        "which make it up, are what is proved. "
        "For one prompt; the objective averages over prompts, so it is maximal where it is so for almost every prompt. "
        "Outcomes that π_ref excludes are excluded by a finite KL; a policy with probability 0 elsewhere is covered by 0 log 0 = 0.",
    ),
    _THEOREM.proved(
        "density",
        "The general pointwise form: with t = dπ/dπ_ref, tv − βt log t ≤ βt log Z + β(e^{v/β}/Z − t)",
        DENSITY,
        DENSITY.but(end=beta * t * sp.log(Z)),
        printed=_POLICY,
        note="Integrated against π_ref it bounds the objective by β log Z, whatever the outcomes are.",
    ),
    _THEOREM.proved(
        "density.attained",
        "The general pointwise form is an equality at t = e^{v/β}/Z",
        _touch,
        _touch.but(eq(_touch.holds.lhs, beta * sp.log(Z))),
        printed=_POLICY,
    ),
    _THEOREM.proved(
        "normaliser",
        "Z for a binary reward, for any finite number of outcomes",
        NORMALISER,
        NORMALISER.but(end=partition(p_ref=1 - sp.Symbol("p_ref", real=True))),
        line="Z",
        printed=_Z,
    ),
)
