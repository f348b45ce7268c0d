"""A derivation composes its conclusion from its steps, and cites no more than its conditions carry."""

import pytest
import sympy as sp
from sympy.logic.boolalg import Boolean

from symbolic.declaration import DeclarationError
from symbolic.derivation import Argument, Chain, Step
from symbolic.statement import Statement, eq, ge, gt, le, lt, ne, real
from symbolic.theorems import (
    SumRelation,
    either,
    instance,
    intermediate_value,
    linearity,
    monotone,
    rearranged,
    squeeze,
    termwise,
    total,
)

x, y, t, s = (real(name) for name in "xyts")


def test_relations_compose_to_the_strictest() -> None:
    chain = Chain((), x, (Step("=", x + 0 * y, "nothing"), Step("<=", y, "a"), Step("<", y + 1, "b")))
    assert chain.relation == "<"
    assert chain.conclusion == Statement((), lt(x, y + 1))


def test_relations_that_point_both_ways_conclude_nothing() -> None:
    with pytest.raises(DeclarationError, match="both ways"):
        Chain((), x, (Step("<=", y, "up"), Step(">=", x, "down")))


@pytest.mark.parametrize("relation", ["==", "≤", "!=", ""])
def test_an_unknown_relation_is_refused(relation: str) -> None:
    with pytest.raises(DeclarationError, match="relation of a step"):
        Step(relation, x, "why")


def test_a_step_without_a_reason_is_refused() -> None:
    with pytest.raises(DeclarationError, match="wants a reason"):
        Step("=", x, " ")


def test_a_chain_without_steps_is_refused() -> None:
    with pytest.raises(DeclarationError, match="at least one step"):
        Chain((), x, ())


def test_each_step_is_a_statement_of_its_own() -> None:
    chain = Chain((gt(x, 0),), x, (Step("<", 2 * x, "x > 0"), Step("=", x + x, "double")))
    assert [p.statement for p in chain.parts()] == [Statement((gt(x, 0),), lt(x, 2 * x)), Statement((gt(x, 0),), eq(2 * x, 2 * x))]


def test_a_theorem_that_concludes_another_line_is_refused() -> None:
    by = termwise(t, "<=", t + s, (gt(s, 0),), (t, s))
    with pytest.raises(DeclarationError, match="step 1: finite-sums concludes"):
        Chain((), total(t, (t, s)), (Step("<", total(t + s, (t, s)), "termwise", by),))


def test_a_sum_over_any_number_of_outcomes_is_decided_outcome_by_outcome() -> None:
    by = termwise(t, "<=", t + s, (gt(s, 0),), (t, s))
    chain = Chain((), total(t, (t, s)), (Step("<=", total(t + s, (t, s)), "termwise", by),))
    step, together = chain.parts()
    assert step.statement == Statement((gt(s, 0),), le(t, t + s))
    assert together.reason == "each term is defined, under all the hypotheses together"
    assert isinstance(chain.conclusion, SumRelation)
    assert len(chain.conclusion.given) == 1


def test_a_sum_that_no_theorem_opens_may_take_any_value() -> None:
    whole = total(t, (t,))
    chain = Chain((eq(whole, 1),), x * whole, (Step("=", x, "the probabilities sum to 1"),))
    (part,) = chain.parts()
    sum1 = real("sum1")
    assert part.statement == Statement((eq(sum1, 1),), eq(sum1 * x, x))


def test_a_coefficient_that_varies_with_the_outcome_is_not_linear() -> None:
    with pytest.raises(DeclarationError, match="varies with the outcome"):
        linearity([(t, s)], (t, s))


def test_monotonicity_asks_for_continuity_and_the_sign_of_the_derivative() -> None:
    by = monotone(sp.sqrt(x), x, sp.Integer(0), sp.Integer(1), increasing=True)
    holds = [c.holds for c in by.conditions]
    assert sp.Ge(x, 0, evaluate=False) in holds
    assert any(c.has(sp.Derivative) for c in holds)
    assert isinstance(by.conclusion, Statement)
    assert {v.name for v in by.conclusion.symbols} == {"x", "x'"}


def test_the_intermediate_value_theorem_asks_for_both_signs_and_continuity() -> None:
    by = intermediate_value(1 / x - x, x, sp.Rational(1, 2), sp.Integer(3))
    assert len(by.conditions) == 4
    assert "there is $x$" in str(by.conclusion)


def test_squeeze_asks_that_the_bound_vanishes_and_is_defined_at_the_point() -> None:
    by = squeeze(x + sp.sqrt(x), x, sp.Integer(0), sp.Integer(0), 2 * sp.sqrt(x), (gt(x, 0), lt(x, 1)))
    assert Statement((), eq(sp.Integer(0), 0)) in by.conditions
    assert any(eq(x, 0) in c.given for c in by.conditions)


def test_an_instance_owes_its_hypotheses_and_the_statement_itself() -> None:
    lemma = Statement((gt(x, 0),), gt(x + 1, 1))
    by = instance(lemma, {x: y**2 + 1}, ())
    assert by.conditions == (lemma, Statement((), gt(y**2 + 1, 0)))
    assert by.conclusion == Statement((), gt(y**2 + 1 + 1, 1))


def test_an_instance_owes_that_its_values_are_defined() -> None:
    square = Statement((), ge(x**2, 0))
    by = instance(square, {x: sp.sqrt(y)}, ())
    assert by.conditions == (square, Statement((), ge(y, 0)))
    assert by.conclusion == Statement((), ge(y, 0))


def test_a_weak_monotonicity_compares_equal_arguments_too() -> None:
    by = monotone(x**3, x, sp.Integer(-1), sp.Integer(1), increasing=True, strict=False)
    assert by.conclusion == Statement((le(-1, x), le(x, real("x'")), le(real("x'"), 1)), le(x**3, real("x'") ** 3))
    assert by.conditions == (Statement((lt(-1, x), lt(x, 1)), ge(sp.Derivative(x**3, x), 0)),)


def test_a_rearrangement_owes_that_the_differences_agree() -> None:
    source = Statement((gt(x, 0),), lt(1, sp.exp(x)))
    by = rearranged(source, ge(sp.exp(x) - 1, 0))
    assert by.conditions == (source, Statement(source.given, eq(sp.exp(x) - 1, sp.exp(x) - 1)))
    assert by.conclusion == Statement(source.given, ge(sp.exp(x) - 1, 0))


def test_a_rearrangement_by_a_factor_owes_its_sign_and_what_the_new_form_needs() -> None:
    source = Statement((), ge(sp.exp(x), x))
    by = rearranged(source, ge(sp.exp(x) / y, x / y), factor=1 / y)
    assert Statement((), ne(y, 0)) in by.conditions
    assert Statement((), ge(1 / y, 0)) in by.conditions
    strict = rearranged(Statement((), gt(sp.exp(x), x)), gt(sp.exp(x) / y, x / y), factor=1 / y)
    assert Statement((), gt(1 / y, 0)) in strict.conditions
    assert Statement((), ne(y, 0)) in rearranged(Statement((), eq(x * y, 0)), eq(x, 0), factor=1 / y).conditions


@pytest.mark.parametrize(
    ("source", "target"), [(le(x, y), lt(x, y)), (lt(x, y), eq(x, y)), (le(x, y), eq(x, y)), (ne(x, y), lt(x, y)), (lt(x, y), ne(x, y))]
)
def test_a_rearrangement_does_not_sharpen(source: Boolean, target: Boolean) -> None:
    with pytest.raises(DeclarationError, match="does not follow"):
        rearranged(Statement((), source), target)


def test_what_holds_on_both_sides_of_zero_holds() -> None:
    by = either(Statement((gt(x, 0),), gt(y**2 + x, 0)), sp.log(x))
    assert by.conclusion == Statement((gt(x, 0),), gt(y**2 + x, 0))
    assert [c.given[1:] for c in by.conditions] == [(), (le(sp.log(x), 0),), (ge(sp.log(x), 0),)]
    assert by.conditions[0] == Statement((gt(x, 0),), gt(x, 0))


def test_no_value_is_put_in_for_a_variable_of_differentiation() -> None:
    lemma = Statement((), eq(sp.Derivative(x**2, x), 2 * x))
    with pytest.raises(DeclarationError, match="variable of differentiation"):
        instance(lemma, {x: y}, ())


def test_an_argument_does_not_decide_again_what_it_concluded() -> None:
    lemma = Statement((gt(x, 0),), gt(x + 1, 1))
    argument = Argument((lemma, instance(lemma, {x: y**2 + 1}, ())), ("first", "then"))
    assert [p.statement for p in argument.parts()] == [lemma, Statement((), gt(y**2 + 1, 0))]
    assert argument.conclusion == Statement((), gt(y**2 + 2, 1))


def test_an_argument_wants_a_reason_for_each_item() -> None:
    with pytest.raises(DeclarationError, match="a reason for each"):
        Argument((Statement((), gt(x, 0)),), ())
