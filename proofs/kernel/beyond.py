"""The pins of what goes past the paper."""

from proofs.kernel.pins import Generated, Pin

_DOMAIN = "p_ref beta epsilon ltac:(lra) ltac:(lra) ltac:(lra)"
_N1 = "GRPO.Beyond_N1_N2."
_VALUE = (
    "rewrite GRPO.Defs.h_logistic by lra; unfold GRPO.Defs.sigma; products; f_equal; f_equal; f_equal; "
    "rewrite ?GRPO.Beyond_N1_N2.gain_half by lra; unfold GRPO.Beyond_N1_N2.kappa, GRPO.Defs.logit, GRPO.Defs.gain; "
)
_AT_HALF = f"assert (K := GRPO.Beyond_N1_N2.n1_amplification {_DOMAIN} {{}} ltac:(lra)); products; tauto."
_LEAST = Generated(_N1 + "n1_amplification", "intros; half epsilon; printed; " + _AT_HALF.format("p"))

PINS: dict[str, Pin] = {
    "beyond.logit-form.least": Generated(
        _N1 + "gain_min",
        "printed; logits; assert (K := GRPO.Beyond_N1_N2.gain_min epsilon (GRPO.Defs.sigma y) ltac:(lra) "
        "ltac:(pose proof (GRPO.Defs.sigma_range y); lra)); rewrite <- GRPO.Logit.g_gain in K by lra; destruct K as [K _]; "
        "products; inverse_of beta; nra.",
    ),
    "beyond.logit-form.bounded": Generated(
        "GRPO.Logit.g_upper",
        "printed; logits; assert (K := GRPO.Logit.g_upper epsilon ltac:(lra) y); products; inverse_of beta; nra.",
    ),
    "beyond.n1-amplification": Generated("GRPO.Defs.h_gt_r", f"printed; apply (GRPO.Defs.h_gt_r {_DOMAIN}); lra."),
    "beyond.n1-amplification.least": _LEAST,
    "beyond.n1-amplification.above": Generated(_N1 + "n1_amplification", "intros; half epsilon; printed; " + _AT_HALF.format("(1 / 2)")),
    "beyond.n1-amplification.value": Generated(
        _N1 + "n1_amplification",
        f"intros; half epsilon; printed; assert (K := GRPO.Beyond_N1_N2.n1_amplification {_DOMAIN} (1 / 2) ltac:(lra)); destruct K as "
        f"[_ [K _]]; "
        "products; rewrite K; unfold GRPO.Defs.sigma, Rdiv; logits; products; do 3 f_equal; lra.",
    ),
    "beyond.n1-amplification.odds.lower": Generated(
        _N1 + "gain_min",
        "printed; logits; destruct (GRPO.Beyond_N1_N2.gain_min epsilon p ltac:(lra) ltac:(lra)) as [K _]; "
        "inverse_of beta; products; destruct K as [K | K]; [left; apply exp_increasing; nra | right; f_equal; nra].",
    ),
    "beyond.n1-amplification.odds.equality": Generated(
        _N1 + "gain_min",
        "printed; logits; destruct (GRPO.Beyond_N1_N2.gain_min epsilon p ltac:(lra) ltac:(lra)) as [_ K]; "
        "inverse_of beta; split; [intros ->; pose proof (GRPO.Beyond_N1_N2.gain_half epsilon ltac:(lra)) as G; products; rewrite G; "
        "f_equal; ring | "
        "intros E; apply exp_inv in E; rewrite (K ltac:(nra)); lra].",
    ),
    "beyond.n1-amplification.odds.upper": Generated(
        _N1 + "gain_max",
        "printed; assert (K := GRPO.Beyond_N1_N2.gain_max epsilon p ltac:(lra) ltac:(lra)); products; apply exp_increasing; inverse_of "
        "beta; nra.",
    ),
    "beyond.n1-amplification.most": Generated(
        "GRPO.Defs.h_anti_le",
        "intros; apply Rle_trans with (GRPO.Defs.h p_ref beta epsilon 0); [printed; apply GRPO.Defs.h_anti_le; lra || nra | right; "
        + "printed; "
        + "rewrite GRPO.Defs.h_logistic by lra; unfold GRPO.Defs.sigma, GRPO.Defs.gain, GRPO.Defs.logit, Rdiv; "
        "replace (0 * (1 - 0) + epsilon) with epsilon by ring; rewrite !Rmult_1_l; do 3 f_equal; ring].",
    ),
    "beyond.n1-amplification.ends": Generated(
        "GRPO.Defs.h_logistic",
        "printed; rewrite h_end_printed; rewrite GRPO.Defs.h_logistic by lra; unfold GRPO.Defs.sigma, GRPO.Defs.gain, GRPO.Defs.logit, "
        "Rdiv; "
        "replace (0 * (1 - 0) + epsilon) with epsilon by ring; rewrite !Rmult_1_l; do 3 f_equal; ring.",
    ),
    "beyond.n2-derivative.bound": Generated(
        _N1 + "n2_derivative",
        f"intros; assert (K := GRPO.Proposition1.h_derive {_DOMAIN} p ltac:(lra)); "
        f"assert (S := GRPO.Beyond_N1_N2.n2_derivative {_DOMAIN} p ltac:(lra)); "
        "rewrite (Coquelicot.Derive.is_derive_unique _ _ _ K) in S; derivative K; replace (exp (- 1)) with (/ exp 1) by (rewrite <- "
        "exp_Ropp; f_equal; ring); products; lra.",
    ),
    "beyond.n2-derivative.below-one": Generated(
        _N1 + "n2_derivative",
        f"intros; assert (K := GRPO.Proposition1.h_derive {_DOMAIN} p ltac:(lra)); "
        f"assert (S := GRPO.Beyond_N1_N2.n2_derivative {_DOMAIN} p ltac:(lra)); "
        "rewrite (Coquelicot.Derive.is_derive_unique _ _ _ K) in S; derivative K; lra.",
    ),
    "beyond.n3-threshold": Generated("GRPO.Beyond_N3.n3_bound", "printed; logits; apply GRPO.Beyond_N3.n3_bound; lra."),
    "beyond.n3-threshold.identity": Generated("", "intros; ring."),
    "beyond.n3-threshold.attained": Generated(
        "GRPO.Beyond_N3.n3_attained",
        "printed; logits; assert (K := GRPO.Beyond_N3.n3_attained epsilon ltac:(lra) p ltac:(lra)); products; tauto.",
    ),
    "beyond.n3-threshold.uniform": Generated(
        "GRPO.Beyond_N3.n3_bound",
        "printed; logits; assert (K := GRPO.Beyond_N3.n3_bound epsilon ltac:(lra) p ltac:(lra)); lra.",
    ),
    "beyond.n3-threshold.slope": Generated(
        "GRPO.Logit.g_derive",
        "intros; assert (K := GRPO.Logit.g_derive epsilon ltac:(lra) y); apply Coquelicot.Derive.is_derive_Reals in K; "
        "exists (GRPO.Logit.dg epsilon y); split; [apply (derive_ext (GRPO.Logit.g epsilon)); [intros ?; products; rewrite g_printed; "
        "reflexivity | "
        "exact K] | products; rewrite dg_printed; reflexivity].",
    ),
    "beyond.n3-threshold.steepest": Generated(
        "GRPO.Logit.dg_bound",
        "printed; logits; destruct (GRPO.Logit.dg_bound epsilon ltac:(lra) y) as [K _]; absolute.",
    ),
    "beyond.n3-threshold.steepest.falling": Generated(
        "GRPO.Logit.dg_bound",
        "printed; replace (- / 9 * sqrt 3 * / sqrt epsilon * / (1 + 4 * epsilon)) with (- (/ 9 * sqrt 3 * / sqrt epsilon * / (1 + 4 * "
        "epsilon))) by ring; "
        "logits; destruct (GRPO.Logit.dg_bound epsilon ltac:(lra) y) as [K _]; absolute.",
    ),
}
