"""The pins of errata that stand in no table of their section: the abstract, Equation (9), the derivative of xi."""

from proofs.kernel.pins import Generated, Pin

_SIX = " ".join(["ltac:(lra)"] * 6)

PINS: dict[str, Pin] = {
    "abstract.amplifies": Generated(
        "GRPO.Theorem2.certain_reference",
        f"intros K; specialize (K 1 1 0 1 {_SIX}); revert K; unfold Rdiv; rewrite h_printed, GRPO.Theorem2.certain_reference; lra.",
    ),
    "equation-9": Generated(
        "",
        f"intros K; specialize (K 1 1 0 (1 / 2) 1 {_SIX} ltac:(lra) ltac:(lra)); revert K; "
        "replace (1 + 0 * (1 - 0)) with 1 by ring; rewrite sqrt_1; replace (1 - 1) with 0 by ring; rewrite !Rmult_0_l, !Rplus_0_r, "
        "!Rmult_1_l; "
        "set (u := exp (/ 1 / 1 * (1 - 0))); set (v := exp (/ 1 / 1 * (1 - 1 / 2))); assert (v < u) by (apply exp_increasing; lra); "
        "assert (0 < v) by apply exp_pos; replace (1 / u * u) with 1 by (field; lra); intros K; apply (Rmult_eq_compat_r v) in K; "
        "replace (1 / v * u * v) with u in K by (field; lra); lra.",
    ),
    "theorem-3.proof.xi.prime.1": Generated(
        "GRPO.AppendixB.xi_derive",
        "intros K; destruct (K 1 1 (3 / 4) ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra)) as [d1 [d2 [D1 [D2 E]]]]; "
        "pose proof (GRPO.AppendixB.xi_derive 1 1 ltac:(lra) ltac:(lra) (3 / 4) ltac:(lra)) as X; "
        "pose proof (GRPO.Proposition1.gain_derive 1 (3 / 4) ltac:(lra) ltac:(lra)) as G; "
        "apply Coquelicot.Derive.is_derive_Reals in X; apply Coquelicot.Derive.is_derive_Reals in G; "
        "apply (derive_ext _ (GRPO.AppendixB.xi 1 1)) in D1; [| intros t; unfold GRPO.AppendixB.xi, GRPO.Defs.gain; "
        "rewrite <- variance_printed; do 2 f_equal; unfold Rdiv; rewrite !Rinv_mult; ring]; "
        "apply (derive_ext _ (GRPO.Defs.gain 1)) in D2; [| intros t; unfold GRPO.Defs.gain; rewrite <- variance_printed; unfold Rdiv; "
        "ring]; "
        "pose proof (uniqueness_limite _ _ _ _ D1 X) as V1; pose proof (uniqueness_limite _ _ _ _ D2 G) as V2; "
        "assert (W : 1 < GRPO.Defs.pow32 (3 / 4 * (1 - 3 / 4) + 1)) by (unfold GRPO.Defs.pow32; root_of (3 / 4 * (1 - 3 / 4) + 1); nra); "
        "assert (Y : 0 < sinh (1 / 1 * GRPO.Defs.gain 1 (3 / 4))) by (rewrite <- sinh_0; apply GRPO.Logit.sinh_increasing; "
        "pose proof (GRPO.Defs.gain_pos 1 ltac:(lra) (3 / 4) ltac:(lra)); lra); "
        "set (w := GRPO.Defs.pow32 (3 / 4 * (1 - 3 / 4) + 1)) in *; set (y := sinh (1 / 1 * GRPO.Defs.gain 1 (3 / 4))) in *; "
        "products; inverse_of w; assert (0 < d1) by (rewrite V1; positive); assert (d2 < 1) by (rewrite V2; nra); nra.",
    ),
}
