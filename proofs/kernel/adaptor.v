(* Tactics and lemmas by which a pin, printed from its claim, follows from a theorem of the development: the two differ in the order
   of summands and factors and in how quotients are written. *)
From Coquelicot Require Coquelicot.
Require GRPO.Defs GRPO.Section2 GRPO.Lemmas2to4.

(* The paper's functions as they are printed, once every quotient is a product. *)
Section Printed.
Context (r b e p : R).
Lemma variance_printed : e + p * (1 - p) = p * (1 - p) + e.
Proof. ring. Qed.
Lemma h_printed : / (1 + / r * (1 - r) * exp (- (/ b * / sqrt (e + p * (1 - p))))) = GRPO.Defs.h r b e p.
Proof.
  unfold GRPO.Defs.h, GRPO.Defs.gain, Rdiv; rewrite variance_printed, !Rmult_1_l, (Rmult_comm (/ r)); reflexivity.
Qed.
Lemma pow32_printed : sqrt (e + p * (1 - p)) ^ 3 = GRPO.Defs.pow32 (p * (1 - p) + e).
Proof. unfold GRPO.Defs.pow32; rewrite variance_printed; reflexivity. Qed.
Lemma plus_printed : / sqrt (e + p * (1 - p)) * (1 - p) = GRPO.Defs.omega_plus e p.
Proof. unfold GRPO.Defs.omega_plus, Rdiv; rewrite variance_printed; ring. Qed.
Lemma minus_printed : p * / sqrt (e + p * (1 - p)) = GRPO.Defs.omega_minus e p.
Proof. unfold GRPO.Defs.omega_minus, Rdiv; rewrite variance_printed; reflexivity. Qed.
Lemma gain_printed : / sqrt (e + p * (1 - p)) = GRPO.Defs.gain e p.
Proof. unfold GRPO.Defs.gain, Rdiv; rewrite variance_printed; ring. Qed.
Lemma plus_gain : GRPO.Defs.omega_plus e p = (1 - p) * GRPO.Defs.gain e p.
Proof. unfold GRPO.Defs.omega_plus, GRPO.Defs.gain, Rdiv; ring. Qed.
Lemma minus_gain : GRPO.Defs.omega_minus e p = p * GRPO.Defs.gain e p.
Proof. unfold GRPO.Defs.omega_minus, GRPO.Defs.gain, Rdiv; ring. Qed.
End Printed.
Lemma sigma_printed z : / (1 + exp (- z)) = GRPO.Defs.sigma z.
Proof. unfold GRPO.Defs.sigma, Rdiv; ring. Qed.

(* Quotients become products, relations point upwards, and the paper's functions take their names. *)
Ltac upward :=
  unfold Rgt in *; repeat match goal with H : _ >= _ |- _ => apply Rge_le in H end; try match goal with |- _ >= _ => apply Rle_ge end.
Ltac products := upward; unfold Rdiv in *; rewrite ?Rinv_mult, ?Rmult_1_l in *.
Ltac fold_paper := rewrite ?h_printed, ?pow32_printed, ?plus_printed, ?minus_printed, ?gain_printed, ?sigma_printed in *.
Ltac printed := intros; upward; unfold Rdiv in *; fold_paper; products.
(* The goal is [K] up to the laws of rings. *)
Ltac linear K := products; first [exact K | lra | nra].

(* The derivative that [K] gives to a function of the development is that of the printed function. *)
Lemma derive_ext f g x l : (forall t, f t = g t) -> derivable_pt_lim f x l -> derivable_pt_lim g x l.
Proof.
  intros E D eps H; destruct (D eps H) as [d Hd]; exists d; intros t N L; rewrite <- !E; apply Hd; assumption.
Qed.
Ltac derivative K :=
  apply Coquelicot.Derive.is_derive_Reals in K;
  match type of K with
  | derivable_pt_lim ?f _ ?l =>
      exists l; split; [apply (derive_ext f); [intros ?; unfold Rdiv; rewrite ?h_printed, ?gain_printed; first [reflexivity | ring] | exact K] | ]
  end.

(* Clipping from below first, as the development has it, or from above first, as the paper. *)
Lemma clips x c : 0 <= c -> Rmin (1 + c) (Rmax x (1 - c)) = Rmax (1 - c) (Rmin x (1 + c)).
Proof. intros; unfold Rmin, Rmax; repeat destruct Rle_dec; lra. Qed.
(* Every order of the numbers compared. *)
Ltac cases := unfold Rmin, Rmax; repeat destruct Rle_dec; nra.

(* Signs of products, quotients, roots and exponentials, read off. *)
Ltac positive :=
  lazymatch goal with
  | |- 0 < exp _ => apply exp_pos
  | |- 0 < sqrt _ => apply sqrt_lt_R0; positive
  | |- 0 < / _ => apply Rinv_0_lt_compat; positive
  | |- 0 < _ ^ _ => apply pow_lt; positive
  | |- 0 < cosh _ => unfold cosh, Rdiv; positive
  | |- 0 < _ * _ => first [assumption | solve [apply Rmult_lt_0_compat; positive] | lra | nra]
  | |- 0 < _ + _ => first [lra | nra | apply Rplus_lt_0_compat; positive | apply Rplus_le_lt_0_compat; [apply Rlt_le; positive | positive]]
  | |- _ => first [assumption | lra | nra]
  end.
Ltac nonzero := repeat split; first [lra | apply not_eq_sym, Rlt_not_eq; positive].
(* A root, an inverse, an exponential becomes a variable, of which what defines it is kept. *)
Ltac root_of x :=
  let s := fresh "s" in
  assert (0 < sqrt x) by (apply sqrt_lt_R0; positive); assert (sqrt x * sqrt x = x) by (apply sqrt_sqrt, Rlt_le; positive);
  set (s := sqrt x) in *; clearbody s.
Ltac roots := repeat match goal with |- context [sqrt ?x] => root_of x end.
Ltac inverse_of x :=
  let i := fresh "i" in
  assert (0 < / x) by (apply Rinv_0_lt_compat; positive); assert (x * / x = 1) by (apply Rinv_r, not_eq_sym, Rlt_not_eq; positive);
  set (i := / x) in *; clearbody i.
Ltac inverses := repeat match goal with |- context [/ ?x] => inverse_of x end.
Ltac exponential_of x := let u := fresh "u" in pose proof (exp_pos x); set (u := exp x) in *; clearbody u.
Ltac exponentials := repeat match goal with |- context [exp ?x] => exponential_of x end.
Lemma even x y : x = - y -> cosh x = cosh y.
Proof. intros ->; unfold cosh; rewrite Ropp_involutive; f_equal; ring. Qed.
(* Where a numerator may be 0. *)
Ltac nonneg :=
  lazymatch goal with
  | |- 0 <= _ * _ => first [assumption | solve [apply Rmult_le_pos; nonneg] | lra | nra]
  | |- 0 <= _ => first [assumption | lra | apply Rlt_le; positive]
  end.
Ltac absolute := unfold Rabs in *; repeat (destruct Rcase_abs; try (exfalso; lra)); lra.
Lemma h_end_printed r b e : / (1 + / r * (1 - r) * exp (- (/ b * / sqrt e))) = GRPO.Defs.h r b e 0.
Proof. rewrite <- h_printed; replace (e + 0 * (1 - 0)) with e by ring; reflexivity. Qed.
Ltac half e := replace (1 / 4 + e) with (e + 1 / 2 * (1 - 1 / 2)) by field.

(* The coordinate y = logit p, and the threshold. *)
Require GRPO.Logit GRPO.Beyond_N1_N2 GRPO.Lemma1 GRPO.Proposition1.
Section Logits.
Context (r b e y p : R).
Lemma half_printed : y / 2 = / 2 * y.
Proof. field. Qed.
Lemma den_printed : GRPO.Defs.pow32 (1 + 4 * e * cosh (y / 2) ^ 2) = sqrt (1 + 4 * e * cosh (/ 2 * y) ^ 2) ^ 3.
Proof. unfold GRPO.Defs.pow32; rewrite half_printed; reflexivity. Qed.
Lemma g_printed : 2 * / sqrt (1 + 4 * e * cosh (/ 2 * y) ^ 2) * cosh (/ 2 * y) = GRPO.Logit.g e y.
Proof. unfold GRPO.Logit.g, Rdiv; rewrite (Rmult_comm y); ring. Qed.
Lemma g_over_printed : 2 * / b * / sqrt (1 + 4 * e * cosh (/ 2 * y) ^ 2) * cosh (/ 2 * y) = 1 / b * GRPO.Logit.g e y.
Proof. unfold GRPO.Logit.g, Rdiv; rewrite (Rmult_comm y); ring. Qed.
Lemma dg_printed : / sqrt (1 + 4 * e * cosh (/ 2 * y) ^ 2) ^ 3 * sinh (/ 2 * y) = GRPO.Logit.dg e y.
Proof. unfold GRPO.Logit.dg, Rdiv, GRPO.Defs.pow32; rewrite (Rmult_comm y); ring. Qed.
Lemma logit_printed : ln (r * / (1 - r)) = GRPO.Defs.logit r.
Proof. reflexivity. Qed.
Lemma B_printed : / 2 * p * / GRPO.Defs.pow32 (p * (1 - p) + e) * (1 - p) * Rabs (- 1 + 2 * p) = GRPO.Lemma1.B e p.
Proof. unfold GRPO.Lemma1.B, Rdiv; rewrite Rinv_mult; replace (2 * p - 1) with (- 1 + 2 * p) by ring; ring. Qed.
Lemma kappa_printed : / sqrt (1 + 4 * e) = GRPO.Beyond_N1_N2.kappa e.
Proof. unfold GRPO.Beyond_N1_N2.kappa, Rdiv; ring. Qed.
End Logits.
Lemma B_max_printed e : 0 < e -> / 9 * sqrt 3 * / sqrt e * / (1 + 4 * e) = GRPO.Logit.B_max e.
Proof.
  intros H; unfold GRPO.Logit.B_max; pose proof (sqrt_lt_R0 e H); pose proof (sqrt_lt_R0 3 ltac:(lra)).
  pose proof (sqrt_sqrt 3 ltac:(lra)) as E; set (s := sqrt 3) in *; set (t := sqrt e) in *.
  replace (/ 9) with (/ (3 * (s * s))) by (rewrite E; field); field; lra.
Qed.
Ltac logits := rewrite ?g_printed, ?g_over_printed, ?dg_printed, ?logit_printed, ?B_printed, ?kappa_printed in *;
  rewrite ?B_max_printed in * by lra.

(* The exponent z of Appendix B, and xi. *)
Require GRPO.AppendixB.
Lemma z_printed r b e p : - (/ b * GRPO.Defs.gain e p) + ln (/ r * (1 - r)) = - GRPO.AppendixB.z r b e p.
Proof. unfold GRPO.AppendixB.z, Rdiv; rewrite (Rmult_comm (1 - r)); ring. Qed.
Lemma xi_printed b e p : cosh (/ 2 * / b * GRPO.Defs.gain e p) ^ 2 = GRPO.AppendixB.xi b e p.
Proof. unfold GRPO.AppendixB.xi, Rdiv; rewrite Rinv_mult, Rmult_1_l; reflexivity. Qed.

(* Finite sums: the printed ones are those of the development; a combination of sums is the sum of the combinations. *)
Require GRPO.FiniteSum.
Section Sums.
Context {A : Type} (l : list A) (f : A -> R) (c : R).
Lemma sum_right : GRPO.FiniteSum.Sum l f * c = GRPO.FiniteSum.Sum l (fun o => f o * c).
Proof. rewrite Rmult_comm, <- GRPO.FiniteSum.Sum_scal; apply GRPO.FiniteSum.Sum_ext; intros; ring. Qed.
Lemma sum_opp : - GRPO.FiniteSum.Sum l f = GRPO.FiniteSum.Sum l (fun o => - f o).
Proof. replace (- GRPO.FiniteSum.Sum l f) with (-1 * GRPO.FiniteSum.Sum l f) by ring; rewrite <- GRPO.FiniteSum.Sum_scal; apply GRPO.FiniteSum.Sum_ext; intros; ring. Qed.
Lemma sum_one g a x : GRPO.FiniteSum.Sum l g = x -> (forall o, In o l -> f o = a * g o) -> GRPO.FiniteSum.Sum l f = a * x.
Proof. intros <- E; rewrite <- GRPO.FiniteSum.Sum_scal; apply GRPO.FiniteSum.Sum_ext, E. Qed.
Lemma sum_two g h a b x y : GRPO.FiniteSum.Sum l g = x -> GRPO.FiniteSum.Sum l h = y ->
  (forall o, In o l -> f o = a * g o + b * h o) -> GRPO.FiniteSum.Sum l f = a * x + b * y.
Proof.
  intros <- <- E; rewrite <- !GRPO.FiniteSum.Sum_scal, <- GRPO.FiniteSum.Sum_plus; apply GRPO.FiniteSum.Sum_ext, E.
Qed.
Lemma sum_mass g : GRPO.FiniteSum.Sum l f = GRPO.FiniteSum.Sum l g -> GRPO.FiniteSum.Sum l (fun o => f o - g o) = 0.
Proof. intros E; rewrite GRPO.FiniteSum.Sum_minus, E; ring. Qed.
End Sums.
Lemma min_scaled u y z : 0 <= u -> Rmin (u * y) (u * z) = u * Rmin y z.
Proof. intros; unfold Rmin; repeat destruct Rle_dec; nra. Qed.
Lemma min_flipped u y z : 0 <= u -> Rmin (- u * y) (- u * z) = - u * Rmax y z.
Proof. intros; unfold Rmin, Rmax; repeat destruct Rle_dec; nra. Qed.
Lemma clipped c y : 0 <= c -> Rmin y (Rmin (1 + c) (Rmax y (1 - c))) = Rmin (1 + c) y /\ Rmax y (Rmin (1 + c) (Rmax y (1 - c))) = Rmax y (1 - c).
Proof. intros; unfold Rmin, Rmax; split; repeat destruct Rle_dec; lra. Qed.
Ltac sums := repeat match goal with
  | H : context C [fold_right (fun i rest => @?f i + rest) 0 ?l] |- _ => let t := context C [GRPO.FiniteSum.Sum l f] in change t in H
  | |- context C [fold_right (fun i rest => @?f i + rest) 0 ?l] => let t := context C [GRPO.FiniteSum.Sum l f] in change t
  end; cbv beta in *.
Ltac gather := unfold Rdiv; repeat first
  [rewrite <- GRPO.FiniteSum.Sum_scal | rewrite sum_right | rewrite sum_opp | rewrite <- GRPO.FiniteSum.Sum_plus | rewrite <- GRPO.FiniteSum.Sum_minus].
Ltac each o Ho := intros o Ho; repeat match goal with H : forall i, In i _ -> _ |- _ => specialize (H o Ho) end.
Ltac termwise := let o := fresh "o" in let Ho := fresh "Ho" in first [apply GRPO.FiniteSum.Sum_ext | apply GRPO.FiniteSum.Sum_le]; each o Ho.
Ltac at_it := repeat match goal with E : ?f ?o = _ |- context [?f ?o] => rewrite E end.
Ltac either := match goal with H : _ = 0 \/ _ = 1 |- _ => destruct H end; at_it.

(* The first factor of f', as it is printed: a(p_ref)/2 and b(p)/(2 beta) inside cosh. *)
Section FirstFactor.
Context (r b e p : R).
Lemma cosh_z : cosh (/ 2 * ln (/ r * (1 - r)) + - / 2 * / b * GRPO.Defs.gain e p) = cosh (GRPO.AppendixB.z r b e p / 2).
Proof. apply even; unfold GRPO.AppendixB.z, Rdiv; rewrite (Rmult_comm (1 - r)); ring. Qed.
Lemma sigma_cosh z : GRPO.Defs.sigma z * (1 - GRPO.Defs.sigma z) = / 4 * / cosh (z / 2) ^ 2.
Proof. rewrite GRPO.Lemmas2to4.lemma_3_1; unfold Rdiv; rewrite Rinv_mult; ring. Qed.
Lemma cosh_a : 0 < r < 1 -> cosh (/ 2 * ln (/ r * (1 - r))) ^ 2 = 1 / (4 * r * (1 - r)).
Proof.
  intros H; rewrite <- GRPO.Lemmas2to4.cosh_logit by exact H; f_equal; apply even.
  rewrite <- GRPO.Lemmas2to4.lemma_4_logit by exact H; unfold Rdiv; rewrite (Rmult_comm (1 - r)); ring.
Qed.
Lemma first_printed : 1 / 2 < r < 1 -> 0 < b -> 0 < e -> 0 <= p <= 1 ->
  / 4 * / cosh (GRPO.AppendixB.z r b e p / 2) ^ 2
  <= / 4 * / cosh (/ 2 * ln (/ r * (1 - r))) ^ 2 * / cosh (/ 2 * / b * GRPO.Defs.gain e p) ^ 2.
Proof.
  intros Hr Hb He Hp; pose proof (GRPO.Defs.gain_pos e He p Hp) as G.
  pose proof (GRPO.Lemmas2to4.lemma_3_2 (GRPO.Defs.logit r) (/ b * GRPO.Defs.gain e p) (GRPO.Lemmas2to4.logit_pos r Hr)
    ltac:(apply Rmult_lt_0_compat; [apply Rinv_0_lt_compat; lra | lra])) as K.
  replace (GRPO.Defs.logit r + / b * GRPO.Defs.gain e p) with (GRPO.AppendixB.z r b e p) in K
    by (unfold GRPO.AppendixB.z; rewrite GRPO.Lemmas2to4.lemma_4_logit by lra; unfold Rdiv; ring).
  rewrite sigma_cosh in K; rewrite cosh_a by lra; rewrite GRPO.Lemmas2to4.cosh_logit in K by lra.
  unfold Rdiv in *; rewrite !Rinv_mult, Rinv_inv in *; rewrite !Rmult_1_l in *.
  replace (/ b * GRPO.Defs.gain e p * / 2) with (/ 2 * / b * GRPO.Defs.gain e p) in K by ring; rewrite ?Rinv_mult, ?Rinv_inv in *; lra.
Qed.
End FirstFactor.
Lemma sinh_pos x : 0 < x -> 0 < sinh x.
Proof. intros H; rewrite <- sinh_0; apply GRPO.Logit.sinh_increasing, H. Qed.
Lemma halves y : 1 / 2 * y = y / 2.
Proof. field. Qed.
Section Halves.
Context (e y : R).
Lemma g_half : 2 / sqrt (1 + 4 * e * cosh (1 / 2 * y) ^ 2) * cosh (1 / 2 * y) = GRPO.Logit.g e y.
Proof. unfold GRPO.Logit.g; rewrite !halves; unfold Rdiv; ring. Qed.
Lemma dg_half : / sqrt (1 + 4 * e * cosh (1 / 2 * y) ^ 2) ^ 3 * sinh (1 / 2 * y) = GRPO.Logit.dg e y.
Proof. unfold GRPO.Logit.dg, GRPO.Defs.pow32; rewrite !halves; unfold Rdiv; ring. Qed.
End Halves.
(* Smoothing outside the root, L6. *)
Require GRPO.Beyond_L6.
Section Outside.
Context (e y : R).
Lemma k_half : 2 / (1 + 2 * e * cosh (1 / 2 * y)) * cosh (1 / 2 * y) = GRPO.Beyond_L6.k e y.
Proof. unfold GRPO.Beyond_L6.k; rewrite !halves; unfold Rdiv; ring. Qed.
Lemma dk_half : / (1 + 2 * e * cosh (1 / 2 * y)) ^ 2 * sinh (1 / 2 * y) = GRPO.Beyond_L6.dk e y.
Proof. unfold GRPO.Beyond_L6.dk; rewrite !halves; unfold Rdiv; ring. Qed.
End Outside.
Section Steepest.
Context (e : R) (He : 0 < e).
Lemma C_printed : 1 / 4 / e * (1 + sqrt (1 + 32 * e ^ 2)) = GRPO.Beyond_L6.C6 e.
Proof. unfold GRPO.Beyond_L6.C6, GRPO.Beyond_L6.R6; field; lra. Qed.
Lemma steepest_printed : 4 * sqrt (-1 + 1 / 16 / e ^ 2 * (1 + sqrt (1 + 32 * e ^ 2)) ^ 2) / (3 + sqrt (1 + 32 * e ^ 2)) ^ 2 = GRPO.Beyond_L6.steepest e.
Proof.
  unfold GRPO.Beyond_L6.steepest; do 2 f_equal; f_equal; unfold GRPO.Beyond_L6.C6, GRPO.Beyond_L6.R6; field; lra.
Qed.
Lemma root_printed : sqrt (-1 + 1 / 16 / e ^ 2 * (1 + sqrt (1 + 32 * e ^ 2)) ^ 2) = sqrt (GRPO.Beyond_L6.C6 e ^ 2 - 1).
Proof. f_equal; unfold GRPO.Beyond_L6.C6, GRPO.Beyond_L6.R6; field; lra. Qed.
End Steepest.
