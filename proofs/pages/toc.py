"""The table of contents: the one that people write, with a line for each page that the program writes."""

import json
from collections.abc import Mapping


def filled(written: str, pages: Mapping[str, Mapping[str, str]]) -> str:
    """``written`` with the pages of each kind (``statements``), a short title for each, in the place of the comment that names the kind."""
    lines = []
    for line in written.splitlines():
        names = pages.get(line.strip().removeprefix("# "))
        indent = line[: len(line) - len(line.lstrip())]
        for name, title in (names or {}).items():
            lines += [f"{indent}- file: statements/{name}", f"{indent}  title: {json.dumps(title, ensure_ascii=False)}"]
        lines += [line] if names is None else []
    return "\n".join(lines) + "\n"


def printed(written: str) -> str:
    """What of it goes to print: the lines without the comment that says otherwise."""
    return "".join(line for line in written.splitlines(keepends=True) if not line.endswith("# not in print\n"))
