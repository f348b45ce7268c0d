"""A step of a certificate speaks of the variables of its state and of no others: such a one could mean two numbers in one proof."""

from typing import Any

import pytest

from numeric_checks.replay import FORMAT, replay
from numeric_checks.replay.terms import RefusedError

Data = dict[str, Any]


def handwritten(terms: list[Any], given: list[Any], holds: list[Any], conditions: list[Any], instance: dict[str, int], proof: Any) -> Data:
    """A certificate written by hand; the terms are named by their places."""
    data = {"format": FORMAT, "terms": terms, "given": given, "holds": holds}
    return {**data, "conditions": conditions, "proof": proof, "instance": instance, "precision": 128}


X_Y = [["v", "x"], ["q", "1"], ["q", "2"], ["v", "y"], ["q", "-1"], ["*", 4, 0], ["^", 3, "-1"], ["*", 4, 6], ["*", 4, 3], ["q", "0"],
       ["*", 0, 3], ["exp", 3]]  # fmt: skip
ONE, OTHER = ["substitute", "x", "y", 0, 3, ["enclosure"]], ["substitute", "x", "y", 5, 8, ["enclosure"]]


@pytest.mark.parametrize(
    "proof",
    [
        # −1 = y·(−1/y), where y would be x in one factor and −x in the other
        ["factor", "1", [[3, 1, ">", ONE], [7, 1, ">", OTHER]]],
        # x·y ≥ 0 or x·y < 0, where y would be −x in one case and x in the other
        ["cases", 10, [*OTHER[:5], ["outside"]], [*ONE[:5], ["outside"]]],
        ["cases", 3, ["enclosure"], ["enclosure"]],
        ["rewrite", 3, ["enclosure"]],
        ["factor", "-1", [[11, 1, "any", ["enclosure"]]]],
        ["sum", [[3, ">", ["enclosure"]]]],
        ["times", 11, ["enclosure"], ["enclosure"]],
        ["squares", 3, 11, ["enclosure"], ["enclosure"], ["enclosure"]],
        ["logarithms", 11, 1, ["enclosure"], ["enclosure"], ["enclosure"]],
        ["powers", 1, 11, ["enclosure"], ["enclosure"], ["enclosure"]],
        ["exponential", 3, ["enclosure"]],
        ["section", "x", 3, ["enclosure"], ["enclosure"], ["outside"], ["outside"], ["enclosure"]],
        ["solve", "x", 3, 1, ["enclosure"]],
        ["solve", "x", 1, 3, ["enclosure"]],
        ["substitute", "x", "z", 3, 1, ["enclosure"]],
    ],
    ids=str,
)
def test_a_variable_foreign_to_the_state_is_refused(proof: Any) -> None:
    data = handwritten(X_Y, [[">=", 0, 1], ["<=", 0, 2]], [">", 4, 9], [], {"x": 1}, proof)
    with pytest.raises(RefusedError, match=r"no variable here|a variable that is not there"):
        replay(data)


def test_what_is_known_of_a_variable_that_a_section_leaves_out_is_not_known_of_its_namesake() -> None:
    # x² + x^(3/2) ≥ 1/2 fails at x = 0; its "least" place x = y < 0 lies outside, where x^(3/2) has no value
    terms = [["v", "x"], ["v", "y"], ["q", "0"], ["q", "-2"], ["q", "-1"], ["^", 0, "3/2"], ["^", 0, "2"], ["q", "-1/2"], ["+", 7, 6, 5],
             ["^", 1, "2"], ["+", 7, 9], ["^", 1, "3/2"], ["q", "1"]]  # fmt: skip
    inside = ["substitute", "y", "x", 1, 0, ["factor", "1", [[5, 2, ">=", ["root"]], [0, -2, "<", ["enclosure"]]]]]
    on = ["sum", [[10, ">=", ["enclosure"]], [11, ">=", ["root"]]]]
    proof = ["section", "x", 1, inside, None, ["enclosure"], ["outside"], on]
    given = [[">=", 0, 2], [">=", 1, 3], ["<=", 1, 4]]
    with pytest.raises(RefusedError, match="not seen to be defined"):
        replay(handwritten(terms, given, [">=", 8, 2], [["enclosure"]], {"x": 12, "y": 4}, proof))
