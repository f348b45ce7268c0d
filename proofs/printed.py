"""Compares what the paper prints with what a claim states: the printed formula is read, and looked for in the statement."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from typing import TypeAlias

import sympy as sp
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean

from numeric_checks.balls.evaluation import truth
from numeric_checks.falsification.falsify import instance
from symbolic.algebra import query
from symbolic.answer import Holds
from symbolic.claim import Claim, Remark
from symbolic.derivation import Argument, Chain
from symbolic.latex import Line, PrintError, needs_a_reader, read
from symbolic.statement import Statement, eq


class Agreement(StrEnum):
    """How the printed formula and the statement compare."""

    SAME = "same"
    """Every printed side stands in the statement, as read."""
    EQUAL = "equal"
    """Every printed side equals one of the statement's, by the rational normal form."""
    BY_HAND = "by hand"
    """Not first-order over the reals: the claim's reading is its author's."""
    NOTHING = "nothing printed"
    """The claim is not of a printed formula."""
    DIFFERENT = "different"
    """The statement does not say what is printed."""


@dataclass(frozen=True)
class Reading:
    """The agreement, and what shows it."""

    agreement: Agreement
    detail: str = ""


SAID = {
    Agreement.SAME: "Read: each printed side stands in what is checked.",
    Agreement.EQUAL: "Read: each printed side equals one of what is checked, by the rational normal form.",
    Agreement.BY_HAND: "Read by hand: ",
    Agreement.NOTHING: "",
    Agreement.DIFFERENT: "NOT what is checked: ",
}
"""What a reader is told."""


def reading(claim: Claim) -> Reading:
    """Whether ``claim`` states what its source prints."""
    printed = claim.source.printed
    if not printed or isinstance(claim.content, Remark):
        return Reading(Agreement.NOTHING)
    if claim.source.by_hand:
        return Reading(Agreement.BY_HAND, claim.source.by_hand)
    if what := needs_a_reader(printed):
        return Reading(Agreement.BY_HAND, f"{what} is not first-order over the reals")
    try:
        lines = read(printed)
    except PrintError as error:
        return Reading(Agreement.DIFFERENT, str(error))
    stated = _stated(claim.content)
    letters = dict(claim.source.letters)
    related = [line for line in lines if line.relations] or list(lines)
    said = [_compare(line, stated, letters) for line in related]
    supposed = [_compare(line, replace(stated, pairs=stated.hypotheses), letters) for line in related]
    each = [min(pair, key=_ORDER.index) for pair in zip(said, supposed, strict=True)]
    if Agreement.DIFFERENT not in each and (len(each) == 1 or set(said) != {Agreement.DIFFERENT}):
        return Reading(_worst(each))
    return Reading(Agreement.DIFFERENT, f"the statement does not say {printed}")


_Pair: TypeAlias = tuple[sp.Expr, str, sp.Expr]
_MIRROR = {"=": "=", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}
_SIGN = {sp.Eq: "=", sp.Ne: "!=", sp.Lt: "<", sp.Le: "<=", sp.Gt: ">", sp.Ge: ">="}


@dataclass(frozen=True)
class _Stated:
    """What a claim states: its relations, those of its hypotheses, and the hypotheses under which sides are compared."""

    given: tuple[Boolean, ...]
    pairs: tuple[_Pair, ...]
    hypotheses: tuple[_Pair, ...]

    @cached_property
    def point(self) -> dict[sp.Symbol, sp.Expr] | None:
        """Some point that satisfies the hypotheses: sides that differ there are not compared any further."""
        return instance(self.given)

    @property
    def sides(self) -> tuple[sp.Expr, ...]:
        return tuple(dict.fromkeys(side for left, _, right in self.pairs for side in (left, right)))


def _stated(content: Statement | Chain | Argument) -> _Stated:
    match content:
        case Statement(given=given, holds=holds):
            return _Stated(given, tuple(_pairs((holds,))), tuple(_pairs(given)))
        case Chain(given=given):
            lines = (sp.sympify(content.start), *(sp.sympify(s.to) for s in content.steps))
            steps = tuple((a, s.relation, b) for (a, b), s in zip(pairwise(lines), content.steps, strict=True))
            plain = tuple(g for g in given if not g.has(sp.Sum))
            return _Stated(plain, (*steps, (lines[0], content.relation, lines[-1])), tuple(_pairs(plain)))
        case Argument():
            parts = [p.statement for p in content.parts()]
            whole = content.conclusion
            said = [*parts, *([whole] if isinstance(whole, Statement) else [])]
            return _Stated(
                said[0].given if said else (), tuple(_pairs(s.holds for s in said)), tuple(pair for s in said for pair in _pairs(s.given))
            )


def _pairs(formulas: Iterable[Boolean]) -> Iterator[_Pair]:
    for formula in formulas:
        if isinstance(formula, Relational):
            yield formula.lhs, _SIGN[type(formula)], formula.rhs
        else:
            yield from _pairs(formula.args)


def _compare(line: Line, stated: _Stated, letters: dict[sp.Symbol, sp.Expr]) -> Agreement:
    """A line agrees if each of its relations is stated, or defines a name; of an expression, if it is a side of what is stated."""
    expressions = [e.xreplace(letters) for e in line.expressions]
    if line.goes_on:
        return _side(expressions[-1], stated)
    levels = [
        _relation((left, sign, right), stated)
        for (left, right), sign in zip(pairwise(expressions), line.relations, strict=True)
        if not (sign == "=" and _agree(left, right, stated) is Agreement.SAME)
    ]
    return _worst(levels) if levels else _side(expressions[-1], stated)


def _relation(printed: _Pair, stated: _Stated) -> Agreement:
    left, sign, right = printed
    turned = [*stated.pairs, *((b, _MIRROR[s], a) for a, s, b in stated.pairs)]
    candidates = [(a, b) for a, s, b in turned if s == sign]
    if (left, right) in candidates:
        return Agreement.SAME
    equal = any(Agreement.DIFFERENT not in (_agree(left, a, stated), _agree(right, b, stated)) for a, b in candidates)
    return Agreement.EQUAL if equal else Agreement.DIFFERENT


def _side(printed: sp.Expr, stated: _Stated) -> Agreement:
    if printed in stated.sides:
        return Agreement.SAME
    equal = any(_agree(printed, side, stated) is Agreement.EQUAL for side in stated.sides)
    return Agreement.EQUAL if equal else Agreement.DIFFERENT


def _agree(printed: sp.Expr, side: sp.Expr, stated: _Stated) -> Agreement:
    if printed == side:
        return Agreement.SAME
    if side.has(sp.Sum):
        return Agreement.DIFFERENT
    if stated.point is not None:
        others = {s: sp.Rational(k, 7) for k, s in enumerate(sorted(printed.free_symbols | side.free_symbols, key=str), 1)}
        if truth(eq(printed, side), others | stated.point, max_bits=128) is False:
            return Agreement.DIFFERENT
    answer = query(Statement(stated.given, eq(printed, side)))
    return Agreement.EQUAL if isinstance(answer, Holds) else Agreement.DIFFERENT


_ORDER = (Agreement.SAME, Agreement.EQUAL, Agreement.DIFFERENT)


def _worst(levels: Iterable[Agreement]) -> Agreement:
    return max(levels, key=_ORDER.index, default=Agreement.DIFFERENT)
