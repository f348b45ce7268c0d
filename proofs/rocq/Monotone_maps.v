(** Orbits of a continuous map of an interval into itself, where it increases, and where it decreases below a point above which
    it has no fixed point: what N5, N8, N9 and Figure 5 ask of the map of the paper, of any map. *)
From Coq Require Import Reals Lra Lia Classical.
From Coquelicot Require Import Coquelicot.
Open Scope R_scope.

Lemma iter_shift (f : R -> R) n x : Nat.iter (S n) f x = Nat.iter n f (f x).
Proof. induction n as [|n IH]; [reflexivity | change (f (Nat.iter (S n) f x) = f (Nat.iter n f (f x))); rewrite IH; reflexivity]. Qed.

Lemma iter_plus (f : R -> R) n k x : Nat.iter (n + k) f x = Nat.iter n f (Nat.iter k f x).
Proof. induction n as [|n IH]; [reflexivity | simpl; rewrite IH; reflexivity]. Qed.

Lemma limit_bounds (u : nat -> R) (p a b : R) : is_lim_seq u p -> (forall n, a <= u n <= b) -> a <= p <= b.
Proof.
  intros L I; split; [change (Rbar_le a p); apply (is_lim_seq_le (fun _ => a) u) | change (Rbar_le p b); apply (is_lim_seq_le u (fun _ => b))];
    auto using is_lim_seq_const; intros n; apply I.
Qed.

Lemma limit_fixed (f : R -> R) (u : nat -> R) (p : R) : continuity_pt f p -> (forall n, u (S n) = f (u n)) -> is_lim_seq u p -> f p = p.
Proof.
  intros C E L; assert (L1 : is_lim_seq (fun n => u (S n)) (f p)).
  { apply (is_lim_seq_ext (fun n => f (u n))); [intros; symmetry; apply E | apply is_lim_seq_continuous; assumption]. }
  apply is_lim_seq_incr_1 in L; apply is_lim_seq_unique in L; apply is_lim_seq_unique in L1; rewrite L in L1; injection L1; auto.
Qed.

Lemma monotone_bounded (u : nat -> R) (a b : R) : (forall n, a <= u n <= b) ->
  (forall n, u n <= u (S n)) \/ (forall n, u (S n) <= u n) -> exists p : R, is_lim_seq u p.
Proof.
  intros I [M|M]; [destruct (ex_finite_lim_seq_incr u b) as [p L] | destruct (ex_finite_lim_seq_decr u a) as [p L]];
    try exact M; try (intros n; apply I); exists p; exact L.
Qed.

Section Increasing.
Context (f : R -> R) (a b : R) (ab : a <= b) (low : a <= f a) (high : f b <= b).
Context (inc : forall x y, a <= x -> x <= y -> y <= b -> f x <= f y) (cont : forall x, a <= x <= b -> continuity_pt f x).
Notation orbit x n := (Nat.iter n f x).

Lemma stays x n : a <= x <= b -> a <= orbit x n <= b.
Proof using low high inc.
  intros H; induction n as [|n IH]; [exact H|]; simpl; pose proof (inc a (orbit x n)); pose proof (inc (orbit x n) b); lra.
Qed.

Lemma in_order x y n : a <= x -> x <= y -> y <= b -> orbit x n <= orbit y n.
Proof using low high inc.
  intros; induction n as [|n IH]; [assumption|]; simpl; pose proof (stays x n); pose proof (stays y n); apply inc; lra.
Qed.

Theorem monotone_orbit x : a <= x <= b -> (forall n, a <= orbit x n <= b)
  /\ ((forall n, orbit x n <= orbit x (S n)) \/ (forall n, orbit x (S n) <= orbit x n))
  /\ exists p : R, a <= p <= b /\ f p = p /\ is_lim_seq (fun n => orbit x n) p.
Proof using low high inc cont.
  intros H; assert (I : forall n, a <= orbit x n <= b) by (intros; apply stays, H).
  assert (M : (forall n, orbit x n <= orbit x (S n)) \/ (forall n, orbit x (S n) <= orbit x n)).
  { pose proof (I 1%nat) as I1; change (orbit x 1) with (f x) in I1.
    destruct (Rle_dec x (f x)); [left | right]; intros k; rewrite iter_shift; apply in_order; lra. }
  split; [exact I|]; split; [exact M|]; destruct (monotone_bounded _ a b I M) as [p L]; exists p.
  pose proof (limit_bounds _ p a b L I) as Hp; split; [exact Hp|]; split; [|exact L].
  apply (limit_fixed f (fun n => orbit x n)); [apply cont, Hp | reflexivity | exact L].
Qed.

Lemma fixed_orbit q n : f q = q -> orbit q n = q.
Proof using Type. intros E; induction n as [|n IH]; [reflexivity | simpl; rewrite IH; exact E]. Qed.

(** From a point that the map carries upwards: to the smallest fixed point above it. *)
Theorem rises_to_smallest x : a <= x <= b -> x <= f x -> (forall n, orbit x n <= orbit x (S n))
  /\ exists p : R, x <= p <= b /\ f p = p /\ is_lim_seq (fun n => orbit x n) p /\ forall q, x <= q <= b -> f q = q -> p <= q.
Proof using low high inc cont.
  intros H Up; assert (M : forall n, orbit x n <= orbit x (S n)).
  { intros n; pose proof (stays x 1 H) as I1; change (orbit x 1) with (f x) in I1; rewrite iter_shift; apply in_order; lra. }
  split; [exact M|]; destruct (monotone_orbit x H) as [I [_ [p [Hp [F L]]]]]; exists p.
  assert (x <= p) by (apply (limit_bounds _ p x b L); intros n; split; [|apply I];
    induction n as [|n IH]; [simpl; lra | specialize (M n); lra]).
  split; [lra|]; split; [exact F|]; split; [exact L|]; intros q Hq E; change (Rbar_le p q).
  apply (is_lim_seq_le (fun n => orbit x n) (fun _ => q)); auto using is_lim_seq_const.
  intros n; rewrite <- (fixed_orbit q n E); apply in_order; lra.
Qed.

Theorem falls_to_largest x : a <= x <= b -> f x <= x -> (forall n, orbit x (S n) <= orbit x n)
  /\ exists p : R, a <= p <= x /\ f p = p /\ is_lim_seq (fun n => orbit x n) p /\ forall q, a <= q <= x -> f q = q -> q <= p.
Proof using low high inc cont.
  intros H Dn; assert (M : forall n, orbit x (S n) <= orbit x n).
  { intros n; pose proof (stays x 1 H) as I1; change (orbit x 1) with (f x) in I1; rewrite iter_shift; apply in_order; lra. }
  split; [exact M|]; destruct (monotone_orbit x H) as [I [_ [p [Hp [F L]]]]]; exists p.
  assert (p <= x) by (apply (limit_bounds _ p a x L); intros n; split; [apply I|];
    induction n as [|n IH]; [simpl; lra | specialize (M n); lra]).
  split; [lra|]; split; [exact F|]; split; [exact L|]; intros q Hq E; change (Rbar_le q p).
  apply (is_lim_seq_le (fun _ => q) (fun n => orbit x n)); auto using is_lim_seq_const.
  intros n; rewrite <- (fixed_orbit q n E); apply in_order; lra.
Qed.

(** Strictly, where the map increases strictly. *)
Theorem rises_strictly x : a <= x <= b -> x < f x -> (forall s t, a <= s -> s < t -> t <= b -> f s < f t) ->
  forall n, orbit x n < orbit x (S n).
Proof using low high inc.
  intros H Up St; induction n as [|n IH]; [exact Up|].
  pose proof (stays x n H); pose proof (stays x (S n) H); simpl in *; apply St; lra.
Qed.
End Increasing.

(** * A trap in which the map decreases *)
Section Trap.
Context (f : R -> R) (l m u : R) (lm : l < m) (mu : m < u).
Context (into : forall x, l <= x <= u -> l <= f x <= u) (cont : forall x, l <= x <= u -> continuity_pt f x).
Context (dec : forall x y, l <= x -> x < y -> y <= m -> f y < f x) (fl : f l <= m).
Context (none : forall x, m <= x <= u -> f x <> x).
Notation orbit x n := (Nat.iter n f x).

Lemma below x : m <= x <= u -> f x < x.
Proof using lm mu into cont none.
  intros Hx; apply Rnot_le_lt; intros N; pose proof (none x Hx); pose proof (none u ltac:(lra)); pose proof (into u ltac:(lra)).
  destruct (Req_dec x u) as [->|]; [lra|]; destruct (Ranalysis5.IVT_interv (fun q => q - f q) x u) as [q [Iq Eq]]; try lra.
  - intros t Ht; apply continuity_pt_minus; [apply derivable_continuous_pt, derivable_pt_id | apply cont; lra].
  - apply (none q); lra.
Qed.

Lemma trap x : l <= x <= m -> l <= f x <= m.
Proof using lm mu into dec fl.
  intros Hx; pose proof (into x ltac:(lra)); destruct (Req_dec x l) as [->|]; [lra | pose proof (dec l x); lra].
Qed.

Lemma trapped x n : l <= x <= m -> l <= orbit x n <= m.
Proof using lm mu into dec fl. intros Hx; induction n as [|n IH]; [exact Hx | simpl; apply trap, IH]. Qed.

Lemma enters x : l <= x <= u -> exists n, l <= orbit x n <= m.
Proof using lm mu into cont none.
  intros Hx; apply NNPP; intros No; assert (I : forall n, m <= orbit x n <= u).
  { assert (J : forall n, l <= orbit x n <= u) by (induction n as [|n IH]; [exact Hx | simpl; apply into, IH]).
    intros n; split; [|apply J]; apply Rnot_lt_le; intros K; apply No; exists n; specialize (J n); lra. }
  destruct (monotone_bounded (fun n => orbit x n) m u I) as [p L]; [right; intros n; simpl; apply Rlt_le, below, I|].
  pose proof (limit_bounds _ p m u L I) as Hp.
  apply (none p Hp), (limit_fixed f (fun n => orbit x n)); [apply cont; lra | reflexivity | exact L].
Qed.

Lemma one_fixed_point : exists z, l <= z <= m /\ f z = z /\ forall q, l <= q <= m -> f q = q -> q = z.
Proof using lm mu into cont dec fl none.
  pose proof (below m ltac:(lra)); pose proof (into l ltac:(lra)).
  assert (U : forall p q, l <= p <= m -> l <= q <= m -> f p = p -> f q = q -> q = p).
  { intros p q Hp Hq Fp Fq; destruct (Rtotal_order p q) as [K|[K|K]]; [pose proof (dec p q) | lra | pose proof (dec q p)]; lra. }
  destruct (Req_dec (f l) l) as [E|]; [exists l; split; [lra|]; split; [exact E|]; intros; apply U; lra|].
  destruct (Ranalysis5.IVT_interv (fun q => q - f q) l m) as [q [Iq Eq]]; try lra.
  - intros t Ht; apply continuity_pt_minus; [apply derivable_continuous_pt, derivable_pt_id | apply cont; lra].
  - exists q; split; [exact Iq|]; split; [lra|]; intros; apply U; lra.
Qed.

(** Every second iterate converges; the limits are exchanged by the map. *)
Theorem two_limits x : l <= x <= u -> exists c, l <= c <= m /\ l <= f c <= m /\ f (f c) = c
  /\ is_lim_seq (fun n => orbit x (2 * n)) c /\ is_lim_seq (fun n => orbit x (2 * n + 1)) (f c).
Proof using lm mu into cont dec fl none.
  intros Hx; assert (Mono : forall s t, l <= s -> s <= t -> t <= m -> f (f s) <= f (f t)).
  { intros s t Hs L Ht; pose proof (trap s ltac:(lra)); pose proof (trap t ltac:(lra)).
    destruct (Req_dec s t) as [->|]; [lra|]; pose proof (dec s t ltac:(lra) ltac:(lra) ltac:(lra)); pose proof (dec (f t) (f s)); lra. }
  destruct (enters x Hx) as [N HN]; set (y := orbit x (2 * N)).
  assert (Hy : l <= y <= m) by (unfold y; replace (2 * N)%nat with (N + N)%nat by lia; rewrite iter_plus; apply trapped, HN).
  assert (C2 : forall t, l <= t <= m -> continuity_pt (fun s => f (f s)) t).
  { intros t Ht; apply (continuity_pt_comp f f); apply cont; pose proof (trap t Ht); lra. }
  destruct (monotone_orbit (fun s => f (f s)) l m) with (x := y) as [_ [_ [c [Hc [F L]]]]]; auto.
  1: apply trap, trap; lra.
  1: apply trap, trap; lra.
  exists c; split; [exact Hc|]; split; [apply trap, Hc|]; split; [exact F|].
  assert (E : forall n, orbit x (2 * (n + N)) = Nat.iter n (fun s => f (f s)) y).
  { induction n as [|n IH]; [reflexivity|]; replace (2 * (S n + N))%nat with (S (S (2 * (n + N)))) by lia; simpl in *; rewrite IH; reflexivity. }
  assert (L2 : is_lim_seq (fun n => orbit x (2 * n)) c).
  { apply (is_lim_seq_incr_n _ N), (is_lim_seq_ext (fun n => Nat.iter n (fun s => f (f s)) y)); [intros n; symmetry; apply E | exact L]. }
  split; [exact L2|]; apply (is_lim_seq_ext (fun n => f (orbit x (2 * n)))); [intros n; rewrite Nat.add_1_r; reflexivity|].
  apply is_lim_seq_continuous; [apply cont; lra | exact L2].
Qed.
End Trap.
