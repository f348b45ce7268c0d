"""The proof states in the book are what coqtop prints of the files as they stand; without coqtop the pages say that they are missing."""

import json
import os
from itertools import pairwise
from pathlib import Path

import pytest

from proofs.kernel.coq import CoqError, absent
from proofs.kernel.development import sources
from proofs.kernel.project import DEVELOPMENT
from proofs.kernel.table import PINS
from proofs.pages import rocq
from proofs.pages.__main__ import told_of
from proofs.pages.claim import finding
from proofs.pages.goals import goals
from proofs.pages.reported import Found
from proofs.pages.script import anchor, body
from proofs.pages.states import asked, states

needs_coq = pytest.mark.skipif(absent() is not None and not os.environ.get("CI"), reason=f"not run: {absent()}")
FIRST = b"""(** Words of [two] on [0, 1]. *)
From Coq Require Import Arith.
Definition two := 2. (* a comment. *)
Lemma even (n : nat) : n + n = two * n.
Proof.
  unfold two; simpl.
  (* why: *) now rewrite Nat.add_0_r.
Qed.
"""
SECOND = b"""From Coq Require Import Arith.
From GRPO Require Import First.
Theorem four : 4 = two * 2 /\\ 0 = 0.
Proof.
  split.
  - rewrite <- (even 2).
    reflexivity.
  - reflexivity.
Qed.
"""
BOTH = {"First.v": FIRST, "Second.v": SECOND}


def write(folder: Path, files: dict[str, bytes]) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "_CoqProject").write_text("-R . GRPO\n" + "\n".join(files), encoding="utf-8")
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


@needs_coq
def test_each_sentence_has_its_place_in_the_file_and_the_goals_after_it() -> None:
    made = asked(BOTH)
    said = {FIRST[s.start : s.end]: s for s in made["First.v"]}
    assert b"From Coq Require Import Arith." not in said  # done for all files at the head of the session
    assert said[b"Lemma even (n : nat) : n + n = two * n."].proof == "even"
    assert said[b"unfold two; simpl."].goals.splitlines()[-1] == "  n + n = n + (n + 0)"
    assert said[b"now rewrite Nat.add_0_r."].goals == "No more goals."
    assert said[b"Qed."].proof == ""


@needs_coq
def test_a_file_sees_what_it_requires_of_the_others() -> None:
    said = {SECOND[s.start : s.end]: s.goals for s in asked(BOTH)["Second.v"]}
    assert "4 = 2 + 2" in said[b"rewrite <- (even 2)."]


@needs_coq
@pytest.mark.parametrize(
    "wrong", [b"Lemma no : 0 = 1. Proof. reflexivity. Qed.\n", b"Lemma no : 0 = 0. Proof.\n", b"Check nothing.\n", b"Definition x := 0\n"]
)
def test_a_file_that_is_refused_gives_no_states(wrong: bytes) -> None:
    with pytest.raises(CoqError):
        asked({"First.v": FIRST + wrong})


@needs_coq
def test_states_are_kept_for_the_files_as_they_stand_and_no_others(tmp_path: Path) -> None:
    folder, kept = write(tmp_path / "development", BOTH), tmp_path / "kept.json"
    states(folder, kept)
    entry = json.loads(kept.read_text(encoding="utf-8"))
    entry["files"]["First.v"][2][3] = "as kept"
    kept.write_text(json.dumps(entry), encoding="utf-8")
    assert states(folder, kept)["First.v"][2].goals == "as kept"
    write(folder, {**BOTH, "First.v": FIRST.replace(b"n + n", b"n+n")})
    assert states(folder, kept)["First.v"][2].goals != "as kept"


@needs_coq
def test_the_page_of_a_file_shows_its_comments_its_theorems_and_the_goals_of_its_proofs() -> None:
    pinned = {("First", "even"): ['<a href="page.html#some.claim">some.claim</a>']}
    page = "\n".join(body("First", FIRST, asked({"First.v": FIRST})["First.v"], pinned))
    assert page.startswith("Words of `two` on \\[0, 1\\].\n")
    assert f'id="{anchor("First", "even")}"' in page
    assert "#some.claim" in page
    assert "<b>⊢ n + n = n + (n + 0)</b>" in page
    assert "No goal is left." in page
    assert '<li class="said">why:</li>' in page


def test_what_a_sentence_changed_is_in_bold_and_nothing_else() -> None:
    before = "1 goal\n  \n  x, y : R\n  H : x <\n      y\n  ============================\n  x < y"
    after = "2 goals\n  \n  x, y : R\n  H : x <\n      y\n  K : 0 < x\n  ============================\n  x < y\n\ngoal 2 is:\n y < 1"
    assert goals(after, before) == "x, y : R\nH : x &lt;\n    y\n<b>K : 0 &lt; x</b>\n⊢ x &lt; y\n\n<i>then ⊢ y &lt; 1</i>"
    assert "<b>⊢ x &lt; y</b>" in goals(before, "")


def test_a_state_without_a_goal_in_focus_says_what_remains() -> None:
    assert goals("No more goals.", "") == "No goal is left."
    assert goals("1 goal\n\ngoal 1 is:\n x < y", "") == "This part is proved; then\n⊢ x &lt; y"


def test_the_evidence_of_the_kernel_leads_to_the_place_of_its_theorem() -> None:
    found = Found("kernel", "kernel", "proved", 0.1, "", "Rocq kernel: GRPO.Theorem3.amplification")
    assert 'href="rocq-Theorem3.html#rocq.Theorem3.amplification"' in finding(found)
    assert "href" not in finding(Found("kernel", "kernel", "proved", 0.1, "", "Rocq kernel: the script of its pin"))
    assert "href" not in finding(Found("algebra", "algebra", "proved", 0.1, "", "Rocq kernel: GRPO.Theorem3.amplification"))


def test_without_coqtop_the_pages_show_the_files_and_say_that_states_are_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COQBIN", str(tmp_path))
    shown = told_of(rocq.made())
    assert "no proof states: coqc not found" in capsys.readouterr().err
    pages = dict(rocq.pages(shown))
    assert len(pages) == len(sources(DEVELOPMENT.folder)) + 1
    for words in pages.values():
        assert "The proof states were not made when this book was built: coqc not found" in words
    assert "intros [Hp E]" in pages["rocq-Theorem3.md"]


def test_every_theorem_that_a_pin_names_has_its_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("COQBIN", str(tmp_path))
    pages = dict(rocq.pages(rocq.made()))
    named = [pin.theorem.removeprefix("GRPO.").split(".") for pin in PINS.values() if pin.theorem]
    assert named
    for stem, theorem in named:
        assert f'id="{anchor(stem, theorem)}"' in pages[f"{rocq.name(stem)}.md"], f"{stem}.{theorem}"


@needs_coq
@pytest.mark.slow
def test_the_states_of_theorem_3_are_on_its_page() -> None:
    page = dict(rocq.pages(rocq.made()))["rocq-Theorem3.md"]
    proof = page[page.index(f'id="{anchor("Theorem3", "amplification")}"') :]
    assert proof.index("⊢ fixed r b e p -&gt; r &lt; p &lt; 1") < proof.index("No goal is left.") < proof.index("theorem_3_1")


@needs_coq
@pytest.mark.slow
def test_every_theorem_of_the_development_has_states_and_all_end_without_a_goal() -> None:
    shown = rocq.made()
    assert not shown.lacking
    for file, sentences in shown.states.items():
        for before, last in pairwise(sentences):
            if before.proof and not last.proof:
                assert before.goals == "No more goals.", f"{file}: {before.proof}"
