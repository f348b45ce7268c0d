"""N9': cycles of periods 3, 5, 6, 7 and 10 in the interval where the iterates from p_ref stay, and the chaos that odd ones mean."""

from collections.abc import Sequence

import sympy as sp

from symbolic.claim import Claim, Kind
from symbolic.derivation import Argument
from symbolic.group import Group
from symbolic.notation import T, logit
from symbolic.statement import Statement, conj, ge, gt, le, lt, real
from symbolic.theorems.cycles import Link, covering_loops, odd_period_chaos

_R = sp.Rational
_N9 = Group("beyond.n9-chaos", Kind.EXTENSION, "Goes past the paper: Section 4, after Figure 5", families=("algebra", "enclosure"))
_x = real("x")
_EPS = _R("1e-5")

# A loop of intervals around each cycle, from its topmost point on, in logit coordinates.
_FIVE = (
    "7.6268 7.6305 -4.5863 -4.5776 -9.1203 -9.1158 1.449 1.469 -10.08317 -10.08148",
    "7.2974 7.3014 -5.4562 -5.4484 -8.4275 -8.4214 -1.8485 -1.8285 -10.03796 -10.03578",
)
_SIX = (
    "6.4028 6.4066 -7.2274 -7.2228 -5.6346 -5.6263 -8.2445 -8.2376 -2.5708 -2.5508 -9.9126 -9.9093",
    "6.0258 6.0303 -7.7704 -7.7658 -4.1761 -4.1652 -9.3556 -9.3512 2.7856 2.8056 -9.8587 -9.8548",
)
_SEVEN = (
    "8.04949 8.05104 -3.25459 -3.25001 -9.72916 -9.72792 5.1546 5.1616 -8.6962 -8.6911 -0.6788 -0.6588 -10.14027 -10.13952",
    "7.99731 7.999 -3.4334 -3.4286 -9.66975 -9.66834 4.761 4.7688 -8.9988 -8.9942 0.8026 0.8226 -10.13327 -10.13236",
    "7.022 7.02449 -6.0858 -6.0816 -7.6963 -7.6919 -4.3974 -4.3873 -9.235 -9.2305 2.0859 2.1059 -9.99966 -9.99713",
    "6.87754 6.87996 -6.3838 -6.3801 -7.2631 -7.2586 -5.5498 -5.5415 -8.3338 -8.3272 -2.2261 -2.2061 -9.9795 -9.9768",
)
_SIX_LATER = (
    "5.3442 5.3484 -6.4166 -6.4118 -4.4701 -4.461 -7.4003 -7.3938 -1.5114 -1.4914 -8.71336 -8.71079",
    "5.0234 5.0284 -6.8256 -6.8208 -3.4066 -3.3954 -8.1244 -8.1198 1.7602 1.7802 -8.66647 -8.66332",
)
_SEVEN_LATER = (
    "6.08985 6.09165 -5.16974 -5.16655 -6.65152 -6.64794 -3.8829 -3.8745 -7.848 -7.84317 0.3811 0.4011 -8.81859 -8.81792",
    "6.04523 6.04721 -5.25804 -5.25468 -6.53768 -6.53384 -4.1753 -4.167 -7.6417 -7.6362 -0.5403 -0.5203 -8.81248 -8.81159",
)

_TEN_LATER = (
    "5.70983 5.71987 -5.85578 -5.85416 -5.614985 -5.612676 -6.020113 -6.017195 -5.31226 -5.30775 "
    "-6.4664 -6.4615 -4.35191 -4.34248 -7.50183 -7.49554 -1.11687 -1.09687 -8.766112 -8.764321",
    "5.68602 5.69635 -5.894924 -5.893181 -5.544783 -5.54225 -6.129355 -6.126264 -5.09575 -5.0907 "
    "-6.74509 -6.74017 -3.63335 -3.6225 -8.00187 -7.99689 1.1266 1.1466 -8.762761 -8.760917",
    "5.44633 5.45921 -6.264234 -6.262014 -4.809647 -4.805772 -7.067799 -7.064534 -2.6646 -2.65616 "
    "-8.433332 -8.431049 3.5299 3.54102 -8.0536 -8.04874 1.38968 1.40968 -8.728712 -8.726378",
    "5.40051 5.41384 -6.329975 -6.327689 -4.66408 -4.65996 -7.21571 -7.212484 -2.16936 -2.1604 "
    "-8.578359 -8.576559 4.44381 4.45314 -7.41535 -7.40879 -1.45421 -1.43421 -8.72214 -8.719721",
    "4.98069 4.99762 -6.867176 -6.864817 -3.2796 -3.27406 -8.184268 -8.182162 2.09451 2.10371 "
    "-8.594529 -8.592756 4.54912 4.55837 -7.3206 -7.31374 -1.8082 -1.7882 -8.661007 -8.657853",
    "4.90446 4.92199 -6.953155 -6.950849 -3.0221 -3.01646 -8.298565 -8.296698 2.7353 2.74388 "
    "-8.406004 -8.403577 3.36373 3.37542 -8.14029 -8.13561 1.84462 1.86462 -8.649728 -8.646448",
)


class _Case:
    """One map, by its p_ref and β at ε = 1e-5, and an interval that holds T(0) and T(logit p_ref)."""

    def __init__(self, name: str, p_ref: str, beta: str, low: str, high: str) -> None:
        self.name, self.title = name, f"p_ref = {p_ref}, β = {beta}, ε = 1e-5"
        self.p_ref, self.beta, self.low, self.high = _R(p_ref), _R(beta), _R(low), _R(high)

    def map(self, y: sp.Expr = _x) -> sp.Expr:
        return T(y, self.p_ref, self.beta, _EPS)

    def holds_the_orbit(self) -> Statement:
        """From n = 1 on: T(logit p_ref) lies in [low, high], which T maps into itself."""
        first = self.map(logit(self.p_ref))
        return Statement((), conj(le(self.low, first), le(first, self.high)))


_EARLY = _Case("early", "3e-5", "7.7", "-10.155", "10.1203")
_LATE = _Case("late", "1e-4", "5.2", "-8.826", "9.1265")


def _loop(ends: str) -> tuple[Link, ...]:
    numbers = [_R(end) for end in ends.split()]
    return tuple((a, b, bool(a > 0)) for a, b in zip(numbers[::2], numbers[1::2], strict=True))


def _shifted(ends: str) -> str:
    """The loop with its second interval moved off: how mutants are written."""
    first, second, third, *rest = ends.split()
    return " ".join((first, second, str(_R(third) - 1), *rest))


def _cycles(case: _Case, period: int, loops: Sequence[str], word: str) -> Claim:
    def argument(loops: Sequence[str]) -> Argument:
        return Argument((covering_loops(case.map(), _x, [_loop(ends) for ends in loops]),), ("each interval's image covers the next",))

    return _N9.proved(
        f"{case.name}.period-{period}",
        f"At least {word} cycles of period {period}: {case.title}",
        argument(loops),
        argument((_shifted(loops[0]), *loops[1:])),
        uses=("beyond.logit-form",),
        note="Interval Newton finds no more.",
    )


def _chaos(case: _Case, ends: str) -> Claim:
    def argument(ends: str) -> Argument:
        return Argument(
            (case.holds_the_orbit(), odd_period_chaos(case.map(), _x, case.low, case.high, _loop(ends))),
            ("the iterates from p_ref stay in the interval", "a cycle of odd period within it"),
        )

    return _N9.proved(
        case.name,
        f"h is chaotic on an interval that holds the iterates from p_ref: {case.title}",
        argument(ends),
        argument(_shifted(ends)),
        uses=("beyond.logit-form",),
        note="In the sense of Li and Yorke. That this orbit itself is chaotic is numerical evidence only.",
    )


def _criterion(case: _Case) -> Statement:
    """h(1/2) < 1/2 < h²(1/2) and h³(1/2) ≥ 1/2."""
    first = case.map(sp.Integer(0))
    second = case.map(first)
    return Statement((), conj(lt(first, 0), gt(second, 0), ge(case.map(second), 0)))


def _no_period_three(case: _Case) -> Claim:
    third = _criterion(case).holds.args[2].lhs
    below = Statement((), lt(third, 0))
    return _N9.proved(
        f"{case.name}.criterion",
        f"The condition for a cycle of period 3 fails, h³(1/2) < 1/2: {case.title}",
        below,
        below.but(ge(third, 0)),
        families=("algebra", "enclosure", "sampling"),
        note="A condition that is enough; of a cycle of period 3 its failure says nothing.",
    )


def _period_three(case: _Case) -> Claim:
    first, second, third = _criterion(case).holds.args
    return _N9.proved(
        case.name,
        f"The condition for a cycle of period 3 holds: {case.title}",
        _criterion(case),
        Statement((), conj(first, second, lt(third.lhs, 0))),
        families=("algebra", "enclosure", "sampling"),
        uses=("beyond.n9-trapped.period-three",),
    )


CLAIMS = (
    _chaos(_EARLY, _FIVE[0]),
    _chaos(_LATE, _SEVEN_LATER[0]),
    _cycles(_EARLY, 5, _FIVE, "two"),
    _cycles(_EARLY, 6, _SIX, "two"),
    _cycles(_EARLY, 7, _SEVEN, "four"),
    _cycles(_LATE, 6, _SIX_LATER, "two"),
    _cycles(_LATE, 7, _SEVEN_LATER, "two"),
    _cycles(_LATE, 10, _TEN_LATER, "six"),
    _no_period_three(_EARLY),
    _no_period_three(_LATE),
    _period_three(_Case("three", "1e-5", "9.72", "0", "0")),
    _period_three(_Case("three-again", "1e-6", "11", "0", "0")),
)
