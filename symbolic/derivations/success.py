"""Theorem 2: from the policy of Theorem 1 to p_n = h(p_{n−1}), with the displays of Appendix A as steps."""

import sympy as sp

from symbolic.derivation import Chain, Step, applied
from symbolic.notation import (
    BETA,
    BINARY,
    CLOSED,
    EPS,
    POSSIBLE,
    Z,
    beta,
    bracket,
    gibbs,
    h,
    odds_against,
    omega_minus,
    omega_plus,
    on_failure,
    on_success,
    p,
    p_ref,
    partition,
    r,
    reference,
    smoothed,
    success,
)
from symbolic.statement import eq, gt
from symbolic.theorems import linearity, termwise, total

OUTCOME = (reference, r)
GIVEN = (*CLOSED, *EPS, *BETA)
tilt = sp.exp(bracket() / beta)
"""exp((ω⁺ 1_{r=1} − ω⁻ 1_{r=0})/β), the tilt of Theorem 1 at one outcome."""
up, down = sp.exp(omega_plus() / beta), sp.exp(-omega_minus() / beta)
"""The tilt on success and on failure."""
SUCCESSES = total(reference * on_success(), OUTCOME)
"""E_{π_ref} 1_{r=1}."""
FAILURES = total(reference * on_failure(), OUTCOME)
"""E_{π_ref} 1_{r=0}."""
REFERENCE = (eq(SUCCESSES, p_ref), eq(FAILURES, 1 - p_ref))

_on_success, _on_failure = reference * tilt * on_success(), reference * tilt * on_failure()

Z_SPLIT = Chain(
    GIVEN,
    total(reference * tilt, OUTCOME),
    (
        applied(termwise(reference * tilt, "=", _on_success + _on_failure, (*GIVEN, *BINARY), OUTCOME), "1_{r=1} + 1_{r=0} = 1"),
        applied(linearity([(sp.Integer(1), _on_success), (sp.Integer(1), _on_failure)], OUTCOME), "a sum of sums"),
    ),
)
"""Z = E_{π_ref} 1_{r=1} exp(…) + E_{π_ref} 1_{r=0} exp(…): the second line of Z's display."""

Z_SUCCESSES = Chain(
    GIVEN,
    total(_on_success, OUTCOME),
    (
        applied(
            termwise(_on_success, "=", up * (reference * on_success()), (*GIVEN, *BINARY), OUTCOME), "where r = 1 the tilt is e^{ω⁺/β}"
        ),
        applied(linearity([(up, reference * on_success())], OUTCOME), "the tilt no longer varies"),
    ),
)
"""The first term of the third line of Z's display."""

Z_FAILURES = Chain(
    GIVEN,
    total(_on_failure, OUTCOME),
    (
        applied(
            termwise(_on_failure, "=", down * (reference * on_failure()), (*GIVEN, *BINARY), OUTCOME), "where r = 0 the tilt is e^{−ω⁻/β}"
        ),
        applied(linearity([(down, reference * on_failure())], OUTCOME), "the tilt no longer varies"),
    ),
)
"""The second term of the third line of Z's display."""

NORMALISER = Chain(
    (*GIVEN, *REFERENCE),
    total(reference * tilt, OUTCOME),
    (
        applied(
            termwise(
                reference * tilt, "=", up * (reference * on_success()) + down * (reference * on_failure()), (*GIVEN, *BINARY), OUTCOME
            ),
            "the tilt is e^{ω⁺/β} on success and e^{−ω⁻/β} on failure",
        ),
        applied(linearity([(up, reference * on_success()), (down, reference * on_failure())], OUTCOME), "neither varies with the outcome"),
        Step("=", partition(), "the reference policy succeeds with probability p_ref"),
    ),
)
"""Z of Theorem 1 for a binary reward, for any finite number of outcomes."""

PROBABILITY = Chain(
    (*GIVEN, *POSSIBLE, gt(Z, 0), eq(Z, partition()), REFERENCE[0]),
    total(gibbs(reference, bracket(), Z) * on_success(), OUTCOME),
    (
        applied(
            termwise(
                gibbs(reference, bracket(), Z) * on_success(),
                "=",
                up / Z * (reference * on_success()),
                (*GIVEN, gt(Z, 0), *BINARY),
                OUTCOME,
            ),
            "where r = 1 the tilt is e^{ω⁺/β}",
        ),
        applied(linearity([(up / Z, reference * on_success())], OUTCOME), "neither Z nor the tilt varies"),
        Step("=", p_ref * up / Z, "the reference policy succeeds with probability p_ref"),
        Step("=", success(), "Z as Theorem 1 gives it"),
        Step("=", h(), "divide by p_ref e^{ω⁺/β}; ω⁺ + ω⁻ = 1/√(p(1 − p) + ε)"),
    ),
)
"""Theorem 2: the success probability of π_n is h(p_{n−1})."""

SIMPLIFICATION = Chain(
    (*GIVEN, *POSSIBLE),
    success(),
    (
        Step("=", 1 / (1 + odds_against() * (down / up)), "divide by p_ref e^{ω⁺/β}"),
        Step("=", 1 / (1 + odds_against() * sp.exp((-p / smoothed() - (1 - p) / smoothed()) / beta)), "a quotient of exponentials"),
        Step("=", h(), "−p − (1 − p) = −1"),
    ),
)
"""h simplified, as at the end of the proof of Theorem 2."""
