(** N6 in closed form: the two turning points of x - g(x)/beta are x = 2 arcsinh(a^3) and 2 arcsinh(b^3), where epsilon and beta are
    the rational and algebraic functions of a < b below; and the count of fixed points for every logit of the reference. *)
From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From GRPO Require Import Defs Proposition1 Lemmas2to4 Logit Beyond_N6 Beyond_N6_count.
Open Scope R_scope.

Definition S6 (a b : R) : R := a ^ 2 * b ^ 2 * (a ^ 2 + b ^ 2).
Definition eps6 (a b : R) : R := 1 / (4 * S6 a b - 4).
Definition beta6 (a b : R) : R := pow32 ((S6 a b - 1) / (a ^ 4 + a ^ 2 * b ^ 2 + b ^ 4)).
Definition y6 (a : R) : R := 2 * ln (a ^ 3 + sqrt (a ^ 6 + 1)).

Lemma sinh_y6 a : sinh (y6 a / 2) = a ^ 3.
Proof.
  pose proof (sqrt_sqrt (a ^ 6 + 1) ltac:(assert (0 <= a ^ 6) by (replace (a ^ 6) with ((a ^ 3) ^ 2) by ring; apply pow2_ge_0); lra)) as Q.
  assert (P : 0 < a ^ 3 + sqrt (a ^ 6 + 1)).
  { assert (Rabs (a ^ 3) < sqrt (a ^ 6 + 1)).
    { rewrite <- sqrt_Rsqr_abs; apply sqrt_lt_1_alt; unfold Rsqr; split; [apply Rle_0_sqr|].
      replace (a ^ 6) with (a ^ 3 * a ^ 3) by ring; lra. }
    pose proof (Rle_abs (- a ^ 3)); rewrite Rabs_Ropp in *; lra. }
  unfold y6; replace (2 * ln (a ^ 3 + sqrt (a ^ 6 + 1)) / 2) with (ln (a ^ 3 + sqrt (a ^ 6 + 1))) by field.
  unfold sinh; rewrite exp_Ropp, exp_ln by exact P; set (q := sqrt (a ^ 6 + 1)) in *.
  replace (a ^ 6) with (a ^ 3 * a ^ 3) in Q by ring; set (c := a ^ 3) in *.
  apply (Rmult_eq_reg_r (2 * (c + q))); [|lra]; field_simplify; [nra | lra].
Qed.

Section Turning.
Context (a b : R) (a0 : 0 < a) (ab : a < b) (S1 : 1 < S6 a b).
Notation e := (eps6 a b).
Notation beta := (beta6 a b).

Lemma eps6_pos : 0 < e.
Proof using S1. unfold eps6; apply Rdiv_lt_0_compat; lra. Qed.

Lemma weight_pos : 0 < a ^ 4 + a ^ 2 * b ^ 2 + b ^ 4.
Proof using a0 ab.
  assert (0 < a ^ 4) by (apply pow_lt; lra); assert (0 < b ^ 4) by (apply pow_lt; lra).
  assert (0 <= a ^ 2 * b ^ 2) by (apply Rmult_le_pos; apply pow2_ge_0); lra.
Qed.

Lemma beta6_pos : 0 < beta.
Proof using a0 ab S1. apply pow32_pos, Rdiv_lt_0_compat; [lra | apply weight_pos]. Qed.

(** The slope at a turning point, for c = a or b. *)
Lemma turning c : 0 < c -> c ^ 2 * (a ^ 4 + a ^ 2 * b ^ 2 + b ^ 4) = S6 a b + c ^ 6 -> dg e (y6 c) = beta.
Proof using a0 ab S1.
  intros c0 E; pose proof weight_pos as W; unfold dg; rewrite sinh_y6.
  assert (C : cosh (y6 c / 2) ^ 2 = 1 + c ^ 6) by (rewrite cosh_sinh, sinh_y6; ring).
  rewrite C; set (w := a ^ 4 + a ^ 2 * b ^ 2 + b ^ 4) in *; set (t := S6 a b) in *.
  replace (1 + 4 * e * (1 + c ^ 6)) with (c ^ 2 * (w / (t - 1))).
  2: { unfold eps6; fold t; apply (Rmult_eq_reg_r (t - 1)); [|lra]; field_simplify; [|lra|lra]; rewrite E; field; lra. }
  unfold beta6, pow32; fold t w; assert (0 < t - 1) by lra; assert (K : 0 < w / (t - 1)) by (apply Rdiv_lt_0_compat; lra).
  rewrite sqrt_mult by (try apply pow2_ge_0; lra); rewrite sqrt_pow2 by lra.
  replace ((t - 1) / w) with (/ (w / (t - 1))) by (field; lra); rewrite sqrt_inv.
  pose proof (sqrt_lt_R0 _ K); field; lra.
Qed.

Lemma turning_points : 0 < y6 a < y6 b /\ dg e (y6 a) = beta /\ dg e (y6 b) = beta.
Proof using a0 ab S1.
  assert (O : forall c d, c < d -> y6 c < y6 d).
  { intros c d L; apply Rnot_le_lt; intros [N|N].
    - assert (sinh (y6 d / 2) < sinh (y6 c / 2)) as Q by (apply sinh_increasing; lra); rewrite !sinh_y6 in Q.
      assert (c ^ 3 < d ^ 3) by (assert (0 < (d - c) * ((d + c / 2) ^ 2 + 3 / 4 * c ^ 2) \/ c = 0 /\ d = 0) as [X|X]; [|nra|lra];
        destruct (Req_dec c 0) as [->|]; [left; apply Rmult_lt_0_compat; [lra|]; nra | left; apply Rmult_lt_0_compat; [lra|];
        pose proof (pow2_ge_0 (d + c / 2)); assert (0 < c ^ 2) by (apply pow2_gt_0; assumption); lra]); lra.
    - assert (sinh (y6 d / 2) = sinh (y6 c / 2)) as Q by (rewrite N; reflexivity); rewrite !sinh_y6 in Q.
      assert (c ^ 3 < d ^ 3) by (assert (0 < (d - c) * ((d + c / 2) ^ 2 + 3 / 4 * c ^ 2) \/ c = 0 /\ d = 0) as [X|X]; [|nra|lra];
        destruct (Req_dec c 0) as [->|]; [left; apply Rmult_lt_0_compat; [lra|]; nra | left; apply Rmult_lt_0_compat; [lra|];
        pose proof (pow2_ge_0 (d + c / 2)); assert (0 < c ^ 2) by (apply pow2_gt_0; assumption); lra]); lra. }
  assert (Z : y6 0 = 0) by (unfold y6; replace (0 ^ 3 + sqrt (0 ^ 6 + 1)) with 1 by (replace (0 ^ 6 + 1) with 1 by ring; rewrite sqrt_1; ring);
    rewrite ln_1; ring).
  pose proof (O 0 a a0); pose proof (O a b ab); rewrite Z in *; split; [lra|].
  split; apply turning; try lra; unfold S6; ring.
Qed.
End Turning.

(** The count, for every rho. *)
Theorem n6_closed a b rho : 0 < a -> a < b -> 1 < S6 a b ->
  let f := psi (beta6 a b) (eps6 a b) in let y1 := y6 a in let y2 := y6 b in
  (f y2 < rho < f y1 -> exists u v w, u < y1 /\ y1 < v < y2 /\ y2 < w /\ forall x, f x = rho <-> x = u \/ x = v \/ x = w)
  /\ (rho = f y1 -> exists w, y2 < w /\ forall x, f x = rho <-> x = y1 \/ x = w)
  /\ (rho = f y2 -> exists u, u < y1 /\ forall x, f x = rho <-> x = u \/ x = y2)
  /\ (rho < f y2 -> exists u, u < y1 /\ forall x, f x = rho <-> x = u)
  /\ (f y1 < rho -> exists w, y2 < w /\ forall x, f x = rho <-> x = w).
Proof.
  intros a0 ab S1 f y1 y2; destruct (turning_points a b a0 ab S1) as [Y [D1 D2]].
  pose proof (beta6_pos a b a0 ab S1) as b0; pose proof (eps6_pos a b S1) as e0.
  pose proof (logit_sigma rho) as L; pose proof (sigma_range rho) as R; set (r := sigma rho) in *.
  assert (X : forall x, T r (beta6 a b) (eps6 a b) x = x <-> f x = rho) by (intros x; rewrite <- L; apply fixed_psi; assumption).
  rewrite <- L; repeat split; intros H.
  - destruct (n6_three r _ _ b0 e0 y1 y2 Y D1 D2 H) as [u [v [w [A [B C]]]]]; exists u, v, w.
    repeat split; try lra; intros K; [apply C, X; rewrite L in K; exact K | rewrite L; apply X, C, K].
  - destruct (n6_two_at_x1 r _ _ b0 e0 y1 y2 Y D1 D2 H) as [w [A C]]; exists w.
    repeat split; try lra; intros K; [apply C, X; rewrite L in K; exact K | rewrite L; apply X, C, K].
  - destruct (n6_two_at_x2 r _ _ b0 e0 y1 y2 Y D1 D2 H) as [u [A C]]; exists u.
    repeat split; try lra; intros K; [apply C, X; rewrite L in K; exact K | rewrite L; apply X, C, K].
  - destruct (n6_one_low r _ _ b0 e0 y1 y2 Y D1 D2 H) as [u [A C]]; exists u.
    repeat split; try lra; intros K; [apply C, X; rewrite L in K; exact K | rewrite L; apply X, C, K].
  - destruct (n6_one_high r _ _ b0 e0 y1 y2 Y D1 D2 H) as [w [A C]]; exists w.
    repeat split; try lra; intros K; [apply C, X; rewrite L in K; exact K | rewrite L; apply X, C, K].
Qed.

(** * The same in s = sinh (y/2), where g' is s / (1 + 4 eps + 4 eps s^2)^(3/2) *)
Definition steep (e s : R) : R := s / sqrt (1 + 4 * e + 4 * e * s ^ 2) ^ 3.

Lemma steep_sinh e y : steep e (sinh (y / 2)) = dg e y.
Proof. unfold steep, dg, pow32; rewrite cosh_sinh; do 3 f_equal; ring. Qed.

Lemma steep_dg e s : steep e s = dg e (2 * arcsinh s).
Proof. rewrite <- steep_sinh; f_equal; replace (2 * arcsinh s / 2) with (arcsinh s) by field; symmetry; apply sinh_arcsinh. Qed.

Lemma steep_odd e s : steep e (- s) = - steep e s.
Proof. unfold steep; replace ((- s) ^ 2) with (s ^ 2) by ring; unfold Rdiv; ring. Qed.

Lemma arcsinh_order s x : (s < sinh (x / 2) -> 2 * arcsinh s < x) /\ (sinh (x / 2) < s -> x < 2 * arcsinh s).
Proof.
  split; intros L; apply Rnot_le_lt; intros N; [assert (K : x / 2 <= arcsinh s) by lra | assert (K : arcsinh s <= x / 2) by lra];
    destruct K as [K|K]; [apply sinh_increasing in K | rewrite K in L | apply sinh_increasing in K | rewrite <- K in L];
    rewrite sinh_arcsinh in *; lra.
Qed.

(** The largest slope, B_max, is attained where 8 eps s^2 = 1 + 4 eps and s > 0 alone. *)
Theorem steep_below e s : 0 < e -> s <= 0 \/ 8 * e * s ^ 2 <> 1 + 4 * e -> steep e s < B_max e.
Proof.
  intros He H; pose proof (B_max_pos e He) as P; destruct (Rle_or_lt s 0) as [N|N].
  - assert (steep e s <= 0); [|lra]; unfold steep, Rdiv; rewrite <- (Ropp_involutive s) at 1; rewrite Ropp_mult_distr_l_reverse.
    assert (0 <= - s * / sqrt (1 + 4 * e + 4 * e * s ^ 2) ^ 3); [|lra]; pose proof (pow2_ge_0 s).
    apply Rmult_le_pos; [lra | apply Rlt_le, Rinv_0_lt_compat, pow_lt, sqrt_lt_R0]; pose proof (Rmult_le_pos e (s ^ 2)); lra.
  - destruct H as [H|H]; [lra|]; rewrite steep_dg; destruct (dg_bound e He (2 * arcsinh s)) as [K Q].
    replace (sinh (2 * arcsinh s / 2)) with s in Q by (replace (2 * arcsinh s / 2) with (arcsinh s) by field; symmetry; apply sinh_arcsinh).
    pose proof (Rle_abs (dg e (2 * arcsinh s))); assert (Rabs (dg e (2 * arcsinh s)) <> B_max e) by (intros E; apply H, Q, E); lra.
Qed.

Section Pattern.
Context (a b : R) (a0 : 0 < a) (ab : a < b) (S1 : 1 < S6 a b).
Notation e := (eps6 a b).
Notation beta := (beta6 a b).

Theorem steep_pattern s : (s < a ^ 3 -> steep e s < beta) /\ (a ^ 3 < s < b ^ 3 -> beta < steep e s) /\ (b ^ 3 < s -> steep e s < beta).
Proof using a0 ab S1.
  destruct (turning_points a b a0 ab S1) as [Y [D1 D2]]; rewrite steep_dg, <- !sinh_y6.
  pose proof (dg_pattern beta e (beta6_pos a b a0 ab S1) (eps6_pos a b S1) _ _ Y D1 D2 (2 * arcsinh s)) as [P [Q R]].
  destruct (arcsinh_order s (y6 a)) as [A1 A2], (arcsinh_order s (y6 b)) as [B1 B2].
  split; [|split]; intros H; [apply P | apply Q | apply R]; auto; split; [apply A2 | apply B1]; apply H.
Qed.

Theorem steep_turns : steep e (a ^ 3) = beta /\ steep e (b ^ 3) = beta.
Proof using a0 ab S1. rewrite <- !sinh_y6, !steep_sinh; apply (turning_points a b a0 ab S1). Qed.

Theorem below_threshold : beta < B_max e.
Proof using a0 ab S1.
  destruct (turning_points a b a0 ab S1) as [Y [D1 D2]]; pose proof (eps6_pos a b S1) as E.
  pose proof (dg_pattern beta e (beta6_pos a b a0 ab S1) E _ _ Y D1 D2 ((y6 a + y6 b) / 2)) as [_ [Q _]].
  specialize (Q ltac:(lra)); destruct (dg_bound e E ((y6 a + y6 b) / 2)) as [K _].
  pose proof (Rle_abs (dg e ((y6 a + y6 b) / 2))); lra.
Qed.

(** 1 + 4 eps - 8 eps s^2 is positive at the first turning point and negative at the second. *)
Theorem bend_signs : 0 < 1 + 4 * e - 8 * e * (a ^ 3) ^ 2 /\ 1 + 4 * e - 8 * e * (b ^ 3) ^ 2 < 0.
Proof using a0 ab S1.
  assert (L : a ^ 2 < b ^ 2) by nra; pose proof (pow_lt a 2 a0); unfold eps6; set (S := S6 a b) in *.
  assert (A : 2 * a ^ 6 < S).
  { unfold S, S6; replace (2 * a ^ 6) with (a ^ 2 * a ^ 2 * (a ^ 2 + a ^ 2)) by ring; apply Rmult_gt_0_lt_compat; nra. }
  assert (B : S < 2 * b ^ 6).
  { unfold S, S6; replace (2 * b ^ 6) with (b ^ 2 * b ^ 2 * (b ^ 2 + b ^ 2)) by ring; apply Rmult_gt_0_lt_compat; nra. }
  assert (I : 0 < / (S - 1)) by (apply Rinv_0_lt_compat; lra).
  assert (E : forall c, 1 + 4 * (1 / (4 * S - 4)) - 8 * (1 / (4 * S - 4)) * (c ^ 3) ^ 2 = (S - 2 * c ^ 6) * / (S - 1)) by (intros; field; lra).
  rewrite !E; split; [apply Rmult_lt_0_compat; lra|].
  assert (0 < (2 * b ^ 6 - S) * / (S - 1)) by (apply Rmult_lt_0_compat; lra); lra.
Qed.

(** The left point repels exactly between the mirror images of the two. *)
Theorem left_repels x : x <= y6 a ->
  (1 / beta * dg e x < -1 <-> psi beta e (- y6 b) < psi beta e x < psi beta e (- y6 a)).
Proof using a0 ab S1.
  intros Hx; destruct (turning_points a b a0 ab S1) as [Y [D1 D2]].
  pose proof (beta6_pos a b a0 ab S1) as Hb; pose proof (eps6_pos a b S1) as He.
  set (r := sigma (psi beta e x)); assert (F : T r beta e x = x) by (apply fixed_psi; [exact Hb | unfold r; rewrite logit_sigma; reflexivity]).
  pose proof (n6_left_repels r beta e Hb He _ _ Y D1 D2 x Hx F) as K; unfold r in K; rewrite logit_sigma in K; exact K.
Qed.
End Pattern.

(** For beta < B_max the cubic of the turning points has a root on each side of 1 / sqrt (12 eps k). *)
Theorem cubic_root e k : 0 < e -> 0 < k -> sqrt k ^ 3 < B_max e -> exists w, sqrt 3 / (6 * sqrt (e * k)) < w < 1 / sqrt (e * k)
  /\ w - k * (1 + 4 * e + 4 * e * w ^ 3) = 0.
Proof.
  intros He Hk H; assert (P : 0 < e * k) by (apply Rmult_lt_0_compat; assumption).
  pose proof (sqrt_lt_R0 _ P) as Q; pose proof (sqrt_sqrt (e * k) ltac:(lra)) as Q2; set (q := sqrt (e * k)) in *.
  pose proof (sqrt_lt_R0 3 ltac:(lra)) as T3; pose proof (sqrt_sqrt 3 ltac:(lra)) as T32; assert (sqrt 3 < 2) by nra.
  assert (E : q = sqrt e * sqrt k) by (unfold q; apply sqrt_mult; lra).
  pose proof (sqrt_lt_R0 e He); pose proof (sqrt_lt_R0 k Hk); pose proof (sqrt_sqrt k ltac:(lra)) as K2.
  assert (V : k * (1 + 4 * e) < sqrt 3 / (9 * q)).
  { unfold B_max in H; apply (Rmult_lt_compat_r ((1 + 4 * e) / sqrt k)) in H; [|apply Rdiv_lt_0_compat; lra].
    replace (sqrt k ^ 3 * ((1 + 4 * e) / sqrt k)) with (k * (1 + 4 * e)) in H by (rewrite <- K2 at 1; field; lra).
    replace (1 / (3 * sqrt 3 * sqrt e * (1 + 4 * e)) * ((1 + 4 * e) / sqrt k)) with (sqrt 3 / (3 * (sqrt 3 * sqrt 3) * (sqrt e * sqrt k))) in H
      by (field; repeat split; lra); rewrite T32, <- E in H; replace (3 * 3) with 9 in H by ring; exact H. }
  assert (C : forall w, w - k * (1 + 4 * e + 4 * e * w ^ 3) = w * (1 - 4 * ((q * w) * (q * w))) - k * (1 + 4 * e)) by (intros w;
    replace (q * w * (q * w)) with (e * k * (w * w)) by (rewrite <- Q2; ring); ring).
  set (lo := sqrt 3 / (6 * q)); set (hi := 1 / q); assert (L : lo < hi).
  { unfold lo, hi; replace (1 / q) with (6 / (6 * q)) by (field; lra); apply Rmult_lt_compat_r; [apply Rinv_0_lt_compat|]; lra. }
  assert (h0 : 0 < hi) by (apply Rdiv_lt_0_compat; lra).
  assert (A : 0 < lo * (1 - 4 * ((q * lo) * (q * lo))) - k * (1 + 4 * e)).
  { replace (q * lo * (q * lo)) with (/ 12) by (unfold lo; replace (q * (sqrt 3 / (6 * q)) * (q * (sqrt 3 / (6 * q)))) with (sqrt 3 * sqrt 3 / 36) by (field; lra);
      rewrite T32; field); replace (lo * (1 - 4 * / 12)) with (sqrt 3 / (9 * q)) by (unfold lo; field; lra); lra. }
  assert (B : hi * (1 - 4 * ((q * hi) * (q * hi))) - k * (1 + 4 * e) < 0).
  { replace (q * hi) with 1 by (unfold hi; field; lra); assert (0 < k * (1 + 4 * e)) by (apply Rmult_lt_0_compat; lra); lra. }
  destruct (Ranalysis5.IVT_interv (fun w => - (w - k * (1 + 4 * e + 4 * e * w ^ 3))) lo hi) as [w [Hw Ew]]; try (cbv beta; rewrite ?C; lra).
  - intros t _; apply continuity_pt_filterlim, (ex_derive_continuous (fun w => - (w - k * (1 + 4 * e + 4 * e * w ^ 3)))); auto_derive; exact I.
  - exists w; assert (Z : w - k * (1 + 4 * e + 4 * e * w ^ 3) = 0) by lra; rewrite C in Z.
    assert (w <> lo) by (intros ->; lra); assert (w <> hi) by (intros ->; lra); rewrite C; split; [split|]; lra.
Qed.
