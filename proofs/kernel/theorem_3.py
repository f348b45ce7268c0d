"""The pins of further lines of Theorem 3's proof: the two factors of f', the function ξ, the bound."""

from proofs.kernel.pins import Generated, Pin

_DOMAIN = "p_ref beta epsilon ltac:(lra) ltac:(lra) ltac:(lra)"
_F = f"intros; assert (K := GRPO.AppendixB.f_derive {_DOMAIN} p ltac:(lra)); "
_XI = (
    "intros; assert (K := GRPO.AppendixB.xi_derive beta epsilon ltac:(lra) ltac:(lra) p ltac:(lra)); "
    "apply Coquelicot.Derive.is_derive_Reals in K; "
)
_IS_XI = (
    "apply (derive_ext (GRPO.AppendixB.xi beta epsilon)); [intros t; unfold GRPO.AppendixB.xi, GRPO.Defs.gain; "
    "rewrite <- variance_printed; do 2 f_equal; unfold Rdiv; rewrite !Rinv_mult; ring | exact K]"
)
_DOUBLE = (
    "assert (D : sinh (1 / beta * GRPO.Defs.gain epsilon p) = 2 * sinh (/ 2 * / beta * GRPO.Defs.gain epsilon p) * "
    "cosh (/ 2 * / beta * GRPO.Defs.gain epsilon p)) by (replace (1 / beta * GRPO.Defs.gain epsilon p) with "
    "(/ 2 * / beta * GRPO.Defs.gain epsilon p + / 2 * / beta * GRPO.Defs.gain epsilon p) by (field; lra); unfold sinh, cosh; "
    "rewrite Ropp_plus_distr, !exp_plus; field); "
)
_RISING = (
    "assert (G := GRPO.Defs.gain_pos epsilon ltac:(lra) p ltac:(lra)); "
    "assert (S := sinh_pos (1 / beta * GRPO.Defs.gain epsilon p) ltac:(apply Rmult_lt_0_compat; [apply Rdiv_lt_0_compat; lra | lra])); "
    "assert (P := GRPO.Proposition1.pow32_pos _ (GRPO.Defs.v_pos epsilon ltac:(lra) p ltac:(lra))); "
)
_AGAIN = "unfold GRPO.AppendixB.xi, GRPO.Defs.gain in K; rewrite <- !variance_printed in K; products; "
_AT_LEAST_1 = "apply Rinv_le_contravar; [apply pow_lt, (Rlt_le_trans _ 1); [lra | apply GRPO.Lemmas2to4.cosh_ge1] | exact K]."


def _xi_prime(closing: str) -> Generated:
    """ξ' beside the derivative of b."""
    return Generated(
        "GRPO.AppendixB.xi_derive",
        f"{_XI}assert (G := GRPO.Proposition1.gain_derive epsilon p ltac:(lra) ltac:(lra)); "
        "apply Coquelicot.Derive.is_derive_Reals in G; "
        f"eexists; eexists; split; [{_IS_XI} | split; [apply (derive_ext (GRPO.Defs.gain epsilon)); [intros t; "
        f"unfold GRPO.Defs.gain; rewrite <- variance_printed; unfold Rdiv; ring | exact G] | {closing}]].",
    )


PINS: dict[str, Pin] = {
    "theorem-3.proof.f-prime": Generated(
        "GRPO.AppendixB.f_derive",
        f"{_F}assert (M := GRPO.Proposition1.h_derive {_DOMAIN} p ltac:(lra)); rewrite GRPO.AppendixB.h_is_sigma_z in M by lra; "
        "apply Coquelicot.Derive.is_derive_Reals in M; apply Coquelicot.Derive.is_derive_Reals in K; "
        "eexists; eexists; split; [apply (derive_ext (fun q => GRPO.Defs.h p_ref beta epsilon q - q)); "
        "[intros t; unfold Rdiv; rewrite h_printed; reflexivity | exact K] | split; "
        "[apply (derive_ext (GRPO.Defs.h p_ref beta epsilon)); [intros t; unfold Rdiv; rewrite h_printed; reflexivity | exact M] | "
        "split; [ring | printed; rewrite ?z_printed, ?sigma_printed; ring]]].",
    ),
    "theorem-3.proof.falling": Generated(
        "GRPO.AppendixB.f_derive",
        f"{_F}assert (S := GRPO.Defs.sigma_range (GRPO.AppendixB.z p_ref beta epsilon p)); "
        "assert (P := GRPO.Proposition1.pow32_pos _ (GRPO.Defs.v_pos epsilon ltac:(lra) p ltac:(lra))); derivative K; "
        "assert (0 <= GRPO.Defs.sigma (GRPO.AppendixB.z p_ref beta epsilon p) * (1 - GRPO.Defs.sigma (GRPO.AppendixB.z p_ref "
        "beta epsilon "
        "p)) * ((1 - 2 * p) / (2 * beta * GRPO.Defs.pow32 (p * (1 - p) + epsilon)))) by (apply Rmult_le_pos; [apply Rmult_le_pos; lra | "
        "apply Rmult_le_pos; [lra | apply Rlt_le, Rinv_0_lt_compat, Rmult_lt_0_compat; lra]]); lra.",
    ),
    "theorem-3.proof.slope.cosh": Generated(
        "GRPO.Lemmas2to4.lemma_3_1",
        "printed; rewrite cosh_z, z_printed, !sigma_printed; pose proof (sigma_cosh (GRPO.AppendixB.z p_ref beta epsilon p)) as E; "
        "replace (/ 8) with (/ 2 * / 4) by field; "
        "match goal with |- _ = -1 + / 2 * / 4 * ?x * ?y * ?w * ?v => transitivity (-1 + / 2 * x * y * (/ 4 * w) * v); "
        "[rewrite <- E | ] end; "
        "ring.",
    ),
    "theorem-3.proof.factor.increasing": Generated(
        "GRPO.Theorem3.second_factor",
        "intros beta epsilon p q Hb He Hp L Hq; fold_paper; rewrite ?pow32_printed; "
        "assert (P := GRPO.Proposition1.pow32_pos _ (GRPO.Defs.v_pos epsilon ltac:(lra) p ltac:(lra))); "
        "assert (Q := GRPO.Proposition1.pow32_pos _ (GRPO.Defs.v_pos epsilon ltac:(lra) q ltac:(lra))); "
        "assert (M : GRPO.Defs.pow32 (q * (1 - q) + epsilon) <= GRPO.Defs.pow32 (p * (1 - p) + epsilon)) by "
        "(apply pow_incr; split; [apply sqrt_pos | apply sqrt_le_1_alt; nra]); "
        "apply Rinv_le_contravar in M; [|exact Q]; apply Rinv_0_lt_compat in P; apply Rinv_0_lt_compat in Q; products; "
        "set (x := / GRPO.Defs.pow32 (p * (1 - p) + epsilon)) in *; set (y := / GRPO.Defs.pow32 (q * (1 - q) + epsilon)) in *; "
        "assert (0 < / 2 * / beta) by positive; rewrite !Rmult_assoc, <- !(Rmult_assoc (/ 2)); apply Rmult_lt_compat_l; "
        "[assumption | nra].",
    ),
    "theorem-3.proof.factor.bound": Generated(
        "GRPO.Theorem3.second_factor",
        "intros; assert (K := GRPO.Theorem3.second_factor beta epsilon ltac:(lra) ltac:(lra) p p_ref ltac:(lra) ltac:(lra) ltac:(lra)); "
        "printed; lra.",
    ),
    "theorem-3.proof.first.sigma": Generated(
        "GRPO.Lemmas2to4.lemma_3_1", "printed; rewrite cosh_z, z_printed, !sigma_printed, sigma_cosh; ring."
    ),
    "theorem-3.proof.first.lemma-3": Generated("GRPO.Lemmas2to4.lemma_3_2", "printed; rewrite cosh_z; apply first_printed; lra."),
    "theorem-3.proof.first.lemma-4": Generated(
        "GRPO.Lemmas2to4.lemma_4", "printed; rewrite cosh_a by lra; set (X := / cosh _ ^ 2); field; lra."
    ),
    "theorem-3.proof.first.bound": Generated(
        "GRPO.Theorem3.first_factor",
        f"intros; assert (K := GRPO.Theorem3.first_factor {_DOMAIN} p ltac:(lra) ltac:(lra)); "
        "rewrite GRPO.AppendixB.h_is_sigma_z, sigma_cosh in K by lra; printed; rewrite cosh_z; products; lra.",
    ),
    "theorem-3.proof.xi.prime.1.corrected": _xi_prime(f"{_DOUBLE}printed; products; rewrite D; set (i := / GRPO.Defs.pow32 _); field; lra"),
    "theorem-3.proof.xi.prime.2": _xi_prime("printed; products; replace (/ 4) with (/ 2 * / 2) by field; ring"),
    "theorem-3.proof.xi.rising": Generated(
        "GRPO.AppendixB.xi_derive",
        f"{_XI}{_RISING}eexists; split; [{_IS_XI} | apply Rmult_lt_0_compat; [apply Rmult_lt_0_compat; apply Rdiv_lt_0_compat; lra | "
        "exact S]].",
    ),
    "theorem-3.proof.xi.rising.closed": Generated(
        "GRPO.AppendixB.xi_derive",
        f"intros; {_RISING}printed; apply Rmult_lt_0_compat; [|exact S]; repeat apply Rmult_lt_0_compat; try apply Rinv_0_lt_compat; lra.",
    ),
    "theorem-3.proof.xi.increasing": Generated(
        "GRPO.AppendixB.xi_increasing",
        "intros beta epsilon p q Hb He Hp L Hq; rewrite !GRPO.Lemmas2to4.cosh_sinh; fold_paper; products; rewrite ?gain_printed; "
        "assert (G := GRPO.Defs.gain_pos epsilon ltac:(lra) p ltac:(lra)); "
        "assert (M := GRPO.Defs.gain_anti epsilon ltac:(lra) q p ltac:(lra) ltac:(nra)); assert (I : 0 < / 2 * / beta) by positive; "
        "assert (S := sinh_pos (/ 2 * / beta * GRPO.Defs.gain epsilon p) ltac:(apply Rmult_lt_0_compat; lra)); "
        "assert (N := GRPO.Logit.sinh_increasing _ _ (Rmult_lt_compat_l (/ 2 * / beta) _ _ I M)); nra.",
    ),
    "theorem-3.proof.xi.reciprocal.lower": Generated(
        "GRPO.AppendixB.xi_increasing",
        "intros; assert (K := GRPO.AppendixB.xi_increasing beta epsilon ltac:(lra) ltac:(lra) p p_ref ltac:(lra) ltac:(lra) ltac:(lra)); "
        + _AGAIN
        + _AT_LEAST_1,
    ),
    "theorem-3.proof.xi.reciprocal.upper": Generated(
        "GRPO.AppendixB.xi_increasing",
        "intros; half epsilon; assert (K := GRPO.AppendixB.xi_increasing beta epsilon ltac:(lra) ltac:(lra) (1 / 2) p ltac:(lra) "
        "ltac:(lra) ltac:(lra)); " + _AGAIN + _AT_LEAST_1,
    ),
    "theorem-3.proof.bound": Generated(
        "GRPO.Theorem3.derivative_bound",
        f"{_F}assert (B := GRPO.Theorem3.derivative_bound {_DOMAIN} p ltac:(lra) ltac:(lra)); "
        "assert (U : Coquelicot.Derive.Derive (fun q => GRPO.Defs.h p_ref beta epsilon q - q) p = _) "
        "by (apply Coquelicot.Derive.is_derive_unique; exact K); rewrite U in B; derivative K; revert B; printed; products; lra.",
    ),
    "theorem-3.proof.need.falls": Generated(
        "GRPO.Beyond_N1_N2.n2_f_decreases",
        "intros p H1 H2; assert (K := GRPO.AppendixB.f_derive (99 / 100) 2 (1 / 100000) ltac:(lra) ltac:(lra) ltac:(lra) p ltac:(lra)); "
        "assert (B := GRPO.Beyond_N1_N2.n2_f_decreases (99 / 100) 2 (1 / 100000) ltac:(lra) ltac:(lra) ltac:(lra) p ltac:(lra)); "
        "assert (U : Coquelicot.Derive.Derive (fun q => GRPO.Defs.h (99 / 100) 2 (1 / 100000) q - q) p = _) "
        "by (apply Coquelicot.Derive.is_derive_unique; exact K); rewrite U in B; revert B; "
        "unfold GRPO.AppendixB.z; replace ((1 - 99 / 100) / (99 / 100)) with (/ 99) by field; rewrite ln_Rinv by lra; "
        "unfold GRPO.Defs.sigma, GRPO.Defs.gain, GRPO.Defs.pow32; rewrite <- !variance_printed; "
        "set (s := sqrt _); replace (- (- - ln 99 + 1 / 2 * (1 / s))) with (- ln 99 + - (1 / 2) / s) by (unfold Rdiv; ring); "
        "unfold Rdiv; rewrite !Rinv_mult, ?Rmult_1_l; lra.",
    ),
    "theorem-3.proof.need.fails": Generated(
        "",
        "assert (S : sqrt 250010 <= 50001 / 100) by (rewrite <- (sqrt_pow2 (50001 / 100)) by lra; apply sqrt_le_1_alt; lra); "
        "assert (Q : 995 / 10 <= sqrt 9910) by (rewrite <- (sqrt_pow2 (995 / 10)) by lra; apply sqrt_le_1_alt; lra); "
        "assert (E : cosh (25 / 25001 * sqrt 250010) <= cosh (1 / 2)) by (apply GRPO.Lemmas2to4.cosh_increasing; split; "
        "[apply Rmult_le_pos; [lra | apply sqrt_pos] | lra]); "
        "assert (X : exp (1 / 2) * exp (1 / 2) <= 3) by (rewrite <- exp_plus; replace (1 / 2 + 1 / 2) with 1 by field; apply exp_le_3); "
        "assert (Y := exp_increasing (- (1 / 2)) 0 ltac:(lra)); rewrite exp_0 in Y; pose proof (exp_pos (1 / 2)); "
        "assert (exp (1 / 2) <= 2) by nra; pose proof (GRPO.Lemmas2to4.cosh_ge1 (25 / 25001 * sqrt 250010)); "
        "assert (cosh (1 / 2) <= 3 / 2) by (unfold cosh; lra); nra.",
    ),
}
