"""Attacks on the audit, each on a development of two files: whatever would make a false or another statement pass is refused."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from proofs.deciders import by_kernel
from proofs.kernel.audit import Audited, Development, accepted, audit
from proofs.kernel.axioms import CLASSICAL, used
from proofs.kernel.coq import CoqError, absent
from proofs.kernel.development import DevelopmentError, refused, without_comments
from proofs.kernel.pins import Pinned
from symbolic.claim import Claim, Kind, Source
from symbolic.statement import Statement, gt, lt, real
from symbolic.verdict import Proved, Refuted, Undecided

needs_coq = [pytest.mark.slow, pytest.mark.skipif(absent() is not None, reason=absent() or "")]

_AXIOM = r"rests on|coqchk finds the axiom GRPO|unsafe \(co\)fixpoints: GRPO"  # Print Assumptions sees it, and coqchk: who is first says it

DEFINITIONS = """From Coq Require Import Reals Lra.
Open Scope R_scope.
Definition twice (x : R) : R := x + x.
"""
THEOREM = """From Coq Require Import Reals Lra.
From GRPO Require Import Definitions.
Open Scope R_scope.
Theorem positive (x : R) : 0 < x -> 0 < twice x.
Proof. unfold twice; lra. Qed.
"""
PIN = Pinned("positive", "GRPO.Result.positive", "forall x : R, (0 < x) -> (0 < (x + x))", "exact GRPO.Result.positive.", False)
FALSE = replace(PIN, proposition="forall x : R, 0 < x", proof="exact GRPO.Result.positive.")


def development(folder: Path, theorem: str = THEOREM, definitions: str = DEFINITIONS, **more: str) -> Development:
    files = {"Definitions": definitions, **more, "Result": theorem}
    for name, text in files.items():
        (folder / f"{name}.v").write_text(text, encoding="utf-8")
    (folder / "_CoqProject").write_text("-R . GRPO\n" + "".join(f"{name}.v\n" for name in files), encoding="utf-8")
    return Development(folder, {})


def claiming(statement: str, proof: str, before: str = "") -> str:
    return f"From Coq Require Import Reals Lra.\nOpen Scope R_scope.\n{before}\nTheorem positive : {statement}.\n{proof}\n"


@pytest.mark.usefixtures("tmp_path")
class TestAttack:
    pytestmark = needs_coq

    def test_an_honest_development_is_accepted_on_classical_axioms_alone(self, tmp_path: Path) -> None:
        done = audit(development(tmp_path), (PIN,))
        assert done.failure == ""
        assert set(done.axioms) < CLASSICAL.keys()
        assert done.pin("positive") == (PIN.theorem, PIN.proposition, ())

    @pytest.mark.parametrize(
        "theorem",
        [
            pytest.param(claiming("forall x : R, 0 < x", "Admitted."), id="Admitted"),
            pytest.param(claiming("forall x : R, 0 < x", "Proof. exact a. Qed.", "Axiom a : forall x : R, 0 < x."), id="Axiom"),
            pytest.param(
                claiming(
                    "forall x : R, 0 < x", "Proof. destruct (f 0). Qed.", "Unset Guard Checking.\nFixpoint f (n : nat) : False := f n."
                ),
                id="guard checking off",
            ),
            pytest.param(
                claiming(
                    "forall x : R, 0 < x",
                    "Proof. exact positive0. Qed.",
                    "Module ClassicalDedekindReals. Axiom sig_not_dec : False. End ClassicalDedekindReals.\n"
                    "Lemma positive0 : forall x : R, 0 < x. Proof. destruct ClassicalDedekindReals.sig_not_dec. Qed.",
                ),
                id="an axiom under a classical one's name",
            ),
        ],
    )
    def test_a_false_statement_on_an_axiom_is_refused_by_the_axioms_behind_it(self, theorem: str, tmp_path: Path) -> None:
        with pytest.raises((CoqError, DevelopmentError), match=_AXIOM):
            accepted(development(tmp_path, theorem), (FALSE,))

    def test_universe_checking_off_is_refused_by_coqchk(self, tmp_path: Path) -> None:
        before = "Unset Universe Checking.\nDefinition u : Type := let A := Type in (A : A).\nSet Universe Checking."
        theorem = claiming("forall x : R, 0 < x -> 0 < x + x", "Proof. intros; pose (v := u); lra. Qed.", before)
        with pytest.raises((CoqError, DevelopmentError)):
            accepted(development(tmp_path, theorem), (PIN,))

    def test_output_forged_while_the_development_compiles_is_not_read(self, tmp_path: Path) -> None:
        forged = 'Goal True. idtac "Closed under the global context". exact I. Qed.'
        theorem = claiming("forall x : R, 0 < x", "Admitted.", forged)
        with pytest.raises((CoqError, DevelopmentError), match=_AXIOM):
            accepted(development(tmp_path, theorem), (FALSE,))

    def test_a_weakened_theorem_does_not_prove_its_pin(self, tmp_path: Path) -> None:
        weak = claiming("forall x : R, 1 < x -> 0 < x + x", "Proof. intros; lra. Qed.")
        assert "Proofs" in audit(development(tmp_path, weak), (PIN,)).failure

    def test_an_altered_definition_does_not_prove_the_pin(self, tmp_path: Path) -> None:
        altered = DEFINITIONS.replace("x + x", "x + x + x")
        assert "Proofs" in audit(development(tmp_path, definitions=altered), (PIN,)).failure

    def test_a_notation_cannot_change_how_a_pin_reads(self, tmp_path: Path) -> None:
        notation = 'Notation "x < y" := (x = x /\\ y = y) : R_scope.\n'
        theorem = claiming("forall x : R, 0 < x", "Proof. intros; split; reflexivity. Qed.", notation)
        assert "Proofs" in audit(development(tmp_path, theorem), (FALSE,)).failure

    def test_a_stale_compiled_file_is_not_used(self, tmp_path: Path) -> None:
        broken = development(tmp_path, claiming("forall x : R, 0 < x", "Proof. lra. Qed."))
        for suffix in (".vo", ".vos", ".vok", ".glob"):
            (tmp_path / f"Result{suffix}").write_bytes(b"compiled long ago")
        assert "Result.v" in audit(broken, (FALSE,)).failure

    def test_one_failing_pin_fails_all(self, tmp_path: Path) -> None:
        done = audit(development(tmp_path), (PIN, replace(FALSE, label="other")))
        assert done.failure
        assert done.pin("positive") is None

    def test_a_pin_says_what_below_it_coqchk_passes_over(self, tmp_path: Path) -> None:
        whole = development(tmp_path)
        digest = sha256((tmp_path / "Definitions.v").read_bytes()).hexdigest()
        done = audit(replace(whole, unchecked={"Definitions.v": digest}), (PIN,))
        assert done.failure == ""
        assert done.pin("positive") == (PIN.theorem, PIN.proposition, ("Definitions.v",))

    def test_a_file_that_coqchk_passes_over_is_the_one_that_was_read(self, tmp_path: Path) -> None:
        unchecked = replace(development(tmp_path), unchecked={"Definitions.v": "0" * 64})
        assert "Definitions.v" in audit(unchecked, (PIN,)).failure


@pytest.mark.parametrize(
    "command",
    ["Admitted.", "Axiom a : False.", "Unset Guard Checking.", 'Redirect "x" Print nat.', 'Declare ML Module "x".', 'Cd "..".'],
)
def test_a_command_without_a_place_in_the_development_is_refused_unread(command: str) -> None:
    assert refused({"A.v": f"(* quiet *) {command}".encode()})
    assert refused({"A.v": f'(* (* {command} *) " *) " *)'.encode()}) is None


def test_comments_nest() -> None:
    assert without_comments("a (* b (* c *) d *) e") == "a  e"


def test_no_pins_are_no_success(tmp_path: Path) -> None:
    with pytest.raises(DevelopmentError, match="nothing to audit"):
        accepted(development(tmp_path), ())


@pytest.mark.parametrize(
    "output",
    [
        "",
        "Axioms:\nsig_not_dec : False",
        "Axioms:\nClassical_Prop.classic : forall P : Prop, P \\/ ~ P\nGRPO.X.f is assumed to be guarded.",
        "Axioms:\nClassical_Prop.classic : forall P : Prop, P \\/ ~ P\nClosed under the global context",
        "hello\nClosed under the global context",
    ],
)
def test_other_axioms_or_other_output_are_not_accepted(output: str) -> None:
    assert isinstance(used(output), str)


def test_an_axiom_is_known_by_name_and_type() -> None:
    assert used("Axioms:\nClassical_Prop.classic : forall P : Prop,\n  P \\/ ~ P\n") == ("Coq.Logic.Classical_Prop.classic",)
    assert used("Closed under the global context\n") == ()


class TestVerdict:
    x = real("x")
    claim = Claim(
        label="positive",
        kind=Kind.EXTENSION,
        title="",
        source=Source("a test"),
        content=Statement((gt(x, 0),), gt(x + 1, 0)),
        mutants=(Statement((gt(x, 0),), gt(x - 1, 0)),),
        families=("kernel",),
    )
    said = Audited("", tuple(CLASSICAL), (("positive", "GRPO.Result.positive", "forall x : R, (x > 0) -> ((1 + x) > 0)", ()),))

    def saying(self, content: Statement) -> Claim:
        return replace(self.claim, content=content, mutants=(content.but(lt(self.x, -1)),))

    def test_an_accepted_pin_proves_its_claim_on_the_four_axioms(self) -> None:
        verdict = by_kernel(self.claim, self.said)
        assert isinstance(verdict, Proved)
        assert verdict.assumptions == tuple(CLASSICAL)

    def test_a_failed_audit_decides_nothing(self) -> None:
        assert isinstance(by_kernel(self.claim, replace(self.said, failure="broken")), Undecided)

    def test_a_proved_negation_refutes_once_the_domain_conditions_are_discharged(self) -> None:
        false = Statement((gt(self.x, 0),), gt(self.x - 1, 0))
        said = replace(self.said, proved=(("positive", "GRPO.Result.positive", "~ (forall x : R, (x > 0) -> (((- 1) + x) > 0))", ()),))
        verdict = by_kernel(self.saying(false), said)
        assert isinstance(verdict, Refuted)
        assert "GRPO.Result.positive" in str(verdict.witness)

    def test_a_statement_that_fails_only_where_it_is_undefined_is_not_refuted(self) -> None:
        partial = Statement((), gt(self.x**-2, 0))  # false at 0 alone, where Rocq's inverse is 0
        said = replace(self.said, proved=(("positive", "GRPO.Result.positive", "~ (forall x : R, ((/ (x ^ 2)) > 0))", ()),))
        assert isinstance(by_kernel(self.saying(partial), said), Undecided)

    def test_a_claim_without_a_pin_is_undecided(self) -> None:
        assert isinstance(by_kernel(replace(self.claim, label="other"), self.said), Undecided)

    def test_a_pin_of_another_statement_proves_nothing(self) -> None:
        assert isinstance(by_kernel(self.saying(Statement((), gt(self.x, 0))), self.said), Undecided)

    def test_an_undischarged_domain_condition_is_not_proved_by_total_functions(self) -> None:
        partial = Statement((), gt(1 + 1 / self.x**2, 0))
        said = replace(self.said, proved=(("positive", "GRPO.Result.positive", "forall x : R, ((1 + (/ (x ^ 2))) > 0)", ()),))
        assert isinstance(by_kernel(self.saying(partial), said), Undecided)
