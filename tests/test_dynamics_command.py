"""The command ``dynamics`` prints certified digits only, and refuses parameters outside their domain with one line."""

import json
from fractions import Fraction

import pytest
from flint import arb, ctx, fmpq
from hypothesis import given, settings
from hypothesis import strategies as st

from numeric_checks.dynamics.logit_map import LogitMap, Parameters, ball, failure, success
from proofs.cli.main import main
from proofs.dynamics import _amplification, dynamics


def run(*arguments: str) -> int:
    return main(["dynamics", *arguments])


def test_figure_5_s_divergent_case_is_an_attracting_two_cycle(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--p-ref", "0.001", "--beta", "5", "--eps", "1e-5", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert len(found["fixed_points"]) == 3
    assert found["limit"]["kind"] == "cycle"
    (cycle,) = found["cycles"]
    assert (cycle["period"], cycle["stability"]) == (2, "attracting")
    assert cycle["multiplier"] == "0.76851540127734858357"


def test_the_distance_of_the_last_fixed_point_from_1_has_60_certain_digits() -> None:
    last = dynamics("0.1", "1", "1e-5", digits=60)["fixed_points"][-1]
    assert last["q"] == "4.15210859622846219372328956630391475197812338350508359122604e-137"


@pytest.mark.parametrize("digits", [5, 40])
def test_more_digits_extend_fewer(digits: int) -> None:
    few, many = (dynamics("0.9", "2", "1e-5", digits=n)["fixed_points"][0]["logit"] for n in (digits, digits + 20))
    assert many.startswith(few[: digits - 1])


def test_the_positions_of_the_bifurcations_are_certified() -> None:
    found = dynamics("0.001", "5", "1e-5")["bifurcations"]
    assert found["beta"]["period_doublings"][1] == "5.6621241607008136899"
    assert found["p_ref"]["period_doublings"][1]["p"] == "0.0012673531015425225219"
    assert [len(found[name]["saddle_nodes"]) for name in ("p_ref", "beta")] == [2, 2]


def test_cycles_of_another_period_are_found_on_demand(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--p-ref", "3e-5", "--beta", "7.7", "--eps", "1e-5", "--period", "5", "--json") == 0
    assert [c["period"] for c in json.loads(capsys.readouterr().out)["cycles"]] == [5, 5]


def test_text_for_people_tells_where_the_picture_changes(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--p-ref", "1", "--beta", "2", "--eps", "0") == 0
    shown = capsys.readouterr().out
    assert "at this p_ref: none" in shown
    assert "p_n >= 1" in shown


def test_without_a_fixed_point_inside_there_is_no_cycle() -> None:
    found = dynamics("0.5", "1.4", "0")
    assert [f["p"] for f in found["fixed_points"]] == ["1"]
    assert found["cycles"] == []
    assert found["limit"]["kind"] == "fixed-point"


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("--p-ref", "1.5", "--beta", "1", "--eps", "1"), "(0, 1]"),
        (("--p-ref", "x", "--beta", "1", "--eps", "1"), "not a decimal"),
        (("--p-ref", "0.1", "--beta", "-1", "--eps", "1"), "beta"),
        (("--p-ref", "0.1", "--beta", "1", "--eps", "-1"), "eps"),
        (("--p-ref", "0.1", "--beta", "1", "--eps", "1", "--digits", "0"), "digits"),
        (("--p-ref", "0.1", "--beta", "1", "--eps", "1", "--period", "1"), "period"),
        (("--p-ref", "1e-5000", "--beta", "1", "--eps", "1"), "exponent"),
        (("--p-ref", "1e999999999", "--beta", "1", "--eps", "1"), "not a decimal"),
        (("--p-ref", "0.1", "--beta", "1"), "--eps"),
    ],
)
def test_wrong_input_is_one_line_and_exit_code_2(arguments: tuple[str, ...], complaint: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*arguments) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert complaint in shown.err
    assert len(shown.err.strip().splitlines()) == 1


def test_text_for_people_names_the_limit_and_how_it_is_known(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--p-ref", "0.9", "--beta", "2", "--eps", "1e-5") == 0
    assert "limit of p_n from p_0 = p_ref: fixed-point: p_n increases" in capsys.readouterr().out


def test_what_people_read_fits_80_columns(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dynamics", "--p-ref", "0.001", "--beta", "5", "--eps", "1e-5"]) == 0
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 80


@settings(derandomize=True, max_examples=150, deadline=None)
@given(
    st.fractions(Fraction(1, 10**9), Fraction(10**9 - 1, 10**9), max_denominator=10**9),
    st.fractions(Fraction(1, 100), Fraction(50), max_denominator=100),
    st.sampled_from([Fraction(0), *(Fraction(1, 10**k) for k in range(9))]),
    st.integers(2, 30),
)
def test_a_printed_bound_is_itself_a_bound(p_ref: Fraction, beta: Fraction, eps: Fraction, digits: int) -> None:
    q = Parameters(p_ref, beta, eps)
    found = _amplification(q, 64 + 4 * digits, digits)
    with ctx.workprec(3000):
        t = LogitMap(q)
        least = (t.gain(arb(0)) / t.beta).exp()
        for name, value, below in (
            ("success_at_least", success(t.low), True),
            ("failure_at_most", failure(t.low), False),
            ("odds_at_least", least, True),
            *((("odds_below", (1 / (t.beta * ball(eps).sqrt())).exp(), False),) if eps else ()),
        ):
            shown = found[name]
            assert shown is not None, name
            exact = Fraction(shown)
            printed = arb(fmpq(exact.numerator, exact.denominator))
            assert (printed < value if below else printed > value) or printed.overlaps(value), (name, shown)
            assert abs(printed - value) <= value * arb(10) ** (2 - digits)


def test_one_sided_bounds_are_rounded_to_their_side(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--p-ref", "1/2", "--beta", "4", "--eps", "1e-5") == 0
    assert "p_n >= 0.62245698123235366137" in capsys.readouterr().out
    assert run("--p-ref", "1/2", "--beta", "0.01", "--eps", "1e-5") == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "p_n >= 0.99999999999999999999 (1 - p_n <= 1.3" in shown


def test_what_is_not_determined_is_said_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--p-ref", "0.5", "--beta", "1e-300", "--eps", "1e-300") == 0
    shown = capsys.readouterr().out
    assert "None" not in shown
    assert "not determined" in shown
