"""Writes a query in SMT-LIB 2: the hypotheses, definitions, named instances of lemmas, and the negation of the conclusion."""

from collections.abc import Iterable

import sympy as sp
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean

_RELATIONS = {sp.Eq: "=", sp.Lt: "<", sp.Le: "<=", sp.Gt: ">", sp.Ge: ">="}
_CONNECTIVES = {sp.And: "and", sp.Or: "or", sp.Not: "not", sp.Implies: "=>", sp.Equivalent: "="}


def formula(f: Boolean) -> str:
    """The formula as an S-expression."""
    if isinstance(f, Relational):
        if isinstance(f, sp.Ne):
            return f"(not (= {term(f.lhs)} {term(f.rhs)}))"
        return f"({_RELATIONS[type(f)]} {term(f.lhs)} {term(f.rhs)})"
    return f"({_CONNECTIVES[type(f)]} {' '.join(formula(a) for a in f.args)})"


def term(e: sp.Expr) -> str:
    """The polynomial as an S-expression."""
    match e:
        case sp.Rational():
            return _number(e)
        case sp.Symbol():
            return f"|{e.name}|"
        case sp.Add():
            return _sum(e)
        case sp.Mul():
            number, rest = e.as_coeff_Mul()
            factors = list(_factors(sp.Mul.make_args(rest)))
            size = [] if abs(number) == 1 else [_number(abs(number))]
            return f"(- {_product([*size, *factors])})" if number < 0 else _product([*size, *factors])
        case sp.Pow():
            return _product(list(_factors((e,))))
    raise AssertionError(f"{e} is not a polynomial over atoms")


def _sum(e: sp.Add) -> str:
    plus = [a for a in e.args if a.as_coeff_Mul()[0] > 0]
    minus = [-a for a in e.args if a.as_coeff_Mul()[0] < 0]
    head = _many("+", [term(a) for a in plus]) if plus else None
    if not minus:
        return str(head)
    return f"(- {head} {' '.join(term(a) for a in minus)})" if head else f"(- {_many('+', [term(a) for a in minus])})"


def _factors(parts: Iterable[sp.Expr]) -> Iterable[str]:
    for a in parts:
        if isinstance(a, sp.Pow):
            yield from [term(a.base)] * int(a.exp)
        else:
            yield term(a)


def _product(factors: list[str]) -> str:
    return _many("*", factors)


def _many(sign: str, parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"({sign} {' '.join(parts)})"


def _number(q: sp.Rational) -> str:
    if q < 0:
        return f"(- {_number(-q)})"
    return f"{q.p}.0" if q.q == 1 else f"(/ {q.p}.0 {q.q}.0)"
