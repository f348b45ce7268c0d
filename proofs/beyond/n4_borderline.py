"""N4 at its threshold: for β = B_max(ε) the map still has one fixed point, to which every orbit converges, without a uniform rate."""

import sympy as sp

from symbolic.claim import Kind
from symbolic.derivation import Argument, Chain, Step
from symbolic.group import Group
from symbolic.notation import EPS, REFERENCE, B_max, T, beta, eps, logit, p_ref
from symbolic.statement import RELATE, Statement, eq, gt, lt, ne, real
from symbolic.theorems import instance, rearranged
from symbolic.theorems.fixed_points import shrinking

y, s = real("y"), real("s")
"""The logit of p, and sinh(y/2)."""
m, k = real("y_m"), real("s_m")
"""The logit at which g' is largest, and sinh of half of it."""
_root = sp.sqrt((1 + 4 * eps) / (8 * eps))
_turn = 2 * sp.log((sp.sqrt(1 + 4 * eps) + sp.sqrt(1 + 12 * eps)) / sp.sqrt(8 * eps))
_LINE = (*REFERENCE, *EPS, eq(beta, B_max()), eq(m, _turn))
_ELSEWHERE = (*_LINE, ne(y, m), ne(y, -m))
_HALF_OF_IT = (*REFERENCE, *EPS, eq(beta, B_max() / 2))
_low, _high = logit(p_ref), logit(p_ref) + 1 / (beta * sp.sqrt(eps))


def _in_sinh(s: sp.Expr) -> sp.Expr:
    """g'(y) with s = sinh(y/2): cosh² = 1 + s²."""
    return s / (1 + 4 * eps + 4 * eps * s**2) ** sp.Rational(3, 2)


_LESS = Statement((*EPS, eq(k, _root), ne(s, k)), lt(_in_sinh(s), B_max()))
_MORE = Statement((*EPS, eq(k, _root), ne(s, -k)), gt(_in_sinh(s), -B_max()))
_APART = Statement((ne(y, m),), ne(sp.sinh(y / 2), sp.sinh(m / 2)))
_TOUCHES = Statement((*REFERENCE, *EPS, eq(beta, B_max()), eq(y, _turn)), eq(sp.Derivative(T(y), y), 1))
_TOUCHES_BELOW = Statement((*REFERENCE, *EPS, eq(beta, B_max()), eq(y, -_turn)), eq(sp.Derivative(T(y), y), -1))
_REASONS = ("sinh takes each value once", "g' is ±B_max only where sinh(y/2) = ±√((1 + 4ε)/(8ε))", "T' is ±1 only there")


def _strictly(bound: Statement, symbol: str, sign: int) -> Argument:
    """T' < 1, or with ``sign`` −1 T' > −1, but for the points ±y_m."""
    at = sp.sinh(y / 2)
    here = instance(bound, {s: at, k: sp.sinh(m / 2)}, _ELSEWHERE)
    assert isinstance(here.conclusion, Statement)
    divided = rearranged(here.conclusion, RELATE[symbol](_in_sinh(at) / beta, sign * B_max() / beta), factor=1 / beta)
    steps = (
        Step("=", _in_sinh(at) / beta, "T = logit p_ref + g/β, and cosh² = 1 + sinh²"),
        Step(symbol, sign * B_max() / beta, "the bound on g', divided by β", divided),
        Step("=", sp.Integer(sign), "β = B_max"),
    )
    return Argument((instance(_APART, {m: sign * m}, _ELSEWHERE), here, Chain(_ELSEWHERE, sp.Derivative(T(y), y), steps)), _REASONS)


def _converges(given: tuple[sp.Basic, ...], *but_at: sp.Expr) -> Argument:
    return Argument((shrinking(T(y), y, _low, _high, given, but_at=but_at),), ("T lies between logit p_ref and logit p_ref + 1/(β√ε)",))


_N4 = Group("beyond.n4-contraction.borderline", Kind.EXTENSION, "Theorem 4, sharpened")

_steep = Chain(_HALF_OF_IT, sp.Derivative(T(y), y), (Step("<", sp.Integer(1), "half the threshold"),))
_steeply = Chain(_HALF_OF_IT, sp.Derivative(T(y), y), (Step(">", sp.Integer(-1), "half the threshold"),))

CLAIMS = (
    _N4.proved("largest", "g' = B_max at one value of sinh(y/2) at most", _LESS, _LESS.but(lt(_in_sinh(s), B_max() / 2))),
    _N4.proved("least", "g' = −B_max at one value of sinh(y/2) at most", _MORE, _MORE.but(gt(_in_sinh(s), -B_max() / 2))),
    _N4.proved("apart", "sinh(y/2) takes no value twice", _APART, _APART.but(given=())),
    _N4.proved(
        "rising",
        "T' < 1 but at one point",
        _strictly(_LESS, "<", 1),
        _steep,
        uses=("beyond.n4-contraction.borderline.largest", "beyond.n4-contraction.borderline.apart"),
        families=("algebra", "sampling"),
    ),
    _N4.proved(
        "falling",
        "T' > −1 but at one point",
        _strictly(_MORE, ">", -1),
        _steeply,
        uses=("beyond.n4-contraction.borderline.least", "beyond.n4-contraction.borderline.apart"),
        families=("algebra", "sampling"),
    ),
    _N4.proved(
        "rate",
        "At y_m T' is 1: no factor below 1 serves",
        _TOUCHES,
        _TOUCHES.but(eq(sp.Derivative(T(y), y), sp.Rational(99, 100))),
        families=("algebra", "sampling"),
    ),
    _N4.proved(
        "rate.falling",
        "and at −y_m −1",
        _TOUCHES_BELOW,
        _TOUCHES_BELOW.but(eq(sp.Derivative(T(y), y), sp.Rational(-99, 100))),
        families=("algebra", "sampling"),
    ),
    _N4.proved(
        "",
        "At β = B_max there still is one fixed point, and every orbit converges to it",
        _converges(_LINE, m, -m),
        _converges(_HALF_OF_IT),
        uses=(
            "beyond.n4-contraction.borderline.rising",
            "beyond.n4-contraction.borderline.falling",
            "beyond.n4-contraction.borderline.rate",
            "beyond.n4-contraction.logits",
            "beyond.n4-contraction.start",
        ),
        families=("algebra", "sampling"),
        note="y_m = 2 arsinh √((1 + 4ε)/(8ε)) is where g' is largest; at ±y_m T' is ±1, and so no factor below 1 serves.",
    ),
)
