"""The pins of single steps that are no statement: sequences under Assumption 1, the parts of Theorem 6, uniqueness in Theorem 1."""

from proofs.kernel.pins import Pin, Written

PINS: dict[str, Pin] = {
    "assumption-1.telescoped": Written(
        "",
        "forall tau D delta : nat -> R, tau 0%nat = 0 -> D 0%nat = 0 -> (forall n, tau (S n) <= delta (S n) + tau n) -> "
        "(forall n, D (S n) = D n + delta (S n)) -> forall n, tau n <= D n",
        "intros t D d H0 H1 H2 H3 n; induction n as [|n IH]; [lra | specialize (H2 n); specialize (H3 n); lra].",
        "250390d70638",
    ),
    "appendix-c.limit.corrected": Written(
        "GRPO.Limits.gap_limsup",
        "forall (u v D : nat -> R) (delta_star : R), 0 <= delta_star -> "
        "(exists N : nat, forall n, (N <= n)%nat -> Rabs (u n - v n) <= 2 * D n) -> "
        "is_lim_seq D delta_star -> Rbar_le (LimSup_seq (fun n => Rabs (u n - v n))) (2 * delta_star)",
        "intros u v D d _ [N E] L; assert (E0 : (fun n => Rabs (u n - v n - 0)) = (fun n => Rabs (u n - v n))) by "
        "(apply FunctionalExtensionality.functional_extensionality; intros n; rewrite Rminus_0_r; reflexivity); "
        "rewrite <- E0; apply (GRPO.Limits.gap_limsup (fun n => u n - v n) (fun _ => 0) D 2 0 d); "
        "[exists N; intros n Hn; rewrite Rminus_0_r; exact (E n Hn) | exact (GRPO.Limits.constant 0) | exact L].",
        "0635b054d90b",
    ),
    "theorem-6.factor": Written(
        "",
        "forall (g : R -> R) (a : R), (forall x, continuous g x) -> Rabs (g a) < 1 -> Rabs (g a) / 2 + 1 / 2 < 1 /\\ "
        "exists r : R, 0 < r /\\ forall x, a - r <= x <= a + r -> Rabs (g x) <= Rabs (g a) / 2 + 1 / 2",
        "intros g a C H; split; [lra|]; assert (K : continuity_pt g a) by (apply Coquelicot.Hierarchy.continuity_pt_filterlim, C); "
        "destruct (K ((1 - Rabs (g a)) / 2) ltac:(lra)) as [e [He Q]]; exists (e / 2); split; [lra|]; intros x Hx; "
        "destruct (Req_dec x a) as [-> | N]; [lra|]; "
        "assert (B : Rabs (x - a) < e) by (apply Rabs_def1; lra); assert (Y : dist R_met (g x) (g a) < (1 - Rabs (g a)) / 2) by (apply Q; "
        "split; [split; [exact I | exact (not_eq_sym N)] | exact B]); simpl in Y; unfold R_dist in Y; "
        "pose proof (Rabs_triang_inv (g x) (g a)); lra.",
        "7e6a29b257f6",
    ),
    "theorem-6.lipschitz": Written(
        "GRPO.Theorem6.lipschitz_of_derive",
        "forall (f df : R -> R) (x y k : R), (forall t, Rmin x y <= t <= Rmax x y -> is_derive f t (df t) /\\ Rabs (df t) <= k) -> "
        "Rabs (f x - f y) <= k * Rabs (x - y)",
        "intros f df x y k H; apply (GRPO.Theorem6.lipschitz_of_derive f df (Rmin x y) (Rmax x y) k); "
        "try (intros t Ht; apply H; exact Ht); split; first [apply Rmin_l | apply Rmax_l | apply Rmin_r | apply Rmax_r].",
        "a009a65bcd0a",
    ),
    "theorem-1.unique": Written(
        "GRPO.Theorem1.xlogx_lt",
        "forall (A : Type) (l : list A) (pi rho v : A -> R) (beta Z : R), 0 < beta -> 0 < Z -> "
        "(forall o, In o l -> 0 < pi o) -> (forall o, In o l -> 0 < rho o) -> "
        "fold_right (fun o acc => ln (Z * exp (- v o / beta) * pi o / rho o) * pi o - pi o + exp (v o / beta) * rho o / Z + acc) 0 "
        "l = 0 -> "
        "forall o, In o l -> pi o = exp (v o / beta) * rho o / Z",
        "intros A l pi rho v beta Z Hb HZ Hp Hr E o Ho; "
        "assert (P : forall x, In x l -> 0 < exp (v x / beta) * rho x / Z) by (intros x Hx; specialize (Hr x Hx); "
        "apply Rdiv_lt_0_compat; [apply Rmult_lt_0_compat; [apply exp_pos | assumption] | exact HZ]); "
        "assert (Q : forall x, In x l -> Z * exp (- v x / beta) * pi x / rho x = pi x / (exp (v x / beta) * rho x / Z)) by (intros x Hx; "
        "specialize (Hr x Hx); replace (- v x / beta) with (- (v x / beta)) by (unfold Rdiv; ring); rewrite exp_Ropp; "
        "pose proof (exp_pos (v x / beta)); field; lra); "
        "pose proof (GRPO.FiniteSum.Sum_le_eq l (fun _ => 0) "
        "(fun x => ln (Z * exp (- v x / beta) * pi x / rho x) * pi x - pi x + exp (v x / beta) * rho x / Z)) as K; "
        "assert (K0 : 0 = ln (Z * exp (- v o / beta) * pi o / rho o) * pi o - pi o + exp (v o / beta) * rho o / Z) by (apply K; "
        "[intros x Hx; rewrite (Q x Hx); specialize (P x Hx); specialize (Hp x Hx); "
        "pose proof (GRPO.Theorem1.xlogx_le (pi x) (exp (v x / beta) * rho x / Z) ltac:(lra) ltac:(lra) ltac:(lra)); lra | "
        "rewrite GRPO.FiniteSum.Sum_zero; symmetry; exact E | exact Ho]); "
        "destruct (Req_dec (pi o) (exp (v o / beta) * rho o / Z)) as [|N]; [assumption|]; rewrite (Q o Ho) in K0; specialize (P o Ho); "
        "specialize (Hp o Ho); "
        "pose proof (GRPO.Theorem1.xlogx_lt (pi o) (exp (v o / beta) * rho o / Z) ltac:(lra) ltac:(lra) ltac:(lra) N); lra.",
        "6d4f67fc0cca",
    ),
}
