"""The pins of claims about limits and orbits, written out over Coquelicot's limits of sequences."""

from proofs.kernel.pins import Pin, Written

_H = "let h := fun p : R => 1 / (1 + (1 - p_ref) / p_ref * exp (- (1 / beta * (1 / sqrt (p * (1 - p) + epsilon))))) in "
_T = (
    "let T := fun y : R => ln (p_ref / (1 - p_ref)) + 1 / beta * (2 * cosh (y / 2) / sqrt (1 + 4 * epsilon * cosh (y / 2) ^ 2)) in "
    "let B := 1 / (3 * sqrt 3 * sqrt epsilon * (1 + 4 * epsilon)) in "
)
_POLICIES = (
    "forall (A : Type) (l : list A) (good : A -> bool) (approximate exact : nat -> A -> R) (delta : nat -> R) (delta_star p_star : R), "
    "let Sum := fun f : A -> R => fold_right (fun o acc => f o + acc) 0 l in "
    "let policy := fun q : A -> R => (forall o, In o l -> 0 <= q o) /\\ Sum q = 1 in "
    "let success := fun q : A -> R => Sum (fun o => if good o then q o else 0) in "
    "let TV := fun p q : A -> R => / 2 * Sum (fun o => Rabs (p o - q o)) in "
    "(forall n, policy (approximate n)) -> (forall n, policy (exact n)) -> "
    "(forall o, In o l -> approximate 0%nat o = exact 0%nat o) /\\ "
    "(forall n, 0 <= delta (S n) /\\ TV (approximate (S n)) (exact (S n)) <= TV (approximate n) (exact n) + delta (S n)) /\\ "
    "is_lim_seq (fun n => fold_right (fun k acc => delta k + acc) 0 (seq 1 n)) delta_star -> "
    "is_lim_seq (fun n => success (exact n)) p_star -> "
)
_GAP = (
    "(forall (u v D : nat -> R) (x d : R), (exists N : nat, forall n, (N <= n)%nat -> Rabs (u n - v n) <= {0}) -> "
    "is_lim_seq v x -> is_lim_seq D d -> Rbar_le (LimSup_seq (fun n => Rabs (u n - x))) {1})"
)
"""The theorem of its proof: for sequences of numbers, whatever they are."""
_TWICE, _ONCE = _GAP.format("2 * D n", "(2 * d)"), _GAP.format("D n", "d")
_PROVE_TWICE = "[| intros u v D x d; exact (GRPO.Limits.gap_limsup u v D 2 x d)]; "
_PROVE_ONCE = (
    "[| intros u v D x d [N E] P L; rewrite <- (Rmult_1_l d); apply (GRPO.Limits.gap_limsup u v D 1 x d); "
    "[exists N; intros n Hn; rewrite Rmult_1_l; exact (E n Hn) | exact P | exact L]]; "
)
_FROM = "split; {}intros A l good approximate exact delta dstar x H1 H2 H3 H4; "
_ARGUMENTS = "A l good approximate exact delta dstar x H1 H2 H3 H4"

PINS: dict[str, Pin] = {
    "section-3.limit": Written(
        "GRPO.Limits.limit_point",
        "forall p_ref beta epsilon p_0 p : R, 0 < p_ref <= 1 -> 0 < beta -> 0 < epsilon -> 0 <= p_0 <= 1 -> "
        + _H
        + "is_lim_seq (fun n => Nat.iter n h p_0) p -> h p = p",
        "exact GRPO.Limits.limit_point.",
        "e9326fad0ebe",
    ),
    "remark-1.limit-at-0": Written(
        "GRPO.Limits.removable",
        "forall p_ref beta : R, 0 < p_ref < 1 -> 0 < beta -> let epsilon := 0 in "
        + _H
        + "forall eta : R, 0 < eta -> exists d : R, 0 < d /\\ forall p : R, 0 < p < 1 -> p < d -> Rabs (h p - 1) < eta",
        "intros r b Hr Hb eta He; destruct (GRPO.Limits.removable r b eta Hr Hb He) as [d [D K]]; exists d; split; [exact D | "
        "intros p Hp Hd; exact (K p Hp (or_introl Hd))].",
        "36975030e6e9",
    ),
    "remark-1.limit-at-1": Written(
        "GRPO.Limits.removable",
        "forall p_ref beta : R, 0 < p_ref < 1 -> 0 < beta -> let epsilon := 0 in "
        + _H
        + "forall eta : R, 0 < eta -> exists d : R, 0 < d /\\ forall p : R, 0 < p < 1 -> 1 - d < p -> Rabs (h p - 1) < eta",
        "intros r b Hr Hb eta He; destruct (GRPO.Limits.removable r b eta Hr Hb He) as [d [D K]]; exists d; split; [exact D | "
        "intros p Hp Hd; exact (K p Hp (or_intror Hd))].",
        "a370ca43b694",
    ),
    "theorem-5.corrected": Written(
        "GRPO.Limits.theorem_5_double",
        f"({_POLICIES}Rbar_le (LimSup_seq (fun n => Rabs (success (approximate n) - p_star))) (2 * delta_star)) /\\ {_TWICE}",
        _FROM.format(_PROVE_TWICE) + f"exact (@GRPO.Limits.theorem_5_double {_ARGUMENTS}).",
        "c5651e5ffe42",
    ),
    "theorem-5.where-it-exists": Written(
        "GRPO.Paper.theorem_5",
        f"({_POLICIES}forall L : R, is_lim_seq (fun n => Rabs (success (approximate n) - p_star)) L -> L <= 2 * delta_star) /\\ "
        "(forall (u v D : nat -> R) (x d L : R), (exists N : nat, forall n, (N <= n)%nat -> Rabs (u n - v n) <= 2 * D n) -> "
        "is_lim_seq v x -> is_lim_seq D d -> is_lim_seq (fun n => Rabs (u n - x)) L -> L <= 2 * d)",
        _FROM.format(
            "[| intros u v D x d L E P Q K; pose proof (GRPO.Limits.gap_limsup u v D 2 x d E P Q) as G; "
            "rewrite (Coquelicot.Lim_seq.is_LimSup_seq_unique _ _ (Coquelicot.Lim_seq.is_lim_LimSup_seq _ _ K)) in G; exact G]; "
        )
        + f"exact (proj1 (proj2 (GRPO.Paper.theorem_5 {_ARGUMENTS}))).",
        "a01dbd48850e",
    ),
    "theorem-5.zero": Written(
        "GRPO.Paper.theorem_5",
        f"({_POLICIES}delta_star = 0 -> is_lim_seq (fun n => success (approximate n)) p_star) /\\ {_ONCE}",
        _FROM.format(_PROVE_ONCE) + f"exact (proj2 (proj2 (GRPO.Paper.theorem_5 {_ARGUMENTS}))).",
        "1c952e5dc4e9",
    ),
    "theorem-5.event": Written(
        "GRPO.Theorem5.event_le_TV",
        "forall (A : Type) (l : list A) (good : A -> bool) (p q : A -> R), let Sum := fun f : A -> R => fold_right (fun o acc => f o + "
        "acc) 0 l in "
        "Sum p = Sum q -> Rabs (Sum (fun o => if good o then p o else 0) - Sum (fun o => if good o then q o else 0)) "
        "<= / 2 * Sum (fun o => Rabs (p o - q o))",
        "intros A l good p q H; exact (GRPO.Theorem5.event_le_TV l p q H good).",
        "5ec9ef7ec7f2",
    ),
    "beyond.n10-approximation": Written(
        "GRPO.Paper.theorem_5",
        f"({_POLICIES}Rbar_le (LimSup_seq (fun n => Rabs (success (approximate n) - p_star))) delta_star) /\\ {_ONCE}",
        _FROM.format(_PROVE_ONCE) + f"exact (proj1 (GRPO.Paper.theorem_5 {_ARGUMENTS})).",
        "acf6c0aa14a8",
    ),
    "beyond.n1-amplification.iterates": Written(
        "GRPO.Limits.iterates_between",
        "forall (p_ref beta epsilon p_0 : R) (n : nat), 0 < p_ref < 1 -> 0 < beta -> 0 < epsilon -> 0 <= p_0 <= 1 -> (1 <= n)%nat -> "
        + _H
        + "h (1 / 2) <= Nat.iter n h p_0 <= h 0",
        "exact GRPO.Limits.iterates_between.",
        "85ddae40ad1c",
    ),
    "beyond.n4-contraction": Written(
        "GRPO.Limits.logit_rate",
        "forall p_ref beta epsilon : R, 0 < p_ref < 1 -> 0 < epsilon -> "
        + _T
        + "B < beta -> exists y : R, T y = y /\\ (forall x, T x = x -> x = y) /\\ "
        "forall (y_0 : R) (n : nat), Rabs (Nat.iter n T y_0 - y) <= (B / beta) ^ n * Rabs (y_0 - y)",
        "intros r b e Hr He Hb; destruct (GRPO.Limits.logit_fixed_point r b e Hr He ltac:(apply Rlt_le, Hb)) as [y [F [U _]]]; "
        "exists y; split; [exact F|]; split; [exact U|]; intros y0 n; "
        "exact (GRPO.Limits.logit_rate r b e y y0 n Hr He ltac:(apply Rlt_le, Hb) F).",
        "ce308627ecb6",
    ),
    "beyond.n4-contraction.borderline": Written(
        "GRPO.Limits.logit_fixed_point",
        "forall p_ref beta epsilon : R, 0 < p_ref < 1 -> 0 < epsilon -> "
        + _T
        + "beta = B -> exists y : R, T y = y /\\ (forall x, T x = x -> x = y) /\\ forall y_0 : R, is_lim_seq (fun n => Nat.iter n T y_0) y",
        "intros r b e Hr He Hb; exact (GRPO.Limits.logit_fixed_point r b e Hr He (Req_le _ _ (eq_sym Hb))).",
        "bb28365b94bf",
    ),
}
