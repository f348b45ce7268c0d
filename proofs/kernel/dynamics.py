"""The pins of N8, the sharp transition."""

from proofs.kernel.pins import Generated, Pin

_DOMAIN = "p_ref beta epsilon ltac:(lra) ltac:(lra) ltac:(lra)"
_ODDS = (
    "printed; rewrite (Rmult_comm (/ (1 - _))); rewrite logit_printed; "
    "assert (Q : ln (/ p_ref * (1 - p_ref)) = GRPO.Defs.logit (1 - p_ref)) "
    "by (unfold GRPO.Defs.logit, Rdiv; replace (1 - (1 - p_ref)) with p_ref by ring; f_equal; ring); "
    "pose proof (GRPO.Defs.h_range p_ref beta epsilon ltac:(lra) p_ref) as I; "
)
_THRESHOLD = (
    _ODDS
    + f"destruct (GRPO.Beyond_N5_N8.n8_threshold {_DOMAIN} ltac:(lra)) as [T1 T2]; unfold GRPO.Beyond_N5_N8.b_esc in T1, T2; products; "
    "rewrite (Rmult_comm (1 - p_ref)), <- (Rmult_assoc (GRPO.Defs.gain epsilon p_ref)), (Rmult_comm (GRPO.Defs.gain epsilon p_ref)) in "
    "T1, T2; "
    "rewrite Q in *; "
)

PINS: dict[str, Pin] = {
    "beyond.n8-transition.order": Generated(
        "GRPO.Defs.logit_increasing",
        _ODDS + "rewrite Q; split; intros L; [apply GRPO.Defs.logit_increasing; lra | "
        "apply Rnot_le_lt; intros N; apply GRPO.Defs.logit_le in N; lra].",
    ),
    "beyond.n8-transition": Generated(
        "GRPO.Beyond_N5_N8.n8_threshold",
        _THRESHOLD + "rewrite T1; split; intros L; [apply GRPO.Defs.logit_increasing; lra | "
        "apply Rnot_le_lt; intros N; apply GRPO.Defs.logit_le in N; lra].",
    ),
    "beyond.n8-transition.at": Generated(
        "GRPO.Beyond_N5_N8.n8_threshold",
        _THRESHOLD + "rewrite T2; split; intros L; [rewrite L; reflexivity | apply GRPO.Defs.logit_inj; lra].",
    ),
    "beyond.n8-transition.logit": Generated(
        "",
        "printed; rewrite g_printed, g_over_printed; assert (E : 1 / beta * GRPO.Logit.g epsilon rho * beta = GRPO.Logit.g epsilon rho) "
        "by (field; lra); set (u := 1 / beta * GRPO.Logit.g epsilon rho) in *; split; intros; nra.",
    ),
}
