(** N7: g, hence T, has a negative Schwarzian derivative g'''/g' - (3/2) (g''/g')^2 away from 0,
    for every e >= 0: the second and third derivatives in closed form, and the Schwarzian as minus
    a polynomial with positive coefficients over a square. (Singer's theorem, which draws the
    conclusion on attracting cycles, is not formalised.) *)
From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GRPO Require Import Lemmas2to4 Logit Proposition1.
Open Scope R_scope.

Definition ch (x : R) : R := cosh (x / 2).
Definition sh (x : R) : R := sinh (x / 2).
Definition root (e x : R) : R := sqrt (1 + 4 * e * ch x ^ 2).

Definition d2g (e x : R) : R := ch x * (1 + 4 * e - 8 * e * sh x ^ 2) / (2 * root e x ^ 5).
Definition d3g (e x : R) : R :=
  sh x * ((1 - 12 * e - 24 * e * sh x ^ 2) * (1 + 4 * e + 4 * e * sh x ^ 2)
          - 20 * e * (1 + sh x ^ 2) * (1 + 4 * e - 8 * e * sh x ^ 2)) / (4 * root e x ^ 7).

Lemma ch_derive x : is_derive ch x (sh x / 2).
Proof. unfold ch, sh, cosh, sinh; auto_derive; [exact I | unfold Rdiv; field]. Qed.

Lemma sh_derive x : is_derive sh x (ch x / 2).
Proof. unfold ch, sh, cosh, sinh; auto_derive; [exact I | unfold Rdiv; field]. Qed.

Section N7.
Context (e : R) (e0 : 0 <= e).

Lemma root_pos x : 0 < root e x.
Proof using e0. apply sqrt_lt_R0; pose proof (pow2_ge_0 (ch x)); pose proof (Rmult_le_pos e (ch x ^ 2)); lra. Qed.

Lemma root_sqr x : root e x * root e x = 1 + 4 * e + 4 * e * sh x ^ 2.
Proof using e0.
  unfold root; rewrite sqrt_sqrt.
  - unfold ch, sh; rewrite (cosh_sinh (x / 2)); ring.
  - pose proof (pow2_ge_0 (ch x)); pose proof (Rmult_le_pos e (ch x ^ 2)); lra.
Qed.

Lemma root_derive x : is_derive (root e) x (2 * e * sh x * ch x / root e x).
Proof using e0.
  pose proof (root_pos x) as P; unfold root in *.
  assert (Q : 0 < 1 + 4 * e * ch x ^ 2)
    by (pose proof (pow2_ge_0 (ch x)); pose proof (Rmult_le_pos e (ch x ^ 2)); lra).
  auto_derive; [split; [exact (ex_intro _ _ (ch_derive x)) | split; [simpl in Q; exact Q | exact I]]|].
  replace (Derive (fun y => ch y) x) with (sh x / 2) by (symmetry; apply is_derive_unique, ch_derive).
  simpl in *; field; lra.
Qed.

Lemma dg_root x : dg e x = sh x / root e x ^ 3.
Proof using Type. reflexivity. Qed.

Ltac derivatives x :=
  replace (Derive (fun y => ch y) x) with (sh x / 2) by (symmetry; apply is_derive_unique, ch_derive);
  replace (Derive (fun y => sh y) x) with (ch x / 2) by (symmetry; apply is_derive_unique, sh_derive);
  replace (Derive (fun y => root e y) x) with (2 * e * sh x * ch x / root e x)
    by (symmetry; apply is_derive_unique, root_derive).
Ltac exist x :=
  repeat match goal with
  | |- _ /\ _ => split
  | |- True => exact I
  | |- ex_derive (fun y => ch y) _ => exact (ex_intro _ _ (ch_derive x))
  | |- ex_derive (fun y => sh y) _ => exact (ex_intro _ _ (sh_derive x))
  | |- ex_derive (fun y => root e y) _ => exact (ex_intro _ _ (root_derive x))
  | |- _ <> 0 => pose proof (root_pos x); apply Rgt_not_eq; repeat apply Rmult_lt_0_compat; lra
  end.

Theorem n7_first x : is_derive (g e) x (dg e x).
Proof using e0.
  apply (is_derive_ext (fun y => 2 * ch y / root e y)); [reflexivity|].
  auto_derive; [exist x|]; derivatives x; rewrite dg_root.
  pose proof (root_pos x); pose proof (root_sqr x) as R2; pose proof (cosh_sinh (x / 2)) as C2; fold (ch x) (sh x) in C2.
  replace (sh x / root e x ^ 3) with (sh x * (root e x * root e x - 4 * e * ch x ^ 2) / root e x ^ 3)
    by (rewrite R2, C2; f_equal; ring).
  field; lra.
Qed.

Theorem n7_second x : is_derive (dg e) x (d2g e x).
Proof using e0.
  apply (is_derive_ext (fun y => sh y / root e y ^ 3)); [reflexivity|].
  auto_derive; [exist x|]; derivatives x; unfold d2g.
  pose proof (root_pos x); pose proof (root_sqr x) as R2.
  replace (1 + 4 * e - 8 * e * sh x ^ 2) with (root e x * root e x - 12 * e * sh x ^ 2) by (rewrite R2; ring).
  field; lra.
Qed.

Theorem n7_third x : is_derive (d2g e) x (d3g e x).
Proof using e0.
  unfold d2g; auto_derive; [exist x|]; derivatives x; unfold d3g.
  pose proof (root_pos x); pose proof (root_sqr x) as R2; pose proof (cosh_sinh (x / 2)) as C2; fold (ch x) (sh x) in C2.
  rewrite <- R2, <- C2.
  replace (1 - 12 * e - 24 * e * sh x ^ 2) with (1 + 4 * e - 8 * e * sh x ^ 2 - 16 * e * ch x ^ 2) by (rewrite C2; ring).
  field; lra.
Qed.

(** The Schwarzian derivative, and its sign. *)
Theorem n7_schwarzian x : x <> 0 -> let w := sh x ^ 2 in
  d3g e x / dg e x - 3 / 2 * (d2g e x / dg e x) ^ 2
  = - (64 * e ^ 2 * w ^ 3 + 128 * e ^ 2 * w ^ 2 + 112 * e ^ 2 * w + 48 * e ^ 2
       + 32 * e * w ^ 2 + 32 * e * w + 24 * e + w + 3)
    / (8 * w * (1 + 4 * e + 4 * e * w) ^ 2).
Proof using e0.
  intros N w; pose proof (root_pos x); pose proof (root_sqr x) as R2.
  pose proof (cosh_sinh (x / 2)) as C2; fold (ch x) (sh x) in C2.
  assert (S : sh x <> 0) by (intros Z; apply N; rewrite <- sinh_0 in Z; apply sinh_inj in Z; lra).
  unfold w; rewrite dg_root; unfold d3g, d2g.
  set (s := sh x) in *; set (q := root e x) in *; set (c := ch x) in *.
  transitivity ((2 * s ^ 2 * ((1 - 12 * e - 24 * e * s ^ 2) * (1 + 4 * e + 4 * e * s ^ 2)
      - 20 * e * (1 + s ^ 2) * (1 + 4 * e - 8 * e * s ^ 2)) - 3 * c ^ 2 * (1 + 4 * e - 8 * e * s ^ 2) ^ 2)
      / (8 * s ^ 2 * (q * q) ^ 2)); [field; lra|].
  rewrite R2, C2; f_equal; ring.
Qed.

Theorem n7_negative x : x <> 0 -> d3g e x / dg e x - 3 / 2 * (d2g e x / dg e x) ^ 2 < 0.
Proof using e0.
  intros N; rewrite n7_schwarzian by exact N.
  assert (S : sh x <> 0) by (intros Z; apply N; rewrite <- sinh_0 in Z; apply sinh_inj in Z; lra).
  assert (W : 0 < sh x ^ 2) by (apply pow2_gt_0, S); set (w := sh x ^ 2) in *.
  assert (P : forall k n, 0 <= e ^ k * w ^ n) by (intros; apply Rmult_le_pos; apply pow_le; lra).
  pose proof (P 2%nat 3%nat); pose proof (P 2%nat 2%nat); pose proof (P 2%nat 1%nat); pose proof (P 2%nat 0%nat).
  pose proof (P 1%nat 2%nat); pose proof (P 1%nat 1%nat); simpl in *.
  assert (0 < 8 * w * (1 + 4 * e + 4 * e * w) ^ 2).
  { apply Rmult_lt_0_compat; [lra | apply pow_lt; pose proof (Rmult_le_pos e w); lra]. }
  apply Rlt_div_l; [simpl in *; lra|]; rewrite Rmult_0_l; simpl; lra.
Qed.

(** Without a quotient it holds at 0 too, where the first derivative vanishes and the second does not. *)
Theorem n7_everywhere x : 2 * dg e x * d3g e x < 3 * d2g e x ^ 2.
Proof using e0.
  destruct (Req_dec x 0) as [->|N].
  - assert (Z : sh 0 = 0) by (unfold sh; replace (0 / 2) with 0 by field; apply sinh_0).
    pose proof (root_pos 0) as P; rewrite dg_root; unfold d2g, d3g; rewrite Z.
    assert (C : 0 < ch 0) by (unfold ch; pose proof (cosh_ge1 (0 / 2)); lra).
    assert (0 < ch 0 * (1 + 4 * e - 8 * e * 0 ^ 2) / (2 * root e 0 ^ 5)).
    { apply Rdiv_lt_0_compat; [apply Rmult_lt_0_compat; lra | apply Rmult_lt_0_compat; [lra | apply pow_lt, P]]. }
    replace (2 * (0 / root e 0 ^ 3)) with 0 by (field; lra); rewrite Rmult_0_l; apply Rmult_lt_0_compat; [lra | apply pow_lt; assumption].
  - pose proof (n7_negative x N) as K; pose proof (root_pos x) as P.
    assert (D : dg e x <> 0).
    { rewrite dg_root; intros Z; apply N; apply Rmult_integral in Z; destruct Z as [Z|Z].
      - unfold sh in Z; rewrite <- sinh_0 in Z; apply sinh_inj in Z; lra.
      - exfalso; apply (Rinv_neq_0_compat (root e x ^ 3)); [apply pow_nonzero; lra | exact Z]. }
    apply (Rmult_lt_compat_r (2 * dg e x ^ 2)) in K; [|pose proof (pow2_gt_0 _ D); lra].
    replace ((d3g e x / dg e x - 3 / 2 * (d2g e x / dg e x) ^ 2) * (2 * dg e x ^ 2)) with (2 * dg e x * d3g e x - 3 * d2g e x ^ 2) in K
      by (field; exact D); lra.
Qed.
End N7.

Lemma scaled_derive (f : R -> R) (x l A c : R) : is_derive f x l -> derivable_pt_lim (fun y => A + c * f y) x (c * l).
Proof.
  intros D; assert (E : forall y, A + 0 * y + c * f y = A + c * f y) by (intros; ring).
  apply is_derive_Reals, (is_derive_ext _ _ _ _ E).
  replace (c * l) with (0 + c * l) by ring; apply affine_derive, D.
Qed.
