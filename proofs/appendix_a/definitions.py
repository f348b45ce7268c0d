"""Displays of Appendix A that define a name or repeat what stands above, and the definition of h before it is simplified."""

from symbolic.claim import Claim, Kind, Remark, Source
from symbolic.notation import BETA, CLOSED, EPS, POSSIBLE, eps, h, success
from symbolic.statement import Statement, eq

_H = (
    r"h_{\varepsilon,p_{\rm ref}}(p) = \frac{p_{\rm ref} \exp\left(\frac{1}{\beta} \left(\frac{1-p}{\sqrt{p(1-p)+\varepsilon}}\right)"
    r"\right)}{p_{\rm ref} \exp\frac{1}{\beta} \left(\frac{1-p}{\sqrt{p(1-p)+\varepsilon}}\right) + (1-p_{\rm ref}) \exp\frac{1}{\beta} "
    r"\left(-\frac{p}{\sqrt{p(1-p)+\varepsilon}}\right)}"
)
_fraction = Statement((*POSSIBLE, *BETA, *EPS, *CLOSED), eq(h(), success()))


def _definition(label: str, title: str, place: str, printed: str, reason: str, *uses: str) -> Claim:
    return Claim(
        label=label, kind=Kind.REMARK, title=title, source=Source(place, printed), content=Remark(reason), declared=None, uses=uses
    )


CLAIMS = (
    _definition(
        "theorem-1.proof.p-ref",
        "The success probability of the reference policy",
        "Proof of Theorem 1, last display",
        r"p_{\mathrm{ref}}(q) = p_0(q) = \mathbb{E}_{o \sim \pi_{\mathrm{ref}}(\cdot|q)} \mathbb{1}_{r(q,o)=1}",
        "A definition, as in Theorem 1; p_0 = p_ref because the iteration begins with π_ref.",
        "equation-2",
    ),
    Claim(
        label="theorem-2.proof.h",
        kind=Kind.STEP,
        title="The fraction that defines h in the proof is the h of the theorem",
        source=Source("Proof of Theorem 2, definition of h", _H),
        content=_fraction,
        mutants=(_fraction.but(eq(h(), success(eps=eps / 2))),),
        uses=("equation-9.corrected",),
        note="Theorem 2 defines h by its simplified form, the proof by this one; only after it does the proof suppose p_ref < 1.",
    ),
    _definition(
        "theorem-2.proof.iteration",
        "The iteration, once more",
        "Proof of Theorem 2, before the simplification",
        r"p_n(q) = h_{\varepsilon, p_{\text{ref}}}(p_{n-1}(q))",
        "Equation (8): equation-9.corrected with the definition of h put in.",
        "equation-9.corrected",
        "theorem-2.proof.h",
    ),
    _definition(
        "proposition-1.proof.z",
        "The argument z of the logistic function",
        "Proof of Proposition 1, monotonicity",
        r"z(p) = -\log(A) + B(p)",
        "A definition; that h = σ(z) with it is proposition-1.proof.1. It wants p_ref < 1, as log A does.",
        "proposition-1.proof.1",
    ),
)
