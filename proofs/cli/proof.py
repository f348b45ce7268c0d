"""The answer of ``prove`` in lines: verdict, what decided it, the plan as a tree, the witness."""

import textwrap
from collections.abc import Iterator
from typing import Any

from proofs.finding import detail, name
from proofs.proving import Proof, Question
from symbolic.verdict import Proved, Refuted

_WIDTH, _DEEPEST, _WIDEST = 80, 12, 12


def lines(question: Question, proof: Proof) -> Iterator[str]:
    """The answer, at most about 80 columns wide."""
    yield from _wrapped(f"{name(proof.verdict)}: {' '.join(question.statement.split())}", "")
    if question.given:
        yield from _wrapped(f"given {', '.join(' '.join(g.split()) for g in question.given)}", "  ")
    decider = next((f.decider for f in proof.findings if f.verdict == proof.verdict), None)
    match proof.verdict:
        case Refuted(witness=witness):
            for variable, value in witness.point:
                yield f"  {variable} = {value}"
            yield from _wrapped(witness.shows, "  ")
        case Proved(by=by):
            yield from _wrapped(by, "  ")
            yield from tree(proof.plan)
        case verdict:
            yield from _wrapped(detail(verdict), "  ")
            for f in proof.findings:
                yield from _wrapped(f"{f.decider}: {name(f.verdict)}: {detail(f.verdict)}", "    ")
    yield f"  {f'by {decider} ' if decider else ''}in {proof.seconds:.2f} s"


def tree(plan: Any, indent: str = "  ") -> Iterator[str]:
    """A plan as an indented tree: a step, then what it rests on; what is too deep or too wide for a screen is counted."""
    depth = (len(indent) - 2) // 2
    match plan:
        case None:
            return
        case dict():
            head = [f"{k}: {v}" if k != "step" else str(v) for k, v in plan.items() if not isinstance(v, dict | list)]
            if head:
                yield from _wrapped(", ".join(head), f"{indent}- ")
            for key, part in plan.items():
                if isinstance(part, dict | list) and part:
                    if key not in ("parts", "because"):
                        yield from _wrapped(f"{key}:", f"{indent}  ")
                    yield from tree(part, f"{indent}  ")
        case list() if depth > _DEEPEST:
            yield f"{indent}- … {len(plan)} more below"
        case list():
            for part in plan[:_WIDEST]:
                yield from tree(part, indent)
            if len(plan) > _WIDEST:
                yield f"{indent}- … and {len(plan) - _WIDEST} more"
        case other:
            yield from _wrapped(str(other), f"{indent}- ")


def _wrapped(words: str, indent: str) -> Iterator[str]:
    hanging = " " * len(indent) + "  "
    yield from textwrap.wrap(
        words, _WIDTH, initial_indent=indent, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False
    )
