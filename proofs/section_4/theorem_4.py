"""Theorem 4: local convergence, true of starts near p*; false of the start p_0 = p_ref, of which the theorem speaks."""

import sympy as sp

from symbolic.claim import INEQUALITY, Claim, Erratum, Fault, Kind, Remark, Severity, Source
from symbolic.derivation import Argument
from symbolic.derivations.local_convergence import (
    APART,
    CALM,
    DIFFERENCE,
    ELSEWHERE,
    FIXED_TOO,
    LOCAL,
    ONE_LIMIT,
    SECOND,
    SMOOTH,
    reference,
    x,
)
from symbolic.group import Group
from symbolic.notation import BETA, EPS, PROBABILITY, beta, beta_bound, h, p
from symbolic.statement import Statement, eq, ge, le, ne
from symbolic.theorems.contraction import local_contraction

_equal = (*BETA, *EPS, *PROBABILITY, eq(beta, beta_bound()))
_neutral = Argument((local_contraction(h(x, reference()), x, p, _equal),), ("β = 𝓑(p*) for β > 𝓑(p*)",))

_THEOREM = Group("theorem-4", Kind.THEOREM, "Theorem 4")
_STEP = Group("theorem-4", Kind.STEP, "Theorem 4", families=("algebra", "smt"))
_EXTENSION = Group("theorem-4", Kind.EXTENSION, "Theorem 4")
_COROLLARY = Group("theorem-4", Kind.COROLLARY, "Theorem 4")

CLAIMS = (
    _THEOREM.refuted(
        "",
        "Read by its last line: p_n tends from p_ref to p* if |h'(p*)| < 1; so no two such p and q, each of which would be the limit",
        ONE_LIMIT,
        Erratum(
            Fault.HYPOTHESIS,
            Severity.STATEMENT,
            "Circular: δ is to exist for a given h, which has p_ref in it, and then p_ref is to lie within δ of p*. As p_ref < p* by "
            "Theorem 3, a small enough δ makes that hypothesis false: read with it, the theorem holds and says nothing of p_ref "
            "(theorem-4.apart). Read by its last line, that p_n tends to p* whenever |h'(p*)| < 1, it is false: h may have two such fixed "
            "points, and the orbit of p_ref may keep away from one (theorem-4.elsewhere). True is that starts p_0 near p* lead to p* "
            "(theorem-4.local); what becomes of the start p_ref takes other means.",
        ),
        printed=r"\lim_{n \to \infty} p_n = p^*.",
        by_hand="the limit of one sequence is one number",
        correction="theorem-4.local",
        uses=("theorem-4.second", "theorem-4.elsewhere", "theorem-4.apart", "lemma-1.fixed-point", "lemma-1.condition"),
        families=("enclosure", "sampling"),
        superseded_by="beyond.n4-contraction",
    ),
    _THEOREM.proved(
        "local",
        "At every fixed point p* with β > 𝓑(p*): the iteration converges to p* from every p_0 near it",
        LOCAL,
        _neutral,
        uses=("lemma-1.fixed-point", "lemma-1.fixed-point.only", "theorem-3.inside"),
        families=("algebra", "sampling"),
        superseded_by="beyond.n4-contraction",
        note="All fixed points are met: they lie in (0, 1) (theorem-3.inside), p* runs through (0, 1), and p_ref is the one that belongs "
        "to it (lemma-1.fixed-point.only). How near depends on p*, β and ε.",
    ),
    _THEOREM.proved(
        "smooth",
        "h and h' are continuous on [0, 1]",
        SMOOTH,
        Argument((Statement((*BETA, ge(p, 0), le(p, 1)), ne(p * (1 - p), 0)),), ("without smoothing",)),
        uses=("proposition-1.continuity",),
        families=INEQUALITY,
        note="Both are composed of functions that are continuous wherever these four conditions hold; concluded is the last.",
    ),
    _STEP.proved(
        "second",
        "Where β (logit q − logit p) = b(q) − b(p), p and q are fixed points for the same p_ref",
        SECOND,
        Argument((DIFFERENCE.but(eq(DIFFERENCE.holds.lhs, DIFFERENCE.holds.rhs + 1)), FIXED_TOO), SECOND.reasons),
        uses=("lemma-1.fixed-point", "theorem-4.second.difference"),
    ),
    _STEP.proved(
        "second.difference",
        "Then 1/(β√…) grows from p to q by logit q − logit p",
        DIFFERENCE,
        DIFFERENCE.but(eq(DIFFERENCE.holds.lhs, DIFFERENCE.holds.rhs + 1)),
    ),
    _EXTENSION.proved(
        "elsewhere",
        "p_ref = 1/5, β = 1, ε = 1/100: a fixed point above 999/1000 has |h'| < 1, but from p_ref no p_n exceeds 4/5",
        ELSEWHERE,
        Argument((CALM.but(given=(ge(p, sp.Rational(1, 2)), le(p, 1))),), ("too long an interval",)),
        families=("enclosure", "sampling"),
        note="Three items: |h'| < 1 on [999/1000, 1]; a fixed point there; [1/5, 4/5], which holds p_ref, is mapped into itself.",
    ),
    _COROLLARY.proved(
        "apart",
        "p_ref is no nearer to a fixed point than h(1/2) − p_ref > 0",
        APART,
        APART.but(end=sp.Rational(1, 1000)),
        note="With δ < h(1/2) − p_ref the hypothesis p_ref ∈ [p* − δ, p* + δ] never holds.",
    ),
    Claim(
        label="section-4.limit-point",
        kind=Kind.REMARK,
        title="Theorem 4 as an account of the limit point of the iteration",
        source=Source("Section 4, before Theorem 4"),
        content=Remark(
            "A local theorem says nothing of an orbit before it is near a fixed point. The orbit of p_ref may tend to one of several "
            "attracting fixed points, or to none (Figure 5).",
            "we can say when a fixed point of h attracts the iterations that start near it",
        ),
        declared=None,
        erratum=Erratum(Fault.PROSE, Severity.SLIP, "Global statements need more: β above the maximum of 𝓑, or p_ref ≥ 1/2."),
        uses=("theorem-4.local", "theorem-4.second", "figure-5.no-limit"),
        superseded_by="beyond.n4-contraction",
    ),
)
