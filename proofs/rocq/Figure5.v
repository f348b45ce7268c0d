(** Figure 5, the case called divergent: p_ref = 1/1000, beta = 5, eps = 1/100000. The iteration
    from p_0 = p_ref converges to a 2-cycle, by a contraction of h after h on [1/1000, 3/1000]; so
    it does not converge; and the fixed point that the cycle surrounds repels. *)
From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From GRPO Require Import Defs Proposition1 Lemma1 Theorem6 Monotone_maps ZInterval.
Open Scope R_scope.

Notation r0 := (1 / 1000).
Notation beta0 := 5.
Notation eps0 := (1 / 100000).
Notation h0 := (h (1 / 1000) 5 (1 / 100000)).
(** The derivative of [h0], as Proposition 1 gives it. *)
Definition dh0 (p : R) : R :=
  - h0 p * (1 - h0 p) * ((1 - 2 * p) / (2 * beta0 * pow32 (p * (1 - p) + eps0))).

Ltac bound := unfold dh0, h, gain, pow32; interval with (i_prec 40).
Ltac bisect p := unfold dh0, h, gain, pow32; interval with (i_bisect p, i_prec 40).

Lemma dh0_derive p : 0 <= p <= 1 -> is_derive h0 p (dh0 p).
Proof. intros; apply h_derive; lra. Qed.

Lemma h0_continuity a : 0 <= a <= 1 -> continuity_pt h0 a.
Proof. intros; apply h_continuity_pt; lra. Qed.

Lemma h0_inside a : 0 < h0 a < 1.
Proof. apply h_range; lra. Qed.

(** The low band [1/1000, 3/1000] is mapped far above itself, and back into itself by two steps,
    which contract it. *)
Lemma one_step p : r0 <= p <= 3 / 1000 -> 3 / 100 <= h0 p.
Proof. intros Hp; bisect p. Qed.

Lemma two_steps p : r0 <= p <= 3 / 1000 -> r0 <= h0 (h0 p) <= 3 / 1000.
Proof. intros Hp; split; bisect p. Qed.

Lemma two_steps_slope p : r0 <= p <= 3 / 1000 -> 0 <= dh0 (h0 p) * dh0 p <= 9 / 10.
Proof. intros Hp; split; bisect p. Qed.

Lemma two_steps_derive p : 0 <= p <= 1 -> is_derive (fun q => h0 (h0 q)) p (dh0 (h0 p) * dh0 p).
Proof.
  intros Hp; evar_last; [apply (is_derive_comp h0 h0); apply dh0_derive; pose proof (h0_inside p); lra|].
  unfold scal; simpl; unfold mult; simpl; ring.
Qed.

Lemma contraction y z : r0 <= y <= 3 / 1000 -> r0 <= z <= 3 / 1000 ->
  Rabs (h0 (h0 y) - h0 (h0 z)) <= 9 / 10 * Rabs (y - z).
Proof.
  apply (lipschitz_of_derive (fun q => h0 (h0 q)) (fun p => dh0 (h0 p) * dh0 p)).
  - intros t Ht; apply two_steps_derive; lra.
  - intros t Ht; pose proof (two_steps_slope t Ht); rewrite Rabs_pos_eq; lra.
Qed.

(** * The cycle *)
Theorem figure_5_cycle : exists c, 2338 / 1000000 <= c <= 2339 / 1000000
  /\ h0 (h0 c) = c /\ 58 / 1000 <= h0 c <= 59 / 1000.
Proof.
  destruct (Ranalysis5.IVT_interv (fun p => p - h0 (h0 p)) (2338 / 1000000) (2339 / 1000000)) as [c [Hc E]].
  - intros a Ha; apply continuity_pt_minus; [apply derivable_continuous_pt, derivable_pt_id|].
    apply (continuity_pt_comp h0 h0); apply h0_continuity; [lra | pose proof (h0_inside a); lra].
  - lra.
  - bound.
  - bound.
  - exists c; split; [exact Hc|]; split; [lra | split; bisect c].
Qed.

(** It attracts: its multiplier is about 0.7685. *)
Theorem figure_5_multiplier c : 2338 / 1000000 <= c <= 2339 / 1000000 ->
  is_derive (fun q => h0 (h0 q)) c (dh0 (h0 c) * dh0 c)
  /\ 768 / 1000 <= dh0 (h0 c) * dh0 c <= 769 / 1000.
Proof. intros Hc; split; [apply two_steps_derive; lra | split; bisect c]. Qed.

Lemma even_band p0 n : r0 <= p0 <= 3 / 1000 -> r0 <= iterate r0 beta0 eps0 p0 (2 * n) <= 3 / 1000.
Proof.
  intros H0; induction n as [|n IH]; [exact H0|].
  replace (2 * S n)%nat with (S (S (2 * n))) by lia; apply two_steps, IH.
Qed.

Theorem figure_5_attraction : exists c, 2338 / 1000000 <= c <= 2339 / 1000000 /\ h0 (h0 c) = c
  /\ forall p0, r0 <= p0 <= 3 / 1000 ->
       (forall n, Rabs (iterate r0 beta0 eps0 p0 (2 * n) - c) <= (9 / 10) ^ n * Rabs (p0 - c))
       /\ is_lim_seq (fun n => iterate r0 beta0 eps0 p0 (2 * n)) c
       /\ is_lim_seq (fun n => iterate r0 beta0 eps0 p0 (2 * n + 1)) (h0 c).
Proof.
  destruct figure_5_cycle as [c [Hc [E _]]]; exists c; split; [exact Hc|]; split; [exact E|].
  intros p0 H0.
  assert (rate : forall n, Rabs (iterate r0 beta0 eps0 p0 (2 * n) - c) <= (9 / 10) ^ n * Rabs (p0 - c)).
  { apply (geometric_rate (fun n => iterate r0 beta0 eps0 p0 (2 * n))); [lra|]; intros n.
    replace (2 * S n)%nat with (S (S (2 * n))) by lia; rewrite <- E at 1.
    apply contraction; [apply even_band, H0 | lra]. }
  assert (L : is_lim_seq (fun n => iterate r0 beta0 eps0 p0 (2 * n)) c).
  { apply (geometric_limit _ _ (9 / 10) (Rabs (p0 - c))); [lra | exact rate]. }
  split; [exact rate|]; split; [exact L|].
  apply (is_lim_seq_ext (fun n => h0 (iterate r0 beta0 eps0 p0 (2 * n)))).
  - intros n; rewrite Nat.add_1_r; reflexivity.
  - apply is_lim_seq_continuous; [apply h0_continuity; lra | exact L].
Qed.

(** * No convergence *)
Theorem figure_5_diverges (x : Rbar) : ~ is_lim_seq (iterate r0 beta0 eps0 r0) x.
Proof.
  intros L; destruct figure_5_attraction as [c [Hc [_ A]]]; destruct (A r0 ltac:(lra)) as [_ [L2 L1]].
  pose proof (one_step c ltac:(lra)).
  assert (S2 : is_lim_seq (fun n => iterate r0 beta0 eps0 r0 (2 * n)) x).
  { apply (is_lim_seq_subseq (iterate r0 beta0 eps0 r0) x (fun n => (2 * n)%nat)); [|exact L].
    apply eventually_subseq; intros; lia. }
  assert (S1 : is_lim_seq (fun n => iterate r0 beta0 eps0 r0 (2 * n + 1)) x).
  { apply (is_lim_seq_subseq (iterate r0 beta0 eps0 r0) x (fun n => (2 * n + 1)%nat)); [|exact L].
    apply eventually_subseq; intros; lia. }
  apply is_lim_seq_unique in L1; apply is_lim_seq_unique in S1; rewrite L1 in S1.
  apply is_lim_seq_unique in L2; apply is_lim_seq_unique in S2; rewrite L2, <- S1 in S2.
  apply Rbar_finite_eq in S2; lra.
Qed.

(** Lemma 1 gives a multiplier below -1 at the fixed point the cycle surrounds. *)
Theorem figure_5_repelling : exists p, fixed r0 beta0 eps0 p
  /\ 8622 / 1000000 <= p <= 8623 / 1000000 /\ -1062 / 1000 <= Derive h0 p <= -1061 / 1000.
Proof.
  destruct (Ranalysis5.IVT_interv (fun p => p - h0 p) (8622 / 1000000) (8623 / 1000000)) as [p [Hp E]].
  - intros a Ha; apply continuity_pt_minus; [apply derivable_continuous_pt, derivable_pt_id|].
    apply h0_continuity; lra.
  - lra.
  - bound.
  - bound.
  - assert (F : fixed r0 beta0 eps0 p) by (split; lra).
    exists p; split; [exact F|]; split; [exact Hp|].
    rewrite (is_derive_unique _ _ _ (lemma_1 r0 beta0 eps0 ltac:(lra) ltac:(lra) ltac:(lra) p F)).
    unfold pow32; split; interval with (i_bisect p, i_prec 40).
Qed.

(** * As the companion's claims state them *)
Lemma one_step_high p : r0 <= p <= 3 / 1000 -> h0 p <= 2 / 5.
Proof. intros Hp; bisect p. Qed.

Lemma two_steps_increase p q : r0 <= p -> p < q -> q <= 3 / 1000 -> h0 (h0 p) < h0 (h0 q).
Proof.
  intros Hp L Hq; pose proof (one_step_high p ltac:(lra)); pose proof (one_step q ltac:(lra)).
  assert (D : h0 q < h0 p) by (apply h_decreasing; lra); apply h_decreasing; lra.
Qed.

(** The even iterates increase, the odd ones decrease, to the two points of the cycle. *)
Theorem figure_5_two_limits : exists c, 23 / 10000 < c <= 119 / 50000 /\ 119 / 50000 < h0 c <= 2 / 5 /\ h0 (h0 c) = c
  /\ (forall n, iterate r0 beta0 eps0 r0 (2 * n) < iterate r0 beta0 eps0 r0 (2 * S n))
  /\ (forall n, iterate r0 beta0 eps0 r0 (2 * S n + 1) < iterate r0 beta0 eps0 r0 (2 * n + 1))
  /\ is_lim_seq (fun n => iterate r0 beta0 eps0 r0 (2 * n)) c /\ is_lim_seq (fun n => iterate r0 beta0 eps0 r0 (2 * n + 1)) (h0 c)
  /\ forall x : Rbar, ~ is_lim_seq (iterate r0 beta0 eps0 r0) x.
Proof.
  destruct figure_5_attraction as [c [Hc [E A]]]; destruct (A r0 ltac:(lra)) as [_ [L2 L1]]; exists c.
  pose proof (one_step c ltac:(lra)); pose proof (one_step_high c ltac:(lra)).
  assert (Up : forall n, iterate r0 beta0 eps0 r0 (2 * n) < iterate r0 beta0 eps0 r0 (2 * S n)).
  { assert (St : forall k, iterate r0 beta0 eps0 r0 (2 * S k) = h0 (h0 (iterate r0 beta0 eps0 r0 (2 * k))))
      by (intros k; replace (2 * S k)%nat with (S (S (2 * k))) by lia; reflexivity).
    induction n as [|n IH]; [change (r0 < h0 (h0 r0)); bound|]; rewrite (St (S n)); rewrite (St n) at 1.
    pose proof (even_band r0 n ltac:(lra)); pose proof (even_band r0 (S n) ltac:(lra)); apply two_steps_increase; lra. }
  split; [lra|]; split; [lra|]; split; [exact E|]; split; [exact Up|]; split; [|split; [exact L2 | split; [exact L1 | exact figure_5_diverges]]].
  intros n; pose proof (even_band r0 n ltac:(lra)) as B; pose proof (even_band r0 (S n) ltac:(lra)) as B1; specialize (Up n).
  pose proof (one_step (iterate r0 beta0 eps0 r0 (2 * S n)) B1).
  rewrite !Nat.add_1_r; change (h0 (iterate r0 beta0 eps0 r0 (2 * S n)) < h0 (iterate r0 beta0 eps0 r0 (2 * n))).
  apply h_decreasing; lra.
Qed.

Lemma high_band p : 113 / 2000 <= p <= 61 / 1000 -> r0 <= h0 p <= 3 / 1000.
Proof. intros Hp; split; bisect p. Qed.

(** It is the only cycle that has a point in each of two intervals, its multiplier is at most 9/10, and it attracts all of both. *)
Theorem figure_5_only : exists c, 23 / 10000 <= c <= 119 / 50000 /\ 113 / 2000 <= h0 c <= 61 / 1000 /\ h0 (h0 c) = c
  /\ (forall a b, 23 / 10000 <= a <= 119 / 50000 -> 113 / 2000 <= b <= 61 / 1000 -> h0 a = b -> h0 b = a -> a = c /\ b = h0 c)
  /\ (exists d, is_derive (fun q => h0 (h0 q)) c d /\ Rabs d <= 9 / 10)
  /\ (forall x, 23 / 10000 <= x <= 119 / 50000 -> is_lim_seq (fun n => iterate r0 beta0 eps0 x (2 * n)) c
        /\ is_lim_seq (fun n => iterate r0 beta0 eps0 x (2 * n + 1)) (h0 c))
  /\ (forall x, 113 / 2000 <= x <= 61 / 1000 -> is_lim_seq (fun n => iterate r0 beta0 eps0 x (2 * n)) (h0 c)
        /\ is_lim_seq (fun n => iterate r0 beta0 eps0 x (2 * n + 1)) c).
Proof.
  destruct figure_5_attraction as [c [Hc [E A]]]; exists c.
  assert (Hd : 113 / 2000 <= h0 c <= 61 / 1000) by (split; bisect c).
  split; [lra|]; split; [exact Hd|]; split; [exact E|]; split; [|split; [|split]].
  - intros a b Ha Hb <- Eb; assert (a = c) as ->; [|auto].
    pose proof (contraction a c ltac:(lra) ltac:(lra)) as K; rewrite E, Eb in K; pose proof (Rabs_pos (a - c)).
    assert (Z : Rabs (a - c) = 0) by lra; apply Rabs_eq_0 in Z; lra.
  - exists (dh0 (h0 c) * dh0 c); split; [apply two_steps_derive; lra | pose proof (two_steps_slope c ltac:(lra)); rewrite Rabs_pos_eq; lra].
  - intros x Hx; destruct (A x ltac:(lra)) as [_ K]; exact K.
  - intros x Hx; destruct (A (h0 x) (high_band x Hx)) as [_ [L2 L1]]; split.
    + apply is_lim_seq_incr_1, (is_lim_seq_ext (fun n => iterate r0 beta0 eps0 (h0 x) (2 * n + 1))); [|exact L1].
      intros n; unfold iterate; rewrite <- iter_shift; f_equal; lia.
    + apply (is_lim_seq_ext (fun n => iterate r0 beta0 eps0 (h0 x) (2 * n))); [|exact L2].
      intros n; unfold iterate; rewrite <- iter_shift; f_equal; lia.
Qed.

Theorem figure_5_steep p : 43 / 5000 <= p <= 863 / 100000 -> is_derive h0 p (dh0 p) /\ dh0 p < - 1.
Proof. intros Hp; split; [apply dh0_derive; lra | bisect p]. Qed.

(** Figure 2: three fixed points, the last of them within 10^-24 of 1. *)
Lemma zero_between a b : 0 <= a -> a < b -> b <= 1 -> (h0 a - a) * (h0 b - b) < 0 -> exists p, a < p < b /\ h0 p = p.
Proof.
  intros Ha L Hb S; assert (C : forall x, a <= x <= b -> continuity_pt (fun p => (h0 b - b) * (h0 p - p)) x).
  { intros x Hx; apply continuity_pt_mult; [apply continuity_pt_const; intros ? ?; reflexivity|].
    apply continuity_pt_minus; [apply h0_continuity; lra | apply derivable_continuous_pt, derivable_pt_id]. }
  destruct (Ranalysis5.IVT_interv (fun p => (h0 b - b) * (h0 p - p)) a b C L) as [p [Hp E]].
  { rewrite Rmult_comm; exact S. }
  { assert (N : h0 b - b <> 0) by (intros Z; rewrite Z in S; lra); pose proof (pow2_gt_0 _ N); lra. }
  exists p; assert (h0 b - b <> 0) by (intros Z; rewrite Z in S; lra).
  assert (Z : h0 p - p = 0) by (apply Rmult_integral in E; lra).
  assert (p <> a) by (intros ->; rewrite Z in S; lra); assert (p <> b) by (intros ->; lra); split; lra.
Qed.

Theorem figure_2_three : (exists p, 1 / 200 < p < 1 / 100 /\ h0 p = p) /\ (exists p, 1 / 100 < p < 9999 / 10000 /\ h0 p = p)
  /\ exists p, 1 - 1 / 10 ^ 24 < p < 1 /\ h0 p = p.
Proof. split; [|split]; apply zero_between; try lra; unfold h, gain; interval with (i_prec 100). Qed.
