"""The contrastive form of the expected objective, over any finite number of outcomes (Sections 2.1–2.3).

At each outcome A is the advantage (r − p)/√(p(1 − p) + ε); with ε = 0 the weights are those of Section 2.1.
"""

import sympy as sp
from sympy.logic.boolalg import Boolean

from symbolic.derivation import Chain, applied
from symbolic.notation import BINARY, CLIP, A, advantage, f_clip, greatest, least, old, on_failure, on_success, p, r, variance, x
from symbolic.notation import clip as clipping
from symbolic.statement import eq, gt
from symbolic.theorems import linearity, termwise, total

OUTCOME = (A, old, r, x)
RATIO = (gt(x, 0),)
CAPPED, FLOORED = least(x, 1 + clipping), greatest(x, 1 - clipping)
"""min(x, 1 + ϵ) and max(x, 1 − ϵ)."""
REWARD, PENALTY = old * CAPPED * on_success(), old * FLOORED * on_failure()
"""The terms of E min(x, 1 + ϵ)1_{r=1} and of E max(x, 1 − ϵ)1_{r=0}."""


def standardised(given: tuple[Boolean, ...], eps: sp.Expr) -> tuple[Boolean, ...]:
    """``given``, and at the outcome a binary reward with its advantage."""
    return (*given, *BINARY, eq(A, advantage(r, p, variance(p), eps)))


def clipped_form(given: tuple[Boolean, ...], eps: sp.Expr, plus: sp.Expr, minus: sp.Expr) -> Chain:
    """E f_ϵ(x, A) = plus · E min(x, 1 + ϵ)1_{r=1} − minus · E max(x, 1 − ϵ)1_{r=0}."""
    value = old * f_clip(x, A)
    parts = old * (greatest(A, sp.Integer(0)) * CAPPED - greatest(-A, sp.Integer(0)) * FLOORED)
    weighed = plus * REWARD + (-minus) * PENALTY
    return Chain(
        (*given, *CLIP),
        total(value, OUTCOME),
        (
            applied(
                termwise(value, "=", parts, (*CLIP, *RATIO), OUTCOME), "1 + ϵ caps the ratio where A > 0, 1 − ϵ is its floor where A < 0"
            ),
            applied(termwise(parts, "=", weighed, standardised(given, eps), OUTCOME), "A > 0 on success, A < 0 on failure"),
            applied(linearity([(plus, REWARD), (-minus, PENALTY)], OUTCOME), "the weights do not vary with the outcome"),
        ),
    )


def split() -> Chain:
    """E f_ϵ(x, A) = E f_ϵ(x, A)1_{r=1} + E f_ϵ(x, A)1_{r=0}: first line of the display."""
    value = old * f_clip(x, A)
    success, failure = value * on_success(), value * on_failure()
    return Chain(
        CLIP,
        total(value, OUTCOME),
        (
            applied(termwise(value, "=", success + failure, BINARY, OUTCOME), "1_{r=1} + 1_{r=0} = 1"),
            applied(linearity([(sp.Integer(1), success), (sp.Integer(1), failure)], OUTCOME), "a sum of sums"),
        ),
    )


def successes(given: tuple[Boolean, ...], eps: sp.Expr, plus: sp.Expr) -> Chain:
    """E f_ϵ(x, A)1_{r=1} = E f_ϵ(x, plus)1_{r=1} = plus · E min(x, 1 + ϵ)1_{r=1}: the first terms of the display's lines."""
    return _lines(given, eps, on_success(), plus, REWARD, "1 + ϵ caps the ratio where the advantage is positive")


def failures(given: tuple[Boolean, ...], eps: sp.Expr, minus: sp.Expr) -> Chain:
    """E f_ϵ(x, A)1_{r=0} = E f_ϵ(x, −minus)1_{r=0} = −minus · E max(x, 1 − ϵ)1_{r=0}: the second terms."""
    return _lines(given, eps, on_failure(), -minus, PENALTY, "1 − ϵ is a floor where the advantage is negative")


def _lines(given: tuple[Boolean, ...], eps: sp.Expr, side: sp.Expr, weight: sp.Expr, term: sp.Expr, reason: str) -> Chain:
    first, second = old * f_clip(x, A) * side, old * f_clip(x, weight) * side
    return Chain(
        (*given, *CLIP),
        total(first, OUTCOME),
        (
            applied(termwise(first, "=", second, (*standardised(given, eps), *CLIP), OUTCOME), "the indicator fixes the advantage"),
            applied(termwise(second, "=", weight * term, (*given, *CLIP, *RATIO), OUTCOME), reason),
            applied(linearity([(weight, term)], OUTCOME), "the weight does not vary with the outcome"),
        ),
    )


def unclipped_form(given: tuple[Boolean, ...], eps: sp.Expr, plus: sp.Expr, minus: sp.Expr) -> Chain:
    """E xA = plus · E x 1_{r=1} − minus · E x 1_{r=0}: Section 2.3, before importance sampling is undone."""
    reward, penalty = old * x * on_success(), old * x * on_failure()
    weighed = plus * reward + (-minus) * penalty
    return Chain(
        given,
        total(old * x * A, OUTCOME),
        (
            applied(termwise(old * x * A, "=", weighed, standardised(given, eps), OUTCOME), "as before, without the clipping"),
            applied(linearity([(plus, reward), (-minus, penalty)], OUTCOME), "the weights do not vary with the outcome"),
        ),
    )
