(** What goes past the paper at given parameters, by interval arithmetic.
    N11 at p_ref = 1/2: an inside fixed point exists iff b >= 1.508879561538..., the reciprocal of
    the Laplace limit, where asinh b = sqrt (1 + 1/b^2). N9': two cases in which a cycle of period 3 is forced. *)
From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GRPO Require Import Defs Logit Beyond_N11 ZInterval.
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
