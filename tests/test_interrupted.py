"""Interrupted, ``check`` and ``prove`` say so in one line; ``prove`` goes on from the boxes it kept and leaves no process behind."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from proofs.cli.prove import _frontier
from tests.checkout import Checkout

ROOT = Path(__file__).parent.parent
STATEMENT = "exp(x)*y**2 - 2*y*x*exp(x/2)*z*(1 + z*y/50) + x**2*z**2 + x**4*y**4*z**4/100 + y**2*z**4*x**2/100 > -0.02"
GIVEN = ("-1 <= x <= 1 and -1 <= y <= 1", "-1 <= z <= 1")
PROVE = (
    "import sys; from numeric_checks.prover import boxes, frontier; from proofs.cli.main import main; "
    "boxes.BATCH, frontier.INTERVAL = 64, 0.0; sys.exit(main(['prove', *sys.argv[1:]]))"
)
"""The program, which keeps its boxes often enough for a test to see some."""
FRONTIER = _frontier(STATEMENT, GIVEN)


def prove(*options: str) -> subprocess.Popen[str]:
    given = [o for g in GIVEN for o in ("--given", g)]
    return subprocess.Popen(
        [sys.executable, "-c", PROVE, STATEMENT, *given, "--timeout", "100", *options],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture(autouse=True)
def _no_frontier() -> Iterator[None]:
    FRONTIER.unlink(missing_ok=True)
    yield
    FRONTIER.unlink(missing_ok=True)


def boxes_left() -> int:
    """Boxes of the last cover in the frontier."""
    covers = json.loads(FRONTIER.read_text()) if FRONTIER.exists() else {}
    return len(list(covers.values())[-1]["node"]) if covers else 0


def interrupted(sign: signal.Signals) -> tuple[int, str]:
    """The exit code and complaint of a run that gets the signal while it has boxes left."""
    run = prove()
    while boxes_left() < 64:
        assert run.poll() is None, "the run was over before it kept anything"
        time.sleep(0.005)
    run.send_signal(sign)
    output, complaint = run.communicate(timeout=60)
    assert output == ""
    return run.returncode, complaint


@pytest.mark.slow
@pytest.mark.parametrize(("sign", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 130), (signal.SIGKILL, -9)])
def test_an_interrupted_run_goes_on_and_ends_with_the_same_certificate(
    sign: signal.Signals, code: int, anew: bytes, tmp_path: Path
) -> None:
    found, complaint = interrupted(sign)
    assert found == code
    assert complaint.strip() == ("" if code < 0 else "grpo-companion: interrupted")
    wait_until_nobody_writes()
    assert boxes_left() > 0
    content, complaint = certificate(tmp_path / "again.json")
    assert "goes on" in complaint
    assert not FRONTIER.exists()
    assert content == anew


def certificate(file: Path) -> tuple[bytes, str]:
    """The certificate that a run writes, and what it says on standard error."""
    run = prove("--certificate", str(file))
    output, complaint = run.communicate(timeout=200)
    assert run.returncode == 0, output + complaint
    return file.read_bytes(), complaint


@pytest.fixture(scope="module")
def anew(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The certificate of a run that nobody interrupted."""
    FRONTIER.unlink(missing_ok=True)
    content, complaint = certificate(tmp_path_factory.mktemp("anew") / "anew.json")
    assert complaint == ""
    return content


def wait_until_nobody_writes() -> None:
    """The process that searches ends with the one that was killed: its frontier no longer changes."""
    end, last = time.monotonic() + 20, None
    while time.monotonic() < end:
        now = (FRONTIER.stat().st_mtime_ns, boxes_left())
        if now == last:
            return
        last = now
        time.sleep(1)
    pytest.fail("somebody still searches")


@pytest.mark.slow
def test_boxes_that_were_tampered_with_do_not_stand_in_the_way_and_prove_nothing() -> None:
    interrupted(signal.SIGINT)
    covers = json.loads(FRONTIER.read_text())
    for cover in covers.values():
        cover |= {"tree": [step or ["enclosure"] for step in cover["tree"]], "node": [], "low": [], "high": []}
    FRONTIER.write_text(json.dumps(covers))
    run = prove()
    output, _ = run.communicate(timeout=200)
    assert run.returncode == 0, output
    assert "enclosure, replayed in Arb" in output


@pytest.mark.parametrize("file", ["proofs/cli/program.py", "proofs/cli/prove.py"])
def test_a_program_interrupted_while_it_is_read_says_so_in_one_line(file: str, checkout: Checkout) -> None:
    slow = "import time\nfrom pathlib import Path\n\nPath('reading').touch()\ntime.sleep(20)\nimport click\n"
    checkout.replace(file, "\nimport click\n", f"\n{slow}")
    with checkout.start("prove", "x**2 >= 0") as run:
        while not (checkout.home / "reading").exists():
            assert run.poll() is None
            time.sleep(0.01)
        run.send_signal(signal.SIGINT)
        output, complaint = run.communicate(timeout=60)
    assert (run.returncode, output, complaint.strip()) == (130, "", "grpo-companion: interrupted")


@pytest.mark.parametrize("tell", [os.kill, os.killpg])
def test_a_check_interrupted_while_the_claims_are_read_for_its_workers_says_so_in_one_line(
    tell: Callable[[int, int], None], checkout: Checkout
) -> None:
    checkout.write("square", 'claim("beyond.square", (), ge(x**2, 0)),')
    slow = "import time\nfrom pathlib import Path\n\nPath('reading').touch()\ntime.sleep(3)\n"
    checkout.replace("proofs/preloaded.py", "\nfor name in", f"\n{slow}\nfor name in")
    with checkout.start("check") as run:
        while not (checkout.home / "reading").exists():
            assert run.poll() is None
            time.sleep(0.01)
        tell(run.pid, signal.SIGINT)
        output, complaint = run.communicate(timeout=60)
    assert run.returncode == 130
    assert output == ""
    assert complaint.splitlines() == ["grpo-companion: interrupted: 0 of 1 claims were decided and are kept; run it again to go on"]
