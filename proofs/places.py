"""Where the program's files are, and where it keeps what it remembers; imports nothing heavy."""

import json
import os
import tempfile
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

import proofs

ROOT = Path(proofs.__file__).parent.parent
"""The folder that holds the three packages."""


def in_checkout() -> bool:
    """Whether the program runs from a checkout of the project, and not from an installed wheel."""
    return (ROOT / "pyproject.toml").is_file()


def cache() -> Path:
    """The folder for what can be computed again: in the checkout, or the user's for an installed wheel."""
    if in_checkout():
        return ROOT / ".cache"
    from platformdirs import user_cache_path

    return user_cache_path("grpo-companion")


def digest(layers: Iterable[str], left_out: Iterable[str] = ()) -> str:
    """The digest of every source file of the layers, less the folders left out (``proofs/cli``)."""
    folders = tuple(f"{folder}/" for folder in left_out)
    total = sha256()
    for layer in layers:
        for file in sorted((ROOT / layer).rglob("*")):
            name = file.relative_to(ROOT).as_posix()
            if file.suffix in (".py", ".lark", ".v") and not name.startswith(folders):
                total.update(f"{name}\0".encode() + file.read_bytes() + b"\0")
    return total.hexdigest()


def read(file: Path) -> Any:
    """What is remembered in the file; None where there is nothing that can be read."""
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
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
