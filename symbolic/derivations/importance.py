"""Importance sampling undone: expectations of the ratio under the old policy are expectations under the new one (Equation (5))."""

import sympy as sp

from symbolic.derivation import Chain, applied
from symbolic.notation import (
    BINARY,
    CLOSED,
    EPS,
    advantage,
    old,
    omega_minus,
    omega_plus,
    on_failure,
    on_success,
    p,
    policy,
    r,
    variance,
    x,
)
from symbolic.notation import eps as smoothing
from symbolic.statement import eq, gt
from symbolic.theorems import linearity, termwise, total

OUTCOME = (old, policy, r, x)
RATIO = (gt(old, 0), eq(x, policy / old))
"""x = π_θ(o|q)/π_old(o|q), which wants π_old(o|q) > 0."""

SUCCESSES = Chain(
    (),
    total(old * x * on_success(), OUTCOME),
    (applied(termwise(old * x * on_success(), "=", policy * on_success(), RATIO, OUTCOME), "w x = π"),),
)
"""E_{π_old} x 1_{r=1} = E_π 1_{r=1}."""

FAILURES = Chain(
    (),
    total(old * x * on_failure(), OUTCOME),
    (applied(termwise(old * x * on_failure(), "=", policy * on_failure(), RATIO, OUTCOME), "w x = π"),),
)
"""E_{π_old} x 1_{r=0} = E_π 1_{r=0}."""

_term = old * (x * advantage(r, p, variance(p), smoothing))
_under_policy = omega_plus() * (policy * on_success()) + (-omega_minus()) * (policy * on_failure())

WHOLE = Chain(
    (*CLOSED, *EPS),
    total(_term, OUTCOME),
    (
        applied(termwise(_term, "=", _under_policy, (*CLOSED, *EPS, *BINARY, *RATIO), OUTCOME), "w x = π, and r is 0 or 1"),
        applied(
            linearity([(omega_plus(), policy * on_success()), (-omega_minus(), policy * on_failure())], OUTCOME),
            "the weights do not vary with the outcome",
        ),
    ),
)
"""The unclipped objective is ω⁺ E_π 1_{r=1} − ω⁻ E_π 1_{r=0}: from (GRPO-No-Clip) to Equation (5)."""

reached = sp.Symbol("s", real=True)
"""The probability of success E_π 1_{r=1} of the policy that is optimised."""
