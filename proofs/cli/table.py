"""The table that ``check`` ends with."""

from collections import Counter

from rich.console import Console
from rich.table import Table
from rich.text import Text

from proofs.catalogue import shown
from proofs.report import families_that_proved, said, unexpected, verdict_name
from proofs.result import Result
from proofs.run import Run
from symbolic.verdict import Proved, Refuted

STYLES = {"proved": "green", "refuted": "yellow", "corroborated": "cyan", "undecided": "magenta", "not_run": "magenta", "remark": "dim"}


def summary(run: Run, out: Console, err: Console) -> None:
    """Print the table, what is not as declared, the totals; on ``err``, what is wrong with the declarations."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for name in ("", "claim", "verdict", "by"):
        table.add_column(name, no_wrap=name != "by", overflow="fold")
    table.add_column("s", justify="right")
    for label, r in run.results.items():
        word = verdict_name(r)
        mark = Text("✓", "green") if r.as_declared and r.verdict is not None else Text("·") if r.as_declared else Text("✗", "bold red")
        table.add_row(mark, label, Text(word.replace("_", " "), STYLES[word]), _by(r), f"{r.seconds:.2f}" if r.findings else "")
    out.print(table)
    for r in unexpected(run):
        out.print(Text(f"✗ {shown(r.claim.declared_at)}: {r.claim.label}: {said(r)}", "bold red"), soft_wrap=True)
    for family, reason in run.not_run:
        out.print(Text(f"not run: the family {family} ({reason})", "magenta"), soft_wrap=True)
    out.print(totals(run), soft_wrap=True)
    for r in run.results.values():
        if r.undischarged:
            err.print(
                Text(f"grpo-companion: {shown(r.claim.declared_at)}: claim {r.claim.label!r}: {r.undischarged}; add a hypothesis to given"),
                soft_wrap=True,
            )
    for fault in run.faults:
        err.print(Text(f"grpo-companion: {fault.message}"), soft_wrap=True)


def totals(run: Run) -> str:
    """One line: how many claims came out how, and whether as declared."""
    words = Counter(verdict_name(r) for r in run.results.values())
    counts = ", ".join(f"{words[word]} {word.replace('_', ' ')}" for word in STYLES if words[word])
    wrong = len(unexpected(run))
    end = "all as declared" if not wrong else f"{wrong} NOT as declared"
    return f"{len(run.results)} claims: {counts or 'none'}; {end}; {run.seconds:.1f} s"


def _by(r: Result) -> str:
    """Who proved or refuted it."""
    match r.verdict:
        case Proved():
            families = families_that_proved(r)
            return ", ".join(families) or "its parts"
        case Refuted():
            return ", ".join(dict.fromkeys(f.family for f in r.findings if isinstance(f.verdict, Refuted)))
        case _:
            return ""
