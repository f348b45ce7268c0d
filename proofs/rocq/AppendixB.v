(** The printed steps of Appendices A and B that are not lemmas of their own: the derivative of
    z(p), of the logistic function and of f; the function xi of the proof of Theorem 3 and its
    monotonicity; the chain h(p_ref) > h(1/2) > p_ref > 1/2. *)
From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GRPO Require Import Defs Proposition1 Lemmas2to4.
Open Scope R_scope.

(** Appendix A: sigma' = sigma (1 - sigma). *)
Theorem sigma_derive z : is_derive sigma z (sigma z * (1 - sigma z)).
Proof.
  unfold sigma; pose proof (exp_pos (- z)); auto_derive; [lra | field; lra].
Qed.

Section Steps.
Context (r b e : R) (r01 : 0 < r < 1) (b0 : 0 < b) (e0 : 0 < e).
Notation h := (h r b e).

(** z(p) = - log A + B(p) with A = (1 - p_ref) / p_ref, B(p) = 1 / (beta sqrt (p(1-p) + eps)). *)
Definition z (p : R) : R := - ln ((1 - r) / r) + 1 / b * gain e p.

Theorem h_is_sigma_z p : h p = sigma (z p).
Proof using r01. unfold z; rewrite lemma_4_logit by exact r01; apply h_logistic, r01. Qed.

Theorem z_derive p : 0 <= p <= 1 ->
  is_derive z p (- ((1 - 2 * p) / (2 * b * pow32 (p * (1 - p) + e)))).
Proof using b0 e0.
  intros Hp; pose proof (gain_derive e p e0 Hp) as D; pose proof (pow32_pos _ (v_pos e e0 p Hp)).
  unfold z; auto_derive; [eexists; exact D|].
  replace (Derive _ p) with ((2 * p - 1) / (2 * pow32 (p * (1 - p) + e)))
    by (symmetry; apply is_derive_unique, D).
  field; lra.
Qed.

(** Appendix B: the derivative of f(p) = h(p) - p. *)
Theorem f_derive p : 0 <= p <= 1 ->
  is_derive (fun q => h q - q) p
    (- sigma (z p) * (1 - sigma (z p)) * ((1 - 2 * p) / (2 * b * pow32 (p * (1 - p) + e))) - 1).
Proof using r01 b0 e0.
  intros Hp; rewrite <- h_is_sigma_z.
  exact (is_derive_minus h id p _ _ (h_derive r b e r01 b0 e0 p Hp) (is_derive_id p)).
Qed.

(** xi(p) = cosh^2 (b(p) / (2 beta)), its derivative as printed, and its monotonicity. *)
Definition xi (p : R) : R := cosh (1 / (2 * b) * gain e p) ^ 2.

Theorem xi_derive p : 0 <= p <= 1 ->
  is_derive xi p (1 / (4 * b) * ((2 * p - 1) / pow32 (p * (1 - p) + e)) * sinh (1 / b * gain e p)).
Proof using b0 e0.
  intros Hp; pose proof (gain_derive e p e0 Hp) as D; pose proof (pow32_pos _ (v_pos e e0 p Hp)).
  unfold xi, cosh; auto_derive; [repeat split; eexists; exact D|].
  replace (Derive _ p) with ((2 * p - 1) / (2 * pow32 (p * (1 - p) + e)))
    by (symmetry; apply is_derive_unique, D).
  set (y := 1 / (2 * b) * gain e p).
  replace (1 / b * gain e p) with (y + y) by (unfold y; field; lra).
  unfold sinh; rewrite Ropp_plus_distr, !exp_plus; field; lra.
Qed.

Theorem xi_increasing p q : 1 / 2 <= p -> p <= q -> q <= 1 -> xi p <= xi q.
Proof using b0 e0.
  clear r01; intros Hp pq Hq; pose proof (gain_pos e e0 p ltac:(lra)) as G.
  assert (K : 0 < 1 / (2 * b)) by (apply Rdiv_lt_0_compat; lra).
  assert (L : gain e p <= gain e q).
  { apply gain_anti_le; [exact e0 | lra|]; assert (0 <= (q - p) * (p + q - 1)) by (apply Rmult_le_pos; lra); lra. }
  apply pow_incr; split; [pose proof (cosh_ge1 (1 / (2 * b) * gain e p)); lra|].
  apply cosh_increasing; split; [apply Rmult_le_pos; lra | apply Rmult_le_compat_l; lra].
Qed.

(** "For p_ref > 1/2 we have h(p_ref) > h(1/2) > p_ref > 1/2." *)
Theorem high_reference_chain : 1 / 2 < r -> h (1 / 2) < h r /\ r < h (1 / 2).
Proof using r01 b0 e0.
  intros Hr; split; [apply h_increasing; auto; lra | apply h_gt_r; auto; lra].
Qed.
End Steps.
