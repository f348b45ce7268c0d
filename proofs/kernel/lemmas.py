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
}
