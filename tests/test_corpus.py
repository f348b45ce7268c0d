"""The labelled statements of ``tests/corpus``: none comes out wrong, and at most a tenth of them undecided."""

import os
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import sympy as sp

from numeric_checks.confirm import confirm
from proofs.finding import detail, name
from proofs.proving import Question, prove
from symbolic.language import parse_statement
from symbolic.statement import Statement, real
from symbolic.writing import write

CORPUS = {
    entry["label"]: entry
    for file in sorted(Path(__file__).with_name("corpus").glob("*.toml"))
    for entry in tomllib.loads(file.read_text(encoding="utf-8"))["statement"]
}
RIGHT = {"true": {"proved"}, "false": {"refuted"}, "vacuous": {"undecided"}, "undefined": {"undecided"}}
WRONG = {"true": {"refuted"}, "false": {"proved"}, "vacuous": {"proved", "refuted"}, "undefined": {"proved", "refuted"}}
SECONDS = float(os.environ.get("CORPUS_SECONDS", "20"))
QUICK = sorted(CORPUS)[::12]


def statement(entry: dict[str, Any]) -> Statement:
    return parse_statement(entry["statement"], entry.get("given", ()))


def test_the_corpus_is_large_and_half_of_it_is_not_true() -> None:
    truths = Counter(entry["truth"] for entry in CORPUS.values())
    assert sum(truths.values()) >= 160
    assert truths.keys() == RIGHT.keys()
    assert 0.4 < truths["false"] / sum(truths.values()) < 0.55


@pytest.mark.parametrize("label", CORPUS)
def test_each_statement_reads_back_and_says_why_it_has_its_label(label: str) -> None:
    entry = CORPUS[label]
    assert entry["note"]
    assert parse_statement(write(statement(entry))) == statement(entry)
    assert ("witness" in entry) == (entry["truth"] == "false")


@pytest.mark.parametrize("label", [label for label, entry in CORPUS.items() if entry["truth"] == "false"])
def test_each_false_statement_fails_at_its_rational_witness(label: str) -> None:
    entry = CORPUS[label]
    point = {real(variable): sp.Rational(value) for variable, value in entry["witness"].items()}
    assert confirm(statement(entry), point) is not None


@pytest.mark.parametrize("label", QUICK)
def test_a_sample_of_the_corpus_does_not_come_out_wrong(label: str) -> None:
    entry = CORPUS[label]
    proof = prove(Question(entry["statement"], tuple(entry.get("given", ())), seconds=5))
    assert name(proof.verdict) not in WRONG[entry["truth"]], detail(proof.verdict)


@pytest.mark.slow
def test_no_statement_comes_out_wrong_and_at_most_a_tenth_undecided(capsys: pytest.CaptureFixture[str]) -> None:
    score: Counter[tuple[str, str]] = Counter()
    wrong, undecided = list[str](), list[str]()
    for label, entry in CORPUS.items():
        truth = entry["truth"]
        proof = prove(Question(entry["statement"], tuple(entry.get("given", ())), seconds=SECONDS))
        verdict = name(proof.verdict)
        score[truth, verdict] += 1
        if verdict in WRONG[truth]:
            wrong.append(f"{label}: {truth}, but {verdict}: {detail(proof.verdict)}")
        elif verdict not in RIGHT[truth] and truth in ("true", "false"):
            undecided.append(label)
    with capsys.disabled():
        print("\n" + "\n".join(f"{truth:>9} → {verdict:<12} {count}" for (truth, verdict), count in sorted(score.items())))
        print(f"undecided: {', '.join(undecided) or 'none'}")
    assert not wrong
    assert len(undecided) <= len(CORPUS) / 10
