"""L4: with KL terms to the reference (weight β) and to the previous policy (weight α) the fixed points stay, and are more stable."""

import sympy as sp

from symbolic.claim import Kind
from symbolic.derivations.logit_map import move, rho
from symbolic.group import Group
from symbolic.notation import (
    BETA,
    EPS,
    PROBABILITY,
    REFERENCE,
    B_max,
    b_of,
    beta,
    eps,
    g,
    g_slope,
    kl_term,
    logit,
    old,
    omega_minus,
    omega_plus,
    p,
    p_ref,
    policy,
    psi,
    reference,
)
from symbolic.statement import Statement, conj, eq, ge, gt, iff, lt, real

alpha = real("alpha")
"""The weight of the KL divergence to the previous policy."""
_x, _y = real("x"), real("y")
_weights = (*BETA, ge(alpha, 0))
_given = (*_weights, *EPS)
_share = alpha / (alpha + beta)


def both(y: sp.Expr, rho: sp.Expr = rho, alpha: sp.Expr = alpha, beta: sp.Expr = beta, eps: sp.Expr = eps) -> sp.Expr:
    """logit p_n from y = logit p_{n−1}: (βρ + αy + g(y))/(α + β)."""
    return (beta * rho + alpha * y + g(y, eps)) / (alpha + beta)


# The policy.
_mean = sp.exp((beta * sp.log(reference) + alpha * sp.log(old)) / (alpha + beta))
_positive = (*_weights, gt(reference, 0), gt(old, 0), gt(policy, 0))
_terms = Statement(_positive, eq(beta * kl_term(policy, reference) + alpha * kl_term(policy, old), (alpha + beta) * kl_term(policy, _mean)))
_tilted = reference * sp.exp(_share * sp.log(p / p_ref))
_two_valued = Statement(
    (*_weights, gt(reference, 0), *REFERENCE, *PROBABILITY),
    eq(sp.exp((beta * sp.log(reference) + alpha * sp.log(reference * p / p_ref)) / (alpha + beta)), _tilted),
)
_up = p_ref * sp.exp(_share * sp.log(p / p_ref)) * sp.exp(omega_plus() / (alpha + beta))
_down = (1 - p_ref) * sp.exp(_share * sp.log((1 - p) / (1 - p_ref))) * sp.exp(-omega_minus() / (alpha + beta))
_recursion = Statement(
    (*_given, *REFERENCE, *PROBABILITY), eq(logit(_up / (_up + _down)), (beta * logit(p_ref) + alpha * logit(p) + b_of()) / (alpha + beta))
)

# The map.
_map = both(_x)
_slope = sp.Derivative(_map, _x)
_multiplier = (alpha + g_slope(_x)) / (alpha + beta)
_same = Statement(_given, eq(_map - _x, beta / (alpha + beta) * (move(_x) - _x)))
_multiplied = Statement(_given, eq(_slope, _multiplier))
_stable = Statement(
    _given,
    iff(conj(lt(-1, _multiplier), lt(_multiplier, 1)), conj(lt(-(2 * alpha + beta), g_slope(_x)), lt(g_slope(_x), beta))),
)
_steepest = -2 * sp.log((sp.sqrt(1 + 4 * eps) + sp.sqrt(1 + 12 * eps)) / sp.sqrt(8 * eps))
_sharp = Statement((*_given, lt(2 * alpha + beta, B_max()), eq(_x, _steepest)), lt(_multiplier, -1))
_there = ((alpha + beta) * _y - alpha * _x - g(_x)) / beta
"""The ρ for which x goes to y."""
_balance = Statement((*_given, eq(rho, _there)), eq(psi(_x) + psi(_y) - 2 * rho, (alpha + beta) / beta * (_x - both(_y))))
_secant = Statement(
    (*_given, eq(rho, _there), lt(_x, _y)), eq((2 * alpha + beta) * (_y - _x) - g(_x) + g(_y), (alpha + beta) * (both(_y) - _x))
)

_L4 = Group("beyond.l4-two-penalties", Kind.EXTENSION, "Goes past the paper: Section 4")

CLAIMS = (
    _L4.proved(
        "policy",
        "β KL(π‖π_ref) + α KL(π‖π_old), outcome by outcome, is (α + β) KL to the weighted geometric mean of the two",
        _terms,
        _terms.but(eq(_terms.holds.lhs, beta * kl_term(policy, _mean))),
        uses=("theorem-1",),
        note="Theorem 1, whose reference need not sum to 1, gives the maximiser: that mean tilted by e^{v/(α + β)}.",
    ),
    _L4.proved(
        "tilt",
        "If the previous policy tilts the reference by p/p_ref on success, the mean tilts it by (p/p_ref)^{α/(α + β)}",
        _two_valued,
        _two_valued.but(eq(_two_valued.holds.lhs, reference * sp.exp(sp.log(p / p_ref) / (alpha + beta)))),
        families=("algebra", "sampling"),
        note="On failure likewise, with 1 − p and 1 − p_ref. Without such a tilt p_1 is no function of p_0.",
    ),
    _L4.proved(
        "recursion",
        "logit p_n = (β logit p_ref + α logit p_{n−1} + S(p_{n−1}))/(α + β)",
        _recursion,
        _recursion.but(eq(_recursion.holds.lhs, (beta * logit(p_ref) + alpha * logit(p) + b_of()) / beta)),
        uses=("beyond.l4-two-penalties.policy", "beyond.l4-two-penalties.tilt"),
        families=("algebra", "sampling"),
    ),
    _L4.proved("fixed-points", "It has the fixed points of h", _same, _same.but(eq(_map - _x, move(_x) - _x))),
    _L4.proved(
        "multiplier", "Its multiplier there is (α + g')/(α + β)", _multiplied, _multiplied.but(eq(_slope, g_slope(_x) / (alpha + beta)))
    ),
    _L4.proved(
        "stability",
        "They attract if and only if −(2α + β) < g' < β",
        _stable,
        _stable.but(iff(_stable.holds.args[0], conj(lt(-(alpha + beta), g_slope(_x)), lt(g_slope(_x), beta)))),
        note="As for multipliers of absolute value < 1.",
    ),
    _L4.proved(
        "sharp",
        "For 2α + β < B_max some prompt has a repelling fixed point: where g' is least, the multiplier is below −1",
        _sharp,
        _sharp.but(lt(_multiplier, sp.Rational(-11, 10))),
        families=("algebra", "sampling"),
        note="Any x is a fixed point for one p_ref, that with logit p_ref = ψ(x); here x = −2 arsinh √((1 + 4ε)/(8ε)).",
    ),
    _L4.proved(
        "balance",
        "A 2-cycle of x and y has ψ(x) + ψ(y) = 2 logit p_ref",
        _balance,
        _balance.but(eq(psi(_x) + psi(_y) - rho, _balance.holds.rhs)),
        families=("algebra", "sampling"),
    ),
    _L4.proved(
        "secant",
        "and 2α + β = (g(x) − g(y))/(y − x)",
        _secant,
        _secant.but(eq((alpha + beta) * (_y - _x) - g(_x) + g(_y), _secant.holds.rhs)),
        families=("algebra", "sampling"),
    ),
)
