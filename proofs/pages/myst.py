"""The few turns of MyST that the generated pages use."""

import re

from proofs.catalogue import load
from proofs.wording import letters

_INDEX = re.compile(r"(?<=[^\W_]|\u0303)_(?:\{([^{}]*)\}|([^\W_]+)(?!\w))")
_LOW = str.maketrans("n0123456789−+", "ₙ₀₁₂₃₄₅₆₇₈₉₋₊", "{}")
_SPECIAL = re.compile(r"([\\*_<>\[\]`|#])")


def text(words: str) -> str:
    """Words for MyST; what stands between dollar signs is mathematics and left alone, and p_ref, π_n, x* and their kin are set as such."""
    pieces = words.split("$")
    if len(pieces) % 2 == 0:
        return _plain(words.replace("$", r"\$"))
    return "".join(f"${piece}$" if k % 2 else _plain(piece) for k, piece in enumerate(pieces))


def _plain(words: str) -> str:
    return "".join(_SPECIAL.sub(r"\\\1", plain) + (f"${letter}$" if letter else "") for plain, letter in letters(words))


def heading(words: str) -> str:
    """Words for a heading, which index and side bar repeat: without mathematics, but for the indices that Unicode has."""
    low = re.sub(r"(?<=[^\W_]|\u0303)_(\{n[−+]1\}|[n012](?!\w))", lambda match: match[1].translate(_LOW), words.replace("$", ""))
    return _SPECIAL.sub(r"\\\1", low)


def code(words: str) -> str:
    """Words in a fixed-width face; one that holds backticks is fenced by more."""
    return f"``{words}``" if "`" in words else f"`{words}`"


def div(classes: str, body: str) -> str:
    """A block of its own look."""
    return f'<div class="{classes}">\n\n{body.strip()}\n\n</div>\n'


def fold(summary: str, body: str, classes: str = "") -> str:
    """A block that opens at a click, and stands under its head in print; ``summary`` is HTML."""
    head = in_print(text(re.sub(r"<[^>]*>", "", summary)))
    return f'<details class="fold {classes}">\n<summary>{summary}</summary>\n\n{head}\n{body.strip()}\n\n</details>\n'


def on_site(body: str) -> str:
    """What is left out in print."""
    return f":::::::::{{only}} html\n\n{body.strip()}\n\n:::::::::\n"


def in_print(words: str) -> str:
    """What stands in print alone."""
    return f":::::{{only}} latex\n\n{words}\n\n:::::\n"


def columns(*shares: int) -> str:
    """How wide the columns of the next table are in print, in parts of their sum."""
    given = "".join(rf"\X{{{share}}}{{{sum(shares)}}}" for share in shares)
    return f"```{{tabularcolumns}} {given}\n```\n"


def span(classes: str, words: str) -> str:
    """Words of their own look; ``words`` is HTML."""
    return f'<span class="{classes}">{words}</span>'


def html(words: str) -> str:
    """Words inside HTML."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def lowered(words: str) -> str:
    """Words as HTML, what stands after an underscore set low."""
    return _INDEX.sub(lambda match: f"<sub>{match[1] or match[2]}</sub>", html(words.replace("$", "")))


def anchored(label: str, title: str, body: str) -> str:
    """The permanent place of a label, for links from within the book, and by the label itself from outside.

    A preview of a link shows ``body`` under ``title``, which the page itself says in its heading.
    """
    head = f'<span id="{label}" class="anchor"></span><span class="preview-title">{lowered(title)}</span>'
    return f"::::::{{container}} preview\n:name: {label}\n\n```{{raw}} html\n{head}\n```\n\n{body.strip()}\n\n::::::\n"


def link(label: str, words: str = "") -> str:
    """A link to a claim, or to another of the book's labels."""
    return f"[{words or code(label)}](#{label})"


def links(labels: tuple[str, ...]) -> str:
    """Links to several claims."""
    return ", ".join(link(label) if label in load().claims else code(label) for label in labels)
