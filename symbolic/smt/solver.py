"""Runs a solver in a process of its own and reads its answer; whatever goes wrong there is an unknown, with the reason."""

import json
import os
import re
import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

GRACE = 1.5
"""Seconds of wall time beyond a solver's own limit, for the process to start and for a busy machine."""
WORKER = Path(__file__).with_name("worker.py")
MAX_OUTPUT = 1 << 20
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
    """

    answer: str
    core: frozenset[str] = frozenset()
    model: dict[str, Fraction] = field(default_factory=dict)
    reason: str = ""


def ask(solver: Solver, scripts: Sequence[str], *, seconds: float, memory_mb: int) -> list[Reply]:
    """The solver's replies to the scripts, in order, up to the first that is unsat; at least one, the last perhaps an unknown.

    ``seconds`` is for each script; a hang, a crash, garbage or too much memory is an unknown with the reason.
    """
    found = find_spec(solver.module)
    if found is None or found.origin is None:
        return [Reply("unknown", reason=f"{solver.module} is not installed")]
    folder = str(Path(found.origin).parent.parent)
    command = [sys.executable, "-I", "-S", str(solver.worker), solver.module, folder, str(seconds), str(memory_mb), str(os.getpid())]
    with tempfile.TemporaryFile() as scripts_in, tempfile.TemporaryFile() as answers_out:
        scripts_in.write(json.dumps(list(scripts)).encode())
        scripts_in.seek(0)
        ended = _run([*command, *solver.options], scripts_in, answers_out, seconds * len(scripts) + GRACE, memory_mb)
        answers_out.seek(0)
        said = answers_out.read(MAX_OUTPUT).decode(errors="replace")
    replies = [_read(line, solver.module) for line in said.splitlines()[: len(scripts)]]
    if len(replies) < len(scripts) and not (replies and replies[-1].answer == "unsat"):
        replies.append(Reply("unknown", reason=f"{solver.module} {ended}"))
    return replies


def _run(command: Sequence[str], scripts_in: Any, answers_out: Any, seconds: float, memory_mb: int) -> str:
    """Run the worker within its limits; how it ended, in words."""
    process = subprocess.Popen(command, stdin=scripts_in, stdout=answers_out, stderr=subprocess.DEVNULL)
    try:
        _limit(process.pid, memory_mb)
        code = process.wait(seconds)
    except subprocess.TimeoutExpired:
        return f"was stopped after {seconds:.1f} s"
    finally:
        process.kill()
        process.wait()
    return "ended without an answer" if code == 0 else f"was ended by signal {-code}" if code < 0 else f"crashed (exit {code})"


def _limit(process: int, memory_mb: int) -> None:
    """Set the limits from outside too, where the system can: a worker that fails to set its own is still held by them."""
    if sys.platform == "linux":
        try:
            resource.prlimit(process, resource.RLIMIT_AS, (memory_mb << 20, memory_mb << 20))
            resource.prlimit(process, resource.RLIMIT_FSIZE, (MAX_OUTPUT, MAX_OUTPUT))
        except ProcessLookupError:
            return


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


@cache
def _version(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return ""
