"""``prove`` and ``verify`` at the command line: verdicts, exit codes, witnesses, certificates, and one line for wrong input."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from proofs.cli.prove import _frontier
from tests.checkout import Checkout

ROOT = Path(__file__).parent.parent
Result = subprocess.CompletedProcess[str]


def run(*arguments: str, seconds: float = 60) -> Result:
    return subprocess.run(
        [sys.executable, "-m", "proofs.cli.main", *arguments],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "80", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        timeout=seconds,
        check=False,
    )


def answer(statement: str, *options: str, code: int) -> dict[str, Any]:
    result = run("prove", statement, *options, "--json")
    assert result.returncode == code, result.stdout + result.stderr
    assert result.stderr == ""
    found: dict[str, Any] = json.loads(result.stdout)
    assert {"statement", "given", "verdict", "decider", "witness", "seconds", "findings", "plan"} <= found.keys()
    return found


def refusal(*arguments: str, code: int = 2) -> str:
    result = run(*arguments)
    assert result.returncode == code, result.stdout + result.stderr
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1, result.stderr
    return result.stderr


@pytest.mark.parametrize(
    ("statement", "given"),
    [
        ("exp(x) >= 1 + x", []),
        ("0.1 + 0.2 == 0.3", []),
        ("log(x) <= x - 1", ["x > 0"]),
        ("log(1+x) <= x - x**2/2 + x**3/3", ["x > -1"]),
        ("log(1+exp(x)) <= log(2) + x/2 + x**2/8", []),
        ("y**2 < x**2", ["0 < y", "y < x"]),
        ("x + y > 0", ["x > 0 and y > 0"]),
        ("x + y > 0", ["x > 0, y > 0"]),
        ("-x**2 <= 0", []),
        ("--x == x", []),
        ("x <= x", []),
        ("exp(-exp(exp(x))) > 0", []),
        ("1 - 1/(1+exp(-1000)) > 0", []),
        ("lambda*0 == 0", []),
    ],
)
def test_what_is_true_is_proved_with_exit_0(statement: str, given: list[str]) -> None:
    options = [o for g in given for o in ("--given", g)]
    found = answer(statement, *options, code=0)
    assert (found["statement"], found["given"], found["verdict"], found["witness"]) == (statement, given, "proved", None)
    assert found["decider"] in {f["decider"] for f in found["findings"] if f["verdict"] == "proved"}
    assert found["plan"]


@pytest.mark.parametrize(
    ("statement", "given", "point"),
    [
        ("exp(x) >= 1 + x + x**2/2", [], None),
        ("x*exp(-x) < exp(-1)", [], {"x": "1"}),
        ("exp(pi*sqrt(163)) == 262537412640768744", [], {}),
        ("x > y", ["x >= y"], None),
        ("x**2 > 1 implies x > 1", [], None),
        ("x == x + 1e-12", [], None),
        ("x < 1e100", [], {"x": "1" + "0" * 100}),
        ("(x - 12345678.9)**2 > 0", [], {"x": "123456789/10"}),
    ],
)
def test_what_is_false_is_refuted_with_exit_1_and_a_witness(statement: str, given: list[str], point: dict[str, str] | None) -> None:
    found = answer(statement, *[o for g in given for o in ("--given", g)], code=1)
    assert found["verdict"] == "refuted"
    assert found["witness"]["shows"]
    assert point is None or found["witness"]["point"] == point


@pytest.mark.parametrize(
    ("statement", "given", "why"),
    [
        ("log(x) <= x - 1", [], "argument of log"),
        ("x/x == 1", [], "denominator"),
        ("sqrt(x)**2 == x", [], "radicand"),
        ("0*log(x) == 0", [], "argument of log"),
        ("x > 0", ["x > sqrt(-1)"], "radicand in sqrt(-1) fails"),
        ("x > 0", ["x + 1/2 + sqrt(-1) == 1"], "radicand in sqrt(-1) fails"),
        ("x > 0", ["x + log(0) == 1"], "argument of log in log(0) fails"),
        ("x > y", ["x > y + 1, y > x"], "contradict"),
        ("x == 1", ["x**2 < 0"], "contradict"),
        ("exp(x) >= 1 + x", ["x > 1", "x < 1"], "contradict"),
    ],
)
def test_what_is_undefined_or_vacuous_is_undecided_with_exit_3_and_says_why(statement: str, given: list[str], why: str) -> None:
    found = answer(statement, *[o for g in given for o in ("--given", g)], code=3)
    assert found["verdict"] == "undecided"
    assert why in found["detail"]
    assert found["decider"] is None or found["decider"] in {f["decider"] for f in found["findings"]}


def test_a_statement_undefined_somewhere_says_where() -> None:
    assert "x = 1" in answer("(x**2 - 1)/(x - 1) == x + 1", code=3)["detail"]


@pytest.mark.parametrize(
    "statement",
    [
        "",
        "x",
        "x <",
        "__import__('os').system('true') >= 0",
        "x.__class__ >= 0",
        "foo(x) >= 0",
        "1/0 > 0",
        "9**9**9**9 > 0",
        "1e999999999 > 0",
        "(" * 10_000 + "x" + ")" * 10_000 + " > 0",
        "x + " * 25_000 + "x > 0",
        "x\n> '",
    ],
    ids=lambda s: s[:20],
)
def test_what_is_no_statement_is_refused_in_one_line_at_once(statement: str) -> None:
    start = time.monotonic()
    assert len(refusal("prove", statement)) < 300
    assert time.monotonic() - start < 10


def test_nothing_typed_is_executed(tmp_path: Path) -> None:
    trap = tmp_path / "executed"
    refusal("prove", f"__import__('pathlib').Path('{trap}').touch() >= 0")
    refusal("prove", "x > 0", "--given", f"open('{trap}', 'w') == 1")
    assert not trap.exists()


@pytest.mark.parametrize(
    "options",
    [
        ("--given", ""),
        ("--given", "x >"),
        ("--timeout", "0"),
        ("--timeout", "-1"),
        ("--timeout", "nan"),
        ("--timeout", "soon"),
        ("--timeout", "inf"),
        ("--timeout", "3e6"),
        ("--certificate", "/no/such/folder/file"),
        ("--certificate", "/"),
        ("--scheduler", "no-such-host:1", "--timeout", "20"),
        ("a second statement",),
    ],
)
def test_wrong_options_are_refused_in_one_line(options: tuple[str, ...]) -> None:
    refusal("prove", "abs(tanh(x) - tanh(y)) <= abs(x - y)*1.00001", *options)


def test_the_longest_timeout_is_taken() -> None:
    assert run("prove", "x**2 >= 0", "--timeout", "1e6").returncode == 0


def test_prove_without_a_statement_is_refused() -> None:
    assert "STATEMENT" in refusal("prove")


def test_the_answer_reads_well_at_80_columns() -> None:
    for arguments, code in ((("exp(x) >= 1 + x",), 0), (("x*exp(-x) < exp(-1)",), 1), (("log(x) <= x - 1",), 3)):
        result = run("prove", *arguments)
        assert result.returncode == code
        assert max(map(len, result.stdout.splitlines())) <= 80
        assert arguments[0] in result.stdout.splitlines()[0]
    assert "x = 1" in run("prove", "x*exp(-x) < exp(-1)").stdout


def test_a_statement_beyond_reach_ends_in_time_with_exit_3() -> None:
    start = time.monotonic()
    hard = "(x**2+y**2+z**2)**2 >= 3*(x**3*y + y**3*z + z**3*x) - 1e-15*exp(-x**2*y**2*z**2)"
    result = run("prove", hard, "--timeout", "1")
    assert result.returncode in (0, 3)
    assert time.monotonic() - start < 10


def test_ctrl_c_ends_it_and_leaves_no_process_behind() -> None:
    hard = "x**x**y**z + sinh(x*y*z)**2 >= tanh(x)**3*cosh(y) + (x*y*z)**7 - 1e30"
    with subprocess.Popen(
        [sys.executable, "-m", "proofs.cli.main", "prove", hard, "--given", "x > 0, y > 0, z > 0", "--timeout", "60"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        time.sleep(2.5)
        process.send_signal(signal.SIGINT)
        _, complaint = process.communicate(timeout=20)
    assert process.returncode in (130, 0, 1, 3)  # it may have decided before
    assert "Traceback" not in complaint


@pytest.mark.parametrize("in_the_way", [".cache", ".cache/frontiers", "the frontier"])
def test_a_frontier_that_cannot_be_removed_costs_no_answer(in_the_way: str, checkout: Checkout) -> None:
    if in_the_way == "the frontier":
        (checkout.home / ".cache/frontiers" / _frontier("exp(x) >= 1 + x", ()).name).mkdir(parents=True)
    else:
        (checkout.home / in_the_way).parent.mkdir(exist_ok=True)
        (checkout.home / in_the_way).touch()
    result = checkout.run("prove", "exp(x) >= 1 + x", "--certificate", "proof.json")
    assert (result.returncode, result.stderr) == (0, "")
    assert "proved" in result.stdout
    assert (checkout.home / "proof.json").is_file()


# --- certificates ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("certificate") / "proof.json"
    result = run("prove", "exp(x) >= 1 + x", "--given", "-3 <= x <= 3", "--certificate", str(file))
    assert result.returncode == 0
    assert result.stderr == ""
    return file


def test_a_certificate_is_replayed_and_its_statement_printed(certificate: Path) -> None:
    result = run("verify", str(certificate))
    assert result.returncode == 0
    assert "exp(x)" in result.stdout
    assert "-3" in result.stdout
    assert result.stderr == ""


def test_a_certificate_with_another_statement_is_refused(certificate: Path, tmp_path: Path) -> None:
    data = json.loads(certificate.read_text())
    numbers = [k for k, term in enumerate(data["terms"]) if term[0] == "q" and term[1] == "1"]
    assert numbers, "the term 1 of 1 + x is in the table"
    for k in numbers:
        data["terms"][k][1] = "2"
    forged = tmp_path / "forged.json"
    forged.write_text(json.dumps(data))
    assert "does not prove" in refusal("verify", str(forged), code=1)


@pytest.mark.parametrize("name", ["pi", "E", "exp", "or", "1 > 2 or x", "x) >= 0 and (x"])
def test_a_certificate_whose_variable_would_be_printed_as_something_else_is_refused(certificate: Path, tmp_path: Path, name: str) -> None:
    data = json.loads(certificate.read_text())
    data["terms"] = [["v", name] if term == ["v", "x"] else term for term in data["terms"]]
    data["instance"] = dict(zip([name], data["instance"].values(), strict=True))
    forged = tmp_path / "forged.json"
    forged.write_text(json.dumps(data))
    assert "does not prove" in refusal("verify", str(forged), code=1)


def test_an_algebraic_truth_gets_a_certificate_or_says_that_there_is_none(tmp_path: Path) -> None:
    file = tmp_path / "proof.json"
    result = run("prove", "(a**2 + b**2)*(c**2 + d**2) == (a*c - b*d)**2 + (a*d + b*c)**2", "--certificate", str(file))
    assert result.returncode == 0
    if file.exists():
        assert run("verify", str(file)).returncode == 0
    else:
        assert "no certificate was written" in result.stderr


def test_no_certificate_is_written_for_what_is_false(tmp_path: Path) -> None:
    file = tmp_path / "proof.json"
    result = run("prove", "exp(x) > 1 + x", "--certificate", str(file))
    assert result.returncode == 1
    assert "no certificate was written" in result.stderr
    assert not file.exists()


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"null", b"not json", b"\xff\xfe", b"[" * 100_000, b'{"format": 1}', b"1e400"])
def test_a_file_that_is_no_certificate_is_refused_in_one_line(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(content)
    assert "no certificate" in refusal("verify", str(file))


def test_a_missing_file_and_a_folder_are_refused_in_one_line(tmp_path: Path) -> None:
    assert "cannot read" in refusal("verify", str(tmp_path / "no-such-file"))
    refusal("verify", str(tmp_path))
    refusal("verify")
