"""LaTeX of words: letters with indices, Greek letters and signs become mathematics."""

import re
import unicodedata
from collections.abc import Iterator

_ESCAPES = {**{c: rf"\{c}" for c in "&%#_{}$"}, "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_ESCAPES |= {c: rf"\ensuremath{{{name}}}" for c, name in {"<": "<", ">": ">", "|": r"\vert "}.items()}
_TEXT = {"–": "--", "—": "---", "’": "'", "‘": "`", "“": "``", "”": "''", "…": r"\dots{}"}
_NAMES = {
    **{"≤": r"\le", "≥": r"\ge", "≠": r"\ne", "∈": r"\in", "·": r"\cdot", "±": r"\pm", "→": r"\to", "⇒": r"\Rightarrow", "∞": r"\infty"},
    **{"‖": r"\|", "≪": r"\ll", "∀": r"\forall", "√": r"\surd", "×": r"\times", "⊢": r"\vdash", "⇔": r"\Leftrightarrow", "∫": r"\int"},
    **{"−": "-", "ϵ": r"\epsilon", "ε": r"\varepsilon", "⊂": r"\subset", "↑": r"\uparrow", "↓": r"\downarrow"},
}
_TILDE = "\N{COMBINING TILDE}"
_INDEX = r"_\{[^{}]*\}|_(?:[a-z]+|[α-ωϵ]|\d+)(?:[−+]\d)?"
_INDEXED = re.compile(rf"(?<![^\W_])([^\W\d_]{_TILDE}?)({_INDEX})?(\*)?(?![A-Za-z0-9_])")
_SCRIPTS = {"<super>": "^", "<sub>": "_"}


def words(text: str) -> str:
    """The words for LaTeX; what stands between dollar signs is left alone."""
    pieces = text.split("$")
    return "".join(f"${piece}$" if k % 2 else _spelt(piece) for k, piece in enumerate(pieces))


def verbatim(text: str) -> str:
    """The characters as they stand."""
    return "".join(_ESCAPES.get(c) or _character(c) for c in text)


def letters(text: str) -> Iterator[tuple[str, str]]:
    """The words in pieces, each with the LaTeX of the letter after it that has an index, a star or a tilde; empty after the last."""
    at = 0
    for found in _INDEXED.finditer(text):
        letter, index, star = found.groups()
        if index or star or letter.endswith(_TILDE):
            yield text[at : found.start()], f"{_letter(letter)}{_index(index)}{'^{*}' if star else ''}"
            at = found.end()
    yield text[at:], ""


def _spelt(text: str) -> str:
    return "".join(verbatim(plain) + (f"${letter}$" if letter else "") for plain, letter in letters(text))


def _letter(letter: str) -> str:
    name = _sign(letter[0]) or letter[0]
    return rf"\tilde{{{name}}}" if letter.endswith(_TILDE) else name


def _index(index: str | None) -> str:
    inside = (index or "").removeprefix("_").removeprefix("{").removesuffix("}")
    spelt = re.sub(r"[a-z]{2,}", lambda m: rf"\mathrm{{{m[0]}}}", inside)
    return f"_{{{''.join(_spaced(_sign(c)) or c for c in spelt)}}}" if inside else ""


def _spaced(command: str) -> str:
    return f"{command} " if command.startswith("\\") else command


def _character(c: str) -> str:
    """The LaTeX of one character of a text.

    Raises:
        ValueError: for a character that this does not know: it would stop LaTeX.
    """
    if c.isascii() or c in _TEXT:
        return _TEXT.get(c, c)
    if sign := _sign(c):
        return rf"\ensuremath{{{sign}}}"
    kind, _, code = unicodedata.decomposition(c).partition(" ")
    if kind in _SCRIPTS:
        return rf"\ensuremath{{{_SCRIPTS[kind]}{{{chr(int(code, 16)).replace('−', '-')}}}}}"
    if kind == "<font>":
        return rf"\ensuremath{{\mathcal{{{chr(int(code, 16))}}}}}"
    if kind == "<fraction>":
        above, _, below = unicodedata.normalize("NFKC", c).partition("\N{FRACTION SLASH}")
        return rf"\ensuremath{{\tfrac{{{above}}}{{{below}}}}}"
    raise ValueError(f"{c!r} ({unicodedata.name(c, 'no name')}) has no LaTeX here; add it to {__name__}")


def _sign(c: str) -> str:
    """The LaTeX of a mathematical sign or Greek letter; empty for any other character."""
    found = re.fullmatch(r"GREEK (SMALL|CAPITAL) LETTER ([A-Z]+)", unicodedata.name(c, ""))
    greek = "" if not found else rf"\{found[2].lower() if found[1] == 'SMALL' else found[2].capitalize()}"
    return _NAMES.get(c, greek)
