(** N8, N9, N11 and L6 in the coordinate y = logit p, as the companion's claims state them: orbits of an even map rho + g(y)/beta,
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

Lemma g_zero : g e 0 = 2 / sqrt (1 + 4 * e).
Proof using Type.
  unfold g; replace (0 / 2) with 0 by field; rewrite cosh_0; f_equal; [ring | f_equal; ring].
Qed.
Lemma g_continuity x : continuity_pt (g e) x.
Proof using e0. apply continuity_pt_filterlim, g_continuous, e0. Qed.
End Gain.

(** * Even maps that rise to the right, and stay below a bound *)
Section Map.
Context (g : R -> R) (top b rho : R) (b0 : 0 < b) (even : forall x, g (- x) = g x) (rises : forall x y, 0 <= x -> x < y -> g x < g y).
Context (cont : forall x, continuity_pt g x) (pos : forall x, 0 < g x) (bound : forall x, g x < top).
Definition F (x : R) : R := rho + 1 / b * g x.

Lemma scaled x y : g x < g y -> F x < F y.
Proof using b0. intros; unfold F; apply Rplus_lt_compat_l, Rmult_lt_compat_l; [apply Rdiv_lt_0_compat; lra | assumption]. Qed.

Lemma F_rises x y : 0 <= x -> x < y -> F x < F y.
Proof using b0 rises. intros; apply scaled, rises; assumption. Qed.

Lemma F_falls x y : y <= 0 -> x < y -> F y < F x.
Proof using b0 even rises. intros; apply scaled; rewrite <- (even x), <- (even y); apply rises; lra. Qed.

Lemma F_even x : F (- x) = F x.
Proof using even. unfold F; rewrite even; reflexivity. Qed.

Lemma F_abs x : F (Rabs x) = F x.
Proof using even. unfold Rabs; destruct Rcase_abs; [apply F_even | reflexivity]. Qed.

Lemma F_le x y : Rabs x <= Rabs y -> F x <= F y.
Proof using b0 even rises.
  intros L; rewrite <- (F_abs x), <- (F_abs y); destruct L as [L| ->]; [|lra].
  apply Rlt_le, F_rises; [apply Rabs_pos | exact L].
Qed.

Lemma F_continuous x : continuity_pt F x.
Proof using cont.
  apply continuity_pt_plus; [apply continuity_pt_const; intros ? ?; reflexivity|].
  apply continuity_pt_mult; [apply continuity_pt_const; intros ? ?; reflexivity | apply cont].
Qed.

Lemma F_above x : rho < F x.
Proof using b0 pos. unfold F; assert (0 < 1 / b * g x) by (apply Rmult_lt_0_compat; [apply Rdiv_lt_0_compat; lra | apply pos]); lra. Qed.

Lemma F_below x : F x < rho + 1 / b * top.
Proof using b0 bound. unfold F; apply Rplus_lt_compat_l, Rmult_lt_compat_l; [apply Rdiv_lt_0_compat; lra | apply bound]. Qed.

Lemma threshold : (- 2 * b * rho < g rho <-> - rho < F rho) /\ (g rho <= - 2 * b * rho <-> F rho <= - rho).
Proof using b0.
  assert (K : F rho + rho = 1 / b * (g rho - - 2 * b * rho)) by (unfold F; field; lra).
  assert (0 < 1 / b) by (apply Rdiv_lt_0_compat; lra); split; split; intros; nra.
Qed.

(** N8: above the threshold the orbit of rho rises from its first step on, from a start as far from 0 as -rho. *)
Theorem n8_above : rho < 0 -> - 2 * b * rho < g rho ->
  (forall n, Nat.iter n F (- rho) < Nat.iter (S n) F (- rho))
  /\ exists p : R, - rho <= p <= rho + 1 / b * top /\ F p = p /\ is_lim_seq (fun n => Nat.iter n F (- rho)) p
    /\ forall q, - rho <= q <= rho + 1 / b * top -> F q = q -> p <= q.
Proof using b0 even rises cont bound.
  intros Hr Hg; set (u := rho + 1 / b * top); apply threshold in Hg.
  assert (Up : - rho < F (- rho)) by (rewrite F_even; exact Hg).
  pose proof (F_below (- rho)) as B; fold u in B; pose proof (F_below u) as Bu; fold u in Bu.
  assert (inc : forall x y, - rho <= x -> x <= y -> y <= u -> F x <= F y).
  { intros x y Hx [L| ->] Hy; [apply Rlt_le, F_rises; lra | lra]. }
  split.
  - apply (rises_strictly F (- rho) u); try lra; try assumption; intros s t Hs L Ht; apply F_rises; lra.
  - destruct (rises_to_smallest F (- rho) u) with (x := - rho) as [_ [p K]]; try lra; try assumption; [intros; apply F_continuous|].
    exists p; exact K.
Qed.

(** Below it the orbit stays between F(0) and F(rho). *)
Theorem n8_below x n : rho < 0 -> g rho <= - 2 * b * rho -> rho <= x <= - rho -> (1 <= n)%nat -> F 0 <= Nat.iter n F x <= F rho.
Proof using b0 even rises pos.
  intros Hr Hg Hx Hn; apply threshold in Hg.
  assert (In : forall y, rho <= y <= - rho -> F 0 <= F y <= F rho).
  { intros y Hy; split; apply F_le; [rewrite Rabs_R0; apply Rabs_pos | rewrite (Rabs_left rho) by lra; apply Rabs_le; lra]. }
  assert (St : forall j, rho <= Nat.iter j F x <= - rho).
  { induction j as [|j IH]; [exact Hx|]; specialize (In _ IH); pose proof (F_above (Nat.iter j F x)); simpl; lra. }
  destruct n as [|n]; [lia | simpl; apply In, St].
Qed.

(** N9: with a fixed point q >= 0 up to -rho orbits in between are monotone, and that of -rho falls to the largest fixed point. *)
Theorem n9_largest q : 0 <= q <= - rho -> F q = q -> g rho <= - 2 * b * rho -> rho < 0 ->
  (forall x, q <= x <= - rho -> (forall n, q <= Nat.iter n F x <= - rho)
    /\ ((forall n, Nat.iter n F x <= Nat.iter (S n) F x) \/ (forall n, Nat.iter (S n) F x <= Nat.iter n F x))
    /\ exists p : R, q <= p <= - rho /\ F p = p /\ is_lim_seq (fun n => Nat.iter n F x) p)
  /\ ((forall n, Nat.iter (S n) F (- rho) <= Nat.iter n F (- rho))
    /\ exists p : R, q <= p <= - rho /\ F p = p /\ is_lim_seq (fun n => Nat.iter n F (- rho)) p
      /\ forall z, q <= z <= - rho -> F z = z -> z <= p).
Proof using b0 even rises cont.
  intros Hq Fq Hg Hr; apply threshold in Hg; rewrite <- (F_even rho) in Hg.
  assert (inc : forall x y, q <= x -> x <= y -> y <= - rho -> F x <= F y).
  { intros x y Hx [L| ->] Hy; [apply Rlt_le, F_rises; lra | lra]. }
  assert (C : forall x, q <= x <= - rho -> continuity_pt F x) by (intros; apply F_continuous).
  split; [intros x Hx; apply (monotone_orbit F q (- rho)); auto; lra | apply (falls_to_largest F q (- rho)); auto; lra].
Qed.

(** N5: where F(0) >= 0 the orbits of [0, rho + top/b] are monotone and converge; from rho >= 0 they rise to the smallest fixed point. *)
Theorem n5_band : 0 <= F 0 -> let u := rho + 1 / b * top in
  (forall x, 0 <= x <= u -> (forall n, 0 <= Nat.iter n F x <= u)
    /\ ((forall n, Nat.iter n F x <= Nat.iter (S n) F x) \/ (forall n, Nat.iter (S n) F x <= Nat.iter n F x))
    /\ exists p : R, 0 <= p <= u /\ F p = p /\ is_lim_seq (fun n => Nat.iter n F x) p)
  /\ ((forall n, Nat.iter n F 0 <= Nat.iter (S n) F 0) /\ exists p : R, 0 <= p <= u /\ F p = p /\ is_lim_seq (fun n => Nat.iter n F 0) p
    /\ forall q, 0 <= q <= u -> F q = q -> p <= q)
  /\ ((forall n, Nat.iter (S n) F u <= Nat.iter n F u) /\ exists p : R, 0 <= p <= u /\ F p = p /\ is_lim_seq (fun n => Nat.iter n F u) p
    /\ forall q, 0 <= q <= u -> F q = q -> q <= p).
Proof using b0 even rises cont bound.
  intros H0 u; pose proof (F_below 0) as B0; pose proof (F_below u) as Bu; fold u in B0, Bu.
  assert (inc : forall x y, 0 <= x -> x <= y -> y <= u -> F x <= F y) by (intros x y Hx [L| ->] Hy; [apply Rlt_le, F_rises; lra | lra]).
  assert (C : forall x, 0 <= x <= u -> continuity_pt F x) by (intros; apply F_continuous).
  split; [|split]; [intros x Hx; apply (monotone_orbit F 0 u) | apply (rises_to_smallest F 0 u) | apply (falls_to_largest F 0 u)]; auto; lra.
Qed.

Theorem n5_rises : 0 <= rho -> let u := rho + 1 / b * top in (forall n, Nat.iter n F rho < Nat.iter (S n) F rho)
  /\ exists p : R, rho <= p <= u /\ F p = p /\ is_lim_seq (fun n => Nat.iter n F rho) p /\ forall q, rho <= q <= u -> F q = q -> p <= q.
Proof using b0 even rises cont bound pos.
  intros H0 u; pose proof (F_below rho) as B0; pose proof (F_below u) as Bu; pose proof (F_above rho); fold u in B0, Bu.
  assert (inc : forall x y, rho <= x -> x <= y -> y <= u -> F x <= F y) by (intros x y Hx [L| ->] Hy; [apply Rlt_le, F_rises; lra | lra]).
  assert (C : forall x, rho <= x <= u -> continuity_pt F x) by (intros; apply F_continuous).
  split; [apply (rises_strictly F rho u); auto; try lra; intros; apply F_rises; lra | apply (rises_to_smallest F rho u); auto; lra].
Qed.

(** * Where it decreases below 0 *)
Section Trapped.
Context (H0 : F 0 < 0) (H1 : rho < F 0) (none : forall q, 0 <= q <= - rho -> F q <> q).

Lemma into : F rho <= - rho -> forall x, F 0 <= x <= - rho -> F 0 <= F x <= - rho.
Proof using b0 even rises H0 H1.
  intros Top x Hx; split; [apply F_le; rewrite Rabs_R0; apply Rabs_pos|].
  apply Rle_trans with (F rho); [apply F_le; rewrite (Rabs_left rho) by lra; apply Rabs_le; lra | exact Top].
Qed.

Theorem n9_trapped : F rho <= - rho -> F (F 0) <= 0 -> exists z, F 0 <= z <= 0 /\ F z = z /\ (forall q, F 0 <= q <= 0 -> F q = q -> q = z)
  /\ forall x, F 0 <= x <= - rho -> is_lim_seq (fun n => Nat.iter n F x) z
    \/ exists c, F 0 <= c <= 0 /\ F 0 <= F c <= 0 /\ F c <> c /\ F (F c) = c
       /\ is_lim_seq (fun n => Nat.iter (2 * n) F x) c /\ is_lim_seq (fun n => Nat.iter (2 * n + 1) F x) (F c).
Proof using b0 even rises cont H0 H1 none.
  intros Top H2; assert (dec : forall x y, F 0 <= x -> x < y -> y <= 0 -> F y < F x) by (intros; apply F_falls; lra).
  pose proof (into Top) as In; assert (C : forall x, F 0 <= x <= - rho -> continuity_pt F x) by (intros; apply F_continuous).
  destruct (one_fixed_point F (F 0) 0 (- rho)) as [z [Hz [Fz Uz]]]; auto; try lra.
  exists z; split; [exact Hz|]; split; [exact Fz|]; split; [exact Uz|]; intros x Hx.
  destruct (two_limits F (F 0) 0 (- rho)) with (x := x) as [c [Hc [Hd [E [L2 L1]]]]]; auto; try lra.
  destruct (Req_dec (F c) c) as [Fc|N]; [left | right; exists c; auto 10].
  rewrite (Uz c Hc Fc) in *; rewrite Fz in L1; apply is_lim_seq_spec; apply is_lim_seq_spec in L1; apply is_lim_seq_spec in L2.
  intros eps; destruct (L1 eps) as [N1 K1]; destruct (L2 eps) as [N2 K2]; exists (2 * N1 + 2 * N2 + 1)%nat; intros n Hn.
  destruct (Nat.Even_or_Odd n) as [[k ->]|[k ->]]; [apply K2; lia | apply K1; lia].
Qed.
End Trapped.

(** N9': what forces a cycle of period 3. *)
Theorem n9_period_three : F 0 < 0 -> 0 < F (F 0) -> 0 <= F (F (F 0)) ->
  exists x, 0 <= x <= F (F 0) /\ F (F (F x)) = x /\ F x <> x.
Proof using b0 even rises cont.
  intros H0 H1 H2; set (m := F 0) in *.
  assert (IVT : forall (f : R -> R) x y, (forall t, continuity_pt f t) -> x < y -> f x < 0 -> 0 < f y -> exists z, x <= z <= y /\ f z = 0).
  { intros f x y C L Hx Hy; destruct (Ranalysis5.IVT_interv f x y (fun t _ => C t) L Hx Hy) as [z K]; exists z; exact K. }
  assert (O : forall t, continuity_pt (fun x => - F x) t) by (intros; apply continuity_pt_opp, F_continuous).
  destruct (IVT (fun x => - F x) m 0 O H0 ltac:(cbv beta; fold m; lra) ltac:(cbv beta; fold m; lra)) as [y [Hy Ey]]; assert (Fy : F y = 0) by lra; clear Ey.
  assert (y0 : y <> 0) by (intros ->; fold m in Fy; lra).
  assert (Yt : exists x, 0 <= x <= F m /\ F x = y).
  { destruct (IVT (fun x => F x - y) 0 (F m)) as [x [Hx Ex]]; auto; try lra.
    - intros t; apply continuity_pt_minus; [apply F_continuous | apply continuity_pt_const; intros ? ?; reflexivity].
    - cbv beta; fold m; destruct (Req_dec m y) as [E|]; [rewrite <- E in Fy; lra | lra].
    - exists x; split; [exact Hx | lra]. }
  destruct Yt as [x0 [Hx0 Fx0]].
  assert (Neg : forall x, 0 <= x <= x0 -> F x < 0).
  { intros x [P [L| ->]]; [pose proof (F_rises x x0 P L)|]; lra. }
  assert (C3 : forall t, continuity_pt (fun x => x - F (F (F x))) t).
  { intros t; apply continuity_pt_minus; [apply derivable_continuous_pt, derivable_pt_id|].
    apply (continuity_pt_comp (fun x => F (F x)) F); [apply (continuity_pt_comp F F)|]; apply F_continuous. }
  destruct H2 as [H2|H2]; [|exists 0; fold m; rewrite <- H2; lra].
  assert (x0 <> 0) by (intros ->; fold m in Fx0; rewrite <- Fx0 in Fy; lra).
  assert (Ez : F (F (F x0)) = m) by (rewrite Fx0; rewrite Fy; reflexivity).
  destruct (IVT (fun x => x - F (F (F x))) 0 x0 C3) as [x [Hx Ex]]; [lra | cbv beta; fold m; lra | cbv beta; rewrite Ez; lra |].
  exists x; split; [lra|]; split; [lra|]; pose proof (Neg x Hx); lra.
Qed.
End Map.

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

Theorem n11_logit r b p0 n : 0 < r < 1 -> 0 < b -> 0 < p0 < 1 ->
  0 < Nat.iter n (h r b 0) p0 < 1 /\ logit (Nat.iter n (h r b 0) p0) = Nat.iter n (T0 r b) (logit p0).
Proof.
  intros Hr Hb Hp; induction n as [|n [I E]]; [split; [exact Hp | reflexivity]|]; split; [apply h_range, Hr|]; simpl; rewrite <- E.
  rewrite <- (sigma_logit _ I) at 1; rewrite <- (logit_h_bar r b Hr Hb), h_bar_inside by apply sigma_range; reflexivity.
Qed.
