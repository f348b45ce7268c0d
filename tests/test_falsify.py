"""Falsification finds what is false, never refutes what is true, and takes no sample for no success."""

import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import sympy as sp
from sympy.logic.boolalg import Boolean

from numeric_checks.confirm import satisfies
from numeric_checks.falsification.falsify import Falsified, NoSample, Survived, falsify, instance
from symbolic.notation import (
    CLIP,
    PARAMETERS,
    PROBABILITY,
    REFERENCE,
    a,
    a_of,
    beta_bound,
    clip,
    eps,
    f_clip,
    h,
    p,
    p_ref,
    sigma,
    slope,
    z,
    z_of,
)
from symbolic.statement import Statement, conj, disj, eq, ge, gt, iff, implies, le, lt, ne, neg, real

R = sp.Rational
x, y, w = real("x"), real("y"), real("w")
DOMAIN = (*PROBABILITY, *PARAMETERS)
BOUNDED = (ge(p, R(1, 2)), le(p, 1), gt(eps, 0))

logistic = sigma(z + a) * (1 - sigma(z + a))
product_of_cosh = 1 / (4 * sp.cosh(z / 2) ** 2 * sp.cosh(a / 2) ** 2)
greatest_bound = 1 / (3 * sp.sqrt(3) * sp.sqrt(eps) * (1 + 4 * eps))
odds, against = p_ref / (1 - p_ref), (1 - p_ref) / p_ref

TRUE = {
    "h exceeds p_ref": Statement(DOMAIN, gt(h(), p_ref)),
    "Lemma 3 (1)": Statement((), eq(sigma(z) * (1 - sigma(z)), 1 / (4 * sp.cosh(z / 2) ** 2))),
    "Lemma 3 (2)": Statement((gt(z, 0), gt(a, 0)), le(logistic, product_of_cosh)),
    "Lemma 3 (2) for one sign": Statement((ge(z * a, 0),), le(logistic, product_of_cosh)),
    "Lemma 4": Statement((*REFERENCE, gt(p_ref, R(1, 2))), eq(sp.cosh(a_of() / 2) ** 2, 1 / (4 * p_ref * (1 - p_ref)))),
    "derivative of h": Statement(DOMAIN, eq(sp.Derivative(h(), p), -sigma(z_of()) * (1 - sigma(z_of())) * slope())),
    "h decreases before 1/2": Statement((*DOMAIN, lt(p, R(1, 2))), lt(sp.Derivative(h(), p), 0)),
    "fixed points exceed p_ref": Statement((*DOMAIN, eq(h(), p)), gt(p, p_ref)),
    "clipping of a positive advantage": Statement((gt(x, 0), *CLIP, gt(a, 0)), eq(f_clip(x, a), a * sp.Min(x, 1 + clip))),
    "bound of Lemma 1's threshold": Statement(BOUNDED, le(beta_bound(), greatest_bound)),
    "logarithmic mean": Statement((gt(y, 0), lt(y, x)), lt((x - y) / (sp.log(x) - sp.log(y)), (x + y) / 2)),
    "contact at 1": Statement((), le(x * sp.exp(-x), sp.exp(-1))),
    "contact, and equality only there": Statement((), iff(eq(x * sp.exp(-x), sp.exp(-1)), eq(x, 1))),
    "tails that no double shows": Statement((), gt(sp.exp(-sp.exp(sp.exp(x))), 0)),
}

FALSE = {
    "h exceeds p_ref by 1/1000": Statement(DOMAIN, gt(h(), p_ref + R(1, 1000))),
    "Lemma 3 (2) with factor 0.8": Statement((gt(z, 0), gt(a, 0)), le(logistic, R(4, 5) * product_of_cosh)),
    "Lemma 3 (2) for any signs": Statement((), le(logistic, product_of_cosh)),
    "σ(1 − σ) as printed": Statement((ne(z, 0),), eq(sigma(z) * (1 - sigma(z)), sp.exp(-z) / (1 - sp.exp(-z)) ** 2)),
    "cosh² as printed": Statement((), eq(sp.cosh(x) ** 2, sigma(2 * x) * (1 - sigma(2 * x)) / 4)),
    "Lemma 4's proof as printed": Statement((*REFERENCE, gt(p_ref, R(1, 2))), eq(sp.cosh(a_of() / 2), (against**2 + odds**2 + 2) / 4)),
    "h decreases everywhere": Statement(DOMAIN, lt(sp.Derivative(h(), p), 0)),
    "derivative of h, sign lost": Statement(DOMAIN, eq(sp.Derivative(h(), p), sigma(z_of()) * (1 - sigma(z_of())) * slope())),
    "derivative of h, factor lost": Statement(DOMAIN, eq(sp.Derivative(h(), p), -sigma(z_of()) * slope())),
    "fixed points exceed p_ref by 1/10": Statement((*DOMAIN, eq(h(), p)), gt(p, p_ref + R(1, 10))),
    "clipping of any advantage": Statement((gt(x, 0), *CLIP), eq(f_clip(x, a), a * sp.Min(x, 1 + clip))),
    "threshold with factor 0.999": Statement(BOUNDED, le(beta_bound(), R(999, 1000) * greatest_bound)),
    "threshold, strict": Statement((le(p, 1), ge(p, 0), gt(eps, 0)), gt(beta_bound(), 0)),
    "logarithmic below geometric mean": Statement((gt(y, 0), lt(y, x)), lt((x - y) / (sp.log(x) - sp.log(y)), sp.sqrt(x * y))),
    "contact at 1, strict": Statement((), lt(x * sp.exp(-x), sp.exp(-1))),
    "exp above its second Taylor polynomial": Statement((ge(x, -1), le(x, 1)), ge(sp.exp(x), 1 + x + x**2 / 2)),
    "cosh below its second Taylor polynomial": Statement((ge(x, 0), le(x, 1)), le(sp.cosh(x), 1 + x**2 / 2)),
    "a constant changed in the fourth digit": Statement((gt(x, -1),), le(sp.log(1 + x), x - x**2 / 2 + R(3334, 10000) * x**3)),
    "tangent line lifted by 10⁻¹²": Statement((), ge(sp.exp(x), 1 + x + R(1, 10**12))),
    "AM–GM with equality forgotten": Statement((gt(x, 0), gt(y, 0), gt(w, 0)), lt(3 * (x * y * w) ** R(1, 3), x + y + w)),
    "a bound met at its closed end": Statement((ge(x, 0), le(x, sp.pi)), lt(x, sp.pi)),
    "almost an integer": Statement((), ge(sp.exp(sp.pi * sp.sqrt(163)), 262537412640768744)),
    "an implication": Statement((), implies(gt(x, 0), gt(sp.log(x), 0))),
    "a disjunction": Statement((), disj(lt(x, 0), gt(x, 0))),
}


@pytest.mark.parametrize("statement", TRUE.values(), ids=TRUE.keys())
def test_what_is_true_survives(statement: Statement) -> None:
    outcome = falsify(statement)
    assert isinstance(outcome, Survived)
    assert outcome.trials >= 50


@pytest.mark.parametrize("statement", FALSE.values(), ids=FALSE.keys())
def test_what_is_false_is_refuted(statement: Statement) -> None:
    assert isinstance(falsify(statement), Falsified)


@pytest.mark.parametrize(
    ("name", "point"),
    [
        ("σ(1 − σ) as printed", (("z", "1"),)),
        ("cosh² as printed", (("x", "0"),)),
        ("contact at 1, strict", (("x", "1"),)),
        ("Lemma 3 (2) for any signs", (("a", "1"), ("z", "-1"))),
        ("h decreases everywhere", (("beta", "1"), ("epsilon", "1"), ("p", "1/2"), ("p_ref", "1/2"))),
        ("a disjunction", (("x", "0"),)),
    ],
)
def test_witnesses_are_short(name: str, point: tuple[tuple[str, str], ...]) -> None:
    outcome = falsify(FALSE[name])
    assert isinstance(outcome, Falsified)
    assert outcome.witness.point == point


@pytest.mark.parametrize(
    "given",
    [
        (gt(x, 1), lt(x, 0)),
        (gt(x, 0), lt(x, 0)),
        (gt(x, 1), ge(0, x)),
        (lt(y, x), lt(x, y)),
        (gt(y, 0), lt(y, x), lt(x, 0)),
        (lt(x**2, -1),),
        (gt(sp.log(x), 0), lt(x, 0)),
        (gt(sp.Mul(0, 1 / x, evaluate=False), 1),),
        (gt(x, sp.exp(200)), lt(x, sp.exp(200) + R(1, 10**90)), lt(x * 2, sp.exp(200))),
        (eq(x, y + 1), eq(y, x + 1)),
    ],
    ids=str,
)
def test_hypotheses_that_no_point_satisfies_give_no_sample(given: tuple[Boolean, ...]) -> None:
    for holds in (gt(x, 0), le(x, 0)):
        assert isinstance(falsify(Statement(given, holds), examples=40), NoSample)
    assert instance(given) is None


def test_a_conclusion_that_is_defined_nowhere_gives_no_sample() -> None:
    assert isinstance(falsify(Statement((), gt(sp.log(-(x**2)), 0)), examples=40), NoSample)


@pytest.mark.parametrize(
    "given",
    [
        (),
        DOMAIN,
        (gt(y, 0), lt(y, x), lt(x, R(1, 10**6))),
        (ge(z * a, 0), lt(z, 0)),
        (eq(x, sp.exp(y)), gt(y, 2)),
        (*REFERENCE, eq(p, p_ref), gt(p, R(999, 1000))),
        (conj(gt(x, 2), lt(x, 3)), neg(lt(x, R(5, 2)))),
        (lt(sp.Abs(x), R(1, 1000)), ne(x, 0)),
        (ge(x, 1), le(x, 1)),
        (ge(x * sp.exp(-x), sp.exp(-1)),),
        (lt(x + y, 0), gt(x, 5), gt(y, -10)),
    ],
    ids=str,
)
def test_an_instance_certainly_satisfies_the_hypotheses(given: tuple[Boolean, ...]) -> None:
    point = instance(given)
    assert point is not None
    assert satisfies(Statement(given, eq(sp.Integer(0), sp.Integer(0))), point)


def _some_expression(choice: random.Random, size: int) -> sp.Expr:
    if size == 0:
        return choice.choice([x, y, x, y, R(1, 2), sp.Integer(-3), sp.pi])
    first, second = (_some_expression(choice, choice.randrange(size)) for _ in range(2))
    make = choice.choice(
        [
            lambda: first + second,
            lambda: first * second,
            lambda: first - second / 3,
            lambda: sp.exp(first),
            lambda: sp.log(1 + first**2),
            lambda: sp.log(first),
            lambda: sp.sqrt(first**2 + second**2),
            lambda: sp.tanh(first),
            lambda: sp.cosh(first),
            lambda: first / (second**2 + 1),
            lambda: 1 / first,
            lambda: sp.Max(first, second),
        ]
    )
    e = make()
    return x if e.has(sp.I, sp.zoo, sp.nan, sp.oo) or not e.is_extended_real else e


_TRUE_OF_ALL: list[Callable[[sp.Expr, sp.Expr], Boolean]] = [
    lambda u, v: ge(u**2 + v**2, 2 * u * v),
    lambda u, v: eq((u + v) ** 2, u**2 + 2 * u * v + v**2),
    lambda u, _: ge(sp.exp(u), 1 + u),
    lambda u, _: le(sp.log(1 + u**2), u**2),
    lambda u, v: le(sp.Abs(u + v), sp.Abs(u) + sp.Abs(v)),
    lambda u, _: lt(sp.Abs(sp.tanh(u)), 1),
    lambda u, _: eq(sp.cosh(u) ** 2 - sp.sinh(u) ** 2, 1),
    lambda u, v: ge(sp.Max(u, v), (u + v) / 2),
    lambda u, v: gt(sp.exp(u - v), 0),
    lambda u, v: eq(sp.Derivative(u * v, x), v * sp.Derivative(u, x) + u * sp.Derivative(v, x)),
    lambda u, v: implies(lt(u, v), lt(sp.exp(u), sp.exp(v))),
    lambda u, v: disj(le(u, v), ge(u, v)),
]


@pytest.mark.parametrize("seed", range(len(_TRUE_OF_ALL)))
def test_true_statements_about_random_expressions_are_never_refuted(seed: int) -> None:
    choice = random.Random(seed)
    for _ in range(20):
        u, v = (_some_expression(choice, 3) for _ in range(2))
        given = choice.choice([(), (gt(x, 0),), (lt(y, x), gt(y, 0)), (ge(x * y, 0),), (eq(x, y + 1),)])
        statement = Statement(given, _TRUE_OF_ALL[seed](u, v))
        assert not isinstance(falsify(statement, examples=12, seed=seed), Falsified), statement


def test_the_same_call_gives_the_same_answer_and_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for statement in (TRUE["h exceeds p_ref"], FALSE["threshold with factor 0.999"]):
        assert falsify(statement, seed=3) == falsify(statement, seed=3)
    assert list(tmp_path.iterdir()) == []


def test_two_hundred_points_cost_a_fraction_of_a_second() -> None:
    falsify(TRUE["contact at 1"])
    start = time.process_time()
    falsify(TRUE["h exceeds p_ref"], examples=200)
    assert time.process_time() - start < 1
