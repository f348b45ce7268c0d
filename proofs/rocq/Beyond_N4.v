(** N4: for beta > B_max(e) the map is a contraction in the coordinate logit p, with the factor
    B_max / beta, whatever p_ref: one fixed point, reached from every start, at a rate uniform
    in the prompt. At beta = B_max convergence is still global. Below it, some p_ref has a
    repelling fixed point. This replaces the local and circular Theorem 4. *)
From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GRPO Require Import Defs Proposition1 Lemma1 Theorem6 Lemmas2to4 Logit Orbits Beyond_N3.
Open Scope R_scope.

Section Gain.
Context (e : R) (e0 : 0 < e).

Theorem g_lipschitz x y : Rabs (g e x - g e y) <= B_max e * Rabs (x - y).
Proof using e0.
  apply (lipschitz_of_derive (g e) (dg e) (Rmin x y) (Rmax x y)).
  - intros; apply g_derive, e0.
  - intros; apply dg_bound, e0.
  - split; [apply Rmin_l | apply Rmax_l].
  - split; [apply Rmin_r | apply Rmax_r].
Qed.

(** The derivative of c x + g(x) vanishes at one point at most. *)
Lemma critical_unique c x y : B_max e <= c -> c + dg e x = 0 -> c + dg e y = 0 -> x = y.
Proof using e0.
  intros Hc Hx Hy; pose proof (B_max_pos e e0).
  assert (K : forall t, c + dg e t = 0 -> 8 * e * sinh (t / 2) ^ 2 = 1 + 4 * e /\ sinh (t / 2) < 0).
  { intros t Ht; destruct (dg_bound e e0 t) as [M E]; apply Rabs_le_between in M; split.
    - apply E; rewrite Rabs_left by lra; lra.
    - apply Rnot_le_lt; intros S.
      assert (0 <= dg e t); [|lra].
      apply Rmult_le_pos; [exact S | apply Rlt_le, Rinv_0_lt_compat, pow32_pos, den_pos, e0]. }
  destruct (K x Hx) as [X1 X2], (K y Hy) as [Y1 Y2].
  assert (E : sinh (x / 2) = sinh (y / 2)).
  { assert (S : sinh (x / 2) ^ 2 = sinh (y / 2) ^ 2) by (apply (Rmult_eq_reg_l (8 * e)); lra).
    assert (P : (sinh (x / 2) - sinh (y / 2)) * (sinh (x / 2) + sinh (y / 2)) = 0) by (ring_simplify; lra).
    apply Rmult_integral in P; destruct P; lra. }
  apply sinh_inj in E; lra.
Qed.

(** Hence c x + g(x) and c x - g(x) increase strictly, already at c = B_max. *)
Theorem plus_g_increasing c x y : B_max e <= c -> x < y -> c * x + g e x < c * y + g e y.
Proof using e0.
  intros Hc L; set (F := fun t => 0 + c * t + 1 * g e t); set (dF := fun t => c + 1 * dg e t).
  assert (D : forall t, is_derive F t (dF t)) by (intros; apply affine_derive, g_derive, e0).
  assert (P : forall t, 0 <= dF t).
  { intros t; unfold dF; destruct (dg_bound e e0 t) as [M _]; apply Rabs_le_between in M; lra. }
  assert (MV : forall u w, u < w -> exists t, u <= t <= w /\ F w - F u = dF t * (w - u)).
  { intros u w Huw; destruct (MVT_gen F u w dF) as [t [Ht E]].
    - intros; apply D.
    - intros; apply continuity_pt_filterlim, (ex_derive_continuous F); eexists; apply D.
    - rewrite Rmin_left, Rmax_right in Ht by lra; exists t; split; assumption. }
  set (d := (y - x) / 3); assert (d0 : 0 < d) by (unfold d; lra).
  destruct (MV x (x + d) ltac:(lra)) as [t1 [I1 E1]], (MV (x + d) (y - d) ltac:(unfold d; lra)) as [t2 [_ E2]],
    (MV (y - d) y ltac:(lra)) as [t3 [I3 E3]].
  replace (x + d - x) with d in E1 by ring; replace (y - d - (x + d)) with d in E2 by (unfold d; field).
  replace (y - (y - d)) with d in E3 by ring.
  pose proof (P t1) as [P1|P1]; pose proof (P t2); pose proof (P t3) as [P3|P3];
    try (assert (0 < dF t1 * d) by (apply Rmult_lt_0_compat; assumption));
    try (assert (0 < dF t3 * d) by (apply Rmult_lt_0_compat; assumption));
    assert (0 <= dF t2 * d) by (apply Rmult_le_pos; lra);
    rewrite <- ?P1, <- ?P3 in *; unfold F in *; try lra.
  assert (t1 = t3) by (apply (critical_unique c); [exact Hc | unfold dF in *; lra | unfold dF in *; lra]).
  unfold d in *; lra.
Qed.

Theorem minus_g_increasing c x y : B_max e <= c -> x < y -> c * x - g e x < c * y - g e y.
Proof using e0.
  intros Hc L; pose proof (plus_g_increasing c (- y) (- x) Hc ltac:(lra)) as K.
  rewrite !g_even in K; lra.
Qed.
End Gain.

Section N4.
Context (r b e : R) (r01 : 0 < r < 1) (e0 : 0 < e) (Hb : B_max e <= b).

Lemma b_pos : 0 < b.
Proof using e0 Hb. pose proof (B_max_pos e e0); lra. Qed.

Theorem T_contraction x y : Rabs (T r b e x - T r b e y) <= B_max e / b * Rabs (x - y).
Proof using e0 Hb.
  pose proof b_pos as b0; unfold T.
  replace (logit r + 1 / b * g e x - _) with (1 / b * (g e x - g e y)) by ring.
  pose proof (Rdiv_lt_0_compat 1 b Rlt_0_1 b0).
  rewrite Rabs_mult, (Rabs_pos_eq (1 / b)) by lra.
  replace (B_max e / b * Rabs (x - y)) with (1 / b * (B_max e * Rabs (x - y))) by (field; lra).
  apply Rmult_le_compat_l; [lra | apply g_lipschitz, e0].
Qed.

(** One fixed point, for beta >= B_max. *)
Theorem n4_unique p q : fixed r b e p -> fixed r b e q -> p = q.
Proof using r01 e0 Hb.
  pose proof b_pos as b0; rewrite !fixed_T by assumption; intros [Hp Ep] [Hq Eq].
  apply logit_inj; try assumption; unfold T in *.
  assert (K : forall x, logit r + 1 / b * g e x = x -> b * x - g e x = b * logit r).
  { intros x E; rewrite <- E at 1; field; lra. }
  apply K in Ep; apply K in Eq; destruct (Rtotal_order (logit p) (logit q)) as [L|[E|L]]; [|exact E|];
    pose proof (minus_g_increasing e e0 b _ _ Hb L); lra.
Qed.

(** The rate, in logit units; from p_1 on if the start is 0 or 1. *)
Theorem n4_rate p p0 n : fixed r b e p -> 0 < p0 < 1 ->
  Rabs (logit (iterate r b e p0 n) - logit p) <= (B_max e / b) ^ n * Rabs (logit p0 - logit p).
Proof using r01 e0 Hb.
  intros F H0; pose proof b_pos as b0; pose proof (B_max_pos e e0).
  apply fixed_T in F; try assumption; destruct F as [Hp E].
  apply (geometric_rate (fun n => logit (iterate r b e p0 n)) (logit p)).
  - apply Rmult_le_pos; [lra | apply Rlt_le, Rinv_0_lt_compat, b0].
  - intros k; cbv beta; rewrite !logit_iterate by assumption.
    rewrite <- E at 1; apply T_contraction.
Qed.

Theorem n4_rate_from_1 p p0 n : fixed r b e p -> 0 <= p0 <= 1 ->
  Rabs (logit (iterate r b e p0 (S n)) - logit p)
  <= (B_max e / b) ^ n * Rabs (logit (h r b e p0) - logit p).
Proof using r01 e0 Hb.
  intros F H0; replace (iterate r b e p0 (S n)) with (iterate r b e (h r b e p0) n).
  - apply n4_rate; [exact F | apply h_range, r01].
  - clear; induction n as [|n IH]; [reflexivity|]; rewrite (iterate_S _ _ _ p0 (S n)), <- IH; reflexivity.
Qed.

(** Global convergence, for beta >= B_max, from every start in [0,1]. *)
Theorem n4_global : exists p, fixed r b e p
  /\ (forall q, fixed r b e q -> q = p)
  /\ (forall p0, 0 <= p0 <= 1 -> is_lim_seq (iterate r b e p0) p).
Proof using r01 e0 Hb.
  pose proof b_pos as b0; destruct (fixed_point_exists r b e r01 b0 e0) as [p F]; exists p.
  split; [exact F|]; split; [intros q Fq; apply n4_unique; assumption|]; intros p0 H0.
  apply is_lim_seq_incr_1; set (x := fun n => logit (iterate r b e p0 (S n))).
  pose proof (Rdiv_lt_0_compat 1 b Rlt_0_1 b0) as Ib; pose proof (sqrt_lt_R0 e e0).
  destruct (orbit_converges (T r b e) x (logit r) (logit r + 1 / b * (1 / sqrt e))) as [l [L Fl]].
  - intros n; unfold x; rewrite (iterate_S _ _ _ _ (S n)).
    rewrite <- logit_h_T, sigma_logit by (try apply iterate_inside; assumption); reflexivity.
  - intros; apply T_continuous, e0.
  - intros a c L; unfold T; pose proof (plus_g_increasing e e0 b a c Hb L) as K.
    apply (Rmult_lt_compat_l (1 / b)) in K; [|exact Ib].
    replace (1 / b * (b * a + g e a)) with (a + 1 / b * g e a) in K by (field; lra).
    replace (1 / b * (b * c + g e c)) with (c + 1 / b * g e c) in K by (field; lra); lra.
  - intros n; unfold x; rewrite iterate_S, logit_h by exact r01.
    pose proof (iterate_range r b e r01 p0 n H0) as I; pose proof (gain_pos e e0 _ I) as G.
    split; [nra|]; apply Rplus_le_compat_l, Rmult_le_compat_l; [lra|].
    replace (sqrt e) with (sqrt (0 * (1 - 0) + e)) by (f_equal; ring).
    apply (gain_anti_le e e0 0); [lra | nra].
  - assert (sigma l = p) as <-.
    { apply n4_unique; [|exact F]; apply fixed_T; try assumption; rewrite logit_sigma.
      split; [apply sigma_range | exact Fl]. }
    apply (is_lim_seq_ext (fun n => sigma (x n))).
    + intros n; apply sigma_logit, iterate_inside; assumption.
    + apply is_lim_seq_continuous; [apply continuity_pt_filterlim, sigma_continuous | exact L].
Qed.
End N4.

(** Sharp: below B_max some p_ref has a fixed point with multiplier below -1. *)
Theorem n4_sharp b e : 0 < e -> 0 < b < B_max e ->
  exists r p, 0 < r < 1 /\ fixed r b e p /\ Derive (h r b e) p < -1.
Proof.
  intros e0 Hb; destruct (n3_maximum e e0) as [q [Hq E]].
  set (r := sigma (logit (1 - q) - 1 / b * g e (logit (1 - q)))); exists r, (1 - q).
  assert (r01 : 0 < r < 1) by apply sigma_range.
  assert (F : fixed r b e (1 - q)).
  { apply fixed_T; try assumption; split; [lra|]; unfold T, r; rewrite logit_sigma; ring. }
  split; [exact r01|]; split; [exact F|].
  rewrite (is_derive_unique _ _ _ (lemma_1 r b e r01 ltac:(lra) e0 _ F)).
  assert (K : (1 - q) * (1 - (1 - q)) * ((2 * (1 - q) - 1) / (2 * b * pow32 ((1 - q) * (1 - (1 - q)) + e)))
              = - (B e q / b)).
  { unfold B; replace ((1 - q) * (1 - (1 - q)) + e) with (q * (1 - q) + e) by ring.
    rewrite Rabs_pos_eq by lra; pose proof (pow32_pos _ (v_pos e e0 q ltac:(lra))); field; lra. }
  rewrite K, E; apply Ropp_lt_contravar; apply (Rlt_div_r 1); lra.
Qed.
