"""The pin of N6: the number of fixed points."""

from proofs.kernel.pins import Pin, Written

PINS: dict[str, Pin] = {
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
}
