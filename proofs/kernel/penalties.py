"""The pins of L4's lines: two penalties, their mean, its fixed points and cycles."""

from proofs.kernel.pins import Generated, Pin
from proofs.kernel.thresholds import AT_M, BELOW, LEAST, LOG, N6, ONE, S_M, Y_M

_F_PRIME = (
    "assert (K : derivable_pt_lim (fun x : R => / (alpha + beta) * (alpha * x + beta * rho + 2 / sqrt (1 + 4 * epsilon * cosh "
    "(1 / 2 * x) ^ 2) "
    "* cosh (1 / 2 * x))) x (/ (alpha + beta) * alpha + / (alpha + beta) * GRPO.Logit.dg epsilon x)) by (apply (derive_ext (fun t => "
    "/ (alpha + beta) * (beta * rho) + / (alpha + beta) * alpha * t + / (alpha + beta) * GRPO.Logit.g epsilon t)); "
    "[intros t; rewrite <- g_half; ring | apply Coquelicot.Derive.is_derive_Reals, GRPO.Logit.affine_derive, GRPO.Logit.g_derive; lra]); "
)
_STAYS = (
    "intros; pose proof (GRPO.Logit.g_pos epsilon ltac:(lra) x) as G0; pose proof (GRPO.Logit.g_upper epsilon ltac:(lra) x) as G1; "
    "rewrite g_half; assert (I : 0 < / (alpha + beta)) by (apply Rinv_0_lt_compat; lra); "
    "assert (J : / (alpha + beta) * (alpha + beta) = 1) by (apply Rinv_l; lra); "
    "assert (B1 : beta * (/ beta / sqrt epsilon) = 1 / sqrt epsilon) by (field; split; [apply Rgt_not_eq, sqrt_lt_R0|]; lra); "
)

PINS: dict[str, Pin] = {
    "beyond.l4-two-penalties.steepness": Generated(f"{N6}steep_below", f"intros epsilon s He N0; {S_M}{ONE}{LEAST}"),
    "beyond.l4-two-penalties.rising": Generated(
        f"{N6}steep_below",
        f"intros; {S_M}{ONE}{_F_PRIME}eexists; split; [exact K|]; rewrite halves in *; "
        f"assert (S : {N6}steep epsilon (- sinh (x / 2)) < GRPO.Logit.B_max epsilon) by (" + BELOW.format("(- sinh (x / 2))") + "); "
        f"rewrite {N6}steep_odd, {N6}steep_sinh, <- B_max_printed in S by lra; "
        "assert (I : 0 < / (alpha + beta)) by (apply Rinv_0_lt_compat; lra); "
        "assert (J : / (alpha + beta) * (alpha + beta) = 1) by (apply Rinv_l; lra); unfold Rdiv in *; "
        "assert (0 < 2 * alpha + beta + GRPO.Logit.dg epsilon x) by lra; nra.",
    ),
    "beyond.l4-two-penalties.sharp": Generated(
        "GRPO.Logit.dg_bound",
        f"intros alpha beta epsilon x H1 H2 H3 H4 H5; "
        f"assert (Ex : exists y_m, x = - y_m /\\ y_m = 2 * {LOG}) by (exists (2 * {LOG}); split; [lra | "
        f"reflexivity]); destruct Ex as [y_m [Ey H6]]; clear H5; {Y_M}{AT_M}rewrite dg_half, Ey, GRPO.Logit.dg_odd; "
        f"rewrite <- B_max_printed in D by lra; "
        "unfold Rdiv in *; assert (0 < / (alpha + beta)) by (apply Rinv_0_lt_compat; lra); "
        "assert (J : / (alpha + beta) * (alpha + beta) = 1) by (apply Rinv_l; lra); "
        "assert (- GRPO.Logit.dg epsilon y_m < - (beta + 2 * alpha)) by lra; nra.",
    ),
    "beyond.l4-two-penalties.least": Generated(
        "GRPO.Logit.g_pos",
        f"{_STAYS}assert (l <= x) by lra; apply Rle_ge, (Rmult_le_reg_l (alpha + beta)); [lra|]; "
        "rewrite <- Rmult_assoc, (Rmult_comm _ (/ (alpha + beta))), J; nra.",
    ),
    "beyond.l4-two-penalties.most": Generated(
        "GRPO.Logit.g_upper",
        f"{_STAYS}apply (Rmult_le_reg_l (alpha + beta)); [lra|]; "
        "rewrite <- Rmult_assoc, (Rmult_comm _ (/ (alpha + beta))), J; "
        "assert (beta * u >= beta * (rho + / beta / sqrt epsilon)) by (apply Rmult_ge_compat_l; lra); nra.",
    ),
    "beyond.l4-two-penalties.policy": Generated(
        "",
        "intros a b x r w Hb Ha Hr Hw Hx; unfold Rdiv; rewrite !ln_mult, !ln_Rinv, ln_exp by (try apply Rinv_0_lt_compat; "
        "try apply exp_pos; "
        "lra); field; lra.",
    ),
    "beyond.l4-two-penalties.tilt": Generated(
        "",
        "intros a b p r o Hb Ha Ho Hr Hr1 Hp Hp1; rewrite <- (exp_ln o) at 3 by lra; rewrite <- exp_plus; f_equal; unfold Rdiv; "
        "rewrite !ln_mult, !ln_Rinv by (try apply Rinv_0_lt_compat; try apply Rmult_lt_0_compat; lra); field; lra.",
    ),
    "beyond.l4-two-penalties.recursion": Generated(
        "GRPO.Beyond_L4_policy.l4_step",
        "intros a b e p r H1 H2 H3 H4 H5 H6 H7; set (s := sqrt (e + p * (1 - p))); assert (S : 0 < s) by (apply sqrt_lt_R0; nra); "
        "set (x := a / (a + b) * ln (p / r)); set (y := a / (a + b) * ln (/ (1 - r) * (1 - p))); set (z := / (a + b) / s * (1 - p)); "
        "set (w := - (p / (a + b) / s)); assert (N : 0 < r * exp x * exp z) by (repeat apply Rmult_lt_0_compat; try apply exp_pos; lra); "
        "assert (M : 0 < (1 - r) * exp y * exp w) by (repeat apply Rmult_lt_0_compat; try apply exp_pos; lra); "
        "replace (r / (1 - r / (r * exp x * exp z + (1 - r) * exp y * exp w) * exp x * exp z) / (r * exp x * exp z + (1 - r) "
        "* exp y * exp w) * "
        "exp x * exp z) with (r * exp x * exp z * / ((1 - r) * exp y * exp w)) by (pose proof (exp_pos y); "
        "pose proof (exp_pos w); field; "
        "repeat split; try lra; replace (r * exp x * exp z + (1 - r) * exp y * exp w - r * exp x * exp z) with ((1 - r) * exp "
        "y * exp w) by ring; lra); "
        "rewrite ln_mult, ln_Rinv by (try apply Rinv_0_lt_compat; assumption); "
        "rewrite !ln_mult, !ln_exp by (repeat apply Rmult_lt_0_compat; try apply exp_pos; lra); unfold x, y, z, w, Rdiv; "
        "rewrite !ln_mult, !ln_Rinv by (try apply Rinv_0_lt_compat; lra); field; lra.",
    ),
    "beyond.l4-two-penalties.stability": Generated(
        "GRPO.Beyond_L4.l4_stable",
        "intros; rewrite dg_half; assert (I : 0 < / (alpha + beta)) by (apply Rinv_0_lt_compat; lra); "
        "assert (J : / (alpha + beta) * (alpha + beta) = 1) by (apply Rinv_l; lra); set (i := / (alpha + beta)) in *; "
        "split; intros [K1 K2]; split; nra.",
    ),
    "beyond.l4-two-penalties.balance": Generated(
        "GRPO.Beyond_L4.l4_cycle",
        "intros alpha beta epsilon rho x y H1 H2 H3 E; "
        "replace (-2 / beta / sqrt (1 + 4 * epsilon * cosh (1 / 2 * x) ^ 2) * cosh (1 / 2 * x)) with (- / beta * GRPO.Logit.g epsilon x) "
        "by (rewrite <- g_half; unfold Rdiv; ring); "
        "replace (-2 / beta / sqrt (1 + 4 * epsilon * cosh (1 / 2 * y) ^ 2) * cosh (1 / 2 * y)) with (- / beta * GRPO.Logit.g epsilon y) "
        "by (rewrite <- g_half; unfold Rdiv; ring); rewrite !g_half; "
        "replace (-2 / sqrt (1 + 4 * epsilon * cosh (1 / 2 * x) ^ 2) * cosh (1 / 2 * x)) with "
        "(- GRPO.Logit.g epsilon x) in E by (rewrite <- g_half; unfold Rdiv; ring); rewrite E; field; lra.",
    ),
    "beyond.l4-two-penalties.secant": Generated(
        "GRPO.Beyond_L4.l4_cycle",
        "intros; replace (-2 / sqrt (1 + 4 * epsilon * cosh (1 / 2 * x) ^ 2) * cosh (1 / 2 * x)) with (- GRPO.Logit.g epsilon x) in * "
        "by (rewrite <- g_half; unfold Rdiv; ring); rewrite !g_half; subst rho; field; lra.",
    ),
}
