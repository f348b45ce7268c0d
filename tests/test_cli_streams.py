"""Standard streams that are full, of no sensible width, or unable to encode a formula cost at most one line, and never the exit code."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.checkout import Checkout

COMMANDS = (
    ("prove", "x**2 >= 0"),
    ("prove", "x**2 >= 0", "--json"),
    ("check", "beyond.square", "--json", "-"),
    ("show", "beyond.square"),
    ("why", "beyond.square"),
    ("list",),
    ("dynamics", "--p-ref", "0.1", "--beta", "1", "--eps", "1e-5"),
    ("--help",),
)


@pytest.fixture
def square(checkout: Checkout) -> Checkout:
    checkout.write("square", 'claim("beyond.square", (), ge(x**2, 0)),')
    return checkout


def full(stream: str, arguments: tuple[str, ...], home: Path) -> "subprocess.CompletedProcess[str]":
    """A run for which one of the two streams has no room left."""
    with Path("/dev/full").open("w") as device:
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, stream: device}
        command = [sys.executable, "-m", "proofs.cli.main", *arguments]
        return subprocess.run(command, cwd=home, text=True, timeout=100, check=False, **streams)  # type: ignore[call-overload, no-any-return]


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_full_standard_output_is_one_line_and_exit_2(arguments: tuple[str, ...], square: Checkout) -> None:
    result = full("stdout", arguments, square.home)
    assert result.returncode == 2
    assert "Traceback" not in result.stderr
    assert result.stderr.splitlines()[-1] == "grpo-companion: cannot go on: No space left on device"


def test_what_is_refused_keeps_its_exit_code_where_nobody_can_be_told(square: Checkout) -> None:
    assert full("stderr", ("prove", "x >"), square.home).returncode == 2


@pytest.mark.parametrize("columns", ["0", "abc", "²"])
@pytest.mark.parametrize(
    "arguments", [("show", "beyond.square"), ("dynamics", "--p-ref", "0.1", "--beta", "1", "--eps", "1e-5")], ids=" ".join
)
def test_columns_that_are_no_width_count_as_80(columns: str, arguments: tuple[str, ...], square: Checkout) -> None:
    plain = square.run(*arguments).stdout
    told = square.run(*arguments, COLUMNS=columns)
    assert told.returncode == 0, told.stderr
    assert [line.split() for line in told.stdout.splitlines()] == [line.split() for line in plain.splitlines()] != []


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_what_a_stream_cannot_encode_is_escaped(encoding: str, square: Checkout) -> None:
    square.write("signs", 'claim("beyond.signs", (), ge(x**4, 0), title="≤ 𝒜"),')
    result = square.run("show", "beyond.signs", PYTHONIOENCODING=encoding)
    assert result.returncode == 0, result.stderr
    assert "\\u2264 \\ud835\\udc9c" in result.stdout
    report = square.run("check", "beyond.signs", "--json", "-", PYTHONIOENCODING=encoding)
    assert [c["title"] for c in json.loads(report.stdout)["claims"]] == ["≤ 𝒜"]
