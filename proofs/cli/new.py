"""``new``: writes the skeleton of a lemma, which ``check`` takes up at once."""

import keyword
import re

import click


@click.command("new")
@click.argument("label")
def command(label: str) -> int:
    """Write proofs/beyond/my_lemma.py for the label beyond.my-lemma: one claim, to be changed into yours."""
    from proofs.catalogue import load, shown
    from proofs.places import ROOT, in_checkout

    if not in_checkout():
        raise click.ClickException("new writes into a checkout of the project; this is an installed copy: clone the project first")
    match = re.fullmatch(r"beyond\.([a-z][a-z0-9]*(?:-[a-z0-9]+)*)", label)
    if match is None:
        raise click.ClickException(f"{label!r} is not of the form beyond.my-lemma: lower-case words and digits, joined by hyphens")
    if label in load().claims or label in load().spoiled:
        raise click.ClickException(f"the label {label!r} is taken")
    module = match[1].replace("-", "_")
    file = ROOT / "proofs" / "beyond" / f"{module}{'_' if keyword.iskeyword(module) else ''}.py"
    try:
        file.parent.mkdir(exist_ok=True)
        with file.open("x", encoding="utf-8") as target:
            target.write(SKELETON.replace("LABEL", label))
    except FileExistsError:
        raise click.ClickException(f"{shown(str(file))} is there already") from None
    except OSError as error:
        raise click.ClickException(f"cannot write {shown(str(file))}: {error.strerror}") from error
    click.echo(f"{shown(str(file))} written; now: grpo-companion check {label}")
    return 0


SKELETON = '''"""The variance of a reward is at most 1/4.  (Say in one sentence what your lemma states.)"""

import sympy as sp

from symbolic.claim import Claim, Kind, Source
from symbolic.notation import CLOSED, variance
from symbolic.statement import Statement, le, lt

STATEMENT = Statement(CLOSED, le(variance(), sp.Rational(1, 4)))
"""0 ≤ p ≤ 1 ⊢ p(1 − p) ≤ 1/4: the hypotheses, and what follows from them."""

CLAIMS = (
    Claim(
        label="LABEL",
        kind=Kind.EXTENSION,
        title="The variance of a reward is at most 1/4",
        source=Source("not in the paper"),
        content=STATEMENT,
        mutants=(STATEMENT.but(holds=lt(variance(), sp.Rational(1, 4))),),  # near misses: each must come out refuted
    ),
)
'''
