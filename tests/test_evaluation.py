"""Balls contain the true value, what is undefined has none, and a formula is true or false only where that is certain."""

import time
from collections.abc import Callable
from fractions import Fraction

import pytest
import sympy as sp
from flint import arb, ctx
from hypothesis import given, settings
from hypothesis import strategies as st
from mpmath import MPContext
from sympy.logic.boolalg import Boolean

from numeric_checks.balls.arithmetic import rational
from numeric_checks.balls.evaluation import enclose, truth, value
from numeric_checks.high_precision.multiprecision import DigitsError, UndefinedError, evaluate
from symbolic.notation import beta, beta_bound, eps, f_clip, h, omega_plus, p, p_ref, sigma, success, xi
from symbolic.statement import conj, disj, eq, ge, gt, iff, implies, le, lt, ne, neg, real

R = sp.Rational
x, y = real("x"), real("y")
AT = {p: R(1, 3), p_ref: R(1, 4), beta: sp.Integer(1), eps: R(1, 100)}

leaves = st.sampled_from([x, y, sp.Integer(0), sp.Integer(1), sp.Integer(-2), R(1, 3), R(-5, 2), sp.pi, sp.E])


def _larger(parts: st.SearchStrategy[sp.Expr]) -> st.SearchStrategy[sp.Expr]:
    pairs = st.tuples(parts, parts)
    binary = st.sampled_from([sp.Add, sp.Mul, sp.Min, sp.Max])
    unary = st.sampled_from([sp.exp, sp.log, sp.cosh, sp.sinh, sp.tanh, sp.Abs])
    exponents = st.sampled_from([sp.Integer(2), sp.Integer(-1), sp.Integer(-2), sp.Integer(3), R(1, 2), R(3, 2), R(-1, 2), R(2, 3)])
    return st.one_of(
        st.builds(lambda op, ab: op(*ab, evaluate=False), binary, pairs),
        st.builds(lambda op, a: op(a, evaluate=False), unary, parts),
        st.builds(lambda a, e: sp.Pow(a, e, evaluate=False), parts, exponents),
    )


expressions = st.recursive(leaves, _larger, max_leaves=8)
rationals = st.fractions(min_value=-4, max_value=4, max_denominator=50)


@settings(max_examples=300, derandomize=True, database=None, deadline=None)
@given(e=expressions, a=rationals, b=rationals)
def test_a_ball_contains_the_value_at_higher_precision_and_the_one_that_mpmath_finds(e: sp.Expr, a: Fraction, b: Fraction) -> None:
    low, high = enclose(e, {x: a, y: b}, 53), enclose(e, {x: a, y: b}, 200)
    if not low.is_finite():
        return
    assert high.is_finite()
    assert low.overlaps(high)
    ball = _by_mpmath(e, a, b)
    assert ball is None or low.overlaps(ball)


@pytest.mark.parametrize("made", [sp.I, sp.zoo, sp.nan, sp.oo, -sp.oo])
@pytest.mark.parametrize("within", [lambda e: e, lambda e: sp.Mul(0, e, evaluate=False), lambda e: sp.Pow(e, 2, evaluate=False)])
def test_what_sympy_makes_of_the_undefined_has_no_value(within: Callable[[sp.Expr], sp.Expr], made: sp.Expr) -> None:
    assert not enclose(within(made), {}).is_finite()


def _by_mpmath(e: sp.Expr, a: Fraction, b: Fraction) -> arb | None:
    exact = MPContext()
    exact.prec = 600
    try:
        v = evaluate(e, {x: a, y: b}, exact)
    except (UndefinedError, DigitsError):
        return None
    with ctx.workprec(700):
        sign, mantissa, exponent, _ = v._mpf_
        middle = arb(-mantissa if sign else mantissa) * arb(2) ** exponent if abs(exponent) < 10**6 else None
        return None if middle is None else middle + (abs(middle) + arb(1)) * arb(0, 1) * arb(2) ** -120


@pytest.mark.parametrize("e", [h(), success(), omega_plus(), beta_bound(), xi(), sigma(p), f_clip(p, p_ref)], ids=sp.sstr)
def test_the_functions_of_the_paper_agree_with_mpmath(e: sp.Expr) -> None:
    exact = MPContext()
    exact.dps = 60
    point = {s: Fraction(int(v.p), int(v.q)) for s, v in AT.items()}
    everything = {**AT, **{s: R(1, 5) for s in e.free_symbols - AT.keys()}}
    point |= {s: Fraction(1, 5) for s in e.free_symbols - AT.keys()}
    assert abs(float(enclose(e, everything, 100).mid()) - float(evaluate(e, point, exact))) < 1e-14


zero = sp.Add(x, sp.Mul(-1, x, evaluate=False), evaluate=False)


@pytest.mark.parametrize(
    "e",
    [
        sp.log(x),
        sp.log(zero),
        sp.sqrt(y),
        sp.log(y),
        y ** R(1, 3),
        1 / x,
        x ** R(-1, 2),
        sp.Mul(x, 1 / x, evaluate=False),
        sp.Pow(x, 0, evaluate=False),
        x**x,
        y**x,
        sp.Mul(0, sp.log(x), evaluate=False),
        sp.Mul(x, sp.log(y), evaluate=False),
        sp.Max(1, sp.log(y), evaluate=False),
        sp.Min(1, 1 / x, evaluate=False),
        sp.tanh(sp.log(y)),
        sp.exp(-1 / sp.Abs(x)),
        sp.Derivative(sp.Abs(x), x),
        sp.Derivative(sp.sqrt(x), x),
        sp.Derivative(sp.Max(x, x**2), x),
    ],
    ids=sp.sstr,
)
def test_what_is_undefined_has_no_value(e: sp.Expr) -> None:
    point = {x: 0, y: -1}
    assert not enclose(e, point).is_finite()
    assert truth(eq(e, e), point) is None
    assert truth(gt(e, 0), point) is None
    assert truth(neg(gt(e, 0)), point) is None


@pytest.mark.parametrize(
    ("e", "expected"),
    [
        (sp.exp(x - 1), 1),
        (sp.log(x), 0),
        (sp.sqrt(4 * x), 2),
        ((x / 4) ** R(3, 2), R(1, 8)),
        ((8 * x) ** R(-2, 3), R(1, 4)),
        (sp.cosh(x - 1), 1),
        (sp.tanh(x - 1), 0),
        (sp.Abs(-x / 3), R(1, 3)),
        (sp.Max(x / 3, R(1, 4)), R(1, 3)),
        (x / 3 + x / 7, R(10, 21)),
        (sp.sqrt(x - 1), 0),
    ],
    ids=str,
)
def test_exact_points_give_exact_values(e: sp.Expr, expected: sp.Rational) -> None:
    assert value(e, {x: 1}, 64) == rational(sp.Rational(expected))


@pytest.mark.parametrize(
    ("formula", "point"),
    [
        (eq(x * sp.exp(-x), sp.exp(-1)), {x: 1}),
        (eq(sp.exp(sp.log(x)), x), {x: 3}),
        (eq(sp.sqrt(2) * sp.sqrt(x), sp.sqrt(6)), {x: 3}),
        (eq(sp.log(x**2), 2 * sp.log(x)), {x: 8}),
        (eq(sp.Derivative(h(), p), 0), {**AT, p: R(1, 2)}),
    ],
    ids=str,
)
def test_equal_closed_forms_are_seen_to_be_equal(formula: Boolean, point: dict[sp.Symbol, sp.Rational]) -> None:
    assert truth(formula, point) is True
    assert truth(lt(formula.lhs, formula.rhs), point) is False
    assert truth(le(formula.lhs, formula.rhs), point) is True
    assert truth(ne(formula.lhs, formula.rhs), point) is False


def test_almost_equal_is_not_equal() -> None:
    ramanujan = sp.exp(sp.pi * sp.sqrt(163))
    assert truth(eq(ramanujan, 262537412640768744), {}) is False
    assert truth(lt(ramanujan, 262537412640768744), {}) is True
    assert truth(eq(x + y, x), {x: 1, y: R(1, 10**1000)}) is False
    assert truth(gt(1 - h(), 0), {p: R(1, 2), p_ref: R(1, 2), beta: R(1, 300), eps: R(1, 10**6)}) is True


def test_exponents_of_any_size_are_compared() -> None:
    assert truth(gt(sp.exp(-sp.exp(sp.exp(x))), 0), {x: 5}) is True
    assert truth(gt(1 - 1 / (1 + sp.exp(-x)), 0), {x: 1000}) is True
    assert truth(lt(1 / (1 + sp.exp(-x)), 1), {x: 1000}) is True


@pytest.mark.parametrize(
    "e",
    [
        sp.exp(sp.exp(sp.exp(sp.exp(x)))),
        sp.exp(-sp.exp(sp.exp(sp.exp(x)))),
        x ** (x ** (x**x)),
        sp.Pow(x, 10**12, evaluate=False) ** (10**12),
        (1 + sp.exp(x)) ** (10**30),
    ],
    ids=["tower of exp", "small tower", "power tower", "huge whole power", "huge power of a sum"],
)
def test_the_absurd_is_left_undecided_at_once(e: sp.Expr) -> None:
    start = time.process_time()
    assert truth(lt(e, 1), {x: 10}) in (None, False)
    assert truth(eq(e, 2), {x: 10}) in (None, False)
    assert time.process_time() - start < 0.5


@pytest.mark.parametrize(
    "e",
    [
        sp.Derivative(h(), p),
        sp.Derivative(h(), (p, 3)),
        sp.Derivative(h(), p, p_ref),
        sp.Derivative(h(), (p, 2), p_ref, eps),
        sp.Derivative(p * sp.Derivative(sp.exp(p**2), p) * sp.log(p), (p, 2)),
        sp.Derivative(xi(), p),
        sp.Derivative(sp.tanh(p) * sp.sinh(p) * p ** R(3, 2), p),
        sp.Derivative(sp.Max(p, p_ref) * sp.Abs(p - 1), p),
        sp.Derivative(p_ref * sp.log(p_ref), p),
    ],
    ids=sp.sstr,
)
def test_derivatives_agree_with_symbolic_ones(e: sp.Expr) -> None:
    by_series = enclose(e, AT, 200)
    by_formula = enclose(e.doit().replace(sp.Heaviside, _step).replace(sp.sign, _sign), AT, 200)
    assert by_series.rel_accuracy_bits() > 100 or by_series == 0
    assert by_series.overlaps(by_formula)


def _sign(e: sp.Expr) -> sp.Expr:
    return sp.sign(e.subs(AT))


def _step(e: sp.Expr, *_: sp.Expr) -> sp.Expr:
    return sp.Heaviside(e.subs(AT))


def test_derivatives_of_high_order_lose_no_term() -> None:
    assert enclose(sp.Derivative(sp.exp(x), (x, 40)), {x: 1}).overlaps(arb(1).exp())
    assert enclose(sp.Derivative(x**12, (x, 12)), {x: 3}).contains(479001600)
    assert enclose(sp.Derivative(x**12, (x, 13)), {x: 3}) == 0


def test_a_derivative_that_needs_two_series_at_once_is_refused() -> None:
    assert not enclose(sp.Derivative(x * y * sp.Derivative(sp.exp(x * y), y), x), {x: 1, y: 1}).is_finite()


def test_connectives_are_kleenes() -> None:
    yes, no, unknown = lt(x, 2), gt(x, 2), gt(sp.log(-x), 0)
    at = {x: 1}
    assert truth(conj(no, unknown), at) is False
    assert truth(conj(yes, unknown), at) is None
    assert truth(disj(unknown, yes), at) is True
    assert truth(disj(unknown, no), at) is None
    assert truth(implies(no, unknown), at) is True
    assert truth(implies(unknown, yes), at) is True
    assert truth(implies(yes, unknown), at) is None
    assert truth(implies(yes, no), at) is False
    assert truth(iff(no, no), at) is True
    assert truth(iff(yes, unknown), at) is None
    assert truth(neg(no), at) is True


def test_a_coordinate_may_be_a_ball_or_a_closed_expression() -> None:
    assert truth(ge(x, 0), {x: arb(1, 0.5)}) is True
    assert truth(ge(x, 1), {x: arb(1, 0.5)}) is None
    assert truth(eq(sp.log(x), 2), {x: sp.exp(2)}) is True


def test_a_variable_without_value_is_an_error() -> None:
    with pytest.raises(ValueError, match="no value is given for y"):
        enclose(x + y, {x: 1})
