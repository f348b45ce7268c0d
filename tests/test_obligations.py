"""Every domain condition of a statement is listed, under the hypotheses that may discharge it."""

import pytest
import sympy as sp
from sympy.logic.boolalg import Boolean

from symbolic.obligations import obligations, of_expression
from symbolic.statement import Statement, conj, eq, ge, gt, implies, lt, ne, real

x, y = real("x"), real("y")
unevaluated_quotient = sp.Mul(x, sp.Pow(x, -1, evaluate=False), evaluate=False)


@pytest.mark.parametrize(
    ("expression", "condition"),
    [
        (1 / x, ne(x, 0)),
        (unevaluated_quotient, ne(x, 0)),
        (x**-3, ne(x, 0)),
        (sp.sqrt(x), ge(x, 0)),
        (x ** sp.Rational(3, 2), ge(x, 0)),
        (1 / sp.sqrt(x), gt(x, 0)),
        (sp.log(x), gt(x, 0)),
        (x**y, gt(x, 0)),
        (sp.Derivative(sp.sqrt(x), x), gt(x, 0)),
        (sp.Derivative(sp.Abs(x), x), ne(x, 0)),
        (sp.Derivative(sp.Max(x, y), x), ne(x, y)),
    ],
    ids=str,
)
def test_a_partial_operation_owes_its_condition(expression: sp.Expr, condition: Boolean) -> None:
    conditions = [o.statement.holds for o in obligations(Statement((), eq(expression, 1)))]
    assert condition in conditions or condition.reversed in conditions


@pytest.mark.parametrize("expression", [x * y, sp.exp(x), sp.Abs(x), sp.Max(x, y), sp.cosh(x), x**3, sp.sqrt(2), sp.log(2), 2**x], ids=str)
def test_a_total_operation_owes_nothing(expression: sp.Expr) -> None:
    assert obligations(Statement((), eq(expression, 1))) == ()


def test_inner_conditions_come_first() -> None:
    conditions = [o.statement.holds for o in of_expression(sp.log(1 / x), ())]
    assert conditions == [ne(x, 0), gt(1 / x, 0)]


def test_a_hypothesis_helps_only_what_stands_after_it() -> None:
    s = Statement((lt(sp.log(x), 1), gt(x, 0)), gt(sp.sqrt(x), 0))
    first, second = obligations(s)
    assert (first.statement.given, first.statement.holds) == ((), gt(x, 0))
    assert second.statement.given == s.given


def test_a_conclusion_may_use_the_hypothesis_of_its_implication() -> None:
    (only,) = obligations(Statement((), implies(gt(x, 0), gt(sp.log(x), -1 / sp.E))))
    assert only.statement.given == (gt(x, 0),)


def test_conjuncts_do_not_help_each_other() -> None:
    conditions = obligations(Statement((), conj(gt(x, 0), gt(sp.log(x), 0))))
    assert [o.statement.given for o in conditions] == [()]


def test_one_condition_is_owed_once() -> None:
    assert len(obligations(Statement((), eq(1 / x + 2 / x, 3 / x)))) == 1
