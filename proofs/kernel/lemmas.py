"""The pins of Lemmas 2 to 4 and of the lines of their proofs."""

from proofs.kernel.pins import Generated, Pin

_LEMMAS = "GRPO.Lemmas2to4."
_LEMMA_2 = Generated(_LEMMAS + "lemma_2", "printed; exact (GRPO.Lemmas2to4.lemma_2 p_ref beta epsilon ltac:(lra) ltac:(lra) ltac:(lra)).")
_HALF = "replace (z / 2) with (1 / 2 * z) in K by field; "
_LEMMA_3_1 = Generated(_LEMMAS + "lemma_3_1", f"printed; assert (K := GRPO.Lemmas2to4.lemma_3_1 z); {_HALF}products; lra.")
_LEMMA_3_2 = Generated(
    _LEMMAS + "lemma_3_2",
    "intros; replace (- a - z) with (- (z + a)) by ring; assert (K := GRPO.Lemmas2to4.lemma_3_2 z a ltac:(lra) ltac:(lra)); "
    f"{_HALF}replace (a / 2) with (1 / 2 * a) in K by field; printed; lra.",
)
_LEMMA_4 = Generated(
    _LEMMAS + "cosh_logit",
    "intros; assert (K := GRPO.Lemmas2to4.cosh_logit p_ref ltac:(lra)); rewrite <- GRPO.Lemmas2to4.lemma_4_logit in K by lra; "
    "rewrite (even _ (- ln ((1 - p_ref) / p_ref) / 2)) by (unfold Rdiv; rewrite (Rmult_comm (/ p_ref)); lra); products; lra.",
)
_DOUBLE = (
    "replace (- 2 * x) with (- x + - x) by ring; replace (- 4 * x) with (- x + - x + - x + - x) by ring; replace (2 * x) with (x + x) "
    "by ring; "
    "rewrite !exp_plus, exp_Ropp; pose proof (exp_pos x); field; lra."
)
_SIGNS = "pose proof (GRPO.Lemmas2to4.sinh_sign (1 / 2 * z) ltac:(lra)); pose proof (GRPO.Lemmas2to4.sinh_sign (1 / 2 * a) ltac:(lra)); "

PINS: dict[str, Pin] = {
    "lemma-2": _LEMMA_2,
    "lemma-2.derivation": _LEMMA_2,
    "lemma-3.1": _LEMMA_3_1,
    "lemma-3.1.derivation": _LEMMA_3_1,
    "lemma-3.2": _LEMMA_3_2,
    "lemma-3.2.derivation": _LEMMA_3_2,
    "lemma-4.positive": Generated(
        _LEMMAS + "lemma_4",
        "intros; destruct (GRPO.Lemmas2to4.lemma_4 p_ref ltac:(lra)) as [K _]; products; rewrite (Rmult_comm (/ p_ref)); exact K.",
    ),
    "lemma-4.identity": _LEMMA_4,
    "lemma-4.derivation": _LEMMA_4,
    "lemma-2.proof.1": Generated("GRPO.Errata.exp_opp_lt_1", "intros; apply Rlt_le, GRPO.Errata.exp_opp_lt_1; products; positive."),
    "lemma-2.proof.1.strict": Generated("GRPO.Errata.exp_opp_lt_1", "intros; apply GRPO.Errata.exp_opp_lt_1; products; positive."),
    "lemma-2.proof.2": Generated(
        "GRPO.Errata.lemma_2_refuted", "intros K; specialize (K 1 1 (1 / 2) ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra)); lra."
    ),
    "lemma-2.proof.inference": Generated(
        "",
        "intros K; specialize (K 1 (1 / 2) ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra)); revert K; unfold Rdiv; rewrite (Rmult_comm 1 "
        "(/ _)); lra.",
    ),
    "lemma-2.proof.3": Generated(
        _LEMMAS + "lemma_2",
        "printed; pose proof (GRPO.Defs.h_gt_r p_ref beta epsilon ltac:(lra) ltac:(lra) ltac:(lra) p_ref ltac:(lra)); "
        "replace (/ (1 + / p_ref * (1 - p_ref))) with p_ref by (field; lra); lra.",
    ),
    "lemma-2.proof.4": Generated("", "intros; field; lra."),
    "lemma-3.proof.1": Generated("", "intros; unfold cosh; lra."),
    "lemma-3.proof.2": Generated("", "intros; unfold cosh; " + _DOUBLE),
    "lemma-3.proof.3": Generated("", "intros; " + _DOUBLE),
    "lemma-3.proof.4": Generated("", "intros; replace (- 4 * x) with (- 2 * x + - 2 * x) by ring; rewrite exp_plus; ring."),
    "lemma-3.proof.5": Generated(
        "GRPO.Errata.sigma_variance_refuted",
        "intros K; apply (GRPO.Errata.sigma_variance_refuted 1 ltac:(lra)); specialize (K 1 ltac:(lra)); revert K; printed; lra.",
    ),
    "lemma-3.proof.5.corrected": Generated(
        "GRPO.Errata.sigma_variance_corrected", "printed; rewrite GRPO.Errata.sigma_variance_corrected; products; ring."
    ),
    "lemma-3.proof.6": Generated(
        "GRPO.Errata.cosh_square_refuted",
        "intros K; apply (GRPO.Errata.cosh_square_refuted 0); specialize (K 0 0); revert K; replace (- 2 * 0) with (- (2 * 0)) by ring; "
        "printed; lra.",
    ),
    "lemma-3.proof.6.corrected": Generated(
        "GRPO.Errata.cosh_square_corrected",
        "intros; rewrite GRPO.Errata.cosh_square_corrected; replace (- 2 * x) with (- (2 * x)) by ring; unfold GRPO.Defs.sigma; "
        "exponentials; field; nonzero.",
    ),
    "lemma-3.proof.7": _LEMMA_3_1,
    "lemma-3.proof.8": Generated(_LEMMAS + "cosh_plus", "intros; rewrite GRPO.Lemmas2to4.cosh_plus; ring."),
    "lemma-3.proof.9": Generated(_LEMMAS + "sinh_sign", "intros; " + _SIGNS + "nra."),
    "lemma-3.proof.10": Generated(_LEMMAS + "sinh_sign", "intros; " + _SIGNS + "lra."),
    "lemma-3.proof.11": Generated(
        _LEMMAS + "lemma_3_1",
        "intros; replace (- a - z) with (- (z + a)) by ring; assert (K := GRPO.Lemmas2to4.lemma_3_1 (z + a)); "
        "replace ((z + a) / 2) with (1 / 2 * a + 1 / 2 * z) in K by field; printed; lra.",
    ),
    "lemma-4.proof.1": Generated(
        "GRPO.Errata.half_logit",
        "intros; rewrite <- (GRPO.Errata.half_logit p_ref) by lra; rewrite ln_exp, <- GRPO.Lemmas2to4.lemma_4_logit by lra; "
        "products; rewrite (Rmult_comm (/ p_ref)); lra.",
    ),
    "lemma-4.proof.3": Generated(
        "GRPO.Errata.lemma_4_cosh_refuted",
        "intros K; apply (GRPO.Errata.lemma_4_cosh_refuted (3 / 4) ltac:(lra)); specialize (K (3 / 4) ltac:(lra) ltac:(lra)); "
        "rewrite GRPO.Errata.lemma_4_cosh_corrected by lra; revert K; replace (3 / 4 / (1 - 3 / 4)) with (/ (/ (3 / 4) * (1 - 3 / 4))) "
        "by field; "
        "rewrite sqrt_inv; replace ((1 - 3 / 4) / (3 / 4)) with (/ (3 / 4) * (1 - 3 / 4)) by field; lra.",
    ),
    "lemma-4.proof.4": Generated(
        "GRPO.Errata.lemma_4_cosh_corrected",
        "intros; assert (K := GRPO.Errata.lemma_4_cosh_corrected p_ref ltac:(lra)); rewrite <- GRPO.Lemmas2to4.lemma_4_logit in K by lra; "
        "rewrite (even _ (- ln ((1 - p_ref) / p_ref) / 2)) by (unfold Rdiv; rewrite (Rmult_comm (/ p_ref)); lra); "
        "products; rewrite (Rmult_comm (/ p_ref)); lra.",
    ),
    "lemma-4.proof.6": Generated("", "intros; field; lra."),
    "lemma-4.proof.7": Generated("", "intros; field; lra."),
    "lemma-4.proof.8": Generated("", "intros; field; lra."),
}
