(** L4: both KL terms, weight [b > 0] on the reference and [a >= 0] on the previous policy. In the
    coordinate x = logit p the step is F(x) = (b logit r + a x + g(x)) / (a + b): the fixed points
    are those of [h], the multiplier is (a + g') / (a + b), and 2 a + b >= B_max makes every orbit
    converge; the bound is sharp. (Beyond_L4_policy.v derives the step from the policies.) *)
From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GRPO Require Import Defs Proposition1 Lemma1 Lemmas2to4 Logit Orbits Beyond_N3 Beyond_N4.
Open Scope R_scope.

Definition two_kl (r b a e x : R) : R := (b * logit r + a * x + g e x) / (a + b).

Section L4.
Context (r b a e : R) (b0 : 0 < b) (a0 : 0 <= a) (e0 : 0 < e).
Notation F := (two_kl r b a e).

Lemma two_kl_mean x : F x = (a * x + b * T r b e x) / (a + b).
Proof using b0 a0. unfold two_kl, T; field; lra. Qed.

(** The fixed points do not depend on [a]. *)
Theorem l4_fixed x : F x = x <-> T r b e x = x.
Proof using b0 a0.
  rewrite two_kl_mean; split; intros E.
  - apply (Rmult_eq_reg_l b); [|lra].
    assert (K : (a * x + b * T r b e x) / (a + b) * (a + b) = x * (a + b)) by (rewrite E; ring).
    unfold Rdiv in K; rewrite Rmult_assoc, Rinv_l in K; lra.
  - rewrite E; field; lra.
Qed.

Theorem l4_derive x : is_derive F x ((a + dg e x) / (a + b)).
Proof using b0 a0 e0.
  assert (E : forall t, b * logit r / (a + b) + a / (a + b) * t + 1 / (a + b) * g e t = F t)
    by (intros; unfold two_kl; field; lra).
  apply (is_derive_ext _ _ _ _ E).
  replace ((a + dg e x) / (a + b)) with (a / (a + b) + 1 / (a + b) * dg e x) by (field; lra).
  apply affine_derive, g_derive, e0.
Qed.

Theorem l4_stable x : Rabs ((a + dg e x) / (a + b)) < 1 <-> - (2 * a + b) < dg e x < b.
Proof using b0 a0.
  assert (K : forall t, t / (a + b) * (a + b) = t) by (intros; field; lra).
  rewrite Rabs_div, (Rabs_pos_eq (a + b)) by lra; split; intros H.
  - apply (Rlt_div_l _ 1) in H; [|lra]; apply Rabs_lt_between in H; lra.
  - apply (Rlt_div_l _ 1); [lra|]; apply Rabs_lt_between; lra.
Qed.

(** A 2-cycle satisfies two equations... *)
Theorem l4_cycle x y : x < y -> F x = y -> F y = x ->
  psi b e x + psi b e y = 2 * logit r /\ 2 * a + b = (g e x - g e y) / (y - x).
Proof using b0 a0.
  intros L Ex Ey.
  assert (K : forall s t, F s = t -> b * logit r + a * s + g e s = (a + b) * t).
  { intros s t <-; unfold two_kl; field; lra. }
  apply K in Ex; apply K in Ey; split.
  - unfold psi; apply (Rmult_eq_reg_l b); [|lra].
    replace (b * (x - g e x / b + (y - g e y / b))) with (b * x - g e x + (b * y - g e y)) by (field; lra); lra.
  - apply (Rmult_eq_reg_r (y - x)); [|lra]; unfold Rdiv; rewrite Rmult_assoc, Rinv_l; lra.
Qed.

Section Convergent.
Context (Hab : B_max e <= 2 * a + b).

(** ... so there is none once 2 a + b >= B_max. *)
Theorem l4_no_cycle x y : F x = y -> F y = x -> x = y.
Proof using b0 a0 e0 Hab.
  assert (K : forall s t, s < t -> F s = t -> F t = s -> False).
  { intros s t L Es Et; destruct (l4_cycle s t L Es Et) as [_ C].
    assert (C' : (2 * a + b) * (t - s) = g e s - g e t) by (rewrite C; field; lra).
    pose proof (plus_g_increasing e e0 (2 * a + b) s t Hab L); lra. }
  intros Ex Ey; destruct (Rtotal_order x y) as [L|[E|L]]; [destruct (K x y L Ex Ey) | exact E | destruct (K y x L Ey Ex)].
Qed.

Theorem l4_converges (x : nat -> R) : (forall n, x (S n) = F (x n)) ->
  exists l : R, is_lim_seq x l /\ T r b e l = l.
Proof using b0 a0 e0 Hab.
  intros St; pose proof (Rdiv_lt_0_compat 1 b Rlt_0_1 b0) as Ib.
  set (lo := Rmin (x 0%nat) (logit r)); set (hi := Rmax (x 0%nat) (logit r + 1 / b * (1 / sqrt e))).
  assert (Bd : forall n, lo <= x n <= hi).
  { induction n as [|n IH]; [split; [apply Rmin_l | apply Rmax_l]|].
    rewrite St, two_kl_mean; pose proof (g_pos e e0 (x n)) as G; pose proof (g_upper e e0 (x n)) as U.
    assert (lo <= T r b e (x n)).
    { apply (Rle_trans _ (logit r)); [apply Rmin_r|]; unfold T.
      pose proof (Rmult_lt_0_compat _ _ Ib G); lra. }
    assert (T r b e (x n) <= hi).
    { apply (Rle_trans _ (logit r + 1 / b * (1 / sqrt e))); [unfold T|apply Rmax_r].
      apply Rplus_le_compat_l, Rmult_le_compat_l; lra. }
    split; [apply Rle_div_r | apply Rle_div_l]; try lra; nra. }
  destruct (orbit_converges F x lo hi St) as [l [L E]]; [| |exact Bd|].
  - intros t; apply (ex_derive_continuous F); eexists; apply l4_derive.
  - intros s t L; pose proof (plus_g_increasing e e0 _ s t Hab L) as K.
    apply (Rmult_lt_reg_r (a + b)); [lra|]; unfold two_kl.
    replace ((s + (b * logit r + a * s + g e s) / (a + b)) * (a + b))
      with (b * logit r + ((2 * a + b) * s + g e s)) by (field; lra).
    replace ((t + (b * logit r + a * t + g e t) / (a + b)) * (a + b))
      with (b * logit r + ((2 * a + b) * t + g e t)) by (field; lra); lra.
  - exists l; split; [exact L | apply l4_fixed, E].
Qed.
End Convergent.
End L4.

(** Sharp: below the bound some p_ref has a fixed point with multiplier below -1. *)
Theorem l4_sharp b a e : 0 < b -> 0 <= a -> 0 < e -> 2 * a + b < B_max e ->
  exists r x, 0 < r < 1 /\ two_kl r b a e x = x /\ Derive (two_kl r b a e) x < -1.
Proof.
  intros b0 a0 e0 Hab; destruct (n3_maximum e e0) as [q [Hq E]].
  set (x := - logit q); exists (sigma (x - 1 / b * g e x)), x; split; [apply sigma_range|]; split.
  - apply l4_fixed; auto; unfold T; rewrite logit_sigma; ring.
  - rewrite (is_derive_unique _ _ _ (l4_derive _ b a e b0 a0 e0 x)); unfold x; rewrite dg_odd.
    assert (D : dg e (logit q) = B_max e).
    { rewrite <- E; transitivity (Rabs (dg e (logit q))).
      - symmetry; apply Rabs_pos_eq.
        apply Rmult_le_pos; [apply sinh_sign | apply Rlt_le, Rinv_0_lt_compat, pow32_pos, den_pos, e0].
        pose proof (logit_increasing (1 / 2) q) as I; rewrite logit_half in I; lra.
      - rewrite <- B_logit, sigma_logit by lra; reflexivity. }
    rewrite D; apply Rlt_div_l; lra.
Qed.
