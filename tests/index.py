"""Writes the index of the paper from its text: ``python -m tests.index PAPER.txt``; the text itself is not part of the project."""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from proofs.catalogue import catalogue
from proofs.paper import INDEX, digest, heads, normal, restored

_ITEM = re.compile(r"^(?:\*\*)?(Theorem|Lemma|Proposition|Remark|Assumption|Algorithm) (\d)(?:\*\*)?(?: \(|\.| [A-Z])|^FIGURE (\d)")
_PROOF = re.compile(r"^(Proof of (?:Theorem|Proposition) \d)")
_OF_LEMMA = re.compile(r"^\*?Proof\.")
_RESUMED = re.compile(r"^Let us compute the derivative of f")
"""Where Appendix B goes on with the proof of Theorem 3 after Lemma 2."""
_SECTION = re.compile(r"^(\d(?:\.\d)?)\. |^Appendix ([ABC])\.|^(ABSTRACT|References)")
_DISPLAY = re.compile(r"((?:\$\$.*?\$\$\s*)+(?:\((?:\d|GRPO[^)\n]*)\)[ \t]*\n)?|^\s*\$[^$\n]+\$\s*$)", re.DOTALL | re.MULTILINE)
_TAG = re.compile(r"\\tag\{(\d)\}|\((\d|GRPO[^)\n]*)\)\s*$")
_BREAK = re.compile(r"\s(?=\*\*Theorem \d\*\*|\*Proof\.\*)")


def paragraphs(text: str) -> Iterator[str]:
    """The paragraphs, with each display (or several on end) as one of its own, its number after it."""
    for piece in _DISPLAY.split(text):
        if _DISPLAY.fullmatch(piece):
            yield piece
        else:
            yield from (part.strip() for line in piece.splitlines() for part in _BREAK.split(line) if part.strip())


def places(text: str) -> list[dict[str, Any]]:
    """The rows, with their text still in them."""
    rows: list[dict[str, Any]] = []
    open_rows: dict[str, dict[str, Any]] = {}
    """The section, the item and the proof that go on."""
    count = 0

    def opened(kind: str, place: str, *names: str) -> None:
        rows.append({"place": place, "kind": kind, "names": [place, *names], "text": []})
        open_rows[kind] = rows[-1]

    for piece in paragraphs(text):
        line = re.sub(r"^#+ ", "", piece.strip())
        section = open_rows["section"]["names"] if open_rows else []
        if found := _SECTION.match(line):
            number, appendix, plain = found.groups()
            if plain == "References":
                break
            open_rows.clear()
            place = f"Section {number}" if number else f"Appendix {appendix}" if appendix else "Abstract"
            opened("section", place, *([place.rpartition(".")[0]] if "." in place else []))
            count = 0
        elif not open_rows:
            continue
        elif found := _PROOF.match(line):
            open_rows.pop("item", None)
            open_rows.pop("lemma", None)
            opened("proof", found.group(), *section)
        elif found := _ITEM.match(line):
            kind, number, figure = found.groups()
            open_rows.pop("lemma", None)
            opened("item", f"Figure {figure}" if figure else f"{kind} {number}", *section)
        elif _OF_LEMMA.match(line) and "item" in open_rows:
            opened("lemma", f"Proof of {open_rows['item']['place']}", open_rows["item"]["place"], *section)
            rows[-1]["kind"] = "proof"
        elif _RESUMED.match(line):
            open_rows.pop("item", None)
            open_rows.pop("lemma", None)
        for row in open_rows.values():
            row["text"].append(line)
        if _DISPLAY.fullmatch(piece):
            count += 1
            numbers = [n for pair in _TAG.findall(piece) for n in pair if n]
            around = [open_rows[k]["place"] for k in ("lemma", "item", "proof") if k in open_rows]
            names = [*(f"Equation ({n})" if len(n) == 1 else f"({n})" for n in numbers), *around, *open_rows["section"]["names"]]
            formula = re.sub(r"\$|\((?:\d|GRPO[^)\n]*)\)\s*$", "", piece)
            rows.append(
                {"place": f"{open_rows['section']['place']}, display {count}", "kind": "display", "names": names, "text": [formula]}
            )
    return [{**row, "text": "\n".join(row["text"])} for row in rows]


def _stands(printed: str, text: str) -> bool:
    """Whether the formula stands in the text, or else all its sides do, each but the first behind its relation.

    So a claim may join the left side of a display to one of its later lines, and leave out what stands between.
    """
    whole, sides = normal(text), re.split(r"(?<!^)(?=\\(?:le|ge)q?(?![a-zA-Z])|[=<>]|\\text)", printed)
    return normal(printed) in whole or all(normal(side) in whole for side in sides)


def indexed(text: str) -> tuple[list[dict[str, Any]], list[str]]:
    """The rows of the index, and the labels of the claims whose formula was not found at their place."""
    rows = places(text)
    missing = []
    for row in rows:
        row["printed"] = []
    for label, claim in catalogue().items():
        if claim.source.printed:
            at = set(heads(claim.source.place))
            found = [row for row in rows if at & set(row["names"]) and _stands(claim.source.printed, row["text"])]
            kinds = ("display", "item", "proof", "section")
            narrow = next((of for kind in kinds if (of := [row for row in found if row["kind"] == kind])), [])
            for row in narrow:
                row["printed"] = sorted({*row["printed"], digest(claim.source.printed)[:16]})
            if not found:
                missing.append(label)
    return [
        {**{k: row[k] for k in ("place", "kind", "names")}, "digest": digest(row["text"]), "printed": row["printed"]} for row in rows
    ], missing


if __name__ == "__main__":
    found, missing = indexed(Path(sys.argv[1]).read_text(encoding="utf-8"))
    known = dict(restored()) if INDEX.exists() else {}
    body = ",\n".join(json.dumps(row, ensure_ascii=False) for row in found)
    kept = ",\n".join(f"{json.dumps(label)}: {json.dumps(known.get(label, ''), ensure_ascii=False)}" for label in missing)
    INDEX.write_text(f'{{"rows": [\n{body}\n],\n"restored": {{\n{kept}\n}}}}\n', encoding="utf-8")
    if unexplained := [label for label in missing if not known.get(label)]:
        sys.exit(f"not found at their place; say why in {INDEX.name}: {', '.join(unexplained)}")
