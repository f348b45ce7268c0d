(** Derivatives that single lines of the paper or of what goes past it speak of: the objective at one outcome (Theorem 1), the left
    side of Theorem 3's condition as a function of beta (Figure 3), the threshold without smoothing (N11); bounds of sinh and cosh. *)
From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GRPO Require Import Lemmas2to4.
Open Scope R_scope.

(** * Theorem 1: t v - beta t log (t / rho) *)
Section Objective.
Context (beta rho v : R) (rho0 : 0 < rho).

Lemma objective_derive t : 0 < t ->
  derivable_pt_lim (fun t => t * v - beta * t * ln (t / rho)) t (v - beta - beta * ln (t / rho)).
Proof using rho0.
  intros Ht; assert (0 < t * / rho) by (apply Rmult_lt_0_compat; [lra | apply Rinv_0_lt_compat; lra]).
  apply is_derive_Reals; auto_derive; [assumption | unfold Rdiv; field; lra].
Qed.

Lemma objective_bend t : 0 < t -> derivable_pt_lim (fun t => v - beta - beta * ln (t / rho)) t (- (beta / t)).
Proof using rho0.
  intros Ht; assert (0 < t * / rho) by (apply Rmult_lt_0_compat; [lra | apply Rinv_0_lt_compat; lra]).
  apply is_derive_Reals; auto_derive; [assumption | unfold Rdiv; field; lra].
Qed.
End Objective.

(** * Figure 3: t cosh^2 (c / t) is convex in t *)
Section Condition.
Context (c : R).

Lemma condition_derive t : 0 < t ->
  derivable_pt_lim (fun t => t * cosh (c / t) ^ 2) t (cosh (c / t) ^ 2 - 2 * c / t * cosh (c / t) * sinh (c / t)).
Proof using Type.
  intros Ht; apply is_derive_Reals; unfold cosh, sinh; auto_derive; [repeat split; lra | unfold Rdiv; field; lra].
Qed.

Lemma condition_bend t : 0 < t ->
  derivable_pt_lim (fun t => cosh (c / t) ^ 2 - 2 * c / t * cosh (c / t) * sinh (c / t)) t
    (2 * c ^ 2 / t ^ 3 * (cosh (c / t) ^ 2 + sinh (c / t) ^ 2)).
Proof using Type.
  intros Ht; apply is_derive_Reals; unfold cosh, sinh; auto_derive; [repeat split; lra | unfold Rdiv; field; lra].
Qed.

Lemma condition_convex t : 0 < t -> c <> 0 -> 0 < 2 * c ^ 2 / t ^ 3 * (cosh (c / t) ^ 2 + sinh (c / t) ^ 2).
Proof using Type.
  intros Ht Hc; apply Rmult_lt_0_compat; [apply Rdiv_lt_0_compat; [pose proof (pow2_gt_0 c Hc); lra | apply pow_lt, Ht]|].
  pose proof (pow2_ge_0 (sinh (c / t))); pose proof (pow_lt (cosh (c / t)) 2 ltac:(pose proof (cosh_ge1 (c / t)); lra)); lra.
Qed.
End Condition.

(** * N11: - 2 sqrt (1 + 1 / beta^2) + 2 log (beta + sqrt (1 + beta^2)) increases *)
Lemma threshold_derive t : 0 < t -> exists d, derivable_pt_lim (fun t => - 2 * sqrt (1 + / t ^ 2) + 2 * ln (t + sqrt (1 + t ^ 2))) t d /\ 0 < d.
Proof.
  intros Ht; pose proof (pow_lt t 2 Ht) as T2; pose proof (Rinv_0_lt_compat _ T2) as I2.
  pose proof (sqrt_lt_R0 (1 + t ^ 2) ltac:(lra)) as S; pose proof (sqrt_lt_R0 (1 + / t ^ 2) ltac:(lra)) as Q.
  exists (2 / (t ^ 3 * sqrt (1 + / t ^ 2)) + 2 * (1 + t / sqrt (1 + t ^ 2)) / (t + sqrt (1 + t ^ 2))); split.
  - apply is_derive_Reals; auto_derive; simpl in *.
    + repeat split; try lra; apply Rgt_not_eq; lra.
    + set (s := sqrt (1 + t * (t * 1))) in *; set (q := sqrt (1 + / (t * (t * 1)))) in *; field; repeat split; lra.
  - apply Rplus_lt_0_compat; apply Rdiv_lt_0_compat; try apply Rmult_lt_0_compat; try apply Rplus_lt_0_compat; try lra;
      [apply pow_lt, Ht | apply Rdiv_lt_0_compat; lra].
Qed.

(** * Lower bounds of sinh and cosh *)
Lemma grows (f f' : R -> R) : f 0 = 0 -> (forall t, is_derive f t (f' t)) -> (forall t, 0 <= t -> 0 <= f' t) -> forall y, 0 <= y -> 0 <= f y.
Proof.
  intros Z D P y [Hy| <-]; [|lra].
  destruct (MVT_cor2 f f' 0 y Hy) as [c [E Hc]]; [intros; apply is_derive_Reals, D|].
  pose proof (P c ltac:(lra)); pose proof (Rmult_le_pos (f' c) (y - 0)); lra.
Qed.

Lemma sinh_ge y : 0 <= y -> y <= sinh y.
Proof.
  intros Hy; apply Rminus_le_0, (grows (fun t => sinh t - t) (fun t => cosh t - 1)); [rewrite sinh_0; ring | | | exact Hy].
  - intros t; unfold sinh, cosh; auto_derive; [exact I | field].
  - intros t _; pose proof (cosh_ge1 t); lra.
Qed.

Lemma cosh_ge y : 0 <= y -> 1 + y ^ 2 / 2 <= cosh y.
Proof.
  intros Hy; apply Rminus_le_0, (grows (fun t => cosh t - (1 + t ^ 2 / 2)) (fun t => sinh t - t)); [rewrite cosh_0; field | | | exact Hy].
  - intros t; unfold sinh, cosh; auto_derive; [exact I | field].
  - intros t Ht; pose proof (sinh_ge t Ht); lra.
Qed.

Lemma sinh_ge_cubic y : 0 <= y -> y + y ^ 3 / 6 <= sinh y.
Proof.
  intros Hy; apply Rminus_le_0, (grows (fun t => sinh t - (t + t ^ 3 / 6)) (fun t => cosh t - (1 + t ^ 2 / 2)));
    [rewrite sinh_0; field | | | exact Hy].
  - intros t; unfold sinh, cosh; auto_derive; [exact I | field].
  - intros t Ht; pose proof (cosh_ge t Ht); lra.
Qed.

Lemma cosh_square t : 1 + t ^ 2 <= cosh t ^ 2.
Proof.
  assert (K : forall y, 0 <= y -> 1 + y ^ 2 <= cosh y ^ 2).
  { intros y Hy; rewrite cosh_sinh; apply Rplus_le_compat_l, pow_incr; split; [exact Hy | apply sinh_ge, Hy]. }
  destruct (Rle_or_lt 0 t) as [H|H]; [apply K, H|].
  replace (t ^ 2) with ((- t) ^ 2) by ring; replace (cosh t) with (cosh (- t)) by (unfold cosh; rewrite Ropp_involutive; field); apply K; lra.
Qed.

(** cosh^2 y >= 1 + y^2 + y^4/3, and a parabola under that: sums of squares. *)
Lemma cosh_line y : 0 < y -> 11 / 5 * y <= cosh y ^ 2.
Proof.
  intros Hy; rewrite cosh_sinh; pose proof (pow_lt y 3 Hy).
  assert (K : (y + y ^ 3 / 6) ^ 2 <= sinh y ^ 2) by (apply pow_incr; split; [lra | apply sinh_ge_cubic; lra]).
  apply Rle_trans with (1 + (y + y ^ 3 / 6) ^ 2); [|lra]; apply Rminus_le_0.
  replace (1 + (y + y ^ 3 / 6) ^ 2 - 11 / 5 * y)
    with (1 / 3 * (y ^ 2 - 3 / 5) ^ 2 + 7 / 5 * (y - 11 / 14) ^ 2 + (y ^ 3 / 6) ^ 2 + 11 / 700) by field.
  pose proof (pow2_ge_0 (y ^ 2 - 3 / 5)); pose proof (pow2_ge_0 (y - 11 / 14)); pose proof (pow2_ge_0 (y ^ 3 / 6)); lra.
Qed.
