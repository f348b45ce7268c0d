"""The proof of Theorem 2 (Appendix A), line by line, with Equation (9) as printed."""

import sympy as sp

from symbolic.claim import Claim, Declared, Erratum, Fault, Kind, Remark, Severity, Source
from symbolic.derivation import Chain, applied
from symbolic.derivations.success import GIVEN, OUTCOME, PROBABILITY, SUCCESSES, down, tilt, up
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

_PLACE = "Proof of Theorem 2"
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


def _step(label: str, title: str, line: str, printed: str, content: Statement | Chain, mutant: Statement | Chain) -> Claim:
    return Claim(label=label, kind=Kind.STEP, title=title, source=Source(f"{_PLACE}, {line}", printed), content=content, mutants=(mutant,))


CLAIMS = (
    _step("theorem-2.proof.2", "p_n with the policy of Theorem 1", "second line", _LINES[0], _line_2, _line_2.but(end=2 * _line_2.end)),
    _step("theorem-2.proof.3", "The tilt on success comes out", "third line", _LINES[1], _line_3, _line_3.but(end=2 * _line_3.end)),
    _step(
        "theorem-2.proof.4",
        "The reference policy succeeds with probability p_ref",
        "fourth line",
        _LINES[2],
        _line_4,
        _line_4.but(end=up / Z),
    ),
    _step("theorem-2.proof.5", "Z as Theorem 1 gives it", "fifth line", _LINES[3], _line_5, _line_5.but(end=p_ref * success())),
    Claim(
        label="equation-9",
        kind=Kind.EQUATION,
        title="Equation (9) with p_{n−1}(1) in its denominator",
        source=Source("Equation (9)", _EQUATION_9),
        content=Statement((*_all, *between(0, _other, 1)), eq(success(), _odd)),
        declared=Declared.REFUTED,
        erratum=Erratum(
            Fault.NOTATION, Severity.SLIP, "The prompt q was misprinted as 1; the display after it, which defines h, has p in its place."
        ),
        correction="equation-9.corrected",
    ),
    Claim(
        label="equation-9.corrected",
        kind=Kind.EQUATION,
        title="Equation (9) with p_{n−1}(q) throughout, for any finite number of outcomes",
        source=Source("Equation (9)"),
        content=_nine,
        mutants=(_nine.but(end=1 - success()),),
        uses=("theorem-1.normaliser",),
    ),
    Claim(
        label="equation-9.brackets",
        kind=Kind.REMARK,
        title="The brackets of exp in Equation (9) and in the two displays after it",
        source=Source("Equation (9)", r"\exp\frac{1}{\beta} \left("),
        content=Remark(
            "The exponent is the product of 1/β and the bracket, as Theorem 1 has it and as the numerator prints it; taken as exp(1/β) "
            "times the bracket, the denominator would be another.",
            "exp((1/β)(…)) in all places",
        ),
        declared=None,
        erratum=Erratum(Fault.NOTATION, Severity.SLIP, "Brackets left out around the argument of exp."),
    ),
    _step(
        "theorem-2.proof.simplify.1",
        "h divided through by p_ref e^{ω⁺/β}",
        "simplification, first line",
        _SIMPLIFY[0],
        _simplify_1,
        _simplify_1.but(eq(success(), 1 / (1 + odds_against() * sp.exp((-p / smoothed() + (1 - p) / smoothed()) / beta)))),
    ),
    _step(
        "theorem-2.proof.simplify.2",
        "The exponents add up to −1/(β√(p(1 − p) + ε))",
        "simplification, second line",
        _SIMPLIFY[1],
        _simplify_2,
        _simplify_2.but(eq(_merged, 1 / (1 + odds_against() * sp.exp(-p / smoothed() / beta)))),
    ),
    Claim(
        label="theorem-2.proof.hypothesis",
        kind=Kind.REMARK,
        title="0 < p_ref < 1 in the proof, p_ref > 0 in the theorem",
        source=Source("Proof of Theorem 2, before the simplification", r"0 < p_{ref} < 1"),
        content=Remark("The simplification needs p_ref > 0 only, and is decided here for 0 < p_ref ≤ 1.", "p_ref > 0"),
        declared=None,
        erratum=Erratum(Fault.HYPOTHESIS, Severity.SLIP, "A superfluous hypothesis."),
        uses=("equation-8",),
    ),
)
