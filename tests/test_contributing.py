"""The walk through CONTRIBUTING.md works: each command of its console blocks, in a copy of the project."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.checkout import ROOT, Checkout

TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
COMMANDS = [
    line[2:] for block in re.findall(r"```console\n(.*?)```", TEXT, re.DOTALL) for line in block.splitlines() if line.startswith("$ ")
]
PROGRAMS = {"grpo-companion": [sys.executable, "-m", "proofs.cli.main"], "python": [sys.executable]}


def test_the_walk_names_the_commands_a_newcomer_needs() -> None:
    assert [shlex.split(c)[:2] for c in COMMANDS[:3]] == [
        ["grpo-companion", "new"],
        ["grpo-companion", "check"],
        ["grpo-companion", "show"],
    ]
    assert any("pytest" in c for c in COMMANDS)
    assert any("tests.pin" in c for c in COMMANDS)


@pytest.mark.slow
def test_every_command_of_the_walk_succeeds(full_checkout: Checkout) -> None:
    shutil.copytree(ROOT / "tests", full_checkout.home / "tests", ignore=shutil.ignore_patterns("__pycache__"))
    shown = ""
    for command in COMMANDS:
        program, *arguments = shlex.split(command)
        done = subprocess.run([*PROGRAMS[program], *arguments], cwd=full_checkout.home, capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
        shown += done.stdout
    assert "1 claim: 1 proved; all as declared" in shown
    assert (Path(full_checkout.home) / "proofs/beyond/my_lemma.py").is_file()
