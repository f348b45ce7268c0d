"""The catalogue: claims found by folder, and malformed declarations named by file and line."""

import ast
from pathlib import Path
from typing import Any

import pytest

from proofs.catalogue import SECTIONS, Catalogue, CatalogueError, Fault, arranged, load
from symbolic.claim import Claim, Declared, Erratum, Kind, Severity, Source
from symbolic.claim import Fault as Kind_of_fault
from symbolic.statement import Statement, gt, real

x = real("x")
TRUE = Statement((gt(x, 0),), gt(x, -1))
FALSE = Statement((), gt(x, 0))


def claim(label: str, **changes: Any) -> Claim:
    fields: dict[str, Any] = {"kind": Kind.LEMMA, "title": label, "source": Source("here"), "content": TRUE, "mutants": (FALSE,)}
    return Claim(label=label, **(fields | changes))


def wrong(label: str, correction: str) -> Claim:
    erratum = Erratum(Kind_of_fault.SIGN, Severity.SLIP, "")
    return claim(label, content=FALSE, declared=Declared.REFUTED, correction=correction, erratum=erratum, mutants=())


def test_claims_keep_the_order_of_the_paper_and_uses_may_point_ahead() -> None:
    found = arranged([claim("b", uses=("a",)), claim("a")])
    assert list(found.claims) == ["b", "a"]
    assert not found.faults


def test_a_duplicate_label_names_both_places() -> None:
    found = arranged([claim("a"), claim("b"), claim("a")])
    assert list(found.claims) == ["b"]
    assert found.faults[0].message.count("test_catalogue.py:") == 2
    assert "taken" in found.faults[0].message


def test_an_unknown_label_is_named_with_a_near_one_and_spoils_what_uses_it() -> None:
    found = arranged([claim("lemma-1"), claim("b", uses=("lemma-l",)), claim("c", uses=("b",))])
    assert list(found.claims) == ["lemma-1"]
    assert "no claim has the label 'lemma-l'; did you mean lemma-1?" in found.faults[0].message
    with pytest.raises(CatalogueError, match="lemma-l"):
        found.select(["c"])
    assert found.select(["lemma-1"]) == ("lemma-1",)


def test_a_circle_is_named_and_spoils_only_itself() -> None:
    found = arranged([claim("a", uses=("b",)), claim("b", uses=("c",)), claim("c", uses=("a",)), claim("d"), claim("e", uses=("a",))])
    assert list(found.claims) == ["d"]
    assert len(found.faults) == 1
    assert "circle" in found.faults[0].message
    assert found.faults[0].labels == {"a", "b", "c"}


def test_two_circles_are_both_named() -> None:
    found = arranged([claim("a", uses=("b",)), claim("b", uses=("a",)), claim("c", uses=("d",)), claim("d", uses=("c",))])
    assert len(found.faults) == 2
    assert not found.claims


@pytest.mark.parametrize("correction", ["nowhere", "also-wrong"])
def test_a_correction_is_a_claim_declared_proved(correction: str) -> None:
    found = arranged([wrong("w", correction), wrong("also-wrong", "right"), claim("right")])
    assert "w" not in found.claims
    assert "'w'" in found.faults[0].message


def test_a_successor_is_a_claim_declared_proved() -> None:
    found = arranged([claim("a", superseded_by="w"), wrong("w", "right"), claim("right")])
    assert list(found.claims) == ["w", "right"]


def test_a_prefix_names_a_group_at_dots_only() -> None:
    found = arranged([claim("lemma-3.1", uses=("lemma-2",)), claim("lemma-3.proof.2"), claim("lemma-30"), claim("lemma-2")])
    assert found.select(["lemma-3"]) == ("lemma-3.1", "lemma-3.proof.2", "lemma-2")
    with pytest.raises(CatalogueError, match=r"no claim has the label 'lemma-31'; did you mean .*lemma-30"):
        found.select(["lemma-31"])
    with pytest.raises(CatalogueError, match=r"no claim has the label 'lemma-3'; did you mean lemma-3.1, lemma-3.proof.2"):
        found.one("lemma-3")


def test_where_a_file_does_not_import_what_it_leaves_unknown_is_put_down_to_it() -> None:
    broken = Fault("proofs/beyond/broken.py:3: does not import: NameError: name 'y' is not defined")
    found = arranged([claim("a", uses=("in-the-broken-file",)), claim("b")], [broken])
    assert found.faults == (broken,)
    assert list(found.claims) == ["b"]
    with pytest.raises(CatalogueError, match=r"broken\.py:3"):
        found.select(["a"])
    with pytest.raises(CatalogueError, match=r"broken\.py:3"):
        found.one("in-the-broken-file")


def test_the_projects_own_declarations_fit_together() -> None:
    found = load()
    assert isinstance(found, Catalogue)
    assert not found.faults
    assert found.claims


def assigned(module: Path) -> set[str]:
    """The names that a module gives a value at its top."""
    targets = [t for node in ast.parse(module.read_text(encoding="utf-8")).body if isinstance(node, ast.Assign) for t in node.targets]
    return {t.id for t in targets if isinstance(t, ast.Name)}


def test_every_folder_of_claims_is_a_section_that_the_catalogue_reads() -> None:
    import proofs

    home = Path(str(proofs.__file__)).parent
    declaring = {f.parent.name for f in home.glob("*/*.py") if "CLAIMS" in assigned(f)}
    assert declaring
    assert declaring <= set(SECTIONS)
    assert all((home / name / "__init__.py").is_file() for name in declaring)
