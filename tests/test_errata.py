"""The errata say what is wrong, show it, and say what should stand instead; the sheet for the author compiles."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import sympy as sp

from proofs.catalogue import catalogue
from proofs.errata import added, dependents, labels, rows
from proofs.result import Result
from proofs.run import run
from proofs.sheet import sheet
from proofs.typeset import printed, whole
from proofs.wording import words
from symbolic.claim import Claim, Declared, Remark
from symbolic.derivations.amplification import SPREAD, factor
from symbolic.notation import p, p_ref
from symbolic.statement import Statement, le, substitute

CLAIMS = catalogue()
ERRATA = [CLAIMS[label] for label in labels(CLAIMS)]
COMMANDS = set(
    re.findall(
        "[A-Za-z]+",
        """
        documentclass usepackage allowdisplaybreaks sloppy emergencystretch newcommand par smallskip noindent textit title author date
        begin end maketitle section item entry textbf texttt textbackslash textasciitilde textasciicircum ensuremath text dots pm max
        alpha beta delta varepsilon epsilon mu pi sigma omega xi theta rho tau kappa psi eta Sigma Delta
        partial le ge ne neq leq geq in cdot to infty
        lim limsup sum sup frac tfrac sqrt left right quad tilde bar hat mathbb mathrm mathcal mathsf operatorname rm prime star mid
        exp log cosh sinh tanh min max arg wedge vee neg lor land Rightarrow Leftrightarrow leftarrow vdash subset sim limits
        vert ll forall surd int times big Big cdots ldots displaystyle lbrace rbrace
        """,
    )
)


@pytest.fixture(scope="module")
def undecided() -> list[dict[str, Any]]:
    """All errata before anything was decided, for what does not depend on witnesses."""
    return rows(CLAIMS, {claim.label: Result(claim, None) for claim in ERRATA})


@pytest.fixture(scope="module")
def everything() -> list[dict[str, Any]]:
    return rows(CLAIMS, run((*labels(CLAIMS),)).results)


@pytest.mark.parametrize("claim", ERRATA, ids=lambda c: c.label)
def test_an_erratum_says_what_stands_instead_and_what_becomes_of_the_rest(claim: Claim) -> None:
    assert claim.erratum is not None
    assert claim.erratum.note.strip()
    if isinstance(claim.content, Remark):
        assert claim.content.reason.strip()
        assert claim.content.corrected.strip()
    else:
        assert claim.declared is Declared.REFUTED
        assert claim.correction is not None
        assert CLAIMS[claim.correction].declared is Declared.PROVED


@pytest.mark.parametrize("label", ["theorem-3.2.condition", "assumption-1.range", "lemma-1.circular", "theorem-3.proof.detour"])
def test_what_is_true_as_printed_and_could_be_sharper_is_no_erratum(label: str) -> None:
    assert label not in labels(CLAIMS)
    assert CLAIMS[label].superseded_by


def test_no_erratum_says_that_the_paper_is_right() -> None:
    notes = {claim.label: claim.erratum.note for claim in ERRATA if claim.erratum is not None}
    assert not [label for label, note in notes.items() if re.search(r"true as printed|superfluous|[Mm]ore is true", note)]


def test_the_condition_is_refuted_where_the_slope_is_negative_for_every_p_at_once() -> None:
    claim, falls = CLAIMS["theorem-3.proof.need"].content, CLAIMS["theorem-3.proof.need.falls"].content
    assert isinstance(claim, Statement)
    assert isinstance(falls, Statement)
    numbers = {g.lhs: g.rhs for g in claim.given if isinstance(g, sp.Eq)}
    assert p not in claim.holds.free_symbols
    assert set(numbers) == set(claim.symbols)
    assert set(falls.given) == {le(sp.Rational(1, 2), p), le(p, numbers[p_ref])}
    assert falls.holds.lhs == substitute(SPREAD * factor() - 1, numbers)


def repeated(claim: Claim) -> bool:
    """Whether the correction says the same as the erratum, under other hypotheses."""
    correct = CLAIMS[claim.correction].content if claim.correction else None
    return isinstance(claim.content, Statement) and isinstance(correct, Statement) and claim.content.holds == correct.holds


@pytest.mark.parametrize("claim", [c for c in ERRATA if repeated(c)], ids=lambda c: c.label)
def test_a_correction_that_repeats_the_erratum_adds_the_hypothesis_that_its_witness_violates(claim: Claim) -> None:
    """The erratum is refuted: some point satisfies all hypotheses but those added, and there the statement fails."""
    assert claim.correction is not None
    assert added(claim, CLAIMS[claim.correction])


def test_a_missing_hypothesis_is_what_stands_instead(undecided: list[dict[str, Any]]) -> None:
    (row,) = (r for r in undecided if r["label"] == "proposition-1.sign")
    assert row["instead"] == "the same, for p_ref < 1"
    assert row["printed"] not in row["corrected"]


def test_what_stands_instead_is_never_what_is_printed(undecided: list[dict[str, Any]]) -> None:
    for row in undecided:
        assert row["instead"], row["label"]
        assert row["printed"] == "" or row["printed"] not in (row["corrected"], row["instead"]), row["label"]


@pytest.mark.slow
def test_a_formula_s_erratum_has_its_witness(everything: list[dict[str, Any]]) -> None:
    for row in everything:
        assert row["witness"], row["label"]
        assert bool(row["point"]) == row["formula"], row["label"]


def test_dependents_rest_on_the_erratum_or_its_correction() -> None:
    wrong = CLAIMS["lemma-3.proof.5"]
    assert "lemma-3.1.derivation" in dependents(wrong, CLAIMS)
    assert wrong.label not in dependents(wrong, CLAIMS)


@pytest.mark.parametrize("of", ["undecided", pytest.param("everything", marks=pytest.mark.slow)])
def test_the_sheet_is_plain_latex_with_every_bracket_closed(of: str, request: pytest.FixtureRequest) -> None:
    document = sheet(request.getfixturevalue(of))
    assert document.isascii()
    assert whole(document)
    assert set(re.findall(r"(?<!\\)\\([A-Za-z]+)", document)) - COMMANDS == set()
    for item in document.split(r"\item ")[1:]:
        text = re.sub(r"\\end\{itemize\}.*", "", item, flags=re.DOTALL)
        assert whole(text), text
        assert len(re.findall(r"(?<!\\)\$", text)) % 2 == 0, text


def test_the_sheet_goes_from_statements_to_slips(undecided: list[dict[str, Any]]) -> None:
    document = sheet(undecided)
    heads = [document.index(f"section*{{{head}}}") for head in ("Statements", "Steps of proofs", "Slips")]
    assert heads == sorted(heads)
    assert document.count(r"\item ") == len(undecided)
    assert "not confirmed in this run" in document


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("pdflatex") is None, reason="pdflatex is not installed")
def test_the_sheet_compiles(everything: list[dict[str, Any]], tmp_path: Path) -> None:
    (tmp_path / "sheet.tex").write_text(sheet(everything), encoding="utf-8")
    command = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "sheet.tex"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120, errors="replace")
    assert done.returncode == 0, done.stdout[-2000:]
    assert (tmp_path / "sheet.pdf").stat().st_size > 10_000


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("p_ref < 1", r"$p_{\mathrm{ref}}$ \ensuremath{<} 1"),
        ("p̃_n − p*", r"$\tilde{p}_{n}$ \ensuremath{-} $p^{*}$"),
        ("π_{θ_old}", r"$\pi_{\theta _\mathrm{old}}$"),
        ("ω⁺ ≤ ½", r"\ensuremath{\omega}\ensuremath{^{+}} \ensuremath{\le} \ensuremath{\tfrac{1}{2}}"),
        ("100 % of h'", r"100 \% of h'"),
        ("so $x_1$ it is", "so $x_1$ it is"),
        ("snake_case", r"snake\_case"),
    ],
)
def test_words_become_latex(text: str, latex: str) -> None:
    assert words(text) == latex


def test_a_character_that_would_stop_latex_is_refused() -> None:
    with pytest.raises(ValueError, match="has no LaTeX here"):
        words("\N{SNOWMAN}")


def test_a_fragment_is_spelt_and_a_formula_is_set() -> None:
    assert printed(r"r(q,o'))}") == r"\texttt{r(q,o'))\}}"
    assert printed(r"\frac{1-p}{2} & \text{if } r = 1").startswith("$")
    assert not whole(r"\left( x")
    assert not whole("}{")
