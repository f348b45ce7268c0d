"""A solver that lies, hangs, crashes, talks nonsense or eats memory leaves its statement unknown, and nothing else suffers."""

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
import sympy as sp

from symbolic.answer import Holds, Unknown
from symbolic.smt import Solvers, query
from symbolic.smt.process import Process
from symbolic.smt.query import CVC5, Z3
from symbolic.smt.solver import WORKER, Reply, Solver, ask
from symbolic.statement import Statement, ge, gt, real

x = real("x")
TRUE, FALSE = Statement((), ge(x**2, 0)), Statement((), gt(x**2, 0))
SCRIPT = "(set-logic QF_NRA)\n(declare-fun |x| () Real)\n(assert (! (< (* |x| |x|) 0.0) :named |square 1|))\n(check-sat)\n"
HEADS = {"z3": "def z3(", "cvc5": "def cvc5("}


def variant(folder: Path, solver: Solver, body: str) -> Solver:
    """The solver with a worker whose answer is made by ``body``."""
    source = WORKER.read_text(encoding="utf-8")
    head = HEADS[solver.module]
    assert source.count(head) == 1
    false = f"def {solver.module}(script, wall, options, spare):\n    {body}\n\n\ndef _true_{solver.module}("
    path = folder / f"{solver.module}_worker.py"
    path.write_text(source.replace(head, false), encoding="utf-8")
    return replace(solver, worker=path)


def answered(folder: Path, solver: Solver, body: str, *, seconds: float = 0.5, memory_mb: int = 512) -> Reply:
    return ask(variant(folder, solver, body), [SCRIPT], seconds=seconds, memory_mb=memory_mb)[-1]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("while True: pass", "ran out of time"),
        ("time.sleep(1000)", "was stopped after"),
        ("os.kill(os.getpid(), signal.SIGSEGV)", "ended by signal 11"),
        ("os._exit(3)", "crashed (exit 3)"),
        ("raise RuntimeError('no idea')", "no idea"),
        ("raise SystemExit(0)", "without an answer|crashed"),
        ("return [0] * 10**9", "MemoryError"),
        ("return {'answer': 'maybe'}", "cannot be read"),
        ("return {'answer': 'unsat'}", "cannot be read"),
        ("return {'answer': 'unsat', 'core': 'all'}", "cannot be read"),
        ("return {'answer': 'unsat', 'core': [1]}", "cannot be read"),
        ("return {'answer': 'sat', 'model': {'x': '1/0'}}", "cannot be read"),
        ("return {'answer': 'sat', 'model': {'x': 'nan'}}", "cannot be read"),
        ("return {'answer': 'sat', 'model': {'x': 0.5}}", "cannot be read"),
        ("return {'answer': 'sat', 'model': []}", "cannot be read"),
        ("return {'answer': 'unknown', 'reason': 'a' * 10**7}", "writing too much|cannot be read|ended"),
        ("return {'answer': 'unknown', 'reason': 'too hard'}", "too hard"),
    ],
)
@pytest.mark.parametrize("solver", [Z3, CVC5], ids=["z3", "cvc5"])
def test_a_worker_that_fails_gives_an_unknown_with_the_reason(tmp_path: Path, solver: Solver, body: str, reason: str) -> None:
    reply = answered(tmp_path, solver, body)
    assert reply.answer == "unknown"
    assert any(part in reply.reason for part in reason.split("|")), reply.reason
    assert len(reply.reason) < 300


def test_a_process_that_dies_between_questions_is_started_anew(tmp_path: Path) -> None:
    once = variant(tmp_path, Z3, "os.kill(os.getppid(), signal.SIGKILL)")
    assert ask(once, [SCRIPT], seconds=1, memory_mb=512)[0].answer == "unknown"
    assert ask(once, [SCRIPT], seconds=1, memory_mb=512)[0].answer == "unknown"
    honest = ask(Z3, [SCRIPT], seconds=1, memory_mb=512)[0]
    assert honest.answer == "unsat"
    assert honest.core == {"square 1"}


def test_a_solver_that_calls_everything_unsatisfiable_is_contradicted(tmp_path: Path) -> None:
    liar = variant(tmp_path, Z3, "return {'answer': 'unsat', 'core': []}")
    answer = query(FALSE, seconds=2, solvers=Solvers(finder=liar))
    assert isinstance(answer, Unknown)
    assert "one of them is wrong" in answer.reason


def test_a_replayer_that_calls_everything_satisfiable_contradicts(tmp_path: Path) -> None:
    liar = variant(tmp_path, CVC5, "return {'answer': 'sat', 'model': {}}")
    answer = query(TRUE, seconds=2, solvers=Solvers(replayers=(liar,)))
    assert isinstance(answer, Unknown)
    assert "one of them is wrong" in answer.reason


def test_a_replayer_alone_proves_nothing(tmp_path: Path) -> None:
    liar = variant(tmp_path, CVC5, "return {'answer': 'unsat', 'core': []}")
    assert not isinstance(query(FALSE, seconds=2, solvers=Solvers(replayers=(liar,))), Holds)


@pytest.mark.parametrize("body", ["while True: pass", "return [0] * 10**9", "os._exit(1)"], ids=["hangs", "eats memory", "crashes"])
def test_without_a_replay_nothing_is_proved(tmp_path: Path, body: str) -> None:
    answer = query(TRUE, seconds=1, memory_mb=512, solvers=Solvers(replayers=(variant(tmp_path, CVC5, body),)))
    assert isinstance(answer, Unknown)
    assert "finds no counterexample, but cvc5" in answer.reason


def test_a_core_of_names_that_were_never_given_is_ignored(tmp_path: Path) -> None:
    odd = variant(tmp_path, Z3, "return {'answer': 'unsat', 'core': ['solver.exp-positive 1', 'nonsense']}")
    assert isinstance(query(Statement((), gt(sp.exp(x), 0)), seconds=2, solvers=Solvers(finder=odd)), Holds)
    assert not isinstance(query(Statement((), gt(sp.exp(x), 1)), seconds=2, solvers=Solvers(finder=odd)), Holds)


def test_a_solver_that_is_not_installed_is_unknown() -> None:
    missing = Solver("no_such_solver", "no-such-solver")
    answer = query(TRUE, solvers=Solvers(finder=missing))
    assert isinstance(answer, Unknown)
    assert "no_such_solver is not installed" in answer.reason


def test_the_limits_of_one_question_do_not_reach_the_next() -> None:
    assert ask(Z3, [SCRIPT], seconds=1, memory_mb=1)[0].answer == "unknown"
    assert ask(Z3, [SCRIPT], seconds=1, memory_mb=512)[0].answer == "unsat"


def test_scripts_are_asked_in_order_until_one_is_unsatisfiable() -> None:
    satisfiable = SCRIPT.replace("<", ">")
    replies = ask(Z3, [satisfiable, SCRIPT, satisfiable], seconds=2, memory_mb=512)
    assert [r.answer for r in replies] == ["sat", "unsat"]


def test_a_worker_ends_when_whoever_asks_is_killed(tmp_path: Path) -> None:
    asker = tmp_path / "asker.py"
    hangs = variant(tmp_path, Z3, f"open({str(tmp_path / 'child')!r}, 'w').write(str(os.getpid())); time.sleep(1000)")
    asker.write_text(
        "from pathlib import Path\nfrom symbolic.smt.solver import Solver, ask\n"
        f"ask(Solver('z3', 'z3-solver', (), Path({str(hangs.worker)!r})), [{SCRIPT!r}], seconds=60, memory_mb=512)\n",
        encoding="utf-8",
    )
    environment = {**os.environ, "PYTHONPATH": str(WORKER.parents[2])}
    process = subprocess.Popen([sys.executable, str(asker)], env=environment)
    child = _appears(tmp_path / "child")
    process.send_signal(signal.SIGKILL)
    process.wait()
    deadline = time.monotonic() + 20
    while _runs(child) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _runs(child)


def _appears(path: Path) -> int:
    deadline = time.monotonic() + 60
    while not (path.exists() and path.read_text()) and time.monotonic() < deadline:
        time.sleep(0.05)
    return int(path.read_text())


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_a_worker_imports_its_solver_and_nothing_of_this_project(tmp_path: Path) -> None:
    looks = "return {'answer': 'unknown', 'reason': ' '.join(m for m in sys.modules if m in ('sympy', 'symbolic', 'z3', 'cvc5', 'flint'))}"
    assert answered(tmp_path, Z3, looks).reason == "z3: z3"
    assert answered(tmp_path, CVC5, looks).reason == "cvc5: cvc5"


def test_a_process_that_says_too_much_or_stops_reading_is_ended(tmp_path: Path) -> None:
    (tmp_path / "loud.py").write_text("import sys\nwhile True: sys.stdout.write('a' * 65536)\n", encoding="utf-8")
    with pytest.raises(OSError, match="too much"):
        Process([str(tmp_path / "loud.py")]).exchange("hello", 20)
    (tmp_path / "deaf.py").write_text("import time\ntime.sleep(1000)\n", encoding="utf-8")
    deaf = Process([str(tmp_path / "deaf.py")])
    with pytest.raises(TimeoutError):
        deaf.exchange("a" * 10**6, 0.5)
    assert not deaf.usable()
