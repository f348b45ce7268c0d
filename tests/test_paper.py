"""Nothing in the paper is without an entry, and what a claim calls printed was found in the text at the place it names."""

import json
from dataclasses import replace

import pytest
from click.testing import CliRunner

from proofs.catalogue import catalogue
from proofs.cli.list import command
from proofs.paper import Row, digest, entries, heads, located, normal, restored, rows
from symbolic.claim import Claim, Kind, Remark, Source
from tests.index import places

CLAIMS = catalogue()
PRINTED = [c for c in CLAIMS.values() if c.source.printed]
NUMBERED = {
    *(f"Theorem {k}" for k in range(1, 7)),
    *(f"Lemma {k}" for k in range(1, 5)),
    *(f"Figure {k}" for k in range(1, 6)),
    *("Proposition 1", "Remark 1", "Remark 2", "Assumption 1", "Algorithm 1"),
}
EQUATIONS = {*(f"Equation ({k})" for k in range(1, 10)), "(GRPO)", "(GRPO-Clip)", "(GRPO-No-Clip)", "(GRPO Iterations)"}


def test_the_index_has_every_numbered_item_and_equation_of_the_paper() -> None:
    assert {r.place for r in rows() if r.kind == "item"} == NUMBERED
    assert {name for r in rows() for name in r.names if name.startswith(("Equation", "(GRPO"))} == EQUATIONS
    assert {r.place for r in rows() if r.kind == "proof"} >= {f"Proof of Theorem {k}" for k in range(1, 6)}


@pytest.mark.parametrize("row", rows(), ids=lambda r: r.place)
def test_every_place_of_the_paper_has_an_entry(row: Row) -> None:
    assert entries(row, CLAIMS.values())


@pytest.mark.parametrize("claim", PRINTED, ids=lambda c: c.label)
def test_what_a_claim_calls_printed_stands_in_the_paper_where_it_says(claim: Claim) -> None:
    assert located(claim) or restored().get(claim.label), "make the index anew: python -m tests.index PAPER.txt"


def test_formulas_that_were_restored_are_few_and_explained() -> None:
    assert all(label in CLAIMS and not located(CLAIMS[label]) and reason for label, reason in restored().items())
    assert len(restored()) < 10


@pytest.mark.parametrize("claim", PRINTED[::7], ids=lambda c: c.label)
def test_a_formula_that_was_changed_is_no_longer_found(claim: Claim) -> None:
    assert not located(replace(claim, source=replace(claim.source, printed=claim.source.printed + "+1")))


@pytest.mark.parametrize("claim", PRINTED[::7], ids=lambda c: c.label)
def test_a_formula_is_not_found_at_another_place(claim: Claim) -> None:
    assert not located(replace(claim, source=replace(claim.source, place="Section 7")))


def test_digests_do_not_depend_on_layout_or_on_the_spelling_of_letters() -> None:
    assert digest(r"\left(1 - \epsilon\right),\tag{3}") == digest("(1-ϵ)")
    assert normal(r"\pi_{\text{old}}") == normal("π_{old}")
    assert digest("1 - p") != digest("1 + p")


def test_a_place_mentions_what_it_names() -> None:
    assert heads("Proof of Lemma 3 (1)") == ("Proof of Lemma 3",)
    assert heads("Section 2, (GRPO) and Section 2.3") == ("Section 2", "(GRPO)", "Section 2.3")


TEXT = r"""
ABSTRACT. Words.

1. INTRODUCTION

$$x = 1$$
(7)

Words. **Theorem 2** (Name). It holds that $y > 0$.

$$y = 2$$

$$+ 3$$

FIGURE 4. A plot.

Lemma 2. It is so. *Proof.* $z = 4$.

Appendix A. More

Proof of Theorem 2. As follows:

$$y = 5.$$

References

$$w = 6$$
"""


def test_a_text_is_divided_into_sections_items_proofs_and_displays() -> None:
    found = {r["place"]: r for r in places(TEXT)}
    kinds = [(r["kind"], r["place"]) for r in places(TEXT)]
    assert kinds == [
        ("section", "Abstract"),
        ("section", "Section 1"),
        ("display", "Section 1, display 1"),
        ("item", "Theorem 2"),
        ("display", "Section 1, display 2"),
        ("item", "Figure 4"),
        ("item", "Lemma 2"),
        ("proof", "Proof of Lemma 2"),
        ("section", "Appendix A"),
        ("proof", "Proof of Theorem 2"),
        ("display", "Appendix A, display 1"),
    ]
    assert found["Section 1, display 1"]["names"] == ["Equation (7)", "Section 1"]
    assert normal(found["Section 1, display 2"]["text"]) == "y=2+3"
    assert "y > 0" in found["Theorem 2"]["text"]
    assert "z = 4" not in found["Lemma 2"]["text"].partition("*Proof")[0]
    assert found["Appendix A, display 1"]["names"] == ["Proof of Theorem 2", "Appendix A"]


def test_a_claim_that_names_a_display_but_prints_nothing_is_no_entry_of_it() -> None:
    remark = Remark("why")
    silent = Claim(label="a", kind=Kind.REMARK, title="a", source=Source("Section 2, (GRPO-Clip)"), content=remark, declared=None)
    (row,) = (r for r in rows() if "(GRPO-Clip)" in r.names)
    assert not entries(row, [silent])


def test_the_command_lists_the_places_and_their_claims() -> None:
    shown = CliRunner().invoke(command, ["--index", "--json"])
    assert shown.exit_code == 0
    found = {row["place"]: row for row in json.loads(shown.stdout)["index"]}
    assert "theorem-5" in found["Theorem 5"]["claims"]
    assert len(found) == len(rows())
    assert max(map(len, CliRunner().invoke(command, ["--index"]).stdout.splitlines())) <= 80
