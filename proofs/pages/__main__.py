"""``python -m proofs.pages REPORT FOLDER``: writes the book's pages from the report of a run, or says why that report will not do."""

import json
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from proofs.catalogue import CatalogueError, catalogue
from proofs.pages import errata, figures, graph, index, phases, reference, trusted
from proofs.pages.claim import card, several, steps
from proofs.pages.groups import groups, page
from proofs.pages.reported import Account, StaleReportError, account
from proofs.pages.toc import filled
from proofs.places import ROOT, cache, digest, read
from proofs.places import write as place
from symbolic.derivation import Argument, Chain


def pages(a: Account) -> Iterator[tuple[str, str]]:
    """The name and text of every file."""
    found = groups(a)
    for group in found:
        yield f"{group.page}.md", page(group, a)
    yield "index.md", index.statements(found, a)
    yield "notation.md", index.symbols()
    yield "errata.md", errata.page(a)
    yield "trusted.md", trusted.page(a)
    yield "graph.md", graph.page(found, a)
    yield "phases.md", phases.page()
    yield from figures.pages()
    modules = dict(reference.pages())
    yield from modules.items()
    names = {name.removesuffix(".md"): name.removesuffix(".md").removeprefix("reference-") for name in modules if name != "reference.md"}
    written = (ROOT / "book/_toc.yml").read_text(encoding="utf-8")
    yield "_toc.yml", filled(written, {group.page: group.short for group in found}, names)
    for label, r in a.results.items():
        yield f"cards/{label}.md", card(r)
        if isinstance(r.claim.content, Chain | Argument):
            yield f"steps/{label}.md", steps(r, a)
    for prefix in dict.fromkeys(label[:end] for label in a.results for end in [*_dots(label), len(label)]):
        members = [r for label, r in a.results.items() if label == prefix or label.startswith(f"{prefix}.")]
        yield f"groups/{prefix}.md", several(members)


def _dots(label: str) -> list[int]:
    return [k for k, c in enumerate(label) if c == "."]


def write(folder: Path, files: dict[str, str]) -> int:
    """Bring the folder up to date: what is unchanged keeps its date, so that a build knows; what nobody wrote is removed."""
    changed = 0
    for name, words in files.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        if not place.is_file() or place.read_text(encoding="utf-8") != words:
            place.write_text(words, encoding="utf-8")
            changed += 1
    for old in [f for f in folder.rglob("*") if f.is_file() and f.relative_to(folder).as_posix() not in files]:
        old.unlink()
    return changed


def main(report: str, folder: str) -> int:
    """Write the pages; 2 where the report will not do.  Nothing is done where report, program and contents are those of the last time."""
    contents = (ROOT / "book/_toc.yml").read_bytes()
    kept = cache() / "pages.json"
    try:
        told = json.loads(Path(report).read_text(encoding="utf-8"))
        told["summary"].pop("seconds", None)  # of the run, not of any claim: on no page
        made_of = sha256(json.dumps(told).encode() + contents + digest(("symbolic", "numeric_checks", "proofs")).encode()).hexdigest()
        if read(kept) == made_of and (Path(folder) / "_toc.yml").is_file():
            return 0
        found = account(told, catalogue())
    except (CatalogueError, StaleReportError, OSError, ValueError) as error:
        sys.stderr.write(f"book: {error}\n")
        return 2
    files = dict(pages(found))
    changed = write(Path(folder), files)
    place(kept, made_of)
    sys.stdout.write(f"book: {len(files)} generated files, {changed} of them new or changed\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
