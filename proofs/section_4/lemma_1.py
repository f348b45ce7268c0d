"""Lemma 1: h' at a fixed point, and the condition β > 𝓑(p*) for local convergence."""

import sympy as sp

from symbolic.claim import INEQUALITY, Claim, Kind, Remark, Source
from symbolic.group import Group
from symbolic.notation import BETA, CLOSED, EPS, PARAMETERS, POSSIBLE, PROBABILITY, B, beta, beta_bound, eps, h, p, p_ref, slope, variance
from symbolic.statement import Statement, eq, ge, gt, iff, implies, le, lt, real

_BRACKET = r"2\beta \left[p^*(1 - p^*) + \varepsilon\right]^{3/2}"
_FIRST = (
    r"-h_{\varepsilon,p_{\text{ref}}}(p^*)(1 - h_{\varepsilon,p_{\text{ref}}}(p^*))\frac{1 - 2p^*}{" + _BRACKET + "}",
    r"p^*(1 - p^*)\frac{2p^* - 1}{" + _BRACKET + "}",
)
_CONDITION = r"= p^*(1-p^*) \frac{|2p^*-1|}{2\beta \left[p^*(1-p^*)+\varepsilon\right]^{3/2}}"
_BOUND = r"\beta > \mathcal{B}(p^*) = p^*(1-p^*) \frac{|2p^*-1|}{2[p^*(1-p^*)+\varepsilon]^{3/2}}."
_y = real("y")
"""The value h(p*) at the fixed point, which is p*."""
_three_halves = sp.Rational(3, 2)
_cube = (variance() + eps) ** _three_halves
_at_fixed = variance() * (2 * p - 1) / (2 * beta * _cube)
_absolute_value = sp.Abs(_at_fixed, evaluate=False)
_size = variance() * sp.Abs(2 * p - 1) / (2 * beta * _cube)
_GIVEN = (*BETA, *EPS, *CLOSED)
_reference = 1 / (1 + (1 - p) / p * sp.exp(B()))
"""The one p_ref for which p is a fixed point."""
_first = Statement((*POSSIBLE, *BETA, *EPS, *CLOSED), eq(sp.Derivative(h(), p), -h() * (1 - h()) * slope()))
_second = Statement((*_GIVEN, eq(_y, p)), eq(-_y * (1 - _y) * slope(), _at_fixed))
_fixed = Statement((*BETA, *EPS, *PROBABILITY), eq(h(p_ref=_reference), p))
_only = Statement((*PARAMETERS, *PROBABILITY), iff(eq(h(), p), eq(p_ref, _reference)))
_all = Statement((*BETA, *EPS, *PROBABILITY), eq(-h(p_ref=_reference) * (1 - h(p_ref=_reference)) * slope(), _at_fixed))
_absolute = Statement(_GIVEN, eq(_absolute_value, _size))
_condition = Statement(_GIVEN, iff(lt(_size, 1), gt(beta, beta_bound())))
_enough = Statement(_GIVEN, implies(gt(beta, beta_bound()), lt(_absolute_value, 1)))

_LEMMA = Group("lemma-1", Kind.LEMMA, "Lemma 1")

CLAIMS = (
    _LEMMA.proved(
        "1",
        "First equality: the derivative of h, at a fixed point or not",
        _first,
        _first.but(eq(_first.holds.lhs, h() * (1 - h()) * slope())),
        printed=_FIRST[0],
    ),
    _LEMMA.proved(
        "2",
        "Second equality: h(p*) = p* put in",
        _second,
        _second.but(given=_GIVEN),
        printed=_FIRST[1],
        note="y is the value h(p*). That h(p*) = p* for some rational p*, p_ref, β and ε cannot be, e^{−1/(β√…)} being "
        "transcendental there; so the hypothesis is put on the value, and lemma-1.parametrised runs through all fixed points.",
    ),
    Claim(
        label="lemma-1.fixed-point",
        kind=Kind.LEMMA,
        title="Each p in (0, 1) is a fixed point where p_ref is 1/(1 + ((1 − p)/p) e^{B(p)})",
        source=Source("Lemma 1", r"p^* = h_{\varepsilon, p_{ref}}(p^*)", ((p_ref, _reference),)),
        content=_fixed,
        mutants=(_fixed.but(eq(h(p_ref=1 / (1 + (1 - p) / p * sp.exp(-B()))), p)),),
    ),
    _LEMMA.proved(
        "fixed-point.only",
        "… and for no other p_ref",
        _only,
        _only.but(iff(ge(h(), p), eq(p_ref, _reference))),
        note="So what holds with this p_ref for every p in (0, 1) holds at every fixed point: none is 0 or 1 (theorem-3.inside).",
    ),
    _LEMMA.proved(
        "parametrised",
        "The second equality at every fixed point in (0, 1)",
        _all,
        _all.but(eq(_all.holds.lhs, -_at_fixed)),
        printed=_FIRST[1],
        uses=("lemma-1.fixed-point", "lemma-1.fixed-point.only"),
    ),
    _LEMMA.proved(
        "absolute", "The size of h' at a fixed point", _absolute, _absolute.but(eq(_absolute_value, _at_fixed)), printed=_CONDITION
    ),
    _LEMMA.proved(
        "condition",
        "|h'(p*)| < 1 exactly where β > 𝓑(p*)",
        _condition,
        _condition.but(iff(le(_size, 1), gt(beta, beta_bound() + sp.Rational(1, 100)))),
        printed=_BOUND,
        families=INEQUALITY,
        note="The lemma claims one direction, the second holds too.",
    ),
    _LEMMA.proved(
        "condition.enough",
        "If β > 𝓑(p*) then |h'(p*)| < 1",
        _enough,
        _enough.but(implies(gt(beta, beta_bound() / 20), lt(_absolute_value, 1))),
        printed=_BOUND,
        superseded_by="beyond.n3-threshold.uniform",
        note="Enclosures decide lemma-1.condition, of which this is one half.",
    ),
    _LEMMA.remark(
        "circular",
        "β > 𝓑(p*) is no bound that one could choose β by",
        Remark(
            "p* depends on β, so that both sides of β > 𝓑(p*) do: for a given p_ref the condition says which pairs (β, p*) are stable, and "
            "which of them has a fixed point there is known only after β is chosen. It becomes a bound on β once 𝓑 is replaced by its "
            "maximum over p, which depends on ε alone. What the lemma says is true, no erratum; for its use as a bound on β see figure-4.",
            "which is satisfied exactly if β > 𝓑(p*), and for every fixed point and every p_ref if β > max 𝓑",
        ),
        printed=_BOUND,
        uses=("lemma-1.condition", "remark-2.bounded"),
        superseded_by="beyond.n3-threshold.uniform",
    ),
)
