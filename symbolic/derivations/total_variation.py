"""Total variation (Section 5, Appendix C): what it bounds, for any finite number of outcomes, and how errors add up to it."""

import sympy as sp
from sympy.logic.boolalg import Boolean

from symbolic.derivation import Argument, Chain, Step, applied
from symbolic.notation import BINARY, on_success, policy, r, tv_term
from symbolic.statement import conj, disj, eq, ge, gt, le, real
from symbolic.theorems import induction, linearity, termwise, total, triangle, upper_limit

approximate = real("tau_o")
"""The probability π̃(o|q) of one outcome under the approximate policy."""
value = real("f_o")
"""The value of a test function at one outcome."""
event = real("e")
"""The indicator of the event that the approximate policy makes more likely."""
OUTCOME = (approximate, policy, r, value, event)
NORMAL = (eq(total(approximate, OUTCOME), 1), eq(total(policy, OUTCOME), 1))
"""Both policies sum to 1."""

_one, _half = sp.Integer(1), sp.Rational(1, 2)
VARIATION = total(tv_term(approximate, policy), OUTCOME)
"""TV(π̃, π) = ½ Σ |π̃ − π|."""
SUCCESS = total(approximate * on_success(), OUTCOME) - total(policy * on_success(), OUTCOME)
"""p̃ − p."""

_shifted = [(_one, approximate * on_success()), (-_one, policy * on_success()), (-_half, approximate), (_half, policy)]
_spread = triangle(_shifted, OUTCOME)
_each = sp.Abs(sp.Add(*(sp.Mul(c, t) for c, t in _shifted)), evaluate=False)

EVENT = Chain(
    NORMAL,
    sp.Abs(SUCCESS, evaluate=False),
    (
        Step("=", _spread.conclusion.left, "half the sum of each policy is 1/2, and the two halves cancel"),  # type: ignore[union-attr]
        applied(_spread, "the triangle inequality"),
        applied(termwise(_each, "=", tv_term(approximate, policy), BINARY, OUTCOME), "r − 1/2 is 1/2 or −1/2"),
    ),
)
"""|p̃ − p| ≤ TV(π̃, π), for the event of success and so for any."""

_favoured = disj(conj(gt(approximate, policy), eq(event, 1)), conj(le(approximate, policy), eq(event, 0)))
_positive = tv_term(approximate, policy) + _half * approximate - _half * policy

ATTAINED = Chain(
    NORMAL,
    total(approximate * event - policy * event, OUTCOME),
    (
        applied(termwise(approximate * event - policy * event, "=", _positive, (_favoured,), OUTCOME), "the event picks the positive part"),
        applied(
            linearity([(_one, tv_term(approximate, policy)), (_half, approximate), (-_half, policy)], OUTCOME),
            "one half varies with nothing",
        ),
        Step("=", VARIATION, "both policies sum to 1"),
    ),
)
"""The event on which π̃ exceeds π attains the total variation."""

BOUNDED = (ge(value, -1), le(value, 1))
DUAL = Chain(
    (),
    _half * total(approximate * value, OUTCOME) - _half * total(policy * value, OUTCOME),
    (
        applied(linearity([(_half, approximate * value), (-_half, policy * value)], OUTCOME, gather=True), "one sum over the outcomes"),
        applied(
            termwise(
                sp.Add(_half * (approximate * value), -_half * (policy * value)), "<=", tv_term(approximate, policy), BOUNDED, OUTCOME
            ),
            "|f| ≤ 1",
        ),
    ),
)
"""½ (E_π̃ f − E_π f) ≤ TV(π̃, π) for every f with |f| ≤ 1."""

DOUBLED = Chain(
    NORMAL,
    EVENT.start,
    (
        *EVENT.steps,
        applied(termwise(tv_term(approximate, policy), "<=", 2 * tv_term(approximate, policy), (), OUTCOME), "it is not negative"),
        applied(linearity([(sp.Integer(2), tv_term(approximate, policy))], OUTCOME), "2 does not vary with the outcome"),
    ),
)
"""|p̃ − p| ≤ 2 TV(π̃, π), as the paper has it."""

exact, even, odd = ((real(f"{name}_1"), real(f"{name}_0")) for name in "stu")
"""Three outcomes: the probabilities of success and of the first kind of failure, under three policies."""


def simplex(outcomes: tuple[sp.Symbol, sp.Symbol]) -> tuple[Boolean, ...]:
    """The two are probabilities of different outcomes."""
    return (*(ge(q, 0) for q in outcomes), le(sp.Add(*outcomes), 1))


def apart(one: tuple[sp.Expr, sp.Expr], other: tuple[sp.Expr, sp.Expr]) -> sp.Expr:
    """The total variation of two policies on three outcomes."""
    rest = (1 - one[0] - one[1]) - (1 - other[0] - other[1])
    return (sp.Abs(one[0] - other[0]) + sp.Abs(one[1] - other[1]) + sp.Abs(rest)) / 2


THREE = (*simplex(exact), *simplex(even), *simplex(odd))
"""Three policies on three outcomes."""

tv, tv_next = real("tau"), real("tau'")
"""TV(π̃_n, π_n) and its next value."""
budget, budget_next = real("D"), real("D'")
"""The partial sum δ_1 + … + δ_n and its next value."""
delta, delta_next = real("delta"), real("delta'")
"""δ_n and its next value."""
delta_star = real("delta^*")
"""δ*, the sum of all δ_n."""
p_tilde, p_n, p_star = real("ptilde"), real("p"), real("p^*")
"""The probability of success of the approximate and of the exact policy, and its limit."""

_NEXT = {tv: tv_next, budget: budget_next, delta: delta_next}
TELESCOPED = Argument(
    (induction(le(tv, budget), _NEXT, (eq(tv, 0), eq(budget, 0)), (le(tv_next, tv + delta_next), eq(budget_next, budget + delta_next))),),
    ("Assumption 1, step by step",),
)
"""TV(π̃_n, π_n) ≤ δ_1 + … + δ_n under Assumption 1."""

CONSTANTS = (ge(p_star, 0), le(p_star, 1), ge(delta_star, 0))


def near_the_limit(factor: int) -> Argument:
    """limsup |p̃_n − p*| ≤ factor·δ*, from |p̃_n − p_n| ≤ factor·(δ_1 + … + δ_n)."""
    gap = sp.Abs(p_tilde - p_star)
    bound = factor * budget + sp.Abs(p_n - p_star)
    supposed = (*CONSTANTS, le(sp.Abs(p_tilde - p_n), factor * budget))
    return Argument(
        (upper_limit(gap, bound, factor * delta_star, {p_n: p_star, budget: delta_star}, (p_tilde,), supposed),),
        ("by way of p_n, which tends to p*",),
    )
