"""Reads the formulas that the paper prints (LaTeX), so that what is printed can be compared with what is checked.

Only what is first-order over the reals is read: expectations, policies, sums over outcomes and limits are not, and
`needs_a_reader` says so.  The argument q of p(q) and its like is dropped, for everything is said of one prompt.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeAlias

import sympy as sp
from lark import Lark, Token, Transformer, UnexpectedInput, v_args

from symbolic import notation
from symbolic.statement import real
from symbolic.unevaluated import literal


class PrintError(ValueError):
    """The printed formula is not one this reader knows; the message says where."""


_BY_HAND = re.compile(
    r"\\mathbb|\\int|arg\\,max|\\lim(?![a-zA-Z])|\\mathsf|TV|KL|\\sum|\\sup|\\infty|\\pi_|\\delta|\\forall|\\in(?![a-zA-Z])|\\to(?![a-zA-Z])|\\theta_n|^\[[^\]]*,[^\]]*\]$"
)

_INDEX = r"(?:_\{(?:[^{}]|\{[^{}]*\})*\})?"

_NAMES = [(re.compile(pattern), token) for pattern, token in (
    (r"\\frac\{\\pi_\{\\theta\}\(o\|q\)\}\{\\pi_\{\\theta_\{\\text\{old\}\}\}\(o\|q\)\}", r"\\ratio "),
    (r"\\(left|right|Big|displaystyle)(?![a-z])|\$|&|\\,|\\;|\\!|\\quad", " "),
    (r"\\tag\{.*?\}", " "),
    (r"\\operatorname\{clip\}", r"\\clip "),
    (r"\b[Af]?A\(q, ?o\)", r"\\advantage "),
    (r"\(q(, ?o)?\)", " "),
    (r"p_\{(?:\\(?:text|mathrm)\{ref\}|\\rm ref|ref)\}", r"\\pref "),
    (r"p_\{n-1\}\(1\)", r"\\pone "),
    (r"p_\{(?:n-1|\\theta_\{\\text\{old\}\})\}|p\^\*", "p"),
    (r"p_n\b", r"\\pn "),
    (r"Z_\{n-1\}", r"\\Z "),
    (r"\\omega_\{\\varepsilon\}\^\{?([+-])\}?", lambda m: r"\omegaplus " if m[1] == "+" else r"\omegaminus "),
    (r"\\mathcal\{B\}", r"\\bound "),
    (r"f_\{?\\epsilon\}?", r"\\fclip "),
    (rf"(?<![a-zA-Z\\])h{_INDEX}'{_INDEX}(?=\s*\()|(?<![a-zA-Z\\])h'{_INDEX}(?=\s*\()", r"\\hprime "),
    (rf"(?<![a-zA-Z\\])h{_INDEX}(?=\s*\()", r"\\h "),
    (r"(?<![a-zA-Z\\])f'(?=\s*\()", r"\\fprime "),
    (r"(?<![a-zA-Z\\])f(?=\s*\()", r"\\f "),
    (r"\\xi'(?=\s*\()", r"\\xiprime "),
    (r"(?<![a-zA-Z\\])([zB])'\(p\)", r"\\\1prime (p)"),
    (r"(?<![a-zA-Z\\])([zBb])\(p\)", r"\\\1of (p)"),
    (r"(?<![a-zA-Z\\])a\(\\pref \)", r"\\aof (\\pref )"),
    (r"\|([^|]+)\|", r"\\abs{\1}"),
)]  # fmt: skip
"""What the paper writes, and the one token that the grammar knows it by; in this order."""

_PROSE = re.compile(r"\\ and|\\ is|\\ achieves|\\text\{.*?\}|if\b|,\s*\\ |\\ ")


@dataclass(frozen=True)
class Line:
    """One printed line: expressions with relations between them; a line that goes on from the one before begins with a relation."""

    relations: tuple[str, ...]
    expressions: tuple[sp.Expr, ...]

    @property
    def goes_on(self) -> bool:
        """Whether the left side stands on the line before."""
        return len(self.relations) == len(self.expressions)


def needs_a_reader(printed: str) -> str | None:
    """What in the formula is not first-order over the reals, so that a person has to read it; None where nothing is."""
    plain = printed.replace(r"\frac{\pi_{\theta}(o|q)}{\pi_{\theta_{\text{old}}}(o|q)}", "")
    found = _BY_HAND.search(plain)
    return found.group() if found else None


def read(printed: str) -> tuple[Line, ...]:
    """The lines that a printed formula consists of; prose between them is left out.

    Raises:
        PrintError: if a part is neither prose nor a formula in the paper's notation.
    """
    text = re.sub(r"& *\\text\{if.*", "", printed)  # the case of a definition by cases
    for pattern, token in _NAMES:
        text = pattern.sub(token, text)
    clauses = [c.strip().rstrip(".,;:").strip() for c in _PROSE.split(text)]
    return tuple(
        _line(c) for c in clauses if re.search(r"[0-9a-zA-Z]", c) and not re.fullmatch(r"(its|the|decreasing|increasing|minimum|\s)+", c)
    )


def _line(clause: str) -> Line:
    if clause.startswith("(") and clause.endswith(")") and re.search(r"[<>=]", clause):
        clause = clause[1:-1]
    try:
        return _Build().transform(_parser().parse(clause))
    except UnexpectedInput as error:
        at = getattr(error, "pos_in_stream", None) or 0
        raise PrintError(f"not read from {clause[at : at + 30]!r} on in {clause!r}") from error


@cache
def _parser() -> Lark:
    return Lark(Path(__file__).with_suffix(".lark").read_text(encoding="utf-8"), parser="lalr", start="line")


_SYMBOLS: dict[str, sp.Expr] = {
    r"\beta": notation.beta,
    r"\varepsilon": notation.eps,
    r"\epsilon": notation.clip,
    r"\pref": notation.p_ref,
    r"\ratio": notation.x,
    r"\advantage": notation.A,
    r"\pone": real("p_1"),
    r"\pn": notation.success(),
    r"\Z": notation.partition(),
    "A": notation.odds_against(),
    "e": sp.E,
}
_CALLS: dict[str, Callable[..., sp.Expr]] = {
    r"\exp": sp.exp,
    r"\log": sp.log,
    r"\cosh": sp.cosh,
    r"\sinh": sp.sinh,
    r"\min": notation.least,
    r"\max": notation.greatest,
    r"\sigma": notation.sigma,
    r"\h": notation.h,
    r"\f": notation.f,
    r"\zof": notation.z_of,
    r"\Bof": notation.B,
    r"\aof": notation.a_of,
    r"\bof": notation.b_of,
    r"\xi": notation.xi,
    r"\omegaplus": notation.omega_plus,
    r"\omegaminus": notation.omega_minus,
    r"\bound": notation.beta_bound,
    r"\fclip": notation.f_clip,
}
_DERIVATIVES: dict[str, Callable[..., sp.Expr]] = {
    r"\hprime": notation.h,
    r"\fprime": notation.f,
    r"\zprime": notation.z_of,
    r"\Bprime": notation.B,
    r"\xiprime": notation.xi,
}
_SIGNS = {"=": "=", "<": "<", ">": ">", r"\le": "<=", r"\leq": "<=", r"\ge": ">=", r"\geq": ">="}
_Arguments: TypeAlias = tuple[sp.Expr, ...]


@v_args(inline=True)
class _Build(Transformer[Token, Line]):
    """From the parse tree to sympy."""

    def line(self, *parts: Token | sp.Expr) -> Line:
        relations = tuple(_SIGNS[str(p)] for p in parts if isinstance(p, Token))
        return Line(relations, tuple(p for p in parts if not isinstance(p, Token)))

    def number(self, token: Token) -> sp.Expr:
        return literal(str(token))

    def symbol(self, token: Token) -> sp.Expr:
        return _SYMBOLS.get(str(token), real(str(token)))

    def plus(self, left: sp.Expr, right: sp.Expr) -> sp.Expr:
        return left + right

    def minus(self, left: sp.Expr, right: sp.Expr) -> sp.Expr:
        return left - right

    def negative(self, e: sp.Expr) -> sp.Expr:
        return -e

    def times(self, left: sp.Expr | _Arguments, right: sp.Expr | _Arguments) -> sp.Expr:
        return _one(left) * _one(right)

    def over(self, left: sp.Expr, right: sp.Expr) -> sp.Expr:
        return _one(left) / _one(right)

    def raised(self, base: sp.Expr | _Arguments, exponent: sp.Expr) -> sp.Expr:
        return _one(base) ** exponent

    def power_sign(self, exponent: sp.Expr) -> tuple[str, sp.Expr]:
        return ("^", exponent)

    def group(self, *parts: sp.Expr) -> _Arguments | sp.Expr:
        return parts[0] if len(parts) == 1 else parts

    def fraction(self, top: sp.Expr, bottom: sp.Expr) -> sp.Expr:
        return top / bottom

    def root(self, e: sp.Expr) -> sp.Expr:
        return sp.sqrt(e)

    def absolute(self, e: sp.Expr) -> sp.Expr:
        return sp.Abs(e)

    def call(self, name: Token, *rest: object) -> sp.Expr:
        power = next((r[1] for r in rest if isinstance(r, tuple) and r and r[0] == "^"), None)
        value = _apply(str(name), rest[-1])
        return value if power is None else value**power

    def call_product(self, name: Token, argument: sp.Expr) -> sp.Expr:
        return _apply(str(name), argument)


def _one(e: sp.Expr | _Arguments) -> sp.Expr:
    if isinstance(e, tuple):
        raise PrintError("a list of arguments stands where a number belongs")
    return e


def _apply(name: str, argument: object) -> sp.Expr:
    arguments = argument if isinstance(argument, tuple) else (argument,)
    if name == r"\clip":
        x, low, high = arguments
        return notation.least(notation.greatest(x, low), high)
    if name in _DERIVATIVES:
        (at,) = arguments
        if not isinstance(at, sp.Symbol):
            raise PrintError(f"the derivative {name} at {at}, which is no variable")
        return sp.Derivative(_DERIVATIVES[name](at), at)
    return _CALLS[name](*arguments)
