"""Composition: from findings to results, derivations, assumptions, and claims that must not rest on themselves."""

from collections.abc import Mapping
from typing import Any

import pytest
import sympy as sp

from proofs import checking
from proofs.checking import agree, parts, rests, results
from proofs.finding import Finding
from proofs.result import Result
from symbolic.claim import Claim, Declared, Erratum, Fault, Kind, Remark, Severity, Source
from symbolic.derivation import Argument, Chain, Step
from symbolic.statement import Statement, eq, gt, lt, real
from symbolic.theorems import linearity, monotone
from symbolic.verdict import ContradictionError, Corroborated, Proved, Refuted, Undecided, Verdict, Witness

x = real("x")
TRUE, FALSE = Statement((gt(x, 0),), gt(x, -1)), Statement((), gt(x, 0))
SQUARE = Chain((gt(x, 1),), (x + 1) ** 2, (Step("=", x**2 + 2 * x + 1, "expand"), Step(">", x**2, "2x + 1 > 0")))
GROWS = monotone(sp.exp(x), x, sp.Integer(0), sp.Integer(1), increasing=True)


def claim(label: str, **changes: Any) -> Claim:
    content = changes.get("content", TRUE)
    near_miss = content.but(holds=lt(sp.Integer(1), 0)) if isinstance(content, Statement) else FALSE
    fields: dict[str, Any] = {"kind": Kind.LEMMA, "title": label, "source": Source("here"), "content": content, "mutants": (near_miss,)}
    return Claim(label=label, **(fields | changes))


def erroneous(label: str) -> Claim:
    erratum = Erratum(Fault.SIGN, Severity.SLIP, "")
    return claim(label, content=FALSE, declared=Declared.REFUTED, correction="right", erratum=erratum, mutants=())


def found(verdict: Verdict, where: str = "", family: str = "algebra") -> Finding:
    return Finding(family, family, verdict, 0.25, where)


def proved(*assumptions: str, where: str = "", family: str = "algebra") -> Finding:
    return found(Proved("by an exact argument", (), assumptions), where, family)


REFUTED = found(Refuted(Witness((("x", "0"),), "left 0, right 1")))
UNDECIDED = found(Undecided("no method applies"))


def outcome(claims: list[Claim], findings: Mapping[str, list[Finding]]) -> dict[str, Result]:
    return results({c.label: c for c in claims}, {c.label: findings.get(c.label, []) for c in claims})


def test_a_statement_is_proved_by_one_decider_and_keeps_all_findings() -> None:
    r = outcome([claim("a")], {"a": [UNDECIDED, proved(family="smt")]})["a"]
    assert isinstance(r.verdict, Proved)
    assert len(r.findings) == 2
    assert r.as_declared
    assert r.seconds == 0.5


@pytest.mark.parametrize("finding", [UNDECIDED, found(Corroborated(100), family="sampling")])
def test_neither_undecided_nor_corroborated_is_as_declared(finding: Finding) -> None:
    r = outcome([claim("a")], {"a": [finding]})["a"]
    assert not r.as_declared
    assert not r.opposed


def test_without_any_finding_a_claim_is_undecided() -> None:
    assert isinstance(outcome([claim("a")], {})["a"].verdict, Undecided)


def test_a_refuted_claim_opposes_its_declaration() -> None:
    assert outcome([claim("a")], {"a": [REFUTED]})["a"].opposed


def test_proof_and_refutation_of_one_claim_stop_everything_and_name_it() -> None:
    with pytest.raises(ContradictionError, match=r"claim a.*by an exact argument.*x = 0"):
        outcome([claim("a")], {"a": [proved(), REFUTED]})


def test_contradictory_findings_on_one_step_are_named_with_the_step() -> None:
    bad = Finding("falsification", "sampling", REFUTED.verdict, 0.0, "step 2")
    with pytest.raises(ContradictionError, match="claim chain, step 2"):
        agree(claim("chain", content=SQUARE), [proved(where="step 1"), proved(where="step 2"), bad])


def test_one_step_refuted_and_another_proved_is_no_contradiction() -> None:
    bad = Finding("falsification", "sampling", REFUTED.verdict, 0.0, "step 2")
    r = outcome([claim("chain", content=SQUARE)], {"chain": [proved(where="step 1"), bad]})["chain"]
    assert isinstance(r.verdict, Refuted)
    assert r.verdict.witness.shows == "step 2 fails: left 0, right 1"
    assert r.verdict.witness.point == (("x", "0"),)


def test_a_derivation_is_proved_if_each_part_is() -> None:
    r = outcome([claim("chain", content=SQUARE)], {"chain": [proved(where="step 1"), proved("solver.l", where="step 2")]})["chain"]
    assert isinstance(r.verdict, Proved)
    assert r.assumptions == ("solver.l",)


def test_a_derivation_with_an_undecided_step_names_it() -> None:
    r = outcome([claim("chain", content=SQUARE)], {"chain": [proved(where="step 1"), found(Undecided("too hard"), "step 2")]})["chain"]
    assert r.verdict == Undecided("step 2: too hard")


def test_a_derivation_with_a_step_nobody_spoke_of_is_undecided() -> None:
    r = outcome([claim("chain", content=SQUARE)], {"chain": [proved(where="step 1")]})["chain"]
    assert isinstance(r.verdict, Undecided)


def test_a_derivation_with_a_step_only_corroborated_is_not_proved() -> None:
    r = outcome([claim("chain", content=SQUARE)], {"chain": [proved(where="step 1"), found(Corroborated(9), "step 2", "sampling")]})[
        "chain"
    ]
    assert isinstance(r.verdict, Corroborated)


def test_a_theorem_applied_is_among_the_assumptions_and_its_conditions_are_told_apart() -> None:
    c = claim("grows", content=Argument((GROWS,), ("the derivative is positive",)))
    places = [p.where for p in parts(c)]
    assert len(places) == len(set(places)) == len(GROWS.conditions)
    r = outcome([c], {"grows": [proved(where=w) for w in places]})["grows"]
    assert r.assumptions == ("sign-of-derivative",)


def test_a_chain_of_theorems_without_conditions_rests_on_them_alone() -> None:
    a = linearity([(sp.Integer(2), x)], [x])
    chain = Chain((), a.conclusion.left, (Step("=", a.conclusion.right, "linear", a),))  # type: ignore[union-attr]
    r = outcome([claim("sum", content=chain)], {})["sum"]
    assert isinstance(r.verdict, Proved)
    assert r.assumptions == ("finite-sums",)


def test_a_part_that_is_a_used_claim_rests_on_it_and_is_not_decided_again() -> None:
    part = Statement((gt(x, 1),), eq((x + 1) ** 2, x**2 + 2 * x + 1))
    chain, lemma = claim("chain", content=SQUARE, uses=("lemma",)), claim("lemma", content=part)
    claims = {"chain": chain, "lemma": lemma}
    assert rests(chain, claims) == {"step 1": "lemma"}
    r = outcome([chain, lemma], {"chain": [proved(where="step 2")], "lemma": [proved("solver.l")]})
    assert isinstance(r["chain"].verdict, Proved)
    assert r["chain"].assumptions == ("solver.l",)
    r = outcome([chain, lemma], {"chain": [proved(where="step 2")], "lemma": [UNDECIDED]})
    assert isinstance(r["chain"].verdict, Undecided)


def test_a_part_may_rest_on_the_conclusion_of_a_used_derivation() -> None:
    whole = claim("whole", content=Argument((Statement((gt(x, 1),), gt((x + 1) ** 2, x**2)),), ("shown before",)), uses=("chain",))
    assert rests(whole, {"whole": whole, "chain": claim("chain", content=SQUARE)}) == {"item 1": "chain"}


def test_a_part_that_only_resembles_a_used_claim_is_decided() -> None:
    weaker = Statement((gt(x, 2),), eq((x + 1) ** 2, x**2 + 2 * x + 1))
    chain = claim("chain", content=SQUARE, uses=("lemma",))
    assert rests(chain, {"chain": chain, "lemma": claim("lemma", content=weaker)}) == {}


def test_assumptions_reach_down_to_the_leaves() -> None:
    claims = [claim("a", uses=("b",)), claim("b"), claim("solver.l", uses=("c",)), claim("c")]
    r = outcome(claims, {"a": [proved()], "b": [proved("solver.l")], "solver.l": [proved()], "c": [UNDECIDED]})
    assert r["a"].assumptions == ("c", "solver.l")
    assert r["b"].uses == ("solver.l",)


def test_among_several_proofs_that_with_the_fewest_assumptions_counts() -> None:
    r = outcome([claim("a")], {"a": [proved("solver.l", family="smt"), proved()]})["a"]
    assert r.assumptions == ()


def test_nothing_is_proved_from_a_refuted_claim() -> None:
    r = outcome([claim("a", uses=("w",)), erroneous("w"), claim("right")], {"a": [proved()], "w": [REFUTED], "right": [proved()]})
    assert r["a"].verdict == Undecided("uses w, which is refuted")


def test_a_remark_has_no_verdict_and_is_as_declared() -> None:
    remark = claim("r", kind=Kind.REMARK, content=Remark("a slip of the pen"), declared=None, mutants=())
    r = outcome([remark], {})["r"]
    assert r.verdict is None
    assert r.as_declared


def test_a_lemma_that_a_solver_used_to_prove_it_is_not_proved() -> None:
    r = outcome([claim("solver.l")], {"solver.l": [proved("solver.l", family="smt")]})["solver.l"]
    assert r.verdict == Undecided("would rest on itself by way of solver.l")


def test_lemmas_that_prove_each_other_are_not_proved() -> None:
    r = outcome([claim("solver.a"), claim("solver.b")], {"solver.a": [proved("solver.b")], "solver.b": [proved("solver.a")]})
    assert isinstance(r["solver.a"].verdict, Undecided)
    assert isinstance(r["solver.b"].verdict, Undecided)


def test_a_circle_is_cut_where_a_proof_stands_on_its_own() -> None:
    findings = {"solver.a": [proved("solver.b", family="smt"), proved()], "solver.b": [proved("solver.a", family="smt")]}
    r = outcome([claim("solver.a"), claim("solver.b")], findings)
    assert isinstance(r["solver.a"].verdict, Proved)
    assert isinstance(r["solver.b"].verdict, Proved)
    assert isinstance(r["solver.a"].findings[0].verdict, Undecided)
    assert r["solver.a"].uses == ()
    assert r["solver.b"].assumptions == ("solver.a",)


def test_a_circle_by_way_of_uses_is_seen() -> None:
    r = outcome([claim("solver.a", uses=("b",)), claim("b")], {"solver.a": [proved()], "b": [proved("solver.a", family="smt")]})
    assert isinstance(r["b"].verdict, Undecided)


def test_what_rests_on_a_circle_reports_it_as_an_assumption() -> None:
    findings = {"solver.a": [proved("solver.b")], "solver.b": [proved("solver.a")], "c": [proved("solver.a")]}
    r = outcome([claim("solver.a"), claim("solver.b"), claim("c")], findings)
    assert isinstance(r["c"].verdict, Proved)
    assert r["c"].assumptions == ("solver.a",)


def test_what_was_cut_off_is_undecided_for_each_family_that_could_have_spoken() -> None:
    c = claim("chain", content=SQUARE)
    r = outcome([c], {"chain": list(checking.unfinished(c, "time-out after 1 s"))})["chain"]
    assert r.verdict == Undecided("time-out after 1 s")


def test_a_claim_whose_only_family_cannot_run_is_not_run() -> None:
    r = outcome([claim("a", families=("kernel",))], {})["a"]
    if r.not_run:  # no kernel on this machine
        assert r.verdict is None
        assert "kernel" in r.not_run


def test_an_undischarged_condition_is_reported_as_such() -> None:
    open_ = found(Undecided("undischarged: denominator in 1/x does not follow from the hypotheses"))
    r = outcome([claim("a")], {"a": [open_, found(Corroborated(10), family="sampling")]})["a"]
    assert r.undischarged.startswith("undischarged: denominator")
    assert outcome([claim("a")], {"a": [open_, proved(family="smt")]})["a"].undischarged == ""
