"""What the deciders must refuse: open domain conditions, vacuous hypotheses, near misses; and what their proofs rest on."""

import pytest
import sympy as sp

from proofs.deciders import FAMILIES, WHOLE, Decider, by_algebra, by_falsification, by_high_precision, by_smt, decide
from proofs.environment import missing
from symbolic.claim import FAMILIES as NAMES
from symbolic.statement import Statement, disj, eq, ge, gt, implies, le, lt, ne, real
from symbolic.verdict import Corroborated, Proved, Refuted, Undecided

x, y = real("x"), real("y")
EXACT = [pytest.param(d, id=d.__name__) for d in (by_algebra, by_smt)]
ALL = [pytest.param(d, id=d.__name__) for family in FAMILIES.values() for d in family]

UNDISCHARGED = {
    "a quotient whose denominator may be 0": Statement((), eq((x + 1) / x, 1 + 1 / x)),
    "a quotient whose denominator is 0 at an end": Statement((ge(x, 0),), ge((x + 1) / x, 1)),
    "a root of what may be negative": Statement((), ge(sp.sqrt(x), 0)),
    "a logarithm of what may be 0": Statement((ge(x, 0),), le(sp.log(x), x - 1)),
    "a condition that another hypothesis would give too late": Statement((gt(1 / x, 0), gt(x, 0)), gt(x, 0)),
    "a condition that only the other part gives": Statement((), disj(eq(x, 0), gt(1 / x**2, 0))),
    "the derivative of a logarithm where there is none": Statement((lt(x, 0),), lt(sp.Derivative(sp.log(x), x), 0)),
    "the derivative of an absolute value where it has none": Statement((eq(x, 0),), eq(sp.Derivative(sp.Abs(x), x), 0)),
    "a derivative of what has no value at all": Statement((), lt(sp.Derivative(sp.log(-1 - x**2), x), 2)),
    "a hypothesis on a derivative that need not be there": Statement((le(sp.Derivative(sp.Abs(x), x), 0),), le(x, 0)),
}
TRUE = {
    "an identity": Statement((ne(x, 0),), eq((x + 1) / x, 1 + 1 / x)),
    "a square": Statement((), ge(x**2 + y**2, 2 * x * y)),
    "an exponential": Statement((), gt(1 / (1 + sp.exp(x)), 0)),
    "a condition given by an implication": Statement((), implies(gt(x, 0), gt(1 / x, 0))),
}
FALSE = {
    "at one point only": Statement((), gt((x - 1) ** 2, 0)),
    "a strict sign at an end": Statement((ge(x, 0), le(x, 1)), lt(x * (1 - x), sp.Rational(1, 4))),
    "a dropped hypothesis": Statement((), ge(x**3, 0)),
    "a slightly wrong constant": Statement((ge(x, 0), le(x, 1)), le(x * (1 - x), sp.Rational(2499, 10000))),
    "an identity with a wrong sign": Statement((), eq((x - y) ** 2, x**2 + 2 * x * y + y**2)),
}
VACUOUS = {
    "contradictory bounds": Statement((gt(x, 1), lt(x, 0)), eq(x, 7)),
    "a square below 0": Statement((lt(x**2, 0),), eq(x, x + 1)),
}


@pytest.mark.parametrize("decider", ALL)
@pytest.mark.parametrize("statement", UNDISCHARGED.values(), ids=UNDISCHARGED)
def test_what_may_be_undefined_is_not_proved(statement: Statement, decider: Decider) -> None:
    assert not isinstance(decider(statement), Proved)


@pytest.mark.parametrize("statement", list(UNDISCHARGED.values())[:4], ids=list(UNDISCHARGED)[:4])
def test_the_open_condition_is_named(statement: Statement) -> None:
    reasons = [f.verdict.reason for f in decide(statement, ("algebra", "smt")) if isinstance(f.verdict, Undecided)]
    assert any(reason.startswith("undischarged: ") for reason in reasons), reasons


@pytest.mark.parametrize("decider", EXACT)
@pytest.mark.parametrize("statement", TRUE.values(), ids=TRUE)
def test_what_is_true_and_meaningful_is_proved(statement: Statement, decider: Decider) -> None:
    assert isinstance(decider(statement), Proved)


@pytest.mark.parametrize("decider", ALL)
@pytest.mark.parametrize("statement", FALSE.values(), ids=FALSE)
def test_what_is_false_is_not_proved(statement: Statement, decider: Decider) -> None:
    assert not isinstance(decider(statement), Proved)


@pytest.mark.parametrize("statement", FALSE.values(), ids=FALSE)
def test_what_is_false_is_refuted_at_a_point_that_can_be_read_back(statement: Statement) -> None:
    refuted = [f.verdict for f in decide(statement, FAMILIES) if isinstance(f.verdict, Refuted)]
    assert refuted
    for verdict in refuted:
        assert {name for name, _ in verdict.witness.point} == {s.name for s in statement.symbols}
        assert all(sp.Rational(value).is_finite for _, value in verdict.witness.point)


@pytest.mark.parametrize("decider", ALL)
@pytest.mark.parametrize("statement", VACUOUS.values(), ids=VACUOUS)
def test_from_contradictory_hypotheses_nothing_follows(statement: Statement, decider: Decider) -> None:
    assert isinstance(decider(statement), Undecided)


@pytest.mark.parametrize("decider", [by_falsification, by_high_precision])
@pytest.mark.parametrize("statement", TRUE.values(), ids=TRUE)
def test_sampling_corroborates_and_never_proves(statement: Statement, decider: Decider) -> None:
    assert isinstance(decider(statement), Corroborated)


def test_a_family_that_cannot_run_says_why() -> None:
    assert missing("algebra") is None
    assert missing("astrology") == "this version has no decider of the family astrology"
    assert decide(TRUE["a square"], ("astrology",)) == ()


def test_every_family_of_a_claim_is_in_the_table_or_reported_as_not_run() -> None:
    assert set(FAMILIES) <= set(NAMES)
    assert all(missing(name) for name in set(NAMES) - set(FAMILIES) - set(WHOLE))
