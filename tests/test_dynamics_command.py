"""The command ``dynamics`` prints certified digits only, and refuses parameters outside their domain with one line."""

import json

import pytest

from proofs.cli.main import main
from proofs.dynamics import dynamics


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
