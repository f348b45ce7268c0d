"""The rules of a proof: each shows a goal on a state from simpler goals, and is checked here from the terms alone.

A goal is a formula; to prove it means: at every point of the state it is defined and true.  The first entry of a proof names its rule.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeAlias

from flint import fmpq

from numeric_checks.replay import interval as iv
from numeric_checks.replay.formulas import RELATIONS, Formula, holds, into, normal
from numeric_checks.replay.interval import Undefined
from numeric_checks.replay.normal import Normal, TooLarge
from numeric_checks.replay.states import Range, State
from numeric_checks.replay.terms import Refused, rational

Proof: TypeAlias = Any
MAX_BITS = 1 << 16


class Rules:
    """Checks proofs.  ``numbers``: the terms of the certificate; ``leaves`` counts the enclosures that were replayed."""

    def __init__(self, numbers: list[int]) -> None:
        self.numbers = numbers
        self.leaves = 0

    def prove(self, state: State, goal: Formula, proof: Proof) -> None:
        """Check that the proof shows the goal on the state.

        Raises:
            Refused: with the rule that fails, and why.
        """
        if not isinstance(proof, list) or not proof or not isinstance(proof[0], str):
            raise Refused("a proof is a list that begins with the name of its rule")
        rule = _RULES.get(proof[0])
        if rule is None:
            raise Refused(f"there is no rule {proof[0][:30]!r}")
        if state.limits and proof[0] not in ("enclosure", "split", "at"):
            raise Refused(f"{proof[0]}: not a rule for limits")
        try:
            rule(self, state, goal, *proof[1:])
        except (TypeError, ValueError) as error:
            raise Refused(f"{proof[0]}: malformed ({error})") from error
        except Undefined as error:
            raise Refused(f"{proof[0]}: {error}") from error
        except TooLarge as error:
            raise Refused(f"{proof[0]}: {error}") from error

    def term(self, number: object) -> int:
        """The term of that number in the certificate."""
        if not isinstance(number, int) or isinstance(number, bool) or not 0 <= number < len(self.numbers):
            raise Refused("a proof names a term that the certificate does not have")
        return self.numbers[number]


def atom(state: State, goal: Formula, *relations: str) -> tuple[str, int]:
    """The goal as a relation of one term to 0."""
    if goal[0] not in RELATIONS:
        raise Refused(f"the rule is for relations, not for {goal[0]}")
    op, left, right = goal
    if op in ("<", "<="):
        op, left, right = {"<": ">", "<=": ">="}[op], right, left
    if relations and op not in relations:
        raise Refused(f"the rule does not show {op}")
    return op, state.terms.minus(left, right)


def goal_of(state: State, relation: str, term: int) -> Formula:
    """``term relation 0``."""
    return relation, term, state.terms.q(0)


def normal_of(state: State) -> Normal:
    """The normal forms on a state: variables with one value are constants, logarithms of positive factors split."""
    if state.limits:
        raise Refused("no normal form at a limit")
    return Normal(state.terms, state.constants(), lambda n, poly: positive(state, n, poly), lambda n, a: _sign(state, n, a))


def _sign(state: State, n: Normal, a: Any) -> int:
    """1 where a fraction is at least 0 on the state, −1 where at most 0, by enclosure or by a hypothesis; else 0."""
    signs = []
    for poly in a:
        value = polynomial(state, n, poly)
        signs.append(0 if value is None else 1 if holds(">=", value) else -1 if holds("<=", value) else 0)
    if signs[0] * signs[1]:
        return signs[0] * signs[1]
    n.sign, asked = None, n.sign
    try:
        for h in state.hypotheses:
            if h[0] in RELATIONS and h[0] != "!=":
                given, s = atom(state, h)
                form = n.within(s)
                ratio = n.times(a, (form[1], form[0])) if form[0] != 0 else (n.zero, n.one)
                if ratio[0] != 0 and ratio[0].is_constant() and ratio[1] == 1:
                    return 1 if given == "=" or ratio[0].leading_coefficient() > 0 else -1
    except TooLarge:
        pass
    finally:
        n.sign = asked
    return 0


def positive(state: State, n: Normal, poly: Any) -> bool:
    """Whether a polynomial in generators is certainly positive on the state."""
    value = polynomial(state, n, poly)
    return value is not None and holds(">", value) is True


def polynomial(state: State, n: Normal, poly: Any) -> iv.Interval | None:
    """An enclosure of a polynomial in generators on the state, if there is one."""
    try:
        total = iv.exact(fmpq(0))
        for monomial, c in poly.terms():
            value = iv.exact(c)
            for k, e in enumerate(monomial):
                if e:
                    kind, key, _, source = n.generators[k]
                    if kind == "exp":
                        base = (iv.ZERO, iv.INF, True, True)
                    elif source is None:
                        return None
                    else:
                        base = state.enclose(source)
                        if kind == "root":
                            base = iv.root_power(base, 1, n.root)
                    value = iv.mul(value, iv.power(base, int(e)))
            total = iv.add(total, value)
        return total
    except Undefined:
        return None


def require_same(state: State, a: int, b: int) -> None:
    """Refuse unless two terms are equal by normal form."""
    if a != b and not normal_of(state).is_zero(state.terms.minus(a, b)):
        raise Refused(f"{state.terms.text(a)[:200]} is not seen to equal {state.terms.text(b)[:200]}")


def require_defined(state: State, *terms: int) -> None:
    """Refuse unless the terms are certainly defined on the state."""
    for t in terms:
        if not state.defined(t):
            raise Refused(f"{state.terms.text(t)[:200]} is not seen to be defined on {where(state)}")


def where(state: State) -> str:
    """The ranges of a state, for people."""
    return ", ".join(f"{n} in {r}" for n, r in state.ranges.items())


def _range(state: State, name: object) -> Range:
    if not isinstance(name, str) or name not in state.ranges or name in state.limits:
        raise Refused(f"no variable {name!r} here")
    return state.ranges[name]


def enclosure(rules: Rules, state: State, goal: Formula) -> None:
    """The goal is certainly true in interval arithmetic."""
    rules.leaves += 1
    if state.truth(goal) is not True:
        raise Refused(f"the enclosure does not show the goal on {where(state)}")


def outside(rules: Rules, state: State, goal: Formula) -> None:
    """No point of the state satisfies all hypotheses: one is certainly false, or a range is empty."""
    rules.leaves += 1
    if not any(r.empty() for r in state.ranges.values()) and not any(state.truth(h) is False for h in state.hypotheses):
        raise Refused(f"no hypothesis is certainly false on {where(state)}")


def split(rules: Rules, state: State, goal: Formula, name: str, at: str, left: Proof, right: Proof, to_right: bool = False) -> None:
    """The range of a variable is cut at a number, which belongs to the left part, or ``to_right``."""
    r, c = _range(state, name), rational(at)
    if (r.low is not None and not c > r.low) or (r.high is not None and not c < r.high):
        raise Refused(f"{name} = {at} does not cut {r}")
    rules.prove(state.within(name, r._replace(high=c, high_open=bool(to_right))), goal, left)
    rules.prove(state.within(name, r._replace(low=c, low_open=not to_right)), goal, right)


def cases(rules: Rules, state: State, goal: Formula, number: int, least: Proof, less: Proof) -> None:
    """A term is at least 0, or less."""
    t = rules.term(number)
    require_defined(state, t)
    rules.prove(state.suppose(goal_of(state, ">=", t)), goal, least)
    rules.prove(state.suppose(goal_of(state, "<", t)), goal, less)


def everyone(rules: Rules, state: State, goal: Formula, *proofs: Proof) -> None:
    """Each part of a conjunction."""
    if goal[0] != "and" or len(proofs) != len(goal) - 1:
        raise Refused("all: not as many proofs as parts")
    for part, proof in zip(goal[1:], proofs, strict=True):
        rules.prove(state, part, proof)


def some(rules: Rules, state: State, goal: Formula, k: int, proof: Proof) -> None:
    """One part of a disjunction."""
    if goal[0] != "or" or not isinstance(k, int) or not 0 <= k < len(goal) - 1:
        raise Refused("some: no such part")
    rules.prove(state, goal[1 + k], proof)


def suppose(rules: Rules, state: State, goal: Formula, proof: Proof) -> None:
    """The conclusion of an implication under its hypothesis."""
    if goal[0] != "=>":
        raise Refused("suppose: not an implication")
    rules.prove(state.suppose(goal[1]), goal[2], proof)


def at_precision(rules: Rules, state: State, goal: Formula, bits: int, proof: Proof) -> None:
    """The same in a higher precision."""
    if not isinstance(bits, int) or not 32 <= bits <= MAX_BITS:
        raise Refused("a precision that is not between 32 and 65536 bits")
    rules.prove(state.at(bits), goal, proof)


def identity(rules: Rules, state: State, goal: Formula) -> None:
    """The term is 0 by normal form."""
    _, t = atom(state, goal, "=", ">=")
    require_defined(state, t)
    require_same(state, t, state.terms.q(0))


def hypothesis(rules: Rules, state: State, goal: Formula) -> None:
    """The goal is a multiple of a hypothesis, by a term that certainly has the right sign."""
    op, t = atom(state, goal)
    n = normal_of(state)
    for h in state.hypotheses:
        if h[0] not in RELATIONS:
            continue
        given, s = atom(state, h)
        if n.form(s)[0] == 0 or n.form(t)[0] == 0:
            continue
        ratio = n.times(n.form(t), n.over(*reversed(n.form(s))))
        upper, lower = polynomial(state, n, ratio[0]), polynomial(state, n, ratio[1])
        if upper is None or lower is None or not (holds("!=", upper) and holds("!=", lower)):
            continue
        same = holds(">", upper) is holds(">", lower)
        if (
            (op in (">", ">=") and same and given in (">", op))
            or (given == "=" and op in ("=", ">="))
            or (op == "!=" and given in (">", "!="))
        ):
            require_defined(state, t)
            return
    raise Refused("no hypothesis says so")


def rewrite(rules: Rules, state: State, goal: Formula, number: int, proof: Proof) -> None:
    """The term equals another one by normal form."""
    op, t = atom(state, goal)
    require_defined(state, t)
    require_same(state, t, rules.term(number))
    rules.prove(state, goal_of(state, op, rules.term(number)), proof)


def factor(rules: Rules, state: State, goal: Formula, constant: str, factors: list[Any]) -> None:
    """The term equals a product of whole powers; the signs of the factors are shown.  Each is ``[term, power, relation, proof]``."""
    op, t = atom(state, goal, ">", ">=", "!=")
    c = rational(constant)
    sign, strict, product = (1 if c > 0 else -1), c != 0, [state.terms.q(c)]
    for number, k, relation, proof in factors:
        if not isinstance(k, int) or k == 0:
            raise Refused("factor: a power that is not a whole number")
        f = rules.term(number)
        product.append(state.terms.power(f, fmpq(k)))
        if relation not in (">", ">=", "<", "<=", "!=", "any"):
            raise Refused("factor: no such relation")
        if relation == "any":
            require_defined(state, f)
        else:
            rules.prove(state, goal_of(state, relation, f), proof)
        if k % 2 and relation in ("any", "!=") and (relation == "any" or op != "!="):
            raise Refused("factor: the sign of an odd power is not known")
        sign *= -1 if k % 2 and relation in ("<", "<=") else 1
        strict = strict and relation in (">", "<", "!=")
        if k < 0 and relation not in (">", "<", "!="):
            raise Refused("factor: a denominator that may be 0")
    require_defined(state, t)
    require_same(state, t, state.terms.product(product))
    if not (strict or op == ">=") or (op != "!=" and sign < 0):
        raise Refused("factor: the signs do not show the goal")


def add_up(rules: Rules, state: State, goal: Formula, parts: list[Any]) -> None:
    """The term equals a sum of terms that are at least 0, one of them positive if the goal is strict.  Each is ``[term, relation, proof]``."""
    op, t = atom(state, goal, ">", ">=")
    strict = False
    for number, relation, proof in parts:
        if relation not in (">", ">="):
            raise Refused("sum: no such relation")
        strict = strict or relation == ">"
        rules.prove(state, goal_of(state, relation, rules.term(number)), proof)
    if not strict and op == ">":
        raise Refused("sum: no part is positive")
    require_defined(state, t)
    require_same(state, t, state.terms.sum(rules.term(number) for number, _, _ in parts))


def times(rules: Rules, state: State, goal: Formula, number: int, positive: Proof, proof: Proof) -> None:
    """The term times a positive one has the same sign."""
    op, t = atom(state, goal)
    m = rules.term(number)
    rules.prove(state, goal_of(state, ">", m), positive)
    require_defined(state, t)
    rules.prove(state, goal_of(state, op, state.terms.product((m, t))), proof)


def squares(rules: Rules, state: State, goal: Formula, p: int, n: int, least_p: Proof, least_n: Proof, proof: Proof) -> None:
    """The term equals P − N with P, N ≥ 0, and has the sign of P² − N²."""
    op, t = atom(state, goal, ">", ">=", "=")
    x, y = rules.term(p), rules.term(n)
    rules.prove(state, goal_of(state, ">=", x), least_p)
    rules.prove(state, goal_of(state, ">=", y), least_n)
    require_defined(state, t)
    require_same(state, t, state.terms.minus(x, y))
    rules.prove(state, goal_of(state, op, state.terms.minus(state.terms.power(x, fmpq(2)), state.terms.power(y, fmpq(2)))), proof)


def logarithms(rules: Rules, state: State, goal: Formula, a: int, b: int, positive_a: Proof, positive_b: Proof, proof: Proof) -> None:
    """The term equals log a − log b, which has the sign of a − b."""
    op, t = atom(state, goal)
    x, y = rules.term(a), rules.term(b)
    rules.prove(state, goal_of(state, ">", x), positive_a)
    rules.prove(state, goal_of(state, ">", y), positive_b)
    require_defined(state, t)
    known = state.suppose(goal_of(state, ">", x), goal_of(state, ">", y))
    require_same(known, t, state.terms.minus(state.terms.node("log", x), state.terms.node("log", y)))
    rules.prove(state, goal_of(state, op, state.terms.minus(x, y)), proof)


def mean_value(rules: Rules, state: State, goal: Formula) -> None:
    """t(x) lies in t(c) + Σ ∂t(box)·(x − c), c the middle of the box."""
    rules.leaves += 1
    op, t = atom(state, goal)
    names = sorted(state.terms.free(t) - set(state.constants()))
    if any(state.ranges[n].low is None or state.ranges[n].high is None for n in names):
        raise Refused("mean value: an unbounded box")
    state.enclose(t)
    middle = {n: (state.ranges[n].low + state.ranges[n].high) / 2 for n in names}
    centre = replace(state, ranges={**state.ranges, **{n: Range(c, c, False, False) for n, c in middle.items()}}, values={})
    total = centre.enclose(t)
    for n in names:
        slope = state.enclose(state.terms.derivative(t, n))
        total = iv.add(total, iv.mul(slope, iv.add(state.box()[n], iv.neg(iv.exact(middle[n])))))
    if holds(op, total) is not True:
        raise Refused(f"the mean value form does not show the goal on {where(state)}")


def monotone(rules: Rules, state: State, goal: Formula, name: str, way: str, slope: Proof, end: Proof, strictly: bool = False) -> None:
    """The term grows (``up``) or falls (``down``) with the variable, so that its value or limit at the lower or upper end decides.

    The derivative is shown to have its sign inside the whole range, whatever hypotheses mention the variable.  Where it is so
    ``strictly`` and the end is not attained, ≥ 0 at the end shows > 0.
    """
    op, t = atom(state, goal, ">", ">=")
    r = _range(state, name)
    if way not in ("up", "down"):
        raise Refused("monotone: neither up nor down")
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
    """The term and its derivatives below the order vanish at a point of the range's closure; that of the order has the right sign (Taylor–Lagrange)."""
    op, t = atom(state, goal, ">", ">=")
    r, c = _range(state, name), rational(at)
    if not isinstance(order, int) or not 1 <= order <= 40:
        raise Refused("taylor: an order beyond 40")
    if (r.low is not None and c < r.low) or (r.high is not None and c > r.high):
        raise Refused("taylor: the point lies outside the range")
    low_end, high_end = c == r.low, c == r.high
    if order % 2 and not (low_end or high_end):
        raise Refused("taylor: an odd order inside the range")
    if any(state.terms.nodes[j][0] in ("abs", "min", "max", "sign") and name in state.terms.free(j) for j in state.terms.needed(t)):
        raise Refused("taylor: a term that is not smooth")
    if op == ">" and not ((low_end and r.low_open) or (high_end and r.high_open)):
        raise Refused("taylor: a strict goal at the point of contact")
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
    r, g = _range(state, name), rules.term(number)
    if name in state.terms.free(g):
        raise Refused("section: the place depends on the variable itself")
    lines = state.along(name)
    base = replace(lines, ranges={n: x for n, x in lines.ranges.items() if n != name}, values={})
    terms = state.terms
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


def substitute(rules: Rules, state: State, goal: Formula, name: str, new: str, forward: int, back: int, proof: Proof) -> None:
    """A new variable, ``new = forward``, replaces one: ``name = back``, a term in the new variable and the others."""
    terms, phi, psi = state.terms, rules.term(forward), rules.term(back)
    _range(state, name)
    if not isinstance(new, str) or not new.isidentifier() or new in state.ranges or new in terms.free(phi) or name in terms.free(psi):
        raise Refused("substitute: the variables do not fit")
    if (terms.free(phi) | terms.free(psi)) - set(state.ranges) - {new} or state.limits:
        raise Refused("substitute: a variable that is not there")
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
    rules.prove(after, into(goal, terms, replaced), proof)


def _bound(state: State, h: Formula, phi: int) -> tuple[str, fmpq] | None:
    """``phi relation number`` if the hypothesis says so: phi − number, or number − phi, is a positive multiple of it."""
    op, t = atom(state, h)
    n, terms = normal_of(state), state.terms
    form = n.form(t)
    if form[0] == 0:
        return None
    for sign, relation in ((1, op), (-1, {">": "<", ">=": "<="}[op])):
        turned = terms.product((terms.q(sign), phi))
        gap, d = n.form(terms.minus(turned, t))
        constants = [gap.leading_coefficient() if gap != 0 else fmpq(0)] if gap.is_constant() and d == 1 else []
        for c in (*constants, fmpq(0), fmpq(sign)):
            ratio = n.times(n.form(terms.minus(turned, terms.q(c))), (form[1], form[0]))
            if ratio[0] != 0 and positive(state, n, ratio[0]) and positive(state, n, ratio[1]):
                return relation, sign * c
    return None


def _narrower(r: Range, relation: str, value: fmpq) -> Range:
    if relation in (">", ">=") and (r.low is None or value > r.low or (value == r.low and relation == ">")):
        return r._replace(low=value, low_open=relation == ">")
    if relation in ("<", "<=") and (r.high is None or value < r.high or (value == r.high and relation == "<")):
        return r._replace(high=value, high_open=relation == "<")
    return r


def either(rules: Rules, state: State, goal: Formula, *proofs: Proof) -> None:
    """Under each part of the first hypothesis that is a disjunction."""
    h = next((h for h in state.hypotheses if h[0] == "or"), ("or",))
    if len(proofs) != len(h) - 1 or not proofs:
        raise Refused("either: not as many proofs as parts")
    others = replace(state, hypotheses=tuple(x for x in state.hypotheses if x != h), values={})
    for part, proof in zip(h[1:], proofs, strict=True):
        rules.prove(others.suppose(part), goal, proof)


def absurd(rules: Rules, state: State, goal: Formula, k: int, proof: Proof) -> None:
    """There is no such point: the k-th hypothesis fails wherever the others hold."""
    if not isinstance(k, int) or not 0 <= k < len(state.hypotheses):
        raise Refused("absurd: no such hypothesis")
    h = state.hypotheses[k]
    others = tuple(x for place, x in enumerate(state.hypotheses) if place != k)
    rules.prove(replace(state, hypotheses=others, known=frozenset(), values={}), normal(h, True), proof)


def powers(rules: Rules, state: State, goal: Formula, a: int, b: int, positive_a: Proof, positive_b: Proof, proof: Proof) -> None:
    """The term equals a − b with a, b > 0, and has the sign of log a − log b."""
    op, t = atom(state, goal)
    x, y = rules.term(a), rules.term(b)
    rules.prove(state, goal_of(state, ">", x), positive_a)
    rules.prove(state, goal_of(state, ">", y), positive_b)
    require_defined(state, t)
    require_same(state, t, state.terms.minus(x, y))
    rules.prove(state, goal_of(state, op, state.terms.minus(state.terms.node("log", x), state.terms.node("log", y))), proof)


def squeeze(rules: Rules, state: State, goal: Formula, least: Proof, most: Proof) -> None:
    """A term that is at least 0 and at most 0 is 0."""
    _, t = atom(state, goal, "=")
    rules.prove(state, goal_of(state, ">=", t), least)
    rules.prove(state, ("<=", t, state.terms.q(0)), most)


def exponential(rules: Rules, state: State, goal: Formula, number: int, proof: Proof) -> None:
    """The term equals exp(u) − 1, which has the sign of u."""
    op, t = atom(state, goal)
    u = rules.term(number)
    require_defined(state, t)
    require_same(state, t, state.terms.minus(state.terms.node("exp", u), state.terms.q(1)))
    rules.prove(state, goal_of(state, op, u), proof)


def solve(rules: Rules, state: State, goal: Formula, name: str, number: int, multiplier: int, proof: Proof) -> None:
    """A hypothesis s = 0 gives the variable: ``variable − g = s·multiplier``; g replaces it."""
    terms, g, k = state.terms, rules.term(number), rules.term(multiplier)
    old = _range(state, name)
    if name in terms.free(g) or not terms.free(g) <= set(state.ranges) or state.limits:
        raise Refused("solve: the variable is not given by the others")
    require_defined(state, g, k)
    gap = terms.minus(terms.v(name), g)
    n = normal_of(state)
    equations = [atom(state, h)[1] for h in state.hypotheses if h[0] == "="]
    if not any(n.is_zero(terms.minus(gap, terms.product((s, k)))) for s in equations):
        raise Refused("solve: no hypothesis gives the variable")
    replaced = {name: g}
    hypotheses = (*(into(h, terms, replaced) for h in state.hypotheses), *_bounds(old, g, terms))
    known = frozenset(terms.substitute(j, replaced) for j in state.known)
    ranges = {n: r for n, r in state.ranges.items() if n != name}
    after = replace(state, ranges=ranges, hypotheses=(), known=known, values={}).suppose(*hypotheses)
    rules.prove(after, into(goal, terms, replaced), proof)


def _bounds(r: Range, t: int, terms: Any) -> list[Formula]:
    """That a term lies in a range, as hypotheses."""
    low = [] if r.low is None else [(">" if r.low_open else ">=", t, terms.q(r.low))]
    return low + ([] if r.high is None else [("<" if r.high_open else "<=", t, terms.q(r.high))])


def either_sign(rules: Rules, state: State, goal: Formula, relation: str, proof: Proof) -> None:
    """What is positive, or negative, is not 0; what is positive is at least 0."""
    op, t = atom(state, goal, "!=", ">=")
    if relation not in ((">", "<") if op == "!=" else (">",)):
        raise Refused("sign: neither > nor <")
    rules.prove(state, goal_of(state, relation, t), proof)


_RULES: dict[str, Callable[..., None]] = {
    "enclosure": enclosure, "outside": outside, "split": split, "cases": cases, "all": everyone, "some": some, "suppose": suppose,
    "at": at_precision, "identity": identity, "hypothesis": hypothesis, "rewrite": rewrite, "factor": factor, "sum": add_up,
    "times": times, "logarithms": logarithms, "mean value": mean_value, "monotone": monotone, "taylor": taylor, "section": section,
    "substitute": substitute, "sign": either_sign, "squares": squares, "powers": powers, "absurd": absurd, "either": either, "squeeze": squeeze, "exponential": exponential, "solve": solve,
}  # fmt: skip
