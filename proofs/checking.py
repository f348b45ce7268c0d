"""Decides claims, and each part of a derivation on its own; composes what was found into one result a claim, assumptions included."""

import graphlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from proofs import deciders
from proofs.dependencies import closes_circle, ranks
from proofs.environment import missing
from proofs.finding import Finding
from proofs.kernel.audit import Audited
from proofs.result import Result
from symbolic.claim import Claim, Remark
from symbolic.derivation import Argument, Chain, Part
from symbolic.statement import Statement
from symbolic.verdict import ContradictionError, Proved, Refuted, Verdict, combine

Claims: TypeAlias = Mapping[str, Claim]


def parts(claim: Claim) -> tuple[Part, ...]:
    """What there is to decide: the statement itself (at place ""), or each part of a derivation, told apart by its place."""
    match claim.content:
        case Remark():
            return ()
        case Statement() as statement:
            return (Part("", claim.title, statement),)
        case Chain() | Argument() as derivation:
            return tuple(_told_apart(list(derivation.parts())))


def _told_apart(found: Sequence[Part]) -> Iterator[Part]:
    often = Counter(p.where for p in found)
    seen = Counter[str]()
    for part in found:
        seen[part.where] += 1
        yield replace(part, where=f"{part.where} ({seen[part.where]} of {often[part.where]})") if often[part.where] > 1 else part


def rests(claim: Claim, claims: Claims) -> dict[str, str]:
    """For each part of a derivation that is word for word what a claim in ``uses`` says: that claim's label."""
    if isinstance(claim.content, Statement | Remark):
        return {}
    said: dict[Statement, str] = {}
    for label in claim.uses:
        content = claims[label].content
        conclusion = content.conclusion if isinstance(content, Chain | Argument) else content
        if isinstance(conclusion, Statement):
            said.setdefault(conclusion, label)
    return {part.where: said[part.statement] for part in parts(claim) if part.statement in said}


def decide(claim: Claim, claims: Claims) -> tuple[Finding, ...]:
    """What the claim's deciders find, part by part; parts that rest on another claim are left to it."""
    resting = rests(claim, claims)
    todo = [part for part in parts(claim) if part.where not in resting]
    return tuple(f for part in todo for f in deciders.decide(part.statement, claim.families, part.where))


def decide_whole(claim: Claim, audited: Audited) -> tuple[Finding, ...]:
    """What those deciders find that speak of a claim as a whole, from the audit of the Rocq development."""
    return deciders.decide_whole(claim, audited)


def unfinished(claim: Claim, reason: str, *, whole: bool = False) -> tuple[Finding, ...]:
    """The findings of a claim whose deciding was cut off: by those who speak of it as a whole, or by all others."""
    asked = [f for f in claim.families if (f in deciders.WHOLE) == whole and missing(f) is None]
    return tuple(Finding(family, family, deciders.withheld(reason), 0.0) for family in asked)


def agree(claim: Claim, findings: Sequence[Finding]) -> None:
    """Stop everything where deciders contradict each other.

    Raises:
        ContradictionError: naming the claim, the part and both findings.
    """
    for where in dict.fromkeys(f.where for f in findings):
        _combined(claim, where, [f for f in findings if f.where == where])


def _combined(claim: Claim, where: str, findings: Sequence[Finding]) -> Verdict:
    """The verdict on one part; among its proofs that with the fewest assumptions stands for all.

    A decider of whole claims stands for all only where no other does, so that results are the same on a machine that lacks it.
    """

    def last(f: Finding) -> tuple[bool, int]:
        return f.family in deciders.WHOLE, len(f.verdict.assumptions) if isinstance(f.verdict, Proved) else 0

    try:
        return combine([f.verdict for f in sorted(findings, key=last)])
    except ContradictionError as error:
        spoke = ", ".join(f"{f.decider}: {type(f.verdict).__name__.lower()}" for f in findings)
        raise ContradictionError(f"claim {claim.label}{f', {where}' if where else ''}: {error}; {spoke}") from error


def results(claims: Claims, findings: Mapping[str, Sequence[Finding]]) -> dict[str, Result]:
    """The result of each claim in ``claims``, which holds with each claim all that it uses, from what the deciders found of each.

    Raises:
        ContradictionError: where deciders contradict each other.
    """
    found = _without_circles(claims, findings)
    own = {label: _verdicts(claims[label], found[label]) for label in claims}
    edges = {label: _edges(claims[label], verdicts, claims) for label, verdicts in own.items()}
    done: dict[str, Result] = {}
    for label in graphlib.TopologicalSorter(edges).static_order():
        done[label] = _result(claims[label], found[label], own[label], edges[label], rests(claims[label], claims), done)
    return {label: done[label] for label in claims}


def _without_circles(claims: Claims, findings: Mapping[str, Sequence[Finding]]) -> dict[str, tuple[Finding, ...]]:
    """The findings, with each proof withheld that would make its claim rest on itself by way of solver lemmas."""
    uses = {label: claims[label].uses for label in claims}
    routes = {label: _routes(findings[label], claims) for label in claims}
    rank = ranks(uses, routes)

    def kept(label: str, finding: Finding) -> Finding:
        lemmas = _lemmas(finding.verdict, claims)
        circle = closes_circle(label, lemmas, rank, uses, routes) if lemmas else None
        return replace(finding, verdict=deciders.withheld(f"would rest on itself by way of {circle}")) if circle else finding

    return {label: tuple(kept(label, f) for f in findings[label]) for label in claims}


def _routes(findings: Sequence[Finding], claims: Claims) -> list[list[frozenset[str]]]:
    places = dict.fromkeys(f.where for f in findings)
    return [[_lemmas(f.verdict, claims) for f in findings if f.where == where and isinstance(f.verdict, Proved)] for where in places]


def _lemmas(verdict: Verdict, claims: Claims) -> frozenset[str]:
    return frozenset(verdict.assumptions) & claims.keys() if isinstance(verdict, Proved) else frozenset()


def _verdicts(claim: Claim, findings: Sequence[Finding]) -> dict[str, Verdict]:
    """The verdict of its deciders at each place they spoke of."""
    return {where: _combined(claim, where, [f for f in findings if f.where == where]) for where in dict.fromkeys(f.where for f in findings)}


def _edges(claim: Claim, verdicts: Mapping[str, Verdict], claims: Claims) -> tuple[str, ...]:
    lemmas = [label for verdict in verdicts.values() for label in sorted(_lemmas(verdict, claims))]
    return tuple(dict.fromkeys((*claim.uses, *lemmas)))


def _result(
    claim: Claim,
    findings: tuple[Finding, ...],
    verdicts: Mapping[str, Verdict],
    edges: tuple[str, ...],
    resting: Mapping[str, str],
    done: Mapping[str, Result],
) -> Result:
    if isinstance(claim.content, Remark):
        return Result(claim, None, uses=edges)
    verdict = _whole(claim, verdicts, {where: deciders.resting(label, done[label].verdict) for where, label in resting.items()})
    if isinstance(verdict, Proved) and (wrong := [label for label in edges if isinstance(done[label].verdict, Refuted)]):
        verdict = deciders.withheld(f"uses {wrong[0]}, which is refuted")
    absent = [f"{family}: {reason}" for family in claim.families if (reason := missing(family))]
    if absent and not isinstance(verdict, Proved | Refuted):
        return Result(claim, None, findings, uses=edges, not_run="; ".join(absent))
    return Result(claim, verdict, findings, _assumptions(verdict, edges, done), edges)


def _whole(claim: Claim, verdicts: Mapping[str, Verdict], resting: Mapping[str, Verdict]) -> Verdict:
    """The verdict on a claim from those at its places; "" is the claim as a whole."""
    spoken = [verdicts[""]] if "" in verdicts else []
    if isinstance(claim.content, Chain | Argument) and (not spoken or len(verdicts) > 1 or resting):
        silent = deciders.withheld("no decider spoke")
        known = {**verdicts, **resting}
        pieces = [(part.where, known.get(part.where, silent)) for part in parts(claim)]
        composed = deciders.composed(pieces, [theorem.name for theorem in claim.content.theorems])
        if isinstance(composed, Refuted):  # a wrong step makes the derivation wrong, whatever is known of its conclusion
            return composed
        spoken.insert(0, composed)
    return combine(spoken)


def _assumptions(verdict: Verdict, edges: Sequence[str], done: Mapping[str, Result]) -> tuple[str, ...]:
    """Cited theorems, solver lemmas, and used claims that are not proved, down to the leaves."""
    if not isinstance(verdict, Proved):
        return ()
    own = set(verdict.assumptions)
    for label in edges:
        own.update(done[label].assumptions)
        if not isinstance(done[label].verdict, Proved):
            own.add(label)
    return tuple(sorted(own))
