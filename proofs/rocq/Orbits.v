(** A convergence theorem for iterations on the line: if x + F(x) increases strictly (that is,
    F' >= -1 with no interval of equality) then every bounded orbit of the continuous map F
    converges to a fixed point. It serves N4 at its threshold and L4.

    The heart is a statement on sequences: a point from which the orbit steps up stays below
    the whole rest of the orbit. *)
From Coq Require Import Reals Lra Psatz Lia Classical.
From Coquelicot Require Import Coquelicot.
Open Scope R_scope.

Section UpMoves.
Context (x : nat -> R) (H : forall i j, x i < x j -> x i + x (S i) < x j + x (S j)).

(** Invariant: the highest starting point [i] of an up move so far lies below [x k], which has
    not climbed above the end of that move. *)
Lemma up_invariant k :
  (forall j, (j < k)%nat -> ~ x j < x (S j))
  \/ exists i, (i < k)%nat /\ x i < x k <= x (S i) /\ forall j, (j < k)%nat -> x j < x (S j) -> x j <= x i.
Proof using H.
  induction k as [|k IH]; [left; intros j Hj; lia|].
  destruct (Rlt_or_le (x k) (x (S k))) as [Up|Down].
  - right; exists k; split; [lia|]; split; [lra|]; intros j Hj Uj.
    destruct (Nat.eq_dec j k) as [->|N]; [lra|].
    destruct IH as [IH|[i [Hi [Bi Mi]]]]; [exfalso; apply (IH j); [lia | exact Uj]|].
    pose proof (Mi j ltac:(lia) Uj); lra.
  - destruct IH as [IH|[i [Hi [Bi Mi]]]].
    + left; intros j Hj; destruct (Nat.eq_dec j k) as [->|N]; [lra | apply IH; lia].
    + right; exists i; split; [lia|]; pose proof (H i k (proj1 Bi)); split; [lra|].
      intros j Hj Uj; destruct (Nat.eq_dec j k) as [->|N]; [lra | apply Mi; [lia | exact Uj]].
Qed.

Lemma up_stays j k : (j < k)%nat -> x j < x (S j) -> x j < x k.
Proof using H.
  intros Hj Uj; destruct (up_invariant k) as [N|[i [Hi [Bi Mi]]]]; [exfalso; apply (N j); assumption|].
  pose proof (Mi j Hj Uj); lra.
Qed.
End UpMoves.

Lemma down_stays (x : nat -> R) j k : (forall i j, x i < x j -> x i + x (S i) < x j + x (S j)) ->
  (j < k)%nat -> x (S j) < x j -> x k < x j.
Proof.
  intros H Hj D; pose proof (up_stays (fun n => - x n)) as U; cbv beta in U.
  assert (- x j < - x k); [|lra]; apply U; [|exact Hj | lra].
  intros i i' L; pose proof (H i' i ltac:(lra)); lra.
Qed.

(** Infinitely many moves of both kinds make infinitely many turns. *)
Lemma turns (P Q : nat -> Prop) : (forall n, P n \/ Q n) ->
  (forall N, exists n, (N <= n)%nat /\ P n) -> (forall N, exists n, (N <= n)%nat /\ Q n) ->
  forall N, exists n, (N <= n)%nat /\ P n /\ Q (S n).
Proof.
  intros D IP IQ N; destruct (IP N) as [n [Hn Pn]]; destruct (IQ (S n)) as [m [Hm Qm]].
  destruct (classic (exists k, (N <= k)%nat /\ P k /\ Q (S k))) as [|No]; [assumption|exfalso].
  assert (A : forall d, P (n + d)%nat).
  { induction d as [|d IH]; [rewrite Nat.add_0_r; exact Pn|].
    destruct (D (n + S d)%nat) as [|Q1]; [assumption|]; exfalso; apply No; exists (n + d)%nat.
    split; [lia|]; split; [exact IH|]; rewrite <- plus_n_Sm in Q1; exact Q1. }
  apply No; exists (m - 1)%nat; split; [lia|]; split.
  - replace (m - 1)%nat with (n + (m - 1 - n))%nat by lia; apply A.
  - replace (S (m - 1)) with m by lia; exact Qm.
Qed.

Lemma limit_along (F : R -> R) (x : nat -> R) a c : (forall n, x (S n) = F (x n)) -> continuous F a ->
  (forall eps, 0 < eps -> exists n, Rabs (x n - a) < eps /\ Rabs (x (S n) - c) < eps) -> F a = c.
Proof.
  intros St C A; apply cond_eq; intros eps He.
  apply continuity_pt_filterlim in C; destruct (C (eps / 2)) as [d [d0 Hd]]; [lra|].
  destruct (A (Rmin d (eps / 2))) as [n [H1 H2]]; [apply Rmin_pos; lra|].
  pose proof (Rmin_l d (eps / 2)); pose proof (Rmin_r d (eps / 2)); rewrite St in H2.
  destruct (Req_dec (x n) a) as [E|N]; [rewrite E in H2; lra|].
  assert (K : Rabs (F (x n) - F a) < eps / 2).
  { apply (Hd (x n)); split; [split; [exact I | auto] | simpl; unfold R_dist; lra]. }
  replace (F a - c) with (- (F (x n) - F a) + (F (x n) - c)) by ring.
  apply (Rle_lt_trans _ _ _ (Rabs_triang _ _)); rewrite Rabs_Ropp; lra.
Qed.

Section Converge.
Context (F : R -> R) (x : nat -> R) (lo hi : R).
Context (St : forall n, x (S n) = F (x n)) (C : forall a, continuous F a).
Context (G : forall a c, a < c -> a + F a < c + F c) (Bd : forall n, lo <= x n <= hi).

Lemma limit_fixed l : is_lim_seq x (Finite l) -> F l = l.
Proof using St C.
  intros L; assert (L2 : is_lim_seq (fun n => x (S n)) (F l)).
  { apply (is_lim_seq_ext (fun n => F (x n))); [intros; symmetry; apply St|].
    apply is_lim_seq_continuous; [apply continuity_pt_filterlim, C | exact L]. }
  apply is_lim_seq_incr_1 in L; pose proof (is_lim_seq_unique _ _ L) as U1.
  rewrite (is_lim_seq_unique _ _ L2) in U1; now injection U1.
Qed.

Lemma eventually_monotone N :
  (forall n, (N <= n)%nat -> x n <= x (S n)) \/ (forall n, (N <= n)%nat -> x (S n) <= x n) ->
  exists l : R, is_lim_seq x l.
Proof using Bd.
  intros [M|M].
  - destruct (ex_finite_lim_seq_incr (fun n => x (n + N)%nat) hi) as [l L];
      [intros n; apply M; lia | intros n; apply Bd | exists l; apply (is_lim_seq_incr_n x N), L].
  - destruct (ex_finite_lim_seq_decr (fun n => x (n + N)%nat) lo) as [l L];
      [intros n; apply M; lia | intros n; apply Bd | exists l; apply (is_lim_seq_incr_n x N), L].
Qed.

Theorem orbit_converges : exists l : R, is_lim_seq x l /\ F l = l.
Proof using St C G Bd.
  cut (exists l : R, is_lim_seq x l); [intros [l L]; exists l; auto using limit_fixed|].
  assert (HG : forall i j, x i < x j -> x i + x (S i) < x j + x (S j)) by (intros; rewrite !St; auto).
  destruct (classic (exists N, forall n, (N <= n)%nat -> x n <= x (S n))) as [[N M]|NU];
    [apply (eventually_monotone N); auto|].
  destruct (classic (exists N, forall n, (N <= n)%nat -> x (S n) <= x n)) as [[N M]|ND];
    [apply (eventually_monotone N); auto|].
  assert (ID : forall N, exists n, (N <= n)%nat /\ x (S n) < x n).
  { intros N; apply NNPP; intros K; apply NU; exists N; intros n Hn.
    apply Rnot_lt_le; intros L; apply K; exists n; auto. }
  assert (IU : forall N, exists n, (N <= n)%nat /\ x n < x (S n)).
  { intros N; apply NNPP; intros K; apply ND; exists N; intros n Hn.
    apply Rnot_lt_le; intros L; apply K; exists n; auto. }
  assert (NE : forall n, x n < x (S n) \/ x (S n) < x n).
  { intros n; destruct (Rtotal_order (x n) (x (S n))) as [|[E|]]; auto; exfalso.
    assert (K : forall d, x (S (n + d)) = x (n + d)%nat).
    { induction d as [|d IH]; [rewrite Nat.add_0_r; auto|].
      rewrite <- plus_n_Sm, St, IH, <- St; exact IH. }
    destruct (IU n) as [m [Hm U]]; specialize (K (m - n)%nat).
    replace (n + (m - n))%nat with m in K by lia; lra. }
  destruct (ex_LimInf_seq x) as [l Hl]; destruct (ex_LimSup_seq x) as [u Hu].
  assert (Fl : exists a, l = Finite a).
  { destruct l as [a| |]; [exists a; reflexivity | exfalso | exfalso].
    - destruct (Hl hi) as [N K]; pose proof (K N ltac:(lia)); pose proof (Bd N); lra.
    - destruct (Hl lo 0%nat) as [n [_ K]]; pose proof (Bd n); lra. }
  assert (Fu : exists a, u = Finite a).
  { destruct u as [a| |]; [exists a; reflexivity | exfalso | exfalso].
    - destruct (Hu hi 0%nat) as [n [_ K]]; pose proof (Bd n); lra.
    - destruct (Hu lo) as [N K]; pose proof (K N ltac:(lia)); pose proof (Bd N); lra. }
  destruct Fl as [a ->], Fu as [c ->]; simpl in Hl, Hu.
  assert (Ua : forall n, x n < x (S n) -> x n <= a).
  { intros n U; apply Rnot_lt_le; intros K.
    destruct (proj1 (Hl (mkposreal (x n - a) ltac:(lra))) (S n)) as [m [Hm X]]; simpl in X.
    pose proof (up_stays x HG n m ltac:(lia) U); lra. }
  assert (Dc : forall n, x (S n) < x n -> c <= x n).
  { intros n D; apply Rnot_lt_le; intros K.
    destruct (proj1 (Hu (mkposreal (c - x n) ltac:(lra))) (S n)) as [m [Hm X]]; simpl in X.
    pose proof (down_stays x n m HG ltac:(lia) D); lra. }
  assert (Near : forall eps, 0 < eps -> exists N, forall n, (N <= n)%nat ->
      (x n < x (S n) -> Rabs (x n - a) < eps) /\ (x (S n) < x n -> Rabs (x n - c) < eps)).
  { intros eps He; destruct (proj2 (Hl (mkposreal eps He))) as [N1 K1], (proj2 (Hu (mkposreal eps He))) as [N2 K2].
    simpl in *; exists (N1 + N2)%nat; intros n Hn; pose proof (K1 n ltac:(lia)); pose proof (K2 n ltac:(lia)).
    split; intros Mv; apply Rabs_lt_between; [pose proof (Ua n Mv) | pose proof (Dc n Mv)]; lra. }
  assert (E1 : F a = c).
  { apply (limit_along F x); auto; intros eps He; destruct (Near eps He) as [N K].
    destruct (turns _ _ NE IU ID N) as [n [Hn [U D]]]; exists n; split; [apply K | apply (K (S n))]; auto. }
  assert (E2 : F c = a).
  { apply (limit_along F x); auto; intros eps He; destruct (Near eps He) as [N K].
    destruct (turns _ _ (fun n => proj1 (or_comm _ _) (NE n)) ID IU N) as [n [Hn [D U]]].
    exists n; split; [apply K | apply (K (S n))]; auto. }
  assert (a = c) as <-.
  { destruct (Rtotal_order a c) as [L|[E|L]]; [|exact E|]; apply G in L; lra. }
  exists a; apply is_LimSup_LimInf_lim_seq; assumption.
Qed.
End Converge.
