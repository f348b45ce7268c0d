"""Rules of algebra: equal terms, products, sums, squares, logarithms and exponentials."""

from collections.abc import Callable
from typing import Any

from flint import fmpq

from numeric_checks.replay.formulas import Formula
from numeric_checks.replay.judging import (
    Proof,
    Rules,
    atom,
    goal_of,
    require_defined,
    require_same,
)
from numeric_checks.replay.states import State
from numeric_checks.replay.terms import RefusedError, rational


def identity(_: Rules, state: State, goal: Formula) -> None:
    """The term is 0 by normal form."""
    t = atom(state, goal, "=", ">=")[1]
    require_defined(state, t)
    require_same(state, t, state.terms.q(0))


def rewrite(rules: Rules, state: State, goal: Formula, number: int, proof: Proof) -> None:
    """The term equals another one by normal form."""
    op, t = atom(state, goal)
    require_defined(state, t)
    require_same(state, t, rules.term_on(state, number))
    rules.prove(state, goal_of(state, op, rules.term_on(state, number)), proof)


def factor(rules: Rules, state: State, goal: Formula, constant: str, factors: list[Any]) -> None:
    """The term equals a product of whole powers; the signs of the factors are shown.  Each is ``[term, power, relation, proof]``."""
    op, t = atom(state, goal, ">", ">=", "!=")
    c = rational(constant)
    sign, strict, product = (1 if c > 0 else -1), c != 0, [state.terms.q(c)]
    for number, k, relation, proof in factors:
        if not isinstance(k, int) or k == 0:
            raise RefusedError("factor: a power that is not a whole number")
        f = rules.term_on(state, number)
        product.append(state.terms.power(f, fmpq(k)))
        if relation not in (">", ">=", "<", "<=", "!=", "any"):
            raise RefusedError("factor: no such relation")
        if relation == "any":
            require_defined(state, f)
        else:
            rules.prove(state, goal_of(state, relation, f), proof)
        if k % 2 and relation in ("any", "!=") and (relation == "any" or op != "!="):
            raise RefusedError("factor: the sign of an odd power is not known")
        sign *= -1 if k % 2 and relation in ("<", "<=") else 1
        strict = strict and relation in (">", "<", "!=")
        if k < 0 and relation not in (">", "<", "!="):
            raise RefusedError("factor: a denominator that may be 0")
    require_defined(state, t)
    require_same(state, t, state.terms.product(product))
    if not (strict or op == ">=") or (op != "!=" and sign < 0):
        raise RefusedError("factor: the signs do not show the goal")


def add_up(rules: Rules, state: State, goal: Formula, parts: list[Any]) -> None:
    """The term equals a sum of terms at least 0, one of them positive if the goal is strict.

    Each is ``[term, relation, proof]``.
    """
    op, t = atom(state, goal, ">", ">=")
    strict = False
    for number, relation, proof in parts:
        if relation not in (">", ">="):
            raise RefusedError("sum: no such relation")
        strict = strict or relation == ">"
        rules.prove(state, goal_of(state, relation, rules.term_on(state, number)), proof)
    if not strict and op == ">":
        raise RefusedError("sum: no part is positive")
    require_defined(state, t)
    require_same(state, t, state.terms.sum(rules.term_on(state, number) for number, _, _ in parts))


def times(rules: Rules, state: State, goal: Formula, number: int, positive: Proof, proof: Proof) -> None:
    """The term times a positive one has the same sign."""
    op, t = atom(state, goal)
    m = rules.term_on(state, number)
    rules.prove(state, goal_of(state, ">", m), positive)
    require_defined(state, t)
    rules.prove(state, goal_of(state, op, state.terms.product((m, t))), proof)


def squares(rules: Rules, state: State, goal: Formula, p: int, n: int, least_p: Proof, least_n: Proof, proof: Proof) -> None:
    """The term equals P − N with P, N ≥ 0, and has the sign of P² − N²."""
    op, t = atom(state, goal, ">", ">=", "=")
    x, y = rules.term_on(state, p), rules.term_on(state, n)
    rules.prove(state, goal_of(state, ">=", x), least_p)
    rules.prove(state, goal_of(state, ">=", y), least_n)
    require_defined(state, t)
    require_same(state, t, state.terms.minus(x, y))
    rules.prove(state, goal_of(state, op, state.terms.minus(state.terms.power(x, fmpq(2)), state.terms.power(y, fmpq(2)))), proof)


def logarithms(rules: Rules, state: State, goal: Formula, a: int, b: int, positive_a: Proof, positive_b: Proof, proof: Proof) -> None:
    """The term equals log a − log b, which has the sign of a − b."""
    op, t = atom(state, goal)
    x, y = rules.term_on(state, a), rules.term_on(state, b)
    rules.prove(state, goal_of(state, ">", x), positive_a)
    rules.prove(state, goal_of(state, ">", y), positive_b)
    require_defined(state, t)
    known = state.suppose(goal_of(state, ">", x), goal_of(state, ">", y))
    require_same(known, t, state.terms.minus(state.terms.node("log", x), state.terms.node("log", y)))
    rules.prove(state, goal_of(state, op, state.terms.minus(x, y)), proof)


def powers(rules: Rules, state: State, goal: Formula, a: int, b: int, positive_a: Proof, positive_b: Proof, proof: Proof) -> None:
    """The term equals a − b with a, b > 0, and has the sign of log a − log b."""
    op, t = atom(state, goal)
    x, y = rules.term_on(state, a), rules.term_on(state, b)
    rules.prove(state, goal_of(state, ">", x), positive_a)
    rules.prove(state, goal_of(state, ">", y), positive_b)
    require_defined(state, t)
    require_same(state, t, state.terms.minus(x, y))
    rules.prove(state, goal_of(state, op, state.terms.minus(state.terms.node("log", x), state.terms.node("log", y))), proof)


def root(_: Rules, state: State, goal: Formula) -> None:
    """A power that is not whole is at least 0, wherever it is defined."""
    t = atom(state, goal, ">=")[1]
    node = state.terms.nodes[t]
    if node[0] != "^" or node[2].q == 1:
        raise RefusedError("root: not a power with a fraction for exponent")
    require_defined(state, t)


def exponential(rules: Rules, state: State, goal: Formula, number: int, proof: Proof) -> None:
    """The term equals exp(u) − 1, which has the sign of u."""
    op, t = atom(state, goal)
    u = rules.term_on(state, number)
    require_defined(state, t)
    require_same(state, t, state.terms.minus(state.terms.node("exp", u), state.terms.q(1)))
    rules.prove(state, goal_of(state, op, u), proof)


RULES: dict[str, Callable[..., None]] = {
    "identity": identity,
    "rewrite": rewrite,
    "factor": factor,
    "sum": add_up,
    "times": times,
    "squares": squares,
    "logarithms": logarithms,
    "powers": powers,
    "exponential": exponential,
    "root": root,
}
