"""Theorem 2: p_n = h(p_{n−1}), with h's simplification and its logistic form."""

import sympy as sp

from symbolic.claim import Claim, Erratum, Fault, Kind, Remark, Severity, Source
from symbolic.derivations.success import PROBABILITY, SIMPLIFICATION
from symbolic.notation import BETA, CLOSED, EPS, PARAMETERS, POSSIBLE, h, odds_against, p, p_ref, sigma, smoothed, success, z_of
from symbolic.statement import Statement, eq

_H = (
    r"h_{\varepsilon, p_{\text{ref}}}(p) = \frac{1}{1 + \frac{1 - p_{\text{ref}}}{p_{\text{ref}}} \exp\left(-\frac{1}{\beta} "
    r"\frac{1}{\sqrt{p(1 - p) + \varepsilon}}\right)}"
)
_simplified = Statement((*CLOSED, *EPS, *BETA, *POSSIBLE), eq(success(), h()))
_logistic = Statement((*CLOSED, *PARAMETERS), eq(h(), sigma(z_of())))
_hopeless = Statement((*CLOSED, *EPS, *BETA, eq(p_ref, 0)), eq(success(), 0))
_certain = Statement((*CLOSED, *EPS, *BETA, eq(p_ref, 1)), eq(h(), 1))
_without = 1 / (1 + odds_against() * sp.exp(-p / smoothed()))

CLAIMS = (
    Claim(
        label="theorem-2",
        kind=Kind.THEOREM,
        title="The success probability of π_n is h(p_{n−1}), for any finite number of outcomes",
        source=Source("Theorem 2", r"p_n(q) = h_{\varepsilon, p_{\text{ref}}(q)}(p_{n-1}(q)),"),
        content=PROBABILITY,
        mutants=(PROBABILITY.but(end=h(eps=sp.Integer(0))), PROBABILITY.but(end=_without)),
        uses=("theorem-1", "theorem-1.normaliser"),
        note="Under the hypothesis as stated, p_ref > 0, which admits p_ref = 1.",
    ),
    Claim(
        label="equation-8",
        kind=Kind.EQUATION,
        title="The map h of Equation (8) is Equation (9)'s fraction, simplified",
        source=Source("Theorem 2", _H),
        content=_simplified,
        mutants=(_simplified.but(eq(success(), h(eps=2 * sp.Symbol("epsilon", real=True)))), _simplified.but(eq(success(), _without))),
    ),
    Claim(
        label="equation-8.derivation",
        kind=Kind.EQUATION,
        title="The map h of Equation (8), simplified step by step",
        source=Source("Theorem 2", _H),
        content=SIMPLIFICATION,
        mutants=(SIMPLIFICATION.but(end=_without),),
        uses=("theorem-2.proof.simplify.2",),
    ),
    Claim(
        label="theorem-2.logistic",
        kind=Kind.EXTENSION,
        title="The logistic form: h(p) = σ(z(p))",
        source=Source("Proof of Proposition 1", r"h_{\varepsilon, p_{\text{ref}}}(p) = \sigma(z(p))"),
        content=_logistic,
        mutants=(_logistic.but(eq(h(), sigma(-z_of()))),),
        note="Needs p_ref < 1, else log A is not defined.",
    ),
    Claim(
        label="theorem-2.certain",
        kind=Kind.EXTENSION,
        title="If the reference policy always succeeds, h is 1 throughout",
        source=Source("Theorem 2, the case p_ref = 1"),
        content=_certain,
        mutants=(_certain.but(eq(h(), p)),),
    ),
    Claim(
        label="theorem-2.hopeless",
        kind=Kind.EXTENSION,
        title="If the reference policy never succeeds, neither does any π_n",
        source=Source("Theorem 2, the case p_ref = 0 that it leaves out"),
        content=_hopeless,
        mutants=(_hopeless.but(eq(success(), p)),),
        note="h is not defined there, Equation (9) is.",
    ),
    Claim(
        label="theorem-2.almost-surely",
        kind=Kind.REMARK,
        title="Almost surely for all q",
        source=Source("Theorem 2"),
        content=Remark(
            "Policies are determined for almost every prompt only, as the objective is an average over prompts.", "for almost every q"
        ),
        declared=None,
        erratum=Erratum(Fault.PROSE, Severity.SLIP, "Either almost surely or for all q; the objective gives the former."),
    ),
)
