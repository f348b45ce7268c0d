(** N5 and L3 on the line: the iterates from [1/2, 1], and the map x + g(x)/beta of the KL penalty to the previous policy. *)
From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From GRPO Require Import Defs Proposition1 Logit Beyond_N1_N2 Beyond_N5_N8.
Open Scope R_scope.

Section Band.
Context (r b e : R) (r01 : 0 < r < 1) (b0 : 0 < b) (e0 : 0 < e) (Hh : 1 / 2 <= h r b e (1 / 2)).
Notation h := (h r b e).
Notation p_ := (iterate r b e).

Lemma band p0 n : 1 / 2 <= p0 <= 1 -> 1 / 2 <= p_ p0 n <= 1.
Proof using r01 b0 e0 Hh.
  intros H0; induction n as [|n IH]; [exact H0|]; rewrite iterate_S; pose proof (h_range r b e r01 (p_ p0 n)).
  pose proof (h_increasing_le r b e r01 b0 e0 (1 / 2) (p_ p0 n)); lra.
Qed.

Lemma ordered p0 q0 n : 1 / 2 <= p0 -> p0 <= q0 -> q0 <= 1 -> p_ p0 n <= p_ q0 n.
Proof using r01 b0 e0 Hh.
  intros; induction n as [|n IH]; [assumption|]; rewrite !iterate_S.
  pose proof (band p0 n ltac:(lra)); pose proof (band q0 n ltac:(lra)); apply h_increasing_le; auto; lra.
Qed.

Lemma shifted p0 n : p_ p0 (S n) = p_ (h p0) n.
Proof. induction n as [|n IH]; [reflexivity | rewrite iterate_S, IH, iterate_S; reflexivity]. Qed.

Lemma fixed_orbit q n : h q = q -> p_ q n = q.
Proof. intros F; induction n as [|n IH]; [reflexivity | rewrite iterate_S, IH; exact F]. Qed.

(** From any start there the orbit is monotone and converges to a fixed point. *)
Theorem band_monotone p0 : 1 / 2 <= p0 <= 1 ->
  (forall n, 1 / 2 <= p_ p0 n <= 1)
  /\ ((forall n, p_ p0 n <= p_ p0 (S n)) \/ (forall n, p_ p0 (S n) <= p_ p0 n))
  /\ exists p : R, 0 <= p <= 1 /\ h p = p /\ is_lim_seq (p_ p0) p.
Proof using r01 b0 e0 Hh.
  intros H0; split; [intros k; apply band, H0|]; split.
  - pose proof (band p0 1 H0) as H1; change (p_ p0 1) with (h p0) in H1.
    destruct (Rle_dec p0 (h p0)); [left | right]; intros k; rewrite shifted; apply ordered; lra.
  - destruct (n5_every_start r b e r01 b0 e0 p0 Hh ltac:(lra)) as [_ [p [[F1 F2] L]]]; exists p; auto.
Qed.

(** From 1/2 it tends to the smallest fixed point there, from 1 to the largest. *)
Theorem band_smallest : exists p : R, 1 / 2 <= p <= 1 /\ h p = p /\ (forall n, p_ (1 / 2) n <= p_ (1 / 2) (S n)) /\ is_lim_seq (p_ (1 / 2)) p
  /\ forall q, 1 / 2 <= q <= 1 -> h q = q -> p <= q.
Proof using r01 b0 e0 Hh.
  destruct (band_monotone (1 / 2) ltac:(lra)) as [I [_ [p [Hp [F L]]]]]; exists p.
  assert (1 / 2 <= p) by (change (Rbar_le (1 / 2) p); apply (is_lim_seq_le (fun _ => 1 / 2) (p_ (1 / 2)));
    [intros n; apply I | apply is_lim_seq_const | exact L]).
  split; [lra|]; split; [exact F|]; split; [intros n; rewrite shifted; apply ordered; pose proof (h_range r b e r01 (1 / 2)); lra|].
  split; [exact L|]; intros q Hq Fq; change (Rbar_le p q).
  apply (is_lim_seq_le (p_ (1 / 2)) (fun _ => q)); [|exact L | apply is_lim_seq_const].
  intros n; rewrite <- (fixed_orbit q n Fq); apply ordered; lra.
Qed.

Theorem band_largest : exists p : R, 1 / 2 <= p <= 1 /\ h p = p /\ (forall n, p_ 1 (S n) <= p_ 1 n) /\ is_lim_seq (p_ 1) p
  /\ forall q, 1 / 2 <= q <= 1 -> h q = q -> q <= p.
Proof using r01 b0 e0 Hh.
  destruct (band_monotone 1 ltac:(lra)) as [I [_ [p [Hp [F L]]]]]; exists p.
  assert (1 / 2 <= p) by (change (Rbar_le (1 / 2) p); apply (is_lim_seq_le (fun _ => 1 / 2) (p_ 1));
    [intros n; apply I | apply is_lim_seq_const | exact L]).
  split; [lra|]; split; [exact F|]; split.
  { intros n; rewrite shifted; pose proof (h_range r b e r01 1); pose proof (band 1 1 ltac:(lra)) as B1.
    change (p_ 1 1) with (h 1) in B1; apply ordered; lra. }
  split; [exact L|]; intros q Hq Fq; change (Rbar_le q p).
  apply (is_lim_seq_le (fun _ => q) (p_ 1)); [|apply is_lim_seq_const | exact L].
  intros n; rewrite <- (fixed_orbit q n Fq); apply ordered; lra.
Qed.
End Band.

Section Mirror.
Context (b e : R) (b0 : 0 < b) (e0 : 0 < e).
Definition M (y : R) : R := y + 1 / b * g e y.

Lemma mirror_step y : y + 2 * kappa e / b <= M y.
Proof using b0 e0.
  pose proof (sigma_range y); destruct (gain_min e (sigma y) e0 ltac:(lra)) as [K _]; rewrite <- g_gain in K by exact e0.
  unfold M; apply (Rmult_le_compat_r (1 / b)) in K; [|apply Rlt_le, Rdiv_lt_0_compat; lra]; unfold Rdiv in *; lra.
Qed.

(** L3: the logits grow at least linearly. *)
Theorem mirror_growth y0 n : y0 + 2 * INR n * kappa e / b <= Nat.iter n M y0.
Proof using b0 e0.
  induction n as [|n IH]; [simpl; unfold Rdiv; lra|]; rewrite S_INR; simpl.
  pose proof (mirror_step (Nat.iter n M y0)); unfold Rdiv in *; lra.
Qed.

Theorem mirror_limit y0 : (forall n, Nat.iter n M y0 < Nat.iter (S n) M y0) /\ is_lim_seq (fun n => Nat.iter n M y0) p_infty.
Proof using b0 e0.
  assert (k0 : 0 < 2 * kappa e / b).
  { apply Rdiv_lt_0_compat; [|exact b0]; apply Rmult_lt_0_compat; [lra|]; apply Rdiv_lt_0_compat; [lra | apply sqrt_lt_R0; lra]. }
  split; [intros n; simpl; pose proof (mirror_step (Nat.iter n M y0)); lra|].
  apply (is_lim_seq_le_p_loc (fun n => y0 + 2 * kappa e / b * INR n)).
  - exists 0%nat; intros n _; pose proof (mirror_growth y0 n); unfold Rdiv in *; lra.
  - apply (is_lim_seq_plus _ _ y0 p_infty p_infty); [apply is_lim_seq_const | | reflexivity].
    replace p_infty with (Rbar_mult (2 * kappa e / b) p_infty); [apply is_lim_seq_scal_l, is_lim_seq_INR|].
    simpl; destruct (Rle_dec 0 (2 * kappa e / b)) as [H|H]; [|lra]; destruct (Rle_lt_or_eq_dec _ _ H); [reflexivity | lra].
Qed.
End Mirror.
