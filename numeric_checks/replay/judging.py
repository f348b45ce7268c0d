"""What the rules of a proof share: goals as relations of a term to 0, equality by normal form, definedness."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeAlias

from flint import fmpq

from numeric_checks.replay import interval as iv
from numeric_checks.replay.formulas import RELATIONS, Formula, holds
from numeric_checks.replay.interval import UndefinedError
from numeric_checks.replay.normal import Normal
from numeric_checks.replay.quotients import TooLargeError
from numeric_checks.replay.states import Range, State
from numeric_checks.replay.terms import RefusedError

Proof: TypeAlias = Any


class Rules:
    """Checks proofs.  ``numbers``: the terms of the certificate; ``leaves`` counts the enclosures that were replayed."""

    def __init__(self, numbers: list[int], table: dict[str, Callable[..., None]]) -> None:
        self.numbers, self.table = numbers, table
        self.leaves = 0

    def prove(self, state: State, goal: Formula, proof: Proof) -> None:
        """Check that the proof shows the goal on the state.

        Raises:
            RefusedError: with the rule that fails, and why.
        """
        if not isinstance(proof, list) or not proof or not isinstance(proof[0], str):
            raise RefusedError("a proof is a list that begins with the name of its rule")
        rule = self.table.get(proof[0])
        if rule is None:
            raise RefusedError(f"there is no rule {proof[0][:30]!r}")
        if state.limits and proof[0] not in ("enclosure", "split", "at"):
            raise RefusedError(f"{proof[0]}: not a rule for limits")
        try:
            rule(self, state, goal, *proof[1:])
        except (TypeError, ValueError) as error:
            raise RefusedError(f"{proof[0]}: malformed ({error})") from error
        except UndefinedError as error:
            raise RefusedError(f"{proof[0]}: {error}") from error
        except TooLargeError as error:
            raise RefusedError(f"{proof[0]}: {error}") from error

    def term(self, number: object) -> int:
        """The term of that number in the certificate."""
        if not isinstance(number, int) or isinstance(number, bool) or not 0 <= number < len(self.numbers):
            raise RefusedError("a proof names a term that the certificate does not have")
        return self.numbers[number]

    def term_on(self, state: State, number: object) -> int:
        """The term of that number, over the variables of the state.

        A variable that the state lacks stands for no number: one branch of a proof could give it another value than its neighbour.
        """
        t = self.term(number)
        if foreign := sorted(state.terms.free(t) - set(state.ranges)):
            raise RefusedError(f"a proof names a term in {', '.join(foreign)}, which is no variable here")
        return t


def atom(state: State, goal: Formula, *relations: str) -> tuple[str, int]:
    """The goal as a relation of one term to 0."""
    if goal[0] not in RELATIONS:
        raise RefusedError(f"the rule is for relations, not for {goal[0]}")
    op, left, right = goal
    if op in ("<", "<="):
        op, left, right = {"<": ">", "<=": ">="}[op], right, left
    if relations and op not in relations:
        raise RefusedError(f"the rule does not show {op}")
    return op, state.terms.minus(left, right)


def goal_of(state: State, relation: str, term: int) -> Formula:
    """``term relation 0``."""
    return relation, term, state.terms.q(0)


def normal_of(state: State) -> Normal:
    """The normal forms on a state: variables with one value are constants, logarithms of positive factors split."""
    if state.limits:
        raise RefusedError("no normal form at a limit")
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
    except TooLargeError:
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
                    kind, _, _, source = n.generators[k]
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
    except UndefinedError:
        return None


def lean(state: State) -> State:
    """The state without those hypotheses that are certainly defined and true on its whole box, and so say nothing."""
    box = replace(state, hypotheses=(), known=frozenset(), values={})
    return replace(state, hypotheses=tuple(h for h in state.hypotheses if not _certain(box, h)), values={})


def _certain(box: State, h: Formula) -> bool:
    """Whether a hypothesis is true on the whole box, by enclosure of its term or of the factors of its normal form."""
    if box.truth(h) is True:
        return True
    if h[0] not in RELATIONS:
        return False
    op, t = atom(box, h)
    n, sign = normal_of(box), 1
    if not box.defined(t):
        return False
    try:
        form = n.form(t)
    except TooLargeError:
        return False
    if form[0] == 0:
        return op in ("=", ">=")
    for poly in form:
        constant, parts = poly.factor()
        sign *= 1 if constant > 0 else -1
        for part, k in parts:
            if not positive(box, n, part):
                if not positive(box, n, -part):
                    return False
                sign *= -1 if k % 2 else 1
    return op == "!=" or (op != "=" and sign > 0)


def require_same(state: State, a: int, b: int) -> None:
    """Refuse unless two terms are equal by normal form."""
    if a != b and not normal_of(state).is_zero(state.terms.minus(a, b)):
        raise RefusedError(f"{state.terms.text(a)[:200]} is not seen to equal {state.terms.text(b)[:200]}")


def require_defined(state: State, *terms: int) -> None:
    """Refuse unless the terms are certainly defined on the state."""
    for t in terms:
        if not state.defined(t):
            raise RefusedError(f"{state.terms.text(t)[:200]} is not seen to be defined on {where(state)}")


def where(state: State) -> str:
    """The ranges of a state, for people."""
    return ", ".join(f"{n} in {r}" for n, r in state.ranges.items())


def range_of(state: State, name: object) -> Range:
    """The range of a variable of the state that is not at a limit."""
    if not isinstance(name, str) or name not in state.ranges or name in state.limits:
        raise RefusedError(f"no variable {name!r} here")
    return state.ranges[name]
