"""The pins of what solvers are told about exp, log, cosh, sinh and tanh."""

from proofs.kernel.pins import Generated, Pin

PINS: dict[str, Pin] = {
    "solver.exp-positive": Generated(
        "",
        "intros; products; positive.",
    ),
    "solver.y-exp-minus-y": Generated(
        "",
        "intros; pose proof (exp_ineq1_le (y - 1)) as K; replace (exp (- 1)) with (exp (y - 1) * exp (- y)) by (rewrite <- "
        "exp_plus; f_equal; ring); apply Rmult_le_compat_r; [apply Rlt_le, exp_pos | lra].",
    ),
    "solver.log-of-root": Generated(
        "",
        "intros; rewrite <- (sqrt_sqrt x) at 2 by lra; rewrite ln_mult by (apply sqrt_lt_R0; lra); field.",
    ),
    "solver.cosh-by-exp": Generated(
        "",
        "intros; unfold cosh, sinh, tanh; field.",
    ),
    "solver.sinh-by-exp": Generated(
        "",
        "intros; unfold cosh, sinh, tanh; field.",
    ),
    "solver.tanh-by-exp": Generated(
        "",
        "intros; unfold tanh, cosh, sinh; rewrite exp_Ropp; pose proof (exp_pos x); field; repeat split; nra.",
    ),
    "solver.exp-add": Generated(
        "",
        "intros; apply exp_plus.",
    ),
    "solver.exp-monotone": Generated(
        "",
        "intros; apply exp_increasing; assumption.",
    ),
    "solver.exp-nondecreasing": Generated(
        "",
        "intros x y [L | ->]; [apply Rlt_le, exp_increasing; lra | lra].",
    ),
    "solver.exp-at-least-one-plus": Generated(
        "",
        "intros; apply Rle_ge; exact (exp_ineq1_le x).",
    ),
    "solver.exp-above-one-plus": Generated(
        "",
        "intros; apply Rlt_gt, exp_ineq1; assumption.",
    ),
    "solver.exp-of-log": Generated(
        "",
        "intros x y Hx ->; apply exp_ln; lra.",
    ),
    "solver.log-of-exp": Generated(
        "",
        "intros x y ->; apply ln_exp.",
    ),
    "solver.log-of-product": Generated(
        "",
        "intros; apply ln_mult; lra.",
    ),
    "solver.log-of-reciprocal": Generated(
        "",
        "intros; apply ln_Rinv; lra.",
    ),
    "solver.log-monotone": Generated(
        "",
        "intros; apply ln_increasing; assumption.",
    ),
    "solver.log-nondecreasing": Generated(
        "",
        "intros x y Hx [L | ->]; [apply Rlt_le, ln_increasing; lra | lra].",
    ),
    "solver.log-at-most": Generated(
        "",
        "intros; pose proof (exp_ineq1_le (ln x)) as K; rewrite exp_ln in K by lra; lra.",
    ),
    "solver.log-below": Generated(
        "GRPO.Theorem1.ln_lt_sub1",
        "intros x Hx N; pose proof (GRPO.Theorem1.ln_lt_sub1 x ltac:(lra) N); lra.",
    ),
    "solver.log-at-least": Generated(
        "",
        "intros; pose proof (exp_ineq1_le (- ln x)) as K; rewrite exp_Ropp, exp_ln in K by lra; lra.",
    ),
    "solver.log-above": Generated(
        "GRPO.Theorem1.ln_lt_sub1",
        "intros x Hx N; pose proof (GRPO.Theorem1.ln_lt_sub1 (/ x) ltac:(apply Rinv_0_lt_compat; lra) ltac:(intros Q; apply N; "
        "rewrite <- (Rinv_inv x), Q; apply Rinv_1)) as K; rewrite ln_Rinv in K by lra; lra.",
    ),
    "solver.cosh-at-least-one": Generated(
        "GRPO.Lemmas2to4.cosh_ge1",
        "intros; apply Rle_ge, GRPO.Lemmas2to4.cosh_ge1.",
    ),
    "solver.sinh-positive": Generated(
        "GRPO.Logit.sinh_increasing",
        "intros; apply Rlt_gt; rewrite <- sinh_0; apply GRPO.Logit.sinh_increasing; lra.",
    ),
}
