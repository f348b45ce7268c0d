"""``list``: the claims, their place in the paper and their declaration; loads no solver."""

import json
import shutil
import sys

import click


@click.command("list")
@click.option("--json", "as_json", is_flag=True, help="Write JSON instead of the table.")
def command(as_json: bool) -> int:
    """List the claims, their place in the paper and what is declared of them; nothing is decided."""
    from proofs.catalogue import load

    found = load()
    if as_json:
        rows = [
            {
                "label": c.label,
                "kind": c.kind.value,
                "title": c.title,
                "place": c.source.place,
                "declared": c.declared.value if c.declared else None,
            }
            for c in found.claims.values()
        ]
        click.echo(json.dumps({"claims": rows}, indent=1, ensure_ascii=False))
    else:
        wide = max((len(c.label) for c in found.claims.values()), default=0)
        columns = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
        for c in found.claims.values():
            line = f"{c.label:{wide}}  {c.declared.value if c.declared else 'remark':7}  {c.source.place}: {c.title}"
            click.echo(line if columns is None or len(line) <= columns else f"{line[: columns - 1]}…")
    for fault in found.faults:
        click.echo(f"grpo-companion: {fault.message}", err=True)
    return 2 if found.faults else 0
