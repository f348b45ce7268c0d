"""The table of contents: the one that people write, with a line for each page that the program writes."""

import json
from collections.abc import Mapping


def filled(written: str, statements: Mapping[str, str], modules: Mapping[str, str]) -> str:
    """``written`` with the pages of statements and modules, a short title for each, in the places of its two comments."""
    lines = []
    for line in written.splitlines():
        names = {"# statements": statements, "# modules": modules}.get(line.strip())
        indent = line[: len(line) - len(line.lstrip())]
        for name, title in (names or {}).items():
            lines += [f"{indent}- file: statements/{name}", f"{indent}  title: {json.dumps(title, ensure_ascii=False)}"]
        lines += [line] if names is None else []
    return "\n".join(lines) + "\n"
