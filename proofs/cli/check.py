"""``check``: decides the claims, and says which do not come out as declared."""

import json
import sys
from pathlib import Path
from typing import IO

import click

from proofs.cli.main import installed_version


@click.command("check")
@click.argument("labels", metavar="[LABEL]...", nargs=-1)
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Processes to use; by default one a core.")
@click.option(
    "--timeout", type=click.FloatRange(min=0, min_open=True), default=20.0, show_default=True, metavar="S", help="Seconds for each claim."
)
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
    from proofs.cli.overview import markdown
    from proofs.cli.session import checked
    from proofs.cli.table import summary
    from proofs.report import exit_code, to_json, to_junit

    files = (json_file, junit_file, table_file)
    if files.count("-") > 1:
        raise click.ClickException("only one of --json, --junit and --table can have standard output")
    targets = [opened(file) for file in files]
    alone = "-" in files
    run = checked(labels, jobs=jobs, seconds=timeout, fresh=fresh, aside=alone)
    if targets[0]:
        targets[0].write(json.dumps(to_json(run, installed_version()), indent=1, ensure_ascii=False) + "\n")
    if targets[1]:
        targets[1].write(to_junit(run))
    if targets[2]:
        targets[2].write(markdown(run))
    summary(run, console(aside=alone), console(aside=True))
    return exit_code(run)


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
