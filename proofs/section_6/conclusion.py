"""Section 6: the conclusion, sentence by sentence."""

from symbolic.claim import Claim, Erratum, Fault, Kind, Remark, Severity, Source


def _sentence(name: str, title: str, remark: Remark, uses: tuple[str, ...], erratum: Erratum | None = None) -> Claim:
    return Claim(
        label=f"section-6.{name}",
        kind=Kind.REMARK,
        title=title,
        source=Source("Section 6"),
        content=remark,
        declared=None,
        erratum=erratum,
        uses=uses,
    )


CLAIMS = (
    _sentence("contrastive", "A contrastive loss", Remark("Shown."), ("section-2.1.contrastive", "section-2.2.contrastive", "equation-5")),
    _sentence("closed-form", "A recursion for the optimal policy", Remark("Shown."), ("theorem-1", "theorem-2")),
    _sentence(
        "convergence",
        "The success probability converges under mild assumptions",
        Remark(
            "As in the third contribution of Section 1: local convergence to a fixed point with |h'| < 1 is what Section 4 has.",
            "converges to a fixed point if it starts near one at which |h'| < 1",
        ),
        ("abstract.converges.corrected",),
        Erratum(Fault.PROSE, Severity.STATEMENT, "Theorem 4 claims only local convergence, and that stands."),
    ),
    _sentence(
        "amplification",
        "GRPO amplifies the success probability of the reference",
        Remark("True for 0 < p_ref < 1, at every step and for every β."),
        ("abstract.amplifies.corrected",),
    ),
    _sentence(
        "approximation",
        "Approximate policies stay close to the fixed point",
        Remark(
            "Close in the upper limit, where the exact sequence converges and the errors have a small sum; that each error is small is "
            "not enough.",
            "as long as the sum of the errors is small",
        ),
        ("theorem-5.corrected", "section-5.remains-close.corrected"),
        Erratum(Fault.PROSE, Severity.SLIP, "Theorem 5 has the sum among its hypotheses."),
    ),
)
