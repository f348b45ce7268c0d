"""N9, its hypotheses: without either of the last two the iterates from p_ref may go elsewhere, at parameters that show it."""

import sympy as sp

from symbolic.claim import Claim, Kind, Source
from symbolic.derivation import Argument
from symbolic.derivations.logit_map import move
from symbolic.notation import T, beta, eps, logit
from symbolic.statement import Statement, conj, ge, gt, le, lt, real, substitute
from symbolic.theorems.cycles import Interval, lasso
from symbolic.theorems.trapping import coppel

_PLACE = Source("Goes past the paper: Section 3")
_R = sp.Rational
_x = real("x")
_zero = sp.Integer(0)

_rho = -(200 / sp.sqrt(5) + _R("0.1"))
_flat = substitute(move(_x, _rho), {beta: _R("0.01"), eps: sp.Integer(1)})
_bottom = substitute(_flat, {_x: _zero})


def _elsewhere(low: str, high: str) -> Argument:
    a, b = _R(low), _R(high)
    first = substitute(_flat, {_x: _rho})
    return Argument(
        (
            Statement((), conj(lt(_bottom, 0), le(substitute(_flat, {_x: _bottom}), 0), le(first, -_rho))),
            Statement((), conj(le(a, first), le(first, b), le(b, -_rho))),
            Statement((ge(_x, a), le(_x, _R("10.45575"))), gt(_flat, _x)),
            Statement((ge(_x, _R("10.45585")), le(_x, b)), lt(_flat, _x)),
            coppel(_flat, _x, a, b),
        ),
        (
            "h(1/2) < 1/2, h(h(1/2)) ≤ 1/2 and β ≥ b_esc",
            "x_1 lies there, between 0 and |ρ|",
            "no fixed point below 10.45575",
            "nor above 10.45585",
            "T increases there",
        ),
    )


_p_ref, _beta, _eps = _R("1e-4"), _R("6.4"), _R("1e-5")
_folded = T(_x, _p_ref, _beta, _eps)
_start = logit(_p_ref)
_top = substitute(_folded, {_x: _start})
_PATH = (
    "-9.2103 -9.2101 5.68733 5.6887 -6.52098 -6.51915 -5.14952 -5.14582 -7.15262 -7.14885 -3.667 -3.65668 -8.21291 -8.208 "
    "0.08909 0.11113 -8.89744 -8.89726"
)
_LOOP = "3.662 3.722 -8.213 -8.179 -0.043 0.114 -8.9 -8.895"


def _intervals(ends: str) -> tuple[Interval, ...]:
    numbers = [_R(end) for end in ends.split()]
    return tuple(zip(numbers[::2], numbers[1::2], strict=True))


def _round(loop: str) -> Argument:
    return Argument(
        (
            Statement((), conj(le(_top, -_start), lt(T(_zero, _p_ref, _beta, _eps), 0))),
            Statement((ge(_x, 0), le(_x, _R("9.2104"))), lt(_folded, _x)),
            Statement((), conj(gt(-_start, _R("9.2101")), lt(-_start, _R("9.2104")))),
            lasso(_folded, _x, _start, _intervals(_PATH), _intervals(loop)),
        ),
        (
            "β ≥ b_esc and h(1/2) < 1/2",
            "no fixed point between 1/2 and 1 − p_ref",
            "|logit p_ref|",
            "into a loop of four intervals and round it",
        ),
    )


CLAIMS = (
    Claim(
        label="beyond.n9-trapped.needs-no-fixed-point",
        kind=Kind.EXTENSION,
        title="With a fixed point in [1/2, 1 − p_ref] the iterates may end above 1/2: ε = 1, β = 0.01, logit p_ref = −200/√5 − 0.1",
        source=_PLACE,
        content=_elsewhere("10.4557", "10.4574"),
        mutants=(_elsewhere("10.456", "10.4574"),),
        families=("algebra", "enclosure", "sampling"),
        uses=("beyond.logit-form",),
        note="They end at logit 10.4558…, between 10.45575 and 10.45585: there alone is a fixed point in that interval.",
    ),
    Claim(
        label="beyond.n9-trapped.needs-a-trap",
        kind=Kind.EXTENSION,
        title="With h(h(1/2)) > 1/2 they may tend to no fixed point and no 2-cycle: ε = 1e-5, β = 6.4, p_ref = 1e-4",
        source=_PLACE,
        content=_round(_LOOP),
        mutants=(_round(_LOOP.replace("-0.043 0.114", "-0.043 0.04")),),
        families=("enclosure",),
        uses=("beyond.logit-form",),
        note="β ≥ b_esc is needed too, by beyond.n8-transition.above; h(1/2) < 1/2 need not be asked: it follows where there is no fixed "
        "point in [1/2, 1 − p_ref].",
    ),
)
