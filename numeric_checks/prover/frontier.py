"""Keeps the boxes that are still to be covered in a file, so that an interrupted search goes on where it was."""

import json
import time
from pathlib import Path
from typing import Any

INTERVAL = 1.0


class Frontier:
    """The covers of one search, by the digest of their problem; what the file says is only where to go on, and proves nothing."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.saved = time.monotonic()
        self.covers: dict[str, dict[str, Any]] = {}
        if path is not None and path.exists():
            try:
                found = json.loads(path.read_text(encoding="utf-8"))
            except ValueError:
                found = {}
            self.covers = found if isinstance(found, dict) else {}

    def get(self, key: str) -> dict[str, Any] | None:
        """What was kept of a cover."""
        return self.covers.get(key)

    def due(self) -> bool:
        """Whether it is time to write the file again."""
        return self.path is not None and time.monotonic() > self.saved + INTERVAL

    def keep(self, key: str, state: dict[str, Any]) -> None:
        """Keep a cover in memory, and from time to time in the file."""
        self.covers[key] = state
        if self.due():
            self.write()

    def write(self) -> None:
        """Write the file, whole or not at all."""
        if self.path is None:
            return
        part = self.path.with_name(self.path.name + ".part")
        part.write_text(json.dumps(self.covers), encoding="utf-8")
        part.replace(self.path)
        self.saved = time.monotonic()

    def remove(self) -> None:
        """The search is over."""
        if self.path is not None:
            self.path.unlink(missing_ok=True)
