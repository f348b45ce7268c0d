(** N5: the limit depends on the start. At p_ref = 1/2, beta = 2, eps = 1/100000 the hypothesis
    h(1/2) >= 1/2 holds; from p_0 = p_ref the iteration tends to the smallest fixed point, below
    9/10; from p_0 = 999/1000 it tends to another one. *)
From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From GRPO Require Import Defs Proposition1 Beyond_N1_N2 Beyond_N5_N8 Monotone_maps ZInterval.
Open Scope R_scope.

Notation half := (1 / 2).
Notation eps1 := (1 / 100000).
Notation h1 := (h (1 / 2) 2 (1 / 100000)).

Lemma h1_low : h1 (9 / 10) < 9 / 10.
Proof. unfold h, gain; interval with (i_prec 40). Qed.

Lemma h1_high : 999 / 1000 < h1 (999 / 1000).
Proof. unfold h, gain; interval with (i_prec 40). Qed.

Theorem n5_limit_depends_on_start : half <= h1 half
  /\ (exists q : R, fixed half 2 eps1 q /\ q < 9 / 10 /\ is_lim_seq (iterate half 2 eps1 half) q)
  /\ (exists p : R, fixed half 2 eps1 p /\ 999 / 1000 <= p /\ is_lim_seq (iterate half 2 eps1 (999 / 1000)) p).
Proof.
  assert (Hh : half < h1 half) by (apply h_gt_r; lra).
  split; [lra|]; split.
  - destruct (n5_from_reference half 2 eps1) as [_ [q [F [_ [Min L]]]]]; try lra.
    exists q; split; [exact F|]; split; [|exact L].
    destruct (Ranalysis5.IVT_interv (fun x => x - h1 x) half (9 / 10)) as [x [Hx E]].
    + intros a Ha; apply continuity_pt_minus; [apply derivable_continuous_pt, derivable_pt_id|].
      apply h_continuity_pt; lra.
    + lra.
    + lra.
    + pose proof h1_low; lra.
    + assert (x <> 9 / 10) by (intros ->; pose proof h1_low; lra).
      pose proof (Min x ltac:(split; lra)); lra.
  - destruct (n5_every_start half 2 eps1 ltac:(lra) ltac:(lra) ltac:(lra) (999 / 1000) ltac:(lra) ltac:(lra))
      as [_ [p [F L]]].
    exists p; split; [exact F|]; split; [|exact L].
    assert (I : forall n, 999 / 1000 <= iterate half 2 eps1 (999 / 1000) n <= 1).
    { induction n as [|n IH]; [simpl; lra|]; rewrite iterate_S.
      pose proof (h_range half 2 eps1 ltac:(lra) (iterate half 2 eps1 (999 / 1000) n)).
      pose proof h1_high.
      pose proof (h_increasing_le half 2 eps1 ltac:(lra) ltac:(lra) ltac:(lra) (999 / 1000)
        (iterate half 2 eps1 (999 / 1000) n) ltac:(lra) (proj1 IH) (proj2 IH)); lra. }
    change (Rbar_le (999 / 1000) p).
    apply (is_lim_seq_le (fun _ => 999 / 1000) (iterate half 2 eps1 (999 / 1000))); auto using is_lim_seq_const.
    intros n; apply I.
Qed.

(** Orbits that rise, as the companion's claims state them: to the smallest fixed point of an interval. *)
Theorem rising r b e a u : 0 < r < 1 -> 0 < b -> 0 < e -> 1 / 2 <= a -> a < u -> u <= 1 -> a < h r b e a -> h r b e u <= u ->
  (forall n, iterate r b e a n < iterate r b e a (S n))
  /\ exists p : R, a <= p <= u /\ h r b e p = p /\ is_lim_seq (iterate r b e a) p /\ forall q, a <= q <= u -> h r b e q = q -> p <= q.
Proof.
  intros r01 b0 e0 Ha L Hu Up Dn.
  assert (inc : forall x y, a <= x -> x <= y -> y <= u -> h r b e x <= h r b e y) by (intros; apply h_increasing_le; auto; lra).
  split; [apply (rises_strictly (h r b e) a u); try lra; try assumption; intros; apply h_increasing; auto; lra|].
  destruct (rises_to_smallest (h r b e) a u) with (x := a) as [_ [p K]]; try lra; try assumption;
    [intros; apply h_continuity_pt; auto; lra | exists p; exact K].
Qed.

Theorem n5_smallest : (forall n, iterate half 2 eps1 half n < iterate half 2 eps1 half (S n))
  /\ exists p : R, half <= p <= 9 / 10 /\ h1 p = p /\ is_lim_seq (iterate half 2 eps1 half) p /\ forall q, half <= q <= 9 / 10 -> h1 q = q -> p <= q.
Proof. pose proof h1_low; apply rising; try lra; apply h_gt_r; lra. Qed.

Theorem n5_another : (forall n, iterate half 2 eps1 (999 / 1000) n < iterate half 2 eps1 (999 / 1000) (S n))
  /\ exists p : R, 999 / 1000 <= p <= 1 /\ h1 p = p /\ is_lim_seq (iterate half 2 eps1 (999 / 1000)) p
    /\ forall q, 999 / 1000 <= q <= 1 -> h1 q = q -> p <= q.
Proof. pose proof h1_high; pose proof (h_range half 2 eps1 ltac:(lra) 1); apply rising; lra. Qed.

(** Figure 5, the case that rises: p_ref = 9/10, beta = 2; to a fixed point beyond 1 - 10^-9. *)
Theorem figure_5_rising : (forall n, iterate (9 / 10) 2 eps1 (9 / 10) n < iterate (9 / 10) 2 eps1 (9 / 10) (S n))
  /\ exists p : R, 9 / 10 <= p <= 1 /\ h (9 / 10) 2 eps1 p = p /\ is_lim_seq (iterate (9 / 10) 2 eps1 (9 / 10)) p
    /\ forall q, 9 / 10 <= q <= 1 -> h (9 / 10) 2 eps1 q = q -> p <= q.
Proof. pose proof (h_range (9 / 10) 2 eps1 ltac:(lra) 1); apply rising; try lra; apply h_gt_r; lra. Qed.

Theorem figure_5_beyond p : 9 / 10 <= p <= 999999999 / 1000000000 -> p < h (9 / 10) 2 eps1 p.
Proof. intros Hp; apply Rminus_lt; unfold h, gain; interval with (i_bisect p, i_prec 60, i_depth 60). Qed.

Theorem figure_2_none p : 1 / 2 <= p <= 1 -> h (1 / 1000) 20 eps1 p < p.
Proof. intros Hp; apply Rminus_lt; unfold h, gain; interval with (i_bisect p, i_prec 40, i_depth 40). Qed.
