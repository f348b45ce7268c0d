"""Formulas as the book sets them: LaTeX in the paper's letters, its functions by their names where they stand as defined."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

import sympy as sp
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean, BooleanFunction
from sympy.printing.latex import LatexPrinter

from symbolic import notation as n
from symbolic.statement import Statement, substitute
from symbolic.theorems import SumRelation

_LETTERS = {
    "p_ref": r"p_{\mathrm{ref}}",
    "epsilon": r"\varepsilon",
    "clip": r"\epsilon",
    "pi_o": r"\pi(o)",
    "rho_o": r"\pi_{\mathrm{ref}}(o)",
    "w": r"\pi_{\mathrm{old}}(o)",
}
"""The paper's letters for variables that Python spells otherwise."""

SIGNS = {"==": "=", "!=": r"\ne", "=": "=", "<=": r"\le", "<": "<", ">=": r"\ge", ">": ">"}

_NAMED = (
    (n.h, r"h(%s)"),
    (n.T, r"T(%s)"),
    (n.omega_plus, r"\omega_\varepsilon^+(%s)"),
    (n.omega_minus, r"\omega_\varepsilon^-(%s)"),
    (n.beta_bound, r"\mathcal{B}(%s)"),
)
"""Functions of the paper that a reader wants by name."""


class _Printer(LatexPrinter):
    """sympy's LaTeX with the paper's letters, and sums over the outcomes without limits."""

    def _print_Symbol(self, expr: sp.Symbol, style: str = "plain") -> str:
        if expr.name in _LETTERS:
            return _LETTERS[expr.name]
        return str(super()._print_Symbol(expr, style))

    def _print_ExpBase(self, expr: sp.Expr, exp: str | None = None) -> str:
        power = expr.args[0] if expr.args else expr.exp
        tex = str(self._print(power))
        if r"\frac" not in tex or power.is_Rational:
            return rf"e^{{{tex}}}" if exp is None else rf"\left(e^{{{tex}}}\right)^{{{exp}}}"
        return rf"\exp\left({tex}\right)" if exp is None else rf"\exp\left({tex}\right)^{{{exp}}}"

    def _print_Sum(self, expr: sp.Sum) -> str:
        term = expr.function
        return r"\sum_{i} " + (rf"\left({self._print(term)}\right)" if isinstance(term, sp.Add) else str(self._print(term)))

    def _print_Indexed(self, expr: sp.Indexed) -> str:
        base = str(expr.base.label)
        named = {"pi_o": r"\pi(o_i)", "rho_o": r"\pi_{\mathrm{ref}}(o_i)", "w": r"\pi_{\mathrm{old}}(o_i)"}
        return named.get(base) or f"{{{self._print(sp.Symbol(base))}}}_i"


_printer = _Printer({"ln_notation": False, "fold_short_frac": False, "mul_symbol": None})


def latex(e: sp.Basic, *, named: bool = True) -> str:
    """An expression or formula; with ``named``, h(p), ω⁺(p) and their kin by name."""
    return _latex(fold(e) if named else e)


def _latex(e: sp.Basic) -> str:
    if isinstance(e, Relational):
        return f"{_latex(e.lhs)} {SIGNS[e.rel_op]} {_latex(e.rhs)}"
    if isinstance(e, BooleanFunction):
        words = {
            sp.And: r"\;\text{ and }\;",
            sp.Or: r"\;\text{ or }\;",
            sp.Implies: r"\;\Rightarrow\;",
            sp.Equivalent: r"\;\Leftrightarrow\;",
        }
        if isinstance(e, sp.Not):
            return rf"\text{{not }}({_latex(e.args[0])})"
        return words[type(e)].join(_part(a) for a in e.args)
    return str(_printer.doprint(e))


def _part(e: Boolean) -> str:
    return _latex(e) if isinstance(e, Relational) else rf"\bigl({_latex(e)}\bigr)"


def fold(e: sp.Basic) -> sp.Basic:
    """``e`` with a name in the place of each function of the paper that stands in it as it is defined."""
    names = _names(frozenset(s for s in e.free_symbols if isinstance(s, sp.Symbol)))
    present = {node: names[node] for node in sp.preorder_traversal(e) if node in names}
    named = substitute(e, present) if present else e
    logistic = {node: _logistic(node) for node in sp.preorder_traversal(named) if _exponent(node) is not None}
    return substitute(named, logistic) if logistic else named


def _exponent(e: sp.Basic) -> sp.Expr | None:
    """The z of 1/(1 + exp(−z)), which is σ(z)."""
    if not (isinstance(e, sp.Pow) and e.exp == -1 and isinstance(e.base, sp.Add) and len(e.base.args) == 2 and sp.S.One in e.base.args):
        return None
    (other,) = (a for a in e.base.args if a != 1)
    return -other.args[0] if isinstance(other, sp.exp) and not other.args[0].has(sp.log) else None


def _logistic(e: sp.Basic) -> sp.Symbol:
    return sp.Symbol(rf"\sigma({_latex(_exponent(e))})", real=True)


@cache
def _names(variables: frozenset[sp.Symbol]) -> Mapping[sp.Basic, sp.Basic]:
    half = sp.Rational(1, 2)
    places = [v for v in sorted(variables, key=str) if v not in (n.beta, n.eps, n.p_ref)] + [n.p_ref, sp.Integer(0), half, sp.Integer(1)]
    found: dict[sp.Basic, set[sp.Symbol]] = {}
    for function, name in _NAMED:
        for place in places:
            if function is n.T and place == n.p_ref:
                continue
            value = function(place)
            if value.free_symbols - {place} and not value.is_Symbol and len(value.args) > 0:
                found.setdefault(value, set()).add(sp.Symbol(name % _short(place), real=True))
    return {value: name for value, (name, *others) in found.items() if not others}  # h(0) and h(1) are one expression: neither is named


def _short(place: sp.Expr) -> str:
    return r"\tfrac12" if place == sp.Rational(1, 2) else _latex(place)


def hypotheses(given: Iterable[Boolean]) -> str:
    """The hypotheses as MyST, bounds of one variable joined (0 < p < 1), each a formula of its own so that a line may break between."""
    return ", ".join(f"${tex}$" for tex in _joined(list(given)))


def _joined(given: list[Boolean]) -> Iterator[str]:
    while given:
        first, *given = given
        if isinstance(first, sp.Lt | sp.Le | sp.Gt | sp.Ge):
            low = _turned(first)
            for k, other in enumerate(given):
                if isinstance(other, sp.Lt | sp.Le | sp.Gt | sp.Ge) and _turned(other)[0] == low[2] and isinstance(low[2], sp.Symbol):
                    high = _turned(other)
                    yield f"{latex(low[0])} {low[1]} {latex(low[2])} {high[1]} {latex(high[2])}"
                    del given[k]
                    break
            else:
                yield latex(first)
        else:
            yield latex(first)


def _turned(r: Relational) -> tuple[sp.Expr, str, sp.Expr]:
    """The relation as smaller, sign, greater."""
    if isinstance(r, sp.Lt | sp.Le):
        return r.lhs, SIGNS[r.rel_op], r.rhs
    return r.rhs, {">": "<", ">=": r"\le"}[r.rel_op], r.lhs


def display(tex: str) -> str:
    """A display in MyST; lines broken by the paper stay aligned, and a piece of a formula that closes what it does not open stays TeX."""
    body = tex.strip().replace(r"\tag{", r"\printedtag{")  # site and print set a number each in its own way
    if body.count("{") != body.count("}"):
        return f"```latex\n{body}\n```\n"
    if len(re.findall(r"\\left(?![a-z])", body)) != len(re.findall(r"\\right(?![a-z])", body)):  # a piece of a formula, as printed
        body = re.sub(r"\\(left|right)(?![a-z])\.?", "", body)
    if "&" in body and r"\begin{" not in body:
        body = rf"\begin{{aligned}} {body} \end{{aligned}}"
    return f"$$\n{body}\n$$\n"


def concluded(c: Statement | SumRelation | str) -> str:
    """What a derivation or theorem concludes, as MyST."""
    match c:
        case Statement(given=given, holds=holds):
            lead = f"for {hypotheses(given)}\n\n" if given else ""
            return lead + display(latex(holds))
        case SumRelation(left=left, relation=relation, right=right, given=given):
            return (f"for {hypotheses(given)}\n\n" if given else "") + display(f"{latex(left)} {SIGNS[relation]} {latex(right)}")
        case str():
            return words(c) + "\n"


def words(sentence: str) -> str:
    """A sentence that a theorem's schema composed, its mathematics in the paper's letters."""
    pieces = sentence.split("$")
    return "$".join(_lettered(piece) if k % 2 else piece for k, piece in enumerate(pieces))


def _lettered(tex: str) -> str:
    return re.sub(
        r"(?<![\\a-z])clip(?![a-z])",
        lambda _: r"\epsilon",
        tex.replace(r"\epsilon", r"\varepsilon").replace("p_{ref}", r"p_{\mathrm{ref}}"),
    )
