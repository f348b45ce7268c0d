"""The pins of lines of N3 and N4: where the slope is largest, the borderline, the sharpness."""

from proofs.kernel.pins import Generated, Pin

N6 = "GRPO.Beyond_N6_turning."
S_M = (
    "assert (M0 : 0 < 1 / 4 * sqrt 2 * sqrt (/ epsilon * (1 + 4 * epsilon))) by (apply Rmult_lt_0_compat; "
    "[apply Rmult_lt_0_compat; [lra | "
    "apply sqrt_lt_R0; lra] | apply sqrt_lt_R0; positive]); "
    "assert (M2 : 8 * epsilon * (1 / 4 * sqrt 2 * sqrt (/ epsilon * (1 + 4 * epsilon))) ^ 2 = 1 + 4 * epsilon) by "
    "(replace ((1 / 4 * sqrt 2 * sqrt (/ epsilon * (1 + 4 * epsilon))) ^ 2) with (1 / 16 * (sqrt 2 * sqrt 2) * (sqrt (/ "
    "epsilon * (1 + 4 * "
    "epsilon)) * sqrt (/ epsilon * (1 + 4 * epsilon)))) by field; rewrite !sqrt_sqrt by (try apply Rlt_le; positive || lra); "
    "field; lra); set (m := 1 / 4 * sqrt 2 * sqrt (/ epsilon * (1 + 4 * epsilon))) in *; "
)
ONE = (
    "assert (One : forall s, 8 * epsilon * s ^ 2 = 1 + 4 * epsilon -> s = m \\/ s = - m) by (intros s' E; "
    "assert (Z : (s' - m) * (s' + m) = 0) by (apply (Rmult_eq_reg_l (8 * epsilon)); [lra | lra]); "
    "apply Rmult_integral in Z; destruct Z; [left | right]; lra); "
)
BELOW = (
    f"destruct (Rle_or_lt {{0}} 0) as [N | N]; [apply {N6}steep_below; [lra | left; exact N] | apply {N6}steep_below; "
    "[lra | right; intros E; destruct (One _ E); lra]]"
)
_MAX = "rewrite <- ?B_max_printed in * by lra; "
LEAST = (
    f"assert (K : {N6}steep epsilon (- s) < GRPO.Logit.B_max epsilon) by ("
    + BELOW.format("(- s)")
    + f"); rewrite {N6}steep_odd in K; {_MAX}unfold {N6}steep, Rdiv in *; lra."
)
Y_M = (
    f"{S_M}{ONE}assert (Em : sinh (y_m / 2) = m) by (subst y_m; pose proof (sqrt_lt_R0 (1 + 4 * epsilon) ltac:(lra)) as P0; "
    "pose proof (sqrt_lt_R0 (1 + 12 * epsilon) ltac:(lra)) as Q0; pose proof (sqrt_lt_R0 epsilon ltac:(lra)) as E0; "
    "pose proof (sqrt_lt_R0 2 ltac:(lra)) as T0; pose proof (sqrt_sqrt (1 + 4 * epsilon) ltac:(lra)) as P2; "
    "pose proof (sqrt_sqrt (1 + 12 * epsilon) ltac:(lra)) as Q2; pose proof (sqrt_sqrt epsilon ltac:(lra)) as E2; "
    "pose proof (sqrt_sqrt 2 ltac:(lra)) as T2; "
    "assert (W : sqrt (/ epsilon * (1 + 4 * epsilon)) = / sqrt epsilon * sqrt (1 + 4 * epsilon)) by (rewrite sqrt_mult, sqrt_inv by "
    "(try apply Rlt_le, Rinv_0_lt_compat; lra); reflexivity); unfold m; rewrite W; "
    "set (P := sqrt (1 + 4 * epsilon)) in *; set (Q := sqrt (1 + 12 * epsilon)) in *; set (q := sqrt epsilon) in *; "
    "set (t := sqrt 2) in *; "
    "assert (X : 0 < 1 / 4 * t / q * (P + Q)) by (apply Rmult_lt_0_compat; [apply Rdiv_lt_0_compat; lra | lra]); "
    "replace (2 * ln (1 / 4 * t / q * (P + Q)) / 2) with (ln (1 / 4 * t / q * (P + Q))) by field; unfold sinh; "
    "rewrite exp_Ropp, exp_ln by lra; "
    "assert (V : / (1 / 4 * t / q * (P + Q)) = 1 / 4 * t / q * (Q - P)) by (apply (Rmult_eq_reg_l (1 / 4 * t / q * (P + Q))); "
    "[rewrite Rinv_r "
    "by lra; replace (1 / 4 * t / q * (P + Q) * (1 / 4 * t / q * (Q - P))) with (1 / 16 * (t * t) / (q * q) * (Q * Q - P * "
    "P)) by (field; lra); "
    "rewrite T2, E2, P2, Q2; field; lra | lra]); rewrite V; field; lra); "
)
_APART = (
    "assert (Apart : 8 * epsilon * sinh (y / 2) ^ 2 <> 1 + 4 * epsilon) by (intros E; destruct (One _ E) as [Z | Z]; rewrite <- Em in Z; "
    "[apply GRPO.Logit.sinh_inj in Z; lra | rewrite <- GRPO.Logit.sinh_odd in Z; apply GRPO.Logit.sinh_inj in Z; lra]); "
)
AT_M = (
    "destruct (GRPO.Logit.dg_bound epsilon ltac:(lra) y_m) as [_ [_ Q]]; rewrite Em in Q; specialize (Q M2); "
    "assert (D : GRPO.Logit.dg epsilon y_m = GRPO.Logit.B_max epsilon) by (rewrite <- Q, Rabs_pos_eq; [reflexivity |]; "
    f"rewrite <- {N6}steep_sinh, Em; unfold {N6}steep; apply Rlt_le, Rdiv_lt_0_compat; [exact M0 | apply pow_lt, sqrt_lt_R0; "
    "pose proof (pow2_ge_0 m); nra]); "
)
LOG = "ln (1 / 4 * sqrt 2 / sqrt epsilon * (sqrt (1 + 4 * epsilon) + sqrt (1 + 12 * epsilon)))"
_T = (
    "assert (K : derivable_pt_lim (fun y : R => 2 / beta / sqrt (1 + 4 * epsilon * cosh (1 / 2 * y) ^ 2) * cosh (1 / 2 * y) + "
    "ln (p_ref / (1 - p_ref))) y (/ beta * GRPO.Logit.dg epsilon y)) by (apply (derive_ext (fun t => ln (p_ref / (1 - p_ref)) + / beta * "
    "GRPO.Logit.g epsilon t)); [intros t; rewrite <- g_half; unfold Rdiv; ring | "
    "apply GRPO.Beyond_N7.scaled_derive, GRPO.Logit.g_derive; lra]); exists (/ beta * GRPO.Logit.dg epsilon y); split; [exact K|]; "
    "assert (Bp := GRPO.Logit.B_max_pos epsilon ltac:(lra)); "
    "assert (EB : beta = GRPO.Logit.B_max epsilon) by (rewrite <- B_max_printed by lra; subst beta; unfold Rdiv; ring); "
    "assert (I : / beta * beta = 1) by (apply Rinv_l; lra); assert (0 < / beta) by (apply Rinv_0_lt_compat; lra); "
)
_W = (
    "pose proof (Rinv_0_lt_compat (1 + 12 * epsilon) ltac:(lra)) as I12; "
    "assert (W1 : / (1 + 12 * epsilon) * (1 + 12 * epsilon) = 1) by (apply Rinv_l; lra); "
    "assert (W0 : 0 < / (1 + 12 * epsilon) * (1 + 4 * epsilon)) by (apply Rmult_lt_0_compat; lra); "
    "pose proof (sqrt_sqrt _ (Rlt_le _ _ W0)) as W2; pose proof (sqrt_lt_R0 _ W0) as W3; "
    "set (W := sqrt (/ (1 + 12 * epsilon) * (1 + 4 * epsilon))) in *; "
)
_PLACE = (
    "assert (U : (1 / 2 + 1 / 2 * W) * (1 / 2 + - (1 / 2) * W) = 2 * epsilon / (1 + 12 * epsilon)) "
    "by (transitivity ((1 - W * W) / 4); [field | rewrite W2; field; lra]); "
)
_SHARP = (
    "assert (u0 : 0 < p * (1 - p)) by nra; assert (v0 : 0 < 2 + -12 * p * (1 - p)) by lra; "
    "assert (He : 0 < epsilon) by (subst epsilon; repeat apply Rmult_lt_0_compat; try apply Rinv_0_lt_compat; lra); "
)
_LARGEST = (
    "assert (A : GRPO.Lemma1.B epsilon p = GRPO.Logit.B_max epsilon) by (apply GRPO.Beyond_N3.n3_attained; [lra | lra | "
    "match goal with H : epsilon = _ |- _ => rewrite H end; field; split; nra]); "
)
_FIXED = (
    "match goal with H : p_ref = _ |- _ => rename H into Er end; set (X := exp (/ beta / sqrt (epsilon + p * (1 - p)))) in *; "
    "assert (0 < X) by apply exp_pos; "
    "assert (F : / (1 + / p_ref * (1 - p_ref) * exp (- (/ beta / sqrt (epsilon + p * (1 - p))))) = p) by "
    "(rewrite exp_Ropp; fold X; rewrite Er; field; repeat split; try lra; nra); "
)

PINS: dict[str, Pin] = {
    "beyond.n3-threshold.square": Generated("", "intros; unfold Rdiv; ring."),
    "beyond.n3-threshold.place": Generated("GRPO.Beyond_N3.n3_maximum", f"intros; {_W}{_PLACE}exact U."),
    "beyond.n3-threshold.range": Generated(
        "",
        f"intros; {_W}pose proof (sqrt_lt_R0 3 ltac:(lra)) as T; pose proof (sqrt_sqrt 3 ltac:(lra)) as T2; "
        "assert (1 / 3 < W * W < 1) by nra; split; [|nra]; assert (sqrt 3 * sqrt 3 < (3 * W) * (3 * W)) by lra; nra.",
    ),
    "beyond.n3-threshold.maximum": Generated(
        "GRPO.Beyond_N3.n3_attained",
        f"intros; {_W}{_PLACE}assert (W4 : W < 1) by nra; "
        "pose proof (proj2 (GRPO.Beyond_N3.n3_attained epsilon ltac:(lra) (1 / 2 + 1 / 2 * W) ltac:(lra))) as K; "
        "replace (1 - (1 / 2 + 1 / 2 * W)) with (1 / 2 + - (1 / 2) * W) in K by field; specialize (K U); revert K; unfold GRPO.Lemma1.B; "
        "rewrite <- pow32_printed; replace (1 - (1 / 2 + 1 / 2 * W)) with (1 / 2 + - (1 / 2) * W) by field; "
        f"replace (2 * (1 / 2 + 1 / 2 * W) - 1) with W by field; {_MAX}intros K; "
        "etransitivity; [|etransitivity; [exact K|]]; [unfold Rdiv; rewrite Rinv_mult; ring | unfold Rdiv; ring].",
    ),
    "beyond.n3-threshold.logit": Generated(
        "GRPO.Beyond_N3.B_logit",
        "intros; replace (- (p / (-1 + p))) with (p / (1 - p)) by (field; lra); fold (GRPO.Defs.logit p); "
        "assert (K := GRPO.Beyond_N3.B_logit epsilon ltac:(lra) (GRPO.Defs.logit p)); rewrite GRPO.Defs.sigma_logit in K by lra; "
        "rewrite <- dg_half in K; rewrite Rabs_mult, Rabs_inv in K; "
        "rewrite <- K; unfold GRPO.Lemma1.B; rewrite <- pow32_printed; replace (2 * p - 1) with (-1 + 2 * p) by ring; "
        "unfold Rdiv; rewrite Rinv_mult; ring.",
    ),
    "beyond.n4-contraction.borderline.largest": Generated(
        f"{N6}steep_below",
        f"intros epsilon s s_m He Es N0; {S_M}{ONE}assert (K : {N6}steep epsilon s < GRPO.Logit.B_max epsilon) by ("
        + BELOW.format("s")
        + f"); {_MAX}unfold {N6}steep, Rdiv in *; lra.",
    ),
    "beyond.n4-contraction.borderline.least": Generated(f"{N6}steep_below", f"intros epsilon s s_m He Es N0; {S_M}{ONE}{LEAST}"),
    "beyond.n4-contraction.borderline.apart": Generated("GRPO.Logit.sinh_inj", "intros y y_m N E; apply GRPO.Logit.sinh_inj in E; lra."),
    "beyond.n4-contraction.borderline.rising": Generated(
        f"{N6}steep_below",
        f"intros; {Y_M}{_APART}{_T}pose proof ({N6}steep_below epsilon (sinh (y / 2)) ltac:(lra) (or_intror Apart)) as S; "
        f"rewrite {N6}steep_sinh, <- EB in S; nra.",
    ),
    "beyond.n4-contraction.borderline.falling": Generated(
        f"{N6}steep_below",
        f"intros; {Y_M}{_APART}{_T}assert (Ap : 8 * epsilon * (- sinh (y / 2)) ^ 2 <> 1 + 4 * epsilon) by (replace ((- sinh (y "
        f"/ 2)) ^ 2) with "
        f"(sinh (y / 2) ^ 2) by ring; exact Apart); pose proof ({N6}steep_below epsilon (- sinh (y / 2)) ltac:(lra) "
        f"(or_intror Ap)) as S; "
        f"rewrite {N6}steep_odd, {N6}steep_sinh, <- EB in S; nra.",
    ),
    "beyond.n4-contraction.borderline.rate": Generated(
        "GRPO.Logit.dg_bound",
        f"intros beta epsilon p_ref y H1 H2 H3 H4 H5; rename y into y_m; {Y_M}{AT_M}rename y_m into y; {_T}rewrite D, <- EB; exact I.",
    ),
    "beyond.n4-contraction.borderline.rate.falling": Generated(
        "GRPO.Logit.dg_bound",
        f"intros beta epsilon p_ref y H1 H2 H3 H4 H5; "
        f"assert (Ex : exists y_m, y = - y_m /\\ y_m = 2 * {LOG}) by (exists (2 * {LOG}); split; [lra | "
        f"reflexivity]); destruct Ex as [y_m [Ey H6]]; clear H5; {Y_M}{AT_M}{_T}rewrite Ey, GRPO.Logit.dg_odd, D, <- EB; lra.",
    ),
    "beyond.n4-contraction.sharp": Generated(
        "GRPO.Beyond_N3.n3_attained",
        f"intros beta epsilon p p_ref H1 H2 H3 H4 H5 H6 H7; {_SHARP}{_FIXED}{_LARGEST}"
        "assert (Y : 0 < / p * (1 - p) * X) by (repeat apply Rmult_lt_0_compat; try apply Rinv_0_lt_compat; lra); "
        "assert (R : 0 < p_ref < 1) by (rewrite Er; split; [apply Rinv_0_lt_compat; lra | apply (Rlt_le_trans _ (/ 1)); "
        "[apply Rinv_lt_contravar; lra | rewrite Rinv_1; lra]]); "
        "assert (K := GRPO.Proposition1.h_derive p_ref beta epsilon ltac:(lra) ltac:(lra) ltac:(lra) p ltac:(lra)); "
        "unfold Rdiv in F; rewrite h_printed in F; rewrite F in K; derivative K; "
        "assert (B1 : GRPO.Logit.B_max epsilon > beta) by (rewrite <- B_max_printed by lra; unfold Rdiv in *; lra); rewrite <- A in B1; "
        "unfold GRPO.Lemma1.B in B1; rewrite Rabs_left in B1 by lra; "
        "assert (P := GRPO.Proposition1.pow32_pos _ (GRPO.Defs.v_pos epsilon ltac:(lra) p ltac:(lra))); "
        "replace (- p * (1 - p) * ((1 - 2 * p) / (2 * beta * GRPO.Defs.pow32 (p * (1 - p) + epsilon)))) with "
        "(- (/ beta * (p * (1 - p) * (- (2 * p - 1) / (2 * GRPO.Defs.pow32 (p * (1 - p) + epsilon)))))) by (field; lra); "
        "assert (I : / beta * beta = 1) by (apply Rinv_l; lra); assert (0 < / beta) by (apply Rinv_0_lt_compat; lra); nra.",
    ),
    "beyond.n4-contraction.sharp.fixed": Generated("", f"intros beta epsilon p p_ref H1 H2 H3 H4 H5 H6 H7; {_FIXED}exact F."),
    "beyond.n4-contraction.sharp.largest": Generated(
        "GRPO.Beyond_N3.n3_attained",
        f"intros epsilon p H1 H2 H3 H4; {_SHARP}{_LARGEST}rewrite <- B_max_printed in A by lra; unfold GRPO.Lemma1.B in A; "
        f"rewrite <- pow32_printed in A; "
        "replace (2 * p - 1) with (-1 + 2 * p) in A by ring; etransitivity; [|etransitivity; [exact A|]]; [unfold Rdiv; "
        "rewrite Rinv_mult; "
        "ring | unfold Rdiv; ring].",
    ),
    "beyond.n4-contraction.sharp.each": Generated(
        "",
        f"intros; {_W}{_PLACE}"
        "assert (W4 : W < 1) by nra; assert (L : 2 * epsilon / (1 + 12 * epsilon) < 1 / 6) by (apply (Rmult_lt_reg_r (1 + 12 "
        "* epsilon)); [lra|]; "
        "replace (2 * epsilon / (1 + 12 * epsilon) * (1 + 12 * epsilon)) with (2 * epsilon) by (field; lra); lra); "
        "split; [lra | split; [lra | split; [rewrite U; exact L|]]]; "
        "match goal with |- _ = ?x => replace x with (/ (2 - 12 * ((1 / 2 + 1 / 2 * W) * (1 / 2 + - (1 / 2) * W))) * ((1 / 2 "
        "+ 1 / 2 * W) * "
        "(1 / 2 + - (1 / 2) * W))) end; [rewrite U; field; split; lra | rewrite !Rmult_assoc; do 2 f_equal; unfold Rminus; "
        "f_equal; ring].",
    ),
}
