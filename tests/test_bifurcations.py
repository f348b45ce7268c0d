"""Saddle-nodes and period doublings are where the number and the stability of fixed points change, and nowhere else."""

from fractions import Fraction
from itertools import pairwise

import pytest
from flint import arb, ctx
from hypothesis import given, settings
from hypothesis import strategies as st

from numeric_checks.dynamics.bifurcations import Bifurcations, in_beta, in_reference
from numeric_checks.dynamics.digits import certified
from numeric_checks.dynamics.fixed_points import above_threshold, count, fixed_points
from numeric_checks.dynamics.logit_map import Parameters, success

EPS = Fraction(1, 100000)


def shown(values: tuple[arb, ...] | None, digits: int) -> list[str | None]:
    assert values is not None
    return [certified(x, digits) for x in values]


def test_the_doublings_around_figure_5_are_those_computed_by_other_means() -> None:
    across, along = in_reference(Fraction(5), EPS), in_beta(Fraction(1, 1000), EPS)
    assert across.period_doublings is not None
    with ctx.workprec(200):
        assert (certified(success(across.period_doublings[1]), 15) or "").startswith("0.0012673531015")
    assert (shown(along.period_doublings, 13)[1] or "").startswith("5.6621241607")


def test_without_smoothing_the_saddle_node_at_one_half_is_the_reciprocal_laplace_limit() -> None:
    assert shown(in_beta(Fraction(1, 2), Fraction(0)).saddle_nodes, 13) == ["1.508879561538"]


@pytest.mark.parametrize(("p_ref", "eps"), [(Fraction(1), EPS), (Fraction(999999, 1000000), Fraction(1)), (Fraction(1, 1000), Fraction(1))])
def test_where_nothing_bifurcates_none_is_found(p_ref: Fraction, eps: Fraction) -> None:
    assert in_beta(p_ref, eps) == Bifurcations((), ())


def test_above_the_threshold_nothing_bifurcates() -> None:
    assert in_reference(Fraction(61), EPS) == Bifurcations((), ())


@pytest.mark.parametrize(
    ("beta", "eps"), [(Fraction(60), EPS), (Fraction(1, 10), EPS), (Fraction(1, 1000), Fraction(1)), (Fraction(3), Fraction(0))]
)
def test_both_views_meet_at_the_same_places(beta: Fraction, eps: Fraction) -> None:
    """A position in p_ref, taken as p_ref to many digits, gives β back."""
    across = in_reference(beta, eps)
    with ctx.workprec(400):
        for name in ("saddle_nodes", "period_doublings"):
            for x in getattr(across, name):
                mid, _, exponent = (int(v) for v in success(x).mid_rad_10exp(45))
                along = getattr(in_beta(Fraction(mid) * Fraction(10) ** exponent, eps), name)
                assert along is not None
                assert min(abs(b - arb(beta.numerator) / beta.denominator) for b in along) < 1e-25


@settings(derandomize=True, max_examples=60, deadline=None)
@given(
    st.fractions(Fraction(1, 1000), Fraction(999, 1000), max_denominator=1000),
    st.fractions(Fraction(1, 50), Fraction(50), max_denominator=50),
    st.sampled_from([Fraction(0), *(Fraction(1, 10**k) for k in range(9))]),
)
def test_number_and_stability_are_told_from_the_positions_in_beta(p_ref: Fraction, beta: Fraction, eps: Fraction) -> None:
    found, q = in_beta(p_ref, eps), Parameters(p_ref, beta, eps)
    assert found.saddle_nodes is not None
    assert found.period_doublings is not None
    b = arb(beta.numerator) / beta.denominator
    inside = (found.saddle_nodes[:1] and found.saddle_nodes[0] < b) and (eps == 0 or b < found.saddle_nodes[1])
    assert count(q) == ((2 if inside else 0) if eps == 0 else 3 if inside else 1)
    points = fixed_points(q)
    assert points is not None
    repels = bool(found.period_doublings) and found.period_doublings[0] < b < found.period_doublings[1]
    assert (points[0].multiplier < -1) == bool(repels)


@settings(derandomize=True, max_examples=60, deadline=None)
@given(st.fractions(Fraction(1, 50), Fraction(50), max_denominator=50), st.sampled_from([Fraction(1, 10**k) for k in range(9)]))
def test_the_positions_in_p_ref_are_in_order_and_none_above_the_threshold(beta: Fraction, eps: Fraction) -> None:
    found = in_reference(beta, eps)
    for places in (found.saddle_nodes, found.period_doublings):
        assert places is not None
        assert len(places) == (0 if above_threshold(Parameters(Fraction(1, 2), beta, eps)) else 2)
        assert all(a < b for a, b in pairwise(places))
