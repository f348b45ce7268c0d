"""Each lemma that solvers may use is proved without them, so that no lemma rests on itself."""

import pytest

from proofs.catalogue import catalogue
from proofs.deciders import by_algebra
from symbolic.lemmas import LEMMAS
from symbolic.verdict import Proved


@pytest.mark.parametrize("label", LEMMAS)
def test_a_lemma_and_its_domain_conditions_are_proved_without_any_lemma(label: str) -> None:
    verdict = by_algebra(LEMMAS[label])
    assert isinstance(verdict, Proved)
    assert not [a for a in verdict.assumptions if a.startswith("solver.")]


@pytest.mark.parametrize("label", LEMMAS)
def test_a_lemma_s_claim_asks_no_solver(label: str) -> None:
    claim = catalogue()[label]
    assert claim.content == LEMMAS[label]
    assert "smt" not in claim.families
