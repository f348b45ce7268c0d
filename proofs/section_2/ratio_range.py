"""Section 2 says that clipping keeps the ratio of new to old policy in [1 − ϵ, 1 + ϵ]: it does not."""

import sympy as sp

from symbolic.claim import Claim, Declared, Erratum, Fault, Kind, Severity, Source
from symbolic.notation import BETA, PROBABILITY, REFERENCE, advantage, beta, clip, f_clip, kl, p, p_ref, variance
from symbolic.statement import Statement, eq, gt, le, lt, real

s = real("s")
"""Probability of success of the policy that is optimised, two outcomes."""


def _objective(s: sp.Expr) -> sp.Expr:
    """(GRPO-Clip) for one prompt with one right and one wrong answer."""
    success = p * f_clip(s / p, advantage(1, p, variance()))
    failure = (1 - p) * f_clip((1 - s) / (1 - p), advantage(0, p, variance()))
    return success + failure - beta * kl(s, p_ref)


CLAIMS = (
    Claim(
        label="section-2.ratio-range",
        kind=Kind.TEXT,
        title="Clipping keeps the ratio within [1 − ϵ, 1 + ϵ]: read as, with ϵ = 1/5 a ratio of the right answer below 1 − ϵ never pays",
        source=Source("Section 2, after (GRPO)", r"[1 - \epsilon, 1 + \epsilon]"),
        content=Statement(
            (*PROBABILITY, *REFERENCE, *BETA, eq(clip, sp.Rational(1, 5)), gt(s, 0), lt(s, (1 - clip) * p)),
            le(_objective(s), _objective((1 - clip) * p)),
        ),
        declared=Declared.REFUTED,
        erratum=Erratum(
            Fault.PROSE,
            Severity.SLIP,
            "Clipping constrains nothing. For A > 0 it leaves ratios below 1 − ϵ as they are, for A < 0 those above 1 + ϵ, and the KL "
            "term may draw the optimum out of the range: the objective is concave in s, so where a policy outside does better than the "
            "end of the range the optimum lies outside. Nothing later depends on it, as clipping is dropped.",
        ),
        correction="section-2.clip-gain",
        uses=("section-2.clip-free-below", "section-2.clip-free-above"),
    ),
)
