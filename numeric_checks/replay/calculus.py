"""Rules of calculus: mean value form, monotonicity, contact of exact order, sections on which a term is least."""

from collections.abc import Callable
from dataclasses import replace

from flint import fmpq

from numeric_checks.replay import interval as iv
from numeric_checks.replay.formulas import Formula, holds
from numeric_checks.replay.judging import (
    Proof,
    Rules,
    atom,
    goal_of,
    range_of,
    require_defined,
    require_same,
    where,
)
from numeric_checks.replay.states import Range, State
from numeric_checks.replay.terms import RefusedError, rational


def mean_value(rules: Rules, state: State, goal: Formula) -> None:
    """t(x) lies in t(c) + Σ ∂t(box)·(x − c), c the middle of the box."""
    rules.leaves += 1
    op, t = atom(state, goal)
    names = sorted(state.terms.free(t) - set(state.constants()))
    middle = {n: _middle(state.ranges[n]) for n in names}
    state.enclose(t)
    centre = replace(state, ranges={**state.ranges, **{n: Range(c, c, False, False) for n, c in middle.items()}}, values={})
    total = centre.enclose(t)
    for n in names:
        slope = state.enclose(state.terms.derivative(t, n))
        total = iv.add(total, iv.mul(slope, iv.add(state.box()[n], iv.neg(iv.exact(middle[n])))))
    if holds(op, total) is not True:
        raise RefusedError(f"the mean value form does not show the goal on {where(state)}")


def _middle(r: Range) -> fmpq:
    if r.low is None or r.high is None:
        raise RefusedError("mean value: an unbounded box")
    return (r.low + r.high) / 2


def monotone(rules: Rules, state: State, goal: Formula, name: str, way: str, slope: Proof, end: Proof, strictly: bool = False) -> None:
    """The term grows (``up``) or falls (``down``) with the variable, so that its value or limit at the lower or upper end decides.

    The derivative is shown to have its sign inside the whole range, whatever hypotheses mention the variable.  Where it is so
    ``strictly`` and the end is not attained, ≥ 0 at the end shows > 0.
    """
    op, t = atom(state, goal, ">", ">=")
    r = range_of(state, name)
    if way not in ("up", "down"):
        raise RefusedError("monotone: neither up nor down")
    value, is_open = (r.low, r.low_open) if way == "up" else (r.high, r.high_open)
    inside = state.along(name)
    d = state.terms.derivative(t, name)
    d = d if way == "up" else state.terms.product((state.terms.q(-1), d))
    require_defined(inside, t)
    attained = value is not None and not is_open
    rules.prove(inside.within(name, r._replace(low_open=True, high_open=True)), goal_of(state, ">" if strictly else ">=", d), slope)
    at = face(inside, name, way)
    if value is not None:
        require_defined(at, t)
    rules.prove(at, goal_of(state, ">=" if strictly and not attained else op, t), end)


def face(state: State, name: str, way: str) -> State:
    """The face of the box where a term that goes ``up`` or ``down`` with the variable is least; a limit where the range is unbounded."""
    r = state.ranges[name]
    value, is_open = (r.low, r.low_open) if way == "up" else (r.high, r.high_open)
    if value is None:
        return replace(state, limits={**state.limits, name: -1 if way == "up" else 1}, known=frozenset(), values={})
    found = state.within(name, Range(value, value, False, False))
    return replace(found, known=frozenset()) if is_open else found


def taylor(rules: Rules, state: State, goal: Formula, name: str, at: str, order: int, coefficient: Proof) -> None:
    """The term and its derivatives below the order vanish at a point of the range's closure; that of the order has the right sign.

    This is Taylor's formula with Lagrange's remainder.
    """
    op, t = atom(state, goal, ">", ">=")
    r, c = range_of(state, name), rational(at)
    if not isinstance(order, int) or not 1 <= order <= 40:
        raise RefusedError("taylor: an order beyond 40")
    if (r.low is not None and c < r.low) or (r.high is not None and c > r.high):
        raise RefusedError("taylor: the point lies outside the range")
    low_end, high_end = c == r.low, c == r.high
    if order % 2 and not (low_end or high_end):
        raise RefusedError("taylor: an odd order inside the range")
    if any(state.terms.nodes[j][0] in ("abs", "min", "max", "sign") and name in state.terms.free(j) for j in state.terms.needed(t)):
        raise RefusedError("taylor: a term that is not smooth")
    if op == ">" and not ((low_end and r.low_open) or (high_end and r.high_open)):
        raise RefusedError("taylor: a strict goal at the point of contact")
    lines = state.along(name)
    hull = lines.within(name, r._replace(low_open=r.low_open and not low_end, high_open=r.high_open and not high_end))
    if (low_end and r.low_open) or (high_end and r.high_open):
        hull = replace(hull, known=frozenset())
    here = hull.within(name, Range(c, c, False, False))
    d = t
    for _ in range(order):
        require_defined(hull, d)
        require_same(here, d, state.terms.q(0))
        d = state.terms.derivative(d, name)
    if order % 2 and high_end:
        d = state.terms.product((state.terms.q(-1), d))
    inside = replace(hull, known=frozenset()).within(name, r._replace(low_open=True, high_open=True))
    rules.prove(inside, goal_of(state, op, d), coefficient)


def section(
    rules: Rules, state: State, goal: Formula, name: str, number: int, low: Proof, high: Proof, above: Proof, below: Proof, on: Proof
) -> None:
    """The term is least, along each line in the direction of the variable, where the variable equals a term g of the others."""
    op, t = atom(state, goal, ">", ">=")
    r, g = range_of(state, name), rules.term_on(state, number)
    if name in state.terms.free(g):
        raise RefusedError("section: the place depends on the variable itself")
    lines = state.along(name)
    terms = state.terms
    # what was known of the variable that is left out must not be taken for known of a new one of its name
    others = frozenset(j for j in lines.known if name not in terms.free(j))
    base = replace(lines, ranges={n: x for n, x in lines.ranges.items() if n != name}, known=others, values={})
    if r.low is not None:
        rules.prove(base, goal_of(state, ">" if r.low_open else ">=", terms.minus(g, terms.q(r.low))), low)
    if r.high is not None:
        rules.prove(base, goal_of(state, ">" if r.high_open else ">=", terms.minus(terms.q(r.high), g)), high)
    require_defined(base, g)
    require_defined(lines, t)
    d, gap = terms.derivative(t, name), terms.minus(terms.v(name), g)
    rules.prove(lines.suppose(goal_of(state, ">", gap)), goal_of(state, ">=", d), above)
    minus_d = terms.product((terms.q(-1), d))
    rules.prove(lines.suppose(("<", gap, terms.q(0))), goal_of(state, ">=", minus_d), below)
    known = frozenset(terms.substitute(j, {name: g}) for j in lines.known)
    rules.prove(replace(base, known=known), goal_of(state, op, terms.substitute(t, {name: g})), on)


RULES: dict[str, Callable[..., None]] = {
    "mean value": mean_value,
    "monotone": monotone,
    "taylor": taylor,
    "section": section,
}
