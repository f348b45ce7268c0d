"""``list``: the claims, their place in the paper and their declaration; loads no solver."""

import json
import shutil
import textwrap

import click


@click.command("list")
@click.option("--json", "as_json", is_flag=True, help="Write JSON instead of the table.")
@click.option("--index", is_flag=True, help="List the places of the paper, and the claims that stand for each.")
def command(as_json: bool, index: bool) -> int:
    """List the claims, their place in the paper and what is declared of them; nothing is decided."""
    from proofs.listing import listing

    if index:
        return _index(as_json)
    found = listing()
    if as_json:
        click.echo(json.dumps({"claims": found["claims"]}, indent=1, ensure_ascii=False))
    else:
        columns = shutil.get_terminal_size().columns
        wide = max((len(c["label"]) for c in found["claims"]), default=0)
        for c in found["claims"]:
            head, about = f"{c['label']:{wide}}  {c['declared'] or 'remark':8}", f"{c['place']}: {c['title']}"
            if columns >= 2 * wide + 40:
                whole = f"{head} {about}"
                click.echo(whole if len(whole) <= columns else f"{whole[: columns - 1]}…")
            else:
                click.echo(f"{c['label']}  {c['declared'] or 'remark'}")
                click.echo(textwrap.fill(about, columns, initial_indent="    ", subsequent_indent="    "))
    for fault in found["faults"]:
        click.echo(f"grpo-companion: {fault}", err=True)
    return 2 if found["faults"] else 0


def _index(as_json: bool) -> int:
    from proofs.catalogue import load
    from proofs.paper import entries, rows

    claims = load().claims.values()
    found = [{"place": r.place, "kind": r.kind, "digest": r.digest, "claims": list(entries(r, claims))} for r in rows()]
    if as_json:
        click.echo(json.dumps({"index": found}, indent=1, ensure_ascii=False))
        return 0
    columns = shutil.get_terminal_size().columns
    for row in found:
        click.echo(f"{row['place']} ({row['kind']})")
        told = ", ".join(row["claims"]) or "no entry"
        click.echo(textwrap.fill(told, columns, initial_indent="    ", subsequent_indent="    ", break_on_hyphens=False))
    return 0
