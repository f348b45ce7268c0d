(** Section 2: the advantage of a binary reward, the clipping identities, the weights of
    Equation (4), and GRPO as an adaptive weighted contrastive loss, for one prompt and a
    finite outcome set. *)
From Coq Require Import Reals Lra Psatz List.
From Coquelicot Require Import Coquelicot.
From GRPO Require Import Defs FiniteSum.
Open Scope R_scope.

(** [clip], f_epsilon, and the binary reward with its mean and variance. *)
Definition clip (x lo hi : R) : R := Rmax lo (Rmin x hi).
Definition f_clip (eps x y : R) : R := Rmin (x * y) (clip x (1 - eps) (1 + eps) * y).
Definition binary (w : bool) : R := if w then 1 else 0.
(** The stabilised advantage of Section 2.2; [e = 0] is Equation (1). *)
Definition advantage (e p : R) (w : bool) : R := (binary w - p) / sqrt (p * (1 - p) + e).

(** * Mean, variance, advantage *)
Theorem bernoulli_mean {A} (l : list A) (good : A -> bool) old :
  Sum l (fun o => old o * binary (good o)) = success l good old.
Proof. apply Sum_ext; intros o _; unfold binary; destruct (good o); ring. Qed.

Theorem bernoulli_variance {A} (l : list A) (good : A -> bool) old : policy l old ->
  let p := success l good old in
  Sum l (fun o => old o * (binary (good o) - p) ^ 2) = p * (1 - p).
Proof.
  intros Hq p; rewrite (Sum_split l good).
  transitivity ((1 - p) ^ 2 * success l good old
                + p ^ 2 * Sum l (fun o => if good o then 0 else old o)).
  - unfold success; rewrite <- !Sum_scal; f_equal; apply Sum_ext; intros o _;
      unfold binary; destruct (good o); ring.
  - rewrite (failure_mass l good old Hq); fold p; ring.
Qed.

Theorem advantage_success p : 0 < p < 1 -> advantage 0 p true = sqrt ((1 - p) / p).
Proof.
  intros Hp; unfold advantage, binary; rewrite Rplus_0_r, sqrt_mult, sqrt_div by lra.
  pose proof (sqrt_lt_R0 p); pose proof (sqrt_lt_R0 (1 - p)).
  rewrite <- (sqrt_sqrt (1 - p)) at 1 by lra; field; lra.
Qed.

Theorem advantage_failure p : 0 < p < 1 -> advantage 0 p false = - sqrt (p / (1 - p)).
Proof.
  intros Hp; unfold advantage, binary; rewrite Rplus_0_r, sqrt_mult, sqrt_div by lra.
  pose proof (sqrt_lt_R0 p); pose proof (sqrt_lt_R0 (1 - p)).
  rewrite <- (sqrt_sqrt p) at 1 by lra; field; lra.
Qed.

(** Equation (3), with epsilon under the root as Equation (4) has it. *)
Theorem advantage_weights e p (w : bool) :
  advantage e p w = if w then omega_plus e p else - omega_minus e p.
Proof.
  unfold advantage, binary, omega_plus, omega_minus; destruct w; [reflexivity|].
  unfold Rdiv; ring.
Qed.

(** Figure 1: failures weigh more than successes exactly when p > 1/2. *)
Theorem weights_order e p : 0 < e -> 0 <= p <= 1 -> (omega_plus e p < omega_minus e p <-> 1 / 2 < p).
Proof.
  intros e0 Hp; pose proof (s_pos e e0 p Hp) as Hs; unfold omega_plus, omega_minus, Rdiv.
  pose proof (Rinv_0_lt_compat _ Hs); split; intros; nra.
Qed.

(** Figure 1: successes weigh less, failures more, the more often the old policy succeeds. *)
Theorem omega_plus_decreasing e p q : 0 < e -> 0 <= p -> p < q -> q <= 1 -> omega_plus e q < omega_plus e p.
Proof.
  intros e0 Hp L Hq; pose proof (s_pos e e0 p ltac:(lra)) as S; pose proof (s_pos e e0 q ltac:(lra)) as T.
  pose proof (sqrt_sqrt (p * (1 - p) + e) ltac:(nra)) as S2; pose proof (sqrt_sqrt (q * (1 - q) + e) ltac:(nra)) as T2.
  unfold omega_plus; set (s := sqrt (p * (1 - p) + e)) in *; set (t := sqrt (q * (1 - q) + e)) in *.
  assert (X : (1 - q) * s < (1 - p) * t).
  { apply Rsqr_incrst_0; [|nra|nra]; unfold Rsqr.
    replace ((1 - q) * s * ((1 - q) * s)) with ((1 - q) ^ 2 * (s * s)) by ring.
    replace ((1 - p) * t * ((1 - p) * t)) with ((1 - p) ^ 2 * (t * t)) by ring; rewrite S2, T2.
    assert (0 < e * ((1 - p) ^ 2 - (1 - q) ^ 2)) by (apply Rmult_lt_0_compat; nra).
    assert (0 <= (1 - p) * (1 - q) * (q - p)) by (repeat apply Rmult_le_pos; lra); nra. }
  apply Rmult_lt_reg_r with (s * t); [nra|]; field_simplify; lra.
Qed.

Theorem omega_minus_increasing e p q : 0 < e -> 0 <= p -> p < q -> q <= 1 -> omega_minus e p < omega_minus e q.
Proof.
  assert (M : forall x, omega_minus e x = omega_plus e (1 - x)).
  { intros x; unfold omega_minus, omega_plus; f_equal; [ring | f_equal; ring]. }
  intros e0 Hp L Hq; rewrite !M; apply omega_plus_decreasing; lra.
Qed.

(** * Clipping *)
Theorem clip_positive eps x a : 0 <= eps -> 0 <= a -> f_clip eps x a = a * Rmin x (1 + eps).
Proof.
  intros He Ha; unfold f_clip, clip; rewrite !(Rmult_comm _ a), <- Rmult_min_distr_l by exact Ha.
  f_equal; destruct (Rle_dec x (1 + eps)).
  - rewrite (Rmin_left x (1 + eps)) by lra; apply Rmin_left, Rmax_r.
  - rewrite (Rmin_right x (1 + eps)), Rmax_right, Rmin_right by lra; reflexivity.
Qed.

Theorem clip_negative eps x a : 0 <= eps -> a <= 0 -> f_clip eps x a = a * Rmax x (1 - eps).
Proof.
  intros He Ha; unfold f_clip, clip; destruct (Rle_dec x (1 + eps)).
  - rewrite (Rmin_left x (1 + eps)) by lra; pose proof (Rmax_r (1 - eps) x).
    rewrite Rmin_right by nra; rewrite (Rmax_comm x); ring.
  - rewrite (Rmin_right x (1 + eps)), !Rmax_right, Rmax_left, Rmin_left by nra; ring.
Qed.

(** The two remarks that close Section 2.1: beyond the clip the cost is constant. *)
Theorem clip_constant_success eps new old : 0 < old -> (1 + eps) * old <= new ->
  Rmin (new / old) (1 + eps) = 1 + eps.
Proof. intros Ho H; apply Rmin_right, Rle_div_r; assumption. Qed.

Theorem clip_constant_failure eps new old : 0 < old -> new <= (1 - eps) * old ->
  Rmax (new / old) (1 - eps) = 1 - eps.
Proof. intros Ho H; apply Rmax_right, Rle_div_l; assumption. Qed.

(** Inside the clip nothing is clipped, hence the limit without clipping. *)
Theorem no_clip eps x y : Rabs (x - 1) <= eps -> f_clip eps x y = x * y.
Proof.
  intros H; apply Rabs_le_between in H; unfold f_clip, clip.
  rewrite (Rmin_left x), Rmax_right, Rmin_left by lra; reflexivity.
Qed.

Theorem clip_limit x y : is_lim (fun eps => f_clip eps x y) p_infty (x * y).
Proof.
  apply (is_lim_ext_loc (fun _ => x * y)); [|apply is_lim_const].
  exists (Rabs (x - 1)); intros eps H; symmetry; apply no_clip; lra.
Qed.

(** * The contrastive loss *)
Section Contrastive.
Context {A : Type} (l : list A) (good : A -> bool) (old new : A -> R) (eps e : R).
Context (He : 0 <= eps) (old_policy : policy l old).
Notation p := (success l good old).
Notation ratio o := (new o / old o).

(** Any two weights of the right signs. *)
Lemma contrastive_weights (a : bool -> R) : 0 <= a true -> a false <= 0 ->
  Sum l (fun o => old o * f_clip eps (ratio o) (a (good o)))
  = a true * Sum l (fun o => if good o then old o * Rmin (ratio o) (1 + eps) else 0)
    + a false * Sum l (fun o => if good o then 0 else old o * Rmax (ratio o) (1 - eps)).
Proof using He.
  intros H1 H0; rewrite <- !Sum_scal, <- Sum_plus; apply Sum_ext; intros o _.
  destruct (good o); [rewrite clip_positive | rewrite clip_negative]; auto; ring.
Qed.

(** Section 2.1: the weights are sqrt ((1-p)/p) and sqrt (p/(1-p)). *)
Theorem contrastive_unstabilised : 0 < p < 1 ->
  Sum l (fun o => old o * f_clip eps (ratio o) (advantage 0 p (good o)))
  = sqrt ((1 - p) / p) * Sum l (fun o => if good o then old o * Rmin (ratio o) (1 + eps) else 0)
    - sqrt (p / (1 - p)) * Sum l (fun o => if good o then 0 else old o * Rmax (ratio o) (1 - eps)).
Proof using He.
  intros Hp; rewrite (contrastive_weights (advantage 0 p));
    rewrite ?advantage_success, ?advantage_failure by exact Hp; [ring|..].
  - apply sqrt_pos.
  - pose proof (sqrt_pos (p / (1 - p))); lra.
Qed.

(** Section 2.2: with the stabilised weights of Equation (4), for every p in [0,1]. *)
Theorem contrastive_stabilised : 0 < e ->
  Sum l (fun o => old o * f_clip eps (ratio o) (advantage e p (good o)))
  = omega_plus e p * Sum l (fun o => if good o then old o * Rmin (ratio o) (1 + eps) else 0)
    - omega_minus e p * Sum l (fun o => if good o then 0 else old o * Rmax (ratio o) (1 - eps)).
Proof using He old_policy.
  intros e0; pose proof (success_range l good old old_policy) as Hp.
  pose proof (Rinv_0_lt_compat _ (s_pos e e0 p Hp)) as Hs.
  rewrite (contrastive_weights (advantage e p)), !advantage_weights; [ring|..];
    rewrite advantage_weights; unfold omega_plus, omega_minus, Rdiv; nra.
Qed.

(** Section 2.3, Equation (5): without clipping, importance sampling drops out. *)
Theorem contrastive_no_clip :
  (forall o, In o l -> old o = 0 -> new o = 0) ->
  Sum l (fun o => old o * (ratio o * advantage e p (good o)))
  = omega_plus e p * success l good new
    - omega_minus e p * Sum l (fun o => if good o then 0 else new o).
Proof using Type.
  intros dom; unfold success, Rminus; rewrite Ropp_mult_distr_l, <- !Sum_scal, <- Sum_plus.
  apply Sum_ext; intros o Ho; rewrite advantage_weights.
  destruct (Req_dec (old o) 0) as [E|N].
  - rewrite E, (dom o Ho E); destruct (good o); ring.
  - destruct (good o); field; exact N.
Qed.
End Contrastive.
