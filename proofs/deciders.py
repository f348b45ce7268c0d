"""The only maker of verdicts: it turns what the exact languages and the numerical checks answer into what is said of a statement.

Trust lives here.  ``Proved`` is made only from an exact argument, after every domain condition of the statement is discharged
by such an argument too, and after a point has been found that certainly satisfies the hypotheses.  ``Refuted`` is made only from
a point at which rigorous evaluation has confirmed the failure.  Sampling never proves.
"""

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any, TypeAlias, assert_never

import sympy as sp

from proofs.environment import missing
from proofs.finding import UNDISCHARGED, Finding, detail
from proofs.kernel.audit import Audited
from symbolic.answer import Answer, Candidate, Holds, Unknown
from symbolic.claim import Claim
from symbolic.obligations import obligations
from symbolic.statement import Statement, lt
from symbolic.verdict import Corroborated, Proved, Refuted, Undecided, Verdict, Witness

Decider: TypeAlias = Callable[[Statement], Verdict]
WholeDecider: TypeAlias = Callable[[Claim, Audited], Verdict]
EXAMPLES = 60
"""Points that falsification tries: a whole check looks at some hundred statements in seconds, and mutants fall within these."""
_FAILS = " fails"
_PRECISE_EXAMPLES = 12
"""Points of each statement that mpmath tries."""
_SOLVER_SECONDS = 3.0
"""CPU seconds that solvers get for a statement: ten times what the slowest that they prove here takes."""
_VACUOUS = "no instance of the hypotheses was found: the statement may be vacuous"


# Each decider imports its solver when it is called: reading claims, or a ledger, then loads no solver.


def by_algebra(statement: Statement) -> Verdict:
    """Rational normal form over algebraic generators, and signs read off after factoring."""
    return _verdict(statement, _algebra(statement))


def by_smt(statement: Statement) -> Verdict:
    """z3 after abstraction by named lemmas, replayed by cvc5; a model is only a candidate."""
    return _verdict(statement, _smt(statement))


def by_falsification(statement: Statement, examples: int = EXAMPLES) -> Verdict:
    """Hypothesis' search for a counterexample, evaluated in Arb; it never proves."""
    from numeric_checks.falsification.falsify import falsify
    from numeric_checks.outcome import Falsified, NoSample, Survived

    match falsify(statement, examples=examples):
        case Falsified(witness=witness):
            return Refuted(witness)
        case Survived(trials=trials, detail=detail):
            return Corroborated(trials, detail)
        case NoSample(reason=reason):
            return Undecided(reason)
        case other:
            assert_never(other)


def by_high_precision(statement: Statement) -> Verdict:
    """mpmath at 50 digits, independent of Arb; a suspect point refutes only if rigorous evaluation confirms it."""
    from numeric_checks.high_precision.corroboration import corroborate
    from numeric_checks.outcome import NoSample, Survived, Suspect

    match corroborate(statement, examples=_PRECISE_EXAMPLES):
        case Suspect(points=points):
            return _refuted_or(statement, points, "seems false at a point, which rigorous evaluation does not confirm")
        case Survived(trials=trials, detail=detail):
            return Corroborated(trials, detail)
        case NoSample(reason=reason):
            return Undecided(reason)
        case other:
            assert_never(other)


def by_enclosure(statement: Statement) -> Verdict:
    """Branch and bound, contact and limits; the certificate is replayed in Arb by a checker that shares nothing else with the search."""
    return enclose(statement, 8.0)[0].verdict  # a claim has 20 s, for all its deciders


def enclose(
    statement: Statement, seconds: float = 20.0, executor: Any = None, frontier: Path | None = None
) -> tuple[Finding, Any, dict[str, Any] | None]:
    """What `by_enclosure` finds within ``seconds``, how the proof goes, and its certificate; ``frontier`` keeps an interrupted search."""
    found: list[Any] = [None, None]

    def decider(statement: Statement) -> Verdict:
        from numeric_checks.prover import Enclosed, Open, Witnessed, prove

        match prove(statement, seconds=seconds, executor=executor, frontier=frontier):
            case Enclosed(plan=plan, certificate=certificate):
                # The replay sees to the domain conditions of what the certificate says; there derivatives have been carried out.
                owed = _discharged(statement) if _differentiates(statement) else ()
                if isinstance(owed, Undecided):
                    return owed
                if not _satisfiable(statement.given):
                    return Undecided(_VACUOUS)
                found[:] = plan, certificate
                return Proved("enclosure, replayed in Arb", (), owed)
            case Witnessed(witness=witness):
                return Refuted(witness)
            case Open(reason=reason):
                return Undecided(reason)

    return find(decider, "enclosure", statement, name="enclosure"), *found


def by_kernel(claim: Claim, audited: Audited) -> Verdict:
    """The Rocq kernel's word on what is pinned to the claim.

    Rocq's functions are total (1/0 is 0), so that a statement means the same there only once its domain conditions are discharged here.
    """
    from proofs.kernel.pins import concluded
    from proofs.kernel.printer import PrinterError, negation, proposition

    if audited.failure:
        return Undecided(f"the audit of the Rocq development failed: {audited.failure}")
    if (pin := audited.pin(claim.label)) is None:
        return Undecided("no theorem of the Rocq development is pinned to it")
    theorem, said, over = pin
    by = f"Rocq kernel: {theorem or 'the script of its pin'}"
    evidence = (said, *(f"not checked again by coqchk: {name}" for name in over))
    statement = concluded(claim)
    if not isinstance(statement, Statement):
        return Proved(by, evidence, audited.axioms)
    try:
        if said == negation(statement):  # first: a derivative in a hypothesis has a form here only
            owed = _discharged(statement)
            return owed if isinstance(owed, Undecided) else Refuted(Witness((), f"{by}: {said}"))
        if said == proposition(statement):
            return _verdict(statement, Holds(by, evidence, audited.axioms))
    except PrinterError as error:
        return Undecided(f"cannot be printed for Rocq: {error}")
    return Undecided("what is pinned is another statement")


FAMILIES: dict[str, tuple[Decider, ...]] = {
    "algebra": (by_algebra,),
    "smt": (by_smt,),
    "enclosure": (by_enclosure,),
    "sampling": (by_falsification, by_high_precision),
}
"""The deciders of each family that decides statements."""

WHOLE: dict[str, WholeDecider] = {"kernel": by_kernel}
"""The deciders of families that decide claims as a whole, by their label."""


def decide(statement: Statement, families: Iterable[str], where: str = "") -> tuple[Finding, ...]:
    """What each decider of ``families`` finds; families that cannot run here are passed over (`missing` says why)."""
    able = [family for family in families if family in FAMILIES and missing(family) is None]
    return tuple(find(decider, family, statement, where) for family in able for decider in FAMILIES[family])


def decide_whole(claim: Claim, audited: Audited) -> tuple[Finding, ...]:
    """What the deciders of whole claims find, once the development is audited."""
    able = [family for family in claim.families if family in WHOLE and missing(family) is None]
    return tuple(_found(partial(WHOLE[family], claim, audited), family, family, "") for family in able)


def find(decider: Decider, family: str, statement: Statement, where: str = "", name: str = "") -> Finding:
    """What one decider finds; one that crashes has decided nothing."""
    return _found(partial(decider, statement), name or decider.__name__.removeprefix("by_").replace("_", "-"), family, where)


def _found(asked: Callable[[], Verdict], name: str, family: str, where: str) -> Finding:
    start = time.perf_counter()
    try:
        verdict = asked()
    except Exception as error:  # noqa: BLE001 - a decider that crashes has decided nothing, and says so in the report
        verdict = Undecided(f"{name} crashed: {_one_line(error)}")
    return Finding(name, family, verdict, time.perf_counter() - start, where)


def _one_line(error: Exception) -> str:
    return f"{type(error).__name__}: {str(error).strip().partition(chr(10))[0]}"[:200]


def _verdict(statement: Statement, answer: Answer) -> Verdict:
    """The verdict that an exact language's answer carries."""
    match answer:
        case Holds(by=by, evidence=evidence, assumptions=assumptions):
            owed = _discharged(statement)
            if isinstance(owed, Undecided):
                return owed
            if not _satisfiable(statement.given):
                return Undecided(_VACUOUS)
            return Proved(by, evidence, tuple(dict.fromkeys((*assumptions, *owed))))
        case Candidate(points=points, reason=reason):
            return _refuted_or(statement, points, f"a candidate was not confirmed: {reason}")
        case Unknown(reason=reason):
            return Undecided(reason)


def _refuted_or(statement: Statement, points: Iterable[Mapping[Any, Any]], reason: str) -> Verdict:
    refuted = _refuted(statement, points)  # a verdict has no truth value, so `or` would not do
    return Undecided(reason) if refuted is None else refuted


def _refuted(statement: Statement, points: Iterable[Mapping[Any, Any]]) -> Refuted | None:
    from numeric_checks.confirm import confirm

    for point in points:
        witness = confirm(statement, point)
        if witness is not None:
            return Refuted(witness)
    return None


def _differentiates(statement: Statement) -> bool:
    return any(formula.has(sp.Derivative) for formula in (*statement.given, statement.holds))


def _discharged(statement: Statement) -> tuple[str, ...] | Undecided:
    """The assumptions on which the domain conditions rest, or why they are not met."""
    rests: list[str] = []
    for o in obligations(statement):
        found = _condition(o.statement)
        if isinstance(found, str):
            return Undecided(f"{UNDISCHARGED}{o.what}{found}")
        rests += found
    return tuple(dict.fromkeys(rests))


def obstacle(statement: Statement) -> str | None:
    """Why no decider can prove the statement: its hypotheses contradict each other, or a domain condition fails at a point.

    None where nothing of the kind is seen.
    """
    if not _satisfiable(statement.given) and _contradictory(statement.given):
        return "vacuous: the hypotheses contradict each other"
    owed = _discharged(statement)
    return owed.reason if isinstance(owed, Undecided) and _FAILS in owed.reason else None


def undischarged(statement: Statement) -> str | None:
    """The first domain condition that does not follow from the hypotheses, and what speaks against it; None where all follow."""
    owed = _discharged(statement)
    return owed.reason if isinstance(owed, Undecided) else None


def _contradictory(given: tuple[Any, ...]) -> bool:
    absurd = Statement(given, lt(sp.S.One, sp.S.Zero))
    return any(isinstance(_asked(ask, absurd), Holds) for ask in (_algebra, _smt)) and not isinstance(_discharged(absurd), Undecided)


@cache
def _condition(condition: Statement) -> tuple[str, ...] | str:
    """The assumptions on which one domain condition rests, or what speaks against it.

    Its own domain conditions stand before it in the list of obligations.
    """
    for ask in (_algebra, _smt):
        match _asked(ask, condition):
            case Holds(assumptions=assumptions):
                return assumptions
            case Candidate(points=points):
                if (refuted := _refuted(condition, points)) is not None:
                    return _fails(refuted)
    if isinstance(seen := find(by_falsification, "sampling", condition).verdict, Refuted):
        return _fails(seen)
    match _asked(_enclosure, condition):
        case Holds(assumptions=assumptions):
            return assumptions
    return " does not follow from the hypotheses"


def _fails(refuted: Refuted) -> str:
    return f"{_FAILS} at {refuted.witness}" if refuted.witness.point else f"{_FAILS}: {refuted.witness}"


def _asked(ask: Callable[[Statement], Answer], statement: Statement) -> Answer:
    try:
        return ask(statement)
    except Exception as error:  # noqa: BLE001 - who crashes has answered nothing
        return Unknown(f"{ask.__name__.removeprefix('_')} crashed: {_one_line(error)}")


@cache
def _satisfiable(given: tuple[Any, ...]) -> bool:
    from numeric_checks.falsification.falsify import instance

    return instance(given) is not None


def _algebra(statement: Statement) -> Answer:
    from symbolic.algebra import query

    return query(statement)


def _smt(statement: Statement) -> Answer:
    from symbolic.smt import query

    return query(statement, seconds=_SOLVER_SECONDS)


def _enclosure(statement: Statement) -> Answer:
    finding, _, _ = enclose(statement, 5.0)
    match finding.verdict:
        case Proved(by=by, evidence=evidence, assumptions=assumptions):
            return Holds(by, evidence, assumptions)
        case other:
            return Unknown(detail(other))


def composed(parts: Sequence[tuple[str, Verdict]], theorems: Sequence[str]) -> Verdict:
    """The verdict of a derivation from those of its parts: proved if all are, else that of its smallest failing part, which is named."""
    for kind in (Refuted, Undecided, Corroborated):
        for where, verdict in parts:
            if isinstance(verdict, kind):
                return _failing(where, verdict)
    proved = [(where, v) for where, v in parts if isinstance(v, Proved)]
    if not proved and not theorems:
        return Undecided("nothing to decide")
    assumptions = dict.fromkeys((*theorems, *(a for _, v in proved for a in v.assumptions)))
    return Proved(f"derivation in {len(proved)} parts", tuple(f"{where}: {v.by}" for where, v in proved), tuple(assumptions))


def _failing(where: str, verdict: Refuted | Undecided | Corroborated) -> Verdict:
    match verdict:
        case Refuted(witness=w):
            return Refuted(Witness(w.point, f"{where} fails: {w.shows}"))
        case Undecided(reason=reason):
            return Undecided(f"{where}: {reason}")
        case Corroborated(trials=trials):
            return Corroborated(trials, f"{where} is not proved")


def resting(label: str, verdict: Verdict | None) -> Verdict:
    """The verdict of a statement that is the one of claim ``label``, whose verdict is given."""
    return Proved(f"claim {label}") if isinstance(verdict, Proved) else Undecided(f"rests on {label}, which is not proved")


def withheld(reason: str) -> Undecided:
    """No verdict, for a reason outside the deciders: a time-out, or a proof that would rest on itself."""
    return Undecided(reason)


def restored(fields: Mapping[str, Any]) -> Verdict:
    """The verdict that `proofs.finding.fields` wrote.

    Raises:
        KeyError, TypeError, ValueError: if they are not such fields.
    """
    match fields["verdict"]:
        case "proved":
            return Proved(fields["by"], tuple(fields["evidence"]), tuple(fields["assumptions"]))
        case "corroborated":
            return Corroborated(fields["trials"], fields["detail"])
        case "refuted":
            return Refuted(Witness(tuple((name, value) for name, value in fields["point"]), fields["shows"]))
        case "undecided":
            return Undecided(fields["reason"])
        case other:
            raise ValueError(f"no verdict is called {other!r}")
