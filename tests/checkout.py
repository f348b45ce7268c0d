"""A checkout of one's own: the project's code with whatever claims a test writes into it."""

import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from proofs.catalogue import SECTIONS

ROOT = Path(__file__).parent.parent
FILES = ("pyproject.toml", "Makefile", "constraints.txt", "README.md", "LICENSE", "CONTRIBUTING.md")

HEAD = """\"\"\"Claims of a test.\"\"\"

import sympy as sp

from symbolic.claim import Claim, Declared, Erratum, Fault, Kind, Remark, Severity, Source
from symbolic.derivation import Argument, Chain, Step
from symbolic.statement import Statement, eq, ge, gt, le, lt, ne, real

x, y = real("x"), real("y")
FALSE = Statement((), gt(x, 0))


def claim(label, given, holds, **changes):
    fields = dict(kind=Kind.EXTENSION, title=label, source=Source("a test", "x"), content=Statement(given, holds), mutants=(FALSE,))
    return Claim(label=label, **(fields | changes))


"""


@dataclass(frozen=True)
class Checkout:
    """A copy of the project in a folder of its own."""

    home: Path

    def write(self, module: str, claims: str, section: str = "beyond") -> Path:
        """A file of claims; ``claims`` is the inside of CLAIMS."""
        return self.write_raw(module, f"{HEAD}CLAIMS = (\n{claims}\n)\n", section)

    def write_raw(self, module: str, source: str, section: str = "beyond") -> Path:
        folder = self.home / "proofs" / section
        folder.mkdir(exist_ok=True)
        (folder / "__init__.py").touch()
        (folder / f"{module}.py").write_text(source, encoding="utf-8")
        return folder / f"{module}.py"

    def replace(self, file: str, old: str, new: str) -> None:
        """Change the program."""
        path = self.home / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def start(self, *arguments: str, cwd: Path | None = None, **environment: str) -> "subprocess.Popen[str]":
        """Start the program on this copy."""
        inherited = {k: v for k, v in os.environ.items() if k not in ("CI", "FORCE_COLOR", "NO_COLOR", "COLUMNS", "PYTHONPATH")}
        return subprocess.Popen(
            [sys.executable, "-m", "proofs.cli.main", *arguments],
            cwd=cwd or self.home,
            env={**inherited, "COQBIN": str(self.home), **environment},  # no coqc: an audit takes a minute
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
            start_new_session=True,
        )

    def run(self, *arguments: str, cwd: Path | None = None, **environment: str) -> "subprocess.CompletedProcess[str]":
        """Run the program on this copy, for at most two minutes."""
        with self.start(*arguments, cwd=cwd, **environment) as process:
            try:
                out, err = process.communicate(timeout=120)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                raise
        return subprocess.CompletedProcess(arguments, process.returncode, out, err)

    def ledger(self) -> dict[str, Path]:
        """The entries of the ledger, by label."""
        return {f.stem: f for f in (self.home / ".cache" / "ledger").glob("*.json")}


def copy(home: Path, *, claims: bool) -> Checkout:
    """A checkout at ``home``, with the paper's claims or without any."""

    def left_out(folder: str, names: list[str]) -> set[str]:
        theirs = {*SECTIONS, "derivations"} if not claims and Path(folder).parent == ROOT else set[str]()
        return {name for name in names if name == "__pycache__" or name in theirs}

    for layer in ("symbolic", "numeric_checks", "proofs"):
        shutil.copytree(ROOT / layer, home / layer, ignore=left_out)
    for file in FILES:
        shutil.copy(ROOT / file, home / file)
    return Checkout(home)
