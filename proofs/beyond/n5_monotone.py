"""N5: for p_ref ≥ 1/2 p_n increases to the smallest fixed point; if h(1/2) ≥ 1/2 every start gives a monotone sequence."""

import sympy as sp

from symbolic.claim import Kind
from symbolic.derivation import Argument, Chain, Step
from symbolic.group import Group
from symbolic.notation import BETA, CLOSED, EPS, PARAMETERS, beta, h, kappa, logit, odds_against, p, p_ref, sigma, z
from symbolic.statement import RELATE, Statement, ge, gt, le, lt
from symbolic.theorems import instance
from symbolic.theorems.orbits import absorbed, increasing_orbit, monotone_orbits

_half, _one = sp.Rational(1, 2), sp.Integer(1)
_LIKELY = (*PARAMETERS, ge(p_ref, _half))
_UNLIKELY = (gt(p_ref, 0), lt(p_ref, _half), *BETA, *EPS)
_HIGH = (*PARAMETERS, ge(h(_half), _half))
_least = logit(p_ref) + 2 * kappa() / beta
_threshold = 2 * kappa() / sp.log(odds_against())

RISES = Argument((increasing_orbit(h(), p, p_ref, _one, _LIKELY),), ("h(p_ref) > p_ref, and h increases on [1/2, 1]",))
"""From p_0 = p_ref ≥ 1/2."""

EVERY_START = Argument(
    (absorbed(h(), p, CLOSED, (ge(p, _half), le(p, 1)), _HIGH), monotone_orbits(h(), p, _half, _one, _HIGH)),
    ("from n = 1 on p_n ≥ h(1/2) ≥ 1/2", "h increases on [1/2, 1]"),
)
"""If h(1/2) ≥ 1/2."""

_likely = Statement(_LIKELY, gt(h(_half), _half))


def _side(given: tuple[sp.Basic, ...], sign: str, half: str) -> Argument:
    """On which side of 1/2 h(1/2) lies: that on which its logit lies of 0."""
    at_zero = Statement((RELATE[sign](z, 0),), RELATE[half](sigma(z), _half))
    here = instance(at_zero, {z: _least}, given)
    chain = Chain(given, h(_half), (Step("=", sigma(_least), "N1"), Step(half, _half, "σ(0) = 1/2, and σ increases", here)))
    return Argument((at_zero, chain), ("σ(0) = 1/2, and σ increases", "at logit p_ref + 2κ/β"))


_ABOVE = _side((*_UNLIKELY, le(beta, _threshold)), ">=", ">=")
_BELOW = _side((*_UNLIKELY, gt(beta, _threshold)), "<", "<")


def _example(q: sp.Expr) -> sp.Expr:
    return h(q, _half, sp.Integer(2), sp.Rational(1, 100_000))


def _near(start: sp.Expr, end: sp.Expr) -> Argument:
    return Argument((increasing_orbit(_example(p), p, start, end),), ("h exceeds the diagonal at the first and not at the second",))


_nine, _almost = sp.Rational(9, 10), sp.Rational(999, 1000)

_N5 = Group("beyond.n5-monotone", Kind.EXTENSION, "Theorem 3, sharpened")

CLAIMS = (
    _N5.proved(
        "",
        "From p_0 = p_ref ≥ 1/2, p_n increases strictly to the smallest fixed point, for every β",
        RISES,
        Argument((increasing_orbit(h(), p, p_ref, _one, PARAMETERS),), ("p_ref below 1/2 too",)),
        uses=("beyond.n1-amplification.fixed-points",),
        note="The smallest in [p_ref, 1] is the smallest of all, since every fixed point exceeds p_ref.",
    ),
    _N5.proved("likely", "If p_ref ≥ 1/2 then h(1/2) > 1/2", _likely, _likely.but(given=PARAMETERS)),
    _N5.proved(
        "every-start",
        "If h(1/2) ≥ 1/2, p_n is monotone and converges to a fixed point, from any p_0 in [1/2, 1]",
        EVERY_START,
        Argument((monotone_orbits(h(), p, _half, _one, PARAMETERS),), ("without the hypothesis",)),
        note="From p_0 in [0, 1/2) the same from n = 1 on, since p_1 = h(p_0) ≥ h(1/2) ≥ 1/2: the first step. Not strictly: p_0 may be a "
        "fixed point, or the mirror image 1 − p* of one, from which p_1 = p*.",
    ),
    _N5.proved(
        "threshold",
        "For p_ref < 1/2, h(1/2) ≥ 1/2 if β ≤ 2κ/log((1 − p_ref)/p_ref)",
        _ABOVE,
        _side((*_UNLIKELY, le(beta, 2 * _threshold)), ">=", ">="),
        uses=("beyond.n1-amplification.value",),
    ),
    _N5.proved(
        "threshold.sharp",
        "and h(1/2) < 1/2 if β is greater",
        _BELOW,
        _side((*_UNLIKELY, gt(beta, _threshold / 2)), "<", "<"),
        uses=("beyond.n1-amplification.value",),
    ),
    _N5.proved(
        "limit.smallest",
        "p_ref = 1/2, β = 2, ε = 1e-5: from p_0 = p_ref the limit is at most 9/10",
        _near(_half, _nine),
        _near(_half, sp.Rational(51, 100)),
        families=("algebra", "enclosure", "sampling"),
    ),
    _N5.proved(
        "limit.another",
        "With the same parameters from p_0 = 999/1000 the limit is above that: not every start leads to the smallest fixed point",
        _near(_almost, _one),
        _near(_nine, _one),
        families=("algebra", "enclosure", "sampling"),
    ),
)
