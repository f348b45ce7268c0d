(** N8, N9 and N11 in the coordinate y = logit p, as the companion's claims state them: orbits of the even map rho + g(y)/beta,
    with rho = logit p_ref. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From GRPO Require Import Defs Lemmas2to4 Logit Beyond_N11 Monotone_maps.
Open Scope R_scope.

Section Gain.
Context (e : R) (e0 : 0 < e).

Lemma g_rises x y : 0 <= x -> x < y -> g e x < g e y.
Proof using e0.
  intros Hx L; rewrite !g_gain by exact e0; pose proof (sigma_range x); pose proof (sigma_range y); apply gain_anti; [exact e0 | lra|].
  pose proof (sigma_increasing x y L); assert (1 / 2 <= sigma x) by (replace (1 / 2) with (sigma 0)
    by (unfold sigma; rewrite Ropp_0, exp_0; field); destruct Hx as [Hx | <-]; [apply Rlt_le, sigma_increasing; lra | lra]).
  nra.
Qed.

Lemma g_abs x : g e (Rabs x) = g e x.
Proof using Type. unfold Rabs; destruct Rcase_abs; [apply g_even | reflexivity]. Qed.

Lemma g_le x y : Rabs x <= Rabs y -> g e x <= g e y.
Proof using e0.
  intros [L|L]; [|rewrite <- (g_abs x), L, g_abs; lra]; pose proof (Rabs_pos x); pose proof (g_rises _ _ (Rabs_pos x) L).
  rewrite !g_abs in *; lra.
Qed.

Lemma g_zero : g e 0 = 2 / sqrt (1 + 4 * e).
Proof using Type.
  unfold g; replace (0 / 2) with 0 by field; rewrite cosh_0; f_equal; [ring | f_equal; ring].
Qed.
End Gain.

Section Map.
Context (b e rho : R) (b0 : 0 < b) (e0 : 0 < e).
Definition F (x : R) : R := rho + 1 / b * g e x.

Lemma scaled x y : g e x < g e y -> F x < F y.
Proof using b0. intros; unfold F; apply Rplus_lt_compat_l, Rmult_lt_compat_l; [apply Rdiv_lt_0_compat; lra | assumption]. Qed.

Lemma F_rises x y : 0 <= x -> x < y -> F x < F y.
Proof using b0 e0. intros; apply scaled, g_rises; assumption. Qed.

Lemma F_falls x y : y <= 0 -> x < y -> F y < F x.
Proof using b0 e0. intros; apply scaled; rewrite <- (g_even e x), <- (g_even e y); apply g_rises; lra. Qed.

Lemma F_le x y : Rabs x <= Rabs y -> F x <= F y.
Proof using b0 e0.
  intros L; unfold F; apply Rplus_le_compat_l, Rmult_le_compat_l; [apply Rlt_le, Rdiv_lt_0_compat; lra | apply g_le; assumption].
Qed.

Lemma F_even x : F (- x) = F x.
Proof using Type. unfold F; rewrite g_even; reflexivity. Qed.

Lemma F_continuous x : continuity_pt F x.
Proof using e0.
  apply continuity_pt_plus; [apply continuity_pt_const; intros ? ?; reflexivity|].
  apply continuity_pt_mult; [apply continuity_pt_const; intros ? ?; reflexivity | apply continuity_pt_filterlim, g_continuous, e0].
Qed.

Lemma F_above x : rho < F x.
Proof using b0 e0. unfold F; pose proof (g_pos e e0 x); assert (0 < 1 / b * g e x) by (apply Rmult_lt_0_compat; [apply Rdiv_lt_0_compat|]; lra); lra. Qed.

Lemma F_below x : F x < rho + 1 / (b * sqrt e).
Proof using b0 e0.
  pose proof (g_upper e e0 x); pose proof (sqrt_lt_R0 e e0); unfold F.
  replace (1 / (b * sqrt e)) with (1 / b * (1 / sqrt e)) by (field; lra).
  apply Rplus_lt_compat_l, Rmult_lt_compat_l; [apply Rdiv_lt_0_compat; lra | assumption].
Qed.

Lemma F_least x : rho + 2 / (b * sqrt (1 + 4 * e)) <= F x.
Proof using b0 e0.
  pose proof (sqrt_lt_R0 (1 + 4 * e) ltac:(lra)); pose proof (F_le 0 x ltac:(rewrite Rabs_R0; apply Rabs_pos)) as K.
  unfold F at 1 in K; rewrite g_zero in K; replace (2 / (b * sqrt (1 + 4 * e))) with (1 / b * (2 / sqrt (1 + 4 * e))) by (field; lra); exact K.
Qed.

(** * N8 *)
Theorem n8_above : rho < 0 -> - 2 * b * rho < g e rho ->
  (forall n, Nat.iter n F (- rho) < Nat.iter (S n) F (- rho))
  /\ exists p : R, - rho <= p <= rho + 1 / (b * sqrt e) /\ F p = p /\ is_lim_seq (fun n => Nat.iter n F (- rho)) p
    /\ forall q, - rho <= q <= rho + 1 / (b * sqrt e) -> F q = q -> p <= q.
Proof using b0 e0.
  intros Hr Hg; set (u := rho + 1 / (b * sqrt e)).
  assert (Up : - rho < F (- rho)).
  { rewrite F_even; unfold F; apply (Rmult_lt_compat_l (1 / b)) in Hg; [|apply Rdiv_lt_0_compat; lra].
    replace (1 / b * (- 2 * b * rho)) with (- 2 * rho) in Hg by (field; lra); lra. }
  pose proof (F_below (- rho)); fold u in H; pose proof (F_below u); fold u in H0.
  assert (inc : forall x y, - rho <= x -> x <= y -> y <= u -> F x <= F y).
  { intros x y Hx [L| ->] Hy; [apply Rlt_le, F_rises; lra | lra]. }
  split.
  - apply (rises_strictly F (- rho) u); try lra; try assumption; intros s t Hs L Ht; apply F_rises; lra.
  - destruct (rises_to_smallest F (- rho) u) with (x := - rho) as [_ [p K]]; try lra; try assumption; [intros; apply F_continuous|].
    exists p; exact K.
Qed.

Theorem n8_below x n : rho < 0 -> g e rho <= - 2 * b * rho -> rho <= x <= - rho -> (1 <= n)%nat ->
  rho + 2 / (b * sqrt (1 + 4 * e)) <= Nat.iter n F x <= F rho.
Proof using b0 e0.
  intros Hr Hg Hx Hn; assert (Top : F rho <= - rho).
  { unfold F; apply (Rmult_le_compat_l (1 / b)) in Hg; [|apply Rlt_le, Rdiv_lt_0_compat; lra].
    replace (1 / b * (- 2 * b * rho)) with (- 2 * rho) in Hg by (field; lra); lra. }
  assert (In : forall y, rho <= y <= - rho -> rho + 2 / (b * sqrt (1 + 4 * e)) <= F y <= F rho).
  { intros y Hy; split; [apply F_least | apply F_le; rewrite (Rabs_left rho) by lra; apply Rabs_le; lra]. }
  assert (St : forall k, rho <= Nat.iter k F x <= - rho).
  { induction k as [|k IH]; [exact Hx|]; specialize (In _ IH); pose proof (F_above (Nat.iter k F x)); simpl; lra. }
  destruct n as [|n]; [lia | simpl; apply In, St].
Qed.
End Map.

(** * N9 *)
Section Trapped.
Context (e rho m : R) (e0 : 0 < e) (rm : rho < m) (m0 : m < 0).
Notation b := (2 / (sqrt (1 + 4 * e) * (m - rho))).
Notation F := (F b e rho).
Context (H1 : F rho <= - rho) (H2 : F m <= 0) (none : forall q, 0 <= q <= - rho -> F q <> q).

Lemma weight : 0 < b.
Proof using e0 rm. pose proof (sqrt_lt_R0 (1 + 4 * e) ltac:(lra)); apply Rdiv_lt_0_compat; [lra | apply Rmult_lt_0_compat; lra]. Qed.

Lemma F_zero : F 0 = m.
Proof using e0 rm. pose proof (sqrt_lt_R0 (1 + 4 * e) ltac:(lra)); unfold Logit_orbits.F; rewrite g_zero; field; lra. Qed.

Lemma into x : m <= x <= - rho -> m <= F x <= - rho.
Proof using e0 rm m0 H1.
  intros Hx; pose proof weight; rewrite <- F_zero at 1; split; [apply F_le; auto; rewrite Rabs_R0; apply Rabs_pos|].
  apply Rle_trans with (F rho); [apply F_le; auto; rewrite (Rabs_left rho) by lra; apply Rabs_le; lra | exact H1].
Qed.

Theorem n9_trapped : exists z, m <= z <= 0 /\ F z = z /\ (forall q, m <= q <= 0 -> F q = q -> q = z)
  /\ forall x, m <= x <= - rho -> is_lim_seq (fun n => Nat.iter n F x) z
    \/ exists c, m <= c <= 0 /\ m <= F c <= 0 /\ F c <> c /\ F (F c) = c
       /\ is_lim_seq (fun n => Nat.iter (2 * n) F x) c /\ is_lim_seq (fun n => Nat.iter (2 * n + 1) F x) (F c).
Proof using e0 rm m0 H1 H2 none.
  pose proof weight as b0.
  assert (dec : forall x y, m <= x -> x < y -> y <= 0 -> F y < F x) by (intros; apply F_falls; auto).
  destruct (one_fixed_point F m 0 (- rho)) as [z [Hz [Fz Uz]]]; try lra; auto using into;
    [intros; apply F_continuous, e0|].
  exists z; split; [exact Hz|]; split; [exact Fz|]; split; [exact Uz|]; intros x Hx.
  destruct (two_limits F m 0 (- rho)) with (x := x) as [c [Hc [Hd [E [L2 L1]]]]]; try lra; auto using into;
    [intros; apply F_continuous, e0|].
  destruct (Req_dec (F c) c) as [Fc|N]; [left | right; exists c; auto 10].
  rewrite (Uz c Hc Fc) in *; rewrite Fz in L1; apply is_lim_seq_spec; apply is_lim_seq_spec in L1; apply is_lim_seq_spec in L2.
  intros eps; destruct (L1 eps) as [N1 K1]; destruct (L2 eps) as [N2 K2]; exists (2 * N1 + 2 * N2 + 1)%nat; intros n Hn.
  destruct (Nat.Even_or_Odd n) as [[k ->]|[k ->]]; [apply K2; lia | apply K1; lia].
Qed.
End Trapped.

(** * N11: no smoothing *)
Section Unsmoothed.
Context (b rho : R) (b0 : 0 < b).
Definition F0 (x : R) : R := rho + 2 * cosh (x / 2) / b.

Theorem n11_exists : rho < 2 * arcsinh b - 2 * sqrt (1 + 1 / b ^ 2) -> exists x, rho < x < 2 * arcsinh b /\ F0 x = x.
Proof using b0.
  intros H; rewrite <- gap_attained in H by exact b0; set (m := 2 * arcsinh b) in *.
  assert (Lo : forall x, 0 < 2 * cosh (x / 2) / b) by (intros x; pose proof (cosh_ge1 (x / 2)); apply Rdiv_lt_0_compat; lra).
  pose proof (Lo m); pose proof (Lo rho).
  destruct (Ranalysis5.IVT_interv (fun x => x - F0 x) rho m) as [x [Hx E]]; unfold F0 in *; [| lra | lra | lra |].
  - intros a _; apply continuity_pt_filterlim, (ex_derive_continuous (fun x => x - (rho + 2 * cosh (x / 2) / b))).
    unfold cosh; auto_derive; lra.
  - exists x; assert (x <> rho) by (intros ->; lra); assert (x <> m) by (intros ->; lra); split; lra.
Qed.

Theorem n11_escape x : let d := rho + 2 * sqrt (1 + 1 / b ^ 2) - 2 * arcsinh b in 0 < d ->
  (forall n, INR n * d + x <= Nat.iter n F0 x) /\ (forall n, Nat.iter n F0 x < Nat.iter (S n) F0 x)
  /\ is_lim_seq (fun n => Nat.iter n F0 x) p_infty.
Proof using b0.
  intros d d0; assert (St : forall y, y + d <= F0 y) by (intros y; pose proof (gap_max b b0 y); unfold F0, d; lra).
  assert (G : forall n, INR n * d + x <= Nat.iter n F0 x).
  { induction n as [|n IH]; [simpl; lra|]; rewrite S_INR; simpl; specialize (St (Nat.iter n F0 x)); lra. }
  split; [exact G|]; split; [intros n; simpl; specialize (St (Nat.iter n F0 x)); lra|].
  apply (is_lim_seq_le_p_loc (fun n => INR n * d + x)); [exists 0%nat; intros n _; apply G|].
  apply (is_lim_seq_plus _ _ p_infty x p_infty); [| apply is_lim_seq_const | reflexivity].
  apply (is_lim_seq_mult _ _ p_infty d); [apply is_lim_seq_INR | apply is_lim_seq_const | apply is_Rbar_mult_p_infty_pos; exact d0].
Qed.
End Unsmoothed.
