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

_N7 = "GRPO.Beyond_N7."
_ONCE = (
    "apply (derive_ext (fun y => rho + 1 / beta * GRPO.Logit.g epsilon y)); [intros t; unfold GRPO.Logit.g; products; "
    "rewrite ?(Rmult_comm (/ 2)); ring | apply GRPO.Beyond_N7.scaled_derive, GRPO.Beyond_N7.n7_first; lra]"
)
_AGAIN = (
    "apply (derive_ext (fun y => 0 + 1 / beta * GRPO.{} epsilon y)); [intros t; ring | apply GRPO.Beyond_N7.scaled_derive, "
    "GRPO.Beyond_N7.{}; lra]"
)
_TWICE = (
    "exists (fun y => 1 / beta * GRPO.Logit.dg epsilon y), 1; split; [lra | split; [intros y _; "
    + _ONCE
    + " | "
    + _AGAIN.format("Logit.dg", "n7_second")
    + "]]"
)
_THRICE = (
    "exists (fun y => 1 / beta * GRPO.Logit.dg epsilon y), (fun y => 1 / beta * GRPO.Beyond_N7.d2g epsilon y), 1; split; [lra | split; "
    "[intros y _; split; ["
    + _ONCE
    + " | "
    + _AGAIN.format("Logit.dg", "n7_second")
    + "] | "
    + _AGAIN.format("Beyond_N7.d2g", "n7_third")
    + "]]"
)
_FIRST, _SECOND, _THIRD = (f"(1 / beta * GRPO.{name} epsilon x)" for name in ("Logit.dg", "Beyond_N7.d2g", "Beyond_N7.d3g"))

PINS: dict[str, Pin] = {
    "beyond.n7-schwarzian.negative": Generated(
        _N7 + "n7_everywhere",
        f"intros beta epsilon rho x Hb He; exists {_FIRST}, {_THIRD}, {_SECOND}; "
        f"split; [{_ONCE} | split; [{_THRICE} | split; [{_TWICE} | "
        "pose proof (GRPO.Beyond_N7.n7_everywhere epsilon ltac:(lra) x) as K; assert (I : 0 < 1 / beta) by (apply Rdiv_lt_0_compat; "
        "lra); "
        "pose proof (Rmult_lt_compat_l (1 / beta * (1 / beta)) _ _ ltac:(nra) K); nra]]].",
    ),
    "beyond.n7-schwarzian": Generated(
        _N7 + "n7_schwarzian",
        f"intros beta epsilon rho x Hb He Hx; exists {_FIRST}, {_THIRD}, {_SECOND}; "
        f"split; [{_ONCE} | split; [{_THRICE} | split; [{_TWICE} | ]]]; "
        "pose proof (GRPO.Beyond_N7.n7_schwarzian epsilon ltac:(lra) x Hx) as K; cbv zeta in K; "
        "assert (S : GRPO.Beyond_N7.sh x <> 0) by (unfold GRPO.Beyond_N7.sh; intros Z; apply Hx; rewrite <- sinh_0 in Z; "
        "apply GRPO.Logit.sinh_inj in Z; lra); "
        "assert (D : GRPO.Logit.dg epsilon x <> 0) by (pose proof (GRPO.Beyond_N7.root_pos epsilon ltac:(lra) x); "
        "rewrite GRPO.Beyond_N7.dg_root; apply Rmult_integral_contrapositive; split; [exact S | apply Rinv_neq_0_compat, "
        "pow_nonzero; lra]); "
        "replace (1 / 2 * x) with (x / 2) by field; change (sinh (x / 2)) with (GRPO.Beyond_N7.sh x); "
        "etransitivity; [| etransitivity; [exact K |]]; [field; split; [exact D | lra] |]; "
        "assert (0 <= epsilon * GRPO.Beyond_N7.sh x ^ 2) by (apply Rmult_le_pos; [lra | apply pow2_ge_0]); field; split; [nra | "
        "exact S].",
    ),
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
