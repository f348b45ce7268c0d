"""``show``: a claim, or a group of them, from the printed formula to what each decider found."""

import click


@click.command("show")
@click.argument("label")
@click.option("--smtlib", is_flag=True, help="Print the queries to the solvers instead, in SMT-LIB.")
def command(label: str, smtlib: bool) -> int:
    """Show one claim, or those of a group: what is printed, what is checked, its domain conditions, verdict, findings, derivation."""
    from proofs.places import first_sources

    first_sources()  # before any of them is imported
    from proofs.catalogue import CatalogueError, load

    try:
        claims = load().named(label)
    except CatalogueError as error:
        raise click.ClickException(str(error)) from error
    if smtlib:
        from proofs.checking import parts
        from symbolic.smt import smtlib as script

        for claim in claims:
            for part in parts(claim):
                click.echo(f"; {claim.label}{f', {part.where}' if part.where else ''}\n{script(part.statement)}")
        return 0
    from proofs.cli.claim import page
    from proofs.cli.console import console
    from proofs.cli.session import checked

    out = console()
    found = checked([claim.label for claim in claims], alone=True).results
    for k, claim in enumerate(claims):
        if k:
            out.rule(style="dim")
        for line in page(found[claim.label], load().claims):
            out.print(line, soft_wrap=True)
    return 0
