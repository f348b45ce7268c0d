"""The proof of Proposition 1 (Appendix A), line by line."""

import sympy as sp

from symbolic.claim import Claim, Kind, Remark, Source
from symbolic.notation import CLOSED, PARAMETERS, B, h, p, sigma, slope, z_of
from symbolic.statement import Statement, eq

_GIVEN = (*PARAMETERS, *CLOSED)
_FRACTION = r"\frac{1-2p}{2\beta \left[p(1-p) + \varepsilon\right]^{3/2}}"
_sigma = sigma(z_of())


def _line(number: int, title: str, printed: str, left: sp.Expr, right: sp.Expr, wrong: sp.Expr, *uses: str) -> Claim:
    statement = Statement(_GIVEN, eq(left, right))
    return Claim(
        label=f"proposition-1.proof.{number}",
        kind=Kind.STEP,
        title=title,
        source=Source("Proof of Proposition 1, monotonicity", printed),
        content=statement,
        mutants=(statement.but(eq(left, wrong)),),
        uses=uses,
    )


def _slope(e: sp.Expr) -> sp.Expr:
    return sp.Derivative(e, p)


CLAIMS = (
    Claim(
        label="proposition-1.proof.existence",
        kind=Kind.REMARK,
        title="Brouwer's theorem",
        source=Source("Proof of Proposition 1, existence", r"\exists p^* \in [0,1]"),
        content=Remark(
            "In one dimension the intermediate value theorem suffices, and shows that the fixed point is neither 0 nor 1 if p_ref < 1."
        ),
        declared=None,
        uses=("proposition-1.existence",),
    ),
    _line(1, "h is logistic in z(p)", r"h_{\varepsilon, p_{\text{ref}}}(p) = \sigma(z(p))", h(), _sigma, 1 - _sigma, "theorem-2.logistic"),
    _line(2, "z' = B'", r"z'(p) = B'(p)", _slope(z_of()), _slope(B()), -_slope(B())),
    _line(3, "B' in closed form", "= -" + _FRACTION, _slope(B()), -slope(), -slope() / 2),
    _line(
        4,
        "The chain rule",
        r"\sigma(z(p))(1 - \sigma(z(p)))z'(p)",
        _slope(h()),
        _sigma * (1 - _sigma) * _slope(z_of()),
        _sigma * _slope(z_of()),
    ),
    _line(
        5,
        "h' in closed form",
        r"-\sigma(z(p))(1 - \sigma(z(p)))" + _FRACTION,
        _sigma * (1 - _sigma) * _slope(z_of()),
        -_sigma * (1 - _sigma) * slope(),
        _sigma * (1 - _sigma) * slope(),
        "proposition-1.proof.2",
        "proposition-1.proof.3",
    ),
    Claim(
        label="proposition-1.proof.6",
        kind=Kind.REMARK,
        title="The signs, once more",
        source=Source("Proof of Proposition 1, last lines"),
        content=Remark("They repeat the proposition; that 1/2 is a minimum follows, and is decided there."),
        declared=None,
        uses=("proposition-1.falling", "proposition-1.rising", "proposition-1.stationary", "proposition-1.minimum"),
    ),
)
