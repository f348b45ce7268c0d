"""The table of claims that ``check --table`` writes: for each its verdict, the families that decided it, and what supersedes it."""

from proofs.report import families_that_proved, verdict_name
from proofs.result import Result
from proofs.run import Run
from symbolic.verdict import Proved, Refuted

_HEAD = ("claim", "place", "verdict", "decided by", "superseded by")


def markdown(run: Run) -> str:
    """The table in Markdown, a row a claim in the order of the run, from what came out of it."""
    rows = [_HEAD, tuple("---" for _ in _HEAD), *(_row(r) for r in run.results.values())]
    return "".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |\n" for row in rows)


def _row(r: Result) -> tuple[str, ...]:
    verdict = verdict_name(r).replace("_", " ") + ("" if r.as_declared else " (not as declared)")
    return (f"`{r.claim.label}`", r.claim.source.place, verdict, ", ".join(deciding(r)), f"`{s}`" if (s := r.claim.superseded_by) else "")


def deciding(r: Result) -> tuple[str, ...]:
    """The families that decided the claim: that proved it, or all parts of it they were asked about; or that refuted it."""
    match r.verdict:
        case Proved():
            alone = families_that_proved(r)
            among = dict.fromkeys(f.family for f in r.findings if isinstance(f.verdict, Proved))
            return alone or (*(f"{family} in part" for family in among), *(() if among else ("the claims it uses",)))
        case Refuted():
            return tuple(dict.fromkeys(f.family for f in r.findings if isinstance(f.verdict, Refuted)))
        case _:
            return ()
