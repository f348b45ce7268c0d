"""L4, convergence: 2α + β ≥ B_max lets every orbit converge; and the weight from which the 2-cycle of Figure 5 is gone."""

import sympy as sp
from sympy.logic.boolalg import Boolean

from proofs.beyond.l4_two_penalties import alpha, both
from symbolic.claim import Kind
from symbolic.derivation import Argument, Chain, Step
from symbolic.derivations.logit_map import move, rho
from symbolic.group import Group
from symbolic.notation import BETA, EPS, B_max, beta, eps, g, g_slope, logit
from symbolic.statement import Statement, between, conj, ge, gt, le, lt, ne, real, substitute
from symbolic.theorems import either, instance, intermediate_value, rearranged
from symbolic.theorems.schema import Application
from symbolic.theorems.trapping import coppel, trapped

_R = sp.Rational
_x, _s = real("x"), real("s")
_low, _high = real("l"), real("u")
_given = (*BETA, ge(alpha, 0), *EPS)
_map = both(_x)
_slope = sp.Derivative(_map, _x)

# −B_max < g' but at one point, where sinh(x/2) = −√((1 + 4ε)/(8ε)).
_base = 1 + 4 * eps
_edge = sp.sqrt(_base / (8 * eps))
_width = _base + 4 * eps * _s**2
_elsewhere = (*EPS, ne(_s + _edge, 0))
_steep = gt(_s / _width ** _R(3, 2), -B_max())
_cubed = lt(27 * eps * _base**2 * _s**2, _width**3)
_falling = instance(Statement((*EPS, le(_s, 0), _cubed), _steep), {}, (*_elsewhere, le(_s, 0)))
_anywhere = either(Statement(_elsewhere, _steep), _s)


def _steeper(given: tuple[Boolean, ...]) -> tuple[Application, Application]:
    """The same at s = sinh(x/2): g'(x) > −B_max."""
    said = _anywhere.conclusion
    assert isinstance(said, Statement)
    at = instance(said, {_s: sp.sinh(_x / 2)}, given)
    assert isinstance(at.conclusion, Statement)
    return at, rearranged(at.conclusion, gt((B_max() + g_slope(_x)) / (alpha + beta), 0), factor=1 / (alpha + beta))


def _averaged(bound: Boolean, given: tuple[Boolean, ...], other: sp.Expr) -> tuple[Application, Application]:
    """F ≥ (≤) the mean of ρ and x with ``other`` in place of g, from the bound on g."""
    here = instance(Statement(EPS, bound), {}, given)
    assert isinstance(here.conclusion, Statement)
    mean = (beta * rho + alpha * _x + other) / (alpha + beta)
    return here, rearranged(here.conclusion, type(bound)(_map, mean, evaluate=False), factor=1 / (alpha + beta))


def _interval(enough: Boolean) -> tuple[Boolean, ...]:
    return (*_given, enough, le(_low, rho), ge(_high, rho + 1 / (beta * sp.sqrt(eps))))


_ENOUGH = _interval(ge(2 * alpha + beta, B_max()))
_TOO_LITTLE = _interval(ge(2 * alpha + beta, _R(9, 10) * B_max()))
_bar = sp.sinh(_x / 2) + _edge
STEEP = Argument((_falling, _anywhere), ("a cube against a square", "and where s ≥ 0"))


def _rises(given: tuple[Boolean, ...]) -> Argument:
    """x + F(x) increases inside [l, u]."""
    inside = (*given, *between(_low, _x, _high), ne(_bar, 0))
    at, positive = _steeper(inside)
    chain = Chain(
        inside,
        1 + _slope,
        (
            Step("=", (2 * alpha + beta + g_slope(_x)) / (alpha + beta), "the multiplier"),
            Step(">=", (B_max() + g_slope(_x)) / (alpha + beta), "2α + β ≥ B_max"),
            Step(">", sp.Integer(0), "g' > −B_max but at one point", positive),
        ),
    )
    return Argument((at, chain), ("at s = sinh(x/2)", "x + F(x) increases"))


def _at_least(end: sp.Expr) -> Argument:
    closed = (*_ENOUGH, le(_low, _x), le(_x, _high))
    here, first = _averaged(ge(g(_x), 0), closed, sp.Integer(0))
    steps = (
        Step(">=", (beta * rho + alpha * _x) / (alpha + beta), "g ≥ 0", first),
        Step(">=", (beta * _low + alpha * _x) / (alpha + beta), "ρ ≥ l"),
        Step(">=", (beta * _low + alpha * _low) / (alpha + beta), "x ≥ l"),
        Step("=", end, "a mean of l and l"),
    )
    return Argument((here, Chain(closed, _map, steps)), ("the gain is positive", "F averages x and T(x)"))


def _at_most(end: sp.Expr) -> Argument:
    closed = (*_ENOUGH, le(_low, _x), le(_x, _high))
    here, first = _averaged(le(g(_x), 1 / sp.sqrt(eps)), closed, 1 / sp.sqrt(eps))
    steps = (
        Step("<=", (beta * rho + alpha * _x + 1 / sp.sqrt(eps)) / (alpha + beta), "g ≤ 1/√ε", first),
        Step("<=", (beta * _high + alpha * _x) / (alpha + beta), "ρ + 1/(β√ε) ≤ u"),
        Step("<=", (beta * _high + alpha * _high) / (alpha + beta), "x ≤ u"),
        Step("=", end, "a mean of u and u"),
    )
    return Argument((here, Chain(closed, _map, steps)), ("the gain is bounded", "F averages x and T(x)"))


def _convergence(given: tuple[Boolean, ...]) -> Argument:
    return Argument((coppel(_map, _x, _low, _high, given, barring=_bar),), ("x + F(x) increases: there is no 2-cycle",))


# Figure 5: p_ref = 0.001, β = 5, ε = 1e-5.
_figure = both(_x, logit(_R("0.001")), alpha, sp.Integer(5), _R("1e-5"))


def _cycle(weight: str) -> Argument:
    once = _figure.subs(alpha, _R(weight))
    low, high = _R("-4.794775"), _R("-4.749775")
    return Argument(
        (Statement((ge(_x, low), le(_x, high)), gt(once, _x)), intermediate_value(once.subs(_x, once) - _x, _x, low, high)),
        ("no fixed point there", "but a point that comes back after two steps: a 2-cycle"),
    )


def _calm(least: str, most: str) -> Argument:
    ends = (sp.Integer(-7), _R("-0.41"), sp.Integer(1))
    stable = (_R("-4.7447750711"), _R("-4.7447748711"))
    given = (ge(alpha, _R(least)), le(alpha, _R(most)))
    return Argument(
        (
            Statement((), lt(-7, logit(_R("0.001")))),
            trapped(_figure, _x, ends, given, descends=True, schwarzian=True, stable=stable),
        ),
        ("the interval holds logit p_ref", "all its orbits tend to the fixed point"),
    )


def _threshold(least: str, most: str) -> Argument:
    """The α at which the multiplier of Figure 5's fixed point is −1, (−g' − 5)/2, lies between the two."""
    at = substitute(move(_x, logit(_R("0.001")), _R("1e-5")), {beta: sp.Integer(5)})
    low, high = _R("-4.74477497101484719"), _R("-4.74477497101484718")
    weight = (-g_slope(_x, _R("1e-5")) - 5) / 2
    return Argument(
        (
            intermediate_value(at - _x, _x, low, high),
            Statement((ge(_x, low), le(_x, high)), conj(lt(_R(least), weight), lt(weight, _R(most)))),
        ),
        ("the fixed point", "where 2α + β = −g'"),
    )


_L4 = Group("beyond.l4-two-penalties", Kind.EXTENSION, "Goes past the paper: Section 4", families=("algebra", "sampling"))

CLAIMS = (
    _L4.proved(
        "steepness",
        "s/(1 + 4ε(1 + s²))^{3/2} > −B_max but at one s",
        STEEP,
        Argument((Statement(_elsewhere, gt(_s / _width ** _R(3, 2), -B_max() / 2)),), ("half of it",)),
    ),
    _L4.proved(
        "rising", "x + F(x) increases if 2α + β ≥ B_max", _rises(_ENOUGH), _rises(_TOO_LITTLE), uses=("beyond.l4-two-penalties.steepness",)
    ),
    _L4.proved("least", "F does not leave an interval around logit p_ref downwards", _at_least(_low), _at_least(_low + 1)),
    _L4.proved("most", "nor upwards, if it reaches up to logit p_ref + 1/(β√ε)", _at_most(_high), _at_most(_high - 1)),
    _L4.proved(
        "",
        "If 2α + β ≥ B_max every orbit converges to a fixed point",
        _convergence(_ENOUGH),
        _convergence((*_ENOUGH[:-1], ge(_high, rho))),
        uses=(
            "beyond.l4-two-penalties.recursion",
            "beyond.l4-two-penalties.rising",
            "beyond.l4-two-penalties.least",
            "beyond.l4-two-penalties.most",
        ),
        note="Any start lies in such an interval.",
    ),
    _L4.proved(
        "figure-5.cycle",
        "The 2-cycle of Figure 5 is still there at α = 0.15276",
        _cycle("0.15276"),
        _cycle("0.16"),
        families=("enclosure", "sampling"),
    ),
    _L4.proved(
        "figure-5.threshold",
        "Figure 5's fixed point attracts for α above 0.152769615288880…, and repels below: there 2α + β = −g'",
        _threshold("0.152769615288880", "0.152769615288881"),
        _threshold("0.152769615288881", "0.152769615288882"),
        uses=("beyond.l4-two-penalties.stability", "beyond.l4-two-penalties.fixed-points"),
        families=("enclosure", "sampling"),
    ),
    _L4.proved(
        "figure-5.calm",
        "From α = 0.15277 to 0.2 all orbits of Figure 5's case that start with a logit between −7 and 1 tend to its fixed point",
        _calm("0.15277", "0.2"),
        _calm("0.15276", "0.2"),
        uses=("beyond.n7-schwarzian.negative",),
        families=("enclosure", "sampling"),
        note="p_ref = 0.001 is such a start. The fixed point is p = 0.0086220….",
    ),
)
