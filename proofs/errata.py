"""The errata: each place where the paper is wrong, with its witness, its correction, and what depends on it."""

from collections.abc import Mapping
from typing import Any

import sympy as sp
from sympy.logic.boolalg import Boolean

from proofs.cli.formula import SIGNS, line
from proofs.printed import Agreement, reading
from proofs.result import Result
from proofs.typeset import correction, formula, said
from symbolic.claim import Claim, Remark
from symbolic.derivation import Argument, Chain
from symbolic.statement import Statement, le, lt, text
from symbolic.theorems import SumRelation
from symbolic.verdict import Refuted


def labels(claims: Mapping[str, Claim]) -> tuple[str, ...]:
    """The claims that are errata: those declared refuted, and remarks that say what is wrong."""
    return tuple(label for label, claim in claims.items() if claim.erratum is not None)


def rows(claims: Mapping[str, Claim], results: Mapping[str, Result]) -> list[dict[str, Any]]:
    """One row an erratum, in the order of the paper, as ``errata --json`` writes it."""
    return [_row(claims[label], claims, results) for label in labels(claims)]


def _row(claim: Claim, claims: Mapping[str, Claim], results: Mapping[str, Result]) -> dict[str, Any]:
    assert claim.erratum is not None
    remark = claim.content if isinstance(claim.content, Remark) else None
    verdict = results[claim.label].verdict
    correct = claims[claim.correction] if claim.correction else None
    return {
        "label": claim.label,
        "title": claim.title,
        "place": claim.source.place,
        "printed": claim.source.printed,
        "kind": claim.erratum.fault.value,
        "severity": claim.erratum.severity.value,
        "witness": remark.reason if remark else str(verdict.witness) if isinstance(verdict, Refuted) else None,
        "correction": claim.correction or (remark.corrected if remark else None),
        "corrected": _latex(claim, correct) if correct else remark.corrected if remark else "",
        "checked": "" if remark else said(claim.content),
        "by_hand": not claim.source.printed or reading(claim).agreement is Agreement.BY_HAND,
        "point": [list(pair) for pair in verdict.witness.point] if isinstance(verdict, Refuted) else [],
        "shows": verdict.witness.shows if isinstance(verdict, Refuted) else "",
        "instead": instead(claim, correct) if correct else remark.corrected if remark else "",
        "formula": remark is None,
        "note": claim.erratum.note,
        "dependents": list(dependents(claim, claims)),
    }


def added(claim: Claim, correct: Claim) -> tuple[Boolean, ...]:
    """The hypotheses that the correction adds to a statement it otherwise repeats; none where it says something else.

    That each is needed, the erratum's witness shows: it satisfies all other hypotheses.
    """
    if not (
        isinstance(claim.content, Statement) and isinstance(correct.content, Statement) and claim.content.holds == correct.content.holds
    ):
        return ()
    known = {_turned(g) for g in claim.content.given}
    return tuple(g for g in correct.content.given if _turned(g) not in known)


def _turned(formula: Boolean) -> Boolean:
    """The same hypothesis with the smaller side on the left."""
    turned = {sp.Gt: lt, sp.Ge: le}.get(type(formula))
    return turned(formula.rhs, formula.lhs) if turned else formula


def instead(claim: Claim, correct: Claim) -> str:
    """What should stand in place of the erratum, on one line."""
    if more := added(claim, correct):
        return f"the same, for {', '.join(text(g) for g in more)}"
    content = correct.content
    match content.conclusion if isinstance(content, Chain | Argument) else content:
        case Statement(given=given, holds=holds):
            return text(holds) + (f"  for {', '.join(text(g) for g in given)}" if given else "")
        case SumRelation(left=left, relation=relation, right=right, given=given):
            return f"{line(left)} {SIGNS[relation]} {line(right)}" + (f"  for {', '.join(line(g) for g in given)}" if given else "")
        case str() as sentence:
            return sentence
    return correct.title


def _latex(claim: Claim, correct: Claim) -> str:
    more = added(claim, correct)
    return f"the same, for ${', '.join(formula(g) for g in more)}$" if more else correction(claim, correct)


def dependents(claim: Claim, claims: Mapping[str, Claim]) -> tuple[str, ...]:
    """The claims that use, directly or by way of others, the erratum or what corrects it."""
    found = {label for label in (claim.label, claim.correction) if label}
    start = set(found)
    while more := {label for label, c in claims.items() if label not in found and found & set(c.uses)}:
        found |= more
    return tuple(label for label in claims if label in found - start)
