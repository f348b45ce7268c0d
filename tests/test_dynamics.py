"""Fixed points, cycles and limits are certified, at any distance from 1, and an undecided case says so."""

from collections.abc import Callable
from fractions import Fraction

import pytest
from flint import arb, ctx
from hypothesis import given, settings
from hypothesis import strategies as st

from numeric_checks.dynamics.cycles import Cycle, all_cycles, cycles, verify
from numeric_checks.dynamics.digits import certified
from numeric_checks.dynamics.fixed_points import above_threshold, count, fixed_points, threshold
from numeric_checks.dynamics.logit_map import LogitMap, ParameterError, Parameters, failure, rational, success
from numeric_checks.dynamics.orbit import limit


def parameters(p_ref: str, beta: str, eps: str = "1e-5") -> Parameters:
    return Parameters(rational(p_ref, "p_ref"), rational(beta, "beta"), rational(eps, "eps"))


FIGURE_5 = parameters("0.001", "5")


def digits_of(x: arb, n: int, of: Callable[[arb], arb] = lambda x: x) -> str | None:
    with ctx.workprec(500):
        return certified(of(x), n)


@pytest.mark.parametrize(
    ("q", "number"),
    [
        (FIGURE_5, 3),
        (parameters("0.1", "1"), 3),
        (parameters("0.9", "2"), 1),
        (parameters("0.3", "500"), 1),
        (parameters("1", "2"), 0),
        (parameters("0.5", "1.6", "0"), 2),
        (parameters("0.5", "1.4", "0"), 0),
        (parameters("0.5", "1.508879561538", "0"), 0),
        (parameters("0.5", "1.508879561539", "0"), 2),
    ],
    ids=str,
)
def test_fixed_points_inside_the_unit_interval_are_counted(q: Parameters, number: int) -> None:
    assert count(q) == number


def test_the_fixed_points_of_figure_5_are_those_computed_by_other_means() -> None:
    points = fixed_points(FIGURE_5)
    assert points is not None
    assert [digits_of(f.logit, 16, success) for f in points[:1]] == ["0.008622032884275509"]
    assert [digits_of(f.logit, 12) for f in points[1:]] == ["8.78890630667", "56.3387984247"]
    assert [f.stability for f in points] == ["repelling", "repelling", "attracting"]
    assert digits_of(points[0].multiplier, 12) == "-1.06110784612"


def test_a_fixed_point_is_told_from_1_at_any_distance() -> None:
    points = fixed_points(parameters("0.1", "1"), bits=300)
    assert points is not None
    with ctx.workprec(400):
        assert (certified(failure(points[-1].logit), 60) or "").startswith("4.1521")
        assert (certified(failure(points[-1].logit), 60) or "").endswith("e-137")


@settings(derandomize=True, max_examples=60, deadline=None)
@given(
    st.fractions(Fraction(1, 1000), Fraction(999, 1000), max_denominator=1000),
    st.fractions(Fraction(1, 50), Fraction(50), max_denominator=50),
    st.sampled_from([Fraction(1, 10**k) for k in range(9)]),
)
def test_every_fixed_point_is_fixed_and_exceeds_the_reference(p_ref: Fraction, beta: Fraction, eps: Fraction) -> None:
    q = Parameters(p_ref, beta, eps)
    points = fixed_points(q)
    assert points is not None
    assert len(points) == count(q)
    assert not above_threshold(q) or len(points) == 1
    t = LogitMap(q)
    with ctx.workprec(200):
        for f in points:
            assert (f.logit - t(f.logit)).contains(0)
            assert f.logit > t.reference
            assert abs(f.multiplier) < threshold(eps) / t.beta or abs(f.multiplier).overlaps(threshold(eps) / t.beta)


def test_the_two_cycle_of_figure_5_is_attracting_and_the_only_one() -> None:
    t = LogitMap(FIGURE_5)
    with ctx.workprec(64):
        found = cycles(t, 2, t.low - 1, t.high + 1)
    assert found is not None
    (only,) = found
    assert [digits_of(x, 20, success) for x in only.logits] == ["0.0023380418435693429303", "0.058715761175718876281"]
    assert (digits_of(only.multiplier, 16) or "").startswith("0.76851540127734")
    assert only.stability == "attracting"


@pytest.mark.parametrize(("p_ref", "beta", "period", "points"), [("3e-5", "7.7", 5, 10), ("3e-5", "7.7", 6, 12), ("1e-4", "5.2", 6, 12)])
def test_periodic_points_of_the_trapped_interval_are_all_found(p_ref: str, beta: str, period: int, points: int) -> None:
    t = LogitMap(parameters(p_ref, beta))
    with ctx.workprec(96):
        found = cycles(t, period, t.low, t(t.reference))
    assert found is not None
    assert sum(c.period for c in found) == points
    assert {c.period for c in found} == {period}


def test_a_fixed_point_is_no_cycle_of_period_2() -> None:
    points = fixed_points(parameters("0.1", "1"))
    assert points is not None
    with ctx.workprec(128):
        assert verify(LogitMap(parameters("0.1", "1")), points[0].logit, 2) is None


@pytest.mark.parametrize(
    ("q", "kind", "p"),
    [
        (FIGURE_5, "cycle", None),
        (parameters("0.1", "1"), "fixed-point", "0.45304224088"),
        (parameters("0.9", "2"), "fixed-point", "1.0000000000"),
        (parameters("1e-4", "5.2"), "undecided", None),
        (parameters("0.5", "1.6", "0"), "fixed-point", "0.85523204892"),
        (parameters("0.5", "1.4", "0"), "fixed-point", "1"),
        (parameters("1", "3"), "fixed-point", "1"),
        (parameters("1e-9", "0.03", "0.9"), "fixed-point", None),
        (parameters("0.3", "100"), "fixed-point", "0.30458255766"),
    ],
    ids=str,
)
def test_the_limit_from_the_reference_is_classified_with_proof(q: Parameters, kind: str, p: str | None) -> None:
    found = limit(q, fixed_points(q))
    assert found.kind == kind
    assert found.reason
    if p is not None:
        assert found.cycle is not None
        logit = getattr(found.cycle, "logit", None) or found.cycle.logits[0]  # type: ignore[union-attr]
        assert digits_of(logit, 11, success) == p or (p == "1" and logit == arb.pos_inf())


@pytest.mark.parametrize("p_ref", ["1e-300", "1e-12", "0.001", "0.5", "0.999999999999"])
@pytest.mark.parametrize("beta", ["1e-12", "0.001", "5", "1000", "1e300"])
@pytest.mark.parametrize("eps", ["0", "1e-12", "1", "1e300"])
def test_extreme_parameters_are_decided(p_ref: str, beta: str, eps: str) -> None:
    q = parameters(p_ref, beta, eps)
    fixed = fixed_points(q)
    assert fixed is not None
    assert all_cycles(LogitMap(q), 2, fixed) is not None
    assert limit(q, fixed).kind != "undecided"


def test_a_slow_approach_in_the_trapped_regime_is_decided_by_theorem() -> None:
    q = parameters("0.001267353102", "5")
    fixed = fixed_points(q)
    assert fixed is not None
    assert fixed[0].multiplier > -1
    assert limit(q, fixed).cycle == fixed[0]


def test_a_descent_to_the_right_fixed_point_is_decided() -> None:
    q = parameters("0.4", "4")
    assert limit(q, fixed_points(q)).kind == "fixed-point"


@settings(derandomize=True, max_examples=60, deadline=None)
@given(
    st.fractions(Fraction(1, 10**6), Fraction(1), max_denominator=10**6),
    st.fractions(Fraction(1, 50), Fraction(50), max_denominator=50),
    st.sampled_from([Fraction(0), *(Fraction(1, 10**k) for k in range(9))]),
)
def test_an_orbit_computed_in_many_digits_agrees_with_its_limit(p_ref: Fraction, beta: Fraction, eps: Fraction) -> None:
    q = Parameters(p_ref, beta, eps)
    found = limit(q, fixed_points(q))
    if p_ref == 1 or found.cycle is None:
        return
    points = found.cycle.logits if isinstance(found.cycle, Cycle) else (found.cycle.logit,)
    with ctx.workprec(1500):
        x = LogitMap(q).orbit(LogitMap(q).reference, 400)[-1]
        if points == (arb.pos_inf(),):
            assert not x.is_finite() or x > 50
        else:
            assert min(abs(float(x) - float(y)) for y in points) < 0.05 * (1 + abs(float(x)))


@pytest.mark.parametrize("text", ["x", "", "1.2.3", "1e999999999", "1/0", "--1", "0x10", "nan", "inf", "9" * 500])
def test_what_is_no_rational_is_refused(text: str) -> None:
    with pytest.raises(ParameterError, match="p_ref"):
        rational(text, "p_ref")


@pytest.mark.parametrize(
    ("p_ref", "beta", "eps"), [("1.5", "1", "1"), ("0", "1", "1"), ("0.1", "-1", "1"), ("0.1", "0", "1"), ("0.1", "1", "-1")]
)
def test_parameters_outside_their_domain_are_refused(p_ref: str, beta: str, eps: str) -> None:
    with pytest.raises(ParameterError, match=r"≥ 0|> 0|\(0, 1\]"):
        parameters(p_ref, beta, eps)


@pytest.mark.parametrize(
    ("value", "digits", "shown"),
    [("-12345", 3, "-1.23e4"), ("9999", 3, "1.00e4"), ("12345", 5, "12345"), ("7e-100", 1, "7e-100"), ("0.5", 3, "0.500")],
)
def test_no_digit_is_printed_that_is_not_certain(value: str, digits: int, shown: str) -> None:
    assert certified(arb(value), digits) == shown


def test_a_ball_too_wide_for_the_digits_asked_gives_none() -> None:
    assert certified(arb(1, 1e-5), 3) == "1.00"
    assert certified(arb(1, 1e-5), 8) is None
    assert certified(arb.nan(), 3) is None
