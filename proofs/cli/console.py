"""Where text for people goes: coloured on a terminal or where asked, plain elsewhere."""

import os
import sys

from rich.console import Console


def console(*, aside: bool = False) -> Console:
    """Standard output, or standard error where ``aside``, without colour and 80 columns wide (or COLUMNS) unless it is a terminal.

    NO_COLOR and FORCE_COLOR are heeded.
    """
    stream = sys.stderr if aside else sys.stdout
    terminal = stream.isatty()
    return Console(file=stream, width=None if terminal else int(os.environ.get("COLUMNS") or 80), highlight=False, soft_wrap=False)
