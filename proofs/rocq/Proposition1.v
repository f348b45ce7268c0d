(** Proposition 1: [h] is continuous from [0,1] to [0,1] and has a fixed point; its derivative;
    it decreases strictly on [0,1/2], increases strictly on [1/2,1], and is least at 1/2.
    Then the remark that follows it: a limit of the iteration is a fixed point. *)
From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GRPO Require Import Defs.
Open Scope R_scope.

(** The right-hand side of Proposition 1, as printed; [y] stands for h(p). *)
Definition slope (b e y p : R) : R :=
  - y * (1 - y) * ((1 - 2 * p) / (2 * b * pow32 (p * (1 - p) + e))).

Lemma pow32_pos x : 0 < x -> 0 < pow32 x.
Proof. intros; apply pow_lt, sqrt_lt_R0; assumption. Qed.

Lemma gain_derive e p : 0 < e -> 0 <= p <= 1 ->
  is_derive (gain e) p ((2 * p - 1) / (2 * pow32 (p * (1 - p) + e))).
Proof.
  intros e0 Hp; pose proof (v_pos e e0 p Hp); pose proof (s_pos e e0 p Hp).
  unfold gain, pow32; auto_derive; unfold Rminus in *.
  - repeat split; lra.
  - set (s := sqrt _) in *; field; lra.
Qed.

Lemma gain_continuous e p : 0 < e -> 0 <= p <= 1 -> continuous (gain e) p.
Proof.
  intros e0 Hp; apply (ex_derive_continuous (gain e)); eexists; apply gain_derive; assumption.
Qed.

Section Proposition1.
Context (r b e : R) (r01 : 0 < r < 1) (b0 : 0 < b) (e0 : 0 < e).
Notation h := (h r b e).

(** The derivative of Proposition 1, as printed. *)
Theorem h_derive p : 0 <= p <= 1 ->
  is_derive h p (- h p * (1 - h p) * ((1 - 2 * p) / (2 * b * pow32 (p * (1 - p) + e)))).
Proof using r01 b0 e0.
  intros Hp; pose proof (h_den_pos r b e r01 p) as D.
  pose proof (pow32_pos _ (v_pos e e0 p Hp)) as P.
  unfold Defs.h in *; set (c := (1 - r) / r) in *.
  evar_last.
  - apply (is_derive_comp (fun y => 1 / (1 + c * exp (- (1 / b * y)))) (gain e)).
    + auto_derive; [lra | reflexivity].
    + apply gain_derive; assumption.
  - unfold scal; simpl; unfold mult; simpl.
    set (E := exp _) in *; assert (0 < E) by apply exp_pos; field; repeat split; lra.
Qed.

Lemma h_continuous p : 0 <= p <= 1 -> continuous h p.
Proof using r01 b0 e0.
  intros Hp; apply (ex_derive_continuous h); eexists; apply h_derive, Hp.
Qed.

Lemma h_continuity_pt p : 0 <= p <= 1 -> continuity_pt h p.
Proof using r01 b0 e0. intros Hp; apply continuity_pt_filterlim, h_continuous, Hp. Qed.

(** Existence, by the intermediate value theorem. *)
Theorem fixed_point_exists : exists p, fixed r b e p.
Proof using r01 b0 e0.
  destruct (Ranalysis5.IVT_interv (fun p => p - h p) 0 1) as [p [Hp E]].
  - intros a Ha; apply continuity_pt_minus; [apply derivable_continuous_pt, derivable_pt_id|].
    apply h_continuity_pt, Ha.
  - lra.
  - pose proof (h_range r b e r01 0); lra.
  - pose proof (h_range r b e r01 1); lra.
  - exists p; split; [exact Hp | lra].
Qed.

(** The sign of the derivative. *)
Theorem h_derive_sign p : 0 <= p <= 1 ->
  (p < 1 / 2 -> Derive h p < 0) /\ (p = 1 / 2 -> Derive h p = 0) /\ (1 / 2 < p -> 0 < Derive h p).
Proof using r01 b0 e0.
  intros Hp; rewrite (is_derive_unique _ _ _ (h_derive p Hp)).
  pose proof (pow32_pos _ (v_pos e e0 p Hp)); pose proof (h_range r b e r01 p).
  assert (Hc : 0 < h p * (1 - h p) / (2 * b * pow32 (p * (1 - p) + e)))
    by (apply Rdiv_lt_0_compat; nra).
  replace (- h p * (1 - h p) * _)
    with (h p * (1 - h p) / (2 * b * pow32 (p * (1 - p) + e)) * (2 * p - 1)) by (field; lra).
  repeat split; intros; nra.
Qed.

(** Strict monotonicity either side of 1/2, closed intervals. *)
Theorem h_decreasing p q : 0 <= p -> p < q -> q <= 1 / 2 -> h q < h p.
Proof using r01 b0 e0. intros; apply h_anti; auto; [lra | nra]. Qed.

Theorem h_increasing p q : 1 / 2 <= p -> p < q -> q <= 1 -> h p < h q.
Proof using r01 b0 e0. intros; apply h_anti; auto; [lra | nra]. Qed.

Lemma h_increasing_le p q : 1 / 2 <= p -> p <= q -> q <= 1 -> h p <= h q.
Proof using r01 b0 e0. intros; apply h_anti_le; auto; [lra | nra]. Qed.

(** The minimum, attained at 1/2 only. *)
Theorem h_minimum p : 0 <= p <= 1 -> h (1 / 2) <= h p /\ (h p = h (1 / 2) -> p = 1 / 2).
Proof using r01 b0 e0.
  intros Hp; split; [apply h_anti_le; auto; pose proof (pow2_ge_0 (p - 1 / 2)); lra|].
  intros E; destruct (Rtotal_order p (1 / 2)) as [L|[E'|G]]; [|exact E'|].
  - pose proof (h_decreasing p (1 / 2)); lra.
  - pose proof (h_increasing (1 / 2) p); lra.
Qed.

(** Proposition 1, in one statement. *)
Theorem proposition_1 :
  (forall p, 0 <= p <= 1 -> continuous h p /\ 0 <= h p <= 1)
  /\ (exists p, 0 <= p <= 1 /\ h p = p)
  /\ (forall p, 0 <= p <= 1 ->
        is_derive h p (- h p * (1 - h p) * ((1 - 2 * p) / (2 * b * pow32 (p * (1 - p) + e)))))
  /\ (forall p q, 0 <= p -> p < q -> q <= 1 / 2 -> h q < h p)
  /\ (forall p q, 1 / 2 <= p -> p < q -> q <= 1 -> h p < h q)
  /\ (forall p, 0 <= p <= 1 -> h (1 / 2) <= h p).
Proof using r01 b0 e0.
  split; [intros p Hp; split; [apply h_continuous, Hp | pose proof (h_range r b e r01 p); lra]|].
  split; [apply fixed_point_exists|]; split; [apply h_derive|].
  split; [apply h_decreasing|]; split; [apply h_increasing | apply h_minimum].
Qed.

(** If the iteration converges, its limit is a fixed point. *)
Theorem limit_is_fixed (p0 x : R) : 0 <= p0 <= 1 ->
  is_lim_seq (iterate r b e p0) x -> fixed r b e x.
Proof using r01 b0 e0.
  intros H0 L.
  assert (Hx : 0 <= x <= 1).
  { split; [change (Rbar_le 0 x) | change (Rbar_le x 1)].
    - apply (is_lim_seq_le (fun _ => 0) (iterate r b e p0)); auto using is_lim_seq_const.
      intros n; apply iterate_range; assumption.
    - apply (is_lim_seq_le (iterate r b e p0) (fun _ => 1)); auto using is_lim_seq_const.
      intros n; apply iterate_range; assumption. }
  split; [exact Hx|].
  assert (L2 : is_lim_seq (fun n => iterate r b e p0 (S n)) (h x)).
  { apply (is_lim_seq_continuous h (iterate r b e p0)); [apply h_continuity_pt, Hx | exact L]. }
  apply is_lim_seq_incr_1 in L.
  pose proof (is_lim_seq_unique _ _ L) as U1; pose proof (is_lim_seq_unique _ _ L2) as U2.
  rewrite U1 in U2; now injection U2.
Qed.
End Proposition1.
