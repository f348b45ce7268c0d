(** N9, the trapped regime, as far as it goes without the Schwarzian derivative. For b >= b_esc:
    if there are fixed points in [1/2, 1 - p_ref], p_n decreases to the largest of them; if there
    are none and h(h(1/2)) <= 1/2, the even and the odd iterates converge, to two points that [h]
    exchanges: a 2-cycle, or one fixed point below 1/2. *)
From Coq Require Import Reals Lra Psatz Lia Classical.
From Coquelicot Require Import Coquelicot.
From GRPO Require Import Defs Proposition1 Beyond_N1_N2 Beyond_N5_N8.
Open Scope R_scope.

Section N9.
Context (r b e : R) (r01 : 0 < r < 1) (b0 : 0 < b) (e0 : 0 < e).
Context (low : r < 1 / 2) (Hb : b_esc r e <= b).
Notation h := (h r b e).
Notation p_ := (iterate r b e r).

Lemma trapped n : h (1 / 2) <= p_ (S n) <= 1 - r.
Proof using r01 b0 e0 low Hb. pose proof (n8_trapped r b e r01 b0 e0 n low Hb); lra. Qed.

Lemma h_top : h (1 - r) <= 1 - r.
Proof using r01 b0 e0 low Hb. rewrite h_mirror; apply (n8_trapped r b e r01 b0 e0 0 low Hb). Qed.

(** * Fixed points in [1/2, 1 - p_ref] *)
Theorem n9_fixed_points q : fixed r b e q -> 1 / 2 <= q <= 1 - r ->
  (forall q', fixed r b e q' -> q' <= 1 - r -> q' <= q) ->
  (forall n, p_ (S (S n)) <= p_ (S n)) /\ is_lim_seq p_ q.
Proof using r01 b0 e0 low Hb.
  intros [Hq Eq] Iq Max.
  assert (M : forall n, q <= p_ (S n) /\ p_ (S (S n)) <= p_ (S n)).
  { induction n as [|n [IH1 IH2]].
    - rewrite !iterate_S; change (p_ 0) with r; rewrite <- (h_mirror r b e r) in *.
      assert (q <= h (1 - r)) by (rewrite <- Eq at 1; apply h_increasing_le; auto; lra).
      split; [assumption|]; pose proof h_top; apply h_increasing_le; auto; lra.
    - pose proof (trapped n); pose proof (trapped (S n)).
      assert (A : q <= p_ (S (S n))).
      { apply (Rle_trans _ (h q)); [lra | change (h q <= h (p_ (S n))); apply h_increasing_le; auto; lra]. }
      split; [exact A | change (h (p_ (S (S n))) <= h (p_ (S n))); apply h_increasing_le; auto; lra]. }
  split; [apply M|].
  destruct (monotone_limit r b e r01 b0 e0 r 1 ltac:(lra)) as [x [F L]].
  { right; intros [|n] Hn; [lia | apply M]. }
  assert (x = q) as <-; [|exact L].
  assert (L' : is_lim_seq (fun n => p_ (S n)) x) by (apply is_lim_seq_incr_1 in L; exact L).
  apply Rle_antisym.
  - apply Max; [exact F|]; change (Rbar_le x (1 - r)).
    apply (is_lim_seq_le (fun n => p_ (S n)) (fun _ => 1 - r)); auto using is_lim_seq_const.
    intros n; apply trapped.
  - change (Rbar_le q x).
    apply (is_lim_seq_le (fun _ => q) (fun n => p_ (S n))); auto using is_lim_seq_const.
    intros n; apply M.
Qed.

(** * No fixed point there *)
Section NoFixed.
Context (none : forall q, fixed r b e q -> 1 / 2 <= q <= 1 - r -> False) (H2 : h (h (1 / 2)) <= 1 / 2).
Notation lo := (h (1 / 2)).
Notation hi := (h (h (1 / 2))).

Lemma below_diagonal p : 1 / 2 <= p <= 1 - r -> h p < p.
Proof using r01 b0 e0 low Hb none.
  intros Hp; apply Rnot_le_lt; intros N.
  destruct (Req_dec (h p) p) as [E|E]; [apply (none p); [split; lra | exact Hp]|].
  destruct (Req_dec (h (1 - r)) (1 - r)) as [E'|E']; [apply (none (1 - r)); [split; lra | lra]|].
  pose proof h_top as Top.
  destruct (Ranalysis5.IVT_interv (fun q => q - h q) p (1 - r)) as [q [Iq Eq]].
  - intros a Ha; apply continuity_pt_minus; [apply derivable_continuous_pt, derivable_pt_id|].
    apply h_continuity_pt; auto; lra.
  - destruct (Req_dec p (1 - r)) as [->|]; lra.
  - lra.
  - lra.
  - apply (none q); [split; lra | lra].
Qed.

Lemma low_half : lo < 1 / 2.
Proof using r01 b0 e0 low Hb none. apply below_diagonal; lra. Qed.

(** The interval [h(1/2), h(h(1/2))] is invariant, and reached. *)
Lemma invariant p : lo <= p <= hi -> lo <= h p <= hi.
Proof using r01 b0 e0 low Hb none H2.
  intros Hp; pose proof (h_range r b e r01 (1 / 2)); split; [apply h_minimum; auto; lra|].
  apply h_anti_le; auto; [lra | nra].
Qed.

Lemma reached : exists N, lo <= p_ N <= hi.
Proof using r01 b0 e0 low Hb none H2.
  destruct (classic (exists n, p_ (S n) < 1 / 2)) as [[n Hn]|No].
  - exists (S (S n)); rewrite iterate_S; pose proof (trapped n); pose proof (h_range r b e r01 (1 / 2)).
    split; [apply h_minimum; auto; lra | apply h_anti_le; auto; [lra | nra]].
  - exfalso; assert (I : forall n, 1 / 2 <= p_ (S n)) by (intros n; apply Rnot_lt_le; intros K; apply No; exists n; exact K).
    destruct (monotone_limit r b e r01 b0 e0 r 1 ltac:(lra)) as [x [F L]].
    { right; intros [|n] Hn; [lia|]; rewrite (iterate_S _ _ _ _ (S n)).
      apply Rlt_le, below_diagonal; pose proof (trapped n); pose proof (I n); lra. }
    apply (none x F); apply is_lim_seq_incr_1 in L; split.
    + change (Rbar_le (1 / 2) x); apply (is_lim_seq_le (fun _ => 1 / 2) (fun n => p_ (S n))); auto using is_lim_seq_const.
    + change (Rbar_le x (1 - r)); apply (is_lim_seq_le (fun n => p_ (S n)) (fun _ => 1 - r)); auto using is_lim_seq_const.
      intros n; apply trapped.
Qed.

(** On it [h] decreases, so every second iterate is monotone. *)
Lemma second_iterates (u : nat -> R) : (forall n, lo <= u n <= hi) -> (forall n, u (S n) = h (h (u n))) ->
  exists a : R, is_lim_seq u a /\ lo <= a <= hi.
Proof using r01 b0 e0 low Hb none H2.
  intros I St; pose proof (h_range r b e r01 (1 / 2)).
  assert (Mono : forall s t, lo <= s <= hi -> lo <= t <= hi -> s <= t -> h (h s) <= h (h t)).
  { intros s t Hs Ht L; pose proof (invariant s Hs); pose proof (invariant t Ht).
    assert (h t <= h s) by (apply h_anti_le; auto; [lra | nra]); apply h_anti_le; auto; [lra | nra]. }
  assert (C : exists a : R, is_lim_seq u a).
  { destruct (Rle_or_lt (u 0%nat) (u 1%nat)) as [Up|Dn].
    - destruct (ex_finite_lim_seq_incr u hi) as [a La]; [| intros n; apply I | exists a; exact La].
      induction n as [|n IH]; [exact Up|].
      pose proof (Mono _ _ (I n) (I (S n)) IH) as K; rewrite <- !St in K; exact K.
    - destruct (ex_finite_lim_seq_decr u lo) as [a La]; [| intros n; apply I | exists a; exact La].
      induction n as [|n IH]; [lra|].
      pose proof (Mono _ _ (I (S n)) (I n) IH) as K; rewrite <- !St in K; exact K. }
  destruct C as [a L]; exists a; split; [exact L|]; split.
  - change (Rbar_le lo a); apply (is_lim_seq_le (fun _ => lo) u); auto using is_lim_seq_const; intros n; apply I.
  - change (Rbar_le a hi); apply (is_lim_seq_le u (fun _ => hi)); auto using is_lim_seq_const; intros n; apply I.
Qed.

Theorem n9_two_limits : exists N a c, lo <= a <= hi /\ lo <= c <= hi /\ h a = c /\ h c = a
  /\ is_lim_seq (fun n => p_ (2 * n + N)) a /\ is_lim_seq (fun n => p_ (2 * n + 1 + N)) c.
Proof using r01 b0 e0 low Hb none H2.
  destruct reached as [N HN]; pose proof (h_range r b e r01 (1 / 2)).
  assert (I : forall n, lo <= p_ (n + N) <= hi) by (induction n as [|n IH]; [exact HN | apply invariant, IH]).
  destruct (second_iterates (fun n => p_ (2 * n + N))) as [a [La Ia]].
  { intros n; apply I. }
  { intros n; replace (2 * S n + N)%nat with (S (S (2 * n + N))) by lia; reflexivity. }
  assert (Lc : is_lim_seq (fun n => p_ (2 * n + 1 + N)) (h a)).
  { apply (is_lim_seq_ext (fun n => h (p_ (2 * n + N)))).
    - intros n; replace (2 * n + 1 + N)%nat with (S (2 * n + N)) by lia; reflexivity.
    - apply is_lim_seq_continuous; [apply h_continuity_pt; auto; lra | exact La]. }
  exists N, a, (h a); split; [exact Ia|]; split; [apply invariant, Ia|]; split; [reflexivity|]; split; [|split; assumption].
  pose proof (invariant a Ia).
  assert (L2 : is_lim_seq (fun n => p_ (2 * S n + N)) (h (h a))).
  { apply (is_lim_seq_ext (fun n => h (p_ (2 * n + 1 + N)))).
    - intros n; replace (2 * S n + N)%nat with (S (2 * n + 1 + N)) by lia; reflexivity.
    - apply is_lim_seq_continuous; [apply h_continuity_pt; auto; lra | exact Lc]. }
  apply (is_lim_seq_incr_1 (fun n => p_ (2 * n + N))) in La.
  pose proof (is_lim_seq_unique _ _ La) as U1; pose proof (is_lim_seq_unique _ _ L2) as U2.
  rewrite U1 in U2; injection U2; auto.
Qed.
End NoFixed.
End N9.
