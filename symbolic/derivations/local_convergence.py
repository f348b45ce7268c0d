"""Theorems 4 and 6: the local theorem for h at each of its fixed points, the general one step by step, and why p_0 = p_ref spoils it."""

import sympy as sp

from symbolic.derivation import Argument, Chain, Step
from symbolic.notation import BETA, CLOSED, EPS, PARAMETERS, PROBABILITY, B, b_of, beta, beta_bound, f, h, logit, p, p_ref
from symbolic.obligations import of_expression
from symbolic.statement import Statement, conj, eq, ge, gt, le, lt, real
from symbolic.theorems import instance, intermediate_value
from symbolic.theorems.contraction import geometric, lipschitz, local_contraction, near
from symbolic.theorems.orbits import absorbed

x, q = real("x"), real("q")
HALF = sp.Rational(1, 2)


def reference(p: sp.Expr = p) -> sp.Expr:
    """The one p_ref for which p is a fixed point (lemma-1.fixed-point.only)."""
    return 1 / (1 + (1 - p) / p * sp.exp(B(p)))


SMOOTH = Argument(
    tuple(o.statement for o in of_expression(sp.Derivative(h(), p), (*PARAMETERS, *CLOSED))),
    tuple(o.what for o in of_expression(sp.Derivative(h(), p), (*PARAMETERS, *CLOSED))),
)
"""h has a continuous derivative on [0, 1], and a little beyond: no denominator vanishes, and no radicand."""

STABLE = (*BETA, *EPS, *PROBABILITY, gt(beta, beta_bound()))
LOCAL = Argument((local_contraction(h(x, reference()), x, p, STABLE),), ("|h'(p*)| = 𝓑(p*)/β < 1",))
"""Near p* with β > 𝓑(p*) the iteration converges to p*."""

TWO = (
    *BETA,
    *EPS,
    *PROBABILITY,
    gt(q, 0),
    lt(q, 1),
    eq(beta * (logit(q) - logit(p)), b_of(q) - b_of(p)),
)
"""p and q are fixed points for the same p_ref, β and ε: logit h = logit p_ref + b/β."""
_E, _F = real("E"), real("F")
DIFFERENCE = Statement(TWO, eq(B(q), B() + logit(q) - logit(p)))
_exponents = Statement((*PROBABILITY, gt(q, 0), lt(q, 1), eq(_E, _F + logit(q) - logit(p))), eq(1 / (1 + (1 - p) / p * sp.exp(_F - _E)), q))
_fixed = instance(_exponents, {_E: B(q), _F: B()}, TWO)
FIXED_TOO = Chain(
    TWO,
    h(q, reference()),
    (
        Step("=", 1 / (1 + (1 - p) / p * sp.exp(B() - B(q))), "p_ref is the one for which p is fixed"),
        Step("=", q, "the exponent is logit p − logit q", _fixed),
    ),
)
SECOND = Argument(
    (DIFFERENCE, FIXED_TOO),
    ("the hypothesis, divided by β", "so q is fixed as well"),
)
"""q is a fixed point for the p_ref for which p is one."""
ONE_LIMIT = Statement((*TWO, eq(p_ref, reference()), gt(beta, beta_bound()), gt(beta, beta_bound(q))), eq(p, q))
"""What would follow if the orbit of p_ref converged to every fixed point with |h'| < 1."""

_FIFTH, _FOUR_FIFTHS, _LATE = sp.Rational(1, 5), sp.Rational(4, 5), sp.Rational(999, 1000)
_numbers = (_FIFTH, sp.Integer(1), sp.Rational(1, 100))
"""p_ref = 1/5, β = 1, ε = 1/100."""
_h, _f = h(p, *_numbers), f(p, *_numbers)
_trap = (ge(p, _FIFTH), le(p, _FOUR_FIFTHS))
CALM = Statement((ge(p, _LATE), le(p, 1)), conj(gt(sp.Derivative(_h, p), -1), lt(sp.Derivative(_h, p), 1)))
ELSEWHERE = Argument(
    (CALM, intermediate_value(_f, p, _LATE, sp.Integer(1)), absorbed(_h, p, _trap, _trap)),
    ("|h'| < 1 near 1", "a fixed point above 999/1000", "from p_ref = 1/5 the iteration stays in [1/5, 4/5]"),
)
"""With p_ref = 1/5, β = 1, ε = 1/100: a fixed point above 999/1000 with |h'| < 1, and an orbit from p_ref that never exceeds 4/5."""

APART = Chain(
    (*PARAMETERS, *CLOSED),
    h() - p_ref,
    (Step(">=", h(HALF) - p_ref, "h is least at 1/2"), Step(">", sp.Integer(0), "h(1/2) > p_ref")),
)
"""p* − p_ref ≥ h(1/2) − p_ref > 0 at every fixed point."""

_k, _c, _s, _t, _y, _r = real("k"), real("c"), real("s"), real("t"), real("y"), real("r")
_linked = (le(sp.Abs(_s), _k), lt(_k, 1), eq(_y - _c, _s * (x - _c)))
FACTOR = near(_s, _t, (1 - sp.Abs(_t)) / 2, conj(le(sp.Abs(_s), (1 + sp.Abs(_t)) / 2), lt((1 + sp.Abs(_t)) / 2, 1)), (lt(sp.Abs(_t), 1),))
"""|f'| ≤ k = (1 + |f'(x*)|)/2 < 1 near x*."""
LIPSCHITZ = lipschitz(_s, _k)
"""|f(x) − f(x')| ≤ k |x − x'| on I."""
INVARIANT = Statement((*_linked, le(sp.Abs(x - _c), _r)), le(sp.Abs(_y - _c), _r))
"""f maps I = [x* − r, x* + r] into itself."""
UNIQUE = Statement((le(sp.Abs(_s), _k), lt(_k, 1), eq(x - _c, _s * (x - _c))), eq(x, _c))
"""A fixed point in I is x*."""
CONVERGENT = geometric(sp.Abs(x - _c), x, _y, _k, _linked)
"""|x_n − x*| ≤ kⁿ |x_0 − x*|."""
GENERAL = Argument(
    (FACTOR, LIPSCHITZ, INVARIANT, UNIQUE, CONVERGENT),
    ("f' is continuous", "the mean value theorem", "x* is the centre of I", "the mean value theorem at two fixed points", "by induction"),
)
"""Theorem 6 for any f, in letters: x and y = f(x), c = x*, t = f'(x*), and s a value of f' on I."""
