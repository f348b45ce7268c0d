"""Wording and notation of Section 3 outside its numbered statements."""

from symbolic.claim import Claim, Erratum, Fault, Kind, Remark, Severity, Source

CLAIMS = (
    Claim(
        label="section-3.subscript",
        kind=Kind.REMARK,
        title="The index of h",
        source=Source("Section 3, after Proposition 1", r"h_{\varepsilon, p}"),
        content=Remark(
            "The index p_ref of h is cut to p, which is the variable; later p_ref is dropped at times, as in f(p) = h_ε(p) − p.",
            "h_{ε, p_ref}",
        ),
        declared=None,
        erratum=Erratum(Fault.NOTATION, Severity.SLIP, "The map is the same throughout."),
    ),
    Claim(
        label="section-3.dependence",
        kind=Kind.REMARK,
        title="The fixed point as a function of the prompt",
        source=Source("Section 3, after Proposition 1"),
        content=Remark(
            "A fixed point depends on the prompt by p_ref(q) alone, as h does; where h has several it is no function of p_ref until one is "
            "chosen, such as the limit of the sequence."
        ),
        declared=None,
        uses=("section-3.limit",),
    ),
    Claim(
        label="theorem-1.proof.strictness",
        kind=Kind.REMARK,
        title="Concavity and first-order conditions",
        source=Source("Proof of Theorem 1"),
        content=Remark(
            "Sound for finitely many outcomes: a policy that is positive wherever π_ref is and stationary under Σ π = 1 maximises a "
            "concave objective over all policies, those with a probability 0 too. These conditions have one solution; a second maximiser "
            "would make the segment to it maximal, so stationary where it is positive. For β > 0 the objective is even strictly "
            "concave. theorem-1 goes by the variational identity, which wants none of this."
        ),
        declared=None,
        uses=("theorem-1.proof.concave", "theorem-1.unique"),
    ),
)
