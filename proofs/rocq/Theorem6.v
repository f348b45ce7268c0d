(** Theorem 6 (local contraction mapping on the line), as the paper states it, and a form that
    needs the derivative at the fixed point only, which Theorem 4 uses: the map of the paper is
    differentiable on [0,1], not on the whole line. *)
From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
Open Scope R_scope.

(** * Iterates of a contraction *)
Lemma geometric_rate (u : nat -> R) x c : 0 <= c ->
  (forall n, Rabs (u (S n) - x) <= c * Rabs (u n - x)) ->
  forall n, Rabs (u n - x) <= c ^ n * Rabs (u 0%nat - x).
Proof.
  intros Hc H n; induction n as [|n IH]; [simpl; lra|].
  apply (Rle_trans _ _ _ (H n)); simpl; rewrite Rmult_assoc.
  apply Rmult_le_compat_l; assumption.
Qed.

Lemma geometric_limit (u : nat -> R) x c K : 0 <= c < 1 ->
  (forall n, Rabs (u n - x) <= c ^ n * K) -> is_lim_seq u x.
Proof.
  intros Hc H; apply is_lim_seq_spec; intros eps.
  assert (G : is_lim_seq (fun n => c ^ n * K) 0).
  { replace (Finite 0) with (Rbar_mult 0 K) by (simpl; f_equal; ring).
    apply is_lim_seq_scal_r, is_lim_seq_geom; rewrite Rabs_pos_eq; lra. }
  apply is_lim_seq_spec in G; destruct (G eps) as [N HN]; exists N; intros n Hn.
  specialize (HN n Hn); rewrite Rminus_0_r in HN; apply Rabs_lt_between in HN.
  pose proof (H n); lra.
Qed.

(** The mean value inequality on an interval. *)
Lemma lipschitz_of_derive (f df : R -> R) lo hi k :
  (forall t, lo <= t <= hi -> is_derive f t (df t)) ->
  (forall t, lo <= t <= hi -> Rabs (df t) <= k) ->
  forall y z, lo <= y <= hi -> lo <= z <= hi -> Rabs (f y - f z) <= k * Rabs (y - z).
Proof.
  intros D K y z Hy Hz.
  pose proof (Rmin_case z y (fun t => lo <= t) ltac:(lra) ltac:(lra)).
  pose proof (Rmax_case z y (fun t => t <= hi) ltac:(lra) ltac:(lra)).
  simpl in *; destruct (MVT_gen f z y df) as [c [Hc E]].
  - intros t Ht; apply D; lra.
  - intros t Ht; apply continuity_pt_filterlim.
    apply (ex_derive_continuous f); exists (df t); apply D; lra.
  - rewrite E, Rabs_mult; apply Rmult_le_compat_r; [apply Rabs_pos | apply K; lra].
Qed.

Section Local.
Context (f : R -> R) (x l : R) (fx : f x = x) (fl : is_derive f x l) (l1 : Rabs l < 1).

(** A map differentiable at [x] is Lipschitz there, with any constant above [|l|]. *)
Lemma lipschitz_at_point c : Rabs l < c ->
  exists rho, 0 < rho /\ forall y, Rabs (y - x) <= rho -> Rabs (f y - x) <= c * Rabs (y - x).
Proof using fx fl.
  intros Hc; apply is_derive_Reals in fl; destruct (fl (c - Rabs l)) as [[d d0] Hd]; [lra|]; simpl in Hd.
  exists (d / 2); split; [lra|]; intros y Hy.
  destruct (Req_dec y x) as [->|N]; [rewrite fx, Rminus_eq_0, Rabs_R0; lra|].
  specialize (Hd (y - x) ltac:(lra) ltac:(lra)).
  replace (x + (y - x)) with y in Hd by ring; rewrite fx in Hd.
  assert (Q : Rabs ((f y - x) / (y - x)) <= c).
  { replace ((f y - x) / (y - x)) with ((f y - x) / (y - x) - l + l) by ring.
    apply (Rle_trans _ _ _ (Rabs_triang _ _)); lra. }
  rewrite Rabs_div in Q by lra; apply Rle_div_l in Q; [exact Q | apply Rabs_pos_lt; lra].
Qed.

(** Local attraction, with a geometric rate, from the derivative at one point. *)
Theorem local_attraction : exists rho c, 0 < rho /\ 0 <= c < 1 /\
  forall y, Rabs (y - x) <= rho ->
    (forall n, Rabs (Nat.iter n f y - x) <= c ^ n * Rabs (y - x))
    /\ is_lim_seq (fun n => Nat.iter n f y) x.
Proof using fx fl l1.
  pose proof (Rabs_pos l); destruct (lipschitz_at_point ((1 + Rabs l) / 2)) as [rho [Hr L]]; [lra|].
  exists rho, ((1 + Rabs l) / 2); split; [exact Hr|]; split; [lra|]; intros y Hy.
  set (c := (1 + Rabs l) / 2) in *; assert (Hc : 0 <= c < 1) by (unfold c; lra).
  assert (stay : forall n, Rabs (Nat.iter n f y - x) <= rho).
  { induction n as [|n IH]; [exact Hy|]; apply (Rle_trans _ _ _ (L _ IH)).
    pose proof (Rabs_pos (Nat.iter n f y - x)); nra. }
  assert (rate : forall n, Rabs (Nat.iter n f y - x) <= c ^ n * Rabs (y - x)).
  { apply (geometric_rate (fun n => Nat.iter n f y)); [lra|]; intros n; apply L, stay. }
  split; [exact rate | apply (geometric_limit _ _ c (Rabs (y - x))); assumption].
Qed.
End Local.

(** Theorem 6, as printed. *)
Theorem theorem_6 (f df : R -> R) (x : R) :
  (forall y, is_derive f y (df y)) -> (forall y, continuous df y) -> f x = x -> Rabs (df x) < 1 ->
  exists rho k, 0 < rho /\ 0 <= k < 1
    /\ (forall y, x - rho <= y <= x + rho -> Rabs (df y) <= k)
    /\ (forall y z, x - rho <= y <= x + rho -> x - rho <= z <= x + rho ->
          Rabs (f y - f z) <= k * Rabs (y - z))
    /\ (forall y, x - rho <= y <= x + rho -> x - rho <= f y <= x + rho)
    /\ (forall y, x - rho <= y <= x + rho -> f y = y -> y = x)
    /\ (forall y, x - rho <= y <= x + rho -> is_lim_seq (fun n => Nat.iter n f y) x).
Proof.
  intros D C fx l1; set (k := (1 + Rabs (df x)) / 2); pose proof (Rabs_pos (df x)).
  assert (Hk : 0 <= k < 1) by (unfold k; lra).
  assert (N : locally x (fun y => Rabs (df y) < k)).
  { assert (G : continuous (fun y => Rabs (df y)) x)
      by (apply (continuous_comp df Rabs); [apply C | apply continuous_Rabs]).
    apply (G (fun t => t < k)), open_lt; unfold k; lra. }
  destruct N as [[d d0] N]; exists (d / 2), k; split; [lra|]; split; [exact Hk|].
  assert (K : forall y, x - d / 2 <= y <= x + d / 2 -> Rabs (df y) <= k).
  { intros y Hy; apply Rlt_le, N; unfold ball; simpl; unfold AbsRing_ball, abs, minus, plus, opp; simpl.
    apply Rabs_lt_between; lra. }
  assert (L : forall y z, x - d / 2 <= y <= x + d / 2 -> x - d / 2 <= z <= x + d / 2 ->
                Rabs (f y - f z) <= k * Rabs (y - z)).
  { apply (lipschitz_of_derive f df); auto. }
  assert (I : forall y, x - d / 2 <= y <= x + d / 2 -> x - d / 2 <= f y <= x + d / 2).
  { intros y Hy; pose proof (L y x Hy ltac:(lra)) as Ly; rewrite fx in Ly.
    assert (Rabs (y - x) <= d / 2) by (apply Rabs_le_between; lra).
    assert (Rabs (f y - x) <= d / 2) by (pose proof (Rabs_pos (y - x)); nra).
    apply Rabs_le_between in H1; lra. }
  repeat split; auto; try (apply I; assumption).
  - intros y Hy E; pose proof (L y x Hy ltac:(lra)) as Ly; rewrite fx, E in Ly.
    destruct (Req_dec y x) as [|Ny]; [assumption|].
    pose proof (Rabs_pos_lt (y - x) ltac:(lra)); nra.
  - intros y Hy; assert (stay : forall n, x - d / 2 <= Nat.iter n f y <= x + d / 2)
      by (induction n as [|n IH]; [exact Hy | apply I, IH]).
    apply (geometric_limit _ _ k (Rabs (y - x)) Hk).
    apply (geometric_rate (fun n => Nat.iter n f y)); [lra|]; intros n.
    pose proof (L _ x (stay n) ltac:(lra)) as Ly; rewrite fx in Ly; exact Ly.
Qed.
