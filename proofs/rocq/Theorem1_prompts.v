(** Theorem 1 with the expectation over prompts, for finitely many prompts: the policies of
    Theorem 1, prompt by prompt, maximise the averaged objective of (GRPO Iterations), and any
    maximiser agrees with them at every prompt of positive probability. *)
From Coq Require Import Reals Lra Psatz List.
From GRPO Require Import Defs FiniteSum Theorem1.
Open Scope R_scope.

Section Prompts.
Context {Q A : Type} (prompts : list Q) (rho : Q -> R) (l : Q -> list A) (good : Q -> A -> bool)
  (ref : Q -> A -> R) (b e : R) (p : Q -> R).
Context (b0 : 0 < b) (Hrho : forall q, In q prompts -> 0 <= rho q)
  (Href : forall q, In q prompts -> policy (l q) (ref q)).

(** The averaged objective, and the policies over which it is maximised. *)
Definition average (pi : Q -> A -> R) : R :=
  Sum prompts (fun q => rho q * objective (l q) (good q) (ref q) b e (p q) (pi q)).
Definition admissible (pi : Q -> A -> R) : Prop :=
  forall q, In q prompts -> policy (l q) (pi q) /\ dominated (l q) (pi q) (ref q).
Definition best (q : Q) : A -> R := optimal (l q) (good q) (ref q) b e (p q).

Theorem prompts_maximal : admissible best /\ forall pi, admissible pi -> average pi <= average best.
Proof using b0 Hrho Href.
  split.
  - intros q Hq; destruct (policy_dynamic (l q) (good q) (ref q) b e (p q) b0 (Href q Hq)) as [P [D _]].
    split; assumption.
  - intros pi Hpi; apply Sum_le; intros q Hq; apply Rmult_le_compat_l; [apply Hrho, Hq|].
    destruct (policy_dynamic (l q) (good q) (ref q) b e (p q) b0 (Href q Hq)) as [_ [_ [M _]]].
    apply M; apply (Hpi q Hq).
Qed.

Theorem prompts_unique pi : admissible pi -> average best <= average pi ->
  forall q o, In q prompts -> 0 < rho q -> In o (l q) -> pi q o = best q o.
Proof using b0 Hrho Href.
  intros Hpi H q o Hq Rq Ho.
  assert (Le : forall q, In q prompts ->
    rho q * objective (l q) (good q) (ref q) b e (p q) (pi q)
    <= rho q * objective (l q) (good q) (ref q) b e (p q) (best q)).
  { intros q' Hq'; apply Rmult_le_compat_l; [apply Hrho, Hq'|].
    destruct (policy_dynamic (l q') (good q') (ref q') b e (p q') b0 (Href q' Hq')) as [_ [_ [M _]]].
    apply M; apply (Hpi q' Hq'). }
  assert (E : average pi = average best) by (apply Rle_antisym; [apply prompts_maximal, Hpi | exact H]).
  pose proof (Sum_le_eq prompts _ _ Le E q Hq) as Eq; apply Rmult_eq_reg_l in Eq; [|lra].
  destruct (policy_dynamic (l q) (good q) (ref q) b e (p q) b0 (Href q Hq)) as [_ [_ [_ U]]].
  apply U; [apply (Hpi q Hq) | apply (Hpi q Hq) | | exact Ho]; unfold best in Eq; lra.
Qed.
End Prompts.
