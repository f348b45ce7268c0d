"""The errata: each place where the paper is wrong, with its witness, its correction, and what depends on it."""

from collections.abc import Mapping
from typing import Any

import sympy as sp

from proofs.result import Result
from symbolic.claim import Claim, Remark
from symbolic.derivation import Argument, Chain
from symbolic.statement import Statement
from symbolic.verdict import Refuted


def labels(claims: Mapping[str, Claim]) -> tuple[str, ...]:
    """The claims that are errata: those declared refuted, and remarks that say what is wrong."""
    return tuple(label for label, claim in claims.items() if claim.erratum is not None)


def rows(claims: Mapping[str, Claim], results: Mapping[str, Result]) -> list[dict[str, Any]]:
    """One row an erratum, in the order of the paper, as ``errata --json`` writes it."""
    return [_row(claims[label], claims, results) for label in labels(claims)]


def _row(claim: Claim, claims: Mapping[str, Claim], results: Mapping[str, Result]) -> dict[str, Any]:
    assert claim.erratum is not None
    remark = claim.content if isinstance(claim.content, Remark) else None
    verdict = results[claim.label].verdict
    correct = claims[claim.correction] if claim.correction else None
    return {
        "label": claim.label,
        "title": claim.title,
        "place": claim.source.place,
        "printed": claim.source.printed,
        "kind": claim.erratum.fault.value,
        "severity": claim.erratum.severity.value,
        "witness": remark.reason if remark else str(verdict.witness) if isinstance(verdict, Refuted) else None,
        "correction": claim.correction or (remark.corrected if remark else None),
        "corrected": latex(correct) if correct else remark.corrected if remark else "",
        "note": claim.erratum.note,
        "dependents": list(dependents(claim, claims)),
    }


def dependents(claim: Claim, claims: Mapping[str, Claim]) -> tuple[str, ...]:
    """The claims that use, directly or by way of others, the erratum or what corrects it."""
    found = {label for label in (claim.label, claim.correction) if label}
    start = set(found)
    while more := {label for label, c in claims.items() if label not in found and found & set(c.uses)}:
        found |= more
    return tuple(label for label in claims if label in found - start)


def latex(claim: Claim) -> str:
    """What the claim says, in LaTeX: as its place prints it, or as the checked statement reads."""
    if claim.source.printed:
        return claim.source.printed
    content = claim.content
    said = content.conclusion if isinstance(content, Chain | Argument) else content
    if isinstance(said, Statement):
        given = r",\; ".join(sp.latex(g) for g in said.given)
        return str(sp.latex(said.holds)) + (rf" \quad\text{{for }} {given}" if given else "")
    return str(said) if isinstance(said, str) else ""


def sheet(rows: list[dict[str, Any]]) -> str:
    """The errata as a LaTeX document that one could send to the author."""
    items = "\n".join(_item(row) for row in rows)
    return _SHEET.replace("%ITEMS%", items)


def _item(row: Mapping[str, Any]) -> str:
    math = rf"\par\noindent Printed: $\displaystyle {row['printed']}$" if row["printed"] else ""
    mended = ""
    if row["corrected"]:
        mended = row["corrected"] if row["correction"] == row["corrected"] else rf"$\displaystyle {row['corrected']}$"
    lines = [
        rf"\item \textbf{{{_text(row['place'])}}} ({row['kind']}; {row['severity']}): {_text(row['title'])}",
        math,
        rf"\par\noindent Shown by: {_text(row['witness'] or 'not decided')}.",
        rf"\par\noindent Instead: {mended}" if mended else "",
        rf"\par\noindent {_text(row['note'])}" if row["note"] else "",
    ]
    return "\n".join(line for line in lines if line)


def _text(words: str) -> str:
    """Words for LaTeX: what stands between dollar signs is left alone."""
    pieces = words.split("$")
    escaped = ["".join(_ESCAPES.get(c, c) for c in piece) if k % 2 == 0 else f"${piece}$" for k, piece in enumerate(pieces)]
    return "".join(escaped)


_ESCAPES = {
    **{c: rf"\{c}" for c in "&%#_{}"},
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{
        c: rf"\ensuremath{{{tex}}}"
        for c, tex in {"≤": r"\le", "≥": r"\ge", "≠": r"\ne", "∈": r"\in", "√": r"\surd", "·": r"\cdot", "±": r"\pm"}.items()
    },
    **{
        c: rf"\ensuremath{{\{tex}}}"
        for c, tex in {"α": "alpha", "β": "beta", "ε": "varepsilon", "ϵ": "epsilon", "π": "pi", "σ": "sigma"}.items()
    },
    **{
        c: rf"\ensuremath{{\{tex}}}"
        for c, tex in {"ω": "omega", "ξ": "xi", "→": "to", "⇒": "Rightarrow", "∞": "infty", "∀": "forall"}.items()
    },
}

_SHEET = r"""\documentclass{article}
\usepackage[utf8]{inputenc}
\usepackage{amsmath,amssymb}
\usepackage[margin=2.5cm]{geometry}
\title{Errata}
\date{}
\begin{document}
\maketitle
\begin{enumerate}
%ITEMS%
\end{enumerate}
\end{document}
"""
