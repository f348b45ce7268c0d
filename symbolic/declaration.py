"""Errors in what an author declared, with the place of the declaration."""

import sys
from os import sep
from pathlib import Path

_HOME = Path(__file__).parent
_MACHINERY = frozenset(
    str(_HOME / name) for name in ("declaration.py", "statement.py", "derivation.py", "claim.py", "group.py", "obligations.py")
)
_THEOREMS = str(_HOME / "theorems") + sep


class DeclarationError(Exception):
    """A statement, derivation or claim is malformed; the message starts with its author's file and line."""

    def __init__(self, message: str) -> None:
        super().__init__(f"{place()}: {message}")


def place() -> str:
    """``file:line`` of the innermost caller outside this package's machinery: the line an author can mend."""
    frame = sys._getframe(1)
    while frame.f_back is not None and frame.f_code.co_filename.startswith(("<", _THEOREMS, *_MACHINERY)):
        frame = frame.f_back
    return f"{frame.f_code.co_filename}:{frame.f_lineno}"
