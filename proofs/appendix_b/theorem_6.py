"""Theorem 6: a map with |f'| < 1 at a fixed point contracts an interval around it; each step for any f, in letters."""

import sympy as sp

from symbolic.claim import Claim, Kind, Remark, Source
from symbolic.derivation import Argument
from symbolic.derivations.local_convergence import CONVERGENT, FACTOR, GENERAL, INVARIANT, LIPSCHITZ, UNIQUE
from symbolic.statement import Statement, le
from symbolic.theorems import Application

_PLACE = "Theorem 6"
_half = sp.Rational(1, 2)


def _condition(application: Application) -> Statement:
    """The last condition of a theorem applied."""
    return application.conditions[-1]


_near, _moved, _next = _condition(FACTOR), _condition(LIPSCHITZ), _condition(CONVERGENT)


def _step(
    number: str, title: str, content: Application | Statement, mutant: Statement, reason: str, printed: str = "", note: str = ""
) -> Claim:
    return Claim(
        label=f"theorem-6.{number}",
        kind=Kind.STEP,
        title=title,
        source=Source(_PLACE, printed, by_hand="any f, in letters" if printed else ""),
        content=content if isinstance(content, Statement) else Argument((content,), (reason,)),
        mutants=(mutant if isinstance(content, Statement) else Argument((mutant,), ("too much",)),),
        note=note,
    )


CLAIMS = (
    Claim(
        label="theorem-6",
        kind=Kind.THEOREM,
        title="Theorem 6, for any f: near a fixed point with |f'| < 1 the iteration converges to it",
        source=Source(_PLACE, r"|f'(x^*)| < 1.", by_hand="any f, in letters"),
        content=GENERAL,
        mutants=(Argument((*GENERAL.items[:2], *GENERAL.items[3:4], INVARIANT.but(given=INVARIANT.given[1:])), GENERAL.reasons[:4]),),
        uses=("theorem-6.factor", "theorem-6.lipschitz", "theorem-6.invariant", "theorem-6.unique", "theorem-6.convergent"),
        families=("smt",),
        note="True as printed; that f' is continuous is said twice. What is cited is the definition of continuity, the mean value theorem "
        "and geometric sequences; the schema local-contraction is this theorem for a given f on an interval.",
    ),
    _step(
        "factor",
        "By the continuity of f', |f'| ≤ k < 1 near x*, with k = (1 + |f'(x*)|)/2",
        FACTOR,
        _near.but(le(sp.Abs(_near.given[-1].lhs), _half)),
        "f' is continuous",
        r"|f'(x)| \le k < 1",
    ),
    _step(
        "lipschitz",
        "f is a contraction of I",
        LIPSCHITZ,
        _moved.but(le(_moved.holds.lhs, _moved.holds.rhs / 2)),
        "the mean value theorem",
    ),
    _step("invariant", "f maps I into itself", INVARIANT, INVARIANT.but(given=INVARIANT.given[1:]), ""),
    _step("unique", "x* is the only fixed point in I", UNIQUE, UNIQUE.but(given=UNIQUE.given[1:]), ""),
    _step(
        "convergent",
        "x_n tends to x*, by kⁿ",
        CONVERGENT,
        _next.but(le(_next.holds.lhs, _next.holds.rhs / 2)),
        "by induction",
        r"x_{n+1} = f(x_n)",
    ),
    Claim(
        label="theorem-6.self-map",
        kind=Kind.REMARK,
        title="Why the contraction maps I into itself",
        source=Source(_PLACE),
        content=Remark(
            "From |f'| ≤ k on I alone the iteration might leave I. It does not, because x* is the centre of I: |f(x) − x*| ≤ k|x − x*| ≤ "
            "r. A contraction on I may be meant to map I into itself: the theorem is true as printed, no erratum.",
            "Consequently f maps I into itself and is a contraction there",
        ),
        declared=None,
        uses=("theorem-6.invariant",),
    ),
)
