"""What clipping does to one outcome, for every ratio x > 0 and clipping ϵ ≥ 0 (Section 2 and the two displays that open Section 2.1)."""

from symbolic.claim import Erratum, Fault, Kind, Remark, Severity
from symbolic.group import Group
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

_SECTION_2 = Group("section-2", Kind.TEXT, "Section 2")
_SECTION_2_1 = Group("section-2.1", Kind.TEXT, "Section 2.1")

_positive, _negative = Statement(_ABOVE, eq(_value, _capped)), Statement(_BELOW, eq(_value, _floored))
_zero = Statement((*_RATIO, eq(A, 0)), conj(eq(_value, _capped), eq(_value, _floored)))
_gain = Statement(_RATIO, le(_value, f_clip(clipped(x), A)))
_free_below = Statement((*_RATIO, gt(A, 0), lt(x, 1 - clip)), eq(_value, x * A))
_free_above = Statement((*_RATIO, lt(A, 0), gt(x, 1 + clip)), eq(_value, x * A))
_late = Statement((gt(x, 0), ge(clip, 1), ge(clip, x - 1)), eq(_value, x * A))

CLAIMS = (
    _SECTION_2.remark(
        "f-clip",
        "The clipped product f_ϵ",
        Remark("A definition. Its ϵ is the clipping, another letter than the smoothing ε of Section 2.2."),
        line="after Equation (1)",
        printed=_F,
    ),
    _SECTION_2_1.proved(
        "clip-positive.line-1",
        "A positive advantage comes out of the minimum",
        Statement(_ABOVE, eq(_value, _up_1)),
        Statement(_BELOW, eq(_value, _up_1)),
        line="display for A > 0, first line",
        printed=_POSITIVE_1,
    ),
    _SECTION_2_1.proved(
        "clip-positive.line-2",
        "Under the minimum only the upper end of the clipping acts",
        Statement(_ABOVE, eq(_up_1, _capped)),
        Statement(_ABOVE, eq(_up_1, A * least(x, 1 - clip))),
        line="display for A > 0, second line",
        printed=_POSITIVE + r"1 + \epsilon\right)",
    ),
    _SECTION_2_1.proved(
        "clip-positive",
        "With a positive advantage, f_ϵ(x, A) = A min(x, 1 + ϵ)",
        _positive,
        _positive.but(given=_BELOW),
        line="display for A > 0",
        printed=_POSITIVE + r"1 + \epsilon\right)",
    ),
    _SECTION_2_1.proved(
        "clip-negative.line-1",
        "A negative advantage turns the minimum into a maximum",
        Statement(_BELOW, eq(_value, _down_1)),
        Statement(_ABOVE, eq(_value, _down_1)),
        line="display for A < 0, first line",
        printed=_NEGATIVE_1,
    ),
    _SECTION_2_1.proved(
        "clip-negative.line-2",
        "Under the maximum only the lower end of the clipping acts",
        Statement(_BELOW, eq(_down_1, _floored)),
        Statement((gt(x, 0), lt(A, 0)), eq(_down_1, _floored)),
        line="display for A < 0, second line",
        printed=_NEGATIVE + r"1-\epsilon\right)",
        note="Here ϵ ≥ 0 is needed: the clipping to an empty range is its upper end.",
    ),
    _SECTION_2_1.proved(
        "clip-negative",
        "With a negative advantage, f_ϵ(x, A) = A max(x, 1 − ϵ)",
        _negative,
        _negative.but(given=_ABOVE),
        line="display for A < 0",
        printed=_NEGATIVE + r"1-\epsilon\right)",
    ),
    _SECTION_2_1.proved(
        "clip-zero",
        "With advantage 0 both displays hold",
        _zero,
        _zero.but(given=_ABOVE),
        line="the case that its two displays leave out",
        note="Smoothing lets p be 0 or 1, and then a sure outcome has advantage 0.",
    ),
    _SECTION_2.proved(
        "clip-gain",
        "What clipping does: f_ϵ gains nothing from a ratio outside the range",
        _gain,
        _gain.but(lt(_value, f_clip(clipped(x), A))),
        line="after (GRPO)",
    ),
    _SECTION_2.proved(
        "clip-free-below",
        "Where the advantage is positive, a ratio below 1 − ϵ is not clipped",
        _free_below,
        _free_below.but(eq(_value, (1 - clip) * A)),
        line="after (GRPO)",
    ),
    _SECTION_2.proved(
        "clip-free-above",
        "Where the advantage is negative, a ratio above 1 + ϵ is not clipped",
        _free_above,
        _free_above.but(eq(_value, (1 + clip) * A)),
        line="after (GRPO)",
    ),
    _SECTION_2.refuted(
        "no-clipping",
        "Some ϵ in the printed range removes the clipping; read: its largest, 1, does",
        Statement((gt(x, 0),), eq(f_clip(x, A, 1), x * A)),
        Erratum(
            Fault.DOMAIN,
            Severity.SLIP,
            "No ϵ in [0, 1] removes the clipping, so the limit ϵ → ∞ leaves the range in which f_ϵ was defined; any ϵ ≥ 0 will do in the "
            "definition.",
        ),
        line="the range of ϵ, against ϵ → ∞ in (GRPO) and Section 2.3",
        printed=r"\epsilon \in [0, 1]",
        correction="section-2.no-clipping.corrected",
    ),
    _SECTION_2.proved(
        "no-clipping.corrected",
        "From ϵ ≥ max(1, x − 1) on, the ratio x is not clipped",
        _late,
        _late.but(given=(gt(x, 0), ge(clip, 1))),
        line="(GRPO) and Section 2.3",
        printed=r"\epsilon \to \infty",
        note="So for any finite number of outcomes the objective is that without clipping from some ϵ on, and the limit is exact.",
    ),
)
