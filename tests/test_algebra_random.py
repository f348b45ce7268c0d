"""Random statements: true identities are shown, perturbed ones are not, and nothing shown has a rigorous counterexample."""

from collections.abc import Callable
from itertools import product

import pytest
import sympy as sp
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from sympy.logic.boolalg import Boolean

from numeric_checks.confirm import confirm
from symbolic.algebra import query
from symbolic.answer import Holds
from symbolic.declaration import DeclarationError
from symbolic.statement import Statement, disj, eq, ge, gt, iff, implies, le, lt, ne, real

R = sp.Rational
x, y = real("x"), real("y")
POSITIVE = (gt(x, 0), gt(y, 0))
ATOMS = (
    x,
    y,
    sp.exp(x),
    sp.exp(-x / 2),
    sp.exp(x * y),
    sp.sqrt(x),
    sp.sqrt(x + y),
    sp.log(y),
    sp.cosh(y / 2),
    sp.tanh(x),
    1 / (1 + sp.exp(-y)),
)
settings.register_profile("repeatable", derandomize=True, deadline=None, max_examples=120, database=None)
PROFILE = settings.get_profile("repeatable")


@st.composite
def polynomials(draw: st.DrawFn) -> sp.Expr:
    """Polynomials in a few functions, nested as they were drawn."""
    e: sp.Expr = draw(st.sampled_from(ATOMS))
    for _ in range(draw(st.integers(1, 4))):
        other = draw(st.sampled_from(ATOMS)) * draw(st.integers(1, 3)) + draw(st.integers(-2, 2))
        e = draw(st.sampled_from((e + other, e * other, (e + 1) ** 2, e - 2 * other)))
    return e


REWRITES: tuple[Callable[[sp.Expr], sp.Expr], ...] = (
    sp.expand,
    lambda e: sp.expand(e.rewrite(sp.exp)),
    lambda e: e.subs(x, sp.Pow(sp.sqrt(x), 2, evaluate=False)),
    lambda e: sp.log(sp.exp(e, evaluate=False), evaluate=False),
    lambda e: sp.expand(e * (1 + sp.exp(x))) / (1 + sp.exp(x)),
    lambda e: sp.expand(e * (x + y) ** 2) / (x + y) ** 2,
    lambda e: e.xreplace({sp.log(y): 2 * sp.log(sp.sqrt(y)), sp.exp(x): sp.exp(x / 3) ** 3}),
)


@pytest.mark.parametrize(
    "rewrite", REWRITES, ids=["expand", "exponentials", "square of a root", "log exp", "over 1 + eˣ", "over a square", "thirds"]
)
@settings(PROFILE, max_examples=30)
@given(e=polynomials(), change=st.sampled_from((sp.Integer(1), x, sp.exp(-x), sp.sqrt(y), sp.log(y) / 1000)))
def test_rewritten_expressions_are_equal_and_changed_ones_are_not(
    rewrite: Callable[[sp.Expr], sp.Expr], e: sp.Expr, change: sp.Expr
) -> None:
    assume(len(sp.expand(e).args) < 60)
    other = rewrite(e)
    assert isinstance(query(Statement(POSITIVE, eq(e, other))), Holds)
    assert not isinstance(query(Statement(POSITIVE, eq(e, other + change))), Holds)
    assert not isinstance(query(Statement(POSITIVE, eq(e, R(1001, 1000) * other + change))), Holds)


@settings(PROFILE)
@given(e=polynomials(), variable=st.sampled_from((x, y)))
def test_formal_derivatives_agree_with_sympy(e: sp.Expr, variable: sp.Symbol) -> None:
    slope = sp.diff(e, variable)
    assert isinstance(query(Statement(POSITIVE, eq(sp.Derivative(e, variable), slope))), Holds)
    assert not isinstance(query(Statement(POSITIVE, eq(sp.Derivative(e, variable), slope + 1))), Holds)


UNARY: tuple[Callable[[sp.Expr], sp.Expr], ...] = (
    sp.exp,
    sp.sqrt,
    sp.log,
    sp.Abs,
    sp.cosh,
    sp.tanh,
    lambda e: 1 / e,
    lambda e: e**2,
    lambda e: e ** R(3, 2),
    lambda e: e ** R(1, 3),
    lambda e: 1 / (1 + sp.exp(-e)),
    lambda e: sp.sqrt(e**2 + 1),
    lambda e: sp.Pow(sp.Pow(e, 2, evaluate=False), R(1, 2), evaluate=False),
)
BINARY: tuple[Callable[[sp.Expr, sp.Expr], sp.Expr], ...] = (
    lambda a, b: a + b,
    lambda a, b: a - b,
    lambda a, b: a * b,
    lambda a, b: a / b,
    lambda a, b: sp.Max(a, b, evaluate=False),
    lambda a, b: sp.Min(a, b, evaluate=False),
    lambda a, b: sp.Mul(a, sp.Pow(b, -1, evaluate=False), b, evaluate=False),
)
LEAVES = st.one_of(st.sampled_from((x, y, x + y, x - y, 1 - x, x * y, 2 * x - 1)), st.sampled_from((R(0), R(1), R(-1), R(1, 2), R(2))))
EXPRESSIONS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.tuples(st.sampled_from(UNARY), inner).map(lambda t: t[0](t[1])),
        st.tuples(st.sampled_from(BINARY), inner, inner).map(lambda t: t[0](t[1], t[2])),
    ),
    max_leaves=4,
)
RELATIONS = st.sampled_from((eq, ne, lt, le, gt, ge))
HYPOTHESES = st.sampled_from(
    (
        (),
        (gt(x, 0),),
        (ge(x, 0), le(x, 1)),
        (gt(x, 0), lt(x, 1), gt(y, 0)),
        (ge(x, 0), ge(y, 0)),
        (lt(0, y), lt(y, x)),
        (ge(x, y),),
        (ge(x * y, 0),),
        (ne(x, y), gt(x, 0), gt(y, 0)),
        (eq(x * (x - 1), 0),),
        (eq(sp.sqrt(x), y),),
        (disj(lt(x, 0), gt(x, 1)),),
        (le(sp.Abs(x), 1),),
        (eq(y, sp.exp(x)),),
        (gt(sp.log(x), y),),
        (implies(gt(x, 0), gt(y, 1)),),
    )
)
CONCLUSIONS: tuple[Callable[[sp.Expr, sp.Expr], Boolean], ...] = (
    lambda a, b: le(sp.sqrt(a * b), (a + b) / 2),
    lambda a, b: eq(sp.log(a * b), sp.log(a) + sp.log(b)),
    lambda a, b: eq(sp.sqrt(a / b), sp.sqrt(a) / sp.sqrt(b)),
    lambda a, b: le(sp.Abs(a + b), sp.Abs(a) + sp.Abs(b)),
    lambda a, b: gt(a**2 + b**2, 2 * a * b),
    lambda a, b: ge(sp.exp(a), 1 + a + b),
    lambda a, b: lt(sp.log(a), a - b),
    lambda a, b: iff(lt(a, b), lt(sp.exp(a), sp.exp(b))),
    lambda a, b: implies(le(a, b), le(a**2, b**2)),
    lambda a, b: implies(lt(a, b), lt(1 / b, 1 / a)),
    lambda a, b: ge(sp.Derivative(a, x), b),
    lambda a, b: gt(sp.Derivative(sp.Abs(a), x) * a, b),
)
POINTS = [dict(zip((x, y), pair, strict=True)) for pair in product(map(R, (0, 1, -1, "1/2", "-1/2", 2, "1/10", "3/4", 3)), repeat=2)]


def check(statement: Statement) -> None:
    if isinstance(query(statement), Holds):
        for point in POINTS:
            witness = confirm(statement, {s: v for s, v in point.items() if s in statement.symbols})
            assert witness is None, f"{statement}: {witness}"


@pytest.mark.slow
@settings(PROFILE, max_examples=400)
@given(given_=HYPOTHESES, a=EXPRESSIONS, b=EXPRESSIONS, relation=RELATIONS)
def test_no_relation_shown_has_a_counterexample(
    given_: tuple[Boolean, ...], a: sp.Expr, b: sp.Expr, relation: Callable[..., Boolean]
) -> None:
    try:
        statement = Statement(given_, relation(a, b))
    except DeclarationError:
        assume(False)
    check(statement)


@pytest.mark.slow
@settings(PROFILE, max_examples=300)
@given(given_=HYPOTHESES, a=EXPRESSIONS, b=EXPRESSIONS, conclusion=st.sampled_from(CONCLUSIONS))
def test_no_familiar_law_is_shown_where_it_fails(
    given_: tuple[Boolean, ...], a: sp.Expr, b: sp.Expr, conclusion: Callable[[sp.Expr, sp.Expr], Boolean]
) -> None:
    try:
        statement = Statement(given_, conclusion(a, b))
    except DeclarationError:
        assume(False)
    check(statement)
