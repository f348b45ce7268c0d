"""Theorem 5 repaired: the constant is δ* and attained, errors do not accumulate, and in logits they are damped."""

import sympy as sp

from symbolic.claim import Kind
from symbolic.derivation import Argument
from symbolic.derivations.total_variation import budget, delta_star, near_the_limit, p_n, p_star, p_tilde
from symbolic.group import Group
from symbolic.notation import CLOSED, PARAMETERS, B_max, T, beta, h, p_ref, tv_term
from symbolic.statement import Statement, conj, eq, ge, gt, le, lt, real
from symbolic.theorems import perturbed_contraction, upper_limit

y = real("y")
"""The logit of a probability of success."""
moved = real("c")
"""The mass that is moved between success and failure."""
delta = real("delta")
"""The total variation from one approximate step to the exact step from the same policy."""
eta = real("eta")
"""What each step is off, in logits."""

_half = sp.Rational(1, 2)
_gap = sp.Abs(p_tilde - p_star)


def _moved(to: sp.Expr, room: sp.Expr) -> Statement:
    """The mass c moved: a policy again, c away in total variation, its success probability c away as well."""
    given = (ge(p_n, 0), le(p_n, 1), ge(moved, 0), le(moved, room))
    variation = tv_term(to, p_n) + tv_term(1 - to, 1 - p_n)
    return Statement(given, conj(ge(to, 0), le(to, 1), eq(variation, moved), eq(sp.Abs(to - p_n), moved)))


_to_success, _to_failure = _moved(p_n + moved, 1 - p_n), _moved(p_n - moved, p_n)


def _attained(to: sp.Expr, room: sp.Expr, value: sp.Expr) -> Argument:
    """The lower limit of |p̃_n − p*| is at least ``value`` where p̃_n is ``to`` and δ* ≤ ``room``."""
    away = -sp.Abs(to - p_star)
    constants = (ge(p_star, 0), le(p_star, 1), ge(delta_star, 0), le(delta_star, room))
    limit = upper_limit(away, away, -value, {p_n: p_star, moved: delta_star}, (), constants)
    return Argument((_to_success, _to_failure, limit), ("mass moved to success", "mass moved to failure", "and so in the limit"))


_cap = Statement((*(ge(v, 0) for v in (p_tilde, p_star)), *(le(v, 1) for v in (p_tilde, p_star))), le(_gap, sp.Max(p_star, 1 - p_star)))
_floor = Statement((*PARAMETERS, *CLOSED, ge(p_tilde, h() - delta)), ge(p_tilde, h(_half) - delta))
_amplified = Statement((*PARAMETERS, *CLOSED, ge(p_tilde, h() - delta), lt(delta, h(_half) - p_ref)), gt(p_tilde, p_ref))
_slope = Statement(PARAMETERS, le(sp.Derivative(T(y), y), B_max() / beta))
_CONTRACTS = (*PARAMETERS, gt(beta, B_max()), ge(eta, 0))
_damped = Argument((perturbed_contraction(T(y), y, B_max() / beta, eta, _CONTRACTS),), ("|T'| ≤ B_max/β < 1",))
_undamped = Argument((perturbed_contraction(T(y), y, B_max() / beta, eta, (*PARAMETERS, ge(eta, 0))),), ("for any β",))

_N10 = Group("beyond.n10-approximation", Kind.EXTENSION, "Theorem 5, repaired")

CLAIMS = (
    _N10.proved(
        "",
        "The upper limit of |p̃_n − p*| is at most δ*",
        near_the_limit(1),
        Argument(
            (
                upper_limit(
                    _gap,
                    budget + sp.Abs(p_n - p_star),
                    delta_star / 2,
                    {p_n: p_star, budget: delta_star},
                    (p_tilde,),
                    (ge(delta_star, 0), le(sp.Abs(p_tilde - p_n), budget)),
                ),
            ),
            ("half of it",),
        ),
        uses=("theorem-5.event", "assumption-1.telescoped"),
        families=("smt", "sampling"),
        note="In place of 2δ*. For each n already, |p̃_n − p_n| ≤ δ_1 + … + δ_n ≤ δ*.",
    ),
    _N10.proved(
        "attained",
        "The mass δ* ≤ 1 − p* moved to success leaves p̃_n at a distance of at least δ* in the limit",
        _attained(p_n + moved, 1 - p_star, delta_star),
        _attained(p_n + moved, 1 - p_star, 2 * delta_star),
        note="Concluded is the lower limit of the distance, as the upper limit of its opposite. So the bound δ* is attained: move the mass "
        "c_n = min(δ*, 1 − p_m over m ≥ n) to success for n ≥ 1; c_n does not decrease, tends to δ* since δ* ≤ 1 − p*, and with c_0 = 0, "
        "δ_n = c_n − c_{n−1} Assumption 1 holds. Two outcomes are enough.",
    ),
    _N10.proved(
        "attained.failure",
        "The mass δ* ≤ p* moved to failure leaves p̃_n at a distance of at least δ* in the limit",
        _attained(p_n - moved, p_star, delta_star),
        _attained(p_n - moved, p_star, 2 * delta_star),
        note="With c_n = min(δ*, p_m over m ≥ n); so for δ* ≤ max(p*, 1 − p*) one way or the other attains the bound.",
    ),
    _N10.proved("cap", "No probability is farther from p* than max(p*, 1 − p*)", _cap, _cap.but(le(_gap, sp.Min(p_star, 1 - p_star)))),
    _N10.proved(
        "floor",
        "A step within δ of the exact step from the actual policy succeeds with probability at least h(1/2) − δ",
        _floor,
        _floor.but(ge(p_tilde, h(_half))),
        uses=("theorem-2", "theorem-5.event"),
        note="Whatever policy it starts from, and however often it errs: errors do not accumulate.",
    ),
    _N10.proved(
        "floor.amplified",
        "Errors below h(1/2) − p_ref leave every step above p_ref",
        _amplified,
        _amplified.but(given=_amplified.given[:-1]),
    ),
    _N10.proved(
        "slope",
        "In logits h has slope at most B_max/β, with B_max = 1/(3√3 √ε (1 + 4ε))",
        _slope,
        _slope.but(le(_slope.holds.lhs, sp.Rational(9, 10) * B_max() / beta)),
        uses=("beyond.logit-form",),
        families=("algebra", "sampling"),
    ),
    _N10.proved(
        "logit",
        "With β > B_max, errors η in logits leave an upper limit of at most η/(1 − B_max/β)",
        _damped,
        _undamped,
        uses=("beyond.n10-approximation.slope", "beyond.logit-form"),
        families=("algebra", "sampling"),
        note="In logits, and for every prompt. Errors that tend to 0 are eventually below every η > 0: then the logits converge.",
    ),
)
