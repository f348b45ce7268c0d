"""Theorem 1: the Gibbs policy is the one maximiser of expected value less β times the KL divergence, for any finite number of outcomes.

The objective is Σ πv − β Σ π log(π/ρ), with π the policy and ρ > 0 the reference; v is any number for each outcome, in the paper
the bracket ω⁺ 1_{r=1} − ω⁻ 1_{r=0}.  The policy here is positive at each outcome; a probability 0 only adds the convention 0 log 0 = 0.
"""

import sympy as sp

from symbolic.derivation import Argument, Chain, Step, applied
from symbolic.notation import BETA, Z, beta, gibbs, kl_term, policy, reference, v
from symbolic.statement import eq, gt, lt, ne, real
from symbolic.theorems import linearity, termwise, total, vanishing

OUTCOME = (policy, reference, v)
NORMAL = (*BETA, gt(Z, 0))
POSITIVE = (gt(policy, 0), gt(reference, 0))
WHOLE = (eq(total(policy, OUTCOME), 1), eq(total(reference * sp.exp(v / beta), OUTCOME), Z))
"""Σ π = 1, and Z is the normaliser Σ ρ e^{v/β}."""
POINTWISE = (*NORMAL, *POSITIVE)
MASS = reference * sp.exp(v / beta)

objective_term = policy * v - beta * kl_term(policy, reference)
"""The objective at one outcome."""
OBJECTIVE = total(policy * v, OUTCOME) - beta * total(kl_term(policy, reference), OUTCOME)
"""The objective of Equation (GRPO Iterations) for one prompt."""
DIVERGENCE = total(kl_term(policy, gibbs()), OUTCOME)
"""KL(π‖π_n)."""
gap = kl_term(policy, gibbs()) - policy + gibbs()
"""The term π log(π/π_n) − π + π_n ≥ 0, which is 0 only where π = π_n."""

_gathered = applied(
    linearity([(sp.Integer(1), policy * v), (-beta, kl_term(policy, reference))], OUTCOME, gather=True), "one sum over the outcomes"
)
by_divergence = beta * sp.log(Z) * policy + (-beta) * kl_term(policy, gibbs())
"""What the objective at one outcome comes to."""

IDENTITY = Chain(
    (*NORMAL, *WHOLE),
    OBJECTIVE,
    (
        _gathered,
        applied(termwise(objective_term, "=", by_divergence, POINTWISE, OUTCOME), "log(π/ρ) = log(π/π_n) + v/β − log Z"),
        applied(
            linearity([(beta * sp.log(Z), policy), (-beta, kl_term(policy, gibbs()))], OUTCOME), "log Z does not vary with the outcome"
        ),
        Step("=", beta * sp.log(Z) - beta * DIVERGENCE, "the policy sums to 1"),
    ),
)
"""The variational identity: the objective is β log Z − β KL(π‖π_n)."""

_by_gap = beta * (sp.log(Z) - 1) * policy + (-beta) * gap + beta / Z * MASS

GAP = Chain(
    (*NORMAL, *WHOLE),
    OBJECTIVE,
    (
        _gathered,
        applied(termwise(objective_term, "=", _by_gap, POINTWISE, OUTCOME), "the same, with the masses π and π_n added and taken away"),
        applied(
            linearity([(beta * (sp.log(Z) - 1), policy), (-beta, gap), (beta / Z, MASS)], OUTCOME), "log Z does not vary with the outcome"
        ),
        Step("=", beta * sp.log(Z) - beta * total(gap, OUTCOME), "both policies sum to 1"),
    ),
)
"""The objective is β log Z − β Σ gap."""

GIBBS = Chain(
    (*NORMAL, *WHOLE),
    DIVERGENCE,
    (
        applied(termwise(kl_term(policy, gibbs()), ">=", policy + (-1 / Z) * MASS, POINTWISE, OUTCOME), "t log(t/s) ≥ t − s"),
        applied(linearity([(sp.Integer(1), policy), (-1 / Z, MASS)], OUTCOME), "Z does not vary with the outcome"),
        Step("=", 0, "both policies sum to 1"),
    ),
)
"""Gibbs' inequality: KL(π‖π_n) ≥ 0."""

bound = beta * (sp.log(Z) - 1) * policy + beta / Z * MASS
"""What bounds it."""
_marginal = v - beta * sp.log(policy / reference) - beta
_multiplier = beta * sp.log(Z) - beta
_distance = _multiplier - beta * sp.log(policy / gibbs())

MAXIMUM = Chain(
    (*NORMAL, *WHOLE),
    OBJECTIVE,
    (
        _gathered,
        applied(termwise(objective_term, "=", by_divergence, POINTWISE, OUTCOME), "log(π/ρ) = log(π/π_n) + v/β − log Z"),
        applied(termwise(by_divergence, "<=", bound, POINTWISE, OUTCOME), "t log(t/s) ≥ t − s"),
        applied(linearity([(beta * (sp.log(Z) - 1), policy), (beta / Z, MASS)], OUTCOME), "log Z does not vary with the outcome"),
        Step("=", beta * sp.log(Z), "both policies sum to 1"),
    ),
)
"""No policy has an objective above β log Z."""

_attained = beta * sp.log(Z) / Z
_value = gibbs() * v + (-beta) * kl_term(gibbs(), reference)

ATTAINED = Chain(
    (*NORMAL, WHOLE[1]),
    total(gibbs() * v, OUTCOME) - beta * total(kl_term(gibbs(), reference), OUTCOME),
    (
        applied(
            linearity([(sp.Integer(1), gibbs() * v), (-beta, kl_term(gibbs(), reference))], OUTCOME, gather=True),
            "one sum over the outcomes",
        ),
        applied(termwise(_value, "=", _attained * MASS, (*NORMAL, gt(reference, 0)), OUTCOME), "log(π_n/ρ) = v/β − log Z"),
        applied(linearity([(_attained, MASS)], OUTCOME), "Z does not vary with the outcome"),
        Step("=", beta * sp.log(Z), "Σ ρ e^{v/β} = Z"),
    ),
)
"""The Gibbs policy attains β log Z."""

NORMALISED = Chain(
    (*NORMAL, WHOLE[1]),
    total(gibbs(), OUTCOME),
    (applied(linearity([(1 / Z, MASS)], OUTCOME), "Z does not vary with the outcome"), Step("=", 1, "Σ ρ e^{v/β} = Z")),
)
"""The Gibbs policy sums to 1."""

t, s = real("t"), real("s")
_root = sp.sqrt(gibbs() / policy)

STRICT = Chain(
    (gt(t, 0), gt(s, 0), ne(t, s)),
    t * sp.log(t / s),
    (
        Step("=", -2 * t * sp.log(sp.sqrt(s / t)), "log(t/s) = −2 log √(s/t)"),
        Step(">=", 2 * t * (1 - sp.sqrt(s / t)), "log x ≤ x − 1"),
        Step("=", (sp.sqrt(t) - sp.sqrt(s)) ** 2 + t - s, "2t − 2√(st) = (√t − √s)² + t − s"),
        Step(">", t - s, "t and s differ"),
    ),
)
"""t log(t/s) > t − s where t ≠ s: it exceeds it by (√t − √s)² at least."""

POSITIVE_GAP = Chain(
    (*POINTWISE, ne(policy, gibbs())),
    gap,
    (
        Step("=", -2 * policy * sp.log(_root) - policy + gibbs(), "log(π/π_n) = −2 log √(π_n/π)"),
        Step(">=", 2 * policy * (1 - _root) - policy + gibbs(), "log x ≤ x − 1"),
        Step("=", (sp.sqrt(policy) - sp.sqrt(gibbs())) ** 2, "a square"),
        Step(">", sp.Integer(0), "π and π_n differ"),
    ),
)
"""The gap is positive where π ≠ π_n: it is at least (√π − √π_n)²."""

BELOW = Chain(
    (*POINTWISE, lt(policy, gibbs())),
    _marginal,
    (Step("=", _distance, "log(π/ρ) = log(π/π_n) + v/β − log Z"), Step(">", _multiplier, "the logarithm is negative")),
)
"""Below the Gibbs weight the derivative of the objective exceeds the multiplier β log Z − β."""

ABOVE = Chain(
    (*POINTWISE, gt(policy, gibbs())),
    _marginal,
    (Step("=", _distance, "log(π/ρ) = log(π/π_n) + v/β − log Z"), Step("<", _multiplier, "the logarithm is positive")),
)
"""Above the Gibbs weight the derivative falls short of the multiplier."""

best = sp.exp(v / beta) / Z
"""The density of the Gibbs policy."""

# Here t is the density dπ/dπ_ref at an outcome.
DENSITY = Chain(
    (*NORMAL, gt(t, 0)),
    t * v - beta * t * sp.log(t),
    (
        Step("=", beta * t * sp.log(Z) - beta * t * sp.log(t / best), "log t = log(t/s) + v/β − log Z with s = e^{v/β}/Z"),
        Step("<=", beta * t * sp.log(Z) + beta * (best - t), "t log(t/s) ≥ t − s"),
    ),
)
"""The pointwise form of the bound, which holds for any space of outcomes."""

UNIQUE = vanishing(gap, policy, gibbs(), POINTWISE, OUTCOME)
"""Where the objective is β log Z the gap vanishes, and the policy is the Gibbs policy."""

MAXIMISER = Argument(
    (NORMALISED, ATTAINED, MAXIMUM, IDENTITY, GAP, UNIQUE),
    (
        "the Gibbs policy is a policy",
        "its objective is β log Z",
        "no policy has a greater one",
        "what is missing is β KL(π‖π_n)",
        "which is β times a sum of gaps",
        "so only the Gibbs policy misses nothing",
    ),
)
"""Theorem 1."""
