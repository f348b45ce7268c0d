"""N7: T has negative Schwarzian derivative away from 0 for every ε ≥ 0, and so at most two attracting cycles."""

import sympy as sp

from symbolic.claim import Claim, Kind, Source
from symbolic.derivation import Argument, Chain, Step
from symbolic.derivations.logit_map import move, rho
from symbolic.notation import BETA, EPS, beta, eps
from symbolic.statement import Statement, eq, ge, lt, ne, real
from symbolic.theorems.cycles import attracting_cycles

_PLACE = Source("Goes past the paper: Section 3")
_x = real("x")
_zero = sp.Integer(0)
_s = sp.sinh(_x / 2)
_smoothed = (*BETA, ge(eps, 0))
_map = move(_x)
_first, _second, _third = sp.Derivative(_map, _x), sp.Derivative(_map, (_x, 2)), sp.Derivative(_map, (_x, 3))
_schwarzian = _third / _first - sp.Rational(3, 2) * (_second / _first) ** 2


def _numerator(last: int) -> sp.Expr:
    return (
        64 * eps**2 * _s**6
        + 128 * eps**2 * _s**4
        + 112 * eps**2 * _s**2
        + 48 * eps**2
        + 32 * eps * _s**4
        + 32 * eps * _s**2
        + 24 * eps
        + _s**2
        + last
    )


_denominator = 8 * _s**2 * (1 + 4 * eps + 4 * eps * _s**2) ** 2
_identity = Statement((*_smoothed, ne(_x, 0)), eq(_schwarzian, -_numerator(3) / _denominator))
_negative = Statement(_smoothed, lt(2 * _first * _third, 3 * _second**2))

_plain = move(_x, eps=_zero)
_far = 16 * beta + 1 + (1 - rho) ** 2
GROWS = Chain(
    (*BETA, ge(_x, _far)),
    _plain,
    (
        Step("=", rho + (sp.exp(_x / 2) + sp.exp(-_x / 2)) / beta, "2 cosh y = e^y + e^{−y}"),
        Step(">=", rho + sp.exp(_x / 2) / beta, "e^{−y} > 0"),
        Step(">=", rho + sp.exp(_x / 4) * (1 + _x / 4) / beta, "e^y ≥ 1 + y with y = x/4"),
        Step(">=", rho + (1 + _x / 4) ** 2 / beta, "once more"),
        Step(">=", _x + 1, "x(x − 16β)/(16β) ≥ 1 + (1 − ρ)² ≥ 1 − ρ"),
    ),
)
"""Without smoothing T(x) ≥ x + 1 from 16β + 1 + (1 − ρ)² on."""

CYCLES = Argument((attracting_cycles(_map, _x, (*BETA, *EPS)),), ("T is even, increases on x > 0, and 2T'T''' < 3T''²",))
FINITE = Argument(
    (GROWS, attracting_cycles(_plain, _x, BETA, escape=_far)),
    ("far from 0 the map moves on by 1 at least", "so both ends tend to infinity, and one cycle is left"),
)

CLAIMS = (
    Claim(
        label="beyond.n7-schwarzian",
        kind=Kind.EXTENSION,
        title="The Schwarzian derivative of T, every coefficient of one sign",
        source=_PLACE,
        content=_identity,
        families=("algebra", "sampling"),
        mutants=(_identity.but(eq(_schwarzian, -_numerator(2) / _denominator)),),
        uses=("beyond.logit-form",),
        note="With s = sinh(x/2); for every ε ≥ 0.",
    ),
    Claim(
        label="beyond.n7-schwarzian.negative",
        kind=Kind.EXTENSION,
        title="It is negative: 2T'T''' < 3T''² everywhere",
        source=_PLACE,
        content=_negative,
        families=("algebra", "sampling"),
        mutants=(_negative.but(lt(3 * _first * _third, 3 * _second**2 / 2)),),
        note="At 0, where T' = 0, it says that T'' does not vanish.",
    ),
    Claim(
        label="beyond.n7-schwarzian.cycles",
        kind=Kind.EXTENSION,
        title="At most two cycles attract",
        source=_PLACE,
        content=CYCLES,
        families=("algebra", "sampling"),
        mutants=(Argument((attracting_cycles(-_map, _x, (*BETA, *EPS)),), ("upside down",)),),
        uses=("beyond.n7-schwarzian.negative", "beyond.logit-form"),
        note="For every p_ref, β and ε > 0. Both ends of the line have one image, which leaves them one cycle, and 0 another.",
    ),
    Claim(
        label="beyond.n7-schwarzian.unsmoothed",
        kind=Kind.EXTENSION,
        title="Without smoothing at most one cycle below 1 attracts",
        source=_PLACE,
        content=FINITE,
        families=("algebra", "smt", "sampling"),
        mutants=(Argument((attracting_cycles(_plain, _x, BETA, escape=4 * beta + 1),), ("too near",)),),
        uses=("beyond.logit-form",),
        note="1 itself, at logit ∞, attracts both ends.",
    ),
)
