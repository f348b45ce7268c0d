"""Algorithm 1, line by line where there is something to say."""

from symbolic.claim import Erratum, Fault, Kind, Remark, Severity
from symbolic.group import Group

_REMARK = Group("algorithm-1", Kind.REMARK, "Algorithm 1")

CLAIMS = (
    _REMARK.remark(
        "inputs",
        "The inputs",
        Remark(
            "ϵ is the clipping, which the algorithm does without; the smoothing ε, which Equation (3) needs, the reference policy, the "
            "group size G and the number M of iterations are not among the inputs. Line 4 samples from ρ_Q, not from the prompts named.",
            "initial and reference policy, reward, prompts; hyperparameters ε, β, μ, G, M",
        ),
        Erratum(Fault.NOTATION, Severity.SLIP, "The list describes the clipped variant; nothing is derived from it."),
        line="line 1",
        printed=r"\epsilon, \beta, \mu",
    ),
    _REMARK.remark(
        "mu",
        "One letter for a number of steps and for a mean",
        Remark("In Section 2.2 μ is the mean of the reward, here a number of gradient steps.", "two letters"),
        Erratum(Fault.NOTATION, Severity.SLIP, "The two never meet in one formula."),
        line="lines 1 and 9",
        printed=r"\mu",
    ),
    _REMARK.remark(
        "reference",
        "The reference policy of the loop",
        Remark(
            "Neither set nor updated: π_ref stays what it was, as Equation (6) and the analysis have it. That it is the initial policy is "
            "assumed in the text after the algorithm."
        ),
        line="lines 2 to 5",
        printed=r"\pi_{\theta_{\text{init}}}",
    ),
    _REMARK.remark(
        "equation-3",
        "The advantage is computed by Equation (3)",
        Remark(
            "Equation (3) has the smoothing outside the root, everything derived later has it inside, as in Equation (4).", "Equation (4)"
        ),
        Erratum(
            Fault.REFERENCE, Severity.SLIP, "The display above Equation (3), and Equation (4), have what is meant; the theorems use those."
        ),
        line="line 8",
        printed="A(q, o_i)",
    ),
    _REMARK.remark(
        "ascent",
        "μ gradient steps for a maximiser",
        Remark(
            "A number of ascent steps does not solve Equation (6); the text before says that each maximisation is solved so, and Section 5 "
            "that the policies are only approximate.",
            "each maximisation is approximated by μ gradient steps",
        ),
        Erratum(Fault.PROSE, Severity.SLIP, "Section 5 treats the difference as an error, which its assumption bounds."),
        line="lines 9 and 10",
        printed=r"\mu",
    ),
    _REMARK.remark(
        "numbers",
        "The numbers of the lines",
        Remark(
            "A fault of the optical reading: numbers stand behind their lines, 7 after an r and 10 inside the reference to (GRPO-No-Clip).",
            "Equation (GRPO-No-Clip) in line 10",
        ),
        line="lines 4 to 10",
    ),
)
