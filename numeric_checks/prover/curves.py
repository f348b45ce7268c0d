"""Contact along curves, and hypotheses that compare variables: sections where a term is least, and new variables that make a box."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from flint import fmpq

from numeric_checks.prover.factors import as_term, fraction_term, generator
from numeric_checks.prover.samples import draw, inside
from numeric_checks.replay.formulas import RELATIONS
from numeric_checks.replay.interval import Undefined
from numeric_checks.replay.normal import Normal, TooLarge
from numeric_checks.replay.rules import atom, goal_of, normal_of
from numeric_checks.replay.states import Range, State
from numeric_checks.replay.terms import Refused

if TYPE_CHECKING:
    from numeric_checks.prover.search import Search


def bend(search: Search, state: State, op: str, t: int, names: list[str], depth: int) -> list[Any] | None:
    """A comparison of logarithms, a shift along a hypothesis, a section, or a change of scale that leads to a proof."""
    for step in (logarithms, shift, section, scale):
        try:
            proof = step(search, state, op, t, names, depth)
        except (TooLarge, Undefined):
            continue
        if proof is not None:
            return proof
    return None


def logarithms(search: Search, state: State, op: str, t: int, names: list[str], depth: int) -> list[Any] | None:
    """A sum of logarithms with whole coefficients: compare the products."""
    n = normal_of(state)
    poly, d = n.form(t)
    if d != 1 or len(poly) < 1:
        return None
    products = {1: [], -1: []}  # type: dict[int, list[int]]
    common = fmpq(0)
    for monomial, c in poly.terms():
        degrees = [int(e) for e in monomial]
        if sum(degrees) != 1 or n.generators[degrees.index(1)][0] != "log":
            return None
        common = abs(c) if common == 0 else common
        if (c / common).q != 1:
            return None
        power = c / common
        products[1 if power > 0 else -1].append(search.terms.power(fraction_term(n, n.generators[degrees.index(1)][1]), abs(power)))
    if common != 1:
        return None
    x, y = search.terms.product(products[1]), search.terms.product(products[-1])
    proofs = [search.sign(state, ">", p, depth + 1) for p in (x, y)]
    rest = search.sign(state, op, search.terms.minus(x, y), depth + 1) if all(proofs) else None
    return None if rest is None else ["logarithms", x, y, *proofs, rest]


def linear_root(n: Normal, poly: Any, name: str) -> int | None:
    """The term g for which the polynomial, linear in one generator that holds the variable, vanishes at ``variable = g``."""
    terms = n.terms
    used = [k for k in range(len(n.generators)) if any(m[k] for m in poly.monoms())]
    holding = [k for k in used if name in terms.free(generator(n, k))]
    if len(holding) != 1 or max(int(m[holding[0]]) for m in poly.monoms()) != 1:
        return None
    k = holding[0]
    with_it, without = n.zero, n.zero
    for monomial, c in poly.terms():
        rest = list(monomial)
        rest[k] = 0
        piece = type(poly)({tuple(int(e) for e in rest): c}, poly.context())
        if monomial[k]:
            with_it += piece
        else:
            without += piece
    value = n.over(-without, with_it)
    kind, key = n.generators[k][:2]
    target = fraction_term(n, value)
    if kind == "v":
        return target
    inner = fraction_term(n, key)
    if terms.nodes[inner] != ("v", name):
        return None
    if kind == "exp":
        if value[0].is_constant() and value[1] == 1 and not value[0].leading_coefficient() > 0:
            return None
        made = n.logarithm(value)
        return terms.product((terms.q(n.unit), fraction_term(n, made)))
    if kind == "log":
        return fraction_term(n, n.exponential(value))
    return terms.power(target, fmpq(n.root)) if kind == "root" else None


def section(search: Search, state: State, op: str, t: int, names: list[str], depth: int) -> list[Any] | None:
    """A curve on which the term is least along every line in the direction of one variable."""
    if len(names) < 2:
        return None
    for name in names:
        lines, d = search.derivative(state, t, name)
        if lines is None or depth > 6:
            continue
        for g in _places(search, lines, d, name):
            if name in search.terms.free(g) or not _plausible(search, state, t, d, name, g):
                continue
            if (proof := _section(search, state, op, t, name, g, depth)) is not None:
                return proof
    return None


def _places(search: Search, state: State, d: int, name: str) -> list[int]:
    found: list[int] = []
    n = normal_of(state)
    try:
        numerator, _ = n.form(d)
        if numerator == 0:
            return []
        for part, _ in numerator.factor()[1]:
            if (g := linear_root(n, part, name)) is not None or (g := _log_root(n, part, name)) is not None:
                found.append(g)
    except (TooLarge, Refused):
        return []
    return found


def _log_root(n: Normal, part: Any, name: str) -> int | None:
    """Where a sum of logarithms with whole coefficients vanishes."""
    top, bottom = (n.one, n.one), (n.one, n.one)
    for monomial, c in part.terms():
        degrees = [int(e) for e in monomial]
        if sum(degrees) != 1 or c.q != 1 or n.generators[degrees.index(1)][0] != "log" or abs(c) > 6:
            return None
        argument = n.generators[degrees.index(1)][1]
        if c > 0:
            top = n.times(top, n.to(argument, int(c.p)))
        else:
            bottom = n.times(bottom, n.to(argument, -int(c.p)))
    gap = n.plus(top, n.times(n.constant(fmpq(-1)), bottom))[0]
    if gap == 0:
        return None
    for factor, _ in gap.factor()[1]:
        if (g := linear_root(n, factor, name)) is not None:
            return g
    return None


def _plausible(search: Search, state: State, t: int, d: int, name: str, g: int) -> bool:
    """Whether samples allow that the term grows away from the section, inside the range."""
    points = inside(state, draw(state, 128))
    slope, place = search.tape(d, g).points(points)
    fine = np.isfinite(slope) & np.isfinite(place)
    if not fine.any():
        return False
    with np.errstate(all="ignore"):
        return bool(np.all(((points[name] - place) * slope)[fine] >= -1e-9 * (1 + np.abs(slope[fine]))))


def _section(search: Search, state: State, op: str, t: int, name: str, g: int, depth: int) -> list[Any] | None:
    terms = search.terms
    lines = state.along(name)
    r = state.ranges[name]
    base = State(terms, {n: x for n, x in lines.ranges.items() if n != name}, lines.hypotheses, lines.known, bits=state.bits)
    ends: list[Any] = [None, None]
    for k, (value, is_open) in enumerate(((r.low, r.low_open), (r.high, r.high_open))):
        if value is not None:
            gap = terms.minus(g, terms.q(value)) if k == 0 else terms.minus(terms.q(value), g)
            ends[k] = search.sign(base, ">" if is_open else ">=", gap, depth + 1)
            if ends[k] is None:
                return None
    if not base.defined(g):
        return None
    known = frozenset(terms.substitute(j, {name: g}) for j in lines.known)
    on_it = State(terms, base.ranges, base.hypotheses, known, bits=state.bits)
    on = search.sign(on_it, op, terms.substitute(t, {name: g}), depth + 1)
    if on is None:
        return None
    d = terms.derivative(t, name)
    gap = terms.minus(terms.v(name), g)
    above = search.sign(lines.suppose(goal_of(state, ">", gap)), ">=", d, depth + 1)
    if above is None:
        return None
    below = search.sign(lines.suppose(("<", gap, terms.q(0))), ">=", terms.product((terms.q(-1), d)), depth + 1)
    return None if below is None else ["section", name, g, *ends, above, below, on]


def shift(search: Search, state: State, op: str, t: int, names: list[str], depth: int) -> list[Any] | None:
    """A hypothesis c·(v − g) > 0 gives the variable v = g + u with u > 0 (or v = g − u)."""
    if depth > 6:
        return None
    for h in state.hypotheses:
        if h[0] not in RELATIONS or h[0] in ("=", "!="):
            continue
        _, s = atom(state, h)
        for name in sorted(search.terms.free(s)):
            n = normal_of(state)
            poly, d = n.form(s)
            if d != 1 or ("v", name) not in n.index:
                continue
            k = n.index["v", name]
            with_it = [c for m, c in poly.terms() if m[k]]
            g = linear_root(n, poly, name)
            if g is None or len(with_it) != 1 or sum(1 for m in poly.monoms() if m[k] and sum(int(e) for e in m) == 1) != 1:
                continue
            proof = _replace(search, state, op, t, name, g, 1 if with_it[0] > 0 else -1, depth)
            if proof is not None:
                return proof
    return None


def _replace(search: Search, state: State, op: str, t: int, name: str, g: int, way: int, depth: int) -> list[Any] | None:
    terms = search.terms
    new = fresh(state, name)
    v, u = terms.v(name), terms.v(new)
    phi = terms.minus(v, g) if way > 0 else terms.minus(g, v)
    psi = terms.sum((g, u)) if way > 0 else terms.minus(g, u)
    return replaced(search, state, op, t, name, new, phi, psi, depth)


def fresh(state: State, name: str) -> str:
    """A name that is not taken."""
    new = f"{name}_"
    while new in state.ranges:
        new += "_"
    return new


def replaced(search: Search, state: State, op: str, t: int, name: str, new: str, phi: int, psi: int, depth: int) -> list[Any] | None:
    """The goal in the new variable."""
    caught: list[Any] = []

    class _Catch:
        leaves = 0

        def __init__(self) -> None:
            self.numbers = range(len(search.terms.nodes))

        def term(self, number: int) -> int:
            return number

        def prove(self, inner: State, goal: Any, _: Any) -> None:
            caught[:] = [inner, goal]

    from numeric_checks.replay.rules import substitute

    try:
        substitute(_Catch(), state, goal_of(state, op, t), name, new, phi, psi, None)  # type: ignore[arg-type]
    except (Refused, Undefined, TooLarge):
        return None
    inner, goal = caught
    goal_op, inner_t = atom(inner, goal)
    proof = search.sign(inner, goal_op, inner_t, depth + 1)
    return None if proof is None else ["substitute", name, new, phi, psi, proof]


def scale(search: Search, state: State, op: str, t: int, names: list[str], depth: int) -> list[Any] | None:
    """Homogeneous in positive variables: all of them relative to one."""
    positive = [n for n in names if state.ranges[n] == Range(fmpq(0), None, True, True)]
    if len(positive) < 2 or len(positive) < len(names) or not _homogeneous(search, state, t, positive):
        return None
    terms, w = search.terms, positive[-1]
    v = positive[0]
    new = fresh(state, v)
    phi = terms.product((terms.v(v), terms.power(terms.v(w), fmpq(-1))))
    return replaced(search, state, op, t, v, new, phi, terms.product((terms.v(w), terms.v(new))), depth)


def _homogeneous(search: Search, state: State, t: int, names: list[str]) -> bool:
    points = draw(state, 64)
    tape = search.tape(t)
    (at,) = tape.points(points)
    (twice,) = tape.points({n: 2 * x if n in names else x for n, x in points.items()})
    (four,) = tape.points({n: 4 * x if n in names else x for n, x in points.items()})
    with np.errstate(all="ignore"):
        fine = np.isfinite(at) & np.isfinite(four) & (np.abs(at) > 1e-9)
        ratio = (twice / at)[fine]
    return bool(len(ratio) and np.allclose(ratio, ratio[0], rtol=1e-6) and np.allclose((four / twice)[fine], ratio[0], rtol=1e-6))


__all__ = ["as_term", "bend"]
