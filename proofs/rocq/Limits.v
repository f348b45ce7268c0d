(** Limits and orbits on the line, as the companion's claims state them: where the map is one of the reals
    and no policy is in sight.  Each follows from the theorem of the same section elsewhere. *)
From Coq Require Import Reals Lra Lia List.
From Coquelicot Require Import Coquelicot.
From GRPO Require Import Defs FiniteSum Proposition1 Theorem2 Theorem5 Logit Beyond_N1_N2 Beyond_N4 Beyond_N11.
Open Scope R_scope.

(** Section 3: a limit of the iteration is a fixed point, a certain reference included. *)
Theorem limit_point r b e p0 (p : R) : 0 < r <= 1 -> 0 < b -> 0 < e -> 0 <= p0 <= 1 ->
  is_lim_seq (iterate r b e p0) p -> h r b e p = p.
Proof.
  intros Hr Hb He H0 L; destruct (Req_dec r 1) as [-> | N]; [|apply (limit_is_fixed r b e ltac:(lra) Hb He p0 p H0 L)].
  rewrite certain_reference; apply is_lim_seq_incr_1 in L.
  assert (C : is_lim_seq (fun n => iterate 1 b e p0 (S n)) 1).
  { apply (is_lim_seq_ext (fun _ => 1)); [|apply is_lim_seq_const].
    intros n; unfold iterate; simpl; rewrite certain_reference; reflexivity. }
  apply is_lim_seq_unique in L; apply is_lim_seq_unique in C; rewrite L in C; injection C; auto.
Qed.

(** Remark 1: without smoothing the map tends to 1 at both ends. *)
Theorem removable r b eta : 0 < r < 1 -> 0 < b -> 0 < eta ->
  exists d, 0 < d /\ forall p, 0 < p < 1 -> p < d \/ 1 - d < p -> Rabs (h r b 0 p - 1) < eta.
Proof.
  intros Hr Hb He; set (c := (1 - r) / r * b).
  assert (c0 : 0 < c) by (apply Rmult_lt_0_compat; [apply Rdiv_lt_0_compat; lra | lra]).
  assert (q0 : 0 < eta / c) by (apply Rdiv_lt_0_compat; lra).
  exists ((eta / c) ^ 2); split; [apply pow_lt; exact q0|]; intros p Hp Hd.
  pose proof (n11_distance r b Hr Hb p ltac:(lra)) as K; rewrite h_bar_inside in K by exact Hp; fold c in K.
  assert (S : sqrt (p * (1 - p)) < eta / c).
  { rewrite <- (sqrt_pow2 (eta / c)) by lra; apply sqrt_lt_1_alt; split; [nra|]; destruct Hd; nra. }
  apply (Rmult_lt_compat_l c) in S; [|exact c0]; replace (c * (eta / c)) with eta in S by (field; lra); lra.
Qed.

(** N1 for the iterates. *)
Theorem iterates_between r b e p0 n : 0 < r < 1 -> 0 < b -> 0 < e -> 0 <= p0 <= 1 -> (1 <= n)%nat ->
  h r b e (1 / 2) <= iterate r b e p0 n <= h r b e 0.
Proof.
  intros Hr Hb He H0 Hn; destruct n as [|n]; [lia|]; split; [apply n1_iterates; assumption|].
  rewrite iterate_S; pose proof (iterate_range r b e Hr p0 n H0); apply h_anti_le; auto; [lra|].
  replace (0 * (1 - 0)) with 0 by ring; apply Rmult_le_pos; lra.
Qed.

(** N4 in logit coordinates: one fixed point, every orbit tends to it, above the threshold with a rate. *)
Theorem logit_fixed_point r b e : 0 < r < 1 -> 0 < e -> B_max e <= b ->
  exists x, T r b e x = x /\ (forall y, T r b e y = y -> y = x)
    /\ forall y0 : R, is_lim_seq (fun n => Nat.iter n (T r b e) y0) x.
Proof.
  intros Hr He Hb; destruct (n4_global r b e Hr He Hb) as [p [F [U C]]].
  pose proof (proj1 (fixed_T r b e Hr He p) F) as [Hp E]; exists (logit p); split; [exact E|]; split.
  - intros y Ey; rewrite <- (U (sigma y)); [symmetry; apply logit_sigma|].
    apply (fixed_T r b e Hr He); rewrite logit_sigma; split; [apply sigma_range | exact Ey].
  - intros y0; apply (is_lim_seq_ext (fun n => logit (iterate r b e (sigma y0) n))).
    + intros n; rewrite (iterate_T r b e Hr He) by apply sigma_range; rewrite !logit_sigma; reflexivity.
    + apply is_lim_seq_continuous; [apply continuity_pt_filterlim, logit_continuous, Hp|].
      pose proof (sigma_range y0); apply C; lra.
Qed.

Theorem logit_rate r b e x y0 n : 0 < r < 1 -> 0 < e -> B_max e <= b -> T r b e x = x ->
  Rabs (Nat.iter n (T r b e) y0 - x) <= (B_max e / b) ^ n * Rabs (y0 - x).
Proof.
  intros Hr He Hb E; induction n as [|n IH]; [simpl; lra|].
  pose proof (B_max_pos e He) as P; assert (b0 : 0 < b) by lra.
  assert (c0 : 0 <= B_max e / b) by (apply Rlt_le, Rdiv_lt_0_compat; lra).
  simpl; rewrite <- E at 1; eapply Rle_trans; [apply T_contraction; assumption|].
  rewrite Rmult_assoc; apply Rmult_le_compat_l; assumption.
Qed.

(** Theorem 5 with the paper's constant. *)
Theorem theorem_5_double {A : Type} (l : list A) (good : A -> bool) pt pi delta dstar (x : R) :
  (forall n, policy l (pt n)) -> (forall n, policy l (pi n)) -> Assumption_1 l pt pi delta dstar ->
  is_lim_seq (fun n => success l good (pi n)) x ->
  Rbar_le (LimSup_seq (fun n => Rabs (success l good (pt n) - x))) (2 * dstar).
Proof.
  intros Hpt Hpi H L; eapply Rbar_le_trans; [apply (theorem_5 l good pt pi delta dstar x Hpt Hpi H L)|].
  assert (0 <= TV l (pt 0%nat) (pi 0%nat)).
  { unfold TV; apply Rmult_le_pos; [lra|]; rewrite <- (Sum_zero l); apply Sum_le; intros o _; apply Rabs_pos. }
  pose proof (TV_bound l pt pi delta dstar H 0%nat); simpl; lra.
Qed.

(** Its core, for sequences of numbers. *)
Theorem gap_limsup (q p D : nat -> R) (c x d : R) : (exists N, forall n, (N <= n)%nat -> Rabs (q n - p n) <= c * D n) ->
  is_lim_seq p x -> is_lim_seq D d -> Rbar_le (LimSup_seq (fun n => Rabs (q n - x))) (c * d).
Proof.
  intros [N E] P L; apply Rbar_le_trans with (LimSup_seq (fun n => c * D n + Rabs (p n - x))).
  - apply LimSup_le; exists N; intros n Hn; specialize (E n Hn).
    replace (q n - x) with (q n - p n + (p n - x)) by ring; eapply Rle_trans; [apply Rabs_triang | lra].
  - rewrite (is_LimSup_seq_unique _ (c * d)); [apply Rbar_le_refl|]; apply is_lim_LimSup_seq.
    replace (Finite (c * d)) with (Finite (c * d + Rabs (x - x))) by (rewrite Rminus_eq_0, Rabs_R0, Rplus_0_r; reflexivity).
    apply is_lim_seq_plus'; [apply (is_lim_seq_scal_l D c d L)|].
    apply (is_lim_seq_abs _ (x - x)), is_lim_seq_minus'; [exact P | apply is_lim_seq_const].
Qed.

(** N10 in logits: errors eta of the steps leave an upper limit of at most eta / (1 - B_max/beta). *)
Theorem logit_errors r b e eta : 0 < r < 1 -> 0 < e -> B_max e < b -> 0 <= eta ->
  exists y, T r b e y = y /\ (forall z, T r b e z = z -> z = y)
    /\ forall u : nat -> R, (exists N, forall n, (N <= n)%nat -> Rabs (u (S n) - T r b e (u n)) <= eta) ->
         Rbar_le (LimSup_seq (fun n => Rabs (u n - y))) (eta / (1 - B_max e / b)).
Proof.
  intros Hr He Hb H0; destruct (logit_fixed_point r b e Hr He ltac:(lra)) as [y [F [U _]]]; exists y; split; [exact F|]; split; [exact U|].
  intros u [N St]; pose proof (B_max_pos e He) as P; set (c := B_max e / b).
  assert (Hc : 0 < c < 1) by (split; [apply Rdiv_lt_0_compat; lra | apply Rlt_div_l; lra]).
  set (s := eta / (1 - c)); assert (Es : eta = (1 - c) * s) by (unfold s; field; lra).
  assert (S0 : 0 <= s) by (unfold s; apply Rmult_le_pos; [exact H0 | apply Rlt_le, Rinv_0_lt_compat; lra]).
  assert (K : forall k, Rabs (u (k + N)%nat - y) <= c ^ k * Rabs (u N - y) + s).
  { induction k as [|k IH]; [simpl; lra|]; specialize (St (k + N)%nat ltac:(lia)).
    pose proof (T_contraction r b e He ltac:(lra) (u (k + N)%nat) y) as C; rewrite F in C; fold c in C.
    replace (u (S k + N)%nat - y) with (u (S (k + N)) - T r b e (u (k + N)%nat) + (T r b e (u (k + N)%nat) - y)) by (simpl; ring).
    eapply Rle_trans; [apply Rabs_triang|]; apply (Rmult_le_compat_l c) in IH; [simpl; lra | lra]. }
  apply Rbar_le_trans with (LimSup_seq (fun n => c ^ n * (/ c ^ N * Rabs (u N - y)) + s)).
  - apply LimSup_le; exists N; intros n Hn; specialize (K (n - N)%nat); replace (n - N + N)%nat with n in K by lia.
    eapply Rle_trans; [exact K|]; replace (c ^ n) with (c ^ (n - N) * c ^ N) by (rewrite <- pow_add; f_equal; lia).
    right; field; apply pow_nonzero; lra.
  - rewrite (is_LimSup_seq_unique _ s); [apply Rbar_le_refl|]; apply is_lim_LimSup_seq.
    replace (Finite s) with (Finite (0 * (/ c ^ N * Rabs (u N - y)) + s)) by (f_equal; ring).
    apply is_lim_seq_plus'; [|apply is_lim_seq_const]; apply is_lim_seq_mult'; [|apply is_lim_seq_const].
    apply is_lim_seq_geom; rewrite Rabs_pos_eq; lra.
Qed.

(** The upper limit of a sequence that converges. *)
Lemma limsup_of (u : nat -> R) (l : R) : is_lim_seq u l -> Rbar_le (LimSup_seq u) l.
Proof. intros L; rewrite (is_LimSup_seq_unique _ _ (is_lim_LimSup_seq _ _ L)); apply Rbar_le_refl. Qed.

Theorem moved_limsup (p c : nat -> R) (x d s : R) : is_lim_seq p x -> is_lim_seq c d -> s * s = 1 -> 0 <= d ->
  Rbar_le (LimSup_seq (fun n => - Rabs (p n + s * c n - x))) (- d).
Proof.
  intros P C Hs Hd; apply limsup_of; replace (Finite (- d)) with (Finite (- Rabs (x + s * d - x))).
  - apply (is_lim_seq_opp _ (Rabs (x + s * d - x))), (is_lim_seq_abs _ (x + s * d - x)), is_lim_seq_minus'; [|apply is_lim_seq_const].
    apply is_lim_seq_plus'; [exact P|]; apply is_lim_seq_mult'; [apply is_lim_seq_const | exact C].
  - f_equal; f_equal; replace (x + s * d - x) with (s * d) by ring; rewrite Rabs_mult, (Rabs_pos_eq d Hd).
    replace (Rabs s) with 1; [ring|]; unfold Rabs; destruct Rcase_abs; nra.
Qed.

Lemma constant (c : R) : is_lim_seq (fun _ => c) c.
Proof. apply is_lim_seq_const. Qed.
