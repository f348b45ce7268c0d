"""``check``: decides the claims, and says which do not come out as declared."""

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from proofs.cli.program import installed_version
from proofs.cli.seconds import Seconds

if TYPE_CHECKING:
    from proofs.run import Run


@click.command("check")
@click.argument("labels", metavar="[LABEL]...", nargs=-1)
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Processes to use; by default one a core.")
@click.option("--timeout", type=Seconds(), default=60.0, show_default=True, metavar="S", help="Seconds for each claim.")
@click.option("--fresh", is_flag=True, help="Decide everything again, whatever the ledger knows.")
@click.option(
    "--json", "json_file", type=click.Path(dir_okay=False, allow_dash=True), metavar="FILE", help="Write the report; - for standard output."
)
@click.option(
    "--junit", "junit_file", type=click.Path(dir_okay=False, allow_dash=True), metavar="FILE", help="Write the report as JUnit's XML."
)
@click.option(
    "--table", "table_file", type=click.Path(dir_okay=False, allow_dash=True), metavar="FILE", help="Write claims and verdicts as Markdown."
)
def command(
    labels: tuple[str, ...],
    jobs: int | None,
    timeout: float,
    fresh: bool,
    json_file: str | None,
    junit_file: str | None,
    table_file: str | None,
) -> int:
    """Check all claims, or those named with what they use.

    A label that prefixes others names the group: lemma-3 stands for lemma-3.1, lemma-3.proof.2 and so on.
    """
    from proofs.cli.console import console
    from proofs.cli.table import summary
    from proofs.kept import keep, kept, key
    from proofs.places import first_sources

    first_sources()  # before any of them is imported
    files = (json_file, junit_file, table_file)
    if files.count("-") > 1:
        raise click.ClickException("only one of --json, --junit and --table can have standard output")
    json_target, junit_target, table_target = (opened(file) for file in files)
    aside = "-" in files
    whole = not (labels or fresh or junit_file or table_file or os.environ.get("CI"))
    made_of = key() if whole else []
    if whole and (report := kept()) is not None:
        _write(json_target, report)
        summary(report, console(aside=aside))
        return 0
    from proofs.catalogue import shown
    from proofs.cli.overview import markdown
    from proofs.cli.session import checked
    from proofs.listing import remember
    from proofs.report import exit_code, said, to_json, to_junit, unexpected

    run = checked(labels, jobs=jobs, seconds=timeout, fresh=fresh, aside=aside)
    report = to_json(run, installed_version())
    _write(json_target, report)
    if junit_target:
        junit_target.write(to_junit(run))
    if table_target:
        table_target.write(markdown(run))
    wrong = [f"✗ {shown(r.claim.declared_at)}: {r.claim.label}: {said(r)}" for r in unexpected(run)]
    summary(report, console(aside=aside), wrong)
    _malformed(run)
    if whole and exit_code(run) == 0:
        keep(report, made_of)
        remember()
    return exit_code(run)


def _write(target: IO[str] | None, report: Mapping[str, Any]) -> None:
    if target:
        target.write(json.dumps(report, indent=1, ensure_ascii=False) + "\n")


def _malformed(run: "Run") -> None:
    """Say on standard error what is wrong with the declarations."""
    from proofs.catalogue import shown
    from proofs.cli.console import console

    err = console(aside=True)
    open_conditions = [(r.claim, r.undischarged) for r in run.results.values() if r.undischarged]
    said = [f"{shown(c.declared_at)}: claim {c.label!r}: {what}; add a hypothesis to given" for c, what in open_conditions]
    for line in (*said, *(fault.message for fault in run.faults)):
        err.print(f"grpo-companion: {line}", soft_wrap=True, markup=False)


def opened(file: str | None) -> IO[str] | None:
    """The file to write a report to, opened before any work is done.

    Raises:
        click.ClickException: if it cannot be written.
    """
    if file is None:
        return None
    if file == "-":
        return sys.stdout
    try:
        return Path(file).open("w", encoding="utf-8")
    except OSError as error:
        raise click.ClickException(f"cannot write {file}: {error.strerror}") from error
