"""``verify``: replays a certificate and prints the statement that it proves."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from numeric_checks.replay import Replayed

MOST = 256 << 20
"""Bytes of the largest file that is read."""
LONGEST = 1e6
"""Seconds that a replay may take."""


@click.command("verify")
@click.argument("file", type=click.Path(dir_okay=False))
def command(file: str) -> int:
    """Replay the certificate in FILE, in rigorous arithmetic and without the search, and print the statement that it proves.

    The statement is read from the file itself.  Exit codes: 0 proved, 1 the certificate does not prove it, 2 no certificate.
    """
    data = _read(file)
    from numeric_checks.replay import FORMAT, Replayed
    from proofs.isolation import Ended, messages

    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise click.ClickException(f"{file} is no certificate: its format is not {FORMAT!r}")
    proved = next(messages(_replayed, data, LONGEST), Ended("the replay ended without a word"))
    if not isinstance(proved, Replayed):
        reason = proved.reason if isinstance(proved, Ended) else str(proved)
        click.echo(f"grpo-companion: {file} does not prove its statement: {' '.join(reason.split())}", err=True)
        return 1
    click.echo(f"proved: {proved}")
    counted = f"{proved.leaves} enclosure{'s' * (proved.leaves != 1)}"
    click.echo(f"  replayed at {proved.precision} bits: {counted}, {proved.conditions} domain condition{'s' * (proved.conditions != 1)}")
    return 0


def _replayed(data: dict[str, Any]) -> Iterator["Replayed | str"]:
    """What the certificate proves, or why it proves nothing; in a process of its own, since a file may ask for any amount of memory."""
    from numeric_checks.replay import replay
    from numeric_checks.replay.terms import RefusedError

    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # what a library says before it is killed
    try:
        yield replay(data)
    except RefusedError as error:
        yield str(error)


def _read(file: str) -> Any:
    path = Path(file)
    try:
        if path.stat().st_size > MOST:
            raise click.ClickException(f"{file} has more than {MOST >> 20} MB")
        return json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise click.ClickException(f"cannot read {file}: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise click.ClickException(f"{file} is no certificate: it is not JSON") from error
