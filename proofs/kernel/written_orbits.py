"""The pins of claims about whole orbits: N5, both penalties, the iterations without standardisation and with KL to the previous policy."""

from proofs.kernel.pins import Pin, Written

_H = "let h := fun p : R => 1 / (1 + (1 - p_ref) / p_ref * exp (- (1 / beta * (1 / sqrt (p * (1 - p) + epsilon))))) in "
_DOMAIN = "forall p_ref beta epsilon : R, 0 < p_ref < 1 -> 0 < beta -> 0 < epsilon -> "
_BAND = _DOMAIN + _H + "1 / 2 <= h (1 / 2) -> "
_MIRROR = (
    "forall beta epsilon y_0 : R, 0 < beta -> 0 < epsilon -> "
    "let M := fun y : R => y + 1 / beta * (2 * cosh (y / 2) / sqrt (1 + 4 * epsilon * cosh (y / 2) ^ 2)) in "
)
_FIGURE = "let h := fun p : R => 1 / (1 + (1 - 1 / 1000) / (1 / 1000) * exp (- (1 / 5 * (1 / sqrt (p * (1 - p) + 1 / 100000))))) in "

PINS: dict[str, Pin] = {
    "beyond.n5-monotone": Written(
        "GRPO.Beyond_N5_N8.n5_from_reference",
        _DOMAIN + _H + "1 / 2 <= p_ref -> (forall n, Nat.iter n h p_ref < Nat.iter (S n) h p_ref) /\\ "
        "exists p : R, (0 <= p <= 1 /\\ h p = p) /\\ p_ref < p /\\ (forall q : R, 0 <= q <= 1 /\\ h q = q -> p <= q) /\\ "
        "is_lim_seq (fun n => Nat.iter n h p_ref) p",
        "exact GRPO.Beyond_N5_N8.n5_from_reference.",
        "4d6c1b6beb18",
    ),
    "beyond.n5-monotone.every-start": Written(
        "GRPO.Line_orbits.band_monotone",
        _BAND + "(forall p_0 : R, 1 / 2 <= p_0 <= 1 -> (forall n, 1 / 2 <= Nat.iter n h p_0 <= 1) /\\ "
        "((forall n, Nat.iter n h p_0 <= Nat.iter (S n) h p_0) \\/ (forall n, Nat.iter (S n) h p_0 <= Nat.iter n h p_0)) /\\ "
        "exists p : R, 0 <= p <= 1 /\\ h p = p /\\ is_lim_seq (fun n => Nat.iter n h p_0) p) /\\ "
        "(exists p : R, 1 / 2 <= p <= 1 /\\ h p = p /\\ (forall n, Nat.iter n h (1 / 2) <= Nat.iter (S n) h (1 / 2)) /\\ is_lim_seq "
        "(fun n => Nat.iter n h (1 / 2)) p /\\ "
        "forall q : R, 1 / 2 <= q <= 1 -> h q = q -> p <= q) /\\ "
        "(exists p : R, 1 / 2 <= p <= 1 /\\ h p = p /\\ (forall n, Nat.iter (S n) h 1 <= Nat.iter n h 1) /\\ is_lim_seq (fun n => "
        "Nat.iter n h 1) p /\\ "
        "forall q : R, 1 / 2 <= q <= 1 -> h q = q -> q <= p)",
        "intros r b e Hr Hb He Hh; split; [exact (GRPO.Line_orbits.band_monotone r b e Hr Hb He Hh)|]; split; "
        "[exact (GRPO.Line_orbits.band_smallest r b e Hr Hb He Hh) | exact (GRPO.Line_orbits.band_largest r b e Hr Hb He Hh)].",
        "f9cbf09a2404",
    ),
    "beyond.l2-unstandardised": Written(
        "GRPO.Beyond_L1_L3.l2_one_step",
        "forall (A : Type) (l : list A) (good : A -> bool) (ref : A -> R) (beta p : R) (q : A -> R), "
        "let Sum := fun f : A -> R => fold_right (fun o acc => f o + acc) 0 l in "
        "let policy := fun q : A -> R => (forall o, In o l -> 0 <= q o) /\\ Sum q = 1 in "
        "let success := fun q : A -> R => Sum (fun o => if good o then q o else 0) in "
        "let dominated := fun q : A -> R => forall o, In o l -> ref o = 0 -> q o = 0 in "
        "let J := fun q : A -> R => (1 - p) * success q - p * Sum (fun o => if good o then 0 else q o) "
        "- beta * Sum (fun o => q o * ln (q o / ref o)) in "
        "0 < beta -> policy ref -> 0 < success ref < 1 -> policy q -> dominated q -> "
        "(forall q', policy q' -> dominated q' -> J q' <= J q) -> "
        "success q = 1 / (1 + exp (- (ln (success ref / (1 - success ref)) + 1 / beta)))",
        "intros A l good; exact (GRPO.Beyond_L1_L3.l2_one_step l good).",
        "66d264d2efd5",
    ),
    "beyond.l3-mirror": Written(
        "GRPO.Line_orbits.mirror_growth",
        _MIRROR + "(forall n, y_0 + 2 * INR n * (1 / sqrt (1 + 4 * epsilon)) / beta <= Nat.iter n M y_0) /\\ "
        "(forall n, Nat.iter n M y_0 < Nat.iter (S n) M y_0) /\\ is_lim_seq (fun n => Nat.iter n M y_0) p_infty",
        "intros b e y0 Hb He; split; [exact (GRPO.Line_orbits.mirror_growth b e Hb He y0) | exact (GRPO.Line_orbits.mirror_limit b e Hb "
        "He y0)].",
        "a8af59b149b6",
    ),
    "beyond.l4-two-penalties": Written(
        "GRPO.Beyond_L4.l4_converges",
        "forall alpha beta epsilon rho : R, 0 < beta -> 0 <= alpha -> 0 < epsilon -> "
        "1 / (3 * sqrt 3 * sqrt epsilon * (1 + 4 * epsilon)) <= 2 * alpha + beta -> "
        "let F := fun x : R => (beta * rho + alpha * x + 2 * cosh (x / 2) / sqrt (1 + 4 * epsilon * cosh (x / 2) ^ 2)) / (alpha + beta) in "
        "forall x : nat -> R, (forall n, x (S n) = F (x n)) -> exists l : R, is_lim_seq x l /\\ F l = l",
        "intros a b e rho Hb Ha He HB x Hx; destruct (GRPO.Beyond_L4.l4_converges (GRPO.Defs.sigma rho) b a e Hb Ha He HB x) as [l [L E]]; "
        "[intros n; rewrite Hx; unfold GRPO.Beyond_L4.two_kl; rewrite GRPO.Defs.logit_sigma; reflexivity | exists l; split; [exact L|]; "
        "unfold GRPO.Logit.T in E; rewrite GRPO.Defs.logit_sigma in E; "
        "change (2 * cosh (l / 2) / sqrt (1 + 4 * e * cosh (l / 2) ^ 2)) with (GRPO.Logit.g e l); "
        "assert (G : GRPO.Logit.g e l = b * (l - rho)) by (replace (l - rho) with (1 / b * GRPO.Logit.g e l) by lra; field; lra); "
        "rewrite G; field; lra].",
        "e9414d7b3d07",
    ),
    "theorem-4.elsewhere": Written(
        "GRPO.Lines.elsewhere",
        "let h := fun p : R => 1 / (1 + 4 * exp (- (1 / sqrt (p * (1 - p) + 1 / 100)))) in "
        "forall (p_0 : R) (n : nat), 1 / 5 <= p_0 <= 4 / 5 -> (1 <= n)%nat -> 1 / 5 <= Nat.iter n h p_0 <= 4 / 5",
        "assert (Eh : forall p, 1 / (1 + 4 * exp (- (1 / sqrt (p * (1 - p) + 1 / 100)))) = GRPO.Defs.h (1 / 5) 1 (1 / 100) p) "
        "by (intros p; unfold GRPO.Defs.h, GRPO.Defs.gain; replace ((1 - 1 / 5) / (1 / 5)) with 4 by field; "
        "replace (1 / 1 * (1 / sqrt (p * (1 - p) + 1 / 100))) with (1 / sqrt (p * (1 - p) + 1 / 100)) by (unfold Rdiv; "
        "rewrite Rinv_1; ring); "
        "reflexivity); apply FunctionalExtensionality.functional_extensionality in Eh; rewrite Eh; "
        "intros p0 n H _; exact (GRPO.Lines.elsewhere p0 n H).",
        "167a971f7bf2",
    ),
    "beyond.l3-mirror.limit": Written(
        "GRPO.Lines.l3_probabilities",
        "forall beta epsilon c p_0 : R, 0 < beta -> 0 < epsilon -> 0 < c -> c < 1 -> "
        "let M := fun p : R => p / (p + (1 - p) * exp (- (1 / beta * (1 / sqrt (p * (1 - p) + epsilon))))) in c <= p_0 <= 1 -> "
        "(forall n, Nat.iter n M p_0 <= Nat.iter (S n) M p_0) /\\ "
        "(forall n, Nat.iter n M p_0 < 1 -> Nat.iter n M p_0 < Nat.iter (S n) M p_0) /\\ is_lim_seq (fun n => Nat.iter n M p_0) 1",
        "intros b e c p Hb He Hc _ Hp; destruct (GRPO.Lines.l3_probabilities b e Hb He p ltac:(lra)) as [K L]; "
        "split; [exact (fun n => proj1 (K n)) | split; [exact (fun n => proj2 (K n)) | exact L]].",
        "9a6618d14142",
    ),
}
