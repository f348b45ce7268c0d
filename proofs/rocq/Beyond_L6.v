(** L6, the smoothing outside the root, as Equation (3) prints it: in the coordinate y = logit p the gain 1/(sqrt(p(1-p)) + eps)
    is k(y) = 2c/(1 + 2 eps c), even, increasing to the right, between 2/(1 + 2 eps) and 1/eps: N1 and the theorems of
    Logit_orbits.v apply to it. Its slope is s/(1 + 2 eps c)^2, steepest at cosh (y/2) = C; above the steepest slope the map
    contracts the line. *)
From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GRPO Require Import Defs Lemmas2to4 Theorem6 Logit.
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

(** * The slope *)
Definition dk (x : R) : R := sinh (x / 2) / (1 + 2 * e * cosh (x / 2)) ^ 2.
Definition d2k (x : R) : R := - (2 * e * cosh (x / 2) ^ 2 - cosh (x / 2) - 4 * e) / (2 * (1 + 2 * e * cosh (x / 2)) ^ 3).

Lemma half_cosh x : is_derive (fun y => cosh (y / 2)) x (sinh (x / 2) / 2).
Proof using Type. unfold cosh, sinh; auto_derive; [exact I | unfold Rdiv; field]. Qed.
Lemma half_sinh x : is_derive (fun y => sinh (y / 2)) x (cosh (x / 2) / 2).
Proof using Type. unfold cosh, sinh; auto_derive; [exact I | unfold Rdiv; field]. Qed.

Theorem k_derive x : is_derive k x (dk x).
Proof using e0.
  pose proof (k_den x) as D; unfold k, dk; evar_last.
  - apply (is_derive_comp (fun c => 2 * c / (1 + 2 * e * c)) (fun y => cosh (y / 2))); [auto_derive; [lra | reflexivity] | apply half_cosh].
  - unfold scal; simpl; unfold mult; simpl; field; lra.
Qed.

Theorem dk_derive x : is_derive dk x (d2k x).
Proof using e0.
  pose proof (k_den x) as D; unfold dk, d2k.
  assert (Q : is_derive (fun y => / (1 + 2 * e * cosh (y / 2)) ^ 2) x (- (2 * e * sinh (x / 2)) / (1 + 2 * e * cosh (x / 2)) ^ 3)).
  { evar_last.
    - apply (is_derive_comp (fun c => / (1 + 2 * e * c) ^ 2) (fun y => cosh (y / 2))); [auto_derive; [nra | reflexivity] | apply half_cosh].
    - unfold scal; simpl; unfold mult; simpl; field; lra. }
  evar_last; [apply (is_derive_mult (fun y => sinh (y / 2)) (fun y => / (1 + 2 * e * cosh (y / 2)) ^ 2));
    [apply half_sinh | exact Q | apply Rmult_comm]|].
  unfold plus, mult; simpl; pose proof (cosh_sinh (x / 2)) as C.
  replace (2 * e * (cosh (x / 2) * (cosh (x / 2) * 1)) - cosh (x / 2) - 4 * e)
    with (4 * e * (sinh (x / 2) * sinh (x / 2)) - cosh (x / 2) - 2 * e * (cosh (x / 2) * cosh (x / 2))).
  - field; lra.
  - replace (cosh (x / 2) * (cosh (x / 2) * 1)) with (cosh (x / 2) ^ 2) by ring; rewrite C; replace (cosh (x / 2) * cosh (x / 2)) with (cosh (x / 2) ^ 2) by ring.
    rewrite C; ring.
Qed.

Definition R6 : R := sqrt (1 + 32 * e ^ 2).
Definition C6 : R := (1 + R6) / (4 * e).
Definition steepest : R := 4 * sqrt (C6 ^ 2 - 1) / (3 + R6) ^ 2.

Lemma R6_facts : 1 < R6 /\ R6 * R6 = 1 + 32 * e ^ 2.
Proof using e0.
  pose proof (pow_lt e 2 e0); assert (S : R6 * R6 = 1 + 32 * e ^ 2) by (apply sqrt_sqrt; lra); split; [|exact S].
  pose proof (sqrt_pos (1 + 32 * e ^ 2)); fold R6 in *; nra.
Qed.

Lemma C6_facts : 0 < C6 /\ 2 * e * (C6 ^ 2 - 2) = C6 /\ 0 < C6 ^ 2 - 2 /\ 3 + R6 = 2 * (1 + 2 * e * C6).
Proof using e0.
  destruct R6_facts as [R1 R2]; assert (C0 : 0 < C6) by (apply Rdiv_lt_0_compat; lra).
  assert (E : 2 * e * (C6 ^ 2 - 2) = C6).
  { apply (Rmult_eq_reg_r (8 * e)); [|lra]; unfold C6.
    replace (2 * e * (((1 + R6) / (4 * e)) ^ 2 - 2) * (8 * e)) with (1 + 2 * R6 + R6 * R6 - 32 * e ^ 2) by (field; lra); rewrite R2; field; lra. }
  split; [exact C0|]; split; [exact E|]; split; [nra | unfold C6; field; lra].
Qed.

(** The certificate: with D = C^2 - 2, a square times a polynomial with positive coefficients. *)
Lemma certificate_6 c C : (C ^ 2 - 2 + C * c) ^ 4 - 16 * (c ^ 2 - 1) * (C ^ 2 - 1) ^ 3
  = (c - C) ^ 2 * (C ^ 4 * c ^ 2 + C ^ 3 * (4 * (C ^ 2 - 2) + 2 * C ^ 2) * c
                   + ((C ^ 2 - 2) ^ 3 + 14 * (C ^ 2 - 2) ^ 2 + 20 * (C ^ 2 - 2) + 8)).
Proof using Type. ring. Qed.

Lemma slope_squared c : 1 <= c -> (c ^ 2 - 1) * (1 + 2 * e * C6) ^ 4 <= (C6 ^ 2 - 1) * (1 + 2 * e * c) ^ 4.
Proof using e0.
  intros Hc; destruct C6_facts as [C0 [E [D0 _]]]; pose proof (certificate_6 c C6) as K.
  set (C := C6) in *; clearbody C; set (D := C ^ 2 - 2) in *; assert (P : 0 <= (D + C * c) ^ 4 - 16 * (c ^ 2 - 1) * (C ^ 2 - 1) ^ 3).
  { rewrite K; apply Rmult_le_pos; [apply pow2_ge_0|].
    pose proof (pow_lt C 4 C0); pose proof (pow_lt C 3 C0); pose proof (pow_lt C 2 C0); pose proof (pow_lt D 3 D0); pose proof (pow_lt D 2 D0).
    assert (0 <= C ^ 4 * c ^ 2) by (apply Rmult_le_pos; [lra | apply pow2_ge_0]).
    assert (0 <= C ^ 3 * (4 * D + 2 * C ^ 2) * c) by (repeat apply Rmult_le_pos; lra); lra. }
  apply (Rmult_le_reg_r (D ^ 4)); [apply pow_lt, D0|].
  replace ((C ^ 2 - 1) * (1 + 2 * e * c) ^ 4 * D ^ 4) with ((C ^ 2 - 1) * (D + 2 * e * D * c) ^ 4) by ring.
  replace ((c ^ 2 - 1) * (1 + 2 * e * C) ^ 4 * D ^ 4) with ((c ^ 2 - 1) * (D + 2 * e * D * C) ^ 4) by ring.
  rewrite E; replace (D + C * C) with (2 * (C ^ 2 - 1)) by (unfold D; ring).
  apply Rminus_le_0; replace ((C ^ 2 - 1) * (D + C * c) ^ 4 - (c ^ 2 - 1) * (2 * (C ^ 2 - 1)) ^ 4)
    with ((C ^ 2 - 1) * ((D + C * c) ^ 4 - 16 * (c ^ 2 - 1) * (C ^ 2 - 1) ^ 3)) by ring.
  apply Rmult_le_pos; [unfold D in D0; lra | exact P].
Qed.

Theorem dk_bound x : Rabs (dk x) <= steepest.
Proof using e0.
  destruct C6_facts as [C0 [E [D0 R3]]]; pose proof (cosh_ge1 (x / 2)) as C1; pose proof (k_den x) as D.
  pose proof (slope_squared (cosh (x / 2)) C1) as K; assert (V : 0 < 1 + 2 * e * C6) by (pose proof (Rmult_lt_0_compat e C6 e0 C0); lra).
  pose proof (sqrt_lt_R0 (C6 ^ 2 - 1) ltac:(lra)) as Q; pose proof (sqrt_sqrt (C6 ^ 2 - 1) ltac:(lra)) as Q2.
  unfold steepest; rewrite R3; replace (4 * sqrt (C6 ^ 2 - 1) / (2 * (1 + 2 * e * C6)) ^ 2) with (sqrt (C6 ^ 2 - 1) / (1 + 2 * e * C6) ^ 2) by (field; lra).
  set (q := sqrt (C6 ^ 2 - 1)) in *; unfold dk; set (u := 1 + 2 * e * cosh (x / 2)) in *; set (v := 1 + 2 * e * C6) in *.
  pose proof (pow_lt u 2 D) as U2; pose proof (pow_lt v 2 V) as V2.
  rewrite Rabs_div, (Rabs_pos_eq (u ^ 2)) by lra; apply Rle_div_l; [exact U2|].
  replace (q / v ^ 2 * u ^ 2) with (q * u ^ 2 / v ^ 2) by (field; lra); apply Rle_div_r; [exact V2|].
  apply Rsqr_incr_0_var; [|apply Rmult_le_pos; lra]; unfold Rsqr.
  replace (Rabs (sinh (x / 2)) * v ^ 2 * (Rabs (sinh (x / 2)) * v ^ 2)) with (Rabs (sinh (x / 2)) ^ 2 * v ^ 4) by ring; rewrite pow2_abs.
  replace (q * u ^ 2 * (q * u ^ 2)) with (q * q * u ^ 4) by ring; rewrite Q2.
  replace (sinh (x / 2) ^ 2) with (cosh (x / 2) ^ 2 - 1) by (rewrite cosh_sinh; ring); exact K.
Qed.

Theorem dk_attained : let y := 2 * ln (C6 + sqrt (C6 ^ 2 - 1)) in cosh (y / 2) = C6 /\ dk y = steepest.
Proof using e0.
  intros y; destruct C6_facts as [C0 [E [D0 R3]]]; pose proof (sqrt_lt_R0 (C6 ^ 2 - 1) ltac:(lra)) as Q; pose proof (sqrt_sqrt (C6 ^ 2 - 1) ltac:(lra)) as Q2.
  assert (V : 0 < 1 + 2 * e * C6) by (pose proof (Rmult_lt_0_compat e C6 e0 C0); lra).
  assert (X : / (C6 + sqrt (C6 ^ 2 - 1)) = C6 - sqrt (C6 ^ 2 - 1)).
  { apply (Rmult_eq_reg_l (C6 + sqrt (C6 ^ 2 - 1))); [|lra]; rewrite Rinv_r by lra.
    replace ((C6 + sqrt (C6 ^ 2 - 1)) * (C6 - sqrt (C6 ^ 2 - 1))) with (C6 ^ 2 - sqrt (C6 ^ 2 - 1) * sqrt (C6 ^ 2 - 1)) by ring; rewrite Q2; ring. }
  assert (Y : y / 2 = ln (C6 + sqrt (C6 ^ 2 - 1))) by (unfold y; field).
  assert (A : cosh (y / 2) = C6 /\ sinh (y / 2) = sqrt (C6 ^ 2 - 1)) by (unfold cosh, sinh; rewrite Y, exp_Ropp, exp_ln, X by lra; split; field).
  destruct A as [A1 A2]; split; [exact A1|]; unfold dk, steepest; rewrite A1, A2, R3; field; lra.
Qed.

(** * The map contracts the line where beta exceeds the steepest slope *)
Section Contraction.
Context (b rho : R) (Hb : steepest < b).
Definition F6 (x : R) : R := rho + 1 / b * k x.

Lemma steepest_pos : 0 < steepest.
Proof using e0. destruct C6_facts as [C0 [E [D0 R3]]], R6_facts; apply Rdiv_lt_0_compat; [|apply pow_lt; lra]; apply Rmult_lt_0_compat; [lra | apply sqrt_lt_R0; lra]. Qed.

Lemma F6_derive x : is_derive F6 x (1 / b * dk x).
Proof using e0.
  clear Hb; assert (E : forall t, rho + 0 * t + 1 / b * k t = F6 t) by (intros; unfold F6; ring); apply (is_derive_ext _ _ _ _ E).
  replace (1 / b * dk x) with (0 + 1 / b * dk x) by ring; apply affine_derive, k_derive.
Qed.

Lemma F6_contracts x y : Rabs (F6 x - F6 y) <= steepest / b * Rabs (x - y).
Proof using e0 Hb.
  pose proof steepest_pos; assert (0 < / b) by (apply Rinv_0_lt_compat; lra).
  apply (lipschitz_of_derive F6 (fun t => 1 / b * dk t) (Rmin x y) (Rmax x y)).
  - intros t _; apply F6_derive.
  - intros t _; rewrite Rabs_mult, Rabs_pos_eq by (unfold Rdiv; lra); pose proof (dk_bound t); unfold Rdiv; nra.
  - split; [apply Rmin_l | apply Rmax_l].
  - split; [apply Rmin_r | apply Rmax_r].
Qed.

Theorem l6_contraction : exists z, F6 z = z /\ (forall y, F6 y = y -> y = z)
  /\ forall x n, Rabs (Nat.iter n F6 x - z) <= (steepest / b) ^ n * Rabs (x - z).
Proof using e0 Hb.
  pose proof steepest_pos as P; assert (I : 0 < 1 / b) by (apply Rdiv_lt_0_compat; lra).
  assert (Q : 0 < steepest / b < 1) by (split; [apply Rdiv_lt_0_compat | apply Rlt_div_l]; lra).
  assert (In : forall x, rho < F6 x < rho + 1 / b * (1 / e)).
  { intros x; unfold F6; pose proof (k_pos x); pose proof (k_upper x); split; [assert (0 < 1 / b * k x) by (apply Rmult_lt_0_compat; assumption); lra|].
    apply Rplus_lt_compat_l, Rmult_lt_compat_l; assumption. }
  set (u := rho + 1 / b * (1 / e)) in *; pose proof (In rho); pose proof (In u).
  destruct (Ranalysis5.IVT_interv (fun x => x - F6 x) rho u) as [z [Hz Ez]]; try lra.
  { intros t _; apply continuity_pt_minus; [apply derivable_continuous_pt, derivable_pt_id|].
    apply continuity_pt_filterlim, (ex_derive_continuous F6); eexists; apply F6_derive. }
  exists z; assert (Fz : F6 z = z) by lra; split; [exact Fz|]; split.
  - intros y Fy; pose proof (F6_contracts y z) as K; rewrite Fy, Fz in K; pose proof (Rabs_pos (y - z)) as A.
    destruct (Req_dec (Rabs (y - z)) 0) as [Z|N]; [apply Rabs_eq_0 in Z; lra | nra].
  - intros x; induction n as [|n IH]; [simpl; lra|]; pose proof (F6_contracts (Nat.iter n F6 x) z) as K; rewrite Fz in K; simpl.
    apply (Rle_trans _ _ _ K); rewrite Rmult_assoc; apply Rmult_le_compat_l; lra.
Qed.
End Contraction.
End Outside.
