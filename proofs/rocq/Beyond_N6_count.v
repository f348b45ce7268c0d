(** N6, the count: with x1 < x2 the two solutions of g' = b (Beyond_N6.v), the fixed points of T,
    that is the solutions of psi(x) = logit r, are three iff psi(x2) < logit r < psi(x1), two at
    either equality (saddle-nodes), one otherwise; never more than three, for any parameters.
    The left one has a multiplier below -1 iff psi(-x2) < logit r < psi(-x1). *)
From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GRPO Require Import Defs Logit Beyond_N4 Beyond_N6.
Open Scope R_scope.

Section Count.
Context (r b e : R) (r01 : 0 < r < 1) (b0 : 0 < b) (e0 : 0 < e).
Notation psi := (psi b e).
Notation rho := (logit r).

Theorem fixed_psi x : T r b e x = x <-> psi x = rho.
Proof using b0.
  unfold T, Logit.psi; replace (1 / b * g e x) with (g e x / b) by (field; lra); split; intros; lra.
Qed.

Lemma psi_continuity x : continuity_pt psi x.
Proof using b0 e0.
  apply continuity_pt_minus; [apply derivable_continuous_pt, derivable_pt_id|].
  apply continuity_pt_mult; [apply continuity_pt_filterlim, g_continuous, e0 | apply continuity_pt_const; intros ? ?; reflexivity].
Qed.

Lemma psi_low B : exists x, x < B /\ psi x < rho.
Proof using b0 e0.
  clear r01; exists (Rmin rho B - 1); pose proof (Rmin_l rho B); pose proof (Rmin_r rho B); split; [lra|].
  pose proof (Rdiv_lt_0_compat _ _ (g_pos e e0 (Rmin rho B - 1)) b0); unfold Logit.psi; lra.
Qed.

Lemma psi_high B : exists x, B < x /\ rho < psi x.
Proof using b0 e0.
  clear r01; set (x := Rmax rho B + 1 / sqrt e / b); pose proof (Rmax_l rho B); pose proof (Rmax_r rho B).
  pose proof (sqrt_lt_R0 e e0); assert (0 < 1 / sqrt e / b) by (repeat apply Rdiv_lt_0_compat; lra).
  exists x; split; [unfold x; lra|].
  pose proof (Rmult_lt_compat_r (/ b) _ _ (Rinv_0_lt_compat b b0) (g_upper e e0 x)).
  unfold Logit.psi, Rdiv in *; unfold x at 1; lra.
Qed.

Lemma solve_up u v : u < v -> psi u < rho < psi v -> exists x, u < x < v /\ psi x = rho.
Proof using b0 e0.
  clear r01; intros L H; destruct (Ranalysis5.IVT_interv (fun x => psi x - rho) u v) as [x [Hx E]]; try lra.
  - intros a _; apply continuity_pt_minus; [apply psi_continuity | apply continuity_pt_const; intros ? ?; reflexivity].
  - assert (x <> u) by (intros ->; lra); assert (x <> v) by (intros ->; lra); exists x; split; lra.
Qed.

Lemma solve_down u v : u < v -> psi v < rho < psi u -> exists x, u < x < v /\ psi x = rho.
Proof using b0 e0.
  clear r01; intros L H; destruct (Ranalysis5.IVT_interv (fun x => rho - psi x) u v) as [x [Hx E]]; try lra.
  - intros a _; apply continuity_pt_minus; [apply continuity_pt_const; intros ? ?; reflexivity | apply psi_continuity].
  - assert (x <> u) by (intros ->; lra); assert (x <> v) by (intros ->; lra); exists x; split; lra.
Qed.

Section Turning.
Context (x1 x2 : R) (H12 : 0 < x1 < x2) (D1 : dg e x1 = b) (D2 : dg e x2 = b).
Let shape := psi_shape b e b0 e0 x1 x2 H12 D1 D2.

(** On each branch psi is injective. *)
Lemma branch x y : psi x = psi y ->
  (x <= x1 /\ y <= x1) \/ (x1 <= x <= x2 /\ x1 <= y <= x2) \/ (x2 <= x /\ x2 <= y) -> x = y.
Proof using b0 e0 H12 D1 D2.
  intros E H; destruct (Rtotal_order x y) as [L|[Q|L]]; [exfalso | exact Q | exfalso];
    destruct (shape _ _ L) as [S1 [S2 S3]]; destruct H as [H|[H|H]];
    [specialize (S1 ltac:(lra)) | specialize (S2 ltac:(lra) ltac:(lra)) | specialize (S3 ltac:(lra))
    |specialize (S1 ltac:(lra)) | specialize (S2 ltac:(lra) ltac:(lra)) | specialize (S3 ltac:(lra))]; lra.
Qed.

(** The value on each branch, compared with the turning values. *)
Lemma left_value x : x < x1 -> psi x < psi x1.
Proof using b0 e0 H12 D1 D2. intros L; apply (proj1 (shape _ _ L)); lra. Qed.

Lemma middle_value x : x1 < x < x2 -> psi x2 < psi x < psi x1.
Proof using b0 e0 H12 D1 D2. 
  intros H; destruct (shape x x2 ltac:(lra)) as [_ [A _]], (shape x1 x ltac:(lra)) as [_ [B _]].
  split; [apply A | apply B]; lra.
 Qed.

Lemma right_value x : x2 < x -> psi x2 < psi x.
Proof using b0 e0 H12 D1 D2. intros L; apply (proj2 (proj2 (shape _ _ L))); lra. Qed.

Lemma turning_values : psi x2 < psi x1.
Proof using b0 e0 H12 D1 D2. apply (proj1 (proj2 (shape x1 x2 ltac:(lra)))); lra. Qed.

Lemma left_solution : rho < psi x1 -> exists a, a < x1 /\ psi a = rho.
Proof using b0 e0 H12 D1 D2.
  intros H; destruct (psi_low x1) as [u [Hu Pu]].
  destruct (solve_up u x1 Hu ltac:(lra)) as [a [Ha Ea]]; exists a; split; [lra | exact Ea].
Qed.

Lemma right_solution : psi x2 < rho -> exists d, x2 < d /\ psi d = rho.
Proof using b0 e0 H12 D1 D2.
  intros H; destruct (psi_high x2) as [v [Hv Pv]].
  destruct (solve_up x2 v Hv ltac:(lra)) as [d [Hd Ed]]; exists d; split; [lra | exact Ed].
Qed.

(** Every solution lies on a branch, or at a turning point. *)
Ltac branches x :=
  destruct (Rtotal_order x x1) as [Lx|[Lx|Lx]];
  [pose proof (left_value x Lx) | | destruct (Rtotal_order x x2) as [Mx|[Mx|Mx]];
    [pose proof (middle_value x (conj Lx Mx)) | | pose proof (right_value x Mx)]].

Theorem n6_three : psi x2 < rho < psi x1 -> exists a c d, a < x1 < c /\ c < x2 < d
  /\ forall x, T r b e x = x <-> x = a \/ x = c \/ x = d.
Proof using b0 e0 H12 D1 D2.
  intros H; destruct (left_solution ltac:(lra)) as [a [Ha Ea]], (right_solution ltac:(lra)) as [d [Hd Ed]].
  destruct (solve_down x1 x2 ltac:(lra) H) as [c [Hc Ec]].
  exists a, c, d; split; [lra|]; split; [lra|]; intros x; rewrite fixed_psi; split.
  - intros E; branches x; [left | subst x; lra | right; left | subst x; lra | right; right]; apply branch; lra.
  - intros [->|[->| ->]]; assumption.
Qed.

Theorem n6_two_at_x1 : rho = psi x1 -> exists d, x2 < d /\ forall x, T r b e x = x <-> x = x1 \/ x = d.
Proof using b0 e0 H12 D1 D2.
  intros H; pose proof turning_values; destruct (right_solution ltac:(lra)) as [d [Hd Ed]].
  exists d; split; [lra|]; intros x; rewrite fixed_psi; split.
  - intros E; branches x; try lra; [subst x; lra | right; apply branch; lra].
  - intros [->| ->]; lra.
Qed.

Theorem n6_two_at_x2 : rho = psi x2 -> exists a, a < x1 /\ forall x, T r b e x = x <-> x = a \/ x = x2.
Proof using b0 e0 H12 D1 D2.
  intros H; pose proof turning_values; destruct (left_solution ltac:(lra)) as [a [Ha Ea]].
  exists a; split; [lra|]; intros x; rewrite fixed_psi; split.
  - intros E; branches x; try lra; [left; apply branch; lra | subst x; lra].
  - intros [->| ->]; lra.
Qed.

Theorem n6_one_low : rho < psi x2 -> exists a, a < x1 /\ forall x, T r b e x = x <-> x = a.
Proof using b0 e0 H12 D1 D2.
  intros H; pose proof turning_values; destruct (left_solution ltac:(lra)) as [a [Ha Ea]].
  exists a; split; [lra|]; intros x; rewrite fixed_psi; split; [|intros ->; lra].
  intros E; branches x; try lra; [apply branch; lra | subst x; lra | subst x; lra].
Qed.

Theorem n6_one_high : psi x1 < rho -> exists d, x2 < d /\ forall x, T r b e x = x <-> x = d.
Proof using b0 e0 H12 D1 D2.
  intros H; pose proof turning_values; destruct (right_solution ltac:(lra)) as [d [Hd Ed]].
  exists d; split; [lra|]; intros x; rewrite fixed_psi; split; [|intros ->; lra].
  intros E; branches x; try lra; [subst x; lra | subst x; lra | apply branch; lra].
Qed.

(** The left fixed point repels (multiplier below -1) exactly on an interval of logit r. *)
Theorem n6_left_repels x : x <= x1 -> T r b e x = x ->
  (1 / b * dg e x < -1 <-> psi (- x2) < rho < psi (- x1)).
Proof using b0 e0 H12 D1 D2.
  clear r01; intros Hx F; apply fixed_psi in F.
  assert (K : 1 / b * dg e x < -1 <-> b < dg e (- x)).
  { rewrite dg_odd; assert (J : 1 / b * dg e x * b = dg e x) by (field; lra); split; intros; nra. }
  assert (M : x1 < - x < x2 <-> b < dg e (- x)).
  { destruct (dg_pattern b e b0 e0 x1 x2 H12 D1 D2 (- x)) as [P1 [P2 P3]]; split; [exact P2|]; intros B.
    destruct (Rtotal_order (- x) x1) as [L|[L|L]]; [specialize (P1 L); lra | rewrite L in B; lra|].
    destruct (Rtotal_order (- x) x2) as [L'|[L'|L']]; [lra | rewrite L' in B; lra | specialize (P3 L'); lra]. }
  rewrite K, <- M, <- F.
  assert (Inc : forall s t, s < t -> t <= x1 -> psi s < psi t) by (intros s t L Ht; apply (proj1 (shape s t L)), Ht).
  split; intros H.
  - split; apply Inc; lra.
  - split; apply Rnot_le_lt; intros N.
    + destruct N as [N|N]; [pose proof (Inc (- x1) x ltac:(lra) Hx); lra | replace x with (- x1) in H by lra; lra].
    + destruct N as [N|N]; [pose proof (Inc x (- x2) ltac:(lra) ltac:(lra)); lra | replace x with (- x2) in H by lra; lra].
Qed.
End Turning.

(** Never more than three fixed points. *)
Theorem n6_at_most_three p1 p2 p3 p4 :
  fixed r b e p1 -> fixed r b e p2 -> fixed r b e p3 -> fixed r b e p4 ->
  p1 = p2 \/ p1 = p3 \/ p1 = p4 \/ p2 = p3 \/ p2 = p4 \/ p3 = p4.
Proof using r01 b0 e0.
  intros F1 F2 F3 F4; destruct (Rle_or_lt (B_max e) b) as [Hb|Hb].
  { left; apply (n4_unique r b e r01 e0 Hb); assumption. }
  destruct (n6_turning_points b e b0 e0 Hb) as [x1 [x2 [H12 [D1 D2]]]].
  assert (Inj : forall p q, fixed r b e p -> fixed r b e q ->
    (logit p <= x1 /\ logit q <= x1) \/ (x1 <= logit p <= x2 /\ x1 <= logit q <= x2)
    \/ (x2 <= logit p /\ x2 <= logit q) -> p = q).
  { intros p q Fp Fq H; apply fixed_T in Fp; apply fixed_T in Fq; auto; destruct Fp as [Ip Ep], Fq as [Iq Eq].
    apply logit_inj; auto; apply (branch x1 x2 H12 D1 D2); [|exact H].
    apply fixed_psi in Ep; apply fixed_psi in Eq; lra. }
  assert (Cl : forall p, logit p <= x1 \/ x1 <= logit p <= x2 \/ x2 <= logit p) by (intros; lra).
  destruct (Cl p1) as [C1|[C1|C1]], (Cl p2) as [C2|[C2|C2]], (Cl p3) as [C3|[C3|C3]], (Cl p4) as [C4|[C4|C4]];
    auto 12.
Qed.
End Count.
