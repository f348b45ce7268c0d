(** Theorem 3: every fixed point exceeds p_ref. Both parts as printed, then without the
    condition on beta, which is never needed. The derivative bound by which the paper reaches
    its condition (Appendix B) is proved as well: under the condition f' <= 0 on (1/2, p_ref]. *)
From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GRPO Require Import Defs Proposition1 Lemmas2to4.
Open Scope R_scope.

(** The condition on beta in part (2), as printed. *)
Definition condition (r b e : R) : Prop :=
  r * (1 - r) * (2 * r - 1) / (2 * pow32 (r * (1 - r) + e))
  <= b * cosh (1 / (2 * b) * (1 / sqrt (1 / 4 + e))) ^ 2.

Section Theorem3.
Context (r b e : R) (r01 : 0 < r < 1) (b0 : 0 < b) (e0 : 0 < e).
Notation h := (h r b e).

(** Theorem 3, without a condition. *)
Theorem amplification p : fixed r b e p -> r < p < 1.
Proof using r01 b0 e0.
  intros [Hp E]; rewrite <- E; split; [apply h_gt_r; assumption | apply h_range, r01].
Qed.

(** Theorem 3, parts (1) and (2) as printed. *)
Theorem theorem_3_1 p : r <= 1 / 2 -> fixed r b e p -> r < p.
Proof using r01 b0 e0. intros _ F; apply (amplification p F). Qed.

Theorem theorem_3_2 p : 1 / 2 < r -> condition r b e -> fixed r b e p -> r < p.
Proof using r01 b0 e0. intros _ _ F; apply (amplification p F). Qed.

(** * The paper's own way: the derivative of f = h - id *)

(** Part (1): f decreases on [0, 1/2]. *)
Theorem f_decreases_low p q : 0 <= p -> p < q -> q <= 1 / 2 -> h q - q < h p - p.
Proof using r01 b0 e0. intros; pose proof (h_decreasing r b e r01 b0 e0 p q); lra. Qed.

(** Second factor: (2p-1) / (2 beta (u+e)^(3/2)) increases on [1/2, 1]. *)
Lemma second_factor p q : 1 / 2 <= p -> p <= q -> q <= 1 ->
  (2 * p - 1) / (2 * b * pow32 (p * (1 - p) + e)) <= (2 * q - 1) / (2 * b * pow32 (q * (1 - q) + e)).
Proof using b0 e0.
  clear r01; intros Hp pq Hq.
  pose proof (pow32_pos _ (v_pos e e0 p ltac:(lra))) as P.
  pose proof (pow32_pos _ (v_pos e e0 q ltac:(lra))) as Q.
  assert (L : pow32 (q * (1 - q) + e) <= pow32 (p * (1 - p) + e)).
  { apply pow_incr; split; [apply sqrt_pos | apply sqrt_le_1_alt; nra]. }
  apply Rmult_le_compat; [lra | apply Rlt_le, Rinv_0_lt_compat; nra | lra | apply Rinv_le_contravar; nra].
Qed.

(** First factor: sigma (1 - sigma), by Lemma 3 (2), Lemma 4 and the monotonicity of xi. *)
Lemma first_factor p : 1 / 2 < r -> 0 <= p <= 1 ->
  h p * (1 - h p) <= r * (1 - r) * (1 / cosh (1 / (2 * b) * (1 / sqrt (1 / 4 + e))) ^ 2).
Proof using r01 b0 e0.
  intros r1 Hp; rewrite h_logistic by exact r01; pose proof (gain_pos e e0 p Hp) as G.
  assert (b1 : 0 < 1 / b) by (apply Rdiv_lt_0_compat; lra).
  pose proof (lemma_3_2 (logit r) (1 / b * gain e p) (logit_pos r ltac:(lra)) ltac:(nra)) as L.
  rewrite cosh_logit in L by exact r01.
  apply (Rle_trans _ _ _ L); set (C := cosh (1 / b * gain e p / 2)).
  assert (C1 : 1 <= C) by apply cosh_ge1.
  assert (K : cosh (1 / (2 * b) * (1 / sqrt (1 / 4 + e))) <= C).
  { apply cosh_increasing; split.
    - apply Rmult_le_pos; apply Rlt_le, Rdiv_lt_0_compat; try lra; apply sqrt_lt_R0; lra.
    - replace (1 / b * gain e p / 2) with (1 / (2 * b) * gain e p) by (field; lra).
      apply Rmult_le_compat_l; [apply Rlt_le, Rdiv_lt_0_compat; lra|].
      replace (1 / 4 + e) with (1 / 2 * (1 - 1 / 2) + e) by field.
      apply (gain_anti_le e e0 p (1 / 2)); [lra | pose proof (pow2_ge_0 (p - 1 / 2)); lra]. }
  set (D := cosh (1 / (2 * b) * (1 / sqrt (1 / 4 + e)))) in *; assert (D1 : 1 <= D) by apply cosh_ge1.
  replace (1 / (4 * (1 / (4 * r * (1 - r))) * C ^ 2)) with (r * (1 - r) * / C ^ 2)
    by (field; repeat split; lra).
  apply Rmult_le_compat_l; [nra|]; unfold Rdiv; rewrite Rmult_1_l.
  apply Rinv_le_contravar; [apply pow_lt; lra | apply pow_incr; lra].
Qed.

(** The printed bound on f'. *)
Theorem derivative_bound p : 1 / 2 < r -> 1 / 2 < p <= r ->
  Derive (fun q => h q - q) p
  <= r * (1 - r) * (2 * r - 1) / (2 * pow32 (r * (1 - r) + e))
     * (1 / (b * cosh (1 / (2 * b) * (1 / sqrt (1 / 4 + e))) ^ 2)) - 1.
Proof using r01 b0 e0.
  intros r1 Hp; pose proof (h_derive r b e r01 b0 e0 p ltac:(lra)) as D.
  replace (Derive _ p) with (minus (- h p * (1 - h p) * ((1 - 2 * p) / (2 * b * pow32 (p * (1 - p) + e)))) one)
    by (symmetry; apply is_derive_unique, (is_derive_minus h id p _ _ D (is_derive_id p))).
  unfold minus, plus, opp, one; simpl; apply Rplus_le_compat_r.
  pose proof (first_factor p r1 ltac:(lra)) as F1.
  pose proof (second_factor p r ltac:(lra) ltac:(lra) ltac:(lra)) as F2.
  pose proof (pow32_pos _ (v_pos e e0 p ltac:(lra))) as P.
  pose proof (pow32_pos _ (v_pos e e0 r ltac:(lra))) as Q.
  pose proof (h_range r b e r01 p) as H01.
  set (C := cosh _) in *; assert (C1 : 1 <= C) by apply cosh_ge1.
  replace (- h p * (1 - h p) * ((1 - 2 * p) / (2 * b * pow32 (p * (1 - p) + e))))
    with (h p * (1 - h p) * ((2 * p - 1) / (2 * b * pow32 (p * (1 - p) + e)))) by (field; lra).
  apply (Rle_trans _ (r * (1 - r) * (1 / C ^ 2) * ((2 * r - 1) / (2 * b * pow32 (r * (1 - r) + e))))).
  - apply Rmult_le_compat; [nra | | exact F1 | exact F2].
    apply Rlt_le, Rdiv_lt_0_compat; nra.
  - right; field; repeat split; lra.
Qed.

(** Hence f' <= 0 on (1/2, p_ref] under the condition. *)
Theorem f_decreases_under_condition p : 1 / 2 < r -> condition r b e -> 1 / 2 < p <= r ->
  Derive (fun q => h q - q) p <= 0.
Proof using r01 b0 e0.
  intros r1 C Hp; pose proof (derivative_bound p r1 Hp) as D; unfold condition in C.
  set (K := b * cosh _ ^ 2) in *.
  assert (0 < K) by (apply Rmult_lt_0_compat; [lra | apply pow_lt; pose proof (cosh_ge1 (1 / (2 * b) * (1 / sqrt (1 / 4 + e)))); lra]).
  apply (Rle_trans _ _ _ D); apply Rle_minus; unfold Rdiv at 2; rewrite Rmult_1_l.
  apply Rle_div_l; lra.
Qed.
End Theorem3.
