"""How the audit goes beside a run: in order, stopped by the first failure, remembered while nothing changes, absent without coqc."""

import json
from pathlib import Path

import pytest

from proofs.catalogue import catalogue
from proofs.kernel.audit import Development, audit
from proofs.kernel.coq import absent
from proofs.kernel.development import DevelopmentError, reached, required, sources
from proofs.kernel.project import DEVELOPMENT, edition
from proofs.kernel.schedule import Task, carry_out
from proofs.ledger import kernel_key
from tests.checkout import Checkout

LABEL = "lemma-4.positive"
needs_coq = [pytest.mark.slow, pytest.mark.skipif(absent() is not None, reason=absent() or "")]


def nothing() -> None:
    return None


def test_each_task_is_done_after_those_it_waits_for() -> None:
    done: list[str] = []

    def work(name: str, *after: str) -> Task:
        def answer() -> str:
            done.append(name)
            return name.upper()

        return Task(answer, after)

    answers = carry_out({"c": work("c", "a", "b"), "a": work("a"), "b": work("b", "a")}, 2, nothing)
    assert done == ["a", "b", "c"]
    assert answers["c"] == "C"


def test_what_takes_longest_to_the_end_is_begun_first() -> None:
    done: list[str] = []
    tasks = {name: Task(lambda name=name: done.append(name), (), weight) for name, weight in (("short", 1.0), ("long", 9.0))}  # type: ignore[misc]
    carry_out({**tasks, "tail": Task(nothing, ("short",), 20.0)}, 1, nothing)
    assert done == ["short", "long"]


def test_the_first_failure_stops_what_runs_and_nothing_begins_after_it() -> None:
    stopped: list[bool] = []

    def fails() -> None:
        raise DevelopmentError("no")

    with pytest.raises(DevelopmentError, match="no"):
        carry_out({"a": Task(fails), "b": Task(lambda: pytest.fail("begun"), ("a",))}, 1, lambda: stopped.append(True))
    assert stopped == [True]


def test_files_that_require_each_other_are_refused() -> None:
    with pytest.raises(DevelopmentError, match="require each other"):
        carry_out({"a": Task(nothing, ("b",)), "b": Task(nothing, ("a",))}, 1, nothing)


def test_the_files_below_a_theorem_are_found() -> None:
    files = {"A.v": b"", "B.v": b"From GRPO Require Import A. (* Require C. *)", "C.v": b"Require GRPO.B GRPO.A."}
    assert required(files["C.v"], files) == {"A.v", "B.v"}
    assert list(reached(files, ["B.v"])) == ["A.v", "B.v"]


def test_the_file_that_coqchk_passes_over_is_the_one_that_was_read() -> None:
    from hashlib import sha256

    files = sources(DEVELOPMENT.folder)
    assert {name: sha256(files[name]).hexdigest() for name in DEVELOPMENT.unchecked} == dict(DEVELOPMENT.unchecked)
    assert len(files["ZInterval.v"].splitlines()) < 10


def test_an_audit_is_of_the_files_that_were_read_whatever_the_folder_holds_by_then(tmp_path: Path) -> None:
    (tmp_path / "_CoqProject").write_text("A.v", encoding="utf-8")
    (tmp_path / "A.v").write_text("Lemma a : True. Proof. exact I. Qed.", encoding="utf-8")
    done = audit(Development(tmp_path, {}), (), files={"A.v": b"Axiom a : False."})
    assert done.failure == "A.v uses Axiom"


def test_without_coqc_nothing_is_remembered_of_the_kernel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COQBIN", str(tmp_path))
    assert "coqc not found" in str(absent())
    assert kernel_key(catalogue()[LABEL]) == ""


def test_a_claim_without_a_pin_has_no_edition() -> None:
    assert edition("section-2.1.assuming") == ""


class TestRun:
    pytestmark = needs_coq

    def run(self, checkout: Checkout, label: str = LABEL) -> tuple[int, dict[str, object], dict[str, dict[str, object]]]:
        done = checkout.run("check", label, "--json", "-", COQBIN="")
        report = json.loads(done.stdout)
        claim = next(c for c in report["claims"] if c["label"] == label)
        return done.returncode, report, {f["family"]: f for f in claim["findings"]}

    def test_a_run_audits_once_and_again_only_when_something_has_changed(self, full_checkout: Checkout) -> None:
        code, report, findings = self.run(full_checkout)
        assert (code, report["not_run"]) == (0, [])
        assert findings["kernel"]["verdict"] == "proved"
        entry = full_checkout.home / ".cache" / "ledger" / "kernel" / f"{LABEL}.json"
        written = entry.read_bytes()
        assert self.run(full_checkout)[2]["kernel"] == findings["kernel"]
        assert entry.read_bytes() == written
        full_checkout.replace("proofs/rocq/Lemmas2to4.v", "Theorem lemma_4 r : 1 / 2 < r < 1 ->", "Theorem lemma_4 r : 2 / 3 < r < 1 ->")
        code, _, findings = self.run(full_checkout)
        assert findings["kernel"]["verdict"] == "undecided"
        assert "audit" in str(findings["kernel"]["detail"])
        assert code == 0  # other families prove it

    def test_without_coqc_the_report_says_so_and_all_else_works(self, full_checkout: Checkout) -> None:
        done = full_checkout.run("check", LABEL, "--json", "-")
        report = json.loads(done.stdout)
        assert done.returncode == 0
        assert [missing["family"] for missing in report["not_run"]] == ["kernel"]
        assert "apt-get install" in report["not_run"][0]["reason"]
