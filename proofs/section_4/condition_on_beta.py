"""What Section 4 says after Theorem 3 of its condition on β: that it keeps β from being small, which it does not."""

import sympy as sp

from symbolic.claim import Erratum, Fault, Kind, Remark, Severity
from symbolic.derivation import Argument, Chain
from symbolic.derivations.amplification import ABOVE_HALF, condition, excess, least
from symbolic.derivations.beta_conditions import LINE, MILD, SMALL, SQUARE
from symbolic.group import Group
from symbolic.notation import BETA, beta, eps, p_ref
from symbolic.statement import Statement, ge, lt, real, substitute

_other = real("beta'")
_high = {p_ref: sp.Rational(99, 100), eps: sp.Rational(1, 100_000)}
_kept = Statement((*BETA, lt(beta, _other), substitute(condition(), _high)), substitute(condition(_other), _high))
_large = Statement((*ABOVE_HALF, ge(beta, excess(p_ref))), condition())

_TEXT = Group("section-4", Kind.TEXT, "Section 4, after Theorem 3")


def _ending(argument: Argument, end: sp.Expr) -> Argument:
    """The argument with another last line."""
    *before, last = argument.items
    assert isinstance(last, Chain)
    return Argument((*before, last.but(end=end)), argument.reasons)


CLAIMS = (
    _TEXT.remark(
        "amplification",
        "What Theorem 3 says of the amplification",
        Remark(
            "“The” fixed point: there may be up to three of them, and all exceed p_ref. So does every h(p), hence every p_n with n ≥ 1, "
            "whether the iteration converges or not, and whatever β is.",
            "every fixed point of the GRPO iteration, and every p_n with n ≥ 1, exceeds p_ref",
        ),
        Erratum(
            Fault.PROSE,
            Severity.SLIP,
            "One fixed point is spoken of, where there may be three. Each exceeds p_ref, as does every iterate (theorem-3.derivation).",
        ),
        uses=("theorem-3.derivation", "beyond.n6-count"),
        superseded_by="beyond.n1-amplification.iterates",
    ),
    _TEXT.refuted(
        "condition",
        "For high p_ref the condition wants β not too small: read as, where it holds for β it holds for every larger β",
        _kept,
        Erratum(
            Fault.PROSE,
            Severity.SLIP,
            "cosh² grows so fast that the condition holds for all small β, whatever p_ref is; it may fail in between only, for "
            "κ²/𝓑(p_ref) < β < 𝓑(p_ref) with κ = 1/√(1 + 4ε). And as Theorem 3 does not need it, it restricts nothing.",
        ),
        printed=r"\beta",
        by_hand="a sentence, here at p_ref = 99/100 and ε = 1e-5",
        correction="section-4.condition.small",
        uses=("section-4.condition.large", "section-4.condition.always", "theorem-3.2.right-side"),
    ),
    _TEXT.proved(
        "condition.small",
        "The condition holds wherever β 𝓑(p_ref) ≤ κ², so for all small β",
        SMALL,
        _ending(SMALL, beta * sp.cosh(1 / (4 * beta * sp.sqrt(sp.Rational(1, 4) + eps)))),
        uses=("section-4.condition.cosh-square",),
    ),
    _TEXT.proved(
        "condition.large",
        "The condition holds wherever β ≥ 𝓑(p_ref), so for all large β",
        _large,
        _large.but(ge(beta * least(), excess(p_ref) + 3)),
    ),
    _TEXT.proved(
        "condition.always",
        "Where 𝓑(p_ref) ≤ 11κ/5 the condition holds for every β",
        MILD,
        _ending(MILD, beta),
        uses=("section-4.condition.cosh-line",),
    ),
    _TEXT.proved(
        "condition.cosh-square",
        "cosh² y ≥ y² for y > 0",
        SQUARE,
        SQUARE.but(ge(SQUARE.holds.lhs, 3 * SQUARE.holds.rhs)),
        families=("enclosure", "sampling"),
    ),
    _TEXT.proved(
        "condition.cosh-line",
        "cosh² y ≥ 11y/5 for y > 0",
        LINE,
        LINE.but(ge(LINE.holds.lhs, sp.Rational(9, 4) * LINE.holds.rhs / sp.Rational(11, 5))),
        families=("enclosure", "sampling"),
    ),
)
