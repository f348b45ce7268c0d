(** N5: the limit depends on the start. At p_ref = 1/2, beta = 2, eps = 1/100000 the hypothesis
    h(1/2) >= 1/2 holds; from p_0 = p_ref the iteration tends to the smallest fixed point, below
    9/10; from p_0 = 999/1000 it tends to another one. *)
From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From GRPO Require Import Defs Proposition1 Beyond_N5_N8 ZInterval.
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
