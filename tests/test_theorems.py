"""A cited theorem cannot be misused: each schema refuses what would let it conclude more than its conditions carry."""

from collections.abc import Callable

import pytest
import sympy as sp

from symbolic import theorems
from symbolic.declaration import DeclarationError
from symbolic.derivation import Chain, Step
from symbolic.statement import Statement, eq, ge, gt, le, lt, ne, real
from symbolic.theorems import (
    Application,
    instance,
    intermediate_value,
    limit_of_iterates,
    linearity,
    monotone,
    outcome,
    squeeze,
    termwise,
    total,
)

x, y, a = real("x"), real("y"), real("a")
prime = real("x'")
one = sp.Integer(1)

MISUSES: dict[str, tuple[Callable[[], object], str]] = {
    "a hole in the interval of a monotone function": (
        lambda: monotone(-1 / x, x, -one, one, increasing=True, given=(ne(x, 0),)),
        "may not speak of x",
    ),
    "an end point that moves with the variable": (
        lambda: monotone(-((x - 1) ** 2), x, x**2, sp.Integer(10), increasing=True),
        "may not speak of x",
    ),
    "the fresh variable in the function": (
        lambda: monotone(sp.Derivative(x * prime, prime), x, -one, one, increasing=True),
        "may not speak of x'",
    ),
    "the fresh variable in a hypothesis": (
        lambda: monotone(x, x, -one, one, increasing=True, given=(gt(prime, 0),)),
        "may not speak of x'",
    ),
    "a zero of a function with a pole": (lambda: intermediate_value(-1 / x, x, -one, one, (ne(x, 0),)), "may not speak of x"),
    "a zero between ends that move with it": (lambda: intermediate_value(-x, x, -x, x, (gt(x, 0),)), "may not speak of x"),
    "a limit along a set that is no interval": (lambda: squeeze(x, x, sp.Integer(0), sp.Integer(0), x, (gt(x**2, 0),)), "no bound of x"),
    "a limit that moves": (lambda: squeeze(x, x, sp.Integer(0), x, x, (gt(x, 0),)), "may not speak of x"),
    "a value captured by a derivative": (
        lambda: instance(Statement((), eq(sp.Derivative(x * y, x), y)), {y: x}, ()),
        "variable of differentiation",
    ),
    "sums of terms that only differ": (lambda: termwise(x, "!=", sp.Integer(0), (ne(x, 0),), (x,)), "may have equal sums"),
    "a coefficient that is the index": (lambda: linearity([(theorems.i, x)], (x,)), "varies with the outcome"),
    "a coefficient at an outcome": (lambda: linearity([(outcome(x), y)], (y,)), "varies with the outcome"),
    "a term at an outcome": (lambda: total(outcome(x) * y, (y,)), "names an outcome"),
    "iterates in an open set": (lambda: limit_of_iterates(x / 2, x, (gt(x, 0),)), "closed set"),
    "iterates in a set that another variable opens": (
        lambda: limit_of_iterates(x * sp.exp(-1 / x), x, (ge(y, 0), ge(x * y, 1))),
        "no bound of x",
    ),
    "a theorem applied by hand": (lambda: Application(theorems.ORDER, (), Statement((), lt(one, 0))), "by its schema"),
}


@pytest.mark.parametrize("misuse", MISUSES)
def test_a_schema_refuses(misuse: str) -> None:
    apply, complaint = MISUSES[misuse]
    with pytest.raises(DeclarationError, match=complaint):
        apply()


def test_a_limit_is_taken_at_the_end_of_an_interval_or_inside_it() -> None:
    away = squeeze(x + 5, x, sp.Integer(0), sp.Integer(7), 10 * sp.Abs(x), (ge(x, 1), le(x, 2)))
    assert Statement((), le(one, 0)) in away.conditions


def test_an_interval_for_a_limit_has_more_than_one_point() -> None:
    point = squeeze(x, x, one, one, x - 1, (ge(x, 1), le(x, 1)))
    assert Statement((), lt(one, 1)) in point.conditions


@pytest.mark.parametrize(
    "application",
    [
        intermediate_value(a - x, x, sp.Integer(0), one, (gt(a, 0), lt(a, 1))),
        squeeze(a * x, x, sp.Integer(0), sp.Integer(0), a * x, (gt(a, 0), gt(x, 0))),
        limit_of_iterates(a * x, x, (gt(a, 0), ge(x, 0))),
    ],
    ids=["intermediate value", "squeeze", "limit of iterates"],
)
def test_a_conclusion_in_words_says_its_hypotheses(application: Application) -> None:
    assert str(application.conclusion).startswith("if $a > 0$, ")


def test_the_variable_for_a_sum_is_none_of_the_chain_s_own() -> None:
    chain = Chain((), total(x, (x,)), (Step("=", real("sum1"), "not the same"),))
    (part,) = chain.parts()
    assert len(part.statement.symbols) == 2
