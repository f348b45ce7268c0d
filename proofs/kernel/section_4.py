"""The pins of Section 4: Theorem 3, with and without its condition, the lines of its proof, and what the text says of the condition."""

from proofs.kernel.pins import Generated, Pin

_DOMAIN = "p_ref beta epsilon ltac:(lra) ltac:(lra) ltac:(lra)"
_DERIVATIVE = f"intros; assert (K := GRPO.AppendixB.f_derive {_DOMAIN} p ltac:(lra)); "
_THEOREM_3 = Generated(
    "GRPO.Paper.theorem_3",
    "printed; assert (K := GRPO.Paper.theorem_3 p_ref beta epsilon p ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra)); lra.",
)
_FALLS = (
    "GRPO.Defs.h_gt_r",
    f"printed; pose proof (GRPO.Defs.h_gt_r {_DOMAIN} p ltac:(lra)); lra.",
)
_MINIMUM = "intros; half epsilon; printed; "
_CONDITION = (
    "unfold GRPO.Theorem3.condition; replace (GRPO.Defs.pow32 (p_ref * (1 - p_ref) + epsilon)) with (sqrt (epsilon + p_ref * (1 - "
    "p_ref)) ^ 3) "
    "by apply pow32_printed; replace (1 / (2 * beta) * (1 / sqrt (1 / 4 + epsilon))) with (1 / 2 / beta / sqrt (1 / 4 + epsilon)) "
    "by (unfold Rdiv; rewrite !Rinv_mult; ring); "
)

PINS: dict[str, Pin] = {
    "lemma-2.everywhere": Generated("GRPO.Defs.h_gt_r", f"printed; apply (GRPO.Defs.h_gt_r {_DOMAIN}); lra."),
    "theorem-3.1": Generated(
        "GRPO.Paper.theorem_3_1",
        "printed; apply (GRPO.Paper.theorem_3_1 p_ref beta epsilon); lra.",
    ),
    "theorem-3.2": Generated(
        "GRPO.Paper.theorem_3_2",
        "intros beta epsilon p p_ref H1 H2 H3 H4 C H5 H6 E; apply (GRPO.Theorem3.theorem_3_2 p_ref beta epsilon ltac:(lra) ltac:(lra) "
        "ltac:(lra) p ltac:(lra)); "
        + "["
        + _CONDITION
        + "apply Rge_le in C; unfold Rdiv in *; rewrite Rinv_mult; lra | split; [lra | revert E; printed; lra]].",
    ),
    "theorem-3.2.unconditional": _THEOREM_3,
    "theorem-3.derivation": Generated("GRPO.Defs.h_gt_r", f"printed; apply (GRPO.Defs.h_gt_r {_DOMAIN}); lra."),
    "theorem-3.inside": _THEOREM_3,
    "theorem-3.proof.claim": _THEOREM_3,
    "theorem-3.proof.f": Generated("", "intros; lra."),
    "theorem-3.proof.decreasing": Generated(
        "GRPO.Theorem3.f_decreases_low", f"printed; apply (GRPO.Theorem3.f_decreases_low {_DOMAIN}); lra."
    ),
    "theorem-3.proof.f-at-0": Generated(
        "GRPO.Errata.f_at_0_refuted",
        "intros K; specialize (K 1 1 (1 / 4) ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra)); revert K; unfold Rdiv; rewrite "
        "h_end_printed; "
        "intros [K _]; pose proof (GRPO.Defs.h_range (1 * / 4) 1 1 ltac:(lra) 0); lra.",
    ),
    "theorem-3.proof.f-at-0.corrected": Generated(
        "GRPO.Defs.h_range", "printed; rewrite h_end_printed; apply (GRPO.Defs.h_range p_ref beta epsilon ltac:(lra) 0)."
    ),
    "theorem-3.proof.f-at-0.below-1": Generated(
        "GRPO.Defs.h_range", "printed; rewrite h_end_printed; apply (GRPO.Defs.h_range p_ref beta epsilon ltac:(lra) 0)."
    ),
    "theorem-3.proof.interval": Generated(
        "GRPO.Errata.inclusion_refuted", "intros K; specialize (K 0 (1 / 4) ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra)); lra."
    ),
    "theorem-3.proof.interval.corrected": Generated("", "intros; lra."),
    "theorem-3.proof.positive": Generated(*_FALLS),
    "theorem-3.proof.roots": _THEOREM_3,
    "theorem-3.proof.case": Generated("", "intros K; specialize (K (1 / 2) ltac:(lra) ltac:(lra) ltac:(lra)); lra."),
    "theorem-3.proof.case.half": Generated(*_FALLS),
    "theorem-3.proof.minimum": Generated(
        "GRPO.Proposition1.h_minimum",
        _MINIMUM + f"destruct (GRPO.Proposition1.h_minimum {_DOMAIN} p ltac:(lra)) as [K _]; products; exact K.",
    ),
    "theorem-3.proof.minimum.value": Generated(
        "GRPO.Defs.h_gt_r", _MINIMUM + f"assert (K := GRPO.Defs.h_gt_r {_DOMAIN} (1 / 2) ltac:(lra)); products; exact K."
    ),
    "theorem-3.proof.above": Generated(
        "GRPO.AppendixB.high_reference_chain",
        _MINIMUM + f"destruct (GRPO.AppendixB.high_reference_chain {_DOMAIN} ltac:(lra)); products; lra.",
    ),
    "theorem-3.proof.signs": Generated(
        "GRPO.AppendixB.high_reference_chain",
        _MINIMUM + f"destruct (GRPO.AppendixB.high_reference_chain {_DOMAIN} ltac:(lra)); products; lra.",
    ),
    "theorem-3.proof.exponent": Generated(
        "GRPO.Defs.h_logistic", "intros; rewrite exp_plus, exp_ln by (products; positive); f_equal; ring."
    ),
    "theorem-3.proof.a-positive": Generated(
        "GRPO.Lemmas2to4.lemma_4",
        "intros; destruct (GRPO.Lemmas2to4.lemma_4 p_ref ltac:(lra)) as [K _]; products; rewrite (Rmult_comm (/ p_ref)); exact K.",
    ),
    "theorem-3.proof.b-positive": Generated("", "intros; products; positive."),
    "theorem-3.proof.conclusion": Generated(*_FALLS),
    "theorem-3.proof.conclusion.low": Generated(*_FALLS),
    "theorem-3.proof.xi.lower": Generated(
        "GRPO.AppendixB.xi_increasing",
        "intros; half epsilon; assert (K := GRPO.AppendixB.xi_increasing beta epsilon ltac:(lra) ltac:(lra) (1 / 2) p ltac:(lra) "
        "ltac:(lra) ltac:(lra)); " + "unfold GRPO.AppendixB.xi, GRPO.Defs.gain in K; rewrite <- !variance_printed in K; products; exact K.",
    ),
    "theorem-3.proof.xi.upper": Generated(
        "GRPO.AppendixB.xi_increasing",
        "intros; assert (K := GRPO.AppendixB.xi_increasing beta epsilon ltac:(lra) ltac:(lra) p p_ref ltac:(lra) ltac:(lra) ltac:(lra)); "
        + "unfold GRPO.AppendixB.xi, GRPO.Defs.gain in K; rewrite <- !variance_printed in K; products; exact K.",
    ),
    "theorem-3.proof.enough": Generated(
        "GRPO.Theorem3.f_decreases_under_condition",
        "intros beta epsilon p p_ref H1 H2 H3 H4 C H5 H6; " + f"assert (K := GRPO.AppendixB.f_derive {_DOMAIN} p ltac:(lra)); "
        f"assert (S := GRPO.Theorem3.f_decreases_under_condition {_DOMAIN} p ltac:(lra)); "
        "assert (U : Coquelicot.Derive.Derive (fun q => GRPO.Defs.h p_ref beta epsilon q - q) p = _) "
        "by (apply Coquelicot.Derive.is_derive_unique; exact K); rewrite U in S; derivative K; apply S; ["
        + _CONDITION
        + "apply Rge_le in C; unfold Rdiv in *; rewrite Rinv_mult; lra | lra].",
    ),
    "theorem-3.2.right-side": Generated("", "intros; rewrite Rabs_pos_eq by lra; reflexivity."),
    "theorem-4.apart": Generated(*_FALLS),
    "theorem-4.smooth": Generated("", "intros; products; apply Rgt_not_eq, Rplus_lt_le_0_compat; [lra | nonneg]."),
    "theorem-6.unique": Generated("", "intros; assert (D : (1 - s) * (x - c) = 0) by lra; apply Rmult_integral in D; absolute."),
}
