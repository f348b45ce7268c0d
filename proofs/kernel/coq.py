"""Finds and runs the programs of Rocq 8.16: coqc, coqchk."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path

INSTALL = "apt-get install --no-install-recommends coq libcoq-coquelicot libcoq-interval (Rocq 8.16)"
SECONDS = 600.0
"""Time allowed to one call: the longest takes a tenth of it."""


class CoqError(Exception):
    """A program of Rocq is missing, failed or took too long; the message says which and why."""


def found(program: str = "coqc") -> str | None:
    """The path of the program: in the folder that COQBIN names, else among PATH; None where there is none."""
    return shutil.which(program, path=os.environ.get("COQBIN") or None)


@cache
def version() -> str:
    """What coqc says of itself, for instance ``8.16.1 4.13.1``.

    Raises:
        CoqError: if there is no coqc, or it does not run.
    """
    return _run("coqc", ["--print-version"], Path.cwd()).strip()


def compile(folder: Path, name: str, roots: Sequence[tuple[str, str]]) -> str:
    """What coqc prints as it compiles one file of ``folder``, with the folders of ``roots`` under their logical names.

    Raises:
        CoqError: if it does not compile.
    """
    return _run("coqc", ["-q", "-w", "-all", *_roots(roots), name], folder)


def check(folder: Path, modules: Sequence[str], roots: Sequence[tuple[str, str]]) -> None:
    """Have coqchk, which shares little with coqc, check the compiled ``modules`` again.

    Raises:
        CoqError: if it refuses one.
    """
    _run("coqchk", ["-silent", "-o", *_roots(roots), *(word for module in modules for word in ("-norec", module))], folder)


def _roots(roots: Sequence[tuple[str, str]]) -> list[str]:
    return [word for place, logical in roots for word in ("-R", place, logical)]


def _run(program: str, arguments: Sequence[str], folder: Path) -> str:
    path = found(program)
    if path is None:
        raise CoqError(f"{program} not found")
    environment = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR", "LANG") if name in os.environ}  # no COQPATH
    try:
        done = subprocess.run(
            [path, *arguments], cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=SECONDS
        )
    except subprocess.TimeoutExpired as error:
        raise CoqError(f"{program} {arguments[-1]} took more than {SECONDS:g} s") from error
    except (OSError, UnicodeError) as error:
        raise CoqError(f"{program} does not run: {error}") from error
    if done.returncode != 0:
        said = " ".join((done.stderr or done.stdout).split())
        raise CoqError(f"{program} refuses {arguments[-1]}: {said[:300]}")
    return done.stdout
