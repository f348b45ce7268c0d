"""Enclosures contain the values they enclose: in Arb and in double precision, on thousands of random expressions and boxes."""

import random
from collections.abc import Iterator
from typing import TypeAlias

import numpy as np
import pytest
import sympy as sp
from flint import arb, ctx, fmpq

from numeric_checks.balls import evaluation
from numeric_checks.prover import bounds, certificate
from numeric_checks.prover.tape import Tape, enclosing
from numeric_checks.replay import interval as iv
from numeric_checks.replay.interval import UndefinedError
from numeric_checks.replay.normal import Normal
from numeric_checks.replay.states import Range
from numeric_checks.replay.terms import Terms
from symbolic.statement import real

X, Y = real("x"), real("y")
Sample: TypeAlias = tuple[sp.Expr, Terms, int, dict[str, tuple[fmpq, fmpq]], list[dict[str, fmpq]]]
BITS = 200
SOME = 1500


@pytest.fixture(autouse=True)
def _precision() -> Iterator[None]:
    before = ctx.prec
    ctx.prec = 128
    yield
    ctx.prec = before


def number(rng: random.Random) -> sp.Rational:
    return sp.Rational(rng.randint(-40, 40), rng.choice((1, 2, 3, 7, 10)))


def expression(rng: random.Random, depth: int) -> sp.Expr:
    """A random expression in x and y, over the whole vocabulary."""
    if depth == 0:
        return rng.choice((X, Y, X, Y, number(rng), sp.pi, sp.E))
    a, b = expression(rng, depth - 1), expression(rng, rng.randrange(depth))
    if a.is_number and depth > 1:
        # towers of numbers are sympy's to evaluate, not ours to enclose
        a = a + X
    kinds = (
        lambda: a + b,
        lambda: a - b,
        lambda: a * b,
        lambda: a * (1 - a),
        lambda: a / b,
        lambda: a ** rng.randint(2, 4),
        lambda: 1 / a,
        lambda: sp.sqrt(a),
        lambda: a ** sp.Rational(-2, 3),
        lambda: sp.exp(a),
        lambda: sp.log(a),
        lambda: sp.cosh(a),
        lambda: sp.sinh(a),
        lambda: sp.tanh(a),
        lambda: sp.Abs(a),
        lambda: sp.Min(a, b),
        lambda: sp.Max(a, b),
        lambda: (1 + sp.Abs(a)) ** (b / 3 if b.is_number else Y),
    )
    try:
        made = rng.choice(kinds)()
    except (ValueError, TypeError):  # sympy refuses to compare what is not real
        return X
    return X if made.has(sp.I, sp.zoo, sp.nan, sp.oo, -sp.oo) else made


def terms_of(e: sp.Expr) -> tuple[Terms, int] | None:
    terms = Terms()
    try:
        return terms, certificate.term(e, terms)
    except certificate.BeyondError:
        return None


def interval(rng: random.Random) -> tuple[fmpq, fmpq]:
    a, b = sorted(fmpq(rng.randint(-30, 30), rng.choice((1, 3, 8, 100))) for _ in range(2))
    return (a, a) if rng.random() < 0.1 else (a, b)


def inside(rng: random.Random, low: fmpq, high: fmpq) -> fmpq:
    return low + (high - low) * fmpq(rng.choice((0, 1, 1, 2, 3, 5, 7)), 7)


def samples(seed: int, count: int) -> Iterator[Sample]:
    """Random expressions whose vocabulary certificates know, with a box and points in it."""
    rng = random.Random(seed)
    made = 0
    while made < count:
        e = expression(rng, rng.randint(1, 4))
        if (found := terms_of(e)) is None:
            continue
        made += 1
        box = {"x": interval(rng), "y": interval(rng)}
        yield e, *found, box, [{n: inside(rng, *r) for n, r in box.items()} for _ in range(3)]


def value(e: sp.Expr, point: dict[str, fmpq]) -> arb | None:
    """The value at 200 bits, by an evaluator that shares no code with either enclosure; None where it is undefined."""
    at = {real(n): sp.Rational(int(c.p), int(c.q)) for n, c in point.items()}
    try:
        ball = evaluation.enclose(e, at, BITS)
    except (ArithmeticError, ValueError):
        return None
    return ball if ball is not None and ball.is_finite() else None


@pytest.mark.parametrize("seed", range(2))
def test_arb_bounds_contain_the_value_and_refuse_what_is_undefined(seed: int) -> None:
    enclosed = 0
    for e, terms, t, box, points in samples(seed, SOME):
        ranges = {n: Range(low, high, False, False).interval() for n, (low, high) in box.items()}
        try:
            low, high, low_open, high_open = terms.enclose(t, ranges)
        except UndefinedError:
            continue
        for point in points:
            ctx.prec = BITS
            ball = value(e, point)
            if ball is None:
                continue
            enclosed += 1
            assert low <= ball.upper(), (e, box, point)
            assert ball.lower() <= high, (e, box, point)
            assert not (low_open and ball.is_exact() and ball == low), (e, box, point)
            assert not (high_open and ball.is_exact() and ball == high), (e, box, point)
        ctx.prec = 128
    assert enclosed > SOME


@pytest.mark.parametrize("seed", range(2, 4))
def test_double_bounds_contain_the_value_wherever_it_is_defined(seed: int) -> None:
    enclosed = 0
    for e, terms, t, box, points in samples(seed, SOME):
        ends = {n: (enclosing(low)[0], enclosing(high)[1]) for n, (low, high) in box.items()}
        ((low, high),) = Tape(terms, [t]).bounds({n: (np.array([a]), np.array([b])) for n, (a, b) in ends.items()})
        for point in points:
            ball = value(e, point)
            if ball is None:
                continue
            enclosed += 1
            assert arb(float(low[0])) <= ball.upper(), (e, box, point)
            assert ball.lower() <= arb(float(high[0])), (e, box, point)
    assert enclosed > SOME


def test_arb_and_double_bounds_agree_up_to_rounding_on_thin_boxes() -> None:
    compared = 0
    for e, terms, t, _, points in samples(5, SOME):
        thin = {n: Range(c, c, False, False).interval() for n, c in points[0].items()}
        try:
            low, high, _, _ = terms.enclose(t, thin)
        except UndefinedError:
            continue
        thin_ends = {n: enclosing(c) for n, c in points[0].items()}
        ends = {n: (np.array([a]), np.array([b])) for n, (a, b) in thin_ends.items()}
        ((below, above),) = Tape(terms, [t]).bounds(ends)
        assert arb(float(below[0])) <= high, e
        assert low <= arb(float(above[0])), e
        compared += 1
    assert compared > SOME // 3


def test_derivatives_agree_with_difference_quotients() -> None:
    compared = 0
    for e, terms, t, _, points in samples(6, SOME // 3):
        if e.has(sp.Abs, sp.Min, sp.Max):
            continue
        ctx.prec = 1000
        step = fmpq(1, 2**300)
        here = {n: Range(c, c, False, False).interval() for n, c in points[0].items()}
        near = {**here, "x": Range(points[0]["x"] + step, points[0]["x"] + step, False, False).interval()}
        try:
            slope = terms.enclose(terms.derivative(t, "x"), here)
            at, beside = terms.enclose(t, here), terms.enclose(t, near)
        except UndefinedError:
            continue
        quotient = (beside[0] - at[0]) / arb(step)
        if not quotient.is_finite() or abs(quotient) > 2**100:
            continue
        assert abs(quotient - slope[0]) < (1 + abs(quotient)) / arb(2**80), e
        compared += 1
    assert compared > 50


x, y = sp.symbols("x y", real=True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1 / (y * sp.sqrt(sp.Rational(1, 4) + x)), 2 * sp.sqrt(1 + 4 * x) / (y + 4 * x * y)),
        (1 / (sp.sqrt(x) * sp.cbrt(y)), sp.sqrt(x) * y ** sp.Rational(2, 3) / (x * y)),
        (sp.exp(-sp.log(x) - 1 / y), 1 / (x * sp.exp(1 / y))),
        (sp.exp(1 / (y * x) + 1 / (y * (1 + x + y))), sp.exp(1 / (y * x)) * sp.exp(1 / (y * (1 + x + y)))),
        (sp.exp((2 * x + 1) / (x * (x + 1))), sp.exp(1 / x + 1 / (x + 1))),
    ],
    ids=str,
)
def test_normal_forms_see_that_two_expressions_are_equal(one: sp.Expr, other: sp.Expr) -> None:
    assert vanishes(one, other)
    assert not vanishes(one, other * sp.Rational(1001, 1000))


def vanishes(one: sp.Expr, other: sp.Expr) -> bool:
    """Whether the difference is seen to be 0 by normal form."""
    found = terms_of(sp.Add(one, sp.Mul(-1, other, evaluate=False), evaluate=False))
    assert found is not None
    return Normal(found[0]).is_zero(found[1])


def test_equal_normal_forms_mean_equal_values() -> None:
    rng = random.Random(7)
    equal = 0
    for _ in range(SOME // 5):
        a, b = expression(rng, rng.randint(1, 2)), expression(rng, 1)
        pairs = (
            (a, b),
            ((a + b) * (a - b), a**2 - b**2),
            ((a + b) ** 2, a**2 + 2 * a * b + b**2),
            (sp.cosh(a) ** 2, 1 + sp.sinh(a) ** 2),
            (sp.exp(sp.Add(a, b, evaluate=False)), sp.exp(a) * sp.exp(b)),
            (sp.sqrt(a) / a, 1 / sp.sqrt(a)),
        )
        for e, f in pairs:
            gap = sp.Add(e, sp.Mul(-1, f, evaluate=False), evaluate=False)
            if gap.has(sp.I, sp.zoo, sp.nan, sp.oo, -sp.oo) or (found := terms_of(gap)) is None:
                continue
            if Normal(found[0]).is_zero(found[1]):
                equal += 1
                for _ in range(3):
                    ctx.prec = BITS
                    ball = value(gap, {"x": fmpq(rng.randint(-9, 9), 7), "y": fmpq(rng.randint(-9, 9), 5)})
                    assert ball is None or ball.contains(0), gap
    assert equal > 100


@pytest.mark.parametrize(
    ("low", "high", "inside", "outside"),
    [(0, 1, "1/4", "1/3"), (fmpq(1, 2), 2, "-2", "3/10"), (-3, fmpq(1, 4), "3/16", "1/5"), (fmpq(1, 100), fmpq(99, 100), "1/4", "0")],
)
def test_the_range_of_a_parabola_is_exact(low: fmpq | int, high: fmpq | int, inside: str, outside: str) -> None:
    a = Range(fmpq(low), fmpq(high), False, False).interval()
    found = iv.parabola(a)
    p, _, q = inside.partition("/")
    assert found[0] <= arb(fmpq(int(p), int(q or 1))) <= found[1]
    p, _, q = outside.partition("/")
    x = arb(fmpq(int(p), int(q or 1)))
    assert not found[0] <= x or not x <= found[1]


def test_open_ends_make_strict_bounds() -> None:
    positive = (iv.ZERO, iv.INF, True, True)
    assert iv.inverse(positive) == positive
    assert iv.exp((-iv.INF, iv.ZERO, True, False))[:3] == (iv.ZERO, iv.ONE, True)
    with pytest.raises(UndefinedError):
        iv.inverse((iv.ZERO, iv.INF, False, True))
    with pytest.raises(UndefinedError):
        iv.log((iv.ZERO, iv.ONE, False, False))


def test_underflow_stays_positive() -> None:
    huge = iv.exp(iv.exp(iv.exp((arb(10), arb(10), False, False))))
    assert iv.exp(iv.neg(huge))[0] >= 0
    assert iv.exp(iv.neg(huge))[2]


def test_limits_know_indeterminate_forms() -> None:
    infinite = (iv.INF, iv.INF, False, False)
    assert iv.inverse(infinite)[:2] == (iv.ZERO, iv.ZERO)
    with pytest.raises(UndefinedError):
        iv.add(infinite, iv.neg(infinite))
    with pytest.raises(UndefinedError):
        iv.mul(infinite, iv.inverse(infinite))


def test_a_decimal_is_not_its_nearest_double() -> None:
    low, high = enclosing(fmpq(1, 10))
    assert low < high
    assert fmpq(*low.as_integer_ratio()) < fmpq(1, 10) < fmpq(*high.as_integer_ratio())


def test_library_errors_are_allowed_for() -> None:
    x = np.linspace(-700, 700, 20001)
    ctx.prec = BITS
    for name, exact in (("exp", arb.exp), ("sinh", arb.sinh), ("cosh", arb.cosh), ("tanh", arb.tanh)):
        low, high = getattr(bounds, name)((x, x))
        for k in range(0, len(x), 97):
            ball = exact(arb(x[k]))
            assert arb(low[k]) <= ball.upper(), (name, x[k])
            assert ball.lower() <= arb(high[k]), (name, x[k])
