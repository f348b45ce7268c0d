(** Theorem 5 as printed speaks of the limit of |p~_n - p-star|; under Assumption 1 that limit
    need not exist. The example: two right answers and one wrong, p_ref = 1/2, beta = eps = 1,
    the error 1/4 made once; afterwards it goes by turns from one right answer to the other
    (odd success unchanged) and from a right answer to the wrong one.
    Then the formula for TV in the proof: its supremum needs the bound |f| <= 1. *)
From Coq Require Import Reals Lra Psatz List Lia.
From Coquelicot Require Import Coquelicot.
From GRPO Require Import Defs FiniteSum Theorem1 Theorem2 Theorem5 Beyond_N1_N2 Beyond_N5_N8 Beyond_L1_L3.
Open Scope R_scope.

Inductive answer := right1 | right2 | wrong.
Definition answers : list answer := right1 :: right2 :: wrong :: nil.
Definition good (o : answer) : bool := match o with wrong => false | _ => true end.
Definition ref (o : answer) : R := match o with wrong => 1 / 2 | _ => 1 / 4 end.
Notation exact := (grpo answers good ref 1 1).
Notation p_ := (iterate (1 / 2) 1 1 (1 / 2)).

(** The error at step n. *)
Definition shift (n : nat) (o : answer) : R :=
  match n, Nat.even n, o with
  | O, _, _ => 0
  | _, _, right1 => - (1 / 4)
  | _, true, right2 => 1 / 4
  | _, false, right2 => 0
  | _, true, wrong => 0
  | _, false, wrong => 1 / 4
  end.
Definition approximate (n : nat) (o : answer) : R := exact n o + shift n o.
Definition error (n : nat) : R := match n with 1%nat => 1 / 4 | _ => 0 end.

Lemma ref_policy : policy answers ref.
Proof. split; [intros [| |] _; simpl; lra | unfold answers; simpl; lra]. Qed.

Lemma ref_success : success answers good ref = 1 / 2.
Proof. unfold success, answers; simpl; lra. Qed.

Lemma exact_success n : success answers good (exact n) = p_ n.
Proof. rewrite success_grpo, ref_success; auto using ref_policy; rewrite ?ref_success; lra. Qed.

Lemma exact_values n o : exact n o = match o with wrong => 1 - p_ n | _ => p_ n / 2 end.
Proof.
  rewrite (l1_tilt answers good ref 1 1) by (rewrite ?ref_success; auto using ref_policy; try lra;
    destruct o; simpl; auto).
  rewrite exact_success, ref_success; destruct o; simpl; field.
Qed.

Lemma p_range n : 1 / 2 <= p_ n <= 1.
Proof.
  destruct n as [|n]; [simpl; lra|].
  pose proof (n1_iterates (1 / 2) 1 1 ltac:(lra) ltac:(lra) ltac:(lra) (1 / 2) n ltac:(lra)).
  pose proof (iterate_inside (1 / 2) 1 1 ltac:(lra) (1 / 2) n ltac:(lra)); lra.
Qed.

Lemma approximate_policy n : policy answers (approximate n).
Proof.
  pose proof (p_range n) as I; split; [intros o _ | unfold answers; cbn [Sum fold_right]];
    unfold approximate; rewrite !exact_values; revert I; generalize (p_ n); intros P I;
    destruct n; unfold shift; try destruct (Nat.even _); [destruct o .. | | |]; lra.
Qed.

Lemma approximate_TV n : TV answers (approximate n) (exact n) = match n with O => 0 | _ => 1 / 4 end.
Proof.
  unfold TV, answers, approximate; simpl.
  assert (E : forall o, exact n o + shift n o - exact n o = shift n o) by (intros; ring).
  rewrite !E; destruct n; unfold shift; [rewrite !Rabs_R0; lra|].
  destruct (Nat.even _); rewrite Rabs_Ropp, Rabs_R0, Rabs_pos_eq; lra.
Qed.

Lemma assumption : Assumption_1 answers approximate exact error (1 / 4).
Proof.
  split; [intros o _; unfold approximate, shift; simpl; ring|]; split.
  - intros n; rewrite !approximate_TV; destruct n as [|n]; simpl; lra.
  - apply is_lim_seq_incr_1, (is_lim_seq_ext (fun _ => 1 / 4)); [|apply is_lim_seq_const].
    induction n as [|n IH]; [simpl; ring | rewrite sum_delta_S, <- IH; simpl; ring].
Qed.

Lemma approximate_success n :
  success answers good (approximate (S n)) = p_ (S n) - if Nat.even (S n) then 0 else 1 / 4.
Proof.
  unfold success, answers, good, approximate; cbn [Sum fold_right]; rewrite !exact_values; unfold shift.
  destruct (Nat.even (S n)); field.
Qed.

Theorem theorem_5_limit_refuted : exists x : R,
  fixed (1 / 2) 1 1 x
  /\ is_lim_seq (fun n => success answers good (exact n)) x
  /\ (forall n, policy answers (approximate n))
  /\ Assumption_1 answers approximate exact error (1 / 4)
  /\ forall y : Rbar, ~ is_lim_seq (fun n => Rabs (success answers good (approximate n) - x)) y.
Proof.
  destruct (n5_from_reference (1 / 2) 1 1 ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra)) as [_ [x [F [_ [_ L]]]]].
  exists x; split; [exact F|]; split; [apply (is_lim_seq_ext p_); [intros; symmetry; apply exact_success | exact L]|].
  split; [apply approximate_policy|]; split; [apply assumption|]; intros y Ly.
  assert (Sub : forall k, is_lim_seq (fun n => p_ (2 * n + S k)%nat) x).
  { intros k; apply (is_lim_seq_subseq p_ x (fun n => (2 * n + S k)%nat)); [|exact L].
    apply eventually_subseq; intros; lia. }
  assert (Sy : forall k, is_lim_seq (fun n => Rabs (success answers good (approximate (2 * n + S k)%nat) - x)) y).
  { intros k; apply (is_lim_seq_subseq (fun n => Rabs (success answers good (approximate n) - x)) y
      (fun n => (2 * n + S k)%nat)); [|exact Ly].
    apply eventually_subseq; intros; lia. }
  assert (Lim : forall k c, (forall n, success answers good (approximate (2 * n + S k)%nat) = p_ (2 * n + S k)%nat - c) ->
             y = Rabs (x - c - x)).
  { intros k c E; rewrite <- (is_lim_seq_unique _ _ (Sy k)).
    apply is_lim_seq_unique, (is_lim_seq_ext (fun n => Rabs (p_ (2 * n + S k)%nat - c - x)));
      [intros; rewrite E; reflexivity|].
    apply (is_lim_seq_abs _ (x - c - x)), is_lim_seq_minus'; [|apply is_lim_seq_const].
    apply is_lim_seq_minus'; [apply Sub | apply is_lim_seq_const]. }
  assert (Y1 := Lim 0%nat (1 / 4)); assert (Y2 := Lim 1%nat 0).
  rewrite Y1 in Y2.
  - specialize (Y2 ltac:(intros n; replace (2 * n + 2)%nat with (S (2 * n + 1)) by lia;
      rewrite approximate_success; replace (S (2 * n + 1)) with (2 * (n + 1))%nat by lia;
      rewrite Nat.even_mul; simpl; reflexivity)).
    injection Y2; replace (x - 1 / 4 - x) with (- (1 / 4)) by ring; replace (x - 0 - x) with 0 by ring.
    rewrite Rabs_Ropp, Rabs_R0, Rabs_pos_eq; lra.
  - intros n; replace (2 * n + 1)%nat with (S (2 * n)) by lia; rewrite approximate_success.
    rewrite Nat.even_succ, <- Nat.negb_even, Nat.even_mul; reflexivity.
Qed.

(** * TV as a supremum over functions *)
Section Supremum.
Context {A : Type} (l : list A) (P Q : A -> R).
Notation gap f := (/ 2 * (Sum l (fun o => P o * f o) - Sum l (fun o => Q o * f o))).

Lemma gap_scal c f : gap (fun o => c * f o) = c * gap f.
Proof using Type.
  transitivity (/ 2 * (c * Sum l (fun o => P o * f o) - c * Sum l (fun o => Q o * f o))); [|ring].
  rewrite <- !Sum_scal; f_equal; f_equal; apply Sum_ext; intros; ring.
Qed.

(** With |f| <= 1 it is the total variation, attained by the sign of P - Q. *)
Theorem TV_supremum : (forall f, (forall o, In o l -> Rabs (f o) <= 1) -> gap f <= TV l P Q)
  /\ exists f, (forall o, In o l -> Rabs (f o) <= 1) /\ gap f = TV l P Q.
Proof using Type.
  assert (E : forall f, gap f = / 2 * Sum l (fun o => (P o - Q o) * f o)).
  { intros f; rewrite <- Sum_minus; f_equal; apply Sum_ext; intros; ring. }
  split.
  - intros f Hf; rewrite E; apply Rmult_le_compat_l; [lra|]; apply Sum_le; intros o Ho.
    apply (Rle_trans _ _ _ (Rle_abs _)); rewrite Rabs_mult; specialize (Hf o Ho).
    pose proof (Rabs_pos (P o - Q o)); nra.
  - exists (fun o => if Rle_dec (Q o) (P o) then 1 else -1); split.
    + intros o _; destruct Rle_dec; unfold Rabs; destruct Rcase_abs; lra.
    + rewrite E; unfold TV; f_equal; apply Sum_ext; intros o _; destruct Rle_dec;
        [rewrite Rabs_pos_eq | rewrite Rabs_left]; lra.
Qed.

(** Without the bound on f, as printed, it is infinite as soon as P and Q differ. *)
Theorem TV_printed_refuted : 0 < TV l P Q -> forall M, exists f, M < gap f.
Proof using Type.
  intros T M; destruct TV_supremum as [_ [f [_ E]]].
  exists (fun o => (Rabs M + 1) / TV l P Q * f o); rewrite gap_scal, E.
  replace ((Rabs M + 1) / TV l P Q * TV l P Q) with (Rabs M + 1) by (field; lra).
  pose proof (Rle_abs M); lra.
Qed.
End Supremum.
