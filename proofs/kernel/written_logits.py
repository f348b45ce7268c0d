"""The pins of orbits in the coordinate y = logit p: N8, N9, N10, N11, and the smoothing outside the root (L6)."""

from proofs.kernel.pins import Pin, Written

_T = "let T := fun y : R => rho + 1 / beta * (2 * cosh (y / 2) / sqrt (1 + 4 * epsilon * cosh (y / 2) ^ 2)) in "
_G = "let g := fun y : R => 2 * cosh (y / 2) / sqrt (1 + 4 * epsilon * cosh (y / 2) ^ 2) in "
_OUTSIDE = "let T := fun y : R => rho + 1 / beta * (2 * cosh (y / 2) / (1 + 2 * epsilon * cosh (y / 2))) in "
_DOMAIN = "forall beta epsilon rho : R, 0 < beta -> 0 < epsilon -> rho < 0 -> "
_BETWEEN = "let T := fun y : R => rho + sqrt (1 + 4 * epsilon) * (m - rho) * cosh (y / 2) / sqrt (1 + 4 * epsilon * cosh (y / 2) ^ 2) in "
"""The map with beta expressed by m, the logit of h(1/2)."""
_SMOOTHED = "(GRPO.Logit.g epsilon)"
_EVEN = "(GRPO.Logit.g_even epsilon)"
_RISES = "(GRPO.Logit_orbits.g_rises epsilon He)"
_CONT = "(GRPO.Logit_orbits.g_continuity epsilon He)"
_POS = "(GRPO.Logit.g_pos epsilon He)"
_BOUND = "(GRPO.Logit.g_upper epsilon He)"
_WEIGHT = (
    "pose proof (sqrt_lt_R0 (1 + 4 * epsilon) ltac:(lra)) as Hs; "
    "assert (Hw : 0 < 2 / (sqrt (1 + 4 * epsilon) * (m - rho))) by (apply Rdiv_lt_0_compat; [lra | apply Rmult_lt_0_compat; lra]); "
    "set (w := 2 / (sqrt (1 + 4 * epsilon) * (m - rho))) in *; "
    "assert (ET : forall y, rho + sqrt (1 + 4 * epsilon) * (m - rho) * cosh (y / 2) / sqrt (1 + 4 * epsilon * cosh (y / 2) ^ 2) = "
    f"GRPO.Logit_orbits.F {_SMOOTHED} w rho y) by (intros y; pose proof (sqrt_lt_R0 _ (GRPO.Logit.den_pos epsilon He y)); "
    "unfold w, GRPO.Logit_orbits.F, GRPO.Logit.g; field; lra); "
    "apply FunctionalExtensionality.functional_extensionality in ET; "
    f"assert (E0 : GRPO.Logit_orbits.F {_SMOOTHED} w rho 0 = m) by (unfold GRPO.Logit_orbits.F; rewrite GRPO.Logit_orbits.g_zero; "
    "unfold w; field; lra); "
)
_STAYS = (
    "(forall x, q <= x <= - rho -> (forall n, q <= Nat.iter n T x <= - rho) /\\ "
    "((forall n, Nat.iter n T x <= Nat.iter (S n) T x) \\/ (forall n, Nat.iter (S n) T x <= Nat.iter n T x)) /\\ "
    "exists p : R, q <= p <= - rho /\\ T p = p /\\ is_lim_seq (fun n => Nat.iter n T x) p) /\\ "
    "(forall n, Nat.iter n T q = q) /\\ "
    "(forall n, Nat.iter (S n) T (- rho) <= Nat.iter n T (- rho)) /\\ "
    "exists p : R, q <= p <= - rho /\\ T p = p /\\ is_lim_seq (fun n => Nat.iter n T (- rho)) p /\\ "
    "forall z, q <= z <= - rho -> T z = z -> z <= p"
)
_ABOVE = (
    "(forall n, Nat.iter n T (- rho) < Nat.iter (S n) T (- rho)) /\\ exists p : R, - rho <= p <= rho + 1 / beta * {top} /\\ T p = p /\\ "
    "is_lim_seq (fun n => Nat.iter n T (- rho)) p /\\ forall q, - rho <= q <= rho + 1 / beta * {top} -> T q = q -> p <= q"
)
_BELOW = "forall (x : R) (n : nat), rho <= x <= - rho -> (1 <= n)%nat -> rho + 1 / beta * {least} <= Nat.iter n T x <= T rho"
_LOGIT = "let logit := fun p : R => ln (p / (1 - p)) in "

PINS: dict[str, Pin] = {
    "beyond.n8-transition.above": Written(
        "GRPO.Logit_orbits.n8_above",
        f"{_DOMAIN}{_G}{_T}- 2 * beta * rho < g rho -> " + _ABOVE.format(top="(1 / sqrt epsilon)"),
        "intros beta epsilon rho Hb He Hr Hg; "
        f"exact (GRPO.Logit_orbits.n8_above {_SMOOTHED} (1 / sqrt epsilon) beta rho Hb {_EVEN} {_RISES} {_CONT} {_BOUND} Hr Hg).",
        "53836bffc98e",
    ),
    "beyond.n8-transition.below": Written(
        "GRPO.Logit_orbits.n8_below",
        f"{_DOMAIN}{_G}{_T}g rho <= - 2 * beta * rho -> " + _BELOW.format(least="(2 / sqrt (1 + 4 * epsilon))"),
        "intros beta epsilon rho Hb He Hr Hg x n Hx Hn; rewrite <- GRPO.Logit_orbits.g_zero; "
        f"exact (GRPO.Logit_orbits.n8_below {_SMOOTHED} beta rho Hb {_EVEN} {_RISES} {_POS} x n Hr Hg Hx Hn).",
        "d198e68ce6da",
    ),
    "beyond.n9-trapped": Written(
        "GRPO.Logit_orbits.n9_trapped",
        f"forall epsilon rho m : R, 0 < epsilon -> rho < m -> m < 0 -> {_BETWEEN}T rho <= - rho -> T m <= 0 -> "
        "(forall q, 0 <= q <= - rho -> T q <> q) -> exists z : R, m <= z <= 0 /\\ T z = z /\\ (forall q, m <= q <= 0 -> T q = q -> "
        "q = z) /\\ "
        "forall x, m <= x <= - rho -> is_lim_seq (fun n => Nat.iter n T x) z \\/ exists c : R, m <= c <= 0 /\\ m <= T c <= 0 /\\ T "
        "c <> c /\\ "
        "T (T c) = c /\\ is_lim_seq (fun n => Nat.iter (2 * n) T x) c /\\ is_lim_seq (fun n => Nat.iter (2 * n + 1) T x) (T c)",
        f"intros epsilon rho m He Hm H0; {_WEIGHT}"
        f"pose proof (GRPO.Logit_orbits.n9_trapped {_SMOOTHED} w rho Hw {_EVEN} {_RISES} {_CONT}) as K; rewrite E0, <- ET in K; "
        "intros H1 H2 N; exact (K H0 Hm N H1 H2).",
        "d1dc11a3f5ed",
    ),
    "beyond.n9-trapped.stable": Written(
        "GRPO.Beyond_N9_stable.n9_stable",
        f"forall epsilon rho m z d : R, 0 < epsilon -> rho < m -> m < 0 -> {_BETWEEN}T rho <= - rho -> T m <= 0 -> "
        "(forall q, 0 <= q <= - rho -> T q <> q) -> m <= z <= 0 -> T z = z -> derivable_pt_lim T z d -> -1 <= d -> "
        "forall x, m <= x <= - rho -> is_lim_seq (fun n => Nat.iter n T x) z",
        f"intros epsilon rho m z d He Hm H0; {_WEIGHT}"
        "intros H1 H2 N Hz Fz D Hd x Hx; pose proof (GRPO.Beyond_N9_stable.n9_stable epsilon w rho He Hw z x) as K; "
        "pose proof (GRPO.Beyond_N7.scaled_derive _ z _ rho (1 / w) (GRPO.Logit.g_derive epsilon He z)) as S; "
        "rewrite ET in D; pose proof (uniqueness_limite _ _ _ _ D S) as E; rewrite E0, <- ET, <- E in K; "
        "exact (K H0 Hm N H1 H2 Hz Fz Hd Hx).",
        "bad98aaaa121",
    ),
    "beyond.n9-trapped.largest": Written(
        "GRPO.Logit_orbits.n9_largest",
        "forall beta epsilon q : R, 0 < beta -> 0 < epsilon -> 0 <= q -> "
        "let g := fun y : R => 2 * cosh (y / 2) / sqrt (1 + 4 * epsilon * cosh (y / 2) ^ 2) in "
        "let rho := q - 1 / beta * g q in let T := fun y : R => q + (g y - g q) / beta in rho < 0 -> q <= - rho -> "
        "g rho <= - 2 * beta * rho -> " + _STAYS,
        "intros beta epsilon q Hb He Hq H1 H2 H3; "
        "assert (ET : forall y, q + (GRPO.Logit.g epsilon y - GRPO.Logit.g epsilon q) / beta = "
        f"GRPO.Logit_orbits.F {_SMOOTHED} beta (q - 1 / beta * GRPO.Logit.g epsilon q) y) by (intros y; unfold GRPO.Logit_orbits.F; "
        f"field; "
        "lra); "
        f"assert (Fq : GRPO.Logit_orbits.F {_SMOOTHED} beta (q - 1 / beta * GRPO.Logit.g epsilon q) q = q) by (rewrite <- ET; "
        f"field; lra); "
        "apply FunctionalExtensionality.functional_extensionality in ET; "
        f"pose proof (GRPO.Logit_orbits.n9_largest {_SMOOTHED} beta (q - 1 / beta * GRPO.Logit.g epsilon q) Hb {_EVEN} {_RISES} "
        f"{_CONT} q "
        "(conj Hq H2) Fq H3 H1) as K; pose proof (fun n => GRPO.Monotone_maps.fixed_orbit _ q n Fq) as K2; rewrite <- ET in K, K2; "
        "destruct K as [K1 K3]; exact (conj K1 (conj K2 K3)).",
        "ec4246436461",
    ),
    "beyond.n9-trapped.period-three": Written(
        "GRPO.Logit_orbits.n9_period_three",
        f"forall epsilon rho m : R, 0 < epsilon -> rho < m -> m < 0 -> {_BETWEEN}0 < T m -> 0 <= T (T m) -> "
        "exists x : R, 0 <= x <= T m /\\ T (T (T x)) = x /\\ T x <> x",
        f"intros epsilon rho m He Hm H0; {_WEIGHT}"
        f"pose proof (GRPO.Logit_orbits.n9_period_three {_SMOOTHED} w rho Hw {_EVEN} {_RISES} {_CONT}) as K; rewrite E0, <- ET in K; "
        "exact (K H0).",
        "defdae1c2851",
    ),
    "beyond.n10-approximation.logit": Written(
        "GRPO.Limits.logit_errors",
        "forall p_ref beta epsilon eta : R, 0 < p_ref < 1 -> 0 < epsilon -> let rho := ln (p_ref / (1 - p_ref)) in "
        f"{_T}let B := 1 / (3 * sqrt 3 * sqrt epsilon * (1 + 4 * epsilon)) in B < beta -> 0 <= eta -> "
        "exists y : R, T y = y /\\ (forall z, T z = z -> z = y) /\\ forall u : nat -> R, "
        "(exists N, forall n, (N <= n)%nat -> Rabs (u (S n) - T (u n)) <= eta) -> "
        "Rbar_le (LimSup_seq (fun n => Rabs (u n - y))) (eta / (1 - B / beta))",
        "exact GRPO.Limits.logit_errors.",
        "03dd600e1032",
    ),
    "beyond.n10-approximation.attained": Written(
        "GRPO.Limits.moved_limsup",
        "forall (p c : nat -> R) (p_star delta_star : R), 0 <= p_star <= 1 -> 0 <= delta_star -> delta_star <= 1 - p_star -> "
        "is_lim_seq p p_star -> is_lim_seq c delta_star -> "
        "Rbar_le (LimSup_seq (fun n => - Rabs (p n + 1 * c n - p_star))) (- delta_star)",
        "intros p c x d _ Hd _ P C; exact (GRPO.Limits.moved_limsup p c x d 1 P C ltac:(lra) Hd).",
        "6386aed46133",
    ),
    "beyond.n10-approximation.attained.failure": Written(
        "GRPO.Limits.moved_limsup",
        "forall (p c : nat -> R) (p_star delta_star : R), 0 <= p_star <= 1 -> 0 <= delta_star -> delta_star <= p_star -> "
        "is_lim_seq p p_star -> is_lim_seq c delta_star -> "
        "Rbar_le (LimSup_seq (fun n => - Rabs (p n + -1 * c n - p_star))) (- delta_star)",
        "intros p c x d _ Hd _ P C; exact (GRPO.Limits.moved_limsup p c x d (-1) P C ltac:(lra) Hd).",
        "a9b075c09105",
    ),
    "theorem-5.alternating": Written(
        "GRPO.Limits.moved_limsup",
        "forall (p : nat -> R) (p_star d : R), 0 < d -> d <= p_star -> d <= 1 - p_star -> is_lim_seq p p_star -> "
        "Rbar_le (LimSup_seq (fun n => - Rabs (p n + -1 * d - p_star))) (- d)",
        "intros p x d Hd _ _ P; exact (GRPO.Limits.moved_limsup p (fun _ => d) x d (-1) P (GRPO.Limits.constant d) ltac:(lra) "
        "(Rlt_le _ _ Hd)).",
        "64ff97773ccc",
    ),
    "beyond.n11-unsmoothed": Written(
        "GRPO.Logit_orbits.n11_exists",
        "forall beta rho : R, 0 < beta -> let T := fun y : R => rho + 2 * cosh (y / 2) / beta in "
        "rho < 2 * ln (beta + sqrt (beta ^ 2 + 1)) - 2 * sqrt (1 + 1 / beta ^ 2) -> "
        "exists x : R, rho < x < 2 * ln (beta + sqrt (beta ^ 2 + 1)) /\\ T x = x",
        "exact GRPO.Logit_orbits.n11_exists.",
        "9afa5940380f",
    ),
    "beyond.n11-unsmoothed.escape": Written(
        "GRPO.Logit_orbits.n11_escape",
        "forall beta rho : R, 0 < beta -> forall x : R, let T := fun y : R => rho + 2 * cosh (y / 2) / beta in "
        "let d := rho + 2 * sqrt (1 + 1 / beta ^ 2) - 2 * ln (beta + sqrt (beta ^ 2 + 1)) in 0 < d -> "
        "(forall n, INR n * d + x <= Nat.iter n T x) /\\ (forall n, Nat.iter n T x < Nat.iter (S n) T x) /\\ "
        "is_lim_seq (fun n => Nat.iter n T x) p_infty",
        "exact GRPO.Logit_orbits.n11_escape.",
        "cf6fbd4992b4",
    ),
    "beyond.n11-unsmoothed.half": Written(
        "GRPO.Instances.n11_half",
        "exists beta : R, 1508879561538 / 1000000000000 < beta < 1508879561539 / 1000000000000 /\\ "
        "2 * sqrt (1 + 1 / beta ^ 2) - 2 * ln (beta + sqrt (beta ^ 2 + 1)) = 0",
        "destruct GRPO.Instances.n11_half as [x [I [E _]]]; exists x; split; [exact I | unfold arcsinh in E; lra].",
        "b71edd22cd8b",
    ),
    "beyond.n11-unsmoothed.logit": Written(
        "GRPO.Logit_orbits.n11_logit",
        "forall p_ref beta : R, 0 < p_ref < 1 -> 0 < beta -> let epsilon := 0 in "
        "let h := fun p : R => 1 / (1 + (1 - p_ref) / p_ref * exp (- (1 / beta * (1 / sqrt (p * (1 - p) + epsilon))))) in "
        "let T := fun y : R => ln (p_ref / (1 - p_ref)) + 2 * cosh (y / 2) / beta in forall (p_0 : R) (n : nat), 0 < p_0 < 1 -> "
        f"{_LOGIT}0 < Nat.iter n h p_0 < 1 /\\ logit (Nat.iter n h p_0) = Nat.iter n T (logit p_0)",
        "intros r b Hr Hb p0 n Hp; exact (GRPO.Logit_orbits.n11_logit r b p0 n Hr Hb Hp).",
        "47f557b22325",
    ),
    "beyond.n4-contraction.logits": Written(
        "GRPO.Logit.logit_iterate",
        "forall p_ref beta epsilon : R, 0 < p_ref < 1 -> 0 < beta -> 0 < epsilon -> "
        "let h := fun p : R => 1 / (1 + (1 - p_ref) / p_ref * exp (- (1 / beta * (1 / sqrt (p * (1 - p) + epsilon))))) in "
        f"let rho := ln (p_ref / (1 - p_ref)) in {_T}{_LOGIT}"
        "forall (p_0 : R) (n : nat), 0 < p_0 < 1 -> logit (Nat.iter n h p_0) = Nat.iter n T (logit p_0)",
        "intros r b e Hr _ He p0 n Hp; exact (GRPO.Logit.logit_iterate r b e Hr He p0 n Hp).",
        "fc8dd23da5d6",
    ),
    "beyond.n4-contraction.start": Written(
        "GRPO.Defs.iterate_inside",
        "forall p_ref beta epsilon : R, 0 < p_ref < 1 -> 0 < beta -> 0 < epsilon -> "
        "let h := fun p : R => 1 / (1 + (1 - p_ref) / p_ref * exp (- (1 / beta * (1 / sqrt (p * (1 - p) + epsilon))))) in "
        "forall (p_0 : R) (n : nat), 0 <= p_0 <= 1 -> (1 <= n)%nat -> 0 < Nat.iter n h p_0 < 1",
        "intros r b e Hr Hb He p0 [|n] H0 Hn; [inversion Hn | exact (GRPO.Defs.iterate_inside r b e Hr p0 n H0)].",
        "e9ee6280e180",
    ),
    "beyond.l6-outside-root.above": Written(
        "GRPO.Logit_orbits.n8_above",
        f"{_DOMAIN}{_OUTSIDE}- 2 * beta * rho < 2 * cosh (rho / 2) / (1 + 2 * epsilon * cosh (rho / 2)) -> "
        + _ABOVE.format(top="(1 / epsilon)"),
        "intros beta epsilon rho Hb He Hr Hg; exact (GRPO.Logit_orbits.n8_above (GRPO.Beyond_L6.k epsilon) (1 / epsilon) beta rho Hb "
        "(GRPO.Beyond_L6.k_even epsilon) (GRPO.Beyond_L6.k_rises epsilon He) (GRPO.Beyond_L6.k_continuity epsilon He) "
        "(GRPO.Beyond_L6.k_upper epsilon He) Hr Hg).",
        "930fd0e31eb5",
    ),
    "beyond.l6-outside-root.below": Written(
        "GRPO.Logit_orbits.n8_below",
        f"{_DOMAIN}{_OUTSIDE}2 * cosh (rho / 2) / (1 + 2 * epsilon * cosh (rho / 2)) <= - 2 * beta * rho -> "
        + _BELOW.format(least="(2 / (1 + 2 * epsilon))"),
        "intros beta epsilon rho Hb He Hr Hg x n Hx Hn; rewrite <- GRPO.Beyond_L6.k_zero; "
        "exact (GRPO.Logit_orbits.n8_below (GRPO.Beyond_L6.k epsilon) beta rho Hb (GRPO.Beyond_L6.k_even epsilon) "
        "(GRPO.Beyond_L6.k_rises epsilon He) (GRPO.Beyond_L6.k_pos epsilon He) x n Hr Hg Hx Hn).",
        "9193709afde6",
    ),
}
