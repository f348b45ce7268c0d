(** Lemma 1: the derivative at a fixed point, and the bound B(p) on beta that makes
    |h'(p)| < 1. Both directions: |h'(p)| = B(p) / beta. *)
From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GRPO Require Import Defs Proposition1.
Open Scope R_scope.

(** The bound of Lemma 1. *)
Definition B (e p : R) : R := p * (1 - p) * (Rabs (2 * p - 1) / (2 * pow32 (p * (1 - p) + e))).

Section Lemma1.
Context (r b e : R) (r01 : 0 < r < 1) (b0 : 0 < b) (e0 : 0 < e).
Notation h := (h r b e).

(** Lemma 1, the derivative as printed. *)
Theorem lemma_1 p : fixed r b e p ->
  is_derive h p (p * (1 - p) * ((2 * p - 1) / (2 * b * pow32 (p * (1 - p) + e)))).
Proof using r01 b0 e0.
  intros [Hp E]; pose proof (h_derive r b e r01 b0 e0 p Hp) as D.
  rewrite E in D; evar_last; [exact D|].
  pose proof (pow32_pos _ (v_pos e e0 p Hp)); field; lra.
Qed.

Lemma multiplier_abs p : 0 <= p <= 1 ->
  Rabs (p * (1 - p) * ((2 * p - 1) / (2 * b * pow32 (p * (1 - p) + e)))) = B e p / b.
Proof using b0 e0.
  intros Hp; pose proof (pow32_pos _ (v_pos e e0 p Hp)).
  unfold B; rewrite !Rabs_mult, Rabs_div, (Rabs_pos_eq p), (Rabs_pos_eq (1 - p)),
    (Rabs_pos_eq (2 * b * _)) by nra.
  field; lra.
Qed.

(** The condition for local convergence is exactly beta > B(p). *)
Theorem lemma_1_condition p : fixed r b e p -> (Rabs (Derive h p) < 1 <-> B e p < b).
Proof using r01 b0 e0.
  intros F; rewrite (is_derive_unique _ _ _ (lemma_1 p F)), multiplier_abs by apply F.
  split; intros H.
  - apply Rlt_div_l in H; lra.
  - apply Rlt_div_l; lra.
Qed.
End Lemma1.
