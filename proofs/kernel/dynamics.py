"""The pins of N8, the sharp transition; of N11, without smoothing; of L4, with both penalties."""

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
_ARCSINH = (
    "unfold arcsinh in K; replace (beta ^ 2 + 1) with (1 + beta ^ 2) in K by ring; replace (1 / beta ^ 2) with (/ beta ^ 2) in K by "
    "(field; lra); "
    "unfold Rdiv in *; rewrite ?Rmult_1_l in *; rewrite ?(Rmult_comm _ (/ 2)) in K; "
)
_ATTAINED = (
    "intros; try subst rho; assert (K := GRPO.Beyond_N11.gap_attained beta ltac:(lra)); "
    "replace (2 * arcsinh beta / 2) with (arcsinh beta) in K by field; " + _ARCSINH
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
    "beyond.n11-unsmoothed.bound": Generated(
        "GRPO.Beyond_N11.gap_max", "intros; assert (K := GRPO.Beyond_N11.gap_max beta ltac:(lra) x); " + _ARCSINH + "lra."
    ),
    "beyond.n11-unsmoothed.attained": Generated("GRPO.Beyond_N11.gap_attained", _ATTAINED + "lra."),
    "beyond.n11-unsmoothed.edge": Generated("GRPO.Beyond_N11.gap_attained", _ATTAINED + "lra."),
    "beyond.l4-two-penalties.fixed-points": Generated("", "printed; logits; field; lra."),
    "beyond.l4-two-penalties.multiplier": Generated(
        "GRPO.Beyond_L4.l4_derive",
        "intros; assert (K := GRPO.Beyond_L4.l4_derive (GRPO.Defs.sigma rho) beta alpha epsilon ltac:(lra) ltac:(lra) ltac:(lra) x); "
        "apply Coquelicot.Derive.is_derive_Reals in K; exists ((alpha + GRPO.Logit.dg epsilon x) / (alpha + beta)); split; "
        "[apply (derive_ext (GRPO.Beyond_L4.two_kl (GRPO.Defs.sigma rho) beta alpha epsilon)); [intros t; unfold GRPO.Beyond_L4.two_kl; "
        "rewrite GRPO.Defs.logit_sigma; products; rewrite g_printed; ring | exact K] | products; rewrite dg_printed; ring].",
    ),
    "beyond.n9-trapped.floor": Generated(
        "",
        "intros; upward; pose proof (GRPO.Lemmas2to4.cosh_ge1 (1 / 2 * x)) as C; set (u := cosh (1 / 2 * x)) in *; "
        "assert (0 <= epsilon * u ^ 2) by (apply Rmult_le_pos; nra); pose proof (sqrt_lt_R0 (1 + 4 * epsilon * u ^ 2) ltac:(lra)); "
        "pose proof (sqrt_lt_R0 (1 + 4 * epsilon) ltac:(lra)); pose proof (sqrt_sqrt (1 + 4 * epsilon * u ^ 2) ltac:(lra)); "
        "pose proof (sqrt_sqrt (1 + 4 * epsilon) ltac:(lra)); set (q := sqrt (1 + 4 * epsilon * u ^ 2)) in *; "
        "set (s := sqrt (1 + 4 * epsilon)) in *; assert (q <= s * u) by (apply Rsqr_incr_0_var; [unfold Rsqr; nra | nra]); "
        "assert (1 <= s * / q * u) by (apply Rmult_le_reg_r with q; [lra|]; field_simplify; lra); products; nra.",
    ),
}
