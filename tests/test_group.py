"""Claims of a group are those that a Claim written out would be, each with the place of its own declaration."""

import sys

import pytest

from symbolic.claim import INEQUALITY, Claim, Declared, Erratum, Fault, Kind, Remark, Severity, Source
from symbolic.declaration import DeclarationError
from symbolic.group import Group
from symbolic.statement import Statement, gt, real

x, y = real("x"), real("y")
TRUE, FALSE, OTHER = Statement((), gt(x**2 + 1, 0)), Statement((), gt(x**2 - 1, 0)), Statement((), gt(x**2 - 2, 0))
SLIP = Erratum(Fault.SIGN, Severity.SLIP, "a sign")
PROOF = Group("lemma-9.proof", Kind.STEP, "Proof of Lemma 9", letters=((y, x + 1),), families=INEQUALITY)


def test_a_proved_claim_is_the_claim_written_out() -> None:
    made = PROOF.proved(
        "1", "t", TRUE, FALSE, OTHER, line="first line", printed="x^2", by_hand="so", uses=("lemma-8",), superseded_by="lemma-7", note="n"
    )
    assert made == Claim(
        label="lemma-9.proof.1",
        kind=Kind.STEP,
        title="t",
        source=Source("Proof of Lemma 9, first line", "x^2", ((y, x + 1),), "so"),
        content=TRUE,
        mutants=(FALSE, OTHER),
        uses=("lemma-8",),
        families=INEQUALITY,
        superseded_by="lemma-7",
        note="n",
    )


def test_a_refuted_claim_is_the_claim_written_out() -> None:
    made = PROOF.refuted("2", "t", FALSE, SLIP, correction="lemma-9.proof.1", by_hand="so", uses=("lemma-8",), families=("enclosure",))
    assert made == Claim(
        label="lemma-9.proof.2",
        kind=Kind.STEP,
        title="t",
        source=Source("Proof of Lemma 9", "", ((y, x + 1),), "so"),
        content=FALSE,
        declared=Declared.REFUTED,
        erratum=SLIP,
        correction="lemma-9.proof.1",
        uses=("lemma-8",),
        families=("enclosure",),
    )


def test_a_remark_is_of_its_own_kind_and_asks_nobody() -> None:
    made = PROOF.remark("3", "t", Remark("why", "what"), SLIP, line="last line", printed="x", uses=("lemma-8",))
    assert made == Claim(
        label="lemma-9.proof.3",
        kind=Kind.REMARK,
        title="t",
        source=Source("Proof of Lemma 9, last line", "x", ((y, x + 1),)),
        content=Remark("why", "what"),
        declared=None,
        erratum=SLIP,
        uses=("lemma-8",),
    )


def test_the_empty_part_has_the_groups_own_label() -> None:
    assert PROOF.proved("", "t", TRUE, FALSE).label == "lemma-9.proof"


def test_an_empty_tuple_of_families_is_refused_and_not_taken_for_the_groups() -> None:
    with pytest.raises(DeclarationError, match="at least one family"):
        PROOF.proved("1", "t", TRUE, FALSE, families=())


def test_each_claim_is_declared_on_the_line_of_its_own_call() -> None:
    here = sys._getframe().f_lineno
    claims = (
        PROOF.proved("1", "t", TRUE, FALSE),
        PROOF.refuted(
            "2",
            "t",
            FALSE,
            SLIP,
            correction="lemma-9.proof.1",
        ),
        PROOF.remark("3", "t", Remark("why")),
    )
    assert [c.declared_at for c in claims] == [f"{__file__}:{here + line}" for line in (2, 3, 10)]


def test_a_claim_that_does_not_fit_is_refused_with_the_line_of_its_call() -> None:
    here = sys._getframe().f_lineno
    with pytest.raises(DeclarationError, match="at least one mutant") as error:
        PROOF.proved("1", "t", TRUE)
    assert str(error.value).startswith(f"{__file__}:{here + 2}: claim 'lemma-9.proof.1'")
