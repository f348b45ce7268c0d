(** L4, from the policies: with KL weight [b] to the reference and [a] to the previous policy, and
    a previous policy that tilts the reference by two numbers (as all iterates from pi_0 = pi_ref
    do), the maximiser has success probability sigma (F (logit p)) with F of Beyond_L4.v, and is
    a two-number tilt again. The two divergences are one divergence to a geometric mean. *)
From Coq Require Import Reals Lra Psatz List.
From GRPO Require Import Defs FiniteSum Theorem1 Theorem2 Logit Beyond_L1_L3 Beyond_L4.
Open Scope R_scope.

(** The reference tilted to success probability [p]. *)
Definition tilt {A : Type} (good : A -> bool) (ref : A -> R) (r p : R) (o : A) : R :=
  ref o * (if good o then p / r else (1 - p) / (1 - r)).

(** The objective with both divergences. *)
Definition objective_two {A : Type} (l : list A) (good : A -> bool) (ref prev : A -> R) (b a e p : R) (q : A -> R) : R :=
  objective l good ref b e p q - a * KL l q prev.

Section Tilt.
Context {A : Type} (l : list A) (good : A -> bool) (ref : A -> R).
Context (Href : policy l ref) (r01 : 0 < success l good ref < 1).
Notation r := (success l good ref).

Lemma tilt_success p : success l good (tilt good ref r p) = p.
Proof using r01.
  assert (K : forall c, success l good (tilt good ref c p) = p / c * success l good ref).
  { intros c; unfold success; rewrite <- Sum_scal; apply Sum_ext; intros o _; unfold tilt.
    destruct (good o); ring. }
  rewrite K; field; lra.
Qed.

Lemma tilt_policy p : 0 <= p <= 1 -> policy l (tilt good ref r p).
Proof using Href r01.
  intros Hp; split.
  - intros o Ho; apply Rmult_le_pos; [apply Href, Ho|].
    destruct (good o); apply Rmult_le_pos; try lra; apply Rlt_le, Rinv_0_lt_compat; lra.
  - rewrite (Sum_split l good).
    replace (Sum l (fun o => if good o then tilt good ref r p o else 0)) with p by (symmetry; apply tilt_success).
    transitivity (p + (1 - p) / (1 - r) * Sum l (fun o => if good o then 0 else ref o)).
    + f_equal; rewrite <- Sum_scal; apply Sum_ext; intros o _; unfold tilt; destruct (good o); ring.
    + rewrite failure_mass by exact Href; field; lra.
Qed.

Lemma tilt_dominated p q : 0 < p < 1 -> (dominated l q (tilt good ref r p) <-> dominated l q ref).
Proof using r01.
  intros Hp; split; intros D o Ho Z; apply D; auto.
  - unfold tilt; rewrite Z; ring.
  - unfold tilt in Z; apply Rmult_integral in Z; destruct Z as [Z|Z]; [exact Z|exfalso].
    assert (0 < p / r /\ 0 < (1 - p) / (1 - r)) by (split; apply Rdiv_lt_0_compat; lra).
    destruct (good o); lra.
Qed.

(** Divergence to a tilt, in terms of divergence to the reference. *)
Lemma KL_tilt p q : 0 < p < 1 -> policy l q -> dominated l q ref ->
  KL l q (tilt good ref r p)
  = KL l q ref - (ln (p / r) * success l good q + ln ((1 - p) / (1 - r)) * (1 - success l good q)).
Proof using Href r01.
  intros Hp Hq D; rewrite <- (failure_mass l good q Hq).
  set (c := r) in *; unfold KL, success.
  rewrite <- !Sum_scal, <- Sum_plus, <- Sum_minus; apply Sum_ext; intros o Ho.
  destruct (proj1 Hq o Ho) as [Q| <-]; [|destruct (good o); ring].
  assert (P : 0 < ref o).
  { destruct (proj1 Href o Ho) as [P|P]; [exact P|]; symmetry in P; apply (D o Ho) in P; lra. }
  assert (K : forall t, 0 < t -> q o * ln (q o / (ref o * t)) = q o * ln (q o / ref o) - q o * ln t).
  { intros t Ht; replace (q o / (ref o * t)) with (q o / ref o * / t) by (field; lra).
    rewrite ln_mult, ln_Rinv; [ring | exact Ht | apply Rdiv_lt_0_compat; lra | apply Rinv_0_lt_compat, Ht]. }
  unfold tilt; destruct (good o); rewrite K by (apply Rdiv_lt_0_compat; lra); ring.
Qed.

Section Step.
Context (b a e p : R) (b0 : 0 < b) (a0 : 0 <= a) (e0 : 0 < e) (p01 : 0 < p < 1).
(** The geometric mean of reference and previous policy is the tilt to success [m]. *)
Notation m := (sigma ((b * logit r + a * logit p) / (a + b))).

Lemma log_odds_split x : 0 < x < 1 -> ln (x / r) - ln ((1 - x) / (1 - r)) = logit x - logit r.
Proof using r01.
  intros Hx; unfold logit, Rdiv; rewrite !ln_mult, !ln_Rinv by (try apply Rinv_0_lt_compat; lra); ring.
Qed.

Lemma objective_mean q : policy l q -> dominated l q ref ->
  objective_two l good ref (tilt good ref r p) b a e p q
  = objective l good (tilt good ref r m) (a + b) e p q
    + (a * ln ((1 - p) / (1 - r)) - (a + b) * ln ((1 - m) / (1 - r))).
Proof using Href r01 b0 a0 p01.
  intros Hq D; unfold objective_two, objective.
  pose proof (sigma_range ((b * logit r + a * logit p) / (a + b))) as m01.
  rewrite !KL_tilt by assumption.
  pose proof (log_odds_split p p01) as Sp; pose proof (log_odds_split m m01) as Sm; rewrite logit_sigma in Sm.
  set (Lp := ln (p / r)) in *; set (Lm := ln (m / r)) in *.
  replace Lp with (ln ((1 - p) / (1 - r)) + (logit p - logit r)) by lra.
  replace Lm with (ln ((1 - m) / (1 - r)) + ((b * logit r + a * logit p) / (a + b) - logit r)) by lra.
  field; lra.
Qed.

Theorem l4_step q : policy l q -> dominated l q ref ->
  (forall q', policy l q' -> dominated l q' ref ->
     objective_two l good ref (tilt good ref r p) b a e p q'
     <= objective_two l good ref (tilt good ref r p) b a e p q) ->
  success l good q = sigma (two_kl r b a e (logit p))
  /\ forall o, In o l -> q o = tilt good ref r (success l good q) o.
Proof using Href r01 b0 a0 e0 p01.
  intros Hq D M; pose proof (sigma_range ((b * logit r + a * logit p) / (a + b))) as m01.
  assert (Pm : policy l (tilt good ref r m)) by (apply tilt_policy; lra).
  destruct (policy_dynamic l good (tilt good ref r m) (a + b) e p ltac:(lra) Pm) as [P [D' [_ U]]].
  assert (E : forall o, In o l -> q o = optimal l good (tilt good ref r m) (a + b) e p o).
  { apply U; [exact Hq | apply tilt_dominated; assumption|].
    apply tilt_dominated in D'; [|exact m01]; pose proof (M _ P D') as M'.
    rewrite !objective_mean in M' by assumption; lra. }
  assert (S : success l good q = h m (a + b) e p).
  { transitivity (success l good (optimal l good (tilt good ref r m) (a + b) e p)).
    - apply Sum_ext; intros o Ho; rewrite E by exact Ho; reflexivity.
    - rewrite success_step by (rewrite ?tilt_success; auto; lra); rewrite tilt_success; reflexivity. }
  split.
  - rewrite S, h_logistic, logit_sigma by exact m01; f_equal; unfold two_kl.
    rewrite g_gain, sigma_logit by assumption; field; lra.
  - intros o Ho; rewrite E, S by exact Ho.
    rewrite (l1_tilt_step l good (tilt good ref r m) (a + b) e) by (rewrite ?tilt_success; lra).
    rewrite tilt_success; unfold tilt; destruct (good o); field; lra.
Qed.
End Step.
End Tilt.
