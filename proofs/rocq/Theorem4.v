(** Theorem 4 (local fixed point convergence) and its condition in the form of Lemma 1,
    beta > B(p-star). The iteration may start anywhere in the neighbourhood; the paper's start
    p_0 = p_ref is one such point. *)
From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From GRPO Require Import Defs Proposition1 Lemma1 Theorem6.
Open Scope R_scope.

Section Theorem4.
Context (r b e : R) (r01 : 0 < r < 1) (b0 : 0 < b) (e0 : 0 < e).

Theorem theorem_4 p : fixed r b e p -> Rabs (Derive (h r b e) p) < 1 ->
  exists delta, 0 < delta /\
    forall p0, p - delta <= p0 <= p + delta -> is_lim_seq (iterate r b e p0) p.
Proof using r01 b0 e0.
  intros F H.
  destruct (local_attraction (h r b e) p (Derive (h r b e) p)) as [rho [c [Hr [_ L]]]].
  - apply F.
  - apply Derive_correct; eexists; apply (lemma_1 r b e r01 b0 e0 p F).
  - exact H.
  - exists rho; split; [exact Hr|]; intros p0 Hp; apply L, Rabs_le_between; lra.
Qed.

(** With the condition of Lemma 1. *)
Theorem theorem_4_bound p : fixed r b e p -> B e p < b ->
  exists delta, 0 < delta /\
    forall p0, p - delta <= p0 <= p + delta -> is_lim_seq (iterate r b e p0) p.
Proof using r01 b0 e0.
  intros F H; apply theorem_4; [exact F|]; apply lemma_1_condition; assumption.
Qed.
End Theorem4.
