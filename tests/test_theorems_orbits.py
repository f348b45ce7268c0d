"""What is said of orbits cannot be misused: each schema refuses, or asks for, what would let it conclude too much."""

from collections.abc import Callable

import pytest
import sympy as sp

from proofs import checking
from symbolic.claim import Claim, Kind, Source
from symbolic.declaration import DeclarationError
from symbolic.derivation import Argument
from symbolic.statement import Statement, eq, ge, gt, le, lt, real
from symbolic.theorems import Application, instance
from symbolic.theorems.fixed_points import by_values, contraction, rise_fall_rise, shrinking
from symbolic.theorems.orbits import absorbed, climbing, conjugate, growing, increasing_orbit, monotone_orbits
from symbolic.verdict import Proved, Refuted, Verdict

x, y, a = real("x"), real("y"), real("a")
zero, one = sp.Integer(0), sp.Integer(1)
half = sp.Rational(1, 2)


def verdict(application: Application) -> Verdict | None:
    argument = Argument((application,), ("tried",))
    claim = Claim(
        label="tried", kind=Kind.STEP, title="", source=Source(""), content=argument, mutants=(argument,), families=("algebra", "sampling")
    )
    return checking.results({"tried": claim}, {"tried": checking.decide(claim, {"tried": claim})})["tried"].verdict


REFUSED: dict[str, tuple[Callable[[], object], str]] = {
    "an induction under a hypothesis on its variable": (lambda: absorbed(x, x, (), (gt(x, 0),), (gt(x, 1),)), "may not speak of x"),
    "an induction about another variable": (lambda: absorbed(x, x, (), (gt(a, 0),)), "does not speak of x"),
    "an induction about a derivative": (lambda: absorbed(x, x, (), (gt(sp.Derivative(x**2, x), x),)), "differentiates"),
    "a map in another coordinate that knows the first": (lambda: conjugate(x, x, (), 2 * x, y + x, y), "may not speak of x"),
    "a coordinate that knows its own value": (lambda: conjugate(x, x, (), x + y, y, y), "may not speak of y"),
    "a coordinate that does not vary": (lambda: conjugate(x / 2, x, (), zero, 2 * y, y), "does not speak of x"),
    "a domain of the new coordinate": (lambda: conjugate(x, x, (gt(y, x),), x, y, y), "may not speak of y"),
    "monotone orbits between ends that move": (lambda: monotone_orbits(x / 2, x, -(x**2), one), "may not speak of x"),
    "a rising orbit under a hypothesis on its variable": (lambda: increasing_orbit(x, x, zero, one, (gt(x, 0),)), "may not speak of x"),
    "a climb to an end that moves": (lambda: climbing(x + 1, x, zero, x + 1), "may not speak of x"),
    "a climb over a hole": (lambda: climbing((x + 1) / 2, x, zero, one, (lt(x, half),)), "may not speak of x"),
    "a contraction that is not uniform": (lambda: contraction(x / 2, x, 1 / (1 + x**2)), "may not speak of x"),
    "a contraction of part of the line": (lambda: contraction(x**2, x, half, (lt(x**2, half),)), "may not speak of x"),
    "an exception that moves": (lambda: shrinking(x, x, -one, one, but_at=(x,)), "may not speak of x"),
    "a bound that moves": (lambda: shrinking(x / 2, x, x / 2, x / 2), "may not speak of x"),
    "a level that moves": (lambda: rise_fall_rise(x**3 - x, x, -one, one, x, one), "may not speak of x"),
    "turning points that move": (lambda: rise_fall_rise(x, x, x - 1, x + 1, zero, one), "may not speak of x"),
    "a distance that grows": (lambda: rise_fall_rise(-x, x, -one, one, zero, 2 * sp.Abs(x)), "may not speak of x"),
    "values read off between points that move": (lambda: by_values(gt(x, 0), x, x, x - 1, one, one), "may not speak of x"),
    "an equation read off values": (lambda: by_values(eq(x, 0), x, x, -one, one, one), "no inequality"),
    "a step that shrinks on the way": (lambda: growing(x + sp.exp(-x), x, sp.exp(-x)), "may not speak of x"),
}


@pytest.mark.parametrize("misuse", REFUSED)
def test_a_schema_refuses(misuse: str) -> None:
    apply, complaint = REFUSED[misuse]
    with pytest.raises(DeclarationError, match=complaint):
        apply()


_BUMP = x - 25 * x / (12 * (1 + x**2))
"""It rises up to −1/2, falls to 1/2, rises again, and stays within 25/24 of x."""
_NEAR = sp.Rational(25, 24)

REFUTED = {
    "an induction whose conclusion is no start": absorbed(x + 1, x, (le(x, 1),), (le(x, 2),)),
    "an induction without its first step": absorbed(x, x, (ge(x, 0),), (ge(x, 1),)),
    "a map that leaves the domain of the coordinate": conjugate(x - 1, x, (gt(x, 0),), x, y - 1, y),
    "a map that is another in the coordinate": conjugate(2 * x, x, (gt(x, 0),), sp.log(x), 2 * y, y),
    "monotone orbits that leave at the top": monotone_orbits(2 * x, x, zero, one),
    "monotone orbits that leave at the bottom": monotone_orbits(2 * x - 1, x, zero, one),
    "monotone orbits of a map that falls": monotone_orbits(1 - x, x, zero, one),
    "monotone orbits in an interval upside down": monotone_orbits(x / 2, x, one, zero),
    "a strict rise from a fixed point": increasing_orbit(x / 2, x, zero, one),
    "a climb past a fixed point": climbing(x + x * (1 - x) * (x - half) ** 2, x, sp.Rational(1, 4), one),
    "a climb beyond the top": climbing(1 + x, x, zero, one),
    "a climb from a top that is left again": climbing((x + a) / 2 - sp.Max(0, 1 - 2 * a), x, zero, a, (ge(a, 0), ge(a * (a - 1), 0))),
    "a contraction by a factor 1": contraction(x + 1, x, one),
    "a contraction by a negative factor": contraction(zero * x, x, -half),
    "a contraction that turns too steeply": contraction(-2 * x, x, half),
    "a contraction that rises too steeply": contraction(2 * x, x, half),
    "shrinking without a bound": shrinking(sp.sqrt(1 + x**2), x, zero, sp.Integer(10)),
    "shrinking with a bound below that is none": shrinking(sp.tanh(x) / 2, x, zero, one),
    "shrinking with a slope −1": shrinking(-sp.tanh(x), x, -one, one),
    "shrinking with a slope above 1 elsewhere": shrinking(sp.tanh(2 * x), x, -one, one, but_at=(zero,)),
    "turning points in the wrong order": rise_fall_rise(_BUMP, x, half, -half, zero, _NEAR),
    "a rise that ends too soon": rise_fall_rise(_BUMP, x, zero, half, zero, _NEAR),
    "a fall that ends too soon": rise_fall_rise(_BUMP, x, -half, one, zero, _NEAR),
    "a rise that begins too soon": rise_fall_rise(_BUMP, x, -half, zero, zero, _NEAR),
    "a function that is further from the diagonal": rise_fall_rise(_BUMP, x, -half, half, zero, one),
    "a function that leaves the diagonal": rise_fall_rise(x**3 / 3 - x, x, -one, one, zero, sp.Integer(4)),
    "values of a function that falls": by_values(lt(x**2, 1), -x, x, -one, one, one),
    "values read off beyond the rise": by_values(lt(x**2, 1), _BUMP, x, -one, one, one),
    "values between points in the wrong order": by_values(lt(x**2, 1), x, x, one, -one, one),
    "values between points beyond the top": by_values(lt(x**2, 1), x, x, -one, one, zero),
    "what holds not all the way between": by_values(lt(x**2, half), x, x, -one, one, one),
    "what holds beyond the first too": by_values(lt(x, 1), x, x, -one, one, one),
    "what holds beyond the second too": by_values(gt(x, -1), x, x, -one, one, one),
    "growth by nothing": growing(x, x, zero),
    "growth that stops": growing(x + sp.exp(-x), x, half),
}


@pytest.mark.parametrize("misuse", REFUTED)
def test_a_condition_of_the_schema_is_refuted(misuse: str) -> None:
    assert isinstance(verdict(REFUTED[misuse]), Refuted)


@pytest.mark.parametrize(
    "application",
    [
        absorbed(x / 2 + 1, x, (ge(x, 0),), (ge(x, 1),)),
        conjugate(a * x, x, (gt(x, 0),), sp.log(x), y + sp.log(a), y, (gt(a, 0),)),
        monotone_orbits(x / 2, x, -one, one),
        monotone_orbits(zero * x + half, x, zero, one, strict=False),
        increasing_orbit((x + 1) / 2, x, zero, one),
        climbing((x + 1) / 2, x, zero, one),
        growing(x + a + sp.exp(-x), x, a, (gt(a, 0),)),
        contraction(a * x, x, sp.Abs(a), (lt(sp.Abs(a), 1),)),
        shrinking(x / (1 + x**2), x, -half, half, but_at=(zero,)),
        rise_fall_rise(_BUMP, x, -half, half, a, _NEAR),
        by_values(lt(x**2, 1), x**3 + x, x, -one, one, one),
    ],
    ids=[
        *("absorbed", "conjugate", "monotone orbits", "monotone weakly", "increasing orbit", "climbing", "growing"),
        *("contraction", "shrinking", "rise, fall, rise", "by values"),
    ],
)
def test_a_proper_use_is_proved(application: Application) -> None:
    assert isinstance(verdict(application), Proved)


def test_an_exception_to_a_slope_below_1_is_a_point_that_is_defined() -> None:
    conditions = shrinking(sp.tanh(x), x, -one, one, but_at=(sp.log(a),)).conditions
    assert Statement((), gt(a, 0)) in conditions


def test_the_counts_name_the_turning_points_and_the_hypotheses() -> None:
    says = str(rise_fall_rise(_BUMP, x, -half, half, a, _NEAR, (gt(a, 0),)).conclusion)
    assert says.startswith("if $a > 0$, then for $f(x) =")
    assert "exactly two if $a = f(- \\frac{1}{2})$, $- \\frac{1}{2}$ and one above $\\frac{1}{2}$" in says


def test_a_rising_orbit_asks_for_continuity() -> None:
    """Where the map jumps over the diagonal the limit of an orbit is no fixed point."""
    jump = half + x / 4 + sp.sqrt((x - half) ** 2) / (x - half) / 16
    conditions = increasing_orbit(jump, x, zero, one).conditions
    assert any("≠ 0" in str(c) for c in conditions)


def test_the_conclusion_is_said_of_the_orbit_under_the_hypotheses() -> None:
    says = str(absorbed(a * x, x, (ge(x, 0),), (ge(a, x),), (eq(a, 1),)).conclusion)
    assert says == "if $a = 1$, then $x_n = a x_{n-1}$ satisfies $a \\geq x_{n}$ for every $n \\ge 1$ if $x_{0} \\geq 0$"


def test_an_increasing_orbit_and_a_monotone_one_share_the_condition_that_monotonicity_proves() -> None:
    rises = Statement((le(zero, x), lt(x, real("x'")), le(real("x'"), one)), lt((x + 1) / 2, (real("x'") + 1) / 2))
    assert rises in increasing_orbit((x + 1) / 2, x, zero, one).conditions


def test_an_instance_asks_for_the_hypotheses_that_are_not_given_word_for_word() -> None:
    statement = Statement((gt(a, 0), gt(x, a)), gt(x, 0))
    assert instance(statement, {x: y}, (gt(a, 0), gt(y, 2 * a))).conditions[1:] == (Statement((gt(a, 0), gt(y, 2 * a)), gt(y, a)),)
    assert instance(statement, {}, statement.given).conditions == (statement,)


def test_an_instance_sees_to_the_domain_of_whatever_else_is_given() -> None:
    statement = Statement((gt(x, 0),), gt(2 * x, 0))
    given = (gt(x, 0), gt(1 / y, 0))
    assert instance(statement, {}, given).conditions == (statement, Statement(given, gt(x, 0)))


def test_an_instance_asks_for_a_hypothesis_whose_own_domain_rests_on_others() -> None:
    """The same words may mean nothing without what stood before them."""
    statement = Statement((gt(x, 0), gt(1 / x, 1)), lt(x, 1))
    given = (gt(1 / x, 1), gt(x, 0))
    assert instance(statement, {}, given).conditions[1:] == (Statement(given, gt(x, 0)), Statement(given, gt(1 / x, 1)))
