(** Cycles from loops of intervals, each of whose images covers the next: for a map of the line that falls to the left of 0 and rises to
    the right of it. *)
From Coq Require Import Reals Lra Lia List.
From Coquelicot Require Import Coquelicot.
From GRPO Require Import Monotone_maps.
Import ListNotations.
Open Scope R_scope.

Section Cycles.
Context (f : R -> R) (cont : forall x, continuity_pt f x).
Context (rises : forall x y, 0 <= x -> x < y -> f x < f y) (falls : forall x y, y <= 0 -> x < y -> f y < f x).

(** [x], f x, f (f x), ... lie in the intervals of the list, one after the other. *)
Fixpoint follows (x : R) (L : list (R * R)) : Prop :=
  match L with [] => True | (a, b) :: L' => a <= x <= b /\ follows (f x) L' end.
Definition link (a b c d : R) : Prop := a < b /\ c < d /\ (0 <= a /\ f a <= c /\ d <= f b \/ b <= 0 /\ d <= f a /\ f b <= c).
Fixpoint covers (a b : R) (L : list (R * R)) : Prop :=
  match L with [] => True | (c, d) :: L' => link a b c d /\ covers c d L' end.
Fixpoint final (a b : R) (L : list (R * R)) : R * R := match L with [] => (a, b) | (c, d) :: L' => final c d L' end.

Lemma final_last a b L p q : final a b (L ++ [(p, q)]) = (p, q).
Proof using Type. revert a b; induction L as [|[c d] L IH]; intros a b; [reflexivity | apply IH]. Qed.

Lemma between u v x y : (0 <= u \/ v <= 0) -> u <= x <= v -> u <= y <= v -> forall t, Rmin x y <= t <= Rmax x y -> Rmin (f x) (f y) <= f t <= Rmax (f x) (f y).
Proof using rises falls.
  intros S Hx Hy t Ht; destruct S as [S|S].
  - assert (Mono : forall p q, u <= p -> p <= q -> f p <= f q) by (intros p q Hp [L| ->]; [apply Rlt_le, rises|]; lra).
    unfold Rmin, Rmax in *; destruct (Rle_dec x y), (Rle_dec (f x) (f y)); pose proof (Mono x t); pose proof (Mono t y);
      pose proof (Mono y t); pose proof (Mono t x); lra.
  - assert (Mono : forall p q, p <= q -> q <= v -> f q <= f p) by (intros p q [L| ->] Hq; [apply Rlt_le, falls|]; lra).
    unfold Rmin, Rmax in *; destruct (Rle_dec x y), (Rle_dec (f x) (f y)); pose proof (Mono x t); pose proof (Mono t y);
      pose proof (Mono y t); pose proof (Mono t x); lra.
Qed.

Lemma attained a b y : a < b -> f a <= y <= f b \/ f b <= y <= f a -> exists x, a <= x <= b /\ f x = y.
Proof using cont.
  intros L H; destruct (Req_dec (f a) y) as [E|N]; [exists a; lra|]; destruct (Req_dec (f b) y) as [E|N']; [exists b; lra|].
  destruct H as [H|H].
  - destruct (Ranalysis5.IVT_interv (fun x => f x - y) a b) as [x [Hx E]]; try lra; [|exists x; lra].
    intros t _; apply continuity_pt_minus; [apply cont | apply continuity_pt_const; intros ? ?; reflexivity].
  - destruct (Ranalysis5.IVT_interv (fun x => y - f x) a b) as [x [Hx E]]; try lra; [|exists x; lra].
    intros t _; apply continuity_pt_minus; [apply continuity_pt_const; intros ? ?; reflexivity | apply cont].
Qed.

Lemma pulled L : forall a b, a <= b -> covers a b L -> exists c d, a <= c <= b /\ a <= d <= b
  /\ (forall x, Rmin c d <= x <= Rmax c d -> follows x ((a, b) :: L))
  /\ Nat.iter (length L) f c = fst (final a b L) /\ Nat.iter (length L) f d = snd (final a b L).
Proof using cont rises falls.
  induction L as [|[a' b'] L IH]; intros a b Hab C.
  - exists a, b; split; [lra|]; split; [lra|]; split; [|split; reflexivity].
    intros x Hx; rewrite Rmin_left, Rmax_right in Hx by lra; simpl; split; [exact Hx | exact I].
  - destruct C as [[L0 [L1 K]] C]; assert (H' : a' <= b') by lra.
    destruct (IH a' b' H' C) as [c' [d' [Hc' [Hd' [Fo [Ec Ed]]]]]].
    destruct (attained a b c' L0 ltac:(lra)) as [c [Hc Fc]]; destruct (attained a b d' L0 ltac:(lra)) as [d [Hd Fd]].
    exists c, d; split; [exact Hc|]; split; [exact Hd|]; split; [|split].
    + intros x Hx; assert (S : 0 <= a \/ b <= 0) by tauto; pose proof (between a b c d S Hc Hd x Hx) as B; rewrite Fc, Fd in B.
      split; [|apply Fo, B]; unfold Rmin, Rmax in Hx; destruct (Rle_dec c d); lra.
    + change (length ((a', b') :: L)) with (S (length L)); rewrite iter_shift, Fc; exact Ec.
    + change (length ((a', b') :: L)) with (S (length L)); rewrite iter_shift, Fd; exact Ed.
Qed.

(** A loop: a point that comes back after a round, having visited each interval. *)
Theorem loop a b L : covers a b (L ++ [(a, b)]) -> L <> [] -> a < b ->
  exists x, follows x ((a, b) :: L) /\ Nat.iter (S (length L)) f x = x.
Proof using cont rises falls.
  intros C _ Hab; destruct (pulled _ a b ltac:(lra) C) as [c [d [Hc [Hd [Fo [Ec Ed]]]]]].
  rewrite app_length, Nat.add_1_r in Ec, Ed; rewrite final_last in Ec, Ed; simpl fst in Ec; simpl snd in Ed.
  set (n := S (length L)) in *; assert (Cn : forall t, continuity_pt (fun x => Nat.iter n f x) t).
  { clearbody n; clear - cont; induction n as [|m IH]; intros t; [apply derivable_continuous_pt, derivable_pt_id|].
    apply (continuity_pt_comp (fun x => Nat.iter m f x) f); [apply IH | apply cont]. }
  assert (Pre : forall M x, follows x (M ++ [(a, b)]) -> follows x M).
  { induction M as [|[p q] M IH]; intros x; [intros; exact I|]; intros [H1 H2]; split; [exact H1 | apply IH, H2]. }
  assert (Z : exists x, Rmin c d <= x <= Rmax c d /\ Nat.iter n f x = x).
  { destruct (Req_dec (Nat.iter n f c) c) as [E|N1]; [exists c; split; [split; [apply Rmin_l | apply Rmax_l] | exact E]|].
    destruct (Req_dec (Nat.iter n f d) d) as [E|N2]; [exists d; split; [split; [apply Rmin_r | apply Rmax_r] | exact E]|].
    assert (N : c <> d) by (intros ->; lra); destruct (Rlt_or_le c d) as [O|O].
    - destruct (Ranalysis5.IVT_interv (fun x => Nat.iter n f x - x) c d) as [x [Hx E]]; try lra.
      + intros t _; apply continuity_pt_minus; [apply Cn | apply derivable_continuous_pt, derivable_pt_id].
      + exists x; rewrite Rmin_left, Rmax_right by lra; split; [exact Hx | lra].
    - destruct (Ranalysis5.IVT_interv (fun x => x - Nat.iter n f x) d c) as [x [Hx E]]; try lra.
      + intros t _; apply continuity_pt_minus; [apply derivable_continuous_pt, derivable_pt_id | apply Cn].
      + exists x; rewrite Rmin_right, Rmax_left by lra; split; [exact Hx | lra]. }
  destruct Z as [x [Hx E]]; exists x; split; [apply (Pre ((a, b) :: L)), (Fo x Hx) | exact E].
Qed.

(** The orbit of such a point has no others than the first [n]. *)
Lemma rounds n x : (0 < n)%nat -> Nat.iter n f x = x -> forall k, exists j, (j < n)%nat /\ Nat.iter k f x = Nat.iter j f x.
Proof using Type.
  intros Hn E; induction k as [|k [j [Hj Ek]]]; [exists 0%nat; split; [exact Hn | reflexivity]|].
  destruct (Nat.eq_dec (S j) n) as [Ej|Nj]; [exists 0%nat; split; [exact Hn|] | exists (S j); split; [lia|]]; simpl; rewrite Ek; [|reflexivity].
  change (Nat.iter (S j) f x = x); rewrite Ej; exact E.
Qed.
End Cycles.
