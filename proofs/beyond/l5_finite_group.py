"""L5: with groups of G answers S is replaced by S_G, an average that is at most √(G − 1) for every ε, and constant for G = 2 and 3."""

import sympy as sp

from symbolic.claim import INEQUALITY, Kind
from symbolic.derivation import Chain, Step, applied
from symbolic.group import Group
from symbolic.notation import BETA, EPS, PROBABILITY, REFERENCE, beta, eps, kappa, logit, p, p_ref, smoothed, variance
from symbolic.statement import Statement, conj, eq, ge, gt, le, real
from symbolic.theorems import linearity, termwise, total

G = real("G")
"""The size of a group."""
k, m, q, w = real("k"), real("m"), real("q"), real("w")
"""A number of successes, its probability among G answers, that of one less among G − 2, and k(G − k)/G²."""
t = real("t")
"""The share k/G of successes in a group."""
W, V = real("W"), real("V")
"""The mean of t(1 − t) over all groups, and that of v(t)."""

_SIZE = (ge(G, 2),)
_kept = 1 - 1 / G
_share = w / sp.sqrt(w + eps)


def _v(t: sp.Expr) -> sp.Expr:
    """v(t) = t(1 − t)/√(t(1 − t) + ε)."""
    return variance(t) / smoothed(t)


# The recursion: the weight of a success is V/p on average over the other answers, that of a failure V/(1 − p).
_up, _down = p_ref * sp.exp(V / p / beta), (1 - p_ref) * sp.exp(-V / (1 - p) / beta)
_recursion = Statement((*BETA, *REFERENCE, *PROBABILITY), eq(logit(_up / (_up + _down)), logit(p_ref) + V / variance() / beta))

# S_G as an average of (w + ε)^{−1/2}.
_COUNT = (q, m, k)
_spread = k * (G - k) / G**2
_some = (*EPS, *PROBABILITY, *_SIZE, ge(k, 1), le(k, G - 1), eq(m, G * (G - 1) / (k * (G - k)) * variance() * q))
_each = q / sp.sqrt(_spread + eps)
EXPECTATION = Chain(
    (*EPS, *PROBABILITY, *_SIZE),
    total(m * _v(k / G), _COUNT),
    (
        applied(termwise(m * _v(k / G), "=", variance() * _kept * _each, _some, _COUNT), "C(G, k) = C(G − 2, k − 1) G(G − 1)/(k(G − k))"),
        applied(linearity([(variance() * _kept, _each)], _COUNT), "p and G do not vary with k"),
    ),
)
"""Σ m v(k/G) = p(1 − p) (1 − 1/G) Σ q/√(w + ε)."""

_AVERAGED = (q, w)
_mean = q / sp.sqrt(w + eps)
_WEIGHTS = (*EPS, *_SIZE, eq(total(q, _AVERAGED), 1))
_possible = (*EPS, *_SIZE, ge(q, 0), ge(w, (G - 1) / G**2), le(w, sp.Rational(1, 4)))


def _bounded(relation: str, bound: sp.Expr, why: str) -> Chain:
    """Σ q/√(w + ε) is at most (at least) the bound, as each 1/√(w + ε) is."""
    return Chain(
        _WEIGHTS,
        total(_mean, _AVERAGED),
        (
            applied(termwise(_mean, relation, bound * q, _possible, _AVERAGED), why),
            applied(linearity([(bound, q)], _AVERAGED), "the bound does not vary"),
            Step("=", bound, "the weights sum to 1"),
        ),
    )


FLOOR = _bounded(">=", 2 * kappa(), "w ≤ 1/4")
CEILING = _bounded("<=", G / sp.sqrt(G - 1), "w ≥ (G − 1)/G², and ε > 0")
_range = Statement((*_SIZE, ge(k, 1), le(k, G - 1)), conj(ge(_spread, (G - 1) / G**2), le(_spread, sp.Rational(1, 4))))
_most = Statement(_SIZE, eq(_kept * G / sp.sqrt(G - 1), sp.sqrt(G - 1)))

# Jensen: w/√(w + ε) lies below its tangent at the mean W of w.
_DRAWN = (m, t)
_slope = (W + 2 * eps) / (2 * (W + eps) ** sp.Rational(3, 2))
_tangent = W / sp.sqrt(W + eps) - _slope * W
_MOMENTS = (eq(total(m, _DRAWN), 1), eq(total(m * t, _DRAWN), p), eq(total(m * t**2, _DRAWN), p**2 + variance() / G))
MEAN = Chain(
    (*_SIZE, *_MOMENTS),
    total(m * variance(t), _DRAWN),
    (
        applied(termwise(m * variance(t), "=", m * t - m * t**2, (), _DRAWN), "t(1 − t) = t − t²"),
        applied(linearity([(sp.Integer(1), m * t), (-sp.Integer(1), m * t**2)], _DRAWN), "sums are linear"),
        Step("=", _kept * variance(), "mean p, and variance p(1 − p)/G"),
    ),
)
"""The mean of t(1 − t) is (1 − 1/G) p(1 − p)."""
JENSEN = Chain(
    (*EPS, gt(W, 0), eq(total(m, _DRAWN), 1), eq(total(m * variance(t), _DRAWN), W)),
    total(m * _v(t), _DRAWN),
    (
        applied(
            termwise(
                m * _v(t),
                "<=",
                _tangent * m + _slope * (m * variance(t)),
                (*EPS, gt(W, 0), ge(m, 0), ge(t, 0), le(t, 1)),
                _DRAWN,
            ),
            "w/√(w + ε) is concave: it lies below its tangent at W",
        ),
        applied(linearity([(_tangent, m), (_slope, m * variance(t))], _DRAWN), "neither number varies"),
        Step("=", W / sp.sqrt(W + eps), "the weights sum to 1, and W is the mean of t(1 − t)"),
    ),
)
"""V ≤ W/√(W + ε)."""
_divided = Statement(
    (*EPS, *PROBABILITY, *_SIZE, eq(W, _kept * variance())),
    eq(W / sp.sqrt(W + eps) / variance(), _kept / sp.sqrt(_kept * variance() + eps)),
)
_below = Statement((*EPS, *PROBABILITY, *_SIZE), le(_kept / sp.sqrt(_kept * variance() + eps), sp.sqrt(_kept) / smoothed()))

_third = sp.Rational(1, 3)
_S_3 = 2 * _third / sp.sqrt(sp.Rational(2, 9) + eps)
_pair = Statement((*EPS, *PROBABILITY), eq(2 * variance() * _v(sp.Rational(1, 2)) / variance(), kappa()))
_three = (3 * p * (1 - p) ** 2 * _v(_third) + 3 * p**2 * (1 - p) * _v(2 * _third)) / variance()
_triple = Statement((*EPS, *PROBABILITY), eq(_three, _S_3))

_L5 = Group("beyond.l5-finite-group", Kind.EXTENSION, "Section 2.2, with the mean and variance of a group of G answers")

CLAIMS = (
    _L5.proved(
        "",
        "logit p_n = logit p_ref + S_G/β, with S_G = V/(p(1 − p))",
        _recursion,
        _recursion.but(eq(_recursion.holds.lhs, logit(p_ref) + V / beta)),
        families=("algebra", "sampling"),
        uses=("theorem-1",),
        note="V is the mean of v(k/G), v(t) = t(1 − t)/√(t(1 − t) + ε), for k ~ Bin(G, p): the Bernstein polynomial of v at p = p_{n−1}. "
        "The weight (1 − t)/√(t(1 − t) + ε) of a success, averaged over the groups that hold it, is V/p; that of a failure V/(1 − p).",
    ),
    _L5.proved(
        "expectation",
        "S_G = (1 − 1/G) E (w + ε)^{−1/2}, w = k(G − k)/G², k − 1 ~ Bin(G − 2, p)",
        EXPECTATION,
        EXPECTATION.but(end=variance() * EXPECTATION.end),
        families=("algebra", "sampling"),
        note="Summed over k = 1, …, G − 1, since v(0) = v(1) = 0. The hypothesis on m and q is what the binomial coefficients satisfy.",
    ),
    _L5.proved("range", "Each w lies between (G − 1)/G² and 1/4", _range, _range.but(conj(ge(_spread, 1 / G), _range.holds.args[1]))),
    _L5.proved(
        "floor",
        "The average is at least 2κ, and so S_G ≥ 2(1 − 1/G)κ",
        FLOOR,
        FLOOR.but(end=3 * kappa()),
        uses=("beyond.l5-finite-group.range",),
    ),
    _L5.proved(
        "ceiling", "The average is at most G/√(G − 1)", CEILING, CEILING.but(end=sp.sqrt(G)), uses=("beyond.l5-finite-group.range",)
    ),
    _L5.proved(
        "ceiling.root",
        "and so S_G ≤ √(G − 1), for every ε",
        _most,
        _most.but(eq(_most.holds.lhs, sp.sqrt(G))),
        uses=("beyond.l5-finite-group.ceiling",),
        note="(1 − 1/G) G/√(G − 1) is √(G − 1).",
    ),
    _L5.proved(
        "mean",
        "The mean of t(1 − t) is (1 − 1/G) p(1 − p)",
        MEAN,
        MEAN.but(end=variance()),
        note="For shares t with mean p and variance p(1 − p)/G, as binomial ones have.",
    ),
    _L5.proved(
        "jensen",
        "V ≤ W/√(W + ε), W the mean of t(1 − t)",
        JENSEN,
        JENSEN.but(end=W / sp.sqrt(W + 2 * eps)),
        families=("algebra", "sampling"),
    ),
    _L5.proved(
        "jensen.divided",
        "and so S_G ≤ (1 − 1/G)/√((1 − 1/G) p(1 − p) + ε)",
        _divided,
        _divided.but(eq(_divided.holds.lhs, 1 / sp.sqrt(_kept * variance() + eps))),
        uses=("beyond.l5-finite-group.jensen", "beyond.l5-finite-group.mean"),
    ),
    _L5.proved(
        "below",
        "which is at most √(1 − 1/G) S: a group amplifies less than the whole population",
        _below,
        _below.but(le(_below.holds.lhs, _kept / smoothed())),
        families=INEQUALITY,
    ),
    _L5.proved(
        "pairs",
        "G = 2: S_2 = κ, whatever p is, and so one step is all",
        _pair,
        _pair.but(eq(_pair.holds.lhs, 2 * kappa())),
        uses=("beyond.l5-finite-group",),
    ),
    _L5.proved(
        "triples",
        "G = 3: S_3 = (2/3)/√(2/9 + ε), whatever p is",
        _triple,
        _triple.but(eq(_triple.holds.lhs, kappa())),
        uses=("beyond.l5-finite-group",),
    ),
)
