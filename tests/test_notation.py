"""The paper's notation stands once, each entry with its place, and its functions have the values that the paper's formulas give."""

import inspect
import re

import pytest
import sympy as sp

from symbolic import notation
from symbolic.notation import (
    T,
    a_of,
    advantage,
    clip,
    clipped,
    eps,
    f_clip,
    gibbs,
    h,
    kl,
    logit,
    omega_minus,
    omega_plus,
    p,
    partition,
    sigma,
    smoothed,
    success,
    variance,
    xi,
    z_of,
)
from symbolic.statement import real

PLACE = re.compile(r"Equation|Section|Theorem|Lemma|Proposition|Appendix|GRPO")
FUNCTIONS = {name: f for name, f in vars(notation).items() if inspect.isfunction(f) and f.__module__ == notation.__name__}
SYMBOLS = {name: s for name, s in vars(notation).items() if isinstance(s, sp.Symbol)}
third, fifth = sp.Rational(1, 3), sp.Rational(1, 5)
POINT = {"p": third, "p_ref": fifth, "beta": sp.Rational(7, 10), "epsilon": sp.Rational(1, 100)}
x, adv = real("x"), real("A")


def value(e: sp.Expr) -> sp.Float:
    return e.subs({real(name): number for name, number in POINT.items()}).evalf(30)


def close(left: sp.Expr, right: sp.Expr) -> bool:
    return bool(abs(value(left) - value(right)) < sp.Rational(1, 10**25))


@pytest.mark.parametrize("name", FUNCTIONS)
def test_each_function_says_where_the_paper_defines_it(name: str) -> None:
    if name not in ("least", "greatest"):
        assert PLACE.search(inspect.getdoc(FUNCTIONS[name]) or "")


def test_no_two_symbols_share_a_name() -> None:
    names = [s.name for s in SYMBOLS.values()]
    assert len(set(names)) == len(names)


def test_every_symbol_is_a_real_variable_and_no_more_is_assumed_of_it() -> None:
    assert all(s == real(s.name) for s in SYMBOLS.values())


def test_smoothing_and_clipping_are_two_letters() -> None:
    assert eps != clip
    assert clip not in smoothed().free_symbols
    assert eps not in f_clip(x, adv).free_symbols


def test_the_variance_is_kept_as_a_product() -> None:
    assert variance().func is sp.Mul


@pytest.mark.parametrize(
    ("ratio", "inside"), [(sp.Rational(1, 2), sp.Rational(4, 5)), (sp.Integer(1), sp.Integer(1)), (sp.Integer(2), sp.Rational(6, 5))]
)
def test_clipping_keeps_to_its_range(ratio: sp.Rational, inside: sp.Rational) -> None:
    assert clipped(ratio, fifth).doit() == inside


@pytest.mark.parametrize(("ratio", "adv", "expected"), [(2, 1, "6/5"), (2, -1, "-2"), ("1/2", 1, "1/2"), ("1/2", -1, "-4/5")])
def test_the_clipped_product_is_the_lesser_of_two(ratio: object, adv: int, expected: str) -> None:
    assert f_clip(sp.Rational(ratio), sp.Integer(adv), fifth).doit() == sp.Rational(expected)


def test_one_clipping_is_not_absorbed_in_another_as_it_is_built() -> None:
    assert clipped(x).args != sp.Min(x, 1 + clip).args
    assert notation.least(x, clipped(x)).has(sp.Max)


def test_sigma_keeps_the_logarithm_whose_domain_it_needs() -> None:
    assert sigma(z_of()).has(sp.log)


def test_the_weights_are_the_advantages() -> None:
    assert close(omega_plus(), advantage(sp.Integer(1), p, variance(), eps))
    assert close(-omega_minus(), advantage(sp.Integer(0), p, variance(), eps))


def test_h_is_the_fraction_of_equation_9_and_the_logistic_form() -> None:
    assert close(h(), success())
    assert close(h(), sigma(z_of()))


def test_the_logit_map_is_h_in_the_logit() -> None:
    assert close(logit(h()), T(logit(p)))


def test_the_normaliser_is_that_of_two_gibbs_weights() -> None:
    tilted = [gibbs(weight, v, sp.Integer(1)) for weight, v in ((fifth, omega_plus()), (1 - fifth, -omega_minus()))]
    assert close(partition(), sp.Add(*tilted))


def test_known_values() -> None:
    assert close(a_of(), -sp.log(4))
    assert close(xi(sp.Rational(1, 2), sp.Integer(1), sp.Integer(0)), sp.cosh(1) ** 2)
    assert kl(third, third) == 0
