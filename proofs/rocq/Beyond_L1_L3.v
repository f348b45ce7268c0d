(** L1: every GRPO policy is the reference tilted by two numbers, so the whole ideal dynamics is
    the scalar p_n, and KL to the reference is a Bernoulli divergence. L2: without the standard
    deviation ("Dr. GRPO") one step suffices. L3: with KL to the previous policy, p_n -> 1. *)
From Coq Require Import Reals Lra Psatz List.
From Coquelicot Require Import Coquelicot.
From GRPO Require Import Defs FiniteSum Theorem1 Theorem2 Beyond_N1_N2.
Open Scope R_scope.

(** The divergence between two Bernoulli laws. *)
Definition kl (p r : R) : R := p * ln (p / r) + (1 - p) * ln ((1 - p) / (1 - r)).

Section L1.
Context {A : Type} (l : list A) (good : A -> bool) (ref : A -> R) (b e : R).
Context (b0 : 0 < b) (e0 : 0 < e) (Href : policy l ref) (r01 : 0 < success l good ref < 1).
Notation r := (success l good ref).
Notation p n := (success l good (grpo l good ref b e n)).

Theorem l1_tilt_step q o : 0 <= q <= 1 ->
  optimal l good ref b e q o
  = ref o * (if good o then h r b e q / r else (1 - h r b e q) / (1 - r)).
Proof using b0 e0 r01.
  intros Hq; pose proof (equation_9 r b e q ltac:(lra) b0 e0 Hq) as E.
  assert (Zp : 0 < partition r b e q).
  { unfold partition; pose proof (exp_pos (1 / b * omega_plus e q)); pose proof (exp_pos (- (1 / b) * omega_minus e q)).
    nra. }
  assert (E' : (1 - r) * exp (- (1 / b) * omega_minus e q) / partition r b e q = 1 - h r b e q).
  { rewrite <- E; unfold partition in *; field; lra. }
  rewrite <- E', <- E; unfold optimal; destruct (good o); [field; lra|].
  replace (1 / b * - omega_minus e q) with (- (1 / b) * omega_minus e q) by ring; field; lra.
Qed.

Theorem l1_tilt n o : In o l ->
  grpo l good ref b e n o = ref o * (if good o then p n / r else (1 - p n) / (1 - r)).
Proof using b0 e0 Href r01.
  intros Ho; destruct n as [|n].
  - simpl; destruct (good o); field; lra.
  - cbn [grpo]; rewrite success_step by (auto; try apply success_range, grpo_policy, Href; lra).
    apply l1_tilt_step, success_range, grpo_policy, Href.
Qed.

Theorem l1_divergence n : KL l (grpo l good ref b e n) ref = kl (p n) r.
Proof using b0 e0 Href r01.
  pose proof (grpo_policy l good ref b e n Href) as P.
  assert (E : KL l (grpo l good ref b e n) ref
    = ln (p n / r) * p n
      + ln ((1 - p n) / (1 - r)) * Sum l (fun o => if good o then 0 else grpo l good ref b e n o)).
  { unfold KL, success at 3; rewrite <- !Sum_scal, <- Sum_plus; apply Sum_ext; intros o Ho.
    rewrite (l1_tilt n o Ho); destruct (Req_dec (ref o) 0) as [Z|N]; [rewrite Z; destruct (good o); ring|].
    destruct (good o).
    - replace (ref o * (p n / r) / ref o) with (p n / r) by (field; lra); ring.
    - replace (ref o * ((1 - p n) / (1 - r)) / ref o) with ((1 - p n) / (1 - r)) by (field; lra); ring. }
  rewrite E, failure_mass by exact P; unfold kl; ring.
Qed.
End L1.

(** * L2 *)
(** Without standardisation the advantage is r(o) - p: weights 1 - p and p, gain 1. *)
Definition objective_plain {A : Type} (l : list A) (good : A -> bool) ref (b p : R) (q : A -> R) : R :=
  (1 - p) * success l good q - p * Sum l (fun o => if good o then 0 else q o) - b * KL l q ref.

Lemma gain_one : gain (3 / 4) (1 / 2) = 1.
Proof. unfold gain; replace (1 / 2 * (1 - 1 / 2) + 3 / 4) with 1 by field; rewrite sqrt_1; field. Qed.

(** The maximiser does not depend on the old policy: one step, and the iteration is constant. *)
Theorem l2_one_step {A : Type} (l : list A) (good : A -> bool) ref b p q :
  0 < b -> policy l ref -> 0 < success l good ref < 1 -> policy l q -> dominated l q ref ->
  (forall q', policy l q' -> dominated l q' ref ->
     objective_plain l good ref b p q' <= objective_plain l good ref b p q) ->
  success l good q = sigma (logit (success l good ref) + 1 / b).
Proof.
  intros b0 Href r01 Hq D M.
  assert (K : forall q', policy l q' ->
    objective_plain l good ref b p q' = objective l good ref b (3 / 4) (1 / 2) q' + 1 / 2 - p).
  { intros q' P; unfold objective_plain, objective; rewrite failure_mass by exact P.
    replace (omega_plus (3 / 4) (1 / 2)) with (1 / 2 * gain (3 / 4) (1 / 2))
      by (unfold omega_plus, gain, Rdiv; field; apply Rgt_not_eq, s_pos; lra).
    replace (omega_minus (3 / 4) (1 / 2)) with (1 / 2 * gain (3 / 4) (1 / 2))
      by (unfold omega_minus, gain, Rdiv; field; apply Rgt_not_eq, s_pos; lra).
    rewrite gain_one; field. }
  destruct (policy_dynamic l good ref b (3 / 4) (1 / 2) b0 Href) as [P [D' [_ U]]].
  transitivity (success l good (optimal l good ref b (3 / 4) (1 / 2))).
  - apply Sum_ext; intros o Ho; rewrite (U q Hq D); [reflexivity | | exact Ho].
    pose proof (M _ P D') as M'; rewrite !K in M' by assumption; lra.
  - rewrite success_step by (auto; lra); rewrite h_logistic, gain_one by exact r01; f_equal; lra.
Qed.

(** GRPO amplifies strictly more than that at every p exactly when e < 3/4. *)
Theorem l2_comparison r b e : 0 < r < 1 -> 0 < b -> 0 < e ->
  ((forall p, 0 <= p <= 1 -> sigma (logit r + 1 / b) < h r b e p) <-> e < 3 / 4).
Proof.
  intros r01 b0 e0; pose proof (Rdiv_lt_0_compat 1 b Rlt_0_1 b0) as Ib; split.
  - intros H; specialize (H (1 / 2) ltac:(lra)); rewrite h_logistic in H by exact r01.
    apply Rnot_le_lt; intros E.
    assert (gain e (1 / 2) <= 1).
    { apply (Rle_trans _ (gain (3 / 4) (1 / 2))); [|rewrite gain_one; lra].
      apply Rmult_le_compat_l; [lra|]; apply Rinv_le_contravar; [apply sqrt_lt_R0; lra | apply sqrt_le_1_alt; lra]. }
    assert (K : 1 / b * gain e (1 / 2) <= 1 / b * 1) by (apply Rmult_le_compat_l; lra).
    apply (Rplus_le_compat_l (logit r)) in K; apply sigma_le in K; rewrite Rmult_1_r in K; lra.
  - intros E p Hp; rewrite h_logistic by exact r01; apply sigma_increasing.
    assert (1 < gain e p).
    { pose proof (v_pos e e0 p Hp); pose proof (s_pos e e0 p Hp); pose proof (pow2_ge_0 (p - 1 / 2)).
      assert (K : sqrt (p * (1 - p) + e) < sqrt 1) by (apply sqrt_lt_1_alt; lra); rewrite sqrt_1 in K.
      unfold gain; apply Rlt_div_r; lra. }
    apply (Rmult_lt_compat_l (1 / b)) in H; lra.
Qed.

(** * L3 *)
(** KL to the previous policy: Theorem 1 with the previous policy as reference. *)
Section L3.
Context {A : Type} (l : list A) (good : A -> bool) (b e : R) (b0 : 0 < b) (e0 : 0 < e) (pi : nat -> A -> R).
Context (H0 : policy l (pi 0%nat)) (p01 : 0 < success l good (pi 0%nat) < 1).
Context (M : forall n, maximiser l good (pi n) b e (success l good (pi n)) (pi (S n))).
Notation p n := (success l good (pi n)).

Lemma l3_policy n : policy l (pi n).
Proof using H0 M. destruct n; [exact H0 | apply (M n)]. Qed.

Theorem l3_recursion n : 0 < p n < 1 /\ logit (p (S n)) = logit (p n) + gain e (p n) / b.
Proof using b0 e0 H0 p01 M.
  assert (St : forall n, 0 < p n < 1 -> p (S n) = h (p n) b e (p n)).
  { intros k I; rewrite <- (success_step l good (pi k) b e b0 e0 (l3_policy k)) by lra.
    destruct (M k) as [P [D X]].
    destruct (policy_dynamic l good (pi k) b e (p k) b0 (l3_policy k)) as [Q [D' [_ U]]].
    apply Sum_ext; intros o Ho; rewrite (U (pi (S k)) P D); auto. }
  assert (I : forall n, 0 < p n < 1).
  { induction n0 as [|k IH]; [exact p01 | rewrite (St k IH); apply h_range, IH]. }
  split; [apply I|]; rewrite (St n (I n)), logit_h by apply I; field; lra.
Qed.

Theorem l3_growth n : logit (p 0) + 2 * INR n * kappa e / b <= logit (p n).
Proof using b0 e0 H0 p01 M.
  induction n as [|n IH]; [simpl; unfold Rdiv; lra|]; rewrite S_INR.
  destruct (l3_recursion n) as [I ->]; pose proof (proj1 (gain_min e (p n) e0 ltac:(lra))) as G.
  apply (Rmult_le_compat_r (/ b)) in G; [|apply Rlt_le, Rinv_0_lt_compat, b0].
  unfold Rdiv in *; lra.
Qed.

Theorem l3_limit : (forall n, p n < p (S n)) /\ is_lim_seq (fun n => p n) 1.
Proof using b0 e0 H0 p01 M.
  assert (kp : 0 < kappa e) by (apply Rdiv_lt_0_compat; [lra | apply sqrt_lt_R0; lra]).
  split.
  - intros n; destruct (l3_recursion n) as [I E], (l3_recursion (S n)) as [I' _].
    apply Rnot_le_lt; intros N; apply logit_le in N; try lra.
    pose proof (gain_pos e e0 (p n) ltac:(lra)) as G; apply (Rmult_lt_compat_r (/ b)) in G;
      [|apply Rinv_0_lt_compat, b0]; unfold Rdiv in *; lra.
  - apply (is_lim_seq_le_le (fun n => sigma (logit (p 0) + 2 * INR n * kappa e / b)) _ (fun _ => 1)).
    + intros n; destruct (l3_recursion n) as [I _]; split; [|lra].
      rewrite <- (sigma_logit (p n) I); apply sigma_le, l3_growth.
    + evar_last; [apply is_lim_seq_div' with (l1 := 1) (l2 := 1 + 0) | f_equal; field];
        [apply is_lim_seq_const | | lra].
      apply is_lim_seq_plus'; [apply is_lim_seq_const|].
      apply (is_lim_comp_seq exp _ m_infty); [apply is_lim_exp_m | exists 0%nat; easy |].
      replace m_infty with (Rbar_opp p_infty) by reflexivity; apply -> is_lim_seq_opp.
      apply (is_lim_seq_ext (fun n => logit (p 0) + INR n * (2 * kappa e / b))); [intros; field; lra|].
      apply (is_lim_seq_plus _ _ (logit (p 0)) p_infty); [apply is_lim_seq_const | | reflexivity].
      apply (is_lim_seq_mult _ _ p_infty (2 * kappa e / b)); [apply is_lim_seq_INR | apply is_lim_seq_const|].
      apply is_Rbar_mult_p_infty_pos; simpl; apply Rdiv_lt_0_compat; lra.
    + apply is_lim_seq_const.
Qed.
End L3.

(** The same for one old policy: standardising amplifies more exactly while the smoothed variance is below 1. *)
Theorem l2_exactly r b e p : 0 < r < 1 -> 0 < b -> 0 < e -> 0 <= p <= 1 ->
  (e + p * (1 - p) < 1 <-> sigma (logit r + 1 / b) < h r b e p).
Proof.
  intros r01 b0 e0 Hp; rewrite h_logistic by exact r01; pose proof (v_pos e e0 p Hp) as V; pose proof (sqrt_lt_R0 _ V) as S.
  assert (G : gain e p * sqrt (p * (1 - p) + e) = 1) by (unfold gain; field; lra).
  pose proof (sqrt_sqrt _ (Rlt_le _ _ V)) as S2; assert (I : 0 < 1 / b) by (apply Rdiv_lt_0_compat; lra).
  set (s := sqrt (p * (1 - p) + e)) in *; set (k := gain e p) in *.
  assert (X : e + p * (1 - p) < 1 <-> 1 < k) by (split; intros; nra).
  rewrite X; split; intros L; [apply sigma_increasing; nra|].
  apply Rnot_le_lt; intros N; assert (logit r + 1 / b * k <= logit r + 1 / b) as Q by nra; apply sigma_le in Q; lra.
Qed.
