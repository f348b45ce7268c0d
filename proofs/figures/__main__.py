"""``python -m proofs.figures DIR``: write every figure, as PNG and SVG."""

import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import nullcontext
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import click


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--cells", type=click.IntRange(2, 2000), default=200, show_default=True, help="Cells along each axis of the phase diagram.")
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Processes for the phase diagram.")
def main(folder: Path, cells: int, jobs: int) -> None:
    """Write the paper's five figures, computed again, and the phase diagram into DIR.

    A run that was cut off goes on from DIR/phase-diagram.json.
    """
    try:
        from proofs.figures.bound import figure_4
        from proofs.figures.condition import figure_3
        from proofs.figures.fixed_points import figure_2
        from proofs.figures.orbits import figure_5
        from proofs.figures.phase import grid, phase_figure
        from proofs.figures.weights import figure_1
    except ModuleNotFoundError as error:
        raise click.ClickException(f"{error.name} is not installed: pip install 'grpo-companion[figures]'") from error
    folder.mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) if jobs > 1 else nullcontext() as executor:
        phase = partial(phase_figure, grid(cells), executor=executor, save=folder / "phase-diagram.json", progress=_told)
        pages: dict[str, Callable[[], object]] = {
            "figure-1": figure_1,
            "figure-2": figure_2,
            "figure-3": partial(figure_3, cells=cells),
            "figure-4": figure_4,
            "figure-5": figure_5,
            "phase-diagram": phase,
        }
        for name, make in pages.items():
            figure = make()
            for ending in ("png", "svg"):
                figure.savefig(folder / f"{name}.{ending}", dpi=160)  # type: ignore[attr-defined]
            click.echo(folder / f"{name}.png")


def _told(done: int, of: int) -> None:
    if sys.stderr.isatty() or done == of:
        click.echo(f"\rphase diagram: {done} of {of} columns", err=True, nl=done == of)


if __name__ == "__main__":
    main()
