"""Rules that change variables: substitution, and an equation solved for one of them."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from flint import fmpq

from numeric_checks.replay.formulas import Formula, into
from numeric_checks.replay.judging import (
    Proof,
    Rules,
    atom,
    lean,
    normal_of,
    positive,
    range_of,
    require_defined,
    require_same,
)
from numeric_checks.replay.states import Range, State
from numeric_checks.replay.terms import RefusedError


def solve(rules: Rules, state: State, goal: Formula, name: str, number: int, multiplier: int, proof: Proof) -> None:
    """A hypothesis s = 0 gives the variable: ``variable − g = s·multiplier``; g replaces it."""
    terms, g, k = state.terms, rules.term_on(state, number), rules.term_on(state, multiplier)
    old = range_of(state, name)
    if name in terms.free(g) or state.limits:
        raise RefusedError("solve: the variable is not given by the others")
    require_defined(state, g, k)
    gap = terms.minus(terms.v(name), g)
    n = normal_of(state)
    equations = [atom(state, h)[1] for h in state.hypotheses if h[0] == "="]
    if not any(n.is_zero(terms.minus(gap, terms.product((s, k)))) for s in equations):
        raise RefusedError("solve: no hypothesis gives the variable")
    replaced = {name: g}
    hypotheses = (*(into(h, terms, replaced) for h in state.hypotheses), *_bounds(old, g, terms))
    known = frozenset(terms.substitute(j, replaced) for j in state.known)
    ranges = {n: r for n, r in state.ranges.items() if n != name}
    after = replace(state, ranges=ranges, hypotheses=(), known=known, values={}).suppose(*hypotheses)
    rules.prove(lean(after), into(goal, terms, replaced), proof)


def _bounds(r: Range, t: int, terms: Any) -> list[Formula]:
    """That a term lies in a range, as hypotheses."""
    low = [] if r.low is None else [(">" if r.low_open else ">=", t, terms.q(r.low))]
    return low + ([] if r.high is None else [("<" if r.high_open else "<=", t, terms.q(r.high))])


def substitute(rules: Rules, state: State, goal: Formula, name: str, new: str, forward: int, back: int, proof: Proof) -> None:
    """A new variable, ``new = forward``, replaces one: ``name = back``, a term in the new variable and the others."""
    terms, phi, psi = state.terms, rules.term(forward), rules.term(back)
    range_of(state, name)
    if not isinstance(new, str) or not new.isidentifier() or new in state.ranges or new in terms.free(phi) or name in terms.free(psi):
        raise RefusedError("substitute: the variables do not fit")
    if (terms.free(phi) | terms.free(psi)) - set(state.ranges) - {new} or state.limits:
        raise RefusedError("substitute: a variable that is not there")
    require_defined(state, phi)
    back_again = terms.substitute(psi, {new: phi})
    require_defined(state, back_again)
    require_same(state, back_again, terms.v(name))
    low, high, low_open, high_open = state.enclose(phi)
    r = Range(None if not low.is_finite() else low.fmpq(), None if not high.is_finite() else high.fmpq(), low_open, high_open)
    for h in state.hypotheses:
        if h[0] in (">", ">=", "<", "<=") and (bound := _bound(state, h, phi)) is not None:
            r = _narrower(r, *bound)
    old = state.ranges[name]
    ranges = {**{n: x for n, x in state.ranges.items() if n != name}, new: r}
    replaced = {name: psi}
    hypotheses = (*(into(h, terms, replaced) for h in state.hypotheses), *_bounds(old, psi, terms))
    known = frozenset(terms.substitute(j, replaced) for j in state.known)
    after = replace(state, ranges=ranges, hypotheses=(), known=known, values={}).suppose(*hypotheses)
    rules.prove(lean(after), into(goal, terms, replaced), proof)


def _bound(state: State, h: Formula, phi: int) -> tuple[str, fmpq] | None:
    """``phi relation number`` if the hypothesis says so: phi − number, or number − phi, is a positive multiple of it."""
    op, t = atom(state, h)
    n = normal_of(state)
    form, up = n.forms(t, phi)
    if form[0] == 0:
        return None
    minus = n.constant(fmpq(-1))
    for sign, relation in ((1, op), (-1, {">": "<", ">=": "<="}[op])):
        turned = n.times(n.constant(fmpq(sign)), up)
        gap, d = n.plus(turned, n.times(minus, form))
        constants = [gap.leading_coefficient() if gap != 0 else fmpq(0)] if gap.is_constant() and d == 1 else []
        for c in (*constants, fmpq(0), fmpq(sign)):
            ratio = n.times(n.plus(turned, n.constant(-c)), (form[1], form[0]))
            if ratio[0] != 0 and any(all(positive(state, n, way * part) for part in ratio) for way in (1, -1)):
                return relation, sign * c
    return None


def _narrower(r: Range, relation: str, value: fmpq) -> Range:
    if relation in (">", ">=") and (r.low is None or value > r.low or (value == r.low and relation == ">")):
        return r._replace(low=value, low_open=relation == ">")
    if relation in ("<", "<=") and (r.high is None or value < r.high or (value == r.high and relation == "<")):
        return r._replace(high=value, high_open=relation == "<")
    return r


RULES: dict[str, Callable[..., None]] = {
    "substitute": substitute,
    "solve": solve,
}
