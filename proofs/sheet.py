"""The errata as a LaTeX document that one could send to the author: statements first, then steps of proofs, then slips."""

from collections.abc import Mapping
from typing import Any

import sympy as sp

from proofs.typeset import formula, printed
from proofs.wording import verbatim, words
from symbolic.statement import real

_PARTS = {
    "statement": ("Statements", "What is said is false as it stands."),
    "step": ("Steps of proofs", "The theorem or lemma stands, by another step or another proof."),
    "slip": ("Slips", "Nothing hangs on these."),
}


def sheet(rows: list[dict[str, Any]]) -> str:
    """The document; each row as ``errata --json`` writes it."""
    parts = []
    for severity, (title, meaning) in _PARTS.items():
        if items := "\n\n".join(_item(row) for row in rows if row["severity"] == severity):
            parts.append(f"\\section*{{{title}}}\n{meaning}\n\\begin{{itemize}}\n{items}\n\\end{{itemize}}\n")
    return _SHEET.replace("%PARTS%", "\n".join(parts))


def _item(row: Mapping[str, Any]) -> str:
    why = rf"\entry{{Counterexample}} {_point(row)}" if row["formula"] else rf"\entry{{Why}} {_sentence(row['witness'])}"
    lines = [
        rf"\item \textbf{{{words(row['place'])}}} ({row['kind']}). {_sentence(row['title'])}",
        rf"\entry{{Printed}} {printed(row['printed'])}" if row["printed"] else "",
        rf"\entry{{Read as}} ${row['checked']}$" if row["formula"] and row["by_hand"] else "",
        why,
        rf"\entry{{Instead}} {row['corrected'] if row['formula'] else _sentence(row['corrected'])}" if row["corrected"] else "",
        rf"\entry{{Proved as}} \texttt{{{verbatim(row['correction'])}}}" if row["formula"] else "",
        rf"\entry{{{'Note' if row['severity'] == 'slip' else 'What stands'}}} {_sentence(row['note'])}" if row["note"] else "",
    ]
    return "\n".join(line for line in lines if line)


def _point(row: Mapping[str, Any]) -> str:
    """Where the formula fails, and what its evaluation shows there."""
    if not row["shows"]:
        return "not confirmed in this run."
    values = ", ".join(f"${formula(real(name))} = {_value(value)}$" for name, value in row["point"])
    return f"{f'at {values}: ' if values else ''}{_sentence(row['shows'])}"


def _value(text: str) -> str:
    """A coordinate in LaTeX: a rational number as it stands, a closed expression with the ball that holds it."""
    ball, _, exact = text.partition(" = ")
    enclosed = ball.replace("±", r"\pm")
    return rf"{sp.latex(sp.sympify(exact))} \in {enclosed}" if exact else text


def _sentence(text: str) -> str:
    spelt = words(text)
    return spelt if spelt.endswith((".", "?", "!")) else f"{spelt}."


_SHEET = r"""\documentclass[11pt]{article}
\usepackage[utf8]{inputenc}
\usepackage{amsmath,amssymb}
\usepackage[margin=2.5cm]{geometry}
\allowdisplaybreaks\sloppy\emergencystretch=3em
\newcommand{\entry}[1]{\par\smallskip\noindent\textit{#1:}}
\title{Errata to ``Reinforcement Learning with Verifiable Rewards: GRPO's Effective Loss, Dynamics, and Success Amplification''}
\author{}
\date{}
\begin{document}
\maketitle
\noindent Each entry names the place, what is printed there, what shows it wrong, and what should stand instead. A counterexample is a
point at which the printed formula was evaluated rigorously; balls $[x \pm r]$ enclose irrational values. What is to stand instead was
proved under the label given.

%PARTS%
\end{document}
"""
