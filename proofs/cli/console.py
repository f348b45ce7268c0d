"""Where text for people goes: coloured on a terminal or where asked, plain elsewhere."""

import os
import re
import sys

from rich.console import Console


def console(*, aside: bool = False) -> Console:
    """Standard output, or standard error where ``aside``, without colour and 80 columns wide unless it is a terminal.

    NO_COLOR and FORCE_COLOR are heeded; COLUMNS too, where it is a whole number from 1 to 9999.
    """
    stream = sys.stderr if aside else sys.stdout
    if not re.fullmatch("0*[1-9][0-9]{0,3}", os.environ.get("COLUMNS", "")):
        os.environ.pop("COLUMNS", None)  # rich reads it too, and would write nothing, or fail
    return Console(file=stream, width=None if stream.isatty() else int(os.environ.get("COLUMNS", 80)), highlight=False, soft_wrap=False)
