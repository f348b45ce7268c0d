"""Every claim comes out as declared, rests on exactly what is pinned, and every near miss of it is refuted."""

from dataclasses import replace
from pathlib import Path

import pytest
import sympy as sp
from sympy.core.relational import Relational

from proofs import checking
from proofs.catalogue import catalogue
from proofs.cli.claim import page
from proofs.cli.formula import WIDTH
from proofs.result import Result
from proofs.run import Run, run
from symbolic.claim import Claim, Content, Declared, Remark
from symbolic.derivation import Derivation
from symbolic.lemmas import LEMMAS
from symbolic.statement import Statement
from symbolic.verdict import Proved, Refuted
from tests import pin
from tests.checkout import Checkout

CLAIMS = catalogue()
DECIDED = [pytest.param(label, id=label) for label, c in CLAIMS.items() if c.declared is not None]
PROVED = [pytest.param(label, id=label) for label, c in CLAIMS.items() if c.declared is Declared.PROVED]
MUTANTS = [pytest.param(c, k, id=f"{label}-{k}") for label, c in CLAIMS.items() for k in range(len(c.mutants))]
BROKEN = [pytest.param(label, id=label) for label in [c.label for c in CLAIMS.values() if c.mutants][::31]]


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


def near(mutant: Statement | Derivation, content: Content) -> bool:
    """Whether a mutant of a statement differs from it, and shares its hypotheses, its conclusion or a side of a relation in it."""
    if not (isinstance(mutant, Statement) and isinstance(content, Statement)):
        return True
    kept = mutant.given == content.given or mutant.holds == content.holds or bool(sides_of(mutant) & sides_of(content))
    return mutant != content and kept and (set(mutant.symbols) <= set(content.symbols) or bool(set(mutant.symbols) & set(content.symbols)))


def sides_of(statement: Statement) -> set[sp.Basic]:
    """The sides of its relations, numbers apart."""
    return {side for r in statement.holds.atoms(Relational) for side in r.args if side.free_symbols}


@pytest.mark.parametrize(("claim", "k"), MUTANTS)
def test_the_mutant_is_a_near_miss(claim: Claim, k: int) -> None:
    assert near(claim.mutants[k], claim.content)


@pytest.mark.slow
@pytest.mark.parametrize(("claim", "k"), MUTANTS)
def test_the_mutant_is_refuted_and_never_proved(claim: Claim, k: int) -> None:
    assert not isinstance(claim.content, Remark)
    mutant = replace(claim, content=claim.mutants[k], mutants=(claim.content,), uses=())
    findings = checking.decide(mutant, {claim.label: mutant})
    result: Result = checking.results({claim.label: mutant}, {claim.label: findings})[claim.label]
    assert isinstance(result.verdict, Refuted), result.verdict
    if not any(f.where for f in findings):
        assert not any(isinstance(f.verdict, Proved) for f in findings)


@pytest.mark.slow
@pytest.mark.parametrize("label", BROKEN)
def test_check_exits_1_and_names_a_claim_whose_formula_is_broken(label: str, full_checkout: Checkout) -> None:
    file = CLAIMS[label].declared_at.rpartition(":")[0].rpartition("/proofs/")[2]
    with (full_checkout.home / "proofs" / file).open("a", encoding="utf-8") as source:
        source.write("\n\nfrom dataclasses import replace\n\n")
        source.write(
            f"CLAIMS = tuple(replace(c, content=c.mutants[0], mutants=(c.content,)) if c.label == {label!r} else c for c in CLAIMS)\n"
        )
    result = full_checkout.run("check", label)
    assert result.returncode == 1, result.stdout + result.stderr
    assert f"{label}: declared proved, came out refuted" in result.stdout
