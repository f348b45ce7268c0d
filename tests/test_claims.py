"""Every claim comes out as declared, and rests on exactly what is pinned."""

from pathlib import Path

import pytest

from proofs.catalogue import catalogue
from proofs.cli.claim import page
from proofs.cli.formula import WIDTH
from proofs.run import Run, run
from symbolic.claim import Declared
from symbolic.lemmas import LEMMAS
from tests import pin

CLAIMS = catalogue()
DECIDED = [pytest.param(label, id=label) for label, c in CLAIMS.items() if c.declared is not None]
PROVED = [pytest.param(label, id=label) for label, c in CLAIMS.items() if c.declared is Declared.PROVED]


@pytest.fixture(scope="session")
def outcome(request: pytest.FixtureRequest) -> Run:
    """One run for all the labels that the selected tests ask about."""
    mine = [item for item in request.session.items if isinstance(item, pytest.Function) and item.path == Path(__file__)]
    params = [item.callspec.params for item in mine if hasattr(item, "callspec")]
    return run(dict.fromkeys(str(p["label"]) for p in params if str(p.get("label")) in CLAIMS))


@pytest.mark.parametrize("label", DECIDED)
def test_the_claim_comes_out_as_declared(label: str, outcome: Run) -> None:
    result = outcome.results[label]
    assert result.as_declared, f"{result.verdict}; {result.not_run}"


@pytest.mark.parametrize("label", PROVED)
def test_the_claim_rests_on_exactly_what_is_pinned(label: str, outcome: Run) -> None:
    assert pin.assumptions(outcome.results[label]) == pin.read(pin.ASSUMPTIONS).get(label), "see `make golden`"


@pytest.mark.parametrize("label", PROVED)
def test_the_claim_is_proved_by_the_families_that_are_pinned(label: str, outcome: Run) -> None:
    """Others may come to prove it too, as solvers do with more time; none of those pinned may be lost."""
    pinned = pin.read(pin.FAMILIES).get(label)
    assert pinned is not None, f"pin it: python -m tests.pin {label}"
    assert set(pinned) <= set(pin.families(outcome.results[label])), "see `make golden`"


@pytest.mark.parametrize("label", list(CLAIMS))
def test_the_claim_is_shown_in_80_columns(label: str, outcome: Run) -> None:
    lines = "\n".join(line.plain for line in page(outcome.results[label], CLAIMS)).splitlines()
    too_wide = [line for line in lines if len(line) > WIDTH and " " in line.strip()]
    assert not too_wide


@pytest.mark.parametrize("label", list(LEMMAS))
def test_every_fact_that_solvers_may_use_is_a_claim_proved_without_them(label: str) -> None:
    assert CLAIMS[label].content == LEMMAS[label]
    assert CLAIMS[label].declared is Declared.PROVED
    assert "smt" not in CLAIMS[label].families


def test_the_pins_are_those_of_the_claims_declared_proved() -> None:
    proved = sorted(label for label, c in CLAIMS.items() if c.declared is Declared.PROVED)
    assert sorted(pin.read(pin.ASSUMPTIONS)) == proved
    assert sorted(pin.read(pin.FAMILIES)) == proved
