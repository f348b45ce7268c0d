(** N5: if h(1/2) >= 1/2 every orbit is monotone from its first step on and converges; from
    p_0 = p_ref >= 1/2 it increases strictly to the smallest fixed point.
    N8: for p_ref < 1/2 the sharp transition of Figure 5, at the explicit threshold
    beta_esc = gain(p_ref) / (2 log ((1 - p_ref) / p_ref)). *)
From Coq Require Import Reals Lra Psatz Lia.
From Coquelicot Require Import Coquelicot.
From GRPO Require Import Defs Proposition1 Lemmas2to4 Beyond_N1_N2.
Open Scope R_scope.

Definition b_esc (r e : R) : R := gain e r / (2 * ln ((1 - r) / r)).

Section Map.
Context (r b e : R) (r01 : 0 < r < 1) (b0 : 0 < b) (e0 : 0 < e).
Notation h := (h r b e).
Notation p_ := (iterate r b e).

Lemma monotone_limit (p0 : R) (N : nat) : 0 <= p0 <= 1 ->
  (forall n, (N <= n)%nat -> p_ p0 n <= p_ p0 (S n)) \/ (forall n, (N <= n)%nat -> p_ p0 (S n) <= p_ p0 n) ->
  exists p : R, fixed r b e p /\ is_lim_seq (p_ p0) p.
Proof using r01 b0 e0.
  intros H0 M; cut (exists p : R, is_lim_seq (p_ p0) p).
  { intros [p L]; exists p; split; [apply (limit_is_fixed r b e r01 b0 e0 p0); assumption | exact L]. }
  pose proof (fun n => iterate_range r b e r01 p0 n H0) as I; destruct M as [M|M].
  - destruct (ex_finite_lim_seq_incr (fun n => p_ p0 (n + N)) 1) as [p L];
      [intros n; apply M; lia | intros n; apply I | exists p; apply (is_lim_seq_incr_n _ N), L].
  - destruct (ex_finite_lim_seq_decr (fun n => p_ p0 (n + N)) 0) as [p L];
      [intros n; apply M; lia | intros n; apply I | exists p; apply (is_lim_seq_incr_n _ N), L].
Qed.

(** * N5 *)
(** Once h(1/2) >= 1/2, every start: monotone from n = 1 on, and convergent. *)
Theorem n5_every_start p0 : 1 / 2 <= h (1 / 2) -> 0 <= p0 <= 1 ->
  ((forall n, (1 <= n)%nat -> p_ p0 n <= p_ p0 (S n)) \/ (forall n, (1 <= n)%nat -> p_ p0 (S n) <= p_ p0 n))
  /\ exists p : R, fixed r b e p /\ is_lim_seq (p_ p0) p.
Proof using r01 b0 e0.
  intros Hh H0.
  assert (I : forall n, (1 <= n)%nat -> 1 / 2 <= p_ p0 n <= 1).
  { intros [|n] Hn; [lia|]; pose proof (n1_iterates r b e r01 b0 e0 p0 n H0).
    pose proof (iterate_inside r b e r01 p0 n H0); lra. }
  assert (M : (forall n, (1 <= n)%nat -> p_ p0 n <= p_ p0 (S n))
              \/ (forall n, (1 <= n)%nat -> p_ p0 (S n) <= p_ p0 n)).
  { destruct (Rle_or_lt (p_ p0 1) (p_ p0 2)) as [U|D]; [left|right; apply Rlt_le in D];
      induction n as [|[|n] IH]; intros Hn; try lia; try assumption; specialize (IH ltac:(lia));
      pose proof (I (S n) ltac:(lia)); pose proof (I (S (S n)) ltac:(lia)).
    - change (h (p_ p0 (S n)) <= h (p_ p0 (S (S n)))); apply h_increasing_le; auto; lra.
    - change (h (p_ p0 (S (S n))) <= h (p_ p0 (S n))); apply h_increasing_le; auto; lra. }
  split; [exact M | apply (monotone_limit p0 1 H0 M)].
Qed.

(** When the hypothesis holds: always for p_ref >= 1/2; below, for beta small enough. *)
Theorem n5_hypothesis_high : 1 / 2 <= r -> 1 / 2 < h (1 / 2).
Proof using r01 b0 e0. intros; pose proof (h_gt_r r b e r01 b0 e0 (1 / 2)); lra. Qed.

Lemma log_odds_pos : r < 1 / 2 -> 0 < ln ((1 - r) / r) /\ logit r = - ln ((1 - r) / r).
Proof using r01.
  intros L; split; [|rewrite <- (lemma_4_logit r r01); ring].
  rewrite <- ln_1; apply ln_increasing; [lra | apply Rlt_div_r; lra].
Qed.

Theorem n5_hypothesis_low : r < 1 / 2 -> (1 / 2 <= h (1 / 2) <-> b <= 2 * kappa e / ln ((1 - r) / r)).
Proof using r01 b0 e0.
  intros L; destruct (log_odds_pos L) as [P E]; rewrite <- (Rle_div_r b _ _ P).
  pose proof (n1_amplification r b e r01 b0 e0 (1 / 2) ltac:(lra)) as [_ [S _]].
  pose proof (h_range r b e r01 (1 / 2)) as R; pose proof (logit_h r b e r01 (1 / 2)) as LH.
  rewrite gain_half, E in LH by exact e0.
  replace (1 / b * (2 * kappa e)) with (2 * kappa e / b) in LH by (field; lra).
  split; intros H.
  - apply logit_le in H; [|lra|lra]; rewrite logit_half, LH in H.
    assert (K : ln ((1 - r) / r) <= 2 * kappa e / b) by lra; apply Rle_div_r in K; lra.
  - apply Rnot_lt_le; intros H2; apply logit_increasing in H2; [|lra|lra]; rewrite logit_half, LH in H2.
    assert (K : ln ((1 - r) / r) <= 2 * kappa e / b) by (apply Rle_div_r; lra); lra.
Qed.

(** From p_0 = p_ref >= 1/2: strictly increasing, to the smallest fixed point. *)
Theorem n5_from_reference : 1 / 2 <= r ->
  (forall n, p_ r n < p_ r (S n))
  /\ exists p : R, fixed r b e p /\ r < p /\ (forall q, fixed r b e q -> p <= q) /\ is_lim_seq (p_ r) p.
Proof using r01 b0 e0.
  intros Hr.
  assert (I : forall n, r <= p_ r n < 1).
  { intros [|n]; [simpl; lra|]; pose proof (n1_iterates r b e r01 b0 e0 r n ltac:(lra)).
    pose proof (iterate_inside r b e r01 r n ltac:(lra)); lra. }
  assert (M : forall n, p_ r n < p_ r (S n)).
  { induction n as [|n IH]; [rewrite iterate_S; apply h_gt_r; auto; simpl; lra|].
    change (h (p_ r n) < h (p_ r (S n))).
    pose proof (I n); pose proof (I (S n)); apply h_increasing; auto; lra. }
  split; [exact M|].
  destruct (monotone_limit r 0 ltac:(lra)) as [p [F L]]; [left; intros; apply Rlt_le, M|].
  exists p; split; [exact F|]; split; [destruct F as [F E]; rewrite <- E; apply h_gt_r; auto|].
  split; [|exact L]; intros q [Hq Eq].
  pose proof (h_gt_r r b e r01 b0 e0 q Hq) as Rq; rewrite Eq in Rq.
  assert (U : forall n, p_ r n <= q).
  { induction n as [|n IH]; [simpl; lra|]; rewrite iterate_S, <- Eq.
    pose proof (I n); apply h_increasing_le; auto; lra. }
  change (Rbar_le p q); apply (is_lim_seq_le (p_ r) (fun _ => q)); auto using is_lim_seq_const.
Qed.

(** * N8 *)
Theorem n8_threshold : r < 1 / 2 -> (b < b_esc r e <-> 1 - r < h r) /\ (b = b_esc r e <-> h r = 1 - r).
Proof using r01 b0 e0.
  intros L; destruct (log_odds_pos L) as [P E].
  pose proof (h_range r b e r01 r) as Hr; pose proof (logit_h r b e r01 r) as LH.
  pose proof (logit_mirror r r01) as LM; rewrite E in LH, LM.
  unfold b_esc; set (Lo := ln ((1 - r) / r)) in *; set (s := 1 / b * gain e r) in *.
  replace (gain e r) with (b * s) by (unfold s; field; lra).
  split; split; intros H.
  - apply (Rlt_div_r b) in H; [|lra]; apply Rmult_lt_reg_l in H; [|exact b0].
    apply Rnot_le_lt; intros H2; apply logit_le in H2; lra.
  - apply (Rlt_div_r b); [lra|]; apply logit_increasing in H; [|lra|lra].
    apply Rmult_lt_compat_l; lra.
  - assert (K : b * (2 * Lo) = b * s) by (rewrite H at 1; field; lra).
    apply Rmult_eq_reg_l in K; [|lra]; apply logit_inj; lra.
  - rewrite H in LH; replace s with (2 * Lo) by lra; field; lra.
Qed.

(** Below the threshold: increasing, to a fixed point above 1 - p_ref. *)
Theorem n8_escape : r < 1 / 2 -> b < b_esc r e ->
  (forall n, p_ r n < p_ r (S n)) /\ exists p : R, fixed r b e p /\ 1 - r < p /\ is_lim_seq (p_ r) p.
Proof using r01 b0 e0.
  intros L Hb; apply n8_threshold in Hb; [|exact L].
  assert (M : forall n, 1 - r < p_ r (S n) /\ p_ r (S n) < p_ r (S (S n))).
  { induction n as [|n [IH1 IH2]].
    - rewrite !iterate_S; change (p_ r 0) with r; split; [exact Hb|].
      rewrite <- (h_mirror r b e r) at 1; pose proof (h_range r b e r01 r); apply h_increasing; auto; lra.
    - split; [lra|]; change (h (p_ r (S n)) < h (p_ r (S (S n)))).
      pose proof (iterate_inside r b e r01 r (S n) ltac:(lra)); apply h_increasing; auto; lra. }
  assert (M' : forall n, p_ r n < p_ r (S n)) by (intros [|n]; [simpl; lra | apply M]).
  split; [exact M'|].
  destruct (monotone_limit r 0 ltac:(lra)) as [p [F Lp]]; [left; intros; apply Rlt_le, M'|].
  exists p; split; [exact F|]; split; [|exact Lp].
  assert (p_ r 1 <= p).
  { apply (is_lim_seq_incr_compare (fun n => p_ r n)); [exact Lp | intros; apply Rlt_le, M']. }
  pose proof (M 0%nat); lra.
Qed.

(** At or above it: trapped for ever between h(1/2) and p_1 <= 1 - p_ref. *)
Theorem n8_trapped n : r < 1 / 2 -> b_esc r e <= b -> h (1 / 2) <= p_ r (S n) <= h r /\ h r <= 1 - r.
Proof using r01 b0 e0.
  intros L Hb.
  assert (U : h r <= 1 - r) by (apply Rnot_lt_le; intros K; apply n8_threshold in K; [lra | exact L]).
  split; [|exact U]; split; [apply n1_iterates; auto; lra|].
  induction n as [|n IH]; [rewrite iterate_S; simpl; lra|]; rewrite iterate_S.
  pose proof (n1_iterates r b e r01 b0 e0 r n ltac:(lra)); apply h_anti_le; auto; [lra | nra].
Qed.

Theorem n8_threshold_case n : r < 1 / 2 -> b = b_esc r e -> p_ r (S n) = 1 - r.
Proof using r01 b0 e0.
  intros L Hb; apply n8_threshold in Hb; [|exact L].
  induction n as [|n IH]; rewrite iterate_S; [exact Hb | rewrite IH, h_mirror; exact Hb].
Qed.
End Map.
