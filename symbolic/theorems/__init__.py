"""Cited theorems, as schemas: each function makes, from one set of data, the side conditions and the conclusion.

The two come from the same arguments, so a citation cannot claim more than its conditions carry.  The conditions are
Statements that deciders check; the theorem itself is an assumption, listed by its name in every verdict that rests on it.
"""

from symbolic.theorems.analysis import intermediate_value, monotone, squeeze
from symbolic.theorems.approximation import induction, perturbed_contraction, upper_limit
from symbolic.theorems.iteration import limit_of_iterates
from symbolic.theorems.order import ORDER, either, instance, rearranged
from symbolic.theorems.schema import Application, SumRelation, Theorem
from symbolic.theorems.sums import i, linearity, n, outcome, termwise, total, triangle, vanishing

__all__ = [
    "ORDER",
    "Application",
    "SumRelation",
    "Theorem",
    "either",
    "i",
    "induction",
    "instance",
    "intermediate_value",
    "limit_of_iterates",
    "linearity",
    "monotone",
    "n",
    "outcome",
    "perturbed_contraction",
    "rearranged",
    "squeeze",
    "termwise",
    "total",
    "triangle",
    "upper_limit",
    "vanishing",
]
