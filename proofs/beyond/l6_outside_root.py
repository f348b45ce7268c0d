"""L6: Equation (3) as printed, ε added to the standard deviation: the map in logits, its steepest slope, its Schwarzian derivative."""

import sympy as sp
from sympy.logic.boolalg import Boolean

from symbolic.claim import Claim, Kind
from symbolic.derivation import Argument, Chain, Step
from symbolic.derivations.logit_map import rho
from symbolic.group import Group
from symbolic.notation import BETA, CLOSED, EPS, PROBABILITY, REFERENCE, beta, eps, logit, p, p_ref, variance
from symbolic.statement import Statement, conj, eq, ge, gt, le, lt, ne, real, substitute
from symbolic.theorems import Application, instance, monotone, rearranged
from symbolic.theorems.cycles import attracting_cycles
from symbolic.theorems.fixed_points import contraction
from symbolic.theorems.orbits import absorbed, increasing_orbit

_half = sp.Rational(1, 2)
_x = real("x")
_cosh, _sinh = sp.cosh(_x / 2), sp.sinh(_x / 2)
_zero = sp.Integer(0)


def gain(p: sp.Expr = p, eps: sp.Expr = eps) -> sp.Expr:
    """S(p) = 1/(√(p(1 − p)) + ε)."""
    return 1 / (sp.sqrt(variance(p)) + eps)


def g(y: sp.Expr, eps: sp.Expr = eps) -> sp.Expr:
    """S in the logit coordinate: 2c/(1 + 2εc), c = cosh(y/2)."""
    c = sp.cosh(y / 2)
    return 2 * c / (1 + 2 * eps * c)


_slope_of_g = _sinh / (1 + 2 * eps * _cosh) ** 2
_map = rho + g(_x) / beta
_first, _second, _third = sp.Derivative(_map, _x), sp.Derivative(_map, (_x, 2)), sp.Derivative(_map, (_x, 3))
_parameters = (*BETA, *EPS)

_logit = Statement((*EPS, *PROBABILITY), eq(gain(), g(logit(p))))
_up, _down = p_ref * sp.exp((1 - p) * gain() / beta), (1 - p_ref) * sp.exp(-p * gain() / beta)
_recursion = Statement((*_parameters, *REFERENCE, *CLOSED), eq(logit(_up / (_up + _down)), logit(p_ref) + gain() / beta))
_bounds = Statement((*EPS, *CLOSED), conj(le(2 / (1 + 2 * eps), gain()), le(gain(), 1 / eps)))
_slope = Statement(EPS, eq(sp.Derivative(g(_x), _x), _slope_of_g))
_schwarzian = Statement(
    (*_parameters, ne(_x, 0)),
    eq(_third / _first - sp.Rational(3, 2) * (_second / _first) ** 2, -(_cosh**2 + 2) / (8 * _sinh**2)),
)

# The steepest slope, at cosh(x/2) = C.
_root = sp.sqrt(1 + 32 * eps**2)
_C = (1 + _root) / (4 * eps)
STEEPEST = 4 * sp.sqrt(_C**2 - 1) / (3 + _root) ** 2
"""The largest value of g'."""
_c, _k = real("c"), real("k")
_quartic = Statement((gt(_k, 0), gt(_k**2, 2), ge(_c, 1)), le(16 * (_c**2 - 1) * (_k**2 - 1) ** 3, (_k**2 - 2 + _k * _c) ** 4))
_a, _b, _d, _e = real("a"), real("b"), real("d"), real("e")
_squares = Statement((gt(_b, 0), gt(_d, 0), ge(_e, 0), le(_a**2 * _d**2, _e * _b**2)), le(_a / _b, sp.sqrt(_e) / _d))
_bend = Statement(EPS, eq(sp.Derivative(g(_x), (_x, 2)), -(2 * eps * _cosh**2 - _cosh - 4 * eps) / (2 * (1 + 2 * eps * _cosh) ** 3)))
_stationary = Statement(EPS, eq(2 * eps * _C**2 - _C - 4 * eps, 0))
_attained = Statement(EPS, eq(substitute(_slope_of_g, {_x: 2 * sp.log(_C + sp.sqrt(_C**2 - 1))}), STEEPEST))


def _conclusion(application: Application) -> Statement:
    assert isinstance(application.conclusion, Statement)
    return application.conclusion


def _steepest(sign: int, bound: sp.Expr = STEEPEST) -> Argument:
    """sign·g' ≤ the steepest slope."""
    at = instance(_quartic, {_k: _C, _c: _cosh}, EPS)
    squared = rearranged(
        _conclusion(at),
        le((sign * _sinh) ** 2 * (1 + 2 * eps * _C) ** 4, (_C**2 - 1) * (1 + 2 * eps * _cosh) ** 4),
        factor=(_C**2 - 1) / (_C**2 - 2) ** 4,
    )
    values = {_a: sign * _sinh, _b: (1 + 2 * eps * _cosh) ** 2, _d: (1 + 2 * eps * _C) ** 2, _e: _C**2 - 1}
    rooted = instance(_squares, values, EPS)
    last = Chain(
        EPS,
        sign * _slope_of_g,
        (
            Step("<=", _conclusion(rooted).holds.rhs, "a² d² ≤ e b² says a/b ≤ √e/d", rooted),
            Step("=", bound, "1 + 2εC = (3 + √(1 + 32ε²))/2"),
        ),
    )
    return Argument(
        (at, squared, last), ("a quartic with the double root c = C, where 2ε(C² − 2) = C", "a² d² ≤ e b²", "the root of both sides")
    )


def _contracts(given: tuple[Boolean, ...]) -> Argument:
    factor = STEEPEST / beta
    up, down = (instance(_conclusion_of(_steepest(sign)), {}, given) for sign in (1, -1))
    rises = rearranged(_conclusion(up), le(_slope_of_g / beta, factor), factor=1 / beta)
    falls = rearranged(_conclusion(down), ge(_slope_of_g / beta, -factor), factor=1 / beta)
    above = Chain(given, _first, (Step("=", _slope_of_g / beta, "T = ρ + g/β"), Step("<=", factor, "g' is at most the steepest", rises)))
    below = Chain(given, _first, (Step("=", _slope_of_g / beta, "T = ρ + g/β"), Step(">=", -factor, "and at least minus that", falls)))
    return Argument(
        (up, down, above, below, contraction(_map, _x, factor, given)), ("g' ≤", "g' ≥", "T' ≤", "T' ≥", "a contraction of the line")
    )


def _conclusion_of(argument: Argument) -> Statement:
    assert isinstance(argument.conclusion, Statement)
    return argument.conclusion


_at = substitute(g(_x), {_x: rho})
_FAST, _SLOW = ((*_parameters, lt(rho, 0), relation) for relation in (lt(2 * beta * -rho, _at), le(_at, 2 * beta * -rho)))


def _climb(given: tuple[Boolean, ...]) -> Argument:
    top = rho + 1 / (beta * eps)
    return Argument(
        (monotone(_map, _x, -rho, top, increasing=True, given=given), increasing_orbit(_map, _x, -rho, top, given)),
        ("T increases on x > 0", "x_1 > |ρ|, and T is bounded by ρ + 1/(βε)"),
    )


def _stay(given: tuple[Boolean, ...]) -> Argument:
    image, least = (substitute(_map, {_x: at}) for at in (rho, _zero))
    lands = (ge(_x, least), le(_x, image))
    return Argument(
        (Statement(given, le(image, -rho)), absorbed(_map, _x, (ge(_x, rho), le(_x, -rho)), lands, given)),
        ("p_1 ≤ 1 − p_ref", "where |x| ≤ |ρ|, T(0) ≤ T(x) ≤ T(ρ)"),
    )


_kink = gain(_zero) - gain()
_steep_end = Statement((*EPS, gt(p, 0), le(p, _half)), ge(_kink / p, 1 / (sp.sqrt(2 * p) * eps * (_half + eps))))

_L6 = Group("beyond.l6-outside-root", Kind.EXTENSION, "Equation (3), with ε outside the root", families=("algebra", "sampling"))

CLAIMS = (
    _L6.proved("", "In logits S becomes g = 2c/(1 + 2εc)", _logit, _logit.but(eq(gain(), g(logit(p) / 2))), note="With c = cosh(x/2)."),
    _L6.proved(
        "recursion",
        "logit p_n = logit p_ref + S(p_{n−1})/β",
        _recursion,
        _recursion.but(eq(_recursion.holds.lhs, logit(p_ref) + gain())),
        uses=("theorem-1", "theorem-2"),
        note="Theorem 1 holds with any bracket v at each outcome, here (r − p)S(p), and p_n is its share of successes as in Theorem 2.",
    ),
    _L6.proved(
        "amplification",
        "2/(1 + 2ε) ≤ S ≤ 1/ε: amplification as in N1, with 1/(1 + 2ε) for κ and ε for √ε",
        _bounds,
        _bounds.but(conj(le(3 / (1 + 2 * eps), gain()), le(gain(), 1 / eps))),
    ),
    _L6.proved("slope", "g' = s/(1 + 2εc)²", _slope, _slope.but(eq(_slope.holds.lhs, 2 * _slope_of_g)), families=Claim.families),
    _L6.proved("bend", "g' is stationary where 2εc² − c − 4ε = 0", _bend, _bend.but(eq(_bend.holds.lhs, 2 * _bend.holds.rhs))),
    _L6.proved(
        "stationary", "which is so at c = C = (1 + √(1 + 32ε²))/(4ε)", _stationary, _stationary.but(eq(2 * eps * _C**2 - _C - eps, 0))
    ),
    _L6.proved("steepest", "g' ≤ 4√(C² − 1)/(3 + R)², with R = √(1 + 32ε²) and C = (1 + R)/(4ε)", _steepest(1), _steepest(1, STEEPEST / 2)),
    _L6.proved("steepest-fall", "and g' is at least minus that", _steepest(-1), _steepest(-1, STEEPEST / 2)),
    _L6.proved("attained", "It takes that value, where cosh(x/2) = C", _attained, _attained.but(eq(_attained.holds.lhs, 2 * STEEPEST))),
    _L6.proved(
        "contraction",
        "For β above that value the map contracts in logits, whatever p_ref",
        _contracts((*_parameters, gt(beta, STEEPEST))),
        _contracts((*_parameters, gt(beta, STEEPEST / 2))),
        uses=("beyond.l6-outside-root.steepest", "beyond.l6-outside-root.steepest-fall"),
    ),
    _L6.proved(
        "schwarzian",
        "The Schwarzian derivative is −(c² + 2)/(8s²), free of ε",
        _schwarzian,
        _schwarzian.but(eq(_schwarzian.holds.lhs, -(_cosh**2 + 1) / (8 * _sinh**2))),
        note="g is a fractional linear function of c, which does not change the Schwarzian derivative.",
    ),
    _L6.proved(
        "cycles",
        "At most two cycles attract",
        Argument((attracting_cycles(_map, _x, _parameters),), ("T is even, increases on x > 0, and 2T'T''' < 3T''²",)),
        Argument((attracting_cycles(-_map, _x, _parameters),), ("upside down",)),
        uses=("beyond.l6-outside-root.schwarzian",),
    ),
    _L6.proved(
        "above",
        "If 2β|ρ| < g(ρ), p_n increases from n = 1 on to the smallest fixed point above 1 − p_ref",
        _climb(_FAST),
        _climb(_SLOW),
        families=Claim.families,
    ),
    _L6.proved("below", "Else h(1/2) ≤ p_n ≤ p_1 ≤ 1 − p_ref for every n ≥ 1", _stay(_SLOW), _stay(_FAST), families=Claim.families),
    _L6.proved(
        "ends",
        "h is not differentiable at 0: (S(0) − S(p))/p ≥ 1/(√(2p) ε(1/2 + ε)), without bound as p → 0",
        _steep_end,
        _steep_end.but(ge(_kink / p, 2 / (sp.sqrt(2 * p) * eps * (_half + eps)))),
        note="By symmetry nor at 1. In logits the map is smooth.",
    ),
)
