"""A point is a witness only where every hypothesis and domain condition certainly holds, and the conclusion certainly fails."""

import pytest
import sympy as sp

from numeric_checks.confirm import confirm
from numeric_checks.points.definitions import definitions
from symbolic.notation import PARAMETERS, PROBABILITY, beta, eps, h, p, p_ref
from symbolic.statement import Statement, conj, eq, ge, gt, implies, le, lt, ne, real

R = sp.Rational
x, y, w = real("x"), real("y"), real("w")
HALF = {p: R(1, 2), p_ref: R(1, 2), beta: sp.Integer(1000), eps: sp.Integer(1)}


def test_a_false_statement_is_refuted_at_a_point_of_its_domain() -> None:
    witness = confirm(Statement((*PROBABILITY, *PARAMETERS), gt(h(), p_ref + R(1, 1000))), HALF)
    assert witness is not None
    assert witness.point == (("beta", "1000"), ("epsilon", "1"), ("p", "1/2"), ("p_ref", "1/2"))
    assert witness.shows == (
        "left side [0.500223606783 ± 1.58e-13], right side 501/1000, left − right = [-0.000776393217157 ± 1.40e-16] < 0"
    )


@pytest.mark.parametrize(
    ("statement", "point"),
    [
        (Statement((gt(x, 0),), gt(x, 1)), {x: 0}),
        (Statement((gt(x, 0),), gt(x, 1)), {x: 2}),
        (Statement((), gt((x + 1) / x, 1)), {x: 0}),
        (Statement((), gt(sp.log(x), 0)), {x: -1}),
        (Statement((), conj(gt(sp.log(x), 0), gt(x, 5))), {x: -1}),
        (Statement((), eq(sp.Mul(x, 1 / x, evaluate=False), 2)), {x: 0}),
        (Statement((), eq(sp.Mul(0, sp.log(x), evaluate=False), 1)), {x: 0}),
        (Statement((), le(x * sp.exp(-x), sp.exp(-1))), {x: 1}),
        (Statement((gt(x, y),), gt(x, y + 1)), {x: 1}),
        (Statement((ge(x * sp.exp(-x), sp.exp(-1) + R(1, 10**40)),), gt(x, 1)), {x: 1}),
        (Statement((eq(x, 1 + R(1, 10**60)),), gt(x, 1)), {x: 1}),
        (Statement((gt(sp.exp(sp.exp(sp.exp(sp.exp(x)))), 0),), lt(x, 1)), {x: 10}),
        (Statement((), lt(sp.exp(sp.exp(sp.exp(sp.exp(x)))), 1)), {x: 10}),
    ],
    ids=str,
)
def test_nothing_else_is_a_witness(statement: Statement, point: dict[sp.Symbol, sp.Rational]) -> None:
    assert confirm(statement, point) is None


def test_a_strict_inequality_fails_where_the_sides_touch() -> None:
    witness = confirm(Statement((), lt(x * sp.exp(-x), sp.exp(-1))), {x: sp.Integer(1)})
    assert witness is not None
    assert "the two are equal" in witness.shows


def test_differences_of_any_size_are_seen() -> None:
    witness = confirm(Statement((*PROBABILITY, *PARAMETERS), ge(h(), 1)), {p: R(1, 2), p_ref: R(1, 2), beta: R(1, 158), eps: R(1, 10**6)})
    assert witness is not None
    assert "e-138" in witness.shows or "e-137" in witness.shows


def test_a_hypothesis_on_the_boundary_is_satisfied_only_if_it_is_not_strict() -> None:
    boundary = {x: sp.Integer(1)}
    assert confirm(Statement((ge(x * sp.exp(-x), sp.exp(-1)),), gt(x, 1)), boundary) is not None
    assert confirm(Statement((gt(x * sp.exp(-x), sp.exp(-1)),), gt(x, 1)), boundary) is None


def test_the_domain_behind_an_implication_is_asked_for_only_where_it_is_entered() -> None:
    guarded = conj(gt(x, 1), implies(gt(x, 0), gt(sp.log(x), 0)))
    assert confirm(Statement((), guarded), {x: sp.Integer(-1)}) is not None
    unguarded = conj(gt(x, 1), gt(sp.log(x), 0))
    assert confirm(Statement((), unguarded), {x: sp.Integer(-1)}) is None


def test_a_variable_that_a_hypothesis_defines_takes_the_value_defined() -> None:
    statement = Statement((eq(x, sp.exp(y)),), lt(x, y + 1))
    for point in ({y: sp.Integer(1)}, {x: sp.Integer(7), y: sp.Integer(1)}):
        witness = confirm(statement, point)
        assert witness is not None
        assert witness.point == (("x", "[2.71828182846 ± 9.55e-13] = E"), ("y", "1"))


def test_definitions_may_use_each_other() -> None:
    statement = Statement((eq(w, x + 1), eq(x, sp.exp(y))), gt(w, y + 3))
    witness = confirm(statement, {y: sp.Integer(0)})
    assert witness is not None
    assert dict(witness.point) == {"w": "2", "x": "1", "y": "0"}


def test_the_fixed_points_equation_is_solved_for_a_parameter() -> None:
    statement = Statement((*PROBABILITY, *PARAMETERS, eq(h(), p)), lt(p, p_ref))
    witness = confirm(statement, {p: R(1, 2), beta: sp.Integer(1), eps: sp.Integer(1)})
    assert witness is not None
    name, value = witness.point[-1]
    assert name == "p_ref"
    assert value.startswith("[0.290")


def test_a_definition_outside_the_domain_gives_no_witness() -> None:
    statement = Statement((eq(x, sp.log(y)), lt(y, 0)), gt(x, y))
    assert confirm(statement, {y: sp.Integer(-1)}) is None
    assert confirm(Statement((eq(sp.sqrt(x), y),), ge(y, x)), {y: sp.Integer(-2)}) is None
    assert confirm(Statement((eq(x, 1 / y),), gt(x, y)), {y: sp.Integer(0)}) is None


def test_a_definition_of_astronomic_size_is_left_alone() -> None:
    assert confirm(Statement((eq(x, y**w), gt(y, 0)), gt(0, x)), {y: sp.Integer(3), w: sp.Integer(10) ** 12}) is None


def test_circular_equations_define_nothing() -> None:
    assert confirm(Statement((eq(x, y + 1), eq(y, x - 2)), gt(x, y)), {}) is None


def test_an_equation_is_read_as_a_definition_in_every_simple_way() -> None:
    found = {str(d.variable): d.expression for d in definitions(eq(x * sp.exp(y), 2))}
    assert found == {"x": 2 * sp.exp(-y), "y": sp.log(2 / x)}
    assert definitions(eq(x * sp.exp(x), 2)) == ()
    assert definitions(ne(x, y)) == ()
