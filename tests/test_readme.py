"""The README shows what the program prints, and names commands that exist."""

import os
import re
import subprocess
import sys

import pytest

from proofs.cli.program import COMMANDS
from tests.checkout import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_command_that_the_readme_names_exists() -> None:
    named = set(re.findall(r"^grpo-companion (\w+)", README, re.MULTILINE))
    assert named <= set(COMMANDS)
    assert {"check", "show", "why", "errata", "new"} <= named


def test_every_make_target_that_the_readme_names_exists() -> None:
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"\bmake (\w+)", README)) <= targets


@pytest.mark.slow
def test_the_example_is_what_show_prints_but_for_the_seconds() -> None:
    (example,) = re.findall(r"```\n\$ grpo-companion (.*?)\n```", README, re.DOTALL)
    command, _, shown = example.partition("\n")
    without_rocq = {**os.environ, "COQBIN": str(ROOT)}  # as most readers have it; the kernel would add a line
    command_line = [sys.executable, "-m", "proofs.cli.main", *command.split()]
    out = subprocess.run(command_line, cwd=ROOT, capture_output=True, text=True, check=True, env=without_rocq).stdout

    def timeless(text: str) -> list[str]:
        return [re.sub(r"[0-9.]+ s$", "s", line.rstrip()) for line in text.strip().splitlines()]

    assert timeless(out) == timeless(shown)
