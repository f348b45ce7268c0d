"""Remark 1: without smoothing h is not defined at 0 and 1, but its singularity there is removable."""

import sympy as sp

from symbolic.claim import Claim, Erratum, Fault, Kind, Remark, Severity, Source
from symbolic.derivation import Argument
from symbolic.derivations.removable import AT_ONE, AT_ZERO, BOUND, GIVEN, NEAR_ONE, NO_INTERIOR, UNSMOOTHED
from symbolic.notation import p
from symbolic.theorems import squeeze


def _limit(label: str, at: int, argument: Argument) -> Claim:
    wrong = squeeze(UNSMOOTHED, p, sp.Integer(at), sp.Rational(1, 2), BOUND, GIVEN)
    return Claim(
        label=label,
        kind=Kind.EXTENSION,
        title=f"Without smoothing, h tends to 1 as p tends to {at}",
        source=Source("Remark 1"),
        content=argument,
        mutants=(Argument((wrong,), ("another limit",)),),
        uses=("remark-1.bound",),
    )


CLAIMS = (
    Claim(
        label="remark-1",
        kind=Kind.REMARK,
        title="Why ε > 0",
        source=Source("Remark 1", r"\varepsilon = 0"),
        content=Remark(
            "With ε = 0 the formula is not defined at 0 and 1, and tends to 1 at both. So extended, h is continuous on [0, 1] and 1 is a "
            "fixed point of it; what can no longer be guaranteed is a fixed point inside (0, 1).",
            "without smoothing h extends continuously by h(0) = h(1) = 1, and has the fixed point 1, but may have none below",
        ),
        declared=None,
        erratum=Erratum(
            Fault.PROSE, Severity.SLIP, "The singularity is removable, and the extension has a fixed point. No result is stated for ε = 0."
        ),
        uses=("remark-1.limit-at-0", "remark-1.limit-at-1", "remark-1.interior"),
        superseded_by="beyond.n11-unsmoothed",
    ),
    Claim(
        label="remark-1.bound",
        kind=Kind.EXTENSION,
        title="Without smoothing, 1 − h is at most A β √(p(1 − p))",
        source=Source("Remark 1"),
        content=NEAR_ONE,
        mutants=(NEAR_ONE.but(end=-BOUND / 10),),
    ),
    _limit("remark-1.limit-at-0", 0, AT_ZERO),
    _limit("remark-1.limit-at-1", 1, AT_ONE),
    Claim(
        label="remark-1.interior",
        kind=Kind.EXTENSION,
        title="Without smoothing there may be no fixed point inside: none for p_ref = 1/2, β = 1/2",
        source=Source("Remark 1"),
        content=NO_INTERIOR,
        mutants=(NO_INTERIOR.but(end=p + (1 - p) / 2),),
        superseded_by="beyond.n11-unsmoothed",
        note="In that the remark is right.",
    ),
)
