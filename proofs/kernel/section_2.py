"""The pins of Section 2: advantages, clipping, weights."""

from proofs.kernel.pins import Generated, Pin

_SECTION = "GRPO.Section2."
_VARIANCE = "replace (p * (1 - p) ^ 2 + p ^ 2 * (1 - p)) with (p * (1 - p)) by ring; "
_STABILIZED = "replace (epsilon + p * (1 - p) ^ 2 + p ^ 2 * (1 - p)) with (epsilon + p * (1 - p)) by ring; "
_OPEN = "unfold GRPO.Section2.advantage, GRPO.Section2.binary in K; rewrite Rplus_0_r in K; products; "
_POSITIVE = "intros; assert (K := GRPO.Section2.clip_positive clip x A ltac:(lra) ltac:(lra)); unfold GRPO.Section2.f_clip in K; "
_NEGATIVE = _POSITIVE.replace("positive", "negative")
_NO_CLIP = "assert (K := GRPO.Section2.no_clip clip x A ltac:(apply Rabs_le; lra)); unfold GRPO.Section2.f_clip in K; "
_CLIP = "unfold GRPO.Section2.clip in K; rewrite clips by lra; rewrite !(Rmult_comm A); etransitivity; [exact K | ring]."
_INSTANCE = "intros K; specialize (K {}); revert K; "
_ROOT_AT_HALF = "replace (1 / 2 * (1 - 1 / 2)) with (1 / 2 * (1 / 2)) by field; rewrite !sqrt_square by lra; "
_BINARY = "intros A clip {} r x H1 H2 {}[-> | ->] -> Hc Hx; "
_ROOTS_OF_ODDS = (
    "pose proof (GRPO.Section2.advantage_success p ltac:(lra)) as K1; pose proof (GRPO.Section2.advantage_failure p ltac:(lra)) as K0; "
    "unfold GRPO.Section2.advantage, GRPO.Section2.binary in K1, K0; rewrite Rplus_0_r in K1, K0; products; "
    "rewrite (Rmult_comm (/ p)); rewrite (Rmult_comm (/ sqrt _)); "
    "set (u := sqrt ((1 - p) * / p)) in *; set (v := sqrt (p * / (1 - p))) in *; "
    "assert (0 <= u) by apply sqrt_pos; assert (0 <= v) by apply sqrt_pos; "
)
_ORDER = "printed; pose proof (GRPO.Section2.weights_order epsilon p ltac:(lra) ltac:(lra)) as K; "

PINS: dict[str, Pin] = {
    "section-2.1.advantage.success": Generated("", f"intros; {_VARIANCE}reflexivity."),
    "section-2.1.advantage.success.simplified": Generated(
        _SECTION + "advantage_success",
        f"intros; assert (K := GRPO.Section2.advantage_success p ltac:(lra)); {_OPEN}"
        "rewrite (Rmult_comm (/ p)), (Rmult_comm (/ sqrt _)); exact K.",
    ),
    "section-2.1.advantage.success.sign": Generated("", "intros; products; positive."),
    "section-2.1.advantage.failure": Generated("", f"intros; {_VARIANCE}reflexivity."),
    "section-2.1.advantage.failure.simplified": Generated(
        _SECTION + "advantage_failure",
        f"intros; assert (K := GRPO.Section2.advantage_failure p ltac:(lra)); {_OPEN}lra.",
    ),
    "section-2.1.advantage.failure.sign": Generated("", "intros; products; apply Ropp_lt_gt_0_contravar; unfold Rgt; positive."),
    "section-2.1.clip-positive.line-1": Generated("", "intros; cases."),
    "section-2.1.clip-positive.line-2": Generated("", "intros; cases."),
    "section-2.1.clip-positive": Generated(_SECTION + "clip_positive", _POSITIVE + _CLIP),
    "section-2.1.clip-negative.line-1": Generated("", "intros; cases."),
    "section-2.1.clip-negative.line-2": Generated("", "intros; cases."),
    "section-2.1.clip-negative": Generated(_SECTION + "clip_negative", _NEGATIVE + _CLIP),
    "section-2.1.clip-zero": Generated("", "intros; subst A; split; cases."),
    "section-2.clip-free-below": Generated("", "intros; cases."),
    "section-2.clip-free-above": Generated("", "intros; cases."),
    "section-2.no-clipping": Generated("", "intros K; specialize (K 1 3 ltac:(lra)); revert K; cases."),
    "section-2.no-clipping.corrected": Generated(_SECTION + "no_clip", "intros; " + _NO_CLIP + _CLIP),
    "equation-1.mean": Generated("", "intros; subst; products; root_of (p * (1 - p)); ring."),
    "equation-1.variance": Generated("", "intros; subst; root_of (p * (1 - p)); products; field_simplify_eq; [nra | nonzero]."),
    "section-2.1.mean": Generated("", "intros; ring."),
    "section-2.1.variance": Generated("", "intros; ring."),
    "equation-3.success": Generated(
        _SECTION + "advantage_weights",
        "intros K; specialize (K 1 (1 / 2) ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra)); revert K; "
        "replace (1 + _ + _) with (5 / 4) by field; replace (1 / 2 * (1 - 1 / 2)) with (1 / 4) by field; roots; intros K; "
        "apply Rmult_eq_reg_r in K; [apply (f_equal Rinv) in K; rewrite !Rinv_inv in K; nra | lra].",
    ),
    "equation-4.success": Generated("", f"intros; {_STABILIZED}reflexivity."),
    "equation-4.failure": Generated("", f"intros; {_STABILIZED}reflexivity."),
    "equation-5.gain": Generated("", "intros; products; ring."),
    "section-2.1.weights.balance": Generated("", "intros; subst; products; ring."),
    "section-2.2.weights.high": Generated(_SECTION + "weights_order", _ORDER + "apply K; lra."),
    "section-2.2.weights.low": Generated(
        _SECTION + "weights_order",
        _ORDER + "apply Rnot_le_lt; intros [N | N]; [apply K in N; lra | revert N; rewrite plus_gain, minus_gain; intros N; "
        "pose proof (GRPO.Defs.gain_pos epsilon ltac:(lra) p ltac:(lra)); nra].",
    ),
    "section-2.1.clip-bullet.success": Generated(
        "",
        _INSTANCE.format("0 (1 / 5) 1 ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra)")
        + "replace (/ (1 / 5) * (1 - 1 / 5)) with 4 by field; root_of 4; cases.",
    ),
    "section-2.1.clip-bullet.success.corrected": Generated("", "intros; root_of (/ p * (1 - p)); cases."),
    "section-2.1.clip-bullet.failure": Generated(
        "",
        _INSTANCE.format("0 (4 / 5) 1 ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra)")
        + "replace (4 / 5 / (1 - 4 / 5)) with 4 by field; root_of 4; cases.",
    ),
    "section-2.1.clip-bullet.failure.corrected": Generated("", "intros; products; root_of (p * / (1 - p)); cases."),
    "section-2.1.contrastive.pointwise": Generated(
        _SECTION + "advantage_success", _BINARY.format("p", "") + _ROOTS_OF_ODDS + "[rewrite K0 | rewrite K1]; cases."
    ),
    "section-2.1.contrastive.conditional": Generated(
        "",
        _INSTANCE.format("0 (1 / 2) 1 (1 / 2) ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra)")
        + _ROOT_AT_HALF
        + "replace (/ (1 / 2) * (1 - 1 / 2)) with 1 by field; replace (1 / 2 / (1 - 1 / 2)) with 1 by field; rewrite sqrt_1; "
        "unfold Rmin, Rmax; repeat destruct Rle_dec; lra.",
    ),
    "section-2.clip-gain": Generated("", "intros; cases."),
    "equation-3.failure": Generated(
        _SECTION + "advantage_weights",
        _INSTANCE.format("1 (1 / 2) ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra)")
        + _ROOT_AT_HALF
        + "replace (1 + _ + _) with (5 / 4) by field; root_of (5 / 4); products; intros K; "
        "apply Ropp_eq_compat in K; rewrite !Ropp_involutive in K; "
        "apply Rmult_eq_reg_l in K; [apply (f_equal Rinv) in K; rewrite !Rinv_inv in K; nra | lra].",
    ),
    "equation-3.letter": Generated(
        _SECTION + "advantage_weights",
        _INSTANCE.format("0 1 (1 / 2) ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra)")
        + _ROOT_AT_HALF
        + "replace (1 + _ + _) with (5 / 4) by field; root_of (5 / 4); intros K; "
        "apply Rmult_eq_reg_r in K; [apply (f_equal Rinv) in K; rewrite !Rinv_inv in K; nra | lra].",
    ),
    "section-2.2.case-split": Generated(
        "",
        "intros epsilon p r H0 H1 He _; "
        "assert (0 < / sqrt (epsilon + p * (1 - p))) by (apply Rinv_0_lt_compat, sqrt_lt_R0; nra); unfold Rdiv in *; "
        "split; intros E; [subst r; ring | nra].",
    ),
    "section-2.2.contrastive.pointwise": Generated(
        "",
        _BINARY.format("epsilon p", "H7 ")
        + "products; inverse_of (sqrt (epsilon + p * (1 - p))); [assert (0 <= p * i) by nonneg | assert (0 <= i * (1 - p)) by nonneg]; "
        "[replace (i * (0 - p)) with (- (p * i)) by ring; set (a := p * i) in * | set (a := i * (1 - p)) in *]; cases.",
    ),
    "section-2.1.weights.high": Generated("", "intros; products; split; inverses; roots; nra."),
    "section-2.1.weights.low": Generated("", "intros; products; split; inverses; roots; nra."),
    "section-2.1.weights.more-penalized": Generated("", "intros; products; inverses; apply Rlt_trans with 1; roots; nra."),
    "section-2.1.weights.more-reinforced": Generated("", "intros; products; inverses; apply Rlt_trans with 1; roots; nra."),
    "figure-1.success": Generated(_SECTION + "omega_plus_decreasing", "printed; apply GRPO.Section2.omega_plus_decreasing; lra."),
    "figure-1.failure": Generated(_SECTION + "omega_minus_increasing", "printed; apply GRPO.Section2.omega_minus_increasing; lra."),
}
