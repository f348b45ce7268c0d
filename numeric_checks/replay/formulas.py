"""Formulas over terms: reading, printing, negation normal form, domain conditions, and truth on a box."""

import re
from collections.abc import Iterator
from typing import Any, TypeAlias

from numeric_checks.replay.interval import Interval
from numeric_checks.replay.terms import NARY, UNARY, Box, RefusedError, Terms, rational

Formula: TypeAlias = tuple[Any, ...]
"""``(relation, left, right)`` with numbers of terms, or ``(connective, formula, …)``."""

RELATIONS = ("<", "<=", ">", ">=", "=", "!=")
CONNECTIVES = {"and": (1, 10**6), "or": (1, 10**6), "not": (1, 1), "=>": (2, 2), "<=>": (2, 2)}
OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "=": "!=", "!=": "="}
DEEPEST = 200
NAME = re.compile(r"[A-Za-z_α-νξπ-ω][A-Za-z0-9_α-νξπ-ω]*")
"""Names of variables; letters that look like others are left out, since people read what a certificate proves."""
RESERVED = ("pi", "E", "exp", "log", "sqrt", "abs", "min", "max", "sinh", "cosh", "tanh", "sigma", "and", "or", "not", "implies")
"""Words of the language, which no variable may bear: the statement printed would not be the one proved."""


def read_terms(data: object, limit: int = 20_000) -> tuple[Terms, list[int]]:
    """The table of terms of a certificate, and the number of each of its entries there.

    Raises:
        RefusedError: if an entry is malformed or refers to itself or a later one.
    """
    if not isinstance(data, list) or len(data) > limit:
        raise RefusedError("the terms are not a list, or too many")
    terms, numbers = Terms(), list[int]()
    for entry in data:
        if not isinstance(entry, list) or not entry or not isinstance(entry[0], str):
            raise RefusedError("a term is a list that begins with its operation")
        op, *args = entry
        if (
            op == "v"
            and len(args) == 1
            and isinstance(args[0], str)
            and NAME.fullmatch(args[0])
            and args[0] not in RESERVED
            and args[0] not in RESERVED
        ):
            numbers.append(terms.v(args[0]))
        elif op == "q" and len(args) == 1:
            numbers.append(terms.q(args[0]))
        elif op in ("pi", "e") and not args:
            numbers.append(terms.node(op))
        elif op == "^" and len(args) == 2:
            numbers.append(terms.node(op, _earlier(args[0], numbers), rational(args[1])))
        elif (op in UNARY and len(args) == 1) or (op in NARY and len(args) >= 2) or (op == "**" and len(args) == 2):
            numbers.append(terms.node(op, *(_earlier(a, numbers) for a in args)))
        else:
            raise RefusedError(f"there is no operation {op[:20]!r} with {len(args)} arguments")
    return terms, numbers


def _earlier(number: object, numbers: list[int]) -> int:
    if not isinstance(number, int) or isinstance(number, bool) or not 0 <= number < len(numbers):
        raise RefusedError("a term refers to one that does not stand before it")
    return numbers[number]


def read_formula(data: object, numbers: list[int], depth: int = 0) -> Formula:
    """A formula over the terms read.

    Raises:
        RefusedError: if it is malformed.
    """
    if not isinstance(data, list) or not data or not isinstance(data[0], str) or depth > DEEPEST:
        raise RefusedError("a formula is a list that begins with a relation or connective")
    op, *args = data
    if op in RELATIONS and len(args) == 2:
        return op, _earlier(args[0], numbers), _earlier(args[1], numbers)
    low, high = CONNECTIVES.get(op, (1, 0))
    if not low <= len(args) <= high:
        raise RefusedError(f"there is no connective {op[:20]!r} with {len(args)} parts")
    return op, *(read_formula(a, numbers, depth + 1) for a in args)


def normal(f: Formula, negated: bool = False) -> Formula:
    """Without ``not`` and ``<=>``; ``=>`` remains where it is not negated, so that its hypothesis can be used."""
    op = f[0]
    if op in RELATIONS:
        return (OPPOSITE[op] if negated else op, *f[1:])
    if op == "not":
        return normal(f[1], not negated)
    if op == "=>":
        return ("and", normal(f[1]), normal(f[2], True)) if negated else ("=>", normal(f[1]), normal(f[2]))
    if op == "<=>":
        both = ("and", ("=>", f[1], f[2]), ("=>", f[2], f[1]))
        either = ("or", ("and", f[1], ("not", f[2])), ("and", f[2], ("not", f[1])))
        return normal(either if negated else both)
    return ({"and": "or", "or": "and"}[op] if negated else op, *(normal(part, negated) for part in f[1:]))


def text(f: Formula, terms: Terms) -> str:
    """The formula in the language of statements."""
    if f[0] in RELATIONS:
        return f"{terms.text(f[1])} {'==' if f[0] == '=' else f[0]} {terms.text(f[2])}"
    if f[0] == "not":
        return f"not ({text(f[1], terms)})"
    if f[0] == "<=>":
        return f"(({text(f[1], terms)}) implies ({text(f[2], terms)})) and (({text(f[2], terms)}) implies ({text(f[1], terms)}))"
    word = {"and": " and ", "or": " or ", "=>": " implies "}[f[0]]
    return word.join(f"({text(part, terms)})" for part in f[1:])


def conditions(f: Formula, terms: Terms, given: tuple[Formula, ...]) -> Iterator[tuple[tuple[Formula, ...], Formula, int]]:
    """The domain conditions of a formula, each with the hypotheses that it may use and its node, inner terms first."""
    if f[0] in RELATIONS:
        for j in sorted({*terms.needed(f[1]), *terms.needed(f[2])}):
            yield from ((given, c, j) for c in condition(j, terms))
    elif f[0] == "=>":
        yield from conditions(f[1], terms, given)
        yield from conditions(f[2], terms, (*given, f[1]))
    else:
        for part in f[1:]:
            yield from conditions(part, terms, given)


def condition(j: int, terms: Terms) -> Iterator[Formula]:
    """The domain condition of one node, if it has one."""
    node, zero = terms.nodes[j], terms.q(0)
    positive = node[0] != "v" and node[0] in ("log", "**", "^") and _is_positive(node[1], terms)
    if positive:
        return
    if node[0] in ("log", "**"):
        yield ">", node[1], zero
    elif node[0] == "^":
        if node[2].q == 1:
            if node[2] <= 0:
                yield "!=", node[1], zero
        else:
            yield (">" if node[2] < 0 else ">="), node[1], zero


def _is_positive(j: int, terms: Terms) -> bool:
    value = terms.value(j)
    return terms.nodes[j][0] in ("pi", "e") or (value is not None and value > 0)


def holds(relation: str, value: Interval) -> bool | None:
    """Whether every value of the interval is in that relation to 0: True, False (none is), or None."""
    low, high, low_open, high_open = value
    positive, negative = low > 0 or (low == 0 and low_open), high < 0 or (high == 0 and high_open)
    known = {
        ">": (positive, bool(high <= 0)),
        ">=": (bool(low >= 0), negative),
        "<": (negative, bool(low >= 0)),
        "<=": (bool(high <= 0), positive),
        "=": (low == 0 and high == 0, positive or negative),
        "!=": (positive or negative, low == 0 and high == 0),
    }
    yes, no = known[relation]
    return True if yes else False if no else None


def truth(f: Formula, terms: Terms, box: Box, values: dict[int, Interval]) -> bool | None:
    """Whether the formula in normal form is true on the whole box, false on the whole box, or neither for certain.

    Raises:
        UndefinedError: where a term is not certainly defined.
    """
    if f[0] in RELATIONS:
        return holds(f[0], terms.enclose(terms.minus(f[1], f[2]), box, values))
    if f[0] == "=>":
        hypothesis = truth(f[1], terms, box, values)
        if hypothesis is False:
            return True
        conclusion = truth(f[2], terms, box, values)
        return True if conclusion else False if conclusion is False and hypothesis else None
    parts = [truth(part, terms, box, values) for part in f[1:]]
    decisive = f[0] == "or"
    return decisive if decisive in parts else None if None in parts else not decisive


def into(f: Formula, terms: Terms, replaced: dict[str, int]) -> Formula:
    """The formula with variables replaced by terms."""
    if f[0] in RELATIONS:
        return f[0], terms.substitute(f[1], replaced), terms.substitute(f[2], replaced)
    return f[0], *(into(part, terms, replaced) for part in f[1:])
