"""The pages of the Rocq development: each file with its comments as prose, and its proofs by sentences, with the goals after each."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from proofs.kernel.coq import CoqError, version
from proofs.kernel.development import sources
from proofs.kernel.project import DEVELOPMENT
from proofs.pages.myst import code, heading, html, link, text
from proofs.pages.reported import Account
from proofs.pages.script import Pinned, anchor, body, opening, plain
from proofs.pages.states import Sentence, states
from proofs.places import cache

_PROVED = re.compile(r"Rocq kernel: GRPO\.(\w+)\.([\w']+)")


@dataclass(frozen=True)
class Shown:
    """What the pages are written from: the files, their states or why there are none, and the claims that rest on each theorem."""

    files: Mapping[str, bytes]
    states: Mapping[str, tuple[Sentence, ...]]
    lacking: str
    edition: str
    pinned: Pinned = field(default_factory=dict)


def made() -> Shown:
    """The development as it stands, with its states; where coqtop is absent, or refuses it, ``lacking`` says so.

    Raises:
        DevelopmentError: if its files cannot be read.
    """
    files = sources(DEVELOPMENT.folder)
    try:
        return Shown(files, states(DEVELOPMENT.folder, cache() / "states.json"), "", version())
    except CoqError as error:
        return Shown(files, {}, str(error), "")


def pinned(account: Account, page_of: Mapping[str, str]) -> Pinned:
    """The claims that rest on each theorem, as the report has it, each with a link to its page."""
    found: dict[tuple[str, str], list[str]] = {}
    for label, r in account.results.items():
        for f in r.findings:
            if f.family == "kernel" and (match := _PROVED.match(f.detail)):
                found.setdefault((match[1], match[2]), []).append(f'<a href="{page_of[label]}.html#{label}">{html(label)}</a>')
    return found


def place(detail: str) -> str:
    """Where the theorem that a finding of the kernel names is shown, as a link; empty where the finding names none."""
    match = _PROVED.match(detail)
    return f'<a href="{name(match[1])}.html#{anchor(match[1], match[2])}">{html(match[2])}, step by step</a>' if match else ""


def name(stem: str) -> str:
    """The page of a file."""
    return f"rocq-{stem}"


def pages(s: Shown) -> Iterator[tuple[str, str]]:
    """Name and text of each page: one a file, and their overview."""
    yield "rocq.md", "\n".join(_overview(s))
    for file in s.files:
        yield f"{name(Path(file).stem)}.md", "\n".join(_page(file, s))


def _overview(s: Shown) -> Iterator[str]:
    yield "# The Rocq development\n"
    yield (
        f"{len(s.files)} files in the order of their dependence; Rocq's kernel checks all of them when {code('grpo-companion check')} runs."
        f" {_made(s)} How far the kernel is to be trusted says {link('trust', 'another page')}.\n"
    )
    yield '<div class="scroll">\n\n```{list-table}\n:header-rows: 1\n:class: notation\n'
    yield "* - File\n  - What it proves\n  - Claims that rest on it"
    for file, content in s.files.items():
        stem = Path(file).stem
        claims = {claim for (where, _), claims in s.pinned.items() if where == stem for claim in claims}
        yield f"* - [{stem}]({name(stem)}.md)\n  - {_first(content.decode())}\n  - {len(claims) or '—'}"
    yield "```\n\n</div>\n"


def _made(s: Shown) -> str:
    if s.lacking:
        return f"**The proof states were not made when this book was built: {text(s.lacking)}.** The files are shown without them."
    count = sum(bool(sentence.goals) for sentences in s.states.values() for sentence in sentences)
    return f"{count} proof states are shown, as coqtop {s.edition.split()[0]} prints them."


def _first(content: str) -> str:
    return opening(content).partition(". ")[0].rstrip(".") + "." if opening(content) else "—"


def _page(file: str, s: Shown) -> Iterator[str]:
    stem, content = Path(file).stem, s.files[file].decode()
    yield f"# {heading(file)}\n"
    if s.lacking:
        yield f"{_made(s)}\n"
        yield plain(stem, content)
        return
    yield from body(stem, s.files[file], s.states[file], s.pinned)
    digest = sha256(s.files[file]).hexdigest()[:12]
    yield (
        f"\nOpen a proof to see its sentences, and a sentence to see what is left to prove after it; what it changed is set in bold. "
        f"Made by coqtop {s.edition.split()[0]} from `{file}` with the digest `{digest}`; [all files](rocq.md).\n"
    )
