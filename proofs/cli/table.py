"""The table that ``check`` ends with, from the report of the run."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

STYLES = {"proved": "green", "refuted": "yellow", "corroborated": "cyan", "undecided": "magenta", "not_run": "magenta", "remark": "dim"}


def summary(report: Mapping[str, Any], out: Console, wrong: Sequence[str] = ()) -> None:
    """Print the table, what is ``wrong`` (not as declared), the families not run, the totals."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for name in ("", "claim", "verdict", "by"):
        table.add_column(name, no_wrap=name != "by", overflow="fold")
    table.add_column("s", justify="right")
    for c in report["claims"]:
        word = c["verdict"] or "remark"
        decided = c["verdict"] not in (None, "not_run")
        mark = Text("✓", "green") if decided and c["as_declared"] else Text("✗", "bold red") if decided else Text("·")
        table.add_row(mark, c["label"], Text(word.replace("_", " "), STYLES[word]), _by(c), f"{c['seconds']:.2f}" if c["findings"] else "")
    out.print(table)
    for line in wrong:
        out.print(Text(line, "bold red"), soft_wrap=True)
    for absent in report["not_run"]:
        out.print(Text(f"not run: the family {absent['family']} ({absent['reason']})", "magenta"), soft_wrap=True)
    out.print(totals(report), soft_wrap=True)


def totals(report: Mapping[str, Any]) -> str:
    """One line: how many claims came out how, and whether as declared."""
    words = Counter(c["verdict"] or "remark" for c in report["claims"])
    counts = ", ".join(f"{words[word]} {word.replace('_', ' ')}" for word in STYLES if words[word])
    wrong = report["summary"]["unexpected"]
    end = "all as declared" if not wrong else f"{wrong} NOT as declared"
    many = len(report["claims"])
    return f"{many} claim{'s' if many != 1 else ''}: {counts or 'none'}; {end}; {report['summary']['seconds']:.1f} s"


def _by(c: Mapping[str, Any]) -> str:
    """Who proved or refuted it."""
    match c["verdict"]:
        case "proved":
            return ", ".join(c["families"]) or "its parts"
        case "refuted":
            return ", ".join(dict.fromkeys(f["family"] for f in c["findings"] if f["verdict"] == "refuted"))
        case _:
            return ""
