(** Theorem 1 (GRPO policy dynamic), for one prompt and a finite outcome set.

    The policy of Theorem 1 maximises the objective of (GRPO Iterations) among all policies
    that do not charge outcomes the reference never produces (elsewhere KL is infinite), and it
    is the only maximiser. Probabilities may be zero, in the policies and in the reference.
    [ln 0 = 0] in the library makes the convention 0 log 0 = 0 literal. *)
From Coq Require Import Reals Lra Psatz List.
From GRPO Require Import Defs FiniteSum.
Open Scope R_scope.

Definition KL {A : Type} (l : list A) (q ref : A -> R) : R := Sum l (fun o => q o * ln (q o / ref o)).
Definition dominated {A : Type} (l : list A) (q ref : A -> R) : Prop :=
  forall o, In o l -> ref o = 0 -> q o = 0.

(** The objective of (GRPO Iterations): [p] is the success probability of the old policy. *)
Definition objective {A : Type} (l : list A) (good : A -> bool) (ref : A -> R) (b e p : R) (q : A -> R) : R :=
  omega_plus e p * success l good q
  - omega_minus e p * Sum l (fun o => if good o then 0 else q o) - b * KL l q ref.

(** Z and the policy as Theorem 1 prints them. *)
Definition partition (r b e p : R) : R :=
  r * exp (1 / b * omega_plus e p) + (1 - r) * exp (- (1 / b) * omega_minus e p).
Definition optimal {A : Type} (l : list A) (good : A -> bool) (ref : A -> R) (b e p : R) (o : A) : R :=
  1 / partition (success l good ref) b e p * ref o
  * exp (1 / b * (if good o then omega_plus e p else - omega_minus e p)).

(** * The pointwise Gibbs inequality *)
Lemma ln_lt_sub1 x : 0 < x -> x <> 1 -> ln x < x - 1.
Proof.
  intros Hx N.
  assert (ln x <> 0) by (intros E; apply N; rewrite <- (exp_ln x Hx), E; apply exp_0).
  pose proof (exp_ineq1 (ln x) H) as I; rewrite exp_ln in I; lra.
Qed.

Lemma xlogx_lt x y : 0 <= x -> 0 <= y -> (y = 0 -> x = 0) -> x <> y -> x - y < x * ln (x / y).
Proof.
  intros [Hx| <-] [Hy| <-] D N; [| lra | lra | lra].
  assert (Hyx : 0 < y / x) by (apply Rdiv_lt_0_compat; lra).
  assert (y / x <> 1) by (intros E; apply N; replace y with (y / x * x) by (field; lra); rewrite E; ring).
  replace (x / y) with (/ (y / x)) by (field; lra).
  rewrite ln_Rinv by assumption.
  pose proof (ln_lt_sub1 _ Hyx H).
  replace (x - y) with (x * (- (y / x - 1))) by (field; lra).
  apply Rmult_lt_compat_l; lra.
Qed.

Lemma xlogx_le x y : 0 <= x -> 0 <= y -> (y = 0 -> x = 0) -> x - y <= x * ln (x / y).
Proof.
  intros Hx Hy D; destruct (Req_dec x y) as [<-|N]; [|now apply Rlt_le, xlogx_lt].
  destruct Hx as [Hx| <-]; [|lra].
  unfold Rdiv; rewrite Rinv_r, ln_1 by lra; lra.
Qed.

Section Divergence.
Context {A : Type} (l : list A) (p q : A -> R).
Context (Hp : policy l p) (Hq : policy l q) (D : dominated l p q).

Theorem KL_ge0 : 0 <= KL l p q.
Proof using Hp Hq D.
  destruct Hp as [P MP], Hq as [Q MQ].
  replace 0 with (Sum l (fun o => p o - q o)) by (rewrite Sum_minus; lra).
  apply Sum_le; intros o Ho; apply xlogx_le; auto.
Qed.

Theorem KL_eq0 : KL l p q = 0 -> forall o, In o l -> p o = q o.
Proof using Hp Hq D.
  intros E o Ho; destruct Hp as [P MP], Hq as [Q MQ].
  assert (E' : p o - q o = p o * ln (p o / q o)).
  { apply (Sum_le_eq l (fun o => p o - q o) (fun o => p o * ln (p o / q o))); auto.
    - intros x Hx; apply xlogx_le; auto.
    - unfold KL in E; rewrite E, Sum_minus; lra. }
  destruct (Req_dec (p o) (q o)) as [|N]; [assumption|].
  pose proof (xlogx_lt _ _ (P o Ho) (Q o Ho) (D o Ho) N); lra.
Qed.
End Divergence.

Section Theorem1.
Context {A : Type} (l : list A) (good : A -> bool) (ref : A -> R) (b e p : R).
Context (b0 : 0 < b) (Href : policy l ref).
Notation r := (success l good ref).
Notation Z := (partition r b e p).
Notation J := (objective l good ref b e p).
Notation opt := (optimal l good ref b e p).
Notation rw o := (if good o then omega_plus e p else - omega_minus e p).

Lemma partition_pos : 0 < Z.
Proof using Href.
  pose proof (success_range l good ref Href); unfold partition.
  pose proof (exp_pos (1 / b * omega_plus e p)); pose proof (exp_pos (- (1 / b) * omega_minus e p)).
  destruct (Rle_lt_or_eq_dec 0 r ltac:(lra)) as [R|R]; [nra | rewrite <- R; lra].
Qed.

(** Z as the proof of Theorem 1 computes it: an expectation under the reference. *)
Lemma partition_sum : Sum l (fun o => ref o * exp (1 / b * rw o)) = Z.
Proof using Href.
  unfold partition; rewrite <- (failure_mass l good ref Href), (Sum_split l good); unfold success.
  rewrite !(Rmult_comm (Sum l _)), <- !Sum_scal; f_equal; apply Sum_ext; intros o _;
    destruct (good o); rewrite ?Rmult_0_r; try reflexivity; [ring|].
  rewrite Rmult_comm; do 2 f_equal; ring.
Qed.

Lemma optimal_pos o : 0 < ref o -> 0 < opt o.
Proof using Href.
  intros Ho; pose proof (Rinv_0_lt_compat _ partition_pos); pose proof (exp_pos (1 / b * rw o)).
  unfold optimal, Rdiv at 1; repeat apply Rmult_lt_0_compat; lra.
Qed.

Lemma optimal_dominated q : dominated l q ref -> dominated l q opt.
Proof using Href.
  intros D o Ho E; apply D; [exact Ho|]; destruct Href as [P _].
  destruct (P o Ho) as [N|N]; [pose proof (optimal_pos o N); lra | auto].
Qed.

Lemma optimal_policy : policy l opt.
Proof using Href.
  split.
  - intros o Ho; destruct Href as [P _]; destruct (P o Ho) as [N|N].
    + apply Rlt_le, optimal_pos, N.
    + unfold optimal; rewrite <- N; lra.
  - rewrite (Sum_ext _ _ (fun o => 1 / Z * (ref o * exp (1 / b * rw o))))
      by (intros; unfold optimal; ring).
    rewrite Sum_scal, partition_sum; pose proof partition_pos; field; lra.
Qed.

Lemma optimal_support : dominated l opt ref.
Proof using Type. intros o _ E; unfold optimal; rewrite E; ring. Qed.

(** The variational identity: the objective is [b ln Z] minus a divergence. *)
Lemma objective_gap q : policy l q -> dominated l q ref -> J q = b * ln Z - b * KL l q opt.
Proof using b0 Href.
  intros [Hq Sq] D.
  assert (E : KL l q opt = KL l q ref + - (1 / b) * Sum l (fun o => q o * rw o) + ln Z * Sum l q).
  { unfold KL; rewrite <- !Sum_scal, <- !Sum_plus; apply Sum_ext; intros o Ho.
    destruct (Hq o Ho) as [Po| <-]; [|ring].
    assert (0 < ref o).
    { destruct (proj1 Href o Ho) as [N|N]; [exact N|]; symmetry in N; apply (D o Ho) in N; lra. }
    pose proof partition_pos; pose proof (exp_pos (1 / b * rw o)).
    replace (q o / opt o) with (q o / ref o * / exp (1 / b * rw o) * Z)
      by (unfold optimal; field; repeat split; lra).
    assert (0 < q o / ref o) by (apply Rdiv_lt_0_compat; lra).
    assert (0 < / exp (1 / b * rw o)) by (now apply Rinv_0_lt_compat).
    rewrite (ln_mult _ Z), (ln_mult (q o / ref o)), ln_Rinv, ln_exp
      by auto using Rmult_lt_0_compat.
    ring. }
  assert (W : Sum l (fun o => q o * rw o)
              = omega_plus e p * success l good q - omega_minus e p * Sum l (fun o => if good o then 0 else q o)).
  { unfold success; rewrite <- !Sum_scal, <- Sum_minus; apply Sum_ext; intros o _; destruct (good o); ring. }
  unfold objective; rewrite E, W, Sq; field; lra.
Qed.

Lemma objective_optimal : J opt = b * ln Z.
Proof using b0 Href.
  rewrite (objective_gap opt optimal_policy optimal_support).
  assert (KL l opt opt = 0) as ->; [|ring].
  unfold KL; rewrite <- (Sum_zero l); apply Sum_ext; intros o Ho.
  destruct (Req_dec (opt o) 0) as [N|N]; [rewrite N; ring|].
  unfold Rdiv; rewrite Rinv_r, ln_1 by exact N; ring.
Qed.

(** Theorem 1. *)
Theorem policy_dynamic :
  policy l opt /\ dominated l opt ref
  /\ (forall q, policy l q -> dominated l q ref -> J q <= J opt)
  /\ (forall q, policy l q -> dominated l q ref -> J opt <= J q -> forall o, In o l -> q o = opt o).
Proof using b0 Href.
  split; [apply optimal_policy|]; split; [apply optimal_support|]; split; intros q Hq D.
  - rewrite objective_optimal, objective_gap by assumption.
    pose proof (KL_ge0 l q opt Hq optimal_policy (optimal_dominated q D)); nra.
  - intros H; apply KL_eq0; auto using optimal_policy, optimal_dominated.
    rewrite objective_optimal, objective_gap in H by assumption.
    pose proof (KL_ge0 l q opt Hq optimal_policy (optimal_dominated q D)); nra.
Qed.
End Theorem1.

(** A maximiser of the objective of (GRPO Iterations). *)
Definition maximiser {A : Type} (l : list A) good ref b e p (q : A -> R) : Prop :=
  policy l q /\ dominated l q ref
  /\ forall q', policy l q' -> dominated l q' ref -> objective l good ref b e p q' <= objective l good ref b e p q.

(** Theorem 1 for the sequence: any sequence of maximisers is the sequence printed there. *)
Theorem policy_recursion {A : Type} (l : list A) (good : A -> bool) (ref : A -> R) (b e : R) (pi : nat -> A -> R) :
  0 < b -> policy l ref ->
  (forall n, maximiser l good ref b e (success l good (pi n)) (pi (S n))) ->
  forall n o, In o l -> pi (S n) o = optimal l good ref b e (success l good (pi n)) o.
Proof.
  intros b0 Href M n o Ho; destruct (M n) as [P [D Max]].
  pose proof (policy_dynamic l good ref b e (success l good (pi n)) b0 Href) as [Q [F [_ U]]].
  apply U; auto.
Qed.
