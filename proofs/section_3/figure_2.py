"""Figure 2 and what the text reads off it: how many fixed points there are, and how near the last may be to 1."""

import sympy as sp

from symbolic.claim import Claim, Erratum, Fault, Kind, Remark, Severity, Source
from symbolic.derivation import Argument
from symbolic.notation import CLOSED, PARAMETERS, h, p
from symbolic.statement import Statement, ge, le, lt
from symbolic.theorems.zeros import sign_changes

_PLACE, _TEXT = "Figure 2", "Section 3, on Figure 2"
_half, _one = sp.Rational(1, 2), sp.Integer(1)


def _map(beta: int, at: sp.Expr = p) -> sp.Expr:
    """h with p_ref = 1/1000 and the ε of the caption, 10⁻⁵."""
    return h(at, sp.Rational(1, 1000), sp.Integer(beta), sp.Rational(1, 100000))


def _fixed(beta: int, *points: str) -> Argument:
    reason = "h(p) − p changes sign between the points"
    return Argument((sign_changes(_map(beta) - p, p, tuple(sp.Rational(point) for point in points)),), (reason,))


_last = Statement((*PARAMETERS, *CLOSED), le(h(), h(_one)))
_below = Statement((ge(p, _half), le(p, 1)), lt(_map(20), p))

CLAIMS = (
    Claim(
        label="figure-2",
        kind=Kind.REMARK,
        title="Which fixed points the curves show",
        source=Source(_PLACE, r"\varepsilon = 1e^{-5}"),
        content=Remark(
            "The caption's smoothing is meant as 10⁻⁵, not e⁻⁵ (see figure-5.smoothing). A curve h and the diagonal meet where p is a "
            "fixed point; what looks like a meeting at the corner (1, 1) is one just below it, and for large β there is none near it.",
            "fixed points as functions of β and p_ref for ε = 10⁻⁵; each lies above p_ref and below 1",
        ),
        declared=None,
        erratum=Erratum(Fault.NOTATION, Severity.SLIP, "Printed as 1e^{-5}. Nothing but the figures uses this value."),
        uses=(
            "abstract.amplifies.corrected",
            "section-3.one.corrected",
            "figure-2.not-unique",
            "figure-2.near-one",
            "figure-2.none-above-half",
            "figure-2.last",
        ),
    ),
    Claim(
        label="figure-2.intersections",
        kind=Kind.REMARK,
        title="Fixed points as intersections",
        source=Source(_TEXT, "y = p"),
        content=Remark("A fixed point is by definition where the curve h meets the diagonal y = p: h(p) = p."),
        declared=None,
    ),
    Claim(
        label="figure-2.not-unique",
        kind=Kind.FIGURE,
        title="Fixed points are not unique in general: three for p_ref = 0.001, β = 5, ε = 10⁻⁵",
        source=Source(_TEXT),
        content=_fixed(5, "1/200", "1/100", "9999/10000", "1"),
        families=("algebra", "enclosure", "sampling"),
        mutants=(_fixed(20, "1/200", "1/100", "9999/10000", "1"),),
        note="The parameters are those of Figure 5's panel; the text gives none for Figure 2 but ε.",
        superseded_by="beyond.n6-count",
    ),
    Claim(
        label="figure-2.near-one",
        kind=Kind.FIGURE,
        title="The last of them lies between 1 − 10⁻²⁴ and 1",
        source=Source(_TEXT),
        content=_fixed(5, "0." + 24 * "9", "1"),
        families=("algebra", "enclosure", "sampling"),
        mutants=(_fixed(5, "0." + 26 * "9", "1"),),
        note="In double precision it is 1; 1 itself is no fixed point.",
    ),
    Claim(
        label="figure-2.none-above-half",
        kind=Kind.FIGURE,
        title="For p_ref = 0.001, β = 20, ε = 10⁻⁵ there is no fixed point above 1/2, near 1 or elsewhere",
        source=Source(_TEXT),
        content=_below,
        families=("algebra", "enclosure", "sampling"),
        mutants=(_below.but(lt(_map(5), p)),),
    ),
    Claim(
        label="figure-2.last",
        kind=Kind.FIGURE,
        title="h is greatest at 1, so that every fixed point is at most h(1) < 1",
        source=Source(_TEXT),
        content=_last,
        mutants=(_last.but(le(h(), h(_half) + sp.Rational(1, 1000))),),
        uses=("section-3.one.corrected",),
    ),
)
