"""``why``: the tree of evidence of a claim, down to its assumptions."""

import click


@click.command("why")
@click.argument("label")
def command(label: str) -> int:
    """Show on what a claim, or each of a group, rests: deciders, cited theorems, solver lemmas, other claims, down to the assumptions."""
    from proofs.places import first_sources

    first_sources()  # before any of them is imported
    from proofs.catalogue import CatalogueError, load
    from proofs.cli.console import console
    from proofs.cli.evidence import tree
    from proofs.cli.session import checked

    try:
        labels = [claim.label for claim in load().named(label)]
    except CatalogueError as error:
        raise click.ClickException(str(error)) from error
    run = checked(labels, alone=True)
    out = console()
    for label in labels:
        out.print(tree(label, run.results))
        rests = run.results[label].assumptions
        out.print(f"Assumptions: {', '.join(rests) or 'none'}", soft_wrap=True, markup=False)
    return 0
