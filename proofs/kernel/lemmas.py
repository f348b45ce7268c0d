"""The pins of Lemmas 2 to 4 and of the lines of their proofs."""

from proofs.kernel.pins import Generated

_LEMMAS = "GRPO.Lemmas2to4."

PINS = {
    "lemma-2": Generated(
        _LEMMAS + "lemma_2", "intros; assert (K := GRPO.Lemmas2to4.lemma_2 p_ref beta epsilon ltac:(lra) ltac:(lra) ltac:(lra)); close K."
    ),
    "lemma-3.1": Generated(_LEMMAS + "lemma_3_1", "intros; assert (K := GRPO.Lemmas2to4.lemma_3_1 z); close K."),
    "lemma-3.2": Generated(_LEMMAS + "lemma_3_2", "intros; assert (K := GRPO.Lemmas2to4.lemma_3_2 z a ltac:(lra) ltac:(lra)); close K."),
    "lemma-4.positive": Generated(_LEMMAS + "lemma_4", "intros; destruct (GRPO.Lemmas2to4.lemma_4 p_ref ltac:(lra)) as [K _]; close K."),
    "lemma-4.identity": Generated(
        _LEMMAS + "cosh_logit",
        "intros; assert (K := GRPO.Lemmas2to4.cosh_logit p_ref ltac:(lra)); "
        "rewrite <- GRPO.Lemmas2to4.lemma_4_logit in K by lra; close_even K.",
    ),
}
