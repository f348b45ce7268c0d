(** What goes past the paper at given parameters, by interval arithmetic.
    N11 at p_ref = 1/2: an inside fixed point exists iff b >= 1.508879561538..., the reciprocal of
    the Laplace limit, where asinh b = sqrt (1 + 1/b^2). N9': two cases in which a cycle of period 3 is forced, and one with two cycles of period 5. *)
From Coq Require Import Reals Lra Lia Psatz List.
From Coquelicot Require Import Coquelicot.
From GRPO Require Import Defs Logit Beyond_N11 Logit_orbits Cycles ZInterval.
Import ListNotations.
Open Scope R_scope.

Definition excess (b : R) : R := arcsinh b - sqrt (1 + 1 / b ^ 2).

Lemma excess_increasing x y : 0 < x -> x < y -> excess x < excess y.
Proof.
  intros Hx L; assert (A : arcsinh x < arcsinh y) by (apply arcsinh_lt, L).
  assert (x ^ 2 < y ^ 2) by nra.
  assert (1 / y ^ 2 < 1 / x ^ 2).
  { unfold Rdiv; rewrite !Rmult_1_l; apply Rinv_lt_contravar; [apply Rmult_lt_0_compat; apply pow_lt|]; lra. }
  assert (0 < 1 / y ^ 2) by (apply Rdiv_lt_0_compat; [|apply pow_lt]; lra).
  assert (sqrt (1 + 1 / y ^ 2) < sqrt (1 + 1 / x ^ 2)) by (apply sqrt_lt_1_alt; lra).
  unfold excess; lra.
Qed.

Theorem n11_half : exists bs, 1508879561538 / 1000000000000 < bs < 1508879561539 / 1000000000000
  /\ arcsinh bs = sqrt (1 + 1 / bs ^ 2)
  /\ forall b, 0 < b -> ((exists p, 0 < p < 1 /\ h_bar (1 / 2) b p = p) <-> bs <= b).
Proof.
  assert (Lo : excess (1508879561538 / 1000000000000) < 0) by (unfold excess, arcsinh; interval with (i_prec 80)).
  assert (Hi : 0 < excess (1508879561539 / 1000000000000)) by (unfold excess, arcsinh; interval with (i_prec 80)).
  destruct (Ranalysis5.IVT_interv excess (1508879561538 / 1000000000000) (1508879561539 / 1000000000000))
    as [bs [Hb E]]; [| lra | exact Lo | exact Hi |].
  - intros a Ha; apply continuity_pt_filterlim, (ex_derive_continuous excess).
    assert (0 < 1 / a ^ 2) by (apply Rdiv_lt_0_compat; [|apply pow_lt]; lra).
    unfold excess, arcsinh; auto_derive; unfold Rdiv in *; simpl in *.
    pose proof (sqrt_pos (a * (a * 1) + 1)); repeat split; nra.
  - assert (N1 : bs <> 1508879561538 / 1000000000000) by (intros ->; lra); assert (N2 : bs <> 1508879561539 / 1000000000000) by (intros ->; lra).
    exists bs; split; [lra|]; split; [unfold excess in E; lra|]; intros b b0.
    rewrite n11_interior, logit_half by lra; fold (excess b); unfold excess in *; split; intros H.
    + apply Rnot_lt_le; intros N; pose proof (excess_increasing b bs b0 N); unfold excess in *; lra.
    + destruct H as [H| <-]; [pose proof (excess_increasing bs b ltac:(lra) H); unfold excess in *; lra | lra].
Qed.

(** N9' at p_ref = 1/100000, beta = 9.72 and at p_ref = 1/1000000, beta = 11, with eps = 1/100000. *)
Section Three.
Context (rho k : R).
Notation f y := (- rho + k / sqrt (1 + 1 / 25000 * cosh (y / 2) ^ 2) * cosh (y / 2)).
Definition leaps (m : R) : Prop := m < 0 /\ f m > 0 /\ f (f m) >= 0.
Lemma n9_three c : 1151 / 100 <= rho <= 1152 / 100 -> k = 50 / 243 -> c = 2500 / 6075243 -> leaps (- rho + c * sqrt 250010).
Proof. unfold leaps, cosh; intros Hr -> ->; split; [|split]; interval with (i_prec 20). Qed.
Lemma n9_three_again c : 138154 / 10000 <= rho <= 138156 / 10000 -> k = 2 / 11 -> c = 100 / 275011 -> leaps (- rho + c * sqrt 250010).
Proof. unfold leaps, cosh; intros Hr -> ->; split; [|split]; interval with (i_prec 20). Qed.
End Three.
Lemma logs : 1151 / 100 <= ln 99999 <= 1152 / 100 /\ 138154 / 10000 <= ln 999999 <= 138156 / 10000.
Proof. split; split; interval with (i_prec 20). Qed.

(** e and pi between fractions. *)
Lemma e_between : 163 / 60 <= exp 1 <= 30 / 11.
Proof. split; interval with (i_prec 30). Qed.
Lemma pi_between : 314159 / 100000 < PI < 3927 / 1250.
Proof. split; interval with (i_prec 30). Qed.

(** N9' at p_ref = 3/100000, beta = 7.7, eps = 1/100000: two cycles of period 5, by loops of intervals. *)
Section Five.
Notation T := (F (g (1 / 100000)) (77 / 10) (ln (3 / 99997))).

Lemma T_value rho y : rho + 1 / (77 / 10) * g (1 / 100000) y = F (g (1 / 100000)) (77 / 10) rho y.
Proof. reflexivity. Qed.

Lemma log_early : -104142832 / 10000000 <= ln (3 / 99997) <= -104142831 / 10000000.
Proof. split; interval with (i_prec 40). Qed.

Ltac evaluated := rewrite <- T_value; pose proof log_early; set (rho := ln (3 / 99997)) in *; clearbody rho; unfold g, cosh; interval with (i_prec 25).
Ltac linked := split; [lra|]; split; [lra|]; first [left; split; [lra|]; split; evaluated | right; split; [lra|]; split; evaluated].

Definition first_loop : list (R * R) := [(-45863 / 10000, -45776 / 10000); (-91203 / 10000, -91158 / 10000); (1449 / 1000, 1469 / 1000);
  (-1008317 / 100000, -1008148 / 100000)].
Definition second_loop : list (R * R) := [(-54562 / 10000, -54484 / 10000); (-84275 / 10000, -84214 / 10000); (-18485 / 10000, -18285 / 10000);
  (-1003796 / 100000, -1003578 / 100000)].

Ltac covered L := unfold L; cbn [app covers]; do 5 (split; [unfold link; linked|]); exact I.
Lemma first_covers : covers T (19067 / 2500) (15261 / 2000) (first_loop ++ [(19067 / 2500, 15261 / 2000)]).
Proof. covered first_loop. Qed.
Lemma second_covers : covers T (36487 / 5000) (36507 / 5000) (second_loop ++ [(36487 / 5000, 36507 / 5000)]).
Proof. covered second_loop. Qed.

Theorem n9_five : exists x y, 19067 / 2500 <= x <= 15261 / 2000 /\ 36487 / 5000 <= y <= 36507 / 5000
  /\ Nat.iter 5 T x = x /\ Nat.iter 5 T y = y /\ (forall k, (0 < k < 5)%nat -> Nat.iter k T x <> x /\ Nat.iter k T y <> y)
  /\ forall k, Nat.iter k T x <> y.
Proof.
  assert (e0 : 0 < 1 / 100000) by lra; assert (w0 : 0 < 77 / 10) by lra.
  pose proof (F_rises (g (1 / 100000)) (77 / 10) (ln (3 / 99997)) w0 (g_rises _ e0)) as Up.
  pose proof (F_falls (g (1 / 100000)) (77 / 10) (ln (3 / 99997)) w0 (g_even _) (g_rises _ e0)) as Dn.
  pose proof (F_continuous (g (1 / 100000)) (77 / 10) (ln (3 / 99997)) (g_continuity _ e0)) as C.
  assert (Dn' : forall x y, y <= 0 -> x < y -> T y < T x) by (intros; apply Dn; assumption).
  destruct (loop T C Up Dn' _ _ first_loop first_covers ltac:(discriminate) ltac:(lra)) as [x [Fx Ex]].
  destruct (loop T C Up Dn' _ _ second_loop second_covers ltac:(discriminate) ltac:(lra)) as [y [Fy Ey]].
  unfold first_loop, second_loop in *; cbn [follows] in Fx, Fy; simpl length in Ex, Ey; clear Up Dn Dn' C.
  set (f := T) in *; clearbody f; exists x, y; split; [tauto|]; split; [tauto|]; split; [exact Ex|]; split; [exact Ey|]; split.
  - intros k Hk; assert (K : k = 1%nat \/ k = 2%nat \/ k = 3%nat \/ k = 4%nat) by lia.
    destruct K as [-> | [-> | [-> | ->]]]; simpl; split; lra.
  - intros k; destruct (rounds f 5 x ltac:(lia) Ex k) as [j [Hj ->]].
    assert (J : j = 0%nat \/ j = 1%nat \/ j = 2%nat \/ j = 3%nat \/ j = 4%nat) by lia.
    destruct J as [-> | [-> | [-> | [-> | ->]]]]; simpl; lra.
Qed.
End Five.
