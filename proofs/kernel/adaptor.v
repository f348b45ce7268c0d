(* Tactics by which a pin, printed from its claim, follows from a theorem of the development: the two differ in the order of
   summands and factors and in how quotients are written. *)
Require GRPO.Defs GRPO.Section2 GRPO.Lemmas2to4.
Ltac open_definitions :=
  unfold GRPO.Defs.h, GRPO.Defs.gain, GRPO.Defs.omega_plus, GRPO.Defs.omega_minus, GRPO.Defs.sigma, GRPO.Defs.logit, GRPO.Defs.pow32,
    GRPO.Section2.f_clip, GRPO.Section2.clip, GRPO.Section2.advantage, GRPO.Section2.binary, Rgt, Rge, Rminus, Rdiv in *.
Ltac positive :=
  lazymatch goal with
  | |- 0 < exp _ => apply exp_pos
  | |- 0 < sqrt _ => apply sqrt_lt_R0; positive
  | |- 0 < / _ => apply Rinv_0_lt_compat; positive
  | |- 0 < _ ^ _ => apply pow_lt; positive
  | |- 0 < cosh _ => unfold cosh, Rdiv; positive
  | |- 0 < _ * _ => first [solve [apply Rmult_lt_0_compat; positive] | lra | nra]
  | |- 0 < _ + _ => first [lra | nra | apply Rplus_lt_0_compat; positive | apply Rplus_le_lt_0_compat; [apply Rlt_le; positive | positive]]
  | |- _ => first [assumption | lra | nra]
  end.
Ltac nonzero := repeat split; first [lra | apply not_eq_sym, Rlt_not_eq; positive].
Ltac equal := first [reflexivity | solve [ring] | solve [field; nonzero]].
(* Write the arguments of [f] in the goal as they stand in [K]. *)
Ltac align_one f K :=
  repeat match goal with
  | |- context [f ?x] =>
    match type of K with
    | context [f ?y] => tryif constr_eq x y then fail else replace (f x) with (f y) by (apply (f_equal f); equal)
    end
  end.
Ltac align K := align_one sqrt K; align_one exp K; align_one ln K; align_one cosh K; align_one sinh K; align_one Rabs K; align_one Rinv K.
Ltac close K :=
  open_definitions; align K;
  match goal with
  | |- ?a = ?b => match type of K with ?c = ?d => replace a with c by equal; replace b with d by equal; exact K end
  | |- ?a < ?b => match type of K with ?c < ?d => apply (Rle_lt_trans _ c); [right; equal | apply (Rlt_le_trans _ d); [exact K | right; equal]] end
  | |- ?a <= ?b => match type of K with ?c <= ?d => apply (Rle_trans _ c); [right; equal | apply (Rle_trans _ d); [exact K | right; equal]] end
  end.
(* The pin follows from the theorem [T], whose premises are among the hypotheses or linear in them. *)
Ltac premises := repeat split; first [assumption | lra].
Lemma even x y : x = - y -> cosh x = cosh y.
Proof. intros ->; unfold cosh; rewrite Ropp_involutive; f_equal; ring. Qed.
Ltac close_even K :=
  open_definitions; align K;
  match goal with |- context [cosh ?x] => match type of K with context [cosh ?y] => replace (cosh x) with (cosh y) by (apply even; equal) end end;
  close K.
(* Both sides are the same term but for the order of summands and factors, at any depth. *)
Ltac same :=
  open_definitions;
  match goal with |- ?a = _ => let K := fresh in assert (K := eq_refl a); align K; equal end.
(* The derivative that [K] gives to a function of the development is that of the printed function. *)
Lemma derive_ext f g x l : (forall t, f t = g t) -> derivable_pt_lim f x l -> derivable_pt_lim g x l.
Proof.
  intros E D eps H; destruct (D eps H) as [d Hd]; exists d; intros t N L; rewrite <- !E; apply Hd; assumption.
Qed.
Ltac derivative K :=
  apply Coquelicot.Derive.is_derive_Reals in K;
  match type of K with
  | derivable_pt_lim ?f _ ?l => exists l; split; [apply (derive_ext f); [intros ?; same | exact K] | ]
  end.
(* Clipping from below first, as the development has it, or from above first, as the paper. *)
Lemma clips x c : 0 <= c -> Rmin (1 + c) (Rmax x (1 - c)) = Rmax (1 - c) (Rmin x (1 + c)).
Proof. intros; unfold Rmin, Rmax; repeat destruct Rle_dec; lra. Qed.
(* Every order of the numbers compared. *)
Ltac cases := unfold Rmin, Rmax; repeat destruct Rle_dec; nra.
