"""What the solvers prove of the paper, by which lemmas, and what they must refuse."""

import pytest
import sympy as sp

from symbolic import notation
from symbolic.answer import Candidate, Holds, Unknown
from symbolic.lemmas import LEMMAS
from symbolic.smt import query, smtlib
from symbolic.statement import Statement, between, conj, disj, eq, ge, gt, implies, le, lt, ne, real

p, r, beta, eps, z, a = notation.p, notation.p_ref, notation.beta, notation.eps, notation.z, notation.a
q, x, y, A, Z, pi_o, rho_o = (real(n) for n in ("q", "x", "y", "A", "Z", "pi_o", "rho_o"))
HALF, Q = sp.Rational(1, 2), sp.Rational
ON_CLOSED = (*notation.CLOSED, *notation.PARAMETERS)
INSIDE = (*notation.PROBABILITY, *notation.PARAMETERS)
BERNOULLI = notation.sigma(z + a) * (1 - notation.sigma(z + a))
BOUND = 1 / (4 * sp.cosh(z / 2) ** 2 * sp.cosh(a / 2) ** 2)
LOCAL_SLOPE = p * (1 - p) * (2 * p - 1) / (2 * beta * (p * (1 - p) + eps) ** Q(3, 2))
EXPONENTIALS = ("solver.exp-add", "solver.exp-positive")

PAPER = {
    "Lemma 3 (1)": Statement((), eq(notation.sigma(z) * (1 - notation.sigma(z)), 1 / (4 * sp.cosh(z / 2) ** 2))),
    "Lemma 3 (2)": Statement((gt(z, 0), gt(a, 0)), le(BERNOULLI, BOUND)),
    "Lemma 4": Statement(notation.REFERENCE, eq(sp.cosh(notation.a_of() / 2) ** 2, 1 / (4 * r * (1 - r)))),
    "Lemma 4, sign": Statement((gt(r, HALF), lt(r, 1)), gt(notation.a_of(), 0)),
    "h exceeds p_ref": Statement(ON_CLOSED, gt(notation.h(), r)),
    "h simplified": Statement(ON_CLOSED, eq(notation.success(), notation.h())),
    "h in logistic form": Statement(ON_CLOSED, eq(notation.sigma(notation.z_of()), notation.h())),
    "h lies in (0, 1)": Statement(ON_CLOSED, conj(gt(notation.h(), 0), lt(notation.h(), 1))),
    "Lemma 2": Statement(notation.PARAMETERS, gt(notation.f(p=r), 0)),
    "Proposition 1, derivative": Statement(
        INSIDE, eq(sp.Derivative(notation.h(), p), -notation.h() * (1 - notation.h()) * notation.slope())
    ),
    "Proposition 1, decreasing": Statement((gt(p, 0), lt(p, HALF), *notation.PARAMETERS), lt(sp.Derivative(notation.h(), p), 0)),
    "Proposition 1, increasing": Statement((gt(p, HALF), lt(p, 1), *notation.PARAMETERS), gt(sp.Derivative(notation.h(), p), 0)),
    "Proposition 1, minimum": Statement(ON_CLOSED, ge(notation.h(), notation.h(HALF))),
    "two points, left": Statement((ge(p, 0), lt(p, q), le(q, HALF), *notation.PARAMETERS), gt(notation.h(p), notation.h(q))),
    "two points, right": Statement((ge(p, HALF), lt(p, q), le(q, 1), *notation.PARAMETERS), lt(notation.h(p), notation.h(q))),
    "weights": Statement((gt(p, HALF), le(p, 1), gt(eps, 0)), lt(notation.omega_plus(), notation.omega_minus())),
    "clipping, advantage > 0": Statement((gt(x, 0), gt(A, 0), *notation.CLIP), eq(notation.f_clip(x, A), A * sp.Min(x, 1 + notation.clip))),
    "clipping, advantage < 0": Statement((gt(x, 0), lt(A, 0), *notation.CLIP), eq(notation.f_clip(x, A), A * sp.Max(x, 1 - notation.clip))),
    "advantage of success": Statement(
        notation.PROBABILITY, eq(notation.advantage(sp.Integer(1), p, notation.variance()), sp.sqrt((1 - p) / p))
    ),
    "advantage of failure": Statement(
        notation.PROBABILITY, eq(notation.advantage(sp.Integer(0), p, notation.variance()), -sp.sqrt(p / (1 - p)))
    ),
    "Lemma 1": Statement((*INSIDE, eq(notation.h(), p)), eq(sp.Derivative(notation.h(), p), LOCAL_SLOPE)),
    "variational identity at an outcome": Statement(
        (gt(pi_o, 0), gt(rho_o, 0), gt(Z, 0), gt(beta, 0)),
        eq(
            pi_o * A - beta * pi_o * sp.log(pi_o / rho_o),
            beta * pi_o * sp.log(Z) - beta * pi_o * sp.log(pi_o / (rho_o * sp.exp(A / beta) / Z)),
        ),
    ),
    "terms of a divergence": Statement((gt(pi_o, 0), gt(rho_o, 0)), ge(notation.kl_term(pi_o, rho_o), pi_o - rho_o)),
    "xi increases": Statement((gt(p, HALF), le(p, 1), gt(beta, 0), gt(eps, 0)), gt(sp.Derivative(notation.xi(), p), 0)),
    "logit form": Statement(INSIDE, eq(notation.logit(notation.h()), notation.logit(r) + notation.B())),
    "slope against E": Statement(
        (ge(p, HALF), le(p, r), lt(r, 1), gt(beta, 0), gt(eps, 0)), le(sp.Derivative(notation.h(), p), (2 * p - 1) / (2 * sp.E * p**2))
    ),
}
REFUSED = {
    "Lemma 3 (2) with a smaller factor": PAPER["Lemma 3 (2)"].but(le(BERNOULLI, Q("0.8") * BOUND)),
    "Lemma 3 (2) strictly, z = 0 allowed": Statement((ge(z, 0), gt(a, 0)), lt(BERNOULLI, BOUND)),
    "Lemma 3 (1) with 1/3": PAPER["Lemma 3 (1)"].but(eq(notation.sigma(z) * (1 - notation.sigma(z)), 1 / (3 * sp.cosh(z / 2) ** 2))),
    "Lemma 4 without the square": PAPER["Lemma 4"].but(eq(sp.cosh(notation.a_of() / 2), 1 / (4 * r * (1 - r)))),
    "Lemma 4, sign, at 1/2": Statement((ge(r, HALF), lt(r, 1)), gt(notation.a_of(), 0)),
    "h exceeds p_ref by 1/1000": PAPER["h exceeds p_ref"].but(gt(notation.h(), r + Q(1, 1000))),
    "h exceeds p_ref for every beta": Statement((*notation.CLOSED, *notation.REFERENCE, ne(beta, 0), *notation.EPS), gt(notation.h(), r)),
    "h below its value at 1/2": PAPER["Proposition 1, minimum"].but(gt(notation.h(), notation.h(HALF))),
    "h increases everywhere": Statement((ge(p, 0), lt(p, q), le(q, 1), *notation.PARAMETERS), lt(notation.h(p), notation.h(q))),
    "derivative with the other sign": PAPER["Proposition 1, derivative"].but(
        eq(sp.Derivative(notation.h(), p), notation.h() * (1 - notation.h()) * notation.slope())
    ),
    "weights at 1/2": Statement((ge(p, HALF), le(p, 1), gt(eps, 0)), lt(notation.omega_plus(), notation.omega_minus())),
    "clipping of ratios < 0": Statement((gt(A, 0), *notation.CLIP), eq(notation.f_clip(x, A), A * x)),
    "tangent, strictly": Statement((), gt(sp.exp(x), 1 + x)),
    "tangent, too steep": Statement((), ge(sp.exp(x), 1 + Q(1001, 1000) * x)),
    "log below its tangent moved": Statement((gt(x, 0),), le(sp.log(x), x - Q(1001, 1000))),
    "x e^-x strictly below 1/e": Statement((), lt(x * sp.exp(-x), sp.exp(-1))),
    "e too large": Statement((), gt(sp.E, Q(2719, 1000))),
    "pi too small": Statement((), lt(sp.pi, Q(31415, 10000))),
    "exp(x) = exp(y)": Statement((), eq(sp.exp(x), sp.exp(y))),
    "root of a square": Statement((), eq(sp.sqrt(x**2 + 0 * y), x)),
    "a model is no witness": Statement((), ne(sp.exp(x), Q(255, 256))),
}
TRAPS = {
    "x/x = 1": Statement((), eq(sp.Mul(x, 1 / x, evaluate=False), 1)),
    "1/0 = 5": Statement((eq(x, 0),), eq(1 / x, 5)),
    "a denominator guarded in one part only": Statement((), conj(implies(ne(x, 0), eq(sp.Mul(x, 1 / x, evaluate=False), 1)), ne(x, 0))),
    "0**0": Statement((eq(x, 0), eq(y, 0)), eq(x**y, 1)),
    "a root of a negative number": Statement((lt(x, 0),), ge(sp.sqrt(x), 0)),
    "its square": Statement((), eq(sp.Pow(sp.sqrt(x), 2, evaluate=False), x)),
    "a logarithm of a negative number": Statement((lt(x, 0),), le(sp.log(x), x - 1)),
    "a root guarded in one part only": Statement((), conj(implies(ge(x, 0), ge(sp.sqrt(x), 0)), ge(x, 0))),
    "log x + log y": Statement((gt(x * y, 0),), eq(sp.log(x * y), sp.log(x) + sp.log(y))),
    "roots of a product": Statement((ge(x * y, 0),), eq(sp.sqrt(x * y), sp.Mul(sp.sqrt(x), sp.sqrt(y), evaluate=False))),
    "a case that no hypothesis excludes": Statement((disj(gt(x, 0), lt(x, 0)),), gt(1 / x, 0)),
}


@pytest.mark.parametrize("name", PAPER)
def test_the_paper_s_statement_holds(name: str) -> None:
    answer = query(PAPER[name], seconds=20)
    assert isinstance(answer, Holds), answer
    assert answer.by.startswith("z3 ")
    assert "replayed by cvc5" in answer.by
    assert set(answer.assumptions) <= LEMMAS.keys()


@pytest.mark.parametrize(
    ("name", "lemmas"),
    [
        ("weights", ()),
        ("clipping, advantage > 0", ()),
        ("advantage of success", ()),
        ("Lemma 4, sign", ("solver.log-monotone",)),
        ("h exceeds p_ref", ("solver.exp-monotone", "solver.exp-positive")),
        ("Proposition 1, minimum", ("solver.exp-nondecreasing", "solver.exp-positive")),
        ("terms of a divergence", ("solver.log-at-least",)),
        ("h simplified", EXPONENTIALS),
    ],
)
def test_a_verdict_lists_the_lemmas_it_needs_and_no_others(name: str, lemmas: tuple[str, ...]) -> None:
    answer = query(PAPER[name], seconds=20)
    assert isinstance(answer, Holds)
    assert answer.assumptions == lemmas


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_false_is_not_proved(name: str) -> None:
    assert isinstance(query(REFUSED[name], seconds=3), Candidate | Unknown)


@pytest.mark.parametrize("name", TRAPS)
def test_an_undefined_case_proves_nothing(name: str) -> None:
    assert isinstance(query(TRAPS[name], seconds=3), Candidate | Unknown)


def test_candidates_give_exact_values_of_the_statement_s_own_variables() -> None:
    answer = query(REFUSED["h exceeds p_ref by 1/1000"], seconds=3)
    assert isinstance(answer, Candidate)
    for point in answer.points:
        assert set(point) == {p, r, beta, eps}
        assert all(isinstance(v, sp.Rational) for v in point.values())


def test_an_algebraic_value_is_given_as_a_rational_near_it() -> None:
    answer = query(Statement((eq(x**2, 2), gt(x, 0)), lt(x, 0)), seconds=3)
    assert isinstance(answer, Candidate)
    assert abs(answer.points[0][x] ** 2 - 2) < Q(1, 10**20)


def test_hypotheses_that_contradict_each_other_are_left_to_the_caller() -> None:
    assert isinstance(query(Statement((gt(x, 0), lt(x, 0)), eq(x, 1)), seconds=3), Holds)


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        (Statement((), ge(x**1000, 0)), "exponent 1000 is too large"),
        (Statement((ne(x, 0),), le(sp.Derivative(sp.Abs(x), x), 1)), "cannot be written"),
    ],
    ids=["a huge power", "the derivative of an absolute value"],
)
def test_what_cannot_be_written_is_unknown_and_says_so(statement: Statement, reason: str) -> None:
    answer = query(statement)
    assert isinstance(answer, Unknown)
    assert reason in answer.reason


def test_deep_nesting_is_decided_or_unknown_but_never_an_error() -> None:
    deep = x
    for _ in range(150):
        deep = sp.Add(sp.Abs(deep, evaluate=False), 1, evaluate=False)
    assert isinstance(query(Statement((), ge(deep, 1)), seconds=2), Holds | Unknown)


def test_the_script_can_be_read() -> None:
    script = smtlib(PAPER["h exceeds p_ref"])
    assert "(declare-fun |p_ref| () Real)" in script
    assert "; solver.exp-monotone at x = " in script
    assert "; negation of the conclusion" in script
    assert all(len(line) - len(line.lstrip()) == 0 for line in script.splitlines())


def test_probabilities_between_zero_and_one_are_needed() -> None:
    assert isinstance(query(Statement(between(0, p, 1), gt(notation.variance(), 0)), seconds=3), Holds)
    assert isinstance(query(Statement((gt(p, 0),), gt(notation.variance(), 0)), seconds=3), Candidate)
