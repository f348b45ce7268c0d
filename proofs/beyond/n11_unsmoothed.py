"""N11: without smoothing, h extended by 1 at 0 and 1 has fixed points inside iff logit p_ref ≤ 2 asinh β − 2√(1 + β⁻²); else p_n → 1."""

import sympy as sp
from sympy.logic.boolalg import Boolean

from symbolic.claim import INEQUALITY, Kind
from symbolic.derivation import Argument, Chain, Step
from symbolic.derivations.logit_map import move, rho
from symbolic.group import Group
from symbolic.notation import BETA, PROBABILITY, REFERENCE, T, beta, h, logit, p
from symbolic.statement import Statement, eq, ge, gt, le, lt, real, substitute
from symbolic.theorems import instance, intermediate_value, rearranged
from symbolic.theorems.orbits import conjugate, growing

_x, _y, _lambda = real("x"), real("y"), real("lambda")
_zero = sp.Integer(0)
_plain = move(_x, eps=_zero)
_root = beta + sp.sqrt(1 + beta**2)
_asinh = sp.log(_root)
LIMIT = 2 * _asinh - 2 * sp.sqrt(1 + 1 / beta**2)
"""2 asinh β − 2√(1 + β⁻²), the largest logit p_ref with a fixed point inside."""
_up = _root * (1 + _x / 2 - _asinh)
_down = (1 + sp.log(_root * sp.exp(-_x / 2))) / _root
_first, _second, _third = (_x - e / beta for e in (sp.exp(_x / 2) + sp.exp(-_x / 2), _up + sp.exp(-_x / 2), _up + _down))
_tangent = rearranged(Statement(BETA, ge(sp.exp(_x / 2), _up)), le(_first, _second), factor=1 / beta)
_mirrored = rearranged(Statement(BETA, ge(sp.exp(-_x / 2), _down)), le(_second, _third), factor=1 / beta)

BOUND = Chain(
    BETA,
    _x - 2 * sp.cosh(_x / 2) / beta,
    (
        Step("=", _first, "2 cosh y = e^y + e^{−y}"),
        Step("<=", _second, "the tangent of e^y at asinh β", _tangent),
        Step("<=", _third, "log y ≤ y − 1 with y = k e^{−x/2}, k = e^{asinh β}", _mirrored),
        Step("=", LIMIT, "k − 1/k = 2β and k + 1/k = 2√(1 + β²)"),
    ),
)
"""x − 2cosh(x/2)/β ≤ 2 asinh β − 2√(1 + β⁻²)."""

_FEW, _NONE, _EDGE = (*BETA, lt(rho, LIMIT)), (*BETA, gt(rho, LIMIT)), (*BETA, eq(rho, LIMIT))
_attained = Statement(BETA, eq(2 * _asinh - 2 * sp.cosh(_asinh) / beta, LIMIT))
_touches = Statement(_EDGE, eq(substitute(_plain, {_x: 2 * _asinh}), 2 * _asinh))
_grows = Statement(BETA, gt(sp.Derivative(LIMIT, beta), 0))
_small = Statement(BETA, le(LIMIT, 2 * beta - 2 / beta))
_large = Statement(BETA, ge(LIMIT, 2 * sp.log(beta) - 2 - 2 / beta))
_laplace = Statement(
    (gt(_lambda, 0), eq(beta, 1 / _lambda)),
    eq(LIMIT, -2 * sp.log(_lambda * sp.exp(sp.sqrt(1 + _lambda**2)) / (1 + sp.sqrt(1 + _lambda**2)))),
)


def _exists(given: tuple[Boolean, ...]) -> Argument:
    return Argument((intermediate_value(_plain - _x, _x, rho, 2 * _asinh, given),), ("T(ρ) > ρ, and T(x) < x at x = 2 asinh β",))


def _escape(given: tuple[Boolean, ...]) -> Argument:
    bound = BOUND.conclusion
    assert isinstance(bound, Statement)
    here = instance(bound, {}, given)
    assert isinstance(here.conclusion, Statement)
    moved = rearranged(here.conclusion, ge(_plain, _x + (rho - LIMIT)))
    return Argument(
        (here, moved, growing(_plain, _x, rho - LIMIT, given)),
        ("x − 2cosh(x/2)/β has a largest value", "T moves every x on by ρ less that value", "again and again"),
    )


def _zero_between(low: str, high: str) -> Argument:
    return Argument((intermediate_value(-LIMIT, beta, sp.Rational(low), sp.Rational(high)),), ("its sign at both ends",))


_N11 = Group("beyond.n11-unsmoothed", Kind.EXTENSION, "Remark 1, sharpened")

_IN_LOGITS = Argument(
    (conjugate(h(eps=_zero), p, PROBABILITY, logit(p), T(_y, eps=_zero), _y, (*REFERENCE, *BETA)),),
    ("logit h(p) = T(logit p) for ε = 0 too, and 0 < h < 1",),
)
_WRONG_LOGITS = Argument((conjugate(h(eps=_zero), p, PROBABILITY, logit(p), T(_y, eps=beta), _y, (*REFERENCE, *BETA)),), ("smoothed",))

CLAIMS = (
    _N11.proved(
        "logit", "Inside (0, 1) the orbits of h without smoothing are those of T(y) = logit p_ref + 2cosh(y/2)/β", _IN_LOGITS, _WRONG_LOGITS
    ),
    _N11.proved(
        "bound",
        "x − 2cosh(x/2)/β ≤ 2 asinh β − 2√(1 + β⁻²)",
        BOUND,
        BOUND.but(end=2 * _asinh - sp.Rational(21, 10) * sp.sqrt(1 + 1 / beta**2)),
        note="At a fixed point the left side is logit p_ref: no fixed point inside for a larger one.",
    ),
    _N11.proved(
        "attained", "with equality at x = 2 asinh β", _attained, _attained.but(eq(2 * _asinh - 2 * sp.cosh(2 * _asinh) / beta, LIMIT))
    ),
    _N11.proved(
        "",
        "There is a fixed point inside for every logit p_ref below that value",
        _exists(_FEW),
        _exists(_NONE),
        uses=("beyond.n11-unsmoothed.bound", "beyond.n11-unsmoothed.logit"),
        note="With the bound: if and only if logit p_ref is at most that value. The point 1, with h(1) = 1, is always one.",
    ),
    _N11.proved("edge", "At that value 2 asinh β is one", _touches, _touches.but(given=_FEW)),
    _N11.proved(
        "escape",
        "Above it every orbit increases, and p_n → 1 from every start",
        _escape(_NONE),
        _escape(_FEW),
        uses=("beyond.n11-unsmoothed.bound", "beyond.n11-unsmoothed.logit"),
        note="logit p_n tends to infinity; from 0 and 1 the extended map goes to 1 at once.",
    ),
    _N11.proved(
        "threshold",
        "The value increases with β",
        _grows,
        _grows.but(lt(sp.Derivative(LIMIT, beta), 2 / beta)),
        uses=("beyond.n11-unsmoothed.threshold.small", "beyond.n11-unsmoothed.threshold.large"),
        note="So that at each p_ref there is a least β with a fixed point inside.",
    ),
    _N11.proved(
        "threshold.small",
        "It is at most 2β − 2/β: for small β below any logit p_ref",
        _small,
        _small.but(le(LIMIT, beta / 4 - 2 / beta)),
        families=("algebra", "sampling"),
    ),
    _N11.proved(
        "threshold.large",
        "and at least 2 log β − 2 − 2/β: for large β above any",
        _large,
        _large.but(ge(LIMIT, 2 * sp.log(beta) - 2 / beta)),
        families=INEQUALITY,
    ),
    _N11.proved(
        "half",
        "At p_ref = 1/2 that least β lies between 1.508879561538 and 1.508879561539",
        _zero_between("1.508879561538", "1.508879561539"),
        _zero_between("1.508879561537", "1.508879561538"),
        uses=("beyond.n11-unsmoothed.threshold",),
    ),
    _N11.proved(
        "laplace",
        "It is the reciprocal of the Laplace limit, where λe^{√(1 + λ²)} = 1 + √(1 + λ²)",
        _laplace,
        _laplace.but(eq(LIMIT, -sp.log(_lambda * sp.exp(sp.sqrt(1 + _lambda**2)) / (1 + sp.sqrt(1 + _lambda**2))))),
    ),
)
