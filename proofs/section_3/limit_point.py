"""What Section 3 says after Proposition 1: limits of the iteration are fixed points, and 1 as one of them."""

import sympy as sp

from symbolic.claim import Claim, Declared, Erratum, Fault, Kind, Severity, Source
from symbolic.derivation import Argument
from symbolic.derivations.monotonicity import LIMIT_POINT
from symbolic.notation import BETA, CLOSED, PARAMETERS, POSSIBLE, h, p
from symbolic.statement import Statement, eq, lt
from symbolic.theorems import limit_of_iterates

_one = sp.Integer(1)
_below = Statement(PARAMETERS, lt(h(_one), 1))

CLAIMS = (
    Claim(
        label="section-3.limit",
        kind=Kind.TEXT,
        title="If the iteration converges, its limit is a fixed point",
        source=Source(
            "Section 3, after Proposition 1",
            r"p_{\infty} = \lim_{n \to \infty} p_n = \lim_{n \to \infty} h_{\varepsilon, p_{\text{ref}}}(p_{n-1}) = h_{\varepsilon, "
            r"p_{\text{ref}}}(\lim_{n \to \infty} p_{n-1}) = h_{\varepsilon, p_{\text{ref}}}(p_{\infty})",
        ),
        content=LIMIT_POINT,
        mutants=(
            Argument((limit_of_iterates(h(eps=sp.Integer(0)), p, (*POSSIBLE, *BETA, *CLOSED)),), ("without smoothing",)),
            Argument((limit_of_iterates(2 * h(), p, (*PARAMETERS, *CLOSED)),), ("a map that leaves [0, 1]",)),
        ),
        uses=("proposition-1.continuity",),
    ),
    Claim(
        label="section-3.one",
        kind=Kind.TEXT,
        title="1 is a fixed point",
        source=Source("Section 3, after Proposition 1", r"p^* = 1", by_hand="that 1 is a fixed point is h(1) = 1"),
        content=Statement(PARAMETERS, eq(h(_one), 1)),
        declared=Declared.REFUTED,
        erratum=Erratum(
            Fault.PROSE,
            Severity.SLIP,
            "1 is a fixed point for no p_ref < 1 and no ε > 0; there is often one so near 1 that a plot, or double precision, cannot "
            "tell them apart.",
        ),
        correction="section-3.one.corrected",
    ),
    Claim(
        label="section-3.one.corrected",
        kind=Kind.TEXT,
        title="For p_ref < 1, 1 is never a fixed point: h(1) < 1",
        source=Source("Section 3, after Proposition 1"),
        content=_below,
        mutants=(_below.but(lt(h(_one), sp.Rational(999, 1000))),),
    ),
)
