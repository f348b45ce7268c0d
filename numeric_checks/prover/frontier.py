"""Keeps the boxes that are still to be covered in a file, so that an interrupted search goes on where it was."""

import json
import os
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

INTERVAL = 1.0
"""Seconds from one writing of the file to the next; longer where writing takes longer than a tenth of that."""


class Frontier:
    """The covers of one search, by the digest of their problem; what the file says is only where to go on, and proves nothing.

    ``restored`` says whether any came from the file.  Where the file cannot be written, an interrupted search begins anew.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.due_at = time.monotonic() + INTERVAL
        self.covers: dict[str, dict[str, Any]] = {}
        if path is not None:
            try:
                found = json.loads(path.read_text(encoding="utf-8"))
            except (OSError, ValueError, RecursionError):  # none is kept, or not one that can be read
                found = {}
            if isinstance(found, dict) and all(isinstance(c, dict) for c in found.values()):
                self.covers = found
        self.restored = bool(self.covers)

    def get(self, key: str) -> dict[str, Any] | None:
        """What was kept of a cover."""
        return self.covers.get(key)

    def due(self) -> bool:
        """Whether it is time to write the file again."""
        return self.path is not None and time.monotonic() > self.due_at

    def keep(self, key: str, state: dict[str, Any]) -> None:
        """Keep a cover in memory, and from time to time in the file."""
        self.covers[key] = state
        if self.due():
            self.write()

    def write(self) -> None:
        """Write the file, whole or not at all."""
        if self.path is None or not self.covers:
            return
        start = time.monotonic()
        part = self.path.with_name(f"{self.path.name}.{os.getpid()}")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(json.dumps(self.covers), encoding="utf-8")
            part.replace(self.path)
        except OSError:
            self.path = None
        now = time.monotonic()
        self.due_at = now + max(INTERVAL, 10 * (now - start))

    def forget(self) -> bool:
        """Forget everything; whether any of it came from the file, which may hold anything."""
        came, self.restored, self.covers = self.restored, False, {}
        self.remove()
        return came

    def remove(self) -> None:
        """The search is over."""
        if self.path is not None:
            with suppress(OSError):  # none was kept, or its folder is no folder
                self.path.unlink()
