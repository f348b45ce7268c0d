"""A run with its progress, as the commands need it."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

from proofs.catalogue import CatalogueError
from proofs.cli.console import console
from proofs.cli.stop import Stop
from proofs.run import Interrupted, Progress, Run, run
from symbolic.verdict import ContradictionError


def checked(
    labels: Iterable[str] = (),
    *,
    alone: bool = False,
    jobs: int | None = None,
    seconds: float = 20.0,
    fresh: bool = False,
    aside: bool = True,
) -> Run:
    """Run the check with progress: a bar on a terminal, a plain line a claim elsewhere.

    Raises:
        click.ClickException: for a wrong label, or a contradiction between deciders (then with exit code 1).
    """
    out = console(aside=aside)
    try:
        with _progress(out) as progress:
            return run(labels, alone=alone, jobs=jobs, seconds=seconds, fresh=fresh, progress=progress)
    except CatalogueError as error:
        raise click.ClickException(str(error)) from error
    except ContradictionError as error:
        raise Stop(f"deciders contradict each other, one is unsound: {error}", 1) from error
    except Interrupted as error:
        raise Stop(str(error), 130) from error


@contextmanager
def _progress(out: Console) -> Iterator[Progress]:
    if not out.file.isatty():
        yield lambda done, total, label: out.print(f"[{done}/{total}] {label}", markup=False, soft_wrap=True)
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bar(*columns, console=out, transient=True) as bar:
        task = bar.add_task("checking", total=None)
        yield lambda done, total, label: bar.update(task, completed=done, total=total, description=label[:40].ljust(40))
