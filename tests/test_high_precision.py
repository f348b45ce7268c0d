"""mpmath corroborates what is true, suspects what is false, and believes no digit that rounding may have made."""

import random
import time
from fractions import Fraction

import pytest
import sympy as sp
from mpmath import MPContext

from numeric_checks.confirm import confirm
from numeric_checks.high_precision import comparison, corroboration, multiprecision
from numeric_checks.high_precision.corroboration import corroborate
from numeric_checks.high_precision.multiprecision import UndefinedError, evaluate
from numeric_checks.outcome import NoSample, Survived, Suspect
from numeric_checks.points import bounds, domains, sampling
from symbolic.notation import PARAMETERS, PROBABILITY, REFERENCE, a, a_of, h, p, p_ref, sigma, slope, z, z_of
from symbolic.statement import Statement, disj, eq, ge, gt, iff, implies, le, lt, ne, neg, real

R = sp.Rational
x, y = real("x"), real("y")
DOMAIN = (*PROBABILITY, *PARAMETERS)
logistic = sigma(z + a) * (1 - sigma(z + a))
product_of_cosh = 1 / (4 * sp.cosh(z / 2) ** 2 * sp.cosh(a / 2) ** 2)

TRUE = {
    "h exceeds p_ref": Statement(DOMAIN, gt(h(), p_ref)),
    "Lemma 3 (1), also where the left side cancels a hundred digits": Statement(
        (), eq(sigma(z) * (1 - sigma(z)), 1 / (4 * sp.cosh(z / 2) ** 2))
    ),
    "Lemma 3 (2)": Statement((gt(z, 0), gt(a, 0)), le(logistic, product_of_cosh)),
    "Lemma 4": Statement(REFERENCE, eq(sp.cosh(a_of() / 2) ** 2, 1 / (4 * p_ref * (1 - p_ref)))),
    "derivative of h": Statement(DOMAIN, eq(sp.Derivative(h(), p), -sigma(z_of()) * (1 - sigma(z_of())) * slope())),
    "mixed derivative": Statement((), eq(sp.Derivative(sp.exp(x * y), x, y), (1 + x * y) * sp.exp(x * y))),
    "fixed points exceed p_ref": Statement((*DOMAIN, eq(h(), p)), gt(p, p_ref)),
    "contact": Statement((), le(x * sp.exp(-x), sp.exp(-1))),
    "tails": Statement((lt(sp.Abs(x), 80),), gt(1 - 1 / (1 + sp.exp(-(x**2))), 0)),
    "connectives": Statement((), disj(iff(lt(x, 0), ne(x, 0)), implies(neg(gt(x, 0)), le(x, 0)))),
}

FALSE = {
    "h exceeds p_ref by 1/1000": Statement(DOMAIN, gt(h(), p_ref + R(1, 1000))),
    "Lemma 3 (2) with factor 0.8": Statement((gt(z, 0), gt(a, 0)), le(logistic, R(4, 5) * product_of_cosh)),
    "σ(1 − σ) as printed": Statement((ne(z, 0),), eq(sigma(z) * (1 - sigma(z)), sp.exp(-z) / (1 - sp.exp(-z)) ** 2)),
    "derivative of h, sign lost": Statement(DOMAIN, eq(sp.Derivative(h(), p), sigma(z_of()) * (1 - sigma(z_of())) * slope())),
    "contact, strict": Statement((), lt(x * sp.exp(-x), sp.exp(-1))),
    "equal up to 10⁻⁴⁰": Statement((), eq(x * (1 + R(1, 10**40)), x)),
    "almost an integer": Statement((), ge(sp.exp(sp.pi * sp.sqrt(163)), 262537412640768744)),
}


@pytest.mark.parametrize("statement", TRUE.values(), ids=TRUE.keys())
def test_what_is_true_is_corroborated(statement: Statement) -> None:
    outcome = corroborate(statement)
    assert isinstance(outcome, Survived), outcome
    assert outcome.trials >= 20
    assert "50 and 100 digits" in outcome.detail


@pytest.mark.parametrize("statement", FALSE.values(), ids=FALSE.keys())
def test_what_is_false_is_suspected_and_then_confirmed_in_balls(statement: Statement) -> None:
    outcome = corroborate(statement)
    assert isinstance(outcome, Suspect)
    assert any(confirm(statement, point) is not None for point in outcome.points)


def test_digits_that_cancel_are_replaced_by_more_digits() -> None:
    steep = Statement((gt(z, 400), lt(z, 401)), eq(sigma(z) * (1 - sigma(z)), 1 / (4 * sp.cosh(z / 2) ** 2)))
    assert isinstance(corroborate(steep), Survived)
    mutant = steep.but(eq(sigma(z) * (1 - sigma(z)), R(1001, 4000) / sp.cosh(z / 2) ** 2))
    assert isinstance(corroborate(mutant), Suspect)


def test_terms_too_small_to_show_make_no_suspect() -> None:
    beyond_all_digits = Statement((gt(x, 10**6), lt(x, 10**6 + 1)), lt(1 / (1 + sp.exp(-x)), 1))
    assert isinstance(corroborate(beyond_all_digits), NoSample)


def test_what_was_tried_nowhere_is_no_success() -> None:
    assert isinstance(corroborate(Statement((gt(x, 0), lt(x, 0)), gt(x, 0))), NoSample)
    assert isinstance(corroborate(Statement((lt(x**2, -1),), gt(x, 0))), NoSample)
    assert isinstance(corroborate(Statement((), gt(sp.log(-(x**2)), 0))), NoSample)


def test_the_detail_gives_the_worst_discrepancy() -> None:
    outcome = corroborate(TRUE["Lemma 4"], digits=30)
    assert isinstance(outcome, Survived)
    assert outcome.detail.startswith("30 and 60 digits, equal sides differ by at most ")
    assert float(outcome.detail.split()[-4]) < 1e-55


@pytest.mark.parametrize(
    "e",
    [
        sp.log(x),
        sp.sqrt(x - 1),
        1 / x,
        sp.Pow(x, 0, evaluate=False),
        x**x,
        sp.exp(sp.exp(sp.exp(x + 10))),
        (x + 2) ** (10**40),
        (x - 1) ** R(1, 3),
    ],
    ids=sp.sstr,
)
def test_what_is_undefined_or_astronomic_is_not_evaluated(e: sp.Expr) -> None:
    ctx = MPContext()
    start = time.process_time()
    with pytest.raises(UndefinedError):
        evaluate(e, {x: Fraction(0)}, ctx)
    assert time.process_time() - start < 1


def test_values_agree_with_sympys_to_fifty_digits() -> None:
    ctx = MPContext()
    ctx.dps = 60
    choice = random.Random(0)
    for e in (h(p, p_ref, x, y), sp.tanh(x) + sp.sinh(p) * sp.Max(x, y) ** R(2, 3), sp.log(1 + x) ** 3 / sp.Min(p, p_ref) - sp.pi * sp.E):
        point = {s: Fraction(choice.randrange(1, 99), 100) for s in sorted(e.free_symbols, key=str)}
        ours = evaluate(e, point, ctx)
        theirs = e.subs({s: sp.Rational(v.numerator, v.denominator) for s, v in point.items()}).evalf(60)
        assert abs(ours - ctx.mpf(str(theirs))) < ctx.mpf(10) ** -50


def test_no_ball_takes_part() -> None:
    for module in (bounds, comparison, domains, corroboration, multiprecision, sampling):
        source = module.__loader__.get_source(module.__name__)  # type: ignore[union-attr]
        assert "flint" not in source
        assert "mpmath.iv" not in source
