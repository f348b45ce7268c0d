"""The pins of claims that are not first-order, written out over finite lists of outcomes.

These alone are not printed from their claims: compare each with the claim it bears the label of.
"""

from proofs.kernel.pins import Pin, Written

_OUTCOMES = "forall (A : Type) (l : list A) (good : A -> bool)"
_SUM = (
    "let Sum := fun f : A -> R => fold_right (fun o acc => f o + acc) 0 l in "
    "let policy := fun q : A -> R => (forall o, In o l -> 0 <= q o) /\\ Sum q = 1 in "
    "let success := fun q : A -> R => Sum (fun o => if good o then q o else 0) in "
    "let up := fun p : R => (1 - p) / sqrt (p * (1 - p) + epsilon) in "
    "let down := fun p : R => p / sqrt (p * (1 - p) + epsilon) in "
)
_OBJECTIVE = (
    "let dominated := fun q : A -> R => forall o, In o l -> ref o = 0 -> q o = 0 in "
    "let J := fun (p : R) (q : A -> R) => up p * success q - down p * Sum (fun o => if good o then 0 else q o) "
    "- beta * Sum (fun o => q o * ln (q o / ref o)) in "
)
_GIBBS = (
    "let Z := success ref * exp (1 / beta * up p) + (1 - success ref) * exp (- (1 / beta) * down p) in "
    "let pi := fun o : A => 1 / Z * ref o * exp (1 / beta * (if good o then up p else - down p)) in "
)

PINS: dict[str, Pin] = {
    "theorem-1": Written(
        "GRPO.Paper.theorem_1",
        f"{_OUTCOMES} (ref : A -> R) (beta epsilon p : R), 0 < beta -> {_SUM}{_OBJECTIVE}policy ref -> {_GIBBS}"
        "policy pi /\\ dominated pi /\\ (forall q, policy q -> dominated q -> J p q <= J p pi) /\\ "
        "(forall q, policy q -> dominated q -> J p pi <= J p q -> forall o, In o l -> q o = pi o)",
        "intros A l good ref beta epsilon p H Href; exact (GRPO.Paper.theorem_1 A l good ref beta epsilon p H Href).",
        "6d4f67fc0cca",
    ),
    "theorem-2": Written(
        "GRPO.Paper.theorem_2",
        f"{_OUTCOMES} (ref : A -> R) (beta epsilon : R) (pi : nat -> A -> R), 0 < beta -> 0 < epsilon -> {_SUM}{_OBJECTIVE}"
        "policy ref -> 0 < success ref -> pi 0%nat = ref -> "
        "(forall n, policy (pi (S n)) /\\ dominated (pi (S n)) /\\ "
        "(forall q, policy q -> dominated q -> J (success (pi n)) q <= J (success (pi n)) (pi (S n)))) -> "
        "success (pi 0%nat) = success ref /\\ forall n, success (pi (S n)) = 1 / (1 + (1 - success ref) / success ref * "
        "exp (- (1 / beta * (1 / sqrt (success (pi n) * (1 - success (pi n)) + epsilon)))))",
        "intros A l good ref beta epsilon pi Hb He; exact (GRPO.Paper.theorem_2 A l good ref beta epsilon pi Hb He).",
        "e084a1a96f7f",
    ),
    "equation-5": Written(
        "GRPO.Paper.equation_5",
        f"{_OUTCOMES} (old new : A -> R) (epsilon : R), {_SUM}(forall o, In o l -> old o = 0 -> new o = 0) -> let p := success old in "
        "Sum (fun o => old o * (new o / old o * (((if good o then 1 else 0) - p) / sqrt (p * (1 - p) + epsilon)))) "
        "= up p * success new - down p * Sum (fun o => if good o then 0 else new o)",
        "intros A l good old new epsilon; exact (GRPO.Paper.equation_5 A l good old new epsilon).",
        "1eba06bc035f",
    ),
    "section-2.2.contrastive": Written(
        "GRPO.Paper.section_2_2",
        f"{_OUTCOMES} (old new : A -> R) (clip epsilon : R), {_SUM}0 <= clip -> policy old -> 0 < epsilon -> let p := success old in "
        "Sum (fun o => old o * (let x := new o / old o in let a := ((if good o then 1 else 0) - p) / sqrt (p * (1 - p) + epsilon) in "
        "Rmin (x * a) (Rmax (1 - clip) (Rmin x (1 + clip)) * a))) "
        "= up p * Sum (fun o => if good o then old o * Rmin (new o / old o) (1 + clip) else 0) "
        "- down p * Sum (fun o => if good o then 0 else old o * Rmax (new o / old o) (1 - clip))",
        "intros A l good old new clip epsilon; exact (GRPO.Paper.section_2_2 A l good old new clip epsilon).",
        "c15f409cddc4",
    ),
    "proposition-1.existence": Written(
        "GRPO.Proposition1.fixed_point_exists",
        "forall p_ref beta epsilon : R, 0 < p_ref < 1 -> 0 < beta -> 0 < epsilon -> exists p : R, 0 < p < 1 /\\ "
        "1 / (1 + (1 - p_ref) / p_ref * exp (- (1 / beta * (1 / sqrt (p * (1 - p) + epsilon))))) = p",
        "intros r b e Hr Hb He; destruct (GRPO.Proposition1.fixed_point_exists r b e Hr Hb He) as [p [_ E]]; "
        "pose proof (GRPO.Defs.h_range r b e Hr p) as K; rewrite E in K; exists p; exact (conj K E).",
        "8e53acd91333",
    ),
}
