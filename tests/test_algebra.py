"""The algebraic decider shows the paper's identities and inequalities, and none of them once it is broken."""

import time

import pytest
import sympy as sp
from sympy.logic.boolalg import Boolean

from symbolic.algebra import query
from symbolic.answer import Candidate, Holds
from symbolic.notation import (
    BETA,
    BINARY,
    CLIP,
    CLOSED,
    EPS,
    PARAMETERS,
    PROBABILITY,
    REFERENCE,
    UPPER,
    A,
    B,
    T,
    Z,
    a,
    a_of,
    advantage,
    beta,
    beta_bound,
    clip,
    eps,
    f,
    f_clip,
    greatest,
    h,
    kl,
    least,
    logit,
    omega_minus,
    omega_plus,
    p,
    p_ref,
    policy,
    r,
    reference,
    sigma,
    slope,
    smoothed,
    success,
    variance,
    x,
    xi,
    z,
    z_of,
)
from symbolic.statement import Statement, between, conj, disj, eq, ge, gt, iff, implies, le, lt, ne, neg, real

R = sp.Rational
HALF = R(1, 2)
D = sp.Derivative
e, t, u, y = real("e"), real("t"), real("u"), real("y")
ALL = (*PARAMETERS, *PROBABILITY)
BELOW, ABOVE = between(0, p, HALF), between(HALF, p, 1)
FIXED = (*ALL, eq(h(), p))
BOUND = 1 / (3 * sp.sqrt(3) * sp.sqrt(eps) * (1 + 4 * eps))
STEEPNESS = (2 * p - 1) / smoothed() ** 3
COSH = sp.cosh(y / 2)
G = 2 * COSH / sp.sqrt(1 + 4 * eps * COSH**2)
POSITIVE = (gt(policy, 0), gt(reference, 0), gt(Z, 0), gt(beta, 0))
GIBBS = beta * policy * sp.log(Z) - beta * policy * sp.log(policy * Z * sp.exp(-A / beta) / reference)
TANGENT = ((1 + 12 * e) * u - 2 * e) ** 2 * (4 * (1 + 3 * e) * u + e)
AT_FIXED = p * (1 - p) * (2 * p - 1) / (2 * beta * smoothed() ** 3)
SQUARED = 4 * sp.cosh(z / 2) ** 2

Case = tuple[str, tuple[Boolean, ...], Boolean, Boolean]
CASES: list[Case] = [
    ("lemma 3 (1)", (), eq(sigma(z) * (1 - sigma(z)), 1 / SQUARED), eq(sigma(z) * (1 - sigma(z)), 1 / (4 * sp.cosh(z) ** 2))),
    (
        "lemma 3 (2)",
        (gt(z, 0), gt(a, 0)),
        le(sigma(z + a) * (1 - sigma(z + a)), 1 / (SQUARED * sp.cosh(a / 2) ** 2)),
        ge(sigma(z + a) * (1 - sigma(z + a)), 1 / (SQUARED * sp.cosh(a / 2) ** 2)),
    ),
    (
        "lemma 3 (2) for z a ≥ 0",
        (ge(z * a, 0),),
        le(sigma(z + a) * (1 - sigma(z + a)), 1 / (SQUARED * sp.cosh(a / 2) ** 2)),
        lt(sigma(z + a) * (1 - sigma(z + a)), 1 / (SQUARED * sp.cosh(a / 2) ** 2)),
    ),
    (
        "lemma 4",
        REFERENCE,
        eq(sp.cosh(a_of() / 2) ** 2, 1 / (4 * p_ref * (1 - p_ref))),
        eq(sp.cosh(a_of() / 2), 1 / (4 * p_ref * (1 - p_ref))),
    ),
    ("a > 0", UPPER, gt(a_of(), 0), lt(a_of(), 0)),
    ("h simplified", ALL, eq(success(), h()), eq(success(), h(1 - p, 1 - p_ref))),
    ("h in logistic form", ALL, eq(h(), sigma(z_of())), eq(h(), sigma(-z_of()))),
    ("h in logit form", ALL, eq(logit(h()), logit(p_ref) + B()), eq(logit(h()), logit(p_ref) - B())),
    ("T", (*PARAMETERS, eq(p, sigma(y))), eq(logit(h()), T(y)), eq(logit(h()), T(2 * y))),
    ("S in the logit coordinate", EPS, eq(1 / smoothed(sigma(y)), G), eq(1 / smoothed(sigma(y)), G / 2)),
    ("T is even", PARAMETERS, eq(T(-y), T(y)), eq(T(-y), -T(y))),
    ("h'", ALL, eq(D(h(), p), -h() * (1 - h()) * slope()), eq(D(h(), p), h() * (1 - h()) * slope())),
    ("B'", ALL, eq(D(B(), p), -slope()), eq(D(B(), p), -2 * slope())),
    ("g'", EPS, eq(D(G, y), sp.sinh(y / 2) / (1 + 4 * eps * COSH**2) ** R(3, 2)), eq(D(G, y), sp.sinh(y / 2) / (1 + 4 * eps * COSH**2))),
    ("variational identity", POSITIVE, eq(policy * A - beta * policy * sp.log(policy / reference), GIBBS), eq(policy * A, GIBBS)),
    (
        "advantage of a success",
        PROBABILITY,
        eq((1 - p) / sp.sqrt(variance()), sp.sqrt((1 - p) / p)),
        eq((1 - p) / sp.sqrt(p), sp.sqrt(1 - p)),
    ),
    (
        "advantage of a failure",
        PROBABILITY,
        eq(-p / sp.sqrt(variance()), -sp.sqrt(p / (1 - p))),
        eq(-p / sp.sqrt(variance()), sp.sqrt(p / (1 - p))),
    ),
    (
        "advantage of a binary reward",
        (*PROBABILITY, *BINARY),
        eq(advantage(r, p, variance()), r * sp.sqrt((1 - p) / p) - (1 - r) * sp.sqrt(p / (1 - p))),
        eq(advantage(r, p, variance()), sp.sqrt((1 - p) / p)),
    ),
    ("h > p_ref", (*PARAMETERS, *CLOSED), gt(h(), p_ref), gt(h(), p_ref + R(1, 1000))),
    ("h decreases", (*PARAMETERS, *BELOW), lt(D(h(), p), 0), lt(D(h(), p), -R(1, 1000))),
    ("h increases", (*PARAMETERS, *ABOVE), gt(D(h(), p), 0), lt(D(h(), p), 0)),
    ("h is least at 1/2", (*PARAMETERS, *CLOSED), le(h(HALF), h()), lt(h(HALF), h())),
    ("f(p_ref) > 0", PARAMETERS, gt(f(p_ref), 0), gt(f(p_ref), p_ref)),
    ("ω⁺ > ω⁻ below 1/2", (*EPS, *BELOW), gt(omega_plus(), omega_minus()), lt(omega_plus(), omega_minus())),
    ("ω⁺ < ω⁻ above 1/2", (*EPS, *ABOVE), lt(omega_plus(), omega_minus()), gt(omega_plus(), omega_minus())),
    ("clipping for A > 0", (*CLIP, gt(x, 0), gt(A, 0)), eq(f_clip(x, A), A * least(x, 1 + clip)), eq(f_clip(x, A), A * least(x, 1 - clip))),
    (
        "clipping for A < 0",
        (*CLIP, gt(x, 0), lt(A, 0)),
        eq(f_clip(x, A), A * greatest(x, 1 - clip)),
        eq(f_clip(x, A), A * least(x, 1 + clip)),
    ),
    ("mean", (), eq(p * 1 + (1 - p) * 0, p), eq(p * 1 + (1 - p) * 0, 1 - p)),
    ("variance", (), eq(p * (1 - p) ** 2 + (1 - p) * (0 - p) ** 2, variance()), eq(p * (1 - p) ** 2 + (1 - p) * p, variance())),
    ("square of a reward", (eq(r * (1 - r), 0),), eq(r**2, r), eq(r**2, 1)),
    (
        "tangency of B_max",
        (),
        eq(4 * (u + e) ** 3 - 27 * e * (1 + 4 * e) ** 2 * u**2 * (1 - 4 * u), TANGENT),
        eq(4 * (u + e) ** 3 - 26 * e * (1 + 4 * e) ** 2 * u**2 * (1 - 4 * u), TANGENT),
    ),
    ("bound B_max", (*EPS, *CLOSED), le(beta_bound(), BOUND), lt(beta_bound(), BOUND)),
    ("bound on |g'|", EPS, le(sp.Abs(D(G, y)), BOUND), le(sp.Abs(D(G, y)), R(99, 100) * BOUND)),
    ("B_max is attained", (*EPS, *PROBABILITY, eq(variance(), 2 * eps / (1 + 12 * eps))), eq(beta_bound(), BOUND), ne(beta_bound(), BOUND)),
    ("steepness increases", (*EPS, *ABOVE), gt(D(STEEPNESS, p), 0), gt(D(STEEPNESS, p), 3)),
    (
        "steepness increases, in two points",
        (*EPS, lt(HALF, p), lt(p, t), lt(t, 1)),
        lt(STEEPNESS, STEEPNESS.xreplace({p: t})),
        lt(STEEPNESS, p),
    ),
    ("ξ increases", (*PARAMETERS, le(HALF, p), le(p, p_ref)), le(xi(p), xi(p_ref)), lt(xi(p), xi(p_ref))),
    ("lemma 1", FIXED, eq(D(h(), p), AT_FIXED), eq(D(h(), p), -AT_FIXED)),
    ("lemma 1, condition", (*FIXED, gt(beta, beta_bound())), lt(sp.Abs(D(h(), p)), 1), lt(sp.Abs(D(h(), p)), HALF)),
    ("fixed points exceed p_ref", FIXED, gt(p, p_ref), gt(p, p_ref + R(1, 1000))),
    ("logit T increases", (*PARAMETERS, ge(y, 0), lt(y, t)), lt(T(y), T(t)), gt(T(y), T(t))),
    ("log t ≤ t − 1", (gt(t, 0),), le(sp.log(t), t - 1), lt(sp.log(t), t - 1)),
    ("exp t ≥ 1 + t", (), ge(sp.exp(t), 1 + t), gt(sp.exp(t), 1 + t)),
    ("t exp(−t) ≤ 1/e", (), le(t * sp.exp(-t), sp.exp(-1)), lt(t * sp.exp(-t), sp.exp(-1))),
    ("KL ≥ 0", (*PROBABILITY, *REFERENCE), ge(kl(p, p_ref), 0), gt(kl(p, p_ref), 0)),
    ("KL > 0", (*PROBABILITY, *REFERENCE, ne(p, p_ref)), gt(kl(p, p_ref), 0), gt(kl(p, p_ref), (p - p_ref) ** 4 * 100)),
]
IDS = [name for name, *_ in CASES]


@pytest.mark.parametrize(("given", "holds"), [(given, holds) for _, given, holds, _ in CASES], ids=IDS)
def test_it_holds(given: tuple[Boolean, ...], holds: Boolean) -> None:
    answer = query(Statement(given, holds))
    assert isinstance(answer, Holds), answer
    assert answer.evidence
    assert not answer.assumptions


@pytest.mark.parametrize(("given", "broken"), [(given, broken) for _, given, _, broken in CASES], ids=IDS)
def test_it_does_not_hold_once_broken(given: tuple[Boolean, ...], broken: Boolean) -> None:
    assert not isinstance(query(Statement(given, broken)), Holds)


WEAKENED: list[tuple[str, tuple[Boolean, ...], Boolean]] = [
    ("lemma 3 (2) without a sign", (), CASES[1][2]),
    ("lemma 4 without p_ref > 1/2", REFERENCE, gt(a_of(), 0)),
    ("h > p_ref where β may be negative", (*REFERENCE, *EPS, *PROBABILITY, ne(beta, 0)), gt(h(), p_ref)),
    ("h > p_ref where p_ref may be 1", (gt(p_ref, 0), le(p_ref, 1), *BETA, *EPS, *PROBABILITY), gt(h(), p_ref)),
    ("h decreases up to 1", ALL, lt(D(h(), p), 0)),
    ("clipping for any A", (*CLIP, gt(x, 0)), eq(f_clip(x, A), A * least(x, 1 + clip))),
    ("clipping with ϵ < 0", (lt(clip, 0), gt(x, 0), lt(A, 0)), eq(f_clip(x, A), A * greatest(x, 1 - clip))),
    ("advantage for any p", (), eq((1 - p) / sp.sqrt(variance()), sp.sqrt((1 - p) / p))),
    ("square of a number", (), eq(r**2, r)),
    ("lemma 1 away from fixed points", ALL, eq(D(h(), p), AT_FIXED)),
    ("lemma 1, condition ≥", (*FIXED, ge(beta, beta_bound())), lt(sp.Abs(D(h(), p)), 1)),
    ("steepness increases on all of (0, 1)", (*EPS, *BELOW), gt(STEEPNESS, 0)),
    ("T increases everywhere", (*PARAMETERS, lt(y, t)), lt(T(y), T(t))),
    ("KL > 0 for equal laws", (*PROBABILITY, *REFERENCE), gt(kl(p, p_ref), 0)),
    ("log t ≤ t − 1 with a smaller constant", (gt(t, 0),), le(sp.log(t), t - R(1001, 1000))),
]


@pytest.mark.parametrize(("given", "holds"), [w[1:] for w in WEAKENED], ids=[w[0] for w in WEAKENED])
def test_it_does_not_hold_without_its_hypothesis(given: tuple[Boolean, ...], holds: Boolean) -> None:
    assert not isinstance(query(Statement(given, holds)), Holds)


def test_a_difference_of_independent_functions_is_named() -> None:
    answer = query(Statement((), eq(sigma(z) * (1 - sigma(z)), 1 / (4 * sp.cosh(z) ** 2))))
    assert isinstance(answer, Candidate)
    assert answer.points == ()
    assert "exp(z)" in answer.reason


def test_the_evidence_shows_factors_signs_and_domain_conditions() -> None:
    answer = query(Statement((gt(z, 0), gt(a, 0)), CASES[1][2]))
    assert isinstance(answer, Holds)
    assert answer.evidence[0] == "over u = exp(z/2), u1 = exp(a/2)"
    assert "(3*u1**2*u**2 + u1**2 + u**2 + 3)" in answer.evidence[1]
    assert "  u - 1 > 0: the exponents compare this way" in answer.evidence
    assert answer.evidence[-1] == "given that 1 + exp(-a - z) ≠ 0, cosh(a/2) ≠ 0, cosh(z/2) ≠ 0"


def test_tangency_becomes_a_visible_square() -> None:
    answer = query(Statement((*EPS, *CLOSED), le(beta_bound(), BOUND)))
    assert isinstance(answer, Holds)
    assert "(12*p**2*epsilon + p**2 - 12*p*epsilon - p + 2*epsilon)**2" in "\n".join(answer.evidence)


@pytest.mark.parametrize(
    ("given", "holds"),
    [
        ((), conj(ge(t**2, 0), gt(t**2 + 1, 0))),
        ((), disj(le(t, 0), ge(t, -1))),
        ((), disj(lt(t, u), eq(t, u), gt(t, u))),
        ((), implies(gt(t, 1), gt(t**2, t))),
        ((), implies(gt(t, 0), eq(sp.exp(sp.log(t) / 2, evaluate=False), sp.sqrt(t)))),
        ((), iff(lt(sp.exp(t), sp.exp(u)), lt(t, u))),
        ((), neg(conj(gt(t, 0), lt(t, 0)))),
        ((neg(implies(gt(t, 0), gt(u, 0))),), gt(t - u, 0)),
        ((disj(gt(t, 1), lt(t, -1)),), gt(t**2, 1)),
        ((iff(gt(t, 0), gt(u, 0)), gt(t, 0)), gt(t * u, 0)),
        ((conj(gt(t, 0), le(u, 0)),), lt(u / t, 1)),
    ],
    ids=str,
)
def test_connectives_are_read(given: tuple[Boolean, ...], holds: Boolean) -> None:
    assert isinstance(query(Statement(given, holds)), Holds)


@pytest.mark.parametrize(
    "holds",
    [
        conj(ge(t**2, 0), gt(t**2, 0)),
        disj(lt(t, 0), gt(t, 0)),
        implies(gt(t**2, 1), gt(t, 1)),
        iff(eq(t, 1), eq(t**2, 1)),
        neg(conj(ge(t, 0), le(t, 0))),
    ],
    ids=str,
)
def test_connectives_are_not_misread(holds: Boolean) -> None:
    assert not isinstance(query(Statement((), holds)), Holds)


@pytest.mark.parametrize("name", ["lemma 3 (1)", "lemma 4", "h simplified", "T", "h'"])
def test_an_identity_takes_milliseconds(name: str) -> None:
    _, given, holds, _ = CASES[IDS.index(name)]
    statement = Statement(given, holds)
    query(statement)
    start = time.process_time()
    query(statement)
    assert time.process_time() - start < 0.1
