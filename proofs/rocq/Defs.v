(** The objects of the paper: the logistic function, the weights of Equation (4), the map
    [h] of Theorem 2, its fixed points and its iterates; and the bounds used everywhere.

    Throughout, [r] is p_ref, [b] is beta, [e] is epsilon, [p] is the success probability of
    the old policy. [gain e p] is the factor 1 / sqrt (p (1 - p) + e) of Theorem 2. *)
From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
Open Scope R_scope.

Definition sigma (z : R) : R := 1 / (1 + exp (- z)).
Definition logit (p : R) : R := ln (p / (1 - p)).

Definition gain (e p : R) : R := 1 / sqrt (p * (1 - p) + e).
Definition omega_plus (e p : R) : R := (1 - p) / sqrt (p * (1 - p) + e).
Definition omega_minus (e p : R) : R := p / sqrt (p * (1 - p) + e).

(** x^(3/2), for x > 0. *)
Definition pow32 (x : R) : R := sqrt x ^ 3.

(** The map of Theorem 2. *)
Definition h (r b e p : R) : R := 1 / (1 + (1 - r) / r * exp (- (1 / b * gain e p))).
Definition fixed (r b e p : R) : Prop := 0 <= p <= 1 /\ h r b e p = p.
(** p_n, from any start [p0]; the paper starts from [p0 = r]. *)
Definition iterate (r b e p0 : R) (n : nat) : R := Nat.iter n (h r b e) p0.

Lemma pow32_Rpower x : 0 < x -> pow32 x = Rpower x (3 / 2).
Proof.
  intros Hx; unfold pow32; rewrite <- Rpower_pow, <- Rpower_sqrt, Rpower_mult
    by (try apply sqrt_lt_R0; exact Hx).
  f_equal; simpl; field.
Qed.

(** * The logistic function and its inverse *)
Lemma sigma_den z : 0 < 1 + exp (- z).
Proof. pose proof (exp_pos (- z)); lra. Qed.

Lemma sigma_range z : 0 < sigma z < 1.
Proof.
  pose proof (exp_pos (- z)); unfold sigma; split.
  - apply Rdiv_lt_0_compat; lra.
  - apply Rlt_div_l; lra.
Qed.

Lemma sigma_increasing x y : x < y -> sigma x < sigma y.
Proof.
  intros H; unfold sigma, Rdiv; rewrite !Rmult_1_l; apply Rinv_lt_contravar.
  - apply Rmult_lt_0_compat; apply sigma_den.
  - apply Rplus_lt_compat_l, exp_increasing; lra.
Qed.

Lemma sigma_le x y : x <= y -> sigma x <= sigma y.
Proof. intros [H| ->]; [apply Rlt_le, sigma_increasing, H | lra]. Qed.

Lemma odds_pos p : 0 < p < 1 -> 0 < p / (1 - p).
Proof. intros; apply Rdiv_lt_0_compat; lra. Qed.

Lemma exp_opp_logit p : 0 < p < 1 -> exp (- logit p) = (1 - p) / p.
Proof.
  intros Hp; unfold logit; rewrite exp_Ropp, exp_ln by (apply odds_pos, Hp); field; lra.
Qed.

Lemma sigma_logit p : 0 < p < 1 -> sigma (logit p) = p.
Proof. intros Hp; unfold sigma; rewrite exp_opp_logit by exact Hp; field; lra. Qed.

Lemma logit_sigma x : logit (sigma x) = x.
Proof.
  unfold logit; transitivity (ln (exp x)); [f_equal | apply ln_exp].
  pose proof (exp_pos x); unfold sigma; rewrite exp_Ropp; field; lra.
Qed.

Lemma logit_increasing p q : 0 < p -> p < q -> q < 1 -> logit p < logit q.
Proof.
  intros; destruct (Rlt_or_le (logit p) (logit q)) as [|N]; [assumption|].
  apply sigma_le in N; rewrite !sigma_logit in N; lra.
Qed.

Lemma logit_le p q : 0 < p -> p <= q -> q < 1 -> logit p <= logit q.
Proof. intros Hp [H| ->] Hq; [apply Rlt_le, logit_increasing; lra | lra]. Qed.

Lemma logit_inj p q : 0 < p < 1 -> 0 < q < 1 -> logit p = logit q -> p = q.
Proof. intros Hp Hq E; rewrite <- (sigma_logit p Hp), E; apply sigma_logit, Hq. Qed.

Lemma logit_half : logit (1 / 2) = 0.
Proof. unfold logit; rewrite <- ln_1; f_equal; field. Qed.

Lemma logit_mirror p : 0 < p < 1 -> logit (1 - p) = - logit p.
Proof.
  intros Hp; unfold logit; rewrite <- ln_Rinv by (apply odds_pos, Hp); f_equal; field; lra.
Qed.

Lemma sigma_continuous x : continuous sigma x.
Proof.
  apply (ex_derive_continuous sigma); unfold sigma; auto_derive.
  pose proof (sigma_den x); lra.
Qed.

Lemma logit_continuous p : 0 < p < 1 -> continuous logit p.
Proof.
  intros Hp; apply (ex_derive_continuous logit); unfold logit; auto_derive.
  pose proof (odds_pos p Hp); unfold Rdiv, Rminus in *; repeat split; lra.
Qed.

(** * The gain *)
Section Gain.
Context (e : R) (e0 : 0 < e).

Lemma v_pos p : 0 <= p <= 1 -> 0 < p * (1 - p) + e.
Proof using e0. nra. Qed.

Lemma s_pos p : 0 <= p <= 1 -> 0 < sqrt (p * (1 - p) + e).
Proof using e0. intros Hp; apply sqrt_lt_R0, v_pos, Hp. Qed.

Lemma gain_pos p : 0 <= p <= 1 -> 0 < gain e p.
Proof using e0. intros Hp; apply Rdiv_lt_0_compat; [lra | apply s_pos, Hp]. Qed.

Lemma gain_anti p q : 0 <= p <= 1 -> p * (1 - p) < q * (1 - q) -> gain e q < gain e p.
Proof using e0.
  intros Hp H; pose proof (s_pos p Hp) as P.
  assert (sqrt (p * (1 - p) + e) < sqrt (q * (1 - q) + e)) by (apply sqrt_lt_1_alt; nra).
  unfold gain, Rdiv; rewrite !Rmult_1_l; apply Rinv_lt_contravar; [nra | lra].
Qed.

Lemma gain_eq p q : p * (1 - p) = q * (1 - q) -> gain e p = gain e q.
Proof using Type. intros E; unfold gain; rewrite E; reflexivity. Qed.

Lemma gain_anti_le p q : 0 <= p <= 1 -> p * (1 - p) <= q * (1 - q) -> gain e q <= gain e p.
Proof using e0.
  intros Hp [H|H]; [apply Rlt_le, gain_anti; assumption | rewrite (gain_eq _ _ H); lra].
Qed.
End Gain.

(** * The map h *)
Section Map.
Context (r b e : R) (r01 : 0 < r < 1) (b0 : 0 < b) (e0 : 0 < e).
Notation h := (h r b e).

Lemma ratio_pos : 0 < (1 - r) / r.
Proof using r01. apply Rdiv_lt_0_compat; lra. Qed.

Lemma h_den_pos p : 0 < 1 + (1 - r) / r * exp (- (1 / b * gain e p)).
Proof using r01. pose proof ratio_pos; pose proof (exp_pos (- (1 / b * gain e p))); nra. Qed.

(** Logistic form: [h p = sigma (logit r + gain p / b)]. *)
Lemma h_logistic p : h p = sigma (logit r + 1 / b * gain e p).
Proof using r01.
  unfold Defs.h, sigma; rewrite Ropp_plus_distr, exp_plus, exp_opp_logit by exact r01.
  reflexivity.
Qed.

Lemma logit_h p : logit (h p) = logit r + 1 / b * gain e p.
Proof using r01. rewrite h_logistic; apply logit_sigma. Qed.

Lemma h_range p : 0 < h p < 1.
Proof using r01. rewrite h_logistic; apply sigma_range. Qed.

Lemma h_gain_lt p q : gain e p < gain e q -> h p < h q.
Proof using r01 b0.
  intros H; rewrite !h_logistic; apply sigma_increasing, Rplus_lt_compat_l.
  apply Rmult_lt_compat_l; [apply Rdiv_lt_0_compat; lra | exact H].
Qed.

Lemma h_gain_le p q : gain e p <= gain e q -> h p <= h q.
Proof using r01 b0. intros [H|H]; [apply Rlt_le, h_gain_lt, H | unfold Defs.h; rewrite H; lra]. Qed.

(** The form of the proofs: [h] reverses the order of the variance p (1 - p). *)
Lemma h_anti p q : 0 <= p <= 1 -> p * (1 - p) < q * (1 - q) -> h q < h p.
Proof using r01 b0 e0. intros; apply h_gain_lt, gain_anti; assumption. Qed.

Lemma h_anti_le p q : 0 <= p <= 1 -> p * (1 - p) <= q * (1 - q) -> h q <= h p.
Proof using r01 b0 e0. intros; apply h_gain_le, gain_anti_le; assumption. Qed.

Lemma h_mirror p : h (1 - p) = h p.
Proof using Type. unfold Defs.h; rewrite (gain_eq e (1 - p) p); [reflexivity | ring]. Qed.

(** Lemma 2, strengthened to every [p] and with no condition on [b]. *)
Lemma h_gt_r p : 0 <= p <= 1 -> r < h p.
Proof using r01 b0 e0.
  intros Hp; rewrite <- (sigma_logit r r01) at 1; rewrite h_logistic.
  apply sigma_increasing; pose proof (gain_pos e e0 p Hp).
  assert (0 < 1 / b * gain e p) by (apply Rmult_lt_0_compat; [apply Rdiv_lt_0_compat|]; lra); lra.
Qed.

Lemma iterate_S p0 n : iterate r b e p0 (S n) = h (iterate r b e p0 n).
Proof using Type. reflexivity. Qed.

Lemma iterate_range p0 n : 0 <= p0 <= 1 -> 0 <= iterate r b e p0 n <= 1.
Proof using r01.
  intros H; destruct n as [|n]; [exact H|]; rewrite iterate_S.
  pose proof (h_range (iterate r b e p0 n)); lra.
Qed.

Lemma iterate_inside p0 n : 0 <= p0 <= 1 -> 0 < iterate r b e p0 (S n) < 1.
Proof using r01. intros H; rewrite iterate_S; apply h_range. Qed.
End Map.
