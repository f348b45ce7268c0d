"""The claims by the file that declares them: one numbered statement of the paper, one file, one page."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from proofs.catalogue import SECTIONS
from proofs.pages.claim import section
from proofs.pages.myst import fold, heading, link, on_site, text
from proofs.pages.reported import Account
from proofs.places import ROOT

PARTS = {
    "section_1": "Section 1",
    "section_2": "Section 2",
    "section_3": "Section 3",
    "section_4": "Section 4",
    "section_5": "Section 5",
    "section_6": "Section 6",
    "appendix_a": "Appendix A",
    "appendix_b": "Appendix B",
    "appendix_c": "Appendix C",
    "solver": "Solver lemmas",
    "beyond": "Beyond the paper",
    "implementations": "Implementations",
}
"""What the folders of claims are called."""


@dataclass(frozen=True)
class Group:
    """The claims of one file."""

    file: str
    labels: tuple[str, ...]

    @property
    def page(self) -> str:
        """The page's name, which does not change while the file stays."""
        folder, name = Path(self.file).parts[-2:]
        return f"{folder}-{name.removesuffix('.py')}".replace("_", "-")

    @property
    def part(self) -> str:
        """The part of the paper to which the file belongs."""
        return PARTS.get(Path(self.file).parts[-2], Path(self.file).parts[-2])

    @property
    def short(self) -> str:
        """The page's name in the side bar."""
        name = Path(self.file).stem.replace("_", " ")
        return f"{self.part}: {name}" if self.part.startswith(("Section", "Appendix")) else name[:1].upper() + name[1:]

    @property
    def says(self) -> str:
        """The file's docstring, one sentence."""
        return (ast.get_docstring(ast.parse((ROOT / self.file).read_text(encoding="utf-8"))) or self.file).partition("\n")[0]

    @property
    def title(self) -> str:
        """The page's title: what the sentence is about."""
        return self.says.rstrip(".").partition(": ")[0]


def groups(account: Account) -> tuple[Group, ...]:
    """The groups, in the order of the paper, solver lemmas last."""
    by_file: dict[str, list[str]] = {}
    for label, claim in account.claims.items():
        by_file.setdefault(Path(claim.declared_at.rpartition(":")[0]).relative_to(ROOT).as_posix(), []).append(label)
    order = {section: k for k, section in enumerate((*(s for s in SECTIONS if s != "solver"), "solver"))}
    found = [Group(file, tuple(labels)) for file, labels in by_file.items()]
    return tuple(sorted(found, key=lambda g: order[Path(g.file).parts[-2]]))


def page(group: Group, account: Account) -> str:
    """The group's page."""
    return "\n".join(_page(group, account))


def _page(group: Group, account: Account) -> Iterator[str]:
    source = f"source.{group.page}"
    yield f"# {heading(group.title)}\n"
    if group.says.rstrip(".") != group.title:
        yield f"{text(group.says)}\n"
    reading = link("reading-verdicts", "how to read it")
    yield f"This page is written by the program from {len(group.labels)} claims and the report of a run; {reading}.\n"
    for label in group.labels:
        yield section(account.results[label], account, source)
    yield f"({source})=\n\n## The file\n"
    yield f"`{group.file}`\n"
    listing = f"```{{literalinclude}} ../../{group.file}\n:language: python\n:linenos:\n```"
    yield on_site(fold("Its text", listing, "listing"))
