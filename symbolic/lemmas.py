"""The named facts about exp, log and their kin on which solvers may rely; each is proved as a claim of its own in ``proofs/solver``.

A solver sees exp, log, cosh, … as unknown numbers.  What it may know of them is an instance of a Statement below and nothing else;
the Statement is proved without the solvers using it, and its label stands among the assumptions of every verdict that needs it.
Reciprocals, roots, absolute values, minima and maxima are not here: their definitions are polynomial and stand in the query itself.
"""

import sympy as sp

from symbolic.statement import Statement, between, eq, ge, gt, le, lt, ne, real

x, y, z = real("x"), real("y"), real("z")
"""The variables of the lemmas; an instance puts terms in for all of them."""

_EXPONENTIAL = {
    "solver.exp-positive": Statement((), gt(sp.exp(x), 0)),
    "solver.exp-add": Statement((), eq(sp.exp(x + y), sp.exp(x) * sp.exp(y))),
    "solver.exp-monotone": Statement((lt(x, y),), lt(sp.exp(x), sp.exp(y))),
    "solver.exp-nondecreasing": Statement((le(x, y),), le(sp.exp(x), sp.exp(y))),
    "solver.exp-at-least-one-plus": Statement((), ge(sp.exp(x), 1 + x)),
    "solver.exp-above-one-plus": Statement((ne(x, 0),), gt(sp.exp(x), 1 + x)),
    "solver.y-exp-minus-y": Statement((), le(y * sp.exp(-y), sp.exp(-1))),
    "solver.e-at-least": Statement((), ge(sp.E, sp.Rational(163, 60))),
    "solver.e-at-most": Statement((), le(sp.E, sp.Rational(30, 11))),
}
# sympy evaluates exp(log(x)) and log(exp(x)) to x as they are built: hence a variable for the inner value.
_LOGARITHM = {
    "solver.exp-of-log": Statement((gt(x, 0), eq(y, sp.log(x))), eq(sp.exp(y), x)),
    "solver.log-of-exp": Statement((eq(y, sp.exp(x)),), eq(sp.log(y), x)),
    "solver.log-of-product": Statement((gt(x, 0), gt(y, 0)), eq(sp.log(x * y), sp.log(x) + sp.log(y))),
    "solver.log-of-reciprocal": Statement((gt(x, 0),), eq(sp.log(1 / x), -sp.log(x))),
    "solver.log-of-root": Statement((gt(x, 0),), eq(sp.log(sp.sqrt(x)), sp.log(x) / 2)),
    "solver.log-monotone": Statement(between(0, x, y), lt(sp.log(x), sp.log(y))),
    "solver.log-nondecreasing": Statement((gt(x, 0), le(x, y)), le(sp.log(x), sp.log(y))),
    "solver.log-at-most": Statement((gt(x, 0),), le(sp.log(x), x - 1)),
    "solver.log-below": Statement((gt(x, 0), ne(x, 1)), lt(sp.log(x), x - 1)),
    "solver.log-at-least": Statement((gt(x, 0),), ge(sp.log(x), 1 - 1 / x)),
    "solver.log-above": Statement((gt(x, 0), ne(x, 1)), gt(sp.log(x), 1 - 1 / x)),
}
_OTHERS = {
    "solver.power-by-exp": Statement((gt(x, 0), eq(z, y * sp.log(x))), eq(x**y, sp.exp(z))),
    "solver.cosh-by-exp": Statement((), eq(2 * sp.cosh(x), sp.exp(x) + sp.exp(-x))),
    "solver.cosh-at-least-one": Statement((), ge(sp.cosh(x), 1)),
    "solver.sinh-positive": Statement((gt(x, 0),), gt(sp.sinh(x), 0)),
    "solver.sinh-by-exp": Statement((), eq(2 * sp.sinh(x), sp.exp(x) - sp.exp(-x))),
    "solver.tanh-by-exp": Statement((), eq(sp.tanh(x) * (sp.exp(x) + sp.exp(-x)), sp.exp(x) - sp.exp(-x))),
    "solver.pi-above": Statement((), gt(sp.pi, sp.Rational("3.14159"))),
    "solver.pi-below": Statement((), lt(sp.pi, sp.Rational("3.14160"))),
}

LEMMAS: dict[str, Statement] = {**_EXPONENTIAL, **_LOGARITHM, **_OTHERS}
"""Label → what it says."""
