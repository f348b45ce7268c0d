"""A claim that does not fit together is refused, with its author's file and line."""

from typing import Any

import pytest

from symbolic.claim import Claim, Declared, Erratum, Fault, Kind, Remark, Severity, Source
from symbolic.declaration import DeclarationError
from symbolic.statement import Statement, eq, gt, real

x, y = real("x"), real("y")
TRUE, NEAR_MISS = Statement((), gt(x**2 + 1, 0)), Statement((), gt(x**2 - 1, 0))
SLIP = Erratum(Fault.SIGN, Severity.SLIP, "a sign")


def claim(**changes: Any) -> Claim:
    fields: dict[str, Any] = {
        "label": "lemma-9.1", "kind": Kind.LEMMA, "title": "t", "source": Source("Lemma 9"), "content": TRUE, "mutants": (NEAR_MISS,),
    }  # fmt: skip
    return Claim(**(fields | changes))


def test_a_claim_knows_where_it_was_declared() -> None:
    assert "test_claim.py:" in claim().declared_at


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"label": "Lemma 3"}, "a label is made of"),
        ({"label": "lemma-3."}, "a label is made of"),
        ({"label": ""}, "a label is made of"),
        ({"mutants": ()}, "at least one mutant"),
        ({"families": ("magic",)}, "no family is called 'magic'"),
        ({"families": ()}, "at least one family"),
        ({"declared": None}, "declared=None"),
        ({"content": Remark("only words")}, "declared=None"),
        ({"content": Remark("only words"), "declared": None}, "kind is REMARK"),
        ({"kind": Kind.REMARK}, "kind is REMARK"),
        ({"declared": Declared.REFUTED}, "names the label of its correction"),
        ({"declared": Declared.REFUTED, "correction": "lemma-9.2"}, "what kind of erratum"),
        ({"correction": "lemma-9.2"}, "only a refuted claim has a correction"),
        ({"content": Remark(" "), "declared": None, "kind": Kind.REMARK, "mutants": ()}, "gives its reason"),
        ({"content": Remark("why"), "declared": None, "kind": Kind.REMARK, "mutants": (), "erratum": SLIP}, "what should stand there"),
        ({"erratum": SLIP}, "is no erratum"),
        ({"uses": ("lemma-9.1",)}, "uses itself"),
        ({"content": Statement((), eq(x, x))}, "nothing to decide"),
    ],
)
def test_a_declaration_that_does_not_fit_is_refused(changes: dict[str, Any], complaint: str) -> None:
    with pytest.raises(DeclarationError, match=complaint) as error:
        claim(**changes)
    assert "test_claim.py:" in str(error.value)


def test_a_refuted_claim_with_erratum_and_correction_is_accepted() -> None:
    assert claim(declared=Declared.REFUTED, erratum=SLIP, correction="lemma-9.2", mutants=()).correction == "lemma-9.2"


def test_a_remark_is_accepted_without_verdict() -> None:
    remark = claim(content=Remark("a cross-reference"), declared=None, kind=Kind.REMARK, mutants=())
    assert remark.declared is None
