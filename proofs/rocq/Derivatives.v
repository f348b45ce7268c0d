(** Derivatives that single lines of the paper or of what goes past it speak of: the objective at one outcome (Theorem 1), the left
    side of Theorem 3's condition as a function of beta (Figure 3), the threshold without smoothing (N11). *)
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
