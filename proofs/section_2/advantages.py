"""The advantages of right and wrong answers, 0 < p < 1 (Section 2.1)."""

import sympy as sp

from symbolic.claim import KERNEL, Claim, Kind, Remark, Source
from symbolic.notation import PROBABILITY, advantage, p, variance
from symbolic.statement import Statement, eq, gt, lt

_spread = p * (1 - p) ** 2 + (1 - p) * p**2
_first = (1 - p) / sp.sqrt(variance()), -p / sp.sqrt(variance())
_second = sp.sqrt((1 - p) / p), -sp.sqrt(p / (1 - p))
_CASES = (("success", 1, "right"), ("failure", 0, "wrong"))
_PRINTED = (
    (r"\frac{1-p}{\sqrt{p(1-p)}} & \text{if } r(q, o) = 1", r"\sqrt{\frac{1-p}{p}} & \text{if } r(q, o) = 1"),
    (r"-\frac{p}{\sqrt{p(1-p)}} & \text{if } r(q, o) = 0", r"-\sqrt{\frac{p}{(1-p)}} & \text{if } r(q, o) = 0"),
)


def _claims(k: int) -> tuple[Claim, ...]:
    name, reward, word = _CASES[k]
    replaced = Statement(PROBABILITY, eq(advantage(reward, p, _spread), _first[k]))
    simplified = Statement(PROBABILITY, eq(_first[k], _second[k]))
    signed = Statement(PROBABILITY, (gt if reward else lt)(_first[k], 0))
    return (
        Claim(
            label=f"section-2.1.advantage.{name}",
            kind=Kind.TEXT,
            title=f"The advantage of a {word} answer",
            source=Source("Section 2.1, first display of A(q, o)", _PRINTED[k][0]),
            content=replaced,
            mutants=(replaced.but(eq(replaced.holds.lhs, _first[1 - k])),),
            uses=("section-2.1.mean", "section-2.1.variance"),
        ),
        Claim(
            label=f"section-2.1.advantage.{name}.simplified",
            families=KERNEL,
            kind=Kind.TEXT,
            title=f"The advantage of a {word} answer, simplified",
            source=Source("Section 2.1, second display of A(q, o)", _PRINTED[k][1]),
            content=simplified,
            mutants=(simplified.but(eq(_first[k], -_second[1 - k])),),
        ),
        Claim(
            label=f"section-2.1.advantage.{name}.sign",
            kind=Kind.TEXT,
            title=f"The advantage of a {word} answer is {'positive' if reward else 'negative'}",
            source=Source("Section 2.1, before the displays of f_ϵ"),
            content=signed,
            mutants=(signed.but((gt if reward else lt)(_first[k], 1 if reward else -1)),),
        ),
    )


CLAIMS = (
    Claim(
        label="section-2.1.assuming",
        kind=Kind.REMARK,
        title="The assumption 0 < p < 1",
        source=Source("Section 2.1, before the displays of A(q, o)", r"Assuming 0 and replacing"),
        content=Remark(
            "A fault of the optical reading: what stands between two signs < was lost. Section 2.2, which lifts the assumption, shows "
            "what it was.",
            "0 < p < 1",
        ),
        declared=None,
    ),
    *_claims(0),
    *_claims(1),
)
