"""The book's pages say of a claim what a real run found, and are not written from a report that is older than the claim."""

import copy
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import sympy as sp

from numeric_checks.dynamics.phase import Regime
from proofs.catalogue import load
from proofs.pages import errata, graph, phases, trusted
from proofs.pages.__main__ import write
from proofs.pages.claim import card, section, several, steps
from proofs.pages.formula import display, hypotheses, latex
from proofs.pages.groups import groups
from proofs.pages.myst import heading, lowered, text
from proofs.pages.reported import Account, StaleReportError, account
from proofs.pages.toc import filled, printed
from proofs.pages.words import BADGES, standing
from proofs.report import to_json
from proofs.run import run
from symbolic.claim import Claim
from symbolic.notation import CLOSED, PARAMETERS, h, p, sigma
from symbolic.statement import eq, real
from tests.checkout import ROOT

LABELS = (
    "lemma-3.1",
    "lemma-3.2",
    "lemma-3.2.derivation",
    "lemma-3.proof.6",
    "lemma-3.proof.6.corrected",
    "section-3.one",
    "section-3.one.corrected",
    "theorem-2.almost-surely",
)


@pytest.fixture(scope="module")
def report() -> dict[str, Any]:
    """The report of a real run on a few claims, as a file gives it back."""
    told: dict[str, Any] = json.loads(json.dumps(to_json(run(LABELS, alone=True, seconds=120), "0")))
    return told


@pytest.fixture(scope="module")
def claims(report: dict[str, Any]) -> dict[str, Claim]:
    return {row["label"]: load().claims[row["label"]] for row in report["claims"]}


@pytest.fixture(scope="module")
def told(report: dict[str, Any], claims: dict[str, Claim]) -> Account:
    return account(report, claims)


def test_a_report_without_a_claim_is_refused(report: dict[str, Any], claims: dict[str, Claim]) -> None:
    less = copy.deepcopy(report)
    less["claims"] = [row for row in less["claims"] if row["label"] != "lemma-3.1"]
    with pytest.raises(StaleReportError, match=r"says nothing of lemma-3\.1"):
        account(less, claims)


def test_a_report_older_than_its_claim_is_refused(report: dict[str, Any], claims: dict[str, Claim]) -> None:
    changed = {**claims, "lemma-3.1": load().claims["lemma-3.2"]}
    with pytest.raises(StaleReportError, match="older than"):
        account(report, changed)


def test_a_report_with_another_declaration_is_refused(report: dict[str, Any], claims: dict[str, Claim]) -> None:
    other = copy.deepcopy(report)
    next(row for row in other["claims"] if row["label"] == "lemma-3.1")["declared"] = "refuted"
    with pytest.raises(StaleReportError):
        account(other, claims)


def test_a_card_says_the_verdict_in_words_and_leads_to_the_claim(told: Account) -> None:
    words = card(told.results["lemma-3.1"])
    assert "✓ proved" in words
    assert "(#lemma-3.1)" in words
    assert "Rests on nothing but the deciders." in words


def test_the_card_of_an_erratum_shows_the_point_at_which_it_fails_and_the_correction(told: Account) -> None:
    words = card(told.results["lemma-3.proof.6"])
    assert "✗ refuted" in words
    assert "Fails at" in words
    assert "(#lemma-3.proof.6.corrected)" in words


def test_the_section_of_a_claim_is_found_by_its_label_and_tells_how_to_check_it_again(told: Account) -> None:
    words = section(told.results["lemma-3.1"], told, "source")
    assert "\n:name: lemma-3.1\n" in words
    assert 'id="lemma-3.1"' in words
    assert "`grpo-companion check lemma-3.1 --fresh`" in words


def test_every_step_of_a_derivation_is_shown_with_its_reason_and_who_proved_it(told: Account) -> None:
    words = steps(told.results["lemma-3.2.derivation"], told)
    for reason in ("part (1)", "addition formula", "sinh(z/2) sinh(a/2) ≥ 0"):
        assert reason in words
    assert words.count("✓ proved</span> by") == 2
    assert "this is claim [`lemma-3.proof.11`](#lemma-3.proof.11)" in words


def test_a_remark_is_never_shown_as_proved(told: Account) -> None:
    assert "proved</span>" not in card(told.results["theorem-2.almost-surely"])
    assert standing("theorem-2.almost-surely", told)[0] == "remark"


def test_a_claim_that_is_not_proved_never_stands_as_proved(report: dict[str, Any], claims: dict[str, Claim]) -> None:
    open_ = copy.deepcopy(report)
    for row in open_["claims"]:
        row["verdict"] = None if row["declared"] is None else "undecided"
    a = account(open_, claims)
    for label, r in a.results.items():
        assert standing(label, a)[0] in ("open", "remark")
        assert "✓ proved</span> **" not in card(r)


def test_h_at_the_two_ends_is_one_expression_and_so_named_after_neither() -> None:
    assert "h(" not in latex(h(sp.Integer(1)))
    assert latex(h(sp.Rational(1, 2))) == r"h(\tfrac12)"


def test_the_functions_of_the_paper_are_named_where_they_stand_as_defined() -> None:
    y = real("y")
    assert latex(eq(h(p), h(y))) == "h(p) = h(y)"
    assert latex(sigma(y)) == r"\sigma(y)"
    assert "h(" not in latex(h(p, eps=sp.Integer(0)))
    assert "h(" not in latex(h(p), named=False)


def test_hypotheses_join_the_bounds_of_a_variable() -> None:
    assert hypotheses((*PARAMETERS, *CLOSED)) == (r"$0 < p_{\mathrm{ref}} < 1$, $\beta > 0$, $\varepsilon > 0$, $0 \le p \le 1$")


def test_a_piece_of_a_printed_formula_loses_the_brackets_that_do_not_match() -> None:
    assert display(r"\exp \frac{1}{\beta} \left(") == "$$\n\\exp \\frac{1}{\\beta} (\n$$\n"
    assert r"\left(" in display(r"\left( x \right)")
    assert display(r"r(q,o'))}") == "```latex\nr(q,o'))}\n```\n"
    assert r"\leftarrow" in display(r"\leftarrow \left(")


def test_words_are_no_markup_but_mathematics_stays() -> None:
    assert text("p* and $p^*$ at p_ref") == r"$p^{*}$ and $p^*$ at $p_{\mathrm{ref}}$"
    assert text("π_n, p_0²; P_REF") == r"$\pi_{n}$, $p_{0}$²; P\_REF"
    assert text("h(p_{n−1}), |p̃_n − p*|") == r"h($p_{n-1}$), |$\tilde{p}_{n}$ − $p^{*}$|".replace("|", r"\|")


def test_indices_are_set_low_where_there_is_no_mathematics() -> None:
    assert heading("p_ref, π_n = h(p_{n−1}), a_b") == r"p\_ref, πₙ = h(pₙ₋₁), a\_b"
    assert lowered("p_ref < $p_{n−1}$ at a") == "p<sub>ref</sub> &lt; p<sub>n−1</sub> at a"


def test_every_regime_of_the_phase_diagram_has_its_words_and_colour() -> None:
    assert list(phases.LOOKS) == list(Regime)


def test_every_erratum_of_the_account_is_on_the_page_of_errata(told: Account) -> None:
    words = errata.page(told)
    for label, r in told.results.items():
        assert (f"(erratum.{label})=" in words) == (r.claim.erratum is not None)


def test_the_graph_draws_every_claim_once_with_a_sign_beside_the_colour(told: Account) -> None:
    words = graph.page(groups(told), told)
    for label, r in told.results.items():
        assert words.count(f'data-label="{label}"') == 1
        assert f">{BADGES[r.verdict][0]} {label}" in words


def test_the_page_of_what_is_trusted_lists_solver_lemmas_and_remarks(told: Account) -> None:
    words = trusted.page(told)
    assert all(label in words for label, r in told.results.items() if label.startswith("solver.") or r.verdict == "")


def test_a_group_lists_each_of_its_claims(told: Account) -> None:
    assert several([told.results["lemma-3.1"], told.results["lemma-3.2"]]).count("\n") == 2


def test_the_contents_have_a_line_for_each_page_that_the_program_writes() -> None:
    assert filled("a\n  # statements\nb\n", {"statements": {"x-y": "X: y"}}) == 'a\n  - file: statements/x-y\n    title: "X: y"\nb\n'


def test_what_is_not_for_print_has_no_line_in_the_contents_of_the_print() -> None:
    assert printed("a\n  - file: x  # not in print\n    # modules\nb\n") == "a\n    # modules\nb\n"
    assert filled("a\n    # modules\nb\n", {"modules": {}}) == "a\nb\n"


def test_what_did_not_change_keeps_its_date_and_what_nobody_wrote_is_removed(tmp_path: Path) -> None:
    assert write(tmp_path, {"a.md": "1", "b/c.md": "2"}) == 2
    before = (tmp_path / "a.md").stat().st_mtime_ns
    (tmp_path / "old.md").touch()
    assert write(tmp_path, {"a.md": "1", "b/c.md": "3"}) == 1
    assert (tmp_path / "a.md").stat().st_mtime_ns == before
    assert not (tmp_path / "old.md").exists()


def test_without_latex_the_book_on_paper_is_refused_in_one_line(tmp_path: Path) -> None:
    for program in ("make", "sh"):
        (tmp_path / program).symlink_to(str(shutil.which(program)))
    environment = {"PATH": str(tmp_path)}
    done = subprocess.run(["make", "book-pdf"], cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.splitlines()[0].startswith("book-pdf needs LaTeX: apt install latexmk")
