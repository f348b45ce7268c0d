"""Statements keep what their author wrote, and refuse what has no exact meaning."""

import pytest
import sympy as sp

from symbolic.declaration import DeclarationError
from symbolic.statement import Statement, conj, disj, eq, ge, gt, iff, implies, le, lt, ne, neg, real, substitute, text

x, y = real("x"), real("y")


def test_a_relation_that_sympy_would_evaluate_is_kept() -> None:
    s = Statement((), gt(sp.exp(x), 0))
    assert isinstance(s.holds, sp.Gt)
    assert str(s) == "exp(x) > 0"


@pytest.mark.parametrize("evaluated", [sp.exp(x) > 0, sp.true, sp.false, True, sp.Eq(x, x)])
def test_a_formula_that_sympy_evaluated_is_refused(evaluated: object) -> None:
    with pytest.raises(DeclarationError, match="evaluated to"):
        Statement((), evaluated)


def test_a_floating_point_number_is_refused() -> None:
    with pytest.raises(DeclarationError, match="floating-point"):
        Statement((), gt(x, sp.Float("0.1")))


@pytest.mark.parametrize("foreign", [sp.I * x, sp.sin(x), sp.oo, sp.Sum(x, (y, 1, 2)), sp.Function("g")(x), sp.zoo, sp.nan])
def test_an_expression_outside_the_vocabulary_is_refused(foreign: sp.Expr) -> None:
    with pytest.raises(DeclarationError, match="language of statements"):
        Statement((), eq(foreign, x))


def test_a_power_of_e_that_sympy_would_confuse_with_exp_is_refused() -> None:
    power = sp.Pow(sp.E, x, evaluate=False)
    assert isinstance(power, sp.exp)
    assert power.args[0] != x
    with pytest.raises(DeclarationError, match="written exp"):
        Statement((), gt(power, 0))


def test_two_variables_of_one_name_are_refused() -> None:
    with pytest.raises(DeclarationError, match="must be made by real"):
        Statement((gt(sp.Symbol("x", positive=True), 0),), gt(x, 0))


def test_a_variable_with_a_further_assumption_is_refused() -> None:
    with pytest.raises(DeclarationError, match="must be made by real"):
        Statement((), gt(sp.Symbol("x", real=True, positive=True), 0))


def test_an_expression_is_no_formula() -> None:
    with pytest.raises(DeclarationError, match="not a relation"):
        Statement((), x + y)


def test_the_error_names_the_author_s_file_and_line() -> None:
    with pytest.raises(DeclarationError, match=r"test_statement\.py:\d+: "):
        Statement((), x)


def test_a_mutant_changes_only_what_is_said() -> None:
    s = Statement((gt(x, 0),), gt(x + 1, 1))
    assert s.but(gt(x, 1)) == Statement((gt(x, 0),), gt(x, 1))
    assert s.but(given=()) == Statement((), gt(x + 1, 1))


def test_formulas_read_as_text() -> None:
    formula = implies(conj(lt(x, y), ne(x, 0)), disj(neg(le(x, y)), iff(ge(x, 0), eq(x, 0))))
    written = text(formula)
    assert "⇒" in written
    assert "x < y" in written
    assert "not (x ≤ y)" in written
    assert "(x ≥ 0) ⇔ (x = 0)" in written or "(x = 0) ⇔ (x ≥ 0)" in written


def test_connectives_keep_every_part_in_order() -> None:
    always, never = disj(lt(x, 0), ge(x, 0)), conj(ge(x, 0), lt(x, 0))
    assert always.args == (lt(x, 0), ge(x, 0))
    assert never.args == (ge(x, 0), lt(x, 0))
    assert conj(lt(x, 0), lt(x, 0)).args == (lt(x, 0), lt(x, 0))
    assert set(iff(lt(x, 0), ge(x, 0)).args) == {lt(x, 0), ge(x, 0)}
    assert substitute(always, {x: y}).args == (lt(y, 0), ge(y, 0))
    assert Statement((always,), neg(never)).symbols == (x,)


@pytest.mark.parametrize("values", [{x: y}, {x: sp.Integer(1)}, {y: x}, {y: 2 * x}], ids=str)
def test_a_variable_of_differentiation_is_neither_given_a_value_nor_captured(values: dict[sp.Symbol, sp.Expr]) -> None:
    with pytest.raises(DeclarationError, match="variable of differentiation"):
        substitute(eq(sp.Derivative(y * x**2, x), 2 * x * y), values)


def test_a_variable_of_differentiation_may_be_renamed() -> None:
    a = real("a")
    assert substitute(sp.Derivative(y * x**2, x), {x: a}) == sp.Derivative(y * a**2, a)
    assert substitute(sp.Derivative(y * x**2, x), {x: y, y: x}) == sp.Derivative(x * y**2, y)
