"""The indexes: every statement with its standing, and the paper's notation."""

import ast
from collections.abc import Iterator
from pathlib import Path

import sympy as sp

from proofs.pages.formula import latex
from proofs.pages.groups import Group
from proofs.pages.myst import columns, html, lowered, span, text
from proofs.pages.reported import Account
from proofs.pages.words import badge, standing
from symbolic import notation


def statements(found: tuple[Group, ...], account: Account) -> str:
    """The index of statements."""
    return "\n".join(_statements(found, account))


def _statements(found: tuple[Group, ...], account: Account) -> Iterator[str]:
    s = account.summary
    counts = ", ".join(
        f"{s[word]} {word.replace('_', ' ')}"
        for word in ("proved", "refuted", "corroborated", "undecided", "not_run", "remarks")
        if s[word]
    )
    yield "(theorem-index)=\n\n# Index of statements\n"
    yield f"All {s['claims']} claims of this companion: {counts}. Labels are permanent: `statements/index.html#at.LABEL` leads to each.\n"
    for part in dict.fromkeys(g.part for g in found):
        yield f"## {part}\n"
        for g in (g for g in found if g.part == part):
            yield f"### [{text(g.title).replace('$', '')}]({g.page}.md)\n"
            for label in g.labels:
                r = account.results[label]
                at = span("anchor", "").replace("<span", f'<span id="at.{label}"')
                title = lowered(r.claim.title)
                to = f'<a href="{g.page}.html#{label}">{title}</a>'  # no link of MyST: the previews of all would weigh a megabyte
                stands = span("standing", standing(label, account)[1])
                yield f"- {at}{badge(r.verdict)} {to} {span('label', html(label))} {stands}"
            yield ""


def symbols() -> str:
    """The index of notation: each letter and function of the paper, its meaning, and the equation that defines it."""
    letters = [_row(symbol, doc) for symbol, defined, doc in _symbols() if not defined]
    functions = [_row(symbol, defined, doc) for symbol, defined, doc in _symbols() if defined]
    head = (
        "# Notation\n\nEvery letter and function of the paper, once. Two letters that look alike are kept apart: "
        "$\\varepsilon$ smooths the variance "
        "(Section 2.2), $\\epsilon$ clips the ratio of policies (GRPO-Clip).\n"
    )
    return "\n".join((head, "## Letters\n", _table(columns(2, 9), "Letter", "Meaning", rows=letters), "## Functions\n", _named(functions)))


def _named(rows: list[str]) -> str:
    return "Their names are those of `symbolic/notation.py`.\n\n" + _table(columns(3, 8, 6), "Name", "Defined as", "Meaning", rows=rows)


def _table(widths: str, *names: str, rows: list[str]) -> str:
    head = _row(*names)
    listed = "\n".join((head, *rows))
    return f'<div class="scroll">\n\n{widths}\n```{{list-table}}\n:header-rows: 1\n:class: notation\n\n{listed}\n```\n\n</div>\n'


def _symbols() -> Iterator[tuple[str, str, str]]:
    """Symbol, definition (empty for a letter) and meaning of each."""
    module = ast.parse(Path(str(notation.__file__)).read_text(encoding="utf-8"))
    said: list[str] = []
    for node in module.body:
        match node:
            case ast.Assign(targets=[target]):
                said = [n.id for n in ast.walk(target) if isinstance(n, ast.Name)]
            case ast.Expr(value=ast.Constant(value=str(doc))) if said:
                values = [getattr(notation, name) for name in said]
                if all(isinstance(v, sp.Symbol) for v in values):
                    yield ", ".join(f"${latex(v)}$" for v in values), "", _words(doc)
                said = []
            case ast.FunctionDef(name=name) if about := ast.get_docstring(node):
                given = [getattr(notation, a.arg, None) for a in node.args.args]
                values = [v if isinstance(v, sp.Expr) else sp.Symbol(a.arg, real=True) for v, a in zip(given, node.args.args, strict=True)]
                written = latex(getattr(notation, name)(*values), named=False)
                yield f"`{name}`", f"${written}$", _words(about)
            case _:
                said = []


def _row(*cells: str) -> str:
    return "* - " + "\n  - ".join(cells)


def _words(doc: str) -> str:
    return text(" ".join(doc.split()))
