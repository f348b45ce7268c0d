(** The condition on beta of Theorem 3 (2), and what Figures 3 and 4 show of it and of the bound of Lemma 1: where it holds, where it
    fails, how large the bound becomes. *)
From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GRPO Require Import Defs Proposition1 Lemma1 Lemmas2to4 Theorem3 Derivatives Logit Beyond_N3.
Open Scope R_scope.

(** The left side of the condition, and the argument of cosh in it. *)
Definition left_side (r e : R) : R := r * (1 - r) * (2 * r - 1) / (2 * pow32 (r * (1 - r) + e)).
Definition argument (b e : R) : R := 1 / (2 * b) * (1 / sqrt (1 / 4 + e)).

Section Condition.
Context (r b e : R) (r1 : 1 / 2 < r < 1) (b0 : 0 < b) (e0 : 0 < e).

Lemma left_pos : 0 < left_side r e.
Proof using r1 e0.
  apply Rdiv_lt_0_compat; [repeat apply Rmult_lt_0_compat; lra | apply Rmult_lt_0_compat; [lra | apply pow32_pos; nra]].
Qed.

Lemma left_bound : left_side r e <= B_max e.
Proof using r1 e0.
  pose proof (n3_bound e e0 r ltac:(lra)) as K; unfold B in K; rewrite Rabs_pos_eq in K by lra; unfold left_side, Rdiv in *; lra.
Qed.

Lemma argument_half : argument b e * (b * sqrt (1 + 4 * e)) = 1.
Proof using b0 e0.
  clear r1; assert (E : sqrt (1 / 4 + e) = sqrt (1 + 4 * e) / 2).
  { replace (1 / 4 + e) with ((1 + 4 * e) / 2 ^ 2) by field; rewrite sqrt_div, sqrt_pow2 by lra; reflexivity. }
  unfold argument; rewrite E; pose proof (sqrt_lt_R0 (1 + 4 * e)); field; lra.
Qed.

Theorem condition_small : b * left_side r e <= 1 / (1 + 4 * e) -> condition r b e.
Proof using r1 b0 e0.
  intros H; unfold condition; fold (left_side r e) (argument b e); pose proof (cosh_square (argument b e)) as K.
  pose proof argument_half as A; set (t := argument b e) in *; pose proof (sqrt_sqrt (1 + 4 * e) ltac:(lra)) as S2.
  pose proof (sqrt_lt_R0 (1 + 4 * e) ltac:(lra)); set (s := sqrt (1 + 4 * e)) in *.
  assert (E : b * (b * t ^ 2) = 1 / (1 + 4 * e)).
  { rewrite <- S2; apply (Rmult_eq_reg_r (s * s)); [|apply Rgt_not_eq, Rmult_lt_0_compat; lra].
    transitivity ((t * (b * s)) ^ 2); [ring | rewrite A; field; lra]. }
  rewrite <- E in H; apply Rmult_le_reg_l in H; [|exact b0].
  assert (b * (1 + t ^ 2) <= b * cosh t ^ 2) by (apply Rmult_le_compat_l; lra); lra.
Qed.

Theorem condition_always : left_side r e <= 11 / 5 / sqrt (1 + 4 * e) -> condition r b e.
Proof using r1 b0 e0.
  intros H; unfold condition; fold (left_side r e) (argument b e); pose proof argument_half as A.
  pose proof (sqrt_lt_R0 (1 + 4 * e) ltac:(lra)) as P; set (t := argument b e) in *; set (s := sqrt (1 + 4 * e)) in *.
  assert (bs : 0 < b * s) by (apply Rmult_lt_0_compat; lra).
  assert (t0 : 0 < t) by (apply Rnot_le_lt; intros N; nra); pose proof (cosh_line t t0) as K.
  assert (E : b * (11 / 5 * t) = 11 / 5 / s).
  { apply (Rmult_eq_reg_r s); [|lra]; transitivity (11 / 5 * (t * (b * s))); [ring | rewrite A; field; lra]. }
  apply (Rmult_le_compat_l b) in K; lra.
Qed.

(** p_ref (1 - p_ref) >= 1/20. *)
Theorem condition_every_beta : 1 <= 20 * r * (1 - r) -> condition r b e.
Proof using r1 b0 e0.
  intros H; apply condition_always; pose proof left_pos as L; revert L; unfold left_side, pow32.
  assert (U : 1 / 20 <= r * (1 - r) < 1 / 4) by nra; pose proof (sqrt_sqrt (r * (1 - r) + e) ltac:(lra)) as Q2.
  pose proof (sqrt_lt_R0 (r * (1 - r) + e) ltac:(lra)) as Q; pose proof (sqrt_sqrt (1 + 4 * e) ltac:(lra)) as W2.
  pose proof (sqrt_lt_R0 (1 + 4 * e) ltac:(lra)) as W; assert (D2 : (2 * r - 1) * (2 * r - 1) = 1 - 4 * (r * (1 - r))) by ring.
  set (u := r * (1 - r)) in *; set (q := sqrt (u + e)) in *; set (w := sqrt (1 + 4 * e)) in *; set (d := 2 * r - 1) in *.
  intros L; apply (Rmult_le_reg_r w); [exact W|]; replace (11 / 5 / w * w) with (11 / 5) by (field; lra).
  (* u w <= q^2, for u <= 1/4; and d <= 4 u, whose square is 1 - 4 u <= 4/5 *)
  assert (A : u * (w * w) <= q * q) by (rewrite W2, Q2; nra).
  assert (V : u * w <= q * q * w) by nra.
  assert (X : u * d * w <= 2 * (2 * q ^ 3)).
  { apply Rsqr_incr_0_var; [unfold Rsqr | pose proof (pow_lt q 3 Q); lra].
    replace (u * d * w * (u * d * w)) with (u * (u * (w * w)) * (d * d)) by ring; rewrite D2.
    assert (u * (u * (w * w)) <= u * (q * q)) by (apply Rmult_le_compat_l; lra).
    assert (u <= q * q) by lra; assert (0 <= q * q * (q * q)) by (apply Rmult_le_pos; nra).
    apply Rle_trans with (u * (q * q) * (1 - 4 * u)); [apply Rmult_le_compat_r; lra|].
    apply Rle_trans with (16 * (u * (q * q) * u)); [|replace (2 * (2 * q ^ 3) * (2 * (2 * q ^ 3))) with (16 * (q * q * (q * q) * (q * q))) by ring; nra].
    assert (0 <= u * (q * q)) by nra; nra. }
  pose proof (pow_lt q 3 Q) as Q3; apply (Rmult_le_reg_r (2 * q ^ 3)); [lra|].
  replace (u * d / (2 * q ^ 3) * w * (2 * q ^ 3)) with (u * d * w) by (field; lra); lra.
Qed.

Theorem condition_small_beta : b <= 3 * sqrt 3 * sqrt e -> condition r b e.
Proof using r1 b0 e0.
  intros H; apply condition_small; pose proof left_bound as K; pose proof left_pos; pose proof (B_max_pos e e0).
  pose proof (sqrt_lt_R0 3 ltac:(lra)); pose proof (sqrt_lt_R0 e e0).
  apply Rle_trans with (3 * sqrt 3 * sqrt e * B_max e); [apply Rmult_le_compat; lra|].
  right; unfold B_max; field; lra.
Qed.

Theorem condition_large_beta : B_max e <= b -> condition r b e.
Proof using r1 b0 e0.
  intros H; unfold condition; fold (left_side r e) (argument b e); pose proof left_bound; pose proof (cosh_square (argument b e)).
  pose proof (pow2_ge_0 (argument b e)); assert (b * 1 <= b * cosh (argument b e) ^ 2) by (apply Rmult_le_compat_l; lra); lra.
Qed.
End Condition.

(** It fails at p_ref = 0.99, beta = 1, eps = 1/100000. *)
Theorem condition_fails : 1 * cosh (argument 1 (1 / 100000)) ^ 2 < left_side (99 / 100) (1 / 100000).
Proof.
  assert (S : sqrt (99 / 100 * (1 - 99 / 100) + 1 / 100000) <= 997 / 10000)
    by (rewrite <- (sqrt_pow2 (997 / 10000)) by lra; apply sqrt_le_1_alt; lra).
  assert (R : 1 / 2 <= sqrt (1 / 4 + 1 / 100000)) by (rewrite <- (sqrt_pow2 (1 / 2)) by lra; apply sqrt_le_1_alt; lra).
  assert (P : 0 < sqrt (99 / 100 * (1 - 99 / 100) + 1 / 100000)) by (apply sqrt_lt_R0; lra).
  assert (A : 0 <= argument 1 (1 / 100000) <= 1).
  { unfold argument; split; [apply Rmult_le_pos; [lra | apply Rlt_le, Rdiv_lt_0_compat; lra]|].
    replace (1 / (2 * 1) * (1 / sqrt (1 / 4 + 1 / 100000))) with (1 / 2 / sqrt (1 / 4 + 1 / 100000)) by (field; lra); apply Rle_div_l; lra. }
  assert (C : cosh (argument 1 (1 / 100000)) <= 2).
  { apply Rle_trans with (cosh 1); [apply cosh_increasing; lra|]; unfold cosh.
    pose proof exp_le_3; pose proof (exp_increasing (- (1)) 0 ltac:(lra)) as E; rewrite exp_0 in E; lra. }
  pose proof (cosh_ge1 (argument 1 (1 / 100000))); apply Rle_lt_trans with 4; [nra|].
  unfold left_side, pow32; set (s := sqrt _) in *.
  assert (s ^ 3 <= (997 / 10000) ^ 3) by (apply pow_incr; lra); pose proof (pow_lt s 3 P).
  apply (proj1 (Rlt_div_r 4 _ (2 * s ^ 3) ltac:(lra))); lra.
Qed.

(** * The bound of Lemma 1 at eps = 1/100000 *)
Theorem ceiling : B_max (1 / 100000) <= 61.
Proof.
  assert (S : 1732 / 1000 <= sqrt 3) by (rewrite <- (sqrt_pow2 (1732 / 1000)) by lra; apply sqrt_le_1_alt; lra).
  assert (Q : 3162 / 1000000 <= sqrt (1 / 100000)) by (rewrite <- (sqrt_pow2 (3162 / 1000000)) by lra; apply sqrt_le_1_alt; lra).
  unfold B_max; apply Rle_div_l; [apply Rmult_lt_0_compat; [apply Rmult_lt_0_compat|]; lra|].
  assert (1732 / 1000 * (3162 / 1000000) <= sqrt 3 * sqrt (1 / 100000)) by (apply Rmult_le_compat; lra); lra.
Qed.

Theorem peak : 60 < B (1 / 100000) (1 / 50000).
Proof.
  assert (S : sqrt (1 / 50000 * (1 - 1 / 50000) + 1 / 100000) <= 5478 / 1000000)
    by (rewrite <- (sqrt_pow2 (5478 / 1000000)) by lra; apply sqrt_le_1_alt; lra).
  assert (P : 0 < sqrt (1 / 50000 * (1 - 1 / 50000) + 1 / 100000)) by (apply sqrt_lt_R0; lra).
  unfold B, pow32; rewrite Rabs_left by lra; set (s := sqrt _) in *.
  assert (s ^ 3 <= (5478 / 1000000) ^ 3) by (apply pow_incr; lra); pose proof (pow_lt s 3 P).
  replace (1 / 50000 * (1 - 1 / 50000) * (- (2 * (1 / 50000) - 1) / (2 * s ^ 3)))
    with (1 / 50000 * (1 - 1 / 50000) * (1 - 2 * (1 / 50000)) / (2 * s ^ 3)) by (field; lra).
  apply (proj1 (Rlt_div_r 60 _ (2 * s ^ 3) ltac:(lra))); lra.
Qed.

(** v / (2 (v + eps)^(3/2)) < 1 / (5 sqrt eps): with q = sqrt (v + eps) and s = sqrt eps, 2 q^3 - 5 s q^2 + 5 s^3 is a square times a
    positive factor, and something more. *)
Theorem peak_bound e v : 0 < e -> 0 <= v -> v / (2 * sqrt (v + e) ^ 3) < 1 / (5 * sqrt e).
Proof.
  intros He Hv; pose proof (sqrt_lt_R0 e He) as S; pose proof (sqrt_sqrt e ltac:(lra)) as S2.
  pose proof (sqrt_lt_R0 (v + e) ltac:(lra)) as Q; pose proof (sqrt_sqrt (v + e) ltac:(lra)) as Q2.
  replace v with (sqrt (v + e) * sqrt (v + e) - sqrt e * sqrt e) at 1 by lra; set (s := sqrt e) in *; set (q := sqrt (v + e)) in *.
  assert (K : 0 < (q - 5 / 3 * s) ^ 2 * (2 * q + 5 / 3 * s) + 10 / 27 * s ^ 3).
  { apply Rplus_le_lt_0_compat; [apply Rmult_le_pos; [apply pow2_ge_0 | lra] | apply Rmult_lt_0_compat; [lra | apply pow_lt, S]]. }
  apply Rminus_lt_0; replace (1 / (5 * s) - (q * q - s * s) / (2 * q ^ 3))
    with (((q - 5 / 3 * s) ^ 2 * (2 * q + 5 / 3 * s) + 10 / 27 * s ^ 3) / (10 * s * q ^ 3)) by (field; lra).
  apply Rdiv_lt_0_compat; [exact K | apply Rmult_lt_0_compat; [lra | apply pow_lt, Q]].
Qed.
