"""The pins of relations between sums, printed for any finite list of outcomes: Sections 2 and 3, their proofs, total variation, "
"L1, L2."""

from proofs.kernel.pins import Generated, Pin

_TERMS = "intros; sums; gather; termwise; "
_SPLIT = Generated("GRPO.FiniteSum.Sum_split", _TERMS + "ring.")
_S = "sqrt (epsilon + p * (1 - p))"
_UP, _DOWN = f"(/ beta / {_S} * (1 - p))", f"(- (p / beta / {_S}))"
_TILT = (
    f"match goal with |- context [exp (/ ?w * ?X)] => first [replace (/ w * X) with {_UP} by (unfold Rdiv; ring) | "
    f"replace (/ w * X) with {_DOWN} by (unfold Rdiv; ring)] end; "
)
"""What a tilt is at an outcome, once its reward is 0 or 1."""
_TILTED = "intros; sums; {}; each o Ho; either; " + _TILT + "unfold Rdiv; ring."
_ODDS = (
    "pose proof (GRPO.Section2.advantage_success p ltac:(lra)) as K1; pose proof (GRPO.Section2.advantage_failure p ltac:(lra)) as K0; "
    "unfold GRPO.Section2.advantage, GRPO.Section2.binary in K1, K0; rewrite Rplus_0_r in K1, K0; unfold Rdiv in *; "
    "rewrite ?(Rmult_comm (/ p)); set (u := sqrt ((1 - p) * / p)) in *; set (d := sqrt (p * / (1 - p))) in *; "
    "assert (0 <= u) by apply sqrt_pos; assert (0 <= d) by apply sqrt_pos; "
    "set (i := / sqrt (p * (1 - p))) in *; assert (E1 : i * (- p + 1) = u) by lra; assert (E0 : i * (- p + 0) = - d) by lra; "
)
_GAIN = (
    f"unfold Rdiv in *; set (i := / {_S}) in *; assert (0 <= i) by (apply Rlt_le, Rinv_0_lt_compat, sqrt_lt_R0; nra); "
    "set (u := i * (1 - p)) in *; set (d := p * i) in *; assert (0 <= u) by (apply Rmult_le_pos; lra); "
    "assert (0 <= d) by (apply Rmult_le_pos; lra); "
    "assert (E1 : i * (- p + 1) = u) by (unfold u; ring); assert (E0 : i * (- p + 0) = - d) by (unfold d; ring); "
)
_CLIP = (
    "either; rewrite ?E1, ?E0; rewrite ?min_scaled, ?min_flipped by assumption; destruct (clipped clip (x o) ltac:(lra)) as [C1 C2]; "
    "rewrite ?C1, ?C2; ring."
)
_KNOWN = "match goal with H1 : _ = ?q, H2 : _ = 1 - ?q |- _ => {} end"
_TWO = _KNOWN.format("apply (sum_two _ _ _ _ ({a}) ({b}) _ _ H1 H2)")
_NORMALISER = "etransitivity; [" + _TWO.format(a=f"exp {_UP}", b=f"exp {_DOWN}") + " | unfold Rdiv; ring]"

PINS: dict[str, Pin] = {
    "section-2.1.contrastive.split": _SPLIT,
    "section-2.2.contrastive.split": _SPLIT,
    "section-2.1.contrastive": Generated("GRPO.Section2.advantage_success", f"intros; sums; {_ODDS}gather; termwise; {_CLIP}"),
    "section-2.1.contrastive.success": Generated("GRPO.Section2.advantage_success", f"intros; sums; {_ODDS}gather; termwise; {_CLIP}"),
    "section-2.1.contrastive.failure": Generated("GRPO.Section2.advantage_success", f"intros; sums; {_ODDS}gather; termwise; {_CLIP}"),
    "section-2.2.contrastive.success": Generated("", f"intros; sums; {_GAIN}gather; termwise; {_CLIP}"),
    "section-2.2.contrastive.failure": Generated("", f"intros; sums; {_GAIN}gather; termwise; {_CLIP}"),
    "section-2.grpo": Generated(
        "GRPO.Section2.advantage_success", f"intros; sums; {_ODDS}gather; termwise; either; rewrite ?E1, ?E0; ring."
    ),
    "section-2.3.no-clipping": Generated("", f"intros; sums; {_GAIN}gather; termwise; either; rewrite ?E1, ?E0; ring."),
    "equation-2": Generated(
        "", _TERMS + "match goal with H : _ \\/ _ |- _ => destruct H as [[E1 E2] | [E1 E2]]; rewrite E1, E2; ring end."
    ),
    "equation-5.success": Generated("", _TERMS + "at_it; field; lra."),
    "equation-5.failure": Generated("", _TERMS + "at_it; field; lra."),
    "equation-7": Generated("", "intros; sums; match goal with H : _ = 1 |- _ => rewrite <- H end; termwise; nra."),
    "section-2.1.variance.outcomes": Generated(
        "",
        "intros Outcome l r w mu H1 H2 H3; sums; transitivity ((1 - 2 * mu) * mu + mu ^ 2 * 1); "
        "[apply (sum_two _ _ _ _ _ _ _ _ H1 H2); each o Ho; either; ring | ring].",
    ),
    "theorem-1.normalised": Generated(
        "", "intros Outcome l rho v Z beta Hb HZ H; sums; transitivity (/ Z * Z); [apply (sum_one _ _ _ _ _ H); intros; ring | field; lra]."
    ),
    "theorem-1.gibbs": Generated(
        "GRPO.Theorem1.xlogx_le",
        "intros Outcome l pi rho v Z beta Hb HZ H1 H2 H3 H4; sums; apply Rle_ge; "
        "replace 0 with (1 + - / Z * Z) by (field; lra); rewrite <- H2 at 2; rewrite <- H1; rewrite <- GRPO.FiniteSum.Sum_scal, "
        "<- GRPO.FiniteSum.Sum_plus; termwise; pose proof (exp_pos (/ beta * v o)); pose proof (Rinv_0_lt_compat Z HZ); "
        "assert (P : 0 < / Z * (rho o * exp (/ beta * v o))) by (apply Rmult_lt_0_compat; [lra | apply Rmult_lt_0_compat; lra]); "
        "pose proof (GRPO.Theorem1.xlogx_le (pi o) (/ Z * (rho o * exp (/ beta * v o))) ltac:(lra) ltac:(lra) ltac:(lra)) as K; "
        "replace (Z / rho o * pi o * exp (- (/ beta * v o))) with (pi o / (/ Z * (rho o * exp (/ beta * v o)))) "
        "by (rewrite exp_Ropp; field; lra); lra.",
    ),
    "theorem-1.identity": Generated(
        "GRPO.Theorem1.objective_gap",
        "intros Outcome l pi rho v Z beta Hb HZ H1 H2 H3 H4; sums; replace (beta * ln Z) with (beta * ln Z * 1) by ring; rewrite <- H1; "
        "gather; termwise; pose proof (exp_pos (- (/ beta * v o))); "
        "assert (0 < / rho o * pi o) by (apply Rmult_lt_0_compat; [apply Rinv_0_lt_compat; lra | lra]); "
        "replace (Z * / rho o * pi o * exp (- (/ beta * v o))) with (Z * (/ rho o * pi o * exp (- (/ beta * v o)))) by ring; "
        "rewrite (ln_mult Z) by (try apply Rmult_lt_0_compat; lra); rewrite (ln_mult (/ rho o * pi o)) by lra; rewrite ln_exp; field; lra.",
    ),
    "theorem-1.maximum": Generated(
        "GRPO.Theorem1.xlogx_le",
        "intros Outcome l pi rho v Z beta Hb HZ H1 H2 H3 H4; sums; "
        "replace (beta * ln Z) with ((beta * ln Z - beta) * 1 + beta * / Z * Z) by (field; lra); rewrite <- H2 at 3; rewrite <- H1; "
        "gather; termwise; pose proof (exp_pos (/ beta * v o)); pose proof (Rinv_0_lt_compat Z HZ); "
        "assert (P : 0 < / Z * (rho o * exp (/ beta * v o))) by (apply Rmult_lt_0_compat; [lra | apply Rmult_lt_0_compat; lra]); "
        "pose proof (GRPO.Theorem1.xlogx_le (pi o) (/ Z * (rho o * exp (/ beta * v o))) ltac:(lra) ltac:(lra) ltac:(lra)) as K; "
        "assert (0 < / rho o * pi o) by (apply Rmult_lt_0_compat; [apply Rinv_0_lt_compat; lra | lra]); "
        "assert (E : ln (pi o / (/ Z * (rho o * exp (/ beta * v o)))) = ln Z + ln (/ rho o * pi o) - / beta * v o) by ("
        "replace (pi o / (/ Z * (rho o * exp (/ beta * v o)))) with (Z * (/ rho o * pi o * exp (- (/ beta * v o)))) "
        "by (rewrite exp_Ropp; field; lra); pose proof (exp_pos (- (/ beta * v o))); "
        "rewrite ln_mult by (try apply Rmult_lt_0_compat; lra); rewrite (ln_mult (/ rho o * pi o)) by lra; rewrite ln_exp; ring); "
        "rewrite E in K; apply (Rmult_le_compat_l beta) in K; [|lra]; "
        "replace (beta * (pi o * (ln Z + ln (/ rho o * pi o) - / beta * v o))) with "
        "(beta * (pi o * ln Z) + beta * (pi o * ln (/ rho o * pi o)) - pi o * v o) in K by (field; lra); lra.",
    ),
    "theorem-1.normaliser": Generated("GRPO.Theorem1.partition_sum", _TILTED.format(_NORMALISER)),
    "theorem-1.proof.z.1": _SPLIT,
    "theorem-1.proof.z.2.success": Generated("", f"intros; sums; gather; termwise; either; {_TILT}unfold Rdiv; ring."),
    "theorem-1.proof.z.2.failure": Generated("", f"intros; sums; gather; termwise; either; {_TILT}unfold Rdiv; ring."),
    "theorem-2.proof.3": Generated("", f"intros; sums; gather; termwise; either; {_TILT}unfold Rdiv; ring."),
    "theorem-1.proof.z.3": Generated("", "intros; sums; " + _KNOWN.format("rewrite H1, H2") + "; ring."),
    "theorem-2.proof.2": Generated("", "intros; unfold Rdiv in *; sums; gather; termwise; at_it; ring."),
    "theorem-2.proof.4": Generated(
        "", "intros; sums; match goal with H : GRPO.FiniteSum.Sum _ _ = _ |- _ => rewrite H end; unfold Rdiv; ring."
    ),
    "theorem-2.proof.5": Generated("", "intros; subst Z; reflexivity."),
    "beyond.l1-tilt.success": Generated(
        "GRPO.Beyond_L1_L3.l1_tilt",
        "intros; sums; transitivity (p_n / p_ref * p_ref); [match goal with H : GRPO.FiniteSum.Sum _ _ = ?q, H2 : _ = 1 - ?q |- _ "
        "=> apply (sum_one _ _ _ _ _ H) end; each o Ho; "
        "either; unfold Rdiv; ring | field; lra].",
    ),
    "beyond.l1-tilt.mass": Generated(
        "GRPO.Beyond_L1_L3.l1_tilt",
        "intros; sums; transitivity (p_n / p_ref * p_ref + (1 - p_n) / (1 - p_ref) * (1 - p_ref)); ["
        + _TWO.format(a="p_n / p_ref", b="(1 - p_n) / (1 - p_ref)")
        + "; each o Ho; either; unfold Rdiv; ring | field; lra].",
    ),
    "beyond.l1-tilt.divergence": Generated(
        "GRPO.Beyond_L1_L3.l1_divergence",
        "intros; sums; transitivity (p_n / p_ref * ln (p_n / p_ref) * p_ref + (1 - p_n) / (1 - p_ref) * ln (/ (1 - p_ref) * (1 - p_n)) * "
        "(1 - p_ref)); ["
        + _TWO.format(a="p_n / p_ref * ln (p_n / p_ref)", b="(1 - p_n) / (1 - p_ref) * ln (/ (1 - p_ref) * (1 - p_n))")
        + "; each o Ho; either; [replace (p_n / p_ref * 0 + / (1 - p_ref) * (1 - p_n) * (1 - 0)) with (/ (1 - p_ref) * (1 - p_n)) "
        "by ring | "
        "replace (p_n / p_ref * 1 + / (1 - p_ref) * (1 - p_n) * (1 - 1)) with (p_n / p_ref) by ring]; unfold Rdiv; ring | field; lra].",
    ),
    "beyond.l1-tilt.divergence.reverse": Generated(
        "GRPO.Beyond_L1_L3.l1_divergence",
        "intros; sums; etransitivity; ["
        + _TWO.format(a="ln (p_ref / p_n)", b="ln (/ (1 - p_n) * (1 - p_ref))")
        + "; each o Ho; either; [replace (/ (p_n / p_ref * 0 + / (1 - p_ref) * (1 - p_n) * (1 - 0))) with (/ (1 - p_n) * (1 - p_ref)) by "
        "(field; repeat split; lra) | replace (/ (p_n / p_ref * 1 + / (1 - p_ref) * (1 - p_n) * (1 - 1))) with (p_ref / p_n) by "
        "(field; repeat split; lra)]; ring | ring].",
    ),
    "beyond.l2-unstandardised.normaliser": Generated(
        "",
        "intros; sums; etransitivity; ["
        + _TWO.format(a="exp (/ beta * (1 - p))", b="exp (- (p / beta))")
        + "; each o Ho; either; [replace (/ beta * ((1 - p) * 0 - p * (1 - 0))) with (- (p / beta)) by (unfold Rdiv; ring) | "
        "replace (/ beta * ((1 - p) * 1 - p * (1 - 1))) with (/ beta * (1 - p)) by ring]; ring | ring].",
    ),
    "appendix-c.dual.corrected": Generated("GRPO.Errata_Theorem5.TV_supremum", _TERMS + "unfold Rabs; destruct Rcase_abs; nra."),
    "appendix-c.dual.attained": Generated(
        "GRPO.Theorem5.TV_attained",
        "intros Outcome l tau pi e H1 H2 H3; sums; pose proof (sum_mass l pi tau (eq_trans H2 (eq_sym H1))) as M; "
        "match goal with |- ?x = ?y => replace x with (x + 1 / 2 * 0) by ring end; rewrite <- M, <- GRPO.FiniteSum.Sum_scal, "
        "<- GRPO.FiniteSum.Sum_plus; termwise; match goal with H : _ \\/ _ |- _ => destruct H as [[P E] | [P E]]; rewrite E end; "
        "unfold Rabs; destruct Rcase_abs; lra.",
    ),
}
