"""Verdicts cannot be taken for truth values, and combine so that a doubt never wins over a refutation."""

import pytest

from symbolic.verdict import ContradictionError, Corroborated, Proved, Refuted, Undecided, Verdict, Witness, combine

PROVED, TRIED, UNKNOWN = Proved("algebra"), Corroborated(7), Undecided("time-out")
FALSE = Refuted(Witness((("x", "1/3"),), "left 1, right 0"))


@pytest.mark.parametrize("verdict", [PROVED, TRIED, FALSE, UNKNOWN], ids=lambda v: type(v).__name__)
def test_a_verdict_has_no_truth_value(verdict: Verdict) -> None:
    with pytest.raises(TypeError, match="no truth value"):
        bool(verdict)


@pytest.mark.parametrize(
    ("verdicts", "expected"),
    [
        ([UNKNOWN, PROVED, TRIED], PROVED),
        ([UNKNOWN, TRIED], TRIED),
        ([TRIED, FALSE, UNKNOWN], FALSE),
        ([UNKNOWN], UNKNOWN),
    ],
)
def test_the_strongest_finding_stands(verdicts: list[Verdict], expected: Verdict) -> None:
    assert combine(verdicts) == expected


def test_no_finding_at_all_is_undecided() -> None:
    assert combine([]) == Undecided("no decider spoke")


def test_reasons_of_the_undecided_are_told_together() -> None:
    assert combine([Undecided("a"), Undecided("b"), Undecided("a")]) == Undecided("a; b")


def test_proved_and_refuted_together_are_an_alarm() -> None:
    with pytest.raises(ContradictionError, match="x = 1/3"):
        combine([PROVED, FALSE])


def test_nothing_is_corroborated_by_no_trial() -> None:
    with pytest.raises(ValueError, match="no trial"):
        Corroborated(0)
