"""The pins of Theorem 2, Proposition 1 and Lemma 1."""

from proofs.kernel.pins import Generated, Pin

_DOMAIN = "p_ref beta epsilon ltac:(lra) ltac:(lra) ltac:(lra)"
_SLOPE = f"intros; assert (K := GRPO.Proposition1.h_derive {_DOMAIN} p ltac:(lra)); "
_SIGN = (
    _SLOPE + f"pose proof (GRPO.Proposition1.h_derive_sign {_DOMAIN} p ltac:(lra)) as S; "
    "rewrite (Coquelicot.Derive.is_derive_unique _ _ _ K) in S; derivative K; apply S; lra."
)
_DERIVATIVE = Generated("GRPO.Proposition1.h_derive", _SLOPE + "derivative K; printed; ring.")
_SIZE = "printed; assert (K := GRPO.Lemma1.multiplier_abs beta epsilon ltac:(lra) ltac:(lra) p ltac:(lra)); unfold GRPO.Lemma1.B in K; "
_EQUATION_8 = Generated(
    "GRPO.Theorem2.equation_9",
    "printed; assert (K := GRPO.Theorem2.equation_9 p_ref beta epsilon p ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra)); "
    "unfold GRPO.Theorem1.partition in K; revert K; rewrite plus_gain, minus_gain; products; intros <-; "
    "rewrite (Rmult_comm (1 - p) (GRPO.Defs.gain epsilon p)), <- !Rmult_assoc; "
    "replace (- / beta * p * GRPO.Defs.gain epsilon p) with (- (p * / beta * GRPO.Defs.gain epsilon p)) by ring; ring.",
)

PINS: dict[str, Pin] = {
    "equation-8": _EQUATION_8,
    "equation-8.derivation": _EQUATION_8,
    "proposition-1.range": Generated("GRPO.Defs.h_range", "printed; exact (GRPO.Defs.h_range p_ref beta epsilon ltac:(lra) p)."),
    "proposition-1.derivative.derivation": _DERIVATIVE,
    "proposition-1.falling": Generated("GRPO.Proposition1.h_derive_sign", _SIGN),
    "proposition-1.rising": Generated("GRPO.Proposition1.h_derive_sign", _SIGN),
    "proposition-1.stationary": Generated("GRPO.Proposition1.h_derive_sign", _SIGN),
    "proposition-1.decreasing": Generated(
        "GRPO.Proposition1.h_decreasing", f"printed; apply (GRPO.Proposition1.h_decreasing {_DOMAIN}); lra."
    ),
    "proposition-1.increasing": Generated(
        "GRPO.Proposition1.h_increasing", f"printed; apply (GRPO.Proposition1.h_increasing {_DOMAIN}); lra."
    ),
    "proposition-1.minimum": Generated(
        "GRPO.Proposition1.h_minimum",
        "intros; replace (1 / 4 + epsilon) with (epsilon + 1 / 2 * (1 - 1 / 2)) by field; printed; "
        "destruct (Req_dec p_ref 1) as [-> | N]; [rewrite !GRPO.Theorem2.certain_reference; lra |]; "
        f"destruct (GRPO.Proposition1.h_minimum {_DOMAIN} p ltac:(lra)) as [K _]; products; exact K.",
    ),
    "lemma-1.1": _DERIVATIVE,
    "lemma-1.absolute": Generated(
        "GRPO.Lemma1.multiplier_abs",
        _SIZE + "products; "
        "replace (2 * p - 1) with (- 1 + 2 * p) in K by ring; etransitivity; [etransitivity; [|exact K]; f_equal; ring | ring].",
    ),
}
