"""Reads a Rocq development as files: what its project file lists, what of it may not be compiled, and the digest of all."""

import hashlib
import re
from collections.abc import Collection, Mapping
from pathlib import Path

_UNTRUSTED = re.compile(
    r"\b(Declare\s+ML\s+Module|Add\s+(Rec\s+)?(LoadPath|ML\s+Path)|Load|Cd|Redirect|Extraction|Drop|Typing\s+Flags"
    r"|bypass_check|Unset\s+(Guard|Positivity|Universe)\s+Checking|Admitted|admit|give_up|Axioms?|Conjectures?|Parameters?)\b"
)
_REQUIRED = re.compile(r"\s*(?:From\s+GRPO\s+)?Require\s+(?:Import\s+|Export\s+)?([\w.\s]+)")


class DevelopmentError(Exception):
    """The development cannot be audited; the message says why."""


def sources(folder: Path) -> dict[str, bytes]:
    """The ``.v`` files that ``_CoqProject`` lists, in its order.

    Raises:
        DevelopmentError: if a listed file is missing or lies elsewhere, or a ``.v`` file is not listed.
    """
    try:
        listed = [line for line in (folder / "_CoqProject").read_text(encoding="utf-8").split() if line.endswith(".v")]
        found = {name: (folder / name).read_bytes() for name in listed if re.fullmatch(r"\w+\.v", name)}
    except (OSError, UnicodeError) as error:
        raise DevelopmentError(f"cannot read the development: {error}") from error
    if strange := [name for name in listed if name not in found]:
        raise DevelopmentError(f"_CoqProject lists {strange[0]}, which is no file of the folder")
    if left_out := sorted({f.name for f in folder.glob("*.v")} - found.keys()):
        raise DevelopmentError(f"_CoqProject does not list {left_out[0]}")
    return found


def refused(files: Mapping[str, bytes]) -> str | None:
    """The first command that has no place in a development to be trusted, with its file; None where there is none.

    The audit does not rest on this: what the commands do is seen by ``Print Assumptions`` and coqchk too.  But they are refused
    sooner, and some could write outside the folder.
    """
    for name, content in files.items():
        try:
            text = content.decode("utf-8")
        except UnicodeError:
            return f"{name} is not UTF-8"
        if match := _UNTRUSTED.search(without_comments(text)):
            return f"{name} uses {' '.join(match[0].split())}"
    return None


def without_comments(text: str) -> str:
    """The text of a ``.v`` file without its comments, which nest; strings outside them stay."""
    kept: list[str] = []
    depth = 0
    for token in re.findall(r'\(\*|\*\)|"(?:[^"]|"")*"|[^(*"]+|.', text, re.DOTALL):
        if token == "(*":
            depth += 1
        elif token == "*)" and depth:
            depth -= 1
        elif not depth:
            kept.append(token)
    return "".join(kept)


def digest(*parts: bytes) -> str:
    """One digest of all parts, each with its length."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(b"%d\0" % len(part) + part)
    return whole.hexdigest()


def required(content: bytes, files: Collection[str]) -> set[str]:
    """Those of ``files`` that a ``.v`` file requires."""
    sentences = re.split(r"\.(?:\s|$)", without_comments(content.decode("utf-8")))
    words = {word for s in sentences if (found := _REQUIRED.fullmatch(s)) for word in found[1].split()}
    return {f"{word.rpartition('.')[2]}.v" for word in words} & set(files)


def reached(files: Mapping[str, bytes], wanted: Collection[str]) -> dict[str, set[str]]:
    """The files of ``wanted`` and all that they require, in the order of ``files``, each with those it requires itself."""
    needs = {name: required(content, files) - {name} for name, content in files.items()}
    todo, seen = list(wanted), set[str]()
    while todo:
        if (name := todo.pop()) not in seen:
            seen.add(name)
            todo += needs[name]
    return {name: needs[name] for name in files if name in seen}
