"""N3: the largest value of 𝓑 over all p is B_max(ε) = 1/(3√3 √ε (1 + 4ε)), so that one threshold on β serves every prompt."""

import sympy as sp

from symbolic.claim import INEQUALITY, Claim, Kind
from symbolic.group import Group
from symbolic.notation import CLOSED, EPS, PROBABILITY, B_max, beta, beta_bound, eps, g, g_slope, logit, p, variance
from symbolic.statement import Statement, conj, eq, ge, gt, iff, le, lt, real

u, y = real("u"), real("y")
_best_variance = 2 * eps / (1 + 12 * eps)
BEST = (1 + sp.sqrt((1 + 4 * eps) / (1 + 12 * eps))) / 2
"""The p above 1/2 at which 𝓑 is largest."""
_square = 4 * (u + eps) ** 3 - 27 * eps * (1 + 4 * eps) ** 2 * u**2 * (1 - 4 * u)
_anywhere = (*EPS, *CLOSED)

_identity = Statement((), eq(_square, ((1 + 12 * eps) * u - 2 * eps) ** 2 * (4 * (1 + 3 * eps) * u + eps)))
_bound = Statement(_anywhere, le(beta_bound(), B_max()))
_squared = Statement(_anywhere, eq(beta_bound() ** 2, variance() ** 2 * (1 - 4 * variance()) / (4 * (variance() + eps) ** 3)))
_attained = Statement(_anywhere, iff(eq(beta_bound(), B_max()), eq(variance(), _best_variance)))
_place = Statement(EPS, eq(variance(BEST), _best_variance))
_range = Statement(EPS, conj(lt((1 + 1 / sp.sqrt(3)) / 2, BEST), lt(BEST, 1)))
_there = Statement(EPS, eq(beta_bound(BEST), B_max()))
_uniform = Statement((*_anywhere, gt(beta, B_max())), gt(beta, beta_bound()))
_slope = Statement(EPS, eq(sp.Derivative(g(y), y), g_slope(y)))
_logit = Statement((*EPS, *PROBABILITY), eq(beta_bound(), sp.Abs(g_slope(logit(p)))))
RISES_LESS, FALLS_LESS = Statement(EPS, le(g_slope(y), B_max())), Statement(EPS, ge(g_slope(y), -B_max()))
"""−B_max ≤ g' ≤ B_max."""

_N3 = Group("beyond.n3-threshold", Kind.EXTENSION, "Lemma 1, sharpened", families=INEQUALITY)

CLAIMS = (
    _N3.proved("", "𝓑(p) ≤ B_max(ε) = 1/(3√3 √ε (1 + 4ε)) for every p", _bound, _bound.but(le(beta_bound(), sp.Rational(9, 10) * B_max()))),
    _N3.proved(
        "identity",
        "4(u + ε)³ − 27ε(1 + 4ε)²u²(1 − 4u) is a square times 4(1 + 3ε)u + ε",
        _identity,
        _identity.but(eq(_square, ((1 + 12 * eps) * u - eps) ** 2 * (4 * (1 + 3 * eps) * u + eps))),
        note="With u = p(1 − p) it is the difference of the squares in 𝓑 ≤ B_max, times what is positive.",
    ),
    _N3.proved(
        "square",
        "𝓑(p)² = u²(1 − 4u)/(4(u + ε)³) with u = p(1 − p)",
        _squared,
        _squared.but(eq(beta_bound() ** 2, variance() ** 2 * (1 - 2 * variance()) / (4 * (variance() + eps) ** 3))),
    ),
    _N3.proved(
        "attained",
        "𝓑(p) = B_max exactly where p(1 − p) = 2ε/(1 + 12ε)",
        _attained,
        _attained.but(iff(le(beta_bound(), B_max()), eq(variance(), _best_variance))),
    ),
    _N3.proved(
        "place",
        "p = (1 + √((1 + 4ε)/(1 + 12ε)))/2 has that variance",
        _place,
        _place.but(eq(variance(BEST), eps / (1 + 12 * eps))),
        note="The other is 1 − p, below 1/2.",
    ),
    _N3.proved("range", "It lies between (1 + 1/√3)/2 and 1", _range, _range.but(conj(lt(sp.Rational(9, 10), BEST), lt(BEST, 1)))),
    _N3.proved("maximum", "There 𝓑 is B_max: the bound cannot be improved", _there, _there.but(eq(beta_bound(BEST), B_max() / 2))),
    _N3.proved(
        "uniform",
        "If β > B_max then β > 𝓑(p) for every p: every fixed point of every prompt attracts",
        _uniform,
        _uniform.but(given=(*_anywhere, gt(beta, B_max() / 2))),
        uses=("lemma-1.condition.enough",),
        families=Claim.families,
        note="Remark 2 asks for such a condition; unlike Theorem 4's it does not speak of p*.",
    ),
    _N3.proved("slope", "In logits: g' = s/(1 + 4εc²)^{3/2}", _slope, _slope.but(eq(sp.Derivative(g(y), y), 2 * g_slope(y)))),
    _N3.proved(
        "logit",
        "𝓑(p) = |g'(logit p)|",
        _logit,
        _logit.but(eq(beta_bound(), sp.Abs(g_slope(logit(p) / 2)))),
        families=("algebra", "enclosure", "sampling"),
    ),
    _N3.proved(
        "steepest",
        "g' ≤ B_max on the whole line",
        RISES_LESS,
        RISES_LESS.but(le(g_slope(y), sp.Rational(9, 10) * B_max())),
        families=("algebra", "sampling"),
    ),
    _N3.proved(
        "steepest.falling",
        "g' ≥ −B_max on the whole line",
        FALLS_LESS,
        FALLS_LESS.but(ge(g_slope(y), -sp.Rational(9, 10) * B_max())),
        families=("algebra", "sampling"),
    ),
)
