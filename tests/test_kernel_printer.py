"""Statements printed for Rocq: each item of the vocabulary, and what is refused."""

from dataclasses import replace

import pytest
import sympy as sp

from proofs.catalogue import catalogue
from proofs.kernel.pins import Generated, PinError, Written, concluded, pinned, pinned_all, read
from proofs.kernel.printer import PrinterError, expression, negation, proposition, relation
from proofs.kernel.table import PINS
from symbolic.statement import Statement, conj, disj, eq, ge, gt, iff, implies, le, lt, ne, neg, real
from symbolic.theorems import SumRelation
from symbolic.theorems.sums import termwise

x, y = real("x"), real("y")
half = sp.Rational(1, 2)


@pytest.mark.parametrize(
    ("e", "printed"),
    [
        (sp.Integer(3), "3"),
        (sp.Integer(-3), "(- 3)"),
        (sp.Rational(2, 3), "(2 / 3)"),
        (sp.Rational(-2, 3), "(- (2 / 3))"),
        (sp.pi, "PI"),
        (sp.E, "(exp 1)"),
        (x + y, "(x + y)"),
        (x - y, "(x - y)"),
        (x * y, "(x * y)"),
        (-x * y, "(- (x * y))"),
        (x / y, "(x / y)"),
        (1 / x, "(/ x)"),
        (x**2, "(x ^ 2)"),
        (x**-2, "(/ (x ^ 2))"),
        (sp.sqrt(x), "(sqrt x)"),
        (1 / sp.sqrt(x), "(/ (sqrt x))"),
        (x ** sp.Rational(3, 2), "((sqrt x) ^ 3)"),
        (sp.Integer(2) ** x, "(Rpower 2 x)"),
        (sp.exp(-x), "(exp (- x))"),
        (sp.log(x), "(ln x)"),
        (sp.cosh(x), "(cosh x)"),
        (sp.sinh(x), "(sinh x)"),
        (sp.tanh(x), "(tanh x)"),
        (sp.Abs(x), "(Rabs x)"),
        (sp.Min(x, y, evaluate=False), "(Rmin x y)"),
        (sp.Max(x, y, evaluate=False), "(Rmax x y)"),
    ],
    ids=str,
)
def test_an_expression_is_printed_over_the_standard_library(e: sp.Expr, printed: str) -> None:
    assert expression(e) == printed


@pytest.mark.parametrize(
    ("holds", "printed"),
    [
        (eq(x, 1), "(x = 1)"),
        (ne(x, 1), "(x <> 1)"),
        (lt(x, 1), "(x < 1)"),
        (le(x, 1), "(x <= 1)"),
        (gt(x, 1), "(x > 1)"),
        (ge(x, 1), "(x >= 1)"),
        (conj(lt(x, 1), gt(x, 0)), "((x < 1) /\\ (x > 0))"),
        (disj(lt(x, 1), gt(x, 0)), "((x < 1) \\/ (x > 0))"),
        (neg(lt(x, 1)), "(~ (x < 1))"),
        (implies(lt(x, 1), lt(x, 2)), "((x < 1) -> (x < 2))"),
        (iff(lt(x, 1), lt(x, 1)), "((x < 1) <-> (x < 1))"),
    ],
    ids=str,
)
def test_a_formula_is_printed_with_every_bracket(holds: sp.Basic, printed: str) -> None:
    assert proposition(Statement((), holds)) == f"forall x : R, {printed}"


def test_hypotheses_are_implications_in_their_order() -> None:
    assert proposition(Statement((gt(y, 0), lt(x, y)), lt(x, 2 * y))) == "forall x y : R, (y > 0) -> (x < y) -> (x < (2 * y))"


def test_that_a_derivative_exists_is_part_of_what_is_claimed() -> None:
    printed = proposition(Statement((), eq(sp.Derivative(x**2, x), 2 * x)))
    assert printed == "forall x : R, (exists d1 : R, derivable_pt_lim (fun x : R => (x ^ 2)) x d1 /\\ (d1 = (2 * x)))"


def test_a_second_derivative_is_that_of_a_function_which_is_the_derivative_near_the_point() -> None:
    f = "(fun x : R => (x ^ 3))"
    near = f"(forall x1 : R, Rabs (x1 - x) < r1 -> derivable_pt_lim {f} x1 (f1 x1))"
    exists = f"(exists (f1 : R -> R) (r1 : R), 0 < r1 /\\ {near} /\\ derivable_pt_lim f1 x d1)"
    assert (
        proposition(Statement((), eq(sp.Derivative(x**3, (x, 2)), 6 * x))) == f"forall x : R, (exists d1 : R, {exists} /\\ (d1 = (6 * x)))"
    )


def test_the_names_that_a_derivative_needs_are_none_of_the_statement() -> None:
    f1, r1, x1, d1 = map(real, ("f1", "r1", "x1", "d1"))
    printed = proposition(Statement((), eq(sp.Derivative(f1 * r1 * x1 * d1 * x**3, (x, 2)), 6 * f1 * r1 * x1 * d1 * x)))
    assert "exists d2 : R" in printed
    assert "exists (f2 : R -> R) (r2 : R)" in printed
    assert "forall x2 : R" in printed


def test_what_refutes_a_hypothesis_on_a_derivative_is_a_point_where_it_exists() -> None:
    rises = Statement((gt(sp.Derivative(x**2, x), 0),), lt(x, 0))
    assert negation(rises) == "~ (forall x d1 : R, derivable_pt_lim (fun x : R => (x ^ 2)) x d1 -> (d1 > 0) -> (x < 0))"


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param(Statement((), gt(sp.cbrt(x), 0)), id="a cube root, for Rpower 0 y is 1"),
        pytest.param(Statement((), gt(x**y, 0)), id="a power of a variable base"),
        pytest.param(Statement((), eq(sp.Derivative(x * y, x, y), 1)), id="a derivative by two variables"),
        pytest.param(Statement((gt(sp.Derivative(x**2, x), 0),), gt(x, 0)), id="a derivative in a hypothesis"),
        pytest.param(Statement((), gt(real("exp"), 0)), id="a variable that hides a function"),
        pytest.param(Statement((), gt(real("forall"), 0)), id="a keyword"),
        pytest.param(Statement((), gt(real("x, H : False"), 0)), id="a name that is no name"),
        pytest.param(Statement((), gt(real("β"), 0)), id="a name that is not ASCII"),
    ],
)
def test_what_has_no_faithful_form_is_refused(statement: Statement) -> None:
    with pytest.raises(PrinterError):
        proposition(statement)


def test_a_relation_between_sums_is_one_for_any_finite_list_of_outcomes() -> None:
    w, r = real("w"), real("r")
    said = termwise(r * w, "<=", y * w, (ge(w, 0), le(r, y), gt(y, 0)), (w, r)).conclusion
    assert isinstance(said, SumRelation)
    functions = "(w : Outcome -> R) (r : Outcome -> R) (y : R)"
    supposed = [f"(forall i : Outcome, In i outcomes -> ({h}))" for h in ("(w i) >= 0", "(r i) <= y")]
    left, right = (f"(fold_right (fun (i : Outcome) (rest : R) => ({t}) + rest) 0 outcomes)" for t in ("(r i) * (w i)", "y * (w i)"))
    assert relation(said) == (
        f"forall (Outcome : Type) (outcomes : list Outcome) {functions}, {' -> '.join(supposed)} -> (y > 0) -> ({left} <= {right})"
    )


def test_a_variable_may_not_bear_the_name_of_an_outcome_or_of_their_list() -> None:
    rest, w = real("rest"), real("w")
    said = termwise(rest * w, "=", w * rest + 0 * w**2, (), (w,)).conclusion
    assert isinstance(said, SumRelation)
    with pytest.raises(PrinterError, match="one name"):
        relation(said)


def test_a_negation_is_that_of_the_whole_statement() -> None:
    assert negation(Statement((gt(x, 0),), lt(x, 1))) == "~ (forall x : R, (x > 0) -> (x < 1))"


def test_every_pin_belongs_to_a_claim_which_thereby_asks_for_the_kernel() -> None:
    claims = catalogue()
    assert claims.keys() >= PINS.keys()
    assert {label for label, c in claims.items() if "kernel" in c.families} == PINS.keys()


def test_every_pin_can_be_stated_and_is_written_by_hand_only_where_the_claim_is_no_single_statement() -> None:
    claims = catalogue()
    assert len(pinned_all(claims, PINS)) == len(PINS)
    for label, pin in PINS.items():
        said = concluded(claims[label])
        assert isinstance(
            pin, Generated if isinstance(said, Statement) else (Generated, Written) if isinstance(said, SumRelation) else Written
        ), label


def test_a_claim_that_has_changed_since_its_pin_was_written_is_refused() -> None:
    label = next(label for label, pin in PINS.items() if isinstance(pin, Written))
    claim, pin = catalogue()[label], PINS[label]
    assert isinstance(pin, Written)
    assert pinned(claim, pin).written
    with pytest.raises(PinError, match="has changed"):
        pinned(claim, replace(pin, reads="0" * 12))


def test_a_statement_may_not_be_pinned_by_hand() -> None:
    claim = next(c for c in catalogue().values() if isinstance(c.content, Statement))
    with pytest.raises(PinError, match="printed"):
        pinned(claim, Written("GRPO.A.a", "True", "exact I.", read(claim)))
