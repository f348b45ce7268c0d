"""The pins of L6, smoothing outside the root: the slope and its largest value, contraction, and the theorems of orbits carried over."""

from proofs.kernel.pins import Generated, Pin

_L6 = "GRPO.Beyond_L6."
_ROOT = (
    "assert (H0 : 0 <= p * (1 - p) <= 1 / 4) by (pose proof (pow2_ge_0 (p - 1 / 2)); split; [apply Rmult_le_pos; lra | lra]); "
    "pose proof (sqrt_pos (p * (1 - p))) as S0; pose proof (sqrt_sqrt (p * (1 - p)) ltac:(lra)) as S2; "
    "set (s := sqrt (p * (1 - p))) in *; "
    "assert (S1 : s <= 1 / 2) by nra; "
)
_POINT = (
    f"destruct ({_L6}dk_attained epsilon ltac:(lra)) as [_ A]; rewrite <- dk_half in A; "
    "replace (1 / 2 * (2 * ln (GRPO.Beyond_L6.C6 epsilon + sqrt (GRPO.Beyond_L6.C6 epsilon ^ 2 - 1)))) with "
    "(ln (GRPO.Beyond_L6.C6 epsilon + sqrt (GRPO.Beyond_L6.C6 epsilon ^ 2 - 1))) in A by field; "
)
_DERIVED = "apply (derive_ext (GRPO.Beyond_L6.k epsilon)); [intros u; rewrite <- k_half; reflexivity | "

PINS: dict[str, Pin] = {
    "beyond.l6-outside-root": Generated(
        "GRPO.Lemmas2to4.cosh_logit",
        "intros; fold (GRPO.Defs.logit p); rewrite !halves; pose proof (GRPO.Lemmas2to4.cosh_logit p ltac:(lra)) as C; "
        "pose proof (GRPO.Lemmas2to4.cosh_ge1 (GRPO.Defs.logit p / 2)) as C1; set (c := cosh (GRPO.Defs.logit p / 2)) in *; "
        "assert (P : 0 < p * (1 - p)) by nra; assert (E : sqrt (p * (1 - p)) = / (2 * c)) by (rewrite <- (sqrt_pow2 (/ (2 * c))) by "
        "(apply Rlt_le, Rinv_0_lt_compat; lra); f_equal; replace ((/ (2 * c)) ^ 2) with (/ (4 * c ^ 2)) by (field; lra); "
        "rewrite C; field; lra); "
        "rewrite E; field; repeat split; nra.",
    ),
    "beyond.l6-outside-root.recursion": Generated(
        "",
        "intros b e p r H1 H2 H3 H4 H5 H6; pose proof (sqrt_pos (p * (1 - p))) as S; set (s := e + sqrt (p * (1 - p))) in *; "
        "assert (Hs : 0 < s) by (unfold s; lra); set (z := / b / s * (1 - p)); set (w := - (p / b / s)); "
        "assert (N : 0 < r * exp z) by (apply Rmult_lt_0_compat; [lra | apply exp_pos]); "
        "assert (M : 0 < (1 - r) * exp w) by (apply Rmult_lt_0_compat; [lra | apply exp_pos]); "
        "replace (r / (1 - r / (r * exp z + (1 - r) * exp w) * exp z) / (r * exp z + (1 - r) * exp w) * exp z) with "
        "(r * exp z * / ((1 - r) * exp w)) by (pose proof (exp_pos w); field; repeat split; try lra; "
        "replace (r * exp z + (1 - r) * exp w - r * exp z) with ((1 - r) * exp w) by ring; lra); "
        "rewrite ln_mult, ln_Rinv by (try apply Rinv_0_lt_compat; assumption); rewrite !ln_mult, !ln_exp by (try apply exp_pos; lra); "
        "unfold z, w, Rdiv; rewrite ln_mult, ln_Rinv by (try apply Rinv_0_lt_compat; lra); ring.",
    ),
    "beyond.l6-outside-root.amplification": Generated(
        "",
        f"intros epsilon p He Hp0 Hp1; {_ROOT}split; [replace (2 / (1 + 2 * epsilon)) with (/ (epsilon + 1 / 2)) by (field; lra) |]; "
        "apply Rinv_le_contravar; lra.",
    ),
    "beyond.l6-outside-root.slope": Generated(
        f"{_L6}k_derive",
        f"intros; exists ({_L6}dk epsilon x); split; [{_DERIVED}apply Coquelicot.Derive.is_derive_Reals, {_L6}k_derive; lra] | "
        "rewrite dk_half; reflexivity].",
    ),
    "beyond.l6-outside-root.bend": Generated(
        f"{_L6}dk_derive",
        f"intros; exists ({_L6}d2k epsilon x); split; [exists ({_L6}dk epsilon), 1; split; [lra | split; [intros t _; {_DERIVED}"
        f"apply Coquelicot.Derive.is_derive_Reals, {_L6}k_derive; "
        f"lra] | apply Coquelicot.Derive.is_derive_Reals, {_L6}dk_derive; lra]] | "
        f"unfold {_L6}d2k; rewrite !halves; unfold Rdiv; rewrite Rinv_mult; ring].",
    ),
    "beyond.l6-outside-root.stationary": Generated(
        f"{_L6}R6_facts",
        f"intros; destruct ({_L6}R6_facts epsilon ltac:(lra)) as [R1 R2]; unfold {_L6}R6 in *; "
        f"set (r := sqrt (1 + 32 * epsilon ^ 2)) in *; "
        "apply (Rmult_eq_reg_r (8 * epsilon)); [|lra]; transitivity (r * r - (1 + 32 * epsilon ^ 2)); [field; lra | rewrite R2; ring].",
    ),
    "beyond.l6-outside-root.steepest": Generated(
        f"{_L6}dk_bound",
        f"intros; rewrite dk_half, steepest_printed by lra; pose proof ({_L6}dk_bound epsilon ltac:(lra) x); "
        f"pose proof (Rle_abs ({_L6}dk epsilon x)); lra.",
    ),
    "beyond.l6-outside-root.steepest-fall": Generated(
        f"{_L6}dk_bound",
        f"intros; rewrite dk_half, steepest_printed by lra; pose proof ({_L6}dk_bound epsilon ltac:(lra) x); "
        f"pose proof (Rle_abs (- {_L6}dk epsilon x)) as K; rewrite Rabs_Ropp in K; lra.",
    ),
    "beyond.l6-outside-root.attained": Generated(
        f"{_L6}dk_attained",
        f"intros; {_POINT}rewrite steepest_printed, root_printed, C_printed by lra; rewrite (Rplus_comm (sqrt _)); exact A.",
    ),
    "beyond.l6-outside-root.sharp": Generated(
        f"{_L6}dk_attained",
        f"intros beta epsilon x H1 H2 H3 H4; {_POINT}rewrite steepest_printed in H3 by lra; "
        f"rewrite root_printed, C_printed in H4 by lra; "
        "rewrite (Rplus_comm (sqrt _)) in H4; "
        "replace (1 / 2 * x) with (- ln (GRPO.Beyond_L6.C6 epsilon + sqrt (GRPO.Beyond_L6.C6 epsilon ^ 2 - 1))) by (rewrite H4; field); "
        "rewrite GRPO.Logit.sinh_odd, GRPO.Logit.cosh_even; set (u := ln _) in *; "
        "replace (/ beta / (1 + 2 * epsilon * cosh u) ^ 2 * - sinh u) with (- (/ beta * (/ (1 + 2 * epsilon * cosh u) ^ 2 * sinh u))) by "
        "(unfold Rdiv; ring); rewrite A; assert (I : / beta * beta = 1) by (apply Rinv_l; lra); "
        "assert (0 < / beta) by (apply Rinv_0_lt_compat; lra); nra.",
    ),
    "beyond.l6-outside-root.ends": Generated(
        "",
        f"intros epsilon p He Hp0 Hp1; {_ROOT}assert (s0 : 0 < s) by (apply sqrt_lt_R0; nra); "
        "pose proof (sqrt_lt_R0 p ltac:(lra)) as Q0; pose proof (sqrt_sqrt p ltac:(lra)) as Q2; "
        "pose proof (sqrt_lt_R0 2 ltac:(lra)) as T0; "
        "pose proof (sqrt_sqrt 2 ltac:(lra)) as T2; set (q := sqrt p) in *; set (t := sqrt 2) in *; "
        "assert (V : t * q <= 2 * s) by (apply Rsqr_incr_0_var; [unfold Rsqr; replace (t * q * (t * q)) with (t * t * (q * q)) by ring; "
        "rewrite T2, Q2; replace (2 * s * (2 * s)) with (4 * (s * s)) by ring; rewrite S2; nra | lra]); "
        "replace (/ p * (/ epsilon - / (epsilon + s))) with (s * (/ p * / epsilon * / (epsilon + s))) by (field; repeat split; lra); "
        "rewrite <- Q2; replace (1 / 2 * t / epsilon / q / (1 / 2 + epsilon)) with (t * q / 2 * (/ (q * q) * / epsilon * / (1 "
        "/ 2 + epsilon))) by "
        "(field; repeat split; lra); apply Rle_ge; "
        "assert (I : / (1 / 2 + epsilon) <= / (epsilon + s)) by (apply Rinv_le_contravar; lra); "
        "pose proof (Rinv_0_lt_compat (1 / 2 + epsilon) ltac:(lra)); pose proof (Rinv_0_lt_compat epsilon He); "
        "assert (0 < / (q * q)) by (apply Rinv_0_lt_compat, Rmult_lt_0_compat; lra); "
        "assert (0 < / (q * q) * / epsilon) by (apply Rmult_lt_0_compat; lra); "
        "apply Rmult_le_compat; [apply Rmult_le_pos; [apply Rmult_le_pos; lra | lra] | apply Rmult_le_pos; lra | lra | "
        "apply Rmult_le_compat_l; lra].",
    ),
    "beyond.l6-outside-root.every-start.threshold": Generated(
        "",
        "intros beta epsilon rho Hb He Hr; assert (P : 0 < 1 + 2 * epsilon) by lra; "
        "assert (E : rho + 2 / beta / (1 + 2 * epsilon) = (-2 / rho / (1 + 2 * epsilon) - beta) * (- rho / beta)) by (field; lra); "
        "assert (I : 0 < - rho / beta) by (apply Rdiv_lt_0_compat; lra); rewrite E; "
        "set (x := -2 / rho / (1 + 2 * epsilon)) in *; split; intros; nra.",
    ),
    "beyond.l6-outside-root.floor": Generated(
        "GRPO.Logit_orbits.F_le",
        "intros epsilon m rho x H1 Hm H0 _ _ _ _; assert (He : 0 < epsilon) by lra; rewrite halves; "
        f"pose proof ({_L6}k_den epsilon He x) as D; pose proof (GRPO.Lemmas2to4.cosh_ge1 (x / 2)); "
        "replace (2 / (1 + 2 * epsilon * cosh (x / 2)) * (1 / 2 + epsilon) * (m - rho) * cosh (x / 2)) with ((m - rho) * ((1 "
        "+ 2 * epsilon) * "
        "cosh (x / 2) / (1 + 2 * epsilon * cosh (x / 2)))) by (field; lra); "
        "assert (1 <= (1 + 2 * epsilon) * cosh (x / 2) / (1 + 2 * epsilon * cosh (x / 2))) by (apply "
        "Coquelicot.Rcomplements.Rle_div_r; lra); nra.",
    ),
}
