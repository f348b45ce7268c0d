(** N3: the largest value of the bound B(p) of Lemma 1 over all p, in closed form, and the
    variance p (1 - p) at which it is attained. One threshold on beta then serves every fixed
    point of every prompt: the uniform form Remark 2 asks for. *)
From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GRPO Require Import Defs Proposition1 Lemma1 Lemmas2to4 Theorem4 Logit.
Open Scope R_scope.

Section N3.
Context (e : R) (e0 : 0 < e).

(** |h'| at a fixed point, times beta, is |g'| in the coordinate x. *)
Theorem B_logit x : B e (sigma x) = Rabs (dg e x).
Proof using e0.
  pose proof (den_pos e e0 x) as D; pose proof (cosh_ge1 (x / 2)) as C1; pose proof (sqrt_lt_R0 _ D) as Q.
  pose proof (sigma_range x) as X; pose proof (lemma_3_1 x) as V.
  assert (P : pow32 (sigma x * (1 - sigma x) + e) = pow32 (1 + 4 * e * cosh (x / 2) ^ 2) / (2 * cosh (x / 2)) ^ 3).
  { unfold pow32; rewrite V.
    replace (1 / (4 * cosh (x / 2) ^ 2) + e)
      with ((1 + 4 * e * cosh (x / 2) ^ 2) / (2 * cosh (x / 2)) ^ 2) by (field; lra).
    rewrite sqrt_div, sqrt_pow2 by (try apply pow_lt; lra); field; lra. }
  assert (W : Rabs (2 * sigma x - 1) = Rabs (sinh (x / 2)) / cosh (x / 2)).
  { rewrite <- (Rabs_pos_eq (cosh (x / 2))) at 1 by lra; rewrite <- Rabs_div by lra; f_equal.
    unfold sigma, sinh, cosh; replace (- x) with (- (x / 2) + - (x / 2)) by field.
    rewrite exp_plus; pose proof (exp_pos (x / 2)); pose proof (exp_pos (- (x / 2))).
    rewrite exp_Ropp; field; nra. }
  unfold B, dg; rewrite P, V, W, Rabs_div, (Rabs_pos_eq (pow32 _))
    by (apply Rgt_not_eq, pow32_pos, D || apply Rlt_le, pow32_pos, D).
  field; pose proof (pow32_pos _ D); lra.
Qed.

Lemma B_ends p : p = 0 \/ p = 1 -> B e p = 0.
Proof using Type. intros [->| ->]; unfold B; ring. Qed.

Theorem n3_bound p : 0 <= p <= 1 -> B e p <= B_max e.
Proof using e0.
  intros Hp; pose proof (B_max_pos e e0).
  destruct (Req_dec p 0) as [Z|Z]; [rewrite B_ends by auto; lra|].
  destruct (Req_dec p 1) as [U|U]; [rewrite B_ends by auto; lra|].
  rewrite <- (sigma_logit p), B_logit by lra; apply dg_bound, e0.
Qed.

(** Attained exactly where p (1 - p) = 2 e / (1 + 12 e). *)
Theorem n3_attained p : 0 <= p <= 1 -> (B e p = B_max e <-> p * (1 - p) = 2 * e / (1 + 12 * e)).
Proof using e0.
  intros Hp; pose proof (B_max_pos e e0).
  assert (0 < 2 * e / (1 + 12 * e)) by (apply Rdiv_lt_0_compat; lra).
  destruct (Req_dec p 0) as [Z|Z]; [rewrite B_ends by auto; rewrite Z; split; intros; lra|].
  destruct (Req_dec p 1) as [U|U]; [rewrite B_ends by auto; rewrite U; split; intros; lra|].
  assert (Hp' : 0 < p < 1) by lra; rewrite <- (sigma_logit p Hp'), B_logit, lemma_3_1.
  rewrite (proj2 (dg_bound e e0 (logit p))).
  pose proof (cosh_sinh (logit p / 2)) as C; pose proof (cosh_ge1 (logit p / 2)).
  set (c := cosh (logit p / 2)) in *; replace (sinh (logit p / 2) ^ 2) with (c ^ 2 - 1) by lra.
  split; intros E.
  - replace (c ^ 2) with ((1 + 12 * e) / (8 * e)) by (apply (Rmult_eq_reg_l (8 * e)); [field_simplify; lra | lra]).
    field; lra.
  - assert (K : 4 * c ^ 2 * (2 * e) = 1 + 12 * e).
    { apply (Rmult_eq_reg_l (1 / (4 * c ^ 2) * / (1 + 12 * e))).
      - transitivity (2 * e / (1 + 12 * e)); [field; lra | rewrite <- E; field; lra].
      - apply Rmult_integral_contrapositive_currified; apply Rgt_not_eq;
          [apply Rdiv_lt_0_compat; nra | apply Rinv_0_lt_compat; lra]. }
    lra.
Qed.

Theorem n3_maximum : exists p, 1 / 2 < p < 1 /\ B e p = B_max e.
Proof using e0.
  set (u := 2 * e / (1 + 12 * e)).
  assert (Hu : 0 < u < 1 / 4).
  { unfold u; split; [apply Rdiv_lt_0_compat; lra | apply Rlt_div_l; lra]. }
  pose proof (sqrt_lt_R0 (1 - 4 * u) ltac:(lra)) as S0; pose proof (sqrt_sqrt (1 - 4 * u) ltac:(lra)) as S2.
  set (s := sqrt (1 - 4 * u)) in *; assert (s < 1) by nra.
  exists ((1 + s) / 2); split; [lra|]; apply n3_attained; [lra|].
  fold u; replace ((1 + s) / 2 * (1 - (1 + s) / 2)) with ((1 - s * s) / 4) by field; rewrite S2; field.
Qed.
End N3.

(** Remark 2, made uniform: beta > B_max makes every fixed point attracting, for every p_ref. *)
Theorem n3_uniform r b e p : 0 < r < 1 -> 0 < e -> B_max e < b -> fixed r b e p ->
  exists delta, 0 < delta /\
    forall p0, p - delta <= p0 <= p + delta -> is_lim_seq (iterate r b e p0) p.
Proof.
  intros r01 e0 Hb F; pose proof (B_max_pos e e0); pose proof (n3_bound e e0 p (proj1 F)).
  apply theorem_4_bound; auto; lra.
Qed.
