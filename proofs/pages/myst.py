"""The few turns of MyST that the generated pages use."""

import re

from proofs.catalogue import load

_INDEXED = re.compile(r"(?<![\w^{\\])([pxyδβπ])_(ref|old|esc|n|0|1|θ)(?![\w{])")
_LETTERS = {"δ": r"\delta", "β": r"\beta", "π": r"\pi"}
_INDICES = {"ref": r"\mathrm{ref}", "old": r"\mathrm{old}", "esc": r"\mathrm{esc}", "θ": r"\theta"}
_SPECIAL = re.compile(r"([\\*_<>\[\]`|#])")


def text(words: str) -> str:
    """Words for MyST; what stands between dollar signs is mathematics and left alone, and p_ref, π_n and their kin are set as such."""
    pieces = words.split("$")
    if len(pieces) % 2 == 0:
        return _plain(words.replace("$", r"\$"))
    return "".join(f"${piece}$" if k % 2 else _plain(piece) for k, piece in enumerate(pieces))


def _plain(words: str) -> str:
    pieces = _INDEXED.split(words)  # words, letter, index, words, …
    plain = [_SPECIAL.sub(r"\\\1", piece) for piece in pieces[::3]]
    indexed = [f"${_LETTERS.get(x, x)}_{{{_INDICES.get(k, k)}}}$" for x, k in zip(pieces[1::3], pieces[2::3], strict=True)]
    return "".join(a + b for a, b in zip(plain, [*indexed, ""], strict=True))


def heading(words: str) -> str:
    """Words for a heading, which index and side bar repeat: without mathematics."""
    return _SPECIAL.sub(r"\\\1", words.replace("$", ""))


def code(words: str) -> str:
    """Words in a fixed-width face; one that holds backticks is fenced by more."""
    return f"``{words}``" if "`" in words else f"`{words}`"


def div(classes: str, body: str) -> str:
    """A block of its own look."""
    return f'<div class="{classes}">\n\n{body.strip()}\n\n</div>\n'


def fold(summary: str, body: str, classes: str = "") -> str:
    """A block that opens at a click; ``summary`` is HTML."""
    return f'<details class="fold {classes}">\n<summary>{summary}</summary>\n\n{body.strip()}\n\n</details>\n'


def span(classes: str, words: str) -> str:
    """Words of their own look; ``words`` is HTML."""
    return f'<span class="{classes}">{words}</span>'


def html(words: str) -> str:
    """Words inside HTML."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def anchored(label: str, title: str, body: str) -> str:
    """The permanent place of a label, for links from within the book, and by the label itself from outside.

    A preview of a link shows ``body`` under ``title``, which the page itself says in its heading.
    """
    head = f'<span id="{label}" class="anchor"></span><span class="preview-title">{html(title)}</span>'
    return f"::::::{{container}} preview\n:name: {label}\n\n{head}\n\n{body.strip()}\n\n::::::\n"


def link(label: str, words: str = "") -> str:
    """A link to a claim, or to another of the book's labels."""
    return f"[{words or code(label)}](#{label})"


def links(labels: tuple[str, ...]) -> str:
    """Links to several claims."""
    return ", ".join(link(label) if label in load().claims else code(label) for label in labels)
