"""Writes statements in the language of ``prove``, so that they read back as the same statement."""

import sympy as sp
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean

from symbolic.language import CONSTANTS, LanguageError, parse_statement
from symbolic.statement import Statement

_SUM, _PRODUCT, _POWER, _ATOM = range(4)
_RELATIONS = {sp.Eq: "==", sp.Ne: "!=", sp.Lt: "<", sp.Le: "<=", sp.Gt: ">", sp.Ge: ">="}
_FUNCTIONS = {sp.exp: "exp", sp.log: "log", sp.Abs: "abs", sp.Min: "min", sp.Max: "max", sp.sinh: "sinh", sp.cosh: "cosh", sp.tanh: "tanh"}
_CONSTANTS = {value: name for name, value in CONSTANTS.items()}


def write(statement: Statement) -> str:
    """The statement on one line, its hypotheses before ``|-``; `parse_statement` reads it back as it was.

    Raises:
        LanguageError: where the language cannot say it (derivatives, equivalences, names that are no identifiers, trees that
            reading would arrange in another way).
    """
    conclusion = write_formula(statement.holds)
    text = ", ".join(write_formula(g) for g in statement.given) + f" |- {conclusion}" if statement.given else conclusion
    if parse_statement(text) != statement:
        raise LanguageError(f"the language has no text that reads back as {statement}")
    return text


def write_formula(formula: Boolean) -> str:
    """One formula in the language.

    Raises:
        LanguageError: for what the language has no word for.
    """
    kind, args = type(formula), formula.args
    if kind in _RELATIONS:
        return f"{write_expression(args[0])} {_RELATIONS[kind]} {write_expression(args[1])}"
    if kind is sp.Not:
        return f"not ({write_formula(args[0])})"
    words = {sp.And: " and ", sp.Or: " or ", sp.Implies: " implies "}
    if kind not in words:
        raise LanguageError(f"the language has no word for {kind.__name__}")
    return words[kind].join(write_formula(a) if isinstance(a, Relational) else f"({write_formula(a)})" for a in args)


def write_expression(e: sp.Expr) -> str:
    """One expression in the language.

    Raises:
        LanguageError: for what the language has no word for.
    """
    return _write(e)[0]


def _write(e: sp.Expr) -> tuple[str, int]:
    """The text and how tightly its outermost operation binds."""
    if isinstance(e, sp.Rational):
        return str(e), _ATOM if e >= 0 and e.q == 1 else _PRODUCT
    if isinstance(e, sp.Symbol):
        return str(e.name), _ATOM
    if e in _CONSTANTS:
        return _CONSTANTS[e], _ATOM
    if type(e) in _FUNCTIONS:
        return f"{_FUNCTIONS[type(e)]}({', '.join(write_expression(a) for a in e.args)})", _ATOM
    match e:
        case sp.Add():
            return _write_sum(e), _SUM
        case sp.Mul():
            return _write_product(e), _PRODUCT
        case sp.Pow() if _is_divisor(e):
            return f"1/{_denominator(e)}", _PRODUCT
        case sp.Pow():
            return _write_power(e.base, e.exp)
    raise LanguageError(f"the language has no word for {type(e).__name__}")


def _write_sum(e: sp.Add) -> str:
    text = ""
    for term in e.args:
        written = _bracketed(term, _PRODUCT)
        minus = written.startswith("-")
        text += (" - " if minus else " + ") + written[minus:] if text else written
    return text


def _write_product(e: sp.Mul) -> str:
    first, *rest = e.args
    text = "-" if first == -1 else _bracketed(first, _PRODUCT if isinstance(first, sp.Rational) or _is_divisor(first) else _POWER)
    for factor in rest:
        if _is_divisor(factor):
            text += ("1/" if text == "-" else "/") + _denominator(factor)
        else:
            text += ("" if text == "-" else "*") + _bracketed(factor, _POWER)
    return text


def _write_power(base: sp.Expr, exponent: sp.Expr) -> tuple[str, int]:
    if exponent == sp.Rational(1, 2):
        return f"sqrt({write_expression(base)})", _ATOM
    return f"{_bracketed(base, _ATOM)}**{_bracketed(exponent, _ATOM)}", _POWER


def _is_divisor(e: sp.Expr) -> bool:
    return isinstance(e, sp.Pow) and isinstance(e.exp, sp.Rational) and bool(e.exp < 0)


def _denominator(e: sp.Pow) -> str:
    if e.exp == -1:
        return _bracketed(e.base, _POWER)
    text, binding = _write_power(e.base, -e.exp)
    return text if binding >= _POWER else f"({text})"


def _bracketed(e: sp.Expr, binding: int) -> str:
    text, own = _write(e)
    return text if own >= binding else f"({text})"
