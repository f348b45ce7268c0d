(** N11, epsilon = 0, against Remark 1: the singularities of [h] at 0 and 1 are removable. With
    the value 1 there, the map is continuous on [0,1] and has the fixed point 1. A fixed point
    inside exists iff logit p_ref <= 2 asinh b - 2 sqrt (1 + 1/b^2); if there is none, p_n -> 1 from
    every start. (At e = 0 the definition of [h] in Coq has x / 0 = 0 at the two ends: the
    statements are about the inside, and about the extension.) *)
From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From GRPO Require Import Defs Lemmas2to4 Logit.
Open Scope R_scope.

(** [h] at e = 0, extended by 1. *)
Definition h_bar (r b p : R) : R :=
  if Rlt_dec 0 p then if Rlt_dec p 1 then h r b 0 p else 1 else 1.

(** Convexity of cosh. *)
Lemma cosh_tangent y z : cosh y + sinh y * (z - y) <= cosh z.
Proof.
  pose proof (exp_ineq1_le (z - y)) as A; pose proof (exp_ineq1_le (- (z - y))) as B.
  pose proof (exp_pos y) as Y; pose proof (exp_pos (- y)) as Y'.
  assert (A' : exp y * (1 + (z - y)) <= exp z).
  { replace z with (y + (z - y)) at 2 by ring; rewrite exp_plus; apply Rmult_le_compat_l; lra. }
  assert (B' : exp (- y) * (1 + - (z - y)) <= exp (- z)).
  { replace (- z) with (- y + - (z - y)) by ring; rewrite exp_plus; apply Rmult_le_compat_l; lra. }
  unfold cosh, sinh; lra.
Qed.

Section N11.
Context (r b : R) (r01 : 0 < r < 1) (b0 : 0 < b).

Lemma h_bar_inside p : 0 < p < 1 -> h_bar r b p = h r b 0 p.
Proof using Type. intros Hp; unfold h_bar; destruct (Rlt_dec 0 p); [destruct (Rlt_dec p 1)|]; lra. Qed.

Lemma h_bar_ends p : p = 0 \/ p = 1 -> h_bar r b p = 1.
Proof using Type. intros Hp; unfold h_bar; destruct (Rlt_dec 0 p); [destruct (Rlt_dec p 1)|]; lra. Qed.

(** * The removable singularity *)
Lemma gain_zero p : 0 < p < 1 -> 0 < gain 0 p /\ gain 0 p * sqrt (p * (1 - p)) = 1.
Proof using Type.
  intros Hp; assert (S : 0 < sqrt (p * (1 - p))) by (apply sqrt_lt_R0; nra).
  unfold gain; rewrite Rplus_0_r; split; [apply Rdiv_lt_0_compat; lra | field; lra].
Qed.

Theorem n11_distance p : 0 <= p <= 1 ->
  Rabs (h_bar r b p - 1) <= (1 - r) / r * b * sqrt (p * (1 - p)).
Proof using r01 b0.
  intros Hp; pose proof (ratio_pos r r01) as A0.
  destruct (Req_dec p 0) as [Z|Z]; [|destruct (Req_dec p 1) as [U|U]].
  1,2: rewrite h_bar_ends, Rminus_eq_0, Rabs_R0 by auto; apply Rmult_le_pos; [nra | apply sqrt_pos].
  assert (Hp' : 0 < p < 1) by lra; rewrite h_bar_inside by exact Hp'; destruct (gain_zero p Hp') as [G GS].
  assert (S : 0 < sqrt (p * (1 - p))) by (apply sqrt_lt_R0; nra).
  unfold h; set (y := 1 / b * gain 0 p); set (A := (1 - r) / r) in *; set (s := sqrt (p * (1 - p))) in *.
  assert (y0 : 0 < y) by (apply Rmult_lt_0_compat; [apply Rdiv_lt_0_compat; lra | exact G]).
  assert (Y : b * s * y = 1) by (unfold y; transitivity (gain 0 p * s); [field; lra | exact GS]).
  pose proof (exp_pos (- y)) as E0; pose proof (exp_ineq1_le y) as E1; pose proof (exp_inverse y) as E2.
  assert (Q0 : 0 < A * exp (- y)) by (apply Rmult_lt_0_compat; assumption).
  replace (1 / (1 + A * exp (- y)) - 1) with (- (A * exp (- y) / (1 + A * exp (- y)))) by (field; lra).
  rewrite Rabs_Ropp, Rabs_pos_eq by (apply Rlt_le, Rdiv_lt_0_compat; lra).
  apply (Rle_trans _ (A * exp (- y))).
  - apply Rle_div_l; nra.
  - rewrite Rmult_assoc; apply Rmult_le_compat_l; [lra|].
    apply (Rmult_le_reg_r y); [exact y0|]; rewrite Y.
    apply (Rle_trans _ (exp (- y) * exp y)); [apply Rmult_le_compat_l; lra | lra].
Qed.

Theorem n11_continuous p : 0 <= p <= 1 ->
  filterlim (h_bar r b) (within (fun q => 0 <= q <= 1) (locally p)) (locally (h_bar r b p)).
Proof using r01 b0.
  intros Hp; destruct (Req_dec (p * (1 - p)) 0) as [Z|Z].
  - assert (E : h_bar r b p = 1) by (apply h_bar_ends; apply Rmult_integral in Z; lra); rewrite E.
    assert (C : continuous (fun q => (1 - r) / r * b * sqrt (q * (1 - q))) p).
    { apply (continuous_mult (fun _ => (1 - r) / r * b) (fun q => sqrt (q * (1 - q)))); [apply continuous_const|].
      apply (continuous_comp (fun q => q * (1 - q)) sqrt); [|apply continuous_sqrt].
      apply (ex_derive_continuous (fun q : R => q * (1 - q))); auto_derive; exact I. }
    apply filterlim_locally; intros eps.
    apply filterlim_locally with (eps := eps) in C; unfold within; revert C; apply filter_imp; intros q C Hq.
    unfold ball in *; simpl in *; unfold AbsRing_ball, abs, minus, plus, opp in *; simpl in *.
    rewrite Z, sqrt_0, Rmult_0_r, Ropp_0, Rplus_0_r in C.
    apply (Rle_lt_trans _ _ _ (n11_distance q Hq)); apply (Rle_lt_trans _ _ _ (Rle_abs _) C).
  - assert (Hp' : 0 < p < 1) by (destruct (Req_dec p 0); [nra|]; destruct (Req_dec p 1); nra).
    apply (filterlim_filter_le_1 (F := locally p)); [apply filter_le_within|].
    rewrite h_bar_inside by exact Hp'.
    apply (filterlim_ext_loc (h r b 0)).
    + assert (d0 : 0 < Rmin p (1 - p)) by (apply Rmin_pos; lra).
      exists (mkposreal _ d0); intros q Hq; symmetry; apply h_bar_inside.
      unfold ball in Hq; simpl in Hq; unfold AbsRing_ball, abs, minus, plus, opp in Hq; simpl in Hq.
      pose proof (Rmin_l p (1 - p)); pose proof (Rmin_r p (1 - p)); apply Rabs_lt_between in Hq; lra.
    + apply (ex_derive_continuous (h r b 0)); assert (U : 0 < p * (1 - p)) by nra.
      pose proof (h_den_pos r b 0 r01 p) as D; pose proof (sqrt_lt_R0 _ U) as S.
      unfold h, gain in *; auto_derive; unfold Rdiv, Rminus in *; rewrite ?Rplus_0_r in *.
      repeat split; try lra; rewrite ?Rmult_1_l in *; lra.
Qed.

(** Remark 1 refuted: the extension has a fixed point for all parameters. *)
Theorem n11_fixed_at_one : h_bar r b 1 = 1.
Proof using Type. apply h_bar_ends; auto. Qed.

(** * Fixed points inside *)
Lemma gain_zero_logit x : gain 0 (sigma x) = 2 * cosh (x / 2).
Proof using Type.
  clear r01; unfold gain; rewrite Rplus_0_r, lemma_3_1; pose proof (cosh_ge1 (x / 2)).
  replace (1 / (4 * cosh (x / 2) ^ 2)) with ((1 / (2 * cosh (x / 2))) ^ 2) by (field; lra).
  rewrite sqrt_pow2 by (apply Rlt_le, Rdiv_lt_0_compat; lra); field; lra.
Qed.

Definition T0 (x : R) : R := logit r + 2 * cosh (x / 2) / b.

Lemma logit_h_bar x : logit (h_bar r b (sigma x)) = T0 x.
Proof using r01 b0.
  rewrite h_bar_inside, logit_h, gain_zero_logit by (apply sigma_range || exact r01); unfold T0; field; lra.
Qed.

(** x - 2 cosh (x/2) / b is largest where sinh (x/2) = b. *)
Lemma gap_max x : x - 2 * cosh (x / 2) / b <= 2 * arcsinh b - 2 * sqrt (1 + 1 / b ^ 2).
Proof using b0.
  pose proof (cosh_tangent (arcsinh b) (x / 2)) as C; rewrite sinh_arcsinh in C.
  assert (V : cosh (arcsinh b) = b * sqrt (1 + 1 / b ^ 2)).
  { apply cosh_value; [apply Rmult_le_pos; [lra | apply sqrt_pos]|].
    rewrite Rpow_mult_distr, pow2_sqrt, sinh_arcsinh; [field; lra|].
    assert (0 < 1 / b ^ 2) by (apply Rdiv_lt_0_compat; [lra | apply pow_lt, b0]); lra. }
  rewrite V in C; set (s := sqrt (1 + 1 / b ^ 2)) in *.
  assert (K : s + (x / 2 - arcsinh b) <= cosh (x / 2) / b).
  { apply (proj1 (Rle_div_r _ _ _ b0)); replace ((s + (x / 2 - arcsinh b)) * b)
      with (b * s + b * (x / 2 - arcsinh b)) by ring; exact C. }
  replace (2 * cosh (x / 2) / b) with (2 * (cosh (x / 2) / b)) by (field; lra); lra.
Qed.

Lemma gap_attained : 2 * arcsinh b - 2 * cosh (2 * arcsinh b / 2) / b = 2 * arcsinh b - 2 * sqrt (1 + 1 / b ^ 2).
Proof using b0.
  replace (2 * arcsinh b / 2) with (arcsinh b) by field.
  replace (cosh (arcsinh b)) with (b * sqrt (1 + 1 / b ^ 2)); [field; lra|]; symmetry; apply cosh_value.
  - apply Rmult_le_pos; [lra | apply sqrt_pos].
  - rewrite Rpow_mult_distr, pow2_sqrt, sinh_arcsinh; [field; lra|].
    assert (0 < 1 / b ^ 2) by (apply Rdiv_lt_0_compat; [lra | apply pow_lt, b0]); lra.
Qed.

Lemma fixed_inside_T0 p : 0 < p < 1 -> (h_bar r b p = p <-> T0 (logit p) = logit p).
Proof using r01 b0.
  intros Hp; rewrite <- logit_h_bar, sigma_logit by exact Hp; split; [intros ->; reflexivity|].
  intros E; apply logit_inj; [|exact Hp|exact E]; rewrite h_bar_inside by exact Hp; apply h_range, r01.
Qed.

Theorem n11_interior :
  (exists p, 0 < p < 1 /\ h_bar r b p = p) <-> logit r <= 2 * arcsinh b - 2 * sqrt (1 + 1 / b ^ 2).
Proof using r01 b0.
  split.
  - intros [p [Hp E]]; apply fixed_inside_T0 in E; [|exact Hp]; unfold T0 in E.
    pose proof (gap_max (logit p)); lra.
  - intros H; rewrite <- gap_attained in H; set (m := 2 * arcsinh b) in *.
    assert (Lo : forall x, x - 2 * cosh (x / 2) / b < x).
    { intros x; pose proof (cosh_ge1 (x / 2)).
      assert (0 < 2 * cosh (x / 2) / b) by (apply Rdiv_lt_0_compat; lra); lra. }
    destruct (Req_dec (logit r) (m - 2 * cosh (m / 2) / b)) as [Q|Q].
    { exists (sigma m); split; [apply sigma_range|]; apply fixed_inside_T0; [apply sigma_range|].
      rewrite logit_sigma; unfold T0; lra. }
    pose proof (Lo m); pose proof (Lo (logit r)).
    destruct (Ranalysis5.IVT_interv (fun x => x - 2 * cosh (x / 2) / b - logit r) (logit r) m) as [x [Hx E]];
      [| lra | lra | lra |].
    + intros a _; apply continuity_pt_filterlim, (ex_derive_continuous (fun x => x - 2 * cosh (x / 2) / b - logit r)).
      unfold cosh; auto_derive; lra.
    + exists (sigma x); split; [apply sigma_range|]; apply fixed_inside_T0; [apply sigma_range|].
      rewrite logit_sigma; unfold T0; lra.
Qed.

(** Otherwise every orbit tends to 1. *)
Theorem n11_collapse p0 : 2 * arcsinh b - 2 * sqrt (1 + 1 / b ^ 2) < logit r -> 0 <= p0 <= 1 ->
  is_lim_seq (fun n => Nat.iter n (h_bar r b) p0) 1.
Proof using r01 b0.
  intros H H0; set (d := logit r - (2 * arcsinh b - 2 * sqrt (1 + 1 / b ^ 2))); assert (d0 : 0 < d) by (unfold d; lra).
  assert (Step : forall x, x + d <= T0 x) by (intros x; pose proof (gap_max x); unfold T0, d; lra).
  assert (End : forall n, Nat.iter n (h_bar r b) 1 = 1)
    by (induction n as [|n IH]; [reflexivity | simpl; rewrite IH; apply n11_fixed_at_one]).
  destruct (Req_dec p0 1) as [->|N1]; [apply (is_lim_seq_ext (fun _ => 1)); [intros; symmetry; apply End | apply is_lim_seq_const]|].
  destruct (Req_dec p0 0) as [->|N0].
  { apply is_lim_seq_incr_1, (is_lim_seq_ext (fun _ => 1)); [|apply is_lim_seq_const]; intros n.
    induction n as [|n IH]; [symmetry; apply h_bar_ends; auto | simpl in *; rewrite <- IH; symmetry; apply n11_fixed_at_one]. }
  assert (Hp : 0 < p0 < 1) by lra.
  assert (I : forall n, sigma (logit p0 + INR n * d) <= Nat.iter n (h_bar r b) p0 < 1).
  { induction n as [|n [L U]]; [simpl; rewrite Rmult_0_l, Rplus_0_r, sigma_logit by exact Hp; lra|].
    rewrite S_INR; change (Nat.iter (S n) (h_bar r b) p0) with (h_bar r b (Nat.iter n (h_bar r b) p0)).
    pose proof (sigma_range (logit p0 + INR n * d)) as [S0 _]; set (q := Nat.iter n (h_bar r b) p0) in *.
    assert (Hq : 0 < q < 1) by lra; pose proof (h_range r b 0 r01 q) as Hr; rewrite <- h_bar_inside in Hr by exact Hq.
    split; [|lra]; rewrite <- (sigma_logit (h_bar r b q) Hr).
    replace q with (sigma (logit q)) by (apply sigma_logit, Hq); rewrite logit_h_bar; apply sigma_le.
    apply (Rle_trans _ (logit q + d)); [|apply Step].
    pose proof (logit_le _ q (proj1 (sigma_range (logit p0 + INR n * d))) L U) as K; rewrite logit_sigma in K; lra. }
  apply (is_lim_seq_le_le (fun n => sigma (logit p0 + INR n * d)) _ (fun _ => 1));
    [intros n; pose proof (I n); lra | | apply is_lim_seq_const].
  evar_last; [apply is_lim_seq_div' with (l1 := 1) (l2 := 1 + 0) | f_equal; field]; [apply is_lim_seq_const | | lra].
  apply is_lim_seq_plus'; [apply is_lim_seq_const|].
  apply (is_lim_comp_seq exp _ m_infty); [apply is_lim_exp_m | exists 0%nat; easy |].
  replace m_infty with (Rbar_opp p_infty) by reflexivity; apply -> is_lim_seq_opp.
  apply (is_lim_seq_plus _ _ (logit p0) p_infty); [apply is_lim_seq_const | | reflexivity].
  apply (is_lim_seq_mult _ _ p_infty d); [apply is_lim_seq_INR | apply is_lim_seq_const|].
  apply is_Rbar_mult_p_infty_pos; simpl; exact d0.
Qed.
End N11.
