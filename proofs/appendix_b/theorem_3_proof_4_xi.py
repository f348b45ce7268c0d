"""Proof of Theorem 3: the function ξ, its derivative line by line, its monotonicity and its bounds."""

import sympy as sp

from symbolic.claim import INEQUALITY, Erratum, Fault, Kind, Severity
from symbolic.derivation import Argument
from symbolic.derivations.amplification import HALF, INSIDE, XI_HIGH, XI_LOW, XI_RECIPROCAL, XI_RECIPROCAL_LOW, XI_RISES, cube
from symbolic.group import Group
from symbolic.notation import BETA, CLOSED, EPS, b_of, beta, p, p_ref, xi
from symbolic.statement import Statement, eq, gt, le, lt
from symbolic.theorems import monotone

_GIVEN = (*BETA, *EPS, *CLOSED)
_slope = sp.Derivative(xi(), p)
_b_slope = sp.Derivative(b_of(), p)
_chain_rule = Statement(_GIVEN, eq(_slope, _b_slope / (2 * beta) * 2 * sp.cosh(b_of() / (2 * beta)) * sp.sinh(b_of() / (2 * beta))))
_doubled = Statement(_GIVEN, eq(_slope, _b_slope / (2 * beta) * sp.sinh(b_of() / beta)))
_derivative_of_b = Statement(_GIVEN, eq(_b_slope, (2 * p - 1) / (2 * cube())))
_closed = sp.Rational(1, 4) / beta * (2 * p - 1) / cube() * sp.sinh(b_of() / beta)
_final = Statement(_GIVEN, eq(_slope, _closed))
_rising = Statement(INSIDE, gt(_slope, 0))
_positive = Statement((*BETA, *EPS, lt(HALF, p), le(p, 1)), gt(_closed, 0))

_STEP = Group("theorem-3.proof.xi", Kind.STEP, "Proof of Theorem 3, ξ")

CLAIMS = (
    _STEP.refuted(
        "prime.1",
        "ξ' by the chain rule, a prime on the composed function",
        Statement(_GIVEN, eq(_slope, _b_slope / (2 * beta) * _slope)),
        Erratum(
            Fault.NOTATION,
            Severity.SLIP,
            "The prime belongs to cosh², as a function of its argument: (cosh²)'(b(p)/(2β)). On the bracket it is ξ' again, and the line "
            "false. The next expression is right.",
        ),
        printed=r"\xi'(p) = \frac{1}{2\beta}b'(p)(\cosh^2(\frac{1}{2\beta}b(p)))'",
        by_hand="a prime after a bracket is the derivative by p of what stands in the bracket",
        correction="theorem-3.proof.xi.prime.1.corrected",
    ),
    _STEP.proved("prime.1.corrected", "ξ' by the chain rule", _chain_rule, _chain_rule.but(eq(_slope, _chain_rule.holds.rhs / 2))),
    _STEP.proved(
        "prime.2",
        "2 cosh sinh is sinh of twice the argument",
        _doubled,
        _doubled.but(eq(_slope, _doubled.holds.rhs / 2)),
        printed=r"= \frac{1}{2\beta}b'(p)\sinh(2\frac{1}{2\beta}b(p)))",
        by_hand="one closing bracket too many",
    ),
    _STEP.proved("prime.b", "b' in closed form", _derivative_of_b, _derivative_of_b.but(eq(_b_slope, (1 - 2 * p) / (2 * cube())))),
    _STEP.proved(
        "prime.3",
        "ξ' in closed form",
        _final,
        _final.but(eq(_slope, _closed / 2)),
        printed=r"= \frac{1}{4\beta}\frac{(2p-1)}{(p(1-p)+\varepsilon)^{\frac{3}{2}}}\sinh(\frac{1}{\beta}b(p))",
        note="The paper has one closing bracket more.",
    ),
    _STEP.proved("rising", "ξ' > 0 on (1/2, p_ref]", _rising, _rising.but(given=(*INSIDE[:-2], *CLOSED)), printed=r"\xi'(p) > 0"),
    _STEP.proved(
        "rising.closed", "The closed form of ξ' is positive on (1/2, 1]", _positive, _positive.but(given=_GIVEN), families=INEQUALITY
    ),
    _STEP.proved(
        "increasing",
        "ξ increases strictly on [1/2, 1]",
        XI_RISES,
        Argument((monotone(xi(), p, sp.Integer(0), sp.Integer(1), increasing=True, given=(*BETA, *EPS)),), ("too long an interval",)),
        families=INEQUALITY,
        note="The paper says (1/2, p_ref]; the bound at 1/2, which it uses, needs that end too.",
    ),
    _STEP.proved(
        "lower",
        "ξ(1/2) ≤ ξ(p)",
        XI_LOW,
        Argument((Statement(INSIDE, lt(xi(HALF) + sp.Rational(1, 1000), xi())),), ("too much",)),
        printed=r"\xi\left(\frac{1}{2}\right) \le \xi(p)",
        families=INEQUALITY,
    ),
    _STEP.proved(
        "upper",
        "ξ(p) ≤ ξ(p_ref)",
        XI_HIGH,
        Argument((Statement(INSIDE, lt(xi(), xi(p_ref))),), ("strictly",)),
        printed=r"\xi(p) \le \xi(p_{\text{ref}})",
        families=INEQUALITY,
    ),
    _STEP.proved(
        "reciprocal.lower",
        "1/ξ(p_ref) ≤ 1/ξ(p)",
        XI_RECIPROCAL_LOW,
        Argument((Statement(INSIDE, lt(1 / xi(p_ref), 1 / xi())),), ("strictly",)),
        printed=r"\frac{1}{\xi(p_{\mathrm{ref}})} \le \frac{1}{\xi(p)}",
    ),
    _STEP.proved(
        "reciprocal.upper",
        "1/ξ(p) ≤ 1/ξ(1/2)",
        XI_RECIPROCAL,
        Argument((Statement(INSIDE, lt(1 / xi(), sp.Rational(99, 100) / xi(HALF))),), ("too much",)),
        printed=r"\frac{1}{\xi(p)} \le \frac{1}{\xi\left(\frac{1}{2}\right)} = "
        r"\frac{1}{\cosh^2(\frac{1}{2\beta}\frac{1}{\sqrt{\frac{1}{4}+\varepsilon}})}",
        families=INEQUALITY,
    ),
)
