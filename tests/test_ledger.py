"""The ledger: what fits is taken from it, whatever does not is decided again."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import sympy as sp

from proofs.finding import Finding
from proofs.ledger import Ledger, content, key
from symbolic.claim import Claim, Kind, Source
from symbolic.derivation import Chain, Step
from symbolic.statement import Statement, gt, le, lt, real
from symbolic.verdict import Corroborated, Proved, Refuted, Undecided, Verdict, Witness
from tests.checkout import Checkout

x, y = real("x"), real("y")
STATEMENT = Statement((gt(x, 0),), gt(x, -1))


def claim(content: Statement | Chain = STATEMENT, **changes: object) -> Claim:
    near_miss = content.but(holds=lt(sp.Integer(1), 0)) if isinstance(content, Statement) else STATEMENT.but(holds=gt(x, 0))
    fields = {
        "label": "a",
        "kind": Kind.LEMMA,
        "title": "a",
        "source": Source("here"),
        "content": content,
        "mutants": (near_miss,),
    }
    return Claim(**(fields | changes))  # type: ignore[arg-type]


def finding(verdict: Verdict, where: str = "") -> Finding:
    return Finding("algebra", "algebra", verdict, 0.5, where)


VERDICTS: list[Verdict] = [
    Proved("by", ("one", "two"), ("solver.l",)),
    Refuted(Witness((("x", "1/3"), ("y", "-2")), "left 1, right 2")),
    Corroborated(7, "d"),
    Undecided("hard"),
]


def test_all_that_findings_hold_is_read_back(tmp_path: Path) -> None:
    found = (*(finding(v) for v in VERDICTS), finding(VERDICTS[0], "step 1"))
    ledger = Ledger(tmp_path)
    ledger.write("a", "k", found)
    assert ledger.read("a", "k") == found
    assert ledger.seconds("a") == 2.5


def test_an_entry_with_another_key_does_not_fit(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    ledger.write("a", "k", [finding(VERDICTS[0])])
    assert ledger.read("a", "other") is None
    assert ledger.read("b", "k") is None


@pytest.mark.parametrize(
    "damage",
    [
        "",
        "{",
        "[]",
        "null",
        '{"key": "k"}',
        '{"key": "k", "findings": [{"verdict": "true"}]}',
        '{"key": "k", "findings": [{"verdict": "proved"}]}',
        "\x00\xff",
        "[" * 200_000,
    ],
)
def test_a_damaged_entry_does_not_fit(damage: str, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(damage, encoding="latin-1")
    assert Ledger(tmp_path).read("a", "k") is None
    assert Ledger(tmp_path).seconds("a") == 0.0


@pytest.mark.parametrize("verdict", VERDICTS[2:])
def test_what_was_not_decided_is_not_kept(verdict: Verdict, tmp_path: Path) -> None:
    Ledger(tmp_path).write("a", "k", [finding(VERDICTS[0], "step 1"), finding(verdict, "step 2")])
    assert not list(tmp_path.iterdir())


def test_writing_leaves_no_other_file_and_replaces_the_entry(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "deep" / "down")
    for k in ("k", "l"):
        ledger.write("a", k, [finding(VERDICTS[0])])
    assert [f.name for f in ledger.place.iterdir()] == ["a.json"]
    assert json.loads((ledger.place / "a.json").read_text())["key"] == "l"


def test_a_folder_that_cannot_be_written_costs_nothing_but_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    Ledger(tmp_path / "file").write("a", "k", [finding(VERDICTS[0])])


def test_the_key_follows_the_statement_its_families_and_its_steps() -> None:
    base = claim()
    others = [
        claim(Statement((gt(x, 0),), gt(x, -2))),
        claim(Statement((), gt(x, -1))),
        claim(Statement((gt(y, 0),), gt(y, -1))),
        claim(families=("algebra",)),
        claim(Chain((gt(x, 0),), x, (Step(">", -x, "x > 0"),))),
    ]
    keys = [key(c, {"a": c}) for c in (base, *others)]
    assert len(set(keys)) == len(keys)


def test_the_key_does_not_follow_titles_and_places() -> None:
    assert key(claim(), {}) == key(claim(title="another", source=Source("there"), note="more"), {})


def test_the_content_tells_apart_what_sympy_prints_alike() -> None:
    assert content(Statement((), lt(x, y))) != content(Statement((), gt(y, x)))
    assert content(Statement((), le(x - y, 0))) != content(Statement((), le(x, y)))
    odd = real("Integer(1)")
    assert content(Statement((), lt(odd, x))) != content(Statement((), lt(1, x)))


RUN = """
from pathlib import Path

if __name__ == "__main__":
    from proofs.catalogue import load
    from proofs.places import first_sources

    first_sources()
    load()
    file = Path({file!r})
    text = file.read_text(encoding="utf-8")
    assert {old!r} in text
    file.write_text(text.replace({old!r}, {new!r}), encoding="utf-8")
    from proofs.run import run

    done = run()
    print(*(type(r.verdict).__name__ for r in done.results.values()), *(fault.message for fault in done.faults), sep="\\n")
"""
"""A run during which a file changes: after the claims were read here, and before the workers read them."""


def changed(checkout: Checkout, file: str, old: str, new: str) -> list[str]:
    """The verdicts and faults of such a run."""
    script = checkout.home / "changing.py"
    script.write_text(RUN.format(file=file, old=old, new=new), encoding="utf-8")
    inherited = {k: v for k, v in os.environ.items() if k not in ("CI", "PYTHONPATH")}
    done = subprocess.run(
        [sys.executable, str(script)],
        cwd=checkout.home,
        env={**inherited, "COQBIN": str(checkout.home), "PYTHONPATH": str(checkout.home)},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("proofs/beyond/late.py", "gt(x**2, -1)", "ge(x**2, 0)"),
        ("proofs/beyond/late.py", "beyond.late", "beyond.later"),
        ("proofs/beyond/late.py", "CLAIMS = (", "CLAIMS = (("),
        ("proofs/deciders.py", "EXAMPLES = 60", "EXAMPLES = 61"),
    ],
)
def test_nothing_is_kept_of_a_claim_or_a_decider_that_changed_during_the_run(file: str, old: str, new: str, checkout: Checkout) -> None:
    checkout.write("late", 'claim("beyond.late", (), gt(x**2, -1)),')
    verdict, fault = changed(checkout, file, old, new)
    assert verdict == "Undecided"
    assert "late.py" in fault
    assert "claim 'beyond.late': a file changed during the run" in fault
    assert not checkout.ledger()


def test_what_does_not_change_is_kept_whatever_else_does(checkout: Checkout) -> None:
    checkout.write("late", 'claim("beyond.late", (), gt(x**2, -1), title="old"),')
    assert changed(checkout, "proofs/beyond/late.py", "old", "new") == ["Proved"]
    assert set(checkout.ledger()) == {"beyond.late"}
