"""N1: for every β each fixed point, and each iterate, exceeds p_ref, by a factor in odds that is bounded on both sides."""

import sympy as sp

from symbolic.claim import INEQUALITY, Claim, Kind
from symbolic.derivation import Argument, Chain, Step
from symbolic.group import Group
from symbolic.notation import BETA, CLOSED, EPS, PARAMETERS, PROBABILITY, b_of, beta, eps, h, kappa, logit, p, p_ref, sigma
from symbolic.statement import Statement, eq, ge, gt, iff, le, lt
from symbolic.theorems.orbits import absorbed

_half, _zero = sp.Rational(1, 2), sp.Integer(0)
_floor = sigma(logit(p_ref) + 2 * kappa() / beta)
_ceiling = sigma(logit(p_ref) + 1 / (beta * sp.sqrt(eps)))
_anywhere, _inside = (*PARAMETERS, *CLOSED), (*PARAMETERS, *PROBABILITY)
_fixed = eq(h(), p)
_whose = 1 / (1 + (1 - p) / p * sp.exp(b_of() / beta))
"""The one p_ref for which p is a fixed point."""
_at_fixed_point = (*BETA, *EPS, *PROBABILITY, eq(p_ref, _whose))
_odds, _reference_odds = p / (1 - p), p_ref / (1 - p_ref)
_gain, _least_gain, _greatest_gain = sp.exp(b_of() / beta), sp.exp(2 * kappa() / beta), sp.exp(1 / (beta * sp.sqrt(eps)))

AMPLIFIES = Chain(
    _anywhere,
    h(),
    (
        Step(">=", h(_half), "p(1 − p) ≤ 1/4"),
        Step("=", _floor, "√(1/4 + ε) = √(1 + 4ε)/2"),
        Step(">", p_ref, "κ > 0"),
    ),
)
"""h(p) ≥ h(1/2) = σ(logit p_ref + 2κ/β) > p_ref for 0 ≤ p ≤ 1."""

_least = Statement(_anywhere, le(h(_half), h()))
_value = Statement(PARAMETERS, eq(h(_half), _floor))
_above = Statement(PARAMETERS, gt(h(_half), p_ref))
_most = Statement(_anywhere, le(h(), _ceiling))
_ends = Statement(PARAMETERS, eq(h(_zero), _ceiling))
_parametrised = Statement(_inside, iff(_fixed, eq(p_ref, _whose)))
_points = Statement(_at_fixed_point, gt(p, p_ref))
_amplified = Statement(_anywhere, eq(h() / (1 - h()) / _reference_odds, _gain))
_at_fixed = Statement(_at_fixed_point, eq(_odds / _reference_odds, _gain))
_lower = Statement(_anywhere, le(_least_gain, _gain))
_equality = Statement(_anywhere, iff(eq(_least_gain, _gain), eq(p, _half)))
_upper = Statement(_inside, lt(_gain, _greatest_gain))


def _iterates(least: sp.Expr) -> Argument:
    above = Statement(PARAMETERS, gt(least, p_ref))
    return Argument(
        (above, absorbed(h(), p, CLOSED, (ge(p, least), le(p, h(_zero))), PARAMETERS)),
        ("the least value of h exceeds p_ref", "h takes [0, 1] into [h(1/2), h(0)], which lies in [0, 1]"),
    )


_N1 = Group("beyond.n1-amplification", Kind.EXTENSION, "Theorem 3, sharpened", families=INEQUALITY)

CLAIMS = (
    _N1.proved(
        "",
        "h(p) ≥ h(1/2) = σ(logit p_ref + 2κ/β) > p_ref on [0, 1], for every β > 0",
        AMPLIFIES,
        AMPLIFIES.but(end=p_ref + (1 - p_ref) / 100),
        families=Claim.families,
        note="No condition on β, and p may be any probability, not only one near p_ref.",
    ),
    _N1.proved("least", "h is least at 1/2", _least, _least.but(le(h(_half) + sp.Rational(1, 1000), h()))),
    _N1.proved(
        "value", "h(1/2) = σ(logit p_ref + 2κ/β), κ = 1/√(1 + 4ε)", _value, _value.but(eq(h(_half), sigma(logit(p_ref) + kappa() / beta)))
    ),
    _N1.proved("above", "h(1/2) exceeds p_ref", _above, _above.but(gt(h(_half), p_ref + (1 - p_ref) / 100))),
    _N1.proved(
        "parametrised",
        "p in (0, 1) is a fixed point exactly where p_ref = 1/(1 + ((1 − p)/p) exp(1/(β√(p(1 − p) + ε))))",
        _parametrised,
        _parametrised.but(iff(_fixed, le(p_ref, _whose))),
        note="In this form hypotheses on a fixed point have instances that can be written down.",
    ),
    _N1.proved(
        "fixed-points",
        "Every fixed point exceeds p_ref",
        _points,
        _points.but(gt(p, p_ref + (1 - p_ref) / 100)),
        note="There is one by proposition-1.existence; none is 0 or 1, as 0 < h < 1.",
    ),
    _N1.proved(
        "iterates",
        "Every p_n with n ≥ 1 lies in [h(1/2), h(0)], and so exceeds p_ref, from any p_0 in [0, 1]",
        _iterates(h(_half)),
        _iterates(h(_half) + sp.Rational(1, 100)),
        families=Claim.families,
    ),
    _N1.proved(
        "most",
        "h(p) is at most σ(logit p_ref + 1/(β√ε))",
        _most,
        _most.but(le(h(), sigma(logit(p_ref) + 1 / (2 * beta * sp.sqrt(eps))))),
        note="So no iterate from n = 1 on, and no fixed point, comes closer to 1.",
    ),
    _N1.proved("ends", "h takes that value at 0", _ends, _ends.but(eq(h(_zero), _floor)), note="And at 1, since h(1 − p) = h(p)."),
    _N1.proved(
        "odds",
        "The odds of h(p) are those of p_ref times exp(1/(β√(p(1 − p) + ε)))",
        _amplified,
        _amplified.but(eq(_amplified.holds.lhs, _greatest_gain)),
    ),
    _N1.proved(
        "odds.fixed-points",
        "The odds of a fixed point are those of p_ref times exp(1/(β√(p*(1 − p*) + ε)))",
        _at_fixed,
        _at_fixed.but(eq(_at_fixed.holds.lhs, _least_gain)),
    ),
    _N1.proved("odds.lower", "That factor is at least exp(2κ/β)", _lower, _lower.but(le(_least_gain + sp.Rational(1, 1000), _gain))),
    _N1.proved("odds.equality", "It is exp(2κ/β) at p = 1/2 alone", _equality, _equality.but(iff(eq(_greatest_gain, _gain), eq(p, _half)))),
    _N1.proved("odds.upper", "It is below exp(1/(β√ε)) inside (0, 1), and so at a fixed point", _upper, _upper.but(given=_anywhere)),
)
