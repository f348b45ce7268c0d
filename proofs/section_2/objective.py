"""The objectives of Section 2 as definitions, and what their notation leaves open."""

from symbolic.claim import Claim, Erratum, Fault, Kind, Remark, Severity, Source


def _remark(label: str, title: str, source: Source, remark: Remark, erratum: Erratum | None = None, uses: tuple[str, ...] = ()) -> Claim:
    return Claim(label=label, kind=Kind.REMARK, title=title, source=source, content=remark, declared=None, erratum=erratum, uses=uses)


CLAIMS = (
    _remark(
        "section-2.grpo-clip",
        "The clipped objective",
        Source(
            "Section 2, (GRPO-Clip)",
            r"\max_{\theta} \mathbb{E}_{q \sim \rho_{\mathcal{Q}}} \mathbb{E}_{o \sim \pi_{\theta_{\text{old}}}(.|q)} f_{\epsilon} "
            r"\left(\frac{\pi_{\theta}(o|q)}{\pi_{\theta_{\text{old}}}(o|q)}, A(q, o)\right)",
        ),
        Remark(
            "A definition. A maximum over θ need not be attained by any θ, or may be attained by several; from (GRPO Iterations) on "
            "policies are meant."
        ),
        uses=("section-2.1.contrastive",),
    ),
    _remark(
        "equation-1.bracket",
        "A bracket in Equation (1)",
        Source("Equation (1)", r"r(q,o'))}"),
        Remark(
            "Under the root a bracket closes that was never opened; whether print or optical reading put it there the text does not tell.",
            "Var r(q, o')",
        ),
        Erratum(Fault.NOTATION, Severity.SLIP, "What is meant is clear, and the definition is read so."),
        ("equation-1.variance",),
    ),
    _remark(
        "section-2.whitened",
        "GRPO optimises the whitened reward by importance sampling",
        Source("Section 2, after (GRPO)"),
        Remark(
            "True: the advantage has mean 0 and variance 1, and the ratio turns expectations under the old policy into such under the new."
        ),
        uses=("equation-1.mean", "equation-1.variance", "equation-5"),
    ),
    _remark(
        "section-2.1.ratio",
        "The ratio x is positive",
        Source("Section 2.1, first line", r"x = \frac{\pi_{\theta}(o|q)}{\pi_{\theta_{\text{old}}}(o|q)} > 0"),
        Remark(
            "Defined for outcomes that the old policy reaches, and true of those that the new one reaches too: so for policies that "
            "exclude no outcome."
        ),
        uses=("equation-5.support",),
    ),
    _remark(
        "section-2.1.old",
        "The old policy's index",
        Source("Section 2.1, before Equation (2)", r"\pi_{\text{old}}"),
        Remark("The policy that is sampled is called π_{θ_old} everywhere else.", "π_{θ_old}"),
        Erratum(Fault.NOTATION, Severity.SLIP, "There is only one old policy."),
    ),
    _remark(
        "section-2.2.range",
        "The range of ε",
        Source("Section 2.2, first line", r"\varepsilon \in (0, 1]"),
        Remark(
            "No proof uses ε ≤ 1, and Lemma 2 speaks of all ε > 0: what holds is checked for every ε > 0 here. The clipping's ϵ, another "
            "quantity, ranges over [0, 1] in Section 2 and tends to ∞ in Section 2.3."
        ),
    ),
    _remark(
        "section-2.4.start",
        "The iteration begins with the reference policy",
        Source("Section 2.4, before Section 3", r"\pi_0 = \pi_{\mathrm{ref}}"),
        Remark("An assumption. Only p_0 = p_ref depends on it: π_n, n ≥ 1, depends on π_0 by p_0 alone. Algorithm 1 begins with θ_init."),
        uses=("theorem-1",),
    ),
    _remark(
        "section-2.4.all-policies",
        "From parameters to all policies",
        Source("Section 2.4, after (GRPO Iterations)"),
        Remark("An idealisation, and said to be one; what is left of it for parametric policies is Section 5's subject."),
        uses=("theorem-5.corrected",),
    ),
    _remark(
        "section-2.4.dependence",
        "On what the policy at iteration n depends",
        Source("Section 2.4, last paragraph", r"p_{n-1}"),
        Remark("True: on the old policy by its success probability, on the reference as it stands."),
        uses=("theorem-1", "theorem-1.normaliser"),
    ),
)
