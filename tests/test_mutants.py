"""Every near miss of a claim is refuted, and a claim whose formula is broken does not pass."""

from dataclasses import replace

import pytest
import sympy as sp
from sympy.core.relational import Relational

from proofs import checking
from proofs.catalogue import catalogue
from proofs.result import Result
from symbolic.claim import Claim, Content, Remark
from symbolic.derivation import Derivation
from symbolic.statement import Statement
from symbolic.verdict import Proved, Refuted
from tests.checkout import Checkout

CLAIMS = catalogue()
MUTANTS = [pytest.param(c, k, id=f"{label}-{k}") for label, c in CLAIMS.items() for k in range(len(c.mutants))]
BROKEN = [pytest.param(label, id=label) for label in [c.label for c in CLAIMS.values() if c.mutants][::31]]


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
