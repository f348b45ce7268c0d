"""The paper's notation: every symbol and function, once, with the number of the equation that defines it.

Two letters of the paper look alike and are kept apart here: ``eps`` is the smoothing ε of Section 2.2, added to the variance;
``clip`` is the clipping ϵ of Equation (GRPO-Clip).  Functions return sympy expressions over the variables they are given.
"""

import sympy as sp

from symbolic.statement import between, disj, eq, ge, gt, le, lt, real

p = real("p")
"""Probability of success of the old policy, Equation (2)."""
p_ref = real("p_ref")
"""Probability of success of the reference policy, Theorem 1."""
beta = real("beta")
"""Weight β of the KL term, (GRPO)."""
eps = real("epsilon")
"""Smoothing ε of the advantage, Section 2.2; not the clipping."""
clip = real("clip")
"""Clipping ϵ, (GRPO-Clip); not the smoothing."""
r = real("r")
"""Reward r(q, o), 0 or 1 (Section 2)."""
x = real("x")
"""Ratio π_θ(o|q) / π_old(o|q) of an outcome, Section 2.1."""
A = real("A")
"""Advantage A(q, o) of an outcome, Equation (1)."""
mu = real("mu")
"""Mean μ of the reward under the old policy, Section 2.2."""
z, a = real("z"), real("a")
"""The variables of Lemma 3."""
old, policy, reference = real("w"), real("pi_o"), real("rho_o")
"""The probabilities π_old(o|q), π(o|q) and π_ref(o|q) of one outcome o."""
v = real("v")
"""The bracket ω⁺ 1_{r=1} − ω⁻ 1_{r=0} of one outcome in Theorem 1, whose proof uses only that it is a number."""
Z = real("Z")
"""The normaliser Z_{n−1}(q) of Theorem 1."""

PROBABILITY = between(0, p, 1)
"""0 < p < 1."""
REFERENCE = between(0, p_ref, 1)
"""0 < p_ref < 1."""
BETA = (gt(beta, 0),)
"""β > 0."""
EPS = (gt(eps, 0),)
"""ε > 0."""
CLIP = (ge(clip, 0),)
"""ϵ ≥ 0."""
CLOSED = (ge(p, 0), le(p, 1))
"""0 ≤ p ≤ 1."""
POSSIBLE = (gt(p_ref, 0), le(p_ref, 1))
"""0 < p_ref ≤ 1, the hypothesis of Theorem 2."""
BINARY = (disj(eq(r, 0), eq(r, 1)),)
"""r ∈ {0, 1}."""
UPPER = (lt(sp.Rational(1, 2), p_ref), lt(p_ref, 1))
"""1/2 < p_ref < 1, the second case of Theorem 3."""
PARAMETERS = (*REFERENCE, *BETA, *EPS)
"""0 < p_ref < 1, β > 0, ε > 0."""


def variance(p: sp.Expr = p) -> sp.Expr:
    """Variance p(1 − p) of the reward, Section 2.1; kept as a product."""
    return p * (1 - p)


def on_success(r: sp.Expr = r) -> sp.Expr:
    """The indicator 1_{r=1} of a binary reward, which is r itself, Section 2.1."""
    return r


def on_failure(r: sp.Expr = r) -> sp.Expr:
    """The indicator 1_{r=0} of a binary reward, 1 − r, Section 2.1."""
    return 1 - r


def smoothed(p: sp.Expr = p, eps: sp.Expr = eps) -> sp.Expr:
    """√(p(1 − p) + ε), the denominator of Equation (4); needs p(1 − p) + ε ≥ 0."""
    return sp.sqrt(variance(p) + eps)


def advantage(reward: sp.Expr, mean: sp.Expr, var: sp.Expr, eps: sp.Expr = sp.Integer(0)) -> sp.Expr:
    """A(q, o) = (r − mean)/√(var + ε): Equation (1) for ε = 0, Section 2.2 otherwise."""
    return (reward - mean) / sp.sqrt(var + eps)


def least(left: sp.Expr, right: sp.Expr) -> sp.Expr:
    """min(left, right), unevaluated: sympy would absorb one clipping in another."""
    return sp.Min(left, right, evaluate=False)


def greatest(left: sp.Expr, right: sp.Expr) -> sp.Expr:
    """max(left, right), unevaluated."""
    return sp.Max(left, right, evaluate=False)


def clipped(x: sp.Expr, clip: sp.Expr = clip) -> sp.Expr:
    """clip(x, 1 − ϵ, 1 + ϵ), Section 2."""
    return least(greatest(x, 1 - clip), 1 + clip)


def f_clip(x: sp.Expr, y: sp.Expr, clip: sp.Expr = clip) -> sp.Expr:
    """f_ϵ(x, y) = min(xy, clip(x, 1 − ϵ, 1 + ϵ)y), Section 2."""
    return least(x * y, clipped(x, clip) * y)


def omega_plus(p: sp.Expr = p, eps: sp.Expr = eps) -> sp.Expr:
    """ω⁺_ε(p) = (1 − p)/√(p(1 − p) + ε), Equation (4)."""
    return (1 - p) / smoothed(p, eps)


def omega_minus(p: sp.Expr = p, eps: sp.Expr = eps) -> sp.Expr:
    """ω⁻_ε(p) = p/√(p(1 − p) + ε), Equation (4)."""
    return p / smoothed(p, eps)


def partition(p: sp.Expr = p, p_ref: sp.Expr = p_ref, beta: sp.Expr = beta, eps: sp.Expr = eps) -> sp.Expr:
    """Z, the normaliser of Theorem 1 for a binary reward."""
    return p_ref * sp.exp(omega_plus(p, eps) / beta) + (1 - p_ref) * sp.exp(-omega_minus(p, eps) / beta)


def success(p: sp.Expr = p, p_ref: sp.Expr = p_ref, beta: sp.Expr = beta, eps: sp.Expr = eps) -> sp.Expr:
    """p_n as Theorem 1 gives it, before simplification: Equation (9)."""
    return p_ref * sp.exp(omega_plus(p, eps) / beta) / partition(p, p_ref, beta, eps)


def gibbs(reference: sp.Expr = reference, v: sp.Expr = v, Z: sp.Expr = Z, beta: sp.Expr = beta) -> sp.Expr:
    """The policy ρ e^{v/β}/Z of Theorem 1 at one outcome."""
    return reference * sp.exp(v / beta) / Z


def bracket(r: sp.Expr = r, p: sp.Expr = p, eps: sp.Expr = eps) -> sp.Expr:
    """ω⁺_ε(p) 1_{r=1} − ω⁻_ε(p) 1_{r=0}, what v stands for in Theorem 1."""
    return omega_plus(p, eps) * on_success(r) - omega_minus(p, eps) * on_failure(r)


def h(p: sp.Expr = p, p_ref: sp.Expr = p_ref, beta: sp.Expr = beta, eps: sp.Expr = eps) -> sp.Expr:
    """h_{ε, p_ref}(p), Theorem 2, Equation (8)."""
    return 1 / (1 + (1 - p_ref) / p_ref * sp.exp(-1 / (beta * smoothed(p, eps))))


def f(p: sp.Expr = p, p_ref: sp.Expr = p_ref, beta: sp.Expr = beta, eps: sp.Expr = eps) -> sp.Expr:
    """f(p) = h(p) − p, proof of Theorem 3."""
    return h(p, p_ref, beta, eps) - p


def sigma(z: sp.Expr) -> sp.Expr:
    """The logistic function σ(z) = 1/(1 + e^{−z}), proof of Proposition 1; e^{log …} stays as it is."""
    return 1 / (1 + sp.exp(-z, evaluate=False))


def logit(p: sp.Expr) -> sp.Expr:
    """log(p/(1 − p)), the inverse of σ of Proposition 1's proof; needs 0 < p < 1."""
    return sp.log(p / (1 - p))


def odds_against(p_ref: sp.Expr = p_ref) -> sp.Expr:
    """A = (1 − p_ref)/p_ref, proof of Proposition 1."""
    return (1 - p_ref) / p_ref


def B(p: sp.Expr = p, beta: sp.Expr = beta, eps: sp.Expr = eps) -> sp.Expr:
    """B(p) = 1/(β√(p(1 − p) + ε)), proof of Proposition 1."""
    return 1 / (beta * smoothed(p, eps))


def a_of(p_ref: sp.Expr = p_ref) -> sp.Expr:
    """a(p_ref) = −log((1 − p_ref)/p_ref), proof of Theorem 3 and Lemma 4; needs 0 < p_ref < 1."""
    return -sp.log(odds_against(p_ref))


def b_of(p: sp.Expr = p, eps: sp.Expr = eps) -> sp.Expr:
    """b(p) = 1/√(p(1 − p) + ε), proof of Theorem 3."""
    return 1 / smoothed(p, eps)


def z_of(p: sp.Expr = p, p_ref: sp.Expr = p_ref, beta: sp.Expr = beta, eps: sp.Expr = eps) -> sp.Expr:
    """z(p) = −log A + B(p), so that h = σ(z(p)); proof of Proposition 1."""
    return -sp.log(odds_against(p_ref)) + B(p, beta, eps)


def xi(p: sp.Expr = p, beta: sp.Expr = beta, eps: sp.Expr = eps) -> sp.Expr:
    """ξ(p) = cosh²(b(p)/(2β)), proof of Theorem 3."""
    return sp.cosh(b_of(p, eps) / (2 * beta)) ** 2


def slope(p: sp.Expr = p, beta: sp.Expr = beta, eps: sp.Expr = eps) -> sp.Expr:
    """(1 − 2p)/(2β(p(1 − p) + ε)^{3/2}), the factor of Proposition 1's derivative."""
    return (1 - 2 * p) / (2 * beta * (variance(p) + eps) ** sp.Rational(3, 2))


def beta_bound(p: sp.Expr = p, eps: sp.Expr = eps) -> sp.Expr:
    """𝓑(p) = p(1 − p)|2p − 1|/(2(p(1 − p) + ε)^{3/2}), Lemma 1: the least β for local convergence."""
    return variance(p) * sp.Abs(2 * p - 1) / (2 * (variance(p) + eps) ** sp.Rational(3, 2))


def kl(p: sp.Expr, q: sp.Expr) -> sp.Expr:
    """KL divergence (Section 2) of two Bernoulli laws, p log(p/q) + (1 − p) log((1 − p)/(1 − q)); needs both in (0, 1)."""
    return p * sp.log(p / q) + (1 - p) * sp.log((1 - p) / (1 - q))


def kl_term(pi: sp.Expr, rho: sp.Expr) -> sp.Expr:
    """The term π log(π/ρ) of KL(π‖ρ) at one outcome, Section 2; needs π, ρ > 0."""
    return pi * sp.log(pi / rho)


def tv_term(pi: sp.Expr, rho: sp.Expr) -> sp.Expr:
    """The term |π − ρ|/2 of the total variation TV(π, ρ) at one outcome, Appendix C."""
    return sp.Abs(pi - rho) / 2


def kappa(eps: sp.Expr = eps) -> sp.Expr:
    """κ = 1/√(1 + 4ε), half the least value, b(1/2) = 2κ, of Theorem 3's b(p) = 1/√(p(1 − p) + ε)."""
    return 1 / sp.sqrt(1 + 4 * eps)


def g(y: sp.Expr, eps: sp.Expr = eps) -> sp.Expr:
    """b(p) = 1/√(p(1 − p) + ε) of Theorem 3's proof in the logit coordinate y: 2c/√(1 + 4εc²), c = cosh(y/2)."""
    c = sp.cosh(y / 2)
    return 2 * c / sp.sqrt(1 + 4 * eps * c**2)


def g_slope(y: sp.Expr, eps: sp.Expr = eps) -> sp.Expr:
    """g'(y) = s/(1 + 4εc²)^{3/2}, s = sinh(y/2), c = cosh(y/2); |g'(logit p)| is Lemma 1's 𝓑(p)."""
    return sp.sinh(y / 2) / (1 + 4 * eps * sp.cosh(y / 2) ** 2) ** sp.Rational(3, 2)


def T(y: sp.Expr, p_ref: sp.Expr = p_ref, beta: sp.Expr = beta, eps: sp.Expr = eps) -> sp.Expr:
    """The map h of Theorem 2 in the logit coordinate y: logit(h(p)) = T(logit p).  T = logit p_ref + g(y)/β."""
    return logit(p_ref) + g(y, eps) / beta


def psi(y: sp.Expr, beta: sp.Expr = beta, eps: sp.Expr = eps) -> sp.Expr:
    """ψ(y) = y − g(y)/β; the fixed points of Theorem 2's map, in logits, solve ψ(y) = logit p_ref."""
    return y - g(y, eps) / beta


def B_max(eps: sp.Expr = eps) -> sp.Expr:
    """1/(3√3 √ε (1 + 4ε)), the largest value over all p of the bound 𝓑(p) of Lemma 1."""
    return 1 / (3 * sp.sqrt(3) * sp.sqrt(eps) * (1 + 4 * eps))
