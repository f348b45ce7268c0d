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
    induction,
    instance,
    intermediate_value,
    limit_of_iterates,
    linearity,
    monotone,
    outcome,
    perturbed_contraction,
    squeeze,
    termwise,
    total,
    triangle,
    upper_limit,
)
from symbolic.theorems.contraction import geometric, lipschitz, local_contraction, near

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
    "a coefficient of a triangle inequality that varies": (lambda: triangle([(x, y)], (x, y)), "varies with the outcome"),
    "an induction whose hypotheses vary": (
        lambda: induction(ge(x, 0), {x: prime}, (eq(x, 0),), (eq(prime, x),), (gt(x, 0),)),
        "may not speak",
    ),
    "an induction whose hypotheses fix the next value": (
        lambda: induction(ge(x, 0), {x: prime}, (eq(x, 0),), (eq(prime, x),), (eq(prime, 0),)),
        "may not speak of x'",
    ),
    "an induction that starts with the next value": (
        lambda: induction(ge(x, 0), {x: prime}, (eq(prime, 0),), (eq(prime, x),)),
        "may not speak of x'",
    ),
    "an induction to a claim about the next value": (
        lambda: induction(ge(prime, 0), {x: prime}, (eq(x, 0),), (eq(prime, x),)),
        "may not speak of x'",
    ),
    "an induction in which two sequences run into one": (
        lambda: induction(ge(x + y, 0), {x: prime, y: prime}, (eq(x, 0), eq(y, 0)), (eq(prime, x),)),
        "next value of its own",
    ),
    "an induction in which a sequence is its own next value": (
        lambda: induction(ge(x, 0), {x: x}, (eq(x, 0),), (le(x, 1),)),
        "next value of its own",
    ),
    "an induction on a derivative": (
        lambda: induction(eq(sp.Derivative(x, x), 1), {x: prime}, (eq(x, 0),), (eq(prime, x),)),
        "state the derivative's formula first",
    ),
    "an upper limit of a bound that varies without one": (lambda: upper_limit(x, y, one, {a: one}, (x, y), ()), "may not speak of y"),
    "an upper limit that moves": (lambda: upper_limit(x, a, x, {a: one}, (x,), ()), "may not speak of x"),
    "an upper limit that is one of the sequences": (lambda: upper_limit(x, a, a, {a: one}, (x,), ()), "may not speak of a"),
    "a limit that is one of the sequences": (lambda: upper_limit(x, a, one, {a: x}, (x,), ()), "may not speak of x"),
    "a sequence with and without a limit": (lambda: upper_limit(x, x, one, {x: one}, (x,), ()), "one limit"),
    "an upper limit of a derivative": (
        lambda: upper_limit(x, sp.Derivative(a * y, a), y, {a: one}, (x,), ()),
        "state the derivative's formula first",
    ),
    "a contraction of a part of the line": (
        lambda: perturbed_contraction(x**2 / 2, x, one / 2, one, (le(x**2, one),)),
        "may not speak of x",
    ),
    "a contraction at a rate that varies": (lambda: perturbed_contraction(x, x, x**2, one, ()), "may not speak of x"),
    "an error that varies": (lambda: perturbed_contraction(x / 2, x, one / 2, x, ()), "may not speak of x"),
    "a centre that moves with the variable": (lambda: local_contraction(x / 2, x, 2 * x), "may not speak of x"),
    "a local contraction under a hypothesis on the variable": (
        lambda: local_contraction(x / 2, x, sp.Integer(0), (gt(x, 0),)),
        "may not speak of x",
    ),
    "a fixed point put into a derivative": (
        lambda: local_contraction(sp.Derivative(x**3, x) / 6, x, sp.Integer(0)),
        "differentiates",
    ),
    "a parameter that the conclusion would capture": (
        lambda: local_contraction(real("k") * x, x, sp.Integer(0), (gt(real("k"), -1), lt(real("k"), 1))),
        "may not speak of k",
    ),
    "a distance nearby that depends on the value nearby": (lambda: near(x, y, x**2, gt(x, 0)), "may not speak of x"),
    "a hypothesis on the value nearby": (lambda: near(x, y, one, gt(x, 0), (gt(x, 0),)), "may not speak of x"),
    "a slope that is its own bound": (lambda: lipschitz(x, x), "may not speak of x"),
    "a contraction factor that changes from step to step": (
        lambda: geometric(x, x, y, x / (1 + x), (gt(x, 0), eq(y, x**2 / (1 + x)))),
        "may not speak of x",
    ),
    "a distance that looks ahead": (lambda: geometric(x * y, x, y, a, (gt(a, 0),)), "may not speak of y"),
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


def test_an_induction_supposes_of_one_step_what_it_concludes_of_all() -> None:
    base, step = induction(ge(x, 0), {x: prime}, (eq(x, 1),), (eq(prime, x / 2),)).conditions
    assert base == Statement((eq(x, 1),), ge(x, 0))
    assert step == Statement((ge(x, 0), eq(prime, x / 2)), ge(prime, 0))


def test_an_upper_limit_wants_its_bound_continuous_where_the_sequences_tend() -> None:
    pole = upper_limit(x, 1 / y, 1 / a, {y: a}, (x,), (gt(y, 0), le(x, 1 / y)))
    assert Statement((eq(y, a),), ne(y, 0)) in pole.conditions


def test_an_upper_limit_is_left_out_of_the_conclusion_for_a_constant_alone() -> None:
    constant = upper_limit(x, x + a - y, x, {a: one, y: one}, (), (le(y, a),))
    assert str(constant.conclusion).endswith("then $x \\le x$")
    assert "limsup" in str(upper_limit(y, a, one, {a: one}, (y,), (le(y, a),)).conclusion)


def test_what_is_supposed_of_a_sequence_is_not_supposed_of_its_limit() -> None:
    open_set = upper_limit(x, y, a, {y: a}, (x,), (gt(y, 0), le(x, y)))
    assert all(gt(y, 0) not in c.given for c in open_set.conditions if c.holds != le(x, y))


def test_a_perturbed_contraction_wants_a_rate_below_1_and_both_signs_of_the_slope() -> None:
    rate, above, below = perturbed_contraction(a * x, x, a, one, ()).conditions
    slope = sp.Derivative(a * x, x)
    assert (rate.holds, above.holds, below.holds) == (lt(a, 1), le(slope, a), ge(slope, -a))


def test_a_kink_at_the_fixed_point_is_no_local_contraction() -> None:
    kinked = local_contraction(sp.Abs(x) / 2, x, sp.Integer(0))
    assert Statement((eq(x, 0),), ne(x, 0)) in kinked.conditions


def test_a_point_that_is_not_fixed_is_no_local_contraction() -> None:
    away = local_contraction(x / 2, x, one)
    assert Statement((), eq(sp.Rational(1, 2), one)) in away.conditions


def test_the_domain_ends_beyond_the_fixed_point_of_a_local_contraction() -> None:
    at_the_end = local_contraction(sp.sqrt(x) ** 3, x, sp.Integer(0))
    assert Statement((eq(x, 0),), gt(x, 0)) in at_the_end.conditions


def test_a_geometric_sequence_needs_a_factor_below_1() -> None:
    still = geometric(sp.Abs(x), x, y, one, (eq(y, -x),))
    assert Statement((eq(y, -x),), lt(one, 1)) in still.conditions


def test_an_interval_for_a_limit_has_more_than_one_point() -> None:
    point = squeeze(x, x, one, one, x - 1, (ge(x, 1), le(x, 1)))
    assert Statement((), lt(one, 1)) in point.conditions


@pytest.mark.parametrize(
    "application",
    [
        intermediate_value(a - x, x, sp.Integer(0), one, (gt(a, 0), lt(a, 1))),
        squeeze(a * x, x, sp.Integer(0), sp.Integer(0), a * x, (gt(a, 0), gt(x, 0))),
        limit_of_iterates(a * x, x, (gt(a, 0), ge(x, 0))),
        induction(ge(x, 0), {x: prime}, (eq(x, a),), (ge(prime, x),), (gt(a, 0),)),
        upper_limit(x, y * a, a, {y: one}, (x,), (gt(a, 0), le(x, y * a))),
        perturbed_contraction(a + x / 2, x, one / 2, a, (gt(a, 0),)),
    ],
    ids=["intermediate value", "squeeze", "limit of iterates", "induction", "upper limit", "contraction"],
)
def test_a_conclusion_in_words_says_its_hypotheses(application: Application) -> None:
    assert str(application.conclusion).startswith("if $a > 0$, ")


def test_the_variable_for_a_sum_is_none_of_the_chain_s_own() -> None:
    chain = Chain((), total(x, (x,)), (Step("=", real("sum1"), "not the same"),))
    (part,) = chain.parts()
    assert len(part.statement.symbols) == 2
