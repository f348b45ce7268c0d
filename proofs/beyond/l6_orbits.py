"""L6, what carries over of N4's sharpness, N5 and N9 to ε outside the root: repelling fixed points, monotone orbits, trapped orbits."""

import sympy as sp
from sympy.logic.boolalg import Boolean

from proofs.beyond.l6_outside_root import STEEPEST, g
from symbolic.claim import Claim, Kind
from symbolic.derivation import Argument, Chain, Step
from symbolic.derivations.logit_map import rho
from symbolic.derivations.trapping import above, bottom, by_least, descent, floor, folded, slow, trap
from symbolic.group import Group
from symbolic.notation import BETA, EPS, beta, eps
from symbolic.statement import Statement, eq, ge, iff, le, lt, real, substitute
from symbolic.theorems import monotone, rearranged
from symbolic.theorems.orbits import absorbed, increasing_orbit, monotone_orbits

_x = real("x")
_zero = sp.Integer(0)
_given = (*BETA, *EPS)
_map = rho + g(_x) / beta
_top = rho + 1 / (beta * eps)
_LIKELY = (*_given, ge(rho, 0))
_HIGH = (*_given, ge(substitute(_map, {_x: _zero}), 0))

_C = (1 + sp.sqrt(1 + 32 * eps**2)) / (4 * eps)
_STEEP = (*_given, lt(beta, STEEPEST), eq(_x, -2 * sp.log(_C + sp.sqrt(_C**2 - 1))))
_divided = rearranged(Statement(_STEEP, lt(beta, STEEPEST)), lt(-STEEPEST / beta, -1), factor=1 / beta)
REPELS = Chain(
    _STEEP,
    sp.sinh(_x / 2) / (1 + 2 * eps * sp.cosh(_x / 2)) ** 2 / beta,
    (Step("=", -STEEPEST / beta, "g' is odd, and steepest there"), Step("<", -sp.Integer(1), "β is less", _divided)),
)
"""g'/β < −1 where cosh(x/2) = C, x < 0."""
_threshold = Statement((*_given, lt(rho, 0)), iff(ge(substitute(_map, {_x: _zero}), 0), le(beta, 2 / ((1 + 2 * eps) * -rho))))


def _rises(given: tuple[Boolean, ...]) -> Argument:
    return Argument(
        (monotone(_map, _x, rho, _top, increasing=True, given=given), increasing_orbit(_map, _x, rho, _top, given)),
        ("T increases on x > 0", "T(ρ) > ρ, and T is bounded by ρ + 1/(βε)"),
    )


def _every_start(given: tuple[Boolean, ...]) -> Argument:
    return Argument(
        (
            absorbed(_map, _x, (), (ge(_x, 0), le(_x, _top)), given),
            monotone(_map, _x, _zero, _top, increasing=True, given=given),
            monotone_orbits(_map, _x, _zero, _top, given),
        ),
        ("from n = 1 on x_n ≥ T(0) ≥ 0", "T increases on x > 0", "and so every orbit from there is monotone"),
    )


_L6 = Group("beyond.l6-outside-root", Kind.EXTENSION, "Equation (3), with ε outside the root", families=("algebra", "sampling"))

CLAIMS = (
    _L6.proved(
        "sharp",
        "For β below the steepest slope of g some prompt has a repelling fixed point: T' < −1 where g' is least",
        REPELS,
        REPELS.but(end=sp.Rational(-11, 10)),
        uses=("beyond.l6-outside-root.slope",),
        note="Any x is a fixed point for one p_ref, that with logit p_ref = x − g(x)/β.",
    ),
    _L6.proved(
        "monotone",
        "From p_0 = p_ref ≥ 1/2, p_n increases strictly to the smallest fixed point above p_ref, for every β",
        _rises(_LIKELY),
        _rises(_given),
        families=Claim.families,
        note="In logits, as all of N5 and N9 here.",
    ),
    _L6.proved(
        "every-start",
        "If h(1/2) ≥ 1/2, p_n is monotone from n = 1 on and converges to a fixed point, from any p_0",
        _every_start(_HIGH),
        _every_start(_given),
        families=Claim.families,
    ),
    _L6.proved(
        "every-start.threshold",
        "For p_ref < 1/2, h(1/2) ≥ 1/2 exactly if β ≤ 2/((1 + 2ε) log((1 − p_ref)/p_ref))",
        _threshold,
        _threshold.but(iff(_threshold.holds.args[0], le(beta, 1 / ((1 + 2 * eps) * -rho)))),
        families=Claim.families,
    ),
    _L6.proved("floor", "T(0) is the least value of T", floor(g), floor(g).but(ge(by_least(g), bottom / 2)), families=Claim.families),
    _L6.proved(
        "trapped",
        "If β ≥ b_esc, h(h(1/2)) ≤ 1/2 and no fixed point lies in [1/2, 1 − p_ref], the iterates tend to the fixed point or to a 2-cycle "
        "below 1/2",
        trap(g, folded(g), schwarzian=False),
        trap(g, slow(g), schwarzian=False),
        uses=("beyond.l6-outside-root.below", "beyond.l6-outside-root.floor"),
        note="For p_ref < 1/2, with m = T(0) in place of β, which is at least b_esc where T(ρ) ≤ −ρ.",
    ),
    _L6.proved(
        "trapped.stable",
        "They tend to the fixed point below 1/2 if moreover |h'| ≤ 1 there",
        trap(g, folded(g), schwarzian=True),
        trap(g, slow(g), schwarzian=True),
        uses=("beyond.l6-outside-root.below", "beyond.l6-outside-root.floor"),
    ),
    _L6.proved(
        "trapped.largest",
        "With fixed points between 1/2 and 1 − p_ref the iterates decrease, from n = 1 on, to the largest of them",
        descent(g, above(g)),
        descent(g, (*above(g)[:2], *above(g)[3:])),
        families=("algebra", "enclosure", "sampling"),
        uses=("beyond.l6-outside-root.below",),
    ),
)
