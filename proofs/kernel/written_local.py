"""The pins of Theorems 4 and 6 and of N6: attraction near a fixed point, and the number of fixed points."""

from proofs.kernel.pins import Pin, Written

_H = "let h := fun p : R => 1 / (1 + (1 - p_ref) / p_ref * exp (- (1 / beta * (1 / sqrt (p * (1 - p) + epsilon))))) in "
_CONTRACTED = (
    "(forall (u : nat -> R) (c k : R), k < 1 -> (forall n, exists s, Rabs s <= k /\\ u (S n) - c = s * (u n - c)) -> "
    "(forall n, Rabs (c - u n) <= k ^ n * Rabs (c - u 0%nat)) /\\ is_lim_seq u c)"
)

PINS: dict[str, Pin] = {
    "theorem-4.local": Written(
        "GRPO.Local_band.local_band",
        "forall p_ref beta epsilon p : R, 0 < p_ref < 1 -> 0 < beta -> 0 < epsilon -> "
        + _H
        + "0 <= p <= 1 /\\ h p = p -> p * (1 - p) * (Rabs (2 * p - 1) / (2 * sqrt (p * (1 - p) + epsilon) ^ 3)) < beta -> "
        "exists r k : R, 0 < r /\\ 0 <= k < 1 /\\ forall x : R, p - r <= x <= p + r -> 0 <= x <= 1 /\\ "
        "(exists d : R, is_derive h x d /\\ Rabs d <= k) /\\ p - r <= h x <= p + r /\\ (h x = x -> x = p) /\\ "
        "(forall n, Rabs (Nat.iter n h x - p) <= k ^ n * Rabs (x - p)) /\\ is_lim_seq (fun n => Nat.iter n h x) p",
        "intros r b e p Hr Hb He F St; exact (GRPO.Local_band.local_band r b e p Hr Hb He F St).",
        "5233e84ecfdd",
    ),
    "theorem-6": Written(
        "GRPO.Paper.theorem_6",
        "(forall (f df : R -> R) (c : R), (forall y, is_derive f y (df y)) -> (forall y, continuous df y) -> f c = c -> Rabs (df c) < 1 -> "
        "exists rho k, 0 < rho /\\ 0 <= k < 1 /\\ (forall y, c - rho <= y <= c + rho -> Rabs (df y) <= k) /\\ "
        "(forall y z, c - rho <= y <= c + rho -> c - rho <= z <= c + rho -> Rabs (f y - f z) <= k * Rabs (y - z)) /\\ "
        "(forall y, c - rho <= y <= c + rho -> c - rho <= f y <= c + rho) /\\ "
        "(forall y, c - rho <= y <= c + rho -> f y = y -> y = c) /\\ "
        "(forall y, c - rho <= y <= c + rho -> is_lim_seq (fun n => Nat.iter n f y) c)) /\\ " + _CONTRACTED,
        "split; [exact GRPO.Paper.theorem_6 | exact GRPO.Local_band.contracted].",
        "1a89f4480716",
    ),
    "theorem-6.convergent": Written(
        "GRPO.Local_band.contracted",
        _CONTRACTED,
        "exact GRPO.Local_band.contracted.",
        "1a89f4480716",
    ),
    "beyond.n6-count": Written(
        "GRPO.Beyond_N6_turning.n6_closed",
        "forall a b rho : R, 0 < a -> a < b -> let S := a ^ 2 * b ^ 2 * (a ^ 2 + b ^ 2) in 1 < S -> "
        "let epsilon := 1 / (4 * S - 4) in let beta := sqrt ((S - 1) / (a ^ 4 + a ^ 2 * b ^ 2 + b ^ 4)) ^ 3 in "
        "let f := fun y : R => y - 2 * cosh (y / 2) / sqrt (1 + 4 * epsilon * cosh (y / 2) ^ 2) / beta in "
        "let y_1 := 2 * ln (a ^ 3 + sqrt (a ^ 6 + 1)) in let y_2 := 2 * ln (b ^ 3 + sqrt (b ^ 6 + 1)) in "
        "(f y_2 < rho < f y_1 -> exists u v w, u < y_1 /\\ y_1 < v < y_2 /\\ y_2 < w /\\ forall x, f x = rho <-> x = u \\/ x = v \\/ x "
        "= w) /\\ "
        "(rho = f y_1 -> exists w, y_2 < w /\\ forall x, f x = rho <-> x = y_1 \\/ x = w) /\\ "
        "(rho = f y_2 -> exists u, u < y_1 /\\ forall x, f x = rho <-> x = u \\/ x = y_2) /\\ "
        "(rho < f y_2 -> exists u, u < y_1 /\\ forall x, f x = rho <-> x = u) /\\ "
        "(f y_1 < rho -> exists w, y_2 < w /\\ forall x, f x = rho <-> x = w)",
        "exact GRPO.Beyond_N6_turning.n6_closed.",
        "99b3ee5d98f4",
    ),
    "beyond.n6-count.left": Written(
        "GRPO.Beyond_N6_turning.left_repels",
        "forall a b : R, 0 < a -> a < b -> let S := a ^ 2 * b ^ 2 * (a ^ 2 + b ^ 2) in 1 < S -> let epsilon := 1 / (4 * S - 4) in "
        "let beta := sqrt ((S - 1) / (a ^ 4 + a ^ 2 * b ^ 2 + b ^ 4)) ^ 3 in "
        "let y_1 := 2 * ln (a ^ 3 + sqrt (a ^ 6 + 1)) in let y_2 := 2 * ln (b ^ 3 + sqrt (b ^ 6 + 1)) in "
        "let psi := fun y : R => y - 2 * cosh (y / 2) / sqrt (1 + 4 * epsilon * cosh (y / 2) ^ 2) / beta in forall y : R, y <= y_1 -> "
        "(1 / beta * (sinh (y / 2) / sqrt (1 + 4 * epsilon * cosh (y / 2) ^ 2) ^ 3) < -1 <-> psi (- y_2) < psi y < psi (- y_1))",
        "exact GRPO.Beyond_N6_turning.left_repels.",
        "9d9f92ff6251",
    ),
    "beyond.n6-count.turning.exist": Written(
        "GRPO.Beyond_N6_turning.cubic_root",
        "forall epsilon k : R, 0 < epsilon -> 0 < k -> sqrt k ^ 3 < 1 / (3 * sqrt 3 * sqrt epsilon * (1 + 4 * epsilon)) -> "
        "exists w : R, sqrt 3 / (6 * sqrt (epsilon * k)) < w < 1 / sqrt (epsilon * k) /\\ "
        "w - k * (1 + 4 * epsilon + 4 * epsilon * w ^ 3) = 0",
        "exact GRPO.Beyond_N6_turning.cubic_root.",
        "a37ca6559d73",
    ),
}
