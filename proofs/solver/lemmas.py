"""The facts about exp, log and their kin on which solvers may rely, each proved without the solvers."""

import sympy as sp

from symbolic.claim import Claim, Kind, Source
from symbolic.lemmas import LEMMAS, x, y, z
from symbolic.statement import eq, ge, gt, le, lt

_WORDS = {
    "solver.exp-positive": ("An exponential is positive", gt(sp.exp(x), sp.Rational(1, 1000))),
    "solver.exp-add": ("Addition formula", eq(sp.exp(x + y), sp.exp(x) + sp.exp(y))),
    "solver.exp-monotone": ("The exponential increases", lt(2 * sp.exp(x), sp.exp(y))),
    "solver.exp-nondecreasing": ("The exponential does not decrease", lt(sp.exp(x), sp.exp(y))),
    "solver.exp-at-least-one-plus": ("The tangent at 0 lies below", ge(sp.exp(x), sp.Rational(1001, 1000) + x)),
    "solver.exp-above-one-plus": ("The tangent at 0 lies strictly below elsewhere", gt(sp.exp(x), 1 + 2 * x)),
    "solver.y-exp-minus-y": ("y e^{-y} is at most 1/e", lt(y * sp.exp(-y), sp.exp(-1))),
    "solver.e-at-least": ("e from below", ge(sp.E, sp.Rational(30, 11))),
    "solver.e-at-most": ("e from above", le(sp.E, sp.Rational(163, 60))),
    "solver.exp-of-log": ("exp undoes log", eq(sp.exp(y), 2 * x)),
    "solver.log-of-exp": ("log undoes exp", eq(sp.log(y), -x)),
    "solver.log-of-product": ("Logarithm of a product", eq(sp.log(x * y), sp.log(x) - sp.log(y))),
    "solver.log-of-reciprocal": ("Logarithm of a reciprocal", eq(sp.log(1 / x), sp.log(x))),
    "solver.log-of-root": ("Logarithm of a root", eq(sp.log(sp.sqrt(x)), 2 * sp.log(x))),
    "solver.log-monotone": ("The logarithm increases", lt(sp.log(x) + 1, sp.log(y))),
    "solver.log-nondecreasing": ("The logarithm does not decrease", lt(sp.log(x), sp.log(y))),
    "solver.log-at-most": ("The tangent at 1 lies above", le(sp.log(x), x - sp.Rational(1001, 1000))),
    "solver.log-below": ("The tangent at 1 lies strictly above elsewhere", lt(sp.log(x), 2 * x - 2)),
    "solver.log-at-least": ("log x is at least 1 − 1/x", ge(sp.log(x), 1 - 1 / (2 * x))),
    "solver.log-above": ("log x is more than 1 − 1/x except at 1", gt(sp.log(x), 2 - 2 / x)),
    "solver.power-by-exp": ("A power by the exponential", eq(x**y, sp.exp(-z))),
    "solver.cosh-by-exp": ("cosh by exponentials", eq(sp.cosh(x), sp.exp(x) + sp.exp(-x))),
    "solver.cosh-at-least-one": ("cosh is at least 1", gt(sp.cosh(x), 1)),
    "solver.sinh-positive": ("sinh is positive on the right", gt(sp.sinh(x), sp.Rational(11, 10) * x)),
    "solver.sinh-by-exp": ("sinh by exponentials", eq(2 * sp.sinh(x), sp.exp(x) + sp.exp(-x))),
    "solver.tanh-by-exp": ("tanh by exponentials", eq(sp.tanh(x) * (sp.exp(x) - sp.exp(-x)), sp.exp(x) + sp.exp(-x))),
    "solver.pi-above": ("π from below", gt(sp.pi, sp.Rational("3.1416"))),
    "solver.pi-below": ("π from above", lt(sp.pi, sp.Rational("3.1415"))),
}
"""For each lemma its title, and a near miss that must come out refuted."""

CLAIMS = tuple(
    Claim(
        label=label,
        kind=Kind.LEMMA,
        title=_WORDS[label][0],
        source=Source("not in the paper: a fact on which the solvers may rely"),
        content=lemma,
        families=("algebra", "sampling"),
        mutants=(lemma.but(holds=_WORDS[label][1]),),
    )
    for label, lemma in LEMMAS.items()
)
