"""The pins of orbits with the smoothing outside the root (L6)."""

from proofs.kernel.pins import Pin, Written

_L6 = "GRPO.Beyond_L6."
_K = f"({_L6}k epsilon)"
_EVEN = f"({_L6}k_even epsilon)"
_RISES = f"({_L6}k_rises epsilon He)"
_CONT = f"({_L6}k_continuity epsilon He)"
_OUT = "let T := fun y : R => rho + 1 / beta * (2 * cosh (y / 2) / (1 + 2 * epsilon * cosh (y / 2))) in "
_STEEPEST = (
    "let root := sqrt (1 + 32 * epsilon ^ 2) in let C := (1 + root) / (4 * epsilon) in let B := 4 * sqrt (C ^ 2 - 1) / (3 + root) ^ 2 in "
)
_BETWEEN = "let T := fun y : R => rho + 2 * (epsilon + 1 / 2) * (m - rho) * cosh (y / 2) / (1 + 2 * epsilon * cosh (y / 2)) in "
"""The map with beta expressed by m, the logit of h(1/2)."""
_WEIGHT = (
    "assert (Hw : 0 < 2 / ((2 * epsilon + 1) * (m - rho))) by (apply Rdiv_lt_0_compat; [lra | apply Rmult_lt_0_compat; lra]); "
    "set (w := 2 / ((2 * epsilon + 1) * (m - rho))) in *; "
    "assert (ET : forall y, rho + 2 * (epsilon + 1 / 2) * (m - rho) * cosh (y / 2) / (1 + 2 * epsilon * cosh (y / 2)) = "
    f"GRPO.Logit_orbits.F {_K} w rho y) by (intros y; pose proof ({_L6}k_den epsilon He y); "
    f"unfold w, GRPO.Logit_orbits.F, {_L6}k; field; lra); apply FunctionalExtensionality.functional_extensionality in ET; "
    f"assert (E0 : GRPO.Logit_orbits.F {_K} w rho 0 = m) by (unfold GRPO.Logit_orbits.F; rewrite {_L6}k_zero; unfold w; field; lra); "
)

PINS: dict[str, Pin] = {
    "beyond.l6-outside-root.contraction": Written(
        f"{_L6}l6_contraction",
        f"forall beta epsilon rho : R, 0 < beta -> 0 < epsilon -> {_STEEPEST}B < beta -> {_OUT}"
        "exists z : R, T z = z /\\ (forall y : R, T y = y -> y = z) /\\ "
        "forall (x_0 : R) (n : nat), Rabs (Nat.iter n T x_0 - z) <= (B / beta) ^ n * Rabs (x_0 - z)",
        f"intros b e rho _ He Hb; exact ({_L6}l6_contraction e He b rho Hb).",
        "4025fb67cd44",
    ),
    "beyond.l6-outside-root.trapped": Written(
        "GRPO.Logit_orbits.n9_trapped",
        f"forall epsilon rho m : R, 0 < epsilon -> rho < m -> m < 0 -> {_BETWEEN}T rho <= - rho -> T m <= 0 -> "
        "(forall q, 0 <= q <= - rho -> T q <> q) -> exists z : R, m <= z <= 0 /\\ T z = z /\\ (forall q, m <= q <= 0 -> T q = q -> "
        "q = z) /\\ forall x, m <= x <= - rho -> is_lim_seq (fun n => Nat.iter n T x) z \\/ exists c : R, m <= c <= 0 /\\ m "
        "<= T c <= 0 /\\ "
        "T c <> c /\\ T (T c) = c /\\ is_lim_seq (fun n => Nat.iter (2 * n) T x) c /\\ is_lim_seq (fun n => Nat.iter (2 * n + "
        "1) T x) (T c)",
        f"intros epsilon rho m He Hm H0; {_WEIGHT}"
        f"pose proof (GRPO.Logit_orbits.n9_trapped {_K} w rho Hw {_EVEN} {_RISES} {_CONT}) as K; rewrite E0, <- ET in K; "
        "intros H1 H2 N; exact (K H0 Hm N H1 H2).",
        "0c2f90353eb2",
    ),
    "beyond.l6-outside-root.trapped.largest": Written(
        "GRPO.Logit_orbits.n9_largest",
        "forall beta epsilon q : R, 0 < beta -> 0 < epsilon -> 0 <= q -> "
        "let g := fun y : R => 2 * cosh (y / 2) / (1 + 2 * epsilon * cosh (y / 2)) in "
        "let rho := q - 1 / beta * g q in let T := fun y : R => q + (g y - g q) / beta in rho < 0 -> q <= - rho -> "
        "g rho <= - 2 * beta * rho -> "
        "(forall x, q <= x <= - rho -> (forall n, q <= Nat.iter n T x <= - rho) /\\ "
        "((forall n, Nat.iter n T x <= Nat.iter (S n) T x) \\/ (forall n, Nat.iter (S n) T x <= Nat.iter n T x)) /\\ "
        "exists p : R, q <= p <= - rho /\\ T p = p /\\ is_lim_seq (fun n => Nat.iter n T x) p) /\\ (forall n, Nat.iter n T q = q) /\\ "
        "(forall n, Nat.iter (S n) T (- rho) <= Nat.iter n T (- rho)) /\\ "
        "exists p : R, q <= p <= - rho /\\ T p = p /\\ is_lim_seq (fun n => Nat.iter n T (- rho)) p /\\ "
        "forall z, q <= z <= - rho -> T z = z -> z <= p",
        "intros beta epsilon q Hb He Hq H1 H2 H3; "
        f"assert (ET : forall y, q + ({_L6}k epsilon y - {_L6}k epsilon q) / beta = "
        f"GRPO.Logit_orbits.F {_K} beta (q - 1 / beta * {_L6}k epsilon q) y) by (intros y; unfold GRPO.Logit_orbits.F; field; lra); "
        f"assert (Fq : GRPO.Logit_orbits.F {_K} beta (q - 1 / beta * {_L6}k epsilon q) q = q) by (rewrite <- ET; field; lra); "
        "apply FunctionalExtensionality.functional_extensionality in ET; "
        f"pose proof (GRPO.Logit_orbits.n9_largest {_K} beta (q - 1 / beta * {_L6}k epsilon q) Hb {_EVEN} {_RISES} {_CONT} q "
        "(conj Hq H2) Fq H3 H1) as K; pose proof (fun n => GRPO.Monotone_maps.fixed_orbit _ q n Fq) as K2; rewrite <- ET in K, K2; "
        "destruct K as [K1 K3]; exact (conj K1 (conj K2 K3)).",
        "162291307332",
    ),
    "beyond.l6-outside-root.monotone": Written(
        "GRPO.Logit_orbits.n5_rises",
        f"forall beta epsilon rho : R, 0 < beta -> 0 < epsilon -> 0 <= rho -> {_OUT}let u := rho + 1 / beta * (1 / epsilon) in "
        "(forall n, Nat.iter n T rho < Nat.iter (S n) T rho) /\\ exists p : R, rho <= p <= u /\\ T p = p /\\ "
        "is_lim_seq (fun n => Nat.iter n T rho) p /\\ forall q, rho <= q <= u -> T q = q -> p <= q",
        f"intros beta epsilon rho Hb He Hr; exact (GRPO.Logit_orbits.n5_rises {_K} (1 / epsilon) beta rho Hb {_EVEN} {_RISES} {_CONT} "
        f"({_L6}k_pos epsilon He) ({_L6}k_upper epsilon He) Hr).",
        "6f302e71de56",
    ),
    "beyond.l6-outside-root.every-start": Written(
        "GRPO.Logit_orbits.n5_band",
        f"forall beta epsilon rho : R, 0 < beta -> 0 < epsilon -> 0 <= rho + 1 / beta * (2 / (1 + 2 * epsilon)) -> {_OUT}"
        "let u := rho + 1 / beta * (1 / epsilon) in "
        "(forall x, 0 <= x <= u -> (forall n, 0 <= Nat.iter n T x <= u) /\\ "
        "((forall n, Nat.iter n T x <= Nat.iter (S n) T x) \\/ (forall n, Nat.iter (S n) T x <= Nat.iter n T x)) /\\ "
        "exists p : R, 0 <= p <= u /\\ T p = p /\\ is_lim_seq (fun n => Nat.iter n T x) p) /\\ "
        "((forall n, Nat.iter n T 0 <= Nat.iter (S n) T 0) /\\ exists p : R, 0 <= p <= u /\\ T p = p /\\ "
        "is_lim_seq (fun n => Nat.iter n T 0) p /\\ forall q, 0 <= q <= u -> T q = q -> p <= q) /\\ "
        "((forall n, Nat.iter (S n) T u <= Nat.iter n T u) /\\ exists p : R, 0 <= p <= u /\\ T p = p /\\ "
        "is_lim_seq (fun n => Nat.iter n T u) p /\\ forall q, 0 <= q <= u -> T q = q -> q <= p)",
        f"intros beta epsilon rho Hb He H; rewrite <- {_L6}k_zero in H; "
        f"exact (GRPO.Logit_orbits.n5_band {_K} (1 / epsilon) beta rho Hb {_EVEN} {_RISES} {_CONT} ({_L6}k_upper epsilon He) H).",
        "e17b33606cc8",
    ),
}
