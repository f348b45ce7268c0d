"""Proof of Theorem 3 for p_ref > 1/2: the bound on f', the condition on β drawn from it, and what the proof leaves out."""

import sympy as sp

from symbolic.claim import Erratum, Fault, Kind, Remark, Severity
from symbolic.derivation import Argument
from symbolic.derivations.amplification import (
    ABOVE_HALF,
    BOUND,
    CONCLUSION,
    ENOUGH,
    HALF,
    SPREAD,
    STAYS_POSITIVE,
    condition,
    excess,
    factor,
    least,
)
from symbolic.group import Group
from symbolic.notation import PARAMETERS, beta, eps, f, p, p_ref
from symbolic.statement import Statement, eq, ge, gt, le, lt, substitute

_KAPPA = r"\frac{1}{2\beta}\frac{1}{\sqrt{\frac{1}{4} + \varepsilon}}"
_TOP = r"\frac{2p_{\rm ref} - 1}{2\beta \left[p_{\rm ref}(1 - p_{\rm ref}) + \varepsilon\right]^{3/2}}"
_RIGHT = r"\frac{p_{\rm ref}(1 - p_{\rm ref})(2p_{\rm ref} - 1)}{2[p_{\rm ref}(1 - p_{\rm ref}) + \varepsilon]^{3/2}}"
_BOUND = (
    r"f'(p) \le "
    + _TOP
    + r" p_{\rm ref}(1 - p_{\rm ref}) \frac{1}{\cosh^2("
    + _KAPPA
    + ")} - 1 = "
    + _RIGHT
    + r" \frac{1}{\beta \cosh^2("
    + _KAPPA
    + ")} - 1"
)
_CONDITION = r"\beta \cosh^2\left(" + _KAPPA + r"\right) \ge " + _RIGHT
_numbers = {p_ref: sp.Rational(99, 100), beta: sp.Integer(2), eps: sp.Rational(1, 100_000)}
_falls = Statement((le(HALF, p), le(p, sp.Rational(99, 100))), lt(substitute(SPREAD * factor() - 1, _numbers), 0))
_needed = Statement((*ABOVE_HALF, *(eq(parameter, number) for parameter, number in _numbers.items())), condition())
"""The sentence where its hypothesis holds for every p at once, which is `_falls`."""
_fails = Statement((), lt(substitute(beta * least(), _numbers), substitute(excess(p_ref), _numbers)))
_low = Statement((*ABOVE_HALF, ge(p, 0), le(p, HALF)), gt(f(), 0))

_STEP = Group("theorem-3.proof", Kind.STEP, "Proof of Theorem 3, p_ref > 1/2")

CLAIMS = (
    _STEP.proved(
        "bound",
        "The bound on f'",
        BOUND,
        BOUND.but(end=BOUND.end - 1),
        printed=_BOUND,
        uses=(
            "theorem-3.proof.slope",
            "theorem-3.proof.factor.positive",
            "theorem-3.proof.factor.bound",
            "theorem-3.proof.first.positive",
            "theorem-3.proof.first.bound",
        ),
        families=("algebra", "smt"),
        superseded_by="beyond.n2-derivative.bound",
    ),
    _STEP.proved(
        "enough",
        "Under the condition f' ≤ 0 on (1/2, p_ref]",
        ENOUGH,
        ENOUGH.but(end=sp.Integer(-1)),
        printed=r"f'(p) \leq 0",
        uses=("theorem-3.proof.bound",),
        superseded_by="beyond.n2-derivative",
    ),
    _STEP.refuted(
        "need",
        "To have f' ≤ 0 on (1/2, p_ref] the condition is needed: read where f' < 0 on all of it",
        _needed,
        Erratum(
            Fault.HYPOTHESIS,
            Severity.SLIP,
            "A bound on f' at most 0 is enough, and is not needed. The sentence is about all p in (1/2, p_ref]: with p_ref = 99/100, "
            "β = 2, ε = 1e-5 it is f' < 0 on all of [1/2, p_ref] (theorem-3.proof.need.falls), and the condition fails. Being enough is "
            "all that the theorem uses.",
        ),
        printed=r"f'(p) \leq 0 \text{ we need to have: } " + _CONDITION,
        by_hand="f' ≤ 0 for all p at once is a hypothesis with a quantifier; here at p_ref = 99/100, β = 2, ε = 1e-5, where it holds",
        correction="theorem-3.proof.enough",
        uses=("theorem-3.proof.need.falls", "theorem-3.proof.need.fails"),
        families=("enclosure", "sampling"),
        superseded_by="beyond.n2-derivative",
    ),
    _STEP.proved(
        "need.falls",
        "With p_ref = 99/100, β = 2, ε = 1e-5: f' < 0 on [1/2, p_ref]",
        _falls,
        _falls.but(lt(_falls.holds.lhs, sp.Rational(-99, 100))),
        families=("enclosure", "sampling"),
    ),
    _STEP.proved(
        "need.fails",
        "… while the condition fails",
        _fails,
        _fails.but(lt(2 * _fails.holds.lhs, _fails.holds.rhs)),
        families=("enclosure", "sampling"),
    ),
    _STEP.proved(
        "conclusion",
        "Under the condition f > 0 on [1/2, p_ref]",
        CONCLUSION,
        Argument((STAYS_POSITIVE.but(end=sp.Rational(1, 1000)),), ("too much",)),
        uses=("theorem-3.proof.enough", "lemma-2"),
        families=("algebra", "smt"),
    ),
    _STEP.proved("conclusion.low", "For p_ref > 1/2: f > 0 on [0, 1/2]", _low, _low.but(given=(*PARAMETERS, ge(p, 0), le(p, HALF)))),
    _STEP.remark(
        "unfinished",
        "The proof ends at the condition",
        Remark(
            "A derivative f' < 0 is sought and f' ≤ 0 found; that no zero of f lies in [1/2, p_ref] is not concluded, and of [0, 1/2] "
            "nothing is said. All three are mended: f' ≤ 0 is enough for f ≥ f(p_ref) > 0 on [1/2, p_ref], and on [0, 1/2] f(p) ≥ "
            "h(1/2) − 1/2 > 0.",
            "Under the condition f does not increase on [1/2, p_ref], so f ≥ f(p_ref) > 0 there; below 1/2, h(p) > p_ref > 1/2 ≥ p.",
        ),
        Erratum(Fault.BOUND, Severity.STEP, "theorem-3.proof.conclusion and theorem-3.proof.conclusion.low are what is missing."),
        printed=_CONDITION,
        uses=("theorem-3.proof.conclusion", "theorem-3.proof.conclusion.low"),
    ),
)
