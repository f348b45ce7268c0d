(** L6, the smoothing outside the root, as Equation (3) prints it: in the coordinate y = logit p the gain 1/(sqrt(p(1-p)) + eps)
    is k(y) = 2c/(1 + 2 eps c), even, increasing to the right, between 2/(1 + 2 eps) and 1/eps: N1 and the theorems of
    Logit_orbits.v apply to it. *)
From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GRPO Require Import Defs Lemmas2to4 Logit.
Open Scope R_scope.

Section Outside.
Context (e : R) (e0 : 0 < e).
Definition k (x : R) : R := 2 * cosh (x / 2) / (1 + 2 * e * cosh (x / 2)).

Lemma k_den x : 0 < 1 + 2 * e * cosh (x / 2).
Proof using e0. pose proof (cosh_ge1 (x / 2)); assert (0 < 2 * e * cosh (x / 2)) by (apply Rmult_lt_0_compat; lra); lra. Qed.

Lemma k_value x : k x = 1 / e - 1 / (e * (1 + 2 * e * cosh (x / 2))).
Proof using e0. pose proof (k_den x); unfold k; field; lra. Qed.

Lemma k_even x : k (- x) = k x.
Proof using Type. unfold k; replace (- x / 2) with (- (x / 2)) by field; rewrite cosh_even; reflexivity. Qed.

Lemma k_rises x y : 0 <= x -> x < y -> k x < k y.
Proof using e0.
  intros Hx L; rewrite !k_value; pose proof (k_den x); pose proof (k_den y).
  assert (C : cosh (x / 2) < cosh (y / 2)).
  { pose proof (cosh_sinh (x / 2)); pose proof (cosh_sinh (y / 2)); pose proof (cosh_ge1 (x / 2)); pose proof (cosh_ge1 (y / 2)).
    pose proof (sinh_increasing (x / 2) (y / 2) ltac:(lra)); assert (0 <= sinh (x / 2)).
    { rewrite <- sinh_0; destruct (Req_dec x 0) as [->|]; [right; f_equal; field | apply Rlt_le, sinh_increasing; lra]. }
    apply Rsqr_incrst_0; unfold Rsqr; nra. }
  apply Rplus_lt_compat_l, Ropp_lt_contravar; unfold Rdiv; rewrite !Rmult_1_l; apply Rinv_lt_contravar.
  - apply Rmult_lt_0_compat; apply Rmult_lt_0_compat; assumption.
  - apply Rmult_lt_compat_l; [exact e0|]; apply Rplus_lt_compat_l, Rmult_lt_compat_l; lra.
Qed.

Lemma k_continuity x : continuity_pt k x.
Proof using e0.
  apply continuity_pt_filterlim, (ex_derive_continuous k); pose proof (k_den x) as D; unfold k, cosh in *; auto_derive; repeat split; lra.
Qed.

Lemma k_pos x : 0 < k x.
Proof using e0. pose proof (cosh_ge1 (x / 2)); apply Rdiv_lt_0_compat; [lra | apply k_den]. Qed.

Lemma k_upper x : k x < 1 / e.
Proof using e0.
  rewrite k_value; pose proof (k_den x); assert (0 < 1 / (e * (1 + 2 * e * cosh (x / 2)))); [|lra].
  apply Rdiv_lt_0_compat; [lra | apply Rmult_lt_0_compat; assumption].
Qed.

Lemma k_zero : k 0 = 2 / (1 + 2 * e).
Proof using Type. unfold k; replace (0 / 2) with 0 by field; rewrite cosh_0; f_equal; ring. Qed.
End Outside.
