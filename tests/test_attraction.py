"""Zeros from changes of sign, attracting cycles and alternating orbits: each schema refuses misuse and states every condition it needs."""

from collections.abc import Callable

import pytest
import sympy as sp

from proofs.deciders import by_falsification
from symbolic.declaration import DeclarationError
from symbolic.statement import Statement, disj, gt, le, lt, ne, real
from symbolic.theorems import Application
from symbolic.theorems.attraction import alternating_orbit, attracting_cycle
from symbolic.theorems.zeros import sign_changes
from symbolic.verdict import Refuted

x, y, a = real("x"), real("y"), real("a")
prime = real("x'")
zero, one, two = sp.Integer(0), sp.Integer(1), sp.Integer(2)

MISUSES: dict[str, tuple[Callable[[], object], str]] = {
    "a change of sign at points that move": (lambda: sign_changes(x, x, (x, one)), "may not speak of x"),
    "a change of sign on a set with a hole": (lambda: sign_changes(1 / x, x, (-one, one), (ne(x, 0),)), "may not speak of x"),
    "a change of sign of a captured derivative": (lambda: sign_changes(sp.Derivative(x * y, y), x, (y, one)), "differentiates"),
    "a change of sign at one point": (lambda: sign_changes(x, x, (one,)), "two points"),
    "a cycle with a rate that moves": (lambda: attracting_cycle(x / 2, x, ((-one, one),), x), "may not speak of x"),
    "a cycle whose intervals move": (lambda: attracting_cycle(x / 2, x, ((-x, x),), one / 2), "may not speak of x"),
    "a cycle of a map that knows the points": (
        lambda: attracting_cycle(real("x_0") / 2, x, ((-one, one),), one / 2),
        "may not speak of x_0",
    ),
    "a cycle under a hypothesis on the points": (
        lambda: attracting_cycle(x / 2, x, ((-one, one),), one / 2, (gt(real("x_0"), 0),)),
        "may not speak of x_0",
    ),
    "a cycle of no intervals": (lambda: attracting_cycle(x / 2, x, (), one / 2), "at least one interval"),
    "a cycle of a map that differentiates": (
        lambda: attracting_cycle(sp.Derivative(x * y, y), x, ((-one, one),), one / 2),
        "differentiates",
    ),
    "an alternating orbit that starts at its variable": (lambda: alternating_orbit(-x, x, x, -one, one, one), "may not speak of x"),
    "an alternating orbit on a set with a hole": (
        lambda: alternating_orbit(1 / x, x, -one, one / 2, one, one * 2, (ne(x, 0),)),
        "may not speak of x",
    ),
    "an alternating orbit of a captured derivative": (
        lambda: alternating_orbit(sp.Derivative(x * y, y), x, y, y, one, one),
        "differentiates",
    ),
}


@pytest.mark.parametrize("misuse", MISUSES)
def test_a_schema_refuses(misuse: str) -> None:
    apply, complaint = MISUSES[misuse]
    with pytest.raises(DeclarationError, match=complaint):
        apply()


def test_zeros_are_counted_between_points_in_order() -> None:
    tangled = sign_changes(x, x, (one, -one, one))
    assert {Statement((), lt(one, -one)), Statement((), lt(-one, one))} <= set(tangled.conditions)


def test_zeros_are_counted_where_the_signs_take_turns() -> None:
    same = sign_changes(x**2, x, (-one, one))
    assert Statement((), lt((x**2).subs(x, 1), 0)) in same.conditions


def test_a_function_with_a_pole_between_the_points_has_no_zero_by_signs() -> None:
    assert Statement((le(-one, x), le(x, 1)), ne(x, 0)) in sign_changes(-1 / x, x, (-one, one)).conditions


CYCLE = attracting_cycle(a - x, x, ((sp.Integer(0), one), (sp.Integer(2), sp.Integer(3))), one / 2, (gt(a, 0),))


@pytest.mark.parametrize(
    "condition",
    [
        Statement((gt(a, 0),), lt(one / 2, 1)),
        Statement((gt(a, 0), le(0, x), le(x, 1)), le(2, a - x)),
        Statement((gt(a, 0), le(0, x), le(x, 1)), le(a - x, 3)),
        Statement((gt(a, 0), le(2, x), le(x, 3)), le(0, a - x)),
        Statement((gt(a, 0), le(2, x), le(x, 3)), le(a - x, 1)),
        Statement((gt(a, 0),), disj(lt(one, 2), lt(sp.Integer(3), 0))),
    ],
    ids=["a rate below 1", "into the second", "not beyond it", "back into the first", "not beyond that", "disjoint intervals"],
)
def test_an_attracting_cycle_wants(condition: Statement) -> None:
    assert condition in CYCLE.conditions


def test_an_attracting_cycle_wants_the_product_of_the_slopes_at_independent_points() -> None:
    first, second = real("x_0"), real("x_1")
    slopes = sp.Derivative(a - first, first) * sp.Derivative(a - second, second)
    box = (gt(a, 0), le(0, first), le(first, 1), le(2, second), le(second, 3))
    assert {Statement(box, le(slopes, one / 2)), Statement(box, le(-one / 2, slopes))} <= set(CYCLE.conditions)


ALTERNATING = alternating_orbit(1 - a * x, x, sp.Integer(0), one / 10, one / 5, one, (gt(a, 0),))


@pytest.mark.parametrize(
    "condition",
    [
        Statement((gt(a, 0),), le(one / 10, one / 5)),
        Statement((gt(a, 0),), gt(1 - a / 5, one / 5)),
        Statement((gt(a, 0),), le(1 - a * (1 - a / 5), one / 5)),
        Statement((gt(a, 0), le(0, x), le(x, one / 10)), lt(x, 1 - a * (1 - a * x))),
        Statement((gt(a, 0), le(0, x), lt(x, prime), le(prime, 1)), gt(1 - a * x, 1 - a * prime)),
    ],
    ids=["its numbers in order", "an image on the other side", "no way past the upper end", "a way up to the lower end", "a falling map"],
)
def test_an_alternating_orbit_wants(condition: Statement) -> None:
    assert condition in ALTERNATING.conditions


def test_an_alternating_orbit_wants_its_map_to_stay_below_the_top() -> None:
    high = alternating_orbit(5 - x, x, sp.Integer(0), one, sp.Integer(2), sp.Integer(4))
    assert Statement((), le(sp.Integer(5), 4)) in high.conditions


@pytest.mark.parametrize(
    "application",
    [CYCLE, ALTERNATING, sign_changes(a - x, x, (sp.Integer(0), one), (gt(a, 0), lt(a, 1)))],
    ids=["attracting cycle", "alternating orbit", "changes of sign"],
)
def test_a_conclusion_in_words_says_its_hypotheses(application: Application) -> None:
    assert str(application.conclusion).startswith("if $a > 0$, ")


FALSE = {
    "a zero of 1/x": sign_changes(-1 / x, x, (-one, one)),
    "three zeros of x": sign_changes(-x, x, (-one, one, -one, one)),
    "an attracting fixed point of 2x": attracting_cycle(2 * x, x, ((-one, one),), one / 2),
    "an attracting fixed point of −x": attracting_cycle(-x, x, ((-one, one),), one / 2),
    "a fixed point as a cycle of period 2": attracting_cycle(x / 2, x, ((-one, one), (-one, one)), one / 2),
    "an empty interval": attracting_cycle(x / 2, x, ((two, one),), one / 2),
    "a contraction that moves": attracting_cycle(x / 2 + 5, x, ((-one, one),), one / 2),
    "an alternating orbit of a rising map": alternating_orbit(x / 2 + 1, x, zero, one / 10, one, two),
    "an alternating orbit that settles": alternating_orbit(1 - x / 2, x, zero, one / 10, one / 2, one),
    "an alternating orbit that blows up": alternating_orbit(10 - 20 * x, x, zero, one / 10, one / 5, 10 * one),
}


@pytest.mark.parametrize("application", FALSE.values(), ids=FALSE)
def test_of_a_false_instance_some_condition_is_refuted(application: Application) -> None:
    assert any(isinstance(by_falsification(c), Refuted) for c in application.conditions)
