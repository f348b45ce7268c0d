(** N9: a multiplier of absolute value at most 1 at the fixed point below 1/2 excludes the 2-cycle, and all orbits of the trap tend
    to that fixed point. By the minimum principle: where the Schwarzian derivative of F is negative, so is that of F o F, and a
    positive derivative of F o F has no smallest value inside an interval. *)
From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GRPO Require Import Lemmas2to4 Logit Beyond_N7 Logit_orbits.
Open Scope R_scope.

(** * The minimum principle *)
(** Where the derivative vanishes and the second is negative, there is no local minimum. *)
Lemma no_minimum (f f1 f2 : R -> R) (u v x : R) : u < x < v -> (forall t, is_derive f t (f1 t)) -> is_derive f1 x (f2 x) ->
  f2 x < 0 -> (forall t, u <= t <= v -> f x <= f t) -> False.
Proof.
  intros Hx D1 D2 Neg Min.
  assert (Z : f1 x = 0).
  { assert (pr : derivable_pt f x) by (exists (f1 x); apply is_derive_Reals, D1).
    rewrite <- (deriv_minimum f u v x pr) by (try lra; intros; apply Min; lra).
    symmetry; apply derive_pt_eq_0, is_derive_Reals, D1. }
  apply is_derive_Reals in D2; destruct (D2 (- f2 x) ltac:(lra)) as [[d d0] Hd]; simpl in Hd.
  set (s := Rmin d (v - x) / 2).
  assert (S : 0 < s /\ s < d /\ s < v - x) by (unfold s, Rmin; destruct Rle_dec; lra).
  destruct (MVT_cor2 f f1 x (x + s)) as [c [E Hc]]; [lra | intros t _; apply is_derive_Reals, D1|].
  pose proof (Min (x + s) ltac:(lra)); assert (f1 c < 0); [|nra].
  specialize (Hd (c - x) ltac:(lra) ltac:(rewrite Rabs_pos_eq; lra)).
  replace (x + (c - x)) with c in Hd by ring; rewrite Z, Rminus_0_r in Hd; apply Rabs_def2 in Hd.
  assert (Q : f1 c / (c - x) < 0) by lra; replace (f1 c) with (f1 c / (c - x) * (c - x)) by (field; lra).
  apply Ropp_lt_cancel; rewrite Ropp_0, <- Ropp_mult_distr_l_reverse; apply Rmult_lt_0_compat; lra.
Qed.

Section Cycle.
Context (F F1 F2 F3 : R -> R).
Context (D1 : forall x, is_derive F x (F1 x)) (D2 : forall x, is_derive F1 x (F2 x)) (D3 : forall x, is_derive F2 x (F3 x)).
Context (neg : forall x, 2 * F1 x * F3 x < 3 * F2 x ^ 2).

(** F o F, and its derivatives. *)
Definition G1 (x : R) : R := F1 (F x) * F1 x.
Definition G2 (x : R) : R := F2 (F x) * F1 x ^ 2 + F1 (F x) * F2 x.
Definition G3 (x : R) : R := F3 (F x) * F1 x ^ 3 + 3 * F2 (F x) * F1 x * F2 x + F1 (F x) * F3 x.

Lemma after (f f1 : R -> R) x : is_derive f (F x) (f1 (F x)) -> is_derive (fun t => f (F t)) x (f1 (F x) * F1 x).
Proof using D1.
  intros D; replace (f1 (F x) * F1 x) with (scal (F1 x) (f1 (F x))) by (unfold scal; simpl; unfold mult; simpl; ring).
  apply (is_derive_comp f F); [exact D | apply D1].
Qed.

Lemma G_derive x : is_derive (fun t => F (F t)) x (G1 x).
Proof using D1. apply (after F F1), D1. Qed.

Lemma G1_derive x : is_derive G1 x (G2 x).
Proof using D1 D2.
  unfold G1, G2; replace (F2 (F x) * F1 x ^ 2 + F1 (F x) * F2 x) with (F2 (F x) * F1 x * F1 x + F1 (F x) * F2 x) by ring.
  apply (is_derive_mult (fun t => F1 (F t)) F1); [apply (after F1 F2), D2 | apply D2 | apply Rmult_comm].
Qed.

Lemma G2_derive x : is_derive G2 x (G3 x).
Proof using D1 D2 D3.
  assert (E : G3 x = F3 (F x) * F1 x * F1 x ^ 2 + F2 (F x) * (F2 x * F1 x + F1 x * F2 x) + (F2 (F x) * F1 x * F2 x + F1 (F x) * F3 x))
    by (unfold G3; ring); rewrite E; clear E; unfold G2.
  apply (is_derive_plus (fun t => F2 (F t) * F1 t ^ 2) (fun t => F1 (F t) * F2 t)).
  - apply (is_derive_mult (fun t => F2 (F t)) (fun t => F1 t ^ 2)); [apply (after F2 F3), D3 | | apply Rmult_comm].
    apply (is_derive_ext (fun t => F1 t * F1 t)); [intros t; simpl; ring|].
    apply (is_derive_mult F1 F1); [apply D2 | apply D2 | apply Rmult_comm].
  - apply (is_derive_mult (fun t => F1 (F t)) F2); [apply (after F1 F2), D2 | apply D3 | apply Rmult_comm].
Qed.

(** The Schwarzian of F o F: a sum of two negative terms. *)
Lemma G_schwarzian x : F1 x <> 0 -> 2 * G1 x * G3 x < 3 * G2 x ^ 2.
Proof using neg.
  intros N; pose proof (neg (F x)) as A; pose proof (neg x) as B; unfold G1, G2, G3.
  assert (P : 0 < F1 x ^ 4) by (replace (F1 x ^ 4) with ((F1 x ^ 2) ^ 2) by ring; apply pow2_gt_0, Rgt_not_eq, pow2_gt_0, N).
  pose proof (pow2_ge_0 (F1 (F x))) as Q; apply (Rmult_lt_compat_r _ _ _ P) in A; apply Rlt_le, (Rmult_le_compat_r _ _ _ Q) in B.
  apply Rlt_minus in A; apply Rle_minus in B; apply Rminus_lt.
  replace (2 * (F1 (F x) * F1 x) * (F3 (F x) * F1 x ^ 3 + 3 * F2 (F x) * F1 x * F2 x + F1 (F x) * F3 x)
    - 3 * (F2 (F x) * F1 x ^ 2 + F1 (F x) * F2 x) ^ 2)
    with ((2 * F1 (F x) * F3 (F x) * F1 x ^ 4 - 3 * F2 (F x) ^ 2 * F1 x ^ 4)
      + (2 * F1 x * F3 x * F1 (F x) ^ 2 - 3 * F2 x ^ 2 * F1 (F x) ^ 2)) by ring.
  lra.
Qed.

Theorem no_cycle a z d : a < z < d -> F a = d -> F d = a -> F z = z -> (forall x, a < x < d -> F1 x < 0) ->
  (forall x y, a <= x -> x < y -> y <= d -> F y < F x) -> -1 <= F1 z -> False.
Proof using D1 D2 D3 neg.
  intros Hz Fa Fd Fz Neg dec Mult.
  assert (Pos : forall x, a < x < d -> 0 < G1 x).
  { intros x Hx; assert (a < F x < d) by (rewrite <- Fd at 1; rewrite <- Fa; split; apply dec; lra).
    unfold G1; pose proof (Neg x Hx); pose proof (Neg (F x) ltac:(assumption)); nra. }
  assert (Mean : forall s t, s < t -> F (F s) = s -> F (F t) = t -> exists c, G1 c = 1 /\ s < c < t).
  { intros s t L Es Et; destruct (MVT_cor2 (fun t => F (F t)) G1 s t L) as [c [E Hc]]; [intros; apply is_derive_Reals, G_derive|].
    exists c; split; [|exact Hc]; rewrite Es, Et in E; apply (Rmult_eq_reg_r (t - s)); lra. }
  destruct (Mean a z ltac:(lra) ltac:(congruence) ltac:(congruence)) as [u [Eu Hu]].
  destruct (Mean z d ltac:(lra) ltac:(congruence) ltac:(congruence)) as [v [Ev Hv]].
  destruct (continuity_ab_min G1 u v ltac:(lra)) as [x [Min Hx]].
  { intros t _; apply continuity_pt_filterlim, (ex_derive_continuous G1); exists (G2 t); apply G1_derive. }
  assert (Gz : G1 z <= 1) by (unfold G1; rewrite Fz; pose proof (Neg z ltac:(lra)); nra).
  assert (I : exists y, u < y < v /\ forall t, u <= t <= v -> G1 y <= G1 t).
  { pose proof (Min z ltac:(lra)); destruct (Req_dec x u) as [->|]; [|destruct (Req_dec x v) as [->|]].
    - exists z; split; [lra|]; intros t Ht; specialize (Min t Ht); lra.
    - exists z; split; [lra|]; intros t Ht; specialize (Min t Ht); lra.
    - exists x; split; [lra | exact Min]. }
  destruct I as [y [Hy M]]; pose proof (Pos y ltac:(lra)) as P; pose proof (Neg y ltac:(lra)).
  assert (Z : G2 y = 0).
  { assert (pr : derivable_pt G1 y) by (exists (G2 y); apply is_derive_Reals, G1_derive).
    rewrite <- (deriv_minimum G1 u v y pr) by (try lra; intros; apply M; lra).
    symmetry; apply derive_pt_eq_0, is_derive_Reals, G1_derive. }
  pose proof (G_schwarzian y ltac:(lra)) as S; rewrite Z in S.
  apply (no_minimum G1 G2 G3 u v y Hy); [apply G1_derive | apply G2_derive | nra | exact M].
Qed.
End Cycle.

(** * The trapped regime *)
Section Stable.
Context (e w rho : R) (e0 : 0 < e) (w0 : 0 < w).
Notation F := (F (g e) w rho).

Theorem n9_stable z x : F 0 < 0 -> rho < F 0 -> (forall q, 0 <= q <= - rho -> F q <> q) -> F rho <= - rho -> F (F 0) <= 0 ->
  F 0 <= z <= 0 -> F z = z -> -1 <= 1 / w * dg e z -> F 0 <= x <= - rho -> is_lim_seq (fun n => Nat.iter n F x) z.
Proof using e0 w0.
  intros H0 H1 none Top H2 Hz Fz Mult Hx.
  destruct (n9_trapped (g e) w rho w0 (g_even e) (g_rises e e0) (g_continuity e e0) H0 H1 none Top H2) as [q [Hq [Fq [Uq K]]]].
  assert (z = q) as <- by (apply Uq; assumption).
  destruct (K x Hx) as [L | [c [Hc [Hd [Nc [Ec _]]]]]]; [exact L|].
  exfalso; assert (I : 0 < 1 / w) by (apply Rdiv_lt_0_compat; lra).
  assert (dec : forall s t, s < t -> t <= 0 -> F t < F s) by (intros; apply (F_falls (g e) w rho w0 (g_even e) (g_rises e e0)); lra).
  assert (Cyc : forall a d, F 0 <= a -> d <= 0 -> a < d -> F a = d -> F d = a -> False).
  { intros a d Ha Hd' L Ea Ed.
    assert (a < z < d).
    { split; apply Rnot_le_lt; intros N; destruct N as [N|N]; try (subst; lra); pose proof (dec _ _ N); lra. }
    apply (no_cycle F (fun t => 1 / w * dg e t) (fun t => 1 / w * d2g e t) (fun t => 1 / w * d3g e t)) with (a := a) (z := z) (d := d); auto.
    - intros t; apply is_derive_Reals; apply scaled_derive, n7_first; lra.
    - intros t; apply (is_derive_scal (dg e)), n7_second; lra.
    - intros t; apply (is_derive_scal (d2g e)), n7_third; lra.
    - intros t; pose proof (n7_everywhere e ltac:(lra) t) as S; apply (Rmult_lt_compat_l ((1 / w) ^ 2)) in S; [nra | apply pow_lt, I].
    - intros t Ht; assert (P : dg e t < 0); [|nra].
      unfold dg; apply Ropp_lt_cancel; rewrite Ropp_0; unfold Rdiv at 1; rewrite <- Ropp_mult_distr_l_reverse.
      apply Rmult_lt_0_compat; [|apply Rinv_0_lt_compat, Proposition1.pow32_pos, den_pos, e0].
      rewrite <- sinh_odd, <- sinh_0; apply sinh_increasing; lra.
    - intros s t _ L' Ht; apply dec; lra. }
  destruct (Rtotal_order c (F c)) as [L|[E|L]]; [apply (Cyc c (F c)) | congruence | apply (Cyc (F c) c)]; auto; lra.
Qed.
End Stable.
