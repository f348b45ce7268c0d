"""Mean and variance of a binary reward over any finite number of outcomes (Section 2.1)."""

from symbolic.derivation import Chain, Step, applied
from symbolic.notation import BINARY, mu, old, on_success, r
from symbolic.statement import conj, disj, eq, ge, le, real
from symbolic.theorems import linearity, termwise, total

OUTCOME = (old, r)
indicator = real("s")
"""1_{r=1}, kept apart from r where that they agree is the point."""
INDICATOR = (disj(conj(eq(r, 1), eq(indicator, 1)), conj(eq(r, 0), eq(indicator, 0))),)

MEAN = Chain(
    (),
    total(old * r, (old, r, indicator)),
    (
        applied(
            termwise(old * r, "=", old * indicator, INDICATOR, (old, r, indicator)),
            "a reward of 0 or 1 is the indicator of success",
        ),
    ),
)
"""The mean of the reward is the probability of success: Equation (2) and the display after it."""

_squares = (1 - 2 * mu) * (old * r) + mu**2 * old

VARIANCE = Chain(
    (eq(total(old * r, OUTCOME), mu), eq(total(old, OUTCOME), 1)),
    total(old * (r - mu) ** 2, OUTCOME),
    (
        applied(termwise(old * (r - mu) ** 2, "=", _squares, BINARY, OUTCOME), "r² = r"),
        applied(linearity([(1 - 2 * mu, old * r), (mu**2, old)], OUTCOME), "the mean μ does not vary with the outcome"),
        Step("=", mu * (1 - mu), "Σ w r = μ and Σ w = 1"),
    ),
)
"""The variance of the reward is μ(1 − μ), for any finite number of outcomes."""

PROBABILITY = Chain(
    (eq(total(old, OUTCOME), 1),),
    total(old * on_success(), OUTCOME),
    (
        applied(termwise(old * on_success(), "<=", old, (ge(old, 0), le(r, 1)), OUTCOME), "the indicator is at most 1"),
        Step("=", 1, "the probabilities sum to 1"),
    ),
)
"""A probability of success is at most 1."""
