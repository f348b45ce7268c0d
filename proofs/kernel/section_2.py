"""The pins of Section 2: advantages, clipping, weights."""

from proofs.kernel.pins import Generated, Pin

_SECTION = "GRPO.Section2."
_POSITIVE = "intros; assert (K := GRPO.Section2.clip_positive clip x A ltac:(lra) ltac:(lra)); unfold GRPO.Section2.f_clip in K; "
_NEGATIVE = _POSITIVE.replace("positive", "negative")
_NO_CLIP = "assert (K := GRPO.Section2.no_clip clip x A ltac:(apply Rabs_le; lra)); unfold GRPO.Section2.f_clip in K; "
_CLIP = "unfold GRPO.Section2.clip in K; rewrite clips by lra; rewrite !(Rmult_comm A); etransitivity; [exact K | ring]."


def _ordered(strict: str) -> Generated:
    proof = f"intros; destruct (GRPO.Section2.weights_order epsilon p ltac:(lra) ltac:(lra)) as [_ K]; specialize (K ltac:(lra)); {strict}"
    return Generated(_SECTION + "weights_order", proof)


PINS: dict[str, Pin] = {
    "section-2.1.advantage.success.simplified": Generated(
        _SECTION + "advantage_success",
        "intros; assert (K := GRPO.Section2.advantage_success p ltac:(lra)); unfold GRPO.Section2.advantage, GRPO.Section2.binary in K; "
        "rewrite Rplus_0_r in K; close K.",
    ),
    "section-2.1.advantage.failure.simplified": Generated(
        _SECTION + "advantage_failure",
        "intros; assert (K := GRPO.Section2.advantage_failure p ltac:(lra)); unfold GRPO.Section2.advantage, GRPO.Section2.binary in K; "
        "rewrite Rplus_0_r in K; close K.",
    ),
    "section-2.1.clip-positive": Generated(_SECTION + "clip_positive", _POSITIVE + _CLIP),
    "section-2.1.clip-negative": Generated(_SECTION + "clip_negative", _NEGATIVE + _CLIP),
    "section-2.no-clipping.corrected": Generated(_SECTION + "no_clip", "intros; " + _NO_CLIP + _CLIP),
    "section-2.2.weights.high": _ordered("close K."),
}
