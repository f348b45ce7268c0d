"""Runs a solver in a process of its own and reads its answer; whatever goes wrong there is an unknown, with the reason."""

import atexit
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from symbolic.smt.process import Process

WALL, GRACE = 2.0, 1.5
"""Wall time for a second of CPU time, and seconds beyond, for processes to start: on a busy machine verdicts should not change."""
WORKER = Path(__file__).with_name("worker.py")
_NUMBER = re.compile(r"-?[0-9]{1,2000}(/[1-9][0-9]{0,1999})?")


@dataclass(frozen=True)
class Solver:
    """A solver: its module's and its distribution's names, its options, and the script of its worker process."""

    module: str
    distribution: str
    options: tuple[str, ...] = ()
    worker: Path = WORKER

    @property
    def name(self) -> str:
        """The solver and its version."""
        return f"{self.module} {_version(self.distribution)}"


@dataclass(frozen=True)
class Reply:
    """What a solver said of one script.

    ``answer`` is ``sat`` (``model`` then has values near a model's), ``unsat`` (``core`` has names) or ``unknown`` (for a ``reason``).
    ``cpu`` counts the seconds for all scripts of a question, and stands with the last.
    """

    answer: str
    core: frozenset[str] = frozenset()
    model: dict[str, Fraction] = field(default_factory=dict)
    reason: str = ""
    cpu: float = 0.0


def ask(solver: Solver, scripts: Sequence[str], *, seconds: float, memory_mb: int, spare: Sequence[str] = ()) -> list[Reply]:
    """The solver's replies to the scripts, in order, up to the first that is unsat; at least one, the last perhaps an unknown.

    ``seconds`` counts CPU time for all scripts; ``spare`` lists labels that a core should do without where it can.  A hang, a crash,
    garbage or too much memory is an unknown with the reason.
    """
    wall = WALL * seconds + GRACE
    limits = {"seconds": seconds, "wall": wall, "megabytes": memory_mb}
    request = {"scripts": list(scripts), **limits, "options": list(solver.options), "spare": list(spare)}
    try:
        match json.loads(_process(solver).exchange(json.dumps(request), wall + GRACE)):
            case {"said": str(said), "ended": str(ended), "cpu": float(cpu)}:
                return _replies(solver.module, said.splitlines(), len(scripts), ended, cpu)
    except (ValueError, OSError, RecursionError) as error:
        return [Reply("unknown", reason=f"{solver.module} does not answer: {error}"[:200])]
    return [Reply("unknown", reason=f"{solver.module} answered what cannot be read")]


def _replies(name: str, lines: Sequence[str], wanted: int, ended: str, cpu: float) -> list[Reply]:
    replies = [_read(line, name) for line in lines[:wanted]]
    if len(replies) < wanted and not (replies and replies[-1].answer == "unsat"):
        replies.append(Reply("unknown", reason=f"{name} {ended}"))
    return [*replies[:-1], replace(replies[-1], cpu=cpu)]


def _read(line: str, name: str) -> Reply:
    """One line of a worker's output."""
    try:
        said = json.loads(line)
    except (ValueError, RecursionError):
        said = None
    match said:
        case {"answer": "unsat", "core": list(core)} if all(isinstance(c, str) for c in core):
            return Reply("unsat", core=frozenset(core))
        case {"answer": "sat", "model": dict(model)} if all(isinstance(v, str) and _NUMBER.fullmatch(v) for v in model.values()):
            return Reply("sat", model={k: Fraction(v) for k, v in model.items()})
        case {"answer": "unknown", "reason": str(reason)}:
            return Reply("unknown", reason=f"{name}: {reason}")
    return Reply("unknown", reason=f"{name} answered what cannot be read: {line[:80]}")


_running: dict[tuple[str, Path], Process] = {}
"""The process of each solver that was asked: it is kept, for to import a solver takes longer than most questions."""


def _process(solver: Solver) -> Process:
    """The solver's process, started where there is none.

    Raises:
        FileNotFoundError: if the solver is not installed.
    """
    process = _running.get((solver.module, solver.worker))
    if process is not None and not process.usable():
        process.close()
    if process is None or not process.usable():
        found = find_spec(solver.module)
        if found is None or found.origin is None:
            raise FileNotFoundError(f"{solver.module} is not installed")
        folder = Path(found.origin).parent.parent
        process = _running[solver.module, solver.worker] = Process([str(solver.worker), solver.module, str(folder)])
    return process


@atexit.register
def _close() -> None:
    for process in _running.values():
        process.close()


@cache
def _version(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return ""
