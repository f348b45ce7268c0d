"""Writes formulas for a terminal: in two dimensions where they fit, on one line where they do not."""

import textwrap
from collections.abc import Iterator

import sympy as sp
from sympy.core.relational import Relational
from sympy.logic.boolalg import BooleanFunction
from sympy.printing.pretty.pretty import PrettyPrinter
from sympy.printing.pretty.stringpict import prettyForm
from sympy.printing.str import StrPrinter

from symbolic.statement import RELATIONS, Statement, text
from symbolic.theorems import SumRelation

WIDTH = 80


def formula(e: sp.Basic, indent: int = 4) -> str:
    """The expression or formula, indented, at most WIDTH columns wide."""
    room = WIDTH - indent
    drawn = str(_Drawing({"use_unicode": True, "wrap_line": False}).doprint(e))
    if max(map(len, drawn.splitlines())) > room:
        drawn = textwrap.fill(line(e), room, subsequent_indent="  ")
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
            if c.given:
                yield prose("for " + ", ".join(line(g) for g in c.given), indent)
            yield formula(c.left, indent + 2)
            yield f"{' ' * indent}{SIGNS[c.relation]}"
            yield formula(c.right, indent + 2)
        case str():
            yield prose(c, indent + 2)


def prose(words: str, indent: int = 2) -> str:
    """Words, wrapped and indented."""
    pad = " " * indent
    return textwrap.fill(words, WIDTH, initial_indent=pad, subsequent_indent=pad, break_long_words=False, break_on_hyphens=False)


def line(e: sp.Basic) -> str:
    """The expression or formula on one line, sums over the outcomes as Σᵢ(…)."""
    if isinstance(e, Relational) and e.has(sp.Sum):
        return f"{line(e.lhs)} {SIGNS[e.rel_op]} {line(e.rhs)}"
    return text(e) if isinstance(e, Relational | BooleanFunction) else str(_Line().doprint(e))


class _Line(StrPrinter):
    """sympy's printer on one line, with short sums over the outcomes."""

    def _print_Sum(self, e: sp.Sum) -> str:
        return f"Σᵢ({self._print(e.function)})"

    def _print_Indexed(self, e: sp.Indexed) -> str:
        return f"{e.base.label}ᵢ"


class _Drawing(PrettyPrinter):
    """sympy's two-dimensional printer, with sums over the outcomes in one line: Σᵢ instead of a sign five lines high."""

    def _print_Sum(self, e: sp.Sum) -> prettyForm:
        term = self._print(e.function)
        if isinstance(e.function, sp.Add):
            term = prettyForm(*term.parens())
        return prettyForm(*term.left("Σᵢ "), binding=prettyForm.MUL)

    def _print_Indexed(self, e: sp.Indexed) -> prettyForm:
        return prettyForm(*self._print(sp.Symbol(str(e.base.label))).right("ᵢ"), binding=prettyForm.ATOM)


SIGNS = {"==": "=", "!=": "≠", "=": "=", "<=": "≤", "<": "<", ">=": "≥", ">": ">"}
