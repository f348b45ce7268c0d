"""``errata``: every place where the paper is wrong, as a list, as JSON, or as a sheet for the author."""

import json
from collections import Counter

import click

from proofs.cli.check import opened


@click.command("errata")
@click.option(
    "--json", "json_file", type=click.Path(dir_okay=False, allow_dash=True), metavar="FILE", help="Write the list; - for standard output."
)
@click.option(
    "--latex", "latex_file", type=click.Path(dir_okay=False, allow_dash=True), metavar="FILE", help="Write a sheet for the author."
)
def command(json_file: str | None, latex_file: str | None) -> int:
    """List every erratum: what is printed, what shows it wrong, its correction, and what depends on it."""
    from proofs.places import first_sources

    first_sources()  # before any of them is imported
    from rich.text import Text

    from proofs.catalogue import load
    from proofs.cli.console import console
    from proofs.cli.formula import prose
    from proofs.cli.session import checked
    from proofs.errata import labels, rows
    from proofs.report import exit_code, said, unexpected
    from proofs.sheet import sheet

    if json_file == latex_file == "-":
        raise click.ClickException("only one of --json and --latex can have standard output")
    claims = load().claims
    wrong = labels(claims)
    if not wrong:
        raise click.ClickException("; ".join(f.message for f in load().faults) or "no claim here is an erratum")
    targets = [opened(file) for file in (json_file, latex_file)]
    alone = "-" in (json_file, latex_file)
    run = checked((*wrong, *(c for label in wrong if (c := claims[label].correction))), alone=True)
    found = rows(claims, run.results)
    if targets[0]:
        targets[0].write(json.dumps({"errata": found}, indent=1, ensure_ascii=False) + "\n")
    if targets[1]:
        targets[1].write(sheet(found))
    out = console(aside=alone)
    for row in found:
        head = f"{row['label']} ({row['kind']}, {row['severity']})"
        out.print(Text(head, "bold"), soft_wrap=True)
        for name, key in (("", "title"), ("printed", "printed"), ("shown by", "witness"), ("instead", "instead"), ("", "note")):
            if row[key]:
                words = f"{row['place']}: {row[key]}" if key == "title" else f"{name}: {row[key]}" if name else row[key]
                out.print(Text(prose(words, 2 if key == "title" else 4)), soft_wrap=True)
        if row["formula"]:
            out.print(Text(prose(f"proved as: {row['correction']}", 4)), soft_wrap=True)
        if row["dependents"]:
            out.print(Text(prose(f"on it depend: {', '.join(row['dependents'])}", 4)), soft_wrap=True)
    often = Counter(row["severity"] for row in found).most_common()
    total = f"{len(found)} errata: {', '.join(f'{n} of severity {severity}' for severity, n in often)}"
    out.print(Text(total), soft_wrap=True)
    for r in unexpected(run):
        click.echo(f"grpo-companion: {r.claim.label}: {said(r)}", err=True)
    return exit_code(run)
