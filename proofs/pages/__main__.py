"""``python -m proofs.pages REPORT FOLDER``: writes the book's pages from the report of a run, or says why that report will not do."""

import json
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from proofs.catalogue import CatalogueError, catalogue
from proofs.kernel.coq import absent
from proofs.kernel.development import DevelopmentError
from proofs.pages import errata, figures, graph, index, phases, reference, rocq, trusted
from proofs.pages.claim import card, several, steps
from proofs.pages.groups import groups, page
from proofs.pages.reported import Account, StaleReportError, account
from proofs.pages.toc import filled, printed
from proofs.places import ROOT, cache, digest, read
from proofs.places import write as place
from symbolic.derivation import Argument, Chain


def pages(a: Account, making: Future[rocq.Shown]) -> Iterator[tuple[str, str | bytes]]:
    """The name and content of every file; ``making`` makes the proof states meanwhile."""
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
    development = replace(told_of(making.result()), pinned=rocq.pinned(a, {label: g.page for g in found for label in g.labels}))
    yield from rocq.pages(development)
    files = {rocq.name(Path(file).stem): Path(file).stem for file in development.files}
    statements = {group.page: group.short for group in found}
    yield "_toc.yml", filled(written, {"statements": statements, "development": files, "modules": names})
    yield "_toc-print.yml", filled(printed(written), {"statements": statements, "development": {}, "modules": {}})
    for label, r in a.results.items():
        yield f"cards/{label}.md", card(r)
        if isinstance(r.claim.content, Chain | Argument):
            yield f"steps/{label}.md", steps(r, a)
    for prefix in dict.fromkeys(label[:end] for label in a.results for end in [*_dots(label), len(label)]):
        members = [r for label, r in a.results.items() if label == prefix or label.startswith(f"{prefix}.")]
        yield f"groups/{prefix}.md", several(members)


def told_of(development: rocq.Shown) -> rocq.Shown:
    """The development; where its proof states are missing, standard error says so too."""
    if development.lacking:
        sys.stderr.write(f"book: no proof states: {development.lacking}\n")
    return development


def _dots(label: str) -> list[int]:
    return [k for k, c in enumerate(label) if c == "."]


def write(folder: Path, files: Mapping[str, str | bytes]) -> int:
    """Bring the folder up to date: what is unchanged keeps its date, so that a build knows; what nobody wrote is removed."""
    changed = 0
    for name, words in files.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        content = words.encode() if isinstance(words, str) else words
        if not place.is_file() or place.read_bytes() != content:
            place.write_bytes(content)
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
        program = digest(("symbolic", "numeric_checks", "proofs"))
        made_of = sha256(json.dumps([told, absent(), program]).encode() + contents).hexdigest()
        if read(kept) == made_of and (Path(folder) / "_toc.yml").is_file():
            return 0
        found = account(told, catalogue())
    except (CatalogueError, StaleReportError, OSError, ValueError) as error:
        sys.stderr.write(f"book: {error}\n")
        return 2
    try:
        with ThreadPoolExecutor(1) as pool:
            files = dict(pages(found, pool.submit(rocq.made)))
    except DevelopmentError as error:
        sys.stderr.write(f"book: {error}\n")
        return 2
    changed = write(Path(folder), files)
    place(kept, made_of)
    sys.stdout.write(f"book: {len(files)} generated files, {changed} of them new or changed\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
