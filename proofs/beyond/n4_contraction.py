"""N4: for β > B_max(ε) the map contracts in logits, by B_max/β at each step whatever the prompt; for smaller β some prompt's does not."""

import sympy as sp

from proofs.beyond.n3_threshold import FALLS_LESS, RISES_LESS
from symbolic.claim import Kind
from symbolic.derivation import Argument, Chain, Step
from symbolic.group import Group
from symbolic.notation import (
    CLOSED,
    EPS,
    PARAMETERS,
    PROBABILITY,
    B_max,
    T,
    b_of,
    beta,
    beta_bound,
    eps,
    g_slope,
    h,
    logit,
    p,
    p_ref,
    variance,
)
from symbolic.statement import RELATE, Statement, between, conj, eq, gt, lt, real
from symbolic.theorems import Application, instance, rearranged
from symbolic.theorems.fixed_points import contraction
from symbolic.theorems.orbits import absorbed, conjugate

y = real("y")
"""The logit of p."""
_half = sp.Rational(1, 2)
_slope = sp.Derivative(T(y), y)
_factor = B_max() / beta
_ABOVE = (*PARAMETERS, gt(beta, B_max()))


def _bounded(bound: Statement, symbol: str, sign: int) -> tuple[Application, Chain]:
    """T' ≤ B_max/β, or with ``sign`` −1 T' ≥ −B_max/β, from the bound on g'."""
    here = instance(bound, {}, _ABOVE)
    assert isinstance(here.conclusion, Statement)
    divided = rearranged(here.conclusion, RELATE[symbol](g_slope(y) / beta, sign * _factor), factor=1 / beta)
    steps = (Step("=", g_slope(y) / beta, "T = logit p_ref + g/β"), Step(symbol, sign * _factor, "N3, divided by β", divided))
    return here, Chain(_ABOVE, _slope, steps)


_UP, _DOWN = _bounded(RISES_LESS, "<=", 1), _bounded(FALLS_LESS, ">=", -1)
CONTRACTS = Argument(
    (*_UP, *_DOWN, contraction(T(y), y, _factor, _ABOVE)),
    ("g' ≤ B_max", "T' ≤ B_max/β", "g' ≥ −B_max", "T' ≥ −B_max/β", "B_max < β"),
)
"""Banach in the coordinate logit p."""

_SHARP = (gt(p, 0), lt(p, _half), lt(p * (1 - p), sp.Rational(1, 6)), eq(eps, variance() / (2 - 12 * variance())))
_whose = 1 / (1 + (1 - p) / p * sp.exp(b_of() / beta))
_SHARP_BETA = (*_SHARP, gt(beta, 0), lt(beta, B_max()), eq(p_ref, _whose))
_fixed = Statement(_SHARP_BETA, eq(h(), p))
_repels = Statement(_SHARP_BETA, lt(sp.Derivative(h(), p), -1))
_largest = Statement(_SHARP, eq(beta_bound(), B_max()))
_best = (1 - sp.sqrt((1 + 4 * eps) / (1 + 12 * eps))) / 2
_of_best = variance(_best)
_each = Statement(EPS, conj(gt(_best, 0), lt(_best, _half), lt(_of_best, sp.Rational(1, 6)), eq(eps, _of_best / (2 - 12 * _of_best))))

_IN_LOGITS = Argument((conjugate(h(), p, PROBABILITY, logit(p), T(y), y, PARAMETERS),), ("logit h(p) = T(logit p), and 0 < h < 1",))
_ENTERS = Argument((absorbed(h(), p, CLOSED, PROBABILITY, PARAMETERS),), ("0 < h(p) < 1 for 0 ≤ p ≤ 1",))

_N4 = Group("beyond.n4-contraction", Kind.EXTENSION, "Theorem 4, sharpened")

CLAIMS = (
    _N4.proved(
        "",
        "For β > B_max(ε) there is one fixed point, and logit p_n approaches it by a factor B_max/β at each step, from any p_0 in (0, 1)",
        CONTRACTS,
        Argument((contraction(T(y), y, _factor / 2, _ABOVE),), ("too small a factor",)),
        uses=(
            "beyond.n3-threshold.steepest",
            "beyond.n3-threshold.steepest.falling",
            "beyond.n4-contraction.logits",
            "beyond.n4-contraction.start",
        ),
        families=("algebra", "sampling"),
        note="The rate is the same for every prompt, the condition does not speak of p*, and no start is excluded: from p_0 = 0 or 1 "
        "the bound holds from p_1 on.",
    ),
    _N4.proved(
        "logits",
        "y_n = logit p_n is the orbit of T",
        _IN_LOGITS,
        Argument((conjugate(h(), p, PROBABILITY, logit(p), T(2 * y), y, PARAMETERS),), ("another map",)),
    ),
    _N4.proved(
        "start",
        "From any p_0 in [0, 1], 0 < p_n < 1 for n ≥ 1",
        _ENTERS,
        Argument((absorbed(h(), p, CLOSED, between(_half, p, 1), PARAMETERS),), ("more than is true",)),
    ),
    _N4.proved(
        "sharp",
        "For β < B_max some prompt has a repelling fixed point: h' < −1 at the p below 1/2 at which 𝓑 is largest",
        _repels,
        _repels.but(lt(sp.Derivative(h(), p), -2)),
        uses=("beyond.n4-contraction.sharp.fixed",),
        families=("algebra", "sampling"),
        note="ε = u/(2 − 12u) says u = p(1 − p) = 2ε/(1 + 12ε).",
    ),
    _N4.proved("sharp.fixed", "For that p_ref, p is a fixed point", _fixed, _fixed.but(eq(h(), 1 - p))),
    _N4.proved(
        "sharp.largest", "There 𝓑 is B_max", _largest, _largest.but(eq(beta_bound(), B_max() / 2)), families=("algebra", "sampling")
    ),
    _N4.proved(
        "sharp.each",
        "Each ε > 0 has such a p, (1 − √((1 + 4ε)/(1 + 12ε)))/2",
        _each,
        _each.but(conj(gt(_best, 0), lt(_best, sp.Rational(1, 6)), lt(_of_best, sp.Rational(1, 6)), _each.holds.args[-1])),
    ),
)
