"""The whole phase diagram: its columns run one after the other or in any executor, with progress, and go on after a break."""

import json
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import asdict
from functools import cache, partial
from hashlib import sha256
from pathlib import Path

from numeric_checks.dynamics.phase import Cell, Grid, Regime, column


def phase_diagram(
    grid: Grid, *, executor: Executor | None = None, save: Path | None = None, progress: Callable[[int, int], None] | None = None
) -> tuple[tuple[Cell, ...], ...]:
    """All cells, a tuple a column of β; columns run in ``executor`` if one is given.

    With ``save``, finished columns are kept in that file and a run that was cut off goes on from there; a file of another grid, or
    of another version of this program, is not used.  ``progress(done, all)`` is called after each column.
    """
    done = _load(grid, save)
    todo = [k for k in range(len(grid.betas) - 1) if k not in done]
    work = partial(column, grid)
    answers: Iterator[tuple[Cell, ...]] = executor.map(work, todo) if executor else map(work, todo)
    for k, cells in zip(todo, answers, strict=True):
        done[k] = cells
        if save and (len(done) % 10 == 0 or k == todo[-1]):
            _store(grid, save, done)
        if progress:
            progress(len(done), len(grid.betas) - 1)
    return tuple(done[k] for k in range(len(grid.betas) - 1))


def _key(grid: Grid) -> list[Sequence[str] | str]:
    return [[str(b) for b in grid.betas], [str(r) for r in grid.p_refs], str(grid.eps)]


@cache
def _version() -> str:
    """The digest of the files that decide cells: what another version of them said is no answer of this one."""
    here = Path(__file__).parent
    return sha256(b"".join(file.read_bytes() for file in sorted(here.glob("*.py")))).hexdigest()


def _load(grid: Grid, save: Path | None) -> dict[int, tuple[Cell, ...]]:
    if save is None or not save.exists():
        return {}
    try:
        stored = json.loads(save.read_text())
        if stored["grid"] != _key(grid) or stored["version"] != _version():
            return {}
        columns = {int(k): tuple(Cell(c["fixed_points"], Regime(c["regime"])) for c in cells) for k, cells in stored["columns"].items()}
    except (ValueError, KeyError, TypeError, AttributeError):  # a file cut off or of another make: compute anew
        return {}
    whole = range(len(grid.betas) - 1)
    return {k: cells for k, cells in columns.items() if k in whole and len(cells) == len(grid.p_refs) - 1}


def _store(grid: Grid, save: Path, done: dict[int, tuple[Cell, ...]]) -> None:
    columns = {str(k): [asdict(c) for c in cells] for k, cells in done.items()}
    fresh = save.with_suffix(save.suffix + ".part")
    fresh.write_text(json.dumps({"grid": _key(grid), "version": _version(), "columns": columns}))
    os.replace(fresh, save)
