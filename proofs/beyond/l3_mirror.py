"""L3: with KL to the previous policy the logit of p_n grows by at least 2κ/β a step, so that p_n increases to 1."""

import sympy as sp

from symbolic.claim import Kind
from symbolic.derivation import Argument
from symbolic.group import Group
from symbolic.notation import BETA, EPS, PROBABILITY, b_of, beta, eps, g, h, kappa, logit, p
from symbolic.statement import Statement, between, eq, ge, gt, le, lt, real
from symbolic.theorems.orbits import climbing, conjugate, growing

y, least = real("y"), real("c")
"""The logit of p, and the start."""
_one = sp.Integer(1)
_INSIDE = (*PROBABILITY, *BETA, *EPS)
_step = h(p, p)
"""Theorem 2 with the previous policy as reference."""
_closed = p / (p + (1 - p) * sp.exp(-b_of() / beta))
"""The same, with no singularity at p = 0."""
_least = 2 * kappa() / beta

_recursion = Statement(_INSIDE, eq(logit(_step), logit(p) + b_of() / beta))
_growth = Statement(_INSIDE, ge(logit(_step), logit(p) + _least))
_at_most = Statement(_INSIDE, lt(logit(_step), logit(p) + 1 / (beta * sp.sqrt(eps))))
_same = Statement(_INSIDE, eq(_step, _closed))
_rises = Statement(_INSIDE, gt(_step, p))

LOGITS = Argument(
    (
        conjugate(_step, p, PROBABILITY, logit(p), y + g(y) / beta, y, (*BETA, *EPS)),
        growing(y + g(y) / beta, y, _least, (*BETA, *EPS)),
    ),
    ("logit p_n = logit p_{n−1} + g(logit p_{n−1})/β", "g ≥ 2κ"),
)
"""logit p_n ≥ logit p_0 + 2nκ/β."""


def _climbs(given: tuple[sp.Basic, ...]) -> Argument:
    return Argument((climbing(_closed, p, least, _one, given),), ("every step adds to the logit",))


LIMIT = _climbs((*BETA, *EPS, *between(0, least, 1)))
"""p_n increases to 1."""

_L3 = Group("beyond.l3-mirror", Kind.EXTENSION, "Theorem 2, with KL to the previous policy")

CLAIMS = (
    _L3.proved(
        "recursion",
        "logit p_n = logit p_{n−1} + 1/(β√(p_{n−1}(1 − p_{n−1}) + ε))",
        _recursion,
        _recursion.but(eq(_recursion.holds.lhs, logit(p) + b_of())),
        uses=("theorem-2",),
        note="Theorem 2 holds with any reference policy, here the previous one, whose probability of success is p_{n−1}.",
    ),
    _L3.proved(
        "step",
        "A step adds at least 2κ/β, κ = 1/√(1 + 4ε)",
        _growth,
        _growth.but(ge(_growth.holds.lhs, logit(p) + _least + sp.Rational(1, 1000))),
    ),
    _L3.proved(
        "step.most", "and less than 1/(β√ε)", _at_most, _at_most.but(lt(_at_most.holds.lhs, logit(p) + 1 / (2 * beta * sp.sqrt(eps))))
    ),
    _L3.proved("rises", "p_n > p_{n−1}", _rises, _rises.but(gt(_step, p + p * (1 - p) / 10))),
    _L3.proved(
        "",
        "logit p_n ≥ logit p_0 + 2nκ/β for every n, and so p_n increases strictly to 1, from any p_0 in (0, 1)",
        LOGITS,
        Argument((growing(y + g(y) / beta, y, 2 * _least, (*BETA, *EPS)),), ("too large a step",)),
        note="Amplification without end: this divergence gives no anchor.",
    ),
    _L3.proved("closed", "The map in a form that is defined at 1 too", _same, _same.but(eq(_step, 1 - _closed))),
    _L3.proved(
        "limit",
        "p_n increases to 1",
        LIMIT,
        _climbs((*BETA, *EPS, ge(least, 0), le(least, 1))),
        uses=("beyond.l3-mirror.closed",),
        note="c is any number between 0 and the start. p_0 = 0 would stay there.",
    ),
)
