"""The two questions at the start of Section 4, and what answers them."""

from symbolic.claim import Claim, Kind, Remark, Source

CLAIMS = (
    Claim(
        label="section-4.question-1",
        kind=Kind.REMARK,
        title="When does a fixed point exceed the initial p_0 = p_ref?",
        source=Source("Section 4, question (1)", r"p_0 = p_{ref}"),
        content=Remark("Always, for 0 < p_ref < 1 and β, ε > 0: theorem-3.derivation. Theorem 3 answers with a condition on β.", ""),
        declared=None,
        uses=("theorem-3.derivation",),
        superseded_by="beyond.n1-amplification.fixed-points",
    ),
    Claim(
        label="section-4.question-2",
        kind=Kind.REMARK,
        title="When does the iteration converge, locally, to a fixed point?",
        source=Source("Section 4, question (2)", r"p^*"),
        content=Remark(
            "From starts near p*, wherever β > 𝓑(p*): theorem-4.local. Of the start p_0 = p_ref, which is not near p* in any sense that "
            "Theorem 4 makes precise, this says nothing.",
            "",
        ),
        declared=None,
        uses=("theorem-4.local",),
        superseded_by="beyond.n4-contraction",
    ),
)
