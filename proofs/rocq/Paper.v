(** The paper's numbered statements, one after the other, each in full, outside any section.
    The proofs are in the files named; this file only collects them for reading. *)
From Coq Require Import Reals Lra List.
From Coquelicot Require Import Coquelicot.
From GRPO Require Import Defs FiniteSum Theorem1 Proposition1 Lemma1 Theorem5.
From GRPO Require Section2 Theorem2 Lemmas2to4 Theorem3 Theorem4 Theorem6.
Open Scope R_scope.

(** Section 2: the stabilised contrastive loss with clipping (Section 2.2)... *)
Theorem section_2_2 (A : Type) (l : list A) (good : A -> bool) (old new : A -> R) (eps e : R) :
  0 <= eps -> policy l old -> 0 < e ->
  let p := success l good old in
  Sum l (fun o => old o * Section2.f_clip eps (new o / old o) (Section2.advantage e p (good o)))
  = omega_plus e p * Sum l (fun o => if good o then old o * Rmin (new o / old o) (1 + eps) else 0)
    - omega_minus e p * Sum l (fun o => if good o then 0 else old o * Rmax (new o / old o) (1 - eps)).
Proof. intros; apply Section2.contrastive_stabilised; assumption. Qed.

(** ... and without clipping, Equation (5). *)
Theorem equation_5 (A : Type) (l : list A) (good : A -> bool) (old new : A -> R) (e : R) :
  (forall o, In o l -> old o = 0 -> new o = 0) ->
  let p := success l good old in
  Sum l (fun o => old o * (new o / old o * Section2.advantage e p (good o)))
  = omega_plus e p * success l good new - omega_minus e p * Sum l (fun o => if good o then 0 else new o).
Proof. intros; apply Section2.contrastive_no_clip; assumption. Qed.

(** Theorem 1: the printed policy is the unique maximiser. *)
Theorem theorem_1 (A : Type) (l : list A) (good : A -> bool) (ref : A -> R) (b e p : R) :
  0 < b -> policy l ref ->
  let J := objective l good ref b e p in
  let pi o := 1 / partition (success l good ref) b e p * ref o
              * exp (1 / b * (if good o then omega_plus e p else - omega_minus e p)) in
  policy l pi /\ dominated l pi ref
  /\ (forall q, policy l q -> dominated l q ref -> J q <= J pi)
  /\ (forall q, policy l q -> dominated l q ref -> J pi <= J q -> forall o, In o l -> q o = pi o).
Proof. intros; apply (policy_dynamic l good ref b e p); assumption. Qed.

(** Theorem 2: along any sequence of maximisers from the reference policy. *)
Theorem theorem_2 (A : Type) (l : list A) (good : A -> bool) (ref : A -> R) (b e : R) (pi : nat -> A -> R) :
  0 < b -> 0 < e -> policy l ref -> 0 < success l good ref -> pi 0%nat = ref ->
  (forall n, maximiser l good ref b e (success l good (pi n)) (pi (S n))) ->
  success l good (pi 0%nat) = success l good ref
  /\ forall n, success l good (pi (S n)) = h (success l good ref) b e (success l good (pi n)).
Proof.
  intros b0 e0 Href r0 start M.
  destruct (Theorem2.success_iteration l good ref b e b0 e0 Href pi r0 start M) as [H0 [H _]]; auto.
Qed.

(** Proposition 1. *)
Theorem proposition_1 (r b e : R) : 0 < r < 1 -> 0 < b -> 0 < e ->
  (forall p, 0 <= p <= 1 -> continuous (h r b e) p /\ 0 <= h r b e p <= 1)
  /\ (exists p, 0 <= p <= 1 /\ h r b e p = p)
  /\ (forall p, 0 <= p <= 1 -> is_derive (h r b e) p
        (- h r b e p * (1 - h r b e p) * ((1 - 2 * p) / (2 * b * pow32 (p * (1 - p) + e)))))
  /\ (forall p, 0 <= p < 1 / 2 -> Derive (h r b e) p < 0)
  /\ (forall p, 1 / 2 < p <= 1 -> 0 < Derive (h r b e) p)
  /\ (forall p q, 0 <= p -> p < q -> q <= 1 / 2 -> h r b e q < h r b e p)
  /\ (forall p q, 1 / 2 <= p -> p < q -> q <= 1 -> h r b e p < h r b e q)
  /\ Derive (h r b e) (1 / 2) = 0 /\ (forall p, 0 <= p <= 1 -> h r b e (1 / 2) <= h r b e p).
Proof.
  intros r01 b0 e0; destruct (Proposition1.proposition_1 r b e r01 b0 e0) as [C [E [D [M1 [M2 M3]]]]].
  pose proof (h_derive_sign r b e r01 b0 e0) as Sg.
  repeat (split; [assumption || (intros p Hp; apply Sg; lra)|]); split; [apply Sg; lra | exact M3].
Qed.

(** Lemma 1. *)
Theorem lemma_1 (r b e p : R) : 0 < r < 1 -> 0 < b -> 0 < e -> fixed r b e p ->
  is_derive (h r b e) p (p * (1 - p) * ((2 * p - 1) / (2 * b * pow32 (p * (1 - p) + e))))
  /\ (Rabs (Derive (h r b e) p) < 1
      <-> p * (1 - p) * (Rabs (2 * p - 1) / (2 * pow32 (p * (1 - p) + e))) < b).
Proof. intros; split; [apply Lemma1.lemma_1 | apply Lemma1.lemma_1_condition]; assumption. Qed.

(** Lemma 2. *)
Theorem lemma_2 (r b e : R) : 0 < r < 1 -> 0 < b -> 0 < e -> 0 < h r b e r - r.
Proof. apply Lemmas2to4.lemma_2. Qed.

(** Lemma 3. *)
Theorem lemma_3_1 (z : R) : sigma z * (1 - sigma z) = 1 / (4 * cosh (z / 2) ^ 2).
Proof. apply Lemmas2to4.lemma_3_1. Qed.

Theorem lemma_3_2 (z a : R) : 0 < z -> 0 < a ->
  sigma (z + a) * (1 - sigma (z + a)) <= 1 / (4 * cosh (z / 2) ^ 2 * cosh (a / 2) ^ 2).
Proof. apply Lemmas2to4.lemma_3_2. Qed.

(** Lemma 4. *)
Theorem lemma_4 (r : R) : 1 / 2 < r < 1 ->
  0 < - ln ((1 - r) / r) /\ cosh (- ln ((1 - r) / r) / 2) ^ 2 = 1 / (4 * r * (1 - r)).
Proof. apply Lemmas2to4.lemma_4. Qed.

(** Theorem 3, part (1), part (2), and without a condition. *)
Theorem theorem_3_1 (r b e p : R) : 0 < r < 1 -> 0 < b -> 0 < e -> r <= 1 / 2 ->
  0 <= p <= 1 -> h r b e p = p -> r < p.
Proof. intros; apply (Theorem3.theorem_3_1 r b e); auto; split; assumption. Qed.

Theorem theorem_3_2 (r b e p : R) : 0 < r < 1 -> 0 < b -> 0 < e -> 1 / 2 < r ->
  r * (1 - r) * (2 * r - 1) / (2 * pow32 (r * (1 - r) + e))
    <= b * cosh (1 / (2 * b) * (1 / sqrt (1 / 4 + e))) ^ 2 ->
  0 <= p <= 1 -> h r b e p = p -> r < p.
Proof. intros; apply (Theorem3.theorem_3_2 r b e); auto; split; assumption. Qed.

Theorem theorem_3 (r b e p : R) : 0 < r < 1 -> 0 < b -> 0 < e -> 0 <= p <= 1 -> h r b e p = p -> r < p < 1.
Proof. intros; apply (Theorem3.amplification r b e); auto; split; assumption. Qed.

(** Theorem 4. *)
Theorem theorem_4 (r b e p : R) : 0 < r < 1 -> 0 < b -> 0 < e -> fixed r b e p ->
  Rabs (Derive (h r b e) p) < 1 ->
  exists delta, 0 < delta /\
    (p - delta <= r <= p + delta -> is_lim_seq (iterate r b e r) p)
    /\ forall p0, p - delta <= p0 <= p + delta -> is_lim_seq (iterate r b e p0) p.
Proof.
  intros r01 b0 e0 F D; destruct (Theorem4.theorem_4 r b e r01 b0 e0 p F D) as [delta [d0 H]].
  exists delta; split; [exact d0|]; split; [intros H0; apply H; lra | exact H].
Qed.

(** Theorem 6. *)
Theorem theorem_6 (f df : R -> R) (x : R) :
  (forall y, is_derive f y (df y)) -> (forall y, continuous df y) -> f x = x -> Rabs (df x) < 1 ->
  exists rho k, 0 < rho /\ 0 <= k < 1
    /\ (forall y, x - rho <= y <= x + rho -> Rabs (df y) <= k)
    /\ (forall y z, x - rho <= y <= x + rho -> x - rho <= z <= x + rho ->
          Rabs (f y - f z) <= k * Rabs (y - z))
    /\ (forall y, x - rho <= y <= x + rho -> x - rho <= f y <= x + rho)
    /\ (forall y, x - rho <= y <= x + rho -> f y = y -> y = x)
    /\ (forall y, x - rho <= y <= x + rho -> is_lim_seq (fun n => Nat.iter n f y) x).
Proof. apply Theorem6.theorem_6. Qed.

(** Theorem 5, corrected: upper limit, constant delta-star; then as printed. *)
Theorem theorem_5 (A : Type) (l : list A) (good : A -> bool) (pt pi : nat -> A -> R)
    (delta : nat -> R) (dstar x : R) :
  (forall n, policy l (pt n)) -> (forall n, policy l (pi n)) -> Assumption_1 l pt pi delta dstar ->
  is_lim_seq (fun n => success l good (pi n)) x ->
  Rbar_le (LimSup_seq (fun n => Rabs (success l good (pt n) - x))) dstar
  /\ (forall y : R, is_lim_seq (fun n => Rabs (success l good (pt n) - x)) y -> y <= 2 * dstar)
  /\ (dstar = 0 -> is_lim_seq (fun n => success l good (pt n)) x).
Proof.
  intros Hpt Hpi H L; split; [apply (theorem_5 l good pt pi delta); assumption|]; split.
  - intros y; apply (theorem_5_printed l good pt pi delta); assumption.
  - intros D; apply (theorem_5_zero l good pt pi delta dstar); assumption.
Qed.
