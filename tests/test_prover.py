"""The prover decides its problem set, proves nothing that is false, vacuous or undefined, and goes on where it was interrupted."""

import json
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest

from numeric_checks.prover import Enclosed, Open, Witnessed, prove
from numeric_checks.replay import replay
from symbolic.language import parse_statement
from symbolic.statement import Statement
from tests.benchmarks.problems import FULL, PROBLEMS, Problem


def decided(text: str, *given: str, seconds: float = 20) -> object:
    return prove(parse_statement(text, given), seconds=seconds)


@pytest.mark.parametrize("problem", PROBLEMS + FULL, ids=lambda p: p.label)
def test_the_problem_set_is_decided_with_certificates(problem: Problem) -> None:
    found = prove(problem.statement, seconds=60)
    if problem.true:
        assert isinstance(found, Enclosed)
        assert replay(json.loads(json.dumps(found.certificate))).leaves >= 0
    else:
        assert isinstance(found, Witnessed)


HIDDEN = [
    # each has points where its conclusion fails, which exist by the intermediate value theorem and no search meets
    ("v*exp(v) + x*exp(x/3) != 57/10", "v > exp(x/2), v < exp(x)"),
    ("x*exp(x/3) + y*exp(y) != 37/10", "v > exp(x/2), v < exp(x), y*v > exp(y)"),
    ("(v - exp(2*x/3))**2 + (x*exp(x/3) - 37/10)**2 + (y*x - v + exp(y))**2 > 1/10**16", "v > exp(x/2), v < exp(x)"),
]


@pytest.mark.parametrize("texts", HIDDEN, ids=lambda t: t[0])
def test_a_false_statement_whose_witness_is_hard_to_meet_stays_open(texts: tuple[str, ...]) -> None:
    assert not isinstance(decided(*texts, seconds=10), Enclosed)


TRUE = [
    ("exp(x) >= 1 + x",),
    ("log(1+x) <= x - x**2/2 + x**3/3", "x > -1"),
    ("log(1+exp(x)) <= log(2) + x/2 + x**2/8",),
    ("x*exp(-x) <= exp(-1)",),
    ("exp(-exp(exp(x))) > 0",),
    ("1 - 1/(1+exp(-1000)) > 0",),
    ("exp(pi*sqrt(163)) < 262537412640768744",),
    ("262537412640768744 - exp(pi*sqrt(163)) < 1e-12",),
    ("p*log(p/q) + (1-p)*log((1-p)/(1-q)) >= 2*(p-q)**2", "0 < p < 1", "0 < q < 1"),
    ("x*y <= exp(x) + y*log(y) - y", "y > 0"),
    ("a*log(a/c) + b*log(b/d) >= (a + b)*log((a + b)/(c + d))", "a > 0, b > 0, c > 0, d > 0"),
    ("log(1 + 1/x) > 1/(1 + x)", "x > 0"),
    ("(a + b)/2 >= sqrt(a*b)", "a >= 0", "b >= 0"),
    ("log(x) <= x/E", "x > 0"),
    ("x**x >= exp(-1/E)", "x > 0"),
    ("exp(x) - E*x > -1e-12",),
    ("abs(x + y) <= abs(x) + abs(y)",),
    ("log(exp(x) + exp(y)) > max(x, y)",),
    ("x < y or x == y or x > y",),
    ("x + y >= 2", "x > 0", "x*y == 1"),
    ("tanh(x) <= x and tanh(x) > x - x**3", "x > 0"),
]


@pytest.mark.parametrize("texts", TRUE, ids=lambda t: t[0])
def test_contact_curves_limits_margins_and_overflow_are_proved(texts: tuple[str, ...]) -> None:
    found = decided(*texts)
    assert isinstance(found, Enclosed), found
    assert found.plan


FALSE = [
    ("x*exp(-x) < exp(-1)",),
    ("exp(x) >= 1 + x + x**2/2",),
    ("exp(x) >= 1.0001 + x",),
    ("exp(pi*sqrt(163)) == 262537412640768744",),
    ("p*log(p/q) + (1-p)*log((1-p)/(1-q)) >= 2.001*(p-q)**2", "0 < p < 1", "0 < q < 1"),
    ("exp(x) - E*x > 0",),
    ("(a + b)/2 > sqrt(a*b)", "a >= 0", "b >= 0"),
    ("log(y) < log(x)", "0 < y <= x"),
    ("x**2 == y**2 implies x == y",),
]


@pytest.mark.parametrize("texts", FALSE, ids=lambda t: t[0])
def test_near_misses_are_refuted_by_a_witness(texts: tuple[str, ...]) -> None:
    found = decided(*texts)
    assert isinstance(found, Witnessed), found


def test_a_strict_sign_is_refuted_where_the_sides_are_equal() -> None:
    found = decided("x*exp(-x) < exp(-1)")
    assert isinstance(found, Witnessed)
    assert found.witness.point == (("x", "1"),)


@pytest.mark.parametrize(
    ("texts", "reason"),
    [
        (("x > 1", "x > 2", "x < 1"), "contradict"),
        (("exp(x) > 5", "exp(x) < 0"), "contradict"),
        (("log(x) <= x - 1",), "x > 0"),
        (("1/x**2 > 0",), "x != 0"),
        (("sqrt(x - y) >= 0", "x > y - 1"), "x - y >= 0"),
        (("1/(x**2 - 2) != 0", "0 <= x <= 2"), "x**2 - 2 != 0"),
    ],
    ids=str,
)
def test_what_is_vacuous_or_undefined_stays_open_and_says_where(texts: tuple[str, ...], reason: str) -> None:
    found = decided(*texts)
    assert isinstance(found, Open)
    assert reason in found.reason


def test_the_same_call_gives_the_same_certificate() -> None:
    problem = next(p for p in PROBLEMS if p.label == "I9 cosh")
    first, second = prove(problem.statement), prove(problem.statement)
    assert isinstance(first, Enclosed)
    assert first == second


WIDE = ("sqrt(1 + x**2*y**2) + exp(-x*y) + x*log(1 + y**2) - x*y/2 > 1.3", "0 <= x <= 3", "0 <= y <= 3")


def boxes_of(found: object) -> int:
    assert isinstance(found, Enclosed), found
    return replay(found.certificate).leaves


def test_any_executor_gives_the_same_certificate(monkeypatch: pytest.MonkeyPatch) -> None:
    from numeric_checks.prover import boxes

    monkeypatch.setattr(boxes, "SHARE", 8)
    statement = parse_statement(WIDE[0], WIDE[1:])
    alone = prove(statement)
    assert boxes_of(alone) > 8
    with ThreadPoolExecutor(3) as threads:
        assert prove(statement, executor=threads) == alone
    with ProcessPoolExecutor(2) as processes:
        assert prove(statement, executor=processes) == alone


TIGHT = (
    "exp(x)*y**2 - 2*y*x*exp(x/2)*z*(1 + z*y/50) + x**2*z**2 + x**4*y**4*z**4/100 + y**2*z**4*x**2/100 > -0.02",
    "-1 <= x <= 1",
    "-1 <= y <= 1",
    "-1 <= z <= 1",
)
RUN = """
import sys
from pathlib import Path
from numeric_checks.prover import frontier, prove
from symbolic.language import parse_statement
frontier.INTERVAL = 0.0  # keep every round's boxes, however fast the machine is
found = prove(parse_statement(sys.argv[2], sys.argv[3:]), seconds=300, frontier=Path(sys.argv[1]))
print(type(found).__name__)
"""


@pytest.mark.slow
def test_a_killed_run_goes_on_from_its_frontier(tmp_path: Path) -> None:
    frontier = tmp_path / "frontier.json"
    command = [sys.executable, "-c", RUN, str(frontier), *TIGHT]
    run = subprocess.Popen(command, stdout=subprocess.DEVNULL, env={**os.environ, "PYTHONPATH": os.getcwd()})
    for _ in range(600):
        time.sleep(0.1)
        if frontier.exists() or run.poll() is not None:
            break
    assert frontier.exists(), "the run was over before it kept anything"
    run.send_signal(signal.SIGKILL)
    run.wait()
    kept = json.loads(frontier.read_text())
    assert kept
    most = max(len(cover["tree"]) for cover in kept.values())
    assert most > 1
    statement = parse_statement(TIGHT[0], TIGHT[1:])
    found = prove(statement, seconds=300, frontier=frontier)
    assert isinstance(found, Enclosed), found
    assert found == prove(statement, seconds=300)
    assert not frontier.exists()


def test_a_frontier_that_was_tampered_with_proves_nothing(tmp_path: Path) -> None:
    frontier = tmp_path / "frontier.json"
    false = parse_statement("exp(x)*y - x*y**2 > -1/100000 - x*y", ["0 <= x <= 2", "1/10 <= y <= 1"])
    found = prove(false, frontier=frontier)
    assert isinstance(found, Enclosed)
    frontier.write_text("{not json")
    assert isinstance(prove(false, frontier=frontier), Enclosed)


def test_a_statement_of_the_core_types_is_taken() -> None:
    statement = PROBLEMS[0].statement
    assert isinstance(statement, Statement)
    assert isinstance(prove(statement), Enclosed)
