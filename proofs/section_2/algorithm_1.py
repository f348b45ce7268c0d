"""Algorithm 1, line by line where there is something to say."""

from symbolic.claim import Claim, Erratum, Fault, Kind, Remark, Severity, Source


def _line(name: str, title: str, place: str, printed: str, remark: Remark, erratum: Erratum | None = None) -> Claim:
    return Claim(
        label=f"algorithm-1.{name}",
        kind=Kind.REMARK,
        title=title,
        source=Source(f"Algorithm 1, {place}", printed),
        content=remark,
        declared=None,
        erratum=erratum,
    )


CLAIMS = (
    _line(
        "inputs",
        "The inputs",
        "line 1",
        r"\epsilon, \beta, \mu",
        Remark(
            "ϵ is the clipping, which the algorithm does without; the smoothing ε, which Equation (3) needs, the reference policy, the "
            "group size G and the number M of iterations are not among the inputs. Line 4 samples from ρ_Q, not from the prompts named.",
            "initial and reference policy, reward, prompts; hyperparameters ε, β, μ, G, M",
        ),
        Erratum(Fault.NOTATION, Severity.SLIP, "The list describes the clipped variant; nothing is derived from it."),
    ),
    _line(
        "mu",
        "One letter for a number of steps and for a mean",
        "lines 1 and 9",
        r"\mu",
        Remark("In Section 2.2 μ is the mean of the reward, here a number of gradient steps.", "two letters"),
        Erratum(Fault.NOTATION, Severity.SLIP, "The two never meet in one formula."),
    ),
    _line(
        "reference",
        "The reference policy of the loop",
        "lines 2 to 5",
        r"\pi_{\theta_{\text{init}}}",
        Remark(
            "Neither set nor updated: π_ref stays what it was, as Equation (6) and the analysis have it. That it is the initial policy is "
            "assumed in the text after the algorithm."
        ),
    ),
    _line(
        "equation-3",
        "The advantage is computed by Equation (3)",
        "line 8",
        "A(q, o_i)",
        Remark(
            "Equation (3) has the smoothing outside the root, everything derived later has it inside, as in Equation (4).", "Equation (4)"
        ),
        Erratum(
            Fault.REFERENCE, Severity.SLIP, "The display above Equation (3), and Equation (4), have what is meant; the theorems use those."
        ),
    ),
    _line(
        "ascent",
        "μ gradient steps for a maximiser",
        "lines 9 and 10",
        r"\mu",
        Remark(
            "A number of ascent steps does not solve Equation (6); the text before says that each maximisation is solved so, and Section 5 "
            "that the policies are only approximate.",
            "each maximisation is approximated by μ gradient steps",
        ),
        Erratum(Fault.PROSE, Severity.SLIP, "Section 5 treats the difference as an error, which its assumption bounds."),
    ),
    _line(
        "numbers",
        "The numbers of the lines",
        "lines 4 to 10",
        "",
        Remark(
            "A fault of the optical reading: numbers stand behind their lines, 7 after an r and 10 inside the reference to (GRPO-No-Clip).",
            "Equation (GRPO-No-Clip) in line 10",
        ),
    ),
)
