"""``show``: one claim, from the printed formula to what each decider found."""

import click


@click.command("show")
@click.argument("label")
@click.option("--smtlib", is_flag=True, help="Print the queries to the solvers instead, in SMT-LIB.")
def command(label: str, smtlib: bool) -> int:
    """Show one claim: what is printed, what is checked, its domain conditions, verdict, findings, derivation."""
    from proofs.catalogue import CatalogueError, load

    try:
        claim = load().one(label)
    except CatalogueError as error:
        raise click.ClickException(str(error)) from error
    if smtlib:
        from proofs.checking import parts
        from symbolic.smt import smtlib as script

        for part in parts(claim):
            click.echo(f"; {label}{f', {part.where}' if part.where else ''}\n{script(part.statement)}")
        return 0
    from proofs.cli.claim import page
    from proofs.cli.console import console
    from proofs.cli.session import checked

    out = console()
    for line in page(checked((label,), alone=True).results[label], load().claims):
        out.print(line, soft_wrap=True)
    return 0
