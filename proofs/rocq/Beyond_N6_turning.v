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
