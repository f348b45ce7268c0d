"""Where the program's files are, and where it keeps what it remembers; imports nothing heavy."""

import json
import os
import tempfile
from collections.abc import Iterable, Mapping
from functools import cache as memo
from hashlib import sha256
from pathlib import Path
from typing import Any

import proofs

ROOT = Path(proofs.__file__).parent.parent
"""The folder that holds the three packages."""
LAYERS = ("symbolic", "numeric_checks", "proofs")
"""The three packages."""


def in_checkout() -> bool:
    """Whether the program runs from a checkout of the project, and not from an installed wheel."""
    return (ROOT / "pyproject.toml").is_file()


def cache() -> Path:
    """The folder for what can be computed again: in the checkout, or the user's for an installed wheel."""
    if in_checkout():
        return ROOT / ".cache"
    from platformdirs import user_cache_path

    return user_cache_path("grpo-companion")


def sources(layers: Iterable[str] = LAYERS, left_out: Iterable[str] = ()) -> dict[str, str]:
    """The digest of every source file of the layers as it is now, less those of the folders left out (``proofs/cli``), by name."""
    folders = tuple(f"{folder}/" for folder in left_out)
    found = {}
    for layer in layers:
        for file in sorted((ROOT / layer).rglob("*")):
            name = file.relative_to(ROOT).as_posix()
            if file.suffix in (".py", ".lark", ".v") and not name.startswith(folders):
                try:
                    found[name] = sha256(file.read_bytes()).hexdigest()
                except OSError:  # it went while the folder was read
                    found[name] = ""
    return found


@memo
def first_sources() -> Mapping[str, str]:
    """`sources` of all layers as they were when this process asked first.

    A file that is read or imported later may be another.  Whatever is remembered under a key of these digests, the same digests must
    have been found again after it was made.
    """
    return sources()


def digest(layers: Iterable[str], left_out: Iterable[str] = (), files: Mapping[str, str] | None = None) -> str:
    """One digest of the source files of the layers, less the folders left out: of ``files`` where given, else as they are now."""
    if files is None:
        files = sources(layers, left_out)
    below, out = tuple(f"{layer}/" for layer in layers), tuple(f"{folder}/" for folder in left_out)
    chosen = sorted((name, said) for name, said in files.items() if name.startswith(below) and not name.startswith(out))
    return sha256(json.dumps(chosen).encode()).hexdigest()


def read(file: Path) -> Any:
    """What is remembered in the file; None where there is nothing that can be read."""
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):  # the last where brackets stand too deep
        return None


def write(file: Path, entry: Any) -> None:
    """Remember the entry, in one step; where the folder cannot be written, the next run computes it again."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=file.parent, suffix=".tmp", delete=False, encoding="utf-8") as target:
            json.dump(entry, target)
        os.replace(target.name, file)
    except OSError:
        return
