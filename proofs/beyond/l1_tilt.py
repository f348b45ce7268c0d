"""L1: each π_n is the reference times one number on success and another on failure: the dynamics is that of the scalar p_n."""

import sympy as sp

from symbolic.claim import Kind
from symbolic.derivation import Chain, Step, applied
from symbolic.group import Group
from symbolic.notation import (
    BINARY,
    CLOSED,
    PARAMETERS,
    REFERENCE,
    B,
    bracket,
    gibbs,
    h,
    kl,
    kl_term,
    on_failure,
    on_success,
    p_ref,
    partition,
    r,
    reference,
    tv_term,
)
from symbolic.statement import Statement, eq, ge, gt, le, lt, real
from symbolic.theorems import linearity, termwise, total

p_n = real("p_n")
"""The success probability of π_n."""
_OUTCOME = (reference, r)
_HIT, _MISS = reference * on_success(), reference * on_failure()
_SUCCESSES, _FAILURES = eq(total(_HIT, _OUTCOME), p_ref), eq(total(_MISS, _OUTCOME), 1 - p_ref)
_WHOLE = (*REFERENCE, gt(p_n, 0), lt(p_n, 1), _SUCCESSES, _FAILURES)
_POINTWISE = (*REFERENCE, gt(p_n, 0), lt(p_n, 1), gt(reference, 0), *BINARY)
_up, _down = p_n / p_ref, (1 - p_n) / (1 - p_ref)


def tilt(p_n: sp.Expr = p_n) -> sp.Expr:
    """π_n/π_ref at an outcome: p_n/p_ref on success, (1 − p_n)/(1 − p_ref) on failure."""
    return p_n / p_ref * on_success() + (1 - p_n) / (1 - p_ref) * on_failure()


def _summed(term: sp.Expr, hit: sp.Expr, miss: sp.Expr, value: sp.Expr, why: str) -> Chain:
    """Σ term = hit · p_ref + miss · (1 − p_ref) = value, term being hit on success and miss on failure, times the reference."""
    return Chain(
        _WHOLE,
        total(term, _OUTCOME),
        (
            applied(termwise(term, "=", hit * _HIT + miss * _MISS, _POINTWISE, _OUTCOME), why),
            applied(linearity([(hit, _HIT), (miss, _MISS)], _OUTCOME), "neither number varies with the outcome"),
            Step("=", value, "the reference policy succeeds with probability p_ref"),
        ),
    )


_given = (*PARAMETERS, *CLOSED, gt(reference, 0), *BINARY)
_tilted = Statement(_given, eq(gibbs(reference, bracket(), partition()), reference * tilt(h())))
_start = Statement((*REFERENCE, *BINARY, eq(p_n, p_ref)), eq(tilt(), 1))
_spent = Statement((*PARAMETERS, *CLOSED), le(kl(h(), p_ref), h() * B()))
_some = Statement((*PARAMETERS, *CLOSED), gt(kl(h(), p_ref), 0))
_policy = reference * tilt()

SUCCESS = _summed(_policy * on_success(), _up, sp.Integer(0), p_n, "the tilt is p_n/p_ref on success")
MASS = _summed(_policy, _up, _down, sp.Integer(1), "the tilt is one of two numbers")
DIVERGENCE = _summed(kl_term(_policy, reference), _up * sp.log(_up), _down * sp.log(_down), kl(p_n, p_ref), "so is the log-ratio")
REVERSE = _summed(kl_term(reference, _policy), sp.log(1 / _up), sp.log(1 / _down), kl(p_ref, p_n), "so is the log-ratio")
DISTANCE = _summed(
    tv_term(_policy, reference), sp.Abs(_up - 1) / 2, sp.Abs(_down - 1) / 2, sp.Abs(p_n - p_ref), "so is the distance of the two"
)

_L1 = Group("beyond.l1-tilt", Kind.EXTENSION, "Theorem 1 and Theorem 2")

CLAIMS = (
    _L1.proved(
        "",
        "π_n = π_ref · (p_n/p_ref on success, (1 − p_n)/(1 − p_ref) on failure) at every outcome, n ≥ 1",
        _tilted,
        _tilted.but(eq(_tilted.holds.lhs, reference * tilt(1 - h()))),
        uses=("theorem-1", "theorem-1.normaliser", "theorem-2"),
        note="p is p_{n−1}, so that h(p) is p_n. What π_{n−1} was besides p_{n−1} is forgotten: the dynamics is that of the scalar p_n.",
    ),
    _L1.proved(
        "start", "and n = 0 where π_0 = π_ref", _start, _start.but(eq(tilt(p_n**2), 1)), note="With p_0 = p_ref both numbers are 1."
    ),
    _L1.proved("success", "Such a policy succeeds with probability p_n", SUCCESS, SUCCESS.but(end=p_ref)),
    _L1.proved("mass", "and sums to 1", MASS, MASS.but(end=p_n)),
    _L1.proved(
        "divergence",
        "KL(π_n‖π_ref) = kl(p_n‖p_ref), the divergence of two Bernoulli laws, for any finite number of outcomes",
        DIVERGENCE,
        DIVERGENCE.but(end=kl(p_ref, p_n)),
    ),
    _L1.proved("divergence.reverse", "KL(π_ref‖π_n) = kl(p_ref‖p_n)", REVERSE, REVERSE.but(end=kl(p_n, p_ref))),
    _L1.proved("distance", "TV(π_n, π_ref) = |p_n − p_ref|", DISTANCE, DISTANCE.but(end=2 * sp.Abs(p_n - p_ref))),
    _L1.proved(
        "spent",
        "kl(p_n‖p_ref) ≤ p_n/(β√(p_{n−1}(1 − p_{n−1}) + ε))",
        _spent,
        _spent.but(le(kl(h(), p_ref), h() * B() / 4)),
        note="An upper bound on the KL that a step leaves, before it is run.",
    ),
    _L1.proved("positive", "kl(p_n‖p_ref) > 0 for n ≥ 1", _some, _some.but(ge(kl(h(), p_ref), sp.Rational(1, 100)))),
)
