"""The pins of N6's lines: where ψ turns, saddle-nodes, and when the left fixed point repels."""

from proofs.kernel.pins import Generated, Pin

_N6 = "GRPO.Beyond_N6_turning."
_SETTING = (
    f"intros; assert (S1 : 1 < {_N6}S6 a b) by (unfold {_N6}S6; lra); "
    f"assert (Ee : epsilon = {_N6}eps6 a b) by (subst; unfold {_N6}eps6, {_N6}S6, Rdiv; rewrite Rmult_1_l; f_equal; ring); "
    f"assert (Eb : beta = {_N6}beta6 a b) by (subst; unfold {_N6}beta6, {_N6}S6, GRPO.Defs.pow32; do 2 f_equal; unfold Rdiv; "
    "rewrite (Rmult_comm (_ - 1)); f_equal; [f_equal|]; ring); "
    f"pose proof ({_N6}beta6_pos a b ltac:(lra) ltac:(lra) S1) as Hb; pose proof ({_N6}eps6_pos a b S1) as He; "
    f"destruct ({_N6}turning_points a b ltac:(lra) ltac:(lra) S1) as [Y [D1 D2]]; "
)
_Y = "assert (Ey : {0} = " + _N6 + "y6 {1}) by (subst; unfold " + _N6 + "y6; rewrite (Rplus_comm 1); reflexivity); "
_POINTS = _Y.format("y_1", "a") + _Y.format("y_2", "b").replace("Ey", "Ez")
_FRACTION = "(s / beta / sqrt (1 + 4 * epsilon + 4 * epsilon * s ^ 2) ^ 3)"
_STEEP = (
    f"assert (Q : {_FRACTION} * beta = {_N6}steep epsilon s) by (unfold {_N6}steep, Rdiv; rewrite Eb; field; split; "
    "[apply Rgt_not_eq, sqrt_lt_R0; rewrite Ee; pose proof (pow2_ge_0 s); nra | lra]); "
    f"set (x := {_FRACTION}) in *; clearbody x; "
)
_PATTERN = "destruct (" + _N6 + "steep_pattern a b ltac:(lra) ltac:(lra) S1 {0}) as [P [Q1 Q2]]; rewrite <- Ee, <- Eb in *; "
_SIGN = f"{_SETTING}{_STEEP}" + _PATTERN.format("s") + "subst; {0}nra."
_PSI = (
    "assert (A : forall y, derivable_pt_lim (fun y : R => y + -2 / beta / sqrt (1 + 4 * epsilon * cosh (1 / 2 * y) ^ 2) * cosh (1 / 2 * "
    "y)) y (1 - GRPO.Logit.dg epsilon y / beta)) by (intros x; "
    "apply (derive_ext (fun t => 0 + 1 * t + - / beta * GRPO.Logit.g epsilon t)); "
    "[intros t; unfold GRPO.Logit.g; rewrite !halves; unfold Rdiv; ring | "
    "replace (1 - GRPO.Logit.dg epsilon x / beta) with (1 + - / beta * GRPO.Logit.dg epsilon x) by (unfold Rdiv; ring); "
    "apply Coquelicot.Derive.is_derive_Reals, GRPO.Logit.affine_derive, GRPO.Logit.g_derive; lra]); assert (K := A y); "
)
_QUOTIENT = "assert (E : GRPO.Logit.dg epsilon {0} / beta * beta = GRPO.Logit.dg epsilon {0}) by (field; lra); "
_SHAPE = (
    "destruct (GRPO.Beyond_N6.dg_pattern (" + _N6 + "beta6 a b) (" + _N6 + "eps6 a b) Hb He _ _ Y D1 D2 {0}) as [P [Q1 Q2]]; "
    "rewrite <- Ee, <- Eb, <- ?Ey, <- ?Ez in *; "
)
_SLOPE = (
    _SETTING
    + _POINTS
    + _PSI
    + _SHAPE.format("y")
    + _QUOTIENT.format("y")
    + "exists (1 - GRPO.Logit.dg epsilon y / beta); split; [exact K | {0}nra]."
)
_LEFT = (
    _SETTING + _POINTS + "replace (/ beta / sqrt (1 + 4 * epsilon * cosh (1 / 2 * y) ^ 2) ^ 3 * sinh (1 / 2 * y)) with "
    "(- (GRPO.Logit.dg epsilon (- y) / beta)) by "
    "(rewrite GRPO.Logit.dg_odd; unfold GRPO.Logit.dg, GRPO.Defs.pow32; rewrite !halves; "
    "unfold Rdiv; ring); "
    + _SHAPE.format("(- y)")
    + _QUOTIENT.format("(- y)")
    + "set (x := GRPO.Logit.dg epsilon (- y) / beta) in *; {0}nra."
)


def _ends(point: str, equation: str) -> Generated:
    """T' = −1 at the mirror image of a turning point."""
    return Generated(
        f"{_N6}turning_points",
        f"{_SETTING}replace y with (- {_N6}y6 {point}) by (subst; unfold {_N6}y6; rewrite (Rplus_comm 1); ring); "
        f"set (u := {_N6}y6 {point}) in *; "
        "replace (/ beta / sqrt (1 + 4 * epsilon * cosh (1 / 2 * - u) ^ 2) ^ 3 * sinh (1 / 2 * - u)) with "
        "(- (GRPO.Logit.dg epsilon u / beta)) by (rewrite <- (Ropp_involutive (GRPO.Logit.dg epsilon u)), <- GRPO.Logit.dg_odd; "
        "unfold GRPO.Logit.dg, GRPO.Defs.pow32; rewrite !halves; "
        f"unfold Rdiv; ring); rewrite <- Ee, <- Eb in *; rewrite {equation}; field; lra.",
    )


def _node(point: str, equation: str) -> Generated:
    """A saddle-node: the first derivative of ψ vanishes, the second has a sign."""
    return Generated(
        f"{_N6}bend_signs",
        _SETTING
        + _Y.format("y", point)
        + _PSI
        + "exists (1 - GRPO.Logit.dg epsilon y / beta), (- (GRPO.Beyond_N7.d2g epsilon y / beta)); split; [exact K | split; "
        "[exists (fun t => 1 - GRPO.Logit.dg epsilon t / beta), 1; split; [lra | split; [intros t _; "
        "exact (A t) | apply (derive_ext (fun t => 1 + - / beta * GRPO.Logit.dg epsilon t)); [intros t; unfold Rdiv; ring | "
        "replace (- (GRPO.Beyond_N7.d2g epsilon y / beta)) with (- / beta * GRPO.Beyond_N7.d2g epsilon y) by (unfold Rdiv; ring); "
        "apply GRPO.Beyond_N7.scaled_derive, GRPO.Beyond_N7.n7_second; lra]]] | "
        f"destruct ({_N6}bend_signs a b ltac:(lra) ltac:(lra) S1) as [N1 N2]; "
        f"assert (Es : GRPO.Beyond_N7.sh y = {point} ^ 3) by (rewrite Ey; apply {_N6}sinh_y6); "
        "assert (C : 0 < GRPO.Beyond_N7.ch y) by (pose proof (GRPO.Lemmas2to4.cosh_ge1 (y / 2)); unfold GRPO.Beyond_N7.ch; lra); "
        "pose proof (pow_lt _ 5 (GRPO.Beyond_N7.root_pos epsilon ltac:(lra) y)) as R5; rewrite <- Ee, <- Eb, <- Ey in *; "
        f"split; [rewrite {equation}; field; lra|]; unfold GRPO.Beyond_N7.d2g; rewrite Es; "
        "assert (I : 0 < / (2 * GRPO.Beyond_N7.root epsilon y ^ 5) * / beta * GRPO.Beyond_N7.ch y) by (apply Rmult_lt_0_compat; [apply "
        "Rmult_lt_0_compat; apply Rinv_0_lt_compat; lra | exact C]); "
        "match goal with |- context [- (?c * ?q / ?w / ?v)] => replace (- (c * q / w / v)) with (- q * (/ w * / v * c)) by "
        f"(unfold Rdiv; ring) end; set (q := 1 + 4 * epsilon - 8 * epsilon * ({point} ^ 3) ^ 2) in *; nra]].",
    )


PINS: dict[str, Pin] = {
    "beyond.n6-count.fixed": Generated("GRPO.Beyond_N6_count.fixed_psi", "intros; products; split; intros; lra."),
    "beyond.n6-count.below": Generated(f"{_N6}steep_pattern", _SIGN.format("specialize (P ltac:(lra)); ")),
    "beyond.n6-count.between": Generated(f"{_N6}steep_pattern", _SIGN.format("specialize (Q1 ltac:(lra)); ")),
    "beyond.n6-count.beyond": Generated(f"{_N6}steep_pattern", _SIGN.format("specialize (Q2 ltac:(lra)); ")),
    "beyond.n6-count.rises": Generated("GRPO.Beyond_N6.dg_pattern", _SLOPE.format("specialize (P ltac:(lra)); ")),
    "beyond.n6-count.falls": Generated("GRPO.Beyond_N6.dg_pattern", _SLOPE.format("specialize (Q1 ltac:(lra)); ")),
    "beyond.n6-count.rises-again": Generated("GRPO.Beyond_N6.dg_pattern", _SLOPE.format("specialize (Q2 ltac:(lra)); ")),
    "beyond.n6-count.bend": Generated(
        "GRPO.Beyond_N7.n7_second",
        "intros; exists (GRPO.Beyond_N7.d2g epsilon y); split; [exists (GRPO.Logit.dg epsilon), 1; split; [lra | split; "
        "[intros t _; apply (derive_ext (GRPO.Logit.g epsilon)); [intros x; unfold GRPO.Logit.g; rewrite !halves; "
        "unfold Rdiv; ring | "
        "apply Coquelicot.Derive.is_derive_Reals, GRPO.Logit.g_derive; lra] | "
        "apply Coquelicot.Derive.is_derive_Reals, GRPO.Beyond_N7.n7_second; lra]] | "
        "unfold GRPO.Beyond_N7.d2g, GRPO.Beyond_N7.root, GRPO.Beyond_N7.ch, GRPO.Beyond_N7.sh; rewrite !halves; "
        "unfold Rdiv; rewrite Rinv_mult; ring].",
    ),
    "beyond.n6-count.saddle-node": _node("a", "D1"),
    "beyond.n6-count.saddle-node.again": _node("b", "D2"),
    "beyond.n6-count.left.steep": Generated(
        f"{_N6}steep_pattern",
        f"{_SETTING}{_STEEP}" + _PATTERN.format("(- s)") + f"rewrite {_N6}steep_odd in *; subst; specialize (Q1 ltac:(lra)); nra.",
    ),
    "beyond.n6-count.left.flat": Generated(
        f"{_N6}steep_pattern",
        f"{_SETTING}{_STEEP}destruct ({_N6}steep_turns a b ltac:(lra) ltac:(lra) S1) as [E1 E2]; "
        + _PATTERN.format("(- s)")
        + f"assert (L : {_N6}steep epsilon (- s) <= beta) by (subst; "
        f"destruct (Req_dec (- s) (b ^ 3)) as [-> | N]; [lra | apply Rlt_le, Q2; lra]); "
        f"rewrite {_N6}steep_odd in L; nra.",
    ),
    "beyond.n6-count.left.flat-again": Generated(
        f"{_N6}steep_pattern",
        f"{_SETTING}{_STEEP}destruct ({_N6}steep_turns a b ltac:(lra) ltac:(lra) S1) as [E1 E2]; "
        + _PATTERN.format("(- s)")
        + f"assert (L : {_N6}steep epsilon (- s) <= beta) by (subst; "
        f"destruct (Req_dec (- s) (a ^ 3)) as [-> | N]; [lra | apply Rlt_le, P; lra]); "
        f"rewrite {_N6}steep_odd in L; nra.",
    ),
    "beyond.n6-count.left.between": Generated("GRPO.Beyond_N6.dg_pattern", _LEFT.format("specialize (Q1 ltac:(lra)); ")),
    "beyond.n6-count.left.below": Generated(
        "GRPO.Beyond_N6.dg_pattern",
        _LEFT.format(
            "assert (GRPO.Logit.dg epsilon (- y) <= beta) by (destruct (Req_dec (- y) y_2) as [-> | N]; [lra | apply Rlt_le, Q2; lra]); "
        ),
    ),
    "beyond.n6-count.left.above": Generated(
        "GRPO.Beyond_N6.dg_pattern",
        _LEFT.format(
            "assert (GRPO.Logit.dg epsilon (- y) <= beta) by (destruct (Req_dec (- y) y_1) as [-> | N]; [lra | apply Rlt_le, P; lra]); "
        ),
    ),
    "beyond.n6-count.left.ends": _ends("a", "D1"),
    "beyond.n6-count.left.ends.again": _ends("b", "D2"),
    "beyond.n6-count.turning.equation": Generated(
        "",
        "intros e k w He Hk Hw; assert (P : 0 < 1 + 4 * e + 4 * e * w ^ 3) by (pose proof (pow_lt w 3 ltac:(lra)); nra); "
        "set (D := 1 + 4 * e + 4 * e * w ^ 3) in *; pose proof (sqrt_lt_R0 _ P); pose proof (sqrt_lt_R0 k ltac:(lra)); "
        "pose proof (sqrt_lt_R0 w ltac:(lra)); pose proof (sqrt_sqrt w ltac:(lra)) as W2; pose proof (sqrt_sqrt k ltac:(lra)) as K2; "
        "pose proof (sqrt_sqrt D ltac:(lra)) as E2; split; intros E; "
        "[assert (X : sqrt w = sqrt k * sqrt D) by (rewrite <- sqrt_mult by lra; f_equal; exact E); rewrite X; field; lra | "
        "assert (X : sqrt w = sqrt k * sqrt D); [|rewrite <- W2, X; rewrite <- K2 at 3; rewrite <- E2 at 3; ring]; "
        "apply Rminus_diag_uniq; assert (Z : (sqrt w - sqrt k * sqrt D) * (sqrt w ^ 2 + sqrt w * (sqrt k * sqrt D) + (sqrt k "
        "* sqrt D) ^ 2) = 0) "
        "by (transitivity (sqrt w ^ 3 - sqrt k ^ 3 * sqrt D ^ 3); [ring | rewrite <- E; field; lra]); "
        "apply Rmult_integral in Z; destruct Z as [Z | Z]; [exact Z | exfalso; revert Z; apply Rgt_not_eq; "
        "assert (0 < sqrt k * sqrt D) by (apply Rmult_lt_0_compat; lra); nra]].",
    ),
    "beyond.n6-count.turning.second": Generated(
        "",
        "intros e k v w He Hv Hw ->; pose proof (pow_lt v 3 ltac:(lra)); assert (P : 0 < 1 + 4 * e + 4 * e * v ^ 3) by nra; "
        "assert (F : w - v / (1 + 4 * e + 4 * e * v ^ 3) * (1 + 4 * e + 4 * e * w ^ 3) = "
        "(w - v) * (1 - 4 * e * (-1 + v * w * (v + w))) * / (1 + 4 * e + 4 * e * v ^ 3)) by (field; lra); "
        "pose proof (Rinv_0_lt_compat _ P) as I; split; intros E; "
        "[rewrite E in F; apply Rminus_diag_uniq; rewrite F; ring | "
        "assert (Z : (w - v) * (1 - 4 * e * (-1 + v * w * (v + w))) * / (1 + 4 * e + 4 * e * v ^ 3) = 0) by (rewrite <- F; lra); "
        "apply Rmult_integral in Z; destruct Z as [Z | Z]; [|lra]; apply Rmult_integral in Z; destruct Z; lra].",
    ),
    "beyond.n6-count.turning.weight": Generated(
        "",
        "intros e v w Hv Hw S ->; set (s := v * w * (v + w)) in *; replace (4 * v * w * (v + w)) with (4 * s) by (unfold s; ring); "
        "assert (0 < v * w) by (apply Rmult_lt_0_compat; lra); assert (0 < v ^ 2 + w ^ 2 + v * w) by nra; "
        "assert (E : s * v + v ^ 4 = v ^ 2 * (v ^ 2 + w ^ 2 + v * w)) by (unfold s; ring); pose proof (pow_lt v 3 ltac:(lra)); "
        "assert (0 < s + v ^ 3) by lra; "
        "replace (1 + 4 * / (-4 + 4 * s) + 4 * / (-4 + 4 * s) * v ^ 3) with ((s + v ^ 3) * / (s - 1)) by (field; lra); "
        "replace (v ^ 2 + w ^ 2 + v * w) with ((s + v ^ 3) / v) by (unfold s; field; lra); field; repeat split; lra.",
    ),
    "beyond.n6-count.turning.first": Generated(
        f"{_N6}steep_turns",
        f"{_SETTING}destruct ({_N6}steep_turns a b ltac:(lra) ltac:(lra) S1) as [E1 _]; rewrite <- Ee, <- Eb in E1; "
        f"unfold {_N6}steep in E1; "
        "replace ((a ^ 3) ^ 2) with (a ^ 6) in E1 by ring; exact E1.",
    ),
    "beyond.n6-count.turning.last": Generated(
        f"{_N6}steep_turns",
        f"{_SETTING}destruct ({_N6}steep_turns a b ltac:(lra) ltac:(lra) S1) as [_ E2]; rewrite <- Ee, <- Eb in E2; "
        f"unfold {_N6}steep in E2; "
        "replace ((b ^ 3) ^ 2) with (b ^ 6) in E2 by ring; exact E2.",
    ),
    "beyond.n6-count.turning.threshold": Generated(
        f"{_N6}below_threshold",
        f"{_SETTING}pose proof ({_N6}below_threshold a b ltac:(lra) ltac:(lra) S1) as K; rewrite <- Ee, <- Eb in K; "
        "rewrite <- B_max_printed in K by (rewrite Ee; exact He); unfold Rdiv; rewrite ?Rmult_1_l; exact K.",
    ),
}
