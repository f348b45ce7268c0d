"""The rules of a proof: each shows a goal on a state from simpler goals, and is checked here from the terms alone.

A goal is a formula; to prove it means: at every point of the state it is defined and true.  The first entry of a proof names its rule.
"""

from collections.abc import Callable

from numeric_checks.replay import algebra, calculus, logic, variables
from numeric_checks.replay.judging import Rules

RULES: dict[str, Callable[..., None]] = {**logic.RULES, **algebra.RULES, **calculus.RULES, **variables.RULES}


def checker(numbers: list[int]) -> Rules:
    """The checker of proofs over the terms of those numbers."""
    return Rules(numbers, RULES)
