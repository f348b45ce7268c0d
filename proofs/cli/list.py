"""``list``: the claims, their place in the paper and their declaration; loads no solver."""

import json

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
        from rich.table import Table

        from proofs.cli.console import console

        table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
        for name in ("label", "declared", "place", "title"):
            table.add_column(name, overflow="fold")
        for c in found.claims.values():
            table.add_row(c.label, c.declared.value if c.declared else "remark", c.source.place, c.title)
        console().print(table)
    for fault in found.faults:
        click.echo(f"grpo-companion: {fault.message}", err=True)
    return 2 if found.faults else 0
