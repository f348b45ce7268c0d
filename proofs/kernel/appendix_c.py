"""The pins of Section 5 and Appendix C: total variation on two and three outcomes, and the printed lines that fail."""

from proofs.kernel.pins import Generated, Pin

_INSTANCE = "intros K; specialize (K {}); revert K; "

PINS: dict[str, Pin] = {
    "section-5.remains-close.corrected": Generated("", "intros; lra."),
    "theorem-5": Generated(
        "GRPO.Errata_Theorem5.theorem_5_limit_refuted",
        "intros K; specialize (K 0 0 0 (1 / 2) (1 / 2) 0); revert K; intros K; assert (E : Rabs (0 - 1 / 2) = Rabs (0 - 0)) by (apply "
        "K; absolute); "
        "revert E; absolute.",
    ),
    "theorem-5.event.two": Generated("GRPO.Theorem5.event_le_TV", "intros; absolute."),
    "theorem-5.event.three": Generated("GRPO.Theorem5.event_le_TV", "intros; absolute."),
    "theorem-5.zero.exact": Generated("", "intros; lra."),
    "appendix-c.dual": Generated(
        "GRPO.Errata_Theorem5.TV_printed_refuted",
        "intros K; specialize (K 0 4 0 1 ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra)); revert K; absolute.",
    ),
    "appendix-c.dual.corrected.two": Generated("GRPO.Errata_Theorem5.TV_supremum", "intros; unfold Rabs; destruct Rcase_abs; nra."),
    "appendix-c.line-3": Generated("", _INSTANCE.format("0 1 1 ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra)") + "lra."),
    "appendix-c.line-3.corrected": Generated("", "intros; lra."),
    "appendix-c.line-4": Generated("", "intros; lra."),
    "appendix-c.limit": Generated(
        "GRPO.Errata_Theorem5.theorem_5_limit_refuted",
        "intros K; assert (E : Rabs (0 - 1 / 2) <= Rabs (0 - 0)) by (apply (K 0 0 (1 / 2) 0 0 (1 / 2)); absolute); revert E; absolute.",
    ),
    "appendix-c.missing": Generated("", "intros; absolute."),
}
