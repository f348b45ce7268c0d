"""What clipping does to one outcome, for every ratio x > 0 and clipping ϵ ≥ 0 (Section 2 and the two displays that open Section 2.1)."""

from symbolic.claim import DEFAULT, KERNEL, Claim, Declared, Erratum, Fault, Kind, Remark, Severity, Source
from symbolic.notation import CLIP, A, clip, clipped, f_clip, greatest, least, x
from symbolic.statement import Statement, conj, eq, ge, gt, le, lt

_F = r"f_{\epsilon}(x,y) = \min(xy, \operatorname{clip}(x, 1-\epsilon, 1+\epsilon)y)."
_POSITIVE = r"A(q, o) \min\left(\frac{\pi_{\theta}(o|q)}{\pi_{\theta_{\text{old}}}(o|q)}, "
_POSITIVE_1 = (
    _POSITIVE + r"\operatorname{clip}(\frac{\pi_{\theta}(o|q)}{\pi_{\theta_{\text{old}}}(o|q)}, 1 - \epsilon, 1 + \epsilon)\right)"
)
_NEGATIVE = r"A(q, o) \max\left(\frac{\pi_{\theta}(o|q)}{\pi_{\theta_{\text{old}}}(o|q)}, "
_NEGATIVE_1 = _NEGATIVE + r"\operatorname{clip}(\frac{\pi_{\theta}(o|q)}{\pi_{\theta_{\text{old}}}(o|q)}, 1-\epsilon, 1+\epsilon)\right)"
_RATIO = (gt(x, 0), *CLIP)
_ABOVE, _BELOW = (*_RATIO, gt(A, 0)), (*_RATIO, lt(A, 0))

_value = f_clip(x, A)
_capped, _floored = A * least(x, 1 + clip), A * greatest(x, 1 - clip)
_up_1, _down_1 = A * least(x, clipped(x)), A * greatest(x, clipped(x))
_KERNEL = frozenset({"section-2.1.clip-positive", "section-2.1.clip-negative", "section-2.no-clipping.corrected"})
"""The claims to which a theorem of the Rocq development is pinned."""


def _line(label: str, title: str, place: str, printed: str, statement: Statement, mutant: Statement, note: str = "") -> Claim:
    return Claim(
        label=label,
        kind=Kind.TEXT,
        title=title,
        source=Source(place, printed),
        content=statement,
        mutants=(mutant,),
        note=note,
        families=KERNEL if label in _KERNEL else DEFAULT,
    )


_positive, _negative = Statement(_ABOVE, eq(_value, _capped)), Statement(_BELOW, eq(_value, _floored))
_zero = Statement((*_RATIO, eq(A, 0)), conj(eq(_value, _capped), eq(_value, _floored)))
_gain = Statement(_RATIO, le(_value, f_clip(clipped(x), A)))
_free_below = Statement((*_RATIO, gt(A, 0), lt(x, 1 - clip)), eq(_value, x * A))
_free_above = Statement((*_RATIO, lt(A, 0), gt(x, 1 + clip)), eq(_value, x * A))
_late = Statement((gt(x, 0), ge(clip, 1), ge(clip, x - 1)), eq(_value, x * A))

CLAIMS = (
    Claim(
        label="section-2.f-clip",
        kind=Kind.REMARK,
        title="The clipped product f_ϵ",
        source=Source("Section 2, after Equation (1)", _F),
        content=Remark("A definition. Its ϵ is the clipping, another letter than the smoothing ε of Section 2.2."),
        declared=None,
    ),
    _line(
        "section-2.1.clip-positive.line-1",
        "A positive advantage comes out of the minimum",
        "Section 2.1, display for A > 0, first line",
        _POSITIVE_1,
        Statement(_ABOVE, eq(_value, _up_1)),
        Statement(_BELOW, eq(_value, _up_1)),
    ),
    _line(
        "section-2.1.clip-positive.line-2",
        "Under the minimum only the upper end of the clipping acts",
        "Section 2.1, display for A > 0, second line",
        _POSITIVE + r"1 + \epsilon\right)",
        Statement(_ABOVE, eq(_up_1, _capped)),
        Statement(_ABOVE, eq(_up_1, A * least(x, 1 - clip))),
    ),
    _line(
        "section-2.1.clip-positive",
        "With a positive advantage, f_ϵ(x, A) = A min(x, 1 + ϵ)",
        "Section 2.1, display for A > 0",
        _POSITIVE + r"1 + \epsilon\right)",
        _positive,
        _positive.but(given=_BELOW),
    ),
    _line(
        "section-2.1.clip-negative.line-1",
        "A negative advantage turns the minimum into a maximum",
        "Section 2.1, display for A < 0, first line",
        _NEGATIVE_1,
        Statement(_BELOW, eq(_value, _down_1)),
        Statement(_ABOVE, eq(_value, _down_1)),
    ),
    _line(
        "section-2.1.clip-negative.line-2",
        "Under the maximum only the lower end of the clipping acts",
        "Section 2.1, display for A < 0, second line",
        _NEGATIVE + r"1-\epsilon\right)",
        Statement(_BELOW, eq(_down_1, _floored)),
        Statement((gt(x, 0), lt(A, 0)), eq(_down_1, _floored)),
        note="Here ϵ ≥ 0 is needed: the clipping to an empty range is its upper end.",
    ),
    _line(
        "section-2.1.clip-negative",
        "With a negative advantage, f_ϵ(x, A) = A max(x, 1 − ϵ)",
        "Section 2.1, display for A < 0",
        _NEGATIVE + r"1-\epsilon\right)",
        _negative,
        _negative.but(given=_ABOVE),
    ),
    _line(
        "section-2.1.clip-zero",
        "With advantage 0 both displays hold",
        "Section 2.1, the case that its two displays leave out",
        "",
        _zero,
        _zero.but(given=_ABOVE),
        note="Smoothing lets p be 0 or 1, and then a sure outcome has advantage 0.",
    ),
    _line(
        "section-2.clip-gain",
        "What clipping does: f_ϵ gains nothing from a ratio outside the range",
        "Section 2, after (GRPO)",
        "",
        _gain,
        _gain.but(lt(_value, f_clip(clipped(x), A))),
    ),
    _line(
        "section-2.clip-free-below",
        "Where the advantage is positive, a ratio below 1 − ϵ is not clipped",
        "Section 2, after (GRPO)",
        "",
        _free_below,
        _free_below.but(eq(_value, (1 - clip) * A)),
    ),
    _line(
        "section-2.clip-free-above",
        "Where the advantage is negative, a ratio above 1 + ϵ is not clipped",
        "Section 2, after (GRPO)",
        "",
        _free_above,
        _free_above.but(eq(_value, (1 + clip) * A)),
    ),
    Claim(
        label="section-2.no-clipping",
        kind=Kind.TEXT,
        title="The largest ϵ of the printed range, 1, leaves the ratio unclipped",
        source=Source("Section 2, the range of ϵ, against ϵ → ∞ in (GRPO) and Section 2.3", r"\epsilon \in [0, 1]"),
        content=Statement((gt(x, 0),), eq(f_clip(x, A, 1), x * A)),
        declared=Declared.REFUTED,
        erratum=Erratum(
            Fault.DOMAIN,
            Severity.SLIP,
            "No ϵ in [0, 1] removes the clipping, so the limit ϵ → ∞ leaves the range in which f_ϵ was defined; any ϵ ≥ 0 will do in the "
            "definition.",
        ),
        correction="section-2.no-clipping.corrected",
    ),
    _line(
        "section-2.no-clipping.corrected",
        "From ϵ ≥ max(1, x − 1) on, the ratio x is not clipped",
        "Section 2, (GRPO) and Section 2.3",
        r"\epsilon \to \infty",
        _late,
        _late.but(given=(gt(x, 0), ge(clip, 1))),
        note="So for any finite number of outcomes the objective is that without clipping from some ϵ on, and the limit is exact.",
    ),
)
