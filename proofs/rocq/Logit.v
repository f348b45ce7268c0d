(** The coordinate x = logit p, in which everything past the paper becomes simple.

    With c = cosh (x/2) and s = sinh (x/2) the gain is g(x) = 2c / sqrt (1 + 4 e c^2), its
    derivative is s / (1 + 4 e c^2)^(3/2), and [h] becomes T(x) = logit r + g(x) / b.
    The derivative of [g] is at most B_max(e) in absolute value, by a ring certificate. *)
From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GRPO Require Import Defs Proposition1 Lemma1 Lemmas2to4.
Open Scope R_scope.

Definition g (e x : R) : R := 2 * cosh (x / 2) / sqrt (1 + 4 * e * cosh (x / 2) ^ 2).
Definition dg (e x : R) : R := sinh (x / 2) / pow32 (1 + 4 * e * cosh (x / 2) ^ 2).
Definition T (r b e x : R) : R := logit r + 1 / b * g e x.
(** The fixed points of T solve psi(x) = logit r. *)
Definition psi (b e x : R) : R := x - g e x / b.
(** 1 / (3 sqrt 3 sqrt e (1 + 4 e)), the largest value of the bound of Lemma 1. *)
Definition B_max (e : R) : R := 1 / (3 * sqrt 3 * sqrt e * (1 + 4 * e)).

Lemma sinh_increasing x y : x < y -> sinh x < sinh y.
Proof.
  intros H; unfold sinh; pose proof (exp_increasing x y H); pose proof (exp_increasing (- y) (- x) ltac:(lra)).
  lra.
Qed.

Lemma sinh_inj x y : sinh x = sinh y -> x = y.
Proof.
  intros E; destruct (Rtotal_order x y) as [L|[E'|L]]; [|exact E'|]; apply sinh_increasing in L; lra.
Qed.

Lemma cosh_even x : cosh (- x) = cosh x.
Proof. unfold cosh; rewrite Ropp_involutive; field. Qed.

Lemma sinh_odd x : sinh (- x) = - sinh x.
Proof. unfold sinh; rewrite Ropp_involutive; field. Qed.

Lemma cosh_value x y : 0 <= y -> y ^ 2 = 1 + sinh x ^ 2 -> cosh x = y.
Proof.
  intros Hy E; pose proof (cosh_sinh x); pose proof (cosh_ge1 x).
  apply Rsqr_inj; unfold Rsqr; lra.
Qed.

Section Gain.
Context (e : R) (e0 : 0 < e).

Lemma den_pos x : 0 < 1 + 4 * e * cosh (x / 2) ^ 2.
Proof using e0. pose proof (pow2_ge_0 (cosh (x / 2))); nra. Qed.

(** [g] is the gain. *)
Theorem g_gain x : g e x = gain e (sigma x).
Proof using e0.
  pose proof (den_pos x) as D; pose proof (cosh_ge1 (x / 2)); unfold g, gain; rewrite lemma_3_1.
  replace (1 / (4 * cosh (x / 2) ^ 2) + e)
    with ((1 + 4 * e * cosh (x / 2) ^ 2) / (2 * cosh (x / 2)) ^ 2) by (field; lra).
  pose proof (sqrt_lt_R0 _ D).
  rewrite sqrt_div, sqrt_pow2 by (try apply pow_lt; lra); field; lra.
Qed.

Lemma g_even x : g e (- x) = g e x.
Proof using Type. unfold g; replace (- x / 2) with (- (x / 2)) by field; rewrite cosh_even; reflexivity. Qed.

Lemma dg_odd x : dg e (- x) = - dg e x.
Proof using Type.
  unfold dg; replace (- x / 2) with (- (x / 2)) by field; rewrite cosh_even, sinh_odd; unfold Rdiv; ring.
Qed.

Theorem g_derive x : is_derive (g e) x (dg e x).
Proof using e0.
  pose proof (den_pos x) as D; unfold g, dg, pow32.
  assert (C : is_derive (fun y => cosh (y / 2)) x (sinh (x / 2) / 2)).
  { unfold cosh, sinh; auto_derive; [exact I|]; unfold Rdiv; field. }
  evar_last.
  - apply (is_derive_comp (fun c => 2 * c / sqrt (1 + 4 * e * c ^ 2))); [|exact C].
    auto_derive; [|reflexivity]; pose proof (sqrt_lt_R0 _ D); simpl in *; repeat split; lra.
  - unfold scal; simpl; unfold mult; simpl.
    replace (4 * e * (cosh (x / 2) * (cosh (x / 2) * 1))) with (4 * e * cosh (x / 2) ^ 2) by (simpl; ring).
    set (c := cosh (x / 2)) in *.
    pose proof (sqrt_lt_R0 _ D) as S; pose proof (sqrt_sqrt _ (Rlt_le _ _ D)) as S2.
    set (q := sqrt (1 + 4 * e * c ^ 2)) in *.
    replace (sinh (x / 2) / (q * (q * (q * 1)))) with (sinh (x / 2) * (q * q - 4 * e * c ^ 2) / (q * (q * (q * 1))))
      by (rewrite S2; field; lra).
    field; lra.
Qed.

Lemma g_continuous x : continuous (g e) x.
Proof using e0. apply (ex_derive_continuous (g e)); exists (dg e x); apply g_derive. Qed.

(** Bounds: 2 kappa <= g < 1 / sqrt e. *)
Lemma g_pos x : 0 < g e x.
Proof using e0.
  pose proof (cosh_ge1 (x / 2)); pose proof (sqrt_lt_R0 _ (den_pos x)).
  apply Rdiv_lt_0_compat; lra.
Qed.

Lemma g_upper x : g e x < 1 / sqrt e.
Proof using e0.
  pose proof (cosh_ge1 (x / 2)) as C1; pose proof (sqrt_lt_R0 _ (den_pos x)); pose proof (sqrt_lt_R0 e e0) as E.
  assert (K : 2 * cosh (x / 2) * sqrt e < sqrt (1 + 4 * e * cosh (x / 2) ^ 2)).
  { apply Rsqr_incrst_0; [|apply Rmult_le_pos; lra|lra]; rewrite Rsqr_sqrt by (pose proof (den_pos x); lra).
    rewrite !Rsqr_mult, Rsqr_sqrt by lra; unfold Rsqr; lra. }
  unfold g; set (q := sqrt (1 + 4 * e * cosh (x / 2) ^ 2)) in *.
  apply (Rmult_lt_reg_r (q * sqrt e)); [apply Rmult_lt_0_compat; lra|].
  replace (2 * cosh (x / 2) / q * (q * sqrt e)) with (2 * cosh (x / 2) * sqrt e) by (field; lra).
  replace (1 / sqrt e * (q * sqrt e)) with q by (field; lra); exact K.
Qed.

(** * The certificate *)
(** With w = sinh^2: a square times a positive factor. *)
Lemma certificate w :
  (1 + 4 * e + 4 * e * w) ^ 3 - 27 * e * (1 + 4 * e) ^ 2 * w
  = (4 * e * w - (1 + 4 * e) / 2) ^ 2 * (4 * e * w + 4 * (1 + 4 * e)).
Proof using Type. field. Qed.

Lemma B_max_pos : 0 < B_max e.
Proof using e0.
  pose proof (sqrt_lt_R0 e e0); pose proof (sqrt_lt_R0 3 ltac:(lra)).
  apply Rdiv_lt_0_compat; [lra|]; repeat apply Rmult_lt_0_compat; lra.
Qed.

Lemma B_max_sqr : B_max e ^ 2 * (27 * e * (1 + 4 * e) ^ 2) = 1.
Proof using e0.
  pose proof (sqrt_lt_R0 e e0); pose proof (sqrt_lt_R0 3 ltac:(lra)).
  transitivity (B_max e ^ 2 * (9 * (sqrt 3 * sqrt 3) * (sqrt e * sqrt e) * (1 + 4 * e) ^ 2)).
  - rewrite !sqrt_sqrt by lra; ring.
  - unfold B_max; field; lra.
Qed.

Lemma dg_sqr x : dg e x ^ 2 * (1 + 4 * e + 4 * e * sinh (x / 2) ^ 2) ^ 3 = sinh (x / 2) ^ 2.
Proof using e0.
  pose proof (den_pos x) as D; pose proof (sqrt_lt_R0 _ D); pose proof (sqrt_sqrt _ (Rlt_le _ _ D)) as S2.
  replace (1 + 4 * e + 4 * e * sinh (x / 2) ^ 2) with (1 + 4 * e * cosh (x / 2) ^ 2)
    by (rewrite (cosh_sinh (x / 2)); ring).
  unfold dg, pow32; rewrite <- S2 at 2; field; lra.
Qed.

(** N3 in the coordinate x: the exact maximum of |g'|, and where it is attained. *)
Theorem dg_bound x : Rabs (dg e x) <= B_max e
  /\ (Rabs (dg e x) = B_max e <-> 8 * e * sinh (x / 2) ^ 2 = 1 + 4 * e).
Proof using e0.
  pose proof (dg_sqr x) as S; pose proof (certificate (sinh (x / 2) ^ 2)) as C.
  pose proof B_max_sqr as M; pose proof B_max_pos.
  set (w := sinh (x / 2) ^ 2) in *; assert (Hw : 0 <= w) by apply pow2_ge_0.
  set (K := 27 * e * (1 + 4 * e) ^ 2) in *; assert (HK : 0 < K) by (unfold K; apply Rmult_lt_0_compat; nra).
  set (Q := (1 + 4 * e + 4 * e * w) ^ 3) in *; assert (HQ : 0 < Q) by (apply pow_lt; nra).
  set (F := 4 * e * w + 4 * (1 + 4 * e)) in *; assert (HF : 0 < F) by (unfold F; nra).
  assert (P : (B_max e ^ 2 - dg e x ^ 2) * (K * Q) = (4 * e * w - (1 + 4 * e) / 2) ^ 2 * F).
  { transitivity (B_max e ^ 2 * K * Q - K * (dg e x ^ 2 * Q)); [ring|].
    rewrite M, S, <- C; ring. }
  rewrite <- (pow2_abs (dg e x)) in P; set (d := Rabs (dg e x)) in *; assert (0 <= d) by apply Rabs_pos.
  assert (HKQ : 0 < K * Q) by (apply Rmult_lt_0_compat; assumption).
  split.
  - assert (0 <= (B_max e ^ 2 - d ^ 2) * (K * Q)) by (rewrite P; apply Rmult_le_pos; [apply pow2_ge_0 | lra]).
    assert (0 <= B_max e ^ 2 - d ^ 2) by (apply Rmult_le_reg_r with (K * Q); lra).
    apply Rsqr_incr_0; unfold Rsqr; lra.
  - split; intros E.
    + rewrite E, Rminus_eq_0, Rmult_0_l in P; symmetry in P.
      apply Rmult_integral in P; destruct P as [P|P]; [|lra].
      destruct (Req_dec (4 * e * w - (1 + 4 * e) / 2) 0) as [Z|Z]; [lra | apply pow2_gt_0 in Z; lra].
    + replace (4 * e * w - (1 + 4 * e) / 2) with 0 in P by lra.
      replace (0 ^ 2 * F) with 0 in P by ring.
      apply Rmult_integral in P; destruct P as [P|P]; [|lra].
      apply Rsqr_inj; unfold Rsqr; lra.
Qed.
End Gain.

Lemma affine_derive (f : R -> R) x l A k c :
  is_derive f x l -> is_derive (fun y => A + k * y + c * f y) x (k + c * l).
Proof.
  intros D; auto_derive; [exists l; exact D|].
  replace (Derive _ x) with l by (symmetry; apply is_derive_unique, D); ring.
Qed.

(** * The map in the coordinate x *)
Section Map.
Context (r b e : R) (r01 : 0 < r < 1) (b0 : 0 < b) (e0 : 0 < e).

Theorem logit_h_T x : logit (h r b e (sigma x)) = T r b e x.
Proof using r01 e0. rewrite logit_h, <- g_gain by assumption; reflexivity. Qed.

Lemma h_sigma_T x : h r b e (sigma x) = sigma (T r b e x).
Proof using r01 e0. rewrite <- logit_h_T; symmetry; apply sigma_logit, h_range, r01. Qed.

Lemma iterate_T p0 n : 0 < p0 < 1 -> iterate r b e p0 n = sigma (Nat.iter n (T r b e) (logit p0)).
Proof using r01 e0.
  intros Hp; induction n as [|n IH]; [simpl; symmetry; apply sigma_logit, Hp|].
  rewrite iterate_S, IH, h_sigma_T; reflexivity.
Qed.

Lemma logit_iterate p0 n : 0 < p0 < 1 -> logit (iterate r b e p0 n) = Nat.iter n (T r b e) (logit p0).
Proof using r01 e0. intros Hp; rewrite iterate_T by exact Hp; apply logit_sigma. Qed.

Lemma fixed_inside p : fixed r b e p -> 0 < p < 1.
Proof using r01. intros [_ E]; rewrite <- E; apply h_range, r01. Qed.

Lemma fixed_T p : fixed r b e p <-> 0 < p < 1 /\ T r b e (logit p) = logit p.
Proof using r01 e0.
  split.
  - intros F; pose proof (fixed_inside p F) as Hp; split; [exact Hp|].
    rewrite <- logit_h_T, sigma_logit by exact Hp; f_equal; apply F.
  - intros [Hp E]; split; [lra|].
    rewrite <- (sigma_logit p Hp) at 1; rewrite h_sigma_T, E; apply sigma_logit, Hp.
Qed.

Lemma T_derive x : is_derive (T r b e) x (1 / b * dg e x).
Proof using e0.
  assert (E : forall t, logit r + 0 * t + 1 / b * g e t = T r b e t) by (intros; unfold T; ring).
  apply (is_derive_ext _ _ _ _ E).
  replace (1 / b * dg e x) with (0 + 1 / b * dg e x) by ring.
  apply affine_derive, g_derive, e0.
Qed.

Lemma T_continuous x : continuous (T r b e) x.
Proof using e0. apply (ex_derive_continuous (T r b e)); eexists; apply T_derive. Qed.
End Map.
