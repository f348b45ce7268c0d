"""L2: without the division by the standard deviation the iteration stands after one step, and amplifies less than GRPO where ε < 3/4."""

import sympy as sp

from symbolic.claim import INEQUALITY, Kind
from symbolic.derivation import Chain, Step, applied
from symbolic.group import Group
from symbolic.notation import (
    BETA,
    BINARY,
    CLOSED,
    PARAMETERS,
    Z,
    beta,
    eps,
    gibbs,
    h,
    logit,
    on_failure,
    on_success,
    p,
    p_ref,
    reference,
    sigma,
    variance,
)
from symbolic.statement import Statement, eq, gt, iff, lt
from symbolic.theorems import linearity, termwise, total

_half = sp.Rational(1, 2)
_three_quarters = sp.Rational(3, 4)
_advantage = (1 - p) * on_success() - p * on_failure()
"""r − p, the advantage that is not divided by anything."""
_up, _down = sp.exp((1 - p) / beta), sp.exp(-p / beta)
_normaliser = p_ref * _up + (1 - p_ref) * _down
_next = sigma(logit(p_ref) + 1 / beta)
"""The success probability from n = 1 on."""
_OUTCOME = (reference, sp.Symbol("r", real=True))
_MASS = total(reference * on_success(), _OUTCOME)
_ANYWHERE = (*PARAMETERS, *CLOSED)

STEP = Chain(
    (*PARAMETERS[:2], *BETA, gt(Z, 0), eq(Z, _normaliser), eq(_MASS, p_ref)),
    total(gibbs(reference, _advantage, Z) * on_success(), _OUTCOME),
    (
        applied(
            termwise(
                gibbs(reference, _advantage, Z) * on_success(),
                "=",
                _up / Z * (reference * on_success()),
                (*BETA, gt(Z, 0), *BINARY),
                _OUTCOME,
            ),
            "where r = 1 the tilt is e^{(1−p)/β}",
        ),
        applied(linearity([(_up / Z, reference * on_success())], _OUTCOME), "neither Z nor the tilt varies"),
        Step("=", p_ref * _up / Z, "the reference policy succeeds with probability p_ref"),
        Step("=", _next, "Z, divided by p_ref e^{(1−p)/β}"),
    ),
)
"""The success probability after a step, for any finite number of outcomes: p has dropped out."""

_NORMALISED = Chain(
    (*BETA, eq(_MASS, p_ref), eq(total(reference * on_failure(), _OUTCOME), 1 - p_ref)),
    total(reference * sp.exp(_advantage / beta), _OUTCOME),
    (
        applied(
            termwise(
                reference * sp.exp(_advantage / beta),
                "=",
                _up * (reference * on_success()) + _down * (reference * on_failure()),
                (*BETA, *BINARY),
                _OUTCOME,
            ),
            "the tilt is e^{(1−p)/β} on success and e^{−p/β} on failure",
        ),
        applied(linearity([(_up, reference * on_success()), (_down, reference * on_failure())], _OUTCOME), "neither varies"),
        Step("=", _normaliser, "the reference policy succeeds with probability p_ref"),
    ),
)
"""Z."""

_more = Statement((*_ANYWHERE, lt(eps, _three_quarters)), gt(h(), _next))
_exactly = Statement(_ANYWHERE, iff(gt(h(), _next), lt(variance() + eps, 1)))
_at_half = Statement(PARAMETERS, iff(gt(h(_half), _next), lt(eps, _three_quarters)))
_above = Statement((*PARAMETERS[:2], *BETA), gt(_next, p_ref))

_L2 = Group("beyond.l2-unstandardised", Kind.EXTENSION, "Theorem 2, for advantages r − p")

CLAIMS = (
    _L2.proved(
        "",
        "With advantages r − p, p_n = σ(logit p_ref + 1/β) whatever p_{n−1} is: one step, for any finite number of outcomes",
        STEP,
        STEP.but(end=sigma(logit(p_ref) + 2 / beta)),
        uses=("theorem-1", "beyond.l2-unstandardised.normaliser"),
        note="Theorem 1 holds with any bracket v at each outcome, here r − p. So p_n = p_1 for all n ≥ 1, and nothing oscillates.",
    ),
    _L2.proved("normaliser", "Z for advantages r − p", _NORMALISED, _NORMALISED.but(end=_up + _down)),
    _L2.proved("above", "It exceeds p_ref", _above, _above.but(gt(_next, p_ref + (1 - p_ref) / 10)), families=INEQUALITY),
    _L2.proved(
        "more",
        "GRPO amplifies strictly more at every p if ε < 3/4",
        _more,
        _more.but(given=_ANYWHERE),
        families=INEQUALITY,
        note="It divides by √(p(1 − p) + ε) < 1.",
    ),
    _L2.proved(
        "exactly",
        "GRPO amplifies more at p exactly where p(1 − p) + ε < 1",
        _exactly,
        _exactly.but(iff(gt(h(), _next), lt(variance() + eps, _half))),
    ),
    _L2.proved(
        "at-half",
        "At p = 1/2 it does exactly if ε < 3/4: the condition cannot be weakened",
        _at_half,
        _at_half.but(iff(gt(h(_half), _next), lt(eps, 1))),
        families=INEQUALITY,
    ),
)
