"""Contact along curves, and hypotheses that compare variables: sections where a term is least, and new variables that make a box."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np
from flint import fmpq

from numeric_checks.prover.factors import fraction_term, generator
from numeric_checks.prover.samples import draw, inside
from numeric_checks.replay.formulas import RELATIONS
from numeric_checks.replay.interval import Undefined
from numeric_checks.replay.normal import Normal, TooLarge
from numeric_checks.replay.rules import Rules, atom, goal_of, normal_of
from numeric_checks.replay.states import Range, State
from numeric_checks.replay.terms import Refused, Terms

if TYPE_CHECKING:
    from numeric_checks.prover.search import Search


def bend(search: Search, state: State, op: str, t: int, names: list[str], depth: int) -> list[Any] | None:
    """A comparison of logarithms, a shift along a hypothesis, a section, or a change of scale that leads to a proof."""
    for step in (logarithms, exponentials, shift, unwrap, section, scale):
        try:
            proof = step(search, state, op, t, names, depth)
        except (TooLarge, Undefined):
            continue
        if proof is not None:
            return proof
    return None


def logarithms(search: Search, state: State, op: str, t: int, names: list[str], depth: int) -> list[Any] | None:
    """A sum of logarithms with whole coefficients, and a rest as the logarithm of its exponential: compare the products."""
    n = normal_of(state)
    poly, d = n.form(t)
    if d.is_constant() is False or depth > 6:
        return None
    products: dict[int, list[int]] = {1: [], -1: []}
    rest, logs = n.zero, list[tuple[int, fmpq]]()
    for monomial, c in poly.terms():
        degrees = [int(e) for e in monomial]
        if sum(degrees) == 1 and n.generators[degrees.index(1)][0] == "log":
            logs.append((degrees.index(1), c))
        else:
            rest += type(poly)({tuple(degrees): c}, poly.context())
    if not logs or any(n.generators[k][0] == "log" for k in range(len(n.generators)) if rest != 0 and rest.degrees()[k]):
        return None
    scale_ = min(abs(c) for _, c in logs)
    if any((c / scale_).q != 1 or abs(c / scale_) > 12 for _, c in logs):
        return None
    for k, c in logs:
        power = c / scale_
        products[1 if power > 0 else -1].append(search.terms.power(fraction_term(n, n.generators[k][1]), abs(power)))
    if rest != 0:
        products[1].append(search.terms.node("exp", fraction_term(n, n.over(rest, n.one * scale_))))
    x, y = search.terms.product(products[1]), search.terms.product(products[-1])
    proofs = [search.sign(state, ">", p, depth + 1) for p in (x, y)]
    last = search.sign(state, op, search.terms.minus(x, y), depth + 1) if all(proofs) else None
    if last is None:
        return None
    step = ["logarithms", x, y, *proofs, last]
    if scale_ == 1 and d == 1:
        return step
    gap = search.terms.minus(search.terms.node("log", x), search.terms.node("log", y))
    return ["factor", str(scale_ / d.leading_coefficient()), [[gap, 1, op, step]]]


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
    found += [search.terms.v(other) for other in sorted(state.ranges) if other != name]
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


def exponentials(search: Search, state: State, op: str, t: int, names: list[str], depth: int) -> list[Any] | None:
    """A difference of two exponentials: compare the exponents."""
    n = normal_of(state)
    poly, d = n.form(t)
    if d != 1 or len(poly) != 2:
        return None
    (m1, c1), (m2, c2) = poly.terms()
    if c1 + c2 != 0 or any(n.generators[k][0] != "exp" for k in range(len(n.generators)) if m1[k] or m2[k]):
        return None
    terms = search.terms
    logs = []
    for m in (m1, m2):
        parts = [terms.product((terms.q(fmpq(int(e), n.unit)), fraction_term(n, n.generators[k][1]))) for k, e in enumerate(m) if e]
        logs.append(terms.sum(parts))
    if c1 < 0:
        logs.reverse()
    u = terms.minus(*logs)
    proof = search.sign(state, op, u, depth + 1)
    if proof is None:
        return None
    gap = terms.minus(terms.node("exp", u), terms.q(1))
    return ["factor", str(abs(c1)), [[terms.node("exp", logs[1]), 1, ">", ["enclosure"]], [gap, 1, op, ["exponential", u, proof]]]]


def unwrap(search: Search, state: State, op: str, t: int, names: list[str], depth: int) -> list[Any] | None:
    """A variable that the hypotheses hold only inside exp: the exponential becomes the variable."""
    if depth > 4:
        return None
    terms = search.terms
    for name in names:
        inside_exp = terms.node("exp", terms.v(name))
        if any(inside_exp in terms.needed(s) for h in state.hypotheses for s in h[1:] if isinstance(s, int)):
            new = fresh(state, name)
            proof = replaced(search, state, op, t, name, new, inside_exp, terms.node("log", terms.v(new)), depth)
            if proof is not None:
                return proof
    return None


def solved(search: Search, state: State, goal: Any, h: Any, depth: int) -> list[Any] | None:
    """A hypothesis that is an equation, linear in one variable: that variable goes."""
    _, s = atom(state, h)
    terms = search.terms
    for name in sorted(terms.free(s)):
        n = normal_of(state)
        try:
            poly, d = n.form(s)
            if ("v", name) not in n.index or (g := linear_root(n, poly, name)) is None or not state.defined(g):
                continue
            k = n.index["v", name]
            slope = n.zero
            for monomial, c in poly.terms():
                if monomial[k]:
                    kept = [int(e) for e in monomial]
                    kept[k] = 0
                    slope += type(poly)({tuple(kept): c}, poly.context())
            multiplier = fraction_term(n, n.over(d, slope))
        except (TooLarge, Undefined, Refused):
            continue
        proof = caught(search, state, goal, ["solve", name, g, multiplier], depth)
        if proof is not None:
            return proof
    return None


def shift(search: Search, state: State, op: str, t: int, names: list[str], depth: int) -> list[Any] | None:
    """A hypothesis c·(v − g) > 0 gives the variable v = g + u with u > 0 (or v = g − u)."""
    if depth > 6 or state.limits:
        return None
    for h in state.hypotheses:
        if h[0] not in RELATIONS or h[0] in ("=", "!="):
            continue
        _, s = atom(state, h)
        for name in sorted(search.terms.free(s)):
            n = normal_of(state)
            try:
                g = linear_root(n, n.form(s)[0], name)
            except TooLarge:
                continue
            for way in (1, -1) if g is not None else ():
                proof = _replace(search, state, op, t, name, int(g or 0), way, depth)
                if proof is not None:
                    return proof
    return None


def _replace(search: Search, state: State, op: str, t: int, name: str, g: int, way: int, depth: int) -> list[Any] | None:
    terms = search.terms
    new = fresh(state, name)
    v, u = terms.v(name), terms.v(new)
    phi = terms.minus(v, g) if way > 0 else terms.minus(g, v)
    psi = terms.sum((g, u)) if way > 0 else terms.minus(g, u)
    return caught(search, state, goal_of(state, op, t), ["substitute", name, new, phi, psi], depth, lambda s: s.ranges[new].low == 0)


def fresh(state: State, name: str) -> str:
    """A name that is not taken."""
    new = f"{name}_"
    while new in state.ranges:
        new += "_"
    return new


def replaced(search: Search, state: State, op: str, t: int, name: str, new: str, phi: int, psi: int, depth: int) -> list[Any] | None:
    """The goal in the new variable."""
    return caught(search, state, goal_of(state, op, t), ["substitute", name, new, phi, psi], depth)


def caught(
    search: Search, state: State, goal: Any, step: list[Any], depth: int, fits: Callable[[State], bool] = lambda _: True
) -> list[Any] | None:
    """A proof that begins with a step: the checker says what remains to be shown after it."""
    remaining = After(search.terms)
    try:
        remaining.prove(state, goal, [*step, None])
    except (Refused, Undefined, TooLarge):
        return None
    if remaining.state is None or not fits(remaining.state):
        return None
    proof = search.solve(remaining.state, remaining.goal, depth + 1)
    return None if proof is None else [*step, proof]


class After(Rules):
    """Checks one step and keeps what it leaves to be shown."""

    def __init__(self, terms: Terms) -> None:
        super().__init__(list(range(len(terms.nodes))))
        self.state: State | None = None
        self.goal: Any = None

    def prove(self, state: State, goal: Any, proof: Any) -> None:
        """Check the step; what comes without a proof is kept."""
        if proof is None:
            self.state, self.goal = state, goal
        else:
            super().prove(state, goal, proof)


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
        again = (four / twice)[fine]
    return bool(len(ratio) and np.allclose(ratio, ratio[0], rtol=1e-6) and np.allclose(again, ratio[0], rtol=1e-6))
