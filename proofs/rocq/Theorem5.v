(** Theorem 5, under Assumption 1. Events move by at most the total variation, so the constant
    is delta-star, not 2 delta-star; and the statement is about the upper limit, for the limit
    need not exist (see Errata_Theorem5.v). The constant is attained. The paper's 2 delta-star
    and the case delta-star = 0 are corollaries. *)
From Coq Require Import Reals Lra Psatz List Lia.
From Coquelicot Require Import Coquelicot.
From GRPO Require Import Defs FiniteSum Theorem1 Theorem2.
Open Scope R_scope.

Definition TV {A : Type} (l : list A) (P Q : A -> R) : R := / 2 * Sum l (fun o => Rabs (P o - Q o)).

(** Assumption 1: [pt] the parametric policies, [pi] the exact ones. *)
Definition Assumption_1 {A : Type} (l : list A) (pt pi : nat -> A -> R) (delta : nat -> R) (dstar : R) : Prop :=
  (forall o, In o l -> pt 0%nat o = pi 0%nat o)
  /\ (forall n, 0 <= delta (S n) /\ TV l (pt (S n)) (pi (S n)) <= TV l (pt n) (pi n) + delta (S n))
  /\ is_lim_seq (fun n => Sum (seq 1 n) delta) dstar.

(** * Total variation as a supremum over events *)
Section TV.
Context {A : Type} (l : list A) (P Q : A -> R) (mass : Sum l P = Sum l Q).

Theorem event_le_TV (E : A -> bool) : Rabs (success l E P - success l E Q) <= TV l P Q.
Proof using mass.
  set (d := fun o => P o - Q o).
  set (inE := fun o => if E o then d o else 0); set (outE := fun o => if E o then 0 else d o).
  assert (D : success l E P - success l E Q = Sum l inE).
  { unfold success; rewrite <- Sum_minus; apply Sum_ext; intros o _.
    unfold inE, d; destruct (E o); ring. }
  assert (Z0 : Sum l inE + Sum l outE = 0).
  { replace (Sum l inE + Sum l outE) with (Sum l d) by apply Sum_split.
    unfold d; rewrite Sum_minus, mass; ring. }
  assert (S0 : Sum l (fun o => Rabs (d o)) = Sum l (fun o => Rabs (inE o)) + Sum l (fun o => Rabs (outE o))).
  { rewrite <- Sum_plus; apply Sum_ext; intros o _; unfold inE, outE.
    destruct (E o); rewrite Rabs_R0; ring. }
  pose proof (Sum_abs l inE); pose proof (Sum_abs l outE) as K.
  assert (N : Sum l outE = - Sum l inE) by lra; rewrite N, Rabs_Ropp in K.
  unfold TV; fold (d : A -> R); change (fun o => Rabs (P o - Q o)) with (fun o => Rabs (d o)).
  rewrite D, S0; lra.
Qed.

Theorem TV_attained : exists E : A -> bool, success l E P - success l E Q = TV l P Q.
Proof using mass.
  exists (fun o => if Rle_dec (Q o) (P o) then true else false).
  assert (Sum l (fun o => Rabs (P o - Q o)) + Sum l P = Sum l Q + 2 *
    (success l (fun o => if Rle_dec (Q o) (P o) then true else false) P
     - success l (fun o => if Rle_dec (Q o) (P o) then true else false) Q)); [|unfold TV; lra].
  unfold success; clear mass; induction l as [|a t IH]; simpl; [ring|].
  destruct (Rle_dec (Q a) (P a)); [rewrite (Rabs_pos_eq (P a - Q a)) | rewrite (Rabs_left (P a - Q a))]; lra.
Qed.
End TV.

Lemma TV_self {A : Type} (l : list A) (P Q : A -> R) : (forall o, In o l -> P o = Q o) -> TV l P Q = 0.
Proof.
  intros E; unfold TV; rewrite (Sum_ext _ _ (fun _ => 0)), Sum_zero; [ring|].
  intros o Ho; rewrite E, Rminus_eq_0 by exact Ho; apply Rabs_R0.
Qed.

Lemma sum_delta_S (delta : nat -> R) n : Sum (seq 1 (S n)) delta = Sum (seq 1 n) delta + delta (S n).
Proof.
  rewrite seq_S, Sum_app; simpl; ring.
Qed.

Section Theorem5.
Context {A : Type} (l : list A) (good : A -> bool) (pt pi : nat -> A -> R) (delta : nat -> R) (dstar x : R).
Context (Hpt : forall n, policy l (pt n)) (Hpi : forall n, policy l (pi n)).
Context (H : Assumption_1 l pt pi delta dstar).
Notation p n := (success l good (pi n)).
Notation q n := (success l good (pt n)).

Lemma TV_bound n : TV l (pt n) (pi n) <= dstar.
Proof using H.
  destruct H as [start [step lim]].
  assert (K : TV l (pt n) (pi n) <= Sum (seq 1 n) delta).
  { induction n as [|n IH]; [rewrite TV_self by exact start; simpl; lra|].
    rewrite sum_delta_S; pose proof (proj2 (step n)); lra. }
  apply (Rle_trans _ _ _ K).
  apply (is_lim_seq_incr_compare (fun n => Sum (seq 1 n) delta)); [exact lim|].
  intros m; rewrite sum_delta_S; pose proof (proj1 (step m)); lra.
Qed.

(** At every step, not only in the limit. *)
Lemma success_gap n : Rabs (q n - p n) <= dstar.
Proof using H Hpt Hpi.
  apply (Rle_trans _ (TV l (pt n) (pi n))); [|apply TV_bound].
  apply event_le_TV; rewrite (proj2 (Hpt n)), (proj2 (Hpi n)); reflexivity.
Qed.

(** Theorem 5, with limsup and the constant delta-star. *)
Theorem theorem_5 : is_lim_seq (fun n => p n) x ->
  Rbar_le (LimSup_seq (fun n => Rabs (q n - x))) dstar.
Proof using H Hpt Hpi.
  intros L.
  assert (B : is_LimSup_seq (fun n => dstar + Rabs (p n - x)) dstar).
  { apply is_lim_LimSup_seq.
    evar_last; [apply is_lim_seq_plus'; [apply is_lim_seq_const|]|].
    - apply (is_lim_seq_abs _ (x - x)), is_lim_seq_minus'; [exact L | apply is_lim_seq_const].
    - rewrite Rminus_eq_0, Rabs_R0, Rplus_0_r; reflexivity. }
  rewrite <- (is_LimSup_seq_unique _ _ B); apply LimSup_le; exists 0%nat; intros n _.
  replace (q n - x) with ((q n - p n) + (p n - x)) by ring.
  apply (Rle_trans _ _ _ (Rabs_triang _ _)); pose proof (success_gap n); lra.
Qed.

(** As printed: wherever the limit exists it is at most 2 delta-star. *)
Corollary theorem_5_printed y : is_lim_seq (fun n => p n) x ->
  is_lim_seq (fun n => Rabs (q n - x)) (Finite y) -> y <= 2 * dstar.
Proof using H Hpt Hpi.
  intros L M; pose proof (theorem_5 L) as T.
  rewrite (is_LimSup_seq_unique _ _ (is_lim_LimSup_seq _ _ M)) in T; simpl in T.
  pose proof (success_gap 0); pose proof (Rabs_pos (q 0 - p 0)); lra.
Qed.

(** The case delta-star = 0. *)
Corollary theorem_5_zero : dstar = 0 -> is_lim_seq (fun n => p n) x -> is_lim_seq (fun n => q n) x.
Proof using H Hpt Hpi.
  intros D L; apply (is_lim_seq_ext (fun n => p n)); [|exact L].
  intros n; pose proof (success_gap n) as G; rewrite D in G.
  pose proof (Rabs_pos (q n - p n)); apply Rminus_diag_uniq_sym, Rabs_eq_0; lra.
Qed.
End Theorem5.

(** * The constant is attained *)
(** Two outcomes, exact GRPO policies: one error of size [d], moved from success to failure
    ([s = -1]) or back ([s = 1]) after step [N] and kept, gives the limit [d]. *)
Definition coin (p : R) (o : bool) : R := if o then p else 1 - p.
Definition two : list bool := true :: false :: nil.

Lemma Sum_two f : Sum two f = f true + f false.
Proof. unfold two; simpl; ring. Qed.

Lemma coin_policy p : 0 <= p <= 1 -> policy two (coin p).
Proof.
  intros Hp; split; [intros [|] _; simpl; lra | unfold two, coin; simpl; ring].
Qed.

Lemma coin_success q : success two (fun o => o) q = q true.
Proof. unfold success; rewrite Sum_two; ring. Qed.

Section Attained.
Context (r b e d x s : R) (N : nat) (r01 : 0 < r < 1) (b0 : 0 < b) (e0 : 0 < e) (d0 : 0 <= d).
Context (Hs : s = 1 \/ s = -1) (L : is_lim_seq (iterate r b e r) x).
Context (room : forall n, (N < n)%nat -> 0 <= iterate r b e r n + s * d <= 1).
Notation exact := (grpo two (fun o => o) (coin r) b e).

Lemma exact_coin n : policy two (exact n)
  /\ exact n true = iterate r b e r n /\ exact n false = 1 - iterate r b e r n.
Proof using r01 b0 e0.
  assert (Href : policy two (coin r)) by (apply coin_policy; lra).
  pose proof (grpo_policy two (fun o => o) (coin r) b e n Href) as P.
  assert (E : exact n true = iterate r b e r n).
  { rewrite <- coin_success, success_grpo; auto; rewrite coin_success; simpl; auto; lra. }
  split; [exact P|]; split; [exact E|].
  pose proof (proj2 P) as M; rewrite Sum_two in M; lra.
Qed.

Definition late (n : nat) : R := if Nat.leb n N then 0 else d.
Definition moved (n : nat) : bool -> R := coin (iterate r b e r n + s * late n).
Definition once (n : nat) : R := if Nat.eqb n (S N) then d else 0.

Lemma moved_TV n : TV two (moved n) (exact n) = late n.
Proof using r01 b0 e0 d0 Hs.
  clear room; destruct (exact_coin n) as [_ [E1 E2]]; unfold TV; rewrite Sum_two, E1, E2;
  change (moved n true) with (iterate r b e r n + s * late n);
  change (moved n false) with (1 - (iterate r b e r n + s * late n)); set (p := iterate r b e r n).
  replace (p + s * late n - p) with (s * late n) by ring.
  replace (1 - (p + s * late n) - (1 - p)) with (- (s * late n)) by ring.
  assert (0 <= late n) by (unfold late; destruct (Nat.leb n N); lra).
  rewrite Rabs_Ropp, Rabs_mult, (Rabs_pos_eq (late n)) by lra.
  replace (Rabs s) with 1 by (destruct Hs as [->| ->]; unfold Rabs; destruct Rcase_abs; lra); field.
Qed.

Lemma late_once n : late (S n) = late n + once (S n).
Proof using Type.
  unfold late, once; destruct (Nat.leb_spec (S n) N), (Nat.leb_spec n N), (Nat.eqb_spec (S n) (S N)); try lia; ring.
Qed.

Theorem attained_from : (forall n, policy two (moved n)) /\ Assumption_1 two moved exact once d
  /\ is_lim_seq (fun n => Rabs (success two (fun o => o) (moved n) - x)) d.
Proof using r01 b0 e0 d0 Hs L room.
  assert (LL : is_lim_seq late d).
  { apply (is_lim_seq_incr_n late (S N)), (is_lim_seq_ext (fun _ => d)); [|apply is_lim_seq_const].
    intros n; unfold late; destruct (Nat.leb_spec (n + S N) N); [lia | reflexivity]. }
  split; [|split; [split; [|split]|]].
  - intros n; apply coin_policy; unfold late; destruct (Nat.leb_spec n N) as [H|H]; [|apply room, H].
    rewrite Rmult_0_r, Rplus_0_r; apply iterate_range; lra.
  - intros o _; unfold moved, late; simpl; unfold coin; destruct o; ring.
  - intros n; rewrite !moved_TV, late_once; split; [|lra].
    unfold once; destruct (Nat.eqb (S n) (S N)); lra.
  - apply (is_lim_seq_ext late); [|exact LL]; intros n.
    induction n as [|n IH]; [reflexivity | rewrite sum_delta_S, late_once, IH; reflexivity].
  - evar_last.
    + apply (is_lim_seq_abs _ (x + s * d - x)).
      apply (is_lim_seq_ext (fun n => iterate r b e r n + s * late n - x));
        [intros n; rewrite coin_success; reflexivity|].
      apply is_lim_seq_minus'; [|apply is_lim_seq_const]; apply is_lim_seq_plus'; [exact L|].
      apply (is_lim_seq_scal_l late s d), LL.
    + simpl; f_equal; replace (x + s * d - x) with (s * d) by ring; rewrite Rabs_mult, (Rabs_pos_eq d) by lra.
      replace (Rabs s) with 1 by (destruct Hs as [->| ->]; unfold Rabs; destruct Rcase_abs; lra); ring.
Qed.
End Attained.

(** For every delta-star below max (x, 1 - x), in every convergent case. *)
Theorem theorem_5_attained (r b e d x : R) : 0 < r < 1 -> 0 < b -> 0 < e -> 0 <= d < Rmax x (1 - x) ->
  is_lim_seq (iterate r b e r) x ->
  exists (pt : nat -> bool -> R) (delta : nat -> R),
    (forall n, policy two (pt n))
    /\ Assumption_1 two pt (grpo two (fun o => o) (coin r) b e) delta d
    /\ is_lim_seq (fun n => Rabs (success two (fun o => o) (pt n) - x)) d.
Proof.
  intros r01 b0 e0 [d0 Hd] L; pose proof (fun n => iterate_range r b e r01 r n ltac:(lra)) as I.
  assert (K : forall eps, 0 < eps -> exists N, forall n, (N < n)%nat -> Rabs (iterate r b e r n - x) < eps).
  { intros eps He; pose proof (proj2 (is_lim_seq_spec _ _) L) as Ls; destruct (Ls (mkposreal eps He)) as [N HN].
    exists N; intros n Hn; apply HN; lia. }
  assert (C : d < x \/ d < 1 - x) by (unfold Rmax in Hd; destruct Rle_dec; auto).
  destruct C as [C|C]; [destruct (K (x - d)) as [N HN] | destruct (K (1 - x - d)) as [N HN]]; try lra.
  - exists (moved r b e d (-1) N), (once d N); apply attained_from; auto; intros n Hn.
    pose proof (HN n Hn) as A; apply Rabs_lt_between in A; pose proof (I n); lra.
  - exists (moved r b e d 1 N), (once d N); apply attained_from; auto; intros n Hn.
    pose proof (HN n Hn) as A; apply Rabs_lt_between in A; pose proof (I n); lra.
Qed.
