"""The proof of Theorem 2 (Appendix A), line by line, with Equation (9) as printed."""

import sympy as sp

from symbolic.claim import Erratum, Fault, Kind, Remark, Severity
from symbolic.derivation import Chain, applied
from symbolic.derivations.success import GIVEN, OUTCOME, PROBABILITY, SUCCESSES, down, tilt, up
from symbolic.group import Group
from symbolic.notation import (
    BINARY,
    POSSIBLE,
    Z,
    beta,
    bracket,
    gibbs,
    h,
    odds_against,
    on_success,
    p,
    p_ref,
    policy,
    reference,
    smoothed,
    success,
)
from symbolic.statement import Statement, between, eq, gt, real
from symbolic.theorems import linearity, termwise, total

_1 = r"\mathbb{1}_{r(q,o)=1}"
_UP = r"\exp\left(\frac{1}{\beta} \omega_{\varepsilon}^+(p_{n-1}(q))\right)"
_LINES = (
    r"\frac{1}{Z_{n-1}(q)} \int d\pi_{\text{ref}}(o|q) \exp\left(\frac{1}{\beta} \left(\omega_{\varepsilon}^+(p_{n-1}(q)) "
    r"\mathbb{1}_{r(q,o)=1} - \omega_{\varepsilon}^-(p_{n-1}(q)) \mathbb{1}_{r(q,o)=0}\right)\right) \mathbb{1}_{r(q,o)=1}",
    r"\frac{1}{Z_{n-1}(q)} " + _UP + r" \mathbb{E}_{\pi_{\text{ref}}} \mathbb{1}_{r(q,o)=1}",
    r"\frac{p_{\text{ref}}(q) " + _UP + r"}{Z_{n-1}(q)}",
    r"\frac{p_{\text{ref}}(q) " + _UP + r"}{p_{\text{ref}}(q) " + _UP + r" + (1 - p_{\text{ref}}(q)) "
    r"\exp\left(-\frac{1}{\beta} \omega_{\varepsilon}^-(p_{n-1}(q))\right)}",
)
_EQUATION_9 = (
    r"p_n(q) = "
    r"\frac{p_{\text{ref}} \exp\left(\frac{1}{\beta} "
    r"\left(\frac{1 - p_{n-1}(q)}{\sqrt{p_{n-1}(q)(1 - p_{n-1}(q)) + \varepsilon}}\right)\right)}"
    r"{p_{\text{ref}} \exp\frac{1}{\beta} \left(\frac{1 - p_{n-1}(1)}{\sqrt{p_{n-1}(q)(1 - p_{n-1}(q)) + \varepsilon}}\right) "
    r"+ (1 - p_{\text{ref}}) \exp\frac{1}{\beta} \left(-\frac{p_{n-1}(q)}{\sqrt{p_{n-1}(q)(1 - p_{n-1}(q)) + \varepsilon}}\right)}"
)
_SIMPLIFY = (
    r"\frac{1}{1 + \frac{1 - p_{\text{ref}}}{p_{\text{ref}}} \exp \frac{1}{\beta} \left(\frac{-p}{\sqrt{p(1-p)+\varepsilon}} - \frac{1 - "
    r"p}{\sqrt{p(1-p)+\varepsilon}}\right)}",
    r"\frac{1}{1 + \frac{1 - p_{\text{ref}}}{p_{\text{ref}}} \exp \left(-\frac{1}{\beta} \frac{1}{\sqrt{p(1-p)+\varepsilon}}\right)}",
)
POLICIES = (policy, *OUTCOME)
_mass = reference * tilt * on_success()
_by_theorem_1 = (gt(Z, 0), eq(policy, gibbs(reference, bracket(), Z)))
_line_2 = Chain(
    GIVEN,
    total(policy * on_success(), POLICIES),
    (
        applied(termwise(policy * on_success(), "=", 1 / Z * _mass, (*GIVEN, *_by_theorem_1), POLICIES), "Theorem 1"),
        applied(linearity([(1 / Z, _mass)], POLICIES), "Z does not vary with the outcome"),
    ),
)
_line_3 = Chain(
    GIVEN,
    total(_mass, OUTCOME),
    (
        applied(termwise(_mass, "=", up * (reference * on_success()), (*GIVEN, *BINARY), OUTCOME), "where r = 1 the tilt is e^{ω⁺/β}"),
        applied(linearity([(up, reference * on_success())], OUTCOME), "the tilt no longer varies"),
    ),
)
_line_4 = Chain(PROBABILITY.given, up / Z * SUCCESSES, (PROBABILITY.steps[2],))
_line_5 = Chain(PROBABILITY.given, p_ref * up / Z, (PROBABILITY.steps[3],))

_nine = Chain(PROBABILITY.given, PROBABILITY.start, PROBABILITY.steps[:-1])
_other = real("p_1")
"""p_{n−1}(1), the success probability at a prompt called 1."""
_all = (*GIVEN, *POSSIBLE)
_odd = p_ref * up / (p_ref * sp.exp((1 - _other) / smoothed() / beta) + (1 - p_ref) * down)
_merged = 1 / (1 + odds_against() * sp.exp((-p / smoothed() - (1 - p) / smoothed()) / beta))
_simplify_1, _simplify_2 = Statement(_all, eq(success(), _merged)), Statement(_all, eq(_merged, h()))

_STEP = Group("theorem-2.proof", Kind.STEP, "Proof of Theorem 2")
_EQUATION = Group("equation-9", Kind.EQUATION, "Equation (9)")

CLAIMS = (
    _STEP.proved("2", "p_n with the policy of Theorem 1", _line_2, _line_2.but(end=2 * _line_2.end), line="second line", printed=_LINES[0]),
    _STEP.proved("3", "The tilt on success comes out", _line_3, _line_3.but(end=2 * _line_3.end), line="third line", printed=_LINES[1]),
    _STEP.proved(
        "4", "The reference policy succeeds with probability p_ref", _line_4, _line_4.but(end=up / Z), line="fourth line", printed=_LINES[2]
    ),
    _STEP.proved("5", "Z as Theorem 1 gives it", _line_5, _line_5.but(end=p_ref * success()), line="fifth line", printed=_LINES[3]),
    _EQUATION.refuted(
        "",
        "Equation (9) with p_{n−1}(1) in its denominator",
        Statement((*_all, *between(0, _other, 1)), eq(success(), _odd)),
        Erratum(
            Fault.NOTATION, Severity.SLIP, "The prompt q was misprinted, or misread optically, as 1; the display after it has p there."
        ),
        printed=_EQUATION_9,
        correction="equation-9.corrected",
    ),
    _EQUATION.proved(
        "corrected",
        "Equation (9) with p_{n−1}(q) throughout, for any finite number of outcomes",
        _nine,
        _nine.but(end=1 - success()),
        uses=("theorem-1.normaliser",),
    ),
    _EQUATION.remark(
        "brackets",
        "The brackets of exp in Equation (9) and in the two displays after it",
        Remark(
            "The exponent is the product of 1/β and the bracket, as Theorem 1 has it and as the numerator prints it; taken as exp(1/β) "
            "times the bracket, the denominator would be another.",
            "exp((1/β)(…)) in all places",
        ),
        Erratum(Fault.NOTATION, Severity.SLIP, "Brackets left out around the argument of exp."),
        printed=r"\exp\frac{1}{\beta} \left(",
    ),
    _STEP.proved(
        "simplify.1",
        "h divided through by p_ref e^{ω⁺/β}",
        _simplify_1,
        _simplify_1.but(eq(success(), 1 / (1 + odds_against() * sp.exp((-p / smoothed() + (1 - p) / smoothed()) / beta)))),
        line="simplification, first line",
        printed=_SIMPLIFY[0],
    ),
    _STEP.proved(
        "simplify.2",
        "The exponents add up to −1/(β√(p(1 − p) + ε))",
        _simplify_2,
        _simplify_2.but(eq(_merged, 1 / (1 + odds_against() * sp.exp(-p / smoothed() / beta)))),
        line="simplification, second line",
        printed=_SIMPLIFY[1],
    ),
    _STEP.remark(
        "hypothesis",
        "0 < p_ref < 1 in the proof, p_ref > 0 in the theorem",
        Remark("The simplification needs p_ref > 0 only, and is decided here for 0 < p_ref ≤ 1.", "p_ref > 0"),
        Erratum(Fault.HYPOTHESIS, Severity.SLIP, "The proof leaves out p_ref = 1, which the theorem includes; nothing in it fails there."),
        line="before the simplification",
        printed=r"0 < p_{ref} < 1",
        uses=("equation-8",),
    ),
)
