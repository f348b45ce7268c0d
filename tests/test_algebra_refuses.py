"""The algebraic decider does not say more than the hypotheses carry: domains, end points, signs of roots, vacuous cases."""

import pytest
import sympy as sp
from sympy.logic.boolalg import Boolean

from symbolic.algebra import query
from symbolic.answer import Holds, Unknown
from symbolic.obligations import obligations
from symbolic.statement import Statement, conj, disj, eq, ge, gt, implies, le, lt, ne, real

R = sp.Rational
x, y, z = real("x"), real("y"), real("z")
ROOT = sp.Pow(sp.Pow(x, 2, evaluate=False), R(1, 2), evaluate=False)
CANCELLED = sp.Mul(x, sp.Pow(x, -1, evaluate=False), evaluate=False)
MAXIMUM = sp.Max(x, -x, evaluate=False)


def holds(given: tuple[Boolean, ...], conclusion: Boolean) -> bool:
    return isinstance(query(Statement(given, conclusion)), Holds)


def holds_with_its_domain(given: tuple[Boolean, ...], conclusion: Boolean) -> bool:
    statement = Statement(given, conclusion)
    return all(isinstance(query(s), Holds) for s in (statement, *(o.statement for o in obligations(statement))))


@pytest.mark.parametrize(
    ("without", "needed", "conclusion"),
    [
        ((), (gt(x, 0), gt(y, 0)), eq(sp.log(x * y), sp.log(x) + sp.log(y))),
        ((ne(y, 0),), (gt(x, 0), gt(y, 0)), eq(sp.log(x / y), sp.log(x) - sp.log(y))),
        ((), (ge(x, 0),), eq(ROOT, x)),
        ((), (ge(x, 0), ge(y, 0)), eq(sp.sqrt(x) * sp.sqrt(y), sp.sqrt(x * y))),
        ((ne(x, 0),), (gt(x, 0), ge(y, 0)), eq(sp.sqrt(y / x) * sp.sqrt(x**3), x * sp.sqrt(y))),
        ((), (gt(x, 0),), eq(sp.log(sp.Pow(x, 2, evaluate=False), evaluate=False), 2 * sp.log(x))),
        ((), (ge(x, 0),), eq(sp.Pow(sp.Pow(x, 4, evaluate=False), R(1, 4), evaluate=False), x)),
    ],
    ids=str,
)
def test_logarithms_and_roots_split_only_where_signs_are_known(
    without: tuple[Boolean, ...], needed: tuple[Boolean, ...], conclusion: Boolean
) -> None:
    assert holds(needed, conclusion)
    assert not holds(without, conclusion)


def test_a_root_of_a_square_is_an_absolute_value() -> None:
    assert holds((), eq(ROOT, sp.Abs(x)))


@pytest.mark.parametrize(
    ("given", "conclusion"),
    [
        ((), eq(CANCELLED, 1)),
        ((), eq(sp.exp(sp.log(x), evaluate=False), x)),
        ((), eq(sp.Mul(0, sp.log(x), evaluate=False), 0)),
        ((), eq(sp.Pow(x, 0, evaluate=False), 1)),
        ((), eq((x**2 - 1) / (x - 1), x + 1)),
        ((), ge(sp.sqrt(x), 0)),
        ((ge(x, 0),), eq(sp.Derivative(sp.sqrt(x), x), 1 / (2 * sp.sqrt(x)))),
        ((), eq(sp.Derivative(sp.Abs(x), x) ** 2, 1)),
    ],
    ids=str,
)
def test_what_holds_only_on_its_domain_is_caught_by_its_obligations(given: tuple[Boolean, ...], conclusion: Boolean) -> None:
    assert not holds_with_its_domain(given, conclusion)


@pytest.mark.parametrize("conclusion", [eq(CANCELLED, 1), eq(sp.exp(sp.log(x), evaluate=False), x)], ids=str)
def test_domain_conditions_used_are_named(conclusion: Boolean) -> None:
    answer = query(Statement((), conclusion))
    assert isinstance(answer, Holds)
    assert answer.evidence[-1] in ("given that x ≠ 0", "given that x > 0")


@pytest.mark.parametrize(
    ("given", "conclusion"),
    [
        ((ge(x, 0),), gt(x**2, 0)),
        ((ge(x, 0), le(x, 1)), gt(x * (1 - x), 0)),
        ((ge(x, 0), le(x, 1)), lt(x**2, x + R(0))),
        ((ge(x, 0), ge(y, 0)), gt(x + y, 0)),
        ((ge(x, 0), ge(y, 0)), gt(x**2 + y**2, 0)),
        ((le(x, y),), lt(x, y)),
        ((ge(x, y), ge(y, z)), gt(x, z)),
        ((), gt(x**2 + y**2, 0)),
        ((), gt(x**2 - 2 * x * y + y**2, 0)),
        ((), gt(sp.Abs(x), 0)),
        ((ge(x, 0),), gt(sp.exp(x), 1)),
        ((ge(x, 1),), gt(sp.log(x), 0)),
        ((ge(x, 0),), gt(sp.sqrt(x), 0)),
        ((gt(x, 0), gt(y, 0)), lt(2 * sp.sqrt(x * y), x + y)),
        ((), gt(sp.cosh(x), 1)),
        ((ge(x, 0),), gt(sp.sinh(x), 0)),
        ((ge(x * y, 0),), ge(x, 0)),
        ((ge(x * y, 0), ge(x, 0)), ge(y, 0)),
        ((eq(x * y, 0),), eq(x, 0)),
        ((ge(x, y),), ge(x**2, y**2)),
        ((gt(x, y),), gt(1 / y, 1 / x)),
        ((gt(x, 0),), gt(x, R(1, 10**30))),
        ((gt(x**2, 1),), gt(x, 1)),
        ((eq(x**2, y**2),), eq(x, y)),
        ((eq(sp.sqrt(x), y),), eq(x, y)),
        ((eq(x, sp.exp(y)),), gt(y, 0)),
        ((ge(MAXIMUM, 0),), gt(MAXIMUM, 0)),
        ((gt(x, 0),), gt(sp.exp(x), R(1001, 1000))),
        ((gt(x, 0), lt(x, 1)), ge(sp.log(x), x - 6)),
        ((), ge(1000 * x**2 - 2001 * x * y + 1000 * y**2, 0)),
        ((ge(x**2, 0),), ge(x, 0)),
        ((ge(x * y, 0),), ge(x * y * z, 0)),
        ((eq(x * y, z**2), ge(y, 0)), ge(x, 0)),
        ((eq(y * z, x**3), ge(x, 0), ge(y, 0)), ge(z, 0)),
        ((ge(x, 0), gt(sp.sqrt(x) + y, 0)), gt(x, y**2)),
        ((gt(2 * sp.exp(x), 1),), gt(x, 0)),
        ((gt(2 * sp.exp(x), sp.exp(y)),), gt(x, y)),
        ((implies(gt(x, 0), gt(y, 1)),), gt(y, 1)),
        ((gt(x, 0),), ge(sp.log(x), x - 1)),
        ((gt(x, 0),), le(x * sp.log(x), x - 1)),
        ((), le(sp.exp(x), 1 + x)),
        ((lt(x, 1),), ge(sp.exp(x), 1 / (1 - x))),
    ],
    ids=str,
)
def test_what_fails_somewhere_on_the_boundary_or_beyond_does_not_hold(given: tuple[Boolean, ...], conclusion: Boolean) -> None:
    assert not holds(given, conclusion)


@pytest.mark.parametrize(
    ("given", "conclusion"),
    [
        ((gt(x, 0), lt(x, 1)), gt(x * (1 - x), 0)),
        ((gt(x, 0), ge(y, 0)), gt(x + y, 0)),
        ((ge(x, 0), ge(y, 0), ne(x, 0)), gt(x**2 + y**2, 0)),
        ((gt(x, y), ge(y, z)), gt(x, z)),
        ((), gt(x**2 + x * y + y**2 + 1, 0)),
        ((ne(x, y),), gt(x**2 - 2 * x * y + y**2, 0)),
        ((gt(x, 0), gt(y, 0), ne(x, y)), lt(2 * sp.sqrt(x * y), x + y)),
        ((ge(x * y, 0), gt(x, 0)), ge(y, 0)),
        ((eq(x * y, 0), ne(y, 0)), eq(x, 0)),
        ((eq(sp.sqrt(x), y),), eq(x, y**2)),
        ((eq(sp.exp(x), sp.exp(y)),), eq(x, y)),
        ((eq(sp.sqrt(x), y**2 - 1),), ge(y**2, 1)),
        ((implies(gt(x, 0), gt(y, 1)), gt(x, 0)), gt(y, 1)),
        ((gt(sp.exp(x), 1),), gt(x, 0)),
        ((gt(sp.log(x), 0),), gt(x, 1)),
        ((gt(sp.sqrt(x), 2),), gt(x, 4)),
        ((lt(0, y), lt(y, x)), lt(y / x, 1)),
        ((ge(x, 0), le(x, 1)), le(x * (1 - x), R(1, 4))),
        ((), le(sp.tanh(x) ** 2, 1)),
        ((), ge(sp.cosh(x), 1)),
        ((), eq(sp.Max(x, y, evaluate=False) + sp.Min(x, y, evaluate=False), x + y)),
        ((), le(sp.Abs(x + y), sp.Abs(x) + sp.Abs(y))),
        ((), gt(sp.sqrt(2) + sp.sqrt(3), sp.pi)),
        ((), lt(sp.exp(sp.pi * sp.sqrt(163)), 640320**3 + 744)),
        ((gt(x, 4),), gt(x, sp.pi)),
        ((ge(x, -1), le(x, 1)), gt(x**4 - 3 * x + 3, 0)),
    ],
    ids=str,
)
def test_what_holds_nearby_is_shown(given: tuple[Boolean, ...], conclusion: Boolean) -> None:
    assert holds(given, conclusion)


@pytest.mark.parametrize(
    ("given", "conclusion"),
    [
        ((gt(x, 0), lt(x, 0)), eq(x, 5)),
        ((eq(x, 1), eq(x, 2)), gt(y, 0)),
        ((disj(lt(x, 0), gt(x, 1)), gt(x, 0), lt(x, R(1, 2))), eq(y, 0)),
    ],
    ids=str,
)
def test_contradictory_hypotheses_are_called_that(given: tuple[Boolean, ...], conclusion: Boolean) -> None:
    answer = query(Statement(given, conclusion))
    if isinstance(answer, Holds):
        assert "exclude each other" in "\n".join(answer.evidence)


@pytest.mark.parametrize(
    "conclusion",
    [
        gt(sp.Pow(x, 1000, evaluate=False) + 1, 0),
        eq((x + y + z + 1) ** 40 * (x - y + z + 2) ** 40, 0),
        gt(sp.Pow(x, R(1, 97)) + 1, 0),
    ],
    ids=["large power", "large product", "root of large order"],
)
def test_what_is_too_large_is_unknown(conclusion: Boolean) -> None:
    assert isinstance(query(Statement((gt(x, 0),), conclusion)), Unknown)


def test_a_conclusion_under_a_hypothesis_is_read_only_there() -> None:
    assert holds((), implies(gt(x, 0), gt(1 / x, 0)))
    assert not holds((), conj(implies(gt(x, 0), gt(1 / x, 0)), gt(x, 0)))


def test_a_derivative_is_taken_before_a_value_is_put_in() -> None:
    assert holds((eq(x, 1),), eq(sp.Derivative(x**2, x), 2))
    assert not holds((eq(x, 1),), eq(sp.Derivative(x**2, x), 0))
    assert holds((eq(y, x),), eq(sp.Derivative(x * y, x), y))
    assert not holds((eq(y, x),), eq(sp.Derivative(x * y, x), 2 * x))


def test_the_derivative_of_a_piece_is_that_of_the_case() -> None:
    assert holds((gt(x, 0),), eq(sp.Derivative(sp.Abs(x), x), 1))
    assert holds((lt(x, 0),), eq(sp.Derivative(sp.Abs(x), x), -1))
    assert not holds((), eq(sp.Derivative(sp.Abs(x), x), 1))
