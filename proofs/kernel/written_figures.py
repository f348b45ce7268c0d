"""The pins of what the paper says under Figures 2 and 5 of orbits, cycles and fixed points at given parameters, and of N5's examples."""

from proofs.kernel.pins import Generated, Pin, Written

_H = "let h := fun p : R => 1 / (1 + 999 * exp (- (1 / (5 * sqrt (p * (1 - p) + 1 / 100000))))) in "
_EVEN = "(fun n => Nat.iter (2 * n) h {})"
_ODD = "(fun n => Nat.iter (2 * n + 1) h {})"
_SAME = (
    "assert (Eh : forall p, 1 / (1 + 999 * exp (- (1 / (5 * sqrt (p * (1 - p) + 1 / 100000))))) = GRPO.Defs.h (1 / 1000) 5 (1 / "
    "100000) p) "
    "by (intros p; unfold GRPO.Defs.h, GRPO.Defs.gain; replace ((1 - 1 / 1000) / (1 / 1000)) with 999 by field; "
    "do 4 f_equal; unfold Rdiv; rewrite Rinv_mult; ring); "
    "apply FunctionalExtensionality.functional_extensionality in Eh; pose proof {} as K; unfold GRPO.Defs.iterate in K; rewrite <- "
    "Eh in K; "
)
"""The map with its parameters put in is that of the development."""
_RISES = (
    "let h := fun p : R => 1 / (1 + {odds}exp (- (1 / (2 * sqrt (p * (1 - p) + 1 / 100000))))) in "
    "(forall n, Nat.iter n h ({a}) < Nat.iter (S n) h ({a})) /\\ exists p : R, {a} <= p <= {u} /\\ h p = p /\\ "
    "is_lim_seq (fun n => Nat.iter n h ({a})) p /\\ forall q : R, {a} <= q <= {u} -> h q = q -> p <= q"
)
_RISING = (
    "assert (Eh : forall p, 1 / (1 + {odds}exp (- (1 / (2 * sqrt (p * (1 - p) + 1 / 100000))))) = GRPO.Defs.h ({r}) 2 (1 / 100000) p) "
    "by (intros p; unfold GRPO.Defs.h, GRPO.Defs.gain; replace ((1 - {r}) / ({r})) with ({weight}) by field; rewrite ?Rmult_1_l; "
    "do {depth} f_equal; unfold Rdiv; rewrite Rinv_mult; ring); "
    "apply FunctionalExtensionality.functional_extensionality in Eh; pose proof GRPO.Beyond_N5_example.{theorem} as K; "
    "unfold GRPO.Defs.iterate in K; rewrite <- Eh in K; exact K."
)
_HALF = {"r": "1 / 2", "odds": "", "weight": "1", "depth": "4"}

PINS: dict[str, Pin] = {
    "figure-2.not-unique": Written(
        "GRPO.Figure5.figure_2_three",
        _H + "(exists p : R, 1 / 200 < p < 1 / 100 /\\ - p + h p = 0) /\\ (exists p : R, 1 / 100 < p < 9999 / 10000 /\\ - p + h p = "
        "0) /\\ "
        "exists p : R, 9999 / 10000 < p < 1 /\\ - p + h p = 0",
        _SAME.format("GRPO.Figure5.figure_2_three") + "destruct K as [[p [P1 P2]] [[q [Q1 Q2]] [r [R1 R2]]]]; "
        "split; [exists p; lra | split; [exists q; lra | exists r; lra]].",
        "d723ebc38b85",
    ),
    "figure-2.near-one": Written(
        "GRPO.Figure5.figure_2_three",
        _H + "exists p : R, 999999999999999999999999 / 1000000000000000000000000 < p < 1 /\\ - p + h p = 0",
        _SAME.format("GRPO.Figure5.figure_2_three") + "destruct K as [_ [_ [r [R1 R2]]]]; exists r; lra.",
        "0b83ddd19c7f",
    ),
    "figure-2.none-above-half": Generated(
        "GRPO.Beyond_N5_example.figure_2_none",
        "intros p H1 H2; eapply Rle_lt_trans; [| exact (GRPO.Beyond_N5_example.figure_2_none p ltac:(lra))]; right; "
        "unfold GRPO.Defs.h, GRPO.Defs.gain; replace ((1 - 1 / 1000) / (1 / 1000)) with 999 by field; rewrite (Rplus_comm (1 / 100000)); "
        "unfold Rdiv; rewrite ?Rmult_1_l; do 4 f_equal; ring.",
    ),
    "figure-5.no-limit": Written(
        "GRPO.Figure5.figure_5_two_limits",
        _H + "exists c : R, 23 / 10000 < c <= 119 / 50000 /\\ 119 / 50000 < h c <= 2 / 5 /\\ h (h c) = c /\\ "
        "(forall n, Nat.iter (2 * n) h (1 / 1000) < Nat.iter (2 * S n) h (1 / 1000)) /\\ "
        "(forall n, Nat.iter (2 * S n + 1) h (1 / 1000) < Nat.iter (2 * n + 1) h (1 / 1000)) /\\ "
        f"is_lim_seq {_EVEN.format('(1 / 1000)')} c /\\ is_lim_seq {_ODD.format('(1 / 1000)')} (h c) /\\ "
        "forall x : Rbar, ~ is_lim_seq (fun n => Nat.iter n h (1 / 1000)) x",
        _SAME.format("GRPO.Figure5.figure_5_two_limits") + "exact K.",
        "8b866409d429",
    ),
    "figure-5.cycle": Written(
        "GRPO.Figure5.figure_5_only",
        _H + "exists c : R, 23 / 10000 <= c <= 119 / 50000 /\\ 113 / 2000 <= h c <= 61 / 1000 /\\ h (h c) = c /\\ "
        "(forall a b, 23 / 10000 <= a <= 119 / 50000 -> 113 / 2000 <= b <= 61 / 1000 -> h a = b -> h b = a -> a = c /\\ b = h c) /\\ "
        "(exists d : R, is_derive (fun p => h (h p)) c d /\\ Rabs d <= 9 / 10) /\\ "
        f"(forall x : R, 23 / 10000 <= x <= 119 / 50000 -> is_lim_seq {_EVEN.format('x')} c /\\ is_lim_seq {_ODD.format('x')} (h c)) /\\ "
        f"(forall x : R, 113 / 2000 <= x <= 61 / 1000 -> is_lim_seq {_EVEN.format('x')} (h c) /\\ is_lim_seq {_ODD.format('x')} c)",
        _SAME.format("GRPO.Figure5.figure_5_only") + "exact K.",
        "23f1f83a13b6",
    ),
    "figure-5.repelling": Written(
        "GRPO.Figure5.figure_5_repelling",
        _H + "exists p : R, 43 / 5000 < p < 863 / 100000 /\\ - p + h p = 0",
        _SAME.format("GRPO.Figure5.figure_5_repelling") + "destruct K as [p [[_ E] [I _]]]; rewrite <- Eh in E; exists p; lra.",
        "499167cad6b3",
    ),
    "figure-5.repelling.slope": Generated(
        "GRPO.Figure5.figure_5_steep",
        "intros p H1 H2; destruct (GRPO.Figure5.figure_5_steep p ltac:(lra)) as [D L]; apply Coquelicot.Derive.is_derive_Reals in D; "
        "exists (GRPO.Figure5.dh0 p); split; [apply (derive_ext (GRPO.Defs.h (1 / 1000) 5 (1 / 100000))); [intros t | exact D] | lra]; "
        "unfold GRPO.Defs.h, GRPO.Defs.gain; replace ((1 - 1 / 1000) / (1 / 1000)) with 999 by field; rewrite (Rplus_comm (t * _)); "
        "unfold Rdiv; rewrite ?Rmult_1_l; do 4 f_equal; ring.",
    ),
    "figure-5.rising": Written(
        "GRPO.Beyond_N5_example.figure_5_rising",
        _RISES.format(odds="1 / 9 * ", a="9 / 10", u="1"),
        _RISING.format(r="9 / 10", odds="1 / 9 * ", weight="1 / 9", depth="5", theorem="figure_5_rising"),
        "6945fcea9570",
    ),
    "figure-5.beyond": Generated(
        "GRPO.Beyond_N5_example.figure_5_beyond",
        "intros p H1 H2; apply Rlt_gt; eapply Rlt_le_trans; [exact (GRPO.Beyond_N5_example.figure_5_beyond p ltac:(lra)) |]; right; "
        "unfold GRPO.Defs.h, GRPO.Defs.gain; replace ((1 - 9 / 10) / (9 / 10)) with (1 / 9) by field; rewrite (Rplus_comm (1 / 100000)); "
        "unfold Rdiv; rewrite !Rmult_1_l; do 4 f_equal; ring.",
    ),
    "beyond.n5-monotone.limit.smallest": Written(
        "GRPO.Beyond_N5_example.n5_smallest",
        _RISES.format(odds="", a="1 / 2", u="9 / 10"),
        _RISING.format(**_HALF, theorem="n5_smallest"),
        "e2d7aca8dde0",
    ),
    "beyond.n5-monotone.limit.another": Written(
        "GRPO.Beyond_N5_example.n5_another",
        _RISES.format(odds="", a="999 / 1000", u="1"),
        _RISING.format(**_HALF, theorem="n5_another"),
        "3c290b2209e6",
    ),
    "beyond.n9-chaos.early.period-5": Written(
        "GRPO.Instances.n9_five",
        "let T := fun y : R => ln (3 / 99997) + 20 / 77 * cosh (y / 2) / sqrt (1 + 1 / 25000 * cosh (y / 2) ^ 2) in "
        "exists x y : R, 19067 / 2500 <= x <= 15261 / 2000 /\\ 36487 / 5000 <= y <= 36507 / 5000 /\\ Nat.iter 5 T x = x /\\ "
        "Nat.iter 5 T y = y "
        "/\\ (forall k : nat, (0 < k < 5)%nat -> Nat.iter k T x <> x /\\ Nat.iter k T y <> y) /\\ forall k : nat, Nat.iter k T x <> y",
        "assert (Eh : forall y, ln (3 / 99997) + 20 / 77 * cosh (y / 2) / sqrt (1 + 1 / 25000 * cosh (y / 2) ^ 2) = "
        "GRPO.Logit_orbits.F (GRPO.Logit.g (1 / 100000)) (77 / 10) (ln (3 / 99997)) y) by (intros y; "
        "unfold GRPO.Logit_orbits.F, GRPO.Logit.g; "
        "replace (4 * (1 / 100000)) with (1 / 25000) by field; field; apply Rgt_not_eq, sqrt_lt_R0; "
        "pose proof (pow2_ge_0 (cosh (y / 2))); lra); "
        "apply FunctionalExtensionality.functional_extensionality in Eh; rewrite Eh; exact GRPO.Instances.n9_five.",
        "7d318c482b56",
    ),
}
