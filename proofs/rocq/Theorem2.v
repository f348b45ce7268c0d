(** Theorem 2: the success probability follows p_n = h (p_(n-1)), with p_0 = p_ref.

    First Equation (9), the map in terms of the two weights, and its simplification to [h]
    (Appendix A); then the success probability of the policy of Theorem 1; then the iteration.
    As printed, only p_ref > 0 is assumed: p_ref = 1 is allowed. *)
From Coq Require Import Reals Lra Psatz List.
From GRPO Require Import Defs FiniteSum Theorem1.
Open Scope R_scope.

(** Equation (9) and its simplification. *)
Theorem equation_9 r b e p : 0 < r <= 1 -> 0 < b -> 0 < e -> 0 <= p <= 1 ->
  r * exp (1 / b * omega_plus e p) / partition r b e p = h r b e p.
Proof.
  intros r01 b0 e0 Hp; pose proof (s_pos e e0 p Hp); unfold partition, h.
  set (U := exp (1 / b * omega_plus e p)).
  assert (HU : 0 < U) by apply exp_pos.
  assert (W : exp (- (1 / b) * omega_minus e p) = U * exp (- (1 / b * gain e p))).
  { unfold U; rewrite <- exp_plus; f_equal; unfold omega_plus, omega_minus, gain; field; lra. }
  rewrite W; set (E := exp (- (1 / b * gain e p))).
  assert (0 < E) by apply exp_pos; assert (0 < U * E) by (apply Rmult_lt_0_compat; assumption).
  field; repeat split; nra.
Qed.

Section Theorem2.
Context {A : Type} (l : list A) (good : A -> bool) (ref : A -> R) (b e : R).
Context (b0 : 0 < b) (e0 : 0 < e) (Href : policy l ref).
Notation r := (success l good ref).

(** The success probability of the policy of Theorem 1, in terms of the weights. *)
Lemma success_of_optimal p :
  success l good (optimal l good ref b e p) = r * exp (1 / b * omega_plus e p) / partition r b e p.
Proof using Type.
  unfold success at 1.
  rewrite (Sum_ext _ _ (fun o => exp (1 / b * omega_plus e p) / partition r b e p
                                  * (if good o then ref o else 0))).
  - rewrite Sum_scal; fold r; unfold Rdiv; ring.
  - intros o _; unfold optimal; destruct (good o); unfold Rdiv; ring.
Qed.

(** One step. *)
Theorem success_step p : 0 < r -> 0 <= p <= 1 ->
  success l good (optimal l good ref b e p) = h r b e p.
Proof using b0 e0 Href.
  intros r0 Hp; rewrite success_of_optimal; apply equation_9; auto.
  pose proof (success_range l good ref Href); lra.
Qed.

(** Theorem 2: along any sequence of maximisers that starts from the reference policy. *)
Theorem success_iteration (pi : nat -> A -> R) :
  0 < r -> pi 0%nat = ref ->
  (forall n, maximiser l good ref b e (success l good (pi n)) (pi (S n))) ->
  success l good (pi 0%nat) = r
  /\ (forall n, success l good (pi (S n)) = h r b e (success l good (pi n)))
  /\ (forall n, success l good (pi n) = iterate r b e r n).
Proof using b0 e0 Href.
  intros r0 start M.
  assert (P : forall n, policy l (pi n)) by (intros [|n]; [rewrite start; exact Href | apply (M n)]).
  assert (St : forall n, success l good (pi (S n)) = h r b e (success l good (pi n))).
  { intros n; rewrite <- success_step by (auto; apply success_range, P).
    apply Sum_ext; intros o Ho.
    rewrite (policy_recursion l good ref b e pi b0 Href M n o Ho); reflexivity. }
  rewrite start; split; [reflexivity|]; split; [exact St|].
  induction n as [|n IH]; [rewrite start; reflexivity|].
  rewrite St, IH; reflexivity.
Qed.
End Theorem2.

(** At p_ref = 1 the map is constant: nothing is left to learn. *)
Theorem certain_reference b e p : h 1 b e p = 1.
Proof. unfold h; field. Qed.

(** The GRPO iterations themselves, built from the formula of Theorem 1. *)
Fixpoint grpo {A : Type} (l : list A) (good : A -> bool) (ref : A -> R) (b e : R) (n : nat) : A -> R :=
  match n with
  | O => ref
  | S m => optimal l good ref b e (success l good (grpo l good ref b e m))
  end.

Lemma grpo_policy {A : Type} (l : list A) (good : A -> bool) ref b e n :
  policy l ref -> policy l (grpo l good ref b e n).
Proof. intros Href; destruct n; [exact Href | apply optimal_policy, Href]. Qed.

Lemma grpo_maximiser {A : Type} (l : list A) (good : A -> bool) ref b e n : 0 < b -> policy l ref ->
  maximiser l good ref b e (success l good (grpo l good ref b e n)) (grpo l good ref b e (S n)).
Proof.
  intros b0 Href; pose proof (policy_dynamic l good ref b e (success l good (grpo l good ref b e n)) b0 Href)
    as [P [D [M _]]]; repeat split; try apply P; assumption.
Qed.

Theorem success_grpo {A : Type} (l : list A) (good : A -> bool) ref b e n :
  0 < b -> 0 < e -> policy l ref -> 0 < success l good ref ->
  success l good (grpo l good ref b e n) = iterate (success l good ref) b e (success l good ref) n.
Proof.
  intros b0 e0 Href r0; apply (success_iteration l good ref b e b0 e0 Href (grpo l good ref b e));
    auto using grpo_maximiser.
Qed.
