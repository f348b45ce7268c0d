"""The pins of Theorem 2, Proposition 1 and Lemma 1."""

from proofs.kernel.pins import Generated, Pin

_DOMAIN = "p_ref beta epsilon ltac:(lra) ltac:(lra) ltac:(lra)"
_SLOPE = f"intros; assert (K := GRPO.Proposition1.h_derive {_DOMAIN} p ltac:(lra)); "
_SIGN = (
    _SLOPE + f"pose proof (GRPO.Proposition1.h_derive_sign {_DOMAIN} p ltac:(lra)) as S; "
    "rewrite (Coquelicot.Derive.is_derive_unique _ _ _ K) in S; derivative K; apply S; lra."
)
_DERIVATIVE = Generated("GRPO.Proposition1.h_derive", _SLOPE + "derivative K; printed; ring.")
_SIZE = "printed; assert (K := GRPO.Lemma1.multiplier_abs beta epsilon ltac:(lra) ltac:(lra) p ltac:(lra)); unfold GRPO.Lemma1.B in K; "
_EQUATION_8 = Generated(
    "GRPO.Theorem2.equation_9",
    "printed; assert (K := GRPO.Theorem2.equation_9 p_ref beta epsilon p ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra)); "
    "unfold GRPO.Theorem1.partition in K; revert K; rewrite plus_gain, minus_gain; products; intros <-; "
    "rewrite (Rmult_comm (1 - p) (GRPO.Defs.gain epsilon p)), <- !Rmult_assoc; "
    "replace (- / beta * p * GRPO.Defs.gain epsilon p) with (- (p * / beta * GRPO.Defs.gain epsilon p)) by ring; ring.",
)
_CONSTANT = "apply (derive_ext (fct_cte 1)); [intros ?; unfold Rdiv; rewrite h_printed, GRPO.Theorem2.certain_reference; reflexivity | ]; "
_DERIVATIVE_TO_CERTAINTY = Generated(
    "GRPO.Proposition1.h_derive",
    "intros; destruct (Req_dec p_ref 1) as [-> | N]; [exists 0; split; [" + _CONSTANT + "apply (derivable_pt_lim_const 1) | "
    "printed; rewrite GRPO.Theorem2.certain_reference; ring] | "
    f"assert (K := GRPO.Proposition1.h_derive {_DOMAIN} p ltac:(lra)); derivative K; printed; ring].",
)
"""For p_ref = 1 too, where h is constant."""
_LOGISTIC = "intros; rewrite exp_plus, exp_ln by (products; positive); f_equal; ring."

PINS: dict[str, Pin] = {
    "equation-8": _EQUATION_8,
    "equation-8.derivation": _EQUATION_8,
    "proposition-1.range": Generated("GRPO.Defs.h_range", "printed; exact (GRPO.Defs.h_range p_ref beta epsilon ltac:(lra) p)."),
    "proposition-1.derivative.derivation": _DERIVATIVE,
    "proposition-1.falling": Generated("GRPO.Proposition1.h_derive_sign", _SIGN),
    "proposition-1.rising": Generated("GRPO.Proposition1.h_derive_sign", _SIGN),
    "proposition-1.stationary": Generated("GRPO.Proposition1.h_derive_sign", _SIGN),
    "proposition-1.decreasing": Generated(
        "GRPO.Proposition1.h_decreasing", f"printed; apply (GRPO.Proposition1.h_decreasing {_DOMAIN}); lra."
    ),
    "proposition-1.increasing": Generated(
        "GRPO.Proposition1.h_increasing", f"printed; apply (GRPO.Proposition1.h_increasing {_DOMAIN}); lra."
    ),
    "proposition-1.minimum": Generated(
        "GRPO.Proposition1.h_minimum",
        "intros; replace (1 / 4 + epsilon) with (epsilon + 1 / 2 * (1 - 1 / 2)) by field; printed; "
        "destruct (Req_dec p_ref 1) as [-> | N]; [rewrite !GRPO.Theorem2.certain_reference; lra |]; "
        f"destruct (GRPO.Proposition1.h_minimum {_DOMAIN} p ltac:(lra)) as [K _]; products; exact K.",
    ),
    "lemma-1.1": _DERIVATIVE_TO_CERTAINTY,
    "lemma-1.absolute": Generated(
        "GRPO.Lemma1.multiplier_abs",
        _SIZE + "products; "
        "replace (2 * p - 1) with (- 1 + 2 * p) in K by ring; etransitivity; [etransitivity; [|exact K]; f_equal; ring | ring].",
    ),
    "section-3.one": Generated(
        "GRPO.Errata.one_is_never_fixed",
        "intros K; specialize (K 1 1 (1 / 2) ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra)); revert K; unfold Rdiv; rewrite h_end_printed; "
        "intros K; pose proof (GRPO.Defs.h_range (1 * / 2) 1 1 ltac:(lra) 0); lra.",
    ),
    "section-3.one.corrected": Generated(
        "GRPO.Defs.h_range", "printed; rewrite h_end_printed; exact (proj2 (GRPO.Defs.h_range p_ref beta epsilon ltac:(lra) 0))."
    ),
    "proposition-1.continuity": Generated("", "intros; products; apply Rgt_not_eq, Rplus_lt_le_0_compat; [lra | nonneg]."),
    "proposition-1.derivative": _DERIVATIVE_TO_CERTAINTY,
    "proposition-1.sign": Generated(
        "GRPO.Errata.proposition_1_at_certainty",
        "intros K; destruct (K 1 1 0 1 ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra)) as [d [D N]]; "
        "apply (derive_ext _ (fct_cte 1)) in D; [pose proof (uniqueness_limite _ _ _ _ D (derivable_pt_lim_const 1 0)); lra | "
        "intros ?; unfold Rdiv; rewrite h_printed, GRPO.Theorem2.certain_reference; reflexivity].",
    ),
    "remark-1.bound": Generated(
        "GRPO.Beyond_N11.n11_distance",
        "intros; assert (K := GRPO.Beyond_N11.n11_distance p_ref beta ltac:(lra) ltac:(lra) p ltac:(lra)); "
        "rewrite GRPO.Beyond_N11.h_bar_inside in K by lra; replace (p * (1 - p)) with (0 + p * (1 - p)) by ring; printed; "
        "replace (p * (1 - p)) with (0 + p * (1 - p)) in K by ring; absolute.",
    ),
    "theorem-1.gibbs-pointwise": Generated("GRPO.Theorem1.xlogx_le", "intros; apply GRPO.Theorem1.xlogx_le; lra."),
    "theorem-1.gibbs-pointwise.strict": Generated("GRPO.Theorem1.xlogx_lt", "intros; apply GRPO.Theorem1.xlogx_lt; lra."),
    "theorem-1.gap": Generated(
        "GRPO.Theorem1.xlogx_lt",
        "intros; assert (0 < rho_o / Z * exp (v / beta)) by (products; positive); "
        "assert (K := GRPO.Theorem1.xlogx_lt pi_o (rho_o / Z * exp (v / beta)) ltac:(lra) ltac:(lra) ltac:(lra) ltac:(assumption)); "
        "replace (Z * pi_o / rho_o * exp (- (v / beta))) with (pi_o / (rho_o / Z * exp (v / beta))) "
        "by (rewrite exp_Ropp; pose proof (exp_pos (v / beta)); field; lra); lra.",
    ),
    "theorem-2.logistic": Generated("GRPO.Defs.h_logistic", _LOGISTIC),
    "theorem-2.certain": Generated("GRPO.Theorem2.certain_reference", "intros; subst; printed; apply GRPO.Theorem2.certain_reference."),
    "theorem-2.hopeless": Generated("", "intros; subst; products; ring."),
    "lemma-1.2": Generated("", "intros; subst; products; ring."),
    "lemma-1.condition": Generated(
        "",
        "printed; pose proof (GRPO.Proposition1.pow32_pos _ (GRPO.Defs.v_pos epsilon ltac:(lra) p ltac:(lra))) as P; "
        "inverse_of (GRPO.Defs.pow32 (p * (1 - p) + epsilon)); set (k := / 2 * p * i * (1 - p) * Rabs (- 1 + 2 * p)); "
        "replace (/ 2 * p * / beta * i * (1 - p) * Rabs (- 1 + 2 * p)) with (k * / beta) by (unfold k; ring); clearbody k; inverse_of "
        "beta; "
        "split; intros; nra.",
    ),
    "lemma-1.fixed-point": Generated("", "intros; unfold Rdiv; rewrite exp_Ropp; exponentials; field; nonzero."),
    "lemma-1.fixed-point.only": Generated(
        "",
        "intros; unfold Rdiv; rewrite exp_Ropp; exponentials; assert (Q : 0 < p + (1 - p) * u) by nra; "
        "assert (P : 0 < p_ref * u + (1 - p_ref)) by nra; "
        "replace (/ (1 + / p * (1 - p) * u)) with (p / (p + (1 - p) * u)) by (field; nonzero); "
        "replace (/ (1 + / p_ref * (1 - p_ref) * / u)) with (p_ref * u / (p_ref * u + (1 - p_ref))) by (field; nonzero); "
        "split; intros K; [assert (p_ref * (p + (1 - p) * u) = p) by (rewrite K at 1; field; lra); "
        "apply (Rmult_eq_reg_r (p_ref * u + (1 - p_ref))); [|lra]; unfold Rdiv; rewrite Rmult_assoc, Rinv_l by lra; lra | "
        "assert (p * (p_ref * u + (1 - p_ref)) = p_ref * u) by (rewrite <- K; field; lra); "
        "apply (Rmult_eq_reg_r (p + (1 - p) * u)); [|lra]; unfold Rdiv; rewrite Rmult_assoc, Rinv_l by lra; lra].",
    ),
    "proposition-1.proof.1": Generated("GRPO.Defs.h_logistic", _LOGISTIC),
}
