"""sympy trees in words, as they stand: quicker than sympy's printer, and without its reordering."""

import sympy as sp

LONGEST = 240
"""Formulas longer than this are shortened in evidence."""
_SUM, _PRODUCT, _POWER, _ATOM = 1, 2, 3, 4
_NAMES = {"Abs": "abs", "Min": "min", "Max": "max"}


def tree_text(e: sp.Expr) -> str:
    """The expression on one line."""
    return _text(e)[0]


def shorten(words: str) -> str:
    """The words, or their beginning and end."""
    return words if len(words) <= LONGEST else f"{words[: LONGEST // 2]} … {words[-LONGEST // 3 :]}"


def _text(e: sp.Expr) -> tuple[str, int]:
    """The text, and how tightly it binds."""
    match e:
        case sp.Integer():
            return str(e.p), _ATOM if e.p >= 0 else _SUM
        case sp.Rational():
            return f"{e.p}/{e.q}", _PRODUCT if e.p >= 0 else _SUM
        case sp.Add():
            words = ""
            for a in e.args:
                part = _wrap(a, _SUM)
                words = part if not words else f"{words} - {part[1:]}" if part.startswith("-") else f"{words} + {part}"
            return words, _SUM
        case sp.Mul():
            return _product(e)
        case sp.Pow() if isinstance(e.args[1], sp.Rational) and e.args[1] < 0:
            return f"1/{_wrap(_inverse(e), _POWER)}", _PRODUCT
        case sp.Pow() if e.args[1] == sp.Rational(1, 2):
            return f"sqrt({tree_text(e.args[0])})", _ATOM
        case sp.Pow():
            return f"{_wrap(e.args[0], _ATOM)}**{_wrap(e.args[1], _ATOM)}", _POWER
        case sp.Derivative():
            variables = ", ".join(f"{v}" if n == 1 else f"{v} {n} times" for v, n in e.variable_count)
            return f"derivative({tree_text(e.expr)} by {variables})", _ATOM
        case _ if e.args:
            name = type(e).__name__
            return f"{_NAMES.get(name, name)}({', '.join(map(tree_text, e.args))})", _ATOM
        case _:
            return str(e), _ATOM


def _wrap(e: sp.Expr, tightness: int) -> str:
    words, binds = _text(e)
    return words if binds >= tightness else f"({words})"


def _inverse(e: sp.Pow) -> sp.Expr:
    return e.args[0] if e.args[1] == -1 else sp.Pow(e.args[0], -e.args[1], evaluate=False)


def _product(e: sp.Mul) -> tuple[str, int]:
    above, below, sign = [], [], ""
    for a in e.args:
        if isinstance(a, sp.Rational):
            if a.p < 0:
                sign = "" if sign else "-"
            if abs(a.p) != 1:
                above.append(str(abs(a.p)))
            if a.q != 1:
                below.append(str(a.q))
        elif isinstance(a, sp.Pow) and isinstance(a.args[1], sp.Rational) and a.args[1] < 0:
            below.append(_wrap(_inverse(a), _POWER))
        else:
            above.append(_wrap(a, _PRODUCT))
    words = sign + ("*".join(above) or "1")
    if below:
        words += f"/{below[0]}" if len(below) == 1 else f"/({'*'.join(below)})"
    return words, _SUM if sign else _PRODUCT
