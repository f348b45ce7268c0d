(** Finite sums over a list of outcomes, policies on it, and their success probability.

    The outcome set of the paper is taken finite: a list [l] of outcomes. A policy is a
    nonnegative function of total mass 1 on [l]; zero probabilities are allowed. *)
From Coq Require Import Reals Lra List.
Open Scope R_scope.

Definition Sum {A : Type} (l : list A) (f : A -> R) : R :=
  fold_right (fun o acc => f o + acc) 0 l.

Definition policy {A : Type} (l : list A) (q : A -> R) : Prop :=
  (forall o, In o l -> 0 <= q o) /\ Sum l q = 1.

(** The indicator of the event that the binary reward is 1, and its probability, Equation (7). *)
Definition success {A : Type} (l : list A) (good : A -> bool) (q : A -> R) : R :=
  Sum l (fun o => if good o then q o else 0).

Lemma Sum_ext {A} (l : list A) f g : (forall o, In o l -> f o = g o) -> Sum l f = Sum l g.
Proof. induction l as [|a l IH]; simpl; intros H; [reflexivity|]; rewrite H, IH; auto. Qed.

Lemma Sum_app {A} (l m : list A) f : Sum (l ++ m) f = Sum l f + Sum m f.
Proof. induction l as [|a l IH]; simpl; lra. Qed.

Lemma Sum_plus {A} (l : list A) f g : Sum l (fun o => f o + g o) = Sum l f + Sum l g.
Proof. induction l as [|a l IH]; simpl; lra. Qed.

Lemma Sum_minus {A} (l : list A) f g : Sum l (fun o => f o - g o) = Sum l f - Sum l g.
Proof. induction l as [|a l IH]; simpl; lra. Qed.

Lemma Sum_scal {A} (l : list A) c f : Sum l (fun o => c * f o) = c * Sum l f.
Proof. induction l as [|a l IH]; simpl; lra. Qed.

Lemma Sum_zero {A} (l : list A) : Sum l (fun _ => 0) = 0.
Proof. induction l; simpl; lra. Qed.

Lemma Sum_le {A} (l : list A) f g : (forall o, In o l -> f o <= g o) -> Sum l f <= Sum l g.
Proof.
  induction l as [|a l IH]; simpl; intros H; [lra|].
  apply Rplus_le_compat; auto.
Qed.

Lemma Sum_ge0 {A} (l : list A) f : (forall o, In o l -> 0 <= f o) -> 0 <= Sum l f.
Proof. intros H; rewrite <- (Sum_zero l); apply Sum_le, H. Qed.

Lemma Sum_le_eq {A} (l : list A) f g :
  (forall o, In o l -> f o <= g o) -> Sum l f = Sum l g -> forall o, In o l -> f o = g o.
Proof.
  induction l as [|a l IH]; simpl; intros H E o Ho; [easy|].
  pose proof (H a (or_introl eq_refl)).
  pose proof (Sum_le l f g (fun x Hx => H x (or_intror Hx))).
  destruct Ho as [<-|Ho]; [lra|]; apply IH; auto; lra.
Qed.

Lemma Sum_abs {A} (l : list A) f : Rabs (Sum l f) <= Sum l (fun o => Rabs (f o)).
Proof.
  induction l as [|a l IH]; simpl; [rewrite Rabs_R0; lra|].
  apply (Rle_trans _ _ _ (Rabs_triang _ _)); lra.
Qed.

(** Splitting a sum between success and failure. *)
Lemma Sum_split {A} (l : list A) (good : A -> bool) f :
  Sum l f = Sum l (fun o => if good o then f o else 0) + Sum l (fun o => if good o then 0 else f o).
Proof. rewrite <- Sum_plus; apply Sum_ext; intros o _; destruct (good o); ring. Qed.

Lemma failure_mass {A} (l : list A) (good : A -> bool) q :
  policy l q -> Sum l (fun o => if good o then 0 else q o) = 1 - success l good q.
Proof. intros [_ M]; pose proof (Sum_split l good q); unfold success; lra. Qed.

Lemma success_range {A} (l : list A) (good : A -> bool) q : policy l q -> 0 <= success l good q <= 1.
Proof.
  intros Hq; pose proof (failure_mass l good q Hq); destruct Hq as [Hq _].
  assert (0 <= success l good q) by (apply Sum_ge0; intros o Ho; pose proof (Hq o Ho); destruct (good o); lra).
  assert (0 <= Sum l (fun o => if good o then 0 else q o))
    by (apply Sum_ge0; intros o Ho; pose proof (Hq o Ho); destruct (good o); lra).
  lra.
Qed.
