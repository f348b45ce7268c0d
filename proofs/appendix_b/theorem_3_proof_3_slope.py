"""Proof of Theorem 3 for p_ref > 1/2: the formula for f', Lemma 3 put in, and the bounds on the two factors of h'."""

import sympy as sp

from symbolic.claim import INEQUALITY, Erratum, Fault, Kind, Remark, Severity
from symbolic.derivation import Argument
from symbolic.derivations.amplification import (
    ABOVE_HALF,
    FACTOR_BOUND,
    FACTOR_RISES,
    FIRST,
    FIRST_BOUND,
    INSIDE,
    LEMMA_3_USED,
    PRODUCT_OF_COSH,
    SLOPE,
    SPREAD,
    factor,
)
from symbolic.group import Group
from symbolic.notation import BETA, CLOSED, EPS, PARAMETERS, REFERENCE, UPPER, a_of, b_of, beta, h, p, p_ref, sigma, variance, z_of
from symbolic.statement import Statement, eq, ge, gt, lt
from symbolic.theorems import monotone

_HALVED = r"\frac{a(p_{\text{ref}}) + \frac{1}{\beta}b(p)}{2}"
_TILT = r"\frac{2p - 1}{2\beta [p(1 - p) + \varepsilon]^{3/2}}"
_FIRST_IN_LINE = r"\frac{1}{4\cosh^2\left(\frac{a(p_{ref}) + \frac{1}{\beta}b(p)}{2}\right)}"
_FIRST = r"\frac{1}{4\cosh^2\left(" + _HALVED + r"\right)}"
_FIRST_RM = _FIRST.replace(r"\text{ref}", r"\mathrm{ref}")
_LEMMA = r"\frac{1}{4}\frac{1}{\cosh^2\left(\frac{a(p_{\text{ref}})}{2}\right)\cosh^2\left(\frac{b(p)}{2\beta}\right)}"
_slope = Statement(INSIDE, eq(SLOPE, SPREAD * factor() - 1))
_cosh = 1 / (4 * sp.cosh(z_of() / 2) ** 2)
_by_cosh = Statement(INSIDE, eq(SPREAD * factor() - 1, _cosh * factor() - 1))
_exponent = Statement((*PARAMETERS, *CLOSED), eq(h(), sigma(a_of() + b_of() / beta)))
_a = Statement(UPPER, gt(a_of(), 0))
_b = Statement((*EPS, *CLOSED), gt(b_of(), 0))
_tilt = Statement(INSIDE, gt(factor(), 0))
_over_cosh = 1 / sp.cosh(b_of() / (2 * beta)) ** 2
_by_4 = Statement(INSIDE, eq(PRODUCT_OF_COSH, variance(p_ref) * _over_cosh))
_first = Statement((*ABOVE_HALF, gt(p, 0), lt(p, 1)), gt(FIRST, 0))
_by_sigma = Statement(INSIDE, eq(FIRST, sigma(a_of() + b_of() / beta) * (1 - sigma(a_of() + b_of() / beta))))

_STEP = Group("theorem-3.proof", Kind.STEP, "Proof of Theorem 3, p_ref > 1/2")

CLAIMS = (
    _STEP.proved(
        "slope",
        "f' for p_ref > 1/2",
        _slope,
        _slope.but(eq(SLOPE, -SPREAD * factor() - 1)),
        printed=r"f'(p) = \sigma(z(p))(1 - \sigma(z(p)))" + _TILT + " - 1",
        families=("algebra", "sampling"),
        superseded_by="beyond.n2-derivative",
        note="The display goes on with “< 0”, which is what is wanted of β; it holds for every β.",
    ),
    _STEP.proved(
        "exponent",
        "h = σ(z), with z(p) = a(p_ref) + b(p)/β",
        _exponent,
        _exponent.but(eq(h(), sigma(b_of() / beta - a_of()))),
        printed=r"z(p) = \underbrace{-\log\left(\frac{1-p_{\text{ref}}}{p_{\text{ref}}}\right)}_{a(p_{\text{ref}})} + "
        r"\frac{1}{\beta} \underbrace{\frac{1}{\sqrt{p(1-p)+\varepsilon}}}_{b(p)}",
        by_hand="the braces name the two parts",
    ),
    _STEP.proved(
        "a-positive",
        "a(p_ref) > 0 for p_ref > 1/2",
        _a,
        _a.but(given=REFERENCE),
        printed=r"a(p_{\text{ref}}) > 0",
        uses=("lemma-4.positive",),
        families=INEQUALITY,
    ),
    _STEP.remark(
        "b-positive.slip",
        "β(p) > 0",
        Remark(
            "β is a constant; the function that the line before defines, and that has to be positive for Lemma 3 (2), is b.", "b(p) > 0"
        ),
        Erratum(Fault.NOTATION, Severity.SLIP, "b(p) > 0 holds (theorem-3.proof.b-positive). The slip may be the OCR's or the paper's."),
        printed=r"\beta(p) > 0",
    ),
    _STEP.proved("b-positive", "b(p) > 0", _b, _b.but(ge(b_of(), 1)), families=INEQUALITY),
    _STEP.remark(
        "reference.lemma-3",
        "Lemma 2 is cited for what Lemma 3 says",
        Remark(
            "Three times: before the display of f' and in its second line (“Lemma 2 (1)”), and before the bound on the first factor "
            "(“Lemma 2(2)”). Lemma 2 has no parts and is f(p_ref) > 0; the formula and the bound are Lemma 3 (1) and Lemma 3 (2).",
            "by Lemma 3; using Lemma 3 (1); by Lemma 3 (2)",
        ),
        Erratum(Fault.REFERENCE, Severity.SLIP, "The lemmas meant are true and stand below."),
    ),
    _STEP.remark(
        "reference.lemma-4",
        "Lemma 3 (2) is cited for what Lemma 4 says",
        Remark(
            "cosh²(a(p_ref)/2) = 1/(4 p_ref (1 − p_ref)), which the third line of the bound on the first factor uses, is Lemma 4.",
            "using Lemma 4",
        ),
        Erratum(Fault.REFERENCE, Severity.SLIP, "The lemma meant is true and stands below."),
    ),
    _STEP.proved(
        "slope.cosh",
        "Lemma 3 (1) put in, and z(p) = a(p_ref) + b(p)/β",
        _by_cosh,
        _by_cosh.but(eq(SPREAD * factor() - 1, 4 * _cosh * factor() - 1)),
        printed=r"= \frac{1}{4\cosh^2(\frac{z(p)}{2})} "
        + _TILT
        + r" - 1 \text{ (Using Lemma 2 (1)) } = "
        + _FIRST_IN_LINE
        + _TILT
        + " - 1",
        uses=("lemma-3.1",),
    ),
    _STEP.proved(
        "factor.increasing",
        "The second factor (2p − 1)/(2β[p(1 − p) + ε]^{3/2}) increases on [1/2, 1]",
        FACTOR_RISES,
        Argument((monotone(factor(), p, sp.Integer(0), sp.Integer(1), increasing=False, given=(*BETA, *EPS)),), ("the wrong way",)),
        families=INEQUALITY,
    ),
    _STEP.proved(
        "factor.positive",
        "The second factor is positive",
        _tilt,
        _tilt.but(given=(*PARAMETERS, *CLOSED)),
        printed=r"0 < " + _TILT,
        families=INEQUALITY,
    ),
    _STEP.proved(
        "factor.bound",
        "The second factor is at most its value at p_ref",
        FACTOR_BOUND,
        Argument((Statement(INSIDE, lt(factor(), factor(p_ref))),), ("strictly",)),
        printed=_TILT + r" \le \frac{2p_{\text{ref}} - 1}{2\beta \left[p_{\text{ref}}(1-p_{\text{ref}}) + \varepsilon \right]^{3/2}}",
        families=INEQUALITY,
    ),
    _STEP.proved(
        "first.sigma", "The first factor by Lemma 3 (1)", _by_sigma, _by_sigma.but(eq(FIRST / 2, _by_sigma.holds.rhs)), uses=("lemma-3.1",)
    ),
    _STEP.proved(
        "first.lemma-3",
        "The first factor by Lemma 3 (2), with z = a(p_ref) and a = b(p)/β",
        LEMMA_3_USED,
        LEMMA_3_USED.but(end=PRODUCT_OF_COSH / 2),
        printed=_FIRST + r" \leq " + _LEMMA,
        uses=("lemma-3.2", "theorem-3.proof.first.sigma"),
        families=INEQUALITY,
    ),
    _STEP.remark(
        "first.repeated",
        "The second line of this display repeats the right side of the first",
        Remark("Both sides are one and the same: there is nothing to decide.", ""),
        printed="= " + _LEMMA,
    ),
    _STEP.proved(
        "first.lemma-4",
        "Lemma 4 put in",
        _by_4,
        _by_4.but(eq(PRODUCT_OF_COSH, 4 * variance(p_ref) * _over_cosh)),
        printed=r"= \frac{4p_{\text{ref}}(1-p_{\text{ref}})}{4}\frac{1}{\cosh^2\left(\frac{b(p)}{2\beta}\right)}",
        uses=("lemma-4.identity",),
    ),
    _STEP.proved(
        "first.positive",
        "The first factor is positive",
        _first,
        _first.but(gt(FIRST, sp.Rational(1, 1000))),
        printed=r"0 < " + _FIRST_RM,
        families=INEQUALITY,
    ),
    _STEP.proved(
        "first.bound",
        "The first factor is at most p_ref(1 − p_ref)/ξ(1/2)",
        FIRST_BOUND,
        FIRST_BOUND.but(end=FIRST_BOUND.end / 2),
        printed=_FIRST_RM + r" \le p_{\mathrm{ref}}(1 - p_{\mathrm{ref}})\frac{1}{\cosh^2\left(\frac{1}{2\beta}"
        r"\frac{1}{\sqrt{\frac{1}{4} + \varepsilon}}\right)}",
        uses=("theorem-3.proof.first.lemma-3", "theorem-3.proof.first.lemma-4", "theorem-3.proof.xi.reciprocal.upper"),
    ),
)
