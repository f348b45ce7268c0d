(** N6: exactly one, two or three fixed points. In the coordinate x the fixed points solve
    psi(x) = logit r with psi(x) = x - g(x) / b. For b >= B_max there is one (Beyond_N4.v). For
    b < B_max, g' takes the value b at two points 0 < x1 < x2; psi increases up to x1, decreases
    to x2, increases after; so the count is read off from psi(x2) and psi(x1). The left fixed point
    repels exactly when logit r lies between psi(-x2) and psi(-x1). *)
From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GRPO Require Import Defs Proposition1 Lemmas2to4 Logit Beyond_N3 Beyond_N4.
Open Scope R_scope.

Section Shape.
Context (b e : R) (b0 : 0 < b) (e0 : 0 < e).

(** The cubic behind g' = b, in w = sinh^2 (x/2), factored by its two positive roots. *)
Definition phi (w : R) : R := b ^ 2 * (1 + 4 * e + 4 * e * w) ^ 3 - w.

Lemma phi_factor w1 w2 w : w1 <> w2 -> phi w1 = 0 -> phi w2 = 0 ->
  phi w = b ^ 2 * (4 * e) ^ 2 * ((w - w1) * (w - w2) * (4 * e * (w + w1 + w2) + 3 * (1 + 4 * e))).
Proof using Type.
  intros N H1 H2.
  assert (K : (w1 - w2) * (phi w
     - b ^ 2 * (4 * e) ^ 2 * ((w - w1) * (w - w2) * (4 * e * (w + w1 + w2) + 3 * (1 + 4 * e))))
     = (w - w2) * phi w1 - (w - w1) * phi w2) by (unfold phi; ring).
  rewrite H1, H2 in K; rewrite !Rmult_0_r, Rminus_0_r in K.
  apply Rmult_integral in K; destruct K; lra.
Qed.

Lemma phi_dg x : phi (sinh (x / 2) ^ 2) = (b ^ 2 - dg e x ^ 2) * (1 + 4 * e + 4 * e * sinh (x / 2) ^ 2) ^ 3.
Proof using e0. unfold phi; rewrite Rmult_minus_distr_r, dg_sqr by exact e0; reflexivity. Qed.

Lemma dg_sign x : (0 < x -> 0 < dg e x) /\ (x <= 0 -> dg e x <= 0).
Proof using e0.
  pose proof (Rinv_0_lt_compat _ (pow32_pos _ (den_pos e e0 x))) as P; unfold dg; split; intros H.
  - apply Rmult_lt_0_compat; [|exact P]; rewrite <- sinh_0; apply sinh_increasing; lra.
  - assert (0 <= sinh (- (x / 2))) by (apply sinh_sign; lra); rewrite sinh_odd in *; unfold Rdiv at 1; nra.
Qed.

(** The equation g'(x) = b in s = sinh (x/2): s = b (1 + 4 e + 4 e s^2)^(3/2). *)
Theorem n6_turning_equation s : dg e (2 * arcsinh s) = b <-> s = b * pow32 (1 + 4 * e + 4 * e * s ^ 2).
Proof using e0.
  pose proof (pow32_pos _ (den_pos e e0 (2 * arcsinh s))) as P; unfold dg.
  replace (2 * arcsinh s / 2) with (arcsinh s) in * by field.
  rewrite (cosh_sinh (arcsinh s)), sinh_arcsinh in *.
  replace (1 + 4 * e * (1 + s ^ 2)) with (1 + 4 * e + 4 * e * s ^ 2) in * by ring.
  set (q := pow32 (1 + 4 * e + 4 * e * s ^ 2)) in *; split; intros H; [rewrite <- H | rewrite H at 1]; field; lra.
Qed.

(** The two turning points exist. *)
Lemma dg_continuity x : continuity_pt (dg e) x.
Proof using e0.
  apply continuity_pt_filterlim, (ex_derive_continuous (dg e)); pose proof (den_pos e e0 x) as D.
  pose proof (sqrt_lt_R0 _ D); unfold dg, pow32, sinh, cosh in *; auto_derive; simpl in *; unfold Rdiv in *.
  repeat split; try lra; apply Rgt_not_eq; repeat apply Rmult_lt_0_compat; lra.
Qed.

Theorem n6_turning_points : b < B_max e -> exists x1 x2, 0 < x1 < x2 /\ dg e x1 = b /\ dg e x2 = b.
Proof using b0 e0.
  intros Hb; destruct (n3_maximum e e0) as [q [Hq Eq]].
  set (m := logit q); assert (m0 : 0 < m) by (apply logit_pos; lra).
  assert (Dm : dg e m = B_max e).
  { rewrite <- Eq; transitivity (Rabs (dg e m)); [symmetry; apply Rabs_pos_eq, Rlt_le, dg_sign, m0|].
    rewrite <- B_logit by exact e0; unfold m; rewrite sigma_logit by lra; reflexivity. }
  assert (Far : exists M, m < M /\ dg e M < b).
  { set (d := 1 / sqrt e / b); pose proof (sqrt_lt_R0 e e0).
    assert (d0 : 0 < d) by (repeat apply Rdiv_lt_0_compat; lra).
    destruct (MVT_cor2 (g e) (dg e) m (m + d) ltac:(lra)) as [c [E Hc]];
      [intros t _; apply is_derive_Reals, g_derive, e0|].
    exists c; split; [lra|]; pose proof (g_pos e e0 m); pose proof (g_upper e e0 (m + d)).
    apply (Rmult_lt_reg_r d); [exact d0|].
    replace (b * d) with (1 / sqrt e) by (unfold d; field; lra).
    replace (m + d - m) with d in E by ring; lra. }
  destruct Far as [M [HM DM]].
  destruct (Ranalysis5.IVT_interv (fun x => dg e x - b) 0 m) as [x1 [H1 E1]];
    [| exact m0 | pose proof (proj2 (dg_sign 0) ltac:(lra)); lra | lra |].
  { intros a _; apply continuity_pt_minus; [apply dg_continuity | apply continuity_pt_const; intros ? ?; reflexivity]. }
  destruct (Ranalysis5.IVT_interv (fun x => b - dg e x) m M) as [x2 [H2 E2]]; [| exact HM | lra | lra |].
  { intros a _; apply continuity_pt_minus; [apply continuity_pt_const; intros ? ?; reflexivity | apply dg_continuity]. }
  exists x1, x2; split; [|split; lra].
  assert (x1 <> m) by (intros ->; lra); assert (x2 <> m) by (intros ->; lra).
  assert (x1 <> 0) by (intros ->; pose proof (proj2 (dg_sign 0) ltac:(lra)); lra); lra.
Qed.

(** Between them, and only there, g' > b. *)
Section Turning.
Context (x1 x2 : R) (H12 : 0 < x1 < x2) (D1 : dg e x1 = b) (D2 : dg e x2 = b).

Lemma sinh_sq_lt x y : 0 < x < y -> sinh (x / 2) ^ 2 < sinh (y / 2) ^ 2.
Proof using Type.
  intros H; pose proof (sinh_sign (x / 2) ltac:(lra)); pose proof (sinh_increasing (x / 2) (y / 2) ltac:(lra)); nra.
Qed.

Lemma dg_pattern x : (x < x1 -> dg e x < b) /\ (x1 < x < x2 -> b < dg e x) /\ (x2 < x -> dg e x < b).
Proof using b0 e0 H12 D1 D2.
  destruct (Rle_or_lt x 0) as [N|P].
  { pose proof (proj2 (dg_sign x) N); repeat split; intros; lra. }
  pose proof (proj1 (dg_sign x) P) as Dx; pose proof (sinh_sq_lt x1 x2 H12) as W12.
  assert (F : forall t, dg e t = b -> phi (sinh (t / 2) ^ 2) = 0)
    by (intros t Ht; rewrite phi_dg, Ht; ring).
  pose proof (phi_factor _ _ (sinh (x / 2) ^ 2) (Rlt_not_eq _ _ W12) (F x1 D1) (F x2 D2)) as E.
  rewrite phi_dg in E; pose proof (pow2_ge_0 (sinh (x1 / 2))) as W1.
  pose proof (pow2_ge_0 (sinh (x / 2))) as W0.
  assert (S1 : x < x1 -> sinh (x / 2) ^ 2 < sinh (x1 / 2) ^ 2) by (intros; apply sinh_sq_lt; lra).
  assert (S1' : x1 < x -> sinh (x1 / 2) ^ 2 < sinh (x / 2) ^ 2) by (intros; apply sinh_sq_lt; lra).
  assert (S2 : x < x2 -> sinh (x / 2) ^ 2 < sinh (x2 / 2) ^ 2) by (intros; apply sinh_sq_lt; lra).
  assert (S2' : x2 < x -> sinh (x2 / 2) ^ 2 < sinh (x / 2) ^ 2) by (intros; apply sinh_sq_lt; lra).
  set (w1 := sinh (x1 / 2) ^ 2) in *; set (w2 := sinh (x2 / 2) ^ 2) in *; set (w := sinh (x / 2) ^ 2) in *.
  set (Q := (1 + 4 * e + 4 * e * w) ^ 3) in *; set (d := dg e x) in *.
  assert (HQ : 0 < Q) by (apply pow_lt; pose proof (Rmult_le_pos (4 * e) w); lra).
  set (K := 4 * e * (w + w1 + w2) + 3 * (1 + 4 * e)) in *.
  assert (HK : 0 < K) by (pose proof (Rmult_le_pos (4 * e) (w + w1 + w2)); unfold K; lra).
  assert (HC : 0 < b ^ 2 * (4 * e) ^ 2 * K)
    by (repeat apply Rmult_lt_0_compat; try apply pow_lt; lra).
  assert (E' : (b - d) * ((b + d) * Q) = (w - w1) * (w - w2) * (b ^ 2 * (4 * e) ^ 2 * K))
    by (rewrite <- (Rmult_assoc (b - d)); replace ((b - d) * (b + d)) with (b ^ 2 - d ^ 2) by ring; rewrite E; ring).
  assert (HP : 0 < (b + d) * Q) by (apply Rmult_lt_0_compat; lra).
  set (P1 := (b + d) * Q) in *; set (P2 := b ^ 2 * (4 * e) ^ 2 * K) in *.
  assert (Pos : 0 < (w - w1) * (w - w2) -> d < b).
  { intros H; apply (Rmult_lt_compat_r P2) in H; [|exact HC]; rewrite <- E', Rmult_0_l in H.
    apply Rnot_le_lt; intros N; nra. }
  assert (Neg : 0 < (w - w1) * (w2 - w) -> b < d).
  { intros H; apply (Rmult_lt_compat_r P2) in H; [|exact HC].
    apply Rnot_le_lt; intros N; assert (0 <= (b - d) * P1) by (apply Rmult_le_pos; lra); lra. }
  split; [|split]; intros Hx; [apply Pos | apply Neg | apply Pos].
  - specialize (S1 Hx); specialize (S2 ltac:(lra)).
    replace ((w - w1) * (w - w2)) with ((w1 - w) * (w2 - w)) by ring; apply Rmult_lt_0_compat; lra.
  - specialize (S1' ltac:(lra)); specialize (S2 ltac:(lra)); apply Rmult_lt_0_compat; lra.
  - specialize (S1' ltac:(lra)); specialize (S2' Hx); apply Rmult_lt_0_compat; lra.
Qed.

(** The shape of psi. *)
Lemma psi_mvt x y : x < y -> exists t, psi b e y - psi b e x = (1 - dg e t / b) * (y - x) /\ x < t < y.
Proof using b0 e0.
  intros L; apply MVT_cor2; [exact L|]; intros t _; apply is_derive_Reals.
  assert (E : forall s, 0 + 1 * s + - (1 / b) * g e s = psi b e s) by (intros; unfold psi; field; lra).
  apply (is_derive_ext _ _ _ _ E); replace (1 - dg e t / b) with (1 + - (1 / b) * dg e t) by (field; lra).
  apply affine_derive, g_derive, e0.
Qed.

Lemma slope_sign d : (d < b -> 0 < 1 - d / b) /\ (b < d -> 1 - d / b < 0).
Proof using b0.
  split; intros H; assert (K : d / b * b = d) by (field; lra); nra.
Qed.

Theorem psi_shape x y : x < y ->
  (y <= x1 -> psi b e x < psi b e y) /\ (x1 <= x -> y <= x2 -> psi b e y < psi b e x)
  /\ (x2 <= x -> psi b e x < psi b e y).
Proof using b0 e0 H12 D1 D2.
  intros L; destruct (psi_mvt x y L) as [t [E Ht]]; destruct (dg_pattern t) as [P1 [P2 P3]].
  repeat split; intros; [pose proof (proj1 (slope_sign _) (P1 ltac:(lra)))
    | pose proof (proj2 (slope_sign _) (P2 ltac:(lra))) | pose proof (proj1 (slope_sign _) (P3 ltac:(lra)))]; nra.
Qed.
End Turning.
End Shape.
