"""Writes statements in the encoding of certificates: a table of terms and formulas over it, which is read without evaluating anything."""

import json
from pathlib import Path
from typing import Any

import sympy as sp
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean

from numeric_checks.replay import FORMAT
from numeric_checks.replay.formulas import Formula
from numeric_checks.replay.terms import Terms
from symbolic.statement import Statement

_RELATION = {sp.Eq: "=", sp.Ne: "!=", sp.Lt: "<", sp.Le: "<=", sp.Gt: ">", sp.Ge: ">="}
_CONNECTIVE = {sp.And: "and", sp.Or: "or", sp.Not: "not", sp.Implies: "=>", sp.Equivalent: "<=>"}
_FUNCTION = {sp.exp: "exp", sp.log: "log", sp.cosh: "cosh", sp.sinh: "sinh", sp.tanh: "tanh", sp.Abs: "abs"}


class BeyondError(Exception):
    """The statement is outside the language of certificates: the reason."""


def formula(f: Boolean, terms: Terms) -> Formula:
    """The formula over the table.

    Raises:
        BeyondError: if it holds what certificates cannot say.
    """
    if isinstance(f, Relational):
        return _RELATION[type(f)], term(f.lhs, terms), term(f.rhs, terms)
    if type(f) is sp.Equivalent and len(f.args) != 2:
        raise BeyondError("an equivalence of more than two parts")
    return _CONNECTIVE[type(f)], *(formula(part, terms) for part in f.args)


def term(e: sp.Expr, terms: Terms) -> int:
    """The expression as a term, as it stands; p·(1 − p) becomes one node, a derivative is carried out.

    Raises:
        BeyondError: if the expression is outside the vocabulary.
    """
    done: dict[sp.Expr, int] = {}
    stack = [(e, False)]
    while stack:
        x, ready = stack.pop()
        if x in done:
            continue
        parts = (x.expr,) if isinstance(x, sp.Derivative) else (x.args[0],) if _is_rational_power(x) else x.args
        if ready or not parts or isinstance(x, sp.Rational):
            done[x] = _node(x, [done[a] for a in parts] if parts and not isinstance(x, sp.Rational) else [], terms)
        else:
            stack.append((x, True))
            stack += [(a, False) for a in parts]
    return done[e]


def _is_rational_power(x: sp.Basic) -> bool:
    return isinstance(x, sp.Pow) and isinstance(x.args[1], sp.Rational)


def _node(x: sp.Expr, parts: list[int], terms: Terms) -> int:
    match x:
        case sp.Symbol():
            return terms.v(x.name)
        case sp.Rational():
            return terms.q(f"{x.p}/{x.q}" if x.q != 1 else str(x.p))
        case sp.core.numbers.Pi():
            return terms.node("pi")
        case sp.core.numbers.Exp1():
            return terms.node("e")
        case sp.Add():
            return terms.node("+", *parts)
        case sp.Mul():
            return _product(parts, terms)
        case sp.Pow():
            if isinstance(x.args[1], sp.Rational):
                return terms.node("^", parts[0], terms.nodes[terms.q(f"{x.args[1].p}/{x.args[1].q}")][1])
            return terms.node("**", *parts)
        case sp.Min() | sp.Max():
            return terms.node("min" if isinstance(x, sp.Min) else "max", *parts) if len(parts) > 1 else parts[0]
        case sp.Derivative():
            result = parts[0]
            for variable, order in x.variable_count:
                for _ in range(int(order)):
                    result = terms.derivative(result, variable.name)
            return result
        case _ if type(x) in _FUNCTION:
            return terms.node(_FUNCTION[type(x)], *parts)
    raise BeyondError(f"{type(x).__name__} is outside the language of certificates")


def _product(parts: list[int], terms: Terms) -> int:
    """The product, with a factor a and a factor 1 − a put side by side as one node whose exact range is known."""
    parts = list(parts)
    for a in parts:
        complement = ("+", terms.q(1), terms.scaled(a))
        for b in parts:
            if terms.nodes[b] == complement and a != b:
                pair = terms.node("*", a, b)
                rest = [p for p in parts if p not in (a, b)]
                return (
                    pair
                    if not rest
                    else terms.node("*", pair, *rest)
                    if terms.value(rest[0]) is None
                    else terms.node("*", rest[0], pair, *rest[1:])
                )
    return terms.node("*", *parts)


class Numbering(dict[int, int]):
    """Numbers of the terms of one table in a smaller one, which holds what was asked for and nothing else."""

    def __init__(self, terms: Terms) -> None:
        super().__init__()
        self.terms, self.table = terms, Terms()

    def __missing__(self, i: int) -> int:
        for j in self.terms.needed(i):
            if j not in self:
                node = self.terms.nodes[j]
                leaf = node[0] in ("v", "q", "pi", "e")
                self[j] = self.table.node(*node) if leaf else self.table.node(node[0], *self._arguments(node))
        return self[i]

    def _arguments(self, node: tuple[Any, ...]) -> tuple[Any, ...]:
        return (self[node[1]], node[2]) if node[0] == "^" else tuple(self[a] for a in node[1:])

    def formula(self, f: Formula) -> Formula:
        """A formula over the smaller table."""
        return f[0], *(self.formula(part) if isinstance(part, tuple) else self[part] for part in f[1:])


def encode(f: Formula) -> list[Any]:
    """A formula as JSON data."""
    return [f[0], *(encode(part) if isinstance(part, tuple) else part for part in f[1:])]


def table(terms: Terms) -> list[list[Any]]:
    """The table as JSON data."""
    return [[node[0], *(x if isinstance(x, int | str) else str(x) for x in node[1:])] for node in terms.nodes]


def certificate(terms: Terms, given: tuple[Formula, ...], holds: Formula, **parts: Any) -> dict[str, Any]:
    """The data of a certificate; ``parts`` are ``conditions``, ``proof``, ``instance`` and ``precision``."""
    return {"format": FORMAT, "terms": table(terms), "given": [encode(f) for f in given], "holds": encode(holds), **parts}


def statement(s: Statement, terms: Terms) -> tuple[tuple[Formula, ...], Formula]:
    """The hypotheses and the conclusion of a statement over the table.

    Raises:
        BeyondError: if they hold what certificates cannot say.
    """
    return tuple(formula(g, terms) for g in s.given), formula(s.holds, terms)


def write(path: Path, data: dict[str, Any]) -> None:
    """Write a certificate, whole or not at all."""
    whole = path.with_name(path.name + ".part")
    whole.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    whole.replace(path)


def read(path: Path) -> dict[str, Any]:
    """The data of a certificate, unchecked: `numeric_checks.replay` judges it."""
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return data
