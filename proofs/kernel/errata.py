"""The pins of errata that stand in no table of their section, each with the point at which what is printed fails."""

from proofs.kernel.pins import Generated, Pin

_ROOT = "assert ({0} : sqrt ({1}) = {2}) by (replace ({1}) with (({2}) * ({2})) by field; apply sqrt_square; lra); "
_E_LESS = "pose proof exp_le_3 as E; "
"""Numbers are chosen such that roots are rational, and 2 < e <= 3 is all that has to be known of the exponential."""
_AT = "intros K; specialize (K {}); revert K; "
_STEEP = (
    "assert (S1 : 0 <= sqrt 250010 <= 50002 / 100) by (split; [apply sqrt_pos | "
    "apply Rsqr_incr_0_var; [rewrite Rsqr_sqrt; unfold Rsqr; lra | lra]]); "
    "assert (S2 : 995 / 10 <= sqrt 9910) by (apply Rsqr_incr_0_var; [rewrite Rsqr_sqrt; unfold Rsqr; lra | apply sqrt_pos]); "
)
"""Bounds of the roots in the condition of Theorem 3 at p_ref = 99/100, epsilon = 1/100000."""
_COSH_OF_ONE = (
    "assert (C : forall u, 0 <= u <= 1 -> cosh u ^ 2 <= 4) by (intros u U; unfold cosh; pose proof exp_le_3; "
    "assert (exp u <= exp 1) by (destruct (Req_dec u 1) as [-> | N]; [lra | apply Rlt_le, exp_increasing; lra]); "
    "assert (exp (- u) <= 1) by (rewrite <- exp_0; destruct (Req_dec u 0) as [-> | N]; [rewrite Ropp_0; lra | apply Rlt_le, "
    "exp_increasing; lra]); pose proof (exp_pos u); pose proof (exp_pos (- u)); nra); "
)
_COSH_OF_HALF = (
    "assert (C : forall u, 0 <= u <= 1 / 2 -> cosh u ^ 2 <= 187 / 100) by (intros u U; unfold cosh; pose proof exp_le_3; "
    "assert (exp (1 / 2) * exp (1 / 2) = exp 1) by (rewrite <- exp_plus; f_equal; lra); "
    "assert (exp u <= exp (1 / 2)) by (destruct (Req_dec u (1 / 2)) as [-> | N]; [lra | apply Rlt_le, exp_increasing; lra]); "
    "assert (exp (- u) <= 1) by (rewrite <- exp_0; destruct (Req_dec u 0) as [-> | N]; [rewrite Ropp_0; lra | apply Rlt_le, "
    "exp_increasing; lra]); pose proof (exp_pos u); pose proof (exp_pos (- u)); pose proof (exp_pos (1 / 2)); "
    "assert (exp (1 / 2) <= 1733 / 1000) by nra; nra); "
)
_LATTICE = (
    "repeat match goal with |- context [Rmin ?a ?b] => lazymatch a with context [Rmin] => fail | context [Rmax] => fail | _ => "
    "lazymatch b with context [Rmin] => fail | context [Rmax] => fail | _ => "
    "first [rewrite (Rmin_left a b) by lra | rewrite (Rmin_right a b) by lra] end end "
    "| |- context [Rmax ?a ?b] => first [rewrite (Rmax_left a b) by lra | rewrite (Rmax_right a b) by lra] end; "
)
"""Minima and maxima of numbers, from the inside."""
_Q = "(41640 / 41681)"
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
    "section-5.errors": Generated(
        "",
        _AT.format(
            "10 (1 / 10000) 0 (1 / 2) (1 / 100) ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra)"
        )
        + _ROOT.format("S1", "1 / 10000 + 1 / 100 * (1 - 1 / 100)", "1 / 10")
        + _ROOT.format("S0", "1 / 10000 + 0 * (1 - 0)", "1 / 100")
        + "rewrite S1, S0; replace (- (/ 10 / (1 / 10))) with (- (1)) by field; replace (- (/ 10 / (1 / 100))) with (- (10)) by field; "
        "rewrite !exp_Ropp; pose proof exp_le_3; pose proof (exp_ineq1_le 1); pose proof (exp_ineq1_le 10); "
        "assert (/ 3 <= / exp 1) by (apply Rinv_le_contravar; lra); assert (/ exp 10 <= / 11) by (apply Rinv_le_contravar; lra); "
        "assert (0 < / exp 10) by (apply Rinv_0_lt_compat; lra); "
        "assert (/ (1 + / (1 / 2) * (1 - 1 / 2) * / exp 1) <= / (1 + / 3)) by (apply Rinv_le_contravar; lra); "
        "assert (/ (1 + / 11) <= / (1 + / (1 / 2) * (1 - 1 / 2) * / exp 10)) by (apply Rinv_le_contravar; lra); "
        "unfold Rabs; repeat destruct Rcase_abs; lra.",
    ),
    "section-4.condition": Generated(
        "GRPO.Errata.cosh_ge_square",
        _STEEP + _COSH_OF_ONE + "intros K; specialize (K (1 / 10) 1 ltac:(lra) ltac:(lra)); "
        "pose proof (GRPO.Errata.cosh_ge_square (50 / 25001 * sqrt 250010 / (1 / 10)) ltac:(lra)) as L; "
        "specialize (C (50 / 25001 * sqrt 250010 / 1) ltac:(lra)); "
        "assert (S3 : 500 <= sqrt 250010) by (apply Rsqr_incr_0_var; [rewrite Rsqr_sqrt; unfold Rsqr; lra | lra]); "
        "assert (S4 : sqrt 9910 <= 100) by (apply Rsqr_incr_0_var; [rewrite Rsqr_sqrt; unfold Rsqr; lra | lra]); "
        "assert (9 * 9 <= (50 / 25001 * sqrt 250010 / (1 / 10)) ^ 2) by nra; lra.",
    ),
    "theorem-3.proof.need": Generated(
        "",
        "intros K; specialize (K 2 (1 / 100000) (99 / 100) ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra)); "
        + _COSH_OF_HALF
        + "assert (1 / 2 <= sqrt (1 / 4 + 1 / 100000)) by (apply Rsqr_incr_0_var; [rewrite Rsqr_sqrt; unfold Rsqr; lra | "
        "apply sqrt_pos]); "
        "specialize (C (1 / 2 / 2 / sqrt (1 / 4 + 1 / 100000)) ltac:(split; [apply Rlt_le, Rdiv_lt_0_compat; lra | "
        "apply Rmult_le_reg_r with (sqrt (1 / 4 + 1 / 100000)); [lra | field_simplify; lra]])); "
        "assert (0 < sqrt (1 / 100000 + 99 / 100 * (1 - 99 / 100))) by (apply sqrt_lt_R0; lra); "
        "assert (sqrt (1 / 100000 + 99 / 100 * (1 - 99 / 100)) <= 1 / 10) by (apply Rsqr_incr_0_var; [rewrite Rsqr_sqrt; unfold "
        "Rsqr; lra | lra]); "
        "set (s := sqrt (1 / 100000 + 99 / 100 * (1 - 99 / 100))) in *; assert (0 < s ^ 3) by (apply pow_lt; lra); pose proof "
        "(pow_incr s (1 / 10) 3 ltac:(lra)); "
        "assert (1000 <= / s ^ 3) by (replace 1000 with (/ (1 / 1000)) by field; apply Rinv_le_contravar; lra); unfold Rdiv in *; lra.",
    ),
    "section-2.ratio-range": Generated(
        "",
        _AT.format("8 (1 / 5) (1 / 2) (1 / 5) (1 / 5)" + 8 * " ltac:(lra)")
        + _ROOT.format("S", "1 / 2 * (1 - 1 / 2)", "(1 / 2)")
        + "rewrite S; "
        + _LATTICE
        + "replace (1 / 5 / (1 / 5)) with 1 by field; replace (/ (1 - 1 / 5) * (1 - 1 / 5)) with 1 by field; rewrite ln_1; "
        "replace (/ (1 - 1 / 5) * (1 - 1 / 2 * (1 - 1 / 5))) with (3 / 4) by field; "
        "replace (1 / 2 / (1 / 5) * (1 - 1 / 5)) with 2 by field; "
        "assert (ln 2 + ln 2 + ln (3 / 4) + ln (3 / 4) + ln (3 / 4) = - ln (16 / 27)) by (rewrite <- !ln_mult by lra; "
        "rewrite <- ln_Rinv by lra; f_equal; field); "
        "assert (ln (16 / 27) <= - (2 / 5)) by (apply Rnot_lt_le; intros N; apply exp_increasing in N; rewrite exp_ln in N by lra; "
        "pose proof (exp_ineq1_le (- (2 / 5))); lra); lra.",
    ),
    "theorem-4": Generated(
        "",
        "intros K; "
        + _ROOT.format("S1", "1 / 100 + 3 / 5 * (1 - 3 / 5)", "(1 / 2)")
        + _ROOT.format("S2", f"1 / 100 + {_Q} * (1 - {_Q})", "(43681 / 416810)")
        + f"assert (L : 0 < - ln (3 / 5 / (1 - 3 / 5)) + ln ({_Q} / (1 - {_Q})) < 10); ["
        "replace (3 / 5 / (1 - 3 / 5)) with (3 / 2) by field; "
        f"replace ({_Q} / (1 - {_Q})) with (41640 / 41) by field; pose proof (exp_ineq1_le 1); "
        "assert (ln (3 / 2) < ln (41640 / 41)) by (apply ln_increasing; lra); "
        "assert (0 < ln (3 / 2)) by (rewrite <- ln_1; apply ln_increasing; lra); "
        "assert (ln (41640 / 41) < 10); [rewrite <- (ln_exp 10); apply ln_increasing; [lra | "
        "replace 10 with (1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1) by ring; rewrite !exp_plus; "
        "pose proof (pow_incr 2 (exp 1) 10 ltac:(lra)); lra] | lra] | "
        f"set (l := - ln (3 / 5 / (1 - 3 / 5)) + ln ({_Q} / (1 - {_Q}))) in *; "
        f"pose proof (fun r => K ((416810 / 43681 - 2) / l) (1 / 100) (3 / 5) r {_Q} ltac:(apply Rdiv_lt_0_compat; lra) ltac:(lra) "
        f"ltac:(lra) ltac:(lra) "
        "ltac:(lra) ltac:(lra)) as J; "
        "assert (B : 3 / 4 < (416810 / 43681 - 2) / l) by (apply Rmult_lt_reg_r with l; [lra | replace ((416810 / 43681 - 2) / l * "
        "l) with (416810 / 43681 - 2) by (field; lra); lra]); "
        "rewrite S1, S2 in J; specialize (J _ ltac:(fold l; field; lra) eq_refl); "
        "rewrite !Rabs_pos_eq in J by lra; specialize (J ltac:(lra) ltac:(lra)); lra].",
    ),
}
