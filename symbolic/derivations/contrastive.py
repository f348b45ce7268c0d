"""The contrastive form of the expected objective, over any finite number of outcomes (Sections 2.1–2.3).

The weights are those of the smoothed advantage; with ε = 0 they are those of Section 2.1.
"""

import sympy as sp
from sympy.logic.boolalg import Boolean

from symbolic.derivation import Chain, applied
from symbolic.notation import (
    BINARY,
    CLIP,
    advantage,
    f_clip,
    greatest,
    least,
    old,
    on_failure,
    on_success,
    p,
    r,
    variance,
    x,
)
from symbolic.notation import clip as clipping
from symbolic.statement import gt
from symbolic.theorems import linearity, termwise, total

OUTCOME = (old, r, x)
RATIO = (gt(x, 0),)


def value(eps: sp.Expr) -> sp.Expr:
    """f_ϵ(x, A) at one outcome."""
    return f_clip(x, advantage(r, p, variance(p), eps))


def clipped_form(given: tuple[Boolean, ...], eps: sp.Expr, plus: sp.Expr, minus: sp.Expr) -> Chain:
    """E f_ϵ(x, A) = plus · E min(x, 1 + ϵ)1_{r=1} − minus · E max(x, 1 − ϵ)1_{r=0}."""
    reward = old * least(x, 1 + clipping) * on_success()
    penalty = old * greatest(x, 1 - clipping) * on_failure()
    pointwise = termwise(old * value(eps), "=", plus * reward + (-minus) * penalty, (*given, *CLIP, *BINARY, *RATIO), OUTCOME)
    return Chain(
        (*given, *CLIP),
        total(old * value(eps), OUTCOME),
        (
            applied(pointwise, "each outcome is a success, with advantage plus, or a failure, with advantage −minus"),
            applied(linearity([(plus, reward), (-minus, penalty)], OUTCOME), "the weights do not vary with the outcome"),
        ),
    )


def split(given: tuple[Boolean, ...], eps: sp.Expr) -> Chain:
    """E f_ϵ(x, A) = E f_ϵ(x, A)1_{r=1} + E f_ϵ(x, A)1_{r=0}: first line of the display."""
    success, failure = old * value(eps) * on_success(), old * value(eps) * on_failure()
    pointwise = termwise(old * value(eps), "=", success + failure, (*given, *CLIP, *BINARY, *RATIO), OUTCOME)
    return Chain(
        (*given, *CLIP),
        total(old * value(eps), OUTCOME),
        (
            applied(pointwise, "1_{r=1} + 1_{r=0} = 1"),
            applied(linearity([(sp.Integer(1), success), (sp.Integer(1), failure)], OUTCOME), "a sum of sums"),
        ),
    )


def successes(given: tuple[Boolean, ...], eps: sp.Expr, plus: sp.Expr) -> Chain:
    """E f_ϵ(x, A)1_{r=1} = E f_ϵ(x, plus)1_{r=1} = plus · E min(x, 1 + ϵ)1_{r=1}: the first terms of the display's lines."""
    reward = old * least(x, 1 + clipping) * on_success()
    return _lines(given, eps, on_success(), plus, reward, "1 + ϵ caps the ratio where the advantage is positive")


def failures(given: tuple[Boolean, ...], eps: sp.Expr, minus: sp.Expr) -> Chain:
    """E f_ϵ(x, A)1_{r=0} = E f_ϵ(x, −minus)1_{r=0} = −minus · E max(x, 1 − ϵ)1_{r=0}: the second terms."""
    penalty = old * greatest(x, 1 - clipping) * on_failure()
    return _lines(given, eps, on_failure(), -minus, penalty, "1 − ϵ is a floor where the advantage is negative")


def _lines(given: tuple[Boolean, ...], eps: sp.Expr, side: sp.Expr, weight: sp.Expr, term: sp.Expr, reason: str) -> Chain:
    everywhere = (*given, *CLIP, *BINARY, *RATIO)
    first, second = old * value(eps) * side, old * f_clip(x, weight) * side
    return Chain(
        (*given, *CLIP),
        total(first, OUTCOME),
        (
            applied(termwise(first, "=", second, everywhere, OUTCOME), "the indicator fixes the reward, and so the advantage"),
            applied(termwise(second, "=", weight * term, everywhere, OUTCOME), reason),
            applied(linearity([(weight, term)], OUTCOME), "the weight does not vary with the outcome"),
        ),
    )


def unclipped_form(given: tuple[Boolean, ...], eps: sp.Expr, plus: sp.Expr, minus: sp.Expr) -> Chain:
    """E xA = plus · E x 1_{r=1} − minus · E x 1_{r=0}: Section 2.3, before importance sampling is undone."""
    reward, penalty = old * x * on_success(), old * x * on_failure()
    term = old * (x * advantage(r, p, variance(p), eps))
    return Chain(
        given,
        total(term, OUTCOME),
        (
            applied(
                termwise(term, "=", plus * reward + (-minus) * penalty, (*given, *BINARY, *RATIO), OUTCOME),
                "as before, without the clipping",
            ),
            applied(linearity([(plus, reward), (-minus, penalty)], OUTCOME), "the weights do not vary with the outcome"),
        ),
    )
