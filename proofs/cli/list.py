"""``list``: the claims, their place in the paper and their declaration; loads no solver."""

import json
import shutil
import sys

import click


@click.command("list")
@click.option("--json", "as_json", is_flag=True, help="Write JSON instead of the table.")
def command(as_json: bool) -> int:
    """List the claims, their place in the paper and what is declared of them; nothing is decided."""
    from proofs.listing import listing

    found = listing()
    if as_json:
        click.echo(json.dumps({"claims": found["claims"]}, indent=1, ensure_ascii=False))
    else:
        wide = max((len(c["label"]) for c in found["claims"]), default=0)
        columns = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
        for c in found["claims"]:
            line = f"{c['label']:{wide}}  {c['declared'] or 'remark':7}  {c['place']}: {c['title']}"
            click.echo(line if columns is None or len(line) <= columns else f"{line[: columns - 1]}…")
    for fault in found["faults"]:
        click.echo(f"grpo-companion: {fault}", err=True)
    return 2 if found["faults"] else 0
