"""Proof of Theorem 3: the function ξ, its derivative line by line, its monotonicity and its bounds."""

import sympy as sp

from symbolic.claim import INEQUALITY, Claim, Declared, Erratum, Fault, Kind, Severity, Source
from symbolic.derivation import Argument, Derivation
from symbolic.derivations.amplification import HALF, INSIDE, XI_HIGH, XI_LOW, XI_RECIPROCAL, XI_RECIPROCAL_LOW, XI_RISES, cube
from symbolic.notation import BETA, CLOSED, EPS, b_of, beta, p, p_ref, xi
from symbolic.statement import Statement, eq, gt, le, lt
from symbolic.theorems import monotone

_PLACE = "Proof of Theorem 3, ξ"
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


def _line(
    number: str,
    title: str,
    printed: str,
    content: Statement | Derivation,
    *mutants: Statement | Derivation,
    families: tuple[str, ...] = Claim.families,
    uses: tuple[str, ...] = (),
    note: str = "",
    by_hand: str = "",
) -> Claim:
    return Claim(
        label=f"theorem-3.proof.xi.{number}",
        kind=Kind.STEP,
        title=title,
        source=Source(_PLACE, printed, by_hand=by_hand),
        content=content,
        mutants=mutants,
        families=families,
        uses=uses,
        note=note,
    )


CLAIMS = (
    Claim(
        label="theorem-3.proof.xi.prime.1",
        kind=Kind.STEP,
        title="ξ' by the chain rule, a prime on the composed function",
        source=Source(
            _PLACE,
            r"\xi'(p) = \frac{1}{2\beta}b'(p)(\cosh^2(\frac{1}{2\beta}b(p)))'",
            by_hand="a prime after a bracket is the derivative by p of what stands in the bracket",
        ),
        content=Statement(_GIVEN, eq(_slope, _b_slope / (2 * beta) * _slope)),
        declared=Declared.REFUTED,
        erratum=Erratum(
            Fault.NOTATION,
            Severity.SLIP,
            "The prime belongs to cosh², as a function of its argument: (cosh²)'(b(p)/(2β)). On the bracket it is ξ' again, and the line "
            "false. The next expression is right.",
        ),
        correction="theorem-3.proof.xi.prime.1.corrected",
    ),
    _line(
        "prime.1.corrected",
        "ξ' by the chain rule",
        "",
        _chain_rule,
        _chain_rule.but(eq(_slope, _chain_rule.holds.rhs / 2)),
    ),
    _line(
        "prime.2",
        "2 cosh sinh is sinh of twice the argument",
        r"= \frac{1}{2\beta}b'(p)\sinh(2\frac{1}{2\beta}b(p)))",
        _doubled,
        _doubled.but(eq(_slope, _doubled.holds.rhs / 2)),
        by_hand="one closing bracket too many",
    ),
    _line(
        "prime.b",
        "b' in closed form",
        "",
        _derivative_of_b,
        _derivative_of_b.but(eq(_b_slope, (1 - 2 * p) / (2 * cube()))),
    ),
    _line(
        "prime.3",
        "ξ' in closed form",
        r"= \frac{1}{4\beta}\frac{(2p-1)}{(p(1-p)+\varepsilon)^{\frac{3}{2}}}\sinh(\frac{1}{\beta}b(p))",
        _final,
        _final.but(eq(_slope, _closed / 2)),
        note="The paper has one closing bracket more.",
    ),
    _line(
        "rising",
        "ξ' > 0 on (1/2, p_ref]",
        r"\xi'(p) > 0",
        _rising,
        _rising.but(given=(*INSIDE[:-2], *CLOSED)),
    ),
    _line(
        "rising.closed",
        "The closed form of ξ' is positive on (1/2, 1]",
        "",
        _positive,
        _positive.but(given=_GIVEN),
        families=INEQUALITY,
    ),
    _line(
        "increasing",
        "ξ increases strictly on [1/2, 1]",
        "",
        XI_RISES,
        Argument((monotone(xi(), p, sp.Integer(0), sp.Integer(1), increasing=True, given=(*BETA, *EPS)),), ("too long an interval",)),
        families=INEQUALITY,
        note="The paper says (1/2, p_ref]; the bound at 1/2, which it uses, needs that end too.",
    ),
    _line(
        "lower",
        "ξ(1/2) ≤ ξ(p)",
        r"\xi\left(\frac{1}{2}\right) \le \xi(p)",
        XI_LOW,
        Argument((Statement(INSIDE, lt(xi(HALF) + sp.Rational(1, 1000), xi())),), ("too much",)),
        families=INEQUALITY,
    ),
    _line(
        "upper",
        "ξ(p) ≤ ξ(p_ref)",
        r"\xi(p) \le \xi(p_{\text{ref}})",
        XI_HIGH,
        Argument((Statement(INSIDE, lt(xi(), xi(p_ref))),), ("strictly",)),
        families=INEQUALITY,
    ),
    _line(
        "reciprocal.lower",
        "1/ξ(p_ref) ≤ 1/ξ(p)",
        r"\frac{1}{\xi(p_{\mathrm{ref}})} \le \frac{1}{\xi(p)}",
        XI_RECIPROCAL_LOW,
        Argument((Statement(INSIDE, lt(1 / xi(p_ref), 1 / xi())),), ("strictly",)),
    ),
    _line(
        "reciprocal.upper",
        "1/ξ(p) ≤ 1/ξ(1/2)",
        r"\frac{1}{\xi(p)} \le \frac{1}{\xi\left(\frac{1}{2}\right)} = "
        r"\frac{1}{\cosh^2(\frac{1}{2\beta}\frac{1}{\sqrt{\frac{1}{4}+\varepsilon}})}",
        XI_RECIPROCAL,
        Argument((Statement(INSIDE, lt(1 / xi(), sp.Rational(99, 100) / xi(HALF))),), ("too much",)),
        families=INEQUALITY,
    ),
)
