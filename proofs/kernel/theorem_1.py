"""The pins of lines of Theorem 1's proof: one outcome of the objective, its derivatives, the Gibbs policy."""

from proofs.kernel.pins import Generated, Pin

_QUOTIENT = (
    "assert (P : 0 < rho_o / Z * exp (v / beta)) by (products; positive); "
    "replace (Z * pi_o / rho_o * exp (- (v / beta))) with (pi_o / (rho_o / Z * exp (v / beta))) "
    "by (rewrite exp_Ropp; pose proof (exp_pos (v / beta)); field; lra); "
)
_LOG = (
    "assert (E : ln (rho_o / Z * exp (v / beta) / rho_o) = v / beta - ln Z) by "
    "(replace (rho_o / Z * exp (v / beta) / rho_o) with (/ Z * exp (v / beta)) by (field; lra); "
    "rewrite ln_mult, ln_Rinv, ln_exp by (try apply Rinv_0_lt_compat; try apply exp_pos; lra); ring); "
)
_GIBBS = "assert (E : ln (/ Z * exp (v / beta)) = v / beta - ln Z) by (rewrite ln_mult, ln_Rinv, ln_exp by (positive || lra); ring); "
_BEND = (
    "intros; exists (- (beta / pi_o)); split; [exists (fun t => v - beta - beta * ln (t / rho_o)), pi_o; split; [lra | split; "
    "[intros t Ht; apply GRPO.Derivatives.objective_derive; [lra | revert Ht; unfold Rabs; destruct Rcase_abs; lra] | "
    "apply GRPO.Derivatives.objective_bend; lra]] | {}]."
)


def _ordered(side: str) -> Generated:
    """The derivative against the multiplier: log is monotone."""
    return Generated(
        "",
        "intros; assert (P : 0 < rho_o / Z * exp (v / beta)) by (products; positive); " + _LOG + "pose proof (ln_increasing "
        f"{side} ltac:(apply Rdiv_lt_0_compat; lra) ltac:(apply Rmult_lt_compat_r; [apply Rinv_0_lt_compat; lra | lra])) as L; "
        "rewrite E in L; apply (Rmult_lt_compat_l beta) in L; [|lra]; "
        "replace (beta * (v / beta - ln Z)) with (v - beta * ln Z) in L by (field; lra); lra.",
    )


PINS: dict[str, Pin] = {
    "theorem-1.proof.slope": Generated(
        "GRPO.Derivatives.objective_derive",
        "intros; exists (v - beta - beta * ln (pi_o / rho_o)); split; [apply GRPO.Derivatives.objective_derive; lra | reflexivity].",
    ),
    "theorem-1.proof.bend": Generated("GRPO.Derivatives.objective_bend", _BEND.format("reflexivity")),
    "theorem-1.proof.concave": Generated(
        "GRPO.Derivatives.objective_bend", _BEND.format("apply Ropp_lt_gt_0_contravar, Rdiv_lt_0_compat; lra")
    ),
    "theorem-1.proof.stationary": Generated("", f"intros; {_GIBBS}rewrite E; field; lra."),
    "theorem-1.proof.below": _ordered("(pi_o / rho_o) (rho_o / Z * exp (v / beta) / rho_o)"),
    "theorem-1.proof.above": _ordered("(rho_o / Z * exp (v / beta) / rho_o) (pi_o / rho_o)"),
    "theorem-1.density": Generated(
        "GRPO.Theorem1.xlogx_le",
        f"intros; assert (P : 0 < / Z * exp (v / beta)) by positive; {_GIBBS}"
        "pose proof (GRPO.Theorem1.xlogx_le t (/ Z * exp (v / beta)) ltac:(lra) ltac:(lra) ltac:(lra)) as K; "
        "replace (ln (t / (/ Z * exp (v / beta)))) with (ln t - (v / beta - ln Z)) in K by (rewrite <- E; unfold Rdiv; "
        "rewrite (ln_mult t), ln_Rinv by (try apply Rinv_0_lt_compat; assumption); ring); "
        "apply (Rmult_le_compat_l beta) in K; [|lra]; "
        "replace (beta * (t * (ln t - (v / beta - ln Z)))) with (beta * t * ln t - t * v + beta * t * ln Z) in K by (field; lra); lra.",
    ),
    "theorem-1.density.attained": Generated("", f"intros; {_GIBBS}rewrite E; field; lra."),
    "theorem-1.identity.pointwise": Generated(
        "GRPO.Theorem1.objective_gap",
        f"intros; {_QUOTIENT}{_LOG}"
        "assert (L : ln (pi_o / (rho_o / Z * exp (v / beta))) = ln (pi_o / rho_o) - (v / beta - ln Z)) by (rewrite <- E; "
        "replace pi_o with (pi_o / rho_o / (rho_o / Z * exp (v / beta) / rho_o) * (rho_o / Z * exp (v / beta))) at 1 by (pose proof "
        "(exp_pos (v / beta)); field; repeat split; lra); set (A := pi_o / rho_o); set (B := rho_o / Z * exp (v / beta)) in *; "
        "replace (A / (B / rho_o) * B / B) with (A * / (B / rho_o)) by (field; lra); "
        "assert (0 < A) by (apply Rdiv_lt_0_compat; lra); assert (0 < B / rho_o) by (apply Rdiv_lt_0_compat; lra); "
        "rewrite ln_mult, ln_Rinv by (try apply Rinv_0_lt_compat; assumption); ring); rewrite L; field; lra.",
    ),
    "theorem-1.maximum.pointwise": Generated(
        "GRPO.Theorem1.xlogx_le",
        f"intros; {_QUOTIENT}"
        "pose proof (GRPO.Theorem1.xlogx_le pi_o (rho_o / Z * exp (v / beta)) ltac:(lra) ltac:(lra) ltac:(lra)) as K; "
        "apply (Rmult_le_compat_l beta) in K; [|lra]; "
        "replace (beta * rho_o / Z * exp (v / beta)) with (beta * (rho_o / Z * exp (v / beta))) by (field; lra); lra.",
    ),
    "theorem-1.attained": Generated(
        "GRPO.Theorem1.objective_gap",
        "intros Outcome l rho v Z beta Hb HZ H1 H2; sums; "
        "assert (E : forall o, ln (/ Z * exp (/ beta * v o)) = / beta * v o - ln Z) by (intros o; "
        "rewrite ln_mult, ln_Rinv, ln_exp by (try apply Rinv_0_lt_compat; try apply exp_pos; lra); ring); "
        "transitivity (beta * ln Z * / Z * Z); [etransitivity; [| exact (f_equal (Rmult (beta * ln Z * / Z)) H1)] | field; "
        "lra]; gather; termwise; rewrite E; field; lra.",
    ),
}
