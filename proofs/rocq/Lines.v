(** Lines that claims beside the theorems state: Theorem 4's example in which the iterates from p_ref never come near an attracting
    fixed point, N2 in full, the size of a step (L1), L3 for probabilities. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From GRPO Require Import Defs Proposition1 AppendixB Logit Beyond_N1_N2 Line_orbits.
Open Scope R_scope.

Lemma ln_le x y : 0 < x -> x <= y -> ln x <= ln y.
Proof. intros Hx [L| ->]; [apply Rlt_le, ln_increasing; assumption | lra]. Qed.

(** L1: a step multiplies the probability of a success by at most exp (1 / (beta sqrt ...)). *)
Lemma tilt_at_most r b e p : 0 < r < 1 -> 0 < b -> 0 < e -> 0 <= p <= 1 -> / r * h r b e p <= exp (/ b * gain e p).
Proof.
  intros Hr Hb He Hp; unfold h; replace (1 / b) with (/ b) by (unfold Rdiv; ring); rewrite exp_Ropp.
  pose proof (gain_pos e He p Hp) as G; pose proof (Rinv_0_lt_compat b Hb) as I.
  assert (X1 : 1 < exp (/ b * gain e p)) by (rewrite <- exp_0 at 1; apply exp_increasing, Rmult_lt_0_compat; assumption).
  set (X := exp (/ b * gain e p)) in *; assert (0 < r * X) by (apply Rmult_lt_0_compat; lra).
  replace (/ r * (1 / (1 + (1 - r) / r * / X))) with (X / (1 - r + r * X)) by (field; repeat split; lra).
  assert (r * 1 < r * X) by (apply Rmult_lt_compat_l; lra); apply Rle_div_l; [lra|].
  rewrite <- (Rmult_1_r X) at 1; apply Rmult_le_compat_l; lra.
Qed.

(** N2: f = h - id falls strictly on [0, p_ref]. *)
Theorem n2_falls r b e p q : 0 < r < 1 -> 0 < b -> 0 < e -> 0 <= p -> p < q -> q <= r -> h r b e q - q < h r b e p - p.
Proof.
  intros Hr Hb He Hp L Hq.
  destruct (MVT_cor2 (fun t => h r b e t - t) _ p q L (fun t Ht => proj1 (is_derive_Reals _ _ _) (f_derive r b e Hr Hb He t ltac:(lra))))
    as [c [E Hc]].
  pose proof (n2_f_decreases r b e Hr Hb He c ltac:(lra)) as N.
  assert (U : Derive (fun t => h r b e t - t) c = _) by (apply is_derive_unique, (f_derive r b e Hr Hb He c); lra).
  rewrite U in N; cbv beta in E; apply Rminus_lt; rewrite E; apply (Rmult_lt_compat_r (q - p)) in N; lra.
Qed.

(** The slope of g at logit p, by the chain rule for gain after sigma. *)
Lemma dg_gain e p : 0 < e -> 0 < p < 1 -> dg e (logit p) = (2 * p - 1) / (2 * pow32 (p * (1 - p) + e)) * (p * (1 - p)).
Proof.
  intros He Hp; pose proof (g_derive e He (logit p)) as D.
  assert (C : is_derive (g e) (logit p) ((2 * p - 1) / (2 * pow32 (p * (1 - p) + e)) * (p * (1 - p)))).
  { apply (is_derive_ext (fun y => gain e (sigma y))); [intros y; symmetry; apply g_gain, He|].
    rewrite Rmult_comm; apply (is_derive_comp (gain e) sigma).
    - rewrite sigma_logit by exact Hp; apply gain_derive; lra.
    - rewrite <- (sigma_logit p Hp) at 2 3; apply sigma_derive. }
  apply is_derive_unique in D; apply is_derive_unique in C; rewrite <- D, <- C; reflexivity.
Qed.

(** Theorem 4 says nothing of p_ref's iterates where they do not enter the interval: p_ref = 1/5, beta = 1, eps = 1/100. *)
Theorem elsewhere p n : 1 / 5 <= p <= 4 / 5 -> 1 / 5 <= Nat.iter n (h (1 / 5) 1 (1 / 100)) p <= 4 / 5.
Proof.
  intros Hp; induction n as [|n IH]; [exact Hp|]; simpl; set (x := Nat.iter n _ p) in *; clearbody x.
  pose proof (h_gt_r (1 / 5) 1 (1 / 100) ltac:(lra) ltac:(lra) ltac:(lra) x ltac:(lra)); split; [lra|].
  apply Rle_trans with (h (1 / 5) 1 (1 / 100) (1 / 5)); [apply h_anti_le; try lra; nra|].
  assert (S : 2 / 5 <= sqrt (1 / 5 * (1 - 1 / 5) + 1 / 100)) by (rewrite <- (sqrt_pow2 (2 / 5)) by lra; apply sqrt_le_1_alt; lra).
  assert (G : 1 / 1 * gain (1 / 100) (1 / 5) <= 5 / 2).
  { assert (0 < sqrt (1 / 5 * (1 - 1 / 5) + 1 / 100)) by lra; unfold gain; apply Rinv_le_contravar in S; [|lra]; replace (/ (2 / 5)) with (5 / 2) in S by field.
    replace (1 / 1 * (1 / sqrt (1 / 5 * (1 - 1 / 5) + 1 / 100))) with (/ sqrt (1 / 5 * (1 - 1 / 5) + 1 / 100)) by (field; lra); exact S. }
  assert (E : exp (5 / 2) <= 16).
  { pose proof exp_le_3; pose proof (exp_pos (1 / 2)).
    assert (Y : exp (1 / 2) * exp (1 / 2) = exp 1) by (rewrite <- exp_plus; f_equal; field).
    replace (5 / 2) with (1 / 2 + (1 + 1)) by field; rewrite !exp_plus; assert (exp (1 / 2) <= 7 / 4) by nra.
    pose proof (exp_pos 1); apply Rle_trans with (7 / 4 * (3 * 3)); [|lra].
    apply Rmult_le_compat; [lra | apply Rmult_le_pos; lra | lra | apply Rmult_le_compat; lra]. }
  assert (M : / 16 <= exp (- (1 / 1 * gain (1 / 100) (1 / 5)))).
  { apply Rle_trans with (exp (- (5 / 2))); [rewrite exp_Ropp; apply Rinv_le_contravar; [apply exp_pos | exact E]|].
    destruct G as [G| ->]; [apply Rlt_le, exp_increasing; lra | lra]. }
  unfold h; set (u := exp _) in *; replace ((1 - 1 / 5) / (1 / 5)) with 4 by field; apply Rle_div_l; lra.
Qed.

(** * L3 for probabilities *)
Section Mirror.
Context (b e : R) (b0 : 0 < b) (e0 : 0 < e).
Definition mirror (p : R) : R := p / (p + (1 - p) * exp (- (1 / b * gain e p))).

Lemma mirror_sigma y : mirror (sigma y) = sigma (M b e y).
Proof using e0.
  clear b0; unfold mirror, M; rewrite g_gain by exact e0; set (c := 1 / b * gain e (sigma y)).
  unfold sigma; rewrite Ropp_plus_distr, exp_plus; pose proof (exp_pos (- y)); pose proof (exp_pos (- c)).
  field; repeat split; nra.
Qed.

Lemma mirror_iterates y n : Nat.iter n mirror (sigma y) = sigma (Nat.iter n (M b e) y).
Proof using e0. induction n as [|n IH]; [reflexivity|]; simpl; rewrite IH; apply mirror_sigma. Qed.

Lemma sigma_limit (u : nat -> R) : is_lim_seq u p_infty -> is_lim_seq (fun n => sigma (u n)) 1.
Proof using Type.
  clear; intros L; unfold sigma; evar_last; [apply is_lim_seq_div' with (l1 := 1) (l2 := 1 + 0) | f_equal; field];
    [apply is_lim_seq_const | | lra].
  apply is_lim_seq_plus'; [apply is_lim_seq_const|].
  apply (is_lim_comp_seq exp _ m_infty); [apply is_lim_exp_m | exists 0%nat; easy |].
  replace m_infty with (Rbar_opp p_infty) by reflexivity; apply -> is_lim_seq_opp; exact L.
Qed.

Theorem l3_probabilities p : 0 < p <= 1 ->
  (forall n, Nat.iter n mirror p <= Nat.iter (S n) mirror p /\ (Nat.iter n mirror p < 1 -> Nat.iter n mirror p < Nat.iter (S n) mirror p))
  /\ is_lim_seq (fun n => Nat.iter n mirror p) 1.
Proof using b0 e0.
  intros [P [L| ->]].
  - assert (E : p = sigma (logit p)) by (symmetry; apply sigma_logit; lra); rewrite E.
    destruct (mirror_limit b e b0 e0 (logit p)) as [Up Lim]; split.
    + intros n; rewrite !mirror_iterates; pose proof (sigma_increasing _ _ (Up n)); split; intros; lra.
    + apply (is_lim_seq_ext (fun n => sigma (Nat.iter n (M b e) (logit p)))); [intros; symmetry; apply mirror_iterates|].
      apply sigma_limit, Lim.
  - assert (E : forall n, Nat.iter n mirror 1 = 1).
    { induction n as [|n IH]; [reflexivity|]; simpl; rewrite IH; unfold mirror; field; lra. }
    split; [intros n; rewrite !E; lra|]; apply (is_lim_seq_ext (fun _ => 1)); [intros; symmetry; apply E | apply is_lim_seq_const].
Qed.
End Mirror.
