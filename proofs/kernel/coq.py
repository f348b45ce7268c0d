"""Finds and runs the programs of Rocq 8.16: coqc, coqchk."""

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from threading import Lock, Semaphore

INSTALL = "apt-get install --no-install-recommends coq libcoq-coquelicot libcoq-interval (Rocq 8.16)"
SECONDS = 600.0
"""Time allowed to one call: the longest takes a tenth of it."""
_VERSION = "8.16"
_LIBRARIES = ("Coquelicot", "Interval")
_CONTEXT = re.compile(
    r"CONTEXT SUMMARY\n=+\n\n"
    r"\* Theory: Set is predicative\n\s*"
    r"\* Axioms:(?P<axioms>( <none>)?(\n    \S+)*)\n\s*"
    r"\* Constants/Inductives relying on type-in-type: <none>\n\s*"
    r"\* Constants/Inductives relying on unsafe \(co\)fixpoints: <none>\n\s*"
    r"\* Inductives whose positivity is assumed: <none>"
)


class CoqError(Exception):
    """A program of Rocq is missing, failed or took too long; the message says which and why."""


def found(program: str = "coqc") -> str | None:
    """The path of the program: in the folder that COQBIN names, else among PATH; None where there is none."""
    return shutil.which(program, path=os.environ.get("COQBIN") or None)


def absent() -> str | None:
    """What is lacking to audit a development here, and how to install it; None where nothing is."""
    for program in ("coqc", "coqchk"):
        if found(program) is None:
            return f"{program} not found; to install it: {INSTALL}"
    try:
        here, libraries = version(), Path(_answer("-where", found())) / "user-contrib"
    except CoqError as error:
        return str(error)
    if not here.startswith(f"{_VERSION}."):
        return f"coqc is {here}, and the development is for {_VERSION}; to install it: {INSTALL}"
    lacking = [name for name in _LIBRARIES if not (libraries / name).is_dir()]
    return f"Rocq's library {lacking[0]} not found; to install it: {INSTALL}" if lacking else None


def version() -> str:
    """What coqc says of itself, for instance ``8.16.1 4.13.1``.

    Raises:
        CoqError: if there is no coqc, or it does not run.
    """
    return _answer("--print-version", found())


@cache
def _answer(question: str, _coqc: str | None) -> str:
    """What coqc answers, kept for the one that is found now."""
    return Session(1).run("coqc", [question], Path.cwd())[0].strip()


class Session:
    """Runs Rocq's programs for as many threads as ask, at most ``most`` at a time, until it is stopped."""

    def __init__(self, most: int) -> None:
        self._slots = Semaphore(most)
        self._running: set[subprocess.Popen[str]] = set()
        self._lock = Lock()
        self._stopped = False

    def widen(self, more: int) -> None:
        """Let ``more`` further programs run at a time."""
        if more > 0:
            self._slots.release(more)

    def stop(self) -> None:
        """End whatever runs; from now on every call raises."""
        with self._lock:
            self._stopped = True
            for process in self._running:
                process.kill()

    def compile(self, folder: Path, name: str, roots: Sequence[tuple[str, str]]) -> str:
        """What coqc prints as it compiles one file of ``folder``, with the folders of ``roots`` under their logical names.

        Raises:
            CoqError: if it does not compile.
        """
        return self.run("coqc", ["-q", "-w", "-all", *_roots(roots), name], folder)[0]

    def check(self, folder: Path, modules: Sequence[str], roots: Sequence[tuple[str, str]]) -> None:
        """Have coqchk, which shares little with coqc, check the compiled ``modules`` again, and read its summary.

        Raises:
            CoqError: if it refuses one, if anything in sight was accepted with a check turned off, or if a module of ``roots``
                has an axiom.
        """
        named = [word for module in modules for word in ("-norec", module)]
        said = "".join(self.run("coqchk", ["-silent", "-o", *_roots(roots), *named], folder))
        if (summary := _CONTEXT.fullmatch(said.strip())) is None:
            raise CoqError(f"coqchk says of {modules[-1]}: {' '.join(said.split())[-300:]}")
        own = [axiom for axiom in summary["axioms"].split() if axiom.partition(".")[0] in {logical for _, logical in roots}]
        if own:
            raise CoqError(f"coqchk finds the axiom {own[0]}")

    def run(self, program: str, arguments: Sequence[str], folder: Path) -> tuple[str, str]:
        """What the program prints on its two channels, run in ``folder`` behind other work of this machine.

        Raises:
            CoqError: if it is missing, fails, takes too long, or the session is stopped.
        """
        path = found(program)
        if path is None:
            raise CoqError(f"{program} not found")
        lower = [nice, "-n", "10"] if (nice := shutil.which("nice")) else []
        environment = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR", "LANG") if name in os.environ}  # no COQPATH
        with self._slots:
            process = self._start([*lower, path, *arguments], folder, environment)
            try:
                out, err = process.communicate(timeout=SECONDS)
            except subprocess.TimeoutExpired as error:
                raise CoqError(f"{program} {arguments[-1]} took more than {SECONDS:g} s") from error
            except UnicodeError as error:
                raise CoqError(f"{program} {arguments[-1]} prints what is not text") from error
            finally:
                with self._lock:
                    self._running.discard(process)
                if process.poll() is None:
                    process.kill()
                    process.communicate()
        if process.returncode != 0:
            raise CoqError(f"{program} refuses {arguments[-1]}: {' '.join((err or out).split())[:300]}")
        return out, err

    def _start(self, command: Sequence[str], folder: Path, environment: dict[str, str]) -> "subprocess.Popen[str]":
        with self._lock:
            if self._stopped:
                raise CoqError("stopped")
            try:
                process = subprocess.Popen(
                    command,
                    cwd=folder,
                    env=environment,
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE,
                    encoding="utf-8",
                    start_new_session=True,  # Ctrl-C is for the program, which then stops the session
                )
            except OSError as error:
                raise CoqError(f"{command[-1]} does not run: {error}") from error
            self._running.add(process)
            return process


def _roots(roots: Sequence[tuple[str, str]]) -> list[str]:
    return [word for place, logical in roots for word in ("-R", place, logical)]
