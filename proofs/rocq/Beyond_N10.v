(** N10, Theorem 5 repaired. (a) is Theorem5.v: limsup, constant delta-star, attained. Here:
    (b) if each step is close in total variation to the exact step taken from the actual policy,
    errors do not accumulate: the success probability never falls below h(1/2) by more than the
    error of the last step. (c) for beta > B_max and an error eta per step in logit units the
    orbit stays within eta / (1 - B_max / beta) of the fixed point, in the upper limit. *)
From Coq Require Import Reals Lra Psatz List.
From Coquelicot Require Import Coquelicot.
From GRPO Require Import Defs FiniteSum Theorem1 Theorem2 Theorem5 Theorem6 Logit Beyond_N1_N2 Beyond_N4.
Open Scope R_scope.

(** * (b) *)
Section Steps.
Context {A : Type} (l : list A) (good : A -> bool) (ref : A -> R) (b e : R).
Context (b0 : 0 < b) (e0 : 0 < e) (Href : policy l ref) (r01 : 0 < success l good ref < 1).
Context (pt : nat -> A -> R) (d : nat -> R) (Hpt : forall n, policy l (pt n)).
Notation r := (success l good ref).
Notation q n := (success l good (pt n)).
Context (close : forall n, TV l (pt (S n)) (optimal l good ref b e (q n)) <= d n).

(** One approximate step is one step of [h], up to its error. *)
Theorem n10_step n : Rabs (q (S n) - h r b e (q n)) <= d n.
Proof using b0 e0 Href r01 Hpt close.
  rewrite <- (success_step l good ref b e b0 e0 Href (q n)) by (auto using success_range; lra).
  apply (Rle_trans _ (TV l (pt (S n)) (optimal l good ref b e (q n)))); [|apply close].
  apply event_le_TV; rewrite (proj2 (optimal_policy l good ref b e (q n) Href)); apply Hpt.
Qed.

Theorem n10_no_accumulation n : h r b e (1 / 2) - d n <= q (S n).
Proof using b0 e0 Href r01 Hpt close.
  pose proof (n10_step n) as N; apply Rabs_le_between in N.
  pose proof (n1_amplification r b e r01 b0 e0 (q n) (success_range l good (pt n) (Hpt n))); lra.
Qed.
End Steps.

(** * (c) *)
Section Logit.
Context (r b e eta : R) (r01 : 0 < r < 1) (e0 : 0 < e) (Hb : B_max e < b).
Context (q : nat -> R) (q01 : forall n, 0 < q n < 1) (p : R) (F : fixed r b e p).
Context (step : forall n, Rabs (logit (q (S n)) - logit (h r b e (q n))) <= eta).
Notation c := (B_max e / b).

Lemma c_range : 0 <= c < 1.
Proof using e0 Hb.
  pose proof (B_max_pos e e0); split; [apply Rlt_le, Rdiv_lt_0_compat; lra | apply Rlt_div_l; lra].
Qed.

Theorem n10_logit_bound n :
  Rabs (logit (q n) - logit p) <= c ^ n * Rabs (logit (q 0%nat) - logit p) + eta / (1 - c).
Proof using r01 e0 Hb q01 F step.
  pose proof c_range as Hc; pose proof (Rle_trans _ _ _ (Rabs_pos _) (step 0%nat)) as E0.
  assert (K : eta = (1 - c) * (eta / (1 - c))) by (field; pose proof (B_max_pos e e0); lra).
  assert (0 <= eta / (1 - c)) by (apply Rmult_le_pos; [lra | apply Rlt_le, Rinv_0_lt_compat; lra]).
  induction n as [|n IH]; [simpl; lra|].
  apply fixed_T in F; auto; destruct F as [Hp Tp].
  pose proof (step n) as St; replace (q n) with (sigma (logit (q n))) in St by (apply sigma_logit, q01).
  rewrite logit_h_T in St by assumption.
  pose proof (T_contraction r b e e0 ltac:(lra) (logit (q n)) (logit p)) as C; rewrite Tp in C.
  replace (logit (q (S n)) - logit p)
    with ((logit (q (S n)) - T r b e (logit (q n))) + (T r b e (logit (q n)) - logit p)) by ring.
  apply (Rle_trans _ _ _ (Rabs_triang _ _)); set (k := c) in *; set (s := eta / (1 - k)) in *.
  apply (Rmult_le_compat_l k) in IH; [|lra]; simpl.
  rewrite Rmult_plus_distr_l, <- Rmult_assoc in IH; lra.
Qed.

Theorem n10_logit_limsup :
  Rbar_le (LimSup_seq (fun n => Rabs (logit (q n) - logit p))) (eta / (1 - c)).
Proof using r01 e0 Hb q01 F step.
  pose proof c_range as Hc; set (D := Rabs (logit (q 0%nat) - logit p)).
  assert (L : is_LimSup_seq (fun n => c ^ n * D + eta / (1 - c)) (eta / (1 - c))).
  { apply is_lim_LimSup_seq; evar_last; [apply is_lim_seq_plus'; [|apply is_lim_seq_const]|].
    - apply (geometric_limit _ 0 c D Hc); intros n; rewrite Rminus_0_r, Rabs_pos_eq; [lra|].
      apply Rmult_le_pos; [apply pow_le; lra | apply Rabs_pos].
    - rewrite Rplus_0_l; reflexivity. }
  rewrite <- (is_LimSup_seq_unique _ _ L); apply LimSup_le; exists 0%nat; intros n _; apply n10_logit_bound.
Qed.
End Logit.
