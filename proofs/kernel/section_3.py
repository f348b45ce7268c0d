"""The pins of Theorem 2, Proposition 1 and Lemma 1."""

from proofs.kernel.pins import Generated, Pin

_DOMAIN = "p_ref beta epsilon ltac:(lra) ltac:(lra) ltac:(lra)"
_SLOPE = f"intros; assert (K := GRPO.Proposition1.h_derive {_DOMAIN} p ltac:(lra)); "
_SIGN = (
    _SLOPE + f"pose proof (GRPO.Proposition1.h_derive_sign {_DOMAIN} p ltac:(lra)) as S; "
    "rewrite (Coquelicot.Derive.is_derive_unique _ _ _ K) in S; derivative K; apply S; lra."
)
_SIZE = "intros; assert (K := GRPO.Lemma1.multiplier_abs beta epsilon ltac:(lra) ltac:(lra) p ltac:(lra)); unfold GRPO.Lemma1.B in K; "

PINS: dict[str, Pin] = {
    "equation-8": Generated(
        "GRPO.Theorem2.equation_9",
        "intros; assert (K := GRPO.Theorem2.equation_9 p_ref beta epsilon p ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra)); "
        "unfold GRPO.Theorem1.partition in K; close K.",
    ),
    "proposition-1.range": Generated(
        "GRPO.Defs.h_range",
        "intros; destruct (GRPO.Defs.h_range p_ref beta epsilon ltac:(lra) p) as [K1 K2]; split; [close K1 | close K2].",
    ),
    "proposition-1.falling": Generated("GRPO.Proposition1.h_derive_sign", _SIGN),
    "proposition-1.rising": Generated("GRPO.Proposition1.h_derive_sign", _SIGN),
    "proposition-1.stationary": Generated("GRPO.Proposition1.h_derive_sign", _SIGN),
    "proposition-1.minimum": Generated(
        "GRPO.Proposition1.h_minimum",
        "intros; destruct (Req_dec p_ref 1) as [-> | N]; [right; unfold Rminus; rewrite Rplus_opp_r; field; lra |]; "
        f"destruct (GRPO.Proposition1.h_minimum {_DOMAIN} p ltac:(lra)) as [K _]; close K.",
    ),
    "lemma-1.1": Generated("GRPO.Proposition1.h_derive", _SLOPE + "derivative K; same."),
    "lemma-1.absolute": Generated("GRPO.Lemma1.multiplier_abs", _SIZE + "close K."),
}
