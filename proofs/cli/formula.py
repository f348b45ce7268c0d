"""Writes formulas for a terminal: in two dimensions where they fit, on one line where they do not."""

import textwrap
from collections.abc import Iterator

import sympy as sp
from sympy.logic.boolalg import Boolean

from symbolic.statement import RELATIONS, Statement, text
from symbolic.theorems import SumRelation

WIDTH = 80


def formula(e: sp.Basic, indent: int = 4) -> str:
    """The expression or formula, indented, at most WIDTH columns wide."""
    room = WIDTH - indent
    drawn = str(sp.pretty(e, use_unicode=True, wrap_line=False))
    if max(map(len, drawn.splitlines())) > room:
        drawn = textwrap.fill(text(e) if isinstance(e, Boolean) else str(sp.sstr(e)), room, subsequent_indent="  ")
    return textwrap.indent(drawn, " " * indent)


def statement(s: Statement, indent: int = 2) -> Iterator[str]:
    """The statement in lines: its variables, its hypotheses, what holds."""
    pad = " " * indent
    names = ", ".join(str(v.name) for v in s.symbols)
    if s.given:
        yield f"{pad}for all real {names} with"
        short = [text(g) for g in s.given]
        if all(isinstance(g, RELATIONS) and len(t) < 30 for g, t in zip(s.given, short, strict=True)):
            yield prose(", ".join(short), indent + 2)
        else:
            yield from (formula(g, indent + 2) for g in s.given)
    elif names:
        yield f"{pad}for all real {names}"
    yield formula(s.holds, indent + 2)


def conclusion(c: Statement | SumRelation | str, indent: int = 2) -> Iterator[str]:
    """What a derivation concludes, in lines."""
    match c:
        case Statement():
            yield from statement(c, indent)
        case SumRelation():
            yield formula(c.left, indent + 2)
            yield f"{' ' * indent}{SIGNS[c.relation]}"
            yield formula(c.right, indent + 2)
        case str():
            yield prose(c, indent + 2)


def prose(words: str, indent: int = 2) -> str:
    """Words, wrapped and indented."""
    pad = " " * indent
    return textwrap.fill(words, WIDTH, initial_indent=pad, subsequent_indent=pad, break_long_words=False, break_on_hyphens=False)


SIGNS = {"=": "=", "<=": "≤", "<": "<", ">=": "≥", ">": ">"}
