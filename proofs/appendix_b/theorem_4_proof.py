"""Proof of Theorem 4: a reference to Theorem 6, which speaks of functions on the whole line."""

from symbolic.claim import Claim, Erratum, Fault, Kind, Remark, Severity, Source

CLAIMS = (
    Claim(
        label="theorem-4.proof.domain",
        kind=Kind.REMARK,
        title="Theorem 6 is for functions on ℝ, h is one on [0, 1]",
        source=Source("Proof of Theorem 4"),
        content=Remark(
            "h is a function from [0, 1] to (0, 1), and its formula has no value where p(1 − p) + ε ≤ 0. Fixed points lie inside (0, 1), "
            "so that the interval around p* can be chosen within [0, 1], where h has a continuous derivative; only that is used.",
            "by Theorem 6 for a continuously differentiable function on an interval with x* in its interior",
        ),
        declared=None,
        erratum=Erratum(Fault.DOMAIN, Severity.SLIP, "theorem-3.inside and theorem-4.smooth are what is needed."),
        uses=("theorem-3.inside", "theorem-4.smooth"),
    ),
    Claim(
        label="theorem-4.proof.start",
        kind=Kind.REMARK,
        title="Theorem 6 speaks of starts near x*, Theorem 4 of p_ref",
        source=Source("Proof of Theorem 4"),
        content=Remark(
            "Theorem 6 gives an interval around p* for a given h, and so for a given p_ref; it does not let p_ref be chosen in that "
            "interval, which would change h, p* and the interval.",
            "there is δ > 0 such that the iteration converges to p* from every p_0 in [p* − δ, p* + δ]",
        ),
        declared=None,
        erratum=Erratum(Fault.HYPOTHESIS, Severity.STATEMENT, "theorem-4.local is what follows from Theorem 6."),
        uses=("theorem-4.local", "theorem-6"),
    ),
)
