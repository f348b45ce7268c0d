"""The pins of further steps past the paper: the tilt of L1, the floor and the slope of N10, the odds of N1."""

from proofs.kernel.pins import Generated, Pin

_DOMAIN = "p_ref beta epsilon ltac:(lra) ltac:(lra) ltac:(lra)"
_FLOOR = (
    "intros; replace (1 / 4 + epsilon) with (epsilon + 1 / 2 * (1 - 1 / 2)) in * by field; "
    f"destruct (GRPO.Proposition1.h_minimum {_DOMAIN} p ltac:(lra)) as [K _]; printed; products; lra."
)
_S = "sqrt (epsilon + p * (1 - p))"
_TILTED = (
    f"set (X := exp (/ beta / {_S} * (1 - p))) in *; set (Y := exp (- (p / beta / {_S}))) in *; "
    "assert (0 < X) by apply exp_pos; assert (0 < Y) by apply exp_pos; "
    "assert (0 < p_ref * X) by (apply Rmult_lt_0_compat; lra); assert (0 < (1 - p_ref) * Y) by (apply Rmult_lt_0_compat; lra); "
)

PINS: dict[str, Pin] = {
    "beyond.l1-tilt": Generated(
        "",
        "intros beta epsilon p p_ref r rho_o H1 H2 H3 H4 H5 H6 H7 H8; "
        f"assert (E : exp (- (/ beta / {_S})) = exp (- (p / beta / {_S})) * / exp (/ beta / {_S} * (1 - p))) "
        "by (rewrite <- exp_Ropp, <- exp_plus; f_equal; unfold Rdiv; ring); rewrite E; "
        "destruct H8 as [-> | ->]; "
        f"[replace (/ beta * (0 / {_S} * (1 - p) - p / {_S} * (1 - 0))) with (- (p / beta / {_S})) by (unfold Rdiv; ring) | "
        f"replace (/ beta * (1 / {_S} * (1 - p) - p / {_S} * (1 - 1))) with (/ beta / {_S} * (1 - p)) by (unfold Rdiv; ring)]; "
        f"{_TILTED}field; repeat split; lra.",
    ),
    "beyond.n10-approximation.floor": Generated("GRPO.Proposition1.h_minimum", _FLOOR),
    "beyond.n10-approximation.floor.amplified": Generated("GRPO.Proposition1.h_minimum", _FLOOR),
    "beyond.n10-approximation.slope": Generated(
        "GRPO.Logit.dg_bound",
        "intros; assert (K := GRPO.Logit.T_derive p_ref beta epsilon ltac:(lra) y); apply Coquelicot.Derive.is_derive_Reals in K; "
        "exists (1 / beta * GRPO.Logit.dg epsilon y); split; [apply (derive_ext (GRPO.Logit.T p_ref beta epsilon)); [intros t; "
        "unfold GRPO.Logit.T; rewrite Rplus_comm; unfold Rdiv at 1 3; rewrite ?Rmult_1_l; products; rewrite ?g_over_printed; products; "
        "rewrite ?Rmult_1_l; reflexivity | exact K] | "
        "destruct (GRPO.Logit.dg_bound epsilon ltac:(lra) y) as [B _]; rewrite <- B_max_printed in B by lra; "
        "assert (0 < / beta) by (apply Rinv_0_lt_compat; lra); pose proof (Rle_abs (GRPO.Logit.dg epsilon y)); products; "
        "apply (Rmult_le_compat_l (/ beta)) in B; [nra | lra]].",
    ),
    "beyond.n1-amplification.odds": Generated(
        "GRPO.Defs.h_logistic",
        f"intros; replace (exp (- (/ beta / {_S}))) with (/ exp (/ beta / {_S})) by (symmetry; apply exp_Ropp); "
        f"set (X := exp (/ beta / {_S})) in *; assert (0 < X) by apply exp_pos; "
        "assert (0 < p_ref * X) by (apply Rmult_lt_0_compat; lra); field; repeat split; lra.",
    ),
    "theorem-3.no-smoothing": Generated(
        "GRPO.Defs.h_logistic",
        "intros beta p p_ref H1 H2 H3 H4 H5 E; assert (G : 0 < / beta / sqrt (p * (1 - p))) by (products; positive); "
        "pose proof (GRPO.Errata.exp_opp_lt_1 _ G) as L; pose proof (exp_pos (- (/ beta / sqrt (p * (1 - p))))); "
        "set (u := exp _) in *; rewrite E; assert (Q : 0 < / p_ref * (1 - p_ref)) by (products; positive); "
        "replace p_ref with (/ (1 + / p_ref * (1 - p_ref))) at 3 by (field; lra); apply Rinv_lt_contravar; [positive | nra].",
    ),
}
