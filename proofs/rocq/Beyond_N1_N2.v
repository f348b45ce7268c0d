(** N1, amplification without a condition, with its size; N2, the paper's own derivative step
    without its condition. Both strengthen Theorem 3. *)
From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GRPO Require Import Defs Proposition1 Lemmas2to4.
Open Scope R_scope.

Definition kappa (e : R) : R := 1 / sqrt (1 + 4 * e).

Lemma gain_half e : 0 < e -> gain e (1 / 2) = 2 * kappa e.
Proof.
  intros e0; unfold gain, kappa; replace (1 / 2 * (1 - 1 / 2) + e) with ((1 + 4 * e) / 2 ^ 2) by field.
  rewrite sqrt_div, sqrt_pow2 by lra; field; pose proof (sqrt_lt_R0 (1 + 4 * e)); lra.
Qed.

Lemma gain_min e p : 0 < e -> 0 <= p <= 1 ->
  2 * kappa e <= gain e p /\ (gain e p = 2 * kappa e -> p = 1 / 2).
Proof.
  intros e0 Hp; rewrite <- gain_half by exact e0; pose proof (pow2_ge_0 (p - 1 / 2)); split.
  - apply gain_anti_le; lra.
  - intros E; destruct (Req_dec p (1 / 2)) as [|N]; [assumption|].
    pose proof (pow2_gt_0 (p - 1 / 2) ltac:(lra)).
    pose proof (gain_anti e e0 p (1 / 2) Hp ltac:(lra)); lra.
Qed.

Lemma gain_max e p : 0 < e -> 0 < p < 1 -> gain e p < 1 / sqrt e.
Proof.
  intros e0 Hp; replace (sqrt e) with (sqrt (0 * (1 - 0) + e)) by (f_equal; ring).
  apply (gain_anti e e0 0 p); nra.
Qed.

Section Beyond.
Context (r b e : R) (r01 : 0 < r < 1) (b0 : 0 < b) (e0 : 0 < e).
Notation h := (h r b e).

(** * N1 *)
Theorem n1_amplification p : 0 <= p <= 1 ->
  h (1 / 2) <= h p /\ h (1 / 2) = sigma (logit r + 2 * kappa e / b) /\ r < h (1 / 2).
Proof using r01 b0 e0.
  intros Hp; split; [apply h_minimum; assumption|]; split; [|apply h_gt_r; auto; lra].
  rewrite h_logistic, gain_half by assumption; f_equal; field; lra.
Qed.

Theorem n1_iterates p0 n : 0 <= p0 <= 1 ->
  h (1 / 2) <= iterate r b e p0 (S n) /\ r < iterate r b e p0 (S n).
Proof using r01 b0 e0.
  intros H; rewrite iterate_S.
  pose proof (n1_amplification _ (iterate_range r b e r01 p0 n H)); lra.
Qed.

(** The size of the amplification, in odds. *)
Lemma exp_logit q : 0 < q < 1 -> exp (logit q) = q / (1 - q).
Proof using Type. intros Hq; unfold logit; apply exp_ln, odds_pos, Hq. Qed.

Theorem n1_odds p : fixed r b e p ->
  (p / (1 - p)) / (r / (1 - r)) = exp (gain e p / b)
  /\ exp (2 * kappa e / b) <= exp (gain e p / b) < exp (1 / (b * sqrt e))
  /\ (exp (gain e p / b) = exp (2 * kappa e / b) <-> p = 1 / 2).
Proof using r01 b0 e0.
  intros [Hp E]; assert (Hp' : 0 < p < 1) by (rewrite <- E; apply h_range, r01).
  pose proof (gain_min e p e0 Hp) as [G1 G2]; pose proof (gain_max e p e0 Hp') as G3.
  pose proof (Rinv_0_lt_compat b b0) as Ib; pose proof (sqrt_lt_R0 e e0).
  assert (M : forall x y, x <= y -> exp (x / b) <= exp (y / b)).
  { intros x y [L| ->]; [apply Rlt_le, exp_increasing, Rmult_lt_compat_r; assumption | lra]. }
  split; [|split; [split; [apply M, G1|]|]].
  - pose proof (logit_h r b e r01 p) as L; rewrite E in L.
    rewrite <- !exp_logit by assumption; unfold Rdiv at 1; rewrite <- exp_Ropp, <- exp_plus.
    f_equal; rewrite L; field; lra.
  - apply exp_increasing; replace (1 / (b * sqrt e)) with (1 / sqrt e / b) by (field; lra).
    apply Rmult_lt_compat_r; assumption.
  - split; [intros X; apply exp_inv in X; apply G2 | intros ->; rewrite gain_half by exact e0; reflexivity].
    apply (Rmult_eq_reg_r (/ b)); [exact X | lra].
Qed.

(** * N2 *)
Lemma y_exp y : y * exp (- y) <= / exp 1.
Proof using Type.
  pose proof (exp_ineq1_le (y - 1)) as I; replace (/ exp 1) with (exp (y - 1) * exp (- y))
    by (rewrite <- exp_plus, <- exp_Ropp; f_equal; ring).
  apply Rmult_le_compat_r; [apply Rlt_le, exp_pos | lra].
Qed.

Theorem n2_derivative p : 1 / 2 <= p <= r ->
  Derive h p <= (2 * p - 1) / (2 * exp 1 * p ^ 2) <= 1 / (2 * exp 1) /\ 1 / (2 * exp 1) < 1.
Proof using r01 b0 e0.
  intros Hp; assert (H01 : 0 <= p <= 1) by lra.
  pose proof (exp_ineq1 1 ltac:(lra)) as E1; split; [split|].
  - rewrite (is_derive_unique _ _ _ (h_derive r b e r01 b0 e0 p H01)).
    pose proof (v_pos e e0 p H01) as V; pose proof (s_pos e e0 p H01) as Sp.
    pose proof (sqrt_sqrt _ (Rlt_le _ _ V)) as S2.
    pose proof (y_exp (1 / b * gain e p)) as Y; pose proof (gain_pos e e0 p H01) as Gp.
    set (y := 1 / b * gain e p) in *.
    assert (y0 : 0 < y) by (apply Rmult_lt_0_compat; [apply Rdiv_lt_0_compat; lra | exact Gp]).
    set (q := (1 - r) / r * exp (- y)).
    assert (q0 : 0 < q) by (apply Rmult_lt_0_compat; [apply ratio_pos, r01 | apply exp_pos]).
    assert (Hh : h p = 1 / (1 + q)) by reflexivity.
    assert (F : h p * (1 - h p) <= q).
    { rewrite Hh; replace (1 / (1 + q) * (1 - 1 / (1 + q))) with (q / (1 + q) ^ 2) by (field; lra).
      apply Rle_div_l; nra. }
    assert (R1 : (1 - r) / r <= (1 - p) / p).
    { apply Rle_div_l; [lra|]; replace ((1 - p) / p * r) with ((1 - p) * r / p) by (field; lra).
      apply Rle_div_r; nra. }
    assert (Q : q * y <= (1 - p) / p * (/ exp 1)).
    { replace (q * y) with ((1 - r) / r * (y * exp (- y))) by (unfold q; ring).
      apply Rmult_le_compat; [apply Rlt_le, ratio_pos, r01 | | exact R1 | exact Y].
      apply Rmult_le_pos; [lra | apply Rlt_le, exp_pos]. }
    replace (- h p * (1 - h p) * ((1 - 2 * p) / (2 * b * pow32 (p * (1 - p) + e))))
      with (h p * (1 - h p) * y * ((2 * p - 1) / (2 * (p * (1 - p) + e)))).
    2: { unfold y, gain, pow32; set (s := sqrt (p * (1 - p) + e)) in *; rewrite <- S2; field; lra. }
    apply (Rle_trans _ ((1 - p) / p * (/ exp 1) * ((2 * p - 1) / (2 * (p * (1 - p)))))).
    + apply Rmult_le_compat.
      * pose proof (h_range r b e r01 p); apply Rmult_le_pos; [nra | lra].
      * apply Rmult_le_pos; [lra | apply Rlt_le, Rinv_0_lt_compat; lra].
      * apply (Rle_trans _ (q * y)); [apply Rmult_le_compat_r; lra | exact Q].
      * apply Rmult_le_compat_l; [lra | apply Rinv_le_contravar; nra].
    + right; field; lra.
  - unfold Rdiv; rewrite Rinv_mult, Rmult_1_l; apply Rle_trans with ((2 * p - 1) * / p ^ 2 * / (2 * exp 1)).
    + right; ring.
    + rewrite <- (Rmult_1_l (/ (2 * exp 1))) at 2.
      apply Rmult_le_compat_r; [apply Rlt_le, Rinv_0_lt_compat; lra|].
      apply (Rle_div_l (2 * p - 1)); [nra | pose proof (pow2_ge_0 (p - 1)); lra].
  - apply Rlt_div_l; lra.
Qed.

(** f' < 0 on all of (0, p_ref], for every beta. *)
Theorem n2_f_decreases p : 0 < p <= r -> Derive (fun q => h q - q) p < 0.
Proof using r01 b0 e0.
  intros Hp; pose proof (h_derive r b e r01 b0 e0 p ltac:(lra)) as D.
  replace (Derive _ p) with (Derive h p - 1).
  - destruct (Rle_or_lt (1 / 2) p) as [G|L].
    + pose proof (n2_derivative p ltac:(lra)); lra.
    + pose proof (proj1 (h_derive_sign r b e r01 b0 e0 p ltac:(lra)) L); lra.
  - symmetry; apply is_derive_unique; rewrite (is_derive_unique _ _ _ D).
    apply (is_derive_minus h id p _ _ D (is_derive_id p)).
Qed.
End Beyond.
