"""What is said of cycles and traps cannot be misused: each schema refuses, or asks for, what would let it conclude too much."""

from collections.abc import Callable

import pytest
import sympy as sp

from proofs.deciders import by_algebra, by_enclosure, by_falsification
from symbolic.declaration import DeclarationError
from symbolic.statement import Statement, ge, gt, lt, ne, real
from symbolic.theorems import Application
from symbolic.theorems.cycles import attracting_cycles, covering_loops, lasso, odd_period_chaos
from symbolic.theorems.trapping import coppel, trapped
from symbolic.verdict import Proved, Refuted

x, a = real("x"), real("a")
R, zero, one, two = sp.Rational, sp.Integer(0), sp.Integer(1), sp.Integer(2)
LOGISTIC = R(383, 100) * x * (1 - x)
THREE = ((R("0.956"), R("0.958"), False), (R("0.154"), R("0.163"), True), (R("0.499"), R("0.522"), False))
FULL_THREE = ((R("0.94"), R("0.96"), False), (R("0.16"), R("0.22"), True), (R("0.6"), R("0.65"), False))
"""A loop of 4x(1 − x)."""

MISUSES: dict[str, tuple[Callable[[], object], str]] = {
    "attracting cycles of a map restricted in x": (lambda: attracting_cycles(x**2, x, (gt(x, 0),)), "may not speak of x"),
    "an escape that moves with x": (lambda: attracting_cycles(x**2, x, (), escape=x), "may not speak of x"),
    "a loop of one interval": (lambda: covering_loops(-x, x, [((zero, one, True),)]), "2 at least"),
    "no loop": (lambda: covering_loops(-x, x, []), "2 at least"),
    "loops of different lengths": (lambda: covering_loops(-x, x, [THREE, THREE[:2]]), "of one length"),
    "a loop whose ends move with x": (lambda: covering_loops(-x, x, [((zero, x, True), (zero, one, True))]), "may not speak of x"),
    "a loop on a punctured line": (lambda: covering_loops(1 / x, x, [THREE], (ne(x, 0),)), "may not speak of x"),
    "chaos from an even period": (lambda: odd_period_chaos(-x, x, zero, one, THREE[:2]), "not odd"),
    "chaos on an interval that moves with x": (lambda: odd_period_chaos(LOGISTIC, x, -x, one, THREE), "may not speak of x"),
    "a lasso round two intervals": (lambda: lasso(-x, x, one, (), ((one, two), (-two, -one))), "fewer than three"),
    "a lasso that starts anywhere": (lambda: lasso(-x, x, x, (), ((one, two),) * 3), "may not speak of x"),
    "Coppel with hypotheses on x": (lambda: coppel(x / 2, x, -one, one, (ne(x, 0),)), "may not speak of x"),
    "a trap that moves with x": (lambda: trapped(-x, x, (-x, zero, one)), "may not speak of x"),
    "a stable fixed point that moves with x": (
        lambda: trapped(-x, x, (-one, zero, one), schwarzian=True, stable=(x, x)),
        "may not speak of x",
    ),
    "a stable fixed point alone": (lambda: trapped(-x, x, (-one, zero, one), stable=(zero, zero)), "may have a 2-cycle"),
}


@pytest.mark.parametrize("misuse", MISUSES)
def test_a_schema_refuses(misuse: str) -> None:
    apply, complaint = MISUSES[misuse]
    with pytest.raises(DeclarationError, match=complaint):
        apply()


FALSE: dict[str, Application] = {
    "two attracting cycles of a map that is not even": attracting_cycles((x + 1) ** 2, x),
    "of one with more critical points": attracting_cycles(x**4 - x**2, x),
    "of one with a positive Schwarzian derivative": attracting_cycles(sp.log(1 + x**2), x),
    "of one that is not smooth": attracting_cycles(sp.Abs(x) + x**2, x),
    "one where the ends do not escape": attracting_cycles(x**2 / (1 + x**2), x, escape=one),
    "a cycle of the identity": covering_loops(x, x, [((zero, one, True),) * 2]),
    "a 2-cycle of −2x, through a fixed point where intervals touch": covering_loops(-2 * x, x, [((zero, one, False), (-one, zero, False))]),
    "a 4-cycle that is a 2-cycle twice": covering_loops(-2 * x, x, [((one, two, False), (-two, -one, False)) * 2]),
    "one cycle counted twice": covering_loops(LOGISTIC, x, [THREE, THREE]),
    "a cycle through a pole": covering_loops(1 / (2 * x - 1), x, [((zero, one, True), (-two, -one, True))]),
    "an interval turned the wrong way": covering_loops(LOGISTIC, x, [(*THREE[:2], (*THREE[2][:2], True))]),
    "an interval too wide to be covered": covering_loops(LOGISTIC, x, [(THREE[0], (R("0.1"), R("0.2"), True), THREE[2])]),
    "chaos on an interval that the map leaves": odd_period_chaos(LOGISTIC, x, R("0.1"), one, THREE),
    "chaos from a cycle outside the interval": odd_period_chaos(LOGISTIC, x, zero, R("0.5"), THREE),
    "a lasso round a 2-cycle": lasso(-x, x, one, (), ((one, two), (-two, -one)) * 2),
    "a lasso that leaks": lasso(LOGISTIC, x, R("0.957"), (), [(low, high) for low, high, _ in THREE]),
    "a lasso that starts outside": lasso(-x, x, zero, (), ((one, two), (-two, -one)) * 2),
    "convergence of x ↦ −x": coppel(-x, x, -one, one),
    "convergence where a bar stands everywhere": coppel(-x, x, -one, one, barring=zero * x),
    "convergence where a bar stands twice": coppel(-x + x**3 / 3 - x / 100, x, -one, one, barring=x**2 - R(1, 100)),
    "convergence in an interval that the map leaves": coppel(2 * x, x, -one, one),
    "a trap where the map rises": trapped(x / 2 - 1, x, (-two, zero, one)),
    "a trap with a way out upwards": trapped(-2 * x - 1, x, (-one, R(1, 2), one)),
    "a descent above a fixed point": trapped(-x / 2, x, (-one, -R(1, 2), one), descends=True),
    "a trap that forgets its Schwarzian derivative": trapped(
        -(x + x**3) / 2, x, (-R(9, 10), R(9, 10), one), schwarzian=True, stable=(zero, zero)
    ),
    "a trap whose fixed point repels": trapped(-R(11, 10) * x, x, (-one, one, two), schwarzian=True, stable=(zero, zero)),
    "a trap whose fixed point is elsewhere": trapped(-x / 2, x, (-one, one, two), schwarzian=True, stable=(R(1, 2), R(3, 4))),
}


@pytest.mark.parametrize("application", FALSE.values(), ids=FALSE)
def test_a_false_conclusion_has_a_condition_that_is_refuted(application: Application) -> None:
    assert any(isinstance(by_falsification(c), Refuted) for c in application.conditions)


TRUE: dict[str, Application] = {
    "at most two attracting cycles": attracting_cycles(a * x**2 / (1 + x**2), x, (gt(a, 0),)),
    "at most one": attracting_cycles(x**2 + a, x, (ge(a, 0),), escape=two),
    "a 3-cycle": covering_loops(4 * x * (1 - x), x, [FULL_THREE]),
    "a 2-cycle": covering_loops(1 - 2 * x**2, x, [((R("0.8"), R("0.82"), False), (-R("0.33"), -R("0.29"), True))]),
    "chaos": odd_period_chaos(4 * x * (1 - x), x, zero, one, FULL_THREE),
    "convergence where x + f(x) stands still at one point": coppel(-x + x**3 / 4, x, -one, one, barring=x),
    "a trap": trapped(-x / 2, x, (-one, R(1, 2), one), descends=True),
    "a trap with one limit": trapped(-x + x**2 / 4, x, (-R(3, 5), R(7, 10), R(18, 25)), schwarzian=True, stable=(zero, zero)),
}


@pytest.mark.parametrize("application", TRUE.values(), ids=TRUE)
def test_a_true_one_has_conditions_that_are_all_proved(application: Application) -> None:
    open_ = [c for c in application.conditions if not isinstance(by_algebra(c), Proved) and not isinstance(by_enclosure(c), Proved)]
    assert not open_


def test_loops_that_touch_ask_that_their_common_end_move() -> None:
    touching = covering_loops(-2 * x, x, [((zero, one, False), (-one, zero, False))])
    assert Statement((), ne(zero, zero)) in touching.conditions
    assert Statement((), lt(zero, zero)) not in touching.conditions


def test_what_a_trap_supposes_stands_in_its_conclusion() -> None:
    ends = (-one, R(1, 2), one)
    assert "where it has no fixed point in" in str(trapped(-x / 2, x, ends).conclusion)
    assert "its derivative is at least $-1$" in str(trapped(-x / 2, x, ends, schwarzian=True, descends=True).conclusion)
    assert "2-cycle" in str(trapped(-x / 2, x, ends, descends=True).conclusion)
