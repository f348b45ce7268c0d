(** Printed formulas of the paper that are false, each refuted, next to its correction.

    Refutations stay away from points where the library's total functions (x / 0 = 0, ln 0 = 0,
    square root of a negative number = 0) would decide the matter. *)
From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GRPO Require Import Defs Section2 Proposition1 Lemmas2to4 Theorem3.
Open Scope R_scope.

(** * Equation (3): epsilon stands outside the square root, in Equation (4) inside *)
Theorem equation_3_printed e p : 0 < e -> 0 < p < 1 ->
  ((1 - p) / (sqrt (p * (1 - p)) + e) = omega_plus e p <-> 2 * sqrt (p * (1 - p)) + e = 1).
Proof.
  intros e0 Hp; unfold omega_plus; assert (U : 0 < p * (1 - p)) by nra.
  pose proof (sqrt_lt_R0 _ U) as S; pose proof (sqrt_sqrt _ (Rlt_le _ _ U)) as S2.
  pose proof (s_pos e e0 p ltac:(lra)) as Q; pose proof (sqrt_sqrt (p * (1 - p) + e) ltac:(lra)) as Q2.
  set (s := sqrt (p * (1 - p))) in *; set (q := sqrt (p * (1 - p) + e)) in *.
  assert (K : (1 - p) / (s + e) = (1 - p) / q <-> s + e = q).
  { split; [|intros ->; reflexivity]; intros E.
    apply (Rmult_eq_reg_l ((1 - p) / (s + e) * / q)).
    - transitivity ((1 - p) / q); [field; lra | rewrite <- E; field; lra].
    - apply Rgt_not_eq, Rmult_lt_0_compat; [apply Rdiv_lt_0_compat; lra | apply Rinv_0_lt_compat, Q]. }
  rewrite K; split; intros E.
  - rewrite <- E in Q2; nra.
  - apply Rsqr_inj; [lra | lra | unfold Rsqr; nra].
Qed.

Theorem equation_3_refuted : (1 - 1 / 2) / (sqrt (1 / 2 * (1 - 1 / 2)) + 1) <> omega_plus 1 (1 / 2).
Proof.
  intros E; apply equation_3_printed in E; try lra.
  pose proof (sqrt_lt_R0 (1 / 2 * (1 - 1 / 2)) ltac:(lra)); lra.
Qed.

Theorem equation_3_corrected e p :
  advantage e p true = omega_plus e p /\ advantage e p false = - omega_minus e p.
Proof. split; apply (advantage_weights e p). Qed.

(** * Proof of Lemma 3: the sign under the exponential, and a reciprocal *)
Theorem sigma_variance_refuted z : z <> 0 -> sigma z * (1 - sigma z) <> exp (- z) / (1 - exp (- z)) ^ 2.
Proof.
  intros N E; rewrite sigma_variance in E; pose proof (exp_pos (- z)) as P.
  assert (Q : exp (- z) <> 1) by (rewrite <- exp_0; intros F; apply exp_inv in F; lra).
  set (x := exp (- z)) in *.
  assert (C : x / (1 - x) ^ 2 - x / (1 + x) ^ 2 = 4 * x ^ 2 / ((1 - x) ^ 2 * (1 + x) ^ 2))
    by (field; lra).
  assert (0 < 4 * x ^ 2 / ((1 - x) ^ 2 * (1 + x) ^ 2)); [|lra].
  apply Rdiv_lt_0_compat; [nra|].
  apply Rmult_lt_0_compat; apply pow2_gt_0; lra.
Qed.

Theorem sigma_variance_corrected z : sigma z * (1 - sigma z) = exp (- z) / (1 + exp (- z)) ^ 2.
Proof. apply sigma_variance. Qed.

Theorem cosh_square_refuted x : cosh x ^ 2 <> 1 / 4 * (sigma (2 * x) * (1 - sigma (2 * x))).
Proof.
  pose proof (cosh_ge1 x); pose proof (sigma_range (2 * x)); intros E.
  assert (1 <= cosh x ^ 2) by nra; nra.
Qed.

Theorem cosh_square_corrected x : cosh x ^ 2 = 1 / (4 * (sigma (2 * x) * (1 - sigma (2 * x)))).
Proof.
  rewrite lemma_3_1; replace (2 * x / 2) with x by field; pose proof (cosh_ge1 x); field; lra.
Qed.

(** * Proof of Lemma 4: the middle expression for cosh x, with x = a(p_ref) / 2 *)
Lemma half_logit r : 0 < r < 1 -> exp (logit r / 2) = sqrt (r / (1 - r)).
Proof.
  intros Hr; pose proof (odds_pos r Hr) as O; unfold logit.
  rewrite <- (exp_ln (sqrt (r / (1 - r)))) by (apply sqrt_lt_R0, O); f_equal.
  rewrite <- (sqrt_sqrt (r / (1 - r))) at 1 by lra; rewrite ln_mult by (apply sqrt_lt_R0, O); field.
Qed.

Theorem lemma_4_cosh_corrected r : 0 < r < 1 ->
  cosh (logit r / 2) = 1 / 2 * (sqrt (r / (1 - r)) + sqrt ((1 - r) / r)).
Proof.
  intros Hr; unfold cosh; rewrite half_logit by exact Hr.
  replace (- (logit r / 2)) with (logit (1 - r) / 2) by (rewrite logit_mirror by exact Hr; field).
  rewrite half_logit by lra; replace (1 - (1 - r)) with r by ring; field.
Qed.

Theorem lemma_4_cosh_refuted r : 1 / 2 < r < 1 ->
  cosh (logit r / 2) <> 1 / 4 * ((1 - r) ^ 2 / r ^ 2 + r ^ 2 / (1 - r) ^ 2 + 2).
Proof.
  intros Hr; pose proof (cosh_logit r ltac:(lra)) as C; pose proof (cosh_ge1 (logit r / 2)) as C1.
  set (c := cosh (logit r / 2)) in *; set (t := (1 - r) / r + r / (1 - r)).
  assert (T2 : t = 4 * c ^ 2 - 2) by (rewrite C; unfold t; field; lra).
  assert (L : 2 < t).
  { assert (E : t - 2 = (2 * r - 1) ^ 2 / (r * (1 - r))) by (unfold t; field; lra).
    assert (0 < (2 * r - 1) ^ 2 / (r * (1 - r))) by (apply Rdiv_lt_0_compat; [apply pow2_gt_0; lra | apply Rmult_lt_0_compat; lra]); lra. }
  replace ((1 - r) ^ 2 / r ^ 2 + r ^ 2 / (1 - r) ^ 2 + 2) with (t ^ 2) by (unfold t; field; lra).
  intros E; assert (c * 4 = t ^ 2) by lra.
  assert (c ^ 2 * 4 = t + 2) by lra; nra.
Qed.

Lemma exp_opp_lt_1 x : 0 < x -> exp (- x) < 1.
Proof. intros H; rewrite <- exp_0; apply exp_increasing; lra. Qed.

(** * Proof of Lemma 2: f(p_ref) - p_ref is printed for f(p_ref) *)
Theorem lemma_2_refuted r b e : 1 / 2 <= r < 1 -> let f p := h r b e p - p in f r - r < 0.
Proof. intros Hr f; unfold f; pose proof (h_range r b e ltac:(lra) r); lra. Qed.

Theorem lemma_2_corrected r b e : 0 < r < 1 -> 0 < b -> 0 < e ->
  exp (- (1 / b * gain e r)) < 1 /\ (let f p := h r b e p - p in f r = h r b e r - r /\ 0 < f r).
Proof.
  intros r01 b0 e0; split.
  - apply exp_opp_lt_1, Rmult_lt_0_compat; [apply Rdiv_lt_0_compat; lra | apply gain_pos; lra].
  - intros f; split; [reflexivity | apply lemma_2; assumption].
Qed.

(** * Proof of Theorem 3 *)
(** "f(0) = 1". *)
Theorem f_at_0_refuted r b e : 0 < r < 1 -> h r b e 0 - 0 <> 1.
Proof. intros r01; pose proof (h_range r b e r01 0); lra. Qed.

Theorem f_at_0_corrected r b e : 0 < r < 1 -> 0 < h r b e 0 - 0 < 1.
Proof. intros r01; pose proof (h_range r b e r01 0); lra. Qed.

(** "[0, p_ref] is contained in (0, 1/2)". *)
Theorem inclusion_refuted r : 0 < r -> ~ (forall p, 0 <= p <= r -> 0 < p < 1 / 2).
Proof. intros Hr H; pose proof (H 0 ltac:(lra)); lra. Qed.

Theorem inclusion_corrected r p : r <= 1 / 2 -> 0 <= p <= r -> 0 <= p <= 1 / 2.
Proof. intros; lra. Qed.

(** h(1/2) with the exponential outside the fraction: that number is below p_ref. *)
Theorem h_half_refuted r b e : 0 < r < 1 -> 0 < b -> 0 < e ->
  1 / (1 + (1 - r) / r) * exp (- (1 / b * (1 / sqrt (1 / 4 + e)))) < r
  /\ h r b e (1 / 2) <> 1 / (1 + (1 - r) / r) * exp (- (1 / b * (1 / sqrt (1 / 4 + e)))).
Proof.
  intros r01 b0 e0; replace (1 / (1 + (1 - r) / r)) with r by (field; lra).
  assert (G : gain e (1 / 2) = 1 / sqrt (1 / 4 + e)) by (unfold gain; do 2 f_equal; field).
  rewrite <- G; pose proof (gain_pos e e0 (1 / 2) ltac:(lra)) as P.
  pose proof (exp_opp_lt_1 _ (Rmult_lt_0_compat _ _ (Rdiv_lt_0_compat 1 b Rlt_0_1 b0) P)) as E.
  pose proof (exp_pos (- (1 / b * gain e (1 / 2)))).
  pose proof (h_gt_r r b e r01 b0 e0 (1 / 2) ltac:(lra)); split; nra.
Qed.

Theorem h_half_corrected r b e : 0 < r < 1 -> 0 < b -> 0 < e ->
  h r b e (1 / 2) = 1 / (1 + (1 - r) / r * exp (- (1 / b * (1 / sqrt (1 / 4 + e))))) /\ r < h r b e (1 / 2).
Proof.
  intros r01 b0 e0; split; [|apply h_gt_r; auto; lra].
  unfold h, gain; do 9 f_equal; field.
Qed.

(** * Section 3: "p = 1 is almost always a fixed point", "convergence to 1" *)
Theorem one_is_never_fixed r b e : 0 < r < 1 -> ~ fixed r b e 1.
Proof. intros r01 [_ E]; pose proof (h_range r b e r01 1); lra. Qed.

Theorem never_converges_to_one r b e p0 : 0 < r < 1 -> 0 < b -> 0 < e -> 0 <= p0 <= 1 ->
  ~ is_lim_seq (iterate r b e p0) 1.
Proof.
  intros r01 b0 e0 H0 L; apply (limit_is_fixed r b e r01 b0 e0 p0 1 H0) in L.
  apply (one_is_never_fixed r b e r01 L).
Qed.

(** * Proposition 1 needs p_ref < 1, which Theorem 2 does not assume *)
Theorem proposition_1_at_certainty b e p : is_derive (h 1 b e) p 0 /\ ~ Derive (h 1 b e) p < 0.
Proof.
  assert (D : is_derive (h 1 b e) p 0).
  { assert (E : forall t, 1 = h 1 b e t) by (intros; unfold h; field).
    apply (is_derive_ext _ _ _ _ E), is_derive_Reals, derivable_pt_lim_const. }
  split; [exact D | rewrite (is_derive_unique _ _ _ D); lra].
Qed.

(** * Appendix B applies Theorem 6, for maps of the whole line, to [h]: its root is not defined there *)
Theorem h_not_on_the_line e : exists p, p * (1 - p) + e < 0.
Proof. exists (2 + Rabs e); pose proof (Rabs_pos e); pose proof (Rle_abs e); nra. Qed.

(** * Section 4: "beta needs to be selected not too small". The condition holds for all small beta. *)
Lemma cosh_ge_square y : 0 <= y -> y ^ 2 <= cosh y ^ 2.
Proof.
  intros Hy; apply pow_incr; split; [exact Hy|]; unfold cosh.
  pose proof (exp_ineq1_le (y / 2)) as E; pose proof (exp_pos (- y)).
  assert (X : exp y = exp (y / 2) ^ 2) by (simpl; rewrite Rmult_1_r, <- exp_plus; f_equal; field).
  assert ((1 + y / 2) ^ 2 <= exp (y / 2) ^ 2) by (apply pow_incr; lra).
  pose proof (pow2_ge_0 (1 - y / 2)); lra.
Qed.

Theorem condition_holds_for_small_beta r e : 0 < r < 1 -> 0 < e ->
  exists b1, 0 < b1 /\ forall b, 0 < b < b1 -> condition r b e.
Proof.
  intros r01 e0; set (K := r * (1 - r) * (2 * r - 1) / (2 * pow32 (r * (1 - r) + e))).
  set (c := 1 / 2 * (1 / sqrt (1 / 4 + e))).
  assert (c0 : 0 < c) by (apply Rmult_lt_0_compat; [lra | apply Rdiv_lt_0_compat; [lra | apply sqrt_lt_R0; lra]]).
  pose proof (Rabs_pos K) as AK; pose proof (Rle_abs K).
  exists (c ^ 2 / (Rabs K + 1)); split; [apply Rdiv_lt_0_compat; [apply pow_lt|]; lra|]; intros b [b0 Hb].
  apply (Rlt_div_r b) in Hb; [|lra]; unfold condition; fold K.
  replace (1 / (2 * b) * (1 / sqrt (1 / 4 + e))) with (c / b)
    by (unfold c; field; split; [apply Rgt_not_eq, sqrt_lt_R0; lra | lra]).
  assert (P : 0 <= c / b) by (apply Rlt_le, Rdiv_lt_0_compat; lra).
  pose proof (cosh_ge_square _ P) as Q; apply (Rmult_le_compat_l b) in Q; [|lra].
  apply (Rle_trans _ (b * (c / b) ^ 2)); [|exact Q].
  replace (b * (c / b) ^ 2) with (c ^ 2 / b) by (field; lra).
  assert (K * b <= Rabs K * b) by (apply Rmult_le_compat_r; lra); apply (Rle_div_r K); lra.
Qed.
