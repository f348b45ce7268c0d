"""The pins of what goes past the paper."""

from proofs.kernel.pins import Generated, Pin

_DOMAIN = "p_ref beta epsilon ltac:(lra) ltac:(lra) ltac:(lra)"
_FOUR = "ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra)"
_N1 = "GRPO.Beyond_N1_N2."
_VALUE = (
    "rewrite GRPO.Defs.h_logistic by lra; unfold GRPO.Defs.sigma; products; f_equal; f_equal; f_equal; "
    "rewrite ?GRPO.Beyond_N1_N2.gain_half by lra; unfold GRPO.Beyond_N1_N2.kappa, GRPO.Defs.logit, GRPO.Defs.gain; "
)
_AT_HALF = f"assert (K := GRPO.Beyond_N1_N2.n1_amplification {_DOMAIN} {{}} ltac:(lra)); products; tauto."
_LEAST = Generated(_N1 + "n1_amplification", "intros; half epsilon; printed; " + _AT_HALF.format("p"))
_LEMMAS = "GRPO.Lemmas2to4."
_LOGIT_FORM = Generated(
    "GRPO.Defs.logit_h",
    "printed; rewrite (Rmult_comm (/ (1 - _))); "
    "rewrite !logit_printed, GRPO.Defs.logit_h by lra; rewrite g_over_printed, GRPO.Logit.g_gain, GRPO.Defs.sigma_logit by lra; "
    "products; ring.",
)
_N5_THRESHOLD = (
    f"intros; half epsilon; printed; logits; assert (K := GRPO.Beyond_N5_N8.n5_hypothesis_low {_DOMAIN} ltac:(lra)); products; "
    "rewrite (Rmult_comm (1 - p_ref)) in K; "
)
_L2 = (
    "printed; replace (- / beta - ln (p_ref * / (1 - p_ref))) with (- (GRPO.Defs.logit p_ref + 1 / beta)) "
    "by (unfold GRPO.Defs.logit, Rdiv; ring); fold_paper; "
)
_L3 = "printed; rewrite (Rmult_comm (/ (1 - _))); rewrite !logit_printed, GRPO.Defs.logit_h by lra; logits; products; "

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
    "beyond.logit-form": _LOGIT_FORM,
    "beyond.logit-form.derivation": _LOGIT_FORM,
    "beyond.n2-derivative": Generated(
        _N1 + "n2_f_decreases",
        f"intros; assert (K := GRPO.AppendixB.f_derive {_DOMAIN} p ltac:(lra)); "
        "assert (U : Coquelicot.Derive.Derive (fun q => GRPO.Defs.h p_ref beta epsilon q - q) p = _) "
        "by (apply Coquelicot.Derive.is_derive_unique; exact K); destruct (Req_dec p 0) as [-> | N]; "
        "[pose proof (GRPO.Defs.sigma_range (GRPO.AppendixB.z p_ref beta epsilon 0)) as Q; "
        "pose proof (GRPO.Proposition1.pow32_pos _ (GRPO.Defs.v_pos epsilon ltac:(lra) 0 ltac:(lra))) as P; "
        "derivative K; products; inverse_of beta; inverse_of (GRPO.Defs.pow32 (0 * (1 - 0) + epsilon)); "
        "set (y := GRPO.Defs.sigma (GRPO.AppendixB.z p_ref beta epsilon 0)) in *; "
        "assert (0 <= y * (1 - y) * (i * i0)) by (apply Rmult_le_pos; nra); nra | "
        f"assert (S := GRPO.Beyond_N1_N2.n2_f_decreases {_DOMAIN} p ltac:(lra)); rewrite U in S; derivative K; exact S].",
    ),
    "beyond.n5-monotone.likely": Generated(
        "GRPO.Beyond_N5_N8.n5_hypothesis_high",
        f"intros; half epsilon; printed; assert (K := GRPO.Beyond_N5_N8.n5_hypothesis_high {_DOMAIN} ltac:(lra)); products; exact K.",
    ),
    "beyond.n5-monotone.threshold": Generated("GRPO.Beyond_N5_N8.n5_hypothesis_low", _N5_THRESHOLD + "apply K; lra."),
    "beyond.n5-monotone.threshold.sharp": Generated(
        "GRPO.Beyond_N5_N8.n5_hypothesis_low", _N5_THRESHOLD + "apply Rnot_le_lt; intros N; apply K in N; lra."
    ),
    "beyond.l1-tilt.start": Generated("", "intros beta p_ref r H1 H2 [-> | ->] ->; field; lra."),
    "beyond.l2-unstandardised.above": Generated(
        "GRPO.Beyond_L1_L3.l2_one_step",
        _L2 + "apply Rle_lt_trans with (GRPO.Defs.sigma "
        "(GRPO.Defs.logit p_ref)); "
        "[right; symmetry; apply GRPO.Defs.sigma_logit; lra | apply GRPO.Defs.sigma_increasing; pose proof (Rinv_0_lt_compat beta "
        "ltac:(lra)); lra].",
    ),
    "beyond.l2-unstandardised.more": Generated(
        "GRPO.Beyond_L1_L3.l2_exactly",
        _L2 + f"assert (K := GRPO.Beyond_L1_L3.l2_exactly p_ref beta epsilon p {_FOUR}); products; apply K; "
        "pose proof (pow2_ge_0 (p - / 2)); lra.",
    ),
    "beyond.l2-unstandardised.exactly": Generated(
        "GRPO.Beyond_L1_L3.l2_exactly",
        _L2 + f"assert (K := GRPO.Beyond_L1_L3.l2_exactly p_ref beta epsilon p {_FOUR}); products; exact K.",
    ),
    "beyond.l2-unstandardised.at-half": Generated(
        "GRPO.Beyond_L1_L3.l2_exactly",
        "intros; half epsilon; " + _L2 + f"assert (K := GRPO.Beyond_L1_L3.l2_exactly p_ref beta epsilon (1 / 2) {_FOUR}); products; "
        "split; intros Q; [apply K; lra | apply K in Q; lra].",
    ),
    "beyond.l3-mirror.recursion": Generated("GRPO.Beyond_L1_L3.l3_recursion", _L3 + "ring."),
    "beyond.l3-mirror.step": Generated(
        "GRPO.Beyond_L1_L3.l3_growth",
        _L3 + "destruct (GRPO.Beyond_N1_N2.gain_min epsilon p ltac:(lra) ltac:(lra)) as [K _]; inverse_of beta; nra.",
    ),
    "beyond.l3-mirror.step.most": Generated(
        _N1 + "gain_max",
        _L3 + "assert (K := GRPO.Beyond_N1_N2.gain_max epsilon p ltac:(lra) ltac:(lra)); products; inverse_of beta; nra.",
    ),
    "beyond.l3-mirror.rises": Generated("GRPO.Defs.h_gt_r", "printed; apply GRPO.Defs.h_gt_r; lra."),
    "beyond.l3-mirror.closed": Generated("", "intros; products; exponentials; field; nonzero."),
    "figure-2.last": Generated("GRPO.Defs.h_anti_le", "printed; rewrite h_end_printed; apply GRPO.Defs.h_anti_le; lra || nra."),
    "figure-1.unsmoothed.success": Generated(
        "",
        "intros; products; assert (/ p' < / p) by (apply Rinv_lt_contravar; [nra | lra]); inverses; apply sqrt_lt_1_alt; split; "
        "[nonneg | lra].",
    ),
    "figure-1.unsmoothed.failure": Generated(
        "",
        "intros; products; assert (/ (1 - p) < / (1 - p')) by (apply Rinv_lt_contravar; [nra | lra]); inverses; "
        "apply sqrt_lt_1_alt; split; [nonneg | lra].",
    ),
    "remark-2.bounded": Generated(
        "GRPO.Beyond_N3.n3_bound",
        "printed; logits; assert (K := GRPO.Beyond_N3.n3_bound epsilon ltac:(lra) p ltac:(lra)); rewrite <- B_max_printed in K by lra; "
        "pose proof (sqrt_sqrt 3 ltac:(lra)); pose proof (sqrt_lt_R0 3 ltac:(lra)); root_of epsilon; inverse_of s; "
        "assert (/ (1 + 4 * epsilon) < 1) by (rewrite <- Rinv_1 at 2; apply Rinv_lt_contravar; lra); "
        "pose proof (Rinv_0_lt_compat (1 + 4 * epsilon) ltac:(lra)); assert (sqrt 3 < 9 / 5) by nra; set (t := sqrt 3) in *; "
        "set (k := / (1 + 4 * epsilon)) in *; apply Rle_lt_trans with (/ 9 * t * i * k); [lra|]; "
        "assert (i * k < i) by nra; assert (0 < i * k) by nra; nra.",
    ),
    "section-4.condition.cosh-square": Generated("GRPO.Errata.cosh_ge_square", "intros; apply Rle_ge, GRPO.Errata.cosh_ge_square; lra."),
    "section-4.condition.large": Generated(
        _LEMMAS + "cosh_ge1",
        "intros; pose proof (GRPO.Lemmas2to4.cosh_ge1 (1 / 2 / beta / sqrt (1 / 4 + epsilon))); "
        "set (c := cosh (1 / 2 / beta / sqrt (1 / 4 + epsilon))) in *; assert (1 <= c ^ 2) by nra; nra.",
    ),
}
