"""The pins of further lines of the paper's proofs, and of the steps under Theorems 3, 4 and 6, L1 and N1."""

from proofs.kernel.pins import Generated, Pin

_DOMAIN = "p_ref beta epsilon ltac:(lra) ltac:(lra) ltac:(lra)"
_Z = (
    "intros; assert (K := GRPO.AppendixB.z_derive p_ref beta epsilon ltac:(lra) ltac:(lra) p ltac:(lra)); "
    "apply Coquelicot.Derive.is_derive_Reals in K; "
)
_IS_Z = (
    "apply (derive_ext (GRPO.AppendixB.z p_ref beta epsilon)); [intros t; unfold GRPO.AppendixB.z, GRPO.Defs.gain; "
    "rewrite <- variance_printed; unfold Rdiv; rewrite ?Rmult_1_l, (Rmult_comm (1 - p_ref)); ring | exact K]"
)
_WEIGHT = "set (X := exp (/ beta / sqrt (epsilon + p * (1 - p)))) in *; assert (0 < X) by apply exp_pos; "
_TILT = (
    f"intros; assert (R := GRPO.Defs.h_gt_r {_DOMAIN} p ltac:(lra)); assert (S := GRPO.Defs.h_range p_ref beta epsilon ltac:(lra) p); "
    "assert (G := GRPO.Defs.gain_pos epsilon ltac:(lra) p ltac:(lra)); assert (0 < / beta) by (apply Rinv_0_lt_compat; lra); "
    "printed; "
)

_AT_A_FIXED_POINT = (
    "assert (0 < exp (/ beta / sqrt (epsilon + p * (1 - p)))) by apply exp_pos; "
    "assert (Y : 0 < / p * (1 - p) * exp (/ beta / sqrt (epsilon + p * (1 - p)))) by (products; positive); "
    "assert (R : 0 < p_ref < 1) by (rewrite E; split; [apply Rinv_0_lt_compat; lra | apply (Rlt_le_trans _ (/ 1)); "
    "[apply Rinv_lt_contravar; lra | rewrite Rinv_1; lra]]); "
    f"assert (K := GRPO.Proposition1.h_derive {_DOMAIN} p ltac:(lra)); "
    "assert (F : GRPO.Defs.h p_ref beta epsilon p = p) by (rewrite <- h_printed, E; "
    "replace (exp (- (/ beta * / sqrt (epsilon + p * (1 - p))))) with (/ exp (/ beta / sqrt (epsilon + p * (1 - p)))) "
    f"by (symmetry; apply exp_Ropp); {_WEIGHT}field; repeat split; nra); "
    "rewrite F in K; "
)

PINS: dict[str, Pin] = {
    "abstract.converges.corrected": Generated(
        "GRPO.Proposition1.h_derive",
        "intros beta epsilon p p_ref Hb He Hp0 Hp1 E C; "
        f"{_AT_A_FIXED_POINT}derivative K; split; [unfold Rdiv; rewrite h_printed; exact F|]; "
        "assert (P := GRPO.Proposition1.pow32_pos _ (GRPO.Defs.v_pos epsilon ltac:(lra) p ltac:(lra))); revert C; printed; "
        "inverse_of (GRPO.Defs.pow32 (p * (1 - p) + epsilon)); inverse_of beta; "
        "assert (A : Rabs (-1 + 2 * p) * (p * (1 - p) * i) < 2 * beta) by lra; "
        "set (k := p * (1 - p) * i) in *; assert (0 < k) by (unfold k; apply Rmult_lt_0_compat; [nra | lra]); "
        "assert (B : -2 * beta < (-1 + 2 * p) * k < 2 * beta) by (revert A; unfold Rabs; destruct Rcase_abs; nra); "
        "replace (- p * (1 - p) * ((1 - 2 * p) * (/ 2 * i0 * i))) with (/ 2 * i0 * ((-1 + 2 * p) * k)) by (unfold k; ring); nra.",
    ),
    "equation-9.corrected": Generated(
        "GRPO.Theorem2.equation_9",
        "intros Outcome l r rho Z beta epsilon p p_ref H1 H2 He Hb Hr Hr1 HZ EZ H5 H6; rewrite <- EZ; sums; "
        "transitivity (/ Z * exp (/ beta / sqrt (epsilon + p * (1 - p)) * (1 - p)) * p_ref); [apply (sum_one _ _ _ _ _ H5); "
        "each o Ho; either; [ring | replace (/ beta * (/ sqrt (epsilon + p * (1 - p)) * (1 - p) * 1 - p / sqrt (epsilon + p * (1 - p)) * "
        "(1 - 1))) with (/ beta / sqrt (epsilon + p * (1 - p)) * (1 - p)) by (unfold Rdiv; ring); ring] | unfold Rdiv; ring].",
    ),
    "appendix-c.factor": Generated(
        "GRPO.Theorem5.event_le_TV",
        "intros Outcome l tau pi r H1 H2 H3; sums; pose proof (sum_mass l pi tau (eq_trans H2 (eq_sym H1))) as M; "
        "assert (E : - GRPO.FiniteSum.Sum l (fun i => pi i * r i) + GRPO.FiniteSum.Sum l (fun i => r i * tau i) = "
        "GRPO.FiniteSum.Sum l (fun i => r i * (tau i - pi i))) by (gather; termwise; ring); rewrite E; "
        "apply (Rle_trans _ _ _ (GRPO.FiniteSum.Sum_abs l _)); rewrite <- GRPO.FiniteSum.Sum_scal; termwise; "
        "rewrite Rabs_mult, (Rabs_minus_sym (tau o)); replace (- tau o + pi o) with (pi o - tau o) by ring; "
        "pose proof (Rabs_pos (pi o - tau o)); either; rewrite ?Rabs_R0, ?Rabs_R1; lra.",
    ),
    "lemma-1.condition.enough": Generated(
        "",
        "printed; pose proof (GRPO.Proposition1.pow32_pos _ (GRPO.Defs.v_pos epsilon ltac:(lra) p ltac:(lra))) as P; "
        "inverse_of (GRPO.Defs.pow32 (p * (1 - p) + epsilon)); inverse_of beta; rewrite Rabs_mult, (Rabs_pos_eq (/ 2 * p * i0 * i * "
        "(1 - p))) by (repeat apply Rmult_le_pos; lra); set (k := / 2 * p * i * (1 - p) * Rabs (-1 + 2 * p)) in *; "
        "replace (/ 2 * p * i0 * i * (1 - p) * Rabs (-1 + 2 * p)) with (k * i0) by (unfold k; ring); nra.",
    ),
    "proposition-1.proof.2": Generated(
        "GRPO.AppendixB.z_derive",
        f"{_Z}eexists; eexists; split; [{_IS_Z} | split; [| reflexivity]]; "
        "assert (G := GRPO.Proposition1.gain_derive epsilon p ltac:(lra) ltac:(lra)); "
        "apply (derive_ext (fun t => 0 + / beta * GRPO.Defs.gain epsilon t)); [intros t; unfold GRPO.Defs.gain; "
        "rewrite <- variance_printed; unfold Rdiv; ring |]; "
        "replace (- ((1 - 2 * p) / (2 * beta * GRPO.Defs.pow32 (p * (1 - p) + epsilon)))) with "
        "(/ beta * ((2 * p - 1) / (2 * GRPO.Defs.pow32 (p * (1 - p) + epsilon)))) by (field; split; [apply Rgt_not_eq, "
        "GRPO.Proposition1.pow32_pos, GRPO.Defs.v_pos|]; lra); apply GRPO.Beyond_N7.scaled_derive, G.",
    ),
    "proposition-1.proof.4": Generated(
        "GRPO.AppendixB.h_is_sigma_z",
        f"{_Z}assert (M := GRPO.Proposition1.h_derive {_DOMAIN} p ltac:(lra)); rewrite GRPO.AppendixB.h_is_sigma_z in M by lra; "
        "apply Coquelicot.Derive.is_derive_Reals in M; eexists; eexists; split; [apply (derive_ext (GRPO.Defs.h p_ref beta epsilon)); "
        f"[intros t; unfold Rdiv; rewrite h_printed; reflexivity | exact M] | split; [{_IS_Z} | printed; "
        "rewrite ?z_printed, ?sigma_printed; ring]].",
    ),
    "proposition-1.proof.5": Generated(
        "GRPO.AppendixB.z_derive", f"{_Z}eexists; split; [{_IS_Z} | printed; rewrite ?z_printed, ?sigma_printed; ring]."
    ),
    "lemma-3.proof.12": Generated(
        "GRPO.Lemmas2to4.lemma_3_2",
        "intros a z Hz Ha; pose proof (GRPO.Lemmas2to4.lemma_3_2 z a ltac:(lra) ltac:(lra)) as K; rewrite sigma_cosh in K; "
        "replace ((z + a) / 2) with (1 / 2 * a + 1 / 2 * z) in K by field; replace (z / 2) with (1 / 2 * z) in K by field; "
        "replace (a / 2) with (1 / 2 * a) in K by field; unfold Rdiv in *; rewrite !Rinv_mult in K; lra.",
    ),
    "lemma-4.proof.2": Generated(
        "",
        "intros; assert (P : 0 < / p_ref * (1 - p_ref)) by (products; positive); set (x := / p_ref * (1 - p_ref)) in *; "
        "assert (E : exp (1 / 2 * ln x) = sqrt x) by (apply Rsqr_inj; [apply Rlt_le, exp_pos | apply sqrt_pos | "
        "rewrite Rsqr_sqrt by lra; unfold Rsqr; rewrite <- exp_plus; rewrite <- (exp_ln x) at 3 by exact P; f_equal; field]); "
        "unfold cosh; rewrite exp_Ropp, E; pose proof (sqrt_lt_R0 x P); field; lra.",
    ),
    "lemma-4.proof.5": Generated("GRPO.Lemmas2to4.cosh_logit", "intros; unfold Rdiv at 1; rewrite Rmult_1_l, cosh_a by lra; field; lra."),
    "theorem-3.parametrised": Generated(
        "",
        "intros; assert (X : 1 < exp (/ beta / sqrt (epsilon + p * (1 - p)))) by (rewrite <- exp_0 at 1; apply exp_increasing; products; "
        "positive); apply Rlt_gt, (Rlt_le_trans _ (/ / p)); [|rewrite Rinv_inv; lra]; "
        "apply Rinv_lt_contravar; [positive|]; "
        "replace (/ p) with (1 + / p * (1 - p)) at 1 by (field; lra); assert (0 < / p * (1 - p)) by (products; positive); nra.",
    ),
    "theorem-4.second": Generated(
        "",
        "intros beta epsilon p q Hb He Hp0 Hp1 Hq0 Hq1 E; set (a := / sqrt (epsilon + p * (1 - p))) in *; "
        "set (c := / sqrt (epsilon + q * (1 - q))) in *; "
        "replace (/ beta / sqrt (epsilon + p * (1 - p))) with (/ beta * a) by reflexivity; "
        "replace (/ beta / sqrt (epsilon + q * (1 - q))) with (/ beta * c) by reflexivity; "
        "assert (K : exp (- (/ beta * c)) * exp (/ beta * a) = p / (1 - p) * / (q / (1 - q))) by (rewrite <- exp_plus; "
        "replace (- (/ beta * c) + / beta * a) with (ln (p / (1 - p)) + - ln (q / (1 - q))) by (apply (Rmult_eq_reg_l beta); "
        "[field_simplify; lra | lra]); rewrite exp_plus, exp_Ropp, !exp_ln by (products; positive); reflexivity); "
        "pose proof (exp_pos (/ beta * a)); set (A := exp (/ beta * a)) in *; set (C := exp (- (/ beta * c))) in *; "
        "assert (0 < / p * (1 - p) * A) by (repeat apply Rmult_lt_0_compat; try apply Rinv_0_lt_compat; lra); "
        "replace ((1 - / (1 + / p * (1 - p) * A)) * (1 + / p * (1 - p) * A) * C) with (/ p * (1 - p) * (C * A)) by "
        "(set (y := / p * (1 - p)) in *; field; lra); rewrite K; field; repeat split; lra.",
    ),
    "theorem-4.second.difference": Generated(
        "",
        "intros beta epsilon p q Hb He Hp0 Hp1 Hq0 Hq1 E; unfold Rdiv at 1 3; apply (Rmult_eq_reg_l beta); [|lra]; "
        "rewrite <- !Rmult_assoc, Rmult_plus_distr_l, Rmult_plus_distr_l, <- !Rmult_assoc, Rinv_r by lra; lra.",
    ),
    "theorem-6.invariant": Generated(
        "",
        "intros c k r s x y Hs Hk E Hx; replace (c - y) with (s * (c - x)) by lra; rewrite Rabs_mult; pose proof (Rabs_pos s); "
        "pose proof (Rabs_pos (c - x)); nra.",
    ),
    "beyond.l1-tilt.distance": Generated(
        "GRPO.Beyond_L1_L3.l1_tilt",
        "intros Outcome l r rho p_n p_ref H1 H2 H3 H4 H5 H6 H7 H8; sums; "
        "transitivity (/ 2 * Rabs (p_n - p_ref) * / p_ref * p_ref + / 2 * Rabs (p_n - p_ref) * / (1 - p_ref) * (1 - p_ref)); "
        "[apply (sum_two _ _ _ _ _ _ _ _ H5 H6) | field; lra]; each o Ho; "
        "assert (A : forall w, 0 < w -> Rabs (p_n - p_ref) * / w * rho o = Rabs ((p_n - p_ref) * / w * rho o)) by (intros w Hw; "
        "rewrite !Rabs_mult, (Rabs_pos_eq (/ w)), (Rabs_pos_eq (rho o)) by (try apply Rlt_le, Rinv_0_lt_compat; lra); reflexivity); "
        "either; [pose proof (A (1 - p_ref) ltac:(lra)) as B; "
        "replace (- rho o + (p_n / p_ref * 0 + / (1 - p_ref) * (1 - p_n) * (1 - 0)) * rho o) with "
        "(- ((p_n - p_ref) * / (1 - p_ref) * rho o)) by (field; lra); "
        "rewrite Rabs_Ropp | pose proof (A p_ref ltac:(lra)) as B; replace (- rho o + (p_n / p_ref * 1 + / (1 - p_ref) * (1 - p_n) * "
        "(1 - 1)) * rho o) with ((p_n - p_ref) * / p_ref * rho o) by (field; lra)]; rewrite <- B; unfold Rdiv; ring.",
    ),
    "beyond.l1-tilt.positive": Generated(
        "GRPO.Theorem1.xlogx_lt",
        f"{_TILT}set (y := GRPO.Defs.h p_ref beta epsilon p) in *; "
        "pose proof (GRPO.Theorem1.xlogx_lt y p_ref ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra)) as K; "
        "pose proof (GRPO.Theorem1.xlogx_lt (1 - y) (1 - p_ref) ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra)) as L; unfold Rdiv in K, L; "
        "rewrite (Rmult_comm y (/ p_ref)) in K; rewrite (Rmult_comm (1 - y) (/ (1 - p_ref))) in L; lra.",
    ),
    "beyond.l1-tilt.spent": Generated(
        "GRPO.Defs.h_logistic",
        f"{_TILT}assert (Q : ln (/ p_ref * GRPO.Defs.h p_ref beta epsilon p) <= / beta * GRPO.Defs.gain epsilon p) by "
        "(rewrite <- (ln_exp (/ beta * GRPO.Defs.gain epsilon p)); apply GRPO.Lines.ln_le; [apply Rmult_lt_0_compat; [apply "
        "Rinv_0_lt_compat; lra | lra] | apply GRPO.Lines.tilt_at_most; lra]); "
        "assert (N : ln (/ (1 - p_ref) * (1 - GRPO.Defs.h p_ref beta epsilon p)) <= 0) by (rewrite <- ln_1; apply GRPO.Lines.ln_le; "
        "[apply Rmult_lt_0_compat; [apply Rinv_0_lt_compat; lra | lra] | apply (Rmult_le_reg_l (1 - p_ref)); [lra|]; "
        "rewrite <- Rmult_assoc, Rinv_r by lra; lra]); "
        "set (y := GRPO.Defs.h p_ref beta epsilon p) in *; apply (Rmult_le_compat_l y) in Q; [|lra]; "
        "apply (Rmult_le_compat_l (1 - y)) in N; [|lra]; lra.",
    ),
    "beyond.logit-form.back": Generated(
        "GRPO.Logit.h_sigma_T",
        "intros; pose proof (GRPO.Logit.h_sigma_T p_ref beta epsilon ltac:(lra) ltac:(lra) y) as K; "
        "rewrite <- h_printed in K; unfold Rdiv in *; rewrite !sigma_printed; rewrite K; rewrite <- sigma_printed; "
        "unfold GRPO.Logit.T; do 3 f_equal; unfold GRPO.Logit.g, GRPO.Defs.logit, Rdiv; rewrite (Rmult_comm y), ?Rmult_1_l; ring.",
    ),
    "beyond.n10-approximation.cap": Generated("", "intros; unfold Rmax, Rabs; destruct Rcase_abs, Rle_dec; lra."),
    "beyond.n11-unsmoothed.threshold": Generated(
        "GRPO.Derivatives.threshold_derive",
        "intros; destruct (GRPO.Derivatives.threshold_derive beta ltac:(lra)) as [d [D P]]; exists d; split; [exact D | exact P].",
    ),
    "beyond.n11-unsmoothed.threshold.small": Generated(
        "GRPO.Derivatives.sinh_ge",
        "intros b Hb; assert (E : ln (b + sqrt (1 + b ^ 2)) = arcsinh b) by (unfold arcsinh; do 3 f_equal; ring); rewrite E; "
        "assert (A : arcsinh b <= b) by (pose proof (GRPO.Derivatives.sinh_ge (arcsinh b)) as S; rewrite sinh_arcsinh in S; "
        "destruct (Rle_or_lt 0 (arcsinh b)); [apply S; assumption | lra]); "
        "assert (Q : / b <= sqrt (1 + / b ^ 2)) by (rewrite <- (sqrt_pow2 (/ b)) at 1 by (apply Rlt_le, Rinv_0_lt_compat; lra); "
        "apply sqrt_le_1_alt; rewrite pow_inv; lra); unfold Rdiv; lra.",
    ),
    "beyond.n11-unsmoothed.threshold.large": Generated(
        "GRPO.Lines.ln_le",
        "intros b Hb; pose proof (sqrt_pos (1 + b ^ 2)); pose proof (GRPO.Lines.ln_le b (b + sqrt (1 + b ^ 2)) ltac:(lra) ltac:(lra)); "
        "assert (I : 0 < / b) by (apply Rinv_0_lt_compat; lra); "
        "assert (Q : sqrt (1 + / b ^ 2) <= 1 + / b) by (rewrite <- (sqrt_pow2 (1 + / b)) by lra; apply sqrt_le_1_alt; "
        "rewrite <- pow_inv; nra); "
        "unfold Rdiv; lra.",
    ),
    "beyond.logit-form.multiplier": Generated(
        "GRPO.Lines.dg_gain",
        f"intros beta epsilon p p_ref Hb He Hp0 Hp1 E; {_AT_A_FIXED_POINT}derivative K; "
        f"assert (D := GRPO.Lines.dg_gain epsilon p ltac:(lra) ltac:(lra)); rewrite <- dg_half in D; fold (GRPO.Defs.logit p); "
        "match goal with |- _ = / beta / ?w * ?v => replace (/ beta / w * v) with (/ beta * (/ w * v)) by (unfold Rdiv; ring) end; "
        "rewrite D; field; split; [apply Rgt_not_eq, GRPO.Proposition1.pow32_pos, GRPO.Defs.v_pos|]; lra.",
    ),
    "beyond.n11-unsmoothed.laplace": Generated(
        "",
        "intros beta l Hl ->; pose proof (sqrt_lt_R0 (1 + l ^ 2) ltac:(nra)) as S; rewrite pow_inv, Rinv_inv by lra; "
        "assert (E : sqrt (1 + / l ^ 2) = sqrt (1 + l ^ 2) / l) by (replace (1 + / l ^ 2) with ((1 + l ^ 2) / l ^ 2) by (field; lra); "
        "rewrite sqrt_div, sqrt_pow2 by nra; reflexivity); rewrite E; set (s := sqrt (1 + l ^ 2)) in *; "
        "replace (/ l + s / l) with (/ (l / (1 + s))) by (field; lra); "
        "rewrite ln_mult, ln_exp, ln_Rinv by (try apply Rdiv_lt_0_compat; try apply exp_pos; lra); ring.",
    ),
    "beyond.n1-amplification.parametrised": Generated(
        "",
        f"intros; rewrite exp_Ropp; {_WEIGHT}split; intros E; [rewrite E; field; repeat split; try lra; nra | "
        "assert (0 < / p_ref * (1 - p_ref) * / X) by (repeat apply Rmult_lt_0_compat; try apply Rinv_0_lt_compat; lra); "
        "rewrite <- E at 1 2; field; repeat split; try lra; nra].",
    ),
    "beyond.n1-amplification.fixed-points": Generated(
        "",
        "intros beta epsilon p p_ref Hb He Hp0 Hp1 ->; assert (X : 1 < exp (/ beta / sqrt (epsilon + p * (1 - p)))) by "
        "(rewrite <- exp_0 at 1; apply exp_increasing; products; positive); apply Rlt_gt, (Rlt_le_trans _ (/ / p)); "
        "[|rewrite Rinv_inv; lra]; "
        "apply Rinv_lt_contravar; [positive|]; "
        "replace (/ p) with (1 + / p * (1 - p)) at 1 by (field; lra); assert (0 < / p * (1 - p)) by (products; positive); nra.",
    ),
    "beyond.n1-amplification.odds.fixed-points": Generated(
        "", f"intros beta epsilon p p_ref Hb He Hp0 Hp1 ->; {_WEIGHT}field; repeat split; try lra; nra."
    ),
    "beyond.n2-derivative.decreasing": Generated(
        "GRPO.Lines.n2_falls",
        "intros beta epsilon p q p_ref H1 H2 H3 H4 H5 H6 H7; "
        "pose proof (GRPO.Lines.n2_falls p_ref beta epsilon p q ltac:(lra) ltac:(lra) "
        "ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra)); printed; lra.",
    ),
}
