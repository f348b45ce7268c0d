"""Theorem 5: the limit that need not exist, what takes its place, and the case δ* = 0."""

import sympy as sp

from symbolic.claim import Claim, Declared, Erratum, Fault, Kind, Remark, Severity, Source
from symbolic.derivation import Argument
from symbolic.derivations.total_variation import (
    EVENT,
    THREE,
    apart,
    budget,
    delta_star,
    even,
    exact,
    near_the_limit,
    odd,
    p_n,
    p_star,
    p_tilde,
    simplex,
    tv,
)
from symbolic.notation import tv_term
from symbolic.statement import Statement, conj, eq, ge, gt, le, real
from symbolic.theorems import upper_limit

_THEOREM = r"\lim_{n \to \infty} |\tilde{p}_n - p^*| \le 2\delta^*"
_alternating = Statement((*THREE, eq(apart(even, exact), apart(odd, exact))), eq(sp.Abs(even[0] - exact[0]), sp.Abs(odd[0] - exact[0])))
_three = Statement((*simplex(exact), *simplex(even)), le(sp.Abs(even[0] - exact[0]), apart(even, exact)))
_p, _q = exact[0], even[0]
_BOTH = (*(ge(q, 0) for q in (*exact, *even)), eq(sp.Add(*exact), 1), eq(sp.Add(*even), 1))
_two = Statement(_BOTH, eq(sp.Abs(_q - _p), tv_term(_q, _p) + tv_term(even[1], exact[1])))
_none = Statement((ge(budget, 0), le(budget, delta_star), eq(delta_star, 0), ge(tv, 0), le(tv, budget)), eq(tv, 0))
_gap, _bound = sp.Abs(p_tilde - p_star), budget + sp.Abs(p_n - p_star)
_supposed = (ge(p_star, 0), le(p_star, 1), le(sp.Abs(p_tilde - p_n), budget))


def _tends(value: sp.Expr) -> Argument:
    limit = upper_limit(_gap, _bound, value, {p_n: p_star, budget: sp.Integer(0)}, (p_tilde,), _supposed)
    return Argument((limit,), ("the bound tends to 0",))


_distance, _limit = real("g"), real("L")
"""|p̃_n − p*|, and its limit where there is one."""
_where_it_exists = (*_supposed[:2], ge(delta_star, 0), eq(_distance, _gap), le(sp.Abs(p_tilde - p_n), 2 * budget))


def _limit_at_most(value: sp.Expr) -> Argument:
    """L = g + (L − g) is at most 2(δ_1 + … + δ_n) + |p_n − p*| + (L − g), and g tends to L."""
    bound = 2 * budget + sp.Abs(p_n - p_star) + (_limit - _distance)
    tend = {p_n: p_star, budget: delta_star, _distance: _limit}
    return Argument((upper_limit(_limit, bound, value, tend, (p_tilde,), _where_it_exists),), ("the constant L, bounded for all large n",))


_half_of_it = upper_limit(
    _gap, _bound, delta_star, {p_n: p_star, budget: delta_star}, (p_tilde,), (*_supposed[:2], le(sp.Abs(p_tilde - p_n), 2 * budget))
)

_mass = real("d")
"""The mass that the approximate policies misplace."""
_MISPLACED = (*simplex(exact), ge(_mass, 0), le(_mass, exact[0]), le(_mass, exact[1]))


def _misplaced(policy: tuple[sp.Expr, sp.Expr], by: sp.Expr) -> Statement:
    """A policy again, the mass d from the exact one in total variation, with a success probability ``by`` from the exact one's."""
    possible = (ge(policy[0], 0), ge(policy[1], 0), le(policy[0] + policy[1], 1))
    return Statement(_MISPLACED, conj(*possible, eq(apart(policy, exact), _mass), eq(sp.Abs(policy[0] - exact[0]), by)))


_ON_SUCCESS = _misplaced((exact[0] - _mass, exact[1] + _mass), _mass)
_AMONG_FAILURES = _misplaced((exact[0], exact[1] - _mass), sp.Integer(0))
_far = -sp.Abs(p_n - _mass - p_star)
_near = sp.Abs(p_n - p_star)
_CONSTANTS = (gt(_mass, 0), le(_mass, p_star), le(_mass, 1 - p_star))


def _alternates(far: sp.Expr) -> Argument:
    return Argument(
        (
            _ON_SUCCESS,
            _AMONG_FAILURES,
            upper_limit(_near, _near, sp.Integer(0), {p_n: p_star}, (), _CONSTANTS),
            upper_limit(_far, _far, -far, {p_n: p_star}, (), _CONSTANTS),
        ),
        ("odd n: d less on success", "even n: d moved among failures", "along even n", "along odd n the distance stays"),
    )


CLAIMS = (
    Claim(
        label="theorem-5",
        kind=Kind.THEOREM,
        title="|p̃_n − p*| has a limit: read of policies that alternate between two at the same total variation",
        source=Source("Theorem 5", _THEOREM),
        content=_alternating,
        declared=Declared.REFUTED,
        erratum=Erratum(
            Fault.LIMIT,
            Severity.STATEMENT,
            "With δ_n = 0 from the second step on, policies that are wrong by the same mass, now on success and now among failures only, "
            "satisfy the assumption, and |p̃_n − p*| tends to nothing. The bound survives for the upper limit, and there without the "
            "factor 2.",
        ),
        correction="theorem-5.corrected",
        uses=("theorem-5.alternating",),
    ),
    Claim(
        label="theorem-5.corrected",
        kind=Kind.THEOREM,
        title="The upper limit of |p̃_n − p*| is at most 2δ*",
        source=Source("Theorem 5"),
        content=near_the_limit(2),
        families=("algebra", "smt", "sampling"),
        mutants=(Argument((_half_of_it,), ("half the bound",)),),
        uses=("appendix-c.factor", "assumption-1.telescoped"),
        superseded_by="beyond.n10-approximation",
        note="What the printed proof gives; p_n → p* and Assumption 1 are its hypotheses.",
    ),
    Claim(
        label="theorem-5.where-it-exists",
        kind=Kind.COROLLARY,
        title="Where |p̃_n − p*| has a limit, it is at most 2δ*, as printed",
        source=Source("Theorem 5"),
        content=_limit_at_most(2 * delta_star),
        mutants=(_limit_at_most(delta_star),),
        uses=("theorem-5.corrected",),
        superseded_by="beyond.n10-approximation",
        note="The printed inequality, once the limit is supposed to exist. It need not: theorem-5.alternating.",
    ),
    Claim(
        label="theorem-5.alternating",
        kind=Kind.EXTENSION,
        title="With the mass d taken from success at odd n, |p̃_n − p*| is at least d > 0 in the limit along these",
        source=Source("Theorem 5"),
        content=_alternates(_mass),
        mutants=(_alternates(2 * _mass),),
        note="Concluded is the last step, a lower limit of at least d along odd n. Along even n the mass is misplaced among failures, and "
        "by the step before the distance tends to 0: by the two together |p̃_n − p*| has no limit. With π̃_0 = π_0, δ_1 = d and δ_n = 0 "
        "for n ≥ 2 Assumption 1 holds. Three outcomes are needed, and "
        "enough where both success and the first kind of failure keep the mass d.",
    ),
    Claim(
        label="theorem-5.event",
        kind=Kind.EXTENSION,
        title="|p̃ − p| ≤ TV(π̃, π), for any finite number of outcomes",
        source=Source("Theorem 5"),
        content=EVENT,
        mutants=(EVENT.but(end=sp.Rational(9, 10) * EVENT.end),),
    ),
    Claim(
        label="theorem-5.event.two",
        kind=Kind.EXTENSION,
        title="With two outcomes, |p̃ − p| is the total variation",
        source=Source("Theorem 5"),
        content=_two,
        families=("algebra", "smt", "enclosure", "sampling"),
        mutants=(_two.but(eq(_two.holds.lhs, sp.Abs(_q - _p) / 2)),),
        note="TV less δ_1 + … + δ_n does not increase under Assumption 1, and so TV converges: with two outcomes the limit of Theorem 5 "
        "exists. It takes three to make it fail.",
    ),
    Claim(
        label="theorem-5.event.three",
        kind=Kind.EXTENSION,
        title="With three outcomes, |p̃ − p| ≤ TV(π̃, π)",
        source=Source("Theorem 5"),
        content=_three,
        mutants=(_three.but(le(_three.holds.lhs, sp.Rational(9, 10) * _three.holds.rhs)),),
    ),
    Claim(
        label="theorem-5.zero",
        kind=Kind.TEXT,
        title="If δ* = 0, p̃_n tends to p*",
        source=Source("Theorem 5", r"\delta^* = 0", by_hand="the conclusion stands in words"),
        content=_tends(sp.Integer(0)),
        mutants=(_tends(sp.Integer(-1)),),
        uses=("theorem-5.event", "assumption-1.telescoped"),
    ),
    Claim(
        label="theorem-5.zero.exact",
        kind=Kind.TEXT,
        title="If δ* = 0, the approximate policies are the exact ones",
        source=Source("Theorem 5, last sentence, and Section 5, first paragraph"),
        content=_none,
        mutants=(_none.but(given=_none.given[1:2] + _none.given[3:]),),
        uses=("assumption-1.telescoped",),
        note="So asymptotic convergence is shown only where nothing is approximated: errors that tend to 0 but are not all 0 have δ* > 0. "
        "Where h contracts in logits, errors that tend to 0 do give convergence, see beyond.n10-approximation.logit.",
    ),
    Claim(
        label="section-5.asymptotic",
        kind=Kind.REMARK,
        title="Asymptotic convergence of approximate policies",
        source=Source("Section 5, first paragraph"),
        content=Remark(
            "Theorem 5 gives convergence for δ* = 0 only, which forces every δ_n = 0 and π̃_n = π_n.",
            "the success probability stays within δ* of the exact one, and converges if nothing is approximated",
        ),
        declared=None,
        superseded_by="beyond.n10-approximation.logit",
        erratum=Erratum(Fault.PROSE, Severity.SLIP, "Theorem 5 itself claims no more than it proves there."),
        uses=("theorem-5.zero.exact",),
    ),
    Claim(
        label="theorem-5.index",
        kind=Kind.REMARK,
        title="The success probability of π̃",
        source=Source("Theorem 5", r"\tilde{p}_n"),
        content=Remark(
            "p̃_n is that of π̃_n; the index is missing, in print or in the optical reading.", "the probability of success of the policy π̃_n"
        ),
        declared=None,
        erratum=Erratum(Fault.NOTATION, Severity.SLIP, "A missing index."),
    ),
    Claim(
        label="theorem-5.the-fixed-point",
        kind=Kind.REMARK,
        title="The fixed point to which p_n converges",
        source=Source("Theorem 5"),
        content=Remark(
            "h may have more than one fixed point, and p_n need not converge; the theorem is of the one to which it does, if it does.",
            "converges to a fixed point p* of h",
        ),
        declared=None,
        erratum=Erratum(Fault.PROSE, Severity.SLIP, "Convergence is a hypothesis of the theorem, and determines the fixed point."),
        uses=("section-3.limit",),
    ),
)
