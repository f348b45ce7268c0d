"""The proof of Theorem 5, line by line."""

import sympy as sp
from sympy.logic.boolalg import Boolean

from symbolic.claim import Claim, Declared, Erratum, Fault, Kind, Remark, Severity, Source
from symbolic.derivation import Argument
from symbolic.derivations.total_variation import (
    ATTAINED,
    DOUBLED,
    DUAL,
    THREE,
    apart,
    budget,
    delta_star,
    even,
    exact,
    odd,
    p_n,
    p_star,
    p_tilde,
    tv,
)
from symbolic.notation import tv_term
from symbolic.statement import Statement, eq, ge, le, real
from symbolic.theorems import upper_limit

_PLACE = "Proof of Theorem 5"
_DUAL = r"\mathrm{TV}(\tilde{\pi}||\pi) = \frac{1}{2} \sup_{||f||_{\infty}} \mathbb{E}_{\tilde{\pi}} f - \mathbb{E}_{\pi} f"
_LINES = (
    r"\left| \mathbb{E}_{\tilde{\pi}_n} \mathbb{1}_{r(q,o)=1} - \mathbb{E}_{\pi_n} \mathbb{1}_{r(q,o)=1} \right|",
    r"\leq 2 \operatorname{TV}(\tilde{\pi}_n || \pi_n)",
    r"\leq 2 \sum_{i=1}^n \delta_i + \operatorname{TV}(\tilde{\pi}_0, \pi_0)",
    r"= 2 \sum_{i=1}^n \delta_i.",
)
_LIMIT = r"\lim_{n \to \infty} |\tilde{p}_n - p_n| \le 2 \lim_{n \to \infty} \sum_{i=1}^n \delta_i = 2\delta^*"
_t, _s, _f, _g = real("t"), real("s"), real("f_1"), real("f_0")
"""Two outcomes: the probability of the first under either policy, and the values of a test function."""
_BOTH = (ge(_t, 0), le(_t, 1), ge(_s, 0), le(_s, 1))
_contrast = (_t * _f + (1 - _t) * _g - (_s * _f + (1 - _s) * _g)) / 2
_variation = tv_term(_t, _s) + tv_term(1 - _t, 1 - _s)
_unbounded = Statement(_BOTH, le(_contrast, _variation))
_bounded = _unbounded.but(given=(*_BOTH, ge(_f, -1), le(_f, 1), ge(_g, -1), le(_g, 1)))
_start = real("tau_0")
"""TV(π̃_0, π_0)."""
_SUMMED = (ge(tv, 0), ge(_start, 0), ge(budget, 0), le(tv, budget + _start))
_bracket = Statement(_SUMMED, le(2 * tv, 2 * budget + _start))
_inside = Statement(_SUMMED, le(2 * tv, 2 * (budget + _start)))
_equal = Statement((*_SUMMED, eq(_start, 0)), eq(2 * (budget + _start), 2 * budget))
_grows = Statement((*THREE, le(apart(odd, exact), apart(even, exact))), le(sp.Abs(odd[0] - exact[0]), sp.Abs(even[0] - exact[0])))
_difference = sp.Abs(p_tilde - p_n)
_missing = Statement((), le(sp.Abs(p_tilde - p_star), _difference + sp.Abs(p_n - p_star)))


def _upper(given: tuple[Boolean, ...]) -> Argument:
    limit = upper_limit(_difference, 2 * budget, 2 * delta_star, {budget: delta_star}, (p_tilde, p_n), given)
    return Argument((limit,), ("the sums tend to δ*",))


CLAIMS = (
    Claim(
        label="appendix-c.dual",
        kind=Kind.STEP,
        title="Total variation as half the greatest contrast over all test functions, two outcomes",
        source=Source(_PLACE, _DUAL),
        content=_unbounded,
        declared=Declared.REFUTED,
        erratum=Erratum(
            Fault.BOUND,
            Severity.SLIP,
            "The supremum wants ‖f‖∞ ≤ 1; over all f it is infinite unless the policies agree. The proof takes for f an indicator, which "
            "is bounded by 1. A bracket around the difference is missing, too. (The ≤ 1 may have been lost in the optical reading.)",
        ),
        correction="appendix-c.dual.corrected.two",
    ),
    Claim(
        label="appendix-c.dual.corrected.two",
        kind=Kind.STEP,
        title="The contrast of a test function with |f| ≤ 1 is at most the total variation, two outcomes",
        source=Source(_PLACE),
        content=_bounded,
        mutants=(_bounded.but(le(_contrast, sp.Rational(9, 10) * _variation)),),
    ),
    Claim(
        label="appendix-c.dual.corrected",
        kind=Kind.STEP,
        title="The contrast of a test function with |f| ≤ 1 is at most the total variation, for any finite number of outcomes",
        source=Source(_PLACE),
        content=DUAL,
        mutants=(DUAL.but(end=DUAL.end / 2),),
    ),
    Claim(
        label="appendix-c.dual.attained",
        kind=Kind.STEP,
        title="Some event attains the total variation, for any finite number of outcomes",
        source=Source(_PLACE),
        content=ATTAINED,
        mutants=(ATTAINED.but(end=2 * ATTAINED.end),),
        note="With f = 1 on the event and −1 off it, the supremum is attained too.",
    ),
    Claim(
        label="appendix-c.bars",
        kind=Kind.REMARK,
        title="The first line of the display",
        source=Source(_PLACE, r"\tilde{p}_n - p_n &|"),
        content=Remark(
            "A fault of the optical reading: the bar that opens the absolute value was lost, and the one that closes it stands behind the "
            "alignment mark.",
            "|p̃_n − p_n|",
        ),
        declared=None,
    ),
    Claim(
        label="appendix-c.factor",
        kind=Kind.STEP,
        title="|p̃_n − p_n| ≤ 2 TV(π̃_n, π_n), for any finite number of outcomes",
        source=Source(f"{_PLACE}, first display of the proof", _LINES[1]),
        content=DOUBLED,
        mutants=(DOUBLED.but(end=DOUBLED.end / 4),),
        superseded_by="theorem-5.event",
        note="True, and twice what is needed.",
    ),
    Claim(
        label="appendix-c.line-3",
        kind=Kind.STEP,
        title="The third line, with the factor 2 on the sum alone: read of any start",
        source=Source(f"{_PLACE}, first display of the proof", _LINES[2]),
        content=_bracket,
        declared=Declared.REFUTED,
        erratum=Erratum(
            Fault.FORMULA,
            Severity.SLIP,
            "Summing up gives the factor before the initial total variation as well. That is 0 by Assumption 1, and nothing is lost.",
        ),
        correction="appendix-c.line-3.corrected",
        uses=("assumption-1.telescoped",),
    ),
    Claim(
        label="appendix-c.line-3.corrected",
        kind=Kind.STEP,
        title="The third line, with the factor 2 on both",
        source=Source(f"{_PLACE}, first display of the proof"),
        content=_inside,
        mutants=(_inside.but(le(2 * tv, sp.Rational(19, 10) * (budget + _start))),),
        uses=("assumption-1.telescoped",),
    ),
    Claim(
        label="appendix-c.line-4",
        kind=Kind.STEP,
        title="The fourth line: the policies begin together",
        source=Source(f"{_PLACE}, first display of the proof", _LINES[3]),
        content=_equal,
        mutants=(_equal.but(given=_SUMMED),),
    ),
    Claim(
        label="appendix-c.limit",
        kind=Kind.STEP,
        title="|p̃_n − p_n| has a limit: read as, it does not grow where the total variation does not",
        source=Source(f"{_PLACE}, last display", _LIMIT),
        content=_grows,
        declared=Declared.REFUTED,
        erratum=Erratum(
            Fault.LIMIT,
            Severity.STEP,
            "A sequence below a convergent one need not converge. The upper limit exists always, and obeys the bound.",
        ),
        correction="appendix-c.limit.corrected",
        uses=("theorem-5.alternating",),
    ),
    Claim(
        label="appendix-c.limit.corrected",
        kind=Kind.STEP,
        title="The upper limit of |p̃_n − p_n| is at most 2δ*",
        source=Source(f"{_PLACE}, last display"),
        content=_upper((ge(delta_star, 0), le(_difference, 2 * budget))),
        mutants=(_upper((ge(delta_star, 0), le(_difference, 3 * budget))),),
        uses=("appendix-c.factor", "assumption-1.telescoped"),
        superseded_by="beyond.n10-approximation",
    ),
    Claim(
        label="appendix-c.missing",
        kind=Kind.STEP,
        title="From p_n to its limit: |p̃_n − p*| ≤ |p̃_n − p_n| + |p_n − p*|",
        source=Source(f"{_PLACE}, after the last display"),
        content=_missing,
        mutants=(_missing.but(le(_missing.holds.lhs, _difference)),),
        note="The proof ends with p̃_n − p_n, the theorem is about p̃_n − p*: this step is left to the reader.",
    ),
)
