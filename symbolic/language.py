"""The language of ``prove``: reads a typed statement into a Statement, by a grammar and never by evaluating it as code.

The grammar stands in ``language.lark``; expressions are built unevaluated (`symbolic.unevaluated`), so that the domain
conditions of ``x/x``, ``0*log(x)`` and ``sqrt(x)**2`` stay visible.  `symbolic.writing` writes statements in this language.
"""

from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import sympy as sp
from lark import Lark, Tree, UnexpectedCharacters, UnexpectedInput
from sympy.logic.boolalg import Boolean

from symbolic.statement import RELATE, Statement, conj, disj, implies, neg, real
from symbolic.unevaluated import MAX_EXPONENT, LanguageError, degree, literal, plus, power, reciprocal, times

Node: TypeAlias = Any
"""A tree of lark, whose leaves are tokens."""

__all__ = ["LanguageError", "parse_conditions", "parse_statement"]

MAX_LENGTH, MAX_BRACKETS, MAX_DEPTH = 20_000, 200, 120
"""What people write stays far below these; beyond them input is refused before it costs time or memory."""

ONE_ARGUMENT: dict[str, Callable[[sp.Expr], sp.Expr]] = {
    "exp": lambda e: sp.exp(e, evaluate=False),
    "log": lambda e: sp.log(e, evaluate=False),
    "sqrt": lambda e: power(e, sp.Rational(1, 2)),
    "abs": lambda e: sp.Abs(e, evaluate=False),
    "sinh": lambda e: sp.sinh(e, evaluate=False),
    "cosh": lambda e: sp.cosh(e, evaluate=False),
    "tanh": lambda e: sp.tanh(e, evaluate=False),
}
EXTREMA = {"min": sp.Min, "max": sp.Max}
CONSTANTS = {"pi": sp.pi, "E": sp.E}
FUNCTIONS = (*ONE_ARGUMENT, *EXTREMA, "sigma")
_ALIASES = {"ln": "log", "log10": "log", "log2": "log", "logistic": "sigma", "sigmoid": "sigma", "fabs": "abs"}
_SIGNS = {"=": "==", "^": "**", "≤": "<=", "≥": ">=", "≠": "!=", "&": "and", "|": "or", "!": "not", "×": "*", "·": "*", "÷": "/", "−": "-"}
_SIGNS |= {"⇒": "implies", "∧": "and", "∨": "or", "¬": "not", "[": "(", "{": "(", "]": ")", "}": ")", "⊢": "|-"}
_FORMULAS = ("implication", "disjunction", "conjunction", "negated", "comparison")


def parse_statement(text: str, given: Iterable[str] = ()) -> Statement:
    """The statement that ``text`` spells under the conditions ``given``, each of them one or more joined by ``and`` or commas.

    ``text`` may also carry conditions of its own, before ``|-``.

    Raises:
        LanguageError: where a text is not in the language, or absurdly large.
    """
    hypotheses = [h for g in given for h in parse_conditions(g)]
    *own, conclusion = _read(text, "statement").children
    for conditions in own:
        hypotheses += _conditions(conditions)
    return Statement(tuple(hypotheses), _checked(_formula(conclusion)))


def parse_conditions(text: str) -> tuple[Boolean, ...]:
    """The conditions of one ``--given``, in order; a conjunction or a chain gives its parts.

    Raises:
        LanguageError: where the text is not in the language, or absurdly large.
    """
    return tuple(_conditions(_read(text, "conditions")))


def _conditions(tree: Node) -> list[Boolean]:
    return [part for child in tree.children for part in _parts(_checked(_formula(child)))]


def _parts(formula: Boolean) -> Iterable[Boolean]:
    if isinstance(formula, sp.And):
        for part in formula.args:
            yield from _parts(part)
    else:
        yield formula


@cache
def _grammar() -> Lark:
    text = Path(__file__).with_suffix(".lark").read_text(encoding="utf-8")
    return Lark(text, parser="lalr", lexer="basic", start=["statement", "conditions"])


def _read(text: str, start: str) -> Node:
    if len(text) > MAX_LENGTH:
        raise LanguageError(f"the text has {len(text)} characters; {MAX_LENGTH} is the most that is read")
    if not text.strip():
        raise LanguageError("the statement is empty; write exp(x) >= 1 + x" if start == "statement" else "a condition is empty")
    depth = 0
    for character in text:
        depth += (character == "(") - (character == ")")
        if depth > MAX_BRACKETS:
            raise LanguageError(f"brackets are nested more than {MAX_BRACKETS} deep")
    try:
        tree = _grammar().parse(text, start=start)
    except UnexpectedInput as error:
        raise LanguageError(_explain(text, error)) from None
    _check_depth(tree, lambda t: [c for c in t.children if isinstance(c, Tree)])
    return tree


def _explain(text: str, error: UnexpectedInput) -> str:
    if isinstance(error, UnexpectedCharacters):
        position = error.pos_in_stream or 0
        hint = f"; write {_SIGNS[text[position]]}" if text[position] in _SIGNS else " has no meaning here"
        return f"column {position + 1}: {text[position]!r}{hint}"
    token = getattr(error, "token", None)
    if token is None or token.type == "$END":
        return "the text ends where something should follow (a number, a variable or a closing bracket)"
    hint = "; a product is written with *" if token.type in ("NAME", "NUMBER", "LPAR") else ""
    return f"column {token.start_pos + 1}: {str(token)[:40]!r} cannot stand here{hint}"


def _check_depth(root: object, children: Callable[..., Sequence[object]]) -> None:
    layer: Sequence[object] = [root]
    for _ in range(MAX_DEPTH):
        layer = [child for node in layer for child in children(node)]
        if not layer:
            return
    raise LanguageError(f"the expression is nested more than {MAX_DEPTH} deep")


def _checked(formula: Boolean) -> Boolean:
    _check_depth(formula, lambda e: e.args)
    if (exponent := degree(formula)) > MAX_EXPONENT:
        raise LanguageError(f"powers of powers come to the exponent {exponent}; the largest that is read is {MAX_EXPONENT}")
    return formula


def _formula(tree: Node) -> Boolean:
    match tree.data, tree.children:
        case "implication", [hypothesis, conclusion]:
            return implies(_formula(hypothesis), _formula(conclusion))
        case "disjunction", parts:
            return disj(*(_formula(p) for p in parts))
        case "conjunction", parts:
            return conj(*(_formula(p) for p in parts))
        case "negated", [part]:
            return neg(_formula(part))
        case "comparison", parts:
            sides, signs = [_number(p) for p in parts[::2]], [str(s).replace("==", "=") for s in parts[1::2]]
            return conj(*(RELATE[s](a, b) for a, s, b in zip(sides[:-1], signs, sides[1:], strict=True)))
    shown = _short(_number(tree))
    raise LanguageError(f"{shown} is a number, not a condition; write a comparison such as {shown} >= 0")


def _number(tree: Node, sign: int = 1) -> sp.Expr:
    """The expression of ``tree``, or its negative where ``sign`` is −1: a sign joins the product it stands before."""
    if tree.data in _FORMULAS:
        raise LanguageError(f"the condition {_short(_formula(tree))} stands where a number belongs; join conditions by and, or, implies")
    match tree.data, tree.children:
        case "signed", [mark, inner]:
            return _number(inner, -sign if mark == "-" else sign)
        case "product", parts:
            return _product(parts, sign)
        case "sum", parts:
            signs = [-1 if mark == "-" else 1 for mark in ("+", *parts[1::2])]
            whole = plus([_number(p, s) for s, p in zip(signs, parts[::2], strict=True)])
        case "power", [base, exponent]:
            whole = power(_number(base), _number(exponent))
        case "call", [name, *arguments]:
            whole = _call(str(name), arguments)
        case "number", [digits]:
            whole = literal(str(digits))
        case "name", [name]:
            if name in FUNCTIONS:
                raise LanguageError(f"{name} is a function; write {name}(x)")
            whole = CONSTANTS.get(str(name)) or real(str(name))
    return times([whole], sign)


def _product(parts: list[Node], sign: int) -> sp.Expr:
    factors: list[sp.Expr] = []
    for mark, part in zip(["*", *parts[1::2]], parts[::2], strict=True):
        while part.data == "signed":
            sign, part = (-sign if part.children[0] == "-" else sign), part.children[1]
        factors.append(reciprocal(_number(part)) if mark == "/" else _number(part))
    return times(factors, sign)


def _call(name: str, arguments: list[Node]) -> sp.Expr:
    if name not in FUNCTIONS:
        near = [_ALIASES[name]] if name in _ALIASES else get_close_matches(name, FUNCTIONS, n=2, cutoff=0.6)
        hint = f"did you mean {' or '.join(near)}?" if near else f"there are {', '.join(FUNCTIONS)}; a product is written with *"
        raise LanguageError(f"no function is called {name[:40]}; {hint}")
    values = [_number(a) for a in arguments]
    if name in EXTREMA:
        if len(values) < 2:
            raise LanguageError(f"{name} takes two or more arguments")
        return EXTREMA[name](*values, evaluate=False)
    if len(values) != 1:
        raise LanguageError(f"{name} takes one argument, not {len(values)}")
    if name == "sigma":
        negative = sp.exp(_number(arguments[0], -1), evaluate=False)
        return sp.Pow(sp.Add(1, negative, evaluate=False), -1, evaluate=False)
    return ONE_ARGUMENT[name](values[0])


def _short(e: sp.Basic) -> str:
    written = str(sp.sstr(e))
    return written if len(written) <= 40 else written[:37] + "…"
