(** Lemmas 2, 3 and 4 of Appendix B, as the paper states them, with the hyperbolic identities
    they rest on. Lemma 2: f(p_ref) > 0 for f(p) = h(p) - p. Lemma 3: sigma (1 - sigma) in terms
    of cosh, and its bound at a sum. Lemma 4: a(p_ref) > 0 and cosh^2 (a / 2) for p_ref > 1/2. *)
From Coq Require Import Reals Lra Psatz.
From GRPO Require Import Defs.
Open Scope R_scope.

(** * Hyperbolic functions *)
Lemma exp_inverse x : exp x * exp (- x) = 1.
Proof. rewrite <- exp_plus, Rplus_opp_r; apply exp_0. Qed.

Lemma cosh_plus x y : cosh (x + y) = cosh x * cosh y + sinh x * sinh y.
Proof. unfold cosh, sinh; rewrite Ropp_plus_distr, !exp_plus; field. Qed.

Lemma cosh_sinh x : cosh x ^ 2 = 1 + sinh x ^ 2.
Proof. unfold cosh, sinh; pose proof (exp_inverse x); nra. Qed.

Lemma cosh_ge1 x : 1 <= cosh x.
Proof.
  unfold cosh; pose proof (exp_inverse x) as E; pose proof (exp_pos x); pose proof (exp_pos (- x)).
  set (a := exp x) in *; set (c := exp (- x)) in *.
  assert (2 * 2 <= (a + c) * (a + c)) by (pose proof (pow2_ge_0 (a - c)); lra).
  apply Rmult_le_reg_l with 2; [lra|]; nra.
Qed.

Lemma sinh_sign x : 0 <= x -> 0 <= sinh x.
Proof.
  intros [H| <-]; unfold sinh; [|rewrite Ropp_0; lra].
  pose proof (exp_increasing (- x) x ltac:(lra)); lra.
Qed.

Lemma cosh_increasing x y : 0 <= x <= y -> cosh x <= cosh y.
Proof.
  intros H; replace y with (x + (y - x)) by ring; rewrite cosh_plus.
  pose proof (cosh_ge1 x); pose proof (cosh_ge1 (y - x)).
  pose proof (sinh_sign x ltac:(lra)); pose proof (sinh_sign (y - x) ltac:(lra)); nra.
Qed.

(** * Lemma 2 *)
Theorem lemma_2 r b e : 0 < r < 1 -> 0 < b -> 0 < e -> 0 < h r b e r - r.
Proof. intros r01 b0 e0; pose proof (h_gt_r r b e r01 b0 e0 r); lra. Qed.

(** * Lemma 3 *)
Lemma sigma_variance z : sigma z * (1 - sigma z) = exp (- z) / (1 + exp (- z)) ^ 2.
Proof. pose proof (exp_pos (- z)); unfold sigma; field; lra. Qed.

Theorem lemma_3_1 z : sigma z * (1 - sigma z) = 1 / (4 * cosh (z / 2) ^ 2).
Proof.
  rewrite sigma_variance; unfold cosh.
  pose proof (exp_pos (z / 2)); pose proof (exp_pos (- (z / 2))); pose proof (exp_inverse (z / 2)) as E.
  replace (- z) with (- (z / 2) + - (z / 2)) by field; rewrite exp_plus.
  set (a := exp (z / 2)) in *; set (c := exp (- (z / 2))) in *.
  assert (a = / c) as -> by (apply (Rmult_eq_reg_r c); [rewrite E; field; lra | lra]).
  field; repeat split; nra.
Qed.

Theorem lemma_3_2 z a : 0 < z -> 0 < a ->
  sigma (z + a) * (1 - sigma (z + a)) <= 1 / (4 * cosh (z / 2) ^ 2 * cosh (a / 2) ^ 2).
Proof.
  intros Hz Ha; rewrite lemma_3_1.
  replace ((z + a) / 2) with (z / 2 + a / 2) by field; rewrite cosh_plus.
  pose proof (cosh_ge1 (z / 2)); pose proof (cosh_ge1 (a / 2)).
  pose proof (sinh_sign (z / 2) ltac:(lra)); pose proof (sinh_sign (a / 2) ltac:(lra)).
  set (C := cosh (z / 2)) in *; set (D := cosh (a / 2)) in *.
  set (s := sinh (z / 2)) in *; set (t := sinh (a / 2)) in *.
  assert (1 <= C * D) by nra; assert (0 <= s * t) by nra.
  assert ((C * D) ^ 2 <= (C * D + s * t) ^ 2) by (apply pow_incr; lra).
  unfold Rdiv; rewrite !Rmult_1_l; apply Rinv_le_contravar; nra.
Qed.

(** * Lemma 4, with a(p_ref) = - log ((1 - p_ref) / p_ref) *)
Lemma lemma_4_logit r : 0 < r < 1 -> - ln ((1 - r) / r) = logit r.
Proof.
  intros Hr; unfold logit; rewrite <- ln_Rinv by (apply Rdiv_lt_0_compat; lra); f_equal; field; lra.
Qed.

Lemma logit_pos r : 1 / 2 < r < 1 -> 0 < logit r.
Proof. intros Hr; rewrite <- logit_half; apply logit_increasing; lra. Qed.

Lemma cosh_logit r : 0 < r < 1 -> cosh (logit r / 2) ^ 2 = 1 / (4 * r * (1 - r)).
Proof.
  intros Hr; pose proof (lemma_3_1 (logit r)) as E; rewrite sigma_logit in E by exact Hr.
  pose proof (cosh_ge1 (logit r / 2)).
  assert (r * (1 - r) * (4 * cosh (logit r / 2) ^ 2) = 1) by (rewrite E; field; nra).
  apply (Rmult_eq_reg_l (4 * (r * (1 - r)))); [|nra].
  transitivity 1; [lra | field; lra].
Qed.

Theorem lemma_4 r : 1 / 2 < r < 1 ->
  0 < - ln ((1 - r) / r) /\ cosh (- ln ((1 - r) / r) / 2) ^ 2 = 1 / (4 * r * (1 - r)).
Proof.
  intros Hr; rewrite lemma_4_logit by lra; split; [apply logit_pos, Hr | apply cosh_logit; lra].
Qed.
