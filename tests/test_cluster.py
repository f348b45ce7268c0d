"""`prove --scheduler`: a real Dask scheduler with two worker processes on loopback, one of which is killed at work."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("distributed", reason="the extra [distributed] is not installed")

ROOT = Path(__file__).parent.parent
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "OPENBLAS_NUM_THREADS": "1"}
HARD = "exp(x)*y**2 - 2*y*x*exp(x/2)*z*(1 + z*y/50) + x**2*z**2 + x**4*y**4*z**4/100 + y**2*z**4*x**2/100 > -0.02"
GIVEN = "-1 <= x <= 1 and -1 <= y <= 1 and -1 <= z <= 1"
DEADLINE = 120.0
PROVE = (
    "import sys; from numeric_checks.prover import boxes; from proofs.cli.main import main; boxes.SHARE = 32; sys.exit(main(sys.argv[1:]))"
)
"""The program, with work handed out in small parts: there is time to kill a worker while it has some."""


def dask(*arguments: str, log: Path) -> subprocess.Popen[bytes]:
    with log.open("wb") as out:
        return subprocess.Popen([sys.executable, "-m", "dask", *arguments], env=ENVIRONMENT, stdout=out, stderr=out)


def prove(*options: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", PROVE, "prove", HARD, "--given", GIVEN, "--timeout", "200", *options]
    return subprocess.Popen(command, cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def soon(what: str) -> Iterator[None]:
    """Again and again until the time is up."""
    end = time.monotonic() + DEADLINE
    while time.monotonic() < end:
        yield
        time.sleep(0.005)
    pytest.fail(f"not within {DEADLINE:g} s: {what}")


class Cluster:
    """A scheduler and its workers, each a process."""

    def __init__(self, folder: Path, workers: int) -> None:
        file = folder / "scheduler.json"
        options = ("--no-dashboard", "--host", "127.0.0.1")
        self.scheduler = dask("scheduler", *options, "--port", "0", "--scheduler-file", str(file), log=folder / "scheduler.log")
        for _ in soon("a scheduler"):
            if file.exists() and file.stat().st_size:
                break
        self.address: str = json.loads(file.read_text())["address"]
        self.workers = [
            dask("worker", self.address, *options, "--no-nanny", "--nthreads", "1", "--name", str(k), log=folder / f"worker-{k}.log")
            for k in range(workers)
        ]

    def stop(self) -> None:
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    made = Cluster(tmp_path, 2)
    try:
        yield made
    finally:
        made.stop()


@pytest.mark.slow
def test_a_search_on_a_cluster_that_loses_a_worker_gives_the_same_verdict_and_certificate(cluster: Cluster, tmp_path: Path) -> None:
    from distributed import Client

    alone, together = tmp_path / "alone.json", tmp_path / "together.json"
    first = prove("--certificate", str(alone))
    output, complaint = first.communicate(timeout=200)
    assert (first.returncode, complaint) == (0, ""), output
    with Client(cluster.address, timeout=DEADLINE) as watching:
        watching.wait_for_workers(2, timeout=DEADLINE)
        second = prove("--certificate", str(together), "--scheduler", cluster.address)
        for _ in soon("work for the second worker"):
            assert second.poll() is None, second.communicate()
            busy = {str(info["name"]): watching.processing().get(address) for address, info in watching.scheduler_info()["workers"].items()}
            if busy.get("1") and any("advance" in str(task) for task in busy["1"]):
                break
        cluster.workers[1].send_signal(signal.SIGKILL)
        again, complaint = second.communicate(timeout=200)
        assert (second.returncode, complaint) == (0, "")
        assert [str(info["name"]) for info in watching.scheduler_info()["workers"].values()] == ["0"]
    assert output.splitlines()[:-1] == again.splitlines()[:-1]  # the last line tells the time
    assert alone.read_bytes() == together.read_bytes()


@pytest.mark.slow
def test_a_search_whose_scheduler_is_killed_says_so_in_one_line(cluster: Cluster) -> None:
    from distributed import Client

    with Client(cluster.address, timeout=DEADLINE) as watching:
        watching.wait_for_workers(2, timeout=DEADLINE)
        run = prove("--scheduler", cluster.address)
        for _ in soon("work"):
            assert run.poll() is None, run.communicate()
            if any("advance" in str(task) for tasks in watching.processing().values() for task in tasks):
                break
        cluster.scheduler.send_signal(signal.SIGKILL)
        output, complaint = run.communicate(timeout=60)
    assert run.returncode == 2
    assert output == ""
    assert len(complaint.splitlines()) == 1
    assert "was lost" in complaint


def free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


@pytest.mark.slow
@pytest.mark.parametrize("address", ["no-such-host.invalid:1", "127.0.0.1:x", "tls://127.0.0.1:5", "foo://x:1", ""])
def test_a_wrong_address_is_refused_in_one_line_whatever_the_statement(address: str) -> None:
    refused(address, "no scheduler answers")


def test_a_dead_address_is_refused_in_one_line() -> None:
    refused(f"127.0.0.1:{free_port()}", "no scheduler answers")


@pytest.mark.slow
def test_a_cluster_without_workers_is_refused_in_one_line(tmp_path: Path) -> None:
    lonely = Cluster(tmp_path, 0)
    try:
        refused(lonely.address, "no worker")
    finally:
        lonely.stop()


def refused(address: str, because: str) -> None:
    command = [sys.executable, "-m", "proofs.cli.main", "prove", "x <= x", "--scheduler", address]
    run = subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, capture_output=True, text=True, timeout=DEADLINE, check=False)
    assert run.returncode == 2, run.stdout + run.stderr
    assert run.stdout == ""
    assert len(run.stderr.splitlines()) == 1, run.stderr
    assert because in run.stderr
