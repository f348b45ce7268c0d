"""LaTeX of what is printed and of what is checked, in the paper's notation."""

import re

import sympy as sp
from sympy.printing.latex import LatexPrinter

from proofs.wording import verbatim, words
from symbolic import notation
from symbolic.claim import Claim, Remark
from symbolic.derivation import Argument, Chain
from symbolic.latex import needs_a_reader
from symbolic.statement import Statement, substitute
from symbolic.theorems import SumRelation

_REF = r"p_{\mathrm{ref}}"
_H = rf"h_{{\varepsilon,{_REF}}}"
_NAMES = {
    "p_ref": _REF,
    "clip": r"\epsilon",
    "epsilon": r"\varepsilon",
    "w": r"\pi_{\mathrm{old}}(o|q)",
    "pi_o": r"\pi(o|q)",
    "rho_o": r"\pi_{\mathrm{ref}}(o|q)",
    "tau_o": r"\tilde{\pi}(o|q)",
    "tau'": r"\tau'",
}
_half = sp.Rational(1, 2)
_FOLDED = {
    notation.h(): rf"{_H}(p)",
    notation.h(notation.p_ref): rf"{_H}({_REF})",
    notation.h(_half): rf"{_H}(\tfrac{{1}}{{2}})",
    notation.h(sp.Integer(1)): rf"{_H}(1)",
    notation.f_clip(notation.x, notation.A): r"f_{\epsilon}(x, A)",
    notation.clipped(notation.x): r"\operatorname{clip}(x, 1-\epsilon, 1+\epsilon)",
    notation.omega_plus(): r"\omega_{\varepsilon}^{+}(p)",
    notation.omega_minus(): r"\omega_{\varepsilon}^{-}(p)",
    notation.beta_bound(): r"\mathcal{B}(p)",
    notation.B_max(): r"\mathcal{B}_{\max}",
}
_SYMBOLS = {whole: sp.Symbol(name, real=True) for whole, name in _FOLDED.items()}
_SIGNS = {"=": "=", "<=": r"\le", "<": "<", ">=": r"\ge", ">": ">"}


class _Paper(LatexPrinter):
    """sympy's LaTeX printer with the paper's names."""

    def _print_Symbol(self, expr: sp.Symbol, style: str = "plain") -> str:
        return _NAMES.get(expr.name) or (expr.name if expr in _SYMBOLS.values() else str(super()._print_Symbol(expr, style)))

    def _print_Indexed(self, expr: sp.Indexed, exp: str | None = None) -> str:
        name = _NAMES.get(str(expr.base.label), sp.latex(expr.base.label))
        at = name.replace("o|q", "o_i|q") if "o|q" in name else rf"{{{name}}}_i"
        return at if exp is None else rf"{at}^{{{exp}}}"


def formula(e: sp.Basic) -> str:
    """The expression or formula, with the paper's names for what it defines."""
    return str(_Paper({"fold_short_frac": False}).doprint(substitute(e, _SYMBOLS)))


def said(content: Statement | Chain | Argument | Remark) -> str:
    """What is checked: a formula and the hypotheses it stands under, in mathematics; or the sentence that a theorem concludes."""
    match content.conclusion if isinstance(content, Chain | Argument) else content:
        case Statement(given=given, holds=holds):
            return formula(holds) + under(given)
        case SumRelation(left=left, relation=relation, right=right, given=given):
            return f"{formula(left)} {_SIGNS[relation]} {formula(right)}" + under(given)
        case str() as sentence:
            return rf"\text{{{words(sentence)}}}"
    return ""


def under(given: tuple[sp.Basic, ...]) -> str:
    """The hypotheses, behind a formula."""
    return r" \quad\text{for } " + r",\; ".join(formula(g) for g in given) if given else ""


def printed(latex: str) -> str:
    """A formula as the paper prints it, made fit to stand by itself: without alignment; as it is spelt where it is a fragment."""
    plain = re.sub(r"& *\\text|&", lambda m: r"\quad\text" if "text" in m[0] else " ", re.sub(r"\\tag\{.*?\}", "", latex))
    plain = re.sub(r"\bif ?\\ |\\ and ?\\ |\\ is ?\\ (\w+)", lambda m: rf"\text{{ {m[0].replace(chr(92), '').strip()} }}", plain)
    return f"${plain}$" if whole(plain) else rf"\texttt{{{verbatim(latex)}}}"


def whole(latex: str) -> bool:
    """Whether brackets that group, ``\\left`` and ``\\right``, and environments are all closed."""
    depth = 0
    for bracket in re.findall(r"(?<!\\)[{}]", latex):
        depth += 1 if bracket == "{" else -1
        if depth < 0:
            return False
    pairs = [(r"\\left(?![a-z])", r"\\right(?![a-z])"), (r"\\begin\{", r"\\end\{")]
    return depth == 0 and all(len(re.findall(a, latex)) == len(re.findall(b, latex)) for a, b in pairs)


def correction(claim: Claim, correct: Claim) -> str:
    """What should stand in place of ``claim``: the formula its correction prints where that is another one, else what is checked."""
    latex = correct.source.printed
    if latex and latex != claim.source.printed and not correct.source.by_hand and not needs_a_reader(latex):
        return printed(latex)
    content = correct.content
    conclusion = content.conclusion if isinstance(content, Chain | Argument) else content
    return words(conclusion) if isinstance(conclusion, str) else f"${said(content)}$"
