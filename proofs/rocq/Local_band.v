(** Theorem 4 with all that its proof gives, and the core of Theorem 6 for sequences. *)
From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From GRPO Require Import Defs Proposition1 Lemma1 Logit Theorem6.
Open Scope R_scope.

Section Band.
Context (r b e p : R) (r01 : 0 < r < 1) (b0 : 0 < b) (e0 : 0 < e) (F : fixed r b e p) (St : B e p < b).
Notation h := (h r b e).
Notation dh x := (- h x * (1 - h x) * ((1 - 2 * x) / (2 * b * pow32 (x * (1 - x) + e)))).

Lemma slope_continuous x : 0 <= x <= 1 -> continuous (fun x => dh x) x.
Proof using r01 b0 e0.
  intros Hx; pose proof (h_continuous r b e r01 b0 e0 x Hx) as C; pose proof (v_pos e e0 x Hx) as V.
  pose proof (pow32_pos _ V) as P.
  apply (continuous_mult (K := R_AbsRing) (fun x => - h x * (1 - h x)) (fun x => (1 - 2 * x) / (2 * b * pow32 (x * (1 - x) + e)))).
  - apply (continuous_mult (K := R_AbsRing) (fun x => - h x) (fun x => 1 - h x)).
    + apply (continuous_opp (V := R_NormedModule)), C.
    + apply (continuous_minus (V := R_NormedModule)); [apply continuous_const | exact C].
  - apply (ex_derive_continuous (V := R_NormedModule)); unfold pow32 in *; auto_derive.
    replace (x * (1 + - x) + e) with (x * (1 - x) + e) by ring; repeat split; try lra.
    apply Rgt_not_eq, Rmult_lt_0_compat; [lra | exact P].
Qed.

Lemma slope_at : Rabs (dh p) < 1.
Proof using r01 b0 e0 F St.
  pose proof (lemma_1 r b e r01 b0 e0 p F) as K; pose proof (h_derive r b e r01 b0 e0 p (proj1 F)) as K'.
  rewrite <- (is_derive_unique _ _ _ K'), (is_derive_unique _ _ _ K), multiplier_abs by (try assumption; exact (proj1 F)).
  apply Rlt_div_l; lra.
Qed.

(** An interval about the fixed point on which the map contracts. *)
Theorem local_band : exists rho k, 0 < rho /\ 0 <= k < 1 /\ forall x, p - rho <= x <= p + rho ->
  0 <= x <= 1 /\ (exists d, is_derive h x d /\ Rabs d <= k) /\ p - rho <= h x <= p + rho /\ (h x = x -> x = p)
  /\ (forall n, Rabs (iterate r b e x n - p) <= k ^ n * Rabs (x - p)) /\ is_lim_seq (iterate r b e x) p.
Proof using r01 b0 e0 F St.
  pose proof (fixed_inside r b e r01 p F) as Hp; pose proof slope_at as S.
  set (k := (1 + Rabs (dh p)) / 2); assert (Hk : 0 <= k < 1) by (unfold k; pose proof (Rabs_pos (dh p)); lra).
  assert (N : locally p (fun x => Rabs (dh x) < k)).
  { apply (continuous_Rabs_comp (fun x => dh x) p (slope_continuous p ltac:(lra)) (fun y => y < k)), open_lt; unfold k; lra. }
  destruct N as [d Hd]; set (rho := Rmin (d / 2) (Rmin (p / 2) ((1 - p) / 2))).
  assert (R1 : rho <= d / 2) by apply Rmin_l.
  assert (R2 : rho <= p / 2) by (eapply Rle_trans; [apply Rmin_r | apply Rmin_l]).
  assert (R3 : rho <= (1 - p) / 2) by (eapply Rle_trans; [apply Rmin_r | apply Rmin_r]).
  assert (R0 : 0 < rho) by (unfold rho; pose proof (cond_pos d); repeat apply Rmin_glb_lt; lra).
  assert (U : forall x, p - rho <= x <= p + rho -> 0 <= x <= 1) by (intros; lra).
  assert (D : forall x, p - rho <= x <= p + rho -> Rabs (dh x) <= k).
  { intros x Hx; apply Rlt_le, Hd; change (Rabs (x - p) < d); apply Rabs_def1; pose proof (cond_pos d); lra. }
  assert (L : forall x, p - rho <= x <= p + rho -> Rabs (h x - p) <= k * Rabs (x - p)).
  { intros x Hx; rewrite <- (proj2 F) at 1.
    apply (lipschitz_of_derive h (fun x => dh x) (p - rho) (p + rho)); [| exact D | exact Hx | lra].
    intros t Ht; apply h_derive; auto. }
  assert (I : forall x, p - rho <= x <= p + rho -> p - rho <= h x <= p + rho).
  { intros x Hx; specialize (L x Hx); assert (A : Rabs (x - p) <= rho) by (apply Rabs_le; lra).
    assert (Rabs (h x - p) <= rho) as M by (pose proof (Rabs_pos (x - p)); nra); apply Rabs_le_between in M; lra. }
  assert (Q : forall x n, p - rho <= x <= p + rho -> p - rho <= iterate r b e x n <= p + rho
    /\ Rabs (iterate r b e x n - p) <= k ^ n * Rabs (x - p)).
  { intros x n Hx; induction n as [|n [IH1 IH2]]; [simpl; split; [exact Hx | unfold iterate; simpl; lra]|]; rewrite iterate_S.
    split; [apply I, IH1|]; eapply Rle_trans; [apply L, IH1|].
    simpl; rewrite Rmult_assoc; apply Rmult_le_compat_l; [lra | exact IH2]. }
  exists rho, k; split; [exact R0|]; split; [exact Hk|]; intros x Hx; split; [exact (U x Hx)|]; split.
  { exists (dh x); split; [apply h_derive; auto | apply D, Hx]. }
  split; [apply I, Hx|]; split.
  { intros E; specialize (L x Hx); rewrite E in L; pose proof (Rabs_pos (x - p)).
    assert (Z : Rabs (x - p) = 0) by nra; apply Rabs_eq_0 in Z; lra. }
  split; [intros n; apply Q, Hx | apply (geometric_limit _ _ k (Rabs (x - p)) Hk); intros n; apply Q, Hx].
Qed.
End Band.

(** What a factor of size at most k < 1 at every step does. *)
Theorem contracted (u : nat -> R) (x k : R) : k < 1 -> (forall n, exists s, Rabs s <= k /\ u (S n) - x = s * (u n - x)) ->
  (forall n, Rabs (x - u n) <= k ^ n * Rabs (x - u 0%nat)) /\ is_lim_seq u x.
Proof.
  intros k1 H; assert (Hk : 0 <= k < 1) by (destruct (H 0%nat) as [s [Hs _]]; pose proof (Rabs_pos s); lra).
  assert (G : forall n, Rabs (u n - x) <= k ^ n * Rabs (u 0%nat - x)).
  { apply geometric_rate; [lra|]; intros n; destruct (H n) as [s [Hs ->]]; rewrite Rabs_mult.
    apply Rmult_le_compat_r; [apply Rabs_pos | exact Hs]. }
  split; [intros n; rewrite !(Rabs_minus_sym x); apply G | apply (geometric_limit u x k (Rabs (u 0%nat - x)) Hk G)].
Qed.
