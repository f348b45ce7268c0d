"""The reference of the program's modules, from their docstrings."""

import ast
from collections.abc import Iterator
from pathlib import Path

from proofs.catalogue import SECTIONS
from proofs.pages.myst import code, text
from proofs.places import ROOT

LAYERS = {
    "symbolic": "What is said: notation, statements, derivations, and two exact languages.",
    "numeric_checks": "At which numbers: enclosures, counterexamples, certificates, dynamics.",
    "proofs": "What follows: claims, deciders, reports, the command line.",
}
"""The packages, and what each holds."""


def pages() -> Iterator[tuple[str, str]]:
    """Name and text of each page: one a package, and their overview."""
    overview = "\n".join(f"- [{layer}](reference-{layer.replace('_', '-')}.md): {says}" for layer, says in LAYERS.items())
    yield (
        "reference.md",
        f"# Modules\n\nWritten from the docstrings. Each package may import those before it, never the other way.\n\n{overview}\n",
    )
    for layer, says in LAYERS.items():
        yield f"reference-{layer.replace('_', '-')}.md", f"---\nnosearch: true\n---\n\n# {layer}\n\n{says}\n\n" + "\n".join(_layer(layer))


def _layer(layer: str) -> Iterator[str]:
    for file in sorted((ROOT / layer).rglob("*.py")):
        name = file.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".").removesuffix(".__init__")
        if name.partition(".")[2].partition(".")[0] in SECTIONS or name.startswith(
            ("symbolic.derivations", "proofs.section", "proofs.appendix")
        ):
            continue
        yield from _module(name, ast.parse(file.read_text(encoding="utf-8")), file)


def _module(name: str, module: ast.Module, file: Path) -> Iterator[str]:
    yield f"## {text(name)}\n\n{_doc(module)}\n"
    if file.name.startswith("__"):
        return
    for node in module.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_") and ast.get_docstring(node):
            yield from _entry(node)


def _entry(node: ast.FunctionDef | ast.ClassDef) -> Iterator[str]:
    if isinstance(node, ast.FunctionDef):
        returns = f" -> {ast.unparse(node.returns)}" if node.returns else ""
        yield f"{code(f'{node.name}({ast.unparse(node.args)}){returns}')}\n: {_indented(_doc(node))}\n"
        return
    yield f"{code(f'class {node.name}')}\n: {_indented(_doc(node))}\n"


def _doc(node: ast.Module | ast.FunctionDef | ast.ClassDef) -> str:
    """The docstring in MyST: code in backticks as it stands, everything else as words; sections such as Raises in bold."""
    lines = []
    for line in (ast.get_docstring(node) or "").splitlines():
        pieces = line.strip().split("``")
        words = "".join(f"`{piece}`" if k % 2 else text(piece.replace("$", r"\$").replace("`", "")) for k, piece in enumerate(pieces))
        lines.append(f"**{words.rstrip(':')}.**" if line.strip() in ("Raises:", "Args:", "Returns:", "Yields:") else words)
    return "\n".join(lines)


def _indented(words: str) -> str:
    return words.replace("\n", "\n  ")
