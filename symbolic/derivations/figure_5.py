"""Figure 5's panel β = 5, p_ref = 0.001: an orbit that alternates towards an attracting 2-cycle."""

import sympy as sp

from symbolic.derivation import Argument
from symbolic.notation import h, p
from symbolic.statement import Statement, ge, le, lt
from symbolic.theorems import Application, monotone
from symbolic.theorems.attraction import alternating_orbit, attracting_cycle
from symbolic.theorems.zeros import sign_changes

MAP = h(p, sp.Rational(1, 1000), sp.Integer(5), sp.Rational(1, 100000))
"""h with p_ref = 1/1000, β = 5, ε = 10⁻⁵."""
START, LOW, HIGH, TOP = (sp.Rational(number) for number in ("0.001", "0.0023", "0.00238", "0.4"))
UPPER_POINT = (sp.Rational("0.0565"), sp.Rational("0.061"))
RATE = sp.Rational(9, 10)


def alternating(high: sp.Expr = HIGH) -> Argument:
    """From p_0 = p_ref even iterates increase to a point in (0.0023, ``high``], odd ones decrease to its image."""
    return Argument(
        (monotone(MAP, p, START, TOP, increasing=False), alternating_orbit(MAP, p, START, LOW, high, TOP)),
        ("h' < 0 below 1/2", "h∘h increases there, exceeds p up to 0.0023, and does not at the upper end"),
    )


def _cycle(rate: sp.Expr) -> Application:
    return attracting_cycle(MAP, p, ((LOW, HIGH), UPPER_POINT), rate)


def attracting(rate: sp.Expr = RATE) -> Argument:
    """The one 2-cycle of these two intervals attracts all of both."""
    return Argument((_cycle(rate),), ("h takes each interval into the other, and |h'(p) h'(q)| ≤ 9/10 on the two",))


BETWEEN = (sp.Rational("0.0086"), sp.Rational("0.00863"))
"""Around the fixed point between the points of the 2-cycle."""


def steep(low: sp.Expr, high: sp.Expr) -> Statement:
    """h' < −1 on [low, high]."""
    return Statement((ge(p, low), le(p, high)), lt(sp.Derivative(MAP, p), -1))


def repelling(low: sp.Expr, high: sp.Expr) -> Argument:
    """A fixed point in (low, high), where h' < −1."""
    return Argument(
        (steep(low, high), sign_changes(MAP - p, p, (low, high))), ("h' < −1 on all of the interval", "h(p) − p changes sign on it")
    )
