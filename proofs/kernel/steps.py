"""The pins of further lines of the proofs of Proposition 1, Lemma 1 and Theorems 2 and 3."""

from proofs.kernel.pins import Generated, Pin

PINS: dict[str, Pin] = {
    "theorem-2.proof.h": Generated(
        "GRPO.Theorem2.equation_9",
        "printed; assert (K := GRPO.Theorem2.equation_9 p_ref beta epsilon p ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra)); "
        "unfold GRPO.Theorem1.partition in K; revert K; rewrite plus_gain, minus_gain; products; intros <-; rewrite (Rmult_comm "
        "(1 - p) (GRPO.Defs.gain epsilon p)), <- !Rmult_assoc; replace (- / beta * p * GRPO.Defs.gain epsilon p) with (- (p * / "
        "beta * GRPO.Defs.gain epsilon p)) by ring; ring.",
    ),
    "proposition-1.proof.3": Generated(
        "GRPO.Proposition1.gain_derive",
        "intros; assert (K := GRPO.Proposition1.gain_derive epsilon p ltac:(lra) ltac:(lra)); apply "
        "Coquelicot.Derive.is_derive_Reals in K; eexists; split; [apply (derive_ext (fun t => 0 + / beta * GRPO.Defs.gain "
        "epsilon t)); [intros t; unfold GRPO.Defs.gain; rewrite <- variance_printed; unfold Rdiv; ring | apply "
        "GRPO.Beyond_N7.scaled_derive, Coquelicot.Derive.is_derive_Reals, K] | printed; ring].",
    ),
    "theorem-2.proof.simplify.1": Generated(
        "",
        "intros; assert (E : exp (/ beta * (- (p / sqrt (epsilon + p * (1 - p))) - / sqrt (epsilon + p * (1 - p)) * (1 - p))) = "
        "exp (- (p / beta / sqrt (epsilon + p * (1 - p)))) * / exp (/ beta / sqrt (epsilon + p * (1 - p)) * (1 - p))) by "
        "(rewrite <- exp_Ropp, <- exp_plus; f_equal; unfold Rdiv; ring); rewrite E; set (X := exp (/ beta / sqrt (epsilon + p * "
        "(1 - p)) * (1 - p))) in *; set (Y := exp (- (p / beta / sqrt (epsilon + p * (1 - p))))) in *; assert (0 < X) by apply "
        "exp_pos; assert (0 < Y) by apply exp_pos; assert (0 < p_ref * X) by (apply Rmult_lt_0_compat; lra); assert (0 <= (1 - "
        "p_ref) * Y) by (apply Rmult_le_pos; lra); field; repeat split; lra.",
    ),
    "theorem-2.proof.simplify.2": Generated(
        "",
        "intros; do 4 f_equal; unfold Rdiv; ring.",
    ),
    "theorem-3.proof.slope": Generated(
        "GRPO.AppendixB.f_derive",
        "intros; assert (K := GRPO.AppendixB.f_derive p_ref beta epsilon ltac:(lra) ltac:(lra) ltac:(lra) p ltac:(lra)); "
        "derivative K; printed; rewrite ?z_printed, ?sigma_printed; ring.",
    ),
    "theorem-3.proof.factor.positive": Generated(
        "",
        "intros; products; positive.",
    ),
    "theorem-3.proof.first.positive": Generated(
        "",
        "intros; products; positive.",
    ),
    "theorem-3.proof.xi.prime.b": Generated(
        "GRPO.Proposition1.gain_derive",
        "intros; assert (K := GRPO.Proposition1.gain_derive epsilon p ltac:(lra) ltac:(lra)); derivative K; printed; ring.",
    ),
    "theorem-3.proof.xi.prime.3": Generated(
        "GRPO.AppendixB.xi_derive",
        "intros; assert (K := GRPO.AppendixB.xi_derive beta epsilon ltac:(lra) ltac:(lra) p ltac:(lra)); apply "
        "Coquelicot.Derive.is_derive_Reals in K; eexists; split; [apply (derive_ext (GRPO.AppendixB.xi beta epsilon)); [intros "
        "t; unfold GRPO.AppendixB.xi, GRPO.Defs.gain; rewrite <- variance_printed; do 2 f_equal; unfold Rdiv; rewrite "
        "!Rinv_mult; ring | exact K] | printed; ring].",
    ),
    "abstract.amplifies.corrected": Generated(
        "GRPO.Defs.h_gt_r",
        "printed; apply (GRPO.Defs.h_gt_r p_ref beta epsilon ltac:(lra) ltac:(lra) ltac:(lra)); lra.",
    ),
    "proposition-1.minimum.monotone": Generated(
        "GRPO.Proposition1.h_minimum",
        "intros; half epsilon; printed; destruct (GRPO.Proposition1.h_minimum p_ref beta epsilon ltac:(lra) ltac:(lra) "
        "ltac:(lra) p ltac:(lra)) as [K _]; products; exact K.",
    ),
    "lemma-1.parametrised": Generated(
        "",
        "intros; unfold Rdiv; rewrite ?exp_Ropp; exponentials; field; nonzero.",
    ),
}
