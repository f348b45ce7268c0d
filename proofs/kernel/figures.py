"""The pins of what the paper's figures show, of the condition of Theorem 3, and of further statements at given parameters."""

from proofs.kernel.pins import Generated, Pin

_LEAPS = (
    "destruct GRPO.Instances.logs as [{which}]; pose proof (GRPO.Instances.{theorem} {rho} {k} {c} L eq_refl eq_refl) as K; "
    "unfold GRPO.Instances.leaps in K; replace (- (1 / 2) * {rho} + {half} * sqrt 250010) with ((- {rho} + {c} * sqrt 250010) "
    "/ 2) by field; "
    "set (m := - {rho} + {c} * sqrt 250010) in *; "
    "set (y := - {rho} + {k} / sqrt (1 + 1 / 25000 * cosh (m / 2) ^ 2) * cosh (m / 2)) in *; "
    "replace (- (1 / 2) * {rho} + {quarter} / sqrt (1 + 1 / 25000 * cosh (m / 2) ^ 2) * cosh (m / 2)) with (y / 2) by (unfold "
    "y, Rdiv; field; "
    "apply Rgt_not_eq, sqrt_lt_R0; pose proof (pow2_ge_0 (cosh (m * / 2))); lra); exact K."
)

_LEFT = (
    "assert (EL : 1 / 2 * p_ref / sqrt (epsilon + p_ref * (1 - p_ref)) ^ 3 * (1 - p_ref) * (-1 + 2 * p_ref) = "
    "GRPO.Condition.left_side p_ref epsilon) by (unfold GRPO.Condition.left_side; rewrite <- pow32_printed; field; "
    "apply Rgt_not_eq, sqrt_lt_R0; nra); "
    "assert (ER : 1 / 2 / beta / sqrt (1 / 4 + epsilon) = GRPO.Condition.argument beta epsilon) by (unfold "
    "GRPO.Condition.argument; field; "
    "split; [apply Rgt_not_eq, sqrt_lt_R0|]; lra); rewrite EL, ER in *; "
)


def _holds(theorem: str, closing: str = "lra") -> Generated:
    """The condition, by a theorem of the development."""
    return Generated(
        f"GRPO.Condition.{theorem}",
        f"intros; {_LEFT}try apply Rle_ge; apply (GRPO.Condition.{theorem} p_ref beta epsilon); {closing}.",
    )


PINS: dict[str, Pin] = {
    "beyond.n9-chaos.three": Generated(
        "GRPO.Instances.n9_three",
        _LEAPS.format(
            which="L _",
            theorem="n9_three",
            rho="(ln 99999)",
            k="(50 / 243)",
            c="(2500 / 6075243)",
            half="1250 / 6075243",
            quarter="25 / 243",
        ),
    ),
    "beyond.n9-chaos.three-again": Generated(
        "GRPO.Instances.n9_three_again",
        _LEAPS.format(
            which="_ L", theorem="n9_three_again", rho="(ln 999999)", k="(2 / 11)", c="(100 / 275011)", half="50 / 275011", quarter="1 / 11"
        ),
    ),
    "section-4.condition.small": _holds(
        "condition_small",
        "try lra; replace (beta * GRPO.Condition.left_side p_ref epsilon) with (1 / 2 * beta * p_ref / sqrt (epsilon + p_ref "
        "* (1 - p_ref)) ^ 3 "
        "* (1 - p_ref) * (-1 + 2 * p_ref)) by (rewrite <- EL; field; apply Rgt_not_eq, sqrt_lt_R0; nra); unfold Rdiv in *; lra",
    ),
    "section-4.condition.always": _holds("condition_always"),
    "section-4.condition.cosh-line": Generated("GRPO.Derivatives.cosh_line", "intros; apply Rle_ge, GRPO.Derivatives.cosh_line; lra."),
    "figure-3.cosh": Generated(
        "GRPO.Derivatives.cosh_square", "intros; pose proof (GRPO.Derivatives.cosh_square t); apply Rle_ge, Rmult_le_compat_l; lra."
    ),
    "figure-3.every-beta": _holds("condition_every_beta"),
    "figure-3.small-beta": _holds("condition_small_beta"),
    "figure-3.large-beta": _holds(
        "condition_large_beta", "try lra; rewrite <- B_max_printed by lra; upward; unfold Rdiv in *; rewrite ?Rmult_1_l in *; assumption"
    ),
    "figure-3.interval": Generated(
        "GRPO.Derivatives.condition_bend",
        "intros; pose proof (sqrt_lt_R0 (1 / 4 + epsilon) ltac:(lra)) as S; set (c := 1 / 2 / sqrt (1 / 4 + epsilon)); "
        "assert (c0 : c <> 0) by (apply Rgt_not_eq; unfold c; apply Rdiv_lt_0_compat; lra); eexists; split; [eexists; "
        "exists beta; split; "
        "[lra | split; [intros t Ht; assert (0 < t) by (revert Ht; unfold Rabs; destruct Rcase_abs; lra); "
        "apply (derive_ext (fun t => t * cosh (c / t) ^ 2)); [intros x; do 3 f_equal; unfold c, Rdiv; ring | "
        "exact (GRPO.Derivatives.condition_derive c t ltac:(assumption))] | exact (GRPO.Derivatives.condition_bend c beta "
        "ltac:(lra))]] | "
        "exact (GRPO.Derivatives.condition_convex c beta ltac:(lra) c0)].",
    ),
    "figure-3.fails": Generated("GRPO.Condition.condition_fails", f"intros; {_LEFT}subst; exact GRPO.Condition.condition_fails."),
    "figure-4.zeros": Generated(
        "",
        "intros; assert (P : 0 < sqrt (epsilon + p * (1 - p)) ^ 3) by (apply pow_lt, sqrt_lt_R0; nra); split; intros K; "
        "[destruct K as [-> | [-> | ->]]; rewrite ?(Rplus_opp_l 1); try (unfold Rdiv; ring); "
        "replace (-1 + 2 * (1 / 2)) with 0 by field; rewrite Rabs_R0; ring | "
        "unfold Rdiv in K; apply Rmult_integral in K; destruct K as [K | K]; [|right; left; revert K; unfold Rabs; "
        "destruct Rcase_abs; lra]; "
        "apply Rmult_integral in K; destruct K as [K | K]; [|right; right; lra]; apply Rmult_integral in K; destruct K as [K | K]; "
        "[left; lra | exfalso; revert K; apply Rinv_neq_0_compat; lra]].",
    ),
    "figure-4.ceiling": Generated(
        "GRPO.Condition.ceiling",
        "intros p H1 H2; assert (K := GRPO.Beyond_N3.n3_bound (1 / 100000) ltac:(lra) p ltac:(lra)); pose proof GRPO.Condition.ceiling; "
        "apply Rle_trans with (GRPO.Lemma1.B (1 / 100000) p); [right; unfold GRPO.Lemma1.B; rewrite <- pow32_printed, (Rplus_comm (-1)); "
        "change (2 * p + -1) with (2 * p - 1); field; apply Rgt_not_eq, sqrt_lt_R0; nra | lra].",
    ),
    "figure-4.peaks": Generated(
        "GRPO.Condition.peak",
        "intros p H; apply Rlt_gt, (Rlt_le_trans _ _ _ GRPO.Condition.peak); right; unfold GRPO.Lemma1.B; rewrite <- pow32_printed; "
        "destruct H as [-> | ->]; [replace (-1 + 2 * (1 / 50000)) with (2 * (1 / 50000) - 1) by ring | "
        "replace (-1 + 2 * (49999 / 50000)) with (- (2 * (1 / 50000) - 1)) by field; rewrite Rabs_Ropp; "
        "replace (49999 / 50000 * (1 - 49999 / 50000)) with (1 / 50000 * (1 - 1 / 50000)) by field]; "
        "field; apply Rgt_not_eq, sqrt_lt_R0; lra.",
    ),
    "figure-5.smoothing": Generated(
        "",
        "assert (S : sqrt 3 <= 7 / 4) by (rewrite <- (sqrt_pow2 (7 / 4)) by lra; apply sqrt_le_1_alt; lra); pose proof (sqrt_pos 3); "
        "pose proof exp_le_3 as E; pose proof (exp_pos 1); pose proof (exp_pos (1 / 2)); pose proof (exp_pos (-5)); "
        "assert (X : exp (1 / 2) * exp (1 / 2) = exp 1) by (rewrite <- exp_plus; f_equal; field); "
        "assert (Y : exp (5 / 2) = exp (1 / 2) * (exp 1 * exp 1)) by (rewrite <- !exp_plus; f_equal; field); "
        "assert (exp (1 / 2) <= 7 / 4) by nra; assert (exp 1 * exp 1 <= 9) by nra; "
        "assert (exp (5 / 2) <= 63 / 4) by (rewrite Y; apply Rle_trans with (7 / 4 * 9); [apply Rmult_le_compat; nra | lra]); "
        "pose proof (exp_pos (5 / 2)); assert (I : 0 < / (1 + 4 * exp (-5)) <= 1) by (split; [apply Rinv_0_lt_compat; lra | "
        "rewrite <- Rinv_1 at 2; apply Rinv_le_contravar; lra]); unfold Rdiv; set (i := / (1 + 4 * exp (-5))) in *; "
        "assert (sqrt 3 * i <= 7 / 4) by nra; assert (0 <= sqrt 3 * i) by nra; nra.",
    ),
    "figure-1.unsmoothed.crossing": Generated(
        "",
        "intros p H1 H2; split; [intros ->; f_equal; field | intros E]; apply sqrt_inj in E; [| products; apply Rlt_le; positive ..]; "
        "assert (K : (1 - p) * (1 - p) = p * p); [|nra]; transitivity (/ p * (1 - p) * (p * (1 - p))); [field; "
        "lra | rewrite E; field; lra].",
    ),
    "remark-2.peak": Generated(
        "GRPO.Condition.peak_bound",
        "intros; assert (K := GRPO.Condition.peak_bound epsilon v ltac:(lra) ltac:(lra)); rewrite (Rplus_comm v) in K; products; lra.",
    ),
    "remark-1.interior": Generated(
        "GRPO.Beyond_N11.gap_max",
        "intros p H1 H2; assert (G := GRPO.Beyond_N11.gap_max (1 / 2) ltac:(lra) (GRPO.Defs.logit p)); "
        "rewrite <- (GRPO.Defs.sigma_logit p) at 3 by lra; apply Rlt_gt; "
        "assert (C := GRPO.Beyond_N11.gain_zero_logit (GRPO.Defs.logit p)); rewrite GRPO.Defs.sigma_logit in C by lra; "
        "unfold GRPO.Defs.gain in C; rewrite Rplus_0_r in C; "
        "replace (-2 / sqrt (p * (1 - p))) with (- (2 * (1 / sqrt (p * (1 - p))))) by (unfold Rdiv; ring); rewrite sigma_printed; "
        "apply GRPO.Defs.sigma_increasing; rewrite C; "
        "assert (A : arcsinh (1 / 2) <= 1 / 2) by (pose proof (GRPO.Derivatives.sinh_ge (arcsinh (1 / 2))) as S; "
        "rewrite sinh_arcsinh in S; destruct (Rle_or_lt 0 (arcsinh (1 / 2))); [apply S; assumption | lra]); "
        "assert (Q : 1 < sqrt (1 + 1 / (1 / 2) ^ 2)) by (rewrite <- sqrt_1 at 1; apply sqrt_lt_1_alt; simpl; lra); "
        "replace (2 * cosh (GRPO.Defs.logit p / 2) / (1 / 2)) with (2 * (2 * cosh (GRPO.Defs.logit p / 2))) in G by field; lra.",
    ),
    "solver.e-at-least": Generated("GRPO.Instances.e_between", "destruct GRPO.Instances.e_between; lra."),
    "solver.e-at-most": Generated("GRPO.Instances.e_between", "destruct GRPO.Instances.e_between; lra."),
    "solver.pi-above": Generated("GRPO.Instances.pi_between", "destruct GRPO.Instances.pi_between; lra."),
    "solver.pi-below": Generated("GRPO.Instances.pi_between", "destruct GRPO.Instances.pi_between; lra."),
}
